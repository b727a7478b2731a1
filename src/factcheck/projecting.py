"""Findings of a document that was read by way of Markdown, put where they stand in the file itself."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from factcheck.document.document import Document
from factcheck.findings import Edit, FileReport, Finding, Fix, Place, Related

TYPE_CHECKING = False
if TYPE_CHECKING:  # only other formats than Markdown need it
    from factcheck.document.projection import Projection


def in_file(document: Document, report: FileReport) -> FileReport:
    """The report of a document with the places of its file; the same for Markdown."""
    projection = document.projection
    if projection is None:
        return report
    findings = findings_in_file(document, report.findings)
    return replace(report, source=projection.source, findings=findings)


def findings_in_file(document: Document, findings: Iterable[Finding]) -> tuple[Finding, ...]:
    """Findings with the places of the file. A fix that would reach into the file's own marks is dropped."""
    projection = document.projection
    if projection is None:
        return tuple(findings)
    return tuple(_placed(projection, finding) for finding in findings)


def _placed(projection: Projection, finding: Finding) -> Finding:
    start, end, text = _range(projection, finding.start, finding.end)
    return replace(
        finding,
        start=start,
        end=end,
        text=text,
        related=tuple(_related(projection, each) for each in finding.related),
        fix=None if finding.fix is None else _fix(projection, finding.fix),
    )


def _range(projection: Projection, start: Place, end: Place) -> tuple[Place, Place, str]:
    first, last = projection.span(start.offset, end.offset)
    lines = projection.lines
    return (
        Place(*lines.position(first), first),
        Place(*lines.position(last), last),
        projection.source[first:last],
    )


def _related(projection: Projection, related: Related) -> Related:
    start, end, _ = _range(projection, related.start, related.end)
    return replace(related, start=start, end=end)


def _fix(projection: Projection, fix: Fix) -> Fix | None:
    edits = []
    for edit in fix.edits:
        span = projection.edit_span(edit.start, edit.end)
        if span is None:
            return None
        edits.append(Edit(*span, projection.escape(edit.text)))
    return Fix(fix.applicability, tuple(edits))
