"""``concise``: ``path:line:col: CODE rule message``, one finding a line, as editors and CI logs read it."""

from __future__ import annotations

from collections.abc import Iterator

from factcheck.findings import Report
from factcheck.reporting.formats import Options
from factcheck.reporting.layout import visible


def render(report: Report, options: Options) -> Iterator[str]:
    """One line a finding; nothing if there are none."""
    for finding in report.findings:
        place = f"{visible(finding.path)}:{finding.start.line}:{finding.start.column}"
        yield f"{place}: {finding.code} {finding.rule} {visible(finding.message(options.lang))}\n"
