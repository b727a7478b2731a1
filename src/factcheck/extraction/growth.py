"""How fast a product grew: ChatGPT上线两个月用户破亿."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from factcheck.extraction.claims import Claim, TextValue
from factcheck.extraction.context import BlockReading
from factcheck.extraction.stance import SentenceStance
from factcheck.knowledge.index import Knowledge
from factcheck.language.lazy import LazyPattern
from factcheck.language.numbers import find_quantities, han_number

_PRODUCTS = frozenset({"product"})
_DURATION = LazyPattern(
    r"(?:上线|发布|推出|问世|面世|开放|诞生)[^，,。；;0-9]{0,8}[，,]?\s?(?:仅仅?|只用了?|短短|不到|用了|用时|后|的|才|花了|约|大约|第)*\s?"
    r"(?P<number>\d+|[一二两三四五六七八九十]+)\s?(?P<unit>天|周|个月|年)(?!前|度|年|岁)"
)
_USERS = LazyPattern(r"用户|月活|注册|下载|活跃")
_OF_SOMETHING_ELSE = LazyPattern(
    r"用户数?(?:增长|增加|流失)|付费|每天|平均|周活|日活|每周|周年|TikTok|Instagram|抖音用了|相比|对比|而|Threads|超过了(?!\s?[\d一二三四五六七八九十百千万亿])"
)
_DAYS = {"天": 1, "周": 7, "个月": 30, "年": 365}


def claims_of(readings: Sequence[BlockReading], knowledge: Knowledge) -> Iterator[Claim]:
    """Claims about the time in which a product won so many users."""
    for reading in readings:
        text = reading.text.text
        if _DURATION.search(text) is None:
            continue
        for index, (start, end) in enumerate(reading.sentences):
            found = list(_DURATION.finditer(text, start, end))
            if (
                len(found) != 1
                or not _USERS.search(text, start, end)
                or _OF_SOMETHING_ELSE.search(text, start, end)
            ):
                continue
            named = [m for m in reading.mentions if start <= m.start < end and m.of_types(_PRODUCTS)]
            if (
                len({m.entity_ids for m in named}) != 1
                or named[0].opaque
                or named[0].start > found[0].start()
            ):
                continue
            taken = [(m.start, m.end) for m in reading.mentions] + [(d.start, d.end) for d in reading.dates]
            users = [
                q
                for q in find_quantities(text, taken, found[0].end(), end)
                if q.unit in ("", "users", "people") and q.middle >= 100_000
            ]
            days = _days(found[0]["number"], found[0]["unit"])
            if len(users) != 1 or not days:
                continue
            a, b = found[0].start("number"), found[0].end("unit")
            following = text[end : end + 60] if index + 1 < len(reading.sentences) else ""
            stance = SentenceStance(text, start, end, reading.words, following)
            low, high = users[0].accepted
            under = "true" if "不到" in text[found[0].start() : a] else ""
            yield Claim(
                "wrong-number", "growth", named[0].entity_ids, named[0].text, TextValue(text[a:b]),
                *reading.text.span(a, max(b, users[0].unit_end)), *reading.text.span(a, b), reading.block.ordinal,
                stance.at(a, b, a, b), None, {"days": str(days), "users": f"{low} {high}", "under": under}, construction="growth",
            )  # fmt: skip


def _days(number: str, unit: str) -> float:
    value = float(number) if number.isdigit() else han_number(number)
    return (value or 0) * _DAYS[unit]
