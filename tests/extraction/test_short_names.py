"""Names shortened after they were given in full."""

from __future__ import annotations

import pytest

from factcheck.extraction.mentions import Mention
from factcheck.extraction.short_names import add_short_names
from factcheck.knowledge.index import AliasTarget


def mention(text: str, name: str, identifier: str) -> Mention:
    target = AliasTarget(identifier, "model", 0, False, False, "", "", None, None)
    start = text.index(name)
    return Mention(start, start + len(name), name, (target,))


def found(texts: list[str], *named: tuple[int, str, str]) -> list[list[str]]:
    mentions: list[list[Mention]] = [[] for _ in texts]
    for index, name, identifier in named:
        mentions[index].append(mention(texts[index], name, identifier))
    add_short_names(texts, mentions)
    return [[f"{m.text}:{m.entity_ids[0]}" for m in group] for group in mentions]


@pytest.mark.parametrize(
    ("texts", "expected"),
    [
        (["Acme-R1很强。R1开源了。"], [["Acme-R1:r1", "R1:r1"]]),
        (["Acme-R1很强。", "R1开源了。"], [["Acme-R1:r1"], ["R1:r1"]]),
        (["R1是什么？Acme-R1很强。"], [["Acme-R1:r1"]]),  # before its full form it may be anything
        (["Acme-R1很强。R10、XR1、R1-Zero和R1 Pro不是它。"], [["Acme-R1:r1"]]),
    ],
)
def test_short_names(texts: list[str], expected: list[list[str]]) -> None:
    assert found(texts, (next(i for i, t in enumerate(texts) if "Acme-R1" in t), "Acme-R1", "r1")) == expected


def test_a_short_name_of_two_things_is_of_none() -> None:
    texts = ["Acme-V3和Zeta-V3。V3开源了。"]
    assert found(texts, (0, "Acme-V3", "a"), (0, "Zeta-V3", "z")) == [["Acme-V3:a", "Zeta-V3:z"]]


def named(name: str) -> tuple[AliasTarget, ...]:
    known = {"Acme-V3": "v3", "Acme-R1": "r1"}
    return (AliasTarget(known[name], "model", 0, False, False, "", "", None, None),) if name in known else ()


def test_others_of_a_family_are_known_by_their_codes() -> None:
    texts = ["Acme-R1建立在V3之上，V9还没来。"]
    mentions = [[mention(texts[0], "Acme-R1", "r1")]]
    add_short_names(texts, mentions, named)
    assert [(m.text, m.entity_ids[0]) for m in mentions[0]] == [("Acme-R1", "r1"), ("V3", "v3")]


@pytest.mark.parametrize(
    ("text", "codes"),
    [
        ("Acme：2024年12月的V3很强。2025年1月的R1更强。", ["V3", "R1"]),
        ("Acme的V3很强。", ["V3"]),
        ("Acme昨天开了发布会，有人提到V3。", []),  # whose it is cannot be told
    ],
)
def test_codes_behind_their_maker(text: str, codes: list[str]) -> None:
    maker = AliasTarget("acme", "organization", 0, False, False, "", "", None, None)
    mentions = [[Mention(0, 4, "Acme", (maker,))]]
    add_short_names([text], mentions, named)
    assert [m.text for m in mentions[0][1:]] == codes
