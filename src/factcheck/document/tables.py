"""Tables in the making."""

from __future__ import annotations

from factcheck.document.blocks import Span, Table
from factcheck.document.text import Text, TextBuilder


class TableReader:
    """Collects the cells of a table as ranges of the text that its block is given.

    In that text cells are parted by tabs and rows by line ends, both mapped to the source behind the cell.
    """

    __slots__ = (
        "_begin",
        "_builder",
        "_cells",
        "_is_missing",
        "_rows",
        "_separator",
        "_separator_place",
        "_source",
    )

    def __init__(self, source: str, builder: TextBuilder) -> None:
        self._source = source
        self._builder = builder
        self._rows: list[list[Span]] = []
        self._cells: list[Span] = []
        self._begin = 0
        self._is_missing = False
        self._separator = ""
        self._separator_place = 0

    def start_cell(self, start: int) -> None:
        """A cell begins; in a row that is too short also one that is not there, behind the row's end."""
        behind_row = start >= len(self._source) or self._source[start - 1] in "\r\n"
        self._is_missing = behind_row and bool(self._cells)
        if self._separator and not self._is_missing:
            self._builder.add_mapped(self._separator, self._separator_place)
        self._begin = self._builder.length

    def end_cell(self, end: int) -> None:
        """The cell ends, at a bar or at the end of its line."""
        self._cells.append((self._begin, self._builder.length))
        if not self._is_missing:
            self._separator, self._separator_place = "\t", end

    def end_row(self) -> None:
        """The row, or the header, ends."""
        self._rows.append(self._cells)
        self._cells = []
        self._separator = self._separator and "\n"

    def build(self, text: Text) -> Table:
        """The table, given the text that was built from its cells."""
        spans = [tuple(trim(span, text.text) for span in row) for row in self._rows] or [()]
        rows = [tuple(text.slice(*span) for span in row) for row in spans]
        return Table(rows[0], tuple(rows[1:]), spans[0], tuple(spans[1:]))


def trim(span: Span, text: str) -> Span:
    """A range of a text without the white space at its ends."""
    start, end = span
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    return start, end
