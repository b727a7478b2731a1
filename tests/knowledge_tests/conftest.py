"""Statements about the small world."""

from __future__ import annotations

from collections.abc import Callable
from functools import cache

import pytest

from factcheck.knowledge.index import Knowledge
from factcheck.knowledge_tests.cases import Case, cases_of
from factcheck.knowledge_tests.naming import Namer
from factcheck.knowledge_tests.statements import Statement, Statements
from factcheck.knowledge_tests.templates import Templates, load_templates
from factcheck.knowledge_tests.wrong import Ties, WrongValues
from small_world import CLAIMS, ROOT, TODAY, compiled

Say = Callable[[str], list[Statement]]
Make = Callable[[str], list[Case]]


@cache
def templates() -> Templates:
    return load_templates(ROOT / "sentences")


@cache
def world() -> Knowledge:
    return compiled(CLAIMS)


@pytest.fixture
def knowledge() -> Knowledge:
    return world()


@pytest.fixture
def namer() -> Namer:
    return Namer(world())


@pytest.fixture
def wrong(namer: Namer) -> WrongValues:
    return WrongValues(world(), namer, Ties(world()), TODAY.last)


@pytest.fixture
def say() -> Say:
    """The statements of a fact, by its id."""

    def said(fact_id: str) -> list[Statement]:
        fact = world().fact(fact_id)
        assert fact is not None
        return list(Statements(world(), templates(), TODAY.last).of(world().entity(fact.entity), fact))

    return said


@pytest.fixture
def make(say: Say) -> Make:
    """The cases of a fact, by its id."""

    def made(fact_id: str) -> list[Case]:
        return [c for s in say(fact_id) for c in cases_of(s, templates(), world().ontology)]

    return made
