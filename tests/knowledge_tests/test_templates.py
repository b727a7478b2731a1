"""Constructions: reading them, choosing words, filling slots."""

from __future__ import annotations

from pathlib import Path

import pytest

from factcheck.knowledge.problems import KnowledgeError
from factcheck.knowledge_tests.templates import Construction, WordTable, filled, load_templates
from small_world import ROOT


def test_a_sentence_knows_where_its_value_stands() -> None:
    made = filled("{subject}由{value}于{year}年开发。", {"subject": "BERT", "value": "谷歌", "year": "2018"})
    assert made is not None
    text, start, end = made
    assert (text, text[start:end]) == ("BERT由谷歌于2018年开发。", "谷歌")


def test_a_literal_may_be_the_value_and_hold_slots() -> None:
    made = filled("{subject}是目前{value:{superlative}}。", {"subject": "GPT-3", "superlative": "最大的模型"})
    assert made == ("GPT-3是目前最大的模型。", 8, 13)


def test_without_a_word_for_a_slot_there_is_no_sentence() -> None:
    assert filled("{subject}由{maker}开发。", {"subject": "BERT", "maker": ""}) is None


def test_words_are_looked_up_by_the_first_key_that_has_some() -> None:
    table = WordTable(("type.event", "event"), {"launched": ("上线", "推出"), "hardware.launched": ("上市",)})
    assert table.choose({"type": "hardware", "event": "launched"}, 1) == "上市"
    assert table.choose({"type": "product", "event": "launched"}, 1) == "推出"
    assert table.choose({"type": "product", "event": "held"}, 1) == ""


def test_a_construction_suits_types_events_and_circumstances() -> None:
    found = Construction("x", ("…",), ("…",), frozenset({"model"}), when=frozenset({"present"}))
    assert found.suits("model", "", frozenset({"present"}))
    assert not found.suits("model", "", frozenset())
    assert not found.suits("framework", "", frozenset({"present"}))


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("predicates:\n  released:\n    rules: [x]\n", "a.yaml:3:5: no constructions"),
        (
            "predicates:\n  released:\n    constructions:\n      x: {txt: a}\n",
            "a.yaml:4:16: x: unknown field 'txt'",
        ),
        ("sentences:\n  released: {}\n", "unknown section 'sentences'"),
    ],
)
def test_mistakes_are_told_with_their_place(tmp_path: Path, text: str, message: str) -> None:
    (tmp_path / "a.yaml").write_text(text, encoding="utf-8")
    with pytest.raises(KnowledgeError) as error:
        load_templates(tmp_path)
    assert message in str(error.value)


def test_every_slot_of_the_real_constructions_has_a_source() -> None:
    """A misspelled slot would make a construction that is never used."""
    import re

    templates = load_templates(ROOT / "sentences")
    code = (ROOT / "src" / "factcheck" / "knowledge_tests").glob("*.py")
    known = set(templates.words) | set(re.findall(r"\"(\w+)\"", "".join(path.read_text() for path in code)))
    known |= {f"{stem}{end}" for stem in ("person", "award", "subject") for end in ("", "_en", "_hant")}
    for name, predicate in templates.predicates.items():
        for construction in predicate.constructions:
            for text in (*construction.true, *construction.wrong):
                slots = set(re.findall(r"\{(\w+)", text))
                assert slots <= known, (name, construction.name, slots - known)


def test_every_predicate_that_is_compared_has_constructions() -> None:
    import yaml

    templates = load_templates(ROOT / "sentences")
    ontology = yaml.safe_load((ROOT / "claims" / "ontology.yaml").read_text(encoding="utf-8"))["predicates"]
    stems = {name.partition(".")[0] for name in templates.predicates}
    assert {name for name, each in ontology.items() if each["world"] != "open"} <= stems
