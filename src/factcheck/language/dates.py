"""Dates in all the ways Chinese articles write them, absolute, partial and relative, and their resolution in context."""

from __future__ import annotations

import re
from datetime import date, timedelta

from factcheck.knowledge.values import DateInterval
from factcheck.language.lazy import LazyPattern
from factcheck.language.numbers import han_number
from factcheck.light import dataclass

_HAN_DIGITS = "零一二三四五六七八九"
_MONTHS = {m: i for i, names in enumerate(
    (("jan", "january"), ("feb", "february"), ("mar", "march"), ("apr", "april"), ("may",), ("jun", "june"), ("jul", "july"),
     ("aug", "august"), ("sep", "sept", "september"), ("oct", "october"), ("nov", "november"), ("dec", "december")), 1) for m in names}  # fmt: skip
_MONTH_NAME = r"(?:Jan(?:uary)?|Feb(?:ruary)?|Mar(?:ch)?|Apr(?:il)?|May|June?|July?|Aug(?:ust)?|Sept?(?:ember)?|Oct(?:ober)?|Nov(?:ember)?|Dec(?:ember)?)\.?"
_MONTH = r"(?:1[0-2]|0?[1-9]|十[一二]?|[一二三四五六七八九])"
_DAY = (
    r"(?:3[01]|[12]\d|0?[1-9]|三十一?|二十[一二三四五六七八九]?|十[一二三四五六七八九]?|[一二三四五六七八九])"
)
_PART = r"(?:年?[初末底中]|上半年|下半年|上旬|中旬|下旬|[春夏秋冬][季天]?|第?[一二三四1-4]季度|Q[1-4]|代(?![表码理码]))"
_RELATIVE_YEAR = (
    r"同年|次年|翌年|隔年|第二年|当年|这一年|那一年|该年|去年|今年|前年|上一年|后一年(?![半多内左来])"
)
_AMOUNT = r"(?:\d+|[一二两三四五六七八九十]+|半|数|几)"

_DATE = LazyPattern(
    rf"(?P<year>(?<!\d)(?:1[89]|20)\d{{2}}|[一二][零九八七][{_HAN_DIGITS}]{{2}})年(?:度)?(?:(?P<month>{_MONTH})月(?:份)?(?:(?P<day>{_DAY})[日号])?)?(?P<part>{_PART})?"
    rf"|(?<![\d.\-/])(?P<iso_year>(?:1[89]|20)\d{{2}})(?P<sep>[-/.])(?P<iso_month>1[0-2]|0?[1-9])(?:(?P=sep)(?P<iso_day>3[01]|[12]\d|0?[1-9]))?(?![\d%])(?!\.\d)(?![-/]\d)"
    rf"|(?<!\d)(?P<short_year>\d{{2}})年(?:(?P<short_month>{_MONTH})月(?:(?P<short_day>{_DAY})[日号])?)(?P<short_part>{_PART})?"
    rf"|(?P<en_month>{_MONTH_NAME}) (?:(?P<en_day>\d{{1,2}})(?:st|nd|rd|th)?,? )?(?P<en_year>(?:19|20)\d{{2}})(?!\d)"
    rf"|(?<!\d)(?P<en_day2>\d{{1,2}}) (?P<en_month2>{_MONTH_NAME}),? (?P<en_year2>(?:19|20)\d{{2}})(?!\d)"
    rf"|(?P<relative>{_RELATIVE_YEAR})(?!的今天)(?:(?P<rel_month>{_MONTH})月(?:份)?(?:(?P<rel_day>{_DAY})[日号])?)?(?P<rel_part>{_PART})?"
    rf"|(?P<relative_month>同月|当月|次月|翌月|本月|上个?月|这个?月)(?:(?P<relm_day>{_DAY})[日号])?"
    rf"|(?P<relative_day>同日|同一天|当日|当天|次日|翌日|第二天|隔天)"
    rf"|(?:又过了|过了|时隔|仅仅|不到|近|约)?(?P<amount>{_AMOUNT})(?P<amount_more>多)?(?P<amount_unit>个?月|年|天|周)(?P<amount_more2>多)?(?P<direction>之后|以后|后|之前|以前|前)"
    rf"|又过了(?P<amount3>{_AMOUNT})(?P<amount3_more>多)?(?P<amount3_unit>个?月|年)(?P<amount3_more2>多)?"
    rf"|(?<![\d年])(?P<only_month>{_MONTH})月(?:份)?(?:(?P<only_day>{_DAY})[日号])?(?P<only_part>[初末底中](?!国)|上旬|中旬|下旬)?"
    rf"|(?<![\d月第])(?P<bare_day>{_DAY})[日号](?!线|楼|院|码|子|称|文|元|经|航|公|人)"
    rf"|(?<![\d.\-/A-Za-z])(?P<bare_year>(?:19[4-9]|20[0-3])\d)(?![\d%a-zA-Z/\-]|\.\d|[亿万个张次层页亩元]|人(?!工智))"
)
_RANGE_AFTER = LazyPattern(r"\s*(?:—+|–|-|~|至|到)\s*(?:今|现在|(?:(?:19|20)\d{2}))")
_RANGE_BEFORE = LazyPattern(r"(?:19|20)\d{2}年?\s*(?:—+|–|-|~|至|到)\s*$")


@dataclass(frozen=True, slots=True)
class DateValue:
    """A date in the text. ``interval`` is None until a partial or relative date is resolved.

    ``kind``: ``absolute``, ``bare_year`` (a lone 2018), ``partial`` (month and/or day without year), ``relative``, ``range``.
    """

    start: int
    end: int
    kind: str
    interval: DateInterval | None
    month: int | None = None
    day: int | None = None
    relation: str = ""
    amount: float = 0.0
    vague: bool = False
    part: str = ""

    def resolved(self, interval: DateInterval) -> DateValue:
        return DateValue(
            self.start,
            self.end,
            self.kind,
            interval,
            self.month,
            self.day,
            self.relation,
            self.amount,
            self.vague,
            self.part,
        )


def find_dates(text: str) -> list[DateValue]:
    """All dates of a normalised text, in order. Impossible dates (2月31日) are left out."""
    found = []
    for match in _DATE.finditer(text):
        try:
            value = _read(match)
        except ValueError:
            continue
        if value is None:
            continue
        if value.kind in ("absolute", "bare_year") and (
            _RANGE_AFTER.match(text, value.end)
            or _RANGE_BEFORE.search(text[max(0, value.start - 9) : value.start])
        ):
            value = DateValue(value.start, value.end, "range", value.interval)
        elif value.kind == "bare_year" and text[: value.start].endswith(
            (" in ", " since ", "In ", "Since ", " by ", " from ")
        ):
            value = DateValue(value.start, value.end, "absolute", value.interval)  # released in 2019
        found.append(value)
    return found


def _read(match: re.Match[str]) -> DateValue | None:
    start, end = match.span()
    get = match.group
    if get("year"):
        return _absolute(match, _year(get("year")), get("month"), get("day"), get("part"))
    if get("iso_year"):
        interval = DateInterval.of(int(get("iso_year")), int(get("iso_month")), _int(get("iso_day")))
        if get("sep") == "." and get("iso_day") is None and len(get("iso_month")) == 1:
            return None  # 2020.5 is a number as likely as a month
        return DateValue(start, end, "absolute", interval)
    if get("short_year"):
        year = 2000 + int(get("short_year"))
        return (
            _absolute(match, year, get("short_month"), get("short_day"), get("short_part"))
            if year < 2040
            else None
        )
    if get("en_year") or get("en_year2"):
        suffix = "" if get("en_year") else "2"
        month = _MONTHS[get("en_month" + suffix).rstrip(".").lower()]
        return DateValue(
            start,
            end,
            "absolute",
            DateInterval.of(int(get("en_year" + suffix)), month, _int(get("en_day" + suffix))),
        )
    if get("relative"):
        return DateValue(
            start,
            end,
            "relative",
            None,
            _number(get("rel_month")),
            _number(get("rel_day")),
            get("relative"),
            part=get("rel_part") or "",
        )
    if get("relative_month"):
        return DateValue(start, end, "relative", None, None, _number(get("relm_day")), get("relative_month"))
    if get("relative_day"):
        return DateValue(start, end, "relative", None, relation=get("relative_day"))
    if get("amount") or get("amount3"):
        return _elapsed(match)
    if get("only_month"):
        return DateValue(
            start,
            end,
            "partial",
            None,
            _number(get("only_month")),
            _number(get("only_day")),
            part=get("only_part") or "",
        )
    if get("bare_day"):
        return DateValue(start, end, "partial", None, None, _number(get("bare_day")))
    return DateValue(start, end, "bare_year", DateInterval.of(int(get("bare_year"))))


def _absolute(
    match: re.Match[str], year: int, month: str | None, day: str | None, part: str | None
) -> DateValue | None:
    if part == "代":
        return DateValue(
            match.start(),
            match.end(),
            "range",
            DateInterval(date(year, 1, 1), date(year + 9, 12, 31), "range"),
        )
    interval = _narrowed(DateInterval.of(year, _number(month), _number(day)), part or "")
    return DateValue(
        match.start(), match.end(), "absolute", interval, _number(month), _number(day), part=part or ""
    )


def _narrowed(interval: DateInterval, part: str) -> DateInterval:
    """2018年底 and the like: the part of the year or month that is named, generously."""
    if not part:
        return interval
    year, months = interval.first.year, None
    if interval.precision == "year":
        months = {"上半年": (1, 6), "下半年": (7, 12), "初": (1, 4), "年初": (1, 4), "末": (10, 12), "底": (10, 12), "年底": (10, 12),
                  "年末": (10, 12), "中": (4, 9), "年中": (4, 9)}.get(part)  # fmt: skip
        quarter = re.search(r"[一二三四1-4]", part) if ("季度" in part or part.startswith("Q")) else None
        if quarter:
            index = "一二三四".find(quarter[0]) if quarter[0] in "一二三四" else int(quarter[0]) - 1
            months = (index * 3 + 1, index * 3 + 3)
        season = {"春": (2, 6), "夏": (5, 9), "秋": (8, 12), "冬": (10, 12)}.get(part[0])
        months = months or season
        if months is None:
            return interval
        last = DateInterval.of(year, months[1]).last
        return DateInterval(date(year, months[0], 1), last, "range")
    if interval.precision == "month" and part in ("上旬", "中旬", "下旬"):
        first_day, last_day = {"上旬": (1, 11), "中旬": (10, 21), "下旬": (20, 31)}[part]
        return DateInterval(
            interval.first.replace(day=first_day),
            min(interval.last, interval.first + timedelta(days=last_day - 1)),
            "range",
        )
    return interval


_MONTH_DAYS = 30.44
_DAYS = ("天", "周")


def _elapsed(match: re.Match[str]) -> DateValue | None:
    suffix = "" if match["amount"] else "3"
    raw = match["amount" + suffix]
    unit = match[f"amount{suffix}_unit"]
    amount = 0.5 if raw == "半" else (float(raw) if raw.isdigit() else han_number(raw))
    if amount is None or raw in ("数", "几"):
        return None
    months = amount * {"年": 12, "月": 1, "个月": 1, "周": 7 / _MONTH_DAYS, "天": 1 / _MONTH_DAYS}.get(
        unit, 0
    )
    if not months or (unit in _DAYS and suffix == "3"):
        return None
    direction = match["direction"] if suffix == "" else "后"
    more = bool(match[f"amount{suffix}_more"] or match[f"amount{suffix}_more2"])
    relation = "before" if "前" in direction else "after"
    if unit in _DAYS and relation == "before":
        return None  # 两天前: before today, as often as not
    return DateValue(
        match.start(), match.end(), "relative", None, relation=relation, amount=months, vague=more, part=unit
    )


def resolve(
    value: DateValue, anchor: DateInterval | None, article: DateInterval | None
) -> DateInterval | None:
    """The days that a partial or relative date means, given the last date of the text and the article's date; None if unknown."""
    if value.interval is not None:
        return value.interval
    try:
        if value.kind == "partial":
            return _resolve_partial(value, anchor, article)
        return _resolve_relative(value, anchor, article)
    except ValueError:
        return None


def _resolve_partial(
    value: DateValue, anchor: DateInterval | None, article: DateInterval | None
) -> DateInterval | None:
    base = anchor or article
    if base is None or base.first.year != base.last.year:
        return None
    if value.month is None:
        if base.precision not in ("month", "day", "range") or base.first.month != base.last.month:
            return None
        return DateInterval.of(base.first.year, base.first.month, value.day)
    return _narrowed(DateInterval.of(base.first.year, value.month, value.day), value.part)


def _resolve_relative(
    value: DateValue, anchor: DateInterval | None, article: DateInterval | None
) -> DateInterval | None:
    relation = value.relation
    if relation in ("去年", "今年", "前年"):
        base, shift = article, {"去年": -1, "今年": 0, "前年": -2}[relation]
    elif relation in ("本月", "上个月", "上月", "这个月", "这月"):
        if article is None or article.precision == "year" or article.first.month != article.last.month:
            return None
        index = article.first.year * 12 + article.first.month - 1 - (relation in ("上个月", "上月"))
        return DateInterval.of(index // 12, index % 12 + 1, value.day)
    else:
        base = anchor
        shift = {
            "同年": 0,
            "当年": 0,
            "这一年": 0,
            "那一年": 0,
            "该年": 0,
            "次年": 1,
            "翌年": 1,
            "第二年": 1,
            "隔年": 1,
            "后一年": 1,
            "上一年": -1,
        }.get(relation, 0)
    if base is not None and relation in ("after", "before") and base.precision == "range":
        return _shifted(base, value)
    if base is None or base.first.year != base.last.year:
        return None
    if relation in ("after", "before"):
        return _shifted(base, value)
    year = base.first.year
    if relation in ("同日", "同一天", "当日", "当天"):
        return base if base.precision == "day" else None
    if relation in ("次日", "翌日", "第二天", "隔天"):
        following = base.first + timedelta(days=1)
        return DateInterval(following, following) if base.precision == "day" else None
    if relation in ("同月", "当月", "次月", "翌月"):
        if base.first.month != base.last.month:
            return None
        index = year * 12 + base.first.month - 1 + (relation in ("次月", "翌月"))
        return DateInterval.of(index // 12, index % 12 + 1, value.day)
    return _narrowed(DateInterval.of(year + shift, value.month, value.day), value.part)


def _days_on(base: DateInterval, months: float) -> DateInterval:
    """So many days or weeks after or before a day, counted loosely."""
    days = months * _MONTH_DAYS
    slack = max(1.0, abs(days) * 0.15)
    first, last = (base.first + timedelta(days=round(days + d)) for d in (-slack, slack))
    return DateInterval(first, last, "range", True)


def _shifted(base: DateInterval, value: DateValue) -> DateInterval | None:
    """N months after or before a date, with the slack that spoken spans have."""
    sign = 1 if value.relation == "after" else -1
    if value.part in _DAYS:
        return None if base.precision != "day" or value.vague else _days_on(base, sign * value.amount)
    slack = max(1.0, value.amount * 0.17)
    if sign < 0 and value.amount == 12:
        slack = 4.0  # 一年前: last year, as often as not
    low, high = value.amount - slack, value.amount + slack
    if value.vague:
        low, high = value.amount - 0.5, value.amount + (12 if value.part == "年" else 1)
    first, last = (low, high) if sign > 0 else (-high, -low)
    return DateInterval(_add_months(base.first, first), _add_months(base.last, last), "range", True)


def _add_months(day: date, months: float) -> date:
    return day + timedelta(days=round(months * _MONTH_DAYS))


def _year(text: str) -> int:
    return int(text) if text.isdigit() else int("".join(str(_HAN_DIGITS.index(c)) for c in text))


def _number(text: str | None) -> int | None:
    if text is None:
        return None
    value = float(text) if text.isdigit() else han_number(text)
    return int(value) if value is not None else None


def _int(text: str | None) -> int | None:
    return int(text) if text else None
