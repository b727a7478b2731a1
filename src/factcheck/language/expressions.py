"""Regular expressions compiled once for many runs.

``re`` translates an expression into the numbers that its engine runs on, in Python, at a quarter of a millisecond each:
a quarter of a cold scan. Here those numbers are kept for exactly this interpreter: in the package, if it was built with
it, and else in the user's cache. The engine (``_sre``) checks what it is given; and whatever is missing, damaged or
unlike what is expected of the interpreter is compiled by ``re`` as ever. A pattern so made equals the one of ``re``.
"""

from __future__ import annotations

import json
import os
import re
import sys
from array import array
from collections.abc import Iterable, Sequence
from contextlib import suppress
from functools import cache, cached_property
from importlib import import_module
from typing import Any, NamedTuple
from zlib import crc32

from factcheck.knowledge.image import write_atomically
from factcheck.knowledge.locate import cache_directory, data_directory

MOST = 1000
"""Expressions that are kept; of more, only those that the last run compiled."""


class Program(NamedTuple):
    """What the engine needs for a pattern: its flags, number of groups, their names and numbers, its code."""

    flags: int
    groups: int
    names: dict[str, int]
    code: Sequence[int]

    def pattern(self, source: str) -> re.Pattern[str]:
        """Raises whatever the engine has against it."""
        names: list[str | None] = [None] * (self.groups + 1)
        for name, number in self.names.items():
            names[number] = name
        made: re.Pattern[str] = import_module("_sre").compile(
            source, self.flags, list(self.code), self.groups, self.names, tuple(names)
        )
        return made


def translated(source: str, flags: int = 0) -> Program:
    """The program of an expression. Raises re.error; ImportError or AttributeError if ``re`` is made otherwise here."""
    parsed = import_module("re._parser").parse(source, flags)
    code = import_module("re._compiler")._code(parsed, flags)
    state = parsed.state
    return Program(flags | state.flags, state.groups - 1, dict(state.groupdict), code)


class Expressions:
    """The expressions of a file that was shipped and of one that is added to; without the latter, nothing is kept."""

    def __init__(self, path: str = "", shipped: str = "") -> None:
        self._path = path
        self._shipped = _read(shipped) if shipped else {}
        self._new: dict[str, Program] = {}

    def compile(self, source: str, flags: int = 0) -> re.Pattern[str]:
        """As ``re.compile``."""
        key = _key(source, flags)
        known = self._shipped.get(key) or self._kept.get(key)
        if known is not None:
            with suppress(ImportError, AttributeError, RuntimeError, TypeError, ValueError, OverflowError):
                return known.pattern(source)
        if not self._path:
            return re.compile(source, flags)
        try:
            program = self._new[key] = translated(source, int(flags))
            return program.pattern(source)
        except (ImportError, AttributeError, RuntimeError, TypeError):
            self._new.pop(key, None)
            return re.compile(source, flags)

    def keep(self) -> None:
        """Write what this run has added; a cache that cannot be written costs time, not results."""
        if not self._new:
            return
        everything = {**self._kept, **self._new}
        self._kept, self._new = (everything if len(everything) <= MOST else self._new), {}
        with suppress(OSError):
            write_atomically(self._path, _packed(self._kept.items()))

    @cached_property
    def _kept(self) -> dict[str, Program]:
        return _read(self._path) if self._path else {}


def compile_expression(source: str, flags: int = 0) -> re.Pattern[str]:
    """As ``re.compile``, from the user's cache if possible."""
    return _of_user().compile(source, flags)


def keep_expressions() -> None:
    """Let the next run find what this one had to compile."""
    _of_user().keep()


def pack_expressions(expressions: Iterable[tuple[str, int]]) -> bytes:
    """The content of a file to ship, of sources and flags. Raises as ``translated``."""
    return _packed(
        (_key(source, flags), translated(source, flags)) for source, flags in sorted(set(expressions))
    )


def file_name() -> str:
    """What the file for this interpreter is called."""
    return f"{sys.implementation.cache_tag}-{sys.hexversion:08x}.expressions"


@cache
def _of_user() -> Expressions:
    if sys.implementation.name != "cpython":
        return Expressions()
    kept = os.path.join(cache_directory(), file_name())
    return Expressions(kept, os.path.join(data_directory(), file_name()))


def _key(source: str, flags: int) -> str:
    return f"{int(flags)} {source}"


def _packed(programs: Iterable[tuple[str, Program]]) -> bytes:
    """A line of JSON (a checksum of the rest, the programs without their code), then all code as 32-bit numbers."""
    rows: list[list[Any]] = []
    codes = array("I")
    for key, program in programs:
        rows.append([key, program.flags, program.groups, program.names, len(program.code)])
        codes.extend(program.code)
    index = json.dumps(rows, ensure_ascii=False).encode("utf-8", "surrogatepass")
    rest = index + b"\n" + codes.tobytes()
    return b"%d\n" % crc32(rest) + rest


def _read(path: str) -> dict[str, Program]:
    """The programs of a file; none if it is not there, damaged or of another kind."""
    try:
        with open(path, "rb") as file:
            checksum, _, rest = file.read().partition(b"\n")
        if int(checksum) != crc32(rest):
            return {}
        index, _, codes = rest.partition(b"\n")
        numbers = memoryview(codes).cast("I")
        known, start = {}, 0
        for key, flags, groups, names, count in json.loads(index.decode("utf-8", "surrogatepass")):
            known[key] = Program(flags, groups, names, numbers[start : start + count])
            start += count
        return known
    except (OSError, ValueError, TypeError):
        return {}
