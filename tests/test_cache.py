"""Entries of the cache: what is written is what is read."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from factcheck.cache import MOST_ENTRIES, Cache, Entry, Origin, cached_files
from factcheck.findings import FileReport
from factcheck.reporting.formats import Silenced
from reporting.sample import PATH, REPORT, SOURCE

CONTENT = SOURCE.encode()
ENTRY = Entry(REPORT.files[0], (Silenced(REPORT.findings[0], "理由"),), Origin("abc", 2, 3))


@pytest.fixture(autouse=True)
def _own_cache(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("FACTCHECK_CACHE_DIR", str(tmp_path / "cache"))


def test_what_is_kept_is_found_again() -> None:
    Cache("s", [], "2026-11-23").keep(CONTENT, ".md", ENTRY)
    assert Cache("s", [], "2026-11-23").find(PATH, CONTENT, ".md") == ENTRY


def test_the_path_is_the_one_asked_for() -> None:
    cache = Cache("s", [], "2026-11-23")
    cache.keep(CONTENT, ".md", ENTRY)
    entry = cache.find("other.md", CONTENT, ".md")
    assert entry is not None
    assert {finding.path for finding in entry.report.findings} == {"other.md"}
    assert entry.silenced[0].finding.path == entry.report.path == "other.md"


def test_nothing_else_is_found(tmp_path: Path) -> None:
    Cache("s", [], "2026-11-23").keep(CONTENT, ".md", ENTRY)
    (tmp_path / "facts").mkdir()
    (tmp_path / "facts" / "a.yaml").write_text("x")
    for cache in (
        Cache("t", [], "2026-11-23"),
        Cache("s", [], "2026-11-24"),
        Cache("s", [str(tmp_path / "facts")], "2026-11-23"),
    ):
        assert cache.find(PATH, CONTENT, ".md") is None
    assert Cache("s", [], "2026-11-23").find(PATH, CONTENT + b" ", ".md") is None
    assert Cache("s", [], "2026-11-23").find(PATH, CONTENT, ".html") is None


def test_a_file_without_statements_is_known_on_any_day() -> None:
    report = FileReport("a.md", "文", (), replace(REPORT.files[1].summary, claims=0))
    Cache("s", [], "2026-11-23").keep("文".encode(), ".md", Entry(report, (), ENTRY.origin))
    assert Cache("s", [], "2027-01-01").find("a.md", "文".encode(), ".md") is not None


def test_there_are_not_too_many(tmp_path: Path) -> None:
    cache = Cache("s", [], "2026-11-23")
    cache.keep(CONTENT, ".md", ENTRY)
    folder = tmp_path / "cache" / "findings"
    for number in range(MOST_ENTRIES):
        (folder / f"{number}.findings").touch()
    cache.close()
    assert len(list(cached_files())) == MOST_ENTRIES * 3 // 4
