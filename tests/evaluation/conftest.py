"""The shipped knowledge base, at a fixed date, and labelled articles on disk."""

from __future__ import annotations

from pathlib import Path

import pytest

from factcheck.engine import Engine
from factcheck.knowledge.values import DateInterval

from .helpers import Corpus


@pytest.fixture(scope="session")
def engine() -> Engine:
    return Engine(as_of=DateInterval.parse("2026-11-23"))


@pytest.fixture
def corpus(tmp_path: Path) -> Corpus:
    return Corpus(tmp_path)
