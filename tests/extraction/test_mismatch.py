"""A number and its own conversion."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from small_world import World, small_world


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("某模型有1750亿（17.5B）参数。", "17.5B"),
        ("某模型有1750亿（约17.5B）参数。", "17.5B"),
        ("某模型有175B（17.5亿）参数。", "17.5亿"),
        ("13B也就是1300亿个参数。", "1300亿个参数"),
        ("参数117M，折合11.7亿。", "11.7亿"),
        ("投入5000亿美元（50 billion美元）。", "50 billion美元"),
        ("共5400亿参数，也就是54B。", "54B"),
    ],
)
def test_a_slip_of_a_power_of_ten(world: World, text: str, value: str) -> None:
    claim = world.one(text, "conversion")
    assert text[claim.value_start : claim.value_end] == value
    assert world.verdict(claim).status == "contradicted"


@pytest.mark.parametrize(
    "text",
    [
        "某模型有1750亿（175B）参数。",
        "某模型有1.8万亿（1.8T）参数。",
        "总参数671B（激活37B）。",
        "Llama有7B（70亿）和70B（700亿）两档。",
        "训练了1750亿参数（3000亿token）。",
        "投入70亿美元（约500亿元人民币）。",
        "1750亿参数，1.75亿美元。",
        "1750亿和17.5B是两回事。",
    ],
)
def test_what_is_right_or_not_equated(world: World, text: str) -> None:
    assert world.claims(text, "conversion") == []


@given(st.integers(1, 99), st.integers(0, 9))
def test_only_wrong_conversions_are_found(whole: int, tenth: int) -> None:
    world = small_world()
    billions = f"{whole}.{tenth}"
    right, wrong = f"{whole * 10 + tenth}亿", f"{whole}.{tenth}亿"
    assert world.claims(f"某模型有{right}（{billions}B）参数。", "conversion") == []
    assert len(world.claims(f"某模型有{wrong}（{billions}B）参数。", "conversion")) == 1
