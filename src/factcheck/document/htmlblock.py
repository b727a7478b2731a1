"""The readable text of an HTML block."""

from __future__ import annotations

import re

from factcheck.document.blocks import Comment
from factcheck.document.html import INLINE_TAGS, TAG, tag_name
from factcheck.document.inline import Inline
from factcheck.document.text import Text

_TOKEN = r"(?s)<!--(.*?)(?:-->|\Z)|<(script|style)\b.*?(?:</\2\s*>|\Z)|" + TAG + r"|\n[ \t\r]*\n"


class HtmlBlock:
    """Cuts the raw text of an HTML block into paragraphs, headings and code (``pieces``) and comments."""

    def __init__(self, source: str, raw: Text, start: int) -> None:
        self._source = source
        self._raw = raw
        self._code = False
        self._piece = Inline(source, "paragraph", start)
        self.pieces: list[Inline] = []
        self.comments: list[Comment] = []
        self._read()

    def _read(self) -> None:
        text, place = self._raw.text, 0
        for match in re.finditer(_TOKEN, text):
            self._prose(place, match.start())
            place = match.end()
            start, end = self._raw.span(*match.span())
            if match.group(1) is not None:
                self.comments.append(Comment(start, end, match.group(1)))
            elif match.group(3) is not None:
                self._tag(match.group(), start, end)
            elif match.group(2) is None:
                self._begin("code" if self._code else "paragraph", end)
        self._prose(place, len(text))
        self._begin("paragraph", 0)

    def _tag(self, tag: str, start: int, end: int) -> None:
        name = tag_name(tag)
        if name.lstrip("/") in INLINE_TAGS:
            self._piece.tag(tag, start, end)
            self._piece.end = end
            return
        self._code = name == "pre"
        if len(name) == 2 and name[0] == "h" and name[1] in "123456":
            self._begin("heading", start, int(name[1]))
        else:
            self._begin("code" if self._code else "paragraph", end)

    def _begin(self, kind: str, start: int, level: int = 0) -> None:
        """End the piece that is being read, keep it if there is something in it, and begin another."""
        piece = self._piece
        if piece.builder.length or piece.links or piece.captions:
            self.pieces.append(piece)
        self._piece = Inline(self._source, kind, start, level)

    def _prose(self, start: int, end: int) -> None:
        """Add text, line by line: outside ``<pre>`` white space around a line is none."""
        text, offsets, piece = self._raw.text, self._raw.offsets, self._piece
        if self._code:
            for place in range(start, end):
                piece.builder.add(offsets[place], offsets[place] + 1)
            piece.end = max(piece.end, piece.builder.source_end)
            return
        while start < end:
            stop = text.find("\n", start, end)
            line_end = end if stop < 0 else stop
            first, last = start, line_end
            if not piece.builder.length or text[start - 1] == "\n":
                while first < last and text[first].isspace():
                    first += 1
            if stop >= 0:
                while last > first and text[last - 1].isspace():
                    last -= 1
            if first < last:
                if not piece.builder.length:
                    piece.start = offsets[first]
                piece.builder.add(offsets[first], offsets[last - 1] + 1)
                piece.end = offsets[last - 1] + 1
            if stop >= 0:
                piece.builder.soft_break(offsets[stop])
            start = line_end + 1
