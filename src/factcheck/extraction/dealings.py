"""What happens to companies and is told by what happened: marks of market value, lawsuits, fines and settlements, stakes.

Imported where an article speaks of any of these.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from factcheck.extraction.claims import Claim, EntityValue, NumberValue, Value
from factcheck.extraction.context import AGENT_TYPES, ORGANISATION_TYPES, BlockReading, Context
from factcheck.extraction.mentions import Mention
from factcheck.extraction.stance import SentenceStance
from factcheck.knowledge.index import Knowledge
from factcheck.knowledge.values import DateInterval
from factcheck.language.dates import DateValue
from factcheck.language.lazy import LazyPattern
from factcheck.language.numbers import QuantityValue, find_quantities

_PARTIES = AGENT_TYPES | {"product"}  # Midjourney被起诉: the product for its maker
_CURRENCIES = frozenset({"USD", "EUR", "GBP", "CNY", "HKD"})
_REACHED = LazyPattern(
    r"(?:总?市值|市场价值)[^，,。；;]{0,30}?(?P<verb>首次|突破|达到?了?|超过|站上|站稳|升破|跨越|跨过|触及|升至|升到|涨至|涨到|越过|冲破|攀上|迈过|迈入|来到|踏入)"
)
_FIRST = LazyPattern(r"首次|首家|首个|第一家|第一个|率先|成为")
_NEARLY = LazyPattern(
    r"接近|逼近|将近|近|直逼|有望|预计|或将|可能|将|目标|冲击|冲刺|距离?|跌破|跌至|跌到|回落|一度"
)
_LOST = LazyPattern(
    r"市值[^，,。；;]{0,10}?(?:蒸发|缩水|损失|减少|抹去|跌去)|(?:蒸发|抹去|损失)了?[^，,。；;]{0,14}?市值"
)
_SUMMED = LazyPattern(r"合计|累计|共|总计|一周|两天|三天|全周|数日|七巨头|板块|科技股")
_SUES = LazyPattern(
    r"(?:正式|联合|共同|分别|一同|也|又|随后)?(?:起诉(?!书|状|方|人)|状告|控告)了?"
    r"|(?:提起|发起|提出)了?[^，,。；;]{0,10}?诉讼|告上了?(?:[^，,。；;]{0,6}法院|法庭)|诉诸法庭"
)
_SUED_BY = LazyPattern(r"(?:被|遭到?|遭遇)\s?(?:[^，,。；;]{0,6}?)$")
_TOWARDS = LazyPattern(r"(?:把|将|对|向|针对)\s?$")
_NOT_A_SUIT = LazyPattern(
    r"驳回|撤回|撤诉|撤销|和解|威胁|考虑|准备|可能|计划|拟|反诉|上诉|胜诉|败诉|宣判|裁定|判决|修改后|加入|扩大|追加|除了|此外还|之后|继"
)
_JOINED = LazyPattern(
    r"\s?(?:、|和|与|及|以及|跟|联合|携手|,|，)?\s?(?:其[^，,。；;]{0,6}|(?:旗下|公司|集团|等|两家|三家|三大)*)?\s?"
)
_SHARE = LazyPattern(r"\s?的?(?:[^，,。；;%]{0,6}?)(?:股份|股权|控股权|权益|所有权|的股)")
_HOLDS = LazyPattern(
    r"持有|持股|收购|买下|购入|购得|购买|获得|取得|拿下|入股|认购|拥有|占有|占|换取|换得|控股"
)
_SPOKEN_OF = LazyPattern(r"该公司|这家公司|该企业|其|它|公司(?=约|近|\s?\d)")
_SELLER = LazyPattern(r"(?:从|自|由|向)\s?$")
_OTHER_SHARE = LazyPattern(
    r"出售|减持|稀释|转让|剩余|其余|保留|未来|计划|拟|上限|不超过|投票权|表决权|至多|原本|此前|曾"
)
_FINED = LazyPattern(r"罚款|罚金|处罚|被罚|处以|开出|重罚|罚单")
_SETTLED = LazyPattern(r"和解")
_CEILING = LazyPattern(
    r"最高|上限|可达|至多|可处|可被|不超过|可能|最多|累计|合计|共计|总计|每[本部册件次天日]"
)
_TRIGGERS = LazyPattern(r"市值|市场价值|起诉|状告|控告|诉讼|告上|诉诸|股份|股权|罚|和解")


def claims_of(readings: Sequence[BlockReading], knowledge: Knowledge, context: Context) -> Iterator[Claim]:
    """Claims about market values, lawsuits, fines and stakes, sentence by sentence."""
    for reading in readings:
        text = reading.text.text
        if _TRIGGERS.search(text) is None:
            continue
        for index, (start, end) in enumerate(reading.sentences):
            if _TRIGGERS.search(text, start, end) is None:
                continue
            following = text[end : end + 60] if index + 1 < len(reading.sentences) else ""
            yield from _Sentence(reading, start, end, following, knowledge, context).claims()


class _Sentence:
    """One sentence that speaks of dealings."""

    def __init__(
        self, reading: BlockReading, start: int, end: int, following: str, knowledge: Knowledge, context: Context
    ) -> None:  # fmt: skip
        self._reading, self._text = reading, reading.text.text
        self._start, self._end = start, end
        self._knowledge, self._context = knowledge, context
        self._stance = SentenceStance(self._text, start, end, reading.words, following)
        self._named = [m for m in reading.mentions if start <= m.start < end and not m.opaque]
        self._dates = [d for d in reading.dates if start <= d.start < end and d.interval is not None]
        taken = [(m.start, m.end) for m in reading.mentions] + [(d.start, d.end) for d in reading.dates]
        self._amounts = list(find_quantities(self._text, taken, start, end))

    def claims(self) -> Iterator[Claim]:
        yield from self._market_values()
        yield from self._losses()
        yield from self._lawsuits()
        yield from self._stakes()
        yield from self._penalties()

    # Market value

    def _market_values(self) -> Iterator[Claim]:
        """2025年7月，英伟达的市值首次突破4万亿美元."""
        for found in _REACHED.finditer(self._text, self._start, self._end):
            a, b = self._clause(found.start())
            amount = next((q for q in self._amounts if found.end() <= q.start < b), None)
            if amount is None or amount.unit not in _CURRENCIES or amount.middle < 1e11:
                continue
            if _NEARLY.search(self._text, found.start(), amount.start) or _NEARLY.search(
                self._text, a, found.start()
            ):
                continue
            when = self._when(a, b)
            company = self._company(a, found.end(), "market_cap")
            if when is None or company is None:
                continue
            first = _FIRST.search(self._text, a, amount.start) is not None
            qualifiers = {"mark": "first" if first else "at"}
            yield self._claim("wrong-number", "market_cap", company, amount, when, qualifiers)

    def _losses(self) -> Iterator[Claim]:
        """单日市值蒸发5890亿美元."""
        for found in _LOST.finditer(self._text, self._start, self._end):
            a, b = self._clause(found.start())
            amount = next((q for q in self._amounts if a <= q.start < b and q.unit in _CURRENCIES), None)
            when = self._when(a, b)
            company = self._company(a, b, "market_cap")
            if amount is None or when is None or company is None or _SUMMED.search(self._text, a, b):
                continue
            yield self._claim("wrong-number", "market_cap", company, amount, when, {"mark": "lost"})

    # Lawsuits

    def _lawsuits(self) -> Iterator[Claim]:
        """纽约时报起诉OpenAI与微软; 把Midjourney告上法庭; OpenAI被纽约时报起诉."""
        for found in _SUES.finditer(self._text, self._start, self._end):
            a, b = self._clause(found.start())
            if _NOT_A_SUIT.search(self._text, a, found.end()):
                continue
            before = [m for m in self._parties() if a <= m.start < found.start()]
            after = [m for m in self._parties() if found.end() <= m.start < b]
            passive = next((i for i, m in enumerate(before) if _SUED_BY.search(self._text, a, m.start)), None)
            turned = next((i for i, m in enumerate(before) if _TOWARDS.search(self._text, a, m.start)), None)
            if passive:
                defendants, plaintiffs = before[:passive], before[passive:]
            elif turned is not None:
                plaintiffs, defendants = before[:turned], before[turned:]
            else:
                plaintiffs = before
                defendants = self._joined(after) if after and after[0].start - found.end() < 4 else []
            when = self._when(a, b)
            yield from self._suit(plaintiffs, defendants, when)

    def _suit(
        self, plaintiffs: Sequence[Mention], defendants: Sequence[Mention], when: DateInterval | None
    ) -> Iterator[Claim]:
        if not plaintiffs or not defendants:
            return
        beside = {"beside": ",".join(i for m in (*plaintiffs, *defendants) for i in m.entity_ids)}
        for plaintiff in plaintiffs:
            for defendant in defendants:
                yield self._deal("sued", plaintiff, defendant, when, beside)
        for defendant in defendants:
            for plaintiff in plaintiffs:
                yield self._deal("sued_by", defendant, plaintiff, when, beside)

    def _parties(self) -> list[Mention]:
        return [m for m in self._named if m.of_types(_PARTIES)]

    def _joined(self, named: Sequence[Mention]) -> list[Mention]:
        """The first of some mentions, with those that an enumeration joins to it."""
        joined = list(named[:1])
        for mention in named[1:]:
            if _JOINED.fullmatch(self._text, joined[-1].end, mention.start) is None:
                break
            joined.append(mention)
        return joined

    # Stakes and penalties

    def _stakes(self) -> Iterator[Claim]:
        """现代汽车收购了波士顿动力80%的股份."""
        for amount in self._amounts:
            if amount.unit != "percent" or _SHARE.match(self._text, amount.unit_end) is None:
                continue
            a, b = self._clause(amount.start)
            if _HOLDS.search(self._text, a, b) is None or _OTHER_SHARE.search(self._text, a, b):
                continue
            parties = self._holder_and_held(a, amount.start)
            if parties is None:
                continue
            holder = ",".join(parties[0].of_types(ORGANISATION_TYPES))
            yield self._claim(
                "wrong-number", "stake", parties[1], amount, self._when(a, b), {"holder": holder}
            )

    def _holder_and_held(self, a: int, b: int) -> tuple[Mention, Mention] | None:
        """Who holds shares of whom: two companies of the clause, or of the one before it (入股英特尔，获得10%的股份); or
        one, and a company spoken of (微软持有其27%的股份)."""
        named = self._parties_between(a, b)
        if not named and a > self._start:
            earlier = max((c for c in self._reading.clause_starts if c < a), default=self._start)
            named = self._parties_between(max(earlier, self._start), a)
        if len({m.entity_ids for m in named}) == 2:
            return named[0], named[-1]
        alone = len(named) == 1 and a <= named[0].start
        if not alone or not _SPOKEN_OF.search(self._text, named[0].end, b):
            return None
        held = self._company(a, a, "stake")
        return (named[0], held) if held is not None and held.entity_ids != named[0].entity_ids else None

    def _parties_between(self, a: int, b: int) -> list[Mention]:
        return [
            m
            for m in self._named
            if a <= m.start < b
            and m.of_types(ORGANISATION_TYPES)
            and not _SELLER.search(self._text, a, m.start)
        ]

    def _penalties(self) -> Iterator[Claim]:
        """意大利数据保护局对OpenAI罚款1500万欧元; Anthropic支付15亿美元达成和解."""
        for kind, words in (("fine", _FINED), ("settlement", _SETTLED)):
            found = words.search(self._text, self._start, self._end)
            if found is None or _CEILING.search(self._text, self._start, self._end):
                continue
            amounts = [q for q in self._amounts if q.unit in _CURRENCIES and q.middle >= 1e5]
            parties = [m for m in self._named if self._known(m, "penalty")]
            if len(amounts) == 1 and len({m.entity_ids for m in parties}) == 1:
                when = self._when(self._start, self._end)
                yield self._claim("wrong-number", "penalty", parties[0], amounts[0], when, {"kind": kind})

    # What they have in common

    def _clause(self, position: int) -> tuple[int, int]:
        """The clause around a position; a short adverbial before its comma belongs to it."""
        starts = [c for c in self._reading.clause_starts if self._start <= c <= position]
        a = starts[-1] if starts else self._start
        b = min((c for c in self._reading.clause_starts if c > position), default=self._end)
        return a, min(b, self._end)

    def _when(self, a: int, b: int) -> DateInterval | None:
        """The date of a clause, or the one date before it in its sentence."""
        here = [d for d in self._dates if a <= d.start < b]
        dates: list[DateValue] = here or [d for d in self._dates if d.start < a]
        if len(dates) != 1 or dates[0].kind == "range" or dates[0].relation or dates[0].vague:
            return None
        return dates[0].interval

    def _company(self, a: int, b: int, predicate: str) -> Mention | None:
        """The one company of a clause of which something is recorded; else that of a clause before, or of the text."""
        before = [c for c in self._reading.clause_starts if self._start <= c < a]
        earlier = list(zip(before, [*before, a][1:], strict=True))
        for first, last in ((a, b), *reversed(earlier)):
            named = [m for m in self._named if first <= m.start < last and m.of_types(ORGANISATION_TYPES)]
            if named:
                alone = len({m.entity_ids for m in named}) == 1
                return named[0] if alone and self._known(named[0], predicate) else None
        topic = self._context.topic(
            self._reading, a, ORGANISATION_TYPES, knows=lambda m: self._known(m, predicate)
        )
        return topic if topic is not None and not topic.opaque else None

    def _known(self, mention: Mention, predicate: str) -> bool:
        return any(
            i in self._knowledge and self._knowledge.entity(i).facts_of(predicate)
            for i in mention.of_types(ORGANISATION_TYPES)
        )

    def _claim(
        self, rule: str, predicate: str, subject: Mention, amount: QuantityValue, when: DateInterval | None,
        qualifiers: dict[str, str],
    ) -> Claim:  # fmt: skip
        value = NumberValue(amount, self._text[amount.start : amount.unit_end])
        span = (amount.start, amount.unit_end)
        return self._made(rule, predicate, subject, value, span, span, when, qualifiers)

    def _deal(
        self, predicate: str, subject: Mention, other: Mention, when: DateInterval | None, qualifiers: dict[str, str]
    ) -> Claim:  # fmt: skip
        value = EntityValue(other.of_types(_PARTIES), other.text)
        whole = (min(subject.start, other.start), max(subject.end, other.end))
        return self._made(
            "wrong-relation", predicate, subject, value, whole, (other.start, other.end), when, qualifiers
        )

    def _made(
        self, rule: str, predicate: str, subject: Mention, value: Value, whole: tuple[int, int], place: tuple[int, int],
        when: DateInterval | None, qualifiers: dict[str, str],
    ) -> Claim:  # fmt: skip
        span = self._reading.text.span
        return Claim(
            rule, predicate, subject.entity_ids, subject.text, value, *span(*whole), *span(*place),
            self._reading.block.ordinal, self._stance.at(*whole, *place), None, qualifiers, when=when,
            construction=predicate,
        )  # fmt: skip
