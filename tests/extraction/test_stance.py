"""Who says it: denials, rumours, questions, plans, hypotheses and corrected mistakes are no assertions."""

from __future__ import annotations

import pytest

from factcheck.extraction.claims import ASSERTED, NOT_ASSERTED
from small_world import World


def stances(world: World, text: str) -> set[str]:
    return {c.stance for c in world.claims(text, "created_by")}


@pytest.mark.parametrize(
    "text",
    [
        "OpenAI发布了BERT。",
        "BERT由OpenAI发布。",
        "其实，OpenAI发布了BERT。",
        "实际上，BERT由OpenAI发布。",
        "不是谷歌，而是OpenAI发布了BERT。",
        "OpenAI正式发布了BERT，引起热议！",
        "人们都知道，OpenAI发布了BERT。",
    ],
)
def test_assertions(world: World, text: str) -> None:
    assert stances(world, text) == {ASSERTED}
    assert world.statuses(text, "created_by") == ["contradicted"]


@pytest.mark.parametrize(
    "text",
    [
        "有人误以为OpenAI发布了BERT。",
        "很多人以为，BERT由OpenAI发布。",
        "网传OpenAI发布了BERT。",
        "据传OpenAI发布了BERT。",
        "如果OpenAI发布了BERT，历史会不同。",
        "假如BERT由OpenAI发布呢？",
        "OpenAI计划发布BERT。",
        "OpenAI即将发布BERT。",
        "OpenAI发布了BERT吗？",
        "是不是OpenAI发布了BERT？",
        "“OpenAI发布了BERT”是谣言。",
        "“OpenAI发布了BERT”的说法是错误的。",
        "OpenAI发布了BERT——这是错的。",
        "有人说“BERT由OpenAI发布”。这是误解。",
        "判断题：OpenAI发布了BERT。",
        "OpenAI并没有发布BERT。",
        "OpenAI从未发布BERT。",
        "BERT不是由OpenAI发布的。",
        "BERT并非OpenAI发布。",
    ],
)
def test_what_is_not_asserted(world: World, text: str) -> None:
    assert ASSERTED not in stances(world, text)
    assert set(world.statuses(text, "created_by")) <= {"not-checked"}


def test_the_writer_speaks_for_himself_again(world: World) -> None:
    claims = world.claims("有人误以为BERT由微软发布，其实OpenAI发布了BERT。", "created_by")
    assert {(c.value.text, c.stance) for c in claims} == {("微软", NOT_ASSERTED), ("OpenAI", ASSERTED)}


def test_a_stance_ends_with_its_sentence(world: World) -> None:
    claims = world.claims("据传微软发布了BERT。OpenAI发布了GPT-2。", "created_by")
    assert {(c.value.text, c.stance) for c in claims} == {("微软", NOT_ASSERTED), ("OpenAI", ASSERTED)}


def test_a_denial_ends_with_its_clause(world: World) -> None:
    claims = world.claims("微软没有发布BERT，OpenAI发布了GPT-2。", "created_by")
    assert [c.value.text for c in claims if c.stance == ASSERTED] == ["OpenAI"]


def test_a_question_for_the_reason_takes_the_rest_for_granted(world: World) -> None:
    assert stances(world, "为什么OpenAI发布了BERT？") == {ASSERTED}
    assert stances(world, "为什么有人说OpenAI发布了BERT？") == {NOT_ASSERTED}
    assert stances(world, "OpenAI发布了BERT吗？") == {NOT_ASSERTED}
