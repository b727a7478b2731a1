"""What an API costs: 每百万输入token 5美元、输出15美元."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

from factcheck.extraction.claims import Claim, NumberValue
from factcheck.extraction.context import BlockReading, Context
from factcheck.extraction.mentions import Mention
from factcheck.extraction.stance import SentenceStance
from factcheck.knowledge.index import Knowledge
from factcheck.language.lazy import LazyPattern
from factcheck.language.numbers import QuantityValue, find_quantities

PER_MILLION = "1M tokens"
_CURRENCIES = frozenset({"USD", "CNY"})
_PRICED = frozenset({"model", "product", "api"})
_PER = LazyPattern(
    r"(?:每|/|／|一)\s?(?:1\s?)?(?:百万|100\s?万|1M|M|million)\s?个?\s?(?:输入|输出|的)*\s?(?:token|词元|M?Tok)",
    2,
)
# Prices of something else, or for a time: of cached and batched input, of other media, at night.
_SPECIAL = LazyPattern(
    r"缓存|批处理|批量|batch|cache|优惠|折|错峰|半价|原价|降|涨|下调|上调|微调|音频|语音|图像|图片|以内|超过\d|以上|阶梯|免费|训练|起步|视频",
    2,
)
_SIDES = LazyPattern(r"输入|输出|提示词?|补全|input|output|prompt|completion", 2)
_SIDE_OF = {"输入": "input", "input": "input", "提示": "input", "提示词": "input", "prompt": "input"}
_RESPECTIVELY = LazyPattern(r"分别|依次|各为|各是")
_COMPARED = LazyPattern(r"(?:比|较|相比|相较于?|对比|远低于|低于|高于|相当于|约为|超过|对标|而非|不及)\s?$")
_JOINED = LazyPattern(r"\s?(?:和|与|、|及|/|以及)\s?")


def claims_of(readings: Sequence[BlockReading], knowledge: Knowledge, context: Context) -> Iterator[Claim]:
    """Claims on the price of a million tokens that go in or come out."""
    for reading in readings:
        text = reading.text.text
        if _PER.search(text) is None:
            continue
        for index, (start, end) in enumerate(reading.sentences):
            if _PER.search(text, start, end) is None or _SPECIAL.search(text, start, end):
                continue
            following = text[end : end + 60] if index + 1 < len(reading.sentences) else ""
            stance = SentenceStance(text, start, end, reading.words, following)
            for amount, side in _sides(text, start, end, _amounts(reading, start, end)):
                subject = _subject(reading, start, amount, knowledge, context)
                if subject is not None:
                    yield _claim(reading, subject, amount, side, stance)


def _amounts(reading: BlockReading, start: int, end: int) -> list[QuantityValue]:
    taken = [(m.start, m.end) for m in reading.mentions] + [(d.start, d.end) for d in reading.dates]
    found = find_quantities(reading.text.text, taken, start, end)
    return [q for q in found if q.unit in _CURRENCIES and not q.hedge]


def _sides(
    text: str, start: int, end: int, amounts: Sequence[QuantityValue]
) -> Iterator[tuple[QuantityValue, str]]:
    """Each amount with what it is paid for; none where that cannot be told."""
    places = [start, *(a.unit_end for a in amounts)]
    ordered: list[str] = []
    for number, amount in enumerate(amounts):
        before = _named(text, places[number], amount.start)
        if len(set(before)) > 1:
            if _RESPECTIVELY.search(text, places[number], amount.start) is None:
                continue  # 输入、输出均为…
            ordered = before[:2]
        if ordered and (not before or len(before) > 1):
            yield amount, ordered.pop(0)
            continue
        stop = amounts[number + 1].start if number + 1 < len(amounts) else end
        comma = min(
            (p for p in (text.find(c, amount.unit_end, stop) for c in "，,；;、") if p >= 0), default=stop
        )
        told = before[-1:] or _named(text, amount.unit_end, comma)[:1]
        if told:
            yield amount, told[0]


def _named(text: str, start: int, end: int) -> list[str]:
    found = [m[0].lower() for m in _SIDES.finditer(text, start, end)]
    return [_SIDE_OF.get(word, "output") for word in found]


def _subject(
    reading: BlockReading, start: int, amount: QuantityValue, knowledge: Knowledge, context: Context
) -> Mention | None:
    """What the price is of: the last thing named before it that it is not compared with, else what is spoken of."""
    text = reading.text.text

    def priced(mention: Mention) -> bool:
        return any(
            f.text("of") for i in mention.of_types(_PRICED) for f in knowledge.entity(i).facts_of("price")
        )

    named = [
        m
        for m in reading.things
        if start <= m.start < amount.start
        and m.of_types(_PRICED)
        and _COMPARED.search(text, max(start, m.start - 6), m.start) is None
    ]
    if any(_JOINED.fullmatch(text, a.end, b.start) for a, b in pairwise(named)):
        return None  # 两款模型的价格分别为…
    found = named[-1] if named else context.topic(reading, start, _PRICED, knows=priced)
    return found if found is not None and not found.opaque and priced(found) else None


def _claim(
    reading: BlockReading, subject: Mention, amount: QuantityValue, side: str, stance: SentenceStance
) -> Claim:
    text = reading.text.text
    first = amount.start - (text[amount.start - 1 : amount.start] in ("$", "¥"))
    start = min(subject.start, first) if subject.end <= first else first
    within = reading.clause_starts and start >= max(
        (c for c in reading.clause_starts if c <= first), default=0
    )
    place = reading.text.span(start if within else first, amount.unit_end)
    value = reading.text.span(first, amount.unit_end)
    said = stance.at(first, amount.unit_end, first, amount.unit_end)
    return Claim(
        "wrong-number", "price", subject.of_types(_PRICED), subject.text,
        NumberValue(amount, text[first : amount.unit_end]), *place, *value, reading.block.ordinal, said, None,
        {"of": side, "per": PER_MILLION}, construction="price",
    )  # fmt: skip
