"""The small knowledge base, read once."""

from __future__ import annotations

import pytest

from small_world import World, small_world


@pytest.fixture(scope="session")
def world() -> World:
    return small_world()
