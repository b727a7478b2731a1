"""Wrong values are wrong beyond doubt."""

from __future__ import annotations

import pytest

from factcheck.knowledge.index import Knowledge
from factcheck.knowledge.values import DateInterval, Quantity
from factcheck.knowledge_tests.wrong import Ties, WrongValues

SEEDS = range(40)


def test_no_relative_is_ever_the_wrong_maker(knowledge: Knowledge, wrong: WrongValues) -> None:
    ties = Ties(knowledge)
    for name in ("bert", "roberta", "gpt-3", "alphago", "tensorflow", "pytorch"):
        entity = knowledge.entity(name)
        makers = [v for f in entity.facts_of("created_by") for v in (*f.texts("value"), *f.texts("also"))]
        for seed in SEEDS:
            other = wrong.organisation(entity, seed)
            assert other
            for maker in makers:
                assert not ties.owners(other) & ties.owners(maker)


def test_the_wrong_founder_has_nothing_to_do_with_it(knowledge: Knowledge, wrong: WrongValues) -> None:
    for seed in SEEDS:
        person = wrong.person(knowledge.entity("openai"), seed)
        assert person not in ("", "sam-altman", "elon-musk")


def test_a_wrong_number_is_far_from_every_variant(wrong: WrongValues) -> None:
    recorded = [Quantity.parse(text) for text in ("125M", "1.3B", "175B")]
    for seed in SEEDS:
        number = wrong.number(1.3e9, recorded, seed)
        assert number == 0 or number > 1.4 * 175e9 or number < 0.45 * 125e6
    assert any(wrong.number(175e9, recorded, seed) for seed in SEEDS)


def test_a_count_stays_a_whole_number(wrong: WrongValues) -> None:
    assert {wrong.number(57.0, [Quantity.parse("57")], seed).is_integer() for seed in SEEDS} == {True}


def test_a_wrong_date_is_a_year_from_every_event(knowledge: Knowledge, wrong: WrongValues) -> None:
    entity = knowledge.entity("bert")
    years = {f.date.first.year for f in entity.facts_of("released") if f.date}
    fact = entity.facts_of("released")[0]
    for seed in SEEDS:
        day = wrong.release(entity, fact, seed)
        assert day is not None
        assert day.year < min(years) or day.year > max(years) + 1


def test_a_wrong_date_is_past(wrong: WrongValues) -> None:
    today = DateInterval.parse("2026-11-20")
    days = [wrong.day([today], today, seed) for seed in SEEDS]
    assert {day.year < 2026 for day in days if day} == {True}


def test_where_less_is_possible_only_more_is_wrong(wrong: WrongValues) -> None:
    recorded = [Quantity.parse(text) for text in ("512", "1024")]
    assert {wrong.number(1024.0, recorded, seed, larger=True) for seed in SEEDS} == {4096.0, 10240.0}


@pytest.mark.parametrize(
    ("word", "never"), [("lstm", {"rnn", "gru"}), ("transformer", {"dit"}), ("moe", {"moe"})]
)
def test_a_kindred_word_is_not_wrong(wrong: WrongValues, word: str, never: set[str]) -> None:
    found = {wrong.word([word], [word], (), seed) for seed in SEEDS}
    assert found
    assert not found & (never | {word, ""})


def test_the_same_seed_gives_the_same(knowledge: Knowledge, wrong: WrongValues) -> None:
    entity = knowledge.entity("bert")
    assert [wrong.organisation(entity, s) for s in SEEDS] == [wrong.organisation(entity, s) for s in SEEDS]
