import os
import subprocess
import sys
from pathlib import Path

import pytest

from factcheck.discovery import discover
from factcheck.errors import FactcheckError


def tree(root: Path, *names: str, **contents: str) -> None:
    for name in names:
        path = root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(contents.get(path.name, "文"))


def ignore(path: Path, *lines: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text("\n".join(lines) + "\n")


def found(root: Path, *paths: str) -> list[str]:
    """What is found under a directory, relative to it."""
    names = discover([str(root / path) for path in paths] or [str(root)])
    return [Path(name).relative_to(root).as_posix() for name in names]


def test_a_directory_is_walked_in_order(tmp_path: Path) -> None:
    tree(tmp_path, "b.md", "a.markdown", "c/d.MDX", "c/e.txt", "c/f.py", "g", "中文/文.md", "B/x.md")
    assert found(tmp_path) == ["B/x.md", "a.markdown", "b.md", "c/d.MDX", "c/e.txt", "中文/文.md"]


def test_what_is_never_walked(tmp_path: Path) -> None:
    tree(
        tmp_path,
        *(
            "a.md",
            ".git/x.md",
            ".hidden/x.md",
            ".x.md",
            "node_modules/p/README.md",
            "venv/x.md",
            "env/lib/x.md",
        ),
        *("env/pyvenv.cfg", "b/__pycache__/x.md"),
    )
    assert found(tmp_path) == ["a.md"]


def test_files_are_taken_as_they_are_named(tmp_path: Path) -> None:
    tree(tmp_path, "a.rst", ".x.md", "node_modules/x.md")
    ignore(tmp_path / ".gitignore", "*")
    assert found(tmp_path, "a.rst", ".x.md", "node_modules/x.md") == ["a.rst", ".x.md", "node_modules/x.md"]


def test_a_skipped_directory_is_walked_if_it_is_named(tmp_path: Path) -> None:
    tree(tmp_path, ".hidden/x.md")
    assert found(tmp_path, ".hidden") == [".hidden/x.md"]


def test_nothing_is_found_twice(tmp_path: Path) -> None:
    tree(tmp_path, "a/b.md", "c.md")
    assert found(tmp_path, "a/b.md", ".", "a/../c.md") == ["a/b.md", "c.md"]


def test_paths_keep_the_form_they_were_given_in(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    tree(tmp_path, "a/b.md")
    monkeypatch.chdir(tmp_path)
    assert discover(["a"]) == [os.path.join("a", "b.md")]
    assert discover(["."]) == [os.path.join(".", "a", "b.md")]


def test_links(tmp_path: Path) -> None:
    tree(tmp_path, "a/b.md", "out/x.md")
    root = tmp_path / "a"
    (root / "loop").symlink_to(root, target_is_directory=True)
    (root / "elsewhere").symlink_to(tmp_path / "out", target_is_directory=True)
    (root / "file.md").symlink_to(tmp_path / "out" / "x.md")
    (root / "broken.md").symlink_to(tmp_path / "none.md")
    assert found(root) == ["b.md", "file.md"]
    assert [Path(name).name for name in discover([str(root / "elsewhere")])] == ["x.md"]


def test_ignore_files(tmp_path: Path) -> None:
    tree(
        tmp_path,
        "a.md",
        "b.md",
        "build/x.md",
        "docs/build/x.md",
        "docs/draft-1.md",
        "docs/keep.md",
        "docs/n/k.md",
    )
    ignore(tmp_path / ".gitignore", "# 注", "/build/", "draft-*", "k.md", "b.md")
    ignore(tmp_path / "docs" / ".gitignore", "!draft-1.md", "build")
    ignore(tmp_path / ".factcheckignore", "a.md", "!b.md")
    assert found(tmp_path) == ["b.md", "docs/draft-1.md", "docs/keep.md"]


def test_an_ignored_directory_is_not_entered(tmp_path: Path) -> None:
    tree(tmp_path, "a.md", "x/y.md")
    ignore(tmp_path / ".gitignore", "x/", "!x/y.md")
    assert found(tmp_path) == ["a.md"]


def test_ignore_files_above_count_within_a_repository(tmp_path: Path) -> None:
    tree(tmp_path, "r/docs/a.md", "r/docs/b.md", "r/docs/n/c.md")
    ignore(tmp_path / ".gitignore", "b.md")
    ignore(tmp_path / "r" / ".gitignore", "/docs/a.md")
    assert found(tmp_path, "r/docs") == ["r/docs/a.md", "r/docs/b.md", "r/docs/n/c.md"]
    (tmp_path / "r" / ".git").mkdir()
    assert found(tmp_path, "r/docs") == ["r/docs/b.md", "r/docs/n/c.md"]


def test_an_ignored_directory_that_is_named_is_walked(tmp_path: Path) -> None:
    tree(tmp_path, "build/a.md")
    (tmp_path / ".git").mkdir()
    ignore(tmp_path / ".gitignore", "build/")
    assert found(tmp_path, "build") == ["build/a.md"]


@pytest.mark.parametrize("names", [(), ("x.py", ".hidden/a.md")])
def test_a_directory_without_text(tmp_path: Path, names: tuple[str, ...]) -> None:
    tree(tmp_path, *names)
    with pytest.raises(FactcheckError, match=r"no file to scan .*\.md.* Name another"):
        discover([str(tmp_path)])


def test_a_missing_path(tmp_path: Path) -> None:
    with pytest.raises(FactcheckError, match=r"none\.md: no such file or directory\. Check"):
        discover([str(tmp_path / "none.md")])


def test_neither_file_nor_directory(tmp_path: Path) -> None:
    (tmp_path / "broken").symlink_to(tmp_path / "none")
    with pytest.raises(FactcheckError, match="neither a file nor a directory"):
        discover([str(tmp_path / "broken")])


@pytest.mark.skipif(os.name == "nt" or os.geteuid() == 0, reason="everything is readable for root")
def test_unreadable(tmp_path: Path) -> None:
    tree(tmp_path, "a.md", "d/b.md")
    (tmp_path / "a.md").chmod(0)
    (tmp_path / "d").chmod(0)
    try:
        with pytest.raises(FactcheckError, match=r"a\.md: cannot be read"):
            discover([str(tmp_path / "a.md")])
        with pytest.raises(FactcheckError, match="cannot be listed"):
            discover([str(tmp_path)])
    finally:
        (tmp_path / "d").chmod(0o755)


def test_pathspec_is_imported_only_for_an_ignore_file(tmp_path: Path) -> None:
    tree(tmp_path, "a.md")
    code = (
        "import sys; from factcheck.discovery import discover; "
        f"discover([{str(tmp_path)!r}]); print('pathspec' in sys.modules)"
    )
    run = [sys.executable, "-c", code]
    assert subprocess.run(run, capture_output=True, text=True, check=True).stdout == "False\n"
    ignore(tmp_path / ".gitignore", "x")
    assert subprocess.run(run, capture_output=True, text=True, check=True).stdout == "True\n"
