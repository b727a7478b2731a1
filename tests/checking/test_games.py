"""What programs play."""

from __future__ import annotations

import pytest

from factcheck.engine import Engine
from real_world import rules_of


@pytest.mark.parametrize(
    "text",
    [
        "AlphaZero学会了国际象棋和中国象棋。",
        "OpenAI Five在2019年击败了《英雄联盟》世界冠军战队。",
        "AlphaStar是DeepMind为《魔兽争霸III》开发的智能体。",
    ],
)
def test_another_game_is_flagged(engine: Engine, text: str) -> None:
    assert rules_of(engine, text) == ["wrong-property"]


@pytest.mark.parametrize(
    "text",
    [
        "AlphaStar在《星际争霸》中达到宗师级别。",  # the series for its second part
        "AlphaGo并不会下国际象棋。",
        "AlphaGo击败围棋冠军，让人想起国际象棋里的深蓝。",
        "除了围棋，AlphaZero还学会了国际象棋和将棋。",
    ],
)
def test_its_own_games_are_not(engine: Engine, text: str) -> None:
    assert rules_of(engine, text) == []
