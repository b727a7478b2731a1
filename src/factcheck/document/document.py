"""A source file as the rest of the program reads it."""

from __future__ import annotations

import os

from factcheck.document.blocks import Block, Comment, Span
from factcheck.document.dates import article_date
from factcheck.document.encoding import read_text
from factcheck.document.markdown import parse_markdown
from factcheck.document.position import LineIndex, locate
from factcheck.document.readers import projected
from factcheck.knowledge.values import DateInterval
from factcheck.light import dataclass

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable

    from factcheck.document.projection import Projection

__all__ = ["Document", "LineIndex", "locate", "parse_document", "read_document"]


@dataclass(frozen=True, slots=True)
class Document:
    """One source file: its text, its blocks, its comments, its date.

    Offsets everywhere count code points of ``source``, which is the decoded file without byte order mark; its
    line ends are as in the file. ``encoding`` is what the file was decoded from and is to be written in
    (``utf-8-sig`` where it has a byte order mark). ``date`` is when the article was written, by its own
    account; ``date_span`` is where it says so.

    Of a file that is not Markdown, ``source`` is what it was read as, and ``projection`` tells where that stands
    in the file.
    """

    path: str
    source: str
    blocks: tuple[Block, ...]
    comments: tuple[Comment, ...] = ()
    date: DateInterval | None = None
    date_span: Span | None = None
    encoding: str = "utf-8"
    projection: Projection | None = None

    def line_finder(self) -> Callable[[int], int]:
        """A function from offsets to the 1-based lines of the file that they stand in."""
        projection = self.projection
        if projection is None:
            return LineIndex(self.source).line
        return lambda offset: projection.lines.line(projection.span(offset, offset)[0])


def parse_document(source: str, path: str = "<text>", encoding: str = "utf-8") -> Document:
    """Read a source in the format that its path tells, else in Markdown; a byte order mark is dropped.

    Raises FactcheckError for a source that is not in its format.
    """
    if source.startswith("\ufeff"):
        source, encoding = source[1:], "utf-8-sig" if encoding == "utf-8" else encoding
    projection = projected(source, path)
    if projection is not None:
        source = projection.text
    blocks, comments = parse_markdown(source)
    date, date_span = article_date(blocks) or (None, None)
    return Document(path, source, blocks, comments, date, date_span, encoding, projection)


def read_document(path: str | os.PathLike[str]) -> Document:
    """Read a file. Raises FactcheckError if it cannot be read or decoded."""
    name = os.fspath(path)
    source, encoding = read_text(name)
    return parse_document(source, name, encoding)
