"""Numbers against recorded quantities."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from small_world import World, small_world


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("GPT-3有1750亿参数。", "supported"),
        ("GPT-3有175B参数。", "supported"),
        ("GPT-3有一千七百五十亿个参数。", "supported"),
        ("GPT-3有约1700亿参数。", "supported"),
        ("GPT-3有近1800亿参数。", "supported"),
        ("GPT-3有超过1700亿参数。", "supported"),
        ("GPT-3有1800亿参数。", "supported"),  # within the tolerance of parameter counts
        ("GPT-3有17.5亿参数。", "contradicted"),
        ("GPT-3有1.75万亿参数。", "contradicted"),
        ("GPT-3有1000亿参数。", "contradicted"),
        ("GPT-3有约1000亿参数。", "contradicted"),
        ("LLaMA-13B超过了GPT-3（157B）。", "contradicted"),
        ("LLaMA-13B超过了GPT-3（175B）。", "supported"),
        ("BERT有1.1亿参数。", "supported"),
        ("BERT有3.4亿参数。", "supported"),
        ("BERT-Large有3.4亿参数。", "supported"),
        ("BERT-Large有1.1亿参数。", "contradicted"),
        ("BERT有34亿参数。", "contradicted"),
        ("LLaMA-65B有652亿参数。", "supported"),
        ("LLaMA-65B有67亿参数。", "contradicted"),
        ("LLaMA-30B有300亿参数。", "unknown"),
        ("GPT-4有1.8万亿参数。", "undisclosed"),
        ("GPT-4有约1.8万亿参数。", "unknown"),
        ("据传GPT-4有1.8万亿参数。", "not-checked"),
        ("AlphaGo有1亿参数。", "unknown"),
    ],
)
def test_parameters(world: World, text: str, status: str) -> None:
    assert world.statuses(text, "parameters") == [status]


@pytest.mark.parametrize(
    ("text", "predicate", "status"),
    [
        ("BERT有12层。", "layers", "supported"),
        ("BERT有24层。", "layers", "supported"),
        ("BERT有48层。", "layers", "contradicted"),
        ("BERT-Large有12层。", "layers", "contradicted"),
        ("GPT-3的上下文窗口为2048个token。", "context_window", "supported"),
        ("GPT-3的上下文窗口为2K token。", "context_window", "supported"),
        ("GPT-3的上下文窗口为100万token。", "context_window", "contradicted"),
        ("H100配备80GB显存。", "memory", "supported"),
        ("H100配备40GB显存。", "memory", "contradicted"),
        ("H100采用4纳米制程。", "process_node", "supported"),
        ("H100采用7纳米制程。", "process_node", "contradicted"),
        ("LLaMA-65B在1.4万亿token上训练。", "training_tokens", "supported"),
        ("LLaMA-65B在14万亿token上训练。", "training_tokens", "contradicted"),
    ],
)
def test_other_quantities(world: World, text: str, predicate: str, status: str) -> None:
    assert world.statuses(text, predicate) == [status]


def test_a_slip_of_a_power_of_ten_is_hinted_at(world: World) -> None:
    slip = next(world.verdict(c) for c in world.claims("GPT-3有17.5亿参数。", "parameters"))
    other = next(world.verdict(c) for c in world.claims("GPT-3有1000亿参数。", "parameters"))
    assert "10" in slip.hint["zh"]
    assert other.hint == {}
    assert slip.expected == {"zh": "1750亿（175B）", "en": "175B"}


@pytest.mark.parametrize(
    ("text", "predicate", "status"),
    [
        ("谷歌以6.5亿美元收购DeepMind。", "acquired_by", "supported"),
        ("谷歌以65亿美元收购DeepMind。", "acquired_by", "contradicted"),
        ("谷歌以4亿英镑收购DeepMind。", "acquired_by", "unknown"),
        ("微软向OpenAI投资10亿美元。", "invested_by", "supported"),
        ("微软向OpenAI投资100亿美元。", "invested_by", "contradicted"),
        ("谷歌向OpenAI投资100亿美元。", "invested_by", "unknown"),
    ],
)
def test_money(world: World, text: str, predicate: str, status: str) -> None:
    claims = [c for c in world.claims(text, predicate) if type(c.value).__name__ == "NumberValue"]
    assert {world.verdict(c).status for c in claims} == {status}


@given(st.integers(10, 9999))
def test_far_from_the_record_is_wrong_and_near_it_right(hundred_millions: int) -> None:
    world = small_world()
    ratio = hundred_millions / 1750
    (status,) = world.statuses(f"GPT-3有{hundred_millions}亿参数。", "parameters")
    if 0.95 < ratio < 1.05:
        assert status == "supported"
    if not 0.93 < ratio < 1.07:
        assert status == "contradicted"
