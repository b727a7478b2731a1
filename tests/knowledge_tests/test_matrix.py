"""A fixed sample of the facts: no true sentence is flagged, the wrong ones are caught."""

from __future__ import annotations

from functools import cache

from factcheck.engine import Engine
from factcheck.knowledge.values import DateInterval
from factcheck.knowledge_tests.cases import Case
from factcheck.knowledge_tests.running import Matrix, Outcome, facts_of, sample
from factcheck.knowledge_tests.tally import tallied, total

FACTS = 240
# True sentences that are flagged today, by fact and construction; one that is mended leaves the list.
KNOWN_ALARMS: frozenset[tuple[str, str]] = frozenset()
LEAST_CAUGHT = 0.89
"""The share of wrong sentences that must be caught; it only rises."""


@cache
def matrix() -> Matrix:
    return Matrix(Engine(as_of=DateInterval.parse("2026-11-23")))


@cache
def outcomes() -> tuple[Outcome, ...]:
    facts = sample(facts_of(matrix().engine.knowledge), FACTS)
    return tuple(outcome for fact in facts for outcome in matrix().run(fact))


def test_no_true_sentence_is_flagged() -> None:
    flagged = {
        (o.case.fact, o.case.construction): o.case.text for o in outcomes() if o.result == "false-alarm"
    }
    assert [text for key, text in flagged.items() if key not in KNOWN_ALARMS] == []


def test_the_wrong_ones_are_caught() -> None:
    tally = total(outcomes())
    assert tally.true > 1000
    assert tally.wrong > 900
    assert tally.recall is not None
    assert tally.recall >= LEAST_CAUGHT, {
        name: each.plain()
        for name, each in tallied(outcomes(), lambda case: case.predicate).items()
        if each.caught < each.wrong
    }


def test_all_predicates_have_their_turn() -> None:
    facts = sample(facts_of(matrix().engine.knowledge), FACTS)
    assert facts == sample(list(reversed(facts_of(matrix().engine.knowledge))), FACTS)
    assert {fact.predicate for fact in facts} == {f.predicate for f in facts_of(matrix().engine.knowledge)}


def judged(text: str, true: bool, value: str) -> str:
    start = text.index(value)
    rules = ("wrong-attribution",)
    case = Case("bert.created_by", "created_by", "x", true, text, start, start + len(value), rules)
    return matrix().judge(case).result


def test_what_becomes_of_a_sentence() -> None:
    assert judged("谷歌发布了BERT。", True, "谷歌") == "passed"
    assert judged("OpenAI发布了BERT。", True, "OpenAI") == "false-alarm"
    assert judged("OpenAI发布了BERT。", False, "OpenAI") == "passed"
    assert judged("谷歌发布了BERT。", False, "谷歌") == "missed"
    assert judged("2012年，谷歌发布了BERT。", False, "谷歌") == "other-rule"
    assert judged("OpenAI发布了BERT。天气很好。", False, "天气") == "misplaced"
