"""Rules are the same compiled beforehand and on the spot."""

from __future__ import annotations

from dataclasses import fields
from functools import cache
from typing import Any

from factcheck.extraction.rule_compiler import compile_rules, read_rules
from factcheck.extraction.ruleset import Construction, Ruleset, pack_rules, unpack_rules
from factcheck.knowledge.locate import rules_directory
from factcheck.knowledge.schema import Vocabulary, WordGroup
from small_world import small_world


@cache
def written() -> dict[str, Any]:
    return read_rules([rules_directory()])


def shipped(vocabulary: Vocabulary) -> dict[str, Any]:
    """The rules as a wheel carries them, compiled for a vocabulary."""
    return unpack_rules(pack_rules(compile_rules(written(), vocabulary)))


def with_word(vocabulary: Vocabulary, word: str) -> Vocabulary:
    """The vocabulary with one more way to write a licence."""
    group = vocabulary.groups["licence"]
    words = {**group.words, "Apache-2.0": (*group.words["Apache-2.0"], word)}
    return Vocabulary({**vocabulary.groups, "licence": WordGroup(group.id, group.exclusive, words)})


def test_constructions_come_back_from_json() -> None:
    vocabulary = small_world().knowledge.vocabulary
    here, there = (
        Ruleset(compile_rules(written(), vocabulary), vocabulary),
        Ruleset(shipped(vocabulary), vocabulary),
    )
    assert here.constructions == there.constructions
    assert here.version == there.version
    one = there.constructions["patterns"][0]
    types = {each.name: type(getattr(one, each.name)) for each in fields(Construction)}
    defaults = Construction(one.pattern, one.rule, one.predicate, one.value, one.place)
    assert types == {each.name: type(getattr(defaults, each.name)) for each in fields(Construction)}


def test_rules_come_back_one_by_one() -> None:
    vocabulary = small_world().knowledge.vocabulary
    here, there = (
        Ruleset(compile_rules(written(), vocabulary), vocabulary),
        Ruleset(shipped(vocabulary), vocabulary),
    )
    assert here.rules == there.rules
    assert [there[name] for name in there.codes] == list(here.rules.values())
    assert {rule.name: rule.code for rule in here.rules.values()} == there.codes


def test_another_vocabulary_is_compiled_for() -> None:
    vocabulary = small_world().knowledge.vocabulary
    larger = with_word(vocabulary, "阿帕奇许可")
    rules = Ruleset(shipped(vocabulary), larger)
    assert rules.constructions == Ruleset(compile_rules(written(), larger), larger).constructions
    assert [word.text for word in rules.lexicon.find("阿帕奇许可", "阿帕奇许可")] == ["阿帕奇许可"]


def test_no_construction_that_matches_is_left_out() -> None:
    world = small_world()
    extraction = world.extract("OpenAI于2020年5月发布了GPT-3，参数量为1750亿，由微软投资。GPT-4没有开源。")
    texts = [
        world.extractor.read_sentence(reading, index, start, end).skeleton
        for reading in extraction.readings
        for index, (start, end) in enumerate(reading.sentences)
    ]
    assert texts
    for skeleton in texts:
        matching = [
            each
            for each in world.rules.constructions["patterns"]
            if each.pattern.regex.search(skeleton.text) is not None
        ]
        assert matching
        candidates = world.rules.candidates(skeleton.characters)
        assert [each for each in candidates if each in matching] == matching
