"""From the nodes of a claims file to entities, with every mistake of form noted at its line and column.

What cannot be read is left out of the entity and told as a problem; whoever wants all or nothing raises for
the problems.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from factcheck.folding import fold, name_key
from factcheck.knowledge.model import Entity, Fact, Myth, Name, Qualifier, Source
from factcheck.knowledge.problems import Place, Problem
from factcheck.knowledge.schema import STATUSES, Ontology, Predicate, Vocabulary
from factcheck.knowledge.values import DateInterval, Quantity
from factcheck.knowledge.yaml_reader import Node

ENTITY_FIELDS = (
    "id", "type", "names", "not_in", "complete", "facts", "sources", "myths", "note", "override",
)  # fmt: skip
NAME_FIELDS = ("text", "lang", "from", "until", "status", "shared", "variant", "common")
SOURCE_FIELDS = ("url", "title", "published", "checked", "note", "archived")
MYTH_FIELDS = ("predicate", "value", "because", "sources", "note")
NAME_STATUSES = ("former", "code", "nickname", "abbreviation")
LANGUAGES = ("zh", "zh-Hant", "en")

# The fields that tell the facts of one predicate apart, in the order in which they stand in the fact's id.
DISCRIMINATORS = (
    "event", "org", "title", "degree", "benchmark", "exchange", "award", "round", "opponent", "url", "of",
    "measure", "plan", "per", "setting", "year", "variant",
)  # fmt: skip
_NAMED_BY_VALUE = ("acquired_by", "invested_by", "record", "venue")
_ID = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")
_HAN = re.compile(r"[\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff]")


@dataclass(frozen=True, slots=True)
class Written:
    """An entity as one file gives it, with the places of its parts.

    ``places`` are keyed by ``names[0]``, ``not_in[0]``, ``complete[0]``, ``sources[paper]``, ``myths[0]``, a fact's id, and
    a fact's id with ``/field`` or ``/field/element``.
    """

    entity: Entity
    place: Place
    places: Mapping[str, Place]
    sources: Mapping[str, Source] = field(default_factory=dict)
    override: bool = False

    def at(self, *keys: str) -> Place:
        """The place of the first of ``keys`` that is known, else that of the entity."""
        return next((self.places[key] for key in keys if key in self.places), self.place)


def language_of(text: str) -> str:
    """``zh-Hant`` for a name with Traditional characters, ``zh`` with other Han characters, else ``en``."""
    if not _HAN.search(text):
        return "en"
    return "zh-Hant" if any(fold(c) != c for c in text if _HAN.match(c)) else "zh"


class ClaimsReader:
    """Reads the entities of one file; ``problems`` collects what is wrong."""

    def __init__(self, path: str, ontology: Ontology, vocabulary: Vocabulary) -> None:
        self.path = path
        self.ontology = ontology
        self.vocabulary = vocabulary
        self.problems: list[Problem] = []

    def read(self, root: Node | None, earlier: Mapping[str, Written]) -> Iterator[Written]:
        """The entities of a file; an ``earlier`` one lends its type and sources to an extension of it."""
        if root is None:
            return
        if root.kind != "list":
            self._complain(root, "structure", "a claims file is a list of entities (- id: …)")
            return
        for node in root.elements:
            written = _EntityReader(self, node).read(earlier)
            if written is not None:
                yield written

    def _complain(self, node: Node, code: str, message: str) -> None:
        self.problems.append(Problem.at(node.place(self.path), code, message))


class _EntityReader:
    """Reads one entity."""

    def __init__(self, file: ClaimsReader, node: Node) -> None:
        self.file = file
        self.node = node
        self.id = ""
        self.places: dict[str, Place] = {}

    def read(self, earlier: Mapping[str, Written]) -> Written | None:
        if self.node.kind != "mapping":
            self._error(self.node, "structure", "an entity is a mapping with id, type and names")
            return None
        self.id = self._identifier()
        if not self.id:
            return None
        override = self._flag(self.node.get("override"), "override")
        base = None if override else earlier.get(self.id)
        kind = self._type(base)
        if not kind:
            return None
        self._check_fields(self.node, ENTITY_FIELDS, self.id)
        names = self._names(required=base is None)
        sources = {**(base.sources if base else {}), **self._sources()}
        facts = self._facts(kind, sources)
        myths = self._myths(sources)
        complete = self._complete(kind)
        entity = Entity(self.id, kind, names, self._texts("not_in"), facts, myths, complete)
        return Written(entity, self._place(self.node), self.places, sources, override)

    # Identity

    def _identifier(self) -> str:
        node = self.node.get("id")
        if node is None:
            self._error(self.node, "missing-id", "entity without id")
            return ""
        if not _ID.fullmatch(node.text):
            self._error(
                node, "bad-id", f"id: not an identifier: {node.text!r} (expected lower-case words, - between)"
            )
            return ""
        return node.text

    def _type(self, base: Written | None) -> str:
        node = self.node.get("type")
        if node is None:
            if base is None:
                self._error(self.node, "missing-type", f"{self.id}: no type")
            return base.entity.type if base else ""
        if node.text not in self.file.ontology.types:
            known = ", ".join(self.file.ontology.types)
            self._error(
                node, "unknown-type", f"{self.id}: unknown type {node.text!r} (expected one of {known})"
            )
            return ""
        return node.text

    # Names

    def _names(self, required: bool) -> tuple[Name, ...]:
        node = self.node.get("names")
        names: list[Name] = []
        for each in node.elements if node else ():
            name = self._name(each)
            if name is not None:
                self.places[f"names[{len(names)}]"] = self._place(each)
                names.append(name)
        if required and not (node and node.elements):
            self._error(node or self.node, "no-names", f"{self.id}: no names")
        return tuple(names)

    def _name(self, node: Node) -> Name | None:
        if node.kind == "mapping":
            self._check_fields(node, NAME_FIELDS, "names")
        text_node = node.get("text") if node.kind == "mapping" else node
        if text_node is None or text_node.kind != "text":
            hint = f' (quote it: "{text_node.text}")' if text_node and text_node.text else ""
            self._error(text_node or node, "bad-name", f"{self.id}: a name must be a text{hint}")
            return None
        text = text_node.text.strip()
        key = name_key(text)
        if not key:
            self._error(text_node, "bad-name", f"{self.id}: an empty name")
            return None
        return Name(
            text=text,
            key=key,
            status=self._choice(node.get("status"), NAME_STATUSES, "names: status"),
            lang=self._choice(node.get("lang"), LANGUAGES, "names: lang") or language_of(text),
            first=self._interval(node.get("from"), "names: from"),
            last=self._interval(node.get("until"), "names: until"),
            shared=self._flag(node.get("shared"), "names: shared"),
            common=self._flag(node.get("common"), "names: common"),
            variant=self._scalar(node.get("variant"), "names: variant"),
        )

    def _texts(self, key: str) -> tuple[str, ...]:
        node = self.node.get(key)
        texts = []
        for index, each in enumerate(node.elements if node else ()):
            if each.kind in ("text", "number"):
                self.places[f"{key}[{index}]"] = self._place(each)
                texts.append(each.text)
            else:
                self._error(each, "bad-value", f"{self.id}: {key}: a list of texts, please")
        return tuple(texts)

    def _complete(self, kind: str) -> tuple[str, ...]:
        """The predicates that are said to be complete, each one that this type may carry."""
        node = self.node.get("complete")
        for each in node.elements if node else ():
            self._predicate(each.text, each, kind)
        return self._texts("complete")

    # Sources

    def _sources(self) -> dict[str, Source]:
        node = self.node.get("sources")
        if node is not None and node.kind not in ("mapping", "null"):
            self._error(node, "structure", f"{self.id}: sources is a mapping (key: {{url: …, checked: …}})")
        found = {}
        for key, each in (node.mapping if node else {}).items():
            if each.kind != "mapping":
                self._error(each, "structure", f"{self.id}: source {key} is a mapping with url and checked")
                continue
            self.places[f"sources[{key}]"] = self._place(each, key=True)
            self._check_fields(each, SOURCE_FIELDS, f"{self.id}: source {key}")
            found[key] = Source(key, *(self._source_field(each, key, name) for name in SOURCE_FIELDS[:4]))
        return found

    def _source_field(self, node: Node, key: str, name: str) -> str:
        entry = node.get(name)
        where = f"{self.id}: source {key}: {name}"
        if name in ("published", "checked") and self._interval(entry, where) is None:
            return ""
        return self._scalar(entry, where)

    def _cited(self, node: Node, sources: Mapping[str, Source], where: str) -> tuple[Source, ...]:
        entry = node.get("sources")
        found = []
        for each in entry.elements if entry else ():
            if each.text in sources:
                found.append(sources[each.text])
            else:
                self._error(
                    each, "unknown-source", f"{where}: source {each.text!r} is not among the entity's sources"
                )
        return tuple(found)

    # Facts

    def _facts(self, kind: str, sources: Mapping[str, Source]) -> dict[str, tuple[Fact, ...]]:
        node = self.node.get("facts")
        if node is not None and node.kind not in ("mapping", "null"):
            self._error(
                node, "structure", f"{self.id}: facts is a mapping (predicate: {{value: …, sources: […]}})"
            )
        found = {}
        for name, each in (node.mapping if node else {}).items():
            predicate = self._predicate(name, each, kind)
            if predicate is not None:
                found[name] = tuple(self._facts_of(predicate, each, sources))
        return found

    def _predicate(self, name: str, node: Node, kind: str) -> Predicate | None:
        predicate = self.file.ontology.predicates.get(name)
        if predicate is None:
            self._error_at_key(
                node, "unknown-predicate", f"{self.id}: unknown predicate {name!r}{self._like(name)}"
            )
        elif kind not in predicate.domain:
            allowed = ", ".join(predicate.domain)
            self._error_at_key(
                node, "domain", f"{self.id}: {name} is not for type {kind} (but for {allowed})"
            )
            return None
        return predicate

    def _like(self, name: str) -> str:
        import difflib

        near = difflib.get_close_matches(name, self.file.ontology.predicates, 1)
        return f" (perhaps {near[0]}?)" if near else ""

    def _facts_of(self, predicate: Predicate, node: Node, sources: Mapping[str, Source]) -> Iterator[Fact]:
        if len(node.elements) > 1 and not predicate.many:
            self._error_at_key(node, "many", f"{self.id}: {predicate.id}: only one fact can be given here")
        for each in node.elements:
            if each.kind != "mapping":
                self._error(
                    each,
                    "structure",
                    f"{self.id}: {predicate.id}: a fact is a mapping (value: …, sources: […])",
                )
                continue
            fact = self._fact(predicate, each, sources)
            if fact is not None:
                yield fact

    def _fact(self, predicate: Predicate, node: Node, sources: Mapping[str, Source]) -> Fact | None:
        before = len(self.file.problems)
        where = f"{self.id}: {predicate.id}"
        self._check_fields(node, predicate.allowed_fields, where)
        fields = {
            name: self._field(predicate, name, each, where)
            for name, each in node.mapping.items()
            if name in predicate.allowed_fields
            and name not in ("value", "sources", "from", "until", "status")
        }
        value = self._field(predicate, "value", node.get("value"), where)
        fact = Fact(
            id=self._fact_id(predicate, node),
            entity=self.id,
            predicate=predicate.id,
            value=None if value is None else value if isinstance(value, tuple) else (str(value),),
            qualifiers={name: each for name, each in fields.items() if each is not None},
            sources=self._cited(node, sources, where),
            status=self._choice(node.get("status"), STATUSES, f"{where}: status"),
            first=self._interval(node.get("from"), f"{where}: from"),
            last=self._interval(node.get("until"), f"{where}: until"),
        )
        self._check_required(predicate, node, fact, where)
        self._keep_places(fact.id, node)
        # A fact that is partly unreadable must not accuse anybody.
        return fact if len(self.file.problems) == before else None

    def _keep_places(self, fact_id: str, node: Node) -> None:
        self.places[fact_id] = self._place(node)
        for name, each in node.mapping.items():
            self.places[f"{fact_id}/{name}"] = self._place(each)
            for element in each.elements:
                self.places[f"{fact_id}/{name}/{element.text}"] = self._place(element)

    def _fact_id(self, predicate: Predicate, node: Node) -> str:
        names = ("value", *DISCRIMINATORS) if predicate.id in _NAMED_BY_VALUE else DISCRIMINATORS
        parts = [each.elements[0].text for name in names if (each := node.get(name)) and each.elements]
        bracket = re.sub(r"\s+", "-", ",".join(parts))
        stem = f"{self.id}.{predicate.id}" + (f"[{bracket}]" if bracket else "")
        number = 2
        found = stem
        while found in self.places:
            found = f"{stem}#{number}"
            number += 1
        return found

    def _check_required(self, predicate: Predicate, node: Node, fact: Fact, where: str) -> None:
        if not (node.get("sources") and node.mapping["sources"].elements):
            self._error(node, "no-sources", f"{where}: no sources")
        for name in predicate.required_fields:
            if node.get(name) is None:
                self._error(node, "missing-field", f"{where}: no {name}")
        if fact.status in ("undisclosed", "none"):
            return
        if predicate.shape == "date" and node.get("date") is None:
            self._error(node, "missing-field", f"{where}: no date")
        if predicate.needs_value and node.get("value") is None and node.get("not") is None:
            self._error(node, "missing-field", f"{where}: no value")

    # Fields of facts

    def _field(self, predicate: Predicate, name: str, node: Node | None, where: str) -> Qualifier | None:
        if node is None:
            return None
        at = where if name == "value" else f"{where}: {name}"
        shape = predicate.shape_of(name)
        if shape == "boolean":
            return self._flag(node, at)
        if name == "event":
            return self._choice(node, predicate.events, at)
        if name == "title" and predicate.titles:
            return self._choice(node, predicate.titles, at)
        if node.kind != "list":
            return self._item(shape, node, at)
        return tuple(text for each in node.elements if (text := self._item(shape, each, at)))

    def _item(self, shape: str, node: Node, where: str) -> str | None:
        if node.kind not in ("text", "number"):
            self._error(node, "bad-value", f"{where}: expected {_EXPECTED[shape]}, found {node.kind}")
            return None
        text = node.text.strip()
        if shape == "date" and self._interval(node, where) is None:
            return None
        if shape == "quantity" and not self._is_quantity(node, where):
            return None
        if shape == "word" and text not in self.file.vocabulary:
            self._error(node, "unknown-word", f"{where}: word {text!r} is not in the vocabulary")
            return None
        if not text:
            self._error(node, "bad-value", f"{where}: empty")
            return None
        return text

    def _is_quantity(self, node: Node, where: str) -> bool:
        try:
            Quantity.parse(node.text)
        except ValueError as error:
            self._error(node, "bad-quantity", f"{where}: {error}")
            return False
        return True

    # Myths

    def _myths(self, sources: Mapping[str, Source]) -> tuple[Myth, ...]:
        node = self.node.get("myths")
        if node is not None and node.kind not in ("list", "null"):
            self._error(node, "structure", f"{self.id}: myths is a list")
            return ()
        found: list[Myth] = []
        for each in node.elements if node else ():
            myth = self._myth(each, sources)
            if myth is not None:
                self.places[f"myths[{len(found)}]"] = self._place(each)
                found.append(myth)
        return tuple(found)

    def _myth(self, node: Node, sources: Mapping[str, Source]) -> Myth | None:
        before = len(self.file.problems)
        name = self._scalar(node.get("predicate"), f"{self.id}: myths: predicate")
        predicate = self.file.ontology.predicates.get(name)
        if predicate is None:
            self._error(
                node.get("predicate") or node,
                "unknown-predicate",
                f"{self.id}: myths: unknown predicate {name!r}",
            )
            return None
        where = f"{self.id}: myths: {name}"
        allowed = (*MYTH_FIELDS, *predicate.allowed_fields)
        self._check_fields(node, allowed, where)
        fields = {
            key: self._field(predicate, key, each, where)
            for key, each in node.mapping.items()
            if key in allowed and key not in ("predicate", "value", "because", "sources", "note")
        }
        value = self._field(predicate, "value", node.get("value"), where)
        myth = Myth(
            entity=self.id,
            predicate=name,
            value=None if value is None else value if isinstance(value, tuple) else (str(value),),
            because=self._scalar(node.get("because"), f"{where}: because"),
            qualifiers={key: each for key, each in fields.items() if each is not None},
            sources=self._cited(node, sources, where),
        )
        return myth if len(self.file.problems) == before else None

    # Scalars

    def _scalar(self, node: Node | None, where: str) -> str:
        if node is None or node.kind == "null":
            return ""
        if node.kind not in ("text", "number"):
            self._error(node, "bad-value", f"{where}: expected a text, found {node.kind}")
            return ""
        return node.text.strip()

    def _flag(self, node: Node | None, where: str) -> bool:
        if node is None:
            return False
        if not isinstance(node.value, bool):
            self._error(
                node, "bad-value", f"{where}: expected true or false, found {node.kind} {node.text!r}"
            )
            return False
        return node.value

    def _choice(self, node: Node | None, allowed: tuple[str, ...], where: str) -> str:
        if node is None:
            return ""
        if node.text not in allowed:
            expected = ", ".join(allowed)
            self._error(
                node, "bad-value", f"{where}: not allowed: {node.text!r} (expected one of {expected})"
            )
            return ""
        return node.text

    def _interval(self, node: Node | None, where: str) -> DateInterval | None:
        if node is None:
            return None
        try:
            return DateInterval.parse(node.text)
        except ValueError as error:
            self._error(node, "bad-date", f"{where}: {error}")
            return None

    # Problems

    def _check_fields(self, node: Node, allowed: tuple[str, ...], where: str) -> None:
        for name, each in node.mapping.items():
            if name not in allowed:
                self._error_at_key(each, "unknown-field", f"{where}: unknown field {name!r}")

    def _place(self, node: Node, key: bool = False) -> Place:
        return node.key_place(self.file.path) if key else node.place(self.file.path)

    def _error(self, node: Node, code: str, message: str) -> None:
        self.file.problems.append(Problem.at(self._place(node), code, message))

    def _error_at_key(self, node: Node, code: str, message: str) -> None:
        self.file.problems.append(Problem.at(self._place(node, key=True), code, message))


_EXPECTED = {
    "entity": "the id of an entity",
    "date": "a date",
    "quantity": "a quantity",
    "word": "a word of the vocabulary",
    "text": "a text",
}
