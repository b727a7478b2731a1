"""HTML pages: headings, paragraphs, lists, tables, code, links and comments; not scripts and styles."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from html import escape, unescape
from html.parser import HTMLParser

from factcheck.document.html import INLINE_TAGS
from factcheck.document.projection import Projection, ProjectionBuilder

_SKIPPED = frozenset(
    {"script", "style", "template", "noscript", "svg", "math", "textarea", "select", "title"}
)
_RAW = frozenset({"a", "b", "strong", "sup", "br", "img"})  # what the Markdown reader understands as HTML
_INLINE = INLINE_TAGS - _RAW - {"code"}
_HEADINGS = {f"h{level}": "#" * level + " " for level in range(1, 7)}
_DATES = frozenset(
    {"article:published_time", "article:modified_time", "date", "pubdate", "lastmod", "last-modified"}
    | {"datepublished", "datemodified", "og:updated_time"}
)
_TABLE_END = re.compile(r"(?i)</table\b")
_ODD_TABLE = re.compile(r"(?i)<table\b|\b(?:row|col)span\s*=\s*[\"']?0*(?:[2-9]|1\d)")
_WORDS = re.compile(r"\s+|\S+")
_LANGUAGE = re.compile(r"\blang(?:uage)?-([\w+#-]{1,20})")


def project(source: str, path: str) -> Projection:
    """The page as Markdown. Any text is a page; a reader of HTML refuses nothing."""
    page = _Page(source)
    page.feed(source)
    page.close()
    page.finish()
    return page.builder.build(lambda text: escape(text, quote=False))


@dataclass(slots=True)
class _Container:
    """A list item or quote that is open: what its first line and what its other lines begin with."""

    tag: str
    first: str
    rest: str


@dataclass(slots=True)
class _Table:
    """A table that is open; a ``flat`` one has cells that span others, and is read cell by cell."""

    flat: bool
    columns: int = 0
    rows: int = 0
    in_cell: bool = False
    comments: list[tuple[int, int]] = field(default_factory=list)


class _Page(HTMLParser):
    """Writes Markdown as the tags come."""

    def __init__(self, source: str) -> None:
        super().__init__(convert_charrefs=False)
        self.builder = ProjectionBuilder(source)
        self._source = source
        self._line_starts = [0, *(match.end() for match in re.finditer("\n", source))]
        self._skipping: list[str] = []
        self._containers: list[_Container] = []
        self._lists: list[str] = []
        self._tables: list[_Table] = []
        self._is_open = False  # something is written in this block, so that white space counts
        self._has_words = False
        self._gap = ""  # white space that waits for a word
        self._gap_place = 0
        self._heading = ""
        self._code: list[tuple[str, int, int]] | None = None  # the characters of a <pre>
        self._language = ""
        self._quoted_code = 0
        self._dates: list[tuple[str, int, int]] = []

    # -- what the parser says ------------------------------------------------------------------------------

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        text, start = self.get_starttag_text() or "", self._place()
        if tag == "meta":
            self._meta(text, start, dict(attrs))
        if self._skipping or (tag in _SKIPPED and not text.endswith("/>")):
            if tag in _SKIPPED and not text.endswith("/>"):
                self._skipping.append(tag)
            return
        if self._code is not None:
            self._language = self._language or _language_of(dict(attrs))
        elif tag in _RAW:
            self._raw(text, start)
        elif tag == "code":
            self._mark_inline("`")
            self._quoted_code += 1
        elif tag in _INLINE:
            self.builder.barrier()
        else:
            self._open_block(tag, text, start, dict(attrs))

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.handle_starttag(tag, attrs)

    def handle_endtag(self, tag: str) -> None:
        if self._skipping:
            if tag in self._skipping:
                del self._skipping[self._skipping.index(tag) :]
            return
        start = self._place()
        if tag == "pre" and self._code is not None:
            self._end_code()
        elif self._code is not None:
            return
        elif tag in _RAW:
            self._raw(self._source[start : self._source.find(">", start) + 1], start)
        elif tag == "code":
            if self._quoted_code:
                self._quoted_code -= 1
                self.builder.mark("`")
        elif tag in _INLINE:
            self.builder.barrier()
        else:
            self._close_block(tag)

    def handle_data(self, data: str) -> None:
        start = self._place()
        if not self._skipping:
            self._words(start, start + len(data))

    def handle_entityref(self, name: str) -> None:
        self._reference(f"&{name}")

    def handle_charref(self, name: str) -> None:
        self._reference(f"&#{name}")

    def handle_comment(self, data: str) -> None:
        start = self._place()
        end = start + len(f"<!--{data}-->")
        if self._skipping or self._code is not None or "factcheck" not in data:
            return
        if not self._source.startswith("-->", end - 3):  # ended otherwise than suppressions are
            return
        if self._tables and not self._tables[-1].flat and not self._tables[-1].in_cell:
            self._tables[-1].comments.append((start, end))  # between cells it would break the table
            return
        if self._is_open or self._tables:
            self._begin_word()
            self.builder.take(start, end)
        else:
            self._start_block("")
            self.builder.take(start, end)
            self._end_block()

    # -- words ---------------------------------------------------------------------------------------------

    def _reference(self, text: str) -> None:
        start = self._place()
        end = start + len(text)
        end += self._source.startswith(";", end)
        character = unescape(self._source[start:end])
        if self._skipping:
            return
        if len(character) != 1:  # "&T" of AT&T
            self._words(start, end)
            return
        if self._code is not None:
            self._code.append((character, start, end))
        elif character.isspace():
            self._white(" ", start, end)
        else:
            self._begin_word()
            self._has_words = True
            if self._quoted_code:
                self.builder.put("'" if character == "`" else character, start, end)
            else:
                self.builder.prose(character, start, end)

    def _words(self, start: int, end: int) -> None:
        """Write text, white space collapsed."""
        if self._code is not None:
            self._code += [(self._source[place], place, place + 1) for place in range(start, end)]
            return
        for match in _WORDS.finditer(self._source, start, end):
            if match[0].isspace():
                self._white("\n" if "\n" in match[0] else " ", *match.span())
            else:
                self._begin_word()
                self._word(*match.span())

    def _word(self, start: int, end: int) -> None:
        self._has_words = True
        if self._quoted_code:
            if "`" not in self._source[start:end]:
                self.builder.take(start, end)
            else:
                self.builder.put("'", start, end)
        else:
            self.builder.take_prose(start, end)

    def _white(self, text: str, start: int, end: int = -1) -> None:
        """Note white space. A line end stays one, as Chinese lines are joined without a space."""
        if not self._gap or text == "\n":
            self._gap = text
        self._gap_place = start if end < 0 else end - 1

    def _begin_word(self) -> None:
        """Begin a block if none is open; write the white space before a word."""
        if not self._is_open:
            self._start_block(self._heading)
        elif self._gap:
            # A tag alone on the first line of a block would make all of it HTML.
            on_one_line = self._heading or self._in_cell() or not self._has_words
            place = max(self._gap_place, self.builder.at)  # a tag may have been copied since
            self.builder.put(" " if on_one_line else self._gap, place, max(self._gap_place + 1, place))
        self._gap = ""

    def _mark_inline(self, mark: str) -> None:
        self._begin_word()
        self.builder.mark(mark)

    def _raw(self, tag: str, start: int) -> None:
        """Keep a tag that the Markdown reader understands."""
        breaks = "\n" in tag or "\r" in tag or (self._in_cell() and "|" in tag)
        if breaks or not tag.endswith(">") or (not self._is_open and tag.startswith(("</", "<br"))):
            self.builder.barrier()
            return
        if not tag.startswith("</"):
            self._begin_word()
        self.builder.take(start, start + len(tag))
        self.builder.barrier()

    # -- blocks --------------------------------------------------------------------------------------------

    def _in_cell(self) -> bool:
        return bool(self._tables) and self._tables[-1].in_cell and not self._tables[-1].flat

    def _open_block(self, tag: str, text: str, start: int, attrs: dict[str, str | None]) -> None:
        self.builder.barrier()
        if self._in_cell() and tag not in ("td", "th", "tr", "table", "tbody", "thead", "tfoot"):
            self._white(" ", start)
            return
        if tag in ("td", "th", "tr"):
            self._open_cell(tag)
            return
        self._end_block()
        if tag in _HEADINGS:
            self._heading = _HEADINGS[tag]
        elif tag == "pre":
            self._code, self._language = [], _language_of(attrs)
        elif tag in ("ul", "ol"):
            self._lists.append(tag)
        elif tag == "li":
            self._close_item()
            ordered = bool(self._lists) and self._lists[-1] == "ol"
            self._containers.append(_Container("li", "1. " if ordered else "- ", "   " if ordered else "  "))
        elif tag == "blockquote":
            self._containers.append(_Container(tag, "> ", "> "))
        elif tag == "hr":
            self.builder.mark("\n\n---\n\n")
        elif tag == "table":
            close = _TABLE_END.search(self._source, start)
            end = close.start() if close is not None else len(self._source)
            odd = _ODD_TABLE.search(self._source, start + 1, end)
            flat = bool(self._tables) or odd is not None
            self._tables.append(_Table(flat))

    def _close_block(self, tag: str) -> None:
        self.builder.barrier()
        if tag == "table" and self._tables:
            self._end_row()
            self._tables.pop()
            self._end_block()
            self.builder.mark("\n\n")
        elif tag in ("td", "th", "tr"):
            self._close_cell(tag)
        elif self._in_cell():
            self._white(" ", self._place())
        else:
            self._end_block()
            if tag in ("ul", "ol") and tag in self._lists:
                self._close_item()
                del self._lists[len(self._lists) - 1 - self._lists[::-1].index(tag) :]
            elif tag in ("li", "blockquote"):
                self._close_container(tag)

    def _start_block(self, prefix: str) -> None:
        """A blank line, the marks of the lists and quotes that the block stands in, and its own mark."""
        if not len(self.builder):
            self._front_matter()
        self.builder.mark("\n\n" if len(self.builder) else "")
        for container in self._containers:
            self.builder.mark(container.first)
            container.first = container.rest
        self.builder.mark(prefix)
        self._is_open, self._has_words, self._gap = True, False, ""

    def _end_block(self) -> None:
        if self._quoted_code and self._is_open:
            self.builder.mark("`" * self._quoted_code)
        self._quoted_code = 0
        self._is_open, self._gap, self._heading = False, "", ""

    def _close_item(self) -> None:
        """Close the item of the innermost list, if one is open: ``</li>`` may be left out."""
        if sum(container.tag == "li" for container in self._containers) >= len(self._lists):
            self._close_container("li")

    def _close_container(self, tag: str) -> None:
        """Close the innermost container of a kind, and what is open inside it."""
        for index in range(len(self._containers) - 1, -1, -1):
            if self._containers[index].tag == tag:
                del self._containers[index:]
                return

    def _end_code(self) -> None:
        characters, self._code = self._code or [], None
        while characters and characters[0][0] in "\r\n":
            characters.pop(0)
        if not characters:
            return
        ticks = max(
            (len(run) for run in re.findall("`+", "".join(each[0] for each in characters))), default=0
        )
        fence = "`" * max(3, ticks + 1)
        self._start_block(f"{fence}{self._language}\n")
        rest = "".join(container.rest for container in self._containers)
        self.builder.mark(rest)
        for character, start, end in characters:
            self.builder.put(character, start, end)
            if character == "\n":
                self.builder.mark(rest)
        self.builder.mark(f"\n{rest}{fence}")
        self._end_block()
        self._language = ""

    # -- tables --------------------------------------------------------------------------------------------

    def _open_cell(self, tag: str) -> None:
        if not self._tables or self._tables[-1].flat:
            self._end_block()
            return
        table = self._tables[-1]
        if tag == "tr":
            self._end_row()
            return
        self._close_cell("td")
        if not table.columns:
            rest = "".join(container.rest for container in self._containers)
            self.builder.mark(f"\n{rest}|" if table.rows else f"\n\n{rest}|")
        table.columns += 1
        table.in_cell = True
        self.builder.mark(" ")
        self._is_open, self._has_words, self._gap = True, False, ""
        for start, end in table.comments:
            self.builder.take(start, end)
        table.comments.clear()

    def _close_cell(self, tag: str) -> None:
        if not self._tables or self._tables[-1].flat:
            self._end_block()
            return
        if self._tables[-1].in_cell:
            self._end_block()
            self._tables[-1].in_cell = False
            self.builder.mark(" |")
        if tag == "tr":
            self._end_row()

    def _end_row(self) -> None:
        table = self._tables[-1]
        if table.flat:
            return
        self._close_cell("td")
        if table.columns:
            table.rows += 1
            if table.rows == 1:
                rest = "".join(container.rest for container in self._containers)
                self.builder.mark(f"\n{rest}|" + "---|" * table.columns)
            table.columns = 0

    # -- the head ------------------------------------------------------------------------------------------

    def _meta(self, tag: str, start: int, attrs: dict[str, str | None]) -> None:
        name = (attrs.get("property") or attrs.get("name") or attrs.get("itemprop") or "").lower()
        match = re.search(r"(?i)\bcontent\s*=\s*[\"']?(\d{4}-\d{2}-\d{2})", tag)
        if name in _DATES and match is not None and not len(self.builder):
            key = "lastmod" if "modif" in name or "lastmod" in name or "updated" in name else "date"
            self._dates.append((key, start + match.start(1), start + match.end(1)))

    def _front_matter(self) -> None:
        """The dates of the head, as Markdown has them."""
        if not self._dates:
            return
        self.builder.mark("---\n")
        for key, start, end in self._dates:
            self.builder.mark(f"{key}: ")
            self.builder.take(start, end)
            self.builder.mark("\n")
        self.builder.mark("---\n")
        self._dates.clear()

    def finish(self) -> None:
        """End what the page leaves open."""
        if self._code is not None:
            self._end_code()
        if self._tables:
            self._end_row()
        self._end_block()
        self.builder.mark("\n")

    def _place(self) -> int:
        line, column = self.getpos()
        return self._line_starts[line - 1] + column


def _language_of(attrs: dict[str, str | None]) -> str:
    match = _LANGUAGE.search(attrs.get("class") or "")
    return match[1] if match is not None else ""
