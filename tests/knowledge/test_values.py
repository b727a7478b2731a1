from __future__ import annotations

import calendar
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factcheck.knowledge.records import date_of, date_text
from factcheck.knowledge.values import DateInterval, Quantity


@given(st.integers(1, 9999), st.integers(1, 12))
def test_a_month_has_its_days(year: int, month: int) -> None:
    interval = DateInterval.of(year, month)
    assert interval.first.day == 1
    assert interval.last.day == calendar.monthrange(year, month)[1]


@given(st.dates(), st.sampled_from(["%Y", "%Y-%m", "%Y-%m-%d"]), st.sampled_from(["", "~"]))
def test_dates_survive_the_image(day: date, form: str, tilde: str) -> None:
    text = f"{day.year:04d}" + day.strftime(form.removeprefix("%Y")) + tilde
    interval = DateInterval.parse(text)
    assert interval.first <= day <= interval.last
    assert date_of(date_text(interval)) == interval


@pytest.mark.parametrize("text", ["", "20", "2018-13", "2018-02-30", "2018-1", "1950s", "0000", "2018~~"])
def test_what_is_no_date(text: str) -> None:
    with pytest.raises(ValueError, match=r".+"):
        DateInterval.parse(text)


@pytest.mark.parametrize("text", ["9999~", "0001~", "9999-12-31~"])
def test_the_ends_of_time_are_dates(text: str) -> None:
    assert DateInterval.parse(text).approximate


@pytest.mark.parametrize(
    ("text", "middle", "unit"),
    [
        ("110M", 110e6, ""),
        ("1.76T", 1.76e12, ""),
        ("128K", 128e3, ""),
        ("8192", 8192, ""),
        ("80GB", 80e9, "B"),
        ("3.35TB/s", 3.35e12, "B/s"),
        ("4nm", 4, "nm"),
        ("15%", 15, "%"),
        ("700W", 700, "W"),
        ("1.3B USD", 1.3e9, "USD"),
        ("20 USD", 20, "USD"),
    ],
)
def test_quantities(text: str, middle: float, unit: str) -> None:
    quantity = Quantity.parse(text)
    assert quantity.middle == pytest.approx(middle)
    assert quantity.unit == unit
