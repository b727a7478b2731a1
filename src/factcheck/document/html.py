"""Raw HTML inside Markdown: tags, attributes and the readable text of simple blocks."""

from __future__ import annotations

import re
from dataclasses import dataclass

from factcheck.document.blocks import Comment, Link, Span
from factcheck.document.text import EMPTY, Text, TextBuilder

TAG = r"</?([A-Za-z][A-Za-z0-9.:-]*)(?:\"[^\"]*\"|'[^']*'|[^'\">])*>"
_TOKEN = r"(?s)<!--(.*?)(?:-->|\Z)|<(script|style)\b.*?(?:</\2\s*>|\Z)|" + TAG + r"|\n[ \t]*\n"
_ATTRIBUTE = r"(?i)\b(href|src|alt)\s*=\s*(?:\"([^\"]*)\"|'([^']*)'|([^\s\"'>]+))"
# Every other tag ends the paragraph that it stands in.
_INLINE_TAGS = frozenset(
    {
        "a",
        "abbr",
        "b",
        "bdi",
        "bdo",
        "br",
        "cite",
        "code",
        "data",
        "del",
        "dfn",
        "em",
        "font",
        "i",
        "img",
        "ins",
        "kbd",
    }
    | {
        "mark",
        "q",
        "rb",
        "rp",
        "rt",
        "ruby",
        "s",
        "samp",
        "small",
        "span",
        "strike",
        "strong",
        "sub",
        "sup",
        "time",
    }
    | {"tt", "u", "var", "wbr"}
)


@dataclass(frozen=True, slots=True)
class Piece:
    """One piece of readable text found in an HTML block: a paragraph, heading, caption or code."""

    kind: str
    text: Text
    level: int
    links: tuple[Link, ...]


def attributes(tag: str) -> dict[str, tuple[str, Span]]:
    """``href``, ``src`` and ``alt`` of a tag: value and its place within the tag."""
    found: dict[str, tuple[str, Span]] = {}
    for match in re.finditer(_ATTRIBUTE, tag):
        group = next((number for number in (2, 3, 4) if match.group(number) is not None), 0)
        if group:
            found.setdefault(match.group(1).lower(), (match.group(group), match.span(group)))
    return found


def tag_name(tag: str) -> str:
    """The lower-case name of a tag, with a leading ``/`` if it closes; empty for a comment or anything else."""
    match = re.match(TAG, tag)
    if match is None:
        return ""
    return ("/" if tag.startswith("</") else "") + match.group(1).lower()


class HtmlReader:
    """Cuts the raw text of an HTML block into readable pieces and comments."""

    def __init__(self, source: str, raw: Text) -> None:
        self.source = source
        self.raw = raw
        self.pieces: list[Piece] = []
        self.comments: list[Comment] = []
        self._kind = "paragraph"
        self._level = 0
        self._links: list[Link] = []
        self._anchor: tuple[str, Span, int] | None = None
        self._builder = TextBuilder(source)

    def read(self) -> HtmlReader:
        """Fill ``pieces`` and ``comments``."""
        text, place = self.raw.text, 0
        for match in re.finditer(_TOKEN, text):
            self._prose(place, match.start())
            place = match.end()
            if match.group(1) is not None:
                start, end = self.raw.span(*match.span())
                self.comments.append(Comment(start, end, match.group(1)))
            elif match.group(3) is not None:
                self._tag(match.group(), match.start())
            elif match.group(2) is None:
                self._flush()
        self._prose(place, len(text))
        self._flush()
        return self

    def _prose(self, start: int, end: int) -> None:
        text, offsets = self.raw.text, self.raw.offsets
        while start < end:
            stop = text.find("\n", start, end)
            stop = end if stop < 0 else stop
            first, last = start, stop
            at_line_start = not self._builder.length or (start > 0 and text[start - 1] == "\n")
            if self._kind != "code":
                while at_line_start and first < last and text[first] in " \t\r":
                    first += 1
                if stop < end:
                    last = first + len(text[first:last].rstrip())
            if first < last:
                self._builder.add(offsets[first], offsets[last - 1] + 1)
            if stop < end:
                if self._kind == "code":
                    self._builder.add(offsets[stop], offsets[stop] + 1)
                else:
                    self._builder.soft_break(offsets[stop])
            start = stop + 1

    def _tag(self, tag: str, place: int) -> None:
        name = tag_name(tag)
        bare = name.lstrip("/")
        offset = self.raw.offsets[place]
        if bare not in _INLINE_TAGS:
            self._flush()
            if bare == "pre":
                self._kind = "paragraph" if name.startswith("/") else "code"
            elif len(bare) == 2 and bare[0] == "h" and bare[1] in "123456":
                self._kind, self._level = ("heading", int(bare[1])) if name == bare else ("paragraph", 0)
        elif name == "br":
            if self._builder.length:
                self._builder.add_mapped("\n", offset)
        elif name == "sup" and self._builder.length:
            self._builder.add_mapped("^", offset)
        elif name == "a":
            url = attributes(tag).get("href")
            self._anchor = (
                (url[0], self.raw.span(place + url[1][0], place + url[1][1]), self._builder.length)
                if url
                else None
            )
        elif name == "/a":
            self._close_anchor()
        elif name == "img":
            self._image(attributes(tag), place)

    def _close_anchor(self) -> None:
        if self._anchor is not None:
            url, span, start = self._anchor
            end = self._builder.length
            self._links.append(Link(url, span, (start, end) if end > start else None, "html"))
            self._anchor = None

    def _image(self, found: dict[str, tuple[str, Span]], place: int) -> None:
        links: tuple[Link, ...] = ()
        if "src" in found:
            url, (first, last) = found["src"]
            links = (Link(url, self.raw.span(place + first, place + last), None, "image"),)
        alt = EMPTY
        if "alt" in found and found["alt"][0]:
            first, last = found["alt"][1]
            alt = self.raw.slice(place + first, place + last)
        self.pieces.append(Piece("caption", alt, 0, links))

    def _flush(self) -> None:
        self._close_anchor()
        text = self._builder.build()
        length = len(text.text.rstrip()) if self._kind != "code" else len(text)
        if length or self._links:
            self.pieces.append(Piece(self._kind, text.slice(0, length), self._level, tuple(self._links)))
        self._builder = TextBuilder(self.source)
        self._links = []
