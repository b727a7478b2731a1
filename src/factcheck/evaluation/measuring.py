"""A whole measurement: every labelled article scanned, matched, followed and surveyed."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

from factcheck.document.document import Document
from factcheck.engine import Engine
from factcheck.evaluation.coverage import Coverage, Surveyor, total
from factcheck.evaluation.gold import GoldArticle
from factcheck.evaluation.layers import LAYERS, Passage, Tracker
from factcheck.evaluation.matching import Alarm, Matching, flags_of, match
from factcheck.evaluation.measures import (
    Group,
    RuleScore,
    Score,
    by_construction,
    by_kind,
    by_rule,
    flag_all,
    flag_none,
    score,
)
from factcheck.findings import Finding

Scanning = Callable[[Document], Iterable[Finding]]


@dataclass(frozen=True, slots=True)
class Evaluation:
    """Everything that was measured. ``passages`` and ``alarms`` go with the name of their article, in its order."""

    score: Score
    kinds: tuple[Group, ...]
    constructions: tuple[Group, ...]
    rules: tuple[RuleScore, ...]
    flag_all: Score
    flag_none: Score
    coverage: Coverage
    passages: tuple[tuple[str, Passage], ...]
    alarms: tuple[tuple[str, Alarm], ...]

    @property
    def misses(self) -> tuple[tuple[str, Passage], ...]:
        """The errors that were not found."""
        return tuple(each for each in self.passages if each[1].cause)

    @property
    def layers(self) -> dict[str, int]:
        """How many of the labelled errors passed each layer."""
        depths = [passage.depth for _, passage in self.passages]
        return {layer: sum(depth > number for depth in depths) for number, layer in enumerate(LAYERS)}


def evaluate(articles: Sequence[GoldArticle], engine: Engine, scan: Scanning) -> Evaluation:
    """Measure on labelled articles. ``scan`` gives the findings of a document as a user would see them."""
    surveyor = Surveyor(engine)
    tracker = Tracker(engine, surveyor)
    matchings: list[Matching] = []
    passages: list[tuple[str, Passage]] = []
    coverages: list[Coverage] = []
    for article in articles:
        matching = match(article, flags_of(scan(article.document)))
        examined = engine.examine(article.document)
        matchings.append(matching)
        passages += [(article.name, each) for each in tracker.passages(matching, examined)]
        coverages.append(surveyor.survey(article.document, examined))
    return Evaluation(
        score(matchings),
        by_kind(matchings),
        by_construction(matchings),
        by_rule(matchings),
        flag_all(articles),
        flag_none(articles),
        total(coverages),
        tuple(passages),
        tuple((each.article.name, alarm) for each in matchings for alarm in each.alarms),
    )
