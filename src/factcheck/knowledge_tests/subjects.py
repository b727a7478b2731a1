"""What all sentences on an entity share: what it is called, who made or founded it, when it first appeared."""

from __future__ import annotations

from collections.abc import Iterable

from factcheck.knowledge.model import Entity, Fact
from factcheck.knowledge.values import DateInterval
from factcheck.knowledge_tests.naming import Namer


def subject_slots(namer: Namer, entity: Entity, fact: Fact) -> dict[str, str]:
    """The slots of the entity that a fact is of, or of the variant that it is of; empty where nothing is known."""
    variant = fact.text("variant")
    return {
        **_names(namer, entity, variant),
        **_maker(namer, entity),
        **_origins(namer, entity),
        "year": _first_year(entity, variant),
    }


def earliest(dates: Iterable[DateInterval | None]) -> DateInterval | None:
    """The first of the dates that are known exactly, None if there is none."""
    found = [each for each in dates if each is not None and not each.approximate]
    return min(found, key=lambda each: each.first) if found else None


def _names(namer: Namer, entity: Entity, variant: str) -> dict[str, str]:
    if not variant:
        return {
            "subject": namer.chinese(entity.id),
            "subject_en": namer.latin(entity.id),
            "subject_hant": namer.traditional(entity.id),
        }
    name = namer.variant(entity.id, variant)
    latin = name if name.isascii() else ""
    return {"subject": name, "subject_en": latin, "subject_hant": latin}


def _maker(namer: Namer, entity: Entity) -> dict[str, str]:
    """The maker, where there is only one."""
    made = entity.facts_of("created_by")
    if len(made) != 1 or len(made[0].value or ()) != 1:
        return {}
    maker = made[0].texts("value")[0]
    return {
        "maker": namer.chinese(maker),
        "maker_en": namer.latin(maker),
        "maker_hant": namer.traditional(maker),
    }


def _origins(namer: Namer, entity: Entity) -> dict[str, str]:
    """The founder, the seat and the year of founding of an organisation."""
    founding = earliest(fact.date for fact in entity.facts_of("founded"))
    founders = [value for fact in entity.facts_of("founded_by") for value in fact.value or ()]
    seats = [value for fact in entity.facts_of("headquartered_in") for value in fact.value or ()]
    return {
        "founding_year": str(founding.first.year) if founding else "",
        "founder": namer.chinese(founders[0]) if founders else "",
        "seat": namer.chinese(seats[0]) if seats else "",
    }


def _first_year(entity: Entity, variant: str) -> str:
    """The year in which it appeared; an event is announced before it is."""
    ignored = ("retired", "announced") if entity.type == "event" else ("retired",)
    events = [fact for fact in entity.facts_of("released") if fact.text("event") not in ignored]
    first = earliest(fact.date for fact in events if fact.text("variant") == variant)
    return str(first.first.year) if first else ""
