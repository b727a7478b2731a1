"""Births, authors by their place in the list, and which house of one company made a thing."""

from __future__ import annotations

import pytest

from factcheck.engine import Engine
from real_world import rules_of


@pytest.mark.parametrize(
    ("text", "rule"),
    [
        ("杰弗里·辛顿1950年12月6日出生于英国伦敦。", "wrong-date"),
        ("约翰·麦卡锡（1937年9月4日－2011年10月24日），美国计算机科学家。", "wrong-date"),
        ("李飞飞出生于上海，16岁移民美国。", "wrong-relation"),
        ("WaveNet由谷歌大脑于2016年9月推出。", "wrong-attribution"),
        ("Transformer由DeepMind提出。", "wrong-attribution"),
        ("《Attention Is All You Need》共有六位作者。", "wrong-number"),
        ("Dropout由辛顿团队提出，那篇论文的第一作者是Alex Krizhevsky。", "wrong-person"),
        ("第一作者为何小鹏的ResNet论文发表于CVPR 2014。", "wrong-property"),
        ("图灵在1936年的论文《计算机器与智能》中提出了模仿游戏。", "wrong-date"),
    ],
)
def test_a_slip_is_flagged(engine: Engine, text: str, rule: str) -> None:
    assert rule in rules_of(engine, text)


@pytest.mark.parametrize(
    "text",
    [
        "1927年出生的明斯基和1912年出生的图灵是两代人。",
        "获得2018年图灵奖的约书亚·本吉奥生于法国。",
        "WaveNet由谷歌于2016年9月推出。",
        "AlphaFold由谷歌旗下的DeepMind开发。",
        "Gemma是谷歌DeepMind在2024年2月推出的开源模型。",
        "DCGAN将卷积网络引入GAN。",
        "DCGAN、WGAN与StyleGAN分别在2015年、2017年和2018年底问世。",
        "2014年，谷歌收购了位于伦敦的人工智能公司DeepMind。",
        "麻省理工学院人工智能实验室由麦卡锡和明斯基在1959年创建。",
        "图灵奖由美国计算机协会（ACM）设立于1966年。",
        "《Attention Is All You Need》共有八位作者，后来都离开了谷歌。",
        "本吉奥任教于蒙特利尔大学。他的弟弟萨米也是研究者，曾在谷歌工作，后来加入苹果。",
    ],
)
def test_what_is_right_is_left_alone(engine: Engine, text: str) -> None:
    assert rules_of(engine, text) == []
