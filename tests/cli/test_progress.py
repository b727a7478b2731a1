"""The progress line: only for a person who waits, and gone at the end."""

from __future__ import annotations

import io
import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

from factcheck.cli import progress

from .helpers import SOURCES, factcheck

_ARTICLE = Path(__file__).parents[2] / "examples" / "mistakes.md"


class Terminal(io.StringIO):
    def isatty(self) -> bool:
        return True


def shown(monkeypatch: pytest.MonkeyPatch, stream: io.StringIO, seconds: float, quiet: bool = False) -> str:
    times = iter(index * seconds for index in range(100))
    monkeypatch.setattr(progress, "monotonic", lambda: next(times))
    monkeypatch.setattr("sys.stderr", stream)
    with progress.Progress(3, quiet) as bar:
        for path in ("很长的名字.md", "b.md", "c.md"):
            bar.step(path)
    return stream.getvalue()


def test_on_a_terminal_after_a_second(monkeypatch: pytest.MonkeyPatch) -> None:
    text = shown(monkeypatch, Terminal(), 2.0)
    lines = text.split("\r")
    assert lines[1] == "1/3 很长的名字.md"
    assert lines[2].rstrip() == "2/3 b.md"
    assert lines[-2].strip() == ""
    assert lines[-1] == ""


@pytest.mark.parametrize(
    ("stream", "seconds", "quiet"),
    [(io.StringIO, 2.0, False), (Terminal, 0.01, False), (Terminal, 2.0, True)],
)
def test_silent_otherwise(
    monkeypatch: pytest.MonkeyPatch, stream: type[io.StringIO], seconds: float, quiet: bool
) -> None:
    assert shown(monkeypatch, stream(), seconds, quiet) == ""


def articles(directory: Path, count: int) -> None:
    """As many articles as take a scan well over a second."""
    for index in range(count):
        (directory / f"第{index}篇.md").write_text(_ARTICLE.read_text("utf-8") * 2, "utf-8")


@pytest.mark.skipif(sys.platform == "win32", reason="no pseudo-terminals")
def test_the_process_shows_it_on_standard_error_alone_and_wipes_it(tmp_path: Path) -> None:
    articles(tmp_path, 80)
    ours, theirs = os.openpty()
    with subprocess.Popen(
        [
            sys.executable,
            "-m",
            "factcheck",
            "scan",
            "--isolated",
            "--no-cache",
            "--output-format",
            "json",
            ".",
        ],
        cwd=tmp_path,
        env={**os.environ, "PYTHONPATH": str(SOURCES), "LANG": "C.UTF-8"},
        stdout=subprocess.DEVNULL,
        stderr=theirs,
    ) as process:
        os.close(theirs)
        shown = b""
        while chunk := _read(ours):
            shown += chunk
    os.close(ours)
    assert process.returncode == 1
    steps = shown.decode().split("\r")
    assert re.fullmatch(r"\d+/80 \./第\d+篇\.md", steps[1].strip())
    assert steps[-2].strip() == steps[-1] == ""


def _read(terminal: int) -> bytes:
    """What is there, nothing once the process is gone (which Linux reports as an error)."""
    try:
        return os.read(terminal, 4096)
    except OSError:
        return b""


def test_the_process_shows_none_where_there_is_no_terminal(tmp_path: Path) -> None:
    articles(tmp_path, 20)
    done = factcheck("scan", "--isolated", "--no-cache", "--output-format", "json", ".", directory=tmp_path)
    assert (done.returncode, done.stderr) == (1, "")
