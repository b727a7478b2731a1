"""Who met whom and where, and in which contest."""

from __future__ import annotations

import pytest

from factcheck.engine import Engine
from real_world import rules_of


@pytest.mark.parametrize(
    ("text", "rule"),
    [
        ("2017年5月，AlphaGo以3比0击败了中国棋手古力。", "wrong-person"),
        ("2016年3月，AlphaGo在东京以4比1战胜李世石。", "wrong-relation"),
        ("深蓝以4比1战胜李世石。", "wrong-relation"),
        ("AlphaGo Zero以60比0击败了曾战胜李世石的版本。", "wrong-number"),
        ("2015年，谷歌旗下的AlphaGo横空出世，以4比1的比分击败了李世石。", "wrong-date"),
        ("拿下ILSVRC 2015冠军的是VGGNet。", "wrong-date"),
        ("2018年，AlphaFold在CASP14竞赛中夺魁。", "wrong-property"),
    ],
)
def test_wrong(engine: Engine, text: str, rule: str) -> None:
    assert rules_of(engine, text) == [rule]


@pytest.mark.parametrize(
    "text",
    [
        "2016年3月，AlphaGo在首尔以4比1战胜李世石，2017年5月又以3比0战胜柯洁。",
        "AlphaGo先以2比0领先柯洁，最终3比0获胜。",
        "聂卫平曾预测李世石会5比0战胜AlphaGo。",
        "2017年1月，Master在网上以60比0横扫柯洁、朴廷桓等人。",
        "柯洁在北京观看了AlphaGo与李世石的比赛。",
        "2012年，AlexNet在ImageNet竞赛上夺冠，次年ZFNet又夺冠。",
        "VGG是2014年ILSVRC的亚军，冠军是GoogLeNet。",
    ],
)
def test_right(engine: Engine, text: str) -> None:
    assert rules_of(engine, text) == []
