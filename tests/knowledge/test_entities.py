from __future__ import annotations

from collections.abc import Callable

import pytest

from factcheck.knowledge.entities import language_of

from .helpers import Base

Complaints = Callable[..., list[str]]

SOURCES = 'sources: {s: {url: "https://example.org/", checked: 2026-11-23}}'


def model(facts: str) -> str:
    """A model with facts, which begin at line 5, column 5."""
    return f"- id: m\n  type: model\n  names: [Emm]\n  facts:\n    {facts}\n  {SOURCES}\n"


def test_an_entity_is_read(sample: Base) -> None:
    bert = sample.load().entities["bert"].entity
    assert bert.type == "model"
    assert [name.text for name in bert.names] == ["BERT", "BERT-Large", "伯特"]
    assert bert.names[1].variant == "large"
    assert bert.names[2].common
    assert bert.not_in == ("RoBERTa", "MacBERT")
    assert list(bert.facts) == ["created_by", "released", "parameters", "architecture", "paper"]


def test_fact_ids_are_readable(sample: Base) -> None:
    entities = sample.load().entities
    assert [fact.id for fact in entities["bert"].entity.all_facts()] == [
        "bert.created_by",
        "bert.released[paper]",
        "bert.released[weights]",
        "bert.parameters[base]",
        "bert.parameters[large]",
        "bert.architecture",
        "bert.paper",
    ]
    assert [fact.id for fact in entities["deepmind"].entity.all_facts()][1] == "deepmind.acquired_by[google]"


def test_clashing_fact_ids_are_numbered(base: Base) -> None:
    base.write(
        model(
            "released: [{event: paper, date: 2018, sources: [s]}, {event: paper, date: 2019, sources: [s]}]"
        )
    )
    facts = base.load().entities["m"].entity.facts_of("released")
    assert [fact.id for fact in facts] == ["m.released[paper]", "m.released[paper]#2"]


def test_values_stay_as_written(base: Base) -> None:
    base.write(model("parameters: {value: 1.10, variant: 010, sources: [s]}"))
    fact = base.load().entities["m"].entity.facts_of("parameters")[0]
    assert fact.value == ("1.10",)
    assert fact.get("variant") == "010"


def test_numeric_identifiers_are_read(base: Base) -> None:
    base.write("""
        - {id: 360, type: organization, names: ["360"]}
        - id: m
          type: model
          names: [Emm]
          facts: {created_by: {value: 360, sources: [s]}}
          sources: {s: {url: "https://example.org/", checked: 2026-11-23}}
        """)
    assert base.load().entities["m"].entity.facts_of("created_by")[0].value == ("360",)


@pytest.mark.parametrize(
    ("text", "language"),
    [("Google", "en"), ("谷歌", "zh"), ("臉書", "zh-Hant"), ("清华 AI", "zh"), ("Émile", "en")],
)
def test_the_language_of_a_name(text: str, language: str) -> None:
    assert language_of(text) == language


@pytest.mark.parametrize(
    ("text", "complaint"),
    [
        ("a: 1", "1:1: a claims file is a list of entities (- id: …)"),
        ("- 7", "1:3: an entity is a mapping with id, type and names"),
        ("- {type: model, names: [A1]}", "1:3: entity without id"),
        ("- {id: A b, type: model, names: [A1]}", "1:8: id: not an identifier: 'A b'"),
        ("- {id: a, names: [A1]}", "1:3: a: no type"),
        (
            "- {id: a, type: modell, names: [A1]}",
            "1:17: a: unknown type 'modell' (expected one of organization,",
        ),
        ("- {id: a, type: model}", "1:3: a: no names"),
        ("- {id: a, type: model, names: []}", "1:31: a: no names"),
        ("- {id: a, type: model, names: [360]}", '1:32: a: a name must be a text (quote it: "360")'),
        ("- {id: a, type: model, names: [A1], colour: red}", "1:37: a: unknown field 'colour'"),
        ("- {id: a, type: model, names: [{text: A1, form: x}]}", "1:43: names: unknown field 'form'"),
        (
            "- {id: a, type: model, names: [{text: A1, status: old}]}",
            "1:51: names: status: not allowed: 'old'",
        ),
        (
            "- {id: a, type: model, names: [{text: A1, until: soon}]}",
            "1:50: names: until: not a date: 'soon'",
        ),
        (
            "- {id: a, type: model, names: [{text: A1, shared: 1}]}",
            "1:51: names: shared: expected true or false",
        ),
        ("- {id: a, type: model, names: [A1], sources: [x]}", "1:46: a: sources is a mapping"),
        ("- {id: a, type: model, names: [A1], facts: [x]}", "1:44: a: facts is a mapping"),
        ("- {id: a, type: model, names: [A1], myths: {}}", "1:44: a: myths is a list"),
        (
            "- {id: a, type: model, names: [A1], myths: [{predicate: x}]}",
            "1:57: a: myths: unknown predicate 'x'",
        ),
    ],
)
def test_mistakes_of_entities(complaints: Complaints, text: str, complaint: str) -> None:
    found = complaints(text)
    assert any(each.startswith(complaint) for each in found), found


@pytest.mark.parametrize(
    ("facts", "complaint"),
    [
        (
            "founded: {date: 2018, sources: [s]}",
            "5:5: m: founded is not for type model (but for organization",
        ),
        (
            "create_by: {value: m, sources: [s]}",
            "5:5: m: unknown predicate 'create_by' (perhaps created_by?)",
        ),
        ("licence: MIT", "5:14: m: licence: a fact is a mapping"),
        ("licence: {value: MIT}", "5:14: m: licence: no sources"),
        (
            "licence: {value: MIT, sources: [t]}",
            "5:37: m: licence: source 't' is not among the entity's sources",
        ),
        ("licence: {value: MTI, sources: [s]}", "5:22: m: licence: word 'MTI' is not in the vocabulary"),
        ("licence: {vaule: MIT, sources: [s]}", "5:15: m: licence: unknown field 'vaule'"),
        (
            "licence: {value: true, sources: [s]}",
            "5:22: m: licence: expected a word of the vocabulary, found boolean",
        ),
        ("licence: {sources: [s]}", "5:14: m: licence: no value"),
        (
            "parameters: {value: '1,2x', sources: [s]}",
            "5:25: m: parameters: not a quantity: '1,2x' (expected for ex",
        ),
        (
            "parameters: {value: [1B, 2X], status: disputed, sources: [s]}",
            "5:30: m: parameters: not a quantity: '2X'",
        ),
        (
            "released: {event: paper, date: 2018-13, sources: [s]}",
            "5:36: m: released: date: month must be in 1..12",
        ),
        (
            "released: {event: launch, date: 2018, sources: [s]}",
            "5:23: m: released: event: not allowed: 'launch'",
        ),
        ("released: {date: 2018, sources: [s]}", "5:15: m: released: no event"),
        ("released: {event: paper, sources: [s]}", "5:15: m: released: no date"),
        (
            "cost: [{value: 1M USD, sources: [s]}, {value: 2M USD, sources: [s]}]",
            "5:5: m: cost: only one fact",
        ),
        (
            "licence: {value: MIT, status: maybe, sources: [s]}",
            "5:35: m: licence: status: not allowed: 'maybe'",
        ),
        ("licence: {value: MIT, from: then, sources: [s]}", "5:33: m: licence: from: not a date: 'then'"),
        ("created_by: {value: nobody, sources: [s]}", "5:25: m: created_by: no entity has the id 'nobody'"),
        (
            "created_by: {value: m, sources: [s]}",
            "5:25: m: created_by: m is of type model (expected organization,",
        ),
    ],
)
def test_mistakes_of_facts(complaints: Complaints, facts: str, complaint: str) -> None:
    found = complaints(model(facts))
    assert any(each.startswith(complaint) for each in found), found


def test_what_is_not_known_needs_no_value(complaints: Complaints) -> None:
    assert complaints(model("parameters: {status: undisclosed, sources: [s]}")) == []
    assert complaints(model("trained_with: {not: [human-games], sources: [s]}")) == []


def test_all_problems_of_a_file_are_told(complaints: Complaints) -> None:
    found = complaints(model("licence: [{value: MTI, sources: [s]}, {value: GLP, sources: [s]}]"))
    assert [each[:23] for each in found] == ["5:23: m: licence: word ", "5:51: m: licence: word "]
