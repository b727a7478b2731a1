"""Findings as JSON data, in the shape that the report contract fixes (``docs/architecture.md``)."""

from __future__ import annotations

from typing import Any

from factcheck.findings import Evidence, Finding, Fix, Place, Related, Report, SourceRef, Summary
from factcheck.reporting.formats import HELP_ADDRESS

SCHEMA_VERSION = 1


def report_data(report: Report, lang: str) -> dict[str, Any]:
    """The whole report."""
    return {
        **header_data(report),
        "findings": [finding_data(finding, lang) for finding in report.findings],
        "summary": summary_data(report.summary),
    }


def header_data(report: Report) -> dict[str, Any]:
    """What made the report: versions and the date it was judged at."""
    return {
        "schema_version": SCHEMA_VERSION,
        "tool": {"name": "factcheck", "version": report.tool_version},
        "knowledge": {
            "version": report.knowledge_version,
            "entities": report.entities,
            "facts": report.facts,
        },
        "as_of": report.as_of,
    }


def finding_data(finding: Finding, lang: str) -> dict[str, Any]:
    """One finding, with its message in a language."""
    return {
        "path": finding.path,
        "rule": finding.rule,
        "code": finding.code,
        "severity": finding.severity,
        "verdict": finding.verdict,
        "confidence": finding.confidence,
        "start": _place(finding.start),
        "end": _place(finding.end),
        "text": finding.text,
        "message": finding.message(lang),
        "help": HELP_ADDRESS.format(rule=finding.rule),
        "claim": {
            "subject": finding.claim.subject,
            "predicate": finding.claim.predicate,
            "value": finding.claim.value,
            "stance": finding.claim.stance,
            "as_of": finding.claim.as_of,
        },
        "expected": finding.expected,
        "evidence": [_evidence(evidence) for evidence in finding.evidence],
        "related": [_related(related) for related in finding.related],
        "fix": None if finding.fix is None else _fix(finding.fix),
    }


def summary_data(summary: Summary) -> dict[str, int]:
    """The counts."""
    return {name: getattr(summary, name) for name in Summary.__slots__}


def _place(place: Place) -> dict[str, int]:
    return {"line": place.line, "column": place.column, "offset": place.offset}


def _evidence(evidence: Evidence) -> dict[str, Any]:
    return {
        "fact": evidence.fact,
        "value": evidence.value,
        "sources": [_source(source) for source in evidence.sources],
    }


def _source(source: SourceRef) -> dict[str, str]:
    return {
        "url": source.url,
        "title": source.title,
        "published": source.published,
        "checked": source.checked,
    }


def _related(related: Related) -> dict[str, Any]:
    return {
        "path": related.path,
        "start": _place(related.start),
        "end": _place(related.end),
        "message": related.message,
    }


def _fix(fix: Fix) -> dict[str, Any]:
    edits = [{"start": edit.start, "end": edit.end, "text": edit.text} for edit in fix.edits]
    return {"applicability": fix.applicability, "edits": edits}
