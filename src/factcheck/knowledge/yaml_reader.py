"""YAML as people expect it, with the place of every key and value.

Only what JSON knows is resolved: ``true``, ``false``, ``null``, integers without leading zeros, decimals.
Everything else is text, dates and ``on``/``no`` included. Duplicate keys, anchors, aliases and tags are
problems. The tree is built from the parser's events, because composing recurses in C and a hostile file
would crash the interpreter.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from factcheck.knowledge.problems import Place, Problem, raise_for

Scalar = str | int | float | bool | None
MAX_DEPTH = 64
_INTEGER = re.compile(r"-?(?:0|[1-9][0-9]*)")
_DECIMAL = re.compile(r"-?(?:0|[1-9][0-9]*)\.[0-9]+")
_YAML_1_1_BOOLEANS = ("on", "off", "yes", "no", "y", "n")
_WORDS: dict[str, Scalar] = {"true": True, "false": False, "null": None, "": None}


@dataclass(frozen=True, slots=True)
class Node:
    """A value of a YAML file: a scalar, a list of nodes or a mapping of text to nodes.

    ``text`` is a scalar as it is written (``1.10`` stays ``1.10``), ``line`` and ``column`` are 1-based;
    ``key_line`` and ``key_column`` point to the key that introduces the value, or to the value itself where
    there is none.
    """

    value: Scalar | list[Node] | dict[str, Node]
    text: str
    line: int
    column: int
    key_line: int
    key_column: int

    @property
    def kind(self) -> str:
        """``mapping``, ``list``, ``text``, ``number``, ``boolean`` or ``null``."""
        if isinstance(self.value, dict):
            return "mapping"
        if isinstance(self.value, list):
            return "list"
        if isinstance(self.value, bool):
            return "boolean"
        if self.value is None:
            return "null"
        return "text" if isinstance(self.value, str) else "number"

    @property
    def mapping(self) -> dict[str, Node]:
        """The entries of a mapping; empty for anything else."""
        return self.value if isinstance(self.value, dict) else {}

    @property
    def elements(self) -> list[Node]:
        """The elements of a list; a single value is a list of one, ``null`` an empty one."""
        if isinstance(self.value, list):
            return self.value
        return [] if self.value is None else [self]

    def get(self, key: str) -> Node | None:
        return self.mapping.get(key)

    def place(self, path: str) -> Place:
        return Place(path, self.line, self.column)

    def key_place(self, path: str) -> Place:
        return Place(path, self.key_line, self.key_column)

    def plain(self) -> Any:
        """The value as ordinary Python objects, without places."""
        if isinstance(self.value, dict):
            return {key: node.plain() for key, node in self.value.items()}
        if isinstance(self.value, list):
            return [node.plain() for node in self.value]
        return self.value


def read_yaml(path: Path, label: str | None = None) -> tuple[Node | None, list[Problem]]:
    """The tree of a file and everything that is wrong with its form; ``label`` is the path shown in messages.

    The tree is None for an empty file and for one that cannot be parsed at all.
    """
    name = label if label is not None else str(path)
    try:
        content = path.read_bytes()
    except OSError as error:
        return None, [Problem(name, 1, 1, "unreadable", f"cannot be read: {error.strerror or error}")]
    return parse_yaml(content, name)


def parse_yaml(content: bytes | str, label: str) -> tuple[Node | None, list[Problem]]:
    """Like ``read_yaml``, for a text that is at hand."""
    if isinstance(content, str):
        return _TreeBuilder(label).build(content)
    try:
        return _TreeBuilder(label).build(content.decode("utf-8-sig"))
    except UnicodeDecodeError as error:
        line, column = _line_and_column(content[: error.start].decode("utf-8", "replace"))
        return None, [Problem(label, line, column, "encoding", "not UTF-8")]


def load_yaml(path: Path, label: str | None = None) -> Node:
    """The tree of a file. Raises KnowledgeError with every problem of its form; an empty file is one."""
    node, problems = read_yaml(path, label)
    if node is None and not problems:
        problems = [Problem(label if label is not None else str(path), 1, 1, "empty", "the file is empty")]
    raise_for(problems)
    assert node is not None
    return node


class _TreeBuilder:
    """Builds the tree of one file from the parser's events and collects its problems."""

    def __init__(self, label: str) -> None:
        self.label = label
        self.problems: list[Problem] = []

    def build(self, text: str) -> tuple[Node | None, list[Problem]]:
        import yaml  # only a compilation needs it: 28 ms

        loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
        try:
            return self._document(yaml.parse(text, loader)), self.problems
        except yaml.reader.ReaderError as error:
            # libyaml counts bytes, the pure parser characters; the bytes are the common case.
            before = text.encode()[: error.position].decode("utf-8", "replace")
            line, column = _line_and_column(before)
            self._complain(line, column, "yaml", f"not YAML: {error.reason}")
        except yaml.MarkedYAMLError as error:
            mark = error.problem_mark or error.context_mark
            line, column = (mark.line + 1, mark.column + 1) if mark else (1, 1)
            self._complain(line, column, "yaml", f"not YAML: {_reason(error)}")
        return None, self.problems

    def _document(self, events: Iterator[Any]) -> Node | None:
        root: Node | None = None
        documents = 0
        for event in events:
            name = type(event).__name__
            if name == "DocumentStartEvent":
                documents += 1
            elif name in ("ScalarEvent", "AliasEvent", "MappingStartEvent", "SequenceStartEvent"):
                node = self._node(event, events, None, 0)
                root = node if root is None else root
            if documents > 1:
                self._complain_at(event, "yaml", "one document in a file, please")
                break
        return None if root is not None and root.kind == "null" else root

    def _node(self, event: Any, events: Iterator[Any], key: Any, depth: int) -> Node:
        if depth > MAX_DEPTH:
            import yaml

            raise yaml.MarkedYAMLError(problem="nested too deeply", problem_mark=event.start_mark)
        if event.anchor is not None:
            self._complain_at(
                event, "anchor", "anchors and aliases (& and *) are not used here; write the value out"
            )
        name = type(event).__name__
        if name != "AliasEvent" and event.tag is not None:
            self._complain_at(event, "tag", f"tags are not used here: {event.tag}")
        if name == "MappingStartEvent":
            return self._made(event, key, self._mapping(events, depth), "")
        if name == "SequenceStartEvent":
            return self._made(event, key, self._list(events, depth), "")
        if name == "AliasEvent":
            return self._made(event, key, None, "")
        plain = event.implicit[0] and not event.style
        return self._made(event, key, resolve(event.value) if plain else event.value, event.value)

    def _mapping(self, events: Iterator[Any], depth: int) -> dict[str, Node]:
        entries: dict[str, Node] = {}
        for event in events:
            if type(event).__name__ == "MappingEndEvent":
                break
            key = self._node(event, events, None, depth + 1)
            node = self._node(next(events), events, event, depth + 1)
            if isinstance(key.value, dict | list):
                self._complain_at(event, "key", "a key must be a single word")
            elif not event.style and key.text.lower() in _YAML_1_1_BOOLEANS:
                self._complain_at(
                    event, "yaml-boolean", f"{key.text!r} is a boolean to other readers; quote it"
                )
            elif key.text in entries:
                self._complain_at(event, "duplicate-key", f"duplicate key {key.text!r}")
            else:
                entries[key.text] = node
        return entries

    def _list(self, events: Iterator[Any], depth: int) -> list[Node]:
        elements: list[Node] = []
        for event in events:
            if type(event).__name__ == "SequenceEndEvent":
                break
            elements.append(self._node(event, events, None, depth + 1))
        return elements

    def _made(self, event: Any, key: Any, value: Scalar | list[Node] | dict[str, Node], text: str) -> Node:
        mark = event.start_mark
        key_mark = mark if key is None else key.start_mark
        return Node(value, text, mark.line + 1, mark.column + 1, key_mark.line + 1, key_mark.column + 1)

    def _complain(self, line: int, column: int, code: str, message: str) -> None:
        self.problems.append(Problem(self.label, line, column, code, message))

    def _complain_at(self, event: Any, code: str, message: str) -> None:
        self._complain(event.start_mark.line + 1, event.start_mark.column + 1, code, message)


def resolve(text: str) -> Scalar:
    """The value of an unquoted scalar: a boolean, null or number as in JSON, else the text itself."""
    if text in _WORDS:
        return _WORDS[text]
    if text[0] in "-0123456789":
        if _INTEGER.fullmatch(text):
            return int(text) if len(text) < 400 else text
        if _DECIMAL.fullmatch(text):
            return float(text)
    return text


def _reason(error: Any) -> str:
    return " ".join(part for part in (error.problem, error.context) if part)


def _line_and_column(before: str) -> tuple[int, int]:
    return before.count("\n") + 1, len(before) - (before.rfind("\n") + 1) + 1
