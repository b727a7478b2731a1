"""What the engine understood of each sentence, in printable form: for rule writers."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from factcheck.extraction.claims import Claim, DateClaim, EntityValue, NumberValue, WordValue
from factcheck.extraction.mentions import Mention
from factcheck.extraction.patterns import ZERO
from factcheck.extraction.skeleton import Skeleton
from factcheck.language.dates import DateValue
from factcheck.language.lexicon import Word
from factcheck.language.numbers import QuantityValue

if TYPE_CHECKING:
    from collections.abc import Callable

    from factcheck.checking.verdict import Verdict
    from factcheck.document.document import Document
    from factcheck.extraction.extractor import Extractor
    from factcheck.knowledge.values import DateInterval

    Judging = Callable[[Claim, DateInterval | None], Verdict]

_CUES = (
    "negation",
    "misbelief",
    "rumour",
    "plan",
    "hypothesis",
    "question",
    "exercise",
    "present",
    "correction",
)


@dataclass(frozen=True, slots=True)
class TraceSentence:
    """What was understood of one sentence, in printable form."""

    line: int
    text: str
    mentions: tuple[str, ...]
    values: tuple[str, ...]
    cues: tuple[str, ...]
    claims: tuple[str, ...]
    verdicts: tuple[str, ...]


def trace_document(extractor: Extractor, judge: Judging, document: Document) -> list[TraceSentence]:
    """Every sentence of the document that names something, with what was found in it."""
    extraction = extractor.extract(document)
    line_of = document.line_finder()
    traced = []
    claims = list(extraction.claims)
    for reading in extraction.readings:
        for index, (start, end) in enumerate(reading.sentences):
            sentence = extractor.read_sentence(reading, index, start, end)
            first, last = reading.text.span(start, end)
            own = [c for c in claims if first <= c.value_start < last and c.block == reading.block.ordinal]
            for claim in own:
                claims.remove(claim)
            if not sentence.items:
                continue
            mentions = [i for i in sentence.items if isinstance(i, Mention)]
            values = [i for i in sentence.items if isinstance(i, DateValue | QuantityValue)]
            words = [i for i in sentence.items if isinstance(i, Word)]
            traced.append(
                TraceSentence(
                    line_of(first),
                    reading.text.text[start:end],
                    tuple(_mention(m) for m in mentions),
                    tuple(_value(v, reading.text.text) for v in values),
                    tuple(
                        f"{w.text} ({', '.join(c for c in sorted(w.classes) if c in _CUES)})"
                        for w in words
                        if w.classes & set(_CUES)
                    ),
                    tuple(_claim(c) for c in own),
                    tuple(_verdict(judge, c, document) for c in own),
                )
            )
    for claim in claims:
        traced.append(
            TraceSentence(
                line_of(claim.start),
                document.source[claim.start : claim.end],
                (),
                (),
                (),
                (_claim(claim),),
                (_verdict(judge, claim, document),),
            )
        )
    return sorted(traced, key=lambda t: t.line)


def readable(skeleton: Skeleton) -> str:
    """A skeleton as a person can read it."""
    return "".join(
        f"‹{i.text}›"
        if isinstance(i, Mention)
        else f"[{i.text}]"
        if isinstance(i, Word)
        else "‹date›"
        if isinstance(i, DateValue)
        else "‹number›"
        if isinstance(i, QuantityValue)
        else "∅"
        if c == ZERO
        else c
        for c, i in zip(skeleton.text, skeleton.items, strict=True)
    )


def _mention(mention: Mention) -> str:
    variant = f" [{mention.variant}]" if mention.variant else ""
    return (
        f"{mention.text} → {' | '.join(mention.entity_ids)}{variant}{' (opaque)' if mention.opaque else ''}"
    )


def _value(value: DateValue | QuantityValue, text: str) -> str:
    if isinstance(value, DateValue):
        return f"{text[value.start : value.end]} → {value.interval.isoformat() if value.interval else '?'}"
    return f"{text[value.start : value.unit_end]} → {value.low:.6g} … {value.high:.6g} {value.unit} {value.hedge}".rstrip()


def _claim(claim: Claim) -> str:
    value = claim.value
    shown = "?"
    if isinstance(value, EntityValue):
        shown = " | ".join(value.ids) or value.text
    elif isinstance(value, DateClaim):
        shown = value.interval.isoformat()
    elif isinstance(value, NumberValue):
        shown = f"{value.quantity.middle:.6g} {value.quantity.unit}".strip()
    else:
        shown = value.key if isinstance(value, WordValue) else value.text
    variant = f"[{claim.variant}]" if claim.variant else ""
    return f"{' | '.join(claim.subjects)}{variant} · {claim.predicate} · {shown} ({claim.stance}; {claim.construction})"


def _verdict(judge: Judging, claim: Claim, document: Document) -> str:
    verdict = judge(claim, document.date)
    return f"{verdict.status}{' → ' + verdict.expected['zh'] if verdict.expected else ''}"
