"""``jsonl``: one finding a line, in the shape of ``json``; the last line is the summary."""

from __future__ import annotations

import json
from collections.abc import Iterator

from factcheck.findings import Report
from factcheck.reporting.formats import Options
from factcheck.reporting.plain_data import finding_data, header_data, summary_data


def render(report: Report, options: Options) -> Iterator[str]:
    """Lines with the key ``type``: ``finding``, and at the end ``summary``."""
    for finding in report.findings:
        yield _line({"type": "finding", **finding_data(finding, options.lang)})
    yield _line({"type": "summary", **header_data(report), **summary_data(report.summary)})


def _line(data: dict[str, object]) -> str:
    # JSON leaves U+2028 and U+2029 alone, but readers that cut at "lines" do not.
    text = json.dumps(data, ensure_ascii=False)
    return text.replace("\u2028", "\\u2028").replace("\u2029", "\\u2029").replace("\x85", "\\u0085") + "\n"
