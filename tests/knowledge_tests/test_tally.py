"""Outcomes, counted."""

from __future__ import annotations

from factcheck.knowledge_tests.cases import Case
from factcheck.knowledge_tests.running import Outcome
from factcheck.knowledge_tests.tally import Tally, tallied, total


def outcome(predicate: str, true: bool, result: str) -> Outcome:
    return Outcome(Case(f"bert.{predicate}", predicate, "plain", true, "…", 0, 1, ("x",)), result)


OUTCOMES = (
    outcome("released", True, "passed"),
    outcome("released", True, "false-alarm"),
    outcome("released", False, "passed"),
    outcome("released", False, "missed"),
    outcome("released", False, "other-rule"),
    outcome("layers", True, "passed"),
)


def test_what_is_caught_is_what_passed_as_wrong() -> None:
    assert total(OUTCOMES) == Tally(true=3, flagged=1, wrong=3, caught=1)
    assert total(OUTCOMES).plain()["recall"] == 0.3333


def test_by_key_and_without_wrong_ones() -> None:
    found = tallied(OUTCOMES, lambda case: case.predicate)
    assert list(found) == ["layers", "released"]
    assert found["layers"].recall is None
