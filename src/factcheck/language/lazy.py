"""Regular expressions that are compiled when they are first used.

Compiling costs about a third of a millisecond each; a cold scan uses only some of them.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING, Any, ClassVar

from factcheck.language.expressions import compile_expression

_METHODS = ("search", "match", "fullmatch", "finditer", "findall", "sub")


class LazyPattern:
    """A pattern with the methods of ``re.Pattern`` that this project uses: once compiled, they are those methods."""

    __slots__ = ("_flags", "_source", *_METHODS)

    written: ClassVar[list[tuple[str, int]]] = []
    """Source and flags of all that have been made, for a build that compiles them beforehand."""

    def __init__(self, source: str, flags: int = 0) -> None:
        self._source, self._flags = source, flags
        self.written.append((source, int(flags)))

    if TYPE_CHECKING:

        def search(self, text: str, start: int = 0, end: int = 2**31) -> re.Match[str] | None: ...

        def match(self, text: str, start: int = 0, end: int = 2**31) -> re.Match[str] | None: ...

        def fullmatch(self, text: str, start: int = 0, end: int = 2**31) -> re.Match[str] | None: ...

        def finditer(self, text: str, start: int = 0, end: int = 2**31) -> Iterator[re.Match[str]]: ...

        def findall(self, text: str) -> list[str]: ...

        def sub(self, replacement: str | Callable[[re.Match[str]], str], text: str) -> str: ...

    else:

        def __getattr__(self, name: str) -> Any:
            """Called for a method that is not there yet."""
            if name not in _METHODS:
                raise AttributeError(name)
            compiled = compile_expression(self._source, self._flags)
            for method in _METHODS:
                setattr(self, method, getattr(compiled, method))
            return getattr(self, name)
