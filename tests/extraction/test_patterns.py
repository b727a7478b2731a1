"""The pattern language: slots, classes of words, stretches, and the cheap test before a match."""

from __future__ import annotations

import re

import pytest

from factcheck.extraction.patterns import (
    AGENT,
    DATE,
    PERSON,
    PUNCTUATION,
    SLOT_CHARACTERS,
    THING,
    THING_OF,
    ZERO,
    Pattern,
    compile_pattern,
)  # fmt: skip
from factcheck.language.lexicon import Lexicon
from small_world import small_world

LEXICON = Lexicon(
    {"make": ["推出", "发布"], "by": ["由"], "and": ["、", "和"], "join_with": ["联合"], "prop_word": ["自回归"], "lic_word": ["MIT"],
     "cat_word": ["框架"], "superlative": ["最大"], "verb": ["是"]}
)  # fmt: skip


def compiled(source: str) -> Pattern:
    return compile_pattern(source, LEXICON)


def skeleton(text: str) -> str:
    """A sentence written with letters for slots (T O P D Q Z) as the rules see it."""
    for letter, character in SLOT_CHARACTERS.items():
        text = text.replace(letter, character)
    for word in reversed(LEXICON.find(text, text)):
        text = text[: word.start] + word.character + text[word.end :]
    return text.translate(PUNCTUATION)


def match(source: str, text: str) -> re.Match[str] | None:
    return compiled(source).regex.search(skeleton(text))


@pytest.mark.parametrize(
    ("pattern", "matching", "other"),
    [
        ("<agent:agent> @make 了? <subject:thing>", ["O推出T", "O推出了T", "P发布T", "Z发布T"], ["T推出O", "O推出", "O是T"]),
        ("<subject:thing> ~ @by <agent:agent>", ["T由O", "T随后由O", "Z由O"], ["T，由O", "TT，由O", "O由T"]),
        ("<agent:agent> ~~ @make", ["O在T之后推出", "O推出"], ["O。推出", "O说，推出"]),
        ("<agent:named_org> ~~~ @make", ["O与P和T推出"], ["O，推出"]),
        ("<subject:named> @make", ["T推出"], ["Z推出", "t推出"]),
        ("<subject:named_of> @make", ["T推出", "t推出"], ["Z推出"]),
        ("<subject:thing> <prop:prop>", ["T自回归", "TT"], ["T是"]),
        ("<subject:thing> <cat:cat>", ["T框架"], ["T自回归"]),
        ("<date:date> (起|开始) @make", ["D起推出", "D开始推出"], ["D推出"]),
        ("@verb? <subject:named>", ["是T", "T"], ["是O"]),
        ("^ <date:date> $", ["D"], ["D推出"]),
        ("[于在] <date:date>", ["于D", "在D"], ["由D"]),
    ],
)  # fmt: skip
def test_what_a_pattern_matches(pattern: str, matching: list[str], other: list[str]) -> None:
    for text in matching:
        assert match(pattern, text) is not None, text
    for text in other:
        assert match(pattern, text) is None, text


def test_a_plus_takes_an_enumeration() -> None:
    found = match("<agent:agent+> @make <subject:thing+>", "O、O和P推出T、T")
    assert found is not None
    assert [c for c in found["agent"] if c in AGENT + PERSON] == [AGENT, AGENT, PERSON]
    assert found["subject"].count(THING) == 2


def test_without_a_plus_one_is_taken() -> None:
    found = match("<agent:agent> @make", "O、O推出")
    assert found is not None
    assert found["agent"] == AGENT


def test_an_empty_subject_is_not_part_of_an_enumeration() -> None:
    found = match("@make <subject:thing+>", "推出T、Z")
    assert found is not None
    assert ZERO not in found["subject"]


def test_a_class_word_in_a_literal_is_its_character() -> None:
    assert match("<subject:named> 推出的", "T推出的") is not None
    assert match("<subject:named> 推出的", "T发布的") is None


@pytest.mark.parametrize("pattern", ["<x:nothing>", "@nothing", "<subject:thing> @nothing?"])
def test_unknown_slots_and_classes_are_errors(pattern: str) -> None:
    with pytest.raises(ValueError, match="nothing"):
        compiled(pattern)


def fits(pattern: Pattern, characters: frozenset[str]) -> bool:
    """Whether a skeleton of these characters has one of each that the pattern needs."""
    return all(not need.isdisjoint(characters) for need in pattern.needs)


def test_needs_are_a_necessary_condition() -> None:
    pattern = compiled("<date:date> ~ (<agent:agent>)? @make @by? <subject:thing_of>")
    full = frozenset(skeleton("D推出T"))
    assert fits(pattern, full)
    assert not fits(pattern, full - {DATE})
    assert not fits(pattern, full - {THING})
    assert fits(pattern, full - {THING} | {THING_OF})
    assert fits(pattern, full - {AGENT})


def test_every_construction_of_the_rules_compiles() -> None:
    constructions = [c for each in small_world().rules.constructions.values() for c in each]
    assert len(constructions) > 100
    for construction in constructions:
        assert construction.pattern.regex.pattern == construction.pattern.expression
        assert all(construction.pattern.needs)


@pytest.mark.parametrize(
    ("source", "needs"),
    [
        ("<subject:named> ~ @by", [THING, skeleton("由")]),
        ("<subject:named>+ 毕业于?", [THING, "毕", "业"]),
        ("(上市|开售|@by) <x:date>", ["上开" + skeleton("由"), DATE]),
        ("(上市|开?售)? <x:date>", [DATE]),
        ("(?!上市) <x:date> (?= 售 | $)", [DATE]),
        ("(上市|) [^，]{0,3} <x:date>{2,3}", [DATE]),
        ("[上售] ~~", ["上售"]),
        ("~~ .*", []),
    ],
)
def test_a_pattern_needs_what_no_match_is_without(source: str, needs: list[str]) -> None:
    assert set(compiled(source).needs) == {frozenset(characters) for characters in needs}


def test_of_two_needs_the_stricter_is_kept() -> None:
    assert compiled("<subject:thing> ~ <x:named>").needs == (frozenset(THING),)


def test_what_is_no_regular_expression_is_refused() -> None:
    with pytest.raises(ValueError, match="not a regular expression: missing"):
        compiled("(<subject:thing>")
