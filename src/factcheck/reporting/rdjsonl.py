"""``rdjsonl``: one diagnostic of the Reviewdog Diagnostic Format a line."""

from __future__ import annotations

import json
from collections.abc import Iterator

from factcheck.findings import Report
from factcheck.reporting.formats import Options
from factcheck.reporting.rdjson import SOURCE, diagnostics


def render(report: Report, options: Options) -> Iterator[str]:
    """Each diagnostic names its source, as the lines have nothing around them."""
    for diagnostic in diagnostics(report, options):
        yield json.dumps({**diagnostic, "source": SOURCE}, ensure_ascii=False) + "\n"
