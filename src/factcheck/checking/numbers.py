"""Claims with a number against recorded quantities."""

from __future__ import annotations

import math
from collections.abc import Sequence

from factcheck.checking import wording
from factcheck.checking.verdict import CONTRADICTED, UNDISCLOSED, UNKNOWN_VERDICT, Verdict, supported
from factcheck.extraction.claims import Claim, NumberValue
from factcheck.knowledge.index import Knowledge
from factcheck.knowledge.model import Entity, Fact
from factcheck.knowledge.values import DateInterval, Quantity

_SIZES = frozenset(
    {"base", "large", "small", "medium", "tiny", "xl", "xxl", "huge", "mini", "nano", "pro", "max"}
)
# What one word of an article may count: 学科 are broad disciplines and single subjects.
_ALIKE = {
    "questions": frozenset({"problems", "instances", "test questions", "prompts"}),
    "subjects": frozenset({"disciplines"}),
    "samples": frozenset({"questions", "problems", "instances", "tasks"}),
    "subsets": frozenset({"datasets"}),
}
_MONEY = frozenset({"USD", "EUR", "GBP", "CNY", "HKD"})
# Numbers that change from month to month: only a slip of a power of ten is surely wrong.
_MOVING = frozenset({"users", "count", "training_data"})


_FUNDED = frozenset({"organization", "lab"})
_EXACT = frozenset({"default_port", "embedding_dimension"})
"""Numbers that nobody rounds."""

_LISTED_SIZES = frozenset({"context_window", "memory"})  # 12GB（标准版）/ 32GB（CEO版）


def judge_quantity(knowledge: Knowledge, claim: Claim, entity: Entity) -> Verdict:
    """A number of a thing (parameters, context, layers, price …), any recorded variant will do."""
    assert isinstance(claim.value, NumberValue)
    predicate = knowledge.ontology.predicates[claim.predicate]
    recorded = entity.facts_of(claim.predicate)
    if claim.predicate == "count" and not recorded:
        recorded = entity.facts_of("training_data")  # 680,000 hours, of what a model was trained on
    facts = [f for f in recorded if f.status != "superseded" and _same_kind(claim, f)]
    if not facts:
        return UNKNOWN_VERDICT
    undisclosed = [f for f in facts if f.status == "undisclosed"]
    if undisclosed and not any(
        _fold(f.text("variant")) == _fold(claim.variant or "-") and f.value for f in facts
    ):
        return _undisclosed(claim, entity, undisclosed)
    own = _of_variant(facts, claim.variant)
    if own is None or (
        claim.predicate == "count"
        and claim.variant
        and entity.type != "hardware"
        and not _names_variant(own, claim.variant)
    ):
        return UNKNOWN_VERDICT
    if claim.qualifiers.get("each"):  # 编码器和解码器各有6层: of each, not of both
        own = [f for f in own if f.text("variant") != "total"]
    known = [(f, q) for f in own for q in _quantities(f, claim)]
    if not known or (any(f.status == "disputed" for f in own) and len(known) < 1):
        return UNKNOWN_VERDICT
    low, high = claim.value.quantity.accepted
    tolerance = max(predicate.tolerance, 0.001 if claim.value.quantity.scaled else 0.0)
    if claim.qualifiers.get("largest") and not claim.variant and len(known) > 1:
        largest = max(known, key=lambda pair: pair[1].high)
        return (
            supported(largest[0])
            if _agrees(low, high, largest[1], tolerance)
            else _wrong(knowledge, claim, entity, [largest[0]], largest[1])
        )
    mixed = _of_two_editions(known, claim, tolerance)
    if mixed is not None:
        return _wrong(knowledge, claim, entity, [mixed[0]], mixed[1])
    for fact, quantity in known:
        if _agrees(low, high, quantity, tolerance):
            return supported(fact)
    if _binary(claim, known):
        return supported(known[0][0])
    slipped = [(f, q) for f, q in known if _power_of_ten(claim, q)]
    if slipped:
        return _wrong(knowledge, claim, entity, [slipped[0][0]], slipped[0][1], slip=True)
    if (claim.predicate in _MOVING and claim.predicate != "count") or (
        len(known) > 1
        and claim.predicate != "default_port"
        and not claim.variant
        and not _one_release(own)
        and not _beyond(low, high, known)
        and not _listed(low, high, known)
        and not (claim.predicate == "memory" and entity.type == "hardware")
        and not _complete(claim, entity, recorded)
    ):
        return UNKNOWN_VERDICT
    if len(known) == 1 and not claim.variant and _special(known[0][0].text("variant")):
        return UNKNOWN_VERDICT  # MPT-7B, of which only the StoryWriter's window is recorded
    if claim.qualifiers.get("alternatives") and (len(known) > 1 or claim.predicate in _LISTED_SIZES):
        return UNKNOWN_VERDICT  # one more size in a list of sizes, one more length: the record may lack it
    if claim.value.quantity.hedge in ("over", "under") and not claim.value.quantity.scaled:
        return UNKNOWN_VERDICT
    return _wrong(knowledge, claim, entity, [f for f, _ in known], known[0][1] if len(known) == 1 else None)


def judge_money(
    knowledge: Knowledge, claim: Claim, entity: Entity, field: str, facts: Sequence[Fact]
) -> Verdict:
    """An amount of a deal, in the currency in which it is recorded."""
    assert isinstance(claim.value, NumberValue)
    known = [
        (f, q)
        for f in facts
        if (q := f.quantity_of(field)) is not None and q.unit == claim.value.quantity.unit
    ]
    if not known:
        return UNKNOWN_VERDICT
    low, high = claim.value.quantity.accepted
    then = [(f, q) for f, q in known if claim.when is not None and _dated(f, claim.when)]
    for fact, quantity in then or known:
        if _agrees(low, high, quantity, 0.06):
            return supported(fact)
    total = sum(q.middle for _, q in known)
    if low <= total <= high:
        return supported(*(f for f, _ in known))
    if len(then) == 1 or len(known) == 1:
        fact, quantity = (then or known)[0]
        return _wrong(knowledge, claim, entity, [fact], quantity, shown=fact.text(field))
    exact = claim.when is not None and claim.when.precision != "year"
    if then and exact and all(_far(low, high, q) for _, q in then):
        fact, quantity = then[0]  # none of what was put in then
        return _wrong(knowledge, claim, entity, [fact], quantity, shown=fact.text(field))
    if field == "price" and all(_far(low, high, q) for _, q in known):
        fact, quantity = known[0]  # announced at one price, closed at another: this is neither
        return _wrong(knowledge, claim, entity, [fact], quantity, shown=fact.text(field))
    return UNKNOWN_VERDICT


def _dated(deal: Fact, when: DateInterval) -> bool:
    """Whether a deal was announced or completed, or an investment made, at a time."""
    days = (deal.date, deal.date_of("announced"), deal.date_of("completed"))
    return any(d is not None and when.overlaps(d) for d in days)


def _far(low: float, high: float, recorded: Quantity) -> bool:
    """Whether an amount is another one, and not the same one told otherwise (before or after the deal, with debts)."""
    return high < 0.7 * recorded.middle or low > 1.4 * recorded.middle


def judge_round(claim: Claim, entity: Entity, field: str) -> Verdict:
    """The amount or the valuation of a round of funding, told by its name or its month; other rounds of that month, and
    figures that may be the same counted otherwise, leave it open."""
    assert isinstance(claim.value, NumberValue)
    unit = claim.value.quantity.unit
    rounds = [
        f for f in entity.facts_of("funding") if (q := f.quantity_of(field)) is not None and q.unit == unit
    ]
    low, high = claim.value.quantity.accepted
    name = round_key(claim.qualifiers.get("round", ""))
    then = [
        f for f in rounds if claim.when is not None and f.date is not None and f.date.overlaps(claim.when)
    ]
    named = [f for f in rounds if name and round_key(f.text("round")) == name]
    if named:
        meant = [f for f in named if claim.when is None or f in then]
    else:
        exact = claim.when is not None and claim.when.precision != "year"
        meant = [f for f in then if f.date is not None and f.date.precision != "year"] if exact else []
        meant = [f for f in meant if not name or not f.text("round")]
    quantity = meant[0].quantity_of(field) if len(meant) == 1 else None
    if quantity is None:
        fitting = [
            f for f in rounds if (q := f.quantity_of(field)) is not None and _agrees(low, high, q, 0.06)
        ]
        return supported(*fitting) if fitting else UNKNOWN_VERDICT
    if not _far(low, high, quantity):
        return supported(meant[0])
    shown = wording.number(meant[0].text(field), "zh"), meant[0].text(field)
    label = (
        wording.both("估值", "valuation") if field == "valuation" else wording.both("融资额", "amount raised")
    )
    return Verdict(CONTRADICTED, (meant[0],), wording.both(*shown), label, subject=entity.id)


_ROUND_WORDS = {"种子": "seed", "天使": "angel"}


def round_key(written: str) -> str:
    """A round as the articles name it: f for “Series F” and “F轮”, seed for “seed” and “种子轮”."""
    text = written.strip().lower().removeprefix("series").removesuffix("轮").removesuffix("round").strip()
    return _ROUND_WORDS.get(text, text)


def judge_investor(knowledge: Knowledge, claim: Claim, entity: Entity, investors: set[str]) -> Verdict | None:
    """Who really put in the amount, where it and its date are those of another investor; None where they are not."""
    assert isinstance(claim.value, NumberValue)
    low, high = claim.value.quantity.accepted
    fitting = [
        f
        for f in entity.facts_of("invested_by")
        if (q := f.quantity_of("amount")) is not None
        and q.unit == claim.value.quantity.unit
        and _agrees(low, high, q, 0.06)
        and claim.when is not None
        and f.date is not None
        and claim.when.overlaps(f.date)
    ]
    if not fitting or any(set(f.texts("value")) & investors for f in fitting):
        return None
    names = list(dict.fromkeys(v for f in fitting for v in f.texts("value")))
    shown = {lang: wording.names(knowledge, names, lang) for lang in ("zh", "en")}
    return Verdict(
        CONTRADICTED, tuple(fitting), shown, wording.both("投资方", "investor"), subject=entity.id, rule="wrong-relation",
    )  # fmt: skip


def judge_target(knowledge: Knowledge, claim: Claim, entity: Entity, investors: set[str]) -> Verdict:
    """Into what the money went, where this month's investment of just this amount by the same investor is another one's."""
    assert isinstance(claim.value, NumberValue)
    quantity, when = claim.value.quantity, claim.when
    if when is None or when.precision == "year" or quantity.hedge in ("about", "over") or len(investors) != 1:
        return UNKNOWN_VERDICT
    fitting = [
        f
        for investor in investors
        for target in knowledge.naming(investor, _FUNDED)
        for f in knowledge.entity(target).facts_of("invested_by")
        if investor in f.texts("value")
        and (q := f.quantity_of("amount")) is not None
        and q.unit == quantity.unit
        and _agrees(quantity.low, quantity.high, q, 0.0)
        and f.date is not None
        and f.date.precision != "year"
        and when.overlaps(f.date)
    ]
    targets = list(dict.fromkeys(f.entity for f in fitting))
    if len(targets) != 1:
        return UNKNOWN_VERDICT
    shown = {lang: wording.names(knowledge, targets, lang) for lang in ("zh", "en")}
    return Verdict(
        CONTRADICTED, tuple(fitting), shown, wording.both("同期以此金额获得投资的", "target of this investment"),
        subject=next(iter(investors)), rule="wrong-relation", claimed=entity.display("zh"),
    )  # fmt: skip


def _same_kind(claim: Claim, fact: Fact) -> bool:
    assert isinstance(claim.value, NumberValue)
    unit = claim.value.quantity.unit
    if claim.predicate == "count" and claim.qualifiers.get("split"):
        return fact.text("of") == f"{claim.qualifiers['split']} {unit}"
    if claim.predicate == "count":
        unit = claim.qualifiers.get("of", unit)
        return fact.text("of") == unit or fact.text("of") in _ALIKE.get(unit, ())
    if claim.predicate == "price":
        quantity = fact.quantity
        per, other = claim.qualifiers.get("per", ""), fact.text("per")
        return (
            quantity is not None
            and quantity.unit == unit
            and claim.qualifiers.get("of", "") == fact.text("of")
            and (not per or not other or per == other)
            and _same_plan(claim.qualifiers.get("plan", ""), fact.text("plan"))
        )
    return claim.predicate != "training_data" or unit in ("", "tokens") or fact.text("of").startswith(unit)


def _same_plan(said: str, recorded: str) -> bool:
    return not said or not recorded or said.lower() == recorded.lower()


def _of_variant(facts: Sequence[Fact], variant: str | None) -> list[Fact] | None:
    """The facts of the variant that is named; all where none is; None where the named one is not recorded."""
    if variant is None:
        return list(facts)
    wanted = _fold(variant)
    own = [f for f in facts if _fold(f.text("variant")) == wanted]
    if own:
        return own
    general = [f for f in facts if not f.text("variant")]
    return general or None


def _special(variant: str) -> bool:
    """Whether a variant is an edition of its own and not a size of the thing."""
    return bool(variant) and not any(c.isdigit() for c in variant) and variant.lower() not in _SIZES


def _names_variant(facts: Sequence[Fact], variant: str) -> bool:
    return any(_fold(f.text("variant")) == _fold(variant) for f in facts)


def _fold(variant: str) -> str:
    return variant.lower().replace("-", "").replace(" ", "").replace("_", "")


def _quantities(fact: Fact, claim: Claim) -> list[Quantity]:
    active = fact.quantity_of("active")
    if claim.qualifiers.get("counted") == "active":
        return [] if active is None else [active]
    found = list(fact.quantities)
    if active is not None and claim.qualifiers.get("counted") != "total":
        found.append(active)
    return found


def _agrees(low: float, high: float, recorded: Quantity, tolerance: float) -> bool:
    """Whether the one is what the other is rounded to: 3万亿 is no rounding of 2T, though 2.5万亿 could be of both."""
    slack = tolerance * recorded.middle
    within = low - slack <= recorded.middle <= high + slack
    return within or recorded.low - slack <= (low + high) / 2 <= recorded.high + slack


def _complete(claim: Claim, entity: Entity, facts: Sequence[Fact]) -> bool:
    """Whether the numbers of all sizes are recorded: said so, or one for each of the sizes that are said to be all."""
    if any(f.flag("complete") for f in facts):
        return True
    if claim.predicate not in ("layers", "attention_heads", "hidden_size"):
        return False
    sizes = entity.facts_of("parameters")
    return any(f.flag("complete") for f in sizes) and {_fold(f.text("variant")) for f in sizes} <= {
        _fold(f.text("variant")) for f in facts
    }


def _of_two_editions(
    known: Sequence[tuple[Fact, Quantity]], claim: Claim, tolerance: float
) -> tuple[Fact, Quantity] | None:
    """The edition that is meant, where a total is given together with the active parameters of another one."""
    if not claim.qualifiers.get("active"):
        return None
    assert isinstance(claim.value, NumberValue)
    low, high = (float(n) for n in claim.qualifiers["active"].split())
    own_low, own_high = claim.value.quantity.accepted
    meant = [
        (f, q)
        for f, q in known
        if (active := f.quantity_of("active")) is not None and _agrees(low, high, active, tolerance)
    ]
    if not meant or any(_agrees(own_low, own_high, q, tolerance) for _, q in meant):
        return None
    stated = any(_agrees(own_low, own_high, q, tolerance) for _, q in known)
    return meant[0] if stated else None


def _binary(claim: Claim, known: Sequence[tuple[Fact, Quantity]]) -> bool:
    """128K is 131,072 as well as 128,000; 8K is 8,192."""
    if claim.predicate not in ("context_window", "memory", "vocabulary_size"):
        return False
    assert isinstance(claim.value, NumberValue)
    value = claim.value.quantity.middle
    return any(
        abs(value * f - q.middle) <= 0.03 * q.middle
        for _, q in known
        for f in (1.024, 1 / 1.024, 1.048576, 1 / 1.048576)
    )


def _power_of_ten(claim: Claim, recorded: Quantity) -> bool:
    assert isinstance(claim.value, NumberValue)
    if (
        recorded.middle <= 0
        or claim.value.quantity.middle <= 0
        or (not claim.value.quantity.scaled and recorded.middle < 1e5)
    ):
        return False
    ratio = math.log10(claim.value.quantity.middle / recorded.middle)
    return abs(ratio - round(ratio)) < 0.02 and 1 <= abs(round(ratio)) <= 3


def _one_release(facts: Sequence[Fact]) -> bool:
    """Whether the facts are of one thing, counted in several ways, and not of the sizes of a family."""
    totals = [q for f in facts for q in f.quantities]
    return (
        not any(f.text("variant") for f in facts)
        and len(facts) <= 2
        and max(q.high for q in totals) <= 1.1 * min(q.low for q in totals)
    )


def _beyond(low: float, high: float, known: Sequence[tuple[Fact, Quantity]]) -> bool:
    """Whether a number lies outside everything that is recorded, by far."""
    return low > 1.3 * max(q.high for _, q in known) or high < 0.5 * min(q.low for _, q in known)


def _listed(low: float, high: float, known: Sequence[tuple[Fact, Quantity]]) -> bool:
    """Whether the recorded variants look like a full list, and the number is near none of them."""
    variants = {f.text("variant") for f, _ in known if f.text("variant")}
    return len(variants) >= 4 and all(high < 0.8 * q.low or low > 1.25 * q.high for _, q in known)


def _undisclosed(claim: Claim, entity: Entity, facts: Sequence[Fact]) -> Verdict:
    assert isinstance(claim.value, NumberValue)
    if claim.value.quantity.hedge or not claim.certain:
        return UNKNOWN_VERDICT
    return Verdict(
        UNDISCLOSED,
        tuple(facts),
        wording.both("官方从未公布", "never disclosed"),
        subject=entity.id,
        confidence="medium",
    )


def _wrong(
    knowledge: Knowledge,
    claim: Claim,
    entity: Entity,
    facts: list[Fact],
    exact: Quantity | None,
    *,
    slip: bool = False,
    shown: str = "",
) -> Verdict:
    predicate = knowledge.ontology.predicates[claim.predicate]
    expected = wording.both(
        wording.number(shown, "zh") if shown else wording.values(knowledge, facts, "zh"),
        shown or wording.values(knowledge, facts, "en"),
    )
    hint = (
        wording.both("相差10的整数次方，像是单位换算之误", "off by a power of ten: a slip of units")
        if slip
        else {}
    )
    if claim.predicate in _EXACT:
        written = " / ".join(dict.fromkeys(v for f in facts for v in f.value or ()))
        expected = wording.both(written, written)
    label = wording.both(predicate.label_zh, predicate.label_en)
    if claim.predicate in ("acquired_by", "invested_by"):
        label = wording.both("金额", "amount")
    return Verdict(
        CONTRADICTED,
        tuple(facts),
        expected,
        label,
        hint,
        subject=entity.id,
        replacement=repr(exact.middle) if exact else "",
    )
