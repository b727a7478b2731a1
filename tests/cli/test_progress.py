"""The progress line: only for a person who waits, and gone at the end."""

from __future__ import annotations

import io

import pytest

from factcheck.cli import progress


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
