"""Matches that seem to say something and do not."""

from __future__ import annotations

import pytest

from small_world import World


@pytest.mark.parametrize(
    ("text", "predicate"),
    [
        ("BERT和2020年问世的GPT-3都是Transformer。", "released"),  # the year is GPT-3's
        ("BERT于2018年停止开发。", "released"),
        ("GPT-3的团队多来自谷歌。", "created_by"),
        ("2020年，谷歌买下DeepMind 49%的股份。", "acquired_by"),
        ("BERT解决的是LSTM的长距离问题。", "property"),
        ("Vicuna用BERT生成的数据微调而成。", "based_on"),
        ("BERT走的是比LSTM更省算力的路线。", "property"),
        ("BERT以LSTM的成本达到更高的精度。", "property"),
        ("OpenAI前身为一支研究团队，于2010年组建。", "founded"),
        ("假如微软当年收购了DeepMind，历史会改写。", "acquired_by"),
        ("OpenAI的安全团队成立于2018年。", "founded"),
        ("微软上线了BERT模型。", "created_by"),
        ("微软发布的论文质疑BERT的能力。", "created_by"),
        ("微软推出了由BERT组成的系统。", "created_by"),
        ("BERT由微软协助设计。", "created_by"),
        ("A100的NVLink带宽为600GB/s。", "memory_bandwidth"),
        ("2018年，GPT-3发布之前，业界还在争论规模。", "released"),  # the event only places what is told
        ("2021年，BERT问世之后，微调成了风气。", "released"),
        ("截至目前2025年5月OpenAI发布的GPT-3仍在使用。", "released"),
        ("谷歌要求微软暂停开发GPT-3。", "created_by"),
        ("BERT为后来的模型打下了一个框架。", "category"),
    ],
)
def test_nothing_is_claimed_of_the_wrong_thing(world: World, text: str, predicate: str) -> None:
    assert "contradicted" not in world.statuses(text, predicate)


def test_the_same_words_without_the_twist_are_claims(world: World) -> None:
    assert world.status("2020年，微软买下DeepMind。", "acquired_by") == "contradicted"
    assert world.statuses("BERT于2016年发布。", "released") == ["contradicted"]
    assert world.statuses("2016年BERT发布后，微调成了风气。", "released") == ["contradicted"]
    assert world.status("Vicuna在BERT基础上用对话数据微调而成。", "based_on") == "contradicted"
    assert world.status("由BERT微调的Vicuna的性能不错。", "based_on") == "contradicted"
