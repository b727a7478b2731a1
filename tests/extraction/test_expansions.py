"""What an acronym is said to stand for, in all the ways of saying so."""

from __future__ import annotations

import pytest

from small_world import World

TRUE = "Bidirectional Encoder Representations from Transformers"
FALSE = "Bidirectional Encoder Representations for Text"
FORMS = [
    "BERT（{}）由谷歌提出。",
    "BERT（全称{}）由谷歌提出。",
    "BERT（双向编码器表示，{}）由谷歌提出。",
    "BERT({})由谷歌提出。",
    "BERT的全称是{}。",
    "BERT是{}的缩写。",
    "BERT代表{}。",
    "BERT即“{}”。",
    "**BERT**: {}",
]


@pytest.mark.parametrize("form", FORMS)
def test_every_form_is_read(world: World, form: str) -> None:
    for phrase, status in ((TRUE, "supported"), (FALSE, "contradicted")):
        text = form.format(phrase)
        claim = world.one(text, "expansion")
        assert claim.subjects == ("bert",)
        assert text[claim.value_start : claim.value_end] == phrase
        assert world.verdict(claim).status == status


@pytest.mark.parametrize(
    "text",
    [
        "BERT（谷歌）由多层编码器组成。",
        "BERT（2018年）由多层编码器组成。",
        "LSTM（Long Short-Term Memory）与BERT不同。",
        "GPT-3（Generative Pre-trained Transformer 3）很大。",
        "BERT发布之后，Natural Language Processing焕然一新。",
        "OpenAI（Artificial Intelligence）",
    ],
)
def test_what_is_no_known_expansion(world: World, text: str) -> None:
    assert world.claims(text, "expansion") == []
