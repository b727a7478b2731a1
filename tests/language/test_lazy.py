"""Patterns that are compiled when they are first used."""

from __future__ import annotations

import re

import pytest

from factcheck.language.lazy import LazyPattern


def test_it_does_what_the_compiled_pattern_does() -> None:
    lazy, compiled = LazyPattern(r"(?P<n>\d)\w", re.I), re.compile(r"(?P<n>\d)\w", re.I)
    text = "a1b 2C"
    assert lazy.sub("-", text) == compiled.sub("-", text) == "a- -"
    assert lazy.findall(text) == compiled.findall(text)
    assert [m.span() for m in lazy.finditer(text)] == [(1, 3), (4, 6)]
    assert lazy.match(text) is None
    found = lazy.search(text, 2)
    assert found is not None
    assert found["n"] == "2"
    assert lazy.fullmatch(text, 1, 3) is not None


def test_it_has_no_other_attributes() -> None:
    assert not hasattr(LazyPattern("a"), "groups")


def test_a_wrong_expression_is_found_when_it_is_used() -> None:
    lazy = LazyPattern("(")
    with pytest.raises(re.error, match="missing"):
        lazy.search("a")
