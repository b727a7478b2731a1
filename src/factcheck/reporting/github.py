"""``github``: workflow commands that GitHub Actions shows as annotations of the changed lines."""

from __future__ import annotations

from collections.abc import Iterator

from factcheck.findings import Finding, Report
from factcheck.reporting.addresses import relative_path
from factcheck.reporting.formats import HELP_ADDRESS, Options

_COMMANDS = {"error": "error", "warning": "warning", "info": "notice"}


def render(report: Report, options: Options) -> Iterator[str]:
    """One command a finding."""
    for finding in report.findings:
        yield _command(finding, options)


def _command(finding: Finding, options: Options) -> str:
    fields = {
        "title": f"{finding.code} {finding.rule}",
        "file": relative_path(finding.path, options.directory),
        "line": str(finding.start.line),
        "endLine": str(finding.end.line),
    }
    if finding.start.line == finding.end.line:  # columns of several lines make GitHub drop the annotation
        fields |= {"col": str(finding.start.column), "endColumn": str(finding.end.column)}
    written = ",".join(f"{name}={_property(value)}" for name, value in fields.items())
    return f"::{_COMMANDS[finding.severity]} {written}::{_data(_message(finding, options.lang))}\n"


def _message(finding: Finding, lang: str) -> str:
    sources = [source.url for evidence in finding.evidence for source in evidence.sources]
    return "\n".join([finding.message(lang), *dict.fromkeys(sources), HELP_ADDRESS.format(rule=finding.rule)])


def _data(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")
