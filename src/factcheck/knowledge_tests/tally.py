"""Outcomes, counted by predicate, construction and fact."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from factcheck.knowledge_tests.cases import Case
from factcheck.knowledge_tests.running import FALSE_ALARM, PASSED, Outcome


@dataclass(slots=True)
class Tally:
    """How many true sentences there were and how many were flagged; how many wrong ones, and how many were caught."""

    true: int = 0
    flagged: int = 0
    wrong: int = 0
    caught: int = 0

    def add(self, outcome: Outcome) -> None:
        """Count one sentence."""
        if outcome.case.true:
            self.true += 1
            self.flagged += outcome.result == FALSE_ALARM
        else:
            self.wrong += 1
            self.caught += outcome.result == PASSED

    @property
    def recall(self) -> float | None:
        """The share of the wrong ones that were caught, None if there were none."""
        return self.caught / self.wrong if self.wrong else None

    def plain(self) -> dict[str, int | float | None]:
        """As JSON; the share to four digits."""
        recall = self.recall
        return {
            "true": self.true,
            "true_flagged": self.flagged,
            "wrong": self.wrong,
            "wrong_caught": self.caught,
            "recall": None if recall is None else round(recall, 4),
        }


def tallied(outcomes: Iterable[Outcome], key: Callable[[Case], str]) -> dict[str, Tally]:
    """A tally for each key, sorted by key."""
    found: dict[str, Tally] = {}
    for outcome in outcomes:
        found.setdefault(key(outcome.case), Tally()).add(outcome)
    return dict(sorted(found.items()))


def total(outcomes: Iterable[Outcome]) -> Tally:
    """The tally of all."""
    tally = Tally()
    for outcome in outcomes:
        tally.add(outcome)
    return tally
