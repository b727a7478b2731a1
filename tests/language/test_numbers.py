"""Numbers in all the ways Chinese articles write them."""

from __future__ import annotations

import itertools

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factcheck.language.numbers import QuantityValue, find_quantities, han_number

DIGITS = "零一二三四五六七八九"


def spoken(number: int) -> str:
    """A number in Chinese numerals: 1050 → 一千零五十."""
    if number >= 10**8:
        return _with_rest(number, 10**8, "亿")
    if number >= 10**4:
        return _with_rest(number, 10**4, "万")
    parts, gap = [], False
    for unit, word in ((1000, "千"), (100, "百"), (10, "十"), (1, "")):
        digit = number // unit % 10
        if digit:
            parts += ["零"] * (gap and bool(parts)) + [DIGITS[digit], word]
        gap = not digit
    return "".join(parts)


def _with_rest(number: int, unit: int, word: str) -> str:
    rest = number % unit
    zero = "零" if rest and rest < unit // 10 else ""
    return spoken(number // unit) + word + zero + (spoken(rest) if rest else "")


def one(text: str) -> QuantityValue:
    (found,) = find_quantities(text)
    return found


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("一千七百五十亿", 175_000_000_000),
        ("三十四亿", 3_400_000_000),
        ("一万亿", 10**12),
        ("十二", 12),
        ("两百", 200),
        ("一百零五", 105),
        ("二零二三", 2023),
        ("二〇一八", 2018),
        ("七", 7),
        ("三万五千", 35_000),
        ("一亿零三百", 100_000_300),
    ],
)
def test_numerals(text: str, value: int) -> None:
    assert han_number(text) == value


@pytest.mark.parametrize("text", ["", "亿", "万", "三个", "GPT", "1750"])
def test_what_is_no_numeral(text: str) -> None:
    assert han_number(text) is None


@given(st.integers(1, 10**13))
def test_every_number_can_be_spoken_and_heard(number: int) -> None:
    assert han_number(spoken(number)) == number


@given(st.integers(1000, 2099))
def test_years_digit_by_digit(year: int) -> None:
    assert han_number("".join(DIGITS[int(c)] for c in str(year))) == year


@pytest.mark.parametrize(
    ("text", "value", "unit"),
    [
        ("1750亿参数", 1.75e11, "parameters"),
        ("一千七百五十亿个参数", 1.75e11, "parameters"),
        ("175B参数", 1.75e11, "parameters"),
        ("1.75×10^11个参数", 1.75e11, "parameters"),
        ("1.75×10¹¹参数", 1.75e11, "parameters"),
        ("175 billion parameters", 1.75e11, "parameters"),
        ("1.6万亿参数", 1.6e12, "parameters"),
        ("百亿规模，3百亿参数", 3e10, "parameters"),
        ("128K token", 1.28e5, "tokens"),
        ("200万字", 2e6, "characters"),
        ("8,192个token", 8192, "tokens"),
        ("12层", 12, "layers"),
        ("十二层", 12, "layers"),
        ("96个注意力头", 96, "heads"),
        ("30%", 30, "percent"),
        ("80GB", 8e10, "B"),
        ("3.35TB/s", 3.35e12, "B/s"),
        ("4纳米", 4, "nm"),
        ("700瓦", 700, "W"),
        ("功耗700W", 700, "W"),
        ("800亿个晶体管", 8e10, "transistors"),
        ("20美元", 20, "USD"),
        ("$20", 20, "USD"),
        ("¥199", 199, "CNY"),
        ("100亿美元", 1e10, "USD"),
        ("1亿用户", 1e8, "users"),
        ("57个学科", 57, "subjects"),
        ("1400万张图片", 1.4e7, "images"),
    ],
)
def test_forms_and_units(text: str, value: float, unit: str) -> None:
    quantity = find_quantities(text)[-1]
    assert quantity.middle == pytest.approx(value)
    assert quantity.low <= value <= quantity.high
    assert quantity.unit == unit


@pytest.mark.parametrize(
    ("text", "low", "high"),
    [
        ("1.5亿", 1.45e8, 1.55e8),
        ("1.50亿", 1.495e8, 1.505e8),
        ("175B", 1.745e11, 1.755e11),
        ("12层", 12, 12),
        ("8192", 8192, 8192),
        ("0.5", 0.45, 0.55),
    ],
)
def test_the_digits_written_are_the_precision(text: str, low: float, high: float) -> None:
    quantity = one(text)
    assert (quantity.low, quantity.high) == (pytest.approx(low), pytest.approx(high))


@pytest.mark.parametrize(
    ("text", "hedge"),
    [
        ("有1750亿参数", ""),
        ("约1750亿参数", "about"),
        ("大约1750亿参数", "about"),
        ("近1750亿参数", "about"),
        ("超过1750亿参数", "over"),
        ("逾1750亿参数", "over"),
        ("不到1750亿参数", "under"),
        ("不超过1750亿参数", "under"),
        ("1750多亿参数", "over"),
        ("1750亿多参数", "over"),
        ("100余万用户", "over"),
        ("1750亿左右", "about"),
    ],
)
def test_hedges(text: str, hedge: str) -> None:
    assert one(text).hedge == hedge


@pytest.mark.parametrize(
    ("text", "inside", "outside"),
    [
        ("约100亿", [9.5e9, 1.05e10], [8e9, 1.3e10]),
        ("超过100亿", [1e10, 1.4e10], [9e9, 2e10]),
        ("不到100亿", [7e9, 1e10], [5e9, 1.2e10]),
        ("100亿", [1e10], [9.5e9, 1.05e10]),
    ],
)
def test_what_a_hedge_allows(text: str, inside: list[float], outside: list[float]) -> None:
    low, high = one(text).accepted
    assert all(low <= value <= high for value in inside)
    assert not any(low <= value <= high for value in outside)


@pytest.mark.parametrize(
    "text",
    [
        "V100", "gpt-4", "GPT-3", "H800", "版本3.5.1", "text2vec", "第一", "万一", "第三千", "C4", "v2.0.1", "_12",
    ],
)  # fmt: skip
def test_what_is_no_quantity(text: str) -> None:
    assert find_quantities(text) == []


def test_places_of_a_quantity() -> None:
    text = "模型约有1,750亿个参数，共96层"
    first, second = find_quantities(text)
    assert text[first.start : first.end] == "1,750亿"
    assert text[first.start : first.unit_end] == "1,750亿个参数"
    assert text[second.start : second.unit_end] == "96层"


def test_a_quantity_keeps_how_it_was_written() -> None:
    quantity = one("1,750.5亿")
    assert (quantity.digits, quantity.factor, quantity.scaled) == ("1750.5", 1e8, True)
    assert one("96层").scaled is False


def test_spans_that_are_taken_are_passed_over() -> None:
    text = "GPT3的3亿参数"
    assert [text[q.start : q.end] for q in find_quantities(text, [(0, 4)])] == ["3亿"]
    assert find_quantities("2018亿", [(0, 4)]) == []


@pytest.mark.parametrize(
    ("text", "value"),
    [("1亿1000万", 1.1e8), ("3亿4千万参数", 3.4e8)],
)
def test_mixed_magnitudes(text: str, value: float) -> None:
    quantity = find_quantities(text)[0]
    assert quantity.low <= value <= quantity.high


@given(st.integers(1, 9999), st.sampled_from(["亿", "万", "B", "M", "万亿"]))
def test_any_scaled_number_is_read_back(number: int, magnitude: str) -> None:
    factor = {"亿": 1e8, "万": 1e4, "B": 1e9, "M": 1e6, "万亿": 1e12}[magnitude]
    text = f"共{number}{magnitude}参数"
    quantity = one(text)
    assert quantity.middle == pytest.approx(number * factor)
    assert text[quantity.start : quantity.end] == f"{number}{magnitude}"


@given(st.text(alphabet="0123456789.,亿万千百十一二两BMK约超多余层个参数GPT-%$ ", max_size=30))
def test_any_text_is_read_without_error_and_in_order(text: str) -> None:
    found = find_quantities(text)
    assert all(0 <= q.start < q.end <= q.unit_end <= len(text) for q in found)
    assert all(q.low <= q.high for q in found)
    assert all(a.end <= b.start for a, b in itertools.pairwise(found))


@given(
    st.lists(
        st.sampled_from(["3", "1.5", "亿", "万", "175B", "。", "参数", "从", "，", " ", "三十", "美元"]),
        max_size=12,
    ),
    st.integers(0, 20),
    st.integers(0, 20),
)
def test_numbers_of_a_part_are_those_that_begin_there(pieces: list[str], first: int, last: int) -> None:
    text = "".join(pieces)
    everywhere = find_quantities(text)
    assert find_quantities(text, None, first, last) == [q for q in everywhere if first <= q.start < last]
