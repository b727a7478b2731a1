"""Dates against recorded events."""

from __future__ import annotations

import pytest

from small_world import World


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("谷歌在2018年10月11日发布了BERT。", "supported"),
        ("谷歌在2018年10月发布了BERT。", "supported"),
        ("谷歌在2018年发布了BERT。", "supported"),
        ("谷歌在2018年10月12日发布了BERT。", "supported"),  # a day apart: time zones
        ("谷歌在2018年10月31日开源了BERT。", "supported"),
        ("谷歌在2018年底发布了BERT。", "supported"),
        ("谷歌在2017年发布了BERT。", "contradicted"),
        ("谷歌在2015年3月2日发布了BERT。", "contradicted"),
        ("谷歌在2021年发布了BERT。", "contradicted"),
        ("OpenAI在2020年6月发布了GPT-3。", "supported"),
        ("OpenAI在2019年发布了GPT-3。", "contradicted"),
        ("OpenAI在2023年发布了Vicuna。", "supported"),
        ("英伟达在2022年发布了H100。", "supported"),
        ("英伟达在2020年发布了H100。", "contradicted"),
        ("OpenAI在2015年发布了MT-NLG。", "unknown"),
    ],
)
def test_releases(world: World, text: str, status: str) -> None:
    assert world.statuses(text, "released") == [status]


def test_a_journal_after_the_preprint_is_unknown(world: World) -> None:
    assert world.statuses("2020年，谷歌提出了Transformer。", "released") == ["contradicted"]
    assert world.statuses("2020年，Facebook提出了RoBERTa。", "released") == ["unknown"]


def test_the_year_of_the_proceedings_ends_the_wait_for_them(world: World) -> None:
    assert world.statuses("2017年12月，谷歌提出了Transformer。", "released") == ["unknown"]
    assert world.statuses("2018年，谷歌提出了Transformer。", "released") == ["contradicted"]


def test_what_is_right_is_said(world: World) -> None:
    verdict = world.verdict(world.one("谷歌在2017年发布了BERT。", "released"))
    assert verdict.subject == "bert"
    assert "2018年10月11日" in verdict.expected["zh"]
    assert "2018-10-11" in verdict.expected["en"]
    assert [f.id.split(".")[0] for f in verdict.facts] == ["bert", "bert"]


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("DeepMind于2010年成立。", "supported"),
        ("DeepMind于2010年9月成立。", "supported"),
        ("DeepMind于2012年成立。", "contradicted"),
        ("OpenAI于2015年12月11日成立。", "supported"),
        ("OpenAI于2015年10月成立。", "contradicted"),
        ("微软于1980年成立。", "unknown"),
        ("Arm于1985年成立。", "supported"),
        ("Arm于1990年成立。", "supported"),
        ("Arm于2001年成立。", "contradicted"),
    ],
)
def test_foundings(world: World, text: str, status: str) -> None:
    assert world.statuses(text, "founded") == [status]


def test_several_foundings_are_all_shown_and_none_takes_the_place(world: World) -> None:
    verdict = world.verdict(world.one("Arm于2001年成立。", "founded"))
    assert "1985年" in verdict.expected["zh"]
    assert "1990年11月27日" in verdict.expected["zh"]
    assert not verdict.replacement


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("2014年，谷歌收购了DeepMind。", "supported"),
        ("2014年1月，谷歌收购了DeepMind。", "supported"),
        ("2016年，谷歌收购了DeepMind。", "contradicted"),
        ("2010年，谷歌收购了DeepMind。", "contradicted"),
        ("谷歌于2004年在纳斯达克上市。", "supported"),
        ("谷歌于2012年在纳斯达克上市。", "contradicted"),
    ],
)
def test_deals_and_listings(world: World, text: str, status: str) -> None:
    found = {
        world.verdict(c).status
        for c in world.claims(text, "acquired_by", "listed_on")
        if type(c.value).__name__ == "DateClaim"
    }
    assert found == {status}


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("2016年，谷歌用BERT改进搜索。", "contradicted"),
        ("2019年，谷歌用BERT改进搜索。", "unknown"),
        ("2018年，谷歌用BERT改进搜索。", "unknown"),
    ],
)
def test_existence_when_used(world: World, text: str, status: str) -> None:
    assert world.statuses(text, "existed") == [status]


@pytest.mark.parametrize(
    ("text", "status"),
    [("2024年2月，Bard更名为Gemini应用。", "supported"), ("2020年，Bard更名为Gemini应用。", "contradicted")],
)
def test_renamings(world: World, text: str, status: str) -> None:
    assert world.statuses(text, "renamed") == [status]
