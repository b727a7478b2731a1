"""``factcheck kb show``: what is known of an entity, when it happened, where it is written."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from factcheck.cli.kb.words import find_entities, names_text, open_base, period_text, value_text
from factcheck.cli.options import claims_option, lang_option
from factcheck.cli.output import write_report
from factcheck.cli.tables import print_table
from factcheck.cli.texts import pick
from factcheck.reporting.messages import language, say

if TYPE_CHECKING:
    from factcheck.knowledge.index import Knowledge
    from factcheck.knowledge.model import Entity


@click.command(
    "show",
    help=pick(
        "显示一个事物的卡片。NAME 是名称或 id。", "Show the card of an entity; NAME is a name or an id."
    ),
)
@click.argument("name")
@claims_option
@lang_option
def command(name: str, claims: tuple[str, ...], lang: str | None) -> int:
    """Print the card of each entity of this name."""
    knowledge = open_base(claims)
    for entity in find_entities(knowledge, name):
        _card(knowledge, entity, language(lang))
    return 0


def _card(knowledge: Knowledge, entity: Entity, lang: str) -> None:
    kind = knowledge.ontology.types[entity.type]
    title = f"{entity.display(lang)}  {entity.id}  {kind.zh if lang == 'zh' else kind.en}"
    write_report([f"{title}\n", f"{say(lang, 'kb.names')}: {say(lang, 'list').join(names_text(entity))}\n\n"])
    _facts(knowledge, entity, lang)
    _timeline(knowledge, entity, lang)
    _myths(knowledge, entity, lang)
    _sources(entity, lang)


def _facts(knowledge: Knowledge, entity: Entity, lang: str) -> None:
    rows = [
        (
            fact.id,
            knowledge.ontology.predicates[fact.predicate].label(lang),
            period_text(fact),
            ", ".join(source.key for source in fact.sources),
            value_text(knowledge, fact, lang),
        )
        for fact in entity.all_facts()
    ]
    headers = [say(lang, key) for key in ("kb.id", "fact", "kb.period", "source", "kb.value")]
    print_table(headers, rows)
    write_report(["\n"])


def _timeline(knowledge: Knowledge, entity: Entity, lang: str) -> None:
    dated = [(fact.date, fact) for fact in entity.all_facts()]
    rows = sorted(
        (
            (
                date.isoformat(),
                knowledge.ontology.predicates[fact.predicate].label(lang),
                value_text(knowledge, fact, lang),
            )
            for date, fact in dated
            if date is not None
        ),
    )
    if rows:
        print_table(
            [say(lang, "kb.date"), say(lang, "fact"), say(lang, "kb.value")], rows, say(lang, "kb.timeline")
        )
        write_report(["\n"])


def _myths(knowledge: Knowledge, entity: Entity, lang: str) -> None:
    rows = [
        (knowledge.ontology.predicates[myth.predicate].label(lang), ", ".join(myth.value or ()), myth.because)
        for myth in entity.myths
    ]
    if rows:
        headers = [say(lang, key) for key in ("fact", "kb.value", "kb.because")]
        print_table(headers, rows, say(lang, "kb.myths"))
        write_report(["\n"])


def _sources(entity: Entity, lang: str) -> None:
    sources = {source.key: source for fact in entity.all_facts() for source in fact.sources}
    rows = [(each.key, each.checked, each.published, each.url, each.title) for each in sources.values()]
    headers = [say(lang, key) for key in ("source", "kb.checked", "kb.published", "kb.url", "kb.title")]
    print_table(headers, rows)
    write_report(["\n"])
