"""A count and the list that it counts."""

from __future__ import annotations

import pytest

from small_world import World


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("谷歌、微软和百度四家公司都到了。", "四家"),
        ("OpenAI由奥特曼、马斯克与哈萨比斯四人发起。", "四人"),
        ("本文看五款：BERT、GPT-2、GPT-3和RoBERTa。", "五款"),
        ("谷歌（Google）、微软和百度两家公司都到了。", "两家"),
        ("文本、图像、音频和视频三种模态都行。", "三种"),
        ("谷歌、微软、百度、英伟达等三家公司都到了。", "三家"),
    ],
)
def test_a_list_of_another_length(world: World, text: str, count: str) -> None:
    claim = world.one(text, "tally")
    assert text[claim.value_start : claim.value_end] == count
    assert world.verdict(claim).status == "contradicted"


@pytest.mark.parametrize(
    "text",
    [
        "谷歌、微软和百度三家公司都到了。",
        "微软和谷歌、百度三家公司都到了。",
        "谷歌、微软、百度等五家公司都到了。",
        "BERT、GPT-2和GPT-3两个系列。",
        "谷歌、微软和百度前两家最大。",
        "谷歌、微软和百度把两个模型合在一起。",
        "重点看其中两款：BERT、GPT-2和GPT-3都在表中。",
        "谷歌、微软和百度三个月后再谈。",
        "第三个：BERT、GPT-2、GPT-3和RoBERTa。",
    ],
)
def test_lists_that_may_be_right(world: World, text: str) -> None:
    assert world.claims(text, "tally") == []
