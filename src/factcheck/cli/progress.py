"""How far a long scan is, on standard error, for a person who waits."""

from __future__ import annotations

import sys
from time import monotonic
from types import TracebackType

from factcheck.document.position import display_width

_PATIENCE = 1.0
_INTERVAL = 0.1


class Progress:
    """Shows ``12/300 path`` on one line, once a second has passed; nothing where there is no terminal."""

    def __init__(self, total: int, quiet: bool) -> None:
        self._total = total
        self._done = 0
        self._shown = 0
        self._next = monotonic() + _PATIENCE
        self._active = not quiet and total > 1 and sys.stderr.isatty()

    def __enter__(self) -> Progress:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._draw("")

    def step(self, path: str) -> None:
        """Another file begins."""
        self._done += 1
        if self._active and monotonic() >= self._next:
            self._next = monotonic() + _INTERVAL
            self._draw(f"{self._done}/{self._total} {path[-60:]}")

    def _draw(self, text: str) -> None:
        if not text and not self._shown:
            return
        width = display_width(text)
        sys.stderr.write(f"\r{text}{' ' * max(0, self._shown - width)}" + ("" if text else "\r"))
        sys.stderr.flush()
        self._shown = width
