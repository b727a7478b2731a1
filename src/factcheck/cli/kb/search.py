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

LEAST_SCORE = 60


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
    from rapidfuzz import fuzz, process

    from factcheck.folding import name_key

    # More names than entities are asked for, as an entity may match by several.
    hits = process.extract(
        name_key(text), knowledge.keys, scorer=fuzz.WRatio, limit=number * 5, score_cutoff=LEAST_SCORE
    )
    best: dict[str, float] = {}
    for _, score, index in hits:
        for target in knowledge.targets(index):
            best[target.entity_id] = max(score, best.get(target.entity_id, 0.0))
    return sorted(best.items(), key=lambda item: (-item[1], item[0]))[:number]
