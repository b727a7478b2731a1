"""The text of one block in the making, and what is marked up in it."""

from __future__ import annotations

import re

from factcheck.document.blocks import Link, Span
from factcheck.document.html import attributes, tag_name
from factcheck.document.links import Definitions, bare_links, inline_destination, may_hold_url
from factcheck.document.tables import trim
from factcheck.document.text import Text, TextBuilder, is_cjk

TYPE_CHECKING = False  # typing is slow to import, and this runs on every cold scan
if TYPE_CHECKING:
    from typing import Any

_LONGEST_DELIMITER = 8  # bounds that keep malicious input from costing quadratic time
_DEEPEST_MARKS = 50
_UNRESOLVED_NOTE = r"\[\^[^\]\s]{1,40}\]"


class Inline:
    """Collects the readable text of one block, its bold text, code, links and images."""

    __slots__ = (
        "_code",
        "_image_end",
        "_maths",
        "_mispaired",
        "_open",
        "_skipped",
        "_source",
        "_stars",
        "_strong",
        "_target",
        "builder",
        "captions",
        "end",
        "kind",
        "level",
        "links",
        "outer",
        "start",
    )

    def __init__(self, source: str, kind: str, start: int, level: int = 0) -> None:
        self._source = source
        self._strong: list[Span] = []
        self._code: list[Span] = []
        self._stars: list[Span] = []  # stray delimiters: place in the text, place in the source
        self._open: list[tuple[str, int, Any]] = []  # what is open: name, place in the text, more about it
        self._skipped = 0  # the source before this place has been dealt with
        self._mispaired = False  # bold within bold: delimiters of two bold parts were taken for each other
        self._image_end = 0
        self._maths = 0
        self._target: dict[str, Any] = {}  # of a caption: the image
        self.builder = TextBuilder(source)
        self.links: list[Link] = []
        self.captions: list[Inline] = []
        self.outer: Inline | None = None  # of a caption: the text that the image stands in
        self.kind = kind
        self.level = level
        self.start = start
        self.end = start

    # -- text ----------------------------------------------------------------------------------------------

    def text(self, value: str, start: int, end: int) -> None:
        """Plain text, which the parser read as ``value``."""
        if end - start != len(value):
            self._entity(value, start, end)
        elif end - start == 1 and value in "*[":
            self._delimiter(value, start)
        elif start >= self._skipped:
            self.builder.add(start, end)

    def _entity(self, value: str, start: int, end: int) -> None:
        """A character reference: white space is read as a space, ``&amp;`` as ``&``; the rest stays as
        written.
        """
        if value == "&":
            self.builder.add(start, start + 1)
        elif value.isspace() and self._source[start] == "&":
            self.builder.add_mapped(" ", start)
        else:
            self.builder.add(start, end)

    def _delimiter(self, value: str, start: int) -> None:
        """A ``*`` or ``[`` that the parser left as text, and that may be mark-up all the same."""
        if value == "[":
            note = re.compile(_UNRESOLVED_NOTE).match(self._source, start)
            if note is not None:
                self._skipped = note.end()
                return
        else:
            first = stray_stars(self._source, start)
            if first >= 0:
                if not self._stars or self._stars[-1][1] != first:
                    self._stars.append((self.builder.length, first))
                return
        self.builder.add(start, start + 1)

    def code(self, value: str, start: int, end: int) -> None:
        """A code span, back quotes included."""
        source, first = self._source, start
        while source[first] == "`":
            first += 1
        last = end - (first - start)
        if last - first >= len(value) + 2 and source[first] in " \r\n" and source[last - 1] in " \r\n":
            first, last = first + 1, last - 1
        begin = self.builder.length
        self._decoded(value, first, last)
        self._code.append((begin, self.builder.length))

    def inline_math(self, value: str, start: int, end: int) -> None:
        """``$…$``. Between two sums of money in Chinese prose it is no mathematics: the dollar signs stay."""
        if any(map(is_cjk, value)):
            self.builder.add(start, end)
        else:
            self._decoded(value, start + 1, end - 1)

    def display_math(self, value: str, start: int, end: int) -> None:
        """``$$…$$``."""
        begin = self.builder.length
        self._decoded(value, start + 2, end - 2)
        self._maths += self.builder.length - begin

    def _decoded(self, value: str, start: int, end: int) -> None:
        """Append code or mathematics, which the parser frees of quote marks, escaped bars and line ends."""
        source = self._source
        if source[start:end] == value:
            self.builder.add(start, end)
            return
        place = start
        for character in value:
            while (
                place < end
                and source[place] != character
                and not (character == " " and source[place] in "\r\n")
            ):
                place += 1
            if place == end:
                return
            if source[place] == character:
                self.builder.add(place, place + 1)
            else:
                self.builder.add_mapped(" ", place)
                place += source[place : place + 2] == "\r\n"
            place += 1

    # -- mark-up -------------------------------------------------------------------------------------------

    def open_strong(self, name: str = "strong") -> None:
        """Bold text begins."""
        self._mispaired = self._mispaired or any(
            opened[0] == "strong" for opened in self._open[-_DEEPEST_MARKS:]
        )
        self._open.append((name, self.builder.length, None))

    def close_strong(self, name: str = "strong") -> None:
        """Bold text ends."""
        opened = self._close(name)
        if opened is not None:
            self._strong.append((opened[1], self.builder.length))

    def open_link(self, target: dict[str, Any], start: int) -> None:
        """A link begins; ``target`` is the parser's account of it."""
        self._open.append(("link", self.builder.length, (target, start)))

    def close_link(self, end: int, definitions: Definitions) -> None:
        """A link ends. One whose address is nowhere in the source is dropped."""
        opened = self._close("link")
        if opened is None:
            return
        _, begin, (target, start) = opened
        place = self._address(target, start, end, definitions)
        if place is not None:
            url, kind = target["dest_url"], target["link_type"].lower()
            kind = kind if kind in ("inline", "autolink", "email") else "reference"
            self.links.append(Link(url, place, self._words(begin), kind))

    def open_image(self, target: dict[str, Any], start: int) -> Inline:
        """An image begins; what follows, up to its end, belongs to the caption that is returned."""
        caption = Inline(self._source, "caption", start)
        caption.outer, caption._target = self, target
        return caption

    def close_image(self, end: int, definitions: Definitions) -> Inline | None:
        """The image of which this is the caption ends; the text that it stands in is returned."""
        outer, self.end = self.outer, end
        place = self._address(self._target, self.start, end, definitions) if self._target else None
        if place is not None:
            self.links.append(Link(self._target["dest_url"], place, None, "image"))
        if outer is not None:
            outer.captions.append(self)
            outer._image_end = end
        return outer

    def tag(self, value: str, start: int, end: int) -> None:
        """An HTML tag."""
        name = tag_name(value)
        if name == "br":
            self.builder.add_mapped("\n", start)
        elif name == "sup":
            self.builder.add_mapped("^", start)
        elif name in ("b", "strong"):
            self.open_strong(name)
        elif name in ("/b", "/strong"):
            self.close_strong(name[1:])
        elif name == "a":
            self._open.append((name, self.builder.length, _placed(attributes(value).get("href"), start)))
        elif name == "/a":
            self._close_anchor()
        elif name == "img":
            self._image_tag(value, start, end)

    def _close_anchor(self) -> None:
        opened = self._close("a")
        if opened is not None and opened[2] is not None:
            url, place = opened[2]
            self.links.append(Link(url, place, self._words(opened[1]), "html"))

    def _image_tag(self, tag: str, start: int, end: int) -> None:
        found, caption = attributes(tag), Inline(self._source, "caption", start)
        address, words = _placed(found.get("src"), start), _placed(found.get("alt"), start)
        caption.end = end
        if address is not None:
            caption.links.append(Link(*address, None, "image"))
        if words is not None:
            caption.builder.add(*words[1])
        self.captions.append(caption)

    def _close(self, name: str) -> tuple[str, int, Any] | None:
        """Close the innermost open mark of a name, and with it those left open inside."""
        for index in range(len(self._open) - 1, max(len(self._open) - _DEEPEST_MARKS, 0) - 1, -1):
            if self._open[index][0] == name:
                opened = self._open[index]
                del self._open[index:]
                return opened
        return None

    def _words(self, begin: int) -> Span | None:
        return (begin, self.builder.length) if self.builder.length > begin else None

    def _address(self, target: dict[str, Any], start: int, end: int, definitions: Definitions) -> Span | None:
        kind = target["link_type"]
        if kind == "Inline":
            words_end = max(start + 1, self.builder.source_end, self._image_end)
            return inline_destination(self._source, target["dest_url"], words_end, end)
        if kind in ("Autolink", "Email"):
            return start + 1, end - 1
        return definitions.place(target["id"], target["dest_url"])

    # -- the end -------------------------------------------------------------------------------------------

    def is_math(self) -> bool:
        """True if all of the text is display mathematics."""
        return 0 < self._maths == self.builder.length

    def marks(self, text: Text) -> tuple[tuple[Span, ...], tuple[Span, ...], tuple[Link, ...]]:
        """Bold parts, code spans and links, bare addresses among them, of the finished text."""
        strong = _pairs(self._strong, self._stars) if self._stars or self._mispaired else self._strong
        links = self.links
        if may_hold_url(text.text):
            links = links + bare_links(text, links)
        if len(links) > 1:
            links = sorted(links, key=lambda link: link.source_span)
        return _tidy(strong, text.text), _tidy(self._code, text.text), tuple(links)


def stray_stars(source: str, start: int) -> int:
    """Where the run of two or more ``*`` around ``start`` begins if it is mark-up that failed; else -1.

    CommonMark does not close ``**“你好”**世界``: its rule wants a space or punctuation there. Stars between
    Latin letters or digits (``2**10``) or between spaces are no mark-up.
    """
    first, last = start, start + 1
    while first > max(start - _LONGEST_DELIMITER, 0) and source[first - 1] == "*":
        first -= 1
    while last < min(start + _LONGEST_DELIMITER, len(source)) and source[last] == "*":
        last += 1
    before, after = source[max(first - 1, 0) : first] or " ", source[last : last + 1] or " "
    is_text = before in "\\*" or after == "*" or (before.isspace() and after.isspace())
    is_power = before.isascii() and before.isalnum() and after.isascii() and after.isalnum()
    return -1 if last - first < 2 or is_text or is_power else first


def _pairs(strong: list[Span], stars: list[Span]) -> list[Span]:
    """Bold parts where delimiters failed: all of them two by two, as one that fails mispairs the others."""
    places = sorted([place for span in strong for place in span] + [place for place, _ in stars])
    return list(zip(places[::2], places[1::2], strict=False))


def _placed(found: tuple[str, Span] | None, start: int) -> tuple[str, Span] | None:
    """An attribute of the tag at ``start``, with its place in the source."""
    return (found[0], (start + found[1][0], start + found[1][1])) if found is not None else None


def _tidy(spans: list[Span], text: str) -> tuple[Span, ...]:
    """Spans in order, without white space at their ends, without empty ones."""
    if not spans:
        return ()
    trimmed = (trim(span, text) for span in spans)
    return tuple(sorted(span for span in trimmed if span[0] < span[1]))
