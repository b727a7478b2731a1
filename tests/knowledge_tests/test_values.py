"""Dates and quantities in words."""

from __future__ import annotations

import pytest

from factcheck.knowledge.values import DateInterval, Quantity
from factcheck.knowledge_tests.values import known_forms, middle, operation_forms, quantity_forms


@pytest.mark.parametrize(
    ("written", "forms"),
    [
        ("2018-10-11", ["2018年10月11日", "2018年10月", "2018年"]),
        ("2018-10", ["2018年10月", "2018年"]),
        ("2018", ["2018年"]),
        ("2018~", ["2018年"]),
    ],
)
def test_a_date_is_told_as_precisely_as_it_is_known_or_less(written: str, forms: list[str]) -> None:
    assert [form["value"] for form in known_forms(DateInterval.parse(written))] == forms


@pytest.mark.parametrize(
    ("written", "kind", "forms"),
    [
        ("175B", "count", ["1750亿", "175B"]),
        ("110M", "count", ["1.1亿", "110M"]),
        ("1.76T", "count", ["1.76万亿", "1.76T"]),
        ("8192", "tokens", ["8192"]),
        ("1048576", "tokens", ["1048576"]),
        ("3.3B", "", ["33亿"]),
        ("80GB", "bytes", ["80GB", "80 GB"]),
        ("3.35TB/s", "bandwidth", ["3.35TB/s", "3.35 TB/s"]),
        ("700W", "watts", ["700W", "700瓦"]),
        ("4nm", "nm", ["4nm", "4纳米"]),
        ("15%", "percent", ["15%"]),
        ("1.3B USD", "money", ["13亿美元"]),
    ],
)
def test_numbers_in_the_units_of_articles(written: str, kind: str, forms: list[str]) -> None:
    quantity = Quantity.parse(written)
    assert [form["value"] for form in quantity_forms(middle(quantity), quantity.unit, kind)] == forms


def test_no_digit_is_lost() -> None:
    """A number that no unit holds in four digits is written out."""
    assert [form["value"] for form in quantity_forms(123456, "", "count")] == ["123456"]
    assert [form["value"] for form in quantity_forms(123456000000, "", "count")] == ["123456000000"]


def test_a_port_is_never_told_in_units() -> None:
    assert [form["value"] for form in quantity_forms(19530, "", "exact")] == ["19530"]


def test_operations_a_second() -> None:
    assert [form["value"] for form in operation_forms(312e12, "TFLOPS")] == ["312 TFLOPS", "312TFLOPS"]
    assert operation_forms(0, "TOPS") == []
