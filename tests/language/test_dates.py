"""Dates in all the ways Chinese articles write them, and what they mean in context."""

from __future__ import annotations

import itertools
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factcheck.knowledge.values import DateInterval
from factcheck.language.dates import DateValue, find_dates, resolve

DAYS = st.dates(date(1950, 1, 1), date(2039, 12, 31))
MONTHS_ZH = ["一", "二", "三", "四", "五", "六", "七", "八", "九", "十", "十一", "十二"]


def day(text: str) -> DateInterval:
    return DateInterval.parse(text)


def one(text: str) -> DateValue:
    (found,) = find_dates(text)
    return found


def written(text: str) -> str:
    """The only date of a text, in EDTF."""
    interval = one(text).interval
    assert interval is not None
    return interval.isoformat()


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("2018年", "2018"),
        ("2018年10月", "2018-10"),
        ("2018年10月11日", "2018-10-11"),
        ("2018年10月11号", "2018-10-11"),
        ("2018年10月份", "2018-10"),
        ("2018年度", "2018"),
        ("二零一八年", "2018"),
        ("二零一八年十月十一日", "2018-10-11"),
        ("一九九八年九月", "1998-09"),
        ("2018-10-11", "2018-10-11"),
        ("2018/10/11", "2018-10-11"),
        ("2018.10.11", "2018-10-11"),
        ("2018-10", "2018-10"),
        ("2018.10", "2018-10"),
        ("18年10月", "2018-10"),
        ("October 11, 2018", "2018-10-11"),
        ("Oct. 2018", "2018-10"),
        ("11 October 2018", "2018-10-11"),
        ("October 11th, 2018", "2018-10-11"),
        ("2018年上半年", "2018-01-01/2018-06-30"),
        ("2018年下半年", "2018-07-01/2018-12-31"),
        ("2018年第三季度", "2018-07-01/2018-09-30"),
        ("2018年Q1", "2018-01-01/2018-03-31"),
        ("2018年底", "2018-10-01/2018-12-31"),
        ("2018年10月上旬", "2018-10-01/2018-10-11"),
    ],
)
def test_absolute_dates(text: str, expected: str) -> None:
    assert written(text) == expected
    assert one(text).kind == "absolute"


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("2018", "bare_year"),
        ("10月11日", "partial"),
        ("十月", "partial"),
        ("同年", "relative"),
        ("次年3月", "relative"),
        ("去年", "relative"),
        ("三个月后", "relative"),
        ("翌日", "relative"),
        ("2018年至今", "range"),
        ("2010年代", "range"),
    ],
)
def test_kinds(text: str, kind: str) -> None:
    assert one(text).kind == kind


def test_both_ends_of_a_span_of_years_are_ranges() -> None:
    assert [d.kind for d in find_dates("2015年至2018年间")] == ["range", "range"]
    assert [d.kind for d in find_dates("2015—2018年间")] == ["range", "range"]


@pytest.mark.parametrize(
    "text",
    [
        "2018年2月31日", "2018年13月40日的", "GPT-2018x", "2048个token", "第5号", "2000亿", "2020.5", "1024", "3.11", "5号线", "2000万元",
        "192.168.10.11", "2000张显卡", "v2018",
    ],
)  # fmt: skip
def test_what_is_no_date_of_day_or_year(text: str) -> None:
    assert [d for d in find_dates(text) if d.interval is not None and d.interval.precision != "year"] == []
    assert [d for d in find_dates(text) if d.kind == "bare_year"] == []


def test_the_place_of_a_date() -> None:
    text = "早在2018年10月，谷歌就发布了BERT；次年5月更新。"
    assert [text[d.start : d.end] for d in find_dates(text)] == ["2018年10月", "次年5月"]


@pytest.mark.parametrize(
    ("text", "anchor", "expected"),
    [
        ("同年", "2018-10-11", "2018"),
        ("当年", "2018", "2018"),
        ("同年12月", "2018-10", "2018-12"),
        ("次年", "2018-10-11", "2019"),
        ("翌年3月", "2018", "2019-03"),
        ("第二年3月5日", "2018", "2019-03-05"),
        ("上一年", "2018", "2017"),
        ("同月", "2018-10-11", "2018-10"),
        ("次月", "2018-12-11", "2019-01"),
        ("同月20日", "2018-10-11", "2018-10-20"),
        ("同日", "2018-10-11", "2018-10-11"),
        ("次日", "2018-10-31", "2018-11-01"),
        ("10月", "2018-03", "2018-10"),
        ("10月11日", "2018", "2018-10-11"),
        ("11日", "2018-10", "2018-10-11"),
    ],
)
def test_relative_dates_are_resolved_by_the_last_date(text: str, anchor: str, expected: str) -> None:
    interval = resolve(one(text), day(anchor), None)
    assert interval is not None
    assert interval.isoformat() == expected


@pytest.mark.parametrize(
    ("text", "article", "expected"),
    [("去年", "2024-05-01", "2023"), ("今年3月", "2024-05-01", "2024-03"), ("前年", "2024", "2022"), ("3月", "2024-05-01", "2024-03")],
)  # fmt: skip
def test_some_are_resolved_by_the_article(text: str, article: str, expected: str) -> None:
    interval = resolve(one(text), None, day(article))
    assert interval is not None
    assert interval.isoformat() == expected


def test_last_year_is_said_of_the_article_not_of_the_last_date() -> None:
    interval = resolve(one("去年"), day("2010"), day("2024-05-01"))
    assert interval is not None
    assert interval.isoformat() == "2023"


@pytest.mark.parametrize(
    ("text", "anchor"),
    [("次年", None), ("同日", "2018-10"), ("次日", "2018"), ("11日", "2018"), ("去年", "2018"), ("2月31日", "2018"), ("同月", "2018"), ("10月", None)],
)  # fmt: skip
def test_what_context_does_not_settle_stays_open(text: str, anchor: str | None) -> None:
    assert resolve(one(text), day(anchor) if anchor else None, None) is None


@pytest.mark.parametrize(
    ("text", "inside", "outside"),
    [
        ("三个月后", "2019-01", "2019-06"),
        ("两年后", "2020-10", "2023"),
        ("半年后", "2019-04", "2020"),
        ("3年前", "2015-10", "2018"),
        ("两年多后", "2021-03", "2023"),
    ],
)
def test_spans_of_time_are_generous(text: str, inside: str, outside: str) -> None:
    interval = resolve(one(text), day("2018-10"), None)
    assert interval is not None
    assert interval.overlaps(day(inside))
    assert not interval.overlaps(day(outside))
    assert interval.approximate


@given(DAYS)
def test_every_day_is_read_in_every_form(when: date) -> None:
    interval = DateInterval(when, when)
    y, m, d = when.year, when.month, when.day
    for text in (
        f"{y}年{m}月{d}日",
        f"{y}年{m:02d}月{d:02d}日",
        f"{y}-{m:02d}-{d:02d}",
        f"{y}/{m}/{d}",
        f"{y}年{MONTHS_ZH[m - 1]}月{d}号",
    ):
        (found,) = find_dates(f"于{text}发布")
        assert found.interval == interval, text
        assert (found.start, found.end) == (1, 1 + len(text))


@given(DAYS, st.integers(1, 12))
def test_a_month_of_the_same_or_the_next_year(when: date, month: int) -> None:
    anchor = DateInterval(when, when)
    assert resolve(one(f"同年{month}月"), anchor, None) == DateInterval.of(when.year, month)
    assert resolve(one(f"次年{month}月"), anchor, None) == DateInterval.of(when.year + 1, month)


@given(DAYS, DAYS, DAYS, DAYS)
def test_intervals_overlap_and_contain_as_sets_of_days_do(a: date, b: date, c: date, d: date) -> None:
    one, other = DateInterval(min(a, b), max(a, b)), DateInterval(min(c, d), max(c, d))
    assert one.overlaps(other) == other.overlaps(one)
    assert one.overlaps(other) == (max(one.first, other.first) <= min(one.last, other.last))
    assert one.contains(other) == (other.first >= one.first and other.last <= one.last)
    assert one.contains(one)
    assert not one.contains(other) or one.overlaps(other)
    assert one.widened().contains(one)


@given(st.integers(1950, 2039), st.integers(1, 12))
def test_a_year_contains_its_months_and_they_their_days(year: int, month: int) -> None:
    whole, part = DateInterval.of(year), DateInterval.of(year, month)
    assert whole.contains(part)
    assert part.contains(DateInterval.of(year, month, 28))
    assert DateInterval.parse(part.isoformat()) == part


@given(st.text(alphabet="0123456789年月日号同次前后个半年.-/ 上下旬季度十二发布", max_size=25))
def test_any_text_is_read_without_error(text: str) -> None:
    found = find_dates(text)
    assert all(0 <= d.start < d.end <= len(text) for d in found)
    assert all(a.end <= b.start for a, b in itertools.pairwise(found))
    for value in found:
        resolve(value, day("2018-10-11"), day("2024"))
