"""``checkstyle``: Checkstyle XML, as Jenkins and reviewdog read it."""

from __future__ import annotations

from collections.abc import Iterator

from factcheck.findings import FileReport, Finding, Report
from factcheck.reporting.formats import Options
from factcheck.reporting.xml_text import DECLARATION, tag


def render(report: Report, options: Options) -> Iterator[str]:
    """All files with findings."""
    yield DECLARATION
    yield tag("checkstyle", {"version": "4.3"}) + "\n"
    for file in report.files:
        if file.findings:
            yield from _file(file, options.lang)
    yield "</checkstyle>\n"


def _file(file: FileReport, lang: str) -> Iterator[str]:
    yield " " + tag("file", {"name": file.path}) + "\n"
    for finding in file.findings:
        yield "  " + tag("error", _attributes(finding, lang), "/>") + "\n"
    yield " </file>\n"


def _attributes(finding: Finding, lang: str) -> dict[str, object]:
    return {
        "line": finding.start.line,
        "column": finding.start.column,
        "severity": finding.severity,
        "message": finding.message(lang),
        "source": f"factcheck.{finding.rule}",
    }
