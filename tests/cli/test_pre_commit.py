"""The hooks, run by pre-commit itself in real git repositories; nothing is fetched or installed."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest
import yaml

from .helpers import RIGHT, SOURCES, WRONG
from .repository import commit, git, repository

ROOT = Path(__file__).parents[2]
MANIFEST = ".pre-commit-hooks.yaml"
STALE = "谷歌发布了BERT。<!-- factcheck: ignore[wrong-date] 旧 -->\n"
MENDED = "谷歌发布了BERT。\n"


@pytest.fixture(scope="module")
def hooks(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """This project as pre-commit sees it: a repository with a manifest."""
    directory = tmp_path_factory.mktemp("hooks")
    (directory / MANIFEST).write_bytes((ROOT / MANIFEST).read_bytes())
    return repository(directory)


@pytest.fixture
def work(tmp_path: Path, hooks: Path) -> Path:
    """A user's repository that uses both hooks, and an environment in which factcheck is installed."""
    bin_directory = tmp_path / "bin"
    bin_directory.mkdir()
    command = bin_directory / "factcheck"
    command.write_text(f'#!/bin/sh\nPYTHONPATH="{SOURCES}" exec "{sys.executable}" -m factcheck "$@"\n')
    command.chmod(0o755)
    directory = tmp_path / "work"
    directory.mkdir()
    revision = git(hooks, "rev-parse", "HEAD").stdout.strip()
    # language: system instead of python, so that no environment has to be installed
    chosen = [{"id": "factcheck-fix", "language": "system"}, {"id": "factcheck", "language": "system"}]
    config = {"repos": [{"repo": str(hooks), "rev": revision, "hooks": chosen}]}
    (directory / ".pre-commit-config.yaml").write_text(yaml.safe_dump(config))
    return repository(directory)


def pre_commit(work: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-m", "pre_commit", *arguments],
        cwd=work, capture_output=True, text=True, env=environment(work),
    )  # fmt: skip


def environment(work: Path) -> dict[str, str]:
    return {
        **{name: value for name, value in os.environ.items() if not name.startswith("GIT_")},
        "PATH": f"{work.parent / 'bin'}{os.pathsep}{os.environ['PATH']}",
        "PRE_COMMIT_HOME": str(work.parent / "pre-commit"),
        "GIT_CONFIG_GLOBAL": os.devnull,
        "LC_ALL": "C.UTF-8",
    }


def write(work: Path, **texts: str) -> None:
    for name, text in texts.items():
        (work / f"{name}.md").write_text(text, encoding="utf-8")


def test_the_manifest_is_valid() -> None:
    done = subprocess.run(
        [sys.executable, "-m", "pre_commit", "validate-manifest", str(ROOT / MANIFEST)], capture_output=True
    )
    assert done.returncode == 0, done.stdout


def test_finds_then_fixes_then_passes(work: Path) -> None:
    write(work, a=STALE, b=RIGHT, **{"名 字": STALE})
    (work / "c.py").write_text("# OpenAI推出了BERT模型。\n", encoding="utf-8")
    git(work, "add", "-A")
    first = pre_commit(work, "run")
    assert first.returncode == 1
    assert "files were modified by this hook" in first.stdout
    assert (work / "a.md").read_text(encoding="utf-8") == MENDED
    assert (work / "名 字.md").read_text(encoding="utf-8") == MENDED
    git(work, "add", "-A")
    second = pre_commit(work, "run")
    assert second.returncode == 0, second.stdout
    assert second.stdout.count("Passed") == 2


def test_what_cannot_be_fixed_is_shown(work: Path) -> None:
    write(work, a=WRONG, b=RIGHT)
    git(work, "add", "-A")
    done = pre_commit(work, "run", "factcheck")
    assert done.returncode == 1
    assert "a.md:3:7: FC101 wrong-attribution" in done.stdout
    assert "b.md" not in done.stdout


def test_renamed_and_deleted_files(work: Path) -> None:
    write(work, a=RIGHT, b=WRONG, c=WRONG)
    commit(work)
    git(work, "mv", "a.md", "renamed.md")
    git(work, "rm", "-q", "b.md")
    done = pre_commit(work, "run")
    assert done.returncode == 0, done.stdout
    git(work, "mv", "c.md", "d.md")
    done = pre_commit(work, "run", "factcheck")
    assert (done.returncode, "d.md:3:7: FC101" in done.stdout) == (1, True)


def test_all_files(work: Path) -> None:
    write(work, **{f"a{number}": WRONG for number in range(30)})
    commit(work)
    assert pre_commit(work, "run", "factcheck").returncode == 0  # nothing is staged
    done = pre_commit(work, "run", "factcheck", "--all-files")
    assert done.returncode == 1
    assert done.stdout.count("FC101") == 30


def test_excluded_files_stay_so_though_they_are_named(work: Path) -> None:
    write(work, a=WRONG)
    (work / "factcheck.toml").write_text('exclude = ["a.md"]\n')
    git(work, "add", "-A")
    assert pre_commit(work, "run", "factcheck", "--all-files").returncode == 0


def test_an_installed_hook_stops_a_commit(work: Path) -> None:
    assert pre_commit(work, "install").returncode == 0
    write(work, a=WRONG)
    git(work, "add", "-A")
    refused = subprocess.run(
        ["git", "-c", "user.name=x", "-c", "user.email=x@example.com", "commit", "-m", "x"],
        cwd=work, capture_output=True, text=True, env=environment(work),
    )  # fmt: skip
    assert (refused.returncode, "FC101" in refused.stderr) == (1, True)
    write(work, a=RIGHT)
    git(work, "add", "-A")
    accepted = subprocess.run(
        ["git", "-c", "user.name=x", "-c", "user.email=x@example.com", "commit", "-m", "x"],
        cwd=work, capture_output=True, text=True, env=environment(work),
    )  # fmt: skip
    assert accepted.returncode == 0, accepted.stderr


def test_the_hook_that_init_writes(work: Path) -> None:
    (work / ".pre-commit-config.yaml").unlink()
    done = subprocess.run(["factcheck", "init"], cwd=work, capture_output=True, env=environment(work))
    assert done.returncode == 0, done.stderr
    assert pre_commit(work, "validate-config").returncode == 0
    write(work, a=WRONG)
    git(work, "add", "-A")
    done_hook = pre_commit(work, "run")
    assert (done_hook.returncode, "FC101" in done_hook.stdout) == (1, True)
    write(work, a=RIGHT)
    git(work, "add", "-A")
    assert pre_commit(work, "run").returncode == 0
