"""Sentences made of statements."""

from __future__ import annotations

import re

from .conftest import Make


def test_every_case_shows_its_value(make: Make) -> None:
    cases = make("bert.created_by")
    assert {case.true for case in cases} == {True, False}
    for case in cases:
        value = case.text[case.value_start : case.value_end]
        assert value
        assert value == value.strip()
        assert "{" not in case.text
        assert case.rules == ("wrong-attribution",)


def test_true_and_wrong_differ_in_the_value_alone(make: Make) -> None:
    cases = make("google.headquartered_in")
    true = {case.construction: case for case in cases if case.true}
    for case in cases:
        if not case.true and case.construction in true:
            twin = true[case.construction]
            assert (
                case.text[: case.value_start] + case.text[case.value_end :]
                == twin.text[: twin.value_start] + twin.text[twin.value_end :]
            )
            assert case.text != twin.text


def test_some_writers_put_blanks_between_scripts(make: Make) -> None:
    facts = (
        "bert.created_by",
        "gpt-3.created_by",
        "roberta.created_by",
        "tensorflow.created_by",
        "gpt-2.created_by",
        "llama.created_by",
    )
    blanks = {any(re.search(r"[\u4e00-\u9fff] [A-Za-z]", case.text) for case in make(fact)) for fact in facts}
    assert blanks == {True, False}


def test_code_is_left_as_it_is(make: Make) -> None:
    uses = [
        case
        for case in make("text-davinci-003-api.shutdown")
        if not case.true and case.predicate == "shutdown"
    ]
    assert uses
    assert all("text-davinci-003" in case.text for case in uses)
