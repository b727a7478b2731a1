"""Class words: longest first, whole Latin words, one character for each word."""

from __future__ import annotations

import itertools
import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factcheck.folding import lower
from factcheck.language.lexicon import Lexicon, Word

LEXICON = Lexicon(
    {
        "make": ["推出", "发布", "released"],
        "release": ["发布", "上线"],
        "plain": ["发布会"],
        "ceo": ["CEO", "首席执行官"],
    }
)


def find(text: str) -> list[Word]:
    return LEXICON.find(text, lower(text))


def found(text: str) -> list[tuple[str, frozenset[str]]]:
    return [(w.text, w.classes) for w in find(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("谷歌推出并发布", [("推出", {"make"}), ("发布", {"make", "release"})]),
        ("谷歌发布会", [("发布会", {"plain"})]),
        ("Google released it", [("released", {"make"})]),
        ("Google RELEASED it", [("RELEASED", {"make"})]),
        ("unreleased", []),
        ("releasedX", []),
        ("OpenAI的CEO是谁", [("CEO", {"ceo"})]),
        ("ceo奥特曼", [("ceo", {"ceo"})]),
        ("首席执行官", [("首席执行官", {"ceo"})]),
        ("什么也没有", []),
    ],
)
def test_words_and_their_classes(text: str, expected: list[tuple[str, set[str]]]) -> None:
    assert found(text) == [(word, frozenset(classes)) for word, classes in expected]


def test_every_word_has_a_character_of_its_own() -> None:
    words = find("推出 发布 上线 发布会 首席执行官 released")
    characters = [w.character for w in words]
    assert len(words) == 6
    assert len(set(characters)) == 6
    assert all("\ue100" <= c <= "\uf8ff" for c in characters)


def test_a_class_is_the_characters_of_its_words() -> None:
    by_text = {w.text: w.character for w in find("推出 发布 上线 发布会 released")}
    assert set(LEXICON.characters["make"]) == {by_text["推出"], by_text["发布"], by_text["released"]}
    assert set(LEXICON.characters["release"]) == {by_text["发布"], by_text["上线"]}


def test_ranges_match_the_same_characters() -> None:
    import re

    for name, characters in LEXICON.characters.items():
        pattern = re.compile(f"[{LEXICON.ranges[name]}]")
        others = set("".join(LEXICON.characters.values())) - set(characters)
        assert all(pattern.fullmatch(c) for c in characters)
        assert not any(pattern.fullmatch(c) for c in others)


def test_a_lexicon_comes_back_from_json() -> None:
    again = Lexicon.from_plain(json.loads(json.dumps(LEXICON.plain())))
    text = "谷歌推出并发布，首席执行官released"
    assert again.find(text, text) == LEXICON.find(text, text)
    assert (again.characters, again.ranges) == (LEXICON.characters, LEXICON.ranges)


@given(st.text(alphabet="推出发布会上线CEOceo首席执行官released ，", max_size=30))
def test_words_stand_where_they_say_without_overlaps(text: str) -> None:
    words = find(text)
    assert all(text[w.start : w.end] == w.text for w in words)
    assert all(a.end <= b.start for a, b in itertools.pairwise(words))
    assert text.count("首席执行官") == sum(w.text == "首席执行官" for w in words)


PARTS = [
    "推出",
    "发布",
    "发布会",
    "上线",
    "会上",
    "released ",
    "CEO",
    "首席执行官",
    "首席",
    "发",
    "布",
    "，",
    "x",
    "\n",
]


@given(st.lists(st.lists(st.sampled_from(PARTS), max_size=8).map("".join), max_size=4))
def test_a_lexicon_of_the_words_that_texts_hold_finds_the_same_in_them(texts: list[str]) -> None:
    lexicon = Lexicon.from_plain(LEXICON.plain())
    held = lexicon.held_by(map(lower, texts))
    assert [held.find(text, lower(text)) for text in texts] == [find(text) for text in texts]


def test_after_many_texts_the_lexicon_of_all_words_serves() -> None:
    lexicon = Lexicon.from_plain(LEXICON.plain())
    assert lexicon.held_by(["发布"]) is not lexicon
    lexicon.held_by(["长文" * 100_000])
    assert lexicon.held_by(["发布"]) is lexicon
