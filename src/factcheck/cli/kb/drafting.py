"""A fact that is being written: its fields, checked one by one, and its YAML."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from factcheck.cli.texts import pick, suggestion
from factcheck.knowledge.entities import DISCRIMINATORS, ClaimsReader
from factcheck.knowledge.index import Knowledge
from factcheck.knowledge.problems import Problem
from factcheck.knowledge.schema import Predicate
from factcheck.knowledge.yaml_reader import parse_yaml, resolve

_PLAIN = re.compile(r"[\w\u3400-\u9fff][\w\u3400-\u9fff .+/()（）·°%~-]*")
_MEANT_OTHERWISE = ("on", "off", "yes", "no", "y", "n")
_ADDRESS = re.compile(r"https?://[^\s/]+\.[^\s]+")
_SLUG = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")

Fields = Mapping[str, tuple[str, ...]]


@dataclass(frozen=True, slots=True)
class SourceDraft:
    """Where the fact is written; dates are EDTF, empty if unknown."""

    url: str
    title: str = ""
    published: str = ""
    checked: str = ""
    key: str = ""


@dataclass(frozen=True, slots=True)
class Draft:
    """A fact to be added. ``names`` are those of a new entity, empty for one that is known."""

    entity: str
    type: str
    predicate: str
    fields: Fields
    source: SourceDraft
    names: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Checks:
    """What can be said of single answers, against a knowledge base."""

    knowledge: Knowledge
    new_entities: frozenset[str] = field(default=frozenset())

    def predicates_for(self, kind: str) -> list[str]:
        """The predicates that an entity of this type may have."""
        return [each.id for each in self.knowledge.ontology.predicates.values() if kind in each.domain]

    def predicate(self, name: str, kind: str) -> str:
        """What is wrong with a predicate for entities of this type, empty if nothing."""
        known = self.predicates_for(kind)
        if name in known:
            return ""
        if name in self.knowledge.ontology.predicates:
            text = pick(f"{name} 不用于类型 {kind}", f"{name} is not for type {kind}")
            return f"{text} ({', '.join(known)})"
        return pick(f"没有这个谓词：{name}", f"no such predicate: {name}") + suggestion(name, known)

    def type(self, name: str) -> str:
        """What is wrong with a type, empty if nothing."""
        known = list(self.knowledge.ontology.types)
        if name in known:
            return ""
        return pick(f"没有这个类型：{name}", f"no such type: {name}") + (
            suggestion(name, known) or f" ({', '.join(known)})"
        )

    def new_id(self, name: str) -> str:
        """What is wrong with the id of a new entity, empty if nothing."""
        if not _SLUG.fullmatch(name):
            return pick(
                f"id 只用小写字母、数字和连字符：{name}", f"an id is lower-case words with - between: {name}"
            )
        return pick(f"id 已有：{name}", f"this id is taken: {name}") if name in self.knowledge else ""

    def address(self, url: str) -> str:
        """What is wrong with the address of a source, empty if nothing."""
        if not url:
            return pick("事实必须有来源网址", "a fact must have a source address")
        if not _ADDRESS.fullmatch(url):
            return pick(f"不是网址：{url}（应为 https://…）", f"not an address: {url} (expected https://…)")
        return ""

    def date(self, text: str) -> str:
        """What is wrong with a date, empty if nothing."""
        from factcheck.knowledge.values import DateInterval

        try:
            DateInterval.parse(text)
        except ValueError as error:
            return str(error)
        return ""

    def resolved(self, predicate: Predicate, name: str, text: str) -> str:
        """An answer as it is written: the id for the name of an entity, all else as it is."""
        if predicate.shape_of(name) != "entity" or text in self.knowledge:
            return text
        allowed = predicate.range_of(name)
        found = [
            e for e in self.knowledge.lookup(text) if not allowed or self.knowledge.type_of(e) in allowed
        ]
        return found[0] if len(found) == 1 else text

    def field(self, predicate: Predicate, kind: str, name: str, texts: Sequence[str]) -> str:
        """What is wrong with the answers for a field, empty if nothing."""
        if name not in predicate.allowed_fields:
            known = [each for each in predicate.allowed_fields if each != "sources"]
            what = pick(f"{predicate.id} 没有字段 {name}", f"{predicate.id} has no field {name}")
            return what + (suggestion(name, known) or f" ({', '.join(known)})")
        if predicate.shape_of(name) == "entity":
            return next((wrong for text in texts if (wrong := self._reference(predicate, name, text))), "")
        if predicate.shape_of(name) == "word":
            return next((wrong for text in texts if (wrong := self._word(text))), "")
        problems = self._read(kind, predicate.id, {name: tuple(texts)})
        return next((p.message for p in problems if p.code not in ("no-sources", "missing-field")), "")

    def required(self, predicate: Predicate) -> list[str]:
        """The fields without which a fact of the predicate says nothing."""
        dated = ["date"] if predicate.shape == "date" else []
        valued = ["value"] if predicate.needs_value else []
        return [*dict.fromkeys((*predicate.required_fields, *valued, *dated))]

    def _reference(self, predicate: Predicate, name: str, text: str) -> str:
        if text in self.new_entities:
            return ""
        if text not in self.knowledge:
            found = self.knowledge.lookup(text)
            if len(found) > 1:
                ids = ", ".join(found)
                return pick(
                    f"{text} 有多个所指，请写 id：{ids}", f"{text} may mean several, give an id: {ids}"
                )
            return pick(f"知识库里没有：{text}", f"not in the knowledge base: {text}") + suggestion(
                text, self.knowledge.ids
            )
        allowed, kind = predicate.range_of(name), self.knowledge.type_of(text)
        if allowed and kind not in allowed:
            expected = ", ".join(allowed)
            return pick(
                f"{text} 的类型是 {kind}（应为 {expected}）",
                f"{text} is of type {kind} (expected {expected})",
            )
        return ""

    def _word(self, text: str) -> str:
        known = list(self.knowledge.vocabulary.keys)
        if text in known:
            return ""
        return pick(f"词表里没有：{text}", f"not in the vocabulary: {text}") + suggestion(text, known)

    def _read(self, kind: str, predicate: str, fields: Fields) -> list[Problem]:
        """The problems that the reader of claims has with fields."""
        text = f"- {{id: x, type: {kind}, names: [x], facts: {{{predicate}: {flow(fields)}}}}}\n"
        node, problems = parse_yaml(text, "")
        reader = ClaimsReader("", self.knowledge.ontology, self.knowledge.vocabulary)
        list(reader.read(node, {}))
        return [*problems, *reader.problems]


def fact_line(draft: Draft, source_key: str) -> str:
    """The fact as a mapping in one line, what tells it apart first, sources last."""
    order = {
        name: place
        for place, name in enumerate((*DISCRIMINATORS, "value", "also", "not", "date", "from", "until"))
    }
    names = sorted(draft.fields, key=lambda name: order.get(name, len(order)))
    fields = {name: draft.fields[name] for name in names}
    return flow({**fields, "sources": (source_key,)}, lists=("sources",))


def source_line(source: SourceDraft) -> str:
    """The source as a mapping in one line."""
    fields = {
        "url": source.url,
        "title": source.title,
        "published": source.published,
        "checked": source.checked,
    }
    shown = (
        f"{name}: {quoted(text) if name in ('url', 'title') else scalar(text)}"
        for name, text in fields.items()
        if text
    )
    return "{" + ", ".join(shown) + "}"


def flow(fields: Fields, lists: Sequence[str] = ()) -> str:
    """Fields as a YAML mapping in one line; one value stands alone unless the field is of ``lists``."""
    return "{" + ", ".join(f"{name}: {_value(texts, name in lists)}" for name, texts in fields.items()) + "}"


def _value(texts: Sequence[str], listed: bool) -> str:
    if len(texts) == 1 and not listed:
        return scalar(texts[0])
    return "[" + ", ".join(scalar(text) for text in texts) + "]"


def scalar(text: str) -> str:
    """A text as a YAML scalar, quoted where it must be."""
    plain = _PLAIN.fullmatch(text) and text.lower() not in _MEANT_OTHERWISE and text == text.strip()
    # Dates, numbers, true and false are written bare: the reader takes them as they are meant.
    return text if plain and resolve(text) is not None else quoted(text)


def quoted(text: str) -> str:
    """A text in double quotes."""
    return '"' + "".join(_escaped(text)) + '"'


def _escaped(text: str) -> Iterator[str]:
    for character in text:
        if character in '"\\':
            yield "\\" + character
        elif character < " ":
            yield f"\\x{ord(character):02x}"
        else:
            yield character


def slug(name: str) -> str:
    """An id made of a name; empty if it has no Latin letters."""
    return "-".join(re.findall(r"[a-z0-9]+", name.lower()))
