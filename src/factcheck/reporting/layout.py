"""Source lines with an underline that stands exactly below, whatever the width of the characters."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from factcheck.document.position import LineIndex, display_width
from factcheck.light import dataclass

_ELLIPSIS = "…"
_TAB_STOP = 4
# Controls would act on the terminal, direction marks reorder the line, line separators break it.
_HARMFUL = re.compile("[\x00-\x1f\x7f-\x9f\u2028\u2029\u202a-\u202e\u2066-\u2069\ud800-\udfff\ufeff]")


@dataclass(frozen=True, slots=True)
class Excerpt:
    """A source line as it is shown, and where to underline it: cells before the mark, cells of the mark."""

    line: int
    text: str
    indent: int
    width: int


def visible(text: str) -> str:
    """A text on one line, with nothing in it that moves the cursor or reorders the line."""
    return _HARMFUL.sub(_picture, text) if not text.isprintable() else text


def excerpts(index: LineIndex, start: int, end: int, width: int, most: int = 3) -> Iterator[Excerpt]:
    """The lines of ``source[start:end]``, ``most`` at most, each cut to ``width`` cells around the mark."""
    first, last = index.line(start), index.line(max(start, end - 1))
    for line in range(first, min(last, first + most - 1) + 1):
        line_start, line_end = index.line_span(line)
        mark_start = min(max(start, line_start), line_end)
        mark_end = min(max(end, mark_start), line_end)
        cells = _cells(index.source[line_start:line_end])
        yield _excerpt(line, cells, mark_start - line_start, mark_end - line_start, width)


def _picture(match: re.Match[str]) -> str:
    character = match.group()
    if character in "\t\n\r\u2028\u2029":
        return " "
    return chr(0x2400 + ord(character)) if character < " " else "\ufffd"


def _cells(text: str) -> list[str]:
    """Each code point of a line as it is shown: a tab is the spaces up to the next stop."""
    cells: list[str] = []
    column = 0
    for character in text:
        shown = " " * (_TAB_STOP - column % _TAB_STOP) if character == "\t" else visible(character)
        cells.append(shown)
        column += display_width(shown)
    return cells


def _excerpt(line: int, cells: Sequence[str], start: int, end: int, width: int) -> Excerpt:
    first, last = _window([display_width(cell) for cell in cells], start, end, width)
    before = _ELLIPSIS if first > 0 else ""
    after = _ELLIPSIS if last < len(cells) else ""
    indent = display_width(before + "".join(cells[first:start]))
    # A mark that was cut goes on below the ellipsis.
    marked = "".join(cells[start : min(end, last)]) + (after if end > last else "")
    return Excerpt(line, before + "".join(cells[first:last]) + after, indent, max(1, display_width(marked)))


def _window(widths: Sequence[int], start: int, end: int, width: int) -> tuple[int, int]:
    """The range of characters to show: the mark, with as much before and after as there is room for."""
    if sum(widths) <= width:
        return 0, len(widths)
    room = width - 2  # for an ellipsis at each end
    first, last, used = start, start, 0
    while last < end and used + widths[last] <= room:
        used += widths[last]
        last += 1
    half = used + (room - used) // 2
    while first > 0 and used + widths[first - 1] <= half:
        first -= 1
        used += widths[first]
    while last < len(widths) and used + widths[last] <= room:
        used += widths[last]
        last += 1
    while first > 0 and used + widths[first - 1] <= room:
        first -= 1
        used += widths[first]
    while last < len(widths) and widths[last] == 0:  # a combining mark stays with its letter
        last += 1
    while 0 < first < start and widths[first] == 0:
        first += 1
    return first, last
