"""Tables of rounds of funding."""

from __future__ import annotations

import pytest

from factcheck.document.document import parse_document
from factcheck.engine import Engine

HEAD = "| 公司 | 轮次 | 宣布时间 | 融资额 | 领投方 | 投后估值 |\n| --- | --- | --- | --- | --- | --- |\n"


@pytest.fixture(scope="module")
def engine() -> Engine:
    return Engine()


def _flagged(engine: Engine, text: str) -> list[tuple[str, str]]:
    document = parse_document(text + "\n", path="x.md")
    return [(f.rule, f.text) for f in engine.scan_document(document).findings]


@pytest.mark.parametrize(
    ("row", "flagged"),
    [
        ("| xAI | B 轮 | 2024年5月 | 60亿美元 | — | 240亿美元 |", []),
        ("| xAI | B 轮 | 2022年5月 | 60亿美元 | 未披露 | 未披露 |", [("wrong-date", "2022年5月")]),
        ("| Anthropic | E 轮 | 2025.3 | 35亿美元 | Lightspeed | 615亿美元 |", []),
        (
            "| Anthropic | E 轮 | 2025.3 | 135亿美元 | 红杉资本 | 615亿美元 |",
            [("wrong-number", "135亿美元"), ("wrong-relation", "红杉资本")],
        ),
        (
            "| Anthropic | Series F | 2025年9月 | 130亿美元 | ICONIQ | 3800亿美元 |",
            [("wrong-number", "3800亿美元")],
        ),
        ("| Anthropic | F 轮 | 2025年9月 | 累计335亿美元 | 红杉资本等参投 | 1830亿美元 |", []),
        ("| Anthropic | 战略投资 | 2025年9月 | 40亿美元 | 亚马逊 | 3800亿美元 |", []),
    ],
)
def test_rows_are_rounds(engine: Engine, row: str, flagged: list[tuple[str, str]]) -> None:
    assert _flagged(engine, HEAD + row) == flagged


def test_a_heading_names_the_company(engine: Engine) -> None:
    table = "| 轮次 | 时间 | 金额 |\n| --- | --- | --- |\n| A 轮 | 2023年12月 | 38.5亿欧元 |\n| C 轮 | 2025年9月 | 17亿欧元 |"
    assert _flagged(engine, "## Mistral AI\n\n" + table) == [("wrong-number", "38.5亿欧元")]


def test_a_valuation_is_one_of_its_row(engine: Engine) -> None:
    table = "| 公司 | 时间 | 估值 |\n| --- | --- | --- |\n| Anthropic | 2025年3月 | 615亿美元 |\n| Anthropic | 2025年 | 1830亿美元 |"
    assert _flagged(engine, table) == []
