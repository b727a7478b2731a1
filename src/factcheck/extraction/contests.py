"""Who met whom, where, and in which contest: AlphaGo以3比0击败柯洁; AlphaFold 2在CASP14上夺魁."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from factcheck.extraction.claims import Claim, EntityValue, TextValue, Value
from factcheck.extraction.context import PERSON_TYPES, BlockReading
from factcheck.extraction.matches import SCORE, WINS_OR_LOSES, done_to, score_of
from factcheck.extraction.mentions import Mention
from factcheck.extraction.stance import SentenceStance
from factcheck.knowledge.index import Knowledge
from factcheck.language.dates import DateValue
from factcheck.language.lazy import LazyPattern

_PROGRAMS = frozenset({"model", "product", "technique"})
_PLACES = frozenset({"place"})
_EVENTS = frozenset({"event"})
_MEANWHILE = LazyPattern(r"曾|此前|之前|后来|之后|一年后|次年|随后|早在|如果|若|除非|像|如同|让人想起|继")
_PLAYED_AT = LazyPattern(
    r"(?:举行|举办|进行|上演|展开|落幕)?[^，,。；;]{0,6}?(?:以|与|和|同|击败|战胜|打败|力克|完胜|险胜|横扫|迎战|对阵|挑战|的(?:人机)?(?:比赛|大战|对决|对局))"
)
_HELD = LazyPattern(r"的(?:人机|围棋)*(?:比赛|大战|对决|对局|较量|世纪之战|对弈)")
_HELD_AT = LazyPattern(r"(?:举行|举办|进行|上演|展开|开战|打响)")
_IN = LazyPattern(r"(?:在|于)(?:[\u4e00-\u9fff]{2,3}(?:的)?)?$")
_NOT_THERE = LazyPattern(r"出生|总部|公司|发布|举行的发布会|观战|直播|宣布|演讲|接受|来自")
_CASP = LazyPattern(
    r"CASP[\s\-]?(?P<edition>1\d)(?!\d)|第(?P<ordinal>十[一二三四五六]|1[1-6])届[^，,。；;]{0,12}(?:CASP|蛋白质结构预测)"
)
_IMAGENET = LazyPattern(
    r"(?P<before>20\d\d)?\s?年?(?:度|的)?\s?(?:ILSVRC|LSVRC|ImageNet\s?(?:LSVRC|挑战赛|竞赛|大赛|比赛|图像识别大赛|图像识别竞赛|图像分类竞赛|大规模视觉识别挑战赛))[\s\-]?(?P<after>20\d\d)?",
    2,
)
_WON = LazyPattern(
    r"夺冠|冠军|第一名|夺魁|魁首|头名|拔得头筹|折桂|夺得|获胜|胜出|摘得|一举拿下|头筹|称霸|一鸣惊人|大放异彩|斩获|取得|达到|获得"
)
_WON_FIRST = LazyPattern(r"赢得|赢下|夺下|夺冠|冠军|第一名|夺魁|魁首|头名|拔得头筹|折桂|头筹")
_NOT_FIRST = LazyPattern(
    r"亚军|第二名|第三名|季军|不是|并非|没有|未|惜败|曾经的|前一年|上一年|往届|历届|前一届|上一届|次年|定位|检测任务"
)
_ORDINALS = {"十一": "11", "十二": "12", "十三": "13", "十四": "14", "十五": "15", "十六": "16"}


def claims_of(readings: Sequence[BlockReading], knowledge: Knowledge) -> Iterator[Claim]:
    """Claims about opponents, places and contests."""
    for reading in readings:
        text = reading.text.text
        if not any(m.of_types(_PROGRAMS) for m in reading.mentions):
            continue
        if (
            WINS_OR_LOSES.search(text) is None
            and _CASP.search(text) is None
            and _HELD.search(text) is None
            and _IMAGENET.search(text) is None
        ):
            continue
        for index, (start, end) in enumerate(reading.sentences):
            here = [m for m in reading.mentions if start <= m.start < end and not m.opaque]
            programs = [m for m in here if m.of_types(_PROGRAMS)]
            if not programs:
                continue
            following = text[end : end + 60] if index + 1 < len(reading.sentences) else ""
            stance = SentenceStance(text, start, end, reading.words, following)
            yield from _meetings(reading, start, end, here, knowledge, stance)
            yield from _contests(reading, start, end, programs, stance)


def _meetings(
    reading: BlockReading, start: int, end: int, here: Sequence[Mention], knowledge: Knowledge, stance: SentenceStance
) -> Iterator[Claim]:  # fmt: skip
    """One program that meets one person or team in a sentence: who, and where."""
    text = reading.text.text
    players = [m for m in here if any(knowledge.entity(i).facts_of("match") for i in m.of_types(_PROGRAMS))]
    if len({m.entity_ids for m in players}) != 1:
        return
    known = {
        f.text("opponent")
        for m in players
        for i in m.entity_ids
        for f in knowledge.entity(i).facts_of("match")
    }
    others = [m for m in here if m.of_types(PERSON_TYPES) or known & set(m.entity_ids)]
    player = players[0]
    met = [m for m in others if done_to(text, start, m)]
    held = [m for m in others if _HELD.match(text, m.end)] if not met else []
    met = met or held
    if len({m.entity_ids for m in others}) != 1 or not met:
        return
    opponent = met[0]
    behind = (c for c in reading.clause_starts if c > max(players[0].end, opponent.end))
    told = min(behind, default=end)
    if _MEANWHILE.search(text, start, told):
        return
    scores = list(SCORE.finditer(text, start, end))
    if len(scores) > 1:
        return
    qualifiers = {"opponent": ",".join(opponent.entity_ids)}
    if scores:
        qualifiers["score"] = score_of(scores[0])
    dates = [d for d in reading.dates if start <= d.start < end]
    when = dates[0] if len(dates) == 1 and _plain(dates[0]) else None
    if len(dates) > 1:
        return
    if when is not None and when.interval is not None:
        qualifiers["date"] = f"{when.interval.first}/{when.interval.last}"
    first, last = min(player.start, opponent.start), max(player.end, opponent.end)
    whom = EntityValue(opponent.entity_ids, opponent.text)
    yield _claim(
        reading,
        "wrong-person",
        "match_opponent",
        player,
        whom,
        first,
        last,
        opponent.start,
        opponent.end,
        stance,
        qualifiers,
    )
    who = EntityValue(player.entity_ids, player.text)
    yield _claim(
        reading,
        "wrong-relation",
        "match_player",
        player,
        who,
        first,
        last,
        player.start,
        player.end,
        stance,
        qualifiers,
    )
    for place in (m for m in here if m.of_types(_PLACES)):
        if (
            _IN.search(text, max(start, place.start - 5), place.start)
            and (_PLAYED_AT.match(text, place.end) or (held and _HELD_AT.match(text, place.end)))
            and not _NOT_THERE.search(text, start, told)
        ):
            where = EntityValue(place.of_types(_PLACES), place.text)
            a, b = min(first, place.start), max(last, place.end)
            yield _claim(
                reading,
                "wrong-relation",
                "match_place",
                player,
                where,
                a,
                b,
                place.start,
                place.end,
                stance,
                qualifiers,
            )
    if (
        scores
        and when is not None
        and when.end <= scores[0].start()
        and _of_one_story(reading, when, here, player, opponent, scores[0].start())
    ):
        a, b = min(first, when.start), max(last, scores[0].end())
        yield _claim(
            reading,
            "wrong-date",
            "match_date",
            player,
            TextValue(text[when.start : when.end]),
            a,
            b,
            when.start,
            when.end,
            stance,
            qualifiers,
        )


def _plain(date: DateValue) -> bool:
    return date.interval is not None and date.kind in ("absolute", "bare_year")


def _of_one_story(
    reading: BlockReading, when: DateValue, here: Sequence[Mention], player: Mention, opponent: Mention, score: int
) -> bool:  # fmt: skip
    """Whether a date that opens the sentence is that of the result: nothing else happens and nothing else is named in between."""
    own = {player.entity_ids, opponent.entity_ids}
    between = [m for m in here if when.end <= m.start < score and m.entity_ids not in own]
    if any(m.of_types(_PROGRAMS | PERSON_TYPES) for m in between):
        return False
    told = {"release", "acquire", "found", "foundrel", "join", "leave", "make", "paper_release"}
    appeared = ("横空出世", "亮相", "登场", "问世", "出现")
    return not any(
        when.end <= w.start < score and w.classes & told and w.text not in appeared for w in reading.words
    )


def _contests(
    reading: BlockReading, start: int, end: int, programs: Sequence[Mention], stance: SentenceStance
) -> Iterator[Claim]:
    """AlphaFold 2在CASP14上…; 2014年ILSVRC的冠军是GoogLeNet."""
    text = reading.text.text
    if _NOT_FIRST.search(text, start, end) or len({m.entity_ids for m in programs}) != 1:
        return
    program = programs[0]
    editions = list(_CASP.finditer(text, start, end))
    if len(editions) == 1 and _WON.search(text, start, end):
        found = editions[0]
        edition = found["edition"] or _ORDINALS.get(found["ordinal"], found["ordinal"])
        years = {str(d.interval.first.year) for d in reading.dates if start <= d.start < end and d.interval}
        qualifiers = {"contest": "casp", "edition": edition} | (
            {"year": years.pop()} if len(years) == 1 else {}
        )
        yield _claim(
            reading, "wrong-property", "contest", program, TextValue(found[0]), min(program.start, found.start()),
            max(program.end, found.end()), found.start(), found.end(), stance, qualifiers,
        )  # fmt: skip
    held = list(_IMAGENET.finditer(text, start, end))
    if len(held) != 1 or not _WON_FIRST.search(text, start, end):
        return
    found = held[0]
    dates = [d for d in reading.dates if start <= d.start < end]
    year = found["after"] or found["before"]
    place, last = (found.start(), found.end()) if year else (0, 0)
    if year is None and len(dates) == 1 and _plain(dates[0]) and dates[0].interval is not None:
        interval = dates[0].interval
        year = str(interval.first.year) if interval.first.year == interval.last.year else None
        place, last = dates[0].start, dates[0].end
    if year is None or len({year, *(str(d.interval.first.year) for d in dates if d.interval)}) != 1:
        return
    yield _claim(
        reading, "wrong-date", "contest", program, TextValue(text[place:last]), min(program.start, place),
        max(program.end, last), place, last, stance, {"contest": "ilsvrc", "year": year},
    )  # fmt: skip


def _claim(
    reading: BlockReading, rule: str, predicate: str, subject: Mention, value: Value, start: int, end: int,
    value_start: int, value_end: int, stance: SentenceStance, qualifiers: dict[str, str],
) -> Claim:  # fmt: skip
    said = stance.at(start, end, value_start, value_end)
    return Claim(
        rule, predicate, subject.entity_ids, subject.text, value, *reading.text.span(start, end),
        *reading.text.span(value_start, value_end), reading.block.ordinal, said, subject.variant, qualifiers, construction=predicate,
    )  # fmt: skip
