"""Prices of a million tokens."""

from __future__ import annotations

import pytest

from factcheck.document.document import parse_document
from factcheck.engine import Engine


@pytest.fixture(scope="module")
def engine() -> Engine:
    return Engine()


def _said(engine: Engine, text: str) -> list[tuple[str, str]]:
    claims = engine.extractor.extract(parse_document(text, path="x.md")).claims
    return [(c.qualifiers["of"], c.value.text) for c in claims if c.construction == "price"]  # type: ignore[union-attr]


@pytest.mark.parametrize(
    ("text", "said"),
    [
        (
            "GPT-4o每百万输入token 5美元、输出15美元。",
            [("input", "5美元"), ("output", "15美元")],
        ),
        (
            "GPT-4o的输入价格为$5/百万token，输出为$15/百万token。",
            [("input", "$5"), ("output", "$15")],
        ),
        (
            "GPT-4o每百万token的输入和输出价格分别为5美元和15美元。",
            [("input", "5美元"), ("output", "15美元")],
        ),
        ("GPT-4o每百万token 5美元（输入）。", [("input", "5美元")]),
        ("GPT-4o每百万token的输入、输出均为5美元。", []),  # which is meant cannot be told
        ("GPT-4o缓存命中时每百万输入token 1.25美元。", []),
        ("GPT-4o和GPT-4o mini每百万输入token分别为2.5美元和0.15美元。", []),
    ],
)
def test_sides(engine: Engine, text: str, said: list[tuple[str, str]]) -> None:
    assert _said(engine, text) == said
