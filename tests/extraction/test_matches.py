"""Results of matches and laureates."""

from __future__ import annotations

import pytest

from small_world import World


@pytest.mark.parametrize(
    ("text", "score", "status"),
    [
        ("AlphaGo以4比1战胜李世石。", "4比1", "supported"),
        ("AlphaGo以4:1战胜李世石。", "4:1", "supported"),
        ("李世石以1比4负于AlphaGo。", "1比4", "supported"),
        ("AlphaGo以3比2战胜李世石。", "3比2", "contradicted"),
        ("2017年，AlphaGo以3比0战胜柯洁。", "3比0", "supported"),
        ("2017年，AlphaGo以2比1战胜柯洁。", "2比1", "contradicted"),
        ("对阵李世石，AlphaGo全胜。", "全胜", "contradicted"),
        ("对阵柯洁，AlphaGo全胜。", "全胜", "supported"),
        ("据传AlphaGo以3比2战胜李世石。", "3比2", "not-checked"),
    ],
)
def test_results(world: World, text: str, score: str, status: str) -> None:
    claim = world.one(text, "match")
    assert text[claim.value_start : claim.value_end].endswith(score)
    assert world.verdict(claim).status == status


def test_each_opponent_has_his_own_result(world: World) -> None:
    text = "AlphaGo以4比1战胜李世石；AlphaGo以3比0战胜柯洁。"
    assert {(c.qualifiers["opponent"], c.value.text) for c in world.claims(text, "match")} == {
        ("lee-sedol", "4-1"),
        ("ke-jie", "3-0"),
    }


@pytest.mark.parametrize("text", ["BERT以4比1战胜李世石。", "AlphaGo以4比1战胜樊麾。"])
def test_what_is_no_recorded_result(world: World, text: str) -> None:
    assert set(world.statuses(text, "match")) <= {"unknown"}


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("哈萨比斯获2024年诺贝尔化学奖。", "supported"),
        ("2024年，约翰·江珀获得诺贝尔化学奖。", "supported"),
        ("李世石获2024年诺贝尔化学奖。", "contradicted"),
        ("传闻李世石获2024年诺贝尔化学奖。", "not-checked"),
        ("李世石获1990年诺贝尔化学奖。", "unknown"),
    ],
)
def test_laureates(world: World, text: str, status: str) -> None:
    assert world.statuses(text, "award") == [status]


def test_a_time_of_day_is_no_score(world: World) -> None:
    assert world.claims("2017年5月23日10:30，AlphaGo与柯洁的对局开始。", "match") == []


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("2017年5月，AlphaGo战胜柯洁。", "supported"),
        ("2016年5月，AlphaGo战胜柯洁。", "contradicted"),
        ("据传2016年5月，AlphaGo战胜柯洁。", "not-checked"),
    ],
)
def test_when_a_match_was_played(world: World, text: str, status: str) -> None:
    assert world.statuses(text, "match_date") == [status]


def test_laureates_together(world: World) -> None:
    text = "2024年，哈萨比斯和马斯克分享了诺贝尔化学奖。"
    assert {(c.subjects[0], world.verdict(c).status) for c in world.claims(text, "award")} == {
        ("demis-hassabis", "supported"), ("elon-musk", "contradicted"),
    }  # fmt: skip
