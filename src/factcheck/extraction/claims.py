"""What an article says, as data: the claim."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import field

from factcheck.knowledge.values import DateInterval
from factcheck.language.numbers import QuantityValue
from factcheck.light import dataclass

ASSERTED, DENIED, NOT_ASSERTED = "asserted", "denied", "not-asserted"


@dataclass(frozen=True, slots=True)
class EntityValue:
    """An entity as the value of a claim; several ids where the name is shared, none for an unknown name."""

    ids: tuple[str, ...]
    text: str
    variant: str = ""


@dataclass(frozen=True, slots=True)
class StrangerValue:
    """A person or organisation that the knowledge base does not know; ``kind`` is the type that the name has."""

    text: str
    kind: str


@dataclass(frozen=True, slots=True)
class DateClaim:
    interval: DateInterval
    text: str


@dataclass(frozen=True, slots=True)
class NumberValue:
    quantity: QuantityValue
    text: str


@dataclass(frozen=True, slots=True)
class WordValue:
    """A word of the vocabulary, by its key."""

    key: str
    text: str


@dataclass(frozen=True, slots=True)
class TextValue:
    text: str


Value = EntityValue | StrangerValue | DateClaim | NumberValue | WordValue | TextValue


@dataclass(frozen=True, slots=True)
class Claim:
    """One statement of the article.

    ``subjects``: the entities that the subject may be (several where the name is shared). ``start``/``end`` and
    ``value_start``/``value_end`` are source offsets. ``when``: the date of the sentence, where it has one;
    ``present``: said as being so now. ``construction`` names the pattern, for ``trace``.
    """

    rule: str
    predicate: str
    subjects: tuple[str, ...]
    subject_text: str
    value: Value
    start: int
    end: int
    value_start: int
    value_end: int
    block: int
    stance: str = ASSERTED
    variant: str | None = None
    qualifiers: Mapping[str, str] = field(default_factory=dict)
    when: DateInterval | None = None
    present: bool = False
    certain: bool = True
    construction: str = ""
    rivals: tuple[str, ...] = ()
    """Where the subject was left out: what else near by it might be said of."""
