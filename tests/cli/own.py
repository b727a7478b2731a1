"""Facts of a project's own, about things that do not exist: they change with no knowledge base."""

from __future__ import annotations

from pathlib import Path

OWN = ("--claims", str(Path(__file__).parent / "facts"))
"""The options that add them. A fixed place: facts are compiled once for all tests, which takes seconds."""
