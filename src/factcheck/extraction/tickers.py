"""The codes of shares: “股票代码：9888”, “快手（01024.HK）”, “百度（NASDAQ: BIDU）”."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from factcheck.extraction.claims import Claim, TextValue
from factcheck.extraction.context import ORGANISATION_TYPES, BlockReading, Context
from factcheck.extraction.mentions import Mention
from factcheck.extraction.stance import SentenceStance
from factcheck.language.lazy import LazyPattern

_MARKET = r"(?:(?:NASDAQ|Nasdaq|NYSE|HKEX|HKSE|SEHK|SSE|SZSE|HK|SH|SZ|纳斯达克|纽交所|港交所|港股|美股|上交所|深交所|科创板|创业板|A股)\s?[：:]?\s?)?"
_CODE = r"(?P<code>\d{3,6}(?![\d年月日.亿万%])|\d{4,6}(?=\.(?:HK|SH|SZ|SS))|[A-Z]{1,5}(?![A-Za-z0-9\-]))(?:\.(?:HK|SH|SZ|SS|US|O|N))?"
# 股票代码为9888, 股份代号：0020.HK
_STATED = LazyPattern(
    rf"(?:(?:股票|证券|股份|上市|交易|港股|美股|A股)(?:交易)?)(?:代[码号]|简码)(?:\(?(?:港股|美股|A股|H股)\)?)?(?:为|是|则为|则是|：|:|叫|即|\s)*[“\"「]?{_MARKET}{_CODE}"
)
_BARE = LazyPattern(rf"[，,]\s?代[码号](?:为|是|：|:|\s)*[“\"「]?{_MARKET}{_CODE}")
# 在深交所上市, of which the sentence gives no date
_LISTED_AT = LazyPattern(
    r"(?:在|于|登陆了?|登录了?)(?:香港|上海|深圳|纽约|美国)?(?:证券交易所)?(?P<exchange>纳斯达克|纽交所|港交所|上交所|深交所|科创板|创业板)(?:主板)?(?:正式|成功)?(?:挂牌|上市|敲钟)"
)
# 快手（01024.HK）, 百度（NASDAQ: BIDU；9888.HK）: right behind the name
_BEHIND = LazyPattern(r"\s?[(（](?P<inside>[^()（）。]{3,40})[)）]")
_IN_PARENTHESES = LazyPattern(
    r"(?:(?<![0-9A-Za-z])(?P<number>\d{4,6})\.(?P<suffix>HK|SH|SZ|SS)(?![A-Za-z])"
    r"|(?P<market>NASDAQ|Nasdaq|NYSE|HKEX|SEHK|SSE|SZSE|HK|SH|SZ|纳斯达克|纽交所|港交所|港股|上交所|深交所|科创板|美股)\s?[：:]\s?(?P<code>[A-Z]{1,5}(?![A-Za-z])|\d{3,6}(?![\d.])))"
)


def claims_of(readings: Sequence[BlockReading], context: Context) -> Iterator[Claim]:
    """What a text gives as the codes of organisations."""
    for reading in readings:
        text = reading.text.text
        if "代码" in text or "代号" in text:
            yield from _stated(reading, context)
        if _LISTED_AT.search(text):
            yield from _listed(reading)
        if any(m.of_types(ORGANISATION_TYPES) and text[m.end : m.end + 1] == "(" for m in reading.mentions):
            yield from _in_parentheses(reading)


def _stated(reading: BlockReading, context: Context) -> Iterator[Claim]:
    text = reading.text.text
    for index, (start, end) in enumerate(reading.sentences):
        for found in (*_STATED.finditer(text, start, end), *_BARE.finditer(text, start, end)):
            owner = _owner(reading, start, found.start(), context)
            if owner is not None:
                following = text[end : end + 60] if index + 1 < len(reading.sentences) else ""
                stance = SentenceStance(text, start, end, reading.words, following)
                yield _claim(reading, owner, found["code"], found.start("code"), found.end("code"), stance)


def _listed(reading: BlockReading) -> Iterator[Claim]:
    """Where the one organisation of a sentence without dates is said to be listed."""
    text = reading.text.text
    for index, (start, end) in enumerate(reading.sentences):
        named = [m for m in reading.things if start <= m.start < end and m.of_types(ORGANISATION_TYPES)]
        dated = any(start <= d.start < end for d in reading.dates)
        if dated or len({m.entity_ids for m in named}) != 1 or named[0].opaque:
            continue
        for found in _LISTED_AT.finditer(text, named[0].end, end):
            if _NOT_YET.search(text, start, end):
                continue
            following = text[end : end + 60] if index + 1 < len(reading.sentences) else ""
            stance = SentenceStance(text, start, end, reading.words, following)
            a, b = found.span("exchange")
            yield _claim(reading, named[0], found["exchange"], a, b, stance, "listed_at", "wrong-relation")


_NOT_YET = LazyPattern(
    r"拟|计划|筹备|申请|递[交表]|冲刺|冲击|传闻|有望|或将|将|谋求|寻求|考虑|撤回|终止|放弃|转战|转而|曾|原本|子公司|分拆|旗下|股东|投资|母公司|基金|竞争对手|而非|不是|并非|未"
)


def _owner(reading: BlockReading, start: int, place: int, context: Context) -> Mention | None:
    """Whose code it is: the one organisation that the sentence names before it, else the one that is spoken of."""
    named = [
        m
        for m in reading.things
        if start <= m.start and m.end <= place and m.of_types(ORGANISATION_TYPES) and not m.opaque
    ]
    if named:
        near = reading.text.text[named[-1].end : place].strip("的 ()（")
        alone = len({m.entity_ids for m in named}) == 1
        return named[-1] if alone or not near else None
    return context.topic(reading, start, ORGANISATION_TYPES)


def _in_parentheses(reading: BlockReading) -> Iterator[Claim]:
    text = reading.text.text
    for mention in reading.mentions:
        if not mention.of_types(ORGANISATION_TYPES) or mention.opaque:
            continue
        behind = _BEHIND.match(text, mention.end)
        if behind is None:
            continue
        for found in _IN_PARENTHESES.finditer(text, *behind.span("inside")):
            group = "number" if found["number"] else "code"
            start, end = next(
                ((a, b) for a, b in reading.sentences if a <= mention.start < b), (0, len(text))
            )
            stance = SentenceStance(text, start, end, reading.words, "")
            yield _claim(reading, mention, found[group], found.start(group), found.end(group), stance)


def _claim(
    reading: BlockReading, owner: Mention, code: str, start: int, end: int, stance: SentenceStance,
    predicate: str = "ticker", rule: str = "wrong-number",
) -> Claim:  # fmt: skip
    first = owner.start if 0 <= owner.start <= start else start
    ids = owner.of_types(ORGANISATION_TYPES)
    return Claim(
        rule, predicate, ids, owner.text, TextValue(code), *reading.text.span(first, end),
        *reading.text.span(start, end), reading.block.ordinal, stance.at(first, end, start, end), None, {},
        construction="ticker",
    )  # fmt: skip
