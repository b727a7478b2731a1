"""Kept expressions are those that ``re`` would compile, whatever becomes of the file."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from factcheck.language.expressions import Expressions, pack_expressions

SOURCES = [
    ("", 0),
    (r"[一二三四五六七八九十]+年", 0),
    (r"(?P<year>(?:19|20)\d{2})[-/.](?P<month>\d{1,2})(?![\d])", 0),
    (r"(?P<agent>[\x83\x8c](?:[\ue140-\ue14a\ue34c-\ue351/]{1,3}[\x83])*)[^,;:!?\x91]{0,18}?", 0),
    (r"(?<=[\u3400-\u9fff])\s+|^(a)|(b)(?P<c>c)?\Z", re.MULTILINE),
    (r"apache[ -]?2(?:\.0)? [\U0001f300-\U0001faff]", re.IGNORECASE),
]


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """A file that holds all sources."""
    expressions = Expressions(str(tmp_path / "deep" / "kept"))
    for source, flags in SOURCES:
        expressions.compile(source, flags)
    expressions.keep()
    return tmp_path / "deep" / "kept"


@pytest.mark.parametrize(("source", "flags"), SOURCES)
def test_a_pattern_from_the_file_equals_a_compiled_one(path: Path, source: str, flags: int) -> None:
    before = path.read_bytes()
    expressions = Expressions(str(path))
    found, expected = expressions.compile(source, flags), re.compile(source, flags)
    assert (found, found.groups, found.groupindex) == (expected, expected.groups, expected.groupindex)
    expressions.keep()
    assert path.read_bytes() == before
    assert expressions.compile(source, flags).findall("2020-10") == expected.findall("2020-10")


def test_the_same_source_with_other_flags_is_another_pattern(path: Path) -> None:
    expressions = Expressions(str(path))
    assert expressions.compile("a", re.IGNORECASE).match("A")
    assert not expressions.compile("a").match("A")


def test_new_ones_are_added(path: Path) -> None:
    expressions = Expressions(str(path))
    assert expressions.compile("x(?P<y>y)").fullmatch("xy")
    size = path.stat().st_size
    expressions.keep()
    assert path.stat().st_size > size
    assert Expressions(str(path)).compile("x(?P<y>y)") == re.compile("x(?P<y>y)")


def test_what_is_damaged_is_compiled_again(path: Path) -> None:
    content = path.read_bytes()
    for position in (0, 5, len(content) // 2, len(content) - 1):
        damaged = bytearray(content)
        damaged[position] ^= 0x15
        path.write_bytes(damaged)
        for source, flags in SOURCES:
            assert Expressions(str(path)).compile(source, flags) == re.compile(source, flags)
    path.write_bytes(b"")
    assert Expressions(str(path)).compile("a+").match("aa")


def test_a_cache_that_cannot_be_written_is_done_without(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    expressions = Expressions(str(tmp_path / "file" / "kept"))
    assert expressions.compile("a+").match("aa")
    expressions.keep()
    assert expressions.compile("b+").match("bb")


def test_what_was_shipped_is_not_kept_again(tmp_path: Path) -> None:
    shipped, kept = tmp_path / "shipped", tmp_path / "kept"
    shipped.write_bytes(pack_expressions(SOURCES))
    assert pack_expressions([*reversed(SOURCES), *SOURCES]) == shipped.read_bytes()
    expressions = Expressions(str(kept), str(shipped))
    for source, flags in SOURCES:
        assert expressions.compile(source, flags) == re.compile(source, flags)
    expressions.keep()
    assert not kept.exists()
    assert expressions.compile("new+") == re.compile("new+")
    expressions.keep()
    assert kept.stat().st_size < shipped.stat().st_size


def test_without_a_file_nothing_is_kept() -> None:
    expressions = Expressions()
    assert expressions.compile("a+") == re.compile("a+")
    expressions.keep()


def test_an_expression_that_is_none_is_refused(tmp_path: Path) -> None:
    for expressions in (Expressions(), Expressions(str(tmp_path / "kept"))):
        with pytest.raises(re.error, match="unterminated"):
            expressions.compile("(a")
