"""Names that the knowledge base does not know."""

from __future__ import annotations

import pytest

from factcheck.extraction.strangers import find_strangers
from factcheck.language.lexicon import Word

TELLING = [Word(0, 1, "创办", "x", frozenset({"foundrel"}))]


def names(text: str, words: list[Word] = TELLING) -> list[tuple[str, str]]:
    return [(s.text, s.kind) for s in find_strangers(text, 0, len(text), [], words)]


@pytest.mark.parametrize(
    ("text", "name", "kind"),
    [
        ("1987年，孙大雷在新竹创办了这家企业。", "孙大雷", "person"),
        ("由玛莎·克莱因等人创办。", "玛莎·克莱因", "person"),
        ("它由Martha Klein于2019年创办。", "Martha Klein", "person"),
        ("由普渡大学开发的框架。", "普渡大学", "organization"),
        ("It was made by University of Utopia.", "University of Utopia", "organization"),
    ],
)
def test_names_of_strangers(text: str, name: str, kind: str) -> None:
    assert names(text) == [(name, kind)]


@pytest.mark.parametrize(
    "text",
    [
        "由一家初创公司开发的框架。",
        "由互联网公司开发的框架。",
        "何时由他们创办，没有人知道。",
        "她与同学等人创办了这家企业。",
        "用户在上面创办了社区。",
    ],
)
def test_words_are_no_names(text: str) -> None:
    assert names(text) == []


def test_nothing_is_sought_where_nobody_makes_or_founds_anything() -> None:
    assert names("1987年，孙大雷在新竹散步。", []) == []
