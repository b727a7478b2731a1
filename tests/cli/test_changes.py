"""``--diff-base`` as a process, on real repositories: what is new in a pull request."""

from __future__ import annotations

from pathlib import Path

import pytest

from .helpers import WRONG, factcheck
from .repository import commit, git, repository

NEW = "OpenAI发布了TensorFlow。\n"


@pytest.fixture
def work(tmp_path: Path) -> Path:
    (tmp_path / "a.md").write_text(WRONG, encoding="utf-8")
    return repository(tmp_path)


def places(work: Path, base: str = "main", path: str = ".") -> list[str]:
    done = factcheck("scan", path, "--diff-base", base, directory=work)
    assert done.returncode == bool(done.stdout), done.stderr
    return [line.split(": ")[0] for line in done.stdout.splitlines()]


def test_changed_lines_and_new_files(work: Path) -> None:
    assert places(work) == []
    (work / "a.md").write_text("新的一行。\n\n" + WRONG + "\n" + NEW, encoding="utf-8")
    (work / "new.md").write_text(WRONG, encoding="utf-8")
    assert places(work) == ["./a.md:7:1", "./new.md:3:7"]
    assert places(work, path="a.md") == ["a.md:7:1"]


def test_what_others_have_changed_meanwhile_is_not_ours(work: Path) -> None:
    git(work, "switch", "-qc", "topic")
    (work / "b.md").write_text(NEW, encoding="utf-8")
    commit(work)
    git(work, "switch", "-q", "main")
    (work / "a.md").write_text("没有了。\n", encoding="utf-8")
    commit(work)
    git(work, "switch", "-q", "topic")
    assert places(work) == ["./b.md:1:1"]


def test_a_renamed_file_is_not_new(work: Path) -> None:
    (work / "a.md").write_text(WRONG + "\n长一点的文章，好让改名看得出来。\n" * 5, encoding="utf-8")
    commit(work)
    git(work, "switch", "-qc", "topic")
    (work / "文 档").mkdir()
    git(work, "mv", "a.md", "文 档/b.md")
    assert places(work) == []
    with (work / "文 档" / "b.md").open("a", encoding="utf-8") as file:
        file.write("\n" + NEW)
    commit(work)
    assert places(work) == ["./文 档/b.md:15:1"]


def test_what_git_refuses(work: Path, tmp_path_factory: pytest.TempPathFactory) -> None:
    done = factcheck("scan", ".", "--diff-base", "nonsense", directory=work)
    assert (done.returncode, "fetch the history" in done.stderr) == (2, True)
    done = factcheck("scan", ".", "--diff-base=--output=x", directory=work)
    assert (done.returncode, (work / "x").exists()) == (2, False)
    elsewhere = tmp_path_factory.mktemp("plain")
    (elsewhere / "a.md").write_text(WRONG, encoding="utf-8")
    assert factcheck("scan", ".", "--diff-base", "main", directory=elsewhere).returncode == 2
