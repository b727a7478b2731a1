"""Dates and quantities as writers put them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date

from factcheck.knowledge.values import DateInterval, Quantity

Slots = Mapping[str, str]

_MONTHS = (
    "January", "February", "March", "April", "May", "June", "July", "August", "September", "October",
    "November", "December",
)  # fmt: skip
_HAN_FACTORS = ((1e12, "万亿"), (1e8, "亿"), (1e4, "万"))
_HANT_FACTORS = ((1e12, "兆"), (1e8, "億"), (1e4, "萬"))
_LATIN_FACTORS = ((1e12, "T"), (1e9, "B"), (1e6, "M"), (1e3, "K"))
_ENGLISH_FACTORS = ((1e12, "trillion"), (1e9, "billion"), (1e6, "million"))
_MONEY = {"USD": "美元", "EUR": "欧元", "GBP": "英镑", "CNY": "元"}


def date_forms(day: date, precision: str) -> Iterator[Slots]:
    """A date to the day, to the month and to the year, as far as it is known."""
    year, month = f"{day.year}年", f"{day.year}年{day.month}月"
    if precision == "day":
        text = f"{month}{day.day}日"
        yield {
            "value": text, "value_hant": text, "value_short": day.isoformat(),
            "value_en": f"on {_MONTHS[day.month - 1]} {day.day}, {day.year}",
        }  # fmt: skip
    if precision in ("day", "month"):
        yield {
            "value": month, "value_hant": month, "value_short": f"{day.year}.{day.month}",
            "value_en": f"in {_MONTHS[day.month - 1]} {day.year}",
        }  # fmt: skip
    yield {"value": year, "value_hant": year, "value_short": str(day.year), "value_en": f"in {day.year}"}


def known_forms(interval: DateInterval) -> list[Slots]:
    """The forms of a recorded date."""
    precision = interval.precision if interval.precision in ("day", "month") else "year"
    middle = interval.first if not interval.approximate else _middle(interval)
    return list(date_forms(middle, "year" if interval.approximate else precision))


def _middle(interval: DateInterval) -> date:
    return date.fromordinal((interval.first.toordinal() + interval.last.toordinal()) // 2)


def quantity_forms(number: float, unit: str, kind: str) -> list[Slots]:
    """A number in the units that articles use. ``kind`` is the unit of the predicate (count, tokens, bytes …), or ``exact``."""
    if kind == "exact":
        return [_same(_digits(number))]
    if unit in _MONEY:
        return list(_money(number, unit))
    if unit == "B" or kind == "bytes":
        return list(_bytes(number, ""))
    if unit == "B/s" or kind == "bandwidth":
        return list(_bytes(number, "/s"))
    if unit in ("%", "nm", "W"):
        digits = _digits(number)
        spoken = {
            "%": [f"{digits}%"],
            "nm": [f"{digits}nm", f"{digits}纳米"],
            "W": [f"{digits}W", f"{digits}瓦"],
        }
        return [_same(text) for text in spoken[unit]]
    counts = list(_counts(number))
    return counts if kind else counts[:1]  # things that are counted with a measure word, in Chinese units


def operation_forms(number: float, unit: str) -> list[Slots]:
    """Operations a second, of which the unit (TFLOPS, TOPS) holds 10¹²; none for no number."""
    digits = _digits(float(f"{number / 1e12:.6g}"))
    return [_same(f"{digits} {unit}"), _same(f"{digits}{unit}")] if number else []


def _counts(number: float) -> Iterator[Slots]:
    if number < 1e4:
        yield _same(_digits(number))
        return
    han, hant = _scaled(number, _HAN_FACTORS), _scaled(number, _HANT_FACTORS)
    latin = _scaled(number, _LATIN_FACTORS)
    english = _scaled(number, _ENGLISH_FACTORS, " ")
    if han:
        yield {"value": han, "value_hant": hant, "value_en": english or latin}
    if latin:
        yield {"value": latin, "value_hant": latin, "value_en": english or latin}
    if not han and not latin:
        yield _same(_digits(number))


def _bytes(number: float, per: str) -> Iterator[Slots]:
    for factor, suffix in ((1e12, "TB"), (1e9, "GB"), (1e6, "MB")):
        if number >= factor:
            digits = _digits(number / factor)
            yield _same(f"{digits}{suffix}{per}")
            yield _same(f"{digits} {suffix}{per}")
            return


def _money(number: float, unit: str) -> Iterator[Slots]:
    word = _MONEY[unit]
    text = _scaled(number, _HAN_FACTORS) if number >= 1e4 else _digits(number)
    if text:
        yield {"value": f"{text}{word}", "value_en": _digits(number)}


def _scaled(number: float, factors: tuple[tuple[float, str], ...], between: str = "") -> str:
    """The number in the largest factor that leaves at most four digits; empty if none does."""
    for factor, suffix in factors:
        if number >= factor:
            digits = f"{number / factor:.4g}"
            exact = abs(float(digits) * factor - number) <= 1e-9 * number
            return f"{digits}{between}{suffix}" if exact and "e" not in digits else ""
    return ""


def _digits(number: float) -> str:
    return str(int(number)) if float(number).is_integer() else f"{number:.10g}"


def _same(text: str) -> Slots:
    return {"value": text, "value_hant": text, "value_en": text}


def middle(quantity: Quantity) -> float:
    """The number as it was written, free of the noise of its interval."""
    return float(f"{quantity.middle:.12g}")
