"""Makers, founders, holders of office, buyers, places, bases."""

from __future__ import annotations

from pathlib import Path

import pytest

from small_world import CLAIMS, World, compiled


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("BERT由谷歌提出。", "supported"),
        ("BERT由OpenAI提出。", "contradicted"),
        ("BERT由DeepMind提出。", "contradicted"),  # bought by the maker, but a house of its own
        ("PyTorch由FAIR开发。", "supported"),
        ("PyTorch由Meta开发。", "supported"),  # the maker's parent
        ("PyTorch由Facebook开发。", "supported"),  # and its former name
        ("PyTorch由谷歌开发。", "contradicted"),
        ("TensorFlow由OpenAI开发。", "contradicted"),
        ("谷歌与微软联合推出了BERT。", "supported"),
        ("MT-NLG由微软推出。", "unknown"),
        ("BERT由李世石提出。", "contradicted"),  # all who wrote its paper are recorded
        ("Phoenix由谷歌推出。", "supported"),
        ("Phoenix由百度推出。", "supported"),
        ("Phoenix由微软推出。", "contradicted"),
    ],
)
def test_makers(world: World, text: str, status: str) -> None:
    assert status in world.statuses(text, "created_by")
    assert set(world.statuses(text, "created_by")) <= {status, "unknown"}


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("OpenAI由山姆·阿尔特曼创立。", "supported"),
        ("OpenAI由马斯克等人创立。", "supported"),
        ("OpenAI由李世石创立。", "contradicted"),
        ("谷歌由拉里·佩奇和谢尔盖·布林创立。", "supported"),
        ("谷歌的创始人是马斯克。", "contradicted"),
        ("微软由马斯克创立。", "unknown"),
    ],
)
def test_founders(world: World, text: str, status: str) -> None:
    assert world.statuses(text, "founded_by") == [status]


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("微软首席执行官纳德拉表示将加大投入。", "supported"),
        ("目前微软首席执行官是鲍尔默。", "outdated"),
        ("2010年，微软首席执行官鲍尔默出席了发布会。", "supported"),
        ("微软首席执行官马斯克表示将加大投入。", "contradicted"),
        ("---\ndate: 2024-05-01\n---\n\n微软首席执行官鲍尔默表示将加大投入。", "outdated"),
        ("---\ndate: 2012-05-01\n---\n\n微软首席执行官鲍尔默表示将加大投入。", "supported"),
        ("英伟达首席执行官马斯克表示将加大投入。", "unknown"),
    ],
)
def test_offices_at_their_time(world: World, text: str, status: str) -> None:
    assert world.statuses(text, "role") == [status]


@pytest.mark.parametrize(
    ("text", "predicate", "status"),
    [
        ("谷歌收购了DeepMind。", "acquired_by", "supported"),
        ("微软收购了DeepMind。", "acquired_by", "contradicted"),
        ("软银收购了Arm。", "acquired_by", "supported"),
        ("英伟达收购了Arm。", "acquired_by", "contradicted"),  # called off
        ("微软收购了OpenAI。", "acquired_by", "contradicted"),  # an investor only
        ("百度收购了OpenAI。", "acquired_by", "unknown"),
        ("DeepMind总部位于伦敦。", "headquartered_in", "supported"),
        ("DeepMind总部位于英国。", "headquartered_in", "supported"),
        ("DeepMind总部位于柏林。", "headquartered_in", "contradicted"),
        ("OpenAI总部位于美国。", "headquartered_in", "supported"),
        ("OpenAI总部位于山景城。", "headquartered_in", "contradicted"),
        ("百度总部位于柏林。", "headquartered_in", "unknown"),
        ("Vicuna基于LLaMA微调而来。", "based_on", "supported"),
        ("Vicuna基于BERT微调而来。", "based_on", "contradicted"),
        ("DeepMind的母公司是谷歌。", "part_of", "supported"),
        ("DeepMind的母公司是微软。", "part_of", "contradicted"),
        ("DeepMind隶属于微软。", "part_of", "contradicted"),
        ("FAIR隶属于Facebook。", "part_of", "supported"),
        ("Instagram隶属于FAIR。", "part_of", "unknown"),
        ("Arm隶属于英伟达。", "part_of", "contradicted"),
        ("2023年4月，OpenAI完成融资，由Thrive Capital领投。", "funding", "supported"),
        ("2023年4月，OpenAI完成融资，由软银领投。", "funding", "contradicted"),
    ],
)
def test_relations(world: World, text: str, predicate: str, status: str) -> None:
    assert world.statuses(text, predicate) == [status]


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("哈萨比斯加入了DeepMind。", "supported"),
        ("哈萨比斯加入了谷歌。", "supported"),  # its owner
        ("哈萨比斯加入了OpenAI。", "contradicted"),
        ("约翰·江珀加入了OpenAI。", "unknown"),  # not all of what he did is recorded
    ],
)
def test_employers_where_all_are_recorded(world: World, text: str, status: str) -> None:
    assert world.statuses(text, "role") == [status]


def test_a_failed_deal_is_told(world: World) -> None:
    verdict = world.verdict(world.claims("英伟达收购了Arm。", "acquired_by")[0])
    assert "2022年2月8日" in verdict.expected["zh"]
    assert "called off" in verdict.expected["en"]


def test_a_myth_outweighs_other_readings(world: World) -> None:
    verdict = world.verdict(world.one("TensorFlow由OpenAI开发。", "created_by"))
    assert verdict.expected["zh"] == "谷歌（Google）"
    assert [f.id for f in verdict.facts] == ["tensorflow.created_by"]


def test_further_facts_change_the_verdict(tmp_path: Path) -> None:
    extra = tmp_path / "more"
    extra.mkdir()
    (extra / "x.yaml").write_text(
        "- id: mt-nlg\n  type: model\n  facts: {created_by: {value: microsoft, also: [nvidia], sources: [s]}}\n"
        "  sources: {s: {url: 'https://example.org/', checked: 2026-11-23}}\n",
        encoding="utf-8",
    )
    extended = World(compiled(CLAIMS, extra))
    assert extended.statuses("MT-NLG由微软推出。", "created_by") == ["supported"]
    assert extended.statuses("MT-NLG由英伟达推出。", "created_by") == ["supported"]
    assert extended.statuses("MT-NLG由谷歌推出。", "created_by") == ["contradicted"]
