"""How an entity is laid out in the image: short lists of JSON, read back without any checking."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from typing import Any

from factcheck.knowledge.model import Entity, Fact, Myth, Name, Qualifier, Source
from factcheck.knowledge.values import DateInterval


def entity_record(entity: Entity) -> list[Any]:
    """An entity as JSON; sources that several facts cite stand once. Its id is kept elsewhere."""
    sources: dict[Source, int] = {}
    facts = [
        [predicate, [_fact_record(fact, sources) for fact in found]]
        for predicate, found in entity.facts.items()
    ]
    myths = [_myth_record(myth, sources) for myth in entity.myths]
    names = [_name_record(name) for name in entity.names]
    cited = [[s.key, s.url, s.title, s.published, s.checked] for s in sources]
    return [entity.type, names, list(entity.not_in), facts, myths, cited, list(entity.complete)]


def entity_of(key: str, record: list[Any]) -> Entity:
    """The entity that ``entity_record`` wrote."""
    kind, names, not_in, facts, myths, cited, complete = record
    return Entity(
        id=key,
        type=kind,
        names=tuple(_name_of(row) for row in names),
        not_in=tuple(not_in),
        facts=_Facts(key, dict(facts), cited),
        myths=tuple(_myth_of(key, row, cited) for row in myths),
        complete=tuple(complete),
    )


class _Facts(Mapping[str, tuple[Fact, ...]]):
    """Facts by predicate, each predicate decoded when it is first asked for: of most entities one or two ever are."""

    __slots__ = ("_cited", "_decoded", "_entity", "_rows")

    def __init__(self, entity: str, rows: dict[str, list[Any]], cited: list[Any]) -> None:
        self._entity, self._rows, self._cited = entity, rows, cited
        self._decoded: dict[str, tuple[Fact, ...]] = {}

    def __getitem__(self, predicate: str) -> tuple[Fact, ...]:
        found = self._decoded.get(predicate)
        if found is None:
            rows = self._rows[predicate]
            found = tuple(_fact_of(self._entity, predicate, row, self._cited) for row in rows)
            self._decoded[predicate] = found
        return found

    def __contains__(self, predicate: object) -> bool:
        return predicate in self._rows

    def __iter__(self) -> Iterator[str]:
        return iter(self._rows)

    def __len__(self) -> int:
        return len(self._rows)


def date_text(interval: DateInterval | None) -> str:
    """A date as ``date_of`` reads it back, empty for none."""
    if interval is None:
        return ""
    if interval.approximate:
        return f"{interval.first.isoformat()}/{interval.last.isoformat()}/{interval.precision}"
    return interval.isoformat()


def date_of(text: str) -> DateInterval | None:
    """The date that ``date_text`` wrote."""
    if not text:
        return None
    if "/" not in text:
        return DateInterval.parse(text)
    first, last, precision = text.split("/")
    return DateInterval(date.fromisoformat(first), date.fromisoformat(last), precision, True)


def _name_record(name: Name) -> list[Any]:
    dates = [date_text(name.first), date_text(name.last)]
    return [
        name.text,
        name.key,
        name.status,
        name.lang,
        *dates,
        int(name.shared),
        int(name.common),
        name.variant,
    ]


def _name_of(row: list[Any]) -> Name:
    text, key, status, lang, first, last, shared, common, variant = row
    return Name(text, key, status, lang, date_of(first), date_of(last), bool(shared), bool(common), variant)


def _fact_record(fact: Fact, sources: dict[Source, int]) -> list[Any]:
    cited = [sources.setdefault(source, len(sources)) for source in fact.sources]
    # Every id starts with the entity's and the predicate's; only the rest is kept.
    rest = fact.id[len(fact.entity) + 1 + len(fact.predicate) :]
    dates = [date_text(fact.first), date_text(fact.last)]
    return [rest, fact.value, dict(fact.qualifiers), cited, fact.status, *dates]


def _fact_of(entity: str, predicate: str, row: list[Any], sources: list[Any]) -> Fact:
    rest, value, qualifiers, cited, status, first, last = row
    return Fact(
        id=f"{entity}.{predicate}{rest}",
        entity=entity,
        predicate=predicate,
        value=None if value is None else tuple(value),
        qualifiers=_qualifiers_of(qualifiers),
        sources=_pick(sources, cited),
        status=status,
        first=date_of(first),
        last=date_of(last),
    )


def _myth_record(myth: Myth, sources: dict[Source, int]) -> list[Any]:
    cited = [sources.setdefault(source, len(sources)) for source in myth.sources]
    return [myth.predicate, myth.value, myth.because, dict(myth.qualifiers), cited]


def _myth_of(entity: str, row: list[Any], sources: list[Any]) -> Myth:
    predicate, value, because, qualifiers, cited = row
    accepted = None if value is None else tuple(value)
    return Myth(entity, predicate, accepted, because, _qualifiers_of(qualifiers), _pick(sources, cited))


def _pick(sources: list[Any], indexes: Iterable[int]) -> tuple[Source, ...]:
    return tuple(Source(*sources[index]) for index in indexes)


def _qualifiers_of(plain: Mapping[str, Any]) -> Mapping[str, Qualifier]:
    return {name: tuple(value) if isinstance(value, list) else value for name, value in plain.items()}
