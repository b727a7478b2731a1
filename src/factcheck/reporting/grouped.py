"""``grouped``: the findings of each file below its path; for people with many findings."""

from __future__ import annotations

from collections.abc import Iterator

from factcheck.document.position import display_width
from factcheck.findings import FileReport, Finding, Report
from factcheck.reporting.formats import Options
from factcheck.reporting.layout import visible
from factcheck.reporting.messages import say
from factcheck.reporting.summary import summary_line


def render(report: Report, options: Options) -> Iterator[str]:
    """A block for each file with findings, and the summary."""
    for file in report.files:
        if file.findings:
            yield from _file(file, options.lang)
    if not options.quiet:
        yield summary_line(report, options.lang) + "\n"


def _file(file: FileReport, lang: str) -> Iterator[str]:
    yield f"{visible(file.path)}\n"
    columns = [_columns(finding, lang) for finding in file.findings]
    widths = [max(display_width(row[index]) for row in columns) for index in range(4)]
    for row in columns:
        padded = [
            text + " " * (width - display_width(text)) for text, width in zip(row, widths, strict=False)
        ]
        yield "  " + "  ".join([*padded, row[4]]).rstrip() + "\n"
    yield "\n"


def _columns(finding: Finding, lang: str) -> tuple[str, str, str, str, str]:
    place = f"{finding.start.line}:{finding.start.column}"
    return place, say(lang, finding.severity), finding.code, finding.rule, visible(finding.message(lang))
