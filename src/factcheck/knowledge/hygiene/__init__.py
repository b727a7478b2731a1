"""What a knowledge base must satisfy beyond its form, so that it accuses nobody wrongly.

Each check is a function of the ``Ground`` that yields problems; ``CHECKS`` lists them all.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from pathlib import Path

from factcheck.knowledge.hygiene import dates, facts, names, people, sources
from factcheck.knowledge.hygiene.ground import Check, Ground
from factcheck.knowledge.loading import Claims, load_claims
from factcheck.knowledge.problems import Problem

CHECKS: tuple[Check, ...] = (
    *names.CHECKS,
    *sources.CHECKS,
    *facts.CHECKS,
    *dates.CHECKS,
    *people.CHECKS,
)


def check(directories: Sequence[Path], vocabularies: Sequence[Path], today: date) -> list[Problem]:
    """All problems of directories of claims, of form and content, sorted by place.

    Facts that cannot be read take no part in the checks of content. Raises KnowledgeError for a broken
    schema.
    """
    claims = load_claims(directories, vocabularies, strict=False)
    return sorted({*claims.problems, *check_claims(claims, today)})


def check_claims(claims: Claims, today: date) -> list[Problem]:
    """The problems of content of claims that are loaded, sorted by place."""
    ground = Ground(claims, today)
    return sorted({problem for each in CHECKS for problem in each(ground)})
