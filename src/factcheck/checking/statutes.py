"""Ceilings of fines, years of aims, who coined a term, how fast a product grew, and the codes of shares."""

from __future__ import annotations

from collections.abc import Sequence

from factcheck.checking import wording
from factcheck.checking.verdict import CONTRADICTED, UNKNOWN_VERDICT, Verdict, supported
from factcheck.extraction.claims import Claim, EntityValue, NumberValue, TextValue
from factcheck.knowledge.index import Knowledge
from factcheck.knowledge.model import Entity, Fact


def judge_fine(claim: Claim, entity: Entity) -> Verdict:
    """The ceiling of fines under a law: any recorded one of the same unit will do."""
    assert isinstance(claim.value, NumberValue)
    quantity = claim.value.quantity
    unit = "%" if quantity.unit == "percent" else quantity.unit
    facts = [f for f in entity.facts_of("fine") if (q := f.quantity) is not None and q.unit == unit]
    if not facts:
        return UNKNOWN_VERDICT
    low, high = quantity.low, quantity.high
    if any((q := f.quantity) is not None and low <= q.high and q.low <= high for f in facts):
        return supported(*facts)
    shown = {lang: " / ".join(wording.number(f.text("value"), lang) for f in facts) for lang in ("zh", "en")}
    label = wording.both("罚款上限", "ceiling of fines")
    return Verdict(CONTRADICTED, tuple(facts), shown, label, subject=entity.id)


def judge_goal(claim: Claim, entity: Entity) -> Verdict:
    """The year by which a plan aims at something; each aim is told by a word of its own."""
    said, year = claim.qualifiers["aim"], claim.qualifiers["year"]
    facts = [f for f in entity.facts_of("goal") if any(v in said for v in f.texts("value"))]
    if len(facts) != 1:
        return UNKNOWN_VERDICT
    if facts[0].text("year") == year:
        return supported(*facts)
    shown = wording.both(f"{facts[0].text('year')}年", facts[0].text("year"))
    return Verdict(
        CONTRADICTED, tuple(facts), shown, wording.both("目标年份", "year of the aim"), subject=entity.id
    )


_MARKETS = (
    ("HKEX",), ("SSE", "SZSE", "BSE"), ("NASDAQ", "NYSE", "AMEX"),
)  # fmt: skip


def judge_ticker(claim: Claim, entity: Entity) -> Verdict:
    """The code of a share, against those recorded of the same kind of market: five digits are Hong Kong's, six the
    mainland's, letters American."""
    assert isinstance(claim.value, TextValue)
    code = claim.value.text
    kind = 2 if code.isalpha() else 1 if len(code) == 6 else 0
    listings = [f for f in entity.facts_of("listed_on") if f.text("ticker")]
    same = [f for f in listings if f.text("exchange") in _MARKETS[kind]]
    if any(_plain_code(f.text("ticker")) == _plain_code(code) for f in listings):
        return supported(*listings)
    if not same:
        return UNKNOWN_VERDICT
    shown = " / ".join(f.text("ticker") for f in same)
    return Verdict(
        CONTRADICTED,
        tuple(same),
        wording.both(shown, shown),
        wording.both("股票代码", "ticker"),
        subject=entity.id,
    )


def _plain_code(code: str) -> str:
    return code.lstrip("0").upper()


def judge_growth(claim: Claim, entity: Entity) -> Verdict:
    """In what time a product won so many users: less than half as much again is the same, “under” more."""
    low, high = (float(n) for n in claim.qualifiers["users"].split())
    facts = [
        f
        for f in entity.facts_of("users")
        if f.text("after") and (q := f.quantity) is not None and low <= q.high and q.low <= high
    ]
    spans = [days for f in facts if (days := _days(f.text("after")))]
    if not facts or len(spans) != len(facts):
        return UNKNOWN_VERDICT
    claimed = float(claim.qualifiers["days"])
    under = claim.qualifiers.get("under")
    if any(0.67 < claimed / span < 1.5 or (under and span < claimed <= 2 * span) for span in spans):
        return supported(*facts)
    shown = wording.both(_in_chinese(facts[0].text("after")), facts[0].text("after"))
    label = wording.both("用户增长所用时间", "time of growth")
    return Verdict(CONTRADICTED, tuple(facts), shown, label, subject=entity.id)


_UNITS = {"day": (1, "天"), "week": (7, "周"), "month": (30, "个月"), "year": (365, "年")}


def _days(text: str) -> float:
    number, _, unit = text.partition(" ")
    known = _UNITS.get(unit.rstrip("s"))
    return float(number) * known[0] if number.isdigit() and known else 0.0


def _in_chinese(text: str) -> str:
    number, _, unit = text.partition(" ")
    return number + _UNITS[unit.rstrip("s")][1]


def judge_coinage(knowledge: Knowledge, claim: Claim, entity: Entity) -> Verdict:
    """Who coined a term."""
    assert isinstance(claim.value, EntityValue)
    facts = [f for f in entity.facts_of("coined_by") if f.value]
    known = {v for f in facts for v in (*f.texts("value"), *f.texts("also"))}
    if not facts or not claim.value.ids:
        return UNKNOWN_VERDICT
    if known & set(claim.value.ids):
        return supported(*facts)
    if claim.qualifiers.get("others") == "unnamed" or known & set(claim.qualifiers.get("others", "").split()):
        return UNKNOWN_VERDICT  # 麦卡锡、明斯基等人提出: he among others
    if any(knowledge.type_of(i) != "person" for i in claim.value.ids):
        return UNKNOWN_VERDICT  # where somebody worked who coined it
    return Verdict(
        CONTRADICTED,
        tuple(facts),
        _names(knowledge, facts),
        wording.both("提出者", "who coined it"),
        subject=entity.id,
    )


def _names(knowledge: Knowledge, facts: Sequence[Fact]) -> dict[str, str]:
    names = list(dict.fromkeys(v for f in facts for v in f.texts("value")))
    return {lang: wording.names(knowledge, names, lang) for lang in ("zh", "en")}
