"""Dates and quantities as intervals, shared by the knowledge base and by the reading of articles."""

from __future__ import annotations

import re
from datetime import date, timedelta
from functools import lru_cache

from factcheck.light import dataclass

_EDTF = re.compile(r"(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?(~?)")
_NUMBER = re.compile(
    r"([0-9][0-9,_]*(?:\.[0-9]+)?)\s*([KMBT](?![A-Za-z])|[KMGTP]B(?:/s)?|%|nm|W)?\s*([A-Z]{3})?"
)
_SUFFIX = {"": 1.0, "K": 1e3, "M": 1e6, "B": 1e9, "T": 1e12, "%": 1.0, "nm": 1.0, "W": 1.0}
_BYTES = {"K": 1e3, "M": 1e6, "G": 1e9, "T": 1e12, "P": 1e15}


@dataclass(frozen=True, slots=True)
class DateInterval:
    """A closed interval of days, with the precision it was written in.

    The precision is ``day``, ``month``, ``quarter``, ``half``, ``year`` or ``range``.
    """

    first: date
    last: date
    precision: str = "day"
    approximate: bool = False

    @classmethod
    def of(cls, year: int, month: int | None = None, day: int | None = None) -> DateInterval:
        """The interval that a year, a month or a day spans. Raises ValueError for an impossible date."""
        if month is None:
            return cls(date(year, 1, 1), date(year, 12, 31), "year")
        if day is None:
            return cls(date(year, month, 1), _last_day(year, month), "month")
        exact = date(year, month, day)
        return cls(exact, exact, "day")

    @classmethod
    def parse(cls, text: str) -> DateInterval:
        """Read ``2018``, ``2018-10``, ``2018-10-11``, each optionally with ``~``. Raises ValueError."""
        return _parsed(text)

    def widened(self) -> DateInterval:
        """The same date, approximately: one unit of its precision wider on both sides."""
        slack = {"day": 7, "month": 31}.get(self.precision, 366)
        return DateInterval(_shifted(self.first, -slack), _shifted(self.last, slack), self.precision, True)

    def overlaps(self, other: DateInterval) -> bool:
        return self.first <= other.last and other.first <= self.last

    def contains(self, other: DateInterval) -> bool:
        return self.first <= other.first and other.last <= self.last

    def isoformat(self) -> str:
        """EDTF of the written precision; an interval ``first/last`` where no single form exists."""
        if self.approximate:
            return f"{self.first.isoformat()}/{self.last.isoformat()}"
        if self.precision == "year":
            return f"{self.first.year:04d}"
        if self.precision == "month":
            return f"{self.first.year:04d}-{self.first.month:02d}"
        if self.first == self.last:
            return self.first.isoformat()
        return f"{self.first.isoformat()}/{self.last.isoformat()}"


@dataclass(frozen=True, slots=True)
class Quantity:
    """A closed interval of numbers in base units, and its unit (``""`` for plain counts).

    ``low == high`` only for numbers that cannot be rounded; a written ``1.75`` spans 1.745 to 1.755.
    """

    low: float
    high: float
    unit: str = ""

    @property
    def middle(self) -> float:
        return (self.low + self.high) / 2

    @classmethod
    def parse(cls, text: str | int | float) -> Quantity:
        """Read ``110M``, ``128K``, ``80GB``, ``1.3B USD``, ``15%``, ``8192``. Raises ValueError."""
        match = _NUMBER.fullmatch(str(text).strip())
        if match is None:
            raise ValueError(f"not a quantity: {text!r} (expected for example 110M, 80GB, 15%, 1.3B USD)")
        digits = match.group(1).replace(",", "").replace("_", "")
        suffix, currency = match.group(2) or "", match.group(3)
        unit = currency or ""
        if suffix in _SUFFIX:
            factor = _SUFFIX[suffix]
            unit = unit or {"%": "%", "nm": "nm", "W": "W"}.get(suffix, "")
        else:
            factor = _BYTES[suffix[0]]
            unit = "B/s" if suffix.endswith("/s") else "B"
        return cls(*rounding_interval(digits, factor), unit)


def rounding_interval(digits: str, factor: float) -> tuple[float, float]:
    """The interval of values that would be written as ``digits`` × ``factor``: half a unit of the last digit.

    A bare integer below 10,000 without a factor is exact (12 layers are not 11.6 layers).
    """
    value = float(digits)
    if factor == 1.0 and "." not in digits:
        return value, value
    half = 0.5 * 10.0 ** -(len(digits.partition(".")[2]))
    return (value - half) * factor, (value + half) * factor


def _shifted(day: date, days: int) -> date:
    """``day`` plus ``days``, held within the years that dates can express."""
    return date.fromordinal(min(max(day.toordinal() + days, 1), date.max.toordinal()))


@lru_cache(maxsize=4096)
def _parsed(text: str) -> DateInterval:
    """As ``DateInterval.parse``: the dates of facts are read each time that they are compared."""
    match = _EDTF.fullmatch(text.strip())
    if match is None:
        raise ValueError(f"not a date: {text!r} (expected YYYY, YYYY-MM or YYYY-MM-DD, perhaps with ~)")
    year, month, day, tilde = match.groups()
    interval = DateInterval.of(int(year), int(month) if month else None, int(day) if day else None)
    return interval.widened() if tilde else interval


def _last_day(year: int, month: int) -> date:
    # The module calendar would do it, but brings locale along: a millisecond of every start.
    if (year, month) == (date.max.year, date.max.month):
        return date.max
    return date(year + month // 12, month % 12 + 1, 1) - timedelta(days=1)
