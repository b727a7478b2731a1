"""Dates: that what comes after something else is dated after it."""

from __future__ import annotations

import re
from collections.abc import Iterator

from factcheck.knowledge.entities import Written
from factcheck.knowledge.hygiene.ground import Check, Ground, at_fact, surely_after
from factcheck.knowledge.model import Entity, Fact
from factcheck.knowledge.problems import Problem
from factcheck.knowledge.values import DateInterval

# An event comes, as a rule, no earlier than each of those before it; paper, code and weights come in any
# order. There are exceptions (a closed beta before the announcement), so only a retirement out of order is
# an error.
_BEFORE = {
    "preview": ("announced",),
    "beta": ("announced",),
    "api": ("announced",),
    "ga": ("announced", "preview", "beta"),
    "launched": ("announced",),
    "published": ("paper",),
    "effective": ("signed", "passed"),
}
# Other pairs of fields of one fact, the earlier first.
_FIELD_ORDER = (("announced", "completed"), ("announced", "date"), ("announced", "terminated"))
_FUTURE = ("effective", "held", "retired")
_YEARS = (1600, 2100)
# Universities are older than anything else here.
_SCHOOL = re.compile(r"大学|学院|University|College|École")


def validity_begins_before_it_ends(ground: Ground) -> Iterator[Problem]:
    """``from`` is not after ``until``, of facts and of names."""
    for written, fact in ground.facts:
        if surely_after(fact.first, fact.last):
            yield at_fact(written, fact, "order", "from is after until", "until")
    for written in ground.written:
        for index, name in enumerate(written.entity.names):
            if surely_after(name.first, name.last):
                message = f"{written.entity.id}: {name.text!r}: from is after until"
                yield Problem.at(written.at(f"names[{index}]"), "order", message)


def fields_are_in_order(ground: Ground) -> Iterator[Problem]:
    """What is announced is completed, or takes place, later."""
    for written, fact in ground.facts:
        for earlier, later in _FIELD_ORDER:
            if surely_after(fact.date_of(earlier), fact.date_of(later)):
                yield at_fact(written, fact, "order", f"{earlier} is after {later}", later)
        if fact.get("completed") and fact.get("terminated"):
            yield at_fact(written, fact, "order", "both completed and terminated", "terminated")


def events_are_in_order(ground: Ground) -> Iterator[Problem]:
    """Announced before available, paper before journal, unless a note says why not; everything before retirement."""
    for written in ground.written:
        for variant, events in _events_by_variant(written.entity).items():
            for event, fact in events.items():
                before = _BEFORE.get(event, ())
                if event == "retired":
                    before = tuple(each for each in events if each not in ("retired", "published"))
                for each in before:
                    told = event != "retired" and fact.get("note")
                    if each in events and surely_after(events[each].date, fact.date) and not told:
                        place = f" of {variant}" if variant else ""
                        message = f"{event}{place} before {each} ({events[each].text('date')})"
                        severity = "error" if event == "retired" else "warning"
                        yield at_fact(written, fact, "order", message, "date", severity)


def shutdowns_follow_releases(ground: Ground) -> Iterator[Problem]:
    """Nothing is shut down before it was there."""
    for written in ground.written:
        first = _first_event(written.entity)
        for fact in written.entity.facts_of("shutdown"):
            if first is not None and surely_after(first.date, fact.date):
                yield at_fact(
                    written, fact, "order", f"shut down before {first.id} ({first.text('date')})", "date"
                )


def papers_appear_before_their_venue(ground: Ground) -> Iterator[Problem]:
    """The first public version of a paper is not younger than the proceedings, unless a note says why."""
    for written in ground.written:
        public = next((f for f in written.entity.facts_of("released") if f.text("event") == "paper"), None)
        if public is not None and public.get("note"):
            continue
        for venue in written.entity.facts_of("venue"):
            if public is not None and surely_after(public.date, venue.date):
                message = f"first public in {public.text('date')}, after {venue.id} ({venue.text('year')})"
                yield at_fact(written, public, "order", message, "date", "warning")


def makers_exist_before_their_work(ground: Ground) -> Iterator[Problem]:
    """Nothing is released before any of its makers was founded."""
    for written in ground.written:
        first = _first_event(written.entity)
        makers = [
            key
            for fact in written.entity.facts_of("created_by")
            for key in (*(fact.value or ()), *fact.texts("also"))
        ]
        founded = [ground.founded(key) for key in makers]
        if first is not None and founded and all(surely_after(each, first.date) for each in founded):
            dates = ", ".join(
                f"{key} {each.isoformat()}" for key, each in zip(makers, founded, strict=True) if each
            )
            yield at_fact(written, first, "order", f"before its maker was founded ({dates})", "date")


def dates_are_sane(ground: Ground) -> Iterator[Problem]:
    """Dates lie in the years that the knowledge base is about, and what has happened is not in the future."""
    for written, fact in ground.facts:
        date = fact.date
        if date is None or fact.predicate not in ("founded", "released", "shutdown"):
            continue
        if not _plausible(written, date):
            message = f"{fact.text('date')}: not between {_YEARS[0]} and {_YEARS[1]}"
            yield at_fact(written, fact, "out-of-bounds", message, "date")
        elif date.first > ground.today and fact.predicate != "shutdown" and fact.text("event") not in _FUTURE:
            yield at_fact(written, fact, "future", f"{fact.text('date')} is in the future", "date", "warning")


def reviews_are_not_overdue(ground: Ground) -> Iterator[Problem]:
    """Facts that are to be looked at again by a day are looked at again by that day."""
    for written, fact in ground.facts:
        due = fact.date_of("review_by")
        if due is not None and due.last < ground.today:
            yield at_fact(
                written, fact, "review", "to be reviewed: review_by is over", "review_by", "warning"
            )


CHECKS: tuple[Check, ...] = (
    validity_begins_before_it_ends,
    fields_are_in_order,
    events_are_in_order,
    shutdowns_follow_releases,
    papers_appear_before_their_venue,
    makers_exist_before_their_work,
    dates_are_sane,
    reviews_are_not_overdue,
)


def _events_by_variant(entity: Entity) -> dict[str, dict[str, Fact]]:
    """The earliest fact of each event, for the whole entity (``""``) and for each variant."""
    found: dict[str, dict[str, Fact]] = {}
    for fact in entity.facts_of("released"):
        events = found.setdefault(fact.text("variant"), {})
        event = fact.text("event")
        known = events.get(event)
        if known is None or surely_after(known.date, fact.date):
            events[event] = fact
    return found


def _first_event(entity: Entity) -> Fact | None:
    dated = [fact for fact in entity.facts_of("released") if fact.date and fact.text("event") != "retired"]
    return min(dated, key=lambda fact: fact.date.last if fact.date else 0, default=None)


def _plausible(written: Written, date: DateInterval) -> bool:
    first, last = _YEARS
    if any(_SCHOOL.search(name.text) for name in written.entity.names):
        first = 1000
    return first <= date.first.year and date.last.year <= last
