"""What a document is made of: blocks, their links and tables, and comments."""

from __future__ import annotations

from factcheck.document.text import Text
from factcheck.light import dataclass

Span = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Link:
    """An address in a document.

    ``source_span`` is the place of the address itself in the source; ``text_span`` the place of the words
    that carry the link, in the block's text. ``kind`` is ``inline``, ``reference``, ``autolink``, ``email``,
    ``bare``, ``image`` or ``html``.
    """

    url: str
    source_span: Span
    text_span: Span | None = None
    kind: str = "inline"


@dataclass(frozen=True, slots=True)
class Table:
    """The cells of a table, each with its offsets, and where they stand in the text of the block."""

    header: tuple[Text, ...]
    rows: tuple[tuple[Text, ...], ...]
    header_spans: tuple[Span, ...]
    row_spans: tuple[tuple[Span, ...], ...]


@dataclass(frozen=True, slots=True)
class Block:
    """One block of a document: what is read together, with its place and its surroundings.

    ``kind`` is one of ``heading paragraph list_item table caption code mermaid math front_matter``. Every
    index (``ordinal``, ``headings``, ``parent``, ``lead_in``) counts the blocks of the document. Spans in
    ``strong``, ``code_spans`` and ``links[].text_span`` are in the coordinates of ``text``; ``start`` and
    ``end`` are the block's range in the source, markup included (of a list item: its own text only).
    """

    kind: str
    text: Text
    ordinal: int
    start: int
    end: int
    level: int = 0
    """Heading level 1–6; depth of the list, from 1, for list items."""
    headings: tuple[int, ...] = ()
    """The headings that this block stands under, outermost first."""
    parent: int | None = None
    """The list item that this block stands in."""
    lead_in: int | None = None
    """The paragraph right before the list (for items of an outermost list) or before the table."""
    quoted: bool = False
    """True inside a block quote (not inside an alert such as ``> [!NOTE]``)."""
    strong: tuple[Span, ...] = ()
    code_spans: tuple[Span, ...] = ()
    links: tuple[Link, ...] = ()
    language: str = ""
    """First word of a fence's info string, in lower case; ``yaml`` or ``toml`` for front matter."""
    number: int | None = None
    """The number of an item in an ordered list."""
    footnote: str = ""
    """The label of the footnote that this block defines."""
    table: Table | None = None


@dataclass(frozen=True, slots=True)
class Comment:
    """An HTML comment: its range in the source, and what stands between the marks."""

    start: int
    end: int
    text: str
