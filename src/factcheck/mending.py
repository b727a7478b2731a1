"""How a finding is mended, in the writer's own form: 2019年 becomes 2020年, 17.5亿 becomes 1750亿, full width stays full width."""

from __future__ import annotations

import re

from factcheck.checking.verdict import Verdict
from factcheck.extraction.claims import Claim, DateClaim, EntityValue, NumberValue
from factcheck.findings import Edit, Fix
from factcheck.knowledge.index import Knowledge
from factcheck.language.lazy import LazyPattern

_FULL = str.maketrans("0123456789.", "０１２３４５６７８９．")
_HALF = str.maketrans("０１２３４５６７８９．", "0123456789.")
_YEAR = r"(?P<year>[0-9０-９]{4})"
_CHINESE_DATE = LazyPattern(
    rf"{_YEAR}(?P<y>\s*年\s*)(?:(?P<month>[0-9０-９]{{1,2}})(?P<m>\s*月\s*)(?:(?P<day>[0-9０-９]{{1,2}})(?P<d>\s*[日号號]))?)?"
)
_ISO_DATE = LazyPattern(rf"{_YEAR}(?P<y>[-/.])(?P<month>\d{{1,2}})(?:(?P<m>[-/.])(?P<day>\d{{1,2}}))?(?P<d>)")
_NUMBER = LazyPattern(r"[0-9０-９][0-9０-９,]*(?:[.．][0-9０-９]+)?")
_WHOLE = frozenset({"misspelled-name", "wrong-expansion"})


def fix_of(claim: Claim, verdict: Verdict, source: str, knowledge: Knowledge) -> Fix | None:
    """The mend of a wrong claim; None where none can be written without rewording."""
    if isinstance(claim.value, DateClaim):
        return _dated(claim, verdict, source)
    if isinstance(claim.value, NumberValue):
        return _numbered(claim, claim.value, verdict, source)
    if claim.rule in _WHOLE and verdict.replacement:
        return _replaced("safe", claim.value_start, claim.value_end, verdict.replacement)
    if claim.rule == "stale-link" and verdict.replacement:
        return _moved(claim, verdict.replacement, source)
    if claim.rule == "wrong-attribution" and isinstance(claim.value, EntityValue):
        return _attributed(claim, verdict, source, knowledge)
    return None


def _replaced(applicability: str, start: int, end: int, text: str) -> Fix:
    return Fix(applicability, (Edit(start, end, text),))


def _dated(claim: Claim, verdict: Verdict, source: str) -> Fix | None:
    """The same form with the true figures; a date written finer than what is known cannot be mended."""
    written = source[claim.value_start : claim.value_end]
    match = _CHINESE_DATE.fullmatch(written) or _ISO_DATE.fullmatch(written)
    if match is None or not verdict.replacement or "/" in verdict.replacement:
        return None
    true = verdict.replacement.split("-")
    parts = [match["year"], match["month"], match["day"]]
    needed = sum(part is not None for part in parts)
    if needed > len(true):
        return None
    separators = [match["y"], match["m"] or "", match["d"] or ""]
    pieces = []
    for old, new, separator in zip(parts[:needed], true, separators, strict=False):
        padded = (
            new
            if len(old.translate(_HALF)) > 1 and (old.translate(_HALF).startswith("0") or len(old) == 4)
            else str(int(new))
        )
        if len(old) == 2 and "年" not in match["y"]:
            padded = new
        pieces.append((padded.translate(_FULL) if old != old.translate(_HALF) else padded) + separator)
    # a date that later ones are counted from (两年后) may stand for another slip
    applicability = "unsafe" if claim.qualifiers.get("anchor") else "safe"
    return _replaced(applicability, claim.value_start, claim.value_end, "".join(pieces))


def _numbered(claim: Claim, value: NumberValue, verdict: Verdict, source: str) -> Fix | None:
    """Other digits before the same magnitude word, where they stay as short as what was written."""
    if claim.rule == "number-mismatch":
        low, high = float(claim.qualifiers["first_low"]), float(claim.qualifiers["first_high"])
        return _digits("unsafe", claim, value, (low + high) / 2, source)
    if not verdict.replacement or value.quantity.hedge:
        return None
    return _digits("safe", claim, value, float(verdict.replacement), source)


def _digits(applicability: str, claim: Claim, value: NumberValue, true: float, source: str) -> Fix | None:
    written = source[claim.value_start : claim.value_end]
    match = _NUMBER.match(written)
    if match is None or not value.quantity.factor:
        return None
    digits = f"{true / value.quantity.factor:.4g}"
    if "e" in digits or abs(float(digits) * value.quantity.factor - true) > 0.005 * abs(true):
        return None
    if match[0] != match[0].translate(_HALF):
        digits = digits.translate(_FULL)
    start = claim.value_start
    return _replaced(applicability, start, start + match.end(), digits)


def _moved(claim: Claim, target: str, source: str) -> Fix | None:
    """A bare address is replaced safely; the page behind a path may have another name now."""
    written = source[claim.value_start : claim.value_end]
    match = re.match(r"(?:https?:)?//[^/\s]+/?", written)
    if match is None:
        return None
    bare = match.end() == len(written)
    new = target if written.endswith("/") or not bare else target.rstrip("/")
    return _replaced("safe" if bare else "unsafe", claim.value_start, claim.value_end, new)


def _attributed(claim: Claim, verdict: Verdict, source: str, knowledge: Knowledge) -> Fix | None:
    """The one true maker in the script of the wrong one; shown, and applied only on demand."""
    makers = list(dict.fromkeys(v for fact in verdict.facts for v in fact.texts("value")))
    if len(makers) != 1 or makers[0] not in knowledge or claim.construction == "section of a maker":
        return None
    written = source[claim.value_start : claim.value_end]
    entity = knowledge.entity(makers[0])
    name = entity.name_en if written.isascii() else entity.name_zh
    return _replaced("unsafe", claim.value_start, claim.value_end, name or entity.name)
