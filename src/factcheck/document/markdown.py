"""Markdown to blocks, every character of which knows its place in the source.

The parser (pyromark) gives UTF-8 byte ranges; here they become code points. Text is always taken from the
source and never from the parser, which decodes entities and expands tabs. Offsets count code points of the
decoded source without its byte order mark.
"""

from __future__ import annotations

import re

import pyromark

from factcheck.document.blocks import Block, Comment, Link, Span, Table
from factcheck.document.codepoints import code_points, encodable
from factcheck.document.htmlblock import HtmlBlock
from factcheck.document.inline import Inline
from factcheck.document.links import Definitions
from factcheck.document.tables import TableReader
from factcheck.document.text import EMPTY, Text, TextBuilder

TYPE_CHECKING = False  # typing is slow to import, and this runs on every cold scan
if TYPE_CHECKING:
    from collections.abc import Callable, Iterable
    from typing import Any

_OPTIONS = (
    pyromark.Options.ENABLE_TABLES
    | pyromark.Options.ENABLE_FOOTNOTES
    | pyromark.Options.ENABLE_STRIKETHROUGH
    | pyromark.Options.ENABLE_TASKLISTS
    | pyromark.Options.ENABLE_MATH
    | pyromark.Options.ENABLE_GFM
)
# Front matter is found here and not by the parser, to which any `---` … `---` in mid-article is front matter.
_FRONT_MATTER = r"(?s)(---|\+\+\+)[ \t]*(?:\r\n?|\n)(?=\S)(.*?(?:\r\n?|\n))(?:\1|\.\.\.)[ \t]*(?=\r|\n|\Z)"
_FRONT_MATTER_KEY = r"(?m)^[ \t]*[\"']?[\w.-]+[\"']?[ \t]*[:=]"


def parse_markdown(source: str) -> tuple[tuple[Block, ...], tuple[Comment, ...]]:
    """The blocks and HTML comments of a Markdown source (without byte order mark), in the order of the
    source.
    """
    parser = _Parser(source)
    parser.run()
    return tuple(parser.blocks), tuple(parser.comments)


class _List:
    """A list that is open; ``under`` is the block of the numbered item that its bullets belong to."""

    __slots__ = ("lead_in", "number", "under")

    def __init__(self, number: int | None, lead_in: int | None, under: int | None = None) -> None:
        self.number = number
        self.lead_in = lead_in
        self.under = under


class _Item:
    """A list item that is open; ``block`` is the index of its block once that is known."""

    __slots__ = ("block", "depth", "lead_in", "number", "parent", "start")

    def __init__(
        self, start: int, depth: int, number: int | None, lead_in: int | None, parent: int | None
    ) -> None:
        self.start = start
        self.depth = depth
        self.number = number
        self.lead_in = lead_in
        self.parent = parent
        self.block: int | None = None


class _Parser:
    """Turns parser events into blocks."""

    def __init__(self, source: str) -> None:
        self.source = source
        self.blocks: list[Block] = []
        self.comments: list[Comment] = []
        self._headings: list[tuple[int, int]] = []  # level and block of the headings that are in force
        self._path: tuple[int, ...] = ()  # the blocks of the same
        self._outer_headings: list[list[tuple[int, int]]] = []  # those before each open quote
        self._quoted: list[bool] = []  # of each open quote, whether it quotes or is an alert
        self._lists: list[_List] = []
        self._items: list[_Item] = []
        self._footnote = ""
        self._barrier = 0  # no lead-in is sought among the blocks before this one
        self._inline: Inline | None = None
        self._table: TableReader | None = None
        self._raw: TextBuilder | None = None  # of a code or HTML block
        self._raw_start = 0
        self._language = ""
        base = self._front_matter()
        self._definitions = Definitions(source, base)
        self._base = base
        self._on_start: dict[str, Callable[[Any, int], None]] = {
            "Paragraph": self._start_paragraph,
            "Heading": self._start_heading,
            "List": self._start_list,
            "Item": self._start_item,
            "BlockQuote": self._start_quote,
            "CodeBlock": self._start_code,
            "HtmlBlock": self._start_html,
            "Table": self._start_table,
            "TableCell": self._start_cell,
            "FootnoteDefinition": self._start_footnote,
            "Strong": self._start_strong,
            "Link": self._start_link,
            "Image": self._start_image,
        }
        self._on_end: dict[str, Callable[[int], None]] = {
            "Paragraph": self._end_inline,
            "Heading": self._end_inline,
            "List": self._end_list,
            "Item": self._end_item,
            "CodeBlock": self._end_code,
            "HtmlBlock": self._end_html,
            "Table": self._end_table,
            "TableHead": self._end_row,
            "TableRow": self._end_row,
            "TableCell": self._end_cell,
            "FootnoteDefinition": self._end_footnote,
            "Strong": self._end_strong,
            "BlockQuote": self._end_quote,
            "Link": self._end_link,
            "Image": self._end_image,
        }

    # -- the loop ------------------------------------------------------------------------------------------

    def run(self) -> None:
        """Read the whole source."""
        source = self.source[self._base :] if self._base else self.source
        if source.isascii():
            self._consume(pyromark.events_with_range(source, options=_OPTIONS), self._base.__add__)
        else:
            source, data = encodable(source)
            self._consume(pyromark.events_with_range(source, options=_OPTIONS), code_points(data, self._base))

    def _consume(self, events: Iterable[tuple[Any, Any]], at: Callable[[int], int]) -> None:
        """Send each event to its handler. The hot loop: an event for about every forty bytes of prose."""
        on_start, on_end = self._on_start, self._on_end
        for event, place in events:
            if event.__class__ is not dict:
                self._bare_event(event, at(place["start"]))
                continue
            for key, value in event.items():  # noqa: B007 - the one entry of the dictionary
                pass
            if key == "Text":
                start = at(place["start"])
                if self._raw is not None:
                    self._raw.add(start, at(place["end"]))
                else:
                    (self._inline or self._open_tight(start)).text(value, start, at(place["end"]))
            elif key == "Start":
                name, content = (value, None) if value.__class__ is str else next(iter(value.items()))
                if name in on_start:
                    on_start[name](content, at(place["start"]))
            elif key == "End":
                name = value if value.__class__ is str else next(iter(value))
                if name in on_end:
                    on_end[name](at(place["end"]))
            else:
                self._leaf(key, value, at(place["start"]), at(place["end"]))

    def _bare_event(self, event: str, start: int) -> None:
        if event == "Rule":
            self._flush_tight(start)
            self._barrier = len(self.blocks)
        elif self._inline is not None and event == "SoftBreak":
            self._inline.builder.soft_break(start)
        elif self._inline is not None and event == "HardBreak":
            self._inline.builder.add_mapped("\n", start)

    def _leaf(self, key: str, value: str, start: int, end: int) -> None:
        """An event of its own that is not plain text."""
        if key == "Html":
            if self._raw is not None:
                self._raw.add(start, end)
        elif key == "InlineHtml" and value.startswith("<!--"):
            self.comments.append(Comment(start, end, self.source[start + 4 : end - 3]))
        elif key in ("Code", "InlineMath", "DisplayMath", "InlineHtml"):
            inline = self._inline or self._open_tight(start)
            if key == "Code":
                inline.code(value, start, end)
            elif key == "InlineMath":
                inline.inline_math(value, start, end)
            elif key == "DisplayMath":
                inline.display_math(value, start, end)
            else:
                inline.tag(value, start, end)

    # -- front matter --------------------------------------------------------------------------------------

    def _front_matter(self) -> int:
        """Emit the front matter, if there is any; return where the Markdown begins."""
        if not self.source.startswith(("---", "+++")):
            return 0
        match = re.match(_FRONT_MATTER, self.source)
        if match is None or not re.search(_FRONT_MATTER_KEY, match.group(2)):
            return 0
        language = "yaml" if match.group(1) == "---" else "toml"
        self._emit("front_matter", Text.run(self.source, *match.span(2)), 0, match.end(), language=language)
        self._barrier = 1
        return match.end()

    # -- blocks --------------------------------------------------------------------------------------------

    def _emit(
        self,
        kind: str,
        text: Text,
        start: int,
        end: int,
        *,
        item: _Item | None = None,
        inline: Inline | None = None,
        level: int = 0,
        lead_in: int | None = None,
        language: str = "",
        table: Table | None = None,
    ) -> int:
        """Append a block with its surroundings; return its index. ``item`` is given for the own text of a
        list item.
        """
        ordinal = len(self.blocks)
        parent = item.parent if item is not None else self._items[-1].block if self._items else None
        strong: tuple[Span, ...] = ()
        code_spans: tuple[Span, ...] = ()
        links: tuple[Link, ...] = ()
        if inline is not None:
            strong, code_spans, links = inline.marks(text)
        self.blocks.append(
            Block(
                kind,
                text,
                ordinal,
                start,
                self._without_line_ends(text, start, end),
                item.depth if item is not None else level,
                self._path,
                parent,
                item.lead_in if item is not None else lead_in,
                True in self._quoted,
                strong,
                code_spans,
                links,
                language,
                item.number if item is not None else None,
                self._footnote,
                table,
            )
        )
        return ordinal

    def _without_line_ends(self, text: Text, start: int, end: int) -> int:
        """The end of a block before the line ends and quote marks that part it from the next one."""
        source, floor = self.source, text.offsets[-1] + 1 if text.offsets else start
        while end > floor and source[end - 1] in " \t\r\n>":
            end -= 1
        return end

    def _paragraph_before(self) -> int | None:
        """The paragraph that introduces a list or table that begins here."""
        index = len(self.blocks) - 1
        while index >= self._barrier and self.blocks[index].kind == "caption":
            index -= 1
        if index < self._barrier or self.blocks[index].kind != "paragraph":
            return None
        inside = self._items[-1].block if self._items else None
        return index if self.blocks[index].parent == inside else None

    def _begin_block(self, start: int) -> None:
        """Make sure that the list item that a block begins in has its own block before."""
        self._flush_tight(start)
        if self._items and self._items[-1].block is None:
            self._emit_item(EMPTY, start)

    def _emit_item(self, text: Text, end: int, inline: Inline | None = None) -> None:
        item = self._items[-1]
        item.block = self._emit("list_item", text, item.start, end, item=item, inline=inline)

    def _emit_heading(self, text: Text, end: int, inline: Inline) -> None:
        above = [heading for heading in self._headings if heading[0] < inline.level]
        self._set_headings(above)
        index = self._emit("heading", text, inline.start, end, level=inline.level, inline=inline)
        self._set_headings([*above, (inline.level, index)])

    def _set_headings(self, headings: list[tuple[int, int]]) -> None:
        self._headings = headings
        self._path = tuple(index for _, index in headings)

    def _awaits_text(self) -> bool:
        """True in a list item that has no text yet."""
        return bool(self._items) and self._items[-1].block is None

    def _open_tight(self, start: int) -> Inline:
        """Begin the text of a list item that has no paragraph of its own."""
        kind = "list_item" if self._awaits_text() else "paragraph"
        self._inline = Inline(self.source, kind, start)
        return self._inline

    def _flush_tight(self, end: int) -> None:
        """End the text of a list item that has no paragraph of its own, where another block begins."""
        if self._inline is not None and self._table is None:
            self._end_inline(end)

    def _start_paragraph(self, _: object, start: int) -> None:
        self._flush_tight(start)
        self._open_tight(start)

    def _start_heading(self, content: dict[str, Any], start: int) -> None:
        self._begin_block(start)
        self._inline = Inline(self.source, "heading", start, int(content["level"][1]))

    def _end_inline(self, end: int) -> None:
        """Turn the text collected into a block."""
        inline, self._inline = self._inline, None
        while inline is not None and inline.outer is not None:
            inline = inline.outer
        if inline is None:
            return
        text = inline.builder.build()
        if inline.kind == "list_item":
            self._emit_item(text, end, inline)
        elif inline.kind == "heading":
            self._emit_heading(text, end, inline)
        elif inline.links or not (text.text == "" or text.text.isspace()):
            kind = "math" if inline.is_math() else inline.kind
            self._emit(kind, text, inline.start, end, inline=inline)
        self._emit_captions(inline)

    def _emit_captions(self, inline: Inline) -> None:
        """Emit the captions of the images in a text."""
        waiting = inline.captions[::-1]
        while waiting:
            caption = waiting.pop()
            self._emit("caption", caption.builder.build(), caption.start, caption.end, inline=caption)
            waiting.extend(reversed(caption.captions))

    # -- containers ----------------------------------------------------------------------------------------

    def _start_list(self, number: int | None, start: int) -> None:
        self._begin_block(start)
        under = self._ordinal_before(start) if number is None and not self._lists else None
        self._lists.append(_List(number, None if self._items else self._paragraph_before(), under))

    def _ordinal_before(self, start: int) -> int | None:
        """The numbered item on the line before bullets that have lost their indentation: they are its own."""
        index = len(self.blocks) - 1
        if index < self._barrier or self.blocks[index].kind != "list_item":
            return None
        block = self.blocks[index]
        adjoins = self.source[block.end : start].strip(" \t\r").count("\n") <= 1
        return index if adjoins and block.number is not None and block.parent is None else None

    def _end_list(self, _: int) -> None:
        self._lists.pop()

    def _start_item(self, _: object, start: int) -> None:
        current = self._lists[-1]
        parent = self._items[-1].block if self._items else current.under
        self._items.append(_Item(start, len(self._lists), current.number, current.lead_in, parent))
        if current.number is not None:
            current.number += 1

    def _end_item(self, end: int) -> None:
        self._flush_tight(end)
        self._items.pop()

    def _start_quote(self, alert: str | None, start: int) -> None:
        self._begin_block(start)
        self._quoted.append(alert is None)
        self._outer_headings.append(self._headings.copy())
        self._barrier = len(self.blocks)

    def _end_quote(self, end: int) -> None:
        self._flush_tight(end)
        self._quoted.pop()
        self._set_headings(self._outer_headings.pop())
        self._barrier = len(self.blocks)

    def _start_footnote(self, label: str, start: int) -> None:
        self._begin_block(start)
        self._footnote = label
        self._barrier = len(self.blocks)

    def _end_footnote(self, end: int) -> None:
        self._flush_tight(end)
        self._footnote = ""
        self._barrier = len(self.blocks)

    # -- code and HTML blocks ------------------------------------------------------------------------------

    def _start_code(self, content: Any, start: int) -> None:
        self._begin_block(start)
        self._language = _language(content["Fenced"]) if isinstance(content, dict) else ""
        self._raw, self._raw_start = TextBuilder(self.source), start

    def _end_code(self, end: int) -> None:
        builder, self._raw = self._raw, None
        if builder is not None:
            kind = "mermaid" if self._language == "mermaid" else "code"
            self._emit(kind, builder.build(), self._raw_start, end, language=self._language)

    def _start_html(self, _: object, start: int) -> None:
        self._flush_tight(start)
        self._raw, self._raw_start = TextBuilder(self.source), start

    def _end_html(self, end: int) -> None:
        builder, self._raw = self._raw, None
        if builder is None:
            return
        html = HtmlBlock(self.source, builder.build(), self._raw_start)
        self.comments.extend(html.comments)
        for piece in html.pieces:
            if piece.kind == "paragraph" and self._awaits_text():
                piece.kind = "list_item"
            self._inline = piece
            self._end_inline(piece.end)

    # -- tables --------------------------------------------------------------------------------------------

    def _start_table(self, _: object, start: int) -> None:
        self._begin_block(start)
        self._inline = Inline(self.source, "table", start)
        self._table = TableReader(self.source, self._inline.builder)

    def _start_cell(self, _: object, start: int) -> None:
        if self._table is not None:
            self._table.start_cell(start)

    def _end_cell(self, end: int) -> None:
        if self._table is not None:
            self._table.end_cell(end)

    def _end_row(self, _: int) -> None:
        if self._table is not None:
            self._table.end_row()

    def _end_table(self, end: int) -> None:
        inline, reader = self._inline, self._table
        self._inline = self._table = None
        if inline is None or reader is None:
            return
        lead_in = self._paragraph_before()
        text = inline.builder.build()
        self._emit("table", text, inline.start, end, inline=inline, lead_in=lead_in, table=reader.build(text))
        self._emit_captions(inline)

    # -- inside a block ------------------------------------------------------------------------------------

    def _start_strong(self, _: object, start: int) -> None:
        (self._inline or self._open_tight(start)).open_strong()

    def _end_strong(self, _: int) -> None:
        if self._inline is not None:
            self._inline.close_strong()

    def _start_link(self, target: dict[str, Any], start: int) -> None:
        (self._inline or self._open_tight(start)).open_link(target, start)

    def _end_link(self, end: int) -> None:
        if self._inline is not None:
            self._inline.close_link(end, self._definitions)

    def _start_image(self, target: dict[str, Any], start: int) -> None:
        self._inline = (self._inline or self._open_tight(start)).open_image(target, start)

    def _end_image(self, end: int) -> None:
        if self._inline is not None:
            self._inline = self._inline.close_image(end, self._definitions)


def _language(info: str) -> str:
    """The language of a fence's info string: ``python``, ``{.python .numberLines}``, ``js,runnable``."""
    words = info.replace("{", " ").replace(",", " ").split(None, 1)
    return words[0].strip(".}").lower() if words else ""
