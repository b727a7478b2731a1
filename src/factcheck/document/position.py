"""Offsets to lines and columns, for people and for other protocols: the one place of such conversions.

An offset counts code points from 0. Lines and columns are counted from 1. A line ends at LF, CR LF or a lone
CR.
"""

from __future__ import annotations

import re
from bisect import bisect_right

_LINE_END = re.compile(r"\r\n?|\n")
_TAB_STOP = 8


class LineIndex:
    """The lines of one source."""

    __slots__ = ("_starts", "source")

    def __init__(self, source: str) -> None:
        self.source = source
        if "\r" in source:
            self._starts = [0, *(match.end() for match in _LINE_END.finditer(source))]
        else:
            self._starts = _starts_after_newlines(source)

    @property
    def line_count(self) -> int:
        """Number of lines; a final line end opens one more, empty line."""
        return len(self._starts)

    def line(self, offset: int) -> int:
        """The 1-based line of an offset."""
        return bisect_right(self._starts, offset)

    def position(self, offset: int) -> tuple[int, int]:
        """The 1-based line and column (in code points) of an offset."""
        line = bisect_right(self._starts, offset)
        return line, offset - self._starts[line - 1] + 1

    def offset(self, line: int, column: int = 1) -> int:
        """The offset of a 1-based line and column; clipped to the source."""
        line = min(max(line, 1), len(self._starts))
        return min(self._starts[line - 1] + max(column, 1) - 1, len(self.source))

    def line_span(self, line: int) -> tuple[int, int]:
        """The range of a 1-based line, without its line end."""
        start = self._starts[line - 1]
        end = self._starts[line] if line < len(self._starts) else len(self.source)
        while end > start and self.source[end - 1] in "\r\n":
            end -= 1
        return start, end

    def line_text(self, line: int) -> str:
        """The text of a 1-based line, without its line end."""
        start, end = self.line_span(line)
        return self.source[start:end]

    def utf8_column(self, offset: int) -> int:
        """The 1-based column in UTF-8 bytes."""
        return utf8_length(self._before(offset)) + 1

    def utf16_column(self, offset: int) -> int:
        """The 1-based column in UTF-16 code units (the Language Server Protocol counts the same from 0)."""
        return utf16_length(self._before(offset)) + 1

    def display_column(self, offset: int) -> int:
        """The 1-based column in terminal cells."""
        return display_width(self._before(offset)) + 1

    def from_utf16(self, line: int, column: int) -> int:
        """The offset of a 1-based line and a 1-based column in UTF-16 code units; inside a pair, of its
        character.
        """
        text = self.line_text(line)
        units = column - 1
        for index, character in enumerate(text):
            units -= 2 if character > "\uffff" else 1
            if units < 0:
                return self._starts[line - 1] + index
        return self._starts[line - 1] + len(text)

    def utf8_offset(self, offset: int) -> int:
        """The offset in UTF-8 bytes from the start of the source."""
        return utf8_length(self.source[:offset])

    def _before(self, offset: int) -> str:
        return self.source[self._starts[self.line(offset) - 1] : offset]


def locate(source: str) -> LineIndex:
    """The line index of a source."""
    return LineIndex(source)


def utf8_length(text: str) -> int:
    """Length in UTF-8 bytes."""
    return len(text) if text.isascii() else len(text.encode("utf-8", "surrogatepass"))


def utf16_length(text: str) -> int:
    """Length in UTF-16 code units."""
    return len(text) if text.isascii() else len(text.encode("utf-16-le", "surrogatepass")) // 2


def display_width(text: str) -> int:
    """Terminal cells that a text takes: wide characters two, combining ones none, a tab to the next multiple
    of 8.
    """
    if text.isascii() and text.isprintable():
        return len(text)
    from unicodedata import category, east_asian_width

    width = 0
    for character in text:
        if character == "\t":
            width += _TAB_STOP - width % _TAB_STOP
        elif east_asian_width(character) in "WF":
            width += 2
        elif category(character) not in ("Mn", "Me", "Cf", "Cc", "Cs"):
            width += 1
    return width


def _starts_after_newlines(source: str) -> list[int]:
    starts, place = [0], source.find("\n")
    while place >= 0:
        starts.append(place + 1)
        place = source.find("\n", place + 1)
    return starts
