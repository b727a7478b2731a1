"""A number and its own conversion: 1750亿（17.5B）. Needs no knowledge base."""

from __future__ import annotations

import math
from collections.abc import Iterator
from itertools import pairwise

from factcheck.extraction.claims import ASSERTED, Claim, NumberValue
from factcheck.extraction.context import BlockReading
from factcheck.language.lazy import LazyPattern
from factcheck.language.numbers import QuantityValue, find_quantities

_EQUAL = r"也就是|折合|约合|合|相当于|即|等于|换算成|换算为|就是|=|≈"
_MAY_EQUATE = LazyPattern(rf"\(|{_EQUAL}")
# What may stand between a number and its conversion.
_BRIDGE = LazyPattern(
    rf"(?:多|余)?[个颗枚块台名位人次条张]?(?:模型)?(?:参数|token|tokens|词元|美元|元|晶体管|汉字|字|张图片|道题)?\s*(?:\((?:约|相当于|即|折合|合|也就是|约合|大约|约为|换算为|=|≈|~)*|[,，]?\s*(?:{_EQUAL})(?:约|大约|为)?)\s*(?:US\$|[$€£¥])?\s*"
)
_CLOSED = LazyPattern(r"[^()]{0,5}\)|\s?[a-z]+\s?\)")
_KINDS = {"parameters": "count", "tokens": "count", "users": "count", "people": "count", "": "count",
          "transistors": "count", "images": "count", "characters": "count", "words": "count", "questions": "count"}  # fmt: skip
_MONEY = frozenset({"USD", "CNY", "EUR", "GBP"})


def claims_of(reading: BlockReading) -> Iterator[Claim]:
    """Pairs of numbers that the text equates and that differ by a power of ten."""
    text = reading.text.text
    if _MAY_EQUATE.search(text) is None or not any(map(str.isdigit, text)):
        return
    taken = [(m.start, m.end) for m in reading.mentions] + [(d.start, d.end) for d in reading.dates]
    quantities = [q for q in find_quantities(text, taken) if q.scaled]
    for first, second in pairwise(quantities):
        if equated(text, first, second) and _off_by_power_of_ten(first, second):
            start, end = reading.text.span(first.start, second.unit_end)
            value_start, value_end = reading.text.span(second.start, second.unit_end)
            yield Claim(
                "number-mismatch", "conversion", (), text[first.start : first.unit_end], NumberValue(second, text[second.start : second.unit_end]),
                start, end, value_start, value_end, reading.block.ordinal, ASSERTED, None,
                {"first_low": repr(first.low), "first_high": repr(first.high)}, None, False, True, "conversion",
            )  # fmt: skip


def equated(text: str, first: QuantityValue, second: QuantityValue) -> bool:
    """Whether the text says that two numbers are the same."""
    between = text[first.end : second.start]
    if len(between) > 24 or _BRIDGE.fullmatch(between) is None:
        return False
    inside = "(" in between
    if inside and _CLOSED.match(text, second.unit_end) is None:
        return False
    kinds = {_KINDS.get(q.unit, q.unit) for q in (first, second)}
    money = {q.unit for q in (first, second) if q.unit in _MONEY}
    return (len(money) == 1 and kinds <= {*money, "count"}) or (not money and kinds == {"count"})


def _off_by_power_of_ten(first: QuantityValue, second: QuantityValue) -> bool:
    if first.low <= second.high * 1.12 and second.low <= first.high * 1.12:
        return False
    ratio = math.log10(first.middle / second.middle)
    return abs(ratio - round(ratio)) < 0.03 and 1 <= abs(round(ratio)) <= 4
