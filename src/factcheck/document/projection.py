"""A source of another format as Markdown, each character of which knows where in that source it stands."""

from __future__ import annotations

import re
from array import array
from bisect import bisect_left, bisect_right
from dataclasses import dataclass, field

from factcheck.document.position import LineIndex

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable

    from factcheck.document.blocks import Span

_SPECIAL = re.compile(r"[\\`*_\[\]<>|~$&]")
_AT_LINE_START = re.compile(r"[#+=\-:]|\d{1,9}(?=[.)])")


@dataclass(frozen=True, slots=True)
class Projection:
    """Markdown made from another format.

    ``text[i]`` stands for ``source[starts[i]:ends[i]]``, which is empty for Markdown's own marks. No edit may
    touch a mark or reach over a place of ``barriers``, as what stands there in the source (a tag, the end of
    a cell) is no part of the text. ``escape`` writes a replacement as the source's format has it.
    """

    source: str
    text: str
    starts: array[int]
    ends: array[int]
    barriers: array[int]
    escape: Callable[[str], str]
    lines: LineIndex

    def span(self, start: int, end: int) -> Span:
        """The range of the source that ``text[start:end]`` stands for."""
        if start < end:
            return self.starts[start], max(self.ends[end - 1], self.starts[start])
        place = self.starts[start] if start < len(self.starts) else len(self.source)
        return place, place

    def edit_span(self, start: int, end: int) -> Span | None:
        """The range of the source that an edit of ``text[start:end]`` replaces; None if it may not."""
        while end > start and self._is_mark(end - 1):
            end -= 1
        while start < end and self._is_mark(start):
            start += 1
        if bisect_right(self.barriers, start) < bisect_left(self.barriers, end):
            return None
        is_comment = self.text.startswith("<!--", start)  # which in the source has marks of its own
        if not is_comment and any(map(self._is_mark, range(start, end))):
            return None
        return self.span(start, end)

    def _is_mark(self, place: int) -> bool:
        return self.starts[place] == self.ends[place]


@dataclass(slots=True)
class ProjectionBuilder:
    """Writes a `Projection`, in the order of its source."""

    source: str
    pieces: list[str] = field(default_factory=list)
    starts: array[int] = field(default_factory=lambda: array("I"))
    ends: array[int] = field(default_factory=lambda: array("I"))
    barriers: array[int] = field(default_factory=lambda: array("I"))
    at: int = 0

    def __len__(self) -> int:
        return len(self.starts)

    @property
    def last(self) -> str:
        """The character written last; a line end where there is none."""
        return self.pieces[-1][-1] if self.pieces else "\n"

    def mark(self, text: str) -> None:
        """Write Markdown that stands for nothing in the source."""
        if text:
            self.pieces.append(text)
            self.starts.extend([self.at] * len(text))
            self.ends.extend([self.at] * len(text))

    def take(self, start: int, end: int) -> None:
        """Copy a range of the source."""
        if start < end:
            self.pieces.append(self.source[start:end])
            self.starts.extend(range(start, end))
            self.ends.extend(range(start + 1, end + 1))
            self.at = end

    def put(self, text: str, start: int, end: int) -> None:
        """Write one character that stands for a range of the source."""
        self.pieces.append(text)
        self.starts.append(start)
        self.ends.append(end)
        self.at = end

    def prose(self, text: str, start: int, end: int) -> None:
        """Write a character of text, and what keeps it from being read as a mark."""
        if _SPECIAL.match(text) or (self.last == "\n" and text in "#+=-:"):
            self.mark("\\")
        self.put(text, start, end)

    def take_prose(self, start: int, end: int) -> None:
        """Copy a range of text, on one line, and write what keeps it from being read as marks."""
        source, place = self.source, start
        if self.last == "\n":
            match = _AT_LINE_START.match(source, start, end)
            if match is not None:  # "# ", "1." begin no heading and no list here
                place = match.end() if match[0][0].isdigit() else start
                self.take(start, place)
                self.mark("\\")
                self.take(place, min(place + 1, end))
                place = min(place + 1, end)
        for match in _SPECIAL.finditer(source, place, end):
            self.take(place, match.start())
            self.mark("\\")
            place = match.start()
        self.take(place, end)

    def barrier(self) -> None:
        """Note that something stands here in the source that no edit may reach over."""
        if not self.barriers or self.barriers[-1] != len(self):
            self.barriers.append(len(self))

    def build(self, escape: Callable[[str], str] = str) -> Projection:
        """What has been written."""
        return Projection(
            self.source,
            "".join(self.pieces),
            self.starts,
            self.ends,
            self.barriers,
            escape,
            LineIndex(self.source),
        )
