from __future__ import annotations

import pytest

from factcheck.evaluation.gold import Label
from factcheck.evaluation.matching import Flag, flags_of, match, near
from factcheck.findings import ClaimSummary, Finding, Place

from .helpers import Corpus, row

TEXT = "甲发布了乙。丙收购了丁。\n戊于2019年成立。\n"
ERROR = row("error", "wrong-relation", 1, "丙收购")
TRAP = row("trap", "wrong-attribution", 1, "甲发布")
OPEN = row("ignore", "wrong-date", 2, "2019年")


def flag(rule: str | None, line: int, start: int, end: int) -> Flag:
    """A flag within a line; columns from 1, the end exclusive."""
    return Flag(rule, (line, start), (line, end))


@pytest.mark.parametrize(
    ("start", "end", "expected"),
    [
        ((1, 7), (1, 9), True),
        ((1, 12), (1, 12), True),  # an empty range is a place
        ((1, 13), (1, 14), False),
        ((1, 1), (1, 7), False),  # up to the sentence, not into it
        ((1, 1), (1, 8), True),
        ((1, 3), (2, 1), True),  # goes on in the next line
        ((2, 7), (2, 9), False),
    ],
)
def test_a_flag_touches_a_label_by_line_and_column(
    start: tuple[int, int], end: tuple[int, int], expected: bool
) -> None:
    label = Label("error", "wrong-date", 1, "x", 6, 12)
    assert Flag("wrong-date", start, end).touches(label) is expected


def test_a_flag_on_the_sentence_of_the_same_kind_finds_the_error(corpus: Corpus) -> None:
    matching = match(corpus.one(TEXT, ERROR, TRAP), [flag("wrong-relation", 1, 11, 12)])
    assert [label.text for label in matching.found] == ["丙收购"]
    assert matching.kind_right == matching.found
    assert (matching.missed, matching.alarms) == ((), ())


def test_a_kind_next_to_it_finds_the_error_but_not_its_kind(corpus: Corpus) -> None:
    assert "wrong-person" in near("wrong-relation")
    matching = match(corpus.one(TEXT, ERROR), [flag("wrong-person", 1, 7, 9)])
    assert (len(matching.found), matching.kind_right, len(matching.right)) == (1, (), 1)


def test_another_kind_is_a_miss_and_a_false_alarm(corpus: Corpus) -> None:
    matching = match(corpus.one(TEXT, ERROR), [flag("wrong-license", 1, 7, 9)])
    assert (len(matching.missed), matching.right) == (1, ())
    assert [alarm.trap for alarm in matching.alarms] == [None]


def test_a_false_alarm_tells_the_trap_that_it_stepped_on(corpus: Corpus) -> None:
    matching = match(corpus.one(TEXT, ERROR, TRAP), [flag("wrong-attribution", 1, 1, 3)])
    (alarm,) = matching.alarms
    assert alarm.trap is not None
    assert alarm.trap.text == "甲发布"


def test_what_is_left_open_counts_neither_way(corpus: Corpus) -> None:
    matching = match(corpus.one(TEXT, OPEN), [flag("wrong-number", 2, 3, 5)])
    assert (matching.right, matching.alarms, matching.found, matching.missed) == ((), (), (), ())


def test_a_contradiction_is_found_by_whatever_is_said_of_one_of_its_statements(corpus: Corpus) -> None:
    text = row("error", "self-contradiction", 1, "丙收购")
    by_date = match(corpus.one(TEXT, text), [flag("wrong-date", 1, 7, 9)])
    assert (len(by_date.found), by_date.kind_right, len(by_date.right)) == (1, (), 1)
    told = match(corpus.one(TEXT, ERROR), [flag("self-contradiction", 1, 7, 9)])
    assert (told.found, len(told.right), told.alarms) == ((), 1, ())


def test_a_flag_without_a_rule_hits_every_kind(corpus: Corpus) -> None:
    matching = match(corpus.one(TEXT, ERROR), [flag(None, 1, 7, 8)])
    assert matching.kind_right == matching.found != ()


def test_notes_do_not_count() -> None:
    place = Place(1, 1, 0)
    finding = [
        Finding("a.md", "wrong-date", "FC102", severity, "", "", place, place, "", {}, ClaimSummary("", "", "", "", ""), "")
        for severity in ("error", "warning", "info")
    ]  # fmt: skip
    assert [flag.finding for flag in flags_of(finding)] == finding[:2]
