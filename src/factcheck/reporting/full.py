"""``full``: each finding with its source line, what is true and where that is written; for people.

The layout is the same with and without colours; rich is imported only for colours.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from factcheck.document.position import LineIndex, display_width, locate
from factcheck.findings import Edit, Evidence, FileReport, Finding, Fix, Related, Report, SourceRef
from factcheck.reporting.formats import Options
from factcheck.reporting.layout import excerpts, visible
from factcheck.reporting.messages import say
from factcheck.reporting.summary import summary_line

_INDENT = "  "
_SEVERITY_STYLES = {"error": "bold red", "warning": "bold yellow", "info": "bold blue"}
_RULER_STYLE = "blue"
_LABEL_STYLE = "cyan"


class Segment(NamedTuple):
    """A piece of a line; the style is rich's."""

    text: str
    style: str = ""


Line = tuple[Segment, ...]


def render(report: Report, options: Options) -> Iterator[str]:
    """All findings, an empty line after each, and the summary."""
    lines = _lines(report, options)
    return _colored(lines) if options.color else _plain(lines)


def _plain(lines: Iterable[Line]) -> Iterator[str]:
    for line in lines:
        yield "".join(segment.text for segment in line).rstrip() + "\n"


def _colored(lines: Iterable[Line]) -> Iterator[str]:
    from rich.color import ColorSystem
    from rich.style import Style

    styles: dict[str, Style] = {}
    for line in lines:
        for segment in line:
            if segment.style not in styles:
                styles[segment.style] = Style.parse(segment.style)
            yield styles[segment.style].render(segment.text, color_system=ColorSystem.STANDARD)
        yield "\n"


def _lines(report: Report, options: Options) -> Iterator[Line]:
    for file in report.files:
        yield from _file_lines(file, report.as_of, options)
    if not options.quiet:
        yield (Segment(summary_line(report, options.lang), "bold"),)


def _file_lines(file: FileReport, as_of: str, options: Options) -> Iterator[Line]:
    if not file.findings:
        return
    index = locate(file.source)
    for finding in file.findings:
        yield _head(finding, options.lang)
        yield from _excerpt_lines(finding, index, options.width)
        yield from _notes(finding, file.source, as_of, options.lang)
        yield ()


def _head(finding: Finding, lang: str) -> Line:
    return (
        Segment(f"{visible(finding.path)}:{finding.start.line}:{finding.start.column}: ", "bold"),
        Segment(say(lang, finding.severity), _SEVERITY_STYLES[finding.severity]),
        Segment(f" {finding.code} {finding.rule} ", "dim"),
        Segment(visible(finding.message(lang)), "bold"),
    )


def _excerpt_lines(finding: Finding, index: LineIndex, width: int) -> Iterator[Line]:
    gutter = max(len(str(finding.end.line)), 2)
    blank = Segment(f"{_INDENT}{'':>{gutter}} |", _RULER_STYLE)
    yield (blank,)
    room = max(width - gutter - len(_INDENT) - 3, 20)
    for excerpt in excerpts(index, finding.start.offset, finding.end.offset, room):
        yield (Segment(f"{_INDENT}{excerpt.line:>{gutter}} |", _RULER_STYLE), Segment(f" {excerpt.text}"))
        mark = Segment("^" * excerpt.width, _SEVERITY_STYLES[finding.severity])
        yield (blank, Segment(" " * (excerpt.indent + 1)), mark)


def _notes(finding: Finding, source: str, as_of: str, lang: str) -> Iterator[Line]:
    if finding.expected:
        yield _note(lang, "true", visible(finding.expected))
    for evidence in finding.evidence:
        yield from _evidence_lines(evidence, lang)
    if finding.evidence:
        yield _note(lang, "at", say(lang, "as_of", date=finding.claim.as_of or as_of))
    if finding.fix is not None:
        yield _note(
            lang, "fix", f"{_fix_text(finding.fix, source, lang)}  {_applicability(finding.fix, lang)}"
        )
    for related in finding.related:
        yield _note(lang, "related", _related_text(related))
    yield _note(lang, "help", f"factcheck explain {finding.rule}")


def _note(lang: str, key: str, text: str, extra: str = "") -> Line:
    label = say(lang, key)
    # Labels differ in width within a language; seven cells take the longest.
    padding = " " * max(1, 8 - display_width(label))
    return (
        Segment(f"{_INDENT}= ", _RULER_STYLE),
        Segment(label, _LABEL_STYLE),
        Segment(padding),
        Segment(text, extra),
    )


def _evidence_lines(evidence: Evidence, lang: str) -> Iterator[Line]:
    yield _note(lang, "fact", f"{visible(evidence.fact)} = {visible(evidence.value)}")
    for source in evidence.sources:
        yield _note(lang, "source", _source_text(source, lang))


def _source_text(source: SourceRef, lang: str) -> str:
    dates = [
        say(lang, key, date=date)
        for key, date in (("published", source.published), ("checked", source.checked))
        if date
    ]
    parts = [
        visible(source.url),
        visible(source.title),
        f"({say(lang, 'list').join(dates)})" if dates else "",
    ]
    return "  ".join(part for part in parts if part)


def _fix_text(fix: Fix, source: str, lang: str) -> str:
    return say(lang, "list").join(_edit_text(edit, source, lang) for edit in fix.edits)


def _edit_text(edit: Edit, source: str, lang: str) -> str:
    old, new = visible(source[edit.start : edit.end]), visible(edit.text)
    key = "fix.insert" if not old else "fix.delete" if not new else "fix.replace"
    return say(lang, key, old=old, new=new)


def _applicability(fix: Fix, lang: str) -> str:
    return f"[{say(lang, f'fix.{fix.applicability}')}]"


def _related_text(related: Related) -> str:
    return f"{visible(related.path)}:{related.start.line}:{related.start.column}: {visible(related.message)}"
