"""Sentences and clauses of the readable text of a block, as ranges of that text."""

from __future__ import annotations

import re

from factcheck.document.links import URL, may_hold_url
from factcheck.document.text import is_cjk

_Span = tuple[int, int]

_LONGEST_GROUP = 120
"""Titles, quotes and parentheses of up to this many characters are not cut."""

_CLOSERS = {"《": "》", "〈": "〉", "「": "」", "『": "』", "“": "”", "（": "）", "(": ")", "【": "】"}
_QUOTES = "「『“"
_FULL_STOPS = "。！？…!?｡"
_FULL_WIDTH = "。！？；｡"

_EMOJI = r"\u2600-\u27bf\U0001f300-\U0001faff"
_MARKS = re.compile(rf"[。！？!?；;…｡.\n《〈「『“（(【]|[{_EMOJI}][{_EMOJI}\ufe0f\u200d]{{0,9}}(?=\s)")
_SEPARATORS = re.compile(r"[，,：:；;\n《〈（(]|[—―]+|─{2,}|(?<!-)--(?!-)")
_RUN = re.compile(r"[。！？!?；;…｡.~～]*")
_CLOSING = re.compile(r"[”」』’》〉）)】\]*\"']*")
# Compiled when first needed, which in most articles is never.
_ABBREVIATION = (
    r"(?:^|[^A-Za-z])(?:Mrs?|Ms|Dr|Prof|Sr|Jr|St|vs|al|cf|eg|ie|Figs?|Eqs?|Sec|Ch|Nos?|Vol|pp|Inc|Ltd|Corp|Co"
    r"|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec|approx|ver)$"
    r"|(?:^|[\s.(（,，、;；:：])[A-Za-z]$"
)
# Who spoke the quotation that has just closed, or what it is part of: the sentence goes on.
_AFTER_QUOTE = (
    r"[^。！？!?；;…，,：:\n]{0,14}?"
    r"(?:[说說道称稱问問的]|表示|指出|认为|認為|写下|强调|強調|回应|回應|透露|解释|解釋|补充|補充|坦言)"
)


def sentences(text: str) -> list[_Span]:
    """Half-open ranges of the sentences in a text, in order, without the white space around them.

    Cut at ``。！？!?；;…`` and line ends, at ``.`` after Latin text before a space, and at an emoji after
    Chinese text before a space. The marks of the end and the closing quotes and brackets after them belong
    to the sentence. Numbers, URLs, abbreviations, titles in 《》 and quotes and parentheses of up to 120
    characters are not cut.
    """
    found: list[_Span] = []
    urls = _urls(text, 0, len(text))
    start = place = 0
    while True:
        match = _MARKS.search(text, place)
        if match is None:
            break
        mark, index = match.group(), match.start()
        if mark in _CLOSERS:
            place, ends = _after_group(text, index, mark)
        elif mark == "\n":
            place, ends = index + 1, True
        elif mark[0] > "\u25ff" and mark not in _FULL_WIDTH:
            place, ends = match.end(), index > start and is_cjk(text[index - 1])
        else:
            place, ends = _after_mark(text, start, index, urls)
        if ends:
            _append(found, text, start, place)
            start = place
    _append(found, text, start, len(text))
    return found


def clauses(text: str, start: int, end: int) -> list[_Span]:
    """Half-open ranges of the clauses of the sentence ``text[start:end]``, without separators and spaces.

    Cut at ``，,：:；;``, dashes and line ends, but not at ``、``; not inside numbers, times, URLs, 《》 and
    parentheses.
    """
    found: list[_Span] = []
    urls = _urls(text, start, end)
    place = begin = start
    while True:
        match = _SEPARATORS.search(text, place, end)
        if match is None:
            break
        mark, index = match.group(), match.start()
        if mark in _CLOSERS:
            place = _after_closer(text, index, mark, end) or index + 1
            continue
        place = match.end()
        if _separates(text, index, mark, urls):
            _append(found, text, begin, index)
            begin = place
    _append(found, text, begin, end)
    return found


def _urls(text: str, start: int, end: int) -> list[_Span]:
    if not may_hold_url(text, start, end):
        return []
    return [match.span() for match in URL.finditer(text, start, end)]


def _append(found: list[_Span], text: str, start: int, end: int) -> None:
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    if start < end:
        found.append((start, end))


def _after_closer(text: str, index: int, mark: str, limit: int) -> int:
    """The place behind the mark that closes the one at ``index``; 0 if too far, or nowhere on the line."""
    closer = _CLOSERS[mark]
    limit = min(limit, index + _LONGEST_GROUP)
    depth, place = 0, index
    while True:
        close = text.find(closer, place, limit)
        if close < 0:
            return 0
        depth += text.count(mark, place, close) - 1
        place = close + 1
        if depth == 0:
            return 0 if "\n" in text[index:place] else place


def _after_group(text: str, index: int, mark: str) -> tuple[int, bool]:
    """Where reading goes on when a quote or bracket opens, and whether the sentence ends there.

    It ends with a quotation that is whole sentences, unless the text goes on with who said so.
    """
    place = _after_closer(text, index, mark, len(text))
    if not place:
        return index + 1, False
    if mark not in _QUOTES or text[place - 2] not in _FULL_STOPS:
        return place, False
    place = _end(_CLOSING, text, place)
    if text[place : place + 1] in (*_FULL_STOPS, "；", ";", "，", ",", "、", "：", ":"):
        return place, False
    return place, re.compile(_AFTER_QUOTE).match(text, place) is None


def _after_mark(text: str, start: int, index: int, urls: list[_Span]) -> tuple[int, bool]:
    """Where reading goes on after a mark that may end a sentence, and whether it does."""
    last = _end(_RUN, text, index)
    url_end = next((end for first, end in urls if first < index < end), 0)
    if last < url_end:
        return url_end, False
    marks = text[index:last]
    if marks.strip(".") == "" and not _full_stop(text, start, index, last):
        return last, False
    if marks in (";", "!", "?") and not _stands_at_end(text, index):
        return last, False
    after = _end(_CLOSING, text, last)
    if after > last and text[after - 1] in "\"'" and text.count(text[after - 1], start, last) % 2 == 0:
        after -= 1  # this quote opens the next sentence
    return (_end(_RUN, text, after) if after > last else after), True


def _end(pattern: re.Pattern[str], text: str, place: int) -> int:
    """Where a pattern that matches anything, the empty string too, ends."""
    match = pattern.match(text, place)
    return match.end() if match is not None else place


def _full_stop(text: str, start: int, index: int, last: int) -> bool:
    """Whether the ASCII dots ``text[index:last]`` end a Latin sentence."""
    following, before = text[last : last + 1], text[index - 1 : index]
    if last - index > 1:  # an ellipsis
        return (
            last - index > 2 and not (following.isascii() and following.isalnum()) and following not in "])"
        )
    if following and following not in " \n\t\"')]”’）」』":
        return False
    if not (before.isascii() and (before.isalnum() or before in "\"')]%+*")):
        return before in ("”", "’", "）", "」", "』")
    if index - start < 4 and text[start:index].strip().isdigit():
        return False  # the number of a list item
    rest = text[last : last + 8].lstrip("\"')]”’）」』 \t")
    if rest[:1].islower():
        return False
    return rest == "" or re.search(_ABBREVIATION, text[max(start, index - 10) : index]) is None


def _stands_at_end(text: str, index: int) -> bool:
    """Whether an ASCII ``;``, ``!`` or ``?`` can end a sentence: not within ``a;b``, ``!=`` or ``&lt;``."""
    following = text[index + 1 : index + 2]
    if text[index] == ";":
        ampersand = text.rfind("&", max(0, index - 9), index)
        if ampersand >= 0 and text[ampersand + 1 : index].lstrip("#").isalnum():
            return False
    return not following or not following.isascii() or following in " \n\t\"')]*"


def _separates(text: str, index: int, mark: str, urls: list[_Span]) -> bool:
    """Whether a mark parts two clauses."""
    if any(first < index < last for first, last in urls):
        return False
    before, after = text[index - 1 : index], text[index + len(mark) : index + len(mark) + 1]
    if mark in ",，":
        return not (before.isdigit() and _three_digits(text, index + 1))
    if mark in ":：" and before.isdigit() and after.isdigit():
        return False
    if mark == ":":
        return not (before.isascii() and after.isascii() and after.strip() != "")
    if mark == ";":
        return _stands_at_end(text, index)
    if mark == "--":
        return is_cjk(before) or is_cjk(after) or (before + after).isspace()
    if mark in "—―":
        return not (before.isdigit() and after.isdigit())
    return True


def _three_digits(text: str, index: int) -> bool:
    """Whether exactly three digits begin here, as behind the comma of 1,750."""
    digits = text[index : index + 4]
    return digits[:3].isdigit() and len(digits) >= 3 and not digits[3:].isdigit()
