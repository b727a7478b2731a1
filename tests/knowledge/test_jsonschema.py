from __future__ import annotations

from typing import Any

import pytest
from jsonschema import Draft202012Validator

from factcheck.knowledge.jsonschema import claims_schema
from factcheck.knowledge.loading import claims_files, load_claims
from factcheck.knowledge.yaml_reader import load_yaml, parse_yaml

from .helpers import ROOT, Base


@pytest.fixture(scope="module")
def validator() -> Any:
    claims = load_claims([ROOT / "claims"], [ROOT / "rules" / "lexicon" / "vocabulary.yaml"], strict=False)
    schema = claims_schema(claims.ontology, claims.vocabulary)
    Draft202012Validator.check_schema(schema)
    return Draft202012Validator(schema)


FILES = [file for file in claims_files([ROOT / "claims"]) if file.name != "ontology.yaml"]


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.name)
def test_the_claims_of_the_project_fit(validator: Any, file: Any) -> None:
    errors = [
        f"{list(error.absolute_path)[:3]}: {error.message[:80]}" for error in errors_of(validator, file.path)
    ]
    assert errors == []


def errors_of(validator: Any, path: Any) -> Any:
    return validator.iter_errors(load_yaml(path).plain())


def test_the_sample_fits(validator: Any, sample: Base) -> None:
    assert list(errors_of(validator, sample.directory / "sample.yaml")) == []


@pytest.mark.parametrize(
    "text",
    [
        "a: 1",
        "- {type: model}",
        "- {id: a, type: modell}",
        "- {id: a, type: model, names: []}",
        "- {id: a, type: model, colour: red}",
        "- {id: a, type: model, facts: {created: {value: b, sources: [s]}}}",
        "- {id: a, type: model, facts: {founded: {date: 2018, sources: [s]}}}",
        "- {id: a, type: model, facts: {licence: {value: MTI, sources: [s]}}}",
        "- {id: a, type: model, facts: {licence: {value: MIT}}}",
        "- {id: a, type: model, facts: {licence: {sources: [s]}}}",
        "- {id: a, type: model, facts: {released: {event: paper, date: soon, sources: [s]}}}",
        "- {id: a, type: model, facts: {parameters: {value: 1x, sources: [s]}}}",
        "- {id: a, type: model, sources: {s: {url: x, checked: 2026}}}",
    ],
)
def test_mistakes_do_not_fit(validator: Any, text: str) -> None:
    node, problems = parse_yaml(text, "x")
    assert node is not None
    assert problems == []
    assert not validator.is_valid(node.plain())
