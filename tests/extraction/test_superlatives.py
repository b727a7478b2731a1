"""Superlatives that rank the thing itself, and those that rank something else."""

from __future__ import annotations

import pytest

from factcheck.extraction.superlatives import AMONG, rank


def ranked(text: str, word: str) -> str | None:
    start = text.index(word)
    return rank(text, start, start + len(word))


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("GPT-3是目前最大的语言模型。", "最大的"),
        ("GPT-3目前仍是全球参数规模最大的模型", "最大"),
        ("富岳是目前世界上运算速度最快的超级计算机。", "最快"),
        ("目前世界上最快的是富岳。", "最快"),
        ("V100是目前晶体管最多的GPU，由英伟达推出。", "最多"),
        ("ImageNet是目前世界上图像识别最大的数据库。", "最大的"),
    ],
)
def test_the_thing_among_its_kind(text: str, word: str) -> None:
    assert ranked(text, word) == word


@pytest.mark.parametrize("text", ["GPT-3是目前最大的语言模型之一。", "富岳是目前最快的超级计算机系统之一"])
def test_one_of_several(text: str) -> None:
    assert ranked(text, "最大的" if "最大的" in text else "最快") == AMONG


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("GPT-3目前最大的问题是成本高。", "最大的"),
        ("GPT-3是目前讨论最多的模型。", "最多"),
        ("ImageNet是目前影响力最大的数据集。", "最大的"),
        ("太湖之光是目前国内最快的超级计算机。", "最快"),
        ("LAION-5B是目前最大的中文图文数据集。", "最大的"),
        ("GPT-2是目前OpenAI最强的模型。", "最强"),
        ("GPT-3曾是最大的语言模型。", "最大的"),
    ],
)
def test_something_else_or_within_bounds(text: str, word: str) -> None:
    assert ranked(text, word) is None
