"""Matches and awards: AlphaGo以4比1战胜李世石; 哈萨比斯获2024年诺贝尔化学奖."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from factcheck.extraction.claims import Claim, EntityValue, TextValue
from factcheck.extraction.context import PERSON_TYPES, THING_TYPES, BlockReading, Context
from factcheck.extraction.mentions import Mention
from factcheck.extraction.stance import SentenceStance
from factcheck.knowledge.index import AliasTarget, Knowledge
from factcheck.language.dates import DateValue
from factcheck.language.lazy import LazyPattern

SCORE = LazyPattern(
    r"(?<![\d.])(?P<won>\d(?:\.5)?|\d{2,3}(?=\s?比))(?:\s*(?:比|:|：|∶)\s*)(?P<lost>\d(?:\.5)?|(?<=比)\d{2})(?!\d|\s*[:：]\d)"
)
_SPOKEN_SCORE = LazyPattern(
    r"(?P<won>[零〇一二三四五六七八九])\s?比\s?(?P<lost>[零〇一二三四五六七八九])(?![一-九])"
)
_DIGITS = {c: str(i) for i, c in enumerate("零一二三四五六七八九")} | {"〇": "0"}
_SWEEP = LazyPattern(
    r"(?:全部获胜|全胜|零封|五局(?:棋)?全(?:胜|赢|部获胜|部取胜)|完封|未失一局|未尝败绩|一局未失)"
)
_ON_THE_WAY = LazyPattern(r"(?:的?(?:比分|优势|局面|大比分|总比分))?(?:暂时|暂)?(?:领先|落后|，?提前|时)")
_FIRST_OF_ALL = LazyPattern(r"(?:先以?|暂以|一度以?|变为|变成|改写为|扳成|追成|追至)$")
_THEN_BEATS = LazyPattern(
    r"的?(?:总比分|比分|绝对优势|战绩|成绩|大比分|悬殊比分|压倒性优势|不败战绩|绝对比分)?(?:，)?[^，,。；;]{0,3}?(?:击败|战胜|打败|完胜|横扫|碾压|大胜|完败)"
    r"[^，,。；;]{0,16}?(?:版本|前辈|前代|前身|冠军|选手|棋手|高手|战队|程序|对手|人类|自己|旧版|大师|玩家|九段)(?:[，,。；;]|$)"
)
_FORETOLD = LazyPattern(
    r"预测|预言|认为|相信|以为|料定|放言|扬言|期待|有信心|押注|看好|[会将]以?\s?$|有望|可能|能否"
)
_AWARDED = LazyPattern(r"获|得主|奖[”」》]?给了|花落|分享|摘得|荣获|斩获|授予|颁|拿下|共享|折桂|桂冠|得奖")
_BEATS = LazyPattern(
    r"击败|战胜|打败|力克|横扫|完胜|大胜|全胜|零封|险胜|皆负|告负|不敌|负于|输给|对阵|迎战|对弈|对局|交手|(?<=[分局比\d])胜(?![\d一二三四五六七负])"
)
WINS_OR_LOSES = LazyPattern(r"击败|战胜|打败|力克|横扫|完胜|险胜|大胜|战平|不敌|负于|输给|对阵|迎战|挑战")
# Between the verb and whom it is done to: 击败了当时世界排名第一的中国棋手柯洁.
_TO_OBJECT = LazyPattern(
    r"(?:击败|战胜|打败|力克|横扫|完胜|险胜|大胜|不敌|负于|输给|对阵|迎战)了?"
    r"(?:[^，,。；;、曾后]{0,18}(?:冠军|选手|棋手|九段|高手|名将|大师|棋王|人|第一人|传奇|天才|王者|战队|队|程序|引擎|的))?[“\"]?"
)
_WHEN_AFTER_PLAYER = LazyPattern(r"[，,]?[它其]?(?:于|在)?")
_AND = LazyPattern(
    r"(?:[（(][^（）()]{1,30}[）)])?[、和与及跟](?:[^，,。；;、]{0,8}(?:冠军|选手|棋手|高手|九段))?"
)
_TOOK_PLACE = LazyPattern(
    r"的?(?:人机)?(?:比赛|对局|对弈|大战|对决|交锋|较量|之战)(?:是)?(?:就)?(?:发生|举行|进行|上演)?(?:在|于)"
    r"|[，,](?:那|这)(?:还|已经|已|都)?是(?:在)?"
)
_NUMBERED = LazyPattern(r"首届|首位|首个|第[一二三四五六七八九十百\d]+[届次位]")
_EDITION = LazyPattern(r"(?:年?度)?的?")  # 2018年度的图灵奖
_TITLED = LazyPattern(r"的?(?:得主|获得者|获奖者|得奖者)[^，,。；;]{0,12}")
# 诺贝尔化学奖的一半授予贝克，另一半由哈萨比斯与江珀分享
_SHARED = LazyPattern(r"[^，,。；;]{0,4}(?:授予|颁给|颁予|由|同时授予|共同授予|授与)了?[^，,。；;、]{0,6}")
_AND_TO = LazyPattern(
    r"(?:[（(][^（()）]{1,40}[)）])?(?:[、和与及]|以及|，?另一半(?:则|便)?(?:由|授予|颁给|给))"
)
_AWARDS = frozenset({"award"})
_HE = LazyPattern(r"(?:授予|颁给|颁发给|授给|授予给)了?(?P<he>[他她])(?![们])")
_HONOURED = LazyPattern(
    r"(?P<he>[他她]?)(?:也|又|还|后来|终于|最终|最后|于|在|因此|凭此)*[^，,。；;]{0,14}?(?:获得?|摘得|荣获|斩获|拿下|捧起|获颁)"
)
_MOVED_ON = LazyPattern(r"(?<!同)年|后来|之后|随后|此后|再往后|日后|最终|终于")
_WINS = LazyPattern(r"[^，,。；;与和]{0,12}?(?:获得?|摘得|荣获|斩获|拿下|捧起|获颁)了?[^，,。；;]{0,8}")
_WINS_THEN = LazyPattern(r"年?(?:又|再|也|还|再次)?(?:获得?|摘得|荣获|斩获|拿下|赢得|被授予|获颁)了?")
_WON_THEN = LazyPattern(r"(?:获奖|得奖|获颁|折桂|获此)")
_WON = LazyPattern(r"获奖|得奖|揭晓|公布|是|为|：|:|获此|颁")
_TOLD = LazyPattern(r"[^，,。；;]{0,3}的(?:消息|新闻|结果|论文|成果|事|棋谱|纪录片)")
_PRIZE = LazyPattern(r"(?<!诺贝尔)(?:物理学?|化学|生理学或医学|文学|和平|经济学)奖")
_BESIDE_LAUREATE = LazyPattern(r"(?:与|和|比|较|早于|晚于|不像|继|导师|学生|老师|师从|弟子)$")
_FOR = LazyPattern(r"因[^，。；]{2,20}?而?(?:获奖|得奖|获得|分享|共享)?的?$")


def claims_of(readings: Sequence[BlockReading], knowledge: Knowledge, context: Context) -> Iterator[Claim]:
    """Claims about the result of a match and about laureates."""
    for reading in readings:
        honoured = any(m.of_types(_AWARDS) for m in reading.mentions)
        met = any(m.of_types(PERSON_TYPES) for m in reading.mentions)
        if not honoured and not met and _BEATS.search(reading.text.text) is None:
            continue
        for index, (start, end) in enumerate(reading.sentences):
            if index and reading.text.text.startswith("另一半", start):
                start = reading.sentences[index - 1][0]  # 一半授予贝克；另一半由哈萨比斯与江珀分享
            here = [m for m in reading.mentions if start <= m.start < end and not m.opaque]
            following = reading.text.text[end : end + 60] if index + 1 < len(reading.sentences) else ""
            stance = SentenceStance(reading.text.text, start, end, reading.words, following)
            played = _with_player(reading, start, end, here, knowledge, context)
            yield from _results(reading, start, end, played, stance, knowledge)
            named = _with_laureate(reading, end, here, context)
            yield from _laureates(reading, start, end, named, stance, knowledge, context)
            yield from _dates_of_matches(reading, start, end, played, stance, knowledge)


def _with_player(
    reading: BlockReading, start: int, end: int, here: list[Mention], knowledge: Knowledge, context: Context
) -> list[Mention]:
    """The mentions of a sentence that names only the opponent (次年又在乌镇以3比0胜柯洁), with the player that was spoken of."""
    text = reading.text.text
    opponents = [m for m in here if m.of_types(PERSON_TYPES) and not text.startswith("的", m.end)]
    if not opponents or any(m.of_types(THING_TYPES) for m in here):
        return here
    if _BEATS.search(text, start, end) is None:
        return here
    earlier = [m for m in reading.mentions if m.end <= start and not m.opaque]
    above = context.of_headings(reading.block, THING_TYPES)
    spoken_of = [above, *earlier] if above is not None else earlier
    players = [m for m in spoken_of if any(_met(m, o, knowledge) for o in opponents)]
    return [Mention(start, start, players[-1].text, players[-1].targets), *here] if players else here


def _results(
    reading: BlockReading,
    start: int,
    end: int,
    here: Sequence[Mention],
    stance: SentenceStance,
    knowledge: Knowledge,
) -> Iterator[Claim]:
    text = reading.text.text
    players, opponents = _sides(here, knowledge)
    if not players:
        return
    if not any(_met(p, o, knowledge) for p in players for o in opponents) and not any(
        done_to(text, start, o) for o in opponents
    ):
        yield from _unopposed(reading, start, end, players, stance)
    if not opponents:
        return
    scores = [*SCORE.finditer(text, start, end), *_SPOKEN_SCORE.finditer(text, start, end)]
    for found in (*scores, *_SWEEP.finditer(text, start, end)):
        opponent = min(opponents, key=lambda m: _distance(m, found.start()))
        player = min(players, key=lambda m: _distance(m, opponent.start))
        if _distance(opponent, found.start()) > 30 or any(
            opponent.start < b < found.start() for b in _full_stops(text, start, end)
        ):
            continue
        if _FORETOLD.search(text, start, found.start()):
            continue
        if _ON_THE_WAY.match(text, found.end()) or _FIRST_OF_ALL.search(
            text, max(start, found.start() - 4), found.start()
        ):
            continue  # 先以2比0领先
        value = score_of(found) if found.re.groups else "sweep"
        a, b = min(player.start, opponent.start, found.start()), max(opponent.end, found.end(), player.end)
        yield _claim(
            reading, "wrong-number", "match", player.entity_ids, player.text, TextValue(value), a, b, found.start(), found.end(), stance,
            {"opponent": ",".join(opponent.entity_ids), "shown": found[0]},
        )  # fmt: skip


def _met(player: Mention, opponent: Mention, knowledge: Knowledge) -> bool:
    """Whether a match of the two is recorded."""
    return any(
        f.text("opponent") in opponent.entity_ids
        for i in player.entity_ids
        for f in knowledge.entity(i).facts_of("match")
    )


def _unopposed(
    reading: BlockReading, start: int, end: int, players: Sequence[Mention], stance: SentenceStance
) -> Iterator[Claim]:
    """便以100比0击败了曾战胜李世石的版本: a result against somebody who is not named, of the one player of the sentence."""
    text = reading.text.text
    if len({m.entity_ids for m in players}) != 1:
        return
    for found in SCORE.finditer(text, start, end):
        player = players[0]
        if (
            player.end > found.start()
            or _FORETOLD.search(text, start, found.start())
            or not (text.startswith("以", found.start() - 1) and _THEN_BEATS.match(text, found.end()))
        ):
            continue
        yield _claim(
            reading, "wrong-number", "match", player.entity_ids, player.text, TextValue(score_of(found)), player.start, found.end(),
            found.start(), found.end(), stance, {"opponent": "", "shown": found[0]},
        )  # fmt: skip


def done_to(text: str, start: int, opponent: Mention) -> bool:
    """Whether a verb of winning or losing stands right before somebody, with what is said of him (not 曾战胜李世石的版本)."""
    return any(
        _TO_OBJECT.fullmatch(text, verb.start(), opponent.start)
        and not text.endswith("曾", start, verb.start())
        for verb in WINS_OR_LOSES.finditer(text, max(start, opponent.start - 30), opponent.start)
    )


def score_of(found: re.Match[str]) -> str:
    """A score as records write it."""
    return "-".join(_DIGITS.get(n, n) for n in found.groups())


def _dates_of_matches(
    reading: BlockReading,
    start: int,
    end: int,
    here: Sequence[Mention],
    stance: SentenceStance,
    knowledge: Knowledge,
) -> Iterator[Claim]:
    """1997年5月，深蓝击败卡斯帕罗夫; AlphaGo与柯洁的对局发生在2017年: one player, the opponents of one match, one date that is theirs."""
    text = reading.text.text
    players, opponents = _sides(here, knowledge)
    dates = [d for d in reading.dates if start <= d.start < end]
    if len({m.entity_ids for m in players}) != 1 or not opponents or len(dates) != 1:
        return
    if any(not _AND.fullmatch(text, a.end, b.start) for a, b in pairwise(opponents)):
        return
    (date,), player = dates, players[0]
    first, last = min(player.start, opponents[0].start), max(player.end, opponents[-1].end)
    within = player.end <= date.start and _WHEN_AFTER_PLAYER.fullmatch(text, player.end, date.start)
    before = (0 <= first - date.end <= 12 or (within and date.end <= opponents[0].start)) and _BEATS.search(
        text, first, last + 8
    ) is not None
    if _TOLD.match(text, last):
        return  # 击败樊麾的消息公布: when it was told, not when it was
    after = _TOOK_PLACE.fullmatch(text, last, max(last, date.start)) is not None
    if (
        date.interval is None
        or not (date.kind in ("absolute", "bare_year") or (date.relation and date.month))
        or not (before or after)
    ):
        return
    qualifiers = {
        "opponent": ",".join(i for m in opponents for i in m.entity_ids),
        "date": f"{date.interval.first}/{date.interval.last}",
    }
    yield _claim(
        reading, "wrong-date", "match_date", player.entity_ids, player.text, TextValue(text[date.start : date.end]),
        min(date.start, first), max(date.end, last),
        date.start, date.end, stance, qualifiers,
    )  # fmt: skip


def _sides(here: Sequence[Mention], knowledge: Knowledge) -> tuple[list[Mention], list[Mention]]:
    """The players whose matches are recorded, and the people whom they may have met."""
    players = [m for m in here if any(knowledge.entity(i).facts_of("match") for i in m.entity_ids)]
    met = {
        f.text("opponent")
        for m in players
        for i in m.entity_ids
        for f in knowledge.entity(i).facts_of("match")
    }
    opponents = [
        m for m in here if m.of_types(PERSON_TYPES) or (met & set(m.entity_ids) and m not in players)
    ]
    return players, opponents


def _distance(mention: Mention, place: int) -> int:
    return min(abs(mention.start - place), abs(mention.end - place))


def _full_stops(text: str, start: int, end: int) -> list[int]:
    return [i for i in range(start, end) if text[i] in "；;"]


def _laureates(
    reading: BlockReading,
    start: int,
    end: int,
    here: Sequence[Mention],
    stance: SentenceStance,
    knowledge: Knowledge,
    context: Context,
) -> Iterator[Claim]:
    text = reading.text.text
    awards = [m for m in here if any(knowledge.type_of(i) == "award" for i in m.entity_ids)]
    awards += [
        s
        for s in _short_names(reading, start, end, knowledge, context)
        if not any(a.start < s.end and s.start < a.end for a in awards)
    ]
    awards.sort(key=lambda a: a.start)
    if not awards or not _AWARDED.search(text, start, end):
        return
    dates = [d for d in reading.dates if d.start < end and d.interval is not None and d.kind != "range"]
    own = [d for d in dates if start <= d.start]
    named = {m.entity_ids for m in here if m.of_types(PERSON_TYPES)}
    for person in (m for m in here if m.of_types(PERSON_TYPES)):
        named_before = [a for a in awards if a.end <= person.start]
        won = _won_then(text, awards, own) if len(awards) > 1 and len(named) == 1 else None
        if len(awards) > 1 and not named_before and won is None:
            continue
        award = won or (named_before[-1] if named_before else awards[0])
        if own and len(named) > 1 and any(d.start > award.end for d in own) and len(own) > 1:
            continue  # several laureates and several years: which is whose
        before_award = [d for d in own if d.start < award.start]
        dated = before_award[-1:] or own[:1] or dates[-1:]
        interval = dated[0].interval if dated and not _moved_on(text, start, award, own) else None
        if interval is None:
            year = _year_shared(text, award, person, here, knowledge)
            if year:
                yield _claim(reading, "wrong-person", "award", person.of_types(PERSON_TYPES), person.text,
                             EntityValue(award.entity_ids, award.text), award.start, person.end, person.start, person.end,
                             stance, {"year": year})  # fmt: skip
            continue
        if interval.first.year != interval.last.year:
            continue
        if not own and _NUMBERED.search(text, max(start, award.start - 8), award.start):
            continue  # 首届图灵奖: of another year than the one spoken of before
        before = text[max(start, person.start - 24) : person.start]
        if abs(person.start - award.start) > 60 or (
            _BESIDE_LAUREATE.search(before)
            and person.start > award.end
            and not _enumerated(text, here, person)
        ):
            continue
        a, b = min(person.start, award.start), max(person.end, award.end)
        why = _FOR.search(before)
        titled = _TITLED.fullmatch(text, award.end, max(award.end, person.start)) is not None
        edition = (
            not dated[0].relation
            and dated[0].end <= award.start
            and _EDITION.fullmatch(text, dated[0].end, award.start) is not None
        )
        edition = (
            edition
            or _WON_THEN.match(text, dated[0].end) is not None
            or won is not None
            or (
                person.start < award.start
                and _WINS.fullmatch(text, person.end, max(person.end, award.start)) is not None
            )
        )
        if titled and not edition and not _WON.search(text, award.end, end):
            continue  # 2004年，图灵奖得主姚期智辞去…: of what he did then
        qualifiers = {"year": str(interval.first.year)} | ({"titled": "true"} if titled or edition else {})
        if len(awards) == 1 and len(own) < 2:
            qualifiers["alone"] = "true"
        yield _claim(reading, "wrong-person", "award", person.of_types(PERSON_TYPES), person.text, EntityValue(award.entity_ids, award.text), a, b,
                     person.start - (len(why[0]) if why else 0), person.end, stance, qualifiers)  # fmt: skip


def _moved_on(text: str, start: int, award: Mention, own: Sequence[DateValue]) -> bool:
    """转过年来，他获得…: some time after the date that was spoken of."""
    return not own and _MOVED_ON.search(text, start, award.start) is not None


def _year_shared(
    text: str, award: Mention, person: Mention, here: Sequence[Mention], knowledge: Knowledge
) -> str:
    """In which year an award was given that one sentence gives to several people, told by those who did receive it."""
    together = [m for m in here if m.of_types(PERSON_TYPES) and award.end <= m.start]
    if person not in together or len(together) < 2:
        return ""
    if not _SHARED.fullmatch(text, award.end, together[0].start):
        return ""
    for one, other in pairwise(together):
        if not _AND_TO.fullmatch(text, one.end, other.start):
            return ""
    years = {
        f.text("year")
        for m in together
        for i in m.of_types(PERSON_TYPES)
        for f in knowledge.entity(i).facts_of("award")
        if f.text("award") in award.entity_ids
    }
    return years.pop() if len(years) == 1 else ""


def _won_then(text: str, awards: Sequence[Mention], dates: Sequence[DateValue]) -> Mention | None:
    """Of several awards the one that is said to have been won on the only date: 既是图灵奖得主，也在1978年获得了诺贝尔经济学奖."""
    if len(dates) != 1:
        return None
    end = dates[0].end
    won = [a for a in awards if end <= a.start and _WINS_THEN.fullmatch(text, end, a.start)]
    return won[0] if len(won) == 1 else None


def _with_laureate(reading: BlockReading, end: int, here: list[Mention], context: Context) -> list[Mention]:
    """The mentions of a sentence; where it honours nobody by name, with the person that he, she or nobody stands for."""
    awards = [m for m in here if m.of_types(_AWARDS)]
    if len(awards) != 1 or any(m.of_types(PERSON_TYPES) for m in here):
        return here
    text = reading.text.text
    start = max((c for c in reading.clause_starts if c <= awards[0].start), default=0)
    found = _HE.search(text, start, end) or _HONOURED.match(text, start)
    if found is None:
        return here
    person = context.topic(reading, start, PERSON_TYPES, "他" if found["he"] else "", strict=True)
    if person is None:
        return here
    place = found.start("he") if found["he"] else awards[0].start
    spoken = Mention(place, place + len(found["he"] or ""), person.text, person.targets)
    return sorted([*here, spoken], key=lambda m: m.start)


def _short_names(
    reading: BlockReading, start: int, end: int, knowledge: Knowledge, context: Context
) -> Iterator[Mention]:
    """物理学奖 in a passage that has spoken of the Nobel prizes."""
    text = reading.text.text
    above = "".join(context.text_of(heading) for heading in reading.block.headings)
    if "诺贝尔" not in above + text[:end]:
        return
    for found in _PRIZE.finditer(text, start, end):
        ids = [i for i in knowledge.lookup("诺贝尔" + found[0]) if knowledge.type_of(i) == "award"]
        if ids:
            target = AliasTarget(ids[0], "award", 0, False, False, "", "", None, None)
            yield Mention(found.start(), found.end(), found[0], (target,))


def _enumerated(text: str, here: Sequence[Mention], person: Mention) -> bool:
    """授予辛顿和杨立昆: a name right behind another one and 和."""
    return any(m.of_types(PERSON_TYPES) and text[m.end : person.start] in ("和", "与", "及") for m in here)


def _claim(
    reading: BlockReading, rule: str, predicate: str, subjects: tuple[str, ...], name: str, value: TextValue | EntityValue, start: int, end: int,
    value_start: int, value_end: int, stance: SentenceStance, qualifiers: dict[str, str],
) -> Claim:  # fmt: skip
    source = reading.text.span(value_start, value_end)
    said = stance.at(start, end, value_start, value_end)
    return Claim(
        rule, predicate, subjects, name, value, *source, *source, reading.block.ordinal, said, None, qualifiers, construction=predicate
    )  # fmt: skip
