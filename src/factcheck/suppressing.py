"""Silencing findings where the author asked for it, and reporting what no longer silences anything."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from datetime import date

from factcheck.config import UNUSED_SUPPRESSION, UNUSED_SUPPRESSION_CODE
from factcheck.document.document import Document
from factcheck.document.position import LineIndex, locate
from factcheck.document.suppressions import Suppression, suppressions
from factcheck.findings import ClaimSummary, Edit, Finding, Fix, Place
from factcheck.light import dataclass
from factcheck.reporting.formats import Silenced

_BRACKETS = re.compile(r"\[[^\]]*\]")


@dataclass(frozen=True, slots=True)
class Known:
    """What a suppression may name: rules (name to code), and whether a fact exists."""

    rules: Mapping[str, str]
    is_fact: Callable[[str], bool]


@dataclass(frozen=True, slots=True)
class Outcome:
    """The findings that remain, those of the suppressions themselves among them, and the ones silenced."""

    findings: tuple[Finding, ...]
    silenced: tuple[Silenced, ...]


@dataclass(slots=True)
class _Comment:
    """One comment: its suppressions, and which of its targets silenced something (``""``: it names none)."""

    suppressions: list[Suppression]
    used: set[str]

    @property
    def targets(self) -> tuple[str, ...]:
        named = {target: None for each in self.suppressions for target in (*each.rules, *each.facts)}
        return tuple(named) or ("",)


def silence(document: Document, findings: Iterable[Finding], known: Known, today: date) -> Outcome:
    """Apply the suppressions of a document to all its findings (before any are deselected: used is used)."""
    declared = suppressions(document)
    if not declared.items and not declared.problems:
        return Outcome(tuple(findings), ())
    comments = _by_comment(declared.items)
    kept: list[Finding] = []
    silenced: list[Silenced] = []
    for finding in findings:
        hits = list(_hits(finding, declared.items, today))
        for suppression, target in hits:
            comments[suppression.comment_span].used.add(target)
        if hits:
            silenced.append(Silenced(finding, hits[0][0].reason))
        else:
            kept.append(finding)
    reporter = _Reporter(document, locate(document.source))
    for comment in comments.values():
        kept += reporter.of_comment(comment, known, today)
    kept += [
        reporter.finding(problem.span, problem.message, problem.message) for problem in declared.problems
    ]
    return Outcome(tuple(sorted(kept, key=lambda each: each.start.offset)), tuple(silenced))


def _by_comment(items: Iterable[Suppression]) -> dict[tuple[int, int], _Comment]:
    comments: dict[tuple[int, int], _Comment] = {}
    for item in items:
        comments.setdefault(item.comment_span, _Comment([], set())).suppressions.append(item)
    return comments


def _hits(finding: Finding, items: Iterable[Suppression], today: date) -> Iterator[tuple[Suppression, str]]:
    """The suppressions in force that silence a finding, each with its target that does."""
    for item in items:
        if item.expired(today) or not item.covers(finding.start.offset):
            continue
        if not item.rules and not item.facts:
            yield item, ""
        for target in item.rules:
            if target == finding.rule or finding.code.startswith(target.upper()):
                yield item, target
        for target in item.facts:
            if _is_about(finding, target):
                yield item, target


def _is_about(finding: Finding, fact: str) -> bool:
    """Whether a finding rests on a fact; ``bert.released`` stands for every ``bert.released[…]``."""
    facts = [f"{finding.claim.subject}.{finding.claim.predicate}", *(each.fact for each in finding.evidence)]
    return any(each == fact or each.startswith(f"{fact}[") for each in facts)


@dataclass(frozen=True, slots=True)
class _Reporter:
    """Findings about the suppressions of one document."""

    document: Document
    index: LineIndex

    def of_comment(self, comment: _Comment, known: Known, today: date) -> Iterator[Finding]:
        first = comment.suppressions[0]
        span = first.comment_span
        if self.document.source[span[0] : span[0] + 1] not in ("<", "{"):
            return  # the front matter's "off" is meant to stand, whether there is something to silence or not
        if first.expired(today):
            until = first.until.isoformat() if first.until is not None else ""
            yield self.finding(
                span, f"这条屏蔽已于{until}到期", f"this suppression expired on {until}", self._removal(span)
            )
            return
        unused = [target for target in comment.targets if target not in comment.used]
        if unused:
            fix = (
                self._removal(span)
                if len(unused) == len(comment.targets)
                else self._without(span, comment, unused)
            )
            yield self.finding(span, *_complaint(unused, known), fix)

    def finding(self, span: tuple[int, int], zh: str, en: str, fix: Fix | None = None) -> Finding:
        start, end = span
        return Finding(
            path=self.document.path,
            rule=UNUSED_SUPPRESSION,
            code=UNUSED_SUPPRESSION_CODE,
            severity="warning",
            verdict="contradicted",
            confidence="high",
            start=Place(*self.index.position(start), start),
            end=Place(*self.index.position(end), end),
            text=self.document.source[start:end],
            messages={"zh": zh, "en": en},
            claim=ClaimSummary("", "", "", "", ""),
            expected="",
            fix=fix,
        )

    def _removal(self, span: tuple[int, int]) -> Fix:
        """Delete the comment, with its line if nothing else stands there, else with the blank before it."""
        source, (start, end) = self.document.source, span
        line_start, _ = self.index.line_span(self.index.line(start))
        _, line_end = self.index.line_span(self.index.line(end))
        if not source[line_start:start].strip() and not source[end:line_end].strip():
            start, end = line_start, line_end
            if source.startswith("\r\n", end):
                end += 2
            elif end < len(source):
                end += 1
        elif start > line_start and source[start - 1] == " ":
            start -= 1
        return Fix("safe", (Edit(start, end, ""),))

    def _without(self, span: tuple[int, int], comment: _Comment, unused: list[str]) -> Fix | None:
        match = _BRACKETS.search(self.document.source, *span)
        if match is None:
            return None
        left = ", ".join(target for target in comment.targets if target not in unused)
        return Fix("safe", (Edit(*match.span(), f"[{left}]"),))


def _complaint(unused: list[str], known: Known) -> tuple[str, str]:
    """The message in both languages: what of it names nothing, or that it silences nothing."""
    strange = [target for target in unused if target and not _exists(target, known)]
    if strange:
        names = ", ".join(strange)
        return f"屏蔽的对象不存在：{names}", f"this suppression names what does not exist: {names}"
    if unused == [""]:
        return "这条屏蔽没有屏蔽任何问题", "this suppression silences nothing"
    names = ", ".join(unused)
    return f"这条屏蔽没有屏蔽任何 {names} 问题", f"this suppression silences nothing of {names}"


def _exists(target: str, known: Known) -> bool:
    if "." in target:
        return known.is_fact(target)
    return target in known.rules or any(code.startswith(target.upper()) for code in known.rules.values())
