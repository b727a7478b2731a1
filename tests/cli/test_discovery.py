"""Which files a scan takes, as a process."""

from __future__ import annotations

from pathlib import Path

from .helpers import WRONG, factcheck


def scanned(work: Path, *paths: str) -> list[str]:
    done = factcheck("scan", *paths, directory=work)
    return [line.split(":")[0] for line in done.stdout.splitlines()]


def write(work: Path, *names: str) -> None:
    for name in names:
        (work / name).parent.mkdir(parents=True, exist_ok=True)
        (work / name).write_text(WRONG, encoding="utf-8")


def test_ignore_files_are_those_of_git(tmp_path: Path) -> None:
    write(
        tmp_path,
        "a.md",
        "build/b.md",
        "docs/c.md",
        "docs/draft.md",
        "docs/keep.md",
        "docs/sub/d.md",
        ".x/e.md",
    )
    (tmp_path / ".gitignore").write_text("/build/\ndraft*\n*.md\n!a.md\n!docs/**/*.md\ndocs/draft.md\n")
    (tmp_path / "docs" / ".factcheckignore").write_text("c.md\n!c.md\nsub/\n")
    assert scanned(tmp_path, ".") == ["./a.md", "./docs/c.md", "./docs/keep.md"]
    assert scanned(tmp_path, "build/b.md", "docs/sub") == ["build/b.md", "docs/sub/d.md"]


def test_links_that_lead_back_are_not_followed(tmp_path: Path) -> None:
    write(tmp_path, "docs/a.md")
    (tmp_path / "docs" / "loop").symlink_to(tmp_path / "docs", target_is_directory=True)
    (tmp_path / "docs" / "link.md").symlink_to(tmp_path / "docs" / "a.md")
    (tmp_path / "docs" / "broken.md").symlink_to(tmp_path / "none.md")
    assert scanned(tmp_path, "docs") == ["docs/a.md", "docs/link.md"]


def test_what_cannot_be_scanned_is_told(tmp_path: Path) -> None:
    for path, reason in (
        ("none.md", "no such file or directory"),
        (".", "no file to scan in this directory"),
    ):
        done = factcheck("scan", path, directory=tmp_path)
        assert (done.returncode, done.stdout) == (2, "")
        assert reason in done.stderr
        assert "Traceback" not in done.stderr
