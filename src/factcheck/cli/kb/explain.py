"""``factcheck kb explain``: what a fact makes of statements."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

import click

from factcheck.cli.kb.words import open_base, period_text, shown, value_text
from factcheck.cli.lazy import unknown
from factcheck.cli.options import claims_option, lang_option
from factcheck.cli.output import write_report
from factcheck.cli.texts import pick
from factcheck.reporting.messages import language, say

if TYPE_CHECKING:
    from factcheck.knowledge.index import Knowledge
    from factcheck.knowledge.model import Fact
    from factcheck.knowledge.schema import Predicate

MOST_RELATIVES = 8


@click.command(
    "explain",
    help=pick(
        "一条事实接受什么说法、反驳什么说法。FACT 如 bert.created_by。",
        "What a fact accepts and contradicts; FACT is such as bert.created_by.",
    ),
)
@click.argument("fact", metavar="FACT")
@claims_option
@lang_option
def command(fact: str, claims: tuple[str, ...], lang: str | None) -> int:
    """Print each fact of this id, or all of a predicate."""
    knowledge, chosen = open_base(claims), language(lang)
    for each in _facts(knowledge, fact):
        write_report([*_explained(knowledge, each, chosen), "\n"])
    return 0


def _facts(knowledge: Knowledge, name: str) -> list[Fact]:
    exact = knowledge.fact(name)
    if exact is not None:
        return [exact]
    entity, _, predicate = name.partition(".")
    if entity not in knowledge:
        raise unknown(pick("知识库里没有", "not in the knowledge base"), entity, knowledge.ids)
    known = knowledge.entity(entity)
    facts = [fact for fact in known.all_facts() if not predicate or fact.predicate == predicate]
    if not facts:
        raise unknown(pick("没有这条事实", "no such fact"), name, [fact.id for fact in known.all_facts()])
    return facts


def _explained(knowledge: Knowledge, fact: Fact, lang: str) -> Iterator[str]:
    predicate = knowledge.ontology.predicates[fact.predicate]
    entity = knowledge.entity(fact.entity)
    yield f"{fact.id}\n"
    yield f"  {entity.display(lang)} · {predicate.label(lang)} = {value_text(knowledge, fact, lang)}\n"
    if period_text(fact):
        yield f"  {say(lang, 'kb.period')}: {period_text(fact)}\n"
    for source in fact.sources:
        yield f"  {say(lang, 'source')}: {source.url} ({say(lang, 'checked', date=source.checked)})\n"
    yield f"  {say(lang, 'kb.world')}: {say(lang, f'world.{predicate.world}')}\n"
    yield from (f"  ✓ {text}\n" for text in dict.fromkeys(_accepted(knowledge, fact, predicate, lang)))
    yield from (f"  ✗ {text}\n" for text in dict.fromkeys(_rejected(knowledge, fact, predicate, lang)))


def _accepted(knowledge: Knowledge, fact: Fact, predicate: Predicate, lang: str) -> Iterator[str]:
    shape = predicate.shape_of("value")
    for text in (*fact.texts("value"), *fact.texts("also")):
        yield shown(knowledge, shape, text, lang)
        if shape == "entity" and text in knowledge:
            yield from _relatives(knowledge, text, lang)
        if shape == "word":
            yield from knowledge.vocabulary.words_of(text)
    for quantity in fact.quantities if shape == "quantity" else ():
        slack = predicate.tolerance
        yield say(
            lang,
            "kb.range",
            low=_number(quantity.low * (1 - slack)),
            high=_number(quantity.high * (1 + slack)),
        )
    if fact.date is not None and predicate.shape == "date":
        yield say(lang, "kb.dates", date=fact.date.isoformat())
        yield from (f"{each.id}: {each.date.isoformat()}" for each in _siblings(knowledge, fact) if each.date)


def _rejected(knowledge: Knowledge, fact: Fact, predicate: Predicate, lang: str) -> Iterator[str]:
    shape = predicate.shape_of("value")
    yield from (shown(knowledge, shape, text, lang) for text in fact.texts("not"))
    for myth in knowledge.entity(fact.entity).myths:
        if myth.predicate == fact.predicate:
            value = ", ".join(shown(knowledge, shape, text, lang) for text in myth.value or ())
            yield f"{value}: {myth.because}" if myth.because else value
    if fact.status == "undisclosed":
        yield say(lang, "kb.any")
    elif predicate.world == "closed":
        yield say(lang, "kb.other_date" if predicate.shape == "date" else "kb.other")


def _relatives(knowledge: Knowledge, entity_id: str, lang: str) -> Iterator[str]:
    """The owners of an organisation: to name them instead is not wrong."""
    for owner in knowledge.owners(entity_id, None)[:MOST_RELATIVES]:
        yield f"{knowledge.entity(owner).display(lang)} ({say(lang, 'kb.owner')})"


def _siblings(knowledge: Knowledge, fact: Fact) -> list[Fact]:
    """The other events that a general word such as 发布 may mean."""
    return [each for each in knowledge.entity(fact.entity).facts_of(fact.predicate) if each.id != fact.id]


def _number(value: float) -> str:
    for factor, suffix in ((1e12, "T"), (1e9, "B"), (1e6, "M")):
        if value >= factor:
            return f"{value / factor:.4g}{suffix}"
    return f"{value:,.6g}"
