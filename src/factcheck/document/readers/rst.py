"""reStructuredText: sections, paragraphs, lists, tables, code, links, notes and comments.

What is no running text is left out: tables of contents, inclusions, substitutions, directives that are not
known. Inline marks that Markdown has as well (``*``, ``**``, double back quotes) are copied.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise
from typing import NamedTuple

from factcheck.document.position import display_width
from factcheck.document.projection import Projection, ProjectionBuilder

_CODE = frozenset({"code", "code-block", "sourcecode", "parsed-literal", "doctest", "ipython"})
_NOTES = frozenset(
    {"admonition", "attention", "caution", "compound", "container", "danger", "deprecated", "error", "hint"}
    | {
        "important",
        "note",
        "only",
        "rst-class",
        "rubric",
        "seealso",
        "sidebar",
        "tip",
        "topic",
        "versionadded",
    }
    | {"versionchanged", "warning", "epigraph", "highlights", "pull-quote", "centered", "figure", "table"}
)
_WITHOUT_ARGUMENT = frozenset({"container", "rst-class", "only", "figure", "compound"})
_ADORNMENT = re.compile(r"([!-/:-@\[-`{-~])\1*\s*")
_ITEM = re.compile(r"(?:([-*+•‣⁃])|(?:\d{1,9}|#|[a-zA-Z])([.)])|\((?:\d{1,9}|#|[a-zA-Z])\))(\s+|$)")
_DIRECTIVE = re.compile(r"\.\. ([A-Za-z][\w:+.-]*)::(?:\s+|$)")
_SUBSTITUTION = re.compile(r"\.\. \|[^|]+\| ")
_TARGET = re.compile(r"\.\. _(?:`[^`]+`|[^:]+|_):\s*(https?://\S+)?")
_NOTE = re.compile(r"\.\. \[[^\]\s]+\]\s+")
_OPTION = re.compile(r":[\w-]+:(?:\s|$)")
_FIELD = re.compile(r":([^:\s][^:]*):\s+(\S.*)")
_GRID = re.compile(r"\+(?:[-=]+\+)+\s*")
_SIMPLE = re.compile(r"=+(?: +=+)+\s*")
_INLINE = re.compile(
    r"(?P<code>``.+?``)"
    r"|:[\w:+.-]+:`(?P<role>[^`<]+?)(?:\s*<[^`>]*>)?`"
    r"|`(?P<words>[^`<]+?)\s*<(?P<url>[^`>\s]+)>`__?"
    r"|`(?P<plain>[^`]+)`_{0,2}"
    r"|(?P<note>\[(?:\d+|#[\w-]*|\*|[A-Za-z][\w.-]*)\]_)"
    r"|(?P<reference>(?<![\w_])[A-Za-z][A-Za-z0-9]*(?:[-.:+][A-Za-z0-9]+)*)__?(?![\w_])"
    r"|(?P<strong>\*\*(?=\S)[^*]+?(?<=\S)\*\*)"
    r"|(?P<emphasis>\*(?=\S)[^*]+?(?<=\S)\*)"
    r"|\\(?P<escaped>.)"
)


class _Line(NamedTuple):
    """A line, or the part of it after the indentation of what it stands in."""

    start: int
    end: int
    text: str

    @property
    def blank(self) -> bool:
        return not self.text.strip()

    @property
    def indent(self) -> int:
        return len(self.text) - len(self.text.lstrip())

    def cut(self, width: int) -> _Line:
        """Without so many characters of indentation."""
        width = min(width, self.indent)
        return _Line(self.start + width, self.end, self.text[width:])


def project(source: str, path: str) -> Projection:
    """The document as Markdown. Any text is reStructuredText."""
    writer = _Writer(source)
    writer.blocks(_lines(source), "")
    writer.builder.mark("\n")
    return writer.builder.build()


def _lines(source: str) -> list[_Line]:
    result, place = [], 0
    for match in re.finditer(r"\r\n?|\n|\Z", source):
        result.append(_Line(place, match.start(), source[place : match.start()].replace("\t", " ")))
        place = match.end()
    return result


class _Writer:
    """Writes blocks in order; ``prefix`` is what Markdown's containers put before each of their lines."""

    def __init__(self, source: str) -> None:
        self.builder = ProjectionBuilder(source)
        self._styles: list[str] = []  # of section titles, outermost first
        self._first = ""  # what the first line of a list item begins with

    def blocks(self, lines: Sequence[_Line], prefix: str) -> None:
        """Write the blocks that some lines make up."""
        index = 0
        while index < len(lines):
            if lines[index].blank:
                index += 1
            else:
                index = self._block(lines, index, prefix)

    def _block(self, lines: Sequence[_Line], index: int, prefix: str) -> int:
        """Write the block that begins at a line; returns the index of the line after it."""
        line, following = lines[index], lines[index + 1] if index + 1 < len(lines) else _Line(0, 0, "")
        if line.indent:
            end = _body(lines, index, 1)
            self.blocks(_dedented(lines[index:end]), f"{prefix}> ")
            return end
        title = _title(lines, index)
        if title is not None:
            self._heading(lines[title[0]], title[1], prefix)
            return title[2]
        if line.text.startswith(".. ") or line.text.rstrip() == "..":
            return self._explicit(lines, index, prefix)
        if line.text.startswith("__ "):
            return index + 1
        if _GRID.fullmatch(line.text) or (_SIMPLE.fullmatch(line.text) and not following.blank):
            return self._table(lines, index, prefix)
        item = _ITEM.match(line.text)
        if item is not None and _is_item(item, following):
            return self._item(lines, index, item, prefix)
        if len(line.text.rstrip()) >= 4 and _is_adornment(line) and following.blank:
            self._start(prefix, "---")
            return index + 1
        if _FIELD.match(line.text) is not None:
            return self._field(lines, index, prefix)
        return self._paragraph(lines, index, prefix)

    # -- blocks --------------------------------------------------------------------------------------------

    def _start(self, prefix: str, mark: str = "") -> None:
        if len(self.builder):
            self.builder.mark("\n\n")
        first, self._first = self._first, ""
        self.builder.mark((prefix[: len(prefix) - len(first)] + first if first else prefix) + mark)
        self.builder.barrier()

    def _heading(self, line: _Line, style: str, prefix: str) -> None:
        if style not in self._styles:
            self._styles.append(style)
        level = min(self._styles.index(style) + 1, 6)
        self._start(prefix, "#" * level + " ")
        self._inline(line.start + line.indent, line.start + len(line.text.rstrip()))

    def _paragraph(self, lines: Sequence[_Line], index: int, prefix: str) -> int:
        end = index
        while end < len(lines) and not lines[end].blank and (end == index or not lines[end].indent):
            end += 1
        if end < len(lines) and lines[end].indent and not lines[end].blank and end == index + 1:
            return self._definition(lines, index, end, prefix)
        last = lines[end - 1].text.rstrip()
        literal = last.endswith("::")
        if literal and last == "::" and end == index + 1:
            return self._literal(lines, end, prefix)
        self._start(prefix)
        for place in range(index, end):
            line = lines[place]
            start, stop = line.start, line.start + len(line.text.rstrip())
            if place > index:
                is_line = line.text.startswith("| ")
                self.builder.mark(f"  \n{prefix}" if is_line else "")
                if not is_line:
                    self.builder.put("\n", line.start - 1, line.start)
                    self.builder.mark(prefix)
            if line.text.startswith("| "):
                start += 2
            if literal and place == end - 1:
                stop -= 1 if last[-3:-2].strip() else 2  # one colon of "：::" or "text::" stays
            self._inline(start, stop)
        return self._literal(lines, end, prefix) if literal else end

    def _definition(self, lines: Sequence[_Line], index: int, end: int, prefix: str) -> int:
        """A term, and what is said of it below."""
        self._start(prefix)
        self._inline(lines[index].start, lines[index].start + len(lines[index].text.rstrip()))
        stop = _body(lines, end, 1)
        self.blocks(_dedented(lines[end:stop]), prefix)
        return stop

    def _literal(self, lines: Sequence[_Line], index: int, prefix: str) -> int:
        end = _body(lines, index, 1)
        self._code(_dedented(lines[index:end]), "", prefix)
        return end

    def _code(self, lines: Sequence[_Line], language: str, prefix: str) -> None:
        lines = _trimmed(lines)
        if not lines:
            return
        ticks = max((len(run) for line in lines for run in re.findall("`+", line.text)), default=0)
        fence = "`" * max(3, ticks + 1)
        self._start(prefix, f"{fence}{language}\n")
        for line in lines:
            self.builder.mark(prefix)
            self.builder.take(line.start, line.end)
            self.builder.mark("\n")
        self.builder.mark(f"{prefix}{fence}")

    def _item(self, lines: Sequence[_Line], index: int, item: re.Match[str], prefix: str) -> int:
        width = item.end() if item[3] else item.end() + 1
        end = _body(lines, index + 1, width)
        line = lines[index]
        own = [_Line(line.start + width, line.end, line.text[width:])]
        own += [each.cut(width) for each in lines[index + 1 : end]]
        mark = "- " if item[1] else "1. "
        self._first += mark
        inner = prefix + " " * len(mark)
        if all(each.blank for each in own):
            self._start(inner)
        else:
            self.blocks(own, inner)
        return end

    def _field(self, lines: Sequence[_Line], index: int, prefix: str) -> int:
        match = _FIELD.match(lines[index].text)
        end = _body(lines, index + 1, 1)
        if match is not None:
            start = lines[index].start
            self._start(prefix)
            self.builder.take_prose(start + match.start(1), start + match.end(1))
            self.builder.put(":", start + match.end(1), start + match.end(1) + 1)
            self.builder.mark(" ")
            self._inline(start + match.start(2), start + len(lines[index].text.rstrip()))
        self.blocks(_dedented(lines[index + 1 : end]), prefix)
        return end

    # -- explicit markup -----------------------------------------------------------------------------------

    def _explicit(self, lines: Sequence[_Line], index: int, prefix: str) -> int:
        """A directive, target, note or comment."""
        line, end = lines[index], _body(lines, index + 1, 1)
        body = _dedented(lines[index + 1 : end])
        directive, target, note = (form.match(line.text) for form in (_DIRECTIVE, _TARGET, _NOTE))
        if directive is not None:
            self._directive(directive, line, body, prefix)
        elif target is not None:
            if target[1]:
                self._start(prefix)
                self.builder.mark("<")
                self.builder.take(line.start + target.start(1), line.start + target.end(1))
                self.builder.mark(">")
        elif note is not None:
            self.blocks([_after(line, note.end()), *body], prefix)
        elif line.text.startswith(".. factcheck:") and _SUBSTITUTION.match(line.text) is None:
            self._start(prefix)
            self.builder.put("<", line.start, line.start + 2)
            self.builder.mark("!--")
            self.builder.take(line.start + 2, line.start + len(line.text.rstrip()))
            self.builder.mark(" -->")
        return end

    def _directive(self, match: re.Match[str], line: _Line, body: list[_Line], prefix: str) -> None:
        name, argument = match[1].lower(), line.text[match.end() :].strip()
        content = _without_options(body)
        if name in _CODE:
            self._code(content, argument if re.fullmatch(r"[\w+#-]{1,20}", argument) else "", prefix)
        elif name == "list-table":
            self._list_table(content, prefix)
        elif name in _NOTES:
            if argument and name not in _WITHOUT_ARGUMENT:
                content = [_after(line, match.end()), *body]
                content = [content[0], *_without_options(content[1:])]
            self.blocks(content, prefix)

    # -- tables --------------------------------------------------------------------------------------------

    def _table(self, lines: Sequence[_Line], index: int, prefix: str) -> int:
        is_grid = lines[index].text.startswith("+")
        end = index
        if is_grid:
            while end < len(lines) and lines[end].text[:1] in ("+", "|"):
                end += 1
            rows = _grid_rows(lines[index:end])
        else:
            rules = 0
            while end < len(lines) and rules < 3:
                rules += _SIMPLE.fullmatch(lines[end].text) is not None
                end += 1
                if rules == 2 and (end == len(lines) or lines[end].blank):
                    break
            rows = _simple_rows(lines[index:end])
        self._rows(rows, prefix)
        return end

    def _list_table(self, lines: Sequence[_Line], prefix: str) -> None:
        rows: list[list[list[_Line]]] = []
        for line in lines:
            text = line.text
            if text.startswith("* "):
                rows.append([])
                text = "  " + text[2:]
            if not rows:
                continue
            match = re.match(r"  +-\s?", text) if line.indent < 4 or text is not line.text else None
            if match is not None:
                rows[-1].append([])
                line = _after(line, match.end())
            if rows[-1] and not line.blank:
                rows[-1][-1].append(line.cut(line.indent))
        self._rows(rows, prefix)

    def _rows(self, rows: Sequence[Sequence[Sequence[_Line]]], prefix: str) -> None:
        """A table, if all its rows are of one width; else its cells one by one, as some span others."""
        widths = {len(row) for row in rows}
        if len(widths) != 1:
            for cell in (cell for row in rows for cell in row):
                self.blocks(cell, prefix)
            return
        for number, row in enumerate(rows):
            if number == 0:
                self._start(prefix, "|")
            else:
                self.builder.mark(f"\n{prefix}|")
            for cell in row:
                self.builder.mark(" ")
                for place, line in enumerate(each for each in cell if not each.blank):
                    if place:
                        self.builder.mark(" ")
                    self._inline(line.start + line.indent, line.start + len(line.text.rstrip()))
                self.builder.barrier()
                self.builder.mark(" |")
            if number == 0:
                self.builder.mark(f"\n{prefix}|" + "---|" * len(row))

    # -- inline --------------------------------------------------------------------------------------------

    def _inline(self, start: int, end: int) -> None:
        """Write text on one line, its marks turned into Markdown's."""
        builder, place = self.builder, start
        for match in _INLINE.finditer(builder.source, start, end):
            builder.take_prose(place, match.start())
            place = match.end()
            builder.barrier()
            kind = match.lastgroup or ""
            if match["url"] is not None:
                builder.mark("[")
                builder.take_prose(*match.span("words"))
                builder.mark("](")
                builder.take(*match.span("url"))
                builder.mark(")")
            elif kind in ("role", "plain", "reference"):
                builder.take_prose(*match.span(kind))
            elif kind in ("code", "strong", "emphasis"):
                builder.take(*match.span())
            elif kind == "escaped" and not match["escaped"].isspace():
                builder.prose(match["escaped"], *match.span())
            builder.barrier()
        builder.take_prose(place, end)


def _title(lines: Sequence[_Line], index: int) -> tuple[int, str, int] | None:
    """A section title that begins here: the index of its text, its style, the index after it."""
    line = lines[index]
    under = lines[index + 1] if index + 1 < len(lines) else None
    if under is None or under.blank:
        return None
    if _is_adornment(line):
        below = lines[index + 2] if index + 2 < len(lines) else None
        if below is not None and below.text.rstrip() == line.text.rstrip() and not _is_adornment(under):
            return index + 1, f"{line.text[0]} {line.text[0]}", index + 3
        return None
    if _is_adornment(under) and len(under.text.rstrip()) >= min(4, display_width(line.text.rstrip())):
        return index, under.text[0], index + 2
    return None


def _is_adornment(line: _Line) -> bool:
    text = line.text.rstrip()
    return len(text) > 1 and text != "::" and _ADORNMENT.fullmatch(text) is not None


def _is_item(item: re.Match[str], following: _Line) -> bool:
    """Whether a line begins an item: the next one is indented, empty, or another item."""
    return (
        following.blank or following.indent >= min(item.end(), 2) or _ITEM.match(following.text) is not None
    )


def _body(lines: Sequence[_Line], index: int, width: int) -> int:
    """The index after the lines from ``index`` that are empty or indented so far."""
    end = last = index
    while end < len(lines) and (lines[end].blank or lines[end].indent >= width):
        end += 1
        if not lines[end - 1].blank:
            last = end
    return last


def _dedented(lines: Sequence[_Line]) -> list[_Line]:
    width = min((line.indent for line in lines if not line.blank), default=0)
    return [line.cut(width) for line in lines]


def _trimmed(lines: Sequence[_Line]) -> Sequence[_Line]:
    """Without the empty lines before and after."""
    first, last = 0, len(lines)
    while first < last and lines[first].blank:
        first += 1
    while last > first and lines[last - 1].blank:
        last -= 1
    return lines[first:last]


def _without_options(body: list[_Line]) -> list[_Line]:
    index = 0
    while index < len(body) and _OPTION.match(body[index].text) is not None:
        index += 1
    return _dedented(body[index:])


def _after(line: _Line, width: int) -> _Line:
    return _Line(line.start + width, line.end, line.text[width:])


def _grid_rows(lines: Sequence[_Line]) -> list[list[list[_Line]]]:
    """The cells of a grid table, each with its lines."""
    rows: list[list[list[_Line]]] = []
    fresh = True
    for line in lines:
        text = line.text.rstrip()
        if text.startswith("+"):
            fresh = True
            continue
        bars = [place for place, character in enumerate(text) if character == "|"]
        cells = [
            _Line(line.start + first + 1, line.start + last, text[first + 1 : last])
            for first, last in pairwise(bars)
        ]
        if fresh or len(cells) != len(rows[-1]):
            rows.append([[cell] for cell in cells])
        else:
            for known, cell in zip(rows[-1], cells, strict=True):
                known.append(cell)
        fresh = False
    return rows


def _simple_rows(lines: Sequence[_Line]) -> list[list[list[_Line]]]:
    """The cells of a simple table, whose columns are as wide on the screen as the rules above them."""
    starts = [match.start() for match in re.finditer("=+", lines[0].text)]
    rows: list[list[list[_Line]]] = []
    for line in lines:
        if line.blank or _SIMPLE.fullmatch(line.text) or set(line.text.strip()) <= {"-", " "}:
            continue
        cells = [_column(line, first, last) for first, last in zip(starts, [*starts[1:], 10**6], strict=True)]
        if cells[0].blank and rows:  # the row above goes on
            for known, cell in zip(rows[-1], cells, strict=True):
                known.append(cell)
        else:
            rows.append([[cell] for cell in cells])
    return rows


def _column(line: _Line, first: int, last: int) -> _Line:
    """What stands between two columns of the screen."""
    start = end = width = 0
    for index, character in enumerate(line.text):
        if width < first:
            start = index + 1
        if width < last:
            end = index + 1
        width += display_width(character)
    start = min(start, end)
    return _Line(line.start + start, line.start + end, line.text[start:end])
