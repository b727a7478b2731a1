"""Entries with dashes, and “field: value” lines under a heading."""

from __future__ import annotations

import pytest

from small_world import World


def judged(world: World, text: str, predicate: str) -> set[tuple[str, str]]:
    return {
        (text[c.value_start : c.value_end], world.verdict(c).status) for c in world.claims(text, predicate)
    }


def test_an_entry_with_dashes(world: World) -> None:
    text = "- BERT – 2018.10 – OpenAI – 34亿\n"
    assert judged(world, text, "released") == {("2018.10", "supported")}
    assert judged(world, text, "created_by") == {("OpenAI", "contradicted")}
    assert judged(world, text, "parameters") == {("34亿", "contradicted")}


@pytest.mark.parametrize(
    ("line", "predicate", "value", "status"),
    [
        ("参数量：1750亿", "parameters", "1750亿", "supported"),
        ("参数量：17.5亿", "parameters", "17.5亿", "contradicted"),
        ("参数量: 17.5亿", "parameters", "17.5亿", "contradicted"),
        ("开发者：OpenAI", "created_by", "OpenAI", "supported"),
        ("开发者：谷歌", "created_by", "谷歌", "contradicted"),
        ("发布时间：2020年5月", "released", "2020年5月", "supported"),
        ("发布时间：2018年", "released", "2018年", "contradicted"),
        ("层数：96", "layers", "96", "supported"),
        ("层数：48", "layers", "48", "contradicted"),
    ],
)
def test_a_field_under_a_heading(world: World, line: str, predicate: str, value: str, status: str) -> None:
    assert judged(world, f"## GPT-3\n\n- {line}\n", predicate) == {(value, status)}


@pytest.mark.parametrize("line", ["参数量：未公开", "心情：很好", "参数量：", "说明：1750"])
def test_a_field_that_says_nothing(world: World, line: str) -> None:
    assert world.claims(f"## GPT-3\n\n- {line}\n") == []


def test_a_field_without_a_subject_says_nothing(world: World) -> None:
    assert world.claims("## 概览\n\n- 开发者：谷歌\n") == []
