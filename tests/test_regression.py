"""Labelled articles of our own (tests/corpus): no false alarm ever, and no mistake lost that was once found."""

from __future__ import annotations

import json
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import pytest

from factcheck.engine import Engine
from factcheck.findings import Finding
from factcheck.knowledge.values import DateInterval

CORPUS = Path(__file__).parent / "corpus"
ARTICLES = sorted(path.stem for path in (CORPUS / "articles").glob("*.md"))
MINIMUM_RECALL = 1.0
FIELDS = {"label", "kind", "line", "text", "subject", "claimed", "truth", "construction", "note"}


@dataclass(frozen=True)
class Label:
    """One label, with the place of its text in the source."""

    label: str
    kind: str
    line: int
    text: str
    start: int
    end: int

    def meets(self, finding: Finding) -> bool:
        return finding.start.offset < self.end and self.start < finding.end.offset

    def found_by(self, finding: Finding) -> bool:
        return finding.rule == self.kind and self.meets(finding)


@dataclass(frozen=True)
class Score:
    found: tuple[Label, ...]
    missed: tuple[Label, ...]
    false_alarms: tuple[Finding, ...]


@cache
def engine() -> Engine:
    return Engine(as_of=DateInterval.parse("2026-11-23"))


def source(name: str) -> str:
    return (CORPUS / "articles" / f"{name}.md").read_text(encoding="utf-8")


@cache
def findings(name: str) -> tuple[Finding, ...]:
    return engine().scan_file(str(CORPUS / "articles" / f"{name}.md")).findings


def labels(name: str) -> list[Label]:
    lines = source(name).split("\n")
    rows = [
        json.loads(row)
        for row in (CORPUS / "gold" / f"{name}.jsonl").read_text(encoding="utf-8").splitlines()
    ]
    found = []
    for row in rows:
        assert row.keys() == FIELDS, row
        column = lines[row["line"] - 1].find(row["text"])
        assert column >= 0, f"{name}:{row['line']}: {row['text']!r} is not in this line"
        start = sum(len(line) + 1 for line in lines[: row["line"] - 1]) + column
        found.append(
            Label(row["label"], row["kind"], row["line"], row["text"], start, start + len(row["text"]))
        )
    return found


def score(gold: list[Label], reported: tuple[Finding, ...]) -> Score:
    """Errors found and missed; a false alarm is a finding that meets no error of its kind and nothing to ignore."""
    errors = [label for label in gold if label.label == "error"]
    found = tuple(label for label in errors if any(label.found_by(f) for f in reported))
    excused = [label for label in gold if label.label == "ignore"]
    alarms = tuple(
        f for f in reported if not any(e.found_by(f) for e in errors) and not any(i.meets(f) for i in excused)
    )
    return Score(found, tuple(e for e in errors if e not in found), alarms)


@pytest.mark.parametrize("name", ARTICLES)
def test_there_is_no_false_alarm(name: str) -> None:
    alarms = score(labels(name), findings(name)).false_alarms
    assert [(f.rule, f.start.line, f.text) for f in alarms] == []


@pytest.mark.parametrize("name", ARTICLES)
def test_no_mistake_is_lost(name: str) -> None:
    scored = score(labels(name), findings(name))
    recall = len(scored.found) / (len(scored.found) + len(scored.missed))
    assert recall >= MINIMUM_RECALL, [(m.kind, m.line, m.text) for m in scored.missed]


@pytest.mark.parametrize("name", ARTICLES)
def test_findings_stand_where_they_say(name: str) -> None:
    assert findings(name)
    assert all(source(name)[f.start.offset : f.end.offset] == f.text for f in findings(name))


def test_the_corpus_is_worth_its_name() -> None:
    gold = [label for name in ARTICLES for label in labels(name)]
    assert len(ARTICLES) >= 4
    assert {path.stem for path in (CORPUS / "gold").glob("*.jsonl")} == set(ARTICLES)
    assert sum(label.label == "error" for label in gold) >= 20
    assert sum(label.label == "trap" for label in gold) >= 10
    assert len({label.kind for label in gold}) >= 10


def test_the_scorer_can_tell() -> None:
    """The score of nothing and of everything: the test itself is able to fail."""
    gold = labels(ARTICLES[0])
    nothing = score(gold, ())
    assert nothing.found == ()
    assert nothing.missed
    others = tuple(f for name in ARTICLES[1:] for f in findings(name) if f.rule == "misspelled-name")
    assert score(gold, others).false_alarms == others != ()
