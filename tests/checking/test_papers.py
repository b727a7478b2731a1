"""Papers, results, laureates, and what uses what before it existed."""

from __future__ import annotations

import pytest

from small_world import World


@pytest.mark.parametrize(
    ("text", "predicate", "status", "expected"),
    [
        ("BERT的论文发表在ACL 2020。", "venue", "contradicted", "NAACL 2019"),
        ("AlphaGo以3比2战胜李世石。", "match", "contradicted", "4比1"),
        (
            "李世石获2024年诺贝尔化学奖。",
            "award",
            "contradicted",
            "哈萨比斯（Demis Hassabis）、约翰·江珀（John Jumper）",
        ),
        ("BERT的论文发表在NAACL 2019。", "venue", "supported", ""),
        ("哈萨比斯获2024年诺贝尔化学奖。", "award", "supported", ""),
    ],
)
def test_verdicts_and_what_is_right(
    world: World, text: str, predicate: str, status: str, expected: str
) -> None:
    verdict = world.verdict(world.one(text, predicate))
    assert (verdict.status, verdict.expected.get("zh", "")) == (status, expected)


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("受GPT-3启发，BERT采用了双向编码器。", "contradicted"),
        ("受BERT启发，GPT-3采用了解码器。", "unknown"),
        ("BERT受GPT-3的启发。", "contradicted"),
        ("BERT受Transformer的启发。", "supported"),
    ],
)
def test_nothing_follows_what_came_later(world: World, text: str, status: str) -> None:
    assert world.statuses(text, "uses") == [status]


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("BERT的作者是雅各布·德夫林。", "supported"),
        ("BERT的作者是李世石。", "contradicted"),
        ("GPT-3的作者是李世石。", "unknown"),
    ],
)
def test_authors(world: World, text: str, status: str) -> None:
    assert world.statuses(text, "authors") == [status]
