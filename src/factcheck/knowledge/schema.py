"""The kinds of things and facts (``ontology.yaml``) and the words that facts take (``vocabulary.yaml``)."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from functools import cached_property
from typing import TYPE_CHECKING, Any, NamedTuple, TypeVar

from factcheck.knowledge.problems import Problem
from factcheck.light import dataclass

if TYPE_CHECKING:
    from pathlib import Path

    from factcheck.knowledge.yaml_reader import Node

Read = TypeVar("Read")

SHAPES = ("entity", "date", "quantity", "word", "text", "record")
WORLDS = ("closed", "open", "listed")
UNITS = ("count", "tokens", "bytes", "money", "nm", "watts", "percent", "bandwidth")
STATUSES = ("undisclosed", "disputed", "superseded", "none")

COMMON_FIELDS = ("value", "date", "sources", "from", "until", "review_by", "note", "status")
"""What every fact may carry, whatever its predicate."""

# How a field of a fact is read, by its name; a field that is not listed is text.
_FIELD_SHAPES = {
    "date": "date",
    "from": "date",
    "until": "date",
    "review_by": "date",
    "announced": "date",
    "completed": "date",
    "terminated": "date",
    "year": "date",
    "amount": "quantity",
    "valuation": "quantity",
    "cumulative": "quantity",
    "active": "quantity",
    "holder": "entity",
    "by": "entity",
    "org": "entity",
    "opponent": "entity",
    "award": "entity",
    "with": "entity",
    "lead": "entity",
    "adviser": "entity",
    "broken_by": "entity",
    "place": "entity",
    "complete": "boolean",
    "core": "boolean",
    "gone": "boolean",
}
# The same name can mean something else under one predicate; for a record, this is also where its value gets
# a shape.
_SPECIAL_SHAPES = {
    ("acquired_by", "value"): "entity",
    ("acquired_by", "price"): "quantity",
    ("invested_by", "value"): "entity",
    ("count", "value"): "quantity",
    ("users", "value"): "quantity",
    ("price", "value"): "quantity",
    ("fine", "value"): "quantity",
    ("market_cap", "value"): "quantity",
    ("stake", "value"): "quantity",
    ("penalty", "value"): "quantity",
    ("sued", "value"): "entity",
    ("sued_by", "value"): "entity",
    ("goal", "value"): "text",
    ("experts", "value"): "quantity",
    ("experts", "shared"): "quantity",
    ("training_data", "value"): "quantity",
    ("venue", "award"): "text",
}
FIELD_RANGES: Mapping[str, tuple[str, ...]] = {
    "org": ("organization", "lab", "product", "framework", "event", "policy"),
    "opponent": ("person", "model", "product", "organization"),
    "award": ("award", "event", "benchmark"),
    "with": ("person", "organization", "lab", "model"),
    "lead": ("organization", "lab", "person"),
    "adviser": ("person",),
    "place": ("place",),
    "holder": ("organization", "lab", "person"),
    "by": ("organization", "lab"),
    "value": ("organization", "lab", "person"),
}
"""The entity types that a field of a record may name; a field that is not listed may name any."""

_REQUIRED = {
    "released": ("event",),
    "role": ("org", "title"),
    "moved": ("url",),
    "award": ("award",),
    "score": ("benchmark", "value"),
    "education": ("org",),
}


class EntityType(NamedTuple):
    """A kind of thing, with its label in both languages."""

    id: str
    zh: str
    en: str


class Predicate(NamedTuple):
    """A kind of fact: on what it stands, what values it takes, how they are compared.

    ``tolerance`` is the relative difference that still counts as the same number; 0 leaves only the
    rounding of the last digit. ``unit`` is empty except for quantities.
    """

    id: str
    label_zh: str
    label_en: str
    domain: tuple[str, ...]
    shape: str
    world: str
    rule: str
    range: tuple[str, ...] = ()
    many: bool = False
    unit: str = ""
    tolerance: float = 0.0
    volatile: bool = False
    fields: tuple[str, ...] = ()
    events: tuple[str, ...] = ()
    titles: tuple[str, ...] = ()

    def label(self, lang: str) -> str:
        return self.label_zh if lang.startswith("zh") else self.label_en

    @property
    def allowed_fields(self) -> tuple[str, ...]:
        return (*COMMON_FIELDS, *self.fields)

    @property
    def required_fields(self) -> tuple[str, ...]:
        return _REQUIRED.get(self.id, ())

    def shape_of(self, name: str) -> str:
        """How the field ``name`` is read: as entity, date, quantity, word, boolean or text."""
        special = _SPECIAL_SHAPES.get((self.id, name))
        if special:
            return special
        if name in ("value", "also", "not"):
            return self.shape if self.shape in ("entity", "quantity", "word") else "text"
        return _FIELD_SHAPES.get(name, "text")

    def range_of(self, name: str) -> tuple[str, ...]:
        """The entity types that the field ``name`` may refer to; empty: any."""
        if name in ("value", "also", "not") and self.range:
            return self.range
        return FIELD_RANGES.get(name, ())

    @property
    def needs_value(self) -> bool:
        """Whether a fact without ``value`` says nothing."""
        return "value" in self.fields if self.shape == "record" else self.shape != "date"


@dataclass(frozen=True)
class Ontology:
    """All types and predicates, in the order of the file."""

    types: Mapping[str, EntityType]
    predicates: Mapping[str, Predicate]

    def plain(self) -> dict[str, Any]:
        """As JSON; ``from_plain`` reads it back."""
        return {
            "types": [[kind.id, kind.zh, kind.en] for kind in self.types.values()],
            "predicates": [
                [getattr(predicate, name) for name in Predicate._fields]
                for predicate in self.predicates.values()
            ],
        }

    @classmethod
    def from_plain(cls, plain: Mapping[str, Any]) -> Ontology:
        kinds = [EntityType(*row) for row in plain["types"]]
        predicates = [Predicate(*(_frozen(value) for value in row)) for row in plain["predicates"]]
        return cls({kind.id: kind for kind in kinds}, {each.id: each for each in predicates})


class WordGroup(NamedTuple):
    """Words of one dimension; where ``exclusive``, having one excludes having another."""

    id: str
    exclusive: bool
    words: Mapping[str, tuple[str, ...]]


@dataclass(frozen=True)
class Vocabulary:
    """The keys that word-shaped facts take, grouped, with the ways articles write each."""

    groups: Mapping[str, WordGroup]

    @cached_property
    def _groups_of(self) -> dict[str, tuple[str, ...]]:
        found: dict[str, tuple[str, ...]] = {}
        for group in self.groups.values():
            for key in group.words:
                found[key] = (*found.get(key, ()), group.id)
        return found

    def __contains__(self, key: object) -> bool:
        return key in self._groups_of

    @property
    def keys(self) -> Iterable[str]:
        return self._groups_of.keys()

    def groups_of(self, key: str) -> tuple[str, ...]:
        """The groups that hold ``key``; empty for an unknown word."""
        return self._groups_of.get(key, ())

    def words_of(self, key: str) -> tuple[str, ...]:
        """The ways articles write ``key``."""
        return tuple(word for group in self.groups_of(key) for word in self.groups[group].words[key])

    def exclude(self, one: str, other: str) -> bool:
        """Whether having ``one`` excludes having ``other``: different words of one exclusive group."""
        if one == other:
            return False
        shared = set(self.groups_of(one)) & set(self.groups_of(other))
        return any(self.groups[group].exclusive for group in shared)

    def plain(self) -> list[Any]:
        """As JSON; ``from_plain`` reads it back."""
        return [[group.id, group.exclusive, group.words] for group in self.groups.values()]

    @classmethod
    def from_plain(cls, plain: Iterable[Any]) -> Vocabulary:
        groups = [
            WordGroup(name, exclusive, {key: tuple(words) for key, words in entries.items()})
            for name, exclusive, entries in plain
        ]
        return cls({group.id: group for group in groups})


def _frozen(value: Any) -> Any:
    return tuple(value) if isinstance(value, list) else value


# Reading the files, for a compilation only.


def read_ontology(files: Sequence[tuple[Path, str]]) -> tuple[Ontology, list[Problem]]:
    """The ontology of ``files`` (path and label); a later file adds or replaces types and predicates."""
    kinds: dict[str, EntityType] = {}
    predicates: dict[str, Predicate] = {}
    problems: list[Problem] = []
    for path, label in files:
        root, reader = _start(path, label, problems)
        for name, node in reader.section(root, "types"):
            kinds[name] = EntityType(name, reader.text(node, "zh"), reader.text(node, "en"))
        for name, node in reader.section(root, "predicates"):
            predicates[name] = reader.predicate(name, node)
    return Ontology(kinds, predicates), problems


def read_vocabulary(files: Sequence[tuple[Path, str]]) -> tuple[Vocabulary, list[Problem]]:
    """The vocabulary of ``files`` (path and label); a later file adds words to a group, or groups."""
    groups: dict[str, WordGroup] = {}
    problems: list[Problem] = []
    for path, label in files:
        root, reader = _start(path, label, problems)
        for name, node in root.mapping.items() if root else ():
            read = reader.group(name, node)
            known = groups.get(name)
            groups[name] = WordGroup(name, read.exclusive, {**known.words, **read.words}) if known else read
    return Vocabulary(groups), problems


def _start(path: Path, label: str, problems: list[Problem]) -> tuple[Node | None, _SchemaReader]:
    from factcheck.knowledge.yaml_reader import read_yaml

    root, found = read_yaml(path, label)
    problems.extend(found)
    return root, _SchemaReader(label, problems)


class _SchemaReader:
    """Reads the nodes of one file and notes what is wrong with them."""

    def __init__(self, label: str, problems: list[Problem]) -> None:
        self.label = label
        self.problems = problems

    def section(self, root: Node | None, name: str) -> Iterable[tuple[str, Node]]:
        node = root.get(name) if root else None
        return node.mapping.items() if node else ()

    def predicate(self, name: str, node: Node) -> Predicate:
        label = node.get("label") or node
        read = Predicate(
            id=name,
            label_zh=self.text(label, "zh"),
            label_en=self.text(label, "en"),
            domain=self.texts(node, "domain"),
            shape=self.choice(node, "shape", SHAPES),
            world=self.choice(node, "world", WORLDS),
            rule=self.text(node, "rule"),
            range=self.texts(node, "range"),
            many=self.flag(node, "many"),
            unit=self.choice(node, "unit", UNITS) if node.get("unit") else "",
            tolerance=self.number(node, "tolerance"),
            volatile=self.flag(node, "volatile"),
            fields=self.texts(node, "fields"),
            events=self.texts(node, "events"),
            titles=self.texts(node, "titles"),
        )
        for key, entry in node.mapping.items():
            if key not in ("label", *Predicate._fields):
                place = entry.key_place(self.label)
                self.problems.append(Problem.at(place, "unknown-field", f"{name}: unknown field {key!r}"))
        return read

    def group(self, name: str, node: Node) -> WordGroup:
        words = {key: tuple(word.text for word in each.elements) for key, each in self.section(node, "words")}
        return WordGroup(name, self.flag(node, "exclusive", missing=True), words)

    def text(self, node: Node, key: str) -> str:
        return self._read(
            node, key, "", lambda entry: entry.text if entry.kind in ("text", "number") else None
        )

    def texts(self, node: Node, key: str) -> tuple[str, ...]:
        entry = node.get(key)
        return tuple(each.text for each in entry.elements) if entry else ()

    def flag(self, node: Node, key: str, missing: bool = False) -> bool:
        if node.get(key) is None:
            return missing
        return self._read(
            node, key, missing, lambda entry: entry.value if isinstance(entry.value, bool) else None
        )

    def number(self, node: Node, key: str) -> float:
        if node.get(key) is None:
            return 0.0
        return self._read(node, key, 0.0, lambda entry: float(entry.text) if entry.kind == "number" else None)

    def choice(self, node: Node, key: str, allowed: Sequence[str]) -> str:
        return self._read(
            node,
            key,
            allowed[0],
            lambda entry: entry.text if entry.text in allowed else None,
            " | ".join(allowed),
        )

    def _read(
        self, node: Node, key: str, fallback: Read, read: Callable[[Node], Read | None], expected: str = ""
    ) -> Read:
        entry = node.get(key)
        value = read(entry) if entry else None
        if value is not None:
            return value
        hint = f" (expected {expected})" if expected else ""
        if entry is None:
            self._complain(node, "missing-field", f"no {key}{hint}")
        else:
            self._complain(entry, "bad-value", f"{key}: not allowed: {entry.text!r}{hint}")
        return fallback

    def _complain(self, node: Node, code: str, message: str) -> None:
        self.problems.append(Problem.at(node.place(self.label), code, message))
