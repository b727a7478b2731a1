"""The knowledge base at run time: look-ups that decode only what is asked for."""

from __future__ import annotations

import os
from bisect import bisect_left, bisect_right
from collections.abc import Mapping, Sequence
from functools import cached_property
from typing import Any, NamedTuple

from factcheck.folding import name_key
from factcheck.knowledge.image import Image
from factcheck.knowledge.model import Entity, Fact
from factcheck.knowledge.records import date_of, entity_of
from factcheck.knowledge.schema import Ontology, Vocabulary
from factcheck.knowledge.values import DateInterval

# What makes one thing count as part of another, when it comes to who did something.
_BELONGING = ("part_of", "renamed")


class AliasTarget(NamedTuple):
    """An entity that a name may mean, with what the name says of itself (see ``model.Name``)."""

    entity_id: str
    type: str
    name_index: int
    shared: bool
    common: bool
    variant: str
    status: str
    first: DateInterval | None
    last: DateInterval | None


class Knowledge:
    """An opened knowledge base. ``keys`` are sorted; the position of a key is its number for ``targets``."""

    def __init__(self, image: Image) -> None:
        self._image = image
        self.version: str = image.digest[:12]
        self.entity_count: int = image.entity_count
        self.fact_count: int = image.fact_count
        self.skipped: int = image.skipped
        """How many problems of the files were left out (0 unless compiled tolerantly)."""
        self.keys: list[str] = image.lines("keys")
        self._entities: dict[str, Entity] = {}
        self._targets: dict[int, tuple[AliasTarget, ...]] = {}

    @classmethod
    def open(cls, path: str | os.PathLike[str]) -> Knowledge:
        """Open a compiled knowledge base. Raises ImageError."""
        return cls(Image.open(path))

    @classmethod
    def from_bytes(cls, content: bytes, name: str = "<memory>") -> Knowledge:
        """Open a compiled knowledge base that is at hand. Raises ImageError."""
        return cls(Image(content, name))

    @property
    def path(self) -> str:
        """The file it was opened from (another process can open it again), empty if it is only in memory."""
        return "" if self._image.name.startswith("<") else self._image.name

    # Names

    @cached_property
    def blocked_keys(self) -> list[str]:
        """Keys of longer strings in which no name must be seen."""
        return self._image.lines("blocked")

    def targets(self, index: int) -> tuple[AliasTarget, ...]:
        """What the key number ``index`` may mean."""
        found = self._targets.get(index)
        if found is None:
            first, last = self._spans[index], self._spans[index + 1]
            found = self._targets[index] = tuple(self._target(row) for row in range(first, last))
        return found

    def lookup(self, name: str) -> list[str]:
        """The ids of the entities that bear exactly this name, folded."""
        key = name_key(name)
        index = bisect_left(self.keys, key)
        if index == len(self.keys) or self.keys[index] != key:
            return []
        return [target.entity_id for target in self.targets(index)]

    # Entities

    @cached_property
    def ids(self) -> list[str]:
        """All entity ids, sorted."""
        return self._image.lines("ids")

    def __contains__(self, entity_id: object) -> bool:
        return entity_id in self._index_of

    def entity(self, entity_id: str) -> Entity:
        """The entity with this id. Raises KeyError, or ImageError for a damaged file."""
        found = self._entities.get(entity_id)
        if found is None:
            index = self._index_of[entity_id]
            found = self._entities[entity_id] = entity_of(entity_id, self._record(index))
        return found

    def type_of(self, entity_id: str) -> str:
        """The type of the entity with this id, without decoding it. Raises KeyError."""
        kind: str = self._details[0][self._types[self._index_of[entity_id]]]
        return kind

    def naming(self, entity_id: str, types: frozenset[str]) -> list[str]:
        """The ids of the entities of these types whose records name the given one, sorted; nothing is decoded."""
        spans, _ = self._entity_columns
        places = self._image.occurrences("entities", f'"{entity_id}"'.encode())
        found = dict.fromkeys(self.ids[bisect_right(spans, place) - 1] for place in places)
        return [identifier for identifier in found if self.type_of(identifier) in types]

    def fact(self, fact_id: str) -> Fact | None:
        """The fact with this id, None if there is none."""
        entity_id = fact_id.partition(".")[0]
        if entity_id not in self:
            return None
        return next((fact for fact in self.entity(entity_id).all_facts() if fact.id == fact_id), None)

    # Further indexes

    @cached_property
    def _apis(self) -> Mapping[str, str]:
        found: Mapping[str, str] = self._image.json("apis")
        return found

    @cached_property
    def api_identifiers(self) -> list[str]:
        """All names of entities of type ``api``, exactly as in code."""
        return list(self._apis)

    def api(self, identifier: str) -> Entity | None:
        """The API with exactly this identifier, None if there is none."""
        found = self._apis.get(identifier)
        return None if found is None else self.entity(found)

    @cached_property
    def moved_addresses(self) -> list[tuple[str, str, int]]:
        """Addresses that moved or died: prefix, entity id, position among the entity's ``moved`` facts."""
        return [(url, entity_id, index) for url, entity_id, index in self._image.json("moved")]

    @cached_property
    def papers_by_title(self) -> Mapping[str, str]:
        """Entity ids of papers by the key (``folding.name_key``) of each of their names."""
        found: Mapping[str, str] = self._image.json("papers")
        return found

    @cached_property
    def ontology(self) -> Ontology:
        return Ontology.from_plain(self._image.json("ontology"))

    @cached_property
    def vocabulary(self) -> Vocabulary:
        return Vocabulary.from_plain(self._image.json("vocabulary"))

    # Relations

    def is_part_of(self, part: str, whole: str, on: DateInterval | None = None) -> bool:
        """Whether ``part`` is ``whole``, or belonged to it on the date, through any number of steps.

        A step is ``part_of``, a renaming, or an acquisition that was completed by then. Without a date,
        whether it ever did.
        """
        seen: set[str] = set()
        waiting = [part]
        while waiting:
            current = waiting.pop()
            if current == whole:
                return True
            if current not in seen:
                seen.add(current)
                waiting += self.owners(current, on)
        return False

    def owners(self, entity_id: str, on: DateInterval | None = None) -> list[str]:
        """What the entity directly belonged to on the date; without a date, ever."""
        if entity_id not in self:
            return []
        entity = self.entity(entity_id)
        facts = [fact for name in _BELONGING for fact in entity.facts_of(name) if fact.holds(on)]
        facts += [fact for fact in entity.facts_of("acquired_by") if _owned(fact, on)]
        return [owner for fact in facts for owner in fact.value or ()]

    # Parts of the image, opened once

    @cached_property
    def _index_of(self) -> dict[str, int]:
        return {entity_id: index for index, entity_id in enumerate(self.ids)}

    @cached_property
    def _spans(self) -> Sequence[int]:
        return self._image.numbers("spans")

    @cached_property
    def _target_columns(self) -> tuple[Sequence[int], Sequence[int], Sequence[int]]:
        numbers = self._image.numbers
        return numbers("target_entities"), numbers("target_names"), numbers("target_details")

    @cached_property
    def _types(self) -> Sequence[int]:
        return self._image.numbers("types")

    @cached_property
    def _entity_columns(self) -> tuple[Sequence[int], Sequence[int]]:
        return self._image.numbers("entity_spans"), self._image.numbers("entity_sums")

    def _record(self, index: int) -> list[Any]:
        spans, sums = self._entity_columns
        record: list[Any] = self._image.record("entities", spans[index], spans[index + 1], sums[index])
        return record

    @cached_property
    def _details(self) -> list[Any]:
        found: list[Any] = self._image.json("details")
        return found

    def _target(self, row: int) -> AliasTarget:
        entities, names, details = self._target_columns
        types, all_details = self._details
        entity = entities[row]
        shared, common, variant, status, first, last = all_details[details[row]]
        return AliasTarget(
            self.ids[entity], types[self._types[entity]], names[row],
            bool(shared), bool(common), variant, status, date_of(first), date_of(last),
        )  # fmt: skip


def _owned(acquisition: Fact, on: DateInterval | None) -> bool:
    """Whether an acquisition was through on the date; where only its announcement is known, from then."""
    if acquisition.get("terminated"):
        return False
    if on is None:
        return True
    done = acquisition.date_of("completed") or acquisition.date_of("announced")
    return acquisition.holds(on) and (done is None or done.first <= on.last)
