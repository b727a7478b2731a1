"""Statements of one article that cannot both hold."""

from __future__ import annotations

import pytest

from factcheck.checking.document_wide import Contradiction, contradictions
from small_world import World


def found(world: World, text: str) -> list[Contradiction]:
    return list(contradictions([(c, world.verdict(c)) for c in world.claims(text)], world.knowledge))


@pytest.mark.parametrize(
    ("text", "earlier", "later"),
    [
        ("BERT由OpenAI提出。\n\nBERT由谷歌提出。", "OpenAI", "谷歌"),
        ("DeepMind于2013年成立。\n\nDeepMind于2010年成立。", "2013年", "2010年"),
        ("DeepMind总部位于柏林。\n\nDeepMind总部位于伦敦。", "柏林", "伦敦"),
    ],
)
def test_the_later_statement_is_reported_with_the_earlier(
    world: World, text: str, earlier: str, later: str
) -> None:
    (contradiction,) = found(world, text)
    assert text[contradiction.earlier.value_start : contradiction.earlier.value_end] == earlier
    assert text[contradiction.later.value_start : contradiction.later.value_end] == later
    assert contradiction.earlier.start < contradiction.later.start


@pytest.mark.parametrize(
    "text",
    [
        "BERT由谷歌提出。\n\n谷歌的BERT影响深远。",
        "BERT由谷歌提出。\n\nBERT由DeepMind提出。",
        "PyTorch由Meta开发。\n\nPyTorch由FAIR开发。",
        "BERT由谷歌提出。\n\n有人误以为BERT由OpenAI提出。",
        "BERT由谷歌提出。\n\nBERT由OpenAI提出。",  # reported as wrong already
        "BERT-Large有24层。\n\nBERT有12层。",
        "DeepMind于2010年成立。\n\nDeepMind于2010年9月成立。",
        "MT-NLG由微软提出。\n\nMT-NLG由英伟达提出。",
        "BERT由OpenAI提出，BERT由谷歌提出。",  # one block
    ],
)
def test_what_can_both_hold_or_is_reported_already(world: World, text: str) -> None:
    assert found(world, text) == []


def test_one_for_each_subject_and_predicate(world: World) -> None:
    text = "BERT由OpenAI提出。\n\nBERT由谷歌提出。\n\nBERT由谷歌开发。"
    assert len(found(world, text)) == 1
