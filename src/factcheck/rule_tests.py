"""The examples that rules carry, run: an ``ok`` must give no finding at all, a ``not_ok`` one of its rule."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from factcheck.document.document import parse_document
from factcheck.knowledge.values import DateInterval

if TYPE_CHECKING:
    from factcheck.engine import Engine
    from factcheck.extraction.ruleset import Example, Rule


@dataclass(frozen=True, slots=True)
class Failure:
    """An example that is judged otherwise than its rule says. ``kind``: ``ok`` or ``not_ok``."""

    rule: str
    kind: str
    text: str
    detail: str


def run_examples(engine: Engine, only: Sequence[str] = ()) -> list[Failure]:
    """All failures of the examples of all rules, or of those named in ``only``."""
    failures: list[Failure] = []
    for rule in engine.ruleset.rules.values():
        if not only or rule.name in only:
            failures += _run(engine, rule)
    return failures


def _run(engine: Engine, rule: Rule) -> Iterator[Failure]:
    for example in rule.ok:
        findings = engine.scan_document(_document(example)).findings
        if findings:
            yield Failure(
                rule.name, "ok", example.text, "; ".join(f"{f.rule}: {f.message('zh')}" for f in findings)
            )
    for example in rule.not_ok:
        findings = engine.scan_document(_document(example)).findings
        hits = [f for f in findings if f.rule == rule.name]
        if not hits:
            yield Failure(
                rule.name,
                "not_ok",
                example.text,
                "; ".join(f"{f.rule}: {f.message('zh')}" for f in findings) or "no finding",
            )
        elif example.flags and not any(example.flags in f.text or f.text in example.flags for f in hits):
            yield Failure(
                rule.name, "not_ok", example.text, f"flagged {hits[0].text!r}, not {example.flags!r}"
            )


def _document(example: Example):  # type: ignore[no-untyped-def]
    head = f"---\ndate: {DateInterval.parse(example.as_of).isoformat()}\n---\n\n" if example.as_of else ""
    return parse_document(head + example.text, "example.md")
