"""A count and the list that it counts: DENDRAL、MYCIN和XCON四个系统; 重点看五款：A、B、C和D。 Needs no knowledge base."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from factcheck.extraction.claims import ASSERTED, Claim, TextValue
from factcheck.extraction.context import PERSON_TYPES, BlockReading
from factcheck.language.lazy import LazyPattern

_NUMBER = r"(?P<number>[两二三四五六七八九十]|(?<![\d.])1?\d(?![\d.]))"
_CLASSIFIER = r"(?P<classifier>个|位|款|家|人|名|种|项|所|篇|门)"
_ITEM = r"(?:\([^()]*\)|[^、，,。；;：:！!？?()和与及\n]){1,40}"
_AND = r"(?:以及|和|与|及|跟)"
_LIST = rf"(?P<list>{_ITEM}(?:、{_ITEM})+(?:、?{_AND}{_ITEM})?|{_ITEM}(?:以及|和|与|及){_ITEM})"
# The list before its count, and the count before its list.
_LISTED = LazyPattern(rf"{_LIST}(?:这|共|一共|总共)?{_NUMBER}\s?{_CLASSIFIER}(?![多余几]|以上|月|小时|百分)")
_ANNOUNCED = LazyPattern(
    rf"(?<![第前另余每各其下上近约超之后]){_NUMBER}\s?{_CLASSIFIER}[^，,。；;：:、()]{{0,10}}[：:]\s?(?P<list>{_ITEM}(?:、{_ITEM})+(?:、?{_AND}{_ITEM})?)(?=[。；;\n]|$)"
)
_COUNTABLE = LazyPattern(r"[两二三四五六七八九十\d]\s?[个位款家人名种项所篇门]")
_OTHERWISE = (
    "第",
    "前",
    "后",
    "近",
    "约",
    "超",
    "达",
    "每",
    "各",
    "另",
    "其他",
    "其它",
    "其余",
    "首",
    "余",
    "之",
    "共有",
    "还有",
    "任",
    "最后",
    "最",
    "这",
)
_NO_NOUN = (
    "把",
    "将",
    "用",
    "有",
    "为",
    "出",
    "了",
    "的",
    "在",
    "对",
    "是",
    "做",
    "以",
    "从",
    "给",
    "到",
    "成",
    "用了",
    "等",
)
_PART = LazyPattern(r"[等…]|\.\.\.|比如|例如|其中|之一|分别|以下|其他|其它")
# What several things may make up together: BERT、GPT-3和T5两个方向.
_GROUPED = LazyPattern(
    r"\s?(?:不同)?的?(?:方向|方面|阶段|部分|维度|角度|层面|阵营|领域|流派|路线|类别|类型|代|系列|家族|时代|梯队|团队|系(?!统)|派|级别|档)"
)
_SEPARATOR = LazyPattern(r"、?(?:以及|和|与|及|跟)|、")
_LATIN_NAME = LazyPattern(r"(?<![A-Za-z])[A-Z][A-Za-z0-9.\-]+$")
_PARENTHESIS = LazyPattern(r"\([^()]*\)")
_DIGITS = {c: i for i, c in enumerate("零一二三四五六七八九十")} | {"两": 2}
_FEWEST_NAMED, _LONGEST_WORD = 2, 6


def claims_of(reading: BlockReading) -> Iterator[Claim]:
    """Lists whose length is not the number that the text gives them."""
    text = reading.text.text
    if "、" not in text and "和" not in text and "与" not in text:
        return
    if _COUNTABLE.search(text) is None:
        return
    for pattern in (_LISTED, _ANNOUNCED):
        for found in pattern.finditer(text):
            items = _items(found["list"])
            number = _DIGITS.get(found["number"]) or int(found["number"])
            listed_first = pattern is _LISTED
            if (
                number == len(items)
                or number < 2
                or not _names(reading, found.start("list"), items, found["classifier"])
            ):
                continue
            if listed_first and (
                _continues(text, found.start("list"))
                or items[-1].endswith(_OTHERWISE)
                or (items[-1].endswith("等") and len(items) < number)
                or _GROUPED.match(text, found.end())
            ):
                continue
            if not listed_first and _PART.search(text, found.start(), found.end()):
                continue
            start, end = reading.text.span(found.start(), found.end())
            value = reading.text.span(found.start("number"), found.end("classifier"))
            shown = text[found.start("number") : found.end("classifier")]
            yield Claim(
                "number-mismatch", "tally", (), found["list"], TextValue(shown), start, end, *value, reading.block.ordinal, ASSERTED, None,
                {"count": str(len(items))}, None, False, True, "tally",
            )  # fmt: skip


def _items(listed: str) -> list[str]:
    plain = _SEPARATOR.sub("、", _PARENTHESIS.sub("", listed))
    return [item.strip() for item in plain.split("、") if item.strip()]


def _continues(text: str, start: int) -> bool:
    """Whether the list began before ``start``: 微软和谷歌、亚马逊三家."""
    before = text[:start].rstrip()
    return before.endswith(("和", "与", "及", "跟", "同", "、", ")", "以及", "或"))


def _names(reading: BlockReading, start: int, items: Sequence[str], classifier: str) -> bool:
    """Whether the items are names, and not phrases that may have commas of their own."""
    text = reading.text.text
    place, named, closed = start, 0, False
    for item in items:
        place = text.find(item, place)
        end = place + len(item)
        mentioned = [m for m in reading.mentions if place <= m.start and m.end <= end]
        people = any(m.of_types(PERSON_TYPES) for m in mentioned)
        latin = _LATIN_NAME.search(item)
        named += bool(mentioned or latin) and (people or classifier not in ("位", "人", "名"))
        closed = any(m.end == end for m in mentioned) or latin is not None or item.endswith("等")
        place = end
    if not named and classifier in ("种", "项", "门", "个"):
        return (
            len(items) > _FEWEST_NAMED
            and all(len(i) <= _LONGEST_WORD for i in items[1:])
            and len(items[0]) <= 2 * _LONGEST_WORD
            and not items[-1].endswith(_NO_NOUN)
        )
    return closed and named >= max(_FEWEST_NAMED, len(items) - 1)
