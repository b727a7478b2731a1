"""Regular expressions compiled once for many runs.

``re`` translates an expression into the numbers that its engine runs on, in Python, at a quarter of a millisecond each:
a quarter of a cold scan. Here those numbers are kept for exactly this interpreter: in the package, if it was built with
it, and else in the user's cache. The engine (``_sre``) checks what it is given; and whatever is missing, damaged or
unlike what is expected of the interpreter is compiled by ``re`` as ever. A pattern so made equals the one of ``re``.
"""

from __future__ import annotations

import marshal
import os
import re
import sys
from array import array
from collections.abc import Iterable, Iterator, Sequence
from contextlib import suppress
from functools import cache, cached_property
from importlib import import_module
from typing import NamedTuple
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
    code: list[int]

    def pattern(self, source: str) -> re.Pattern[str]:
        """Raises whatever the engine has against it."""
        names: list[str | None] = [None] * (self.groups + 1)
        for name, number in self.names.items():
            names[number] = name
        made: re.Pattern[str] = import_module("_sre").compile(
            source, self.flags, self.code, self.groups, self.names, tuple(names)
        )
        return made


def translated(source: str, flags: int = 0) -> Program:
    """The program of an expression. Raises re.error; ImportError or AttributeError if ``re`` is made otherwise here."""
    parsed = import_module("re._parser").parse(source, flags)
    code = import_module("re._compiler")._code(parsed, flags)
    state = parsed.state
    # plain numbers: some are constants with names, which cannot be written down
    return Program(
        int(flags | state.flags), state.groups - 1, dict(state.groupdict), [int(each) for each in code]
    )


class Expressions:
    """The expressions of a file that was shipped and of one that is added to; without the latter, nothing is kept."""

    def __init__(self, path: str = "", shipped: str = "") -> None:
        self._path = path
        self._shipped = Programs.read(shipped) if shipped else Programs()
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
        everything = {**dict(self._kept), **self._new}
        packed = _packed((everything if len(everything) <= MOST else self._new).items())
        self._kept, self._new = Programs.of(packed), {}
        with suppress(OSError):
            write_atomically(self._path, packed)

    @cached_property
    def _kept(self) -> Programs:
        return Programs.read(self._path) if self._path else Programs()


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
    """A line with the number of programs and a checksum of the table; the table; the programs.

    A row of the table holds four 32-bit numbers: the checksum of a key, where its program starts and ends, the checksum of that
    stretch. A program is the key and its parts as ``marshal`` writes them, which is read fastest; the file is for one interpreter
    anyway, and nothing is decoded whose checksum is wrong.
    """
    table, records, start = array("I"), [], 0
    for key, program in programs:
        record = marshal.dumps((key, *program))
        table.extend((crc32(_bytes(key)), start, start + len(record), crc32(record)))
        records.append(record)
        start += len(record)
    rows = table.tobytes()
    return b"%d %d\n" % (len(records), crc32(rows)) + rows + b"".join(records)


class Programs:
    """The programs of a file, each decoded when it is asked for: a run needs a fifth of them."""

    def __init__(self, table: Sequence[int] = (), records: bytes = b"") -> None:
        self._table = table
        self._records = records
        self._rows = dict(zip(table[::_COLUMNS], range(0, len(table), _COLUMNS), strict=True))

    @classmethod
    def read(cls, path: str) -> Programs:
        """Those of a file; none if it is not there, damaged or of another kind."""
        try:
            with open(path, "rb") as file:
                return cls.of(file.read())
        except OSError:
            return cls()

    @classmethod
    def of(cls, data: bytes) -> Programs:
        """Those of what ``_packed`` gave; none if it is damaged."""
        head, _, rest = data.partition(b"\n")
        table = array("I")
        try:
            count, checksum = map(int, head.split())
            end = count * _COLUMNS * table.itemsize
            if crc32(rest[:end]) != checksum:
                return cls()
            table.frombytes(rest[:end])
            return cls(table, rest[end:])
        except ValueError:
            return cls()

    def get(self, key: str) -> Program | None:
        """The program of an expression; None if there is none or it is damaged."""
        row = self._rows.get(crc32(_bytes(key)))
        found = None if row is None else self._at(row)
        return found[1] if found is not None and found[0] == key else None

    def __iter__(self) -> Iterator[tuple[str, Program]]:
        """All keys with their programs, as far as they are not damaged."""
        return (found for row in self._rows.values() if (found := self._at(row)) is not None)

    def _at(self, row: int) -> tuple[str, Program] | None:
        _, start, end, checksum = self._table[row : row + _COLUMNS]
        record = self._records[start:end]
        if crc32(record) != checksum:
            return None
        key, *parts = marshal.loads(record)
        return key, Program(*parts)


_COLUMNS = 4


def _bytes(text: str) -> bytes:
    return text.encode("utf-8", "surrogatepass")
