"""The constructions of ``sentences/*.yaml``: how writers put a fact, with slots for who and what."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from factcheck.knowledge.problems import Problem, raise_for
from factcheck.knowledge.yaml_reader import load_yaml

if TYPE_CHECKING:
    from factcheck.knowledge.yaml_reader import Node

FIELDS = ("text", "true", "wrong", "types", "not_types", "events", "not_events", "when")
SLOT = re.compile(r"\{(\w+)(?::((?:[^{}]|\{\w+\})*))?\}")
# What stands around the value while a sentence is put together, to find it again.
_OPEN, _CLOSE = "\ue000", "\ue001"


@dataclass(frozen=True, slots=True)
class Construction:
    """One way to say a fact.

    ``true`` and ``wrong`` are the wordings to choose from, the same ones unless the two are said differently.
    The others restrict it to entity types, events and circumstances; empty: to none.
    """

    name: str
    true: tuple[str, ...]
    wrong: tuple[str, ...]
    types: frozenset[str] = frozenset()
    not_types: frozenset[str] = frozenset()
    events: frozenset[str] = frozenset()
    not_events: frozenset[str] = frozenset()
    when: frozenset[str] = frozenset()

    def suits(self, kind: str, event: str, circumstances: frozenset[str]) -> bool:
        """Whether a writer would use it for an entity of this type and an event of this kind."""
        return (
            (not self.types or kind in self.types)
            and kind not in self.not_types
            and (not self.events or event in self.events)
            and event not in self.not_events
            and self.when <= circumstances
        )


@dataclass(frozen=True, slots=True)
class WordTable:
    """Words for a slot, by what a sentence speaks of; ``by`` names what they are looked up with, in order."""

    by: tuple[str, ...]
    words: Mapping[str, tuple[str, ...]]

    def choose(self, keys: Mapping[str, str], seed: int) -> str:
        """A word for these keys, empty if there is none."""
        for name in self.by:
            found = self.words.get(".".join(keys.get(part, "") for part in name.split(".")))
            if found:
                return found[seed % len(found)]
        return ""


@dataclass(frozen=True, slots=True)
class PredicateTemplates:
    """The constructions of a predicate; ``rules``: those that may report the wrong ones (default: the predicate's)."""

    constructions: tuple[Construction, ...]
    rules: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Templates:
    """All constructions by predicate (``released``, ``acquired_by.price``), and the words by slot."""

    predicates: Mapping[str, PredicateTemplates]
    words: Mapping[str, WordTable]

    @property
    def constructions(self) -> list[str]:
        """The names of all constructions, sorted."""
        return sorted({each.name for found in self.predicates.values() for each in found.constructions})


def filled(template: str, slots: Mapping[str, str]) -> tuple[str, int, int] | None:
    """A sentence and where its value stands; None if a slot has no word."""

    def put(match: re.Match[str]) -> str:
        name, literal = match.groups()
        if literal is not None:
            return _OPEN + SLOT.sub(put, literal) + _CLOSE
        text = slots.get(name, "")
        if not text:
            raise KeyError(name)
        return _OPEN + text + _CLOSE if name.startswith("value") and name[5:6] in ("", "_") else text

    try:
        marked = SLOT.sub(put, template)
    except KeyError:
        return None
    return _located(marked)


def _located(marked: str) -> tuple[str, int, int]:
    start = marked.find(_OPEN)
    if start < 0:
        return marked, 0, len(marked)
    end = marked.find(_CLOSE) - 1
    return marked.replace(_OPEN, "").replace(_CLOSE, ""), start, end


def load_templates(directory: Path) -> Templates:
    """Read ``*.yaml`` of the directory. Raises KnowledgeError naming file, line and what was expected."""
    reader = _Reader()
    for path in sorted(directory.glob("*.yaml")):
        reader.read(path)
    raise_for(reader.problems)
    return Templates(reader.predicates, reader.words)


class _Reader:
    """Reads the files one by one and notes what is wrong with them."""

    def __init__(self) -> None:
        self.predicates: dict[str, PredicateTemplates] = {}
        self.words: dict[str, WordTable] = {}
        self.problems: list[Problem] = []

    def read(self, path: Path) -> None:
        label = path.name
        for section, node in load_yaml(path, label).mapping.items():
            for name, each in node.mapping.items():
                if section == "words":
                    self.words[name] = _word_table(each)
                elif section == "predicates":
                    self.predicates[name] = self._predicate(each, label)
                else:
                    self._complain(each, label, f"unknown section {section!r} (expected words, predicates)")

    def _predicate(self, node: Node, label: str) -> PredicateTemplates:
        body = node.get("constructions")
        if body is None:
            self._complain(node, label, "no constructions")
            return PredicateTemplates(())
        found = tuple(self._construction(name, each, label) for name, each in body.mapping.items())
        return PredicateTemplates(found, _texts(node.get("rules")))

    def _construction(self, name: str, node: Node, label: str) -> Construction:
        if node.kind != "mapping":
            return Construction(name, _texts(node), _texts(node))
        for field, each in node.mapping.items():
            if field not in FIELDS:
                self._complain(each, label, f"{name}: unknown field {field!r} (expected {', '.join(FIELDS)})")
        both = _texts(node.get("text"))
        true, wrong = both or _texts(node.get("true")), both or _texts(node.get("wrong"))
        if not true and not wrong:
            self._complain(node, label, f"{name}: no text")
        limits = (frozenset(_texts(node.get(field))) for field in FIELDS[3:])
        return Construction(name, true, wrong, *limits)

    def _complain(self, node: Node, label: str, message: str) -> None:
        self.problems.append(Problem.at(node.place(label), "sentences", message))


def _word_table(node: Node) -> WordTable:
    words = {key: _texts(each) for key, each in node.mapping.items() if key != "by"}
    return WordTable(_texts(node.get("by")), words)


def _texts(node: Node | None) -> tuple[str, ...]:
    return tuple(each.text for each in node.elements) if node is not None else ()


def choose(options: Sequence[str], seed: int) -> Iterator[str]:
    """The options, beginning with the one that a seed picks."""
    for place in range(len(options)):
        yield options[(seed + place) % len(options)]
