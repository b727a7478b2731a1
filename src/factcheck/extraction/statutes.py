"""What laws and plans hold: the ceiling of fines, the years of aims; and who coined a term."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from factcheck.extraction.claims import Claim, EntityValue, NumberValue, TextValue, Value
from factcheck.extraction.context import AGENT_TYPES, BlockReading, Context
from factcheck.extraction.mentions import Mention
from factcheck.extraction.stance import SentenceStance
from factcheck.knowledge.index import Knowledge
from factcheck.language.lazy import LazyPattern
from factcheck.language.numbers import find_quantities

_POLICIES = frozenset({"policy"})
_NAMED = frozenset({"term", "technique"})
_TOLD_OF = _POLICIES | _NAMED
_FINES = LazyPattern(r"可罚|最高罚|罚款|罚金|处罚|罚则|罚没")
_CEILING = LazyPattern(r"最高|上限|可达|至多|可处|可被|不超过|可能面临|最多|高达")
_TIERED = LazyPattern(
    r"分级|分档|三档|不等|之间|至\d|草案|提案|初稿|最初|原定|拟|中小企业|累计|合计|共计|被罚|开出"
)
_UNITS = frozenset({"percent", "EUR", "CNY"})
_BY_YEAR = LazyPattern(r"(?:到|在|于|至|力争|计划|目标(?:是|为))(?P<year>20\d\d)\s?年(?:前|底|时|左右|之前)?")
_NOT_ITS = LazyPattern(r"推迟|提前|原计划|有人|专家|分析|预测|草案|美国|欧盟|日本|韩国|英国|印度|阿联酋|沙特")
_WORD_OF = r"(?:[”」』\"）)]|（[^（）]{1,40}）|\([^()]{1,40}\)|\s|这一?个?|的|一词|术语|概念|说法|名词|词汇|词|提法|名称|名字|叫法)*"
_COINED_BY = LazyPattern(
    _WORD_OF
    + r"(?:最早|首次|首先|最初|是|则|便|就|正是|也|在|于|\d{4}\s?年(?:\d{1,2}\s?月)?|[，,])*由[^，,。；;]{0,24}$"
)
_COINED = LazyPattern(
    r"(?:教授|博士|等人|等|[（(][^（）()]{1,40}[)）]|最早|首次|首先|率先|正式|在|于|[^，,。；;]{0,24}?)*?(?:提出|创造|首创|杜撰|发明|命名|定名|造出|创建|引入|带火|使用)(?:的|了|来)?(?:[，,。；;]|$)"
)
_COINS = LazyPattern(
    r"(?:教授|博士|等人|等|[（(][^（）()]{1,40}[)）])?[^，,。；;]{0,30}?(?:提出|创造|首创|杜撰|发明|造出)了?[“「『\"]?$"
)
_AS_A_WORD = LazyPattern(
    r"[”」』\"]?(?:[（(][^（）()]{1,40}[)）])?[”」』\"]?(?:这一?个?|的)?(?:一词|术语|概念|说法|名词|提法|这个词|叫法)"
)


def claims_of(readings: Sequence[BlockReading], knowledge: Knowledge, context: Context) -> Iterator[Claim]:
    """Claims about fines, aims and coinages."""
    for reading in readings:
        text = reading.text.text
        if "罚" not in text and not any(m.of_types(_TOLD_OF) for m in reading.mentions):
            continue
        for index, (start, end) in enumerate(reading.sentences):
            fines = _FINES.search(text, start, end) is not None
            aims = _BY_YEAR.search(text, start, end) is not None
            coined = text.find("由", start, end) >= 0 or _AS_A_WORD.search(text, start, end) is not None
            if not fines and not aims and not coined:
                continue
            following = text[end : end + 60] if index + 1 < len(reading.sentences) else ""
            stance = SentenceStance(text, start, end, reading.words, following)
            if fines:
                yield from _fines(reading, start, end, knowledge, context, stance)
            if aims:
                yield from _aims(reading, start, end, knowledge, context, stance)
            if coined:
                yield from _coinages(reading, start, end, knowledge, stance)


def _fines(
    reading: BlockReading, start: int, end: int, knowledge: Knowledge, context: Context, stance: SentenceStance
) -> Iterator[Claim]:  # fmt: skip
    text = reading.text.text
    if not _CEILING.search(text, start, end) or _TIERED.search(text, start, end):
        return
    law = _law(reading, start, end, "fine", knowledge, context)
    if law is None:
        return
    taken = [(m.start, m.end) for m in reading.mentions] + [(d.start, d.end) for d in reading.dates]
    for amount in find_quantities(text, taken, start, end):
        if amount.unit in _UNITS:
            value = NumberValue(amount, text[amount.start : amount.unit_end])
            yield _claim(
                reading, "wrong-number", "fine", law, value, amount.start, amount.unit_end, stance, {}
            )


def _aims(
    reading: BlockReading, start: int, end: int, knowledge: Knowledge, context: Context, stance: SentenceStance
) -> Iterator[Claim]:  # fmt: skip
    """提出到2030年成为世界主要人工智能创新中心: the year of what is aimed at."""
    text = reading.text.text
    plan = _law(reading, start, end, "goal", knowledge, context)
    if plan is None or _NOT_ITS.search(text, start, end):
        return
    years = list(_BY_YEAR.finditer(text, start, end))
    for number, found in enumerate(years):
        stop = years[number + 1].start() if number + 1 < len(years) else end
        said = text[found.end() : stop].split("；")[0]
        qualifiers = {"aim": said, "year": found["year"]}
        value = TextValue(f"{found['year']}年")
        yield _claim(
            reading,
            "wrong-date",
            "goal",
            plan,
            value,
            found.start("year"),
            found.end("year"),
            stance,
            qualifiers,
        )


def _law(
    reading: BlockReading, start: int, end: int, predicate: str, knowledge: Knowledge, context: Context
) -> Mention | None:  # fmt: skip
    """The one law or plan that a sentence names, else the one that is spoken of."""

    def knows(mention: Mention) -> bool:
        return any(knowledge.entity(i).facts_of(predicate) for i in mention.of_types(_POLICIES))

    named = [m for m in reading.mentions if start <= m.start < end and m.of_types(_POLICIES)]
    if len({m.entity_ids for m in named}) > 1:
        return None
    found = named[0] if named else context.topic(reading, start, _POLICIES, knows=knows)
    return found if found is not None and not found.opaque and knows(found) else None


def _coinages(
    reading: BlockReading, start: int, end: int, knowledge: Knowledge, stance: SentenceStance
) -> Iterator[Claim]:
    """“人工智能”一词由麦卡锡提出; 麦卡锡提出了“人工智能”这一概念."""
    text = reading.text.text
    here = [m for m in reading.mentions if start <= m.start < end]
    terms = [m for m in here if any(knowledge.entity(i).facts_of("coined_by") for i in m.of_types(_NAMED))]
    for term in terms:
        for person in (m for m in here if m.of_types(AGENT_TYPES) and not m.opaque):
            passive = term.end <= person.start and _COINED_BY.fullmatch(text, term.end, person.start)
            if passive and not (
                _AS_A_WORD.match(text, term.end) or text[term.start - 1 : term.start] in '“「『"《'
            ):
                passive = None  # of the word, not of the thing
            active = (
                person.end <= term.start
                and _COINS.fullmatch(text, person.end, term.start)
                and _AS_A_WORD.match(text, term.end)
            )
            if not (active or (passive and _COINED.match(text, person.end))):
                continue
            value = EntityValue(person.of_types(AGENT_TYPES), person.text)
            others = " ".join(i for m in here if m is not person for i in m.of_types(AGENT_TYPES))
            others = "unnamed" if text.startswith("等", person.end) else others
            a, b = min(term.start, person.start), max(term.end, person.end)
            yield _claim(
                reading,
                "wrong-person",
                "coined_by",
                term,
                value,
                person.start,
                person.end,
                stance,
                {"others": others},
                a,
                b,
            )


def _claim(
    reading: BlockReading, rule: str, predicate: str, subject: Mention, value: Value, value_start: int, value_end: int,
    stance: SentenceStance, qualifiers: dict[str, str], start: int = -1, end: int = -1,
) -> Claim:  # fmt: skip
    a, b = (value_start, value_end) if start < 0 else (start, end)
    return Claim(
        rule, predicate, subject.entity_ids, subject.text, value, *reading.text.span(a, b),
        *reading.text.span(value_start, value_end), reading.block.ordinal, stance.at(a, b, value_start, value_end), None,
        qualifiers, construction=predicate,
    )  # fmt: skip
