"""Tables of laureates, and of companies with what they make."""

from __future__ import annotations

import pytest

from factcheck.engine import Engine
from real_world import rules_of


@pytest.mark.parametrize(
    "text",
    [
        "| 年份 | 图灵奖得主 |\n| --- | --- |\n| 2018 | 本吉奥、辛顿、{} |\n",
        "## 图灵奖得主\n\n| 年份 | 获奖者 |\n| --- | --- |\n| 2018 | 辛顿、{} |\n",
        "| 奖项 | 年份 | 获奖者 |\n| --- | --- | --- |\n| 图灵奖 | 2018 | {} |\n",
    ],
)
def test_a_table_of_laureates(engine: Engine, text: str) -> None:
    assert rules_of(engine, text.format("杨立昆")) == []
    assert rules_of(engine, text.format("哈萨比斯")) == ["wrong-person"]


def test_people_of_another_column(engine: Engine) -> None:
    text = "| 年份 | 图灵奖得主 | 学生 |\n| --- | --- | --- |\n| 2018 | 辛顿 | 苏茨克维 |\n"
    assert rules_of(engine, text) == []


def test_what_a_company_makes(engine: Engine) -> None:
    table = "| 公司 | 代表产品 |\n| --- | --- |\n| 快手 | 可灵 |\n| Luma AI | {} |\n"
    assert rules_of(engine, table.format("Dream Machine")) == []
    assert rules_of(engine, table.format("Midjourney V6")) == ["wrong-attribution"]
    assert rules_of(engine, table.format("Dream Machine（对标Midjourney V6）")) == []
