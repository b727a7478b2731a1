"""Claims with a date against the events that are recorded."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import timedelta

from factcheck.checking import wording
from factcheck.checking.numbers import round_key
from factcheck.checking.verdict import CONTRADICTED, UNKNOWN_VERDICT, Verdict, supported
from factcheck.extraction.claims import Claim, DateClaim, TextValue
from factcheck.knowledge.index import Knowledge
from factcheck.knowledge.model import Entity, Fact
from factcheck.knowledge.values import DateInterval

_PUBLIC = frozenset(
    {
        "announced",
        "paper",
        "preview",
        "beta",
        "api",
        "weights",
        "code",
        "ga",
        "launched",
        "published",
        "held",
        "signed",
        "passed",
    }
)
# What each class of verbs may refer to; a claim of one of them is unknown while none of its events is recorded.
_EVENTS_OF_CLASS = {
    "open": frozenset({"weights", "code"}),
    "launch": frozenset({"launched", "ga", "api", "beta", "preview"}),
    "paper": frozenset({"published"}),
    "preprint": frozenset({"paper"}),
}
_ISSUED = frozenset({"announced", "published", "passed", "signed"})
_LOOSE = frozenset({"signed", "issued", "passed"})
_DAY = timedelta(days=1)
_ROUND_TAKES = timedelta(days=100)
_YEARS_TO_PRINT = 2
_PREPRINTS = frozenset({"arXiv", "bioRxiv", "OpenAI", "preprint"})
_PRINTED_LATER = frozenset({"paper", "technique", "model", "dataset", "benchmark"})


_WHOLE_LAW = frozenset({"", "in force", "application", "general application", "applicable"})


def judge_release(knowledge: Knowledge, claim: Claim, entity: Entity) -> Verdict:
    """A release date: right if it fits any public event (or the one that is named)."""
    assert isinstance(claim.value, DateClaim)
    wanted = claim.qualifiers.get("event")
    events = _ISSUED if wanted == "issued" else {wanted} if wanted else _PUBLIC
    facts = [f for f in entity.facts_of("released") if f.date is not None and f.text("event") in events]
    if claim.qualifiers.get("in_force"):
        # the law as a whole, not a part of it that applies from another day on
        facts = [f for f in facts if f.text("variant") in _WHOLE_LAW] or facts
    if claim.variant:
        own = [f for f in facts if f.text("variant").lower() == claim.variant.lower()]
        if entity.type == "product" and own:
            own += [
                f for f in facts if not f.text("variant")
            ]  # Bard is Gemini now: its first day is either's
        facts = own or [f for f in facts if not f.text("variant") and entity.type != "framework"]
    if wanted == "signed" and not facts and (vetoed := _vetoed(entity, claim.value.interval)):
        return vetoed
    if not facts or any(f.status == "disputed" for f in facts):
        return UNKNOWN_VERDICT
    if claim.qualifiers.get("of_paper") and entity.type == "hardware" and not _printed(facts):
        return UNKNOWN_VERDICT  # of a chip's paper nothing is recorded
    interval = claim.value.interval
    if interval.approximate and interval.precision != "range":
        return UNKNOWN_VERDICT
    finer = any(f.date is not None and f.date.precision != "year" for f in facts)
    for fact in facts:
        if _meets(interval, fact.date) and not (finer and _too_coarse(claim, fact, interval)):
            return _another_stage(claim, entity, facts, interval) or supported(fact)
    if _of_unknown_edition(claim, entity, facts, interval):
        return UNKNOWN_VERDICT
    if _only_papers(entity, facts) and interval.first < min(
        f.date.first for f in facts if f.date is not None
    ):
        return UNKNOWN_VERDICT  # in use before its paper: when it went public is not recorded
    if _on_the_market(claim, entity, facts, interval) or _of_a_later_version(claim, facts, interval):
        return UNKNOWN_VERDICT
    printed = _years_in_print(knowledge, entity)
    if not wanted and _may_be_another_event(claim, entity, facts, interval, printed):
        return UNKNOWN_VERDICT
    if wanted in _LOOSE and any(f.date and _meets(interval, f.date) for f in entity.facts_of("released")):
        return UNKNOWN_VERDICT  # a law is loosely called signed or issued when it was passed, made known or came into force
    shown = facts if len(facts) <= 2 else [min(facts, key=lambda f: f.date.first)]  # type: ignore[union-attr]
    return _wrong(shown, entity, interval)


_TRIAL_DAYS = 366


def _on_the_market(claim: Claim, entity: Entity, facts: Sequence[Fact], interval: DateInterval) -> bool:
    """Whether a chip is said to be sold, of which only the announcement is recorded: 2027年第4季推出昇腾960."""
    announced = all(f.text("event") == "announced" for f in facts)
    latest = max(f.date.last for f in facts if f.date is not None)
    sold = claim.qualifiers.get("verb") in _SELLS or claim.qualifiers.get("event_class") == "launch"
    return entity.type == "hardware" and announced and sold and interval.first > latest


def _of_a_later_version(claim: Claim, facts: Sequence[Fact], interval: DateInterval) -> bool:
    """Whether a date in parentheses may be that of a later version of the paper: UniLM(2019.10), read as v3 of the preprint."""
    first = [f.date.first for f in facts if f.date is not None and f.text("event") == "paper"]
    last = [f.date.last for f in facts if f.date is not None and f.text("event") == "published"]
    fine = interval.precision in ("month", "day")
    return (
        fine
        and claim.construction.startswith("^ <date:date>")
        and bool(first and last)
        and min(first) < interval.first
        and interval.last < max(last)
    )


def _of_unknown_edition(claim: Claim, entity: Entity, facts: Sequence[Fact], interval: DateInterval) -> bool:
    """Whether the date may be that of an edition of which nothing is recorded (盘古7B), or of one before the first that is."""
    if claim.variant:
        known = {f.text("variant").lower() for fs in entity.facts.values() for f in fs if f.text("variant")}
        sized = claim.variant[-1:].lower() in "bm" and claim.variant[:1].isdigit()
        latest = max(f.date.last for f in facts if f.date is not None)
        sizes = {f.text("value").lower() for f in entity.facts_of("parameters")}
        return sized and claim.variant.lower() not in known | sizes and interval.first > latest
    versions = [f.text("variant").lstrip("vV") for f in facts]
    if not all(v[:1].isdigit() and v.replace(".", "").isdigit() for v in versions):
        return False
    earliest = min(f.date.first for f in facts if f.date is not None)
    if interval.last >= earliest:
        return False
    # A 1.0 is often the first edition with a number, after a year or so of a trial without one.
    return (earliest - interval.last).days < _TRIAL_DAYS or all(float(v.split(".")[0]) > 1 for v in versions)


_SELLS = frozenset({"推出", "上市", "面世", "问世", "面市", "量产", "出货", "发货", "推向市场"})
_IN_TRIAL = frozenset({"beta", "preview"})
_IN_FULL = frozenset({"ga"})
_TRYING = ("内测", "公测", "邀测", "邀请测试", "技术预览", "公开预览")
_OPENING = ("全面开放", "面向公众开放")


def _another_stage(
    claim: Claim, entity: Entity, facts: Sequence[Fact], interval: DateInterval
) -> Verdict | None:
    """A test that is said to have begun on the day on which everyone was let in, or the other way round."""
    verb = claim.qualifiers.get("verb", "")
    said = _IN_TRIAL if verb.endswith(_TRYING) else _IN_FULL if verb.endswith(_OPENING) else None
    if said is None or interval.precision == "year":
        return None
    met = {f.text("event") for f in facts if _meets(interval, f.date)}
    other = [f for f in facts if f.text("event") in said]
    if not other or not met <= (_IN_FULL if said is _IN_TRIAL else _IN_TRIAL):
        return None
    return _wrong(other[:1], entity)


def _vetoed(entity: Entity, said: DateInterval) -> Verdict | None:
    """A bill that is said to have been signed when it was vetoed."""
    facts = [f for f in entity.facts_of("status") if "vetoed" in f.texts("value") and f.date is not None]
    if not facts or facts[0].date is None or not facts[0].date.overlaps(said):
        return None
    zh, en = (wording.date(facts[0].date, lang) for lang in ("zh", "en"))
    return Verdict(
        CONTRADICTED,
        tuple(facts),
        wording.both(f"{zh}被否决", f"vetoed on {en}"),
        wording.both("结果", "outcome"),
        subject=entity.id,
        rule="wrong-property",
    )


def _printed(facts: Sequence[Fact]) -> bool:
    return any(f.text("event") in ("paper", "published") for f in facts)


def _only_papers(entity: Entity, facts: Sequence[Fact]) -> bool:
    """Whether of something that people use only the publications are dated."""
    used = entity.type in ("framework", "product", "benchmark", "dataset")
    return used and all(f.text("event") in ("paper", "published") for f in facts)


def _too_coarse(claim: Claim, fact: Fact, interval: DateInterval) -> bool:
    """Whether only the year of a paper is known, and the claim gives the day or month of something else."""
    assert fact.date is not None
    return (
        fact.text("event") in ("paper", "published")
        and fact.date.precision == "year"
        and interval.precision in ("month", "day")
        and claim.qualifiers.get("event_class") not in ("paper", "preprint")
    )


def judge_founding(knowledge: Knowledge, claim: Claim, entity: Entity) -> Verdict:
    """A founding date; several may be given: a predecessor's, the decision, the opening."""
    assert isinstance(claim.value, DateClaim)
    facts = [f for f in entity.facts_of("founded") if f.date is not None]
    if not facts:
        return UNKNOWN_VERDICT
    if any(_meets(claim.value.interval, f.date) for f in facts):
        return supported(*facts)
    shown = {
        lang: " / ".join(wording.date(f.date, lang) for f in facts if f.date is not None)
        for lang in ("zh", "en")
    }
    return Verdict(
        CONTRADICTED, tuple(facts), wording.both(shown["zh"], shown["en"]), wording.both("成立时间", "founding"),
        subject=entity.id, replacement=_plain(facts[0]) if len(facts) == 1 else "",
    )  # fmt: skip


def judge_birth(claim: Claim, entity: Entity) -> Verdict:
    """When a person was born."""
    assert isinstance(claim.value, DateClaim)
    facts = [f for f in entity.facts_of("born") if f.date is not None]
    if not facts or claim.value.interval.approximate:
        return UNKNOWN_VERDICT
    if any(_meets(claim.value.interval, f.date) for f in facts):
        return supported(*facts)
    born = facts[0].date
    shown = {lang: wording.date(born, lang) for lang in ("zh", "en")} if born else {}
    return Verdict(
        CONTRADICTED, tuple(facts), shown, wording.both("出生时间", "birth"), subject=entity.id,
        replacement=_plain(facts[0]),
    )  # fmt: skip


# Having founded what an organisation bought says nothing of when someone came or went there.
_FOUNDERS = frozenset({"founder", "co_founder"})
_SEATS = {"board": ("chair", "board_member")}
_STEPS = {
    "joined": ("加入时间", "joining"),
    "left": ("离开时间", "leaving"),
    "took_office": ("就任时间", "taking office"),
}


def judge_career(knowledge: Knowledge, claim: Claim, entity: Entity) -> Verdict:
    """When a person joined or left an organisation or took an office there; wrong only where all of it is dated."""
    assert isinstance(claim.value, DateClaim)
    step, title = claim.qualifiers["field"], claim.qualifiers.get("title", "")
    places = claim.qualifiers.get("org", "").split()
    roles = [
        f
        for f in entity.facts_of("role")
        if any(_same_place(knowledge, f.text("org"), o) for o in places)
        and (not title or f.text("title") in _SEATS.get(title, (title,)))
        and (f.text("org") in places or f.text("title") not in _FOUNDERS)
    ]
    ends = [f.last if step == "left" else f.first for f in roles]
    dated = [(f, d) for f, d in zip(roles, ends, strict=True) if d is not None]
    if not roles or len(dated) < len(roles):
        return UNKNOWN_VERDICT
    if any(_meets(claim.value.interval, d) for _, d in dated):
        return supported(*roles)
    if not any(f.text("org") in places for f in roles) or claim.value.interval.precision == "range":
        return UNKNOWN_VERDICT
    fact, when = (max if step == "left" else min)(dated, key=lambda pair: pair[1].last)
    return Verdict(
        CONTRADICTED,
        (fact,),
        wording.both(wording.date(when, "zh"), wording.date(when, "en")),
        wording.both(*_STEPS[step]),
        subject=entity.id,
        confidence="medium",
    )


def judge_degree(knowledge: Knowledge, claim: Claim, entity: Entity) -> Verdict:
    """When a person took a degree; the defence, the degree and the ceremony may fall into neighbouring years."""
    assert isinstance(claim.value, DateClaim)
    places, degree = claim.qualifiers.get("org", "").split(), claim.qualifiers.get("degree", "")
    taken = [
        f
        for f in entity.facts_of("education")
        if any(_same_place(knowledge, f.text("org"), o) for o in places)
        and (not degree or f.text("degree") in ("", degree))
    ]
    dated = [(f, f.date) for f in taken if f.date is not None]
    if not taken or len(dated) < len(taken) or claim.value.interval.precision == "range":
        return UNKNOWN_VERDICT
    if any(_meets(claim.value.interval, d) for _, d in dated):
        return supported(*taken)
    first, last = claim.value.interval.first.year, claim.value.interval.last.year
    if any(first - 1 <= d.last.year and d.first.year <= last + 1 for _, d in dated):
        return UNKNOWN_VERDICT
    shown = {lang: " / ".join(wording.date(d, lang) for _, d in dated) for lang in ("zh", "en")}
    label = wording.both("取得学位的时间", "degree")
    return Verdict(CONTRADICTED, tuple(taken), shown, label, subject=entity.id)


def _same_place(knowledge: Knowledge, recorded: str, claimed: str) -> bool:
    if recorded not in knowledge or claimed not in knowledge:
        return False
    return (
        recorded == claimed
        or knowledge.is_part_of(recorded, claimed, None)
        or knowledge.is_part_of(claimed, recorded, None)
    )


def judge_shutdown(claim: Claim, entity: Entity) -> Verdict:
    """The date on which something is said to have been retired; several parts may end on several days."""
    assert isinstance(claim.value, DateClaim)
    retired = [
        f for f in entity.facts_of("released") if entity.type == "framework" and f.text("event") == "retired"
    ]
    facts = [f for f in (*entity.facts_of("shutdown"), *retired) if f.date is not None]
    if claim.variant:
        facts = [f for f in facts if f.text("variant").lower() in ("", claim.variant.lower())]
    if not facts or entity.facts_of("successor"):
        return UNKNOWN_VERDICT
    if any(_meets(claim.value.interval, f.date) for f in facts):
        return supported(*facts)
    announced = [d for f in facts if (d := f.date_of("announced")) is not None]
    if any(_meets(claim.value.interval, d) for d in announced):
        return UNKNOWN_VERDICT
    shown = {
        lang: " / ".join(wording.date(f.date, lang) for f in facts if f.date is not None)
        for lang in ("zh", "en")
    }
    return Verdict(
        CONTRADICTED, tuple(facts), shown, wording.both("停用时间", "retirement"), subject=entity.id
    )


def judge_steward(claim: Claim, entity: Entity) -> Verdict:
    """When a thing was handed to the foundation that a statement names."""
    assert isinstance(claim.value, DateClaim)
    named = claim.qualifiers.get("org", "").split()
    facts = [
        f
        for f in entity.facts_of("stewarded_by")
        if f.first is not None and any(v in named for v in f.texts("value"))
    ]
    if not facts:
        return UNKNOWN_VERDICT
    if any(f.first is not None and _meets(claim.value.interval, f.first) for f in facts):
        return supported(*facts)
    shown = {
        lang: " / ".join(wording.date(f.first, lang) for f in facts if f.first is not None)
        for lang in ("zh", "en")
    }
    return Verdict(
        CONTRADICTED, tuple(facts), shown, wording.both("移交时间", "handing over"), subject=entity.id
    )


def judge_deal_date(knowledge: Knowledge, claim: Claim, entity: Entity, label: dict[str, str]) -> Verdict:
    """The date of an acquisition or a stock listing: announced, completed or ended, each is right."""
    assert isinstance(claim.value, DateClaim)
    predicate = claim.predicate
    intervals: list[tuple[Fact, DateInterval]] = []
    exchange = claim.qualifiers.get("exchange")
    buyers = set(claim.qualifiers.get("buyers", "").split())
    theirs = [f for f in entity.facts_of(predicate) if buyers & set(f.texts("value"))]
    for fact in theirs or entity.facts_of(predicate):
        if exchange and fact.text("exchange") and not _same_exchange(exchange, fact.text("exchange")):
            continue
        for name in ("announced", "completed", "terminated", "date"):
            interval = fact.date_of(name)
            if interval is not None:
                intervals.append((fact, interval))
    if not intervals:
        return _another_exchange(claim, entity, label) if exchange else UNKNOWN_VERDICT
    if any(_meets(claim.value.interval, interval) for _, interval in intervals):
        return supported(intervals[0][0])
    # a deal takes time: anything between its announcement and its end may be meant
    first, last = min(i.first for _, i in intervals), max(i.last for _, i in intervals)
    if claim.value.interval.overlaps(DateInterval(first, last)) or (
        claim.value.interval.last >= first and len({f.id for f, _ in intervals}) > 1
    ):
        return UNKNOWN_VERDICT
    fact, interval = intervals[0]
    return Verdict(
        CONTRADICTED,
        (fact,),
        wording.both(wording.date(interval, "zh"), wording.date(interval, "en")),
        label,
        subject=entity.id,
    )


def judge_investment(claim: Claim, entity: Entity) -> Verdict:
    """When somebody put a certain amount into an organisation; told by the amount, since many invest again and again."""
    assert isinstance(claim.value, DateClaim)
    money = claim.qualifiers.get("money", "").split()
    investors = set(claim.qualifiers.get("investor", "").split(","))
    if len(money) != 3:
        return UNKNOWN_VERDICT
    own = [f for f in entity.facts_of("invested_by") if set(f.texts("value")) & investors]
    low, high, unit = float(money[0]), float(money[1]), money[2]
    facts = [
        f
        for f in own
        if (q := f.quantity_of("amount")) is not None
        and q.unit == unit
        and low <= 1.03 * q.high
        and 0.97 * q.low <= high
    ]
    if any(f.date is None or f.quantity_of("cumulative") is not None for f in facts):
        return UNKNOWN_VERDICT  # the sum of several payments has no day
    if any(f not in facts and _meets(claim.value.interval, f.date) for f in own):
        return UNKNOWN_VERDICT  # another payment of his: it is the amount that is wrong
    return _one_of(claim, entity, facts, wording.both("投资时间", "investment"))


def _one_of(claim: Claim, entity: Entity, facts: Sequence[Fact], label: dict[str, str]) -> Verdict:
    """A date that has to be that of one of the facts, if there are any."""
    assert isinstance(claim.value, DateClaim)
    if not facts or claim.value.interval.precision == "range":
        return UNKNOWN_VERDICT
    if any(_meets(claim.value.interval, f.date) for f in facts):
        return supported(*facts)
    shown = {
        lang: " / ".join(wording.date(f.date, lang) for f in facts if f.date is not None)
        for lang in ("zh", "en")
    }
    return Verdict(CONTRADICTED, tuple(facts), shown, label, subject=entity.id)


def judge_round_date(claim: Claim, entity: Entity) -> Verdict:
    """When a round of funding, told by its name, took place: months lie between its announcement and its end."""
    assert isinstance(claim.value, DateClaim)
    name = round_key(claim.qualifiers.get("round", ""))
    named = [f for f in entity.facts_of("funding") if name and round_key(f.text("round")) == name]
    dated = [(f, f.date) for f in named if f.date is not None]
    stated = claim.value.interval
    if len(named) != 1 or not dated:
        return UNKNOWN_VERDICT
    fact, date = dated[0]
    if date.first - _ROUND_TAKES <= stated.last and stated.first <= date.last + _ROUND_TAKES:
        return supported(fact) if date.overlaps(stated) else UNKNOWN_VERDICT
    shown = wording.both(wording.date(date, "zh"), wording.date(date, "en"))
    return Verdict(CONTRADICTED, (fact,), shown, wording.both("融资时间", "funding round"), subject=entity.id)


def _another_exchange(claim: Claim, entity: Entity, label: dict[str, str]) -> Verdict:
    """A listing on the day on which the organisation was listed elsewhere."""
    assert isinstance(claim.value, DateClaim)
    then = [
        f
        for f in entity.facts_of(claim.predicate)
        if f.text("exchange") and f.date is not None and _meets(claim.value.interval, f.date)
    ]
    if len(then) != 1:
        return UNKNOWN_VERDICT
    name = then[0].text("exchange")
    return Verdict(
        CONTRADICTED,
        tuple(then),
        wording.both(name, name),
        wording.both("上市地", "exchange"),
        subject=entity.id,
        claimed=claim.qualifiers["exchange"],
        rule="wrong-relation",
    )


def judge_exchange(claim: Claim, entity: Entity) -> Verdict:
    """Where an organisation is said to be listed: wrong where it is, or was, listed elsewhere only."""
    assert isinstance(claim.value, TextValue)
    facts = [f for f in entity.facts_of("listed_on") if f.text("exchange")]
    if not facts:
        return UNKNOWN_VERDICT
    if any(_same_exchange(claim.value.text.lower(), f.text("exchange")) for f in facts):
        return supported(*facts)
    shown = " / ".join(dict.fromkeys(f.text("exchange") for f in facts))
    return Verdict(
        CONTRADICTED, tuple(facts), wording.both(shown, shown), wording.both("上市地", "exchange"), subject=entity.id
    )  # fmt: skip


_EXCHANGES = (
    ("纳斯达克", "nasdaq"),
    ("纽", "nyse", "new york"),
    ("港", "hkex", "hong kong", "hk"),
    ("深", "创业板", "A股", "szse", "shenzhen"),
    ("上海", "上交", "科创", "A股", "sse", "shanghai", "star"),
    ("美股", "nasdaq", "nyse", "new york"),
    ("伦", "lse", "london"),
    ("东", "tse", "tokyo"),
)


def _same_exchange(written: str, recorded: str) -> bool:
    """Whether a Chinese name and a recorded name mean one exchange; True where the recorded name is not known here."""
    known = [group for group in _EXCHANGES if any(k in recorded.lower() for k in group)]
    return not known or any(any(k in written for k in group) for group in known)


def judge_existence(claim: Claim, entity: Entity) -> Verdict:
    """Whether a thing existed when it is said to have been used; years are compared, so that previews do not matter."""
    assert isinstance(claim.value, DateClaim)
    dated = [f for f in entity.facts_of("released") if f.date is not None]
    if not dated:
        return UNKNOWN_VERDICT
    first = min(dated, key=lambda f: f.date.first)  # type: ignore[union-attr]
    assert first.date is not None
    if claim.value.interval.last.year >= first.date.first.year:
        return UNKNOWN_VERDICT
    if claim.rule == "wrong-date":  # 2009年的word2vec
        return _wrong(dated, entity)
    zh, en = (
        f"它到{wording.date(first.date, 'zh')}才出现",
        f"it appeared only in {wording.date(first.date, 'en')}",
    )
    return Verdict(CONTRADICTED, (first,), wording.both(zh, en), subject=entity.id)


def judge_rename(claim: Claim, entity: Entity) -> Verdict:
    """When a thing took the name that it is given."""
    assert isinstance(claim.value, DateClaim)
    ends = [n.last for n in entity.names if n.status == "former" and n.last is not None]
    if not ends:
        return UNKNOWN_VERDICT
    if any(_meets(claim.value.interval, end) for end in ends):
        return supported()
    if len(ends) > 3:
        return UNKNOWN_VERDICT
    end = min(ends, key=lambda e: abs((e.first - claim.value.interval.first).days))  # type: ignore[union-attr]
    facts = tuple(entity.all_facts())[:1]
    return Verdict(
        CONTRADICTED,
        facts,
        wording.both(wording.date(end, "zh"), wording.date(end, "en")),
        wording.both("更名时间", "renaming"),
        subject=entity.id,
    )


def _meets(claimed: DateInterval, recorded: DateInterval | None) -> bool:
    """Overlap, give or take a day for time zones."""
    if recorded is None:
        return False
    slack = _DAY if recorded.precision == "day" and claimed.precision == "day" else timedelta(0)
    return claimed.first - slack <= recorded.last and recorded.first <= claimed.last + slack


def _years_in_print(knowledge: Knowledge, entity: Entity) -> frozenset[int]:
    """The years of the conferences and journals in which something, or the paper on it, is recorded to have appeared."""
    papers = [
        knowledge.entity(i) for f in entity.facts_of("paper") for i in f.texts("value") if i in knowledge
    ]
    sources = (entity, *papers)
    venues = (f for s in sources for f in s.facts_of("venue") if f.text("value") not in _PREPRINTS)
    published = (f for s in sources for f in s.facts_of("released") if f.text("event") == "published")
    years = {int(year) for f in venues if (year := f.text("year")).isdigit()}
    return frozenset(years | {f.date.first.year for f in published if f.date is not None})


def _may_be_another_event(
    claim: Claim, entity: Entity, facts: list[Fact], interval: DateInterval, printed: frozenset[int]
) -> bool:
    """Whether the statement may be about an event that is not recorded (weights after paper, journal after preprint)."""
    earliest = min(f.date.first for f in facts if f.date is not None)
    if (
        recorded_only_printed(facts)
        and entity.type != "paper"
        and claim.qualifiers.get("event_class") not in ("paper", "preprint")
        and interval.last < earliest
        and (earliest - interval.last).days < 120
    ):
        return True  # repositories and announcements often come some weeks before the paper
    if interval.last < earliest:
        return False  # before anything public: wrong, whatever event is meant
    recorded = {f.text("event") for f in facts}
    later = (interval.first - earliest).days
    event_class = _class_of(claim, entity)
    if event_class and not recorded & _EVENTS_OF_CLASS[event_class]:
        return True
    years = interval.first.year - earliest.year
    if recorded <= {"paper", "code"} and entity.type in _PRINTED_LATER:
        stated = range(interval.first.year, interval.last.year + 1)
        if any(y in printed for y in stated) if printed else years < _YEARS_TO_PRINT:
            return True
    if recorded == {"published"} and later < 366:
        return True
    return (
        not event_class
        and claim.qualifiers.get("verb")
        in ("开源", "放出", "释出", "上线", "开放", "横扫", "出现", "落地", "研发", "开发", "训练", "创建")
        and len(recorded) < 2
    )


def _class_of(claim: Claim, entity: Entity) -> str:
    """The class of event that the verb names: 发表 of a chip is its announcement, 放出 of a data set its release."""
    event_class = claim.qualifiers.get("event_class", "")
    if event_class == "paper" and entity.type not in _PRINTED_LATER | {"paper"}:
        return ""
    if event_class == "paper" and entity.type == "model" and isinstance(claim.value, DateClaim):
        told = (
            claim.value.interval.precision == "day"
        )  # OpenAI於5月14日發表GPT-4: journals are told by the month
        if told and any(f.text("event") == "announced" for f in entity.facts_of("released")):
            return ""
    return "" if claim.qualifiers.get("verb") == "放出" and entity.type != "model" else event_class


def recorded_only_printed(facts: list[Fact]) -> bool:
    return all(f.text("event") in ("paper", "published") for f in facts)


def _wrong(facts: list[Fact], entity: Entity, stated: DateInterval | None = None) -> Verdict:
    """What is recorded instead; one date to put in its place where there is one, or all are of the year that is asked for."""
    told = [(f.date, wording.EVENTS.get(f.text("event"), wording.EVENTS[""])) for f in facts if f.date]
    if len(told) == 1:
        date, (event_zh, event_en) = told[0]
        expected = wording.both(wording.date(date, "zh"), wording.date(date, "en"))
        label = wording.both(event_zh, event_en)
    else:
        zh = "，".join(f"{wording.date(d, 'zh')}（{e[0].removesuffix('时间')}）" for d, e in told)
        en = ", ".join(f"{wording.date(d, 'en')} ({e[1]})" for d, e in told)
        expected, label = wording.both(zh, en), wording.both("发布时间", "release")
    years = {d.first.year for d, _ in told} | {d.last.year for d, _ in told}
    alike = stated is not None and stated.precision == "year" and len(years) == 1
    replacement = _plain(facts[0]) if len(facts) == 1 or alike else ""
    return Verdict(CONTRADICTED, tuple(facts), expected, label, subject=entity.id, replacement=replacement)


def _plain(fact: Fact) -> str:
    return fact.date.isoformat() if fact.date else ""
