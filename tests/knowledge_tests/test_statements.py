"""What is said of a fact, and what is not."""

from __future__ import annotations

from factcheck.knowledge_tests.naming import Namer

from .conftest import Say


def test_names_are_the_first_that_are_clear(namer: Namer) -> None:
    assert (namer.chinese("google"), namer.latin("google")) == ("Google", "Google")
    assert namer.traditional("microsoft") in ("Microsoft", "微軟")


def test_a_maker_is_said_with_all_accepted_names(say: Say) -> None:
    (statement,) = say("roberta.created_by")
    (mistaken,) = statement.wrong
    assert mistaken["value"] not in {form["value"] for form in statement.true}
    assert statement.slots["subject"] == "RoBERTa"


def test_an_undisclosed_size_has_no_true_number(say: Say) -> None:
    (statement,) = say("gpt-4.parameters")
    assert statement.templates == "parameters.undisclosed"


def test_a_deal_is_told_with_buyer_date_and_price(say: Say) -> None:
    found = {statement.templates: statement for statement in say("deepmind.acquired_by[google]")}
    assert set(found) == {"acquired_by", "acquired_by.date", "acquired_by.price"}
    assert found["acquired_by.price"].true[0]["value"] == "6.5亿美元"


def test_a_deal_that_failed_is_not_told(say: Say) -> None:
    assert say("arm.acquired_by[nvidia]") == []


def test_statements_are_the_same_each_time(say: Say) -> None:
    assert say("bert.released[paper]") == say("bert.released[paper]")
