"""Readable text that remembers where in the source each of its characters stands."""

from __future__ import annotations

import re
from array import array

from factcheck.light import dataclass

# 0, 1, 2, …: slices of it are the offsets of a run of source text, copied by memcpy instead of a loop over
# characters. Shared by all documents of a process and replaced, never changed, when a longer one is needed.
_counting: array[int] = array("I")


def _offsets_between(start: int, end: int) -> array[int]:
    global _counting
    if end > len(_counting):
        _counting = array("I", range(max(end, 2 * len(_counting))))
    return _counting[start:end]


@dataclass(frozen=True, slots=True)
class Text:
    """Readable text and, for each of its characters, the code-point offset in the source (strictly
    increasing).

    ``source[offsets[i]] == text[i]`` but for the white space that stands for a line break, a tag or an entity
    (``" "``, ``"\\n"``, ``"\\t"``) and the ``"^"`` that stands for ``<sup>``.
    """

    text: str
    offsets: array[int]

    @classmethod
    def run(cls, source: str, start: int, end: int) -> Text:
        """The text of one unbroken range of the source."""
        return cls(source[start:end], _offsets_between(start, end))

    def __len__(self) -> int:
        return len(self.text)

    def __str__(self) -> str:
        return self.text

    def span(self, start: int, end: int) -> tuple[int, int]:
        """The half-open source range of ``text[start:end]``; what markup stands between its characters is
        inside.

        An empty range gives an empty source range before the character at ``start``. Raises IndexError
        outside the text.
        """
        if start < end:
            return self.offsets[start], self.offsets[end - 1] + 1
        place = self.offsets[start] if start < len(self.offsets) else self.offsets[-1] + 1
        return place, place

    def slice(self, start: int, end: int) -> Text:
        """``text[start:end]`` with its offsets."""
        return Text(self.text[start:end], self.offsets[start:end])


EMPTY = Text("", array("I"))


def is_cjk(character: str) -> bool:
    """True for a character of Chinese or Japanese writing, its punctuation and full-width forms included."""
    return "\u2e80" <= character <= "\u9fff" or (
        character > "\uf8ff"
        and (
            "\uff00" <= character <= "\uffef"
            or "\uf900" <= character <= "\ufaff"
            or "\ufe30" <= character <= "\ufe4f"
            or "\U00020000" <= character <= "\U0003ffff"
        )
    )


# Punctuation that Chinese shares with Latin text in Unicode: Chinese beside Chinese, Latin beside Latin.
_SHARED_PUNCTUATION = "“”‘’—…·"


def is_chinese_side(character: str) -> bool:
    """True for `is_cjk` and for the punctuation that Chinese shares with other scripts (“”‘’—…·)."""
    return is_cjk(character) or character in _SHARED_PUNCTUATION


def joins_without_space(before: str, after: str) -> bool:
    """True where a line break between two characters means nothing, as between two Chinese ones."""
    return is_chinese_side(before) and is_chinese_side(after) and (is_cjk(before) or is_cjk(after))


_GOES_ON = "，、：；（《「“,:;(+&/-—"
_FUNCTION_WORDS = "的了和与跟及或在于由把被将是为对从向给让使以并而但"
"""What never stands at the end of a title."""
_WIDEST_TITLE = 36
_SHORTEST_WRAP = 50
"""Columns (a Chinese character takes two) below which nobody wraps lines."""
# Compiled when a paragraph has lines, which costs a millisecond.
_FIELD = r"\s*[\u4e00-\u9fffA-Za-z/ （）()]{2,14}[：:]\s?[^\s：:]"
_ITEM = r"[ >]*(?:[-*+]|\d{1,2}[.)])\s"
# What opens an entry of a list that is none to Markdown: bullets, dates and ordinals before a colon or a stop.
_ENTRY = (
    r"\s*(?:[•·▪◦●○■◆▶►]|[（(]?\d{1,2}[)）、]|[一二三四五六七八九十]、|[①-⑳]"
    r"|(?:19|20)\d{2}(?:s|年代?)?(?:[初中末晚]期?|[.\-/年]?\d{1,2}月?(?:\d{1,2}日)?)?\s?[：:])"
)
_LINES_OF_CHAT, _SHORTEST_LINE = 3, 6
_RAGGED = 0.75
"""The share of the longest line that every line but the last of a wrapped paragraph fills."""


def _width(line: str) -> int:
    """Columns of a line: a Chinese character takes two."""
    line = line.strip()
    return len(line) + sum(map(is_cjk, line))


def _is_title(line: str, width: int, following: int) -> bool:
    """Whether a line is a title above its text: short, the next one much longer, and not broken in mid-phrase."""
    return (
        width <= _WIDEST_TITLE
        and following > max(_SHORTEST_WRAP, 2 * width)
        and (is_cjk(line[-1]) or line[-1].isalnum() or line[-1] in ")）")
        and line[-1] not in _FUNCTION_WORDS
    )


def _lines_around(source: str, offset: int) -> tuple[list[str], int]:
    """The lines of the paragraph or item in which a line ends at ``offset``, and the place of that line among them."""
    if "\r" in source:
        source = source.replace("\r\n", " \n").replace("\r", "\n")
        offset += source[offset] != "\n"
    first = source.rfind("\n\n", 0, offset) + 1
    last = source.find("\n\n", offset)
    before = source[first:offset].split("\n")
    after = source[offset + 1 : last if last >= 0 else len(source)].split("\n")
    opening = max((i for i, each in enumerate(before) if re.match(_ITEM, each)), default=0)
    closing = next((i for i, each in enumerate(after) if re.match(_ITEM, each)), len(after))
    lines = [each for each in before[opening:-1] if each.strip()] + [before[-1]]
    following = [each for each in after[:closing] if each.strip()]
    return [*lines, *(following or [""])], len(lines) - 1


class TextBuilder:
    """Collects runs of one source, in order, into a `Text`."""

    __slots__ = ("_break", "_end", "_ends_line", "_offsets", "_pieces", "_source", "_start", "length")

    def __init__(self, source: str) -> None:
        self._source = source
        self._pieces: list[str] = []
        self._offsets: array[int] = array("I")
        self._start = 0
        self._end = 0
        self._break = -1
        self._ends_line = False
        self.length = 0

    def add(self, start: int, end: int) -> None:
        """Append ``source[start:end]``. What has been taken before is not taken twice."""
        if self._break >= 0:
            self._settle_break(start)
        if start != self._end:
            if start < self._end:
                start = self._end
            self._close_run()
            self._start = start
        if end > start:
            self._end = end
            self.length += end - start

    def add_mapped(self, character: str, offset: int) -> None:
        """Append a character that stands for the markup at ``offset``."""
        self._break = -1
        self._close_run()
        if offset < self._end or offset >= len(self._source):
            return
        self._pieces.append(character)
        self._offsets.append(offset)
        self._start = self._end = offset + 1
        self.length += 1

    def soft_break(self, offset: int) -> None:
        """Note a line break: nothing between two Chinese characters, else a space; in a text of lines (a chat, a poem)
        the end of a sentence."""
        if self.length:
            self._break = offset
            self._ends_line = self._is_own_line(offset)

    def last(self) -> str:
        """The last character, or an empty string."""
        if self._end > self._start:
            return self._source[self._end - 1]
        return self._pieces[-1][-1] if self._pieces else ""

    @property
    def source_end(self) -> int:
        """The place in the source behind what was taken last."""
        return self._end

    def build(self) -> Text:
        """The text collected so far."""
        if not self._pieces:
            return Text.run(self._source, self._start, self._end) if self._end > self._start else EMPTY
        self._close_run()
        return Text("".join(self._pieces), self._offsets)

    def _settle_break(self, following: int) -> None:
        offset, self._break = self._break, -1
        before = self.last()
        if self._ends_line:
            self.add_mapped("\n", offset)
            return
        if before.isspace() or joins_without_space(before, self._source[following]):
            return
        self.add_mapped(" ", offset)

    def _is_own_line(self, offset: int) -> bool:
        """Whether the writer broke the line before ``offset``, and no width of a page did: it is shorter than others,
        or what follows is an entry of its own."""
        lines, index = _lines_around(self._source, offset)
        line, following = lines[index].strip(), lines[index + 1]
        if re.match(_ENTRY, following) or (re.match(_FIELD, line) and re.match(_FIELD, following)):
            return True
        widths = [_width(each) for each in lines]
        if not line or line[-1] in _GOES_ON:
            return False
        if _is_title(line, widths[index], widths[index + 1]):
            return True
        if len(widths) < _LINES_OF_CHAT or len(line) < _SHORTEST_LINE or not is_cjk(line[-1]):
            return False
        return min(widths[:-1]) < max(_SHORTEST_WRAP, _RAGGED * max(widths))

    def _close_run(self) -> None:
        if self._end > self._start:
            self._pieces.append(self._source[self._start : self._end])
            self._offsets.extend(_offsets_between(self._start, self._end))
            self._start = self._end
