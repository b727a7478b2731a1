"""Values: that they can be so, and that no fact contradicts another of its own entity."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import combinations

from factcheck.knowledge.entities import Written
from factcheck.knowledge.hygiene.ground import Check, Ground, at_fact
from factcheck.knowledge.model import Fact, Myth
from factcheck.knowledge.problems import Problem
from factcheck.knowledge.values import DateInterval, Quantity

# Outside of these, a figure is a slip of the pen (a missing K, a B for an M), not a discovery.
BOUNDS = {
    "parameters": (1e3, 1e14),
    "context_window": (64, 1e8),
    "training_tokens": (1e6, 1e15),
    "layers": (1, 5e3),
    "attention_heads": (1, 1e3),
    "hidden_size": (8, 1e6),
    "mask_ratio": (1, 99),
    "vocabulary_size": (1e2, 1e7),
    "experts": (2, 1e5),
    "memory": (1e6, 1e15),
    "memory_bandwidth": (1e8, 1e17),
    "interconnect_bandwidth": (1e8, 1e17),
    "transistors": (1e3, 1e14),
    "process_node": (1, 1e5),
    "power": (0.1, 1e6),
    "cost": (1e2, 1e12),
    "users": (1, 1e11),
    "amount": (1e3, 1e13),
    "valuation": (1e5, 1e14),
}
_UNITS = {
    "count": "", "tokens": "", "bytes": "B", "nm": "nm", "watts": "W", "percent": "%", "bandwidth": "B/s",
}  # fmt: skip
_CURRENCY = re.compile(r"[A-Z]{3}")
_MONEY = ("amount", "valuation", "cumulative")
# What a thing is can be put in several ways (a library that is a framework); other words describe one
# property.
_OVERLAPPING = ("category",)
# What else may differ between two facts that say the same.
_REMARKS = ("note", "review_by")


def quantities_are_sane(ground: Ground) -> Iterator[Problem]:
    """A quantity has the unit of its predicate and lies within bounds."""
    for written, fact in ground.facts:
        for name in ("value", *fact.qualifiers):
            if ground.predicate(fact).shape_of(name) == "quantity":
                for text in fact.texts(name):
                    yield from _quantity_problems(ground, written, fact, name, text)


def facts_are_given_once(ground: Ground) -> Iterator[Problem]:
    """No two facts of an entity say the same."""
    for written in ground.written:
        seen: dict[object, Fact] = {}
        for fact in written.entity.all_facts():
            content = tuple((k, v) for k, v in sorted(fact.qualifiers.items()) if k not in _REMARKS)
            first = seen.setdefault(
                (fact.predicate, fact.value, content, fact.first, fact.last, fact.status), fact
            )
            if first is not fact:
                yield at_fact(written, fact, "duplicate-fact", f"says the same as {first.id}")


def superseded_values_have_successors(ground: Ground) -> Iterator[Problem]:
    """Where a value was corrected, the right one is given."""
    for written, fact in ground.facts:
        if fact.status == "superseded":
            others = written.entity.facts_of(fact.predicate)
            if not any(_same_subject(fact, each) and each.status != "superseded" for each in others):
                yield at_fact(written, fact, "superseded", "superseded, but by what?", "status")


def disputed_values_are_several(ground: Ground) -> Iterator[Problem]:
    """A dispute has at least two sides."""
    for written, fact in ground.facts:
        if fact.status == "disputed":
            sides = {*(fact.value or ()), *fact.texts("also")}
            others = [each for each in written.entity.facts_of(fact.predicate) if _same_subject(fact, each)]
            if len(sides) < 2 and len(others) < 2:
                message = "disputed, but only one answer is given"
                yield at_fact(written, fact, "disputed", message, "status", "warning")


def undisclosed_values_are_absent(ground: Ground) -> Iterator[Problem]:
    """What is not known has no value."""
    for written, fact in ground.facts:
        if fact.status in ("undisclosed", "none") and fact.value:
            yield at_fact(
                written, fact, "undisclosed", f"status {fact.status}, yet a value is given", "value"
            )


def accepted_and_excluded_values_differ(ground: Ground) -> Iterator[Problem]:
    """``not`` holds nothing that ``value`` or ``also`` accepts, and no words exclude each other."""
    for written, fact in ground.facts:
        accepted = (*(fact.value or ()), *fact.texts("also"))
        for text in sorted({*accepted} & {*fact.texts("not")}):
            yield at_fact(written, fact, "contradiction", f"{text} is both accepted and excluded", "not")
        if fact.predicate in _OVERLAPPING or fact.status == "disputed":
            continue
        if ground.predicate(fact).shape == "word":
            for one, other in combinations(fact.value or (), 2):
                if ground.claims.vocabulary.exclude(one, other):
                    message = f"{one} and {other} exclude each other"
                    yield at_fact(written, fact, "contradiction", message, "value", "warning")


def myths_are_wrong(ground: Ground) -> Iterator[Problem]:
    """A myth never equals an accepted value."""
    for written in ground.written:
        for index, myth in enumerate(written.entity.myths):
            for fact in written.entity.facts_of(myth.predicate):
                if _accepts(ground, fact, myth):
                    message = f"{written.entity.id}: myths: {myth.predicate}: this is what {fact.id} says"
                    yield Problem.at(written.at(f"myths[{index}]"), "true-myth", message)


def volatile_facts_are_dated(ground: Ground) -> Iterator[Problem]:
    """What changes often says since when it has been so."""
    for written, fact in ground.facts:
        if ground.predicate(fact).volatile and fact.first is None and fact.date is None:
            yield at_fact(written, fact, "undated", "changes with time: give from or date")


def parts_form_no_circle(ground: Ground) -> Iterator[Problem]:
    """Nothing is part of itself, by however many steps."""
    for written in ground.written:
        for fact in written.entity.facts_of("part_of"):
            for whole in fact.value or ():
                if _reaches(ground, whole, written.entity.id):
                    yield at_fact(
                        written, fact, "circle", f"{whole} is itself part of {written.entity.id}", "value"
                    )


def complete_predicates_have_facts(ground: Ground) -> Iterator[Problem]:
    """Nothing is complete of which nothing is recorded."""
    for written in ground.written:
        for index, predicate in enumerate(written.entity.complete):
            if not written.entity.facts_of(predicate):
                message = f"{written.entity.id}: complete: no {predicate} is recorded"
                yield Problem.at(written.at(f"complete[{index}]"), "complete", message)


CHECKS: tuple[Check, ...] = (
    quantities_are_sane,
    facts_are_given_once,
    superseded_values_have_successors,
    disputed_values_are_several,
    undisclosed_values_are_absent,
    accepted_and_excluded_values_differ,
    myths_are_wrong,
    volatile_facts_are_dated,
    parts_form_no_circle,
    complete_predicates_have_facts,
)


def _quantity_problems(
    ground: Ground, written: Written, fact: Fact, name: str, text: str
) -> Iterator[Problem]:
    quantity = Quantity.parse(text)
    expected = _expected_unit(ground, fact, name)
    if expected == "money" and not _CURRENCY.fullmatch(quantity.unit):
        yield at_fact(written, fact, "unit", f"{text}: no currency (expected for example {text} USD)", name)
    elif expected not in (None, "money", quantity.unit):
        yield at_fact(
            written, fact, "unit", f"{text}: wrong unit (expected {expected or 'a plain number'})", name
        )
    low, high = BOUNDS.get(fact.predicate if name == "value" else name, (0.0, float("inf")))
    if not low <= quantity.middle <= high:
        yield at_fact(written, fact, "out-of-bounds", f"{text}: not between {low:g} and {high:g}", name)


def _expected_unit(ground: Ground, fact: Fact, name: str) -> str | None:
    """The unit of a field as ``Quantity`` has it, ``money`` for any currency, None where the unit is free."""
    if name in _MONEY or (fact.predicate, name) in (("acquired_by", "price"), ("price", "value")):
        return "money"
    unit = ground.predicate(fact).unit
    if unit == "money":
        return "money"
    return _UNITS.get(unit) if name in ("value", "active") else None


def _same_subject(one: Fact, other: Fact) -> bool:
    return all(one.text(name) == other.text(name) for name in ("variant", "event", "of", "benchmark"))


def _accepts(ground: Ground, fact: Fact, myth: Myth) -> bool:
    """Whether ``fact`` accepts what ``myth`` calls wrong; a superseded fact accepts nothing."""
    if fact.status == "superseded":
        return False
    for name in ("variant", "event", "title", "org", "of"):
        stated = myth.qualifiers.get(name)
        if stated is not None and fact.get(name) != stated:
            return False
    date = myth.qualifiers.get("date")
    if isinstance(date, str):
        return fact.date is not None and fact.date.overlaps(DateInterval.parse(date))
    if ground.predicate(fact).shape_of("value") == "quantity":
        wrong = [Quantity.parse(text) for text in myth.value or ()]
        return any(q.low <= w.high and w.low <= q.high for q in fact.quantities for w in wrong)
    return bool({*(fact.value or ()), *fact.texts("also")} & {*(myth.value or ())})


def _reaches(ground: Ground, start: str, goal: str) -> bool:
    seen: set[str] = set()
    waiting = [start]
    while waiting:
        key = waiting.pop()
        if key == goal:
            return True
        entity = ground.entity(key)
        if key not in seen and entity is not None:
            seen.add(key)
            waiting += [whole for fact in entity.facts_of("part_of") for whole in fact.value or ()]
    return False
