"""``json``: one JSON object, the stable contract for programs."""

from __future__ import annotations

import json
from collections.abc import Iterator

from factcheck.findings import Report
from factcheck.reporting.formats import Options
from factcheck.reporting.plain_data import report_data


def render(report: Report, options: Options) -> Iterator[str]:
    """The report as one indented object."""
    yield json.dumps(report_data(report, options.lang), ensure_ascii=False, indent=1)
    yield "\n"
