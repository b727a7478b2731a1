"""Fines, aims and coinages."""

from __future__ import annotations

import pytest

from factcheck.engine import Engine
from real_world import rules_of


@pytest.mark.parametrize(
    ("text", "rule"),
    [
        ("违反GDPR的企业最高可被处以全球年营业额7%的罚款。", "wrong-number"),
        ("《新一代人工智能发展规划》提出，到2035年成为世界主要人工智能创新中心。", "wrong-date"),
        ("“氛围编程”（vibe coding）一词由奥特曼在2025年2月提出。", "wrong-person"),
        ("2024年诺贝尔化学奖授予了杰弗里·辛顿。", "wrong-person"),
        ("ChatGPT上线六个月后，月活用户突破1亿。", "wrong-number"),
        ("人工智能诞生于1950年夏天的达特茅斯会议。", "wrong-date"),
    ],
)
def test_wrong(engine: Engine, text: str, rule: str) -> None:
    assert rules_of(engine, text) == [rule]


@pytest.mark.parametrize(
    "text",
    [
        "Meta因违反GDPR被罚款12亿欧元。",
        "GDPR最高可处2000万欧元或全球年营业额4%的罚款。",
        "到2035年，人工智能将全面融入社会，这比《新一代人工智能发展规划》走得更远。",
        "“人工智能”这一术语由麦卡锡提出。",
        "2024年诺贝尔生理学或医学奖授予两位生物学家，同年哈萨比斯获得化学奖。",
        "2024年的AI安全峰会在首尔举行。",
    ],
)
def test_right(engine: Engine, text: str) -> None:
    assert rules_of(engine, text) == []
