"""``rdjson``: the Reviewdog Diagnostic Format; columns count UTF-8 bytes."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

from factcheck.document.position import LineIndex, locate
from factcheck.findings import FileReport, Finding, Fix, Related, Report
from factcheck.reporting.addresses import relative_path
from factcheck.reporting.formats import HELP_ADDRESS, HOME, Options

_SEVERITIES = {"error": "ERROR", "warning": "WARNING", "info": "INFO"}
SOURCE = {"name": "factcheck", "url": HOME}


def render(report: Report, options: Options) -> Iterator[str]:
    """One object with all diagnostics."""
    yield json.dumps(
        {"source": SOURCE, "diagnostics": list(diagnostics(report, options))}, ensure_ascii=False, indent=1
    )
    yield "\n"


def diagnostics(report: Report, options: Options) -> Iterator[dict[str, Any]]:
    """The diagnostics in order of file and place."""
    indices = {file.path: locate(file.source) for file in report.files if file.findings}
    for file in report.files:
        for finding in file.findings:
            yield _diagnostic(finding, file, indices, options)


def _diagnostic(
    finding: Finding, file: FileReport, indices: dict[str, LineIndex], options: Options
) -> dict[str, Any]:
    index = indices[file.path]
    diagnostic: dict[str, Any] = {
        "message": finding.message(options.lang),
        "location": {
            "path": relative_path(finding.path, options.directory),
            "range": _range(index, finding.start.offset, finding.end.offset),
        },
        "severity": _SEVERITIES[finding.severity],
        "code": {"value": finding.code, "url": HELP_ADDRESS.format(rule=finding.rule)},
    }
    if finding.fix is not None and finding.fix.applicability != "display":
        diagnostic["suggestions"] = [_suggestion(finding.fix, index)]
    if finding.related:
        diagnostic["relatedLocations"] = [_related(each, indices, options) for each in finding.related]
    return diagnostic


def _range(index: LineIndex, start: int, end: int) -> dict[str, Any]:
    return {"start": _position(index, start), "end": _position(index, end)}


def _position(index: LineIndex, offset: int) -> dict[str, int]:
    return {"line": index.line(offset), "column": index.utf8_column(offset)}


def _suggestion(fix: Fix, index: LineIndex) -> dict[str, Any]:
    """All edits as one replacement: several suggestions would be offered as alternatives."""
    edits = sorted(fix.edits, key=lambda edit: edit.start)
    start, place, text = edits[0].start, edits[0].start, ""
    for edit in edits:
        text += index.source[place : edit.start] + edit.text
        place = edit.end
    return {"range": _range(index, start, place), "text": text}


def _related(related: Related, indices: dict[str, LineIndex], options: Options) -> dict[str, Any]:
    location: dict[str, Any] = {"path": relative_path(related.path, options.directory)}
    if related.path in indices:
        location["range"] = _range(indices[related.path], related.start.offset, related.end.offset)
    else:  # a file whose text is not at hand: bytes cannot be counted
        location["range"] = {"start": {"line": related.start.line}}
    return {"message": related.message, "location": location}
