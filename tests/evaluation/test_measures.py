from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factcheck.evaluation.matching import Flag, match
from factcheck.evaluation.measures import (
    Share,
    by_construction,
    by_kind,
    by_rule,
    flag_all,
    flag_none,
    score,
)

from .helpers import Corpus, row

TEXT = "甲发布了乙。丙收购了丁。\n\n戊于2019年成立。己没有错。\n"
ROWS = (
    row("error", "wrong-relation", 1, "丙收购", construction="svo"),
    row("error", "wrong-date", 3, "2019年", construction="svo"),
    row("trap", "wrong-attribution", 1, "甲发布"),
)


@pytest.mark.parametrize(
    ("hits", "total", "low", "high"),
    [(0, 0, 0.0, 1.0), (0, 10, 0.0, 0.2775), (10, 10, 0.7225, 1.0), (81, 263, 0.2553, 0.3662), (1, 2, 0.0945, 0.9055)],
)  # fmt: skip
def test_wilsons_interval(hits: int, total: int, low: float, high: float) -> None:
    """81 of 263 is the example of Newcombe (1998); the others follow from the formula."""
    assert Share(hits, total).interval == pytest.approx((low, high), abs=5e-5)


@given(st.integers(1, 2000).flatmap(lambda n: st.tuples(st.integers(0, n), st.just(n))))
def test_an_interval_holds_its_share_and_stays_on_the_scale(counts: tuple[int, int]) -> None:
    share = Share(*counts)
    low, high = share.interval
    assert 0 <= low <= share.value <= high <= 1
    assert low < high


def test_the_figures_of_articles_together(corpus: Corpus) -> None:
    article = corpus.one(TEXT, *ROWS)
    flags = [
        Flag("wrong-person", (1, 7), (1, 9)),
        Flag("wrong-attribution", (1, 1), (1, 3)),
        Flag("wrong-person", (3, 11), (3, 12)),
    ]
    matchings = [match(article, flags)]
    figures = score(matchings)
    assert (figures.precision, figures.recall) == (Share(1, 3), Share(1, 2))
    assert (figures.false_alarms, figures.traps, figures.traps_hit, figures.kind_right) == (2, 1, 1, 0)
    assert figures.f1 == pytest.approx(0.4)
    assert [(group.name, group.found) for group in by_kind(matchings)] == [
        ("wrong-date", Share(0, 1)),
        ("wrong-relation", Share(1, 1)),
    ]
    assert [(group.name, group.found) for group in by_construction(matchings)] == [("svo", Share(1, 2))]
    assert [(rule.rule, rule.right) for rule in by_rule(matchings)] == [
        ("wrong-person", Share(1, 2)),
        ("wrong-attribution", Share(0, 1)),
    ]


def test_the_baselines(corpus: Corpus) -> None:
    article = corpus.one(TEXT, *ROWS)
    everything = flag_all([article])
    assert (everything.precision, everything.recall, everything.traps_hit) == (Share(2, 4), Share(2, 2), 1)
    nothing = flag_none([article])
    assert (nothing.precision, nothing.recall, nothing.f1) == (Share(0, 0), Share(0, 2), 0.0)
