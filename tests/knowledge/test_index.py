from __future__ import annotations

import pytest

from factcheck.knowledge.index import HEAD
from factcheck.knowledge.values import DateInterval

from .helpers import Base


def test_counts_and_version(sample: Base) -> None:
    knowledge = sample.open()
    assert knowledge.entity_count == 7
    assert knowledge.fact_count == 13
    assert knowledge.skipped == 0
    assert knowledge.version == sample.load().digest[:12]
    assert knowledge.path == ""


def test_an_entity_comes_back_as_it_was_read(sample: Base) -> None:
    knowledge = sample.open()
    for key, written in sample.load().entities.items():
        assert knowledge.entity(key) == written.entity
    assert knowledge.entity("bert") is knowledge.entity("bert")
    with pytest.raises(KeyError):
        knowledge.entity("nobody")


def test_who_names_an_entity(sample: Base) -> None:
    role = "role: {org: google, title: ceo, sources: [s]}"
    source = "s: {url: 'https://example.com', checked: 2026-01-01}"
    ann = "id: ann, type: person, names: [Ann]"
    sample.write(f"- {{{ann}, facts: {{{role}}}, sources: {{{source}}}}}", "ann.yaml")
    knowledge = sample.open()
    person = frozenset({"person"})
    assert knowledge.naming("google", person) == ["ann"]
    assert knowledge.naming("goog", person) == []
    assert knowledge.naming("google", frozenset({"place"})) == []


def test_approximate_dates_survive(sample: Base) -> None:
    knowledge = sample.open()
    weights = knowledge.fact("bert.released[weights]")
    assert weights is not None
    assert weights.date == DateInterval.parse("2018-10~")
    sample.write("- {id: n, type: model, names: [{text: Enn, from: 2018~, until: 2019-02}]}", "n.yaml")
    name = sample.open().entity("n").names[0]
    assert name.first == DateInterval.parse("2018~")
    assert name.last == DateInterval.parse("2019-02")


def test_keys_and_their_targets(sample: Base) -> None:
    knowledge = sample.open()
    assert knowledge.keys == sorted(knowledge.keys)
    assert "googledeepmind" in knowledge.blocked_keys
    assert "googledeepmind" not in knowledge.keys
    (target,) = knowledge.targets(knowledge.keys.index("bertlarge"))
    assert (target.entity_id, target.type, target.variant, target.name_index) == ("bert", "model", "large", 1)
    (target,) = knowledge.targets(knowledge.keys.index("backrub"))
    assert (target.status, target.last) == ("former", DateInterval.of(1997))
    assert target.first is None
    (target,) = knowledge.targets(knowledge.keys.index("伯特"))
    assert target.common
    shared = knowledge.targets(knowledge.keys.index("davinci"))
    assert [(each.entity_id, each.type, each.shared) for each in shared] == [
        ("old-model-api", "api", True),
        ("other-davinci", "model", True),
    ]


def test_keys_by_how_they_begin(sample: Base) -> None:
    knowledge = sample.open()
    short = {number for number, key in enumerate(knowledge.keys) if len(key) < HEAD}
    found = {knowledge.key(number) for number in set(knowledge.keys_beginning(["ber", "goo"])) - short}
    everything = {*knowledge.keys, *knowledge.blocked_keys}
    assert found == {key for key in everything if key.startswith(("ber", "goo"))}
    assert {"bert", "googledeepmind"} <= found
    assert set(knowledge.keys_beginning([])) == short
    assert {knowledge.key(number) for number in short} == {"谷歌", "咕果", "伯特"}


@pytest.mark.parametrize("word", ["backrub", "backrud", "backrb", "backrrub", "bakcrub"])
def test_keys_near_a_word(sample: Base, word: str) -> None:
    knowledge = sample.open()
    assert [knowledge.key(number) for number in knowledge.keys_near(word)] == ["backrub"]


def test_only_long_latin_words_have_near_ones(sample: Base) -> None:
    knowledge = sample.open()
    assert knowledge.keys_near("bart") == knowledge.keys_near("伯德") == knowledge.keys_near("backpack") == []


def test_look_ups_read_no_column_as_a_whole(sample: Base) -> None:
    knowledge = sample.open()
    assert knowledge.has_key("backrub")
    assert not knowledge.has_key("bakcrub")
    assert knowledge.targets(knowledge.keys_beginning(["bac"])[-1])
    assert knowledge.lookup("Davinci")
    assert knowledge.entity("bert")
    assert knowledge.naming("google", frozenset({"lab"})) == ["deepmind"]
    assert not {"keys", "blocked_keys", "ids"} & vars(knowledge).keys()


def test_look_up_folds(sample: Base) -> None:
    knowledge = sample.open()
    assert knowledge.lookup("bert large") == ["bert"]
    assert knowledge.lookup("ＢＥＲＴ") == ["bert"]
    assert knowledge.lookup("ber") == []
    assert knowledge.lookup("zzzz") == []
    assert knowledge.lookup("Davinci") == ["old-model-api", "other-davinci"]


def test_types_and_membership(sample: Base) -> None:
    knowledge = sample.open()
    assert "bert" in knowledge
    assert "bart" not in knowledge
    assert knowledge.type_of("deepmind") == "lab"
    assert knowledge.ids == sorted(knowledge.ids)


def test_facts_by_id(sample: Base) -> None:
    knowledge = sample.open()
    fact = knowledge.fact("bert.parameters[large]")
    assert fact is not None
    assert fact.value == ("340M",)
    assert fact.sources[0].title == "BERT"
    assert knowledge.fact("bert.parameters[huge]") is None
    assert knowledge.fact("nobody.parameters") is None


def test_further_indexes(sample: Base) -> None:
    knowledge = sample.open()
    assert knowledge.api_identifiers == ["Davinci", "text-davinci-003"]
    api = knowledge.api("text-davinci-003")
    assert api is not None
    assert api.id == "old-model-api"
    assert knowledge.api("text-davinci-004") is None
    assert knowledge.moved_addresses == [
        ("code.google.com", "google", 0),
        ("ai.google/research", "google", 1),
    ]
    assert knowledge.entity("google").facts_of("moved")[0].flag("gone")
    assert list(knowledge.papers_by_title.values()) == ["bert-paper"]
    assert knowledge.ontology.predicates["founded"].shape == "date"
    assert knowledge.vocabulary.exclude("MIT", "Apache-2.0")


SOURCES = 'sources: {s: {url: "https://example.org/", checked: 2026-11-23}}'
RELATIONS = f"""
- {{id: holding, type: organization, names: [Holding]}}
- {{id: suitor, type: organization, names: [Suitor]}}
- id: company
  type: organization
  names: [Company]
  facts: {{part_of: {{value: holding, from: 2015, sources: [s]}}}}
  {SOURCES}
- id: lab
  type: lab
  names: [Lab]
  facts:
    acquired_by:
      - {{value: company, announced: 2013-12, completed: 2014-02, sources: [s]}}
      - {{value: suitor, announced: 2012, terminated: 2013, sources: [s]}}
  {SOURCES}
- id: chicken
  type: organization
  names: [Chicken]
  facts: {{part_of: {{value: egg, sources: [s]}}}}
  {SOURCES}
- id: egg
  type: organization
  names: [Egg]
  facts: {{part_of: {{value: chicken, sources: [s]}}}}
  {SOURCES}
"""


@pytest.fixture
def relations(base: Base) -> Base:
    base.write(RELATIONS)
    return base


def test_belonging(relations: Base) -> None:
    knowledge = relations.open()
    belongs = knowledge.is_part_of
    assert belongs("lab", "lab")
    assert belongs("lab", "company")
    assert belongs("lab", "holding")
    assert not belongs("company", "lab")
    assert not belongs("lab", "suitor")
    assert not belongs("nobody", "company")
    assert belongs("nobody", "nobody")


def test_belonging_on_a_date(relations: Base) -> None:
    belongs = relations.open().is_part_of
    assert not belongs("lab", "company", DateInterval.parse("2014-01-15"))
    assert belongs("lab", "company", DateInterval.parse("2014-03"))
    assert belongs("lab", "company", DateInterval.of(2014))
    assert not belongs("lab", "holding", DateInterval.parse("2014-03"))
    assert belongs("lab", "holding", DateInterval.of(2016))


def test_belonging_in_a_circle_ends(relations: Base) -> None:
    belongs = relations.open().is_part_of
    assert belongs("chicken", "egg")
    assert not belongs("chicken", "holding")
