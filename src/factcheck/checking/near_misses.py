"""Why a value may have been mistaken: it is that of a sibling, or of the paper."""

from __future__ import annotations

from collections.abc import Iterator

from factcheck.checking import wording
from factcheck.extraction.claims import Claim, DateClaim, NumberValue
from factcheck.knowledge.index import Knowledge
from factcheck.knowledge.model import Entity

_KIN = frozenset({"model", "framework", "product", "hardware", "technique"})
_SIZES = frozenset({"parameters", "context_window", "layers", "attention_heads", "training_tokens", "memory"})


def hint_of(knowledge: Knowledge, claim: Claim, entity: Entity) -> dict[str, str]:
    """What the wrong value would be right for, by language; empty if nothing, or more than one thing, explains it."""
    if isinstance(claim.value, DateClaim) and claim.predicate == "released":
        return _of_paper(knowledge, claim, entity) or _of_sibling(
            [s for s in _siblings(knowledge, entity) if _came_out(claim.value, s)], "的时间", "came out then"
        )
    if isinstance(claim.value, NumberValue) and claim.predicate in _SIZES:
        label = knowledge.ontology.predicates[claim.predicate]
        meant = [s for s in _siblings(knowledge, entity) if _measures(claim, s)]
        return _of_sibling(meant, f"的{label.label_zh}", f"has this {label.label_en}")
    return {}


def _siblings(knowledge: Knowledge, entity: Entity) -> Iterator[Entity]:
    """The other members of the families of a thing, each once."""
    families = [v for f in entity.facts_of("part_of") for v in f.value or () if v in knowledge]
    named = dict.fromkeys(i for family in families for i in knowledge.naming(family, _KIN))
    for identifier in named:
        sibling = knowledge.entity(identifier)
        kept = {v for f in sibling.facts_of("part_of") for v in f.value or ()}
        if identifier != entity.id and kept & set(families):
            yield sibling


def _came_out(value: DateClaim, entity: Entity) -> bool:
    return any(f.date is not None and f.date.overlaps(value.interval) for f in entity.facts_of("released"))


def _measures(claim: Claim, entity: Entity) -> bool:
    assert isinstance(claim.value, NumberValue)
    low, high = claim.value.quantity.accepted
    return any(
        low <= q.high and q.low <= high for f in entity.facts_of(claim.predicate) for q in f.quantities
    )


def _of_paper(knowledge: Knowledge, claim: Claim, entity: Entity) -> dict[str, str]:
    assert isinstance(claim.value, DateClaim)
    papers = [v for f in entity.facts_of("paper") for v in f.value or () if v in knowledge]
    if any(_came_out(claim.value, knowledge.entity(p)) for p in papers):
        return wording.both("这是论文的时间", "the date of its paper")
    return {}


def _of_sibling(siblings: list[Entity], zh: str, en: str) -> dict[str, str]:
    if len(siblings) != 1:
        return {}
    return wording.both(f"这是{siblings[0].name_zh or siblings[0].name}{zh}", f"{siblings[0].name} {en}")
