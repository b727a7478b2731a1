"""Unknown names against recorded makers, founders, chiefs and buyers."""

from __future__ import annotations

import pytest

from small_world import World


@pytest.mark.parametrize(
    ("text", "predicate", "status"),
    [
        ("谷歌由孙大雷于1998年创立。", "founded_by", "contradicted"),
        ("OpenAI由孙大雷等人于2015年创立。", "founded_by", "unknown"),  # not all of its founders are recorded
        ("谷歌由拉里·佩吉于1998年创立。", "founded_by", "unknown"),  # another spelling of the right name
        ("由普渡大学开发的TensorFlow应用很广。", "created_by", "contradicted"),
        ("由普渡大学开发的GPT-3应用很广。", "created_by", "unknown"),  # models have makers of many
        ("TensorFlow由孙大雷开发。", "created_by", "unknown"),  # who may work for the maker
        ("2020年，孙大雷出任微软首席执行官。", "role", "contradicted"),
        ("孙大雷出任微软首席执行官。", "role", "unknown"),
    ],
)
def test_verdicts(world: World, text: str, predicate: str, status: str) -> None:
    assert world.statuses(text, predicate) == [status]
