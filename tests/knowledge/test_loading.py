from __future__ import annotations

from pathlib import Path

import pytest

from factcheck.knowledge.loading import claims_files, load_claims
from factcheck.knowledge.problems import KnowledgeError

from .helpers import VOCABULARY, Base

BROKEN = """
- id: good
  type: organization
  names: [Good]
  facts:
    founded: {date: 2015, sources: [s]}
    headquartered_in: {value: nowhere, sources: [s]}
    funding: {round: a, date: 2016, lead: [good, ghost], sources: [s]}
  sources: {s: {url: "https://example.org/", checked: 2026-11-23}}
- id: bad
  type: organisation
  names: [Bad]
"""


def test_strict_loading_tells_every_error(base: Base) -> None:
    base.write(BROKEN, "organizations/x.yaml")
    with pytest.raises(KnowledgeError) as caught:
        base.load()
    lines = caught.value.message.splitlines()
    assert [line.split(" (")[0] for line in lines] == [
        "claims/organizations/x.yaml:6:31: good: headquartered_in: no entity has the id 'nowhere'",
        "claims/organizations/x.yaml:7:50: good: funding: lead: no entity has the id 'ghost'",
        "claims/organizations/x.yaml:10:9: bad: unknown type 'organisation'",
    ]
    assert [problem.code for problem in caught.value.problems] == [
        "unknown-entity",
        "unknown-entity",
        "unknown-type",
    ]


def test_tolerant_loading_leaves_out_what_is_wrong(base: Base) -> None:
    base.write(BROKEN)
    claims = base.load(strict=False)
    assert list(claims.entities) == ["good"]
    good = claims.entities["good"].entity
    assert list(good.facts) == ["founded", "funding"]
    assert good.facts_of("funding")[0].texts("lead") == ("good",)
    assert claims.fact_count == 2
    assert len(claims.problems) == 3


def test_an_id_is_given_once_in_a_directory(base: Base) -> None:
    base.write("- {id: a, type: model, names: [One]}", "a.yaml")
    base.write("- {id: a, type: model, names: [Two]}", "b.yaml")
    assert base.complaints("duplicate-id") == ["1:3: a: this id is taken (claims/a.yaml:1:3)"]


def test_a_later_directory_extends(sample: Base, tmp_path: Path) -> None:
    extra = tmp_path / "own"
    sample.write(
        """
        - id: bert
          names: [BERT, 小伯特]
          not_in: [CamemBERT]
          facts:
            parameters: {value: 111M, sources: [paper]}
            architecture: []
          myths: [{predicate: parameters, value: 1B, because: no}]
        - {id: house, type: organization, names: [House]}
        """,
        directory=extra,
    )
    entities = sample.load(extra).entities
    bert = entities["bert"].entity
    assert [name.text for name in bert.names] == ["BERT", "BERT-Large", "伯特", "小伯特"]
    assert bert.not_in == ("RoBERTa", "MacBERT", "CamemBERT")
    assert [fact.value for fact in bert.facts_of("parameters")] == [("111M",)]
    assert "architecture" not in bert.facts
    assert "released" in bert.facts
    assert bert.facts_of("parameters")[0].sources[0].url == "https://arxiv.org/abs/1810.04805"
    assert len(bert.myths) == 2
    assert str(entities["bert"].at("names[3]")) == "own/x.yaml:2:17"
    assert "house" in entities


def test_an_override_replaces(sample: Base, tmp_path: Path) -> None:
    extra = tmp_path / "own"
    sample.write("- {id: bert, type: technique, override: true, names: [Bertie]}", directory=extra)
    bert = sample.load(extra).entities["bert"].entity
    assert (bert.type, bert.name, dict(bert.facts)) == ("technique", "Bertie", {})


def test_extra_directories_may_extend_the_schema(base: Base, tmp_path: Path) -> None:
    extra = tmp_path / "own"
    base.write("types: {spell: {zh: 咒语, en: spell}}", "ontology.yaml", extra)
    base.write("mood: {exclusive: true, words: {glad: [高兴]}}", "vocabulary.yaml", extra)
    base.write("- {id: fiat, type: spell, names: [Fiat lux]}", directory=extra)
    claims = base.load(extra)
    assert claims.entities["fiat"].entity.type == "spell"
    assert "glad" in claims.vocabulary


def test_errors_of_later_directories_can_be_made_to_count(base: Base, tmp_path: Path) -> None:
    base.write(BROKEN)
    extra = tmp_path / "own"
    base.write("- {id: c, type: model}", directory=extra)
    directories = [base.directory, extra]
    with pytest.raises(KnowledgeError) as caught:
        load_claims(directories, [VOCABULARY], strict=False, strict_from=1)
    assert caught.value.message == "own/x.yaml:1:3: c: no names"


def test_a_broken_schema_stops_everything(base: Base) -> None:
    base.write("types: [", "ontology.yaml")
    with pytest.raises(KnowledgeError, match=r"claims/ontology\.yaml:2:1: not YAML"):
        base.load(strict=False)


def test_files_are_found_in_order_without_hidden_ones(base: Base, tmp_path: Path) -> None:
    for name in ("b.yaml", "a/z.yml", ".hidden.yaml", ".git/x.yaml", "note.md"):
        base.write("", name)
    single = base.write("", "single.yaml", tmp_path / "elsewhere")
    found = claims_files([base.directory, single])
    assert [(file.name, file.layer) for file in found] == [
        ("a/z.yml", 0),
        ("b.yaml", 0),
        ("ontology.yaml", 0),
        ("single.yaml", 1),
    ]
    with pytest.raises(KnowledgeError, match="no such directory of claims"):
        claims_files([tmp_path / "gone"])


def test_the_digest_tells_contents_not_places(sample: Base, tmp_path: Path) -> None:
    twin = Base(tmp_path / "twin")
    twin.write((sample.directory / "sample.yaml").read_text(encoding="utf-8"), "sample.yaml")
    assert twin.load().digest == sample.load().digest
    twin.write("[]", "more.yaml")
    assert twin.load().digest != sample.load().digest
