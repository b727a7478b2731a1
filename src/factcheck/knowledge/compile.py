"""Claims to the bytes of an image; the same claims always give the same bytes."""

from __future__ import annotations

import json
import zlib
from collections.abc import Iterable, Iterator
from typing import Any

from factcheck.folding import name_key
from factcheck.knowledge.columns import pack_index, pack_numbers, pack_texts
from factcheck.knowledge.image import assemble, pack_json
from factcheck.knowledge.index import head, is_spelled, slips
from factcheck.knowledge.loading import Claims
from factcheck.knowledge.model import Entity, Name
from factcheck.knowledge.records import date_text, entity_record


def compile_claims(claims: Claims) -> bytes:
    """The image of the claims, without those facts that problems of form concern."""
    entities = [written.entity for written in claims.entities.values()]
    keys = _alias_targets(entities)
    records = [pack_json(entity_record(entity)) for entity in entities]
    sections = {
        **_key_sections(list(keys), _blocked_keys(entities, keys)),
        **_target_sections(entities, keys),
        **_id_sections(entities),
        "entity_spans": pack_numbers(_spans(len(record) for record in records)),
        "entity_sums": pack_numbers([zlib.crc32(record) for record in records]),
        "entities": b"".join(records),
        **_naming_sections(entities, records),
        "chip_architectures": pack_json(_chip_architectures(entities)),
        "ontology": pack_json(claims.ontology.plain()),
        "vocabulary": pack_json(claims.vocabulary.plain()),
        "apis": pack_json(_names_to_ids(entities, "api", by_key=False)),
        "moved": pack_json(_moved(entities)),
        "papers": pack_json(_names_to_ids(entities, "paper", by_key=True)),
    }
    facts = sum(1 for entity in entities for _ in entity.all_facts())
    return assemble(sections, claims.digest, len(entities), facts, len(keys), len(claims.problems))


def _alias_targets(entities: Iterable[Entity]) -> dict[str, list[tuple[int, int, Name]]]:
    """Each key with what it names (entity index, name index, name), once for each entity."""
    found: dict[str, dict[int, tuple[int, int, Name]]] = {}
    for index, entity in enumerate(entities):
        for position, name in enumerate(entity.names):
            found.setdefault(name.key, {}).setdefault(index, (index, position, name))
    return {key: list(found[key].values()) for key in sorted(found)}


def _key_sections(keys: list[str], blocked: list[str]) -> dict[str, bytes]:
    spelled = [(key, number) for number, key in enumerate(keys) if is_spelled(key)]
    return {
        "keys": pack_texts(keys),
        "key_index": pack_index((key, number) for number, key in enumerate(keys)),
        "blocked": pack_texts(blocked),
        "heads": pack_index((head(key), number) for number, key in enumerate((*keys, *blocked))),
        "slips": pack_index((slip, number) for key, number in spelled for slip in slips(key)),
    }


def _id_sections(entities: list[Entity]) -> dict[str, bytes]:
    ids = [entity.id for entity in entities]
    return {"ids": pack_texts(ids), "id_index": pack_index((each, number) for number, each in enumerate(ids))}


def _naming_sections(entities: list[Entity], records: list[bytes]) -> dict[str, bytes]:
    """For each entity, those whose records hold its id as one of their texts."""
    numbers = {entity.id: number for number, entity in enumerate(entities)}
    naming: list[list[int]] = [[] for _ in entities]
    for namer, record in enumerate(records):
        named = {numbers[text] for text in _texts(json.loads(record)) if text in numbers}
        for number in named:
            naming[number].append(namer)
    return {
        "naming_spans": pack_numbers(_spans(map(len, naming))),
        "naming": pack_numbers(namer for namers in naming for namer in namers),
    }


def _texts(value: Any) -> Iterator[str]:
    """All texts of a piece of JSON, keys of mappings too."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict | list):
        for each in value:
            yield from _texts(each)
        if isinstance(value, dict):
            yield from _texts(list(value.values()))


def _chip_architectures(entities: Iterable[Entity]) -> list[str]:
    chips = (entity for entity in entities if entity.type == "hardware")
    facts = (fact for chip in chips for fact in chip.facts_of("chip_architecture"))
    return sorted({value for fact in facts for value in fact.value or ()})


def _target_sections(
    entities: list[Entity], keys: dict[str, list[tuple[int, int, Name]]]
) -> dict[str, bytes]:
    types = sorted({entity.type for entity in entities})
    rows = [target for targets in keys.values() for target in targets]
    details: dict[tuple[Any, ...], int] = {}
    indexes = [details.setdefault(_detail(name), len(details)) for _, _, name in rows]
    return {
        "spans": pack_numbers(_spans(len(targets) for targets in keys.values())),
        "target_entities": pack_numbers([entity for entity, _, _ in rows]),
        "target_names": pack_numbers([position for _, position, _ in rows]),
        "target_details": pack_numbers(indexes),
        "types": pack_numbers([types.index(entity.type) for entity in entities]),
        "details": pack_json([types, [list(detail) for detail in details]]),
    }


def _detail(name: Name) -> tuple[Any, ...]:
    return (
        int(name.shared),
        int(name.common),
        name.variant,
        name.status,
        date_text(name.first),
        date_text(name.last),
    )


def _blocked_keys(entities: Iterable[Entity], keys: dict[str, Any]) -> list[str]:
    """Keys of all ``not_in`` that are not names themselves: those win by being longer anyway."""
    blocked = {name_key(text) for entity in entities for text in entity.not_in}
    return sorted(key for key in blocked if key and key not in keys)


def _spans(lengths: Iterable[int]) -> list[int]:
    spans = [0]
    for length in lengths:
        spans.append(spans[-1] + length)
    return spans


def _names_to_ids(entities: Iterable[Entity], kind: str, by_key: bool) -> dict[str, str]:
    found: dict[str, str] = {}
    for entity in entities:
        for name in entity.names if entity.type == kind else ():
            found.setdefault(name.key if by_key else name.text, entity.id)
    return dict(sorted(found.items()))


def _moved(entities: Iterable[Entity]) -> list[list[Any]]:
    return [
        [fact.text("url"), entity.id, index]
        for entity in entities
        for index, fact in enumerate(entity.facts_of("moved"))
    ]
