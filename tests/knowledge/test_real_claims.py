"""The knowledge base of the project itself: no errors of form or content."""

from __future__ import annotations

from datetime import date

from factcheck.knowledge.compile import compile_claims
from factcheck.knowledge.hygiene import check_claims
from factcheck.knowledge.index import Knowledge
from factcheck.knowledge.loading import Claims, load_claims

from .helpers import ROOT, VOCABULARY


def load() -> Claims:
    return load_claims([ROOT / "claims"], [VOCABULARY], strict=False)


def test_the_claims_are_clean() -> None:
    claims = load()
    problems = {*claims.problems, *check_claims(claims, date.today())}
    assert [str(problem) for problem in sorted(problems) if problem.severity == "error"] == []


def test_every_entity_survives_compilation() -> None:
    claims = load()
    knowledge = Knowledge.from_bytes(compile_claims(claims))
    for key, written in claims.entities.items():
        assert knowledge.entity(key) == written.entity
        for name in written.entity.names:
            assert key in knowledge.lookup(name.text)
