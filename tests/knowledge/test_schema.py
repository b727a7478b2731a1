from __future__ import annotations

from pathlib import Path

from factcheck.knowledge.schema import Ontology, Vocabulary, read_ontology, read_vocabulary

from .helpers import ONTOLOGY, VOCABULARY


def ontology() -> Ontology:
    read, problems = read_ontology([(ONTOLOGY, "ontology.yaml")])
    assert problems == []
    return read


def vocabulary() -> Vocabulary:
    read, problems = read_vocabulary([(VOCABULARY, "vocabulary.yaml")])
    assert problems == []
    return read


def test_the_ontology_of_the_project() -> None:
    read = ontology()
    assert read.types["organization"].zh == "机构"
    created_by = read.predicates["created_by"]
    assert created_by.label("zh") == "开发者"
    assert created_by.label("en") == "developer"
    assert created_by.world == "closed"
    assert "lab" in created_by.range
    assert not created_by.many
    assert read.predicates["parameters"].tolerance == 0.06
    assert "weights" in read.predicates["released"].events
    assert "ceo" in read.predicates["role"].titles


def test_every_domain_and_range_is_declared() -> None:
    read = ontology()
    for predicate in read.predicates.values():
        assert {*predicate.domain, *predicate.range} <= set(read.types), predicate.id


def test_shapes_of_fields() -> None:
    predicates = ontology().predicates
    assert predicates["created_by"].shape_of("also") == "entity"
    assert predicates["acquired_by"].shape_of("value") == "entity"
    assert predicates["acquired_by"].shape_of("completed") == "date"
    assert predicates["count"].shape_of("value") == "quantity"
    assert predicates["architecture"].shape_of("not") == "word"
    assert predicates["authors"].shape_of("complete") == "boolean"
    assert predicates["venue"].shape_of("award") == "text"
    assert predicates["award"].shape_of("award") == "entity"
    assert predicates["released"].required_fields == ("event",)
    assert predicates["role"].range_of("org")[0] == "organization"


def test_json_round_trip() -> None:
    assert Ontology.from_plain(ontology().plain()) == ontology()
    assert Vocabulary.from_plain(vocabulary().plain()) == vocabulary()


def test_words_exclude_each_other_within_an_exclusive_group() -> None:
    words = vocabulary()
    assert words.exclude("encoder-only", "decoder-only")
    assert not words.exclude("encoder-only", "encoder-only")
    assert not words.exclude("encoder-only", "transformer")
    assert not words.exclude("masked-lm", "nsp")
    assert not words.exclude("encoder-only", "no-such-word")
    assert words.groups_of("MIT") == ("licence",)
    assert "开源" in words.words_of("open-source")
    assert "MIT" in words
    assert "no-such-word" not in words


def test_later_files_add_and_replace(tmp_path: Path) -> None:
    more = tmp_path / "ontology.yaml"
    more.write_text(
        "types:\n  spell: {zh: 咒语, en: spell}\n"
        "predicates:\n"
        "  founded: {label: {zh: 创立, en: set up}, domain: [spell], shape: date, world: closed, rule: r}\n",
        encoding="utf-8",
    )
    read, problems = read_ontology([(ONTOLOGY, "a"), (more, "b")])
    assert problems == []
    assert read.types["spell"].en == "spell"
    assert read.predicates["founded"].domain == ("spell",)
    assert "created_by" in read.predicates
    words = tmp_path / "vocabulary.yaml"
    words.write_text(
        "licence: {words: {House: [自家许可]}}\nmood: {exclusive: false, words: {glad: [高兴]}}\n"
    )
    vocabulary, problems = read_vocabulary([(VOCABULARY, "a"), (words, "b")])
    assert problems == []
    assert vocabulary.exclude("House", "MIT")
    assert vocabulary.words_of("glad") == ("高兴",)


def test_mistakes_are_told_with_their_place(tmp_path: Path) -> None:
    path = tmp_path / "ontology.yaml"
    path.write_text(
        "types: {a: {zh: 甲}}\n"
        "predicates:\n"
        "  p: {label: {zh: 乙, en: b}, domain: [a], shape: shapely, world: closed, rule: r, colour: red}\n"
    )
    _, problems = read_ontology([(path, "o.yaml")])
    shapes = "entity | date | quantity | word | text | record"
    assert [str(problem) for problem in problems] == [
        "o.yaml:1:12: no en",
        f"o.yaml:3:50: shape: not allowed: 'shapely' (expected {shapes})",
        "o.yaml:3:83: p: unknown field 'colour'",
    ]
