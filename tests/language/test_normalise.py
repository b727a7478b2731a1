"""Normalised text reads as the source does, and knows where each of its characters stands."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factcheck.document.text import Text
from factcheck.folding import fold
from factcheck.language.normalise import normalise

MIXED = st.text(
    alphabet="谷歌发布了發佈臺灣ＢＥＲＴ２０１８年 BERT-3\t，。（）()“”\u200b\u00ad\ufeff\u3000a1",
    max_size=40,
)


def text_of(source: str) -> Text:
    return Text.run(source, 0, len(source))


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        ("2018 年 10 月", "2018年10月"),
        ("由 OpenAI 推出", "由OpenAI推出"),
        ("ＧＰＴ－３", "GPT-3"),
        ("谷歌發佈了開源框架", "谷歌发布了开源框架"),
        ("BERT （谷歌）", "BERT(谷歌)"),
        ("GPT-4 Turbo", "GPT-4 Turbo"),
        ("Attention  Is   All", "Attention Is All"),
        ("谷\u200b歌", "谷歌"),
        ("１７５０億", "1750亿"),
        ("５０％", "50%"),
        ("谷歌，微软。", "谷歌，微软。"),
        ("", ""),
    ],
)
def test_writing_variants(source: str, expected: str) -> None:
    assert normalise(text_of(source)).text == expected


def test_a_span_leads_back_to_the_source() -> None:
    source = "在 ２０１８ 年，由 ＯｐｅｎＡＩ 發佈"
    text = normalise(text_of(source))
    start = text.text.index("OpenAI")
    a, b = text.span(start, start + 6)
    assert source[a:b] == "ＯｐｅｎＡＩ"
    a, b = text.span(text.text.index("2018"), text.text.index("年") + 1)
    assert source[a:b] == "２０１８ 年"


def test_an_unchanged_text_is_the_same_object() -> None:
    text = text_of("谷歌发布了BERT")
    assert normalise(text) is text


@given(MIXED)
def test_every_character_is_one_of_the_source_perhaps_folded(source: str) -> None:
    text = normalise(text_of(source))
    assert len(text.text) == len(text.offsets)
    for character, offset in zip(text.text, text.offsets, strict=True):
        pause = character == "，" and fold(source[offset]) == " "  # a space that parts Chinese phrases
        assert pause or fold(source[offset]) == character
    assert all(a < b for a, b in pairwise(text.offsets))


@given(MIXED)
def test_only_space_is_dropped(source: str) -> None:
    blank = " \t\u3000\u200b\u00ad\ufeff"
    text = normalise(text_of(source))
    kept = [c for c, o in zip(text.text, text.offsets, strict=True) if source[o] not in blank]
    assert kept == [c for c in fold(source) if c not in blank]


@given(st.text(alphabet="谷歌發佈ＢＥＲＴ２０１８年 BERT-3\t，。（）“”\u3000a1", max_size=40))
def test_normalising_twice_changes_nothing(source: str) -> None:
    once = normalise(text_of(source))
    assert normalise(once).text == once.text


@given(MIXED, st.integers(0, 5))
def test_offsets_of_a_part_of_a_document(source: str, shift: int) -> None:
    whole = "x" * shift + source
    text = normalise(Text.run(whole, shift, len(whole)))
    assert list(text.offsets) == [o + shift for o in normalise(text_of(source)).offsets]
