"""Precision, recall and their uncertainty; the same by kind, by construction and by rule; what no linter at all would reach."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from math import sqrt

from factcheck.document.position import LineIndex
from factcheck.evaluation.gold import GoldArticle
from factcheck.evaluation.matching import Flag, Matching, match
from factcheck.evaluation.sentences import sentences_of

_Z = 1.959963984540054
"""The quantile of the normal distribution for 95 %."""


@dataclass(frozen=True, slots=True)
class Share:
    """So many of so many."""

    hits: int
    total: int

    @property
    def value(self) -> float:
        """The share; 0 of nothing."""
        return self.hits / self.total if self.total else 0.0

    @property
    def interval(self) -> tuple[float, float]:
        """Wilson's score interval at 95 %: where the share may be, given how few were counted (E. B. Wilson, 1927).

        Of nothing, anything: (0, 1).
        """
        if not self.total:
            return 0.0, 1.0
        n, p, square = self.total, self.value, _Z**2
        middle = (p + square / (2 * n)) / (1 + square / n)
        half = _Z * sqrt(p * (1 - p) / n + square / (4 * n * n)) / (1 + square / n)
        # all and none reach the end of the scale exactly
        low = 0.0 if self.hits == 0 else max(0.0, middle - half)
        return low, 1.0 if self.hits == n else min(1.0, middle + half)


@dataclass(frozen=True, slots=True)
class Score:
    """The figures of a whole measurement."""

    articles: int
    precision: Share
    """Of the flags that were judged (neither right nor wrong: those on ``ignore``), the ones that hit an error."""
    recall: Share
    """Of the labelled errors, the ones that were found."""
    kind_right: int
    traps: int
    traps_hit: int

    @property
    def false_alarms(self) -> int:
        return self.precision.total - self.precision.hits

    @property
    def f1(self) -> float:
        """The harmonic mean of precision and recall."""
        precision, recall = self.precision.value, self.recall.value
        return 2 * precision * recall / (precision + recall) if precision + recall else 0.0


@dataclass(frozen=True, slots=True)
class Group:
    """The errors of one kind or one construction: how many were found, and how many under exactly their kind."""

    name: str
    found: Share
    kind_right: int


@dataclass(frozen=True, slots=True)
class RuleScore:
    """How many of the flags of one rule were right."""

    rule: str
    right: Share


def score(matchings: Sequence[Matching]) -> Score:
    """All articles together."""
    found = sum(len(each.found) for each in matchings)
    right = sum(len(each.right) for each in matchings)
    alarms = [alarm for each in matchings for alarm in each.alarms]
    return Score(
        articles=len(matchings),
        precision=Share(right, right + len(alarms)),
        recall=Share(found, found + sum(len(each.missed) for each in matchings)),
        kind_right=sum(len(each.kind_right) for each in matchings),
        traps=sum(label.label == "trap" for each in matchings for label in each.article.labels),
        traps_hit=sum(alarm.trap is not None for alarm in alarms),
    )


def by_kind(matchings: Sequence[Matching]) -> tuple[Group, ...]:
    """The errors by what is wrong."""
    return _groups(
        Counter(label.kind for each in matchings for label in (*each.found, *each.missed)),
        Counter(label.kind for each in matchings for label in each.found),
        Counter(label.kind for each in matchings for label in each.kind_right),
    )


def by_construction(matchings: Sequence[Matching]) -> tuple[Group, ...]:
    """The errors by how they are said."""
    return _groups(
        Counter(label.construction for each in matchings for label in (*each.found, *each.missed)),
        Counter(label.construction for each in matchings for label in each.found),
        Counter(label.construction for each in matchings for label in each.kind_right),
    )


def by_rule(matchings: Sequence[Matching]) -> tuple[RuleScore, ...]:
    """The flags by the rule that raised them, worst first."""
    right = Counter(flag.rule or "" for each in matchings for flag in each.right)
    wrong = Counter(alarm.flag.rule or "" for each in matchings for alarm in each.alarms)
    rules = sorted(right | wrong, key=lambda rule: (-wrong[rule], -right[rule], rule))
    return tuple(RuleScore(rule, Share(right[rule], right[rule] + wrong[rule])) for rule in rules)


def flag_all(articles: Iterable[GoldArticle]) -> Score:
    """What flagging every sentence would reach: full recall, and a precision that tells how rare errors are."""
    return score([match(article, list(_every_sentence(article))) for article in articles])


def flag_none(articles: Iterable[GoldArticle]) -> Score:
    """What silence would reach."""
    return score([match(article, []) for article in articles])


def _every_sentence(article: GoldArticle) -> Iterable[Flag]:
    index = LineIndex(article.document.source)
    for line in range(1, index.line_count + 1):
        text = index.line_text(line)
        for start, end in sentences_of(text):
            if text[start:end].strip():
                yield Flag(None, (line, start + 1), (line, end + 1))


def _groups(total: Counter[str], found: Counter[str], kind_right: Counter[str]) -> tuple[Group, ...]:
    names = sorted(total, key=lambda name: (-total[name], name))
    return tuple(Group(name, Share(found[name], total[name]), kind_right[name]) for name in names)
