"""``markdown``: a table for job summaries and comments on pull requests."""

from __future__ import annotations

import re
from collections.abc import Iterator

from factcheck.findings import Finding, Report
from factcheck.reporting.addresses import relative_path, relative_uri
from factcheck.reporting.formats import HELP_ADDRESS, Options
from factcheck.reporting.layout import visible
from factcheck.reporting.messages import say
from factcheck.reporting.summary import summary_line

_SPECIAL = re.compile(r"([\\`*_{}\[\]<>#|~!&@$:])")
MOST_ROWS = 1000
"""GitHub's job summaries end at one mebibyte."""


def render(report: Report, options: Options) -> Iterator[str]:
    """A heading, the findings, the summary."""
    lang, findings = options.lang, report.findings
    yield f"### {say(lang, 'title')}\n\n"
    if findings:
        heads = [say(lang, key) for key in ("severity", "place", "rule", "message", "true", "source")]
        yield _row(heads) + _row(["---"] * len(heads))
        yield from (_row(_cells(finding, options)) for finding in findings[:MOST_ROWS])
        if len(findings) > MOST_ROWS:
            yield f"\n{say(lang, 'more', n=len(findings) - MOST_ROWS)}\n"
    else:
        yield say(lang, "clean") + "\n"
    yield f"\n{_escaped(summary_line(report, lang))}\n"


def _row(cells: list[str]) -> str:
    return f"| {' | '.join(cells)} |\n"


def _cells(finding: Finding, options: Options) -> list[str]:
    lang = options.lang
    place = f"{relative_path(finding.path, options.directory)}:{finding.start.line}:{finding.start.column}"
    address = f"{relative_uri(finding.path, options.directory)}#L{finding.start.line}"
    return [
        say(lang, finding.severity),
        _link(place, address),
        _link(f"{finding.code} {finding.rule}", HELP_ADDRESS.format(rule=finding.rule)),
        _escaped(finding.message(lang)),
        _escaped(finding.expected),
        "<br>".join(_sources(finding)),
    ]


def _sources(finding: Finding) -> list[str]:
    sources = {source.url: source for evidence in finding.evidence for source in evidence.sources}
    return [_link(source.title or url, url) for url, source in sources.items()]


def _link(text: str, address: str) -> str:
    target = re.sub(
        r"[\s<>|()\\]", lambda match: "".join(f"%{byte:02X}" for byte in match.group().encode()), address
    )
    return f"[{_escaped(text)}]({target})"


def _escaped(text: str) -> str:
    """Text that Markdown shows as it is; a name after @ must not notify anybody."""
    return _SPECIAL.sub(r"\\\1", visible(text))
