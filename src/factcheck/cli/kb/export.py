"""``factcheck kb export``: all facts for other programs."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

import click

from factcheck.cli.kb.words import open_base
from factcheck.cli.options import claims_option
from factcheck.cli.output import write_report
from factcheck.cli.texts import pick

if TYPE_CHECKING:
    from factcheck.knowledge.index import Knowledge
    from factcheck.knowledge.model import Entity, Fact

FORMATS = ("jsonl", "nquads")
_XSD = "http://www.w3.org/2001/XMLSchema#"
_LABEL = "<http://www.w3.org/2000/01/rdf-schema#label>"
_TYPE = "<http://www.w3.org/1999/02/22-rdf-syntax-ns#type>"
_DERIVED = "<http://www.w3.org/ns/prov#wasDerivedFrom>"
_DATE_TYPES = {4: "gYear", 7: "gYearMonth", 10: "date"}


@click.command(
    "export",
    help=pick(
        "导出全部事实：jsonl 或 nquads（限定词写在以事实为名的图上）。",
        "Export all facts: jsonl, or nquads (qualifiers are said of the graph that a fact names).",
    ),
)
@click.option("--format", "form", type=click.Choice(FORMATS), default="jsonl", show_default=True)
@claims_option
def command(form: str, claims: tuple[str, ...]) -> int:
    """Print the export, sorted by entity."""
    knowledge = open_base(claims)
    write_report(json_lines(knowledge) if form == "jsonl" else n_quads(knowledge))
    return 0


def json_lines(knowledge: Knowledge) -> Iterator[str]:
    """An entity a line."""
    for entity_id in knowledge.ids:
        yield json.dumps(_entity(knowledge.entity(entity_id)), ensure_ascii=False) + "\n"


def n_quads(knowledge: Knowledge) -> Iterator[str]:
    """Each fact is a graph of its own, so that qualifiers and sources can be said of it (RDF 1.1 N-Quads)."""
    for entity_id in knowledge.ids:
        entity = knowledge.entity(entity_id)
        subject = _iri("entity", entity.id)
        yield f"{subject} {_TYPE} {_iri('type', entity.type)} .\n"
        for name in entity.names:
            yield f"{subject} {_LABEL} {_literal(name.text)}@{name.lang} .\n"
        for fact in entity.all_facts():
            yield from _fact_quads(knowledge, subject, fact)


def _entity(entity: Entity) -> dict[str, Any]:
    return {
        "id": entity.id,
        "type": entity.type,
        "names": [
            {"text": name.text, "lang": name.lang, **_present(status=name.status, variant=name.variant)}
            for name in entity.names
        ],
        **_present(complete=list(entity.complete)),
        "facts": [_fact(fact) for fact in entity.all_facts()],
    }


def _fact(fact: Fact) -> dict[str, Any]:
    return {
        "id": fact.id,
        "predicate": fact.predicate,
        **_present(
            value=list(fact.value or ()),
            qualifiers={k: list(v) if isinstance(v, tuple) else v for k, v in fact.qualifiers.items()},
            status=fact.status,
            until=fact.last.isoformat() if fact.last is not None else "",
            **{"from": fact.first.isoformat() if fact.first is not None else ""},
        ),
        "sources": [
            _present(url=each.url, title=each.title, published=each.published, checked=each.checked)
            for each in fact.sources
        ],
    }


def _present(**fields: Any) -> dict[str, Any]:
    return {name: value for name, value in fields.items() if value}


def _fact_quads(knowledge: Knowledge, subject: str, fact: Fact) -> Iterator[str]:
    predicate = knowledge.ontology.predicates[fact.predicate]
    graph = _iri("fact", fact.id)
    relation = _iri("predicate", fact.predicate)
    for text in fact.texts("value"):
        yield f"{subject} {relation} {_object(knowledge, predicate.shape_of('value'), text)} {graph} .\n"
    if fact.value is None and predicate.shape == "date" and fact.text("date"):
        yield f"{subject} {relation} {_object(knowledge, 'date', fact.text('date'))} {graph} .\n"
    for name in fact.qualifiers:
        for text in fact.texts(name) or (str(fact.flag(name)).lower(),):
            value = _object(knowledge, predicate.shape_of(name), text)
            yield f"{graph} {_iri('qualifier', name)} {value} .\n"
    if fact.status:
        yield f"{graph} {_iri('qualifier', 'status')} {_literal(fact.status)} .\n"
    for name, bound in (("from", fact.first), ("until", fact.last)):
        if bound is not None:
            yield f"{graph} {_iri('qualifier', name)} {_object(knowledge, 'date', bound.isoformat())} .\n"
    for source in fact.sources:
        yield f"{graph} {_DERIVED} <{_escaped_iri(source.url)}> .\n"


def _object(knowledge: Knowledge, shape: str, text: str) -> str:
    if shape == "entity" and text in knowledge:
        return _iri("entity", text)
    if shape == "date" and len(text) in _DATE_TYPES:
        return f"{_literal(text)}^^<{_XSD}{_DATE_TYPES[len(text)]}>"
    return f"{_literal(text)}^^<{_XSD}boolean>" if shape == "boolean" else _literal(text)


def _iri(kind: str, name: str) -> str:
    from urllib.parse import quote

    return f"<urn:factcheck:{kind}:{quote(name, safe='-._~')}>"


def _escaped_iri(url: str) -> str:
    from urllib.parse import quote

    return quote(url, safe="%/:=&?~#+!$,;'@()*[]")


def _literal(text: str) -> str:
    escapes = {"\\": "\\\\", '"': '\\"', "\n": "\\n", "\r": "\\r", "\t": "\\t"}
    return '"' + "".join(escapes.get(character, character) for character in text) + '"'
