from __future__ import annotations

from factcheck.knowledge.model import Entity, Fact, Name, Source
from factcheck.knowledge.values import DateInterval, Quantity

from .helpers import Base

SOURCE = Source("s", "https://example.org/", checked="2026-11-23")


def fact(value: tuple[str, ...] | None = None, **qualifiers: str | bool | tuple[str, ...]) -> Fact:
    return Fact("a.b", "a", "b", value, qualifiers, (SOURCE,))


def entity(*names: Name) -> Entity:
    return Entity("a", "model", names)


def test_dates_and_quantities_of_a_fact() -> None:
    dated = fact(("110M", "1.2x", "120M"), date="2018-10", announced="2017", amount="1B USD")
    assert dated.date == DateInterval.of(2018, 10)
    assert dated.date_of("announced") == DateInterval.of(2017)
    assert dated.date_of("completed") is None
    assert dated.quantity == Quantity.parse("110M")
    assert len(dated.quantities) == 2
    amount = dated.quantity_of("amount")
    assert amount is not None
    assert amount.unit == "USD"
    assert fact(year="2017").date == DateInterval.of(2017)
    assert fact().quantity is None


def test_qualifiers_are_read_as_wanted() -> None:
    read = fact(("x",), also=("y", "z"), org="openai", complete=True)
    assert read.get("also") == ("y", "z")
    assert read.texts("org") == ("openai",)
    assert read.text("also") == "y"
    assert read.texts("value") == ("x",)
    assert read.text("gone") == ""
    assert read.flag("complete")
    assert not read.flag("org")


def test_validity_on_a_date() -> None:
    term = Fact(
        "a.b", "a", "b", None, {}, (), first=DateInterval.of(2019), last=DateInterval.parse("2023-11-17")
    )
    assert term.holds(DateInterval.of(2021))
    assert term.holds(DateInterval.of(2023))
    assert not term.holds(DateInterval.parse("2023-11-18"))
    assert not term.holds(DateInterval.of(2018))
    assert term.holds(None)


def test_how_an_entity_is_shown() -> None:
    both = entity(Name("Google", "google"), Name("谷歌", "谷歌", lang="zh"))
    assert both.display("zh") == "谷歌（Google）"
    assert both.display("en") == "Google"
    assert entity(Name("BERT", "bert")).display("zh") == "BERT"
    assert entity(Name("智谱", "智谱", lang="zh")).display("en") == "智谱"
    hidden = entity(
        Name("Bard", "bard", status="former"),
        Name("BERT-Large", "bertlarge", variant="large"),
        Name("臉書", "脸书", lang="zh-Hant"),
        Name("脸书", "脸书", lang="zh"),
        Name("Gemini", "gemini"),
    )
    assert hidden.display("zh") == "脸书（Gemini）"
    assert entity(Name("Bard", "bard", status="former")).display() == "Bard"


def test_facts_and_entities_can_be_kept_in_sets(sample: Base) -> None:
    bert = sample.load().entities["bert"].entity
    assert len({bert, bert}) == 1
    assert len(set(bert.all_facts())) == 7
