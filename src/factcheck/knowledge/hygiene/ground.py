"""What every check stands on."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date

from factcheck.knowledge.entities import Written
from factcheck.knowledge.loading import Claims
from factcheck.knowledge.model import Entity, Fact
from factcheck.knowledge.problems import Problem
from factcheck.knowledge.schema import Predicate
from factcheck.knowledge.values import DateInterval


@dataclass(frozen=True, slots=True)
class Ground:
    """The loaded claims, and the day on which they are checked."""

    claims: Claims
    today: date

    @property
    def written(self) -> Iterator[Written]:
        return iter(self.claims.entities.values())

    @property
    def facts(self) -> Iterator[tuple[Written, Fact]]:
        for written in self.written:
            for fact in written.entity.all_facts():
                yield written, fact

    def entity(self, key: str) -> Entity | None:
        written = self.claims.entities.get(key)
        return written.entity if written else None

    def predicate(self, fact: Fact) -> Predicate:
        return self.claims.ontology.predicates[fact.predicate]

    def founded(self, key: str) -> DateInterval | None:
        """When an entity was founded, if that is recorded."""
        entity = self.entity(key)
        facts = entity.facts_of("founded") if entity else ()
        return facts[0].date if facts else None


Check = Callable[[Ground], Iterator[Problem]]


def at_fact(
    written: Written, fact: Fact, code: str, message: str, field: str = "", severity: str = "error"
) -> Problem:
    """A problem of a fact, at the field if it is written."""
    place = written.at(f"{fact.id}/{field}", fact.id)
    return Problem.at(place, code, f"{fact.id}: {message}", severity)


def surely_after(one: DateInterval | None, other: DateInterval | None) -> bool:
    """Whether every day of ``one`` comes after every day of ``other``; not if either is unknown."""
    return one is not None and other is not None and one.first > other.last
