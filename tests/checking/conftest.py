"""The small knowledge base and the real one, each read once."""

from __future__ import annotations

import pytest

from factcheck.engine import Engine
from small_world import World, small_world


@pytest.fixture(scope="session")
def world() -> World:
    return small_world()


@pytest.fixture(scope="session")
def engine() -> Engine:
    return Engine()
