"""A small knowledge base in a temporary folder."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from .helpers import SAMPLE, Base


@pytest.fixture
def base(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Base:
    monkeypatch.chdir(tmp_path)
    return Base(tmp_path / "claims")


@pytest.fixture
def sample(base: Base) -> Base:
    """Two organisations, two models, a paper, an API: enough for look-ups."""
    base.write(SAMPLE, "sample.yaml")
    return base


@pytest.fixture
def complaints(base: Base) -> Callable[..., list[str]]:
    """The complaints about a text, of these codes or all."""

    def about(text: str, *codes: str) -> list[str]:
        base.write(text)
        return base.complaints(*codes)

    return about
