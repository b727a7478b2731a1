"""``junit``: JUnit XML, which nearly every CI system shows: a suite a file, a failed test a finding."""

from __future__ import annotations

from collections.abc import Iterator

from factcheck.findings import FileReport, Finding, Report
from factcheck.reporting.formats import HELP_ADDRESS, Options
from factcheck.reporting.xml_text import DECLARATION, escaped, tag


def render(report: Report, options: Options) -> Iterator[str]:
    """All files; one without findings is one passed test."""
    failures = len(report.findings)
    tests = sum(max(1, len(file.findings)) for file in report.files)
    yield DECLARATION
    yield tag("testsuites", {"name": "factcheck", "tests": tests, "failures": failures, "errors": 0}) + "\n"
    for file in report.files:
        yield from _suite(file, options.lang)
    yield "</testsuites>\n"


def _suite(file: FileReport, lang: str) -> Iterator[str]:
    counts = {"tests": max(1, len(file.findings)), "failures": len(file.findings), "errors": 0, "skipped": 0}
    yield " " + tag("testsuite", {"name": file.path, **counts, "time": "0"}) + "\n"
    if not file.findings:
        case = {"name": "factcheck", "classname": file.path, "file": file.path, "time": "0"}
        yield "  " + tag("testcase", case, "/>") + "\n"
    for finding in file.findings:
        yield from _case(finding, lang)
    yield " </testsuite>\n"


def _case(finding: Finding, lang: str) -> Iterator[str]:
    place = f"{finding.start.line}:{finding.start.column}"
    name = f"{finding.rule} {place}"
    case = {
        "name": name,
        "classname": finding.path,
        "file": finding.path,
        "line": finding.start.line,
        "time": "0",
    }
    yield "  " + tag("testcase", case) + "\n"
    failure = {"message": finding.message(lang), "type": finding.severity}
    yield f"   {tag('failure', failure)}{escaped(_details(finding, lang))}</failure>\n  </testcase>\n"


def _details(finding: Finding, lang: str) -> str:
    head = (
        f"{finding.path}:{finding.start.line}:{finding.start.column}: {finding.code} {finding.message(lang)}"
    )
    sources = [source.url for evidence in finding.evidence for source in evidence.sources]
    address = HELP_ADDRESS.format(rule=finding.rule)
    return "\n".join([head, finding.text, *dict.fromkeys(sources), address])
