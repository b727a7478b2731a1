"""Investments that went elsewhere, and dates of occasions on which things are presented."""

from __future__ import annotations

import pytest

from factcheck.engine import Engine
from real_world import rules_of


@pytest.mark.parametrize(
    ("text", "rules"),
    [
        ("2022年5月的I/O大会上，谷歌发布了Imagen 3。", ["wrong-date"]),
        ("在2024年5月举行的I/O大会上，谷歌发布了Imagen 3。", []),
        ("H20是英伟达为应对2023年10月的出口管制推出的特供版。", []),  # the date is that of the rules
        ("H100基于Hopper架构。这款产品在2021年3月的发布会上正式推出。", ["wrong-date"]),
        ("Amazon Bedrock于2023年4月正式全面可用。", ["wrong-date"]),  # announced then
        ("谷歌称Gemini Ultra超过了2023年3月发布的GPT-4。", []),
        ("谷歌2014年收购的Nest Labs由托尼·法德尔创办。", []),
        ("微软投资的OpenAI由奥特曼和马斯克等人在2015年创办。", []),
        ("英特尔投资的SambaNova总部在帕洛阿尔托，由Rodrigo Liang等人在2017年创立。", []),
        ("2014年谷歌卖掉摩托罗拉移动，把它以29.1亿美元转让给了联想。", []),
        ("MTIA采用台积电7纳米；第二代2024年4月公布，改用5纳米。", []),  # of the second
        ("波洛苏欣创办NEAR，琼斯创办Sakana AI。", []),  # by someone who is not recorded under this name
        ("英伟达与AMD之争由来已久：前者1993年由黄仁勋等人创立。", []),
        ("谷歌2023年10月承诺向Anthropic投资40亿美元。", ["wrong-number"]),
        ("2025年9月，英伟达宣布向AMD投资50亿美元。", ["wrong-relation"]),
        ("2025年9月，英伟达宣布向英特尔投资50亿美元。", []),
    ],
)
def test_what_is_said(engine: Engine, text: str, rules: list[str]) -> None:
    assert rules_of(engine, text) == rules
