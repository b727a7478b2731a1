"""The date of an article, from what it says about itself.

Front matter comes first, then a line such as ``最后更新：2025年1月`` near the beginning or the end, then a
date in the top heading. A year alone in the title (``2023 年大模型大事记``) is what the article is about, not
when it was written.
"""

from __future__ import annotations

import re

from factcheck.document.blocks import Block, Span
from factcheck.knowledge.values import DateInterval

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

_FIRST_BLOCKS = 12
_LAST_BLOCKS = 6
_LONGEST_NOTE = 1000  # how much of a block is searched

_UPDATE_KEYS = frozenset(
    {
        "lastmod",
        "lastmodified",
        "lastupdated",
        "modified",
        "modifiedat",
        "dateupdated",
        "datemodified",
        "update",
    }
    | {
        "updated",
        "updatedat",
        "updatedate",
        "updatetime",
        "更新",
        "更新时间",
        "更新日期",
        "最后更新",
        "修改时间",
    }
)
_PUBLICATION_KEYS = frozenset(
    {"date", "created", "createdat", "datepublished", "pubdate", "pubdatetime", "publishdate", "published"}
    | {"publishedat", "publishedon", "日期", "发布时间", "发布日期", "创建时间", "发表时间", "发表日期"}
)

_GAP = r"[ \t\u00a0\u3000]{0,3}"
_DATE = (
    rf"(?:(?P<y1>\d{{4}}){_GAP}年(?:{_GAP}(?P<m1>\d{{1,2}}){_GAP}月(?:{_GAP}(?P<d1>\d{{1,2}}){_GAP}[日号號])?)?"
    r"|(?P<y2>\d{4})(?P<separator>[-/.])(?P<m2>\d{1,2})(?:(?P=separator)(?P<d2>\d{1,2}))?"
    r"(?:[T ]\d{1,2}:\d{2}[\d:.Z+-]*)?(?!\d)"
    r"|(?P<y3>[〇零○一二三四五六七八九]{4})年"
    r"(?:(?P<m3>[一二三四五六七八九十]{1,2})月(?:(?P<d3>[一二三四五六七八九十]{1,3})[日号號])?)?"
    rf"|(?:(?P<d4>\d{{1,2}}){_GAP})?(?P<m4>Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]{{0,6}}\.?{_GAP}"
    rf"(?:(?P<d5>\d{{1,2}})(?:st|nd|rd|th)?,?{_GAP})?(?P<y4>\d{{4}})"
    r"|(?P<y5>\d{4})(?![\d年]))"
)
_MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")
_CHINESE_DIGITS = dict(zip("〇零○一二三四五六七八九", "000123456789", strict=True))

_UPDATE_LABEL = (
    r"(?:最后|最後|最近|最新|上次|末次)?(?:更新|修改|修订|修訂)(?:时间|時間|日期|于|於)?"
    r"|(?:撰|编|編)?(?:写|寫)(?:于|於)|成文(?:日期|时间|于)?|(?:成稿|完稿|定稿)(?:日期|于)?"
    r"|年终整理|整理(?:于|於)"
    r"|(?i:last\s(?:updated|modified|edited|revised)|updated)(?:\s(?:on|at))?"
)
_PUBLICATION_LABEL = (
    r"(?:发布|發布|發佈|发表|發表|刊登|首发|首發)(?:时间|時間|日期|于|於)|(?:报告|截稿|撰稿|写作|出版|发刊|刊发|制表)?(?:日期|时间)"
    r"|(?i:published|posted|date)(?:\s(?:on|at))?"
)
_LABELLED = (
    rf"(?:(?P<update>{_UPDATE_LABEL})|(?P<publication>{_PUBLICATION_LABEL}))"
    rf"{_GAP}(?P<colon>[:：|｜])?{_GAP}(?:[，,]{_GAP})?(?:[于於为]{_GAP})?(?P<date>{_DATE})"
)
_FOLLOWED = (
    rf"(?P<date>{_DATE}){_GAP}(?:年终整理|定稿|成稿|完稿|修订|修訂|更新|整理|撰写|撰寫)"
    r"(?=[）)\]】。；;，,|｜\s]|$)"
)
_IN_TITLE = rf"[（(]{_GAP}(?P<date>{_DATE}){_GAP}(?:更新|修订|整理|版|定稿)?{_GAP}[）)]"
_DIARY = rf"{_GAP}(?P<date>{_DATE})(?=$|[\s，,：:|｜—-]|星期|周|週|礼拜)"

# Without one of these words there is no labelled date; looking for them is cheaper than the pattern.
_LABEL_WORDS = (
    {"更新", "修改", "修订", "修訂", "写于", "寫於", "成文", "成稿", "完稿", "定稿", "整理", "撰写", "撰寫"}
    | {"发布", "發布", "發佈", "发表", "發表", "刊登", "首发", "首發", "日期", "时间"}
    | {"pdated", "odified", "dited", "evised", "ublished", "osted", "Date", "date"}
)
_SEPARATORS = "|｜·•/。；;—-\n"
_ENDS_OF_METADATA = ")）】]|｜·•/。；;*_—-"


def article_date(blocks: tuple[Block, ...]) -> tuple[DateInterval, Span] | None:
    """The date of the article that the blocks make up, and its place in the source."""
    if blocks and blocks[0].kind == "front_matter":
        found = _front_matter_date(blocks[0])
        if found is not None:
            return found
    return _labelled_date(blocks) or _title_date(blocks)


def front_matter_entries(block: Block) -> Iterator[tuple[str, str, int]]:
    """The plain ``key: value`` (TOML: ``key = value``) lines of front matter: key, bare value, place of the
    value in the text.

    Only what a line can hold: nested values, lists and multi-line strings are passed over.
    """
    for match in re.finditer(r"(?m)^[\"']?([\w.-]+)[\"']?[ \t]*[:=][ \t]*(\S[^\r\n]*)", block.text.text):
        value, place = match.group(2), match.start(2)
        if value[0] in "\"'":
            closing = value.find(value[0], 1)
            value, place = (value[1:closing], place + 1) if closing > 0 else (value[1:], place + 1)
        else:
            value = re.split(r"\s#", value, maxsplit=1)[0].rstrip()
        yield match.group(1), value, place


def read_date(match: re.Match[str]) -> DateInterval | None:
    """The date that `_DATE` matched; None for one that is not in the calendar."""
    found = match.groupdict()
    year = found["y1"] or found["y2"] or found["y4"] or found["y5"]
    month, day = found["m1"] or found["m2"], found["d1"] or found["d2"] or found["d4"] or found["d5"]
    if found["m4"]:
        month = str(_MONTHS.index(found["m4"].title()) + 1)
    if found["y3"]:
        year = "".join(_CHINESE_DIGITS[digit] for digit in found["y3"])
        month, day = _chinese_number(found["m3"]), _chinese_number(found["d3"])
    try:
        return DateInterval.of(int(year), int(month) if month else None, int(day) if day else None)
    except ValueError:
        return None


def _chinese_number(text: str | None) -> str | None:
    """``十二`` to ``12``; numbers below a hundred."""
    if text is None:
        return None
    tens, ten, ones = text.rpartition("十")
    value = (int(_CHINESE_DIGITS.get(tens, "1")) * 10 if ten else 0) + int(_CHINESE_DIGITS.get(ones, "0"))
    return str(value)


def _front_matter_date(block: Block) -> tuple[DateInterval, Span] | None:
    updated: list[tuple[DateInterval, Span]] = []
    published: list[tuple[DateInterval, Span]] = []
    for key, value, place in front_matter_entries(block):
        name = key.lower().replace("_", "").replace("-", "").replace(".", "")
        if name not in _UPDATE_KEYS and name not in _PUBLICATION_KEYS:
            continue
        match = re.match(_DATE, value)
        date = read_date(match) if match is not None else None
        if match is not None and date is not None:
            span = block.text.span(place, place + match.end())
            (updated if name in _UPDATE_KEYS else published).append((date, span))
    return max(updated or published, key=lambda entry: entry[0].last, default=None)


def _labelled_date(blocks: tuple[Block, ...]) -> tuple[DateInterval, Span] | None:
    updated: list[tuple[DateInterval, Span]] = []
    published: list[tuple[DateInterval, Span]] = []
    for block in _outskirts(blocks):
        text = block.text.text[:_LONGEST_NOTE]
        if not any(word in text for word in _LABEL_WORDS):
            continue
        for match in re.finditer(_LABELLED, text):
            if match.group("update"):
                if _stands_free(text, match, weak=False):
                    _keep(updated, block, match)
            elif _may_be_about_article(block) and _stands_free(text, match, weak=True):
                _keep(published, block, match)
        for match in re.finditer(_FOLLOWED, text):
            if _is_own_phrase(text, match):
                _keep(updated, block, match)
    return max(updated or published, key=lambda entry: entry[0].last, default=None)


def _outskirts(blocks: tuple[Block, ...]) -> Iterator[Block]:
    """The prose blocks at the beginning and at the end of an article, where it speaks of itself."""
    last = len(blocks) - _LAST_BLOCKS
    for block in blocks:
        if (block.ordinal < _FIRST_BLOCKS or block.ordinal >= last) and block.kind in (
            "paragraph",
            "list_item",
        ):
            yield block


def _may_be_about_article(block: Block) -> bool:
    """Whether ``发布时间：…`` here can be the article's: under a section heading it is that of a model."""
    return len(block.headings) <= 1 and block.parent is None


def _keep(found: list[tuple[DateInterval, Span]], block: Block, match: re.Match[str]) -> None:
    date = read_date(match)
    if date is not None:
        found.append((date, block.text.span(*match.span("date"))))


def _stands_free(text: str, match: re.Match[str], weak: bool) -> bool:
    """Whether a labelled date is a line, or a part of one, about the article, and not a clause about
    something else.
    """
    before = text[text.rfind("\n", 0, match.start()) + 1 : match.start()].rstrip(" \u3000*_（(【[「“")
    if before and before[-1] not in _SEPARATORS and not before.endswith(("本文", "文章", "编辑部")):
        # ``作者：张三  更新时间：2024-01-02``
        if match.group("colon") is None or not re.search(r"[:：]|作者|(?i:by)\b", before):
            return False
        if text[match.start() - 1] not in " \u3000*_":
            return False
    after = text[match.end() :].lstrip(" \u3000")
    if not weak:
        return not after or after[0] in _ENDS_OF_METADATA + "，,\n" or text[match.end()] in " \u3000"
    metadata = re.match(
        r"作者|分类|分類|标签|標籤|阅读|閱讀|字数|字數|来源|來源|浏览|(?i:by)\b|星期|周|週", after
    )
    return not after or after[0] in _ENDS_OF_METADATA + "\n" or metadata is not None


def _is_own_phrase(text: str, match: re.Match[str]) -> bool:
    """Whether ``2024年8月定稿`` stands as a phrase of its own, as in ``（某书节选，2024年8月定稿）``."""
    before = text[: match.start()].rstrip(" \u3000*_")
    return not before or before[-1] in "（(【[，,。；;|｜·•\n" or before.endswith(("本文", "于", "於"))


def _title_date(blocks: tuple[Block, ...]) -> tuple[DateInterval, Span] | None:
    title = next((block for block in blocks[:_FIRST_BLOCKS] if block.kind == "heading"), None)
    if title is None or not any(character.isdigit() for character in title.text.text):
        return None
    for pattern, precisions in ((_IN_TITLE, ("day", "month")), (_DIARY, ("day",))):
        search = re.search if pattern is _IN_TITLE else re.match
        match = search(pattern, title.text.text)
        date = read_date(match) if match is not None else None
        if match is not None and date is not None and date.precision in precisions:
            return date, title.text.span(*match.span("date"))
    return None
