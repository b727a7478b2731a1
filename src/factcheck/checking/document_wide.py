"""What no single sentence shows: statements of one article that cannot both hold, and things used before they existed."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from factcheck.checking.verdict import SUPPORTED, UNKNOWN, Verdict
from factcheck.extraction.claims import ASSERTED, Claim, DateClaim, EntityValue, NumberValue, WordValue
from factcheck.knowledge.index import Knowledge
from factcheck.light import dataclass

# Predicates of which a thing has one value; others (release events, licences) may differ without contradiction.
_SINGLE = frozenset(
    {
        "created_by",
        "founded",
        "headquartered_in",
        "parameters",
        "context_window",
        "layers",
        "attention_heads",
        "hidden_size",
        "released",
    }
)


_PLAIN_RELEASES = frozenset({"发布", "推出", "公布", "问世", "亮相", "面世"})


@dataclass(frozen=True, slots=True)
class Contradiction:
    """Two claims of one article that cannot both hold; the later one is reported."""

    earlier: Claim
    later: Claim


def contradictions(judged: Sequence[tuple[Claim, Verdict]], knowledge: Knowledge) -> Iterator[Contradiction]:
    """One contradiction at most for each subject and predicate, where the later statement is not reported already."""
    earlier: dict[tuple[str, ...], list[tuple[Claim, Verdict]]] = {}
    reported: set[tuple[str, ...]] = set()
    for claim, verdict in judged:
        if (
            claim.stance != ASSERTED
            or claim.predicate not in _SINGLE
            or not claim.subjects
            or not claim.certain
        ):
            continue
        key = (claim.predicate, claim.subjects[0], _fold(claim.variant))
        for other, other_verdict in earlier.get(key, []):
            if key in reported or other.block == claim.block or verdict.wrong:
                break
            if (
                other_verdict.status == UNKNOWN
                and verdict.status == UNKNOWN
                and claim.predicate == "created_by"
            ):
                continue
            if _disagree(other, claim, knowledge) and not (
                other_verdict.status == SUPPORTED and verdict.status == SUPPORTED
            ):
                reported.add(key)
                yield Contradiction(other, claim)
                break
        earlier.setdefault(key, []).append((claim, verdict))


def without_loose_sections(judged: Sequence[tuple[Claim, Verdict]]) -> list[tuple[Claim, Verdict]]:
    """The claims without those of sections whose heading does not mean the maker of what they list.

    A section counts where at least two of its entries are by that maker, and these are the most.
    """
    right: dict[str, int] = {}
    wrong: dict[str, int] = {}
    for claim, verdict in judged:
        section = claim.qualifiers.get("section")
        if section is not None:
            right[section] = right.get(section, 0) + (verdict.status == SUPPORTED)
            wrong[section] = wrong.get(section, 0) + verdict.wrong

    def counts(claim: Claim) -> bool:
        section = claim.qualifiers.get("section")
        return section is None or (right[section] >= 2 and right[section] > wrong[section])

    return [(claim, verdict) for claim, verdict in judged if counts(claim)]


def _fold(variant: str | None) -> str:
    return (variant or "").lower().replace("-", "")


def _disagree(one: Claim, other: Claim, knowledge: Knowledge) -> bool:
    a, b = one.value, other.value
    if isinstance(a, DateClaim) and isinstance(b, DateClaim):
        if one.predicate == "founded":
            return not a.interval.overlaps(b.interval)
        apart = max((b.interval.first - a.interval.last).days, (a.interval.first - b.interval.last).days)
        same = (
            one.qualifiers.get("verb") == other.qualifiers.get("verb")
            or {one.qualifiers.get("verb"), other.qualifiers.get("verb")} <= _PLAIN_RELEASES
        )
        same = same and one.qualifiers.get("event") == other.qualifiers.get("event")
        return one.predicate == "released" and same and apart > 31
    if isinstance(a, NumberValue) and isinstance(b, NumberValue):
        low, high = a.quantity.accepted
        first, last = b.quantity.accepted
        return (
            (last < low * 0.94 or high * 1.06 < first)
            and a.quantity.unit == b.quantity.unit
            and one.predicate in ("layers", "attention_heads", "hidden_size")
        )
    if isinstance(a, EntityValue) and isinstance(b, EntityValue):
        return bool(a.ids and b.ids) and not any(
            x == y or knowledge.is_part_of(x, y, None) or knowledge.is_part_of(y, x, None)
            for x in a.ids
            for y in b.ids
            if x in knowledge and y in knowledge
        )
    if isinstance(a, WordValue) and isinstance(b, WordValue):
        return a.key != b.key
    return False
