"""Real git repositories for tests."""

from __future__ import annotations

import os
import subprocess
from pathlib import Path

IDENTITY = ("-c", "user.name=x", "-c", "user.email=x@example.com", "-c", "commit.gpgsign=false")


def git(directory: Path, *arguments: str, check: bool = True) -> subprocess.CompletedProcess[str]:
    """Run git as nobody in particular, whatever is configured on this machine."""
    environment = {
        **os.environ,
        "GIT_CONFIG_GLOBAL": os.devnull,
        "GIT_CONFIG_NOSYSTEM": "1",
        "LC_ALL": "C.UTF-8",
    }
    return subprocess.run(
        ["git", *IDENTITY, *arguments],
        cwd=directory, check=check, capture_output=True, text=True, env=environment,
    )  # fmt: skip


def repository(directory: Path) -> Path:
    """A repository of what is in a directory, with one commit."""
    directory.mkdir(exist_ok=True)
    git(directory, "init", "-q", "-b", "main")
    commit(directory, "first")
    return directory


def commit(directory: Path, message: str = "more") -> None:
    """Commit everything."""
    git(directory, "add", "-A")
    git(directory, "commit", "-q", "--no-verify", "--allow-empty", "-m", message)
