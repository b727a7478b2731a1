"""The knowledge base at run time: look-ups that decode only what is asked for."""

from __future__ import annotations

import os
from collections.abc import Iterable, Mapping, Sequence
from functools import cached_property
from typing import Any, NamedTuple

from factcheck.folding import name_key
from factcheck.knowledge.columns import TextIndex, Texts
from factcheck.knowledge.image import Image
from factcheck.knowledge.model import Entity, Fact
from factcheck.knowledge.records import date_of, entity_of
from factcheck.knowledge.schema import Ontology, Vocabulary
from factcheck.knowledge.values import DateInterval

# What makes one thing count as part of another, when it comes to who did something.
_BELONGING = ("part_of", "renamed")


HEAD = 3
"""By so many characters the names are found that may stand in a text."""


def head(key: str) -> str:
    """The beginning under which a key is found, empty for a short one."""
    return key[:HEAD] if len(key) >= HEAD else ""


def is_spelled(key: str) -> bool:
    """Whether a key is one Latin word, long enough that a slip in it can be told from another word."""
    return 6 <= len(key) <= 20 and key.isascii() and key.isalpha()


def slips(word: str) -> set[str]:
    """The word, and the word without one of its letters: words that are one slip apart share one of these."""
    return {word, *(word[:i] + word[i + 1 :] for i in range(len(word)))}


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
    """An opened knowledge base. A scan asks by name, number or id; ``keys`` and ``ids`` are for those who want all."""

    def __init__(self, image: Image) -> None:
        self._image = image
        self.version: str = image.digest[:12]
        self.entity_count: int = image.entity_count
        self.fact_count: int = image.fact_count
        self.skipped: int = image.skipped
        """How many problems of the files were left out (0 unless compiled tolerantly)."""
        self.key_count: int = image.key_count
        self._numbers: dict[str, int | None] = {}
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
    def keys(self) -> list[str]:
        """All names as they are looked up, sorted; the position of a key is its number."""
        return list(self._keys)

    @cached_property
    def blocked_keys(self) -> list[str]:
        """Keys of longer strings in which no name must be seen; their numbers go on from ``key_count``."""
        return list(self._blocked)

    def key(self, number: int) -> str:
        """The key with this number."""
        count = self.key_count
        return self._keys[number] if number < count else self._blocked[number - count]

    def has_key(self, key: str) -> bool:
        """Whether something is named so, folded."""
        return self._number_of_key(key) is not None

    def keys_beginning(self, heads: Iterable[str]) -> list[int]:
        """The numbers of all keys, blocked ones too, that begin with one of these (each of ``HEAD`` characters).

        With them come those that are too short to tell, and rarely one that begins otherwise.
        """
        return self._heads.find(("", *heads))

    def keys_near(self, word: str) -> list[int]:
        """The numbers of the Latin one-word keys that a slip of one letter may have turned into this word."""
        return self._slips.find(slips(word))

    def targets(self, index: int) -> tuple[AliasTarget, ...]:
        """What the key number ``index`` may mean."""
        found = self._targets.get(index)
        if found is None:
            first, last = self._spans[index], self._spans[index + 1]
            found = self._targets[index] = tuple(self._target(row) for row in range(first, last))
        return found

    def named(self, name: str) -> tuple[AliasTarget, ...]:
        """What exactly this name, folded, may mean."""
        number = self._number_of_key(name_key(name))
        return () if number is None else self.targets(number)

    def lookup(self, name: str) -> list[str]:
        """The ids of the entities that bear exactly this name, folded."""
        return [target.entity_id for target in self.named(name)]

    # Entities

    @cached_property
    def ids(self) -> list[str]:
        """All entity ids, sorted."""
        return list(self._ids)

    def __contains__(self, entity_id: object) -> bool:
        return isinstance(entity_id, str) and self._number_of(entity_id) is not None

    def entity(self, entity_id: str) -> Entity:
        """The entity with this id. Raises KeyError, or ImageError for a damaged file."""
        found = self._entities.get(entity_id)
        if found is None:
            index = self._known(entity_id)
            found = self._entities[entity_id] = entity_of(entity_id, self._record(index))
        return found

    def type_of(self, entity_id: str) -> str:
        """The type of the entity with this id, without decoding it. Raises KeyError."""
        kind: str = self._details[0][self._types[self._known(entity_id)]]
        return kind

    def naming(self, entity_id: str, types: frozenset[str]) -> list[str]:
        """The ids of the entities of these types whose records name the given one, sorted; nothing is decoded."""
        number = self._number_of(entity_id)
        if number is None:
            return []
        spans, naming = self._naming
        kinds = {place for place, kind in enumerate(self._details[0]) if kind in types}
        wanted = [n for n in naming[spans[number] : spans[number + 1]] if self._types[n] in kinds]
        found = [self._ids[n] for n in wanted]
        self._numbers.update(zip(found, wanted, strict=True))  # their records are asked for next
        return found

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

    @cached_property
    def chip_architectures(self) -> frozenset[str]:
        """What is recorded as the architecture of some chip."""
        return frozenset(self._image.json("chip_architectures"))

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
    def _keys(self) -> Texts:
        return self._image.texts("keys")

    @cached_property
    def _blocked(self) -> Texts:
        return self._image.texts("blocked")

    @cached_property
    def _ids(self) -> Texts:
        return self._image.texts("ids")

    @cached_property
    def _key_index(self) -> TextIndex:
        return self._image.index("key_index")

    @cached_property
    def _id_index(self) -> TextIndex:
        return self._image.index("id_index")

    @cached_property
    def _heads(self) -> TextIndex:
        return self._image.index("heads")

    @cached_property
    def _slips(self) -> TextIndex:
        return self._image.index("slips")

    @cached_property
    def _naming(self) -> tuple[Sequence[int], Sequence[int]]:
        return self._image.numbers("naming_spans"), self._image.numbers("naming")

    def _number_of_key(self, key: str) -> int | None:
        return next((each for each in self._key_index.find((key,)) if self._keys[each] == key), None)

    def _number_of(self, entity_id: str) -> int | None:
        """The number of an entity, None if there is none; asked for the same ones again and again."""
        try:
            return self._numbers[entity_id]
        except KeyError:
            found = (each for each in self._id_index.find((entity_id,)) if self._ids[each] == entity_id)
            number = self._numbers[entity_id] = next(found, None)
            return number

    def _known(self, entity_id: str) -> int:
        number = self._number_of(entity_id)
        if number is None:
            raise KeyError(entity_id)
        return number

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
            self._ids[entity], types[self._types[entity]], names[row],
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
