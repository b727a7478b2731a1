"""Who made a technique and in which paper, told by persons, by owners and by what the text spoke of before."""

from __future__ import annotations

import pytest

from factcheck.engine import Engine
from real_world import rules_of


@pytest.mark.parametrize(
    ("text", "rule"),
    [
        (
            "ControlNet由斯坦福大学的宋飏等人提出。",
            "wrong-person",
        ),  # the right university, someone else there
        ("ImageNet由吴恩达团队发布。", "wrong-person"),
        ("Grok-1由马斯克旗下的特斯拉研发。", "wrong-attribution"),
        ("SAM一经推出便引发热议。这一分割模型背后的公司是谷歌。", "wrong-attribution"),
        ("GRPO最早见于DeepSeek-R1论文。", "wrong-property"),
        (
            "ResNet的论文《Deep Residual Learning for Image Recognition》获得了ICCV 2015最佳论文奖。",
            "wrong-property",
        ),
        ("Vicuna是在GPT-J的基础上，用ShareGPT的对话微调而成。", "wrong-relation"),
        ("GPT-4o名字里的“o”取自“optimized”。", "wrong-expansion"),
    ],
)
def test_another_origin_is_flagged(engine: Engine, text: str, rule: str) -> None:
    found = rules_of(engine, text)
    assert len(found) == 1
    assert found[0] in (rule, "wrong-attribution")


@pytest.mark.parametrize(
    "text",
    [
        "AlexNet由辛顿团队提出。",
        "Dropout由多伦多大学的辛顿等人提出。",
        "GRPO最早见于DeepSeekMath论文，因DeepSeek-R1而广为人知。",
        "MoE的思想最早见于1991年的论文，后来Switch Transformer把它推向万亿规模。",
        "OpenAI发布了CLIP。这一多模态模型后来被Stable Diffusion用作文本编码器，后者由Stability AI推出。",
        "ResNet的论文获得CVPR 2016最佳论文奖，他在ICCV 2017又凭Mask R-CNN拿下马尔奖。",
        "在GPT-3的基础上，OpenAI通过人类反馈训练出了InstructGPT。",
        "BERT中的B代表Bidirectional，即双向。",
    ],
)
def test_its_own_is_not(engine: Engine, text: str) -> None:
    assert rules_of(engine, text) == []
