"""Who did what where: whose post it is, whose company, what was only offered."""

from __future__ import annotations

import pytest

from small_world import World


@pytest.mark.parametrize(
    "text",
    [
        "哈萨比斯加入了OpenAI。",
        "哈萨比斯早年在微软工作。",
        "离开OpenAI后，哈萨比斯休了长假。",
        "前百度研究员哈萨比斯获得了诺贝尔化学奖。",
        "哈萨比斯曾任微软副总裁。",
        "哈萨比斯在伦敦出生，后来加入了微软。",
    ],
)
def test_steps_of_a_life(world: World, text: str) -> None:
    assert "contradicted" in world.statuses(text, "role")


@pytest.mark.parametrize(
    "text",
    [
        "哈萨比斯拒绝了OpenAI的邀请。",
        "哈萨比斯的同事加入了OpenAI。",
        "马斯克说服哈萨比斯加入OpenAI。",
        "哈萨比斯加入微软投资的一家公司。",
        "哈萨比斯是OpenAI首席科学家的朋友。",
        "哈萨比斯住在伦敦，他的学生后来加入了OpenAI。",
        "哈萨比斯仍在伦敦，陈某某后来加入了OpenAI。",
    ],
)
def test_what_is_no_step(world: World, text: str) -> None:
    assert "contradicted" not in world.statuses(text, "role")
