"""A drafted fact put into the text of a claims file; nothing else of the file changes, comments included."""

from __future__ import annotations

import re
from collections.abc import Sequence
from urllib.parse import urlsplit

from factcheck.cli.kb.canonical import formatted
from factcheck.cli.kb.drafting import Draft, fact_line, scalar, source_line
from factcheck.errors import FactcheckError
from factcheck.knowledge.problems import raise_for
from factcheck.knowledge.yaml_reader import Node, parse_yaml

_TOKEN = re.compile(
    r""""(?:[^"\\]|\\.)*"|'(?:[^']|'')*'|[\[{]|[\]}]|(?:(?<=\s)|^)#.*|.""", re.MULTILINE | re.DOTALL
)


def with_fact(text: str, path: str, draft: Draft) -> str:
    """The text of a file with the fact in it. Raises FactcheckError if the file is not readable YAML."""
    root, problems = parse_yaml(text, path)
    raise_for(problems)
    entities = root.elements if root else []
    entity = next((each for each in entities if _id_of(each) == draft.entity), None)
    changed = (
        _with_entity(text, draft) if entity is None else _Block(text, entities, entity, path).with_fact(draft)
    )
    # A file that is in canonical form stays so; another one is not touched beyond what is added.
    return formatted(changed, path) if text == "" or formatted(text, path) == text else changed


def _id_of(node: Node) -> str:
    found = node.get("id")
    return found.text if found else ""


def _with_entity(text: str, draft: Draft) -> str:
    """A block for an entity that the file does not have, at its end; without names it extends one of another file."""
    key = draft.source.key or _key_of(draft.source.url, ())
    names = [f"  names: [{', '.join(scalar(name) for name in draft.names)}]"] if draft.names else []
    lines = [
        f"- id: {draft.entity}",
        *([f"  type: {draft.type}"] if draft.names else []),
        *names,
        "  facts:",
        f"    {draft.predicate}: {fact_line(draft, key)}",
        "  sources:",
        f"    {key}: {source_line(draft.source)}",
    ]
    before = text if not text or text.endswith("\n") else f"{text}\n"
    return before + ("\n" if text else "") + "\n".join(lines) + "\n"


class _Block:
    """The lines of one entity in its file."""

    def __init__(self, text: str, entities: Sequence[Node], entity: Node, path: str) -> None:
        self._lines = text.split("\n")
        self._entity = entity
        self._path = path
        following = [each.line for each in entities if each.line > entity.line]
        self._end = self._without_comments(entity.line, min(following) - 1 if following else len(self._lines))

    def with_fact(self, draft: Draft) -> str:
        """The whole text with the fact and its source. What stands further below is written first."""
        sources, facts = self._entity.get("sources"), self._entity.get("facts")
        known = {
            each.mapping["url"].text: key
            for key, each in (sources.mapping if sources else {}).items()
            if each.get("url")
        }
        key = known.get(draft.source.url, "")
        steps = []
        if not key:
            taken = tuple(sources.mapping) if sources else ()
            key = (
                draft.source.key
                if draft.source.key and draft.source.key not in taken
                else _key_of(draft.source.url, taken)
            )
            steps.append((sources, "sources", f"{key}: {source_line(draft.source)}"))
        line = fact_line(draft, key)
        there = facts.get(draft.predicate) if facts else None
        if there is None:
            steps.append((facts, "facts", f"{draft.predicate}: {line}"))
        else:
            steps.append((there, draft.predicate, line))
        for node, name, entry in sorted(steps, key=lambda step: -self._place(step[0], step[1])):
            if node is not None and node is there:
                self._append(node, name, entry)
            else:
                self._enter(node, name, entry)
        return "\n".join(self._lines)

    def _place(self, node: Node | None, name: str) -> int:
        """Where a section begins; a new one of facts stands before the sources, one of sources at the end."""
        if node is not None:
            return node.key_line
        sources = self._entity.get("sources")
        return sources.key_line - 1 if name == "facts" and sources else self._end

    def _enter(self, section: Node | None, name: str, entry: str) -> None:
        """Put ``key: value`` at the end of a section, which is made if there is none."""
        if section is None or not section.mapping:
            place = self._place(section, name)
            if section is not None:
                del self._lines[section.key_line - 1]
                place = section.key_line - 1
            self._lines[place:place] = [f"  {name}:", f"    {entry}"]
            return
        first = next(iter(section.mapping.values()))
        if first.key_line == section.key_line:
            self._before_bracket(section, entry)
            return
        place = self._end_of(section)
        self._lines.insert(place, " " * (first.key_column - 1) + entry)

    def _append(self, facts: Node, name: str, entry: str) -> None:
        """Put a fact behind the ones of its predicate."""
        if facts.kind == "mapping":
            self._listed(facts, entry)
        elif facts.elements and facts.elements[0].line > facts.key_line:
            column = self._lines[facts.elements[0].line - 1].index("-")
            self._lines.insert(self._end_of(facts), " " * column + f"- {entry}")
        elif facts.elements:
            self._before_bracket(facts, entry)
        else:
            raise FactcheckError(f"{self._path}:{facts.key_line}: {name} is empty; remove it first")

    def _listed(self, fact: Node, entry: str) -> None:
        """Make a list of a single fact, and put another one behind it."""
        indent = " " * (fact.key_column + 1)
        if fact.line != fact.key_line:
            raise FactcheckError(
                f"{self._path}:{fact.key_line}: write this fact in one line ({{…}}), so that another can follow"
            )
        line = self._lines[fact.line - 1]
        end = self._end_of(fact)
        self._lines.insert(end, f"{indent}- {entry}")
        self._lines[fact.line - 1 : fact.line] = [
            line[: fact.column - 1].rstrip(),
            f"{indent}- {line[fact.column - 1 :]}",
        ]

    def _before_bracket(self, node: Node, entry: str) -> None:
        """Put an entry before the bracket that closes a collection in flow style."""
        lines = self._lines[node.line - 1 :]
        text = "\n".join(lines)
        end = _closing(text, node.column - 1)
        self._lines[node.line - 1 :] = (text[:end].rstrip() + f", {entry}" + text[end:]).split("\n")

    def _end_of(self, node: Node) -> int:
        """The number of the last line that belongs to a key."""
        indent = node.key_column - 1
        last = node.key_line
        for number in range(node.key_line + 1, self._end + 1):
            line = self._lines[number - 1]
            if line.strip() and len(line) - len(line.lstrip()) <= indent:
                break
            if line.strip():
                last = number
        return last

    def _without_comments(self, first: int, last: int) -> int:
        """The last line of the entity, without the comments and empty lines that belong to the next one."""
        while last > first and (not self._lines[last - 1].strip() or self._lines[last - 1].startswith("#")):
            last -= 1
        return last


def _closing(text: str, start: int) -> int:
    """The place of the bracket that closes the one at ``start``."""
    depth = 0
    for match in _TOKEN.finditer(text, start):
        token = match.group()
        depth += (token in "[{") - (token in "]}") if len(token) == 1 else 0
        if depth == 0:
            return match.start()
    raise FactcheckError("a bracket that is not closed")


def _key_of(url: str, taken: Sequence[str]) -> str:
    """A key for a source, from its host: openai, openai2 …"""
    labels = urlsplit(url).hostname or "source"
    parts = [part for part in labels.split(".") if part not in ("www", "blog", "docs", "en", "zh")]
    stem = re.sub(r"[^a-z0-9]", "", parts[0] if parts else "") or "source"
    number, key = 2, stem
    while key in taken:
        key, number = f"{stem}{number}", number + 1
    return key
