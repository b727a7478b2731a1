"""The one entrance: stance, shared names, unknown things."""

from __future__ import annotations

from dataclasses import replace

import pytest

from factcheck.checking.verdict import UNKNOWN_VERDICT, supported
from factcheck.extraction.claims import ASSERTED, DENIED, NOT_ASSERTED, Claim, EntityValue
from small_world import World


def claim(
    subjects: tuple[str, ...], maker: str, stance: str = ASSERTED, predicate: str = "created_by"
) -> Claim:
    return Claim(
        "wrong-attribution", predicate, subjects, "X", EntityValue((maker,), maker), 0, 1, 0, 1, 0, stance
    )


@pytest.mark.parametrize(
    ("subjects", "maker", "status"),
    [
        (("bert",), "google", "supported"),
        (("bert",), "openai", "contradicted"),
        (("nothing-known",), "openai", "unknown"),
        ((), "openai", "unknown"),
        (("bert", "gpt-2"), "openai", "supported"),
        (("bert", "tensorflow"), "openai", "contradicted"),
        (("bert", "mt-nlg"), "openai", "unknown"),
        (("bert", "nothing-known"), "openai", "contradicted"),
    ],
)
def test_a_shared_name_is_wrong_only_of_all(
    world: World, subjects: tuple[str, ...], maker: str, status: str
) -> None:
    assert world.verdict(claim(subjects, maker)).status == status


@pytest.mark.parametrize("stance", [DENIED, NOT_ASSERTED])
def test_only_assertions_are_judged(world: World, stance: str) -> None:
    assert world.verdict(claim(("bert",), "openai", stance)).status == "not-checked"


def test_an_unknown_predicate_is_unknown(world: World) -> None:
    assert world.verdict(claim(("bert",), "openai", predicate="stewarded_by")).status == "unknown"


def test_an_unknown_maker_never_contradicts(world: World) -> None:
    base = claim(("bert",), "openai")
    assert world.verdict(replace(base, value=EntityValue((), "某公司"))).status == "unknown"


def test_only_findings_are_wrong(world: World) -> None:
    assert not UNKNOWN_VERDICT.wrong
    assert not supported().wrong
    assert world.verdict(claim(("bert",), "openai")).wrong
    assert world.verdict(world.one("目前微软首席执行官是鲍尔默。", "role")).wrong
    assert world.verdict(world.one("GPT-4有1.8万亿参数。", "parameters")).wrong


def test_evidence_is_the_fact_with_its_source(world: World) -> None:
    (fact,) = world.verdict(claim(("bert",), "openai")).facts
    assert (fact.id, fact.value) == ("bert.created_by", ("google",))
    assert fact.sources[0].url == "https://example.org/source"
