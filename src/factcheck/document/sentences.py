"""Sentences and clauses of the readable text of a block, as ranges of that text."""

from __future__ import annotations

import re

_LONGEST_GROUP = 120
"""Quotes, parentheses and titles up to this many characters are never cut."""

_CLOSERS = {"《": "》", "〈": "〉", "「": "」", "『": "』", "“": "”", "（": "）", "(": ")", "【": "】"}
_QUOTES = "「『“"
_MARKS = re.compile(r"[。！？!?；;…｡.\n《〈「『“（(【]")
_RUN = re.compile(r"[。！？!?；;…｡.~～]*")
_AFTER_END = re.compile(r"[”」』’》〉）)】\]*\"']*")
_FULL_STOPS = "。！？…!?｡"
_ABBREVIATION = re.compile(
    r"(?:^|[^A-Za-z])(?:[A-Za-z]|Mr|Mrs|Ms|Dr|Prof|Sr|Jr|St|vs|etc|al|cf|eg|ie|Fig|Figs|Eq|Sec|Ch|No|Nos|Vol|pp|Inc|Ltd|Corp|Co"
    r"|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sep|Sept|Oct|Nov|Dec|approx|ver|v|U\.S|e\.g|i\.e)$",
    re.IGNORECASE,
)
_URL = re.compile(r"(?:https?://|www\.)[A-Za-z0-9\-._~:/?#\[\]@!$&'()*+,;=%]+")
# Who spoke the quotation that has just closed: the sentence goes on.
_SPEAKER = re.compile(
    r"[^。！？!?；;…，,：:\n]{0,14}?(?:说|說|道|表示|称|稱|指出|认为|認為|写道|寫道|强调|強調|回应|回應|透露|解释|解釋|补充|補充|坦言|宣布|的)"
)


def sentences(text: str) -> list[tuple[int, int]]:
    """Half-open ranges of the sentences in a text, in order, without the white space around them.

    Cut at ``。！？!?；;…`` and line ends, and at ``.`` after Latin text before a space. The marks of the end
    and the closing quotes and brackets after them belong to the sentence. Numbers, URLs, abbreviations,
    titles in 《》 and quotes and parentheses of up to 120 characters are not cut.
    """
    found: list[tuple[int, int]] = []
    urls = [match.span() for match in _URL.finditer(text)] if "://" in text or "www." in text else []
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
        else:
            place, ends = _after_mark(text, start, index, mark, urls)
        if ends:
            _append(found, text, start, place)
            start = place
    _append(found, text, start, len(text))
    return found


def clauses(text: str, start: int, end: int) -> list[tuple[int, int]]:
    """Half-open ranges of the clauses of the sentence ``text[start:end]``, without separators and white
    space.

    Cut at ``，,：:；;``, dashes and line ends, but not at ``、``; not inside numbers, times, URLs, 《》 and
    parentheses.
    """
    found: list[tuple[int, int]] = []
    urls = (
        [match.span() for match in _URL.finditer(text, start, end)] if "://" in text or "www." in text else []
    )
    place = begin = start
    while True:
        match = _SEPARATORS.search(text, place, end)
        if match is None:
            break
        mark, index = match.group(), match.start()
        if mark in _CLAUSE_CLOSERS:
            place = _matching(text, index, mark, end) or index + 1
            continue
        place = match.end()
        if _separates(text, index, mark, urls):
            _append(found, text, begin, index)
            begin = place
    _append(found, text, begin, end)
    return found


_CLAUSE_CLOSERS = {"《": "》", "〈": "〉", "（": "）", "(": ")"}
_SEPARATORS = re.compile(r"[，,：:；;\n《〈（(]|[—―]+|─{2,}|(?<!-)--(?!-)")


def _append(found: list[tuple[int, int]], text: str, start: int, end: int) -> None:
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    if start < end:
        found.append((start, end))


def _matching(text: str, index: int, mark: str, limit: int) -> int:
    """The place after the mark that closes the one at ``index``, or 0 if that is too far or nowhere."""
    closer = _CLOSERS[mark]
    depth, place = 0, index
    limit = min(limit, index + _LONGEST_GROUP)
    while True:
        close = text.find(closer, place, limit)
        if close < 0:
            return 0
        depth += text.count(mark, place, close) - 1
        place = close + 1
        if depth == 0:
            return 0 if "\n" in text[index:place] else place


def _after_group(text: str, index: int, mark: str) -> tuple[int, bool]:
    """Where reading goes on after a quote or bracket opens, and whether the sentence ends there."""
    place = _matching(text, index, mark, len(text))
    if not place:
        return index + 1, False
    if mark not in _QUOTES or text[place - 2] not in _FULL_STOPS:
        return place, False
    closed = _AFTER_END.match(text, place)
    after = closed.end() if closed else place
    if after < len(text) and text[after] in "。！？!?；;…，,、：:｡":
        return after, False
    return after, _SPEAKER.match(text, after) is None


def _after_mark(
    text: str, start: int, index: int, mark: str, urls: list[tuple[int, int]]
) -> tuple[int, bool]:
    """Where reading goes on after a possible end of a sentence, and whether it is one."""
    run = _RUN.match(text, index)
    last = run.end() if run else index + 1
    inside = next((end for first, end in urls if first < index < end), 0)
    if inside and last < inside:
        return inside, False
    if mark == "." and not _full_stop(text, start, index, last):
        return last, False
    if mark in ";!?" and last == index + 1 and not _ends_latin(text, index):
        return last, False
    closed = _AFTER_END.match(text, last)
    after = closed.end() if closed else last
    if after > last and text[after - 1] in "\"'" and text.count(text[after - 1], start, last) % 2 == 0:
        after -= 1  # this quote opens the next sentence
    again = _RUN.match(text, after) if after > last else None
    return (again.end() if again else after), True


def _full_stop(text: str, start: int, index: int, last: int) -> bool:
    """Whether the ASCII dots at ``index:last`` end a Latin sentence."""
    following = text[last : last + 1]
    before = text[index - 1 : index]
    if last - index > 1 and set(text[index:last]) == {"."}:
        return (
            last - index > 2 and not (following.isascii() and following.isalnum()) and following not in "])"
        )
    if following and following not in " \n\t\"')]”’）」』":
        return False
    if not before.isascii() or not (before.isalnum() or before in "\"')]%+*"):
        return bool(before) and before in "”’）」』" and last < len(text)
    said = text[start:index]
    if said.strip().isdigit():
        return False  # the number of a list item
    rest = text[last : last + 8].lstrip("\"')]”’）」』 \t")
    if rest[:1].islower():
        return False
    return not rest or _ABBREVIATION.search(said[-10:]) is None


def _ends_latin(text: str, index: int) -> bool:
    """Whether an ASCII ``;``, ``!`` or ``?`` ends something: it does not within ``a;b``, ``!=`` or ``&lt;``."""
    following = text[index + 1 : index + 2]
    if text[index] == ";":
        ampersand = text.rfind("&", max(0, index - 9), index)
        if ampersand >= 0 and text[ampersand + 1 : index].lstrip("#").isalnum():
            return False
    return not following or not following.isascii() or following in " \n\t\"')]*"


def _separates(text: str, index: int, mark: str, urls: list[tuple[int, int]]) -> bool:
    """Whether a mark parts two clauses."""
    if any(first < index < last for first, last in urls):
        return False
    before, after = text[index - 1 : index], text[index + len(mark) : index + len(mark) + 1]
    if mark in ",，":
        digits = text[index + 1 : index + 5]
        return not (
            before.isdigit() and digits[:3].isdigit() and len(digits[:3]) == 3 and not digits[3:].isdigit()
        )
    if mark in ":：" and before.isdigit() and after.isdigit():
        return False
    if mark == ":":
        return not (before.isascii() and after.isascii() and after.strip() != "")
    if mark[0] in "—―" and len(mark) == 1:
        return not (before.isdigit() and after.isdigit())
    return True
