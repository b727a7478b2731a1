"""``factcheck kb search``: entities whose names are like a text."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from factcheck.cli.kb.words import open_base
from factcheck.cli.options import claims_option, lang_option
from factcheck.cli.tables import print_table
from factcheck.cli.texts import pick
from factcheck.reporting.messages import language, say

if TYPE_CHECKING:
    from factcheck.knowledge.index import Knowledge

LEAST_SCORE = 50


@click.command(
    "search", help=pick("按名称查找，可有错字。", "Find entities by name; misspellings are forgiven.")
)
@click.argument("text")
@click.option("-n", "--number", default=20, show_default=True, help=pick("最多几个", "How many at most."))
@claims_option
@lang_option
def command(text: str, number: int, claims: tuple[str, ...], lang: str | None) -> int:
    """Print the entities; exit 1 if there are none."""
    knowledge, chosen = open_base(claims), language(lang)
    found = search(knowledge, text, number)
    rows = [
        (f"{score:.0f}", each, knowledge.type_of(each), knowledge.entity(each).display(chosen))
        for each, score in found
    ]
    if rows:
        print_table([say(chosen, key) for key in ("kb.score", "kb.id", "kb.type", "kb.names")], rows)
    return int(not rows)


def search(knowledge: Knowledge, text: str, number: int) -> list[tuple[str, float]]:
    """Entity ids with the score (to 100) of their best name, best first."""
    from factcheck.folding import name_key

    key = name_key(text)
    likeness = _latin_likeness if key.isascii() else _han_likeness
    best: dict[str, float] = {}
    for index, name in enumerate(knowledge.keys):
        score = likeness(key, name)
        if score < LEAST_SCORE:
            continue
        for target in knowledge.targets(index):
            best[target.entity_id] = max(score, best.get(target.entity_id, 0.0))
    return sorted(best.items(), key=lambda item: (-item[1], item[0]))[:number]


def _latin_likeness(query: str, name: str) -> float:
    from rapidfuzz import fuzz

    return fuzz.WRatio(query, name, score_cutoff=80)


def _han_likeness(query: str, name: str) -> float:
    """Names of two or three characters share too many by chance: what counts is contained or nearly equal."""
    from rapidfuzz.distance import Levenshtein

    if query in name:
        return 60 + 40 * len(query) / len(name)
    return 100 * Levenshtein.normalized_similarity(query, name)
