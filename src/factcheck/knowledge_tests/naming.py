"""What entities are called in made sentences: names that can mean nothing else."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from functools import cached_property

from factcheck._t2s import SIMPLIFIED, TRADITIONAL
from factcheck.knowledge.index import Knowledge
from factcheck.knowledge.model import Entity, Name

_HIDDEN = ("former", "code", "nickname", "abbreviation")
_SIZE = re.compile(r"\d[BM]\b|\d+GB\b", re.IGNORECASE)
_MEANINGS = Counter(SIMPLIFIED)
# Only characters with one Traditional form, so that none is guessed.
_TO_TRADITIONAL = {s: t for t, s in zip(TRADITIONAL, SIMPLIFIED, strict=True) if _MEANINGS[s] == 1}


class Namer:
    """Names of entities as sentences have them, in three scripts."""

    def __init__(self, knowledge: Knowledge) -> None:
        self._knowledge = knowledge

    def chinese(self, entity_id: str) -> str:
        """The name in a Chinese sentence, the first that is clear; empty if all its names are ambiguous."""
        entity = self._knowledge.entity(entity_id)
        return self._first(entity, ("zh", "en")) if entity.type != "paper" else self._title(entity)

    def variant(self, entity_id: str, variant: str) -> str:
        """The name of a variant; the plain one where it has none of its own and that names no size; else empty."""
        entity = self._knowledge.entity(entity_id)
        for name in entity.names:
            own = variant.lower() in (name.variant.lower(), name.text.lower())
            if own and self._knowledge.lookup(name.text) == [entity_id]:
                return name.text
        plain = self.chinese(entity_id)
        return "" if _SIZE.search(plain) else plain

    def latin(self, entity_id: str) -> str:
        """The name in Latin script, empty if it has none."""
        entity = self._knowledge.entity(entity_id)
        return self._first(entity, ("en",)) if entity.type != "paper" else ""

    def traditional(self, entity_id: str) -> str:
        """The name in Traditional script; empty if it cannot be told without guessing."""
        entity = self._knowledge.entity(entity_id)
        written = self._first(entity, ("zh-Hant",))
        if written or entity.type == "paper":
            return written
        name = self._first(entity, ("zh", "en"))
        if any(_MEANINGS[character] > 1 for character in name):
            return self.latin(entity_id)
        return "".join(_TO_TRADITIONAL.get(character, character) for character in name)

    def _title(self, entity: Entity) -> str:
        clear = next((n for n in self._usable(entity) if n.lang == "en"), None)
        return f"《{clear.text}》" if clear else ""

    def title(self, entity_id: str) -> str:
        """The bare title of a paper."""
        return self._title(self._knowledge.entity(entity_id)).strip("《》")

    def _first(self, entity: Entity, languages: Sequence[str]) -> str:
        usable = list(self._usable(entity))
        return next((n.text for n in usable if n.lang in languages), "")

    def _usable(self, entity: Entity) -> Iterator[Name]:
        for name in entity.names:
            if name.status in _HIDDEN or name.variant or name.shared or name.common or name.last is not None:
                continue
            if self._knowledge.lookup(name.text) == [entity.id]:
                yield name

    @cached_property
    def works(self) -> dict[tuple[str, str], list[str]]:
        """The ids of what an organisation alone made, by organisation and type."""
        found: dict[tuple[str, str], list[str]] = {}
        for entity_id in self._knowledge.ids:
            facts = self._knowledge.entity(entity_id).facts_of("created_by")
            if len(facts) == 1 and len(facts[0].value or ()) == 1 and self.chinese(entity_id):
                maker = facts[0].texts("value")[0]
                found.setdefault((maker, self._knowledge.type_of(entity_id)), []).append(entity_id)
        return found
