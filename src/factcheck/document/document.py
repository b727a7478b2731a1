"""A source file as the rest of the program reads it."""

from __future__ import annotations

from dataclasses import dataclass

from factcheck.document.blocks import Block, Comment, Span
from factcheck.document.markdown import parse_markdown
from factcheck.document.position import LineIndex, locate
from factcheck.knowledge.values import DateInterval

__all__ = ["Document", "LineIndex", "locate", "parse_document", "read_document"]


@dataclass(frozen=True, slots=True)
class Document:
    """One source file: its text, its blocks, its date, its comments.

    Offsets everywhere count code points of ``source``, which is the decoded file without byte order mark; its line
    ends are as in the file.
    """

    path: str
    source: str
    blocks: tuple[Block, ...]
    comments: tuple[Comment, ...] = ()
    date: DateInterval | None = None
    date_span: Span | None = None
    encoding: str = "utf-8"


def parse_document(source: str, path: str = "<text>", encoding: str = "utf-8") -> Document:
    """Read a Markdown source; a byte order mark is dropped."""
    source = source.removeprefix("\ufeff")
    blocks, comments = parse_markdown(source)
    return Document(path, source, blocks, comments, encoding=encoding)


def read_document(path: str) -> Document:
    """Read a file. Raises FactcheckError if it cannot be read or decoded."""
    from factcheck.document.encoding import read_text

    source, encoding = read_text(path)
    return parse_document(source, path, encoding)
