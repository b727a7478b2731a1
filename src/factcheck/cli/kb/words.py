"""Facts in words, for people who look into the knowledge base."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from factcheck.cli.lazy import unknown
from factcheck.cli.texts import nearest, pick

if TYPE_CHECKING:
    from factcheck.knowledge.index import Knowledge
    from factcheck.knowledge.model import Entity, Fact, Qualifier

_SHOWN_APART = ("review_by",)


def open_base(directories: Sequence[str] = ()) -> Knowledge:
    """The knowledge base with the configuration's and the given directories. Raises FactcheckError."""
    from pathlib import Path

    from factcheck.config import load_settings
    from factcheck.knowledge.locate import open_knowledge

    return open_knowledge([Path(each) for each in (*load_settings().claims, *directories)])


def find_entities(knowledge: Knowledge, name: str) -> list[Entity]:
    """The entities of an id or a name. Raises FactcheckError with the nearest name if there are none."""
    ids = [name] if name in knowledge else knowledge.lookup(name)
    if not ids:
        from factcheck.folding import name_key

        key = nearest(name_key(name), knowledge.keys) or nearest(name, knowledge.ids)
        raise unknown(pick("知识库里没有", "not in the knowledge base"), name, [key] if key else [])
    return [knowledge.entity(each) for each in ids]


def value_text(knowledge: Knowledge, fact: Fact, lang: str) -> str:
    """What a fact says, in one line: its value, date, qualifiers and status."""
    predicate = knowledge.ontology.predicates[fact.predicate]
    parts = [
        ", ".join(shown(knowledge, predicate.shape_of("value"), text, lang) for text in fact.texts("value"))
    ]
    parts += [
        f"{name}: {_qualifier(knowledge, predicate.shape_of(name), value, lang)}"
        for name, value in fact.qualifiers.items()
        if name not in _SHOWN_APART
    ]
    if fact.status:
        parts.append(f"[{fact.status}]")
    return "; ".join(part for part in parts if part)


def period_text(fact: Fact) -> str:
    """From when until when a fact holds; empty if no bounds are known."""
    first = fact.first.isoformat() if fact.first is not None else ""
    last = fact.last.isoformat() if fact.last is not None else ""
    return f"{first}–{last}" if first or last else ""


def shown(knowledge: Knowledge, shape: str, text: str, lang: str) -> str:
    """A value as people read it: entities by name, the rest as written."""
    if shape == "entity" and text in knowledge:
        return knowledge.entity(text).display(lang)
    return text


def names_text(entity: Entity) -> Iterator[str]:
    """Each name with its status, variant and period."""
    for name in entity.names:
        first = name.first.isoformat() if name.first is not None else ""
        last = name.last.isoformat() if name.last is not None else ""
        period = f"{first}–{last}" if first or last else ""
        flags = (name.status, name.variant, "shared" if name.shared else "", period)
        notes = ", ".join(flag for flag in flags if flag)
        yield f"{name.text} ({notes})" if notes else name.text


def _qualifier(knowledge: Knowledge, shape: str, value: Qualifier, lang: str) -> str:
    if isinstance(value, bool):
        return str(value).lower()
    texts = (value,) if isinstance(value, str) else value
    return ", ".join(shown(knowledge, shape, text, lang) for text in texts)
