"""The cases of the matrix: every statement in every construction that suits it, once true and once wrong."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from factcheck.knowledge.schema import Ontology
from factcheck.knowledge_tests.statements import Statement
from factcheck.knowledge_tests.templates import Construction, Templates, choose, filled
from factcheck.knowledge_tests.values import Slots

_HAN = r"[\u3400-\u9fff]"
_SEAM = re.compile(rf"(?<={_HAN})(?=[A-Za-z0-9])|(?<=[A-Za-z0-9+%])(?={_HAN})")


@dataclass(frozen=True, slots=True)
class Case:
    """A made sentence. ``value_start`` and ``value_end`` are where its value stands; ``rules`` may report it."""

    fact: str
    predicate: str
    construction: str
    true: bool
    text: str
    value_start: int
    value_end: int
    rules: tuple[str, ...]


def cases_of(statement: Statement, templates: Templates, ontology: Ontology) -> Iterator[Case]:
    """The cases of a statement; a construction that asks for more than is known makes none."""
    entry = templates.predicates.get(statement.templates)
    if entry is None:
        return
    rules = entry.rules or (ontology.predicates[statement.predicate].rule,)
    words = {name: table.choose(statement.keys, statement.seed) for name, table in templates.words.items()}
    slots = {**words, **{name: text for name, text in statement.slots.items() if text}}
    if statement.wrong:
        slots["other"] = statement.wrong[statement.seed % len(statement.wrong)]["value"]
    for place, construction in enumerate(entry.constructions):
        kind, event = statement.keys["type"], statement.keys.get("event", "")
        if not construction.suits(kind, event, statement.circumstances):
            continue
        yield from _both(statement, construction, slots, place, rules)


def _both(
    statement: Statement, construction: Construction, slots: Slots, place: int, rules: tuple[str, ...]
) -> Iterator[Case]:
    """The true and the wrong sentence of a construction, alike but for the value."""
    for true, wordings, forms in (
        (True, construction.true, statement.true),
        (False, construction.wrong, statement.wrong),
    ):
        made = _sentence(wordings, forms, slots, statement.seed + place)
        if made is not None:
            text, start, end = _spaced(made) if statement.seed % 3 == 0 else made
            yield Case(statement.fact, statement.templates, construction.name, true, text, start, end, rules)


def _sentence(
    wordings: Sequence[str], forms: Sequence[Slots], slots: Slots, seed: int
) -> tuple[str, int, int] | None:
    for wording in choose(wordings, seed):
        for place in range(len(forms)):
            made = filled(wording, {**slots, **forms[(seed + place) % len(forms)]})
            if made is not None:
                return made
    return None


def _spaced(made: tuple[str, int, int]) -> tuple[str, int, int]:
    """The same with a blank between Chinese and Latin, as many writers have it; code and addresses stay."""
    text, start, end = made
    if "`" in text or "://" in text:
        return made
    pieces = (text[:start], text[start:end], text[end:])
    before, value, after = (_SEAM.sub(" ", piece) for piece in pieces)
    if before and _SEAM.search(before[-1] + value[0]):
        before += " "
    if after and _SEAM.search(value[-1] + after[0]):
        after = " " + after
    return before + value + after, len(before), len(before) + len(value)


def selected(cases: Iterable[Case], constructions: Sequence[str]) -> Iterator[Case]:
    """The cases of these constructions, or all."""
    return (case for case in cases if not constructions or case.construction in constructions)
