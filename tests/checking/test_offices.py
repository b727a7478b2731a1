"""Codes of shares, heads of laboratories, first holders of offices, stages of a release, days counted from another."""

from __future__ import annotations

import pytest

from factcheck.engine import Engine
from real_world import rules_of


@pytest.mark.parametrize(
    ("text", "rule"),
    [
        ("百度的港股代码为9988。", "wrong-number"),
        ("快手（09888.HK）发布了财报。", "wrong-number"),
        ("百度（NASDAQ：BABA）发布了财报。", "wrong-number"),
        ("腾讯AI Lab成立于2016年4月，首任主任是姚顺雨。", "wrong-person"),
        ("上海人工智能实验室主任黄铁军介绍了进展。", "wrong-person"),
        ("陆奇2017年1月加入百度出任首席技术官。", "wrong-person"),
        ("Kimi创始人闫俊杰出席了会议。", "wrong-person"),
        ("文心一言于2023年8月31日启动内测。", "wrong-date"),
        ("智谱于2026年1月8日在港交所挂牌，三天后MiniMax也登陆港股。", "wrong-date"),
        ("通义实验室由字节跳动设立。", "wrong-relation"),
        ("科大讯飞在上交所上市，董事长是刘庆峰。", "wrong-relation"),
        ("杨植麟是月之暗面创始人兼CEO。他毕业于北京大学。", "wrong-relation"),
        ("2023年，杨植麟创办了月之暗面。次年2月，公司完成融资，由腾讯领投。", "wrong-relation"),
        ("| 公司 | 交易所 | 代码 |\n| --- | --- | --- |\n| 寒武纪 | 科创板 | 688041 |", "wrong-number"),
        ("| 厂商 | 旗舰产品 | 制程 |\n| --- | --- | --- |\n| 寒武纪 | 思元370 | 12nm |", "wrong-number"),
    ],
)
def test_wrong(engine: Engine, text: str, rule: str) -> None:
    assert rules_of(engine, text) == [rule]


@pytest.mark.parametrize(
    "text",
    [
        "快手（01024.HK）发布了财报。",
        "阿里巴巴（NYSE：BABA；HKEX：9988）发布了财报。",
        "智源研究院首任院长是黄铁军，现任院长是王仲远。",
        "乔宇是上海人工智能实验室主任助理。",
        "韩旭曾任百度自动驾驶事业部首席科学家。",
        "文心一言2023年3月16日启动邀测，8月31日全面开放。",
        "智谱于2026年1月8日在港交所挂牌，一天后MiniMax也登陆港股。",
        "华为2019年8月发布昇腾910；寒武纪2020年7月在科创板上市。",
        "上海人工智能实验室于2020年7月在世界人工智能大会上揭牌。",
        "2025年春晚上的是宇树H1，而非G1。一年前登上春晚的机器人也不是它。",
        "2025年6月30日，华为宣布开源盘古7B稠密模型。",
        "宇树科技计划在科创板上市。",
        "科大讯飞在深交所上市。",
        "| 公司 | 交易所 | 代码 |\n| --- | --- | --- |\n| 寒武纪 | 科创板 | 688256 |",
    ],
)
def test_right(engine: Engine, text: str) -> None:
    assert rules_of(engine, text) == []
