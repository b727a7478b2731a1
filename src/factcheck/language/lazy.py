"""Regular expressions that are compiled when they are first used.

Compiling costs about a third of a millisecond each; a cold scan uses only some of them.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from typing import ClassVar

from factcheck.language.expressions import compile_expression


class LazyPattern:
    """A pattern with the methods of ``re.Pattern`` that this project uses."""

    __slots__ = ("_compiled", "_flags", "_source")

    written: ClassVar[list[tuple[str, int]]] = []
    """Source and flags of all that have been made, for a build that compiles them beforehand."""

    def __init__(self, source: str, flags: int = 0) -> None:
        self._source, self._flags = source, flags
        self.written.append((source, int(flags)))
        self._compiled: re.Pattern[str] | None = None

    @property
    def _regex(self) -> re.Pattern[str]:
        if self._compiled is None:
            self._compiled = compile_expression(self._source, self._flags)
        return self._compiled

    def search(self, text: str, start: int = 0, end: int = 2**31) -> re.Match[str] | None:
        return self._regex.search(text, start, end)

    def match(self, text: str, start: int = 0, end: int = 2**31) -> re.Match[str] | None:
        return self._regex.match(text, start, end)

    def fullmatch(self, text: str, start: int = 0, end: int = 2**31) -> re.Match[str] | None:
        return self._regex.fullmatch(text, start, end)

    def finditer(self, text: str, start: int = 0, end: int = 2**31) -> Iterator[re.Match[str]]:
        return self._regex.finditer(text, start, end)

    def findall(self, text: str) -> list[str]:
        return self._regex.findall(text)

    def sub(self, replacement: str | Callable[[re.Match[str]], str], text: str) -> str:
        return self._regex.sub(replacement, text)
