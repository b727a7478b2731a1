"""Claims about the members of a series: sizes that are listed, editions named by a size, members named one by one."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from factcheck.checking import wording
from factcheck.checking.verdict import CONTRADICTED, UNKNOWN_VERDICT, Verdict, supported
from factcheck.extraction.claims import Claim, NumberValue, TextValue
from factcheck.folding import lower
from factcheck.knowledge.index import Knowledge
from factcheck.knowledge.model import Entity, Fact
from factcheck.knowledge.values import Quantity

_CLOSE = 0.012
"""How far a size in a list may be from the recorded one: 72B is not 70B."""
_ROUNDED = 0.15
"""How far the size in the name of an edition may be from its parameters: BLOOM-7B has 7.1B."""
_SIZE = re.compile(r"(?<![A-Za-z\d.])(\d+(?:\.\d+)?)([bm])(?![a-z\d])")
_FEWEST = 2


def judge_size(knowledge: Knowledge, claim: Claim, entity: Entity) -> Verdict:
    """One of several sizes that are listed as those of a series.

    Wrong where all the others are recorded and this one is not, if all sizes are recorded or as many as are listed.
    """
    assert isinstance(claim.value, NumberValue)
    facts = _sized(entity)
    sizes = _sizes(facts)
    own = (claim.value.quantity.low, claim.value.quantity.high)
    others = [tuple(float(n) for n in pair.split()) for pair in claim.qualifiers["listed"].split("|") if pair]
    if any(_is(low, high, size) for low, high in (own,) for size in sizes):
        return supported(*facts)
    complete = any(f.flag("complete") for f in facts)
    variants = {f.text("variant") for f in facts}
    if (
        not all(any(_is(low, high, size) for size in sizes) for low, high in others)
        or not others
        or not (complete or (len(others) >= _FEWEST and len(variants) > len(others)))
    ):
        return UNKNOWN_VERDICT
    return _no_such_size(entity, facts)


def judge_edition(claim: Claim, entity: Entity) -> Verdict:
    """An edition that is named by a size (gpt-oss-70b): wrong where all sizes are recorded and this is none."""
    assert isinstance(claim.value, TextValue)
    facts = _sized(entity)
    wanted = Quantity.parse(claim.value.text.upper()).middle
    if any(abs(size - wanted) <= _ROUNDED * size for size in _sizes(facts)):
        return supported(*facts)
    return _no_such_size(entity, facts)


def judge_member(knowledge: Knowledge, claim: Claim, entity: Entity) -> Verdict:
    """One of several members that are listed by name: wrong where all others are members and this one is none."""
    assert isinstance(claim.value, TextValue)
    members = _members(knowledge, entity)
    others = [lower(n) for n in claim.qualifiers["listed"].split("|")]
    facts = [f for p in ("part_of", "created_by") for f in entity.facts_of(p)]
    if lower(claim.value.text) in members:
        return supported(*facts)
    if len(others) < _FEWEST or not set(others) < set(members):
        return UNKNOWN_VERDICT  # with no member left out, this one may be another that is not recorded
    shown = "、".join(members.values())
    return Verdict(
        CONTRADICTED, tuple(facts), wording.both(shown, shown.replace("、", ", ")), wording.both("成员", "members"),
        subject=entity.id,
    )  # fmt: skip


def _members(knowledge: Knowledge, entity: Entity) -> dict[str, str]:
    """What tells the members of a series apart, folded and as written: Opus of Claude 3 Opus."""
    belonging = [
        knowledge.entity(i)
        for i in knowledge.naming(entity.id, frozenset({"model"}))
        if any(entity.id in (f.value or ()) for f in knowledge.entity(i).facts_of("part_of"))
    ]
    names = [n.text for n in entity.names if n.variant]
    names += [n.text for member in belonging for n in member.names]
    own = [n.text for n in entity.names if not n.variant]
    rests = [
        name[len(start) :].strip(" -")
        for name in names
        for start in own
        if lower(name).startswith(lower(start)) and len(name) > len(start)
    ]
    words = [w[0] for rest in rests if (w := re.match(r"[A-Za-z]+(?=$|-\d)", rest))]
    return {lower(word): word for word in words}


def _sized(entity: Entity) -> list[Fact]:
    return [f for f in entity.facts_of("parameters") if f.value]


def _sizes(facts: Iterable[Fact]) -> list[float]:
    """The sizes that are recorded, as numbers and as the names of editions have them."""
    facts = list(facts)
    named = [
        Quantity.parse("".join(m).upper()).middle
        for f in facts
        for m in _SIZE.findall(lower(f.text("variant")))
    ]
    return [q.middle for f in facts for q in f.quantities] + named


def _is(low: float, high: float, size: float) -> bool:
    return low - _CLOSE * size <= size <= high + _CLOSE * size


def _no_such_size(entity: Entity, facts: Sequence[Fact]) -> Verdict:
    sizes = list(dict.fromkeys(f.text("variant") or (f.value or ("",))[0] for f in facts))
    shown = wording.both("、".join(sizes), ", ".join(sizes))
    return Verdict(CONTRADICTED, tuple(facts), shown, wording.both("参数规模", "sizes"), subject=entity.id)
