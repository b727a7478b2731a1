"""Values that are surely wrong: of the right type, and far from everything that is recorded.

Where no value is surely wrong (a partner, a parent, an event that nobody recorded could be meant) there is none.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from datetime import date, timedelta
from functools import cached_property

from factcheck.knowledge.index import Knowledge
from factcheck.knowledge.model import Entity, Fact
from factcheck.knowledge.values import DateInterval, Quantity
from factcheck.knowledge_tests.naming import Namer
from factcheck.knowledge_tests.values import middle

KNOWN_MAKERS = 30
_TIES = ("part_of", "acquired_by", "invested_by", "founded_by", "created_by", "stewarded_by", "role", "education", "successor", "paper",
         "based_on")  # fmt: skip
_LINE = ("part_of", "based_on", "successor", "uses")
_PRINTED = frozenset({"paper", "published"})
_BEFORE_PRINT = timedelta(days=120)
_USED = frozenset({"framework", "product", "benchmark", "dataset"})
_OFFICIAL = frozenset({"policy", "event", "award"})
_FACTORS = (10.0, 0.1, 4.0, 0.25)
# Words of different groups that name the same thing more or less exactly.
_KIN = (
    {"rnn", "lstm", "gru"}, {"mamba", "ssm", "rnn", "rwkv", "hybrid-mamba-transformer"},
    {"transformer", "dit", "hybrid-mamba-transformer", "diffusion"}, {"cnn", "unet"}, {"mlp", "ffn-shallow"},
    {"diffusion", "flow", "flow-matching", "ebm", "dit"}, {"encoder-decoder", "bidirectional"},
    {"gpl-2.0", "gpl-3.0", "agpl-3.0", "lgpl-3.0"},
)  # fmt: skip


class Ties:
    """Who has to do with whom, over all facts that tie one entity to another."""

    def __init__(self, knowledge: Knowledge) -> None:
        self._knowledge = knowledge

    @cached_property
    def _neighbours(self) -> dict[str, set[str]]:
        found: dict[str, set[str]] = {}
        for entity_id in self._knowledge.ids:
            for fact in self._knowledge.entity(entity_id).all_facts():
                if fact.predicate in _TIES:
                    for other in (*fact.texts("value"), *fact.texts("also"), *fact.texts("org")):
                        found.setdefault(entity_id, set()).add(other)
                        found.setdefault(other, set()).add(entity_id)
        return found

    def around(self, entity_id: str, steps: int = 2) -> set[str]:
        """All entities within so many ties, itself included."""
        reached = {entity_id}
        for _ in range(steps):
            reached |= {other for each in reached for other in self._neighbours.get(each, ())}
        return reached

    def owners(self, entity_id: str) -> set[str]:
        """The entity and all that it ever belonged to."""
        return self._upwards(entity_id, self._knowledge.owners)

    def line(self, entity_id: str) -> set[str]:
        """The entity, its families and all that it was built on or replaced."""
        return self._upwards(entity_id, self._origins)

    def _origins(self, entity_id: str) -> list[str]:
        if entity_id not in self._knowledge:
            return []
        entity = self._knowledge.entity(entity_id)
        return [
            v for name in _LINE for f in entity.facts_of(name) for v in (*f.texts("value"), *f.texts("also"))
        ]

    def _upwards(self, entity_id: str, step: Callable[[str], list[str]]) -> set[str]:
        found: set[str] = set()
        waiting = [entity_id]
        while waiting:
            current = waiting.pop()
            if current not in found:
                found.add(current)
                waiting += step(current)
        return found


class WrongValues:
    """Finds wrong values; the same for the same seed."""

    def __init__(self, knowledge: Knowledge, namer: Namer, ties: Ties, today: date) -> None:
        self._knowledge = knowledge
        self._namer = namer
        self._ties = ties
        self._today = today

    # Entities

    def organisation(self, entity: Entity, seed: int, beside: Iterable[str] = ()) -> str:
        """A well-known maker that has nothing to do with the entity, nor its owners with those of its makers.

        Nor has it with those ``beside`` which it is to be taken for.
        """
        near = self._ties.around(entity.id).union(*(self._ties.around(each) for each in beside))
        owned = {owner for each in self._ties.around(entity.id, 1) for owner in self._ties.owners(each)}
        # Nobody takes a company for the author of a law.
        usual = entity.type not in _OFFICIAL
        makers = self._makers if usual else self._values_of("created_by", entity.type)
        return _pick(makers, seed, lambda each: each not in near and not self._ties.owners(each) & owned)

    def person(self, entity: Entity, seed: int) -> str:
        """A founder or chief executive of something else."""
        near = self._ties.around(entity.id)
        return _pick(self._leaders, seed, lambda each: each not in near)

    def founded(self, person: Entity, seed: int) -> str:
        """An organisation with recorded founders, none of them near to this person."""
        near = self._ties.around(person.id)
        return _pick(self._founded, seed, lambda each: each not in near)

    def place(self, recorded: Iterable[str], seed: int) -> str:
        """A city that neither contains the recorded places nor lies in them."""
        known = set(recorded)
        regions = {owner for each in known for owner in self._ties.owners(each)}
        return _pick(
            self._cities, seed, lambda each: each not in regions and not self._ties.owners(each) & known
        )

    def model(self, entity: Entity, seed: int) -> str:
        """A model of another line, to be named as the base."""
        line = self._ties.line(entity.id)
        return _pick(self._bases, seed, lambda each: each != entity.id and not self._ties.line(each) & line)

    def member(self, entity: Entity, predicate: str, seed: int) -> str:
        """Another value that facts of the predicate have for entities of this type."""
        line = self._ties.line(entity.id) | self._ties.around(entity.id, 1)
        options = self._values_of(predicate, entity.type)
        return _pick(options, seed, lambda each: not (self._ties.line(each) & line))

    def of_others(self, entity: Entity, predicate: str, recorded: Iterable[str], seed: int) -> str:
        """A value that facts of the predicate have for other entities of this type, of other owners than the recorded ones."""
        owned = {owner for each in recorded for owner in self._ties.owners(each)}
        return _pick(
            self._values_of(predicate, entity.type),
            seed,
            lambda each: not self._ties.owners(each) & owned,
        )

    # Words

    def text_of_others(self, predicate: str, recorded: Sequence[str], seed: int) -> str:
        """A text that a fact of the predicate has for another entity."""
        return _pick(self._all_values(predicate), seed, lambda each: each not in recorded)

    def word(self, keys: Iterable[str], ruled_in: Iterable[str], usual: Sequence[str], seed: int) -> str:
        """A word that a recorded one excludes, of the usual ones if any are; no relative of a recorded one."""
        recorded, known = set(keys), {*keys, *ruled_in}
        vocabulary = self._knowledge.vocabulary
        options = sorted(
            {
                other
                for key in recorded
                for name in vocabulary.groups_of(key)
                if vocabulary.groups[name].exclusive
                for other, words in vocabulary.groups[name].words.items()
                if words and vocabulary.exclude(key, other) and (not usual or other in usual)
            }
        )
        return _pick(options, seed, lambda each: not any(_akin(each, key) for key in known))

    # Numbers and dates

    def number(
        self, origin: float, recorded: Sequence[Quantity], seed: int, *, larger: bool = False
    ) -> float:
        """The number off by a factor, and apart from all recorded ones; 0 if there is none. ``larger``: beyond them only."""
        known = [middle(each) for each in recorded]
        digits = 6 if larger else 3
        for place in range(len(_FACTORS)):
            number = float(f"{origin * _FACTORS[(seed + place) % len(_FACTORS)]:.{digits}g}")
            if origin.is_integer() and number < 1e4:
                number = float(round(number))
            if larger and number < max(known):
                continue
            if _apart(number, known) and (number >= 2 or origin < 2):
                return number
        return 0.0

    def usual_number(self, predicate: str, recorded: Sequence[Quantity], seed: int) -> float:
        """A number that other entities have, off from all recorded ones; 0 if there is none."""
        known = [middle(each) for each in recorded]
        options = [each for each in self._numbers_of(predicate) if _apart(each, known)]
        return options[seed % len(options)] if options else 0.0

    def number_of_others(self, predicate: str, recorded: Sequence[Quantity], seed: int) -> float:
        """A number that other entities have and this one has not, however near; 0 if there is none."""
        known = {middle(each) for each in recorded}
        options = [each for each in self._numbers_of(predicate) if each not in known]
        return options[seed % len(options)] if options else 0.0

    def release(self, entity: Entity, fact: Fact, seed: int) -> date | None:
        """A day at least a year from every recorded event, on a side on which no event can be missing."""
        events = [f for f in entity.facts_of("released") if f.date is not None]
        printed = {f.text("event") for f in events} <= _PRINTED
        earlier = not (printed and entity.type in _USED)
        later = not (entity.type == "paper" and all(f.text("event") == "paper" for f in events))
        intervals = [f.date for f in events if f.date is not None] + list(self._publications(entity))
        if printed and intervals and entity.type != "paper":
            # a repository may have come before the paper
            code = min(each.first for each in intervals) - _BEFORE_PRINT
            intervals.append(DateInterval.of(code.year, code.month))
        return self.day(intervals, fact.date, seed, earlier=earlier, later=later)

    def day(
        self,
        recorded: Sequence[DateInterval],
        origin: DateInterval | None,
        seed: int,
        *,
        earlier: bool = True,
        later: bool = True,
    ) -> date | None:
        """A day at least a year before or two after all recorded dates, and past."""
        if origin is None or not recorded:
            return None
        first = min(each.first for each in recorded)
        last = max(each.last for each in recorded)
        before = _in_year(origin.first, first.year - 1 - seed % 3)
        after = _in_year(origin.first, last.year + 2 + seed % 2)
        options = [before] if earlier else []
        if later and after < self._today:
            options.append(after)
        return options[seed // 3 % len(options)] if options else None

    def _publications(self, entity: Entity) -> Iterator[DateInterval]:
        """When the papers of a thing came out."""
        papers = [entity.id, *(v for f in entity.facts_of("paper") for v in f.value or ())]
        for each in papers:
            if each in self._knowledge:
                paper = self._knowledge.entity(each)
                dated = (*paper.facts_of("released"), *paper.facts_of("venue"))
                yield from (f.date for f in dated if f.date is not None)

    # What there is to choose from

    @cached_property
    def _makers(self) -> list[str]:
        counts = Counter(
            value
            for entity_id in self._knowledge.ids
            for fact in self._knowledge.entity(entity_id).facts_of("created_by")
            for value in fact.value or ()
        )
        common = sorted(counts, key=lambda each: (-counts[each], each))
        usable = [each for each in common if self._is_maker(each)]
        return sorted(usable[:KNOWN_MAKERS])

    def _is_maker(self, entity_id: str) -> bool:
        """Whether it is an organisation of a clear name, and no place where everybody publishes."""
        if entity_id not in self._knowledge:
            return False
        entity = self._knowledge.entity(entity_id)
        hub = any("model-hub" in fact.texts("value") for fact in entity.facts_of("category"))
        return entity.type in ("organization", "lab") and not hub and self._has_names(entity_id)

    def _has_names(self, entity_id: str) -> bool:
        return bool(self._namer.chinese(entity_id) and self._namer.latin(entity_id))

    @cached_property
    def _leaders(self) -> list[str]:
        return [
            each
            for each in self._knowledge.ids
            if self._knowledge.type_of(each) == "person"
            and self._has_names(each)
            and any(
                fact.text("title") in ("ceo", "founder", "co_founder")
                for fact in self._knowledge.entity(each).facts_of("role")
            )
        ]

    @cached_property
    def _founded(self) -> list[str]:
        return [
            each
            for each in self._knowledge.ids
            if self._knowledge.type_of(each) == "organization"
            and self._has_names(each)
            and any(fact.flag("complete") for fact in self._knowledge.entity(each).facts_of("founded_by"))
        ]

    @cached_property
    def _cities(self) -> list[str]:
        places = [each for each in self._all_values("headquartered_in") if each in self._knowledge]
        return [
            each
            for each in places
            if self._has_names(each) and self._knowledge.entity(each).facts_of("part_of")
        ]

    @cached_property
    def _bases(self) -> list[str]:
        return [
            each
            for each in self._all_values("based_on")
            if each in self._knowledge
            and self._knowledge.type_of(each) == "model"
            and self._namer.chinese(each)
        ]

    def _values_of(self, predicate: str, kind: str) -> list[str]:
        known = self._members.get((predicate, kind))
        if known is not None:
            return known
        found = {
            value
            for entity_id in self._knowledge.ids
            if self._knowledge.type_of(entity_id) == kind
            for fact in self._knowledge.entity(entity_id).facts_of(predicate)
            for value in fact.value or ()
        }
        named = sorted(each for each in found if each in self._knowledge and self._namer.chinese(each))
        self._members[predicate, kind] = named
        return named

    @cached_property
    def _members(self) -> dict[tuple[str, str], list[str]]:
        return {}

    def _all_values(self, predicate: str) -> list[str]:
        return sorted(
            {
                value
                for entity_id in self._knowledge.ids
                for fact in self._knowledge.entity(entity_id).facts_of(predicate)
                for value in fact.value or ()
            }
        )

    def _numbers_of(self, predicate: str) -> list[float]:
        found = self._numbers.get(predicate)
        if found is None:
            found = self._numbers[predicate] = sorted(
                {
                    middle(quantity)
                    for entity_id in self._knowledge.ids
                    for fact in self._knowledge.entity(entity_id).facts_of(predicate)
                    for quantity in fact.quantities
                }
            )
        return found

    @cached_property
    def _numbers(self) -> dict[str, list[float]]:
        return {}


def _pick(options: Sequence[str], seed: int, fits: Callable[[str], bool]) -> str:
    """The first option that fits, beginning where the seed says; empty if none does."""
    for place in range(len(options)):
        option = options[(seed + place) % len(options)]
        if fits(option):
            return option
    return ""


def _apart(number: float, known: Sequence[float]) -> bool:
    """Whether a number lies beyond all known ones, by far."""
    return number > 1.4 * max(known) or number < 0.45 * min(known)


def _akin(one: str, other: str) -> bool:
    one, other = one.lower(), other.lower()
    return one in other or other in one or any({one, other} <= group for group in _KIN)


def _in_year(day: date, year: int) -> date:
    return date(year, day.month, min(day.day, 28) if day.month == 2 else day.day)
