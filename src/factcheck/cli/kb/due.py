"""``factcheck kb due``: facts whose review is due."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import TYPE_CHECKING

import click

from factcheck.cli.kb.words import open_base, value_text
from factcheck.cli.options import as_of_option, claims_option, lang_option
from factcheck.cli.tables import print_table
from factcheck.cli.texts import pick
from factcheck.config import parse_date
from factcheck.reporting.messages import language, say

if TYPE_CHECKING:
    from factcheck.knowledge.index import Knowledge
    from factcheck.knowledge.model import Fact

VOLATILE_DAYS = 365
"""A fact that changes, and says no date of review, is due when it was last checked so long ago."""


@click.command(
    "due",
    help=pick(
        "列出到期该复查的事实；有则退出码为 1。",
        "List the facts that are due for review; exit status 1 if there are any.",
    ),
)
@click.option(
    "--unchecked-for",
    type=int,
    metavar="DAYS",
    help=pick("连同这么多天没有查证的", "Also those last checked so many days ago."),
)
@as_of_option
@claims_option
@lang_option
def command(unchecked_for: int | None, as_of: str, claims: tuple[str, ...], lang: str | None) -> int:
    """Print them by date."""
    knowledge, chosen = open_base(claims), language(lang)
    today = parse_date(as_of).last if as_of else date.today()
    due = sorted(_due(knowledge, today, unchecked_for), key=lambda pair: (pair[0], pair[1].id))
    rows = [(day.isoformat(), fact.id, value_text(knowledge, fact, chosen)) for day, fact in due]
    if rows:
        print_table([say(chosen, key) for key in ("kb.due", "fact", "kb.value")], rows)
    return int(bool(rows))


def _due(knowledge: Knowledge, today: date, unchecked_for: int | None) -> Iterator[tuple[date, Fact]]:
    for entity_id in knowledge.ids:
        for fact in knowledge.entity(entity_id).all_facts():
            day = _review_day(knowledge, fact, unchecked_for)
            if day is not None and day <= today:
                yield day, fact


def _review_day(knowledge: Knowledge, fact: Fact, unchecked_for: int | None) -> date | None:
    declared = fact.date_of("review_by")
    if declared is not None:
        return declared.last
    if unchecked_for is not None:
        return _checked_until(fact, unchecked_for)
    # What has ended changes no more.
    if not knowledge.ontology.predicates[fact.predicate].volatile or fact.last is not None:
        return None
    return _checked_until(fact, VOLATILE_DAYS)


def _checked_until(fact: Fact, days: int) -> date:
    from datetime import timedelta

    from factcheck.knowledge.values import DateInterval

    checked = [DateInterval.parse(source.checked).last for source in fact.sources if source.checked]
    return max(checked) + timedelta(days=days) if checked else date.min
