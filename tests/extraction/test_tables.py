"""Tables: things in rows or in columns, cells that say nothing, spans in the source."""

from __future__ import annotations

import pytest

from factcheck.extraction.tables import column_of
from small_world import World, values

DOWN = """| 模型 | 开发者 | 发布时间 | 参数量 |
| --- | --- | --- | --- |
| BERT | 谷歌 | 2018年10月 | 3.4亿 |
| GPT-3 | 微软 | 2019年 | 17.5B |
"""
ACROSS = """| 指标 | GPT-2 | GPT-3 |
| --- | --- | --- |
| 参数量 | 15亿 | 17.5亿 |
| 发布时间 | 2019年2月 | 2021年 |
"""


def judged(world: World, text: str) -> dict[str, str]:
    """Verdicts by the text of the cell."""
    return {text[c.value_start : c.value_end]: world.verdict(c).status for c in world.claims(text)}


def test_things_in_rows(world: World) -> None:
    assert judged(world, DOWN) == {
        "谷歌": "supported", "2018年10月": "supported", "3.4亿": "supported",
        "微软": "contradicted", "2019年": "contradicted", "17.5B": "contradicted",
    }  # fmt: skip


def test_things_in_columns(world: World) -> None:
    assert judged(world, ACROSS) == {
        "15亿": "supported",
        "17.5亿": "contradicted",
        "2019年2月": "supported",
        "2021年": "contradicted",
    }


def test_the_subjects_are_those_of_the_row(world: World) -> None:
    assert {(c.subjects, c.predicate) for c in world.claims(DOWN)} == {
        ((thing,), predicate)
        for thing in ("bert", "gpt-3")
        for predicate in ("created_by", "released", "parameters")
    }


@pytest.mark.parametrize("cell", ["", "-", "—", "未公开", "未披露", "N/A", "待定", "不适用"])
def test_empty_cells_say_nothing(world: World, cell: str) -> None:
    assert world.claims(f"| 模型 | 参数量 |\n| --- | --- |\n| GPT-4 | {cell} |\n") == []


def test_ditto_means_the_cell_above(world: World) -> None:
    text = "| 模型 | 开发者 |\n| --- | --- |\n| GPT-2 | OpenAI |\n| BERT | 同上 |\n"
    claims = world.claims(text, "created_by")
    assert [(c.subjects[0], world.verdict(c).status) for c in claims] == [
        ("gpt-2", "supported"),
        ("bert", "contradicted"),
    ]


def test_unknown_headers_and_things_say_nothing(world: World) -> None:
    assert world.claims("| 模型 | 心情 |\n| --- | --- |\n| BERT | 2025年 |\n") == []
    assert world.claims("| 模型 | 开发者 |\n| --- | --- |\n| 无名模型 | 谷歌 |\n") == []
    assert world.claims("| 甲 | 乙 |\n| --- | --- |\n| 丙 | 丁 |\n") == []


def test_a_variant_in_the_row(world: World) -> None:
    text = "| 模型 | 参数量 |\n| --- | --- |\n| LLaMA-65B | 652亿 |\n| LLaMA-7B | 652亿 |\n"
    assert [(c.variant, world.verdict(c).status) for c in world.claims(text)] == [
        ("65b", "supported"),
        ("7b", "contradicted"),
    ]


def test_cells_are_placed_in_the_source(world: World) -> None:
    text = "前言。\n\n" + DOWN
    assert values(text, world.claims(text)) == ["谷歌", "2018年10月", "3.4亿", "微软", "2019年", "17.5B"]


@pytest.mark.parametrize(
    ("header", "predicate"),
    [
        ("开发者", "created_by"), ("研发机构", "created_by"), ("**公司**", "created_by"), ("发布时间", "released"), ("年份", "released"),
        ("参数量", "parameters"), ("Parameters", "parameters"), ("上下文长度", "context_window"), ("许可证", "licence"),
        ("是否开源", "openness"), ("架构", "property"), ("创始人", "founded_by"), ("总部", "headquartered_in"), ("成立时间", "founded"),
        ("显存", "memory"), ("基座模型", "based_on"), ("英文全称", "expansion"), ("备注", None), ("优点", None), ("", None),
    ],
)  # fmt: skip
def test_headers(header: str, predicate: str | None) -> None:
    column = column_of(header)
    assert (column.predicate if column else None) == predicate


@pytest.mark.parametrize(
    ("header", "row", "status"),
    [
        ("许可证", "| TensorFlow | Apache 2.0 |", "supported"),
        ("许可证", "| TensorFlow | MIT |", "contradicted"),
        ("是否开源", "| Whisper | 否 |", "contradicted"),
        ("是否开源", "| GPT-4 | 是 |", "contradicted"),
        ("总部", "| DeepMind | 柏林 |", "contradicted"),
        ("创始人", "| DeepMind | 马斯克 |", "contradicted"),
        ("显存", "| H100 | 80GB |", "supported"),
        ("显存", "| H100 | 24GB |", "contradicted"),
        ("架构", "| A100 | Hopper |", "contradicted"),
        ("基座模型", "| Vicuna | BERT |", "contradicted"),
        ("成立时间", "| OpenAI | 2015年 |", "supported"),
        ("成立时间", "| OpenAI | 2010年 |", "contradicted"),
        ("CEO", "| 微软 | 马斯克 |", "contradicted"),
        ("估值", "| OpenAI | 290亿美元 |", "outdated"),
    ],
)
def test_kinds_of_columns(world: World, header: str, row: str, status: str) -> None:
    text = f"| 名称 | {header} |\n| --- | --- |\n{row}\n"
    assert world.statuses(text) == [status]


def test_columns_of_the_company_in_a_table_of_products(world: World) -> None:
    text = "| 公司 | 成立 | 产品 |\n| --- | --- | --- |\n| OpenAI | 2010年 | GPT-4 |\n"
    assert [
        (c.predicate, c.subject_text, world.verdict(c).status) for c in world.claims(text, "founded")
    ] == [("founded", "OpenAI", "contradicted")]


@pytest.mark.parametrize(
    ("row", "predicate"), [("| 微软 | 1986年 |", "listed_on"), ("| H100 | 2022年 |", "released")]
)
def test_a_listing_is_that_of_a_company_or_of_a_thing_on_sale(world: World, row: str, predicate: str) -> None:
    text = f"| 名称 | 上市时间 |\n| --- | --- |\n{row}\n"
    assert [c.predicate for c in world.claims(text)] == [predicate]


def test_a_column_under_an_unknown_header_is_told_by_its_cells(world: World) -> None:
    text = "| 模型 | 谁做的 |\n| --- | --- |\n| BERT | 谷歌 |\n| GPT-2 | OpenAI |\n| GPT-3 | 微软 |\n"
    assert judged(world, text) == {"谷歌": "supported", "OpenAI": "supported", "微软": "contradicted"}


def test_a_column_that_agrees_with_little_is_not_read(world: World) -> None:
    text = "| 模型 | 谁在用 |\n| --- | --- |\n| BERT | 谷歌 |\n| GPT-2 | 百度 |\n| GPT-3 | 微软 |\n"
    assert judged(world, text) == {}


def test_the_header_gives_the_unit(world: World) -> None:
    table = "| 芯片 | 显存(GB) | 参数量(亿) |\n| --- | --- | --- |\n| H100 | 40 | |\n| GPT-3 | | 1750 |\n"
    assert judged(world, table) == {"40": "contradicted", "1750": "supported"}


def test_a_card_has_its_first_fact_in_the_header(world: World) -> None:
    card = "# BERT\n\n| 开发者 | 微软 |\n| --- | --- |\n| 首次发布 | 2018年10月 |\n"
    assert judged(world, card)["微软"] == "contradicted"
