"""``factcheck kb stats``: how much is known, from where, and how fresh it is."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from datetime import date
from typing import TYPE_CHECKING

import click

from factcheck.cli.kb.words import open_base
from factcheck.cli.options import as_of_option, claims_option, lang_option
from factcheck.cli.output import write_report
from factcheck.cli.tables import print_table
from factcheck.cli.texts import pick
from factcheck.config import parse_date
from factcheck.errors import FactcheckError
from factcheck.reporting.messages import language, say

if TYPE_CHECKING:
    from factcheck.knowledge.index import Knowledge
    from factcheck.knowledge.model import Entity, Source

MOST_HOSTS = 10
MOST_UNKNOWN = 20
_AGES = ((90, "≤ 90 d"), (365, "≤ 1 y"), (730, "≤ 2 y"))


@click.command(
    "stats",
    help=pick(
        "各类事物、谓词、来源的数量，查证的新旧。",
        "Counts by type, predicate and source; age of what was checked.",
    ),
)
@click.option(
    "--frequencies",
    metavar="FILE",
    help=pick(
        "词频 CSV（名称,次数）：提及中认得的比例", "CSV (name,count): the share of mentions that are known."
    ),
)
@as_of_option
@claims_option
@lang_option
def command(frequencies: str | None, as_of: str, claims: tuple[str, ...], lang: str | None) -> int:
    """Print the statistics."""
    knowledge, chosen = open_base(claims), language(lang)
    today = parse_date(as_of).last if as_of else date.today()
    entities = [knowledge.entity(each) for each in knowledge.ids]
    write_report(
        [
            say(
                chosen,
                "kb.totals",
                entities=knowledge.entity_count,
                facts=knowledge.fact_count,
                names=len(knowledge.keys),
                version=knowledge.version,
            ),
            "\n\n",
        ]
    )
    _by_type(knowledge, entities, chosen)
    _by_predicate(knowledge, entities, chosen)
    _by_source(entities, today, chosen)
    if frequencies:
        _known_share(knowledge, frequencies, chosen)
    return 0


def _by_type(knowledge: Knowledge, entities: Iterable[Entity], lang: str) -> None:
    counts: Counter[str] = Counter()
    facts: Counter[str] = Counter()
    for entity in entities:
        counts[entity.type] += 1
        facts[entity.type] += sum(1 for _ in entity.all_facts())
    rows = [
        (kind, counts[kind], facts[kind], f"{facts[kind] / counts[kind]:.1f}")
        for kind, _ in counts.most_common()
    ]
    _table(lang, ("kb.type", "kb.entities", "kb.facts", "kb.per"), rows)


def _by_predicate(knowledge: Knowledge, entities: Iterable[Entity], lang: str) -> None:
    """How many facts, and of the entities that could have one, how many do."""
    facts: Counter[str] = Counter()
    having: Counter[str] = Counter()
    types: Counter[str] = Counter()
    for entity in entities:
        types[entity.type] += 1
        for predicate, found in entity.facts.items():
            facts[predicate] += len(found)
            having[predicate] += 1
    rows = []
    for name, count in facts.most_common():
        able = sum(types[kind] for kind in knowledge.ontology.predicates[name].domain)
        rows.append((name, count, having[name], able, f"{having[name] / able:.0%}" if able else ""))
    _table(lang, ("kb.predicate", "kb.facts", "kb.entities", "kb.able", "kb.coverage"), rows)


def _by_source(entities: Iterable[Entity], today: date, lang: str) -> None:
    sources = {
        source.url: source for entity in entities for fact in entity.all_facts() for source in fact.sources
    }
    hosts = Counter(_host(url) for url in sources)
    _table(lang, ("kb.host", "kb.sources"), hosts.most_common(MOST_HOSTS))
    ages = Counter(_age(source, today) for source in sources.values())
    order = [*(label for _, label in _AGES), "> 2 y", "?"]
    _table(lang, ("kb.age", "kb.sources"), [(label, ages[label]) for label in order if ages[label]])


def _known_share(knowledge: Knowledge, path: str, lang: str) -> None:
    rows = _frequencies(path)
    total = sum(count for _, count in rows)
    unknown_names = [(name, count) for name, count in rows if not knowledge.lookup(name)]
    known = total - sum(count for _, count in unknown_names)
    share = known / total if total else 0.0
    write_report([say(lang, "kb.share", known=known, total=total, share=f"{share:.1%}"), "\n"])
    unknown_names.sort(key=lambda row: (-row[1], row[0]))
    _table(lang, ("kb.missing", "count"), unknown_names[:MOST_UNKNOWN])


def _frequencies(path: str) -> list[tuple[str, int]]:
    """Rows of name and count; a header, and columns after the second, are passed over."""
    import csv

    rows = []
    try:
        with open(path, encoding="utf-8-sig", newline="") as file:
            for row in csv.reader(file):
                if len(row) >= 2 and row[1].strip().isdigit():
                    rows.append((row[0].strip(), int(row[1])))
    except (OSError, UnicodeDecodeError, csv.Error) as error:
        raise FactcheckError(f"{path}: cannot be read: {error}") from error
    if not rows:
        raise FactcheckError(f"{path}: no row with a name and a count")
    return rows


def _table(lang: str, headers: tuple[str, ...], rows: Iterable[tuple[object, ...]]) -> None:
    print_table([say(lang, key) for key in headers], list(rows))
    write_report(["\n"])


def _host(url: str) -> str:
    return url.partition("://")[2].partition("/")[0].removeprefix("www.")


def _age(source: Source, today: date) -> str:
    from factcheck.knowledge.values import DateInterval

    if not source.checked:
        return "?"
    days = (today - DateInterval.parse(source.checked).last).days
    return next((label for most, label in _AGES if days <= most), "> 2 y")
