"""The newcomer's path of the README, walked to the letter: every block of it, in both languages."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
SECTIONS = {"README.md": "## 从零开始", "README.en.md": "## From nothing"}


def blocks(name: str) -> list[str]:
    """The shell blocks of the section, but the first, which installs."""
    text = (ROOT / name).read_text(encoding="utf-8")
    section = text[text.index(SECTIONS[name]) :]
    section = section[: section.index("\n## ", 1)]
    return re.findall(r"```sh\n(.*?)```", section, re.DOTALL)[1:]


def commands(block: str) -> list[tuple[str, int]]:
    """The commands of a block (here-documents whole), each with the exit status that it announces."""
    found = []
    for match in re.finditer(r"(?m)^[^\n]*<<'END'\n(?:.*\n)*?END$|^[^\n]+$", block):
        status = re.search(r"# → (\d)", match[0])
        found.append((match[0], int(status[1]) if status else 0))
    return found


@pytest.mark.parametrize("name", SECTIONS)
def test_first_steps(name: str, tmp_path: Path) -> None:
    (tmp_path / "bin").mkdir()
    for command, module in (("factcheck", "factcheck"), ("pre-commit", "pre_commit")):
        script = tmp_path / "bin" / command
        script.write_text(f'#!/bin/sh\nexec "{sys.executable}" -m {module} "$@"\n')
        script.chmod(0o755)
    environment = {
        **{key: value for key, value in os.environ.items() if not key.startswith("GIT_")},
        "PATH": f"{tmp_path / 'bin'}{os.pathsep}{os.environ['PATH']}",
        "PYTHONPATH": str(ROOT / "src"),
        "PRE_COMMIT_HOME": str(tmp_path / "pre-commit"),
        "GIT_CONFIG_GLOBAL": os.devnull,
        **{
            f"GIT_{who}_{what}": "x@example.com"
            for who in ("AUTHOR", "COMMITTER")
            for what in ("NAME", "EMAIL")
        },
        "LC_ALL": "C.UTF-8",
    }
    lines = ["exec 2>&1"]
    wanted = []
    for block in blocks(name):
        for command, status in commands(block):
            lines += [command, 'echo "@@$?"']
            wanted.append(status)
    done = subprocess.run(
        ["bash", "-c", "\n".join(lines)], cwd=tmp_path, capture_output=True, text=True, env=environment
    )
    statuses = [int(status) for status in re.findall(r"@@(\d+)", done.stdout)]
    assert statuses == wanted, done.stdout
    outputs = re.split(r"@@\d+\n", done.stdout)
    assert outputs[3].count(": FC") == 3
    assert "MY101" in outputs[-2]
    mended = (tmp_path / "my-docs" / "intro.md").read_text(encoding="utf-8")
    assert "GPT-3的参数量达到1750亿。" in mended
