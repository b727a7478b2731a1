"""What a wrong value may have been mistaken for."""

from __future__ import annotations

import pytest

from small_world import World


@pytest.mark.parametrize(
    ("text", "predicate", "hint"),
    [
        ("GPT-3于2019年2月发布。", "released", "这是GPT-2的时间"),
        ("GPT-3的参数量为15亿。", "parameters", "这是GPT-2的参数量"),
        ("GPT-3于2017年2月发布。", "released", ""),
        ("GPT-3的参数量为30亿。", "parameters", ""),
        ("BERT于2019年2月发布。", "released", ""),  # of no common family
    ],
)
def test_siblings(world: World, text: str, predicate: str, hint: str) -> None:
    verdicts = [world.verdict(c) for c in world.claims(text, predicate)]
    assert {v.hint.get("zh", "") for v in verdicts if v.wrong} == {hint}
