"""A JSON Schema (draft 2020-12) of claims files, for completion and checking in editors.

It tells form only; references, sources and the rest of hygiene are for ``factcheck.knowledge.hygiene``.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

from factcheck.knowledge.entities import LANGUAGES, NAME_STATUSES
from factcheck.knowledge.schema import STATUSES, Ontology, Predicate, Vocabulary

Schema = dict[str, Any]

_NUMBER = r"[0-9][0-9,_]*(\.[0-9]+)?"
_SUFFIX = r"([KMBT](?![A-Za-z])|[KMGTP]B(/s)?|%|nm|W)?"

_DEFINITIONS: Schema = {
    "id": {"type": "string", "pattern": "^[a-z0-9]+(-[a-z0-9]+)*$"},
    "entity": {"anyOf": [{"$ref": "#/$defs/id"}, {"type": "integer", "minimum": 0}]},
    "date": {
        "description": "2018, 2018-10 or 2018-10-11; with ~ approximately",
        "anyOf": [
            {"type": "string", "pattern": "^[0-9]{4}(-[0-9]{2}(-[0-9]{2})?)?~?$"},
            {"type": "integer", "minimum": 1000, "maximum": 9999},
        ],
    },
    "quantity": {
        "description": "110M, 128K, 80GB, 4nm, 15%, 1.3B USD",
        "anyOf": [
            {"type": "number", "minimum": 0},
            {"type": "string", "pattern": rf"^{_NUMBER}\s*{_SUFFIX}\s*([A-Z]{{3}})?$"},
        ],
    },
    "text": {"type": ["string", "number"]},
    "boolean": {"type": "boolean"},
    "source": {
        "type": "object",
        "required": ["url", "checked"],
        "additionalProperties": False,
        "properties": {
            "url": {"type": "string", "pattern": "^https?://"},
            "title": {"type": "string"},
            "published": {"$ref": "#/$defs/date"},
            "checked": {"$ref": "#/$defs/date"},
            "note": {"type": "string"},
            "archived": {"type": "string"},
        },
    },
    "name": {
        "anyOf": [
            {"type": "string", "minLength": 1},
            {
                "type": "object",
                "required": ["text"],
                "additionalProperties": False,
                "properties": {
                    "text": {"type": "string", "minLength": 1},
                    "lang": {"enum": list(LANGUAGES)},
                    "status": {"enum": list(NAME_STATUSES)},
                    "from": {"$ref": "#/$defs/date"},
                    "until": {"$ref": "#/$defs/date"},
                    "shared": {"type": "boolean"},
                    "common": {"type": "boolean"},
                    "variant": {"$ref": "#/$defs/text"},
                },
            },
        ]
    },
}


def claims_schema(ontology: Ontology, vocabulary: Vocabulary) -> Schema:
    """The schema of a file of entities, with the types, predicates and words that are declared."""
    words = {"type": ["string", "number"], "enum": sorted(vocabulary.keys)}
    facts = {f"fact-{predicate.id}": _fact(predicate) for predicate in ontology.predicates.values()}
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "factcheck claims",
        "type": ["array", "null"],
        "items": _entity(ontology),
        "$defs": {**_DEFINITIONS, "word": words, **facts},
    }


def _entity(ontology: Ontology) -> Schema:
    return {
        "type": "object",
        "required": ["id"],
        "additionalProperties": False,
        "properties": {
            "id": {"$ref": "#/$defs/entity"},
            "type": {"enum": list(ontology.types)},
            "names": {"type": "array", "items": {"$ref": "#/$defs/name"}, "minItems": 1},
            "not_in": {"type": "array", "items": {"$ref": "#/$defs/text"}},
            "complete": {"type": "array", "items": {"enum": list(ontology.predicates)}},
            "facts": {
                "type": ["object", "null"],
                "additionalProperties": False,
                "properties": {each.id: _facts(each) for each in ontology.predicates.values()},
            },
            "sources": {"type": ["object", "null"], "additionalProperties": {"$ref": "#/$defs/source"}},
            "myths": {"type": ["array", "null"], "items": _myth(ontology)},
            "note": {"type": "string"},
            "override": {"type": "boolean"},
        },
        "allOf": [_domain(kind, ontology.predicates.values()) for kind in ontology.types],
    }


def _domain(kind: str, predicates: Iterable[Predicate]) -> Schema:
    """An entity of this type has only the predicates that are for it."""
    allowed = [predicate.id for predicate in predicates if kind in predicate.domain]
    return {
        "if": {"properties": {"type": {"const": kind}}, "required": ["type"]},
        "then": {"properties": {"facts": {"propertyNames": {"enum": allowed}}}},
    }


def _facts(predicate: Predicate) -> Schema:
    one = {"$ref": f"#/$defs/fact-{predicate.id}"}
    several: Schema = {"type": "array", "items": one}
    if not predicate.many:
        several["maxItems"] = 1
    return {"title": predicate.label_en, "description": predicate.label_zh, "anyOf": [one, several]}


def _fact(predicate: Predicate) -> Schema:
    schema: Schema = {
        "type": "object",
        "required": ["sources", *predicate.required_fields],
        "additionalProperties": False,
        "properties": {name: _field(predicate, name) for name in predicate.allowed_fields},
    }
    unknown = {"properties": {"status": {"enum": ["undisclosed", "none"]}}, "required": ["status"]}
    if predicate.shape == "date":
        schema["anyOf"] = [{"required": ["date"]}, unknown]
    elif predicate.needs_value:
        schema["anyOf"] = [{"required": ["value"]}, {"required": ["not"]}, unknown]
    return schema


def _field(predicate: Predicate, name: str) -> Schema:
    if name == "sources":
        return {"type": "array", "items": {"type": "string"}, "minItems": 1}
    if name == "status":
        return {"enum": list(STATUSES)}
    if name == "event":
        return {"enum": list(predicate.events)}
    if name == "title" and predicate.titles:
        return {"enum": list(predicate.titles)}
    one = {"$ref": f"#/$defs/{predicate.shape_of(name)}"}
    if predicate.shape_of(name) == "boolean":
        return one
    return {"anyOf": [one, {"type": "array", "items": one}]}


def _myth(ontology: Ontology) -> Schema:
    extra: Sequence[str] = sorted(
        {name for each in ontology.predicates.values() for name in each.allowed_fields} - {"sources"}
    )
    return {
        "type": "object",
        "required": ["predicate", "because"],
        "additionalProperties": False,
        "properties": {
            "predicate": {"enum": list(ontology.predicates)},
            "because": {"type": "string"},
            "sources": {"type": "array", "items": {"type": "string"}},
            **{name: {} for name in extra},
        },
    }
