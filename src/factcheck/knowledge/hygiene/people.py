"""Offices: that their holders follow each other, in organisations that exist."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from itertools import combinations

from factcheck.knowledge.entities import Written
from factcheck.knowledge.hygiene.ground import Check, Ground, at_fact, surely_after
from factcheck.knowledge.model import Fact
from factcheck.knowledge.problems import Problem

_ONE_HOLDER = ("ceo", "cto", "coo", "cfo", "chief_scientist", "chair", "president")
_FOUNDERS = ("founder", "co_founder")


def roles_begin_after_founding(ground: Ground) -> Iterator[Problem]:
    """Nobody holds an office in what does not exist yet."""
    for written, fact in _roles(ground):
        founded = ground.founded(fact.text("org"))
        if surely_after(founded, fact.first):
            year = founded.isoformat() if founded else ""
            yield at_fact(written, fact, "order", f"before {fact.text('org')} was founded ({year})", "from")


def offices_have_one_holder(ground: Ground) -> Iterator[Problem]:
    """Two people do not hold the same office at once, unless a note says how they share it."""
    offices: dict[tuple[str, str], list[tuple[Written, Fact]]] = {}
    for written, fact in _roles(ground):
        if fact.text("title") in _ONE_HOLDER:
            offices.setdefault((fact.text("org"), fact.text("title")), []).append((written, fact))
    for (org, title), terms in offices.items():
        for one, (written, fact) in combinations(terms, 2):
            told = one[1].get("note") or fact.get("note")
            if one[1].entity != fact.entity and _overlap(one[1], fact) and not told:
                message = f"{one[1].entity} is {title} of {org} at the same time"
                yield at_fact(written, fact, "overlap", message, "from", "warning")


def founders_have_roles(ground: Ground) -> Iterator[Problem]:
    """Whoever founded something has the role of a founder there."""
    for written, fact in ground.facts:
        if fact.predicate != "founded_by" or written.entity.type not in ("organization", "lab"):
            continue
        for key in fact.value or ():
            person = ground.entity(key)
            if person is None or person.type != "person":
                continue
            roles = [r for r in person.facts_of("role") if r.text("org") == written.entity.id]
            if not any(role.text("title") in _FOUNDERS for role in roles):
                message = f"{key} has no role founder or co_founder at {written.entity.id}"
                yield at_fact(written, fact, "founder", message, "value", "warning")


CHECKS: tuple[Check, ...] = (roles_begin_after_founding, offices_have_one_holder, founders_have_roles)


def _roles(ground: Ground) -> Iterator[tuple[Written, Fact]]:
    return ((written, fact) for written, fact in ground.facts if fact.predicate == "role")


def _overlap(one: Fact, other: Fact) -> bool:
    """Whether two terms surely share more than the day of a handover; one without ``from`` does not."""
    if one.first is None or other.first is None:
        return False
    begin = max(one.first.last, other.first.last)
    return begin < min(_end(one), _end(other))


def _end(term: Fact) -> date:
    return term.last.first if term.last else date.max
