"""Labelled articles of our own (tests/corpus): no false alarm ever, and no mistake lost that was once found."""

from __future__ import annotations

from functools import cache
from pathlib import Path

import pytest

from factcheck.engine import Engine
from factcheck.evaluation.gold import ERROR, IGNORE, TRAP, GoldArticle, read_gold
from factcheck.evaluation.matching import Matching, flags_of, match
from factcheck.evaluation.measures import score
from factcheck.evaluation.measuring import Evaluation, evaluate
from factcheck.findings import Finding
from factcheck.knowledge.values import DateInterval

CORPUS = Path(__file__).parent / "corpus"
NAMES = sorted(path.name for path in (CORPUS / "articles").glob("*.md"))
KNOWN_MISSES = {
    ("casual.md", "Stable Difusion"),
    ("english.md", "Mistral 7B was released by Mistral AI in September 2021"),
    ("english.md", "Anthropic was founded in 2015"),
    ("english.md", "LangChain is a large language model"),
    ("timeline.md", "word2vec 的论文公开"),
    ("timeline.md", "Anthropic 在纽约设立总部"),
    ("traditional.md", "Stable Diffusion 於 2020 年 8 月公開權重"),
}
"""What has never been found. The articles were labelled before they were scanned; the list may only get shorter."""


@cache
def engine() -> Engine:
    return Engine(as_of=DateInterval.parse("2026-11-23"))


@cache
def corpus() -> dict[str, GoldArticle]:
    articles = read_gold(CORPUS / "gold", CORPUS / "articles", list(engine().ruleset.rules))
    return {article.name: article for article in articles}


@cache
def findings(name: str) -> tuple[Finding, ...]:
    return engine().scan_document(corpus()[name].document).findings


@cache
def matching(name: str) -> Matching:
    return match(corpus()[name], flags_of(findings(name)))


@cache
def evaluation() -> Evaluation:
    return evaluate(list(corpus().values()), engine(), lambda document: findings(Path(document.path).name))


@pytest.mark.parametrize("name", NAMES)
def test_there_is_no_false_alarm(name: str) -> None:
    alarms = [alarm.flag.finding for alarm in matching(name).alarms]
    assert [(f.rule, f.start.line, f.text) for f in alarms if f is not None] == []


@pytest.mark.parametrize("name", NAMES)
def test_no_mistake_is_lost(name: str) -> None:
    missed = {(name, label.text) for label in matching(name).missed}
    assert missed <= KNOWN_MISSES


@pytest.mark.parametrize("name", NAMES)
def test_what_is_found_is_found_under_its_kind(name: str) -> None:
    assert matching(name).kind_right == matching(name).found


@pytest.mark.parametrize(
    "name", [n for n in NAMES if (CORPUS / "gold" / n).with_suffix(".jsonl").read_text()]
)
def test_findings_stand_where_they_say(name: str) -> None:
    source = corpus()[name].document.source
    assert findings(name)
    assert all(source[f.start.offset : f.end.offset] == f.text for f in findings(name))


def test_the_corpus_is_worth_its_name() -> None:
    labels = [label for article in corpus().values() for label in article.labels]
    assert sorted(corpus()) == NAMES
    assert len(NAMES) >= 10
    assert sum(label.label == ERROR for label in labels) >= 50
    assert sum(label.label == TRAP for label in labels) >= 30
    assert {label.label for label in labels} == {ERROR, TRAP, IGNORE}
    assert len({label.kind for label in labels}) >= 15
    assert len({label.construction for label in labels}) >= 12


def test_every_known_miss_is_a_label() -> None:
    labelled = {(name, label.text) for name in NAMES for label in corpus()[name].labelled(ERROR)}
    assert labelled >= KNOWN_MISSES


def test_every_layer_is_passed_by_fewer() -> None:
    measured = evaluation()
    depths = list(measured.layers.values())
    assert depths == sorted(depths, reverse=True)
    assert depths[-1] == measured.score.recall.hits
    assert {(name, passage.label.text) for name, passage in measured.misses} <= KNOWN_MISSES
    assert measured.coverage.checked <= measured.coverage.read <= measured.coverage.sentences


def test_it_does_better_than_flagging_everything_and_nothing() -> None:
    measured = evaluation()
    assert measured.score.f1 > measured.flag_all.f1 > measured.flag_none.f1 == 0.0
    assert measured.flag_all.recall.value == 1.0


def test_the_score_can_tell() -> None:
    """The score of nothing and of what belongs to other articles: the tests above are able to fail."""
    article = corpus()["companies.md"]
    nothing = match(article, [])
    assert (nothing.found, len(nothing.missed)) == ((), len(article.labelled(ERROR)))
    others = flags_of(f for name in NAMES for f in findings(name) if f.rule == "misspelled-name")
    assert [alarm.flag for alarm in match(article, others).alarms] == others != []
    assert score([nothing]).recall.value == 0.0
