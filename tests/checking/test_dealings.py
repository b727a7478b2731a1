"""Marks of market value, lawsuits, fines and settlements, stakes."""

from __future__ import annotations

import pytest

from factcheck.engine import Engine
from real_world import rules_of


@pytest.mark.parametrize(
    ("text", "rule"),
    [
        ("2023年6月，英伟达的市值首次突破4万亿美元。", "wrong-date"),
        ("2025年10月29日，英伟达成为首家市值达到4万亿美元的公司。", "wrong-date"),
        ("2025年1月27日，英伟达市值蒸发近1000亿美元。", "wrong-number"),
        ("2025年6月，迪士尼起诉Stability AI侵犯版权。", "wrong-relation"),
        ("2023年12月27日，《纽约时报》起诉了谷歌。", "wrong-relation"),
        ("2021年6月，现代汽车完成对波士顿动力51%股权的收购。", "wrong-number"),
        ("2025年6月，Meta获得Scale AI 51%的股份。", "wrong-number"),
        ("2025年10月，OpenAI完成重组，微软持有其约49%的股份。", "wrong-number"),
        ("2024年12月，意大利数据保护局对OpenAI罚款1.5亿欧元。", "wrong-number"),
        ("2025年9月，Anthropic同意支付1.5亿美元与作家和解。", "wrong-number"),
    ],
)
def test_wrong(engine: Engine, text: str, rule: str) -> None:
    assert rules_of(engine, text) == [rule]


@pytest.mark.parametrize(
    "text",
    [
        "2025年7月，英伟达的市值首次突破4万亿美元。",
        "2025年9月，英伟达的市值超过4万亿美元，仍居首位。",
        "2025年6月，英伟达市值逼近4万亿美元。",
        "2025年1月27日，英伟达市值蒸发近6000亿美元。",
        "2023年12月27日，《纽约时报》起诉OpenAI与微软；2025年12月，它又起诉了Perplexity。",
        "2025年6月，迪士尼考虑起诉Stability AI。",
        "2024年4月，法官驳回了作家起诉OpenAI的部分诉求。",
        "现代汽车2021年收购了波士顿动力80%的股份，软银保留了20%的股份。",
        "违反GDPR的企业最高可处2000万欧元罚款，Meta曾被罚款12亿欧元。",
        "2025年9月，Anthropic同意支付15亿美元与作家和解。",
    ],
)
def test_right(engine: Engine, text: str) -> None:
    assert rules_of(engine, text) == []
