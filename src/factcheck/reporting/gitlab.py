"""``gitlab``: a GitLab Code Quality report."""

from __future__ import annotations

import json
from collections.abc import Iterator

from factcheck.findings import Report
from factcheck.reporting.addresses import relative_path
from factcheck.reporting.fingerprints import fingerprints
from factcheck.reporting.formats import Options
from factcheck.reporting.layout import visible

_SEVERITIES = {"error": "major", "warning": "minor", "info": "info"}


def render(report: Report, options: Options) -> Iterator[str]:
    """An array of issues; fingerprints are unique and do not change when lines move."""
    findings = report.findings
    issues = [
        {
            "description": visible(finding.message(options.lang)),  # one line, as Code Climate asks
            "check_name": finding.rule,
            "fingerprint": identity,
            "severity": _SEVERITIES[finding.severity],
            "location": {
                "path": relative_path(finding.path, options.directory),
                "lines": {"begin": finding.start.line, "end": finding.end.line},
            },
        }
        for finding, identity in zip(findings, fingerprints(findings), strict=True)
    ]
    yield json.dumps(issues, ensure_ascii=False, indent=1)
    yield "\n"
