"""Marks of market value, lawsuits, fines and settlements, stakes: imported when an article claims one of them."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import timedelta

from factcheck.checking import wording
from factcheck.checking.verdict import CONTRADICTED, UNKNOWN_VERDICT, Verdict, supported
from factcheck.extraction.claims import Claim, EntityValue, NumberValue
from factcheck.knowledge.index import Knowledge
from factcheck.knowledge.model import Entity, Fact
from factcheck.knowledge.values import DateInterval, Quantity

_ABOUT = timedelta(days=45)
"""Marks are reached within the day, at the close, or for good: days and weeks apart."""


def judge_number(knowledge: Knowledge, claim: Claim, entity: Entity) -> Verdict:
    """A market value, a stake or a penalty."""
    if claim.predicate == "market_cap":
        return _loss(claim, entity) if claim.qualifiers["mark"] == "lost" else _mark(claim, entity)
    return _stake(knowledge, claim, entity) if claim.predicate == "stake" else _penalty(claim, entity)


def _mark(claim: Claim, entity: Entity) -> Verdict:
    """When a company was worth so much: too early for a recorded mark, or too late to have been the first time."""
    assert isinstance(claim.value, NumberValue)
    facts = [
        f
        for f in entity.facts_of("market_cap")
        if f.quantity is not None and f.date is not None and not f.text("kind")
    ]
    said = claim.value.quantity.middle  # 突破4万亿: the mark, whatever lies above it
    same = [f for f in facts if _equal((said, said), f.quantity, 0.06)]
    if not same or claim.when is None:
        return UNKNOWN_VERDICT
    if any(f.date is not None and f.date.overlaps(claim.when) for f in same):
        return supported(*same)
    dates = [f.date for f in same if f.date is not None]
    early = claim.when.last < min(d.first for d in dates) - _ABOUT
    late = claim.when.first > max(d.last for d in dates) + _ABOUT
    if not early and not (late and claim.qualifiers["mark"] == "first"):
        return UNKNOWN_VERDICT
    first = min(dates, key=lambda d: d.first)
    amount = wording.number(same[0].text("value"), "zh"), same[0].text("value")
    return Verdict(
        CONTRADICTED,
        tuple(same),
        wording.both(wording.date(first, "zh"), wording.date(first, "en")),
        wording.both(f"市值达到{amount[0]}的时间", f"date of reaching {amount[1]}"),
        subject=entity.id,
        rule="wrong-date",
    )


def _loss(claim: Claim, entity: Entity) -> Verdict:
    """By how much the market value fell on a day."""
    assert isinstance(claim.value, NumberValue)
    then = [
        (f, q)
        for f in entity.facts_of("market_cap")
        if f.text("kind") == "loss"
        and (q := f.quantity) is not None
        and q.unit == claim.value.quantity.unit
        and f.date is not None
        and claim.when is not None
        and claim.when.precision in ("day", "month")
        and claim.when.overlaps(f.date)
    ]
    if len(then) != 1:
        return UNKNOWN_VERDICT
    fact, lost = then[0]
    if _equal(claim.value.quantity.accepted, lost, 0.2):
        return supported(fact)
    return _wrong_amount(entity, fact, "value", "市值损失", "market value lost")


def _stake(knowledge: Knowledge, claim: Claim, entity: Entity) -> Verdict:
    """How much of a company another one holds; every recorded share will do."""
    assert isinstance(claim.value, NumberValue)
    holders = claim.qualifiers["holder"].split(",")
    facts = [
        f
        for f in entity.facts_of("stake")
        if f.quantity is not None and any(_meant(knowledge, h, f.texts("holder")) for h in holders)
    ]
    if not facts:
        return _other_holder(knowledge, claim, entity)
    if any(_equal(claim.value.quantity.accepted, f.quantity, 0.04) for f in facts):
        return supported(*facts)
    return _wrong_amount(entity, facts[0], "value", "被持有的股份", "stake held")


def _other_holder(knowledge: Knowledge, claim: Claim, entity: Entity) -> Verdict:
    """A share that somebody else took at that time."""
    assert isinstance(claim.value, NumberValue)
    facts = [
        f
        for f in entity.facts_of("stake")
        if _equal(claim.value.quantity.accepted, f.quantity, 0.02)
        and f.date is not None
        and claim.when is not None
        and claim.when.overlaps(f.date)
    ]
    if len(facts) != 1:
        return UNKNOWN_VERDICT
    shown = {lang: wording.names(knowledge, facts[0].texts("holder"), lang) for lang in ("zh", "en")}
    return Verdict(
        CONTRADICTED,
        tuple(facts),
        shown,
        wording.both("持股方", "holder"),
        subject=entity.id,
        rule="wrong-relation",
    )


def _penalty(claim: Claim, entity: Entity) -> Verdict:
    """What a company was fined, or paid in a settlement, at a time."""
    assert isinstance(claim.value, NumberValue)
    facts = [
        f
        for f in entity.facts_of("penalty")
        if (q := f.quantity) is not None
        and q.unit == claim.value.quantity.unit
        and f.text("kind") == claim.qualifiers["kind"]
    ]
    if any(_equal(claim.value.quantity.accepted, f.quantity, 0.06) for f in facts):
        return supported(*facts)
    then = [f for f in facts if claim.when is not None and f.date is not None and claim.when.overlaps(f.date)]
    if len(then) != 1:
        return UNKNOWN_VERDICT
    fine = claim.qualifiers["kind"] == "fine"
    return _wrong_amount(
        entity, then[0], "value", "罚款" if fine else "和解金", "fine" if fine else "settlement"
    )


def judge_suit(knowledge: Knowledge, claim: Claim, entity: Entity) -> Verdict:
    """Who sued whom: wrong where a suit of that time is recorded and the other side was another one, or where the two
    met in court at another time."""
    assert isinstance(claim.value, EntityValue)
    facts = entity.facts_of(claim.predicate)
    between = [f for f in facts if any(_meant(knowledge, i, f.texts("value")) for i in claim.value.ids)]
    when = claim.when
    if when is None:
        return supported(*between) if between else UNKNOWN_VERDICT
    then = [f for f in facts if f.date is not None and f.date.overlaps(when)]
    if any(f in between for f in then):
        return supported(*between)
    if between:
        return _another_date(entity, between, when)
    # of those that sue many, only the day tells which of the suits is meant
    exact = when.precision == "day" or (when.precision == "month" and claim.predicate == "sued")
    known = [i for i in claim.value.ids if i in knowledge]
    if not exact or len(then) != 1 or not known or (then[0].date and then[0].date.precision == "year"):
        return UNKNOWN_VERDICT
    shown = {lang: wording.names(knowledge, then[0].texts("value"), lang) for lang in ("zh", "en")}
    label = ("起诉的对象", "defendant") if claim.predicate == "sued" else ("起诉方", "plaintiff")
    return Verdict(CONTRADICTED, tuple(then), shown, wording.both(*label), subject=entity.id)


def _another_date(entity: Entity, facts: Sequence[Fact], when: DateInterval) -> Verdict:
    dates = [f.date for f in facts if f.date is not None]
    near = any(abs((d.first - when.first).days) < 45 or d.overlaps(when) for d in dates)
    if len(dates) != 1 or near or when.first > dates[0].last + timedelta(days=400):
        return UNKNOWN_VERDICT  # later complaints, further suits
    return Verdict(
        CONTRADICTED,
        tuple(facts),
        wording.both(wording.date(dates[0], "zh"), wording.date(dates[0], "en")),
        wording.both("起诉时间", "date of the lawsuit"),
        subject=entity.id,
        rule="wrong-date",
    )


def _meant(knowledge: Knowledge, said: str, recorded: Sequence[str]) -> bool:
    """Whether what is said is recorded, is a part or the owner of it, or is what it makes (Suno for its company)."""
    if said in recorded:
        return True
    if said not in knowledge:
        return False
    makers = {
        v
        for f in knowledge.entity(said).facts_of("created_by")
        for v in (*f.texts("value"), *f.texts("also"))
    }
    if makers & set(recorded):
        return True
    return any(
        r in knowledge and (knowledge.is_part_of(said, r, None) or knowledge.is_part_of(r, said, None))
        for r in recorded
    )


def _equal(accepted: tuple[float, float], recorded: Quantity | None, tolerance: float) -> bool:
    if recorded is None:
        return False
    slack = tolerance * recorded.middle
    return accepted[0] <= recorded.high + slack and recorded.low - slack <= accepted[1]


def _wrong_amount(entity: Entity, fact: Fact, field: str, zh: str, en: str) -> Verdict:
    shown = wording.both(wording.number(fact.text(field), "zh"), fact.text(field))
    return Verdict(CONTRADICTED, (fact,), shown, wording.both(zh, en), subject=entity.id)
