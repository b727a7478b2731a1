"""The compiled knowledge base: one data-only file, mapped into memory, decoded where it is looked at.

Layout (little-endian): a header, a table of sections, the sections. Nothing in it is executed; a file that
is cut short, foreign or of another format version raises ``ImageError``. The parts that every run reads
(names and their targets) carry a checksum; the others are checked by decoding them.
"""

from __future__ import annotations

import json
import mmap
import os
import struct
import sys
import zlib
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from factcheck.knowledge.problems import KnowledgeError

MAGIC = b"\x89FCKB\r\n\x1a"
FORMAT_VERSION = 1
SECTIONS = (
    "keys",  # alias keys, one a line, sorted
    "blocked",  # keys in which no name must be seen, one a line
    "spans",  # uint32: alias i has targets spans[i]:spans[i + 1]
    "target_entities",  # uint32: entity index
    "target_names",  # uint32: name index
    "target_details",  # uint32: index into details
    "ids",  # entity ids, one a line, sorted
    "types",  # uint32: index into details' types
    "details",  # JSON: types, distinct (shared, common, variant, status, from, until)
    "entity_spans",  # uint32: entity i is entities[entity_spans[i]:entity_spans[i + 1]]
    "entities",  # JSON, one after the other
    "ontology",  # JSON
    "vocabulary",  # JSON
    "apis",  # JSON: identifier to entity id
    "moved",  # JSON: [address, entity id, fact index]
    "papers",  # JSON: title key to entity id
)
EAGER = SECTIONS[:8]
_HEADER = struct.Struct(
    "<8sII32sIIIII"
)  # magic, version, sections, digest, entities, facts, keys, skipped, checksum
_ENTRY = struct.Struct("<QQ")  # offset, length


class ImageError(KnowledgeError):
    """A file that is not a usable compiled knowledge base."""


class Image:
    """An opened image; ``digest`` is the SHA-256 (hex) of what it was compiled from."""

    def __init__(self, data: bytes | mmap.mmap, name: str) -> None:
        self.name = name
        self._data = data
        self._view = memoryview(data)
        try:
            header = _HEADER.unpack_from(data)
            if header[0] != MAGIC:
                raise ImageError(f"{name}: not a compiled knowledge base")
            if header[1] != FORMAT_VERSION or header[2] != len(SECTIONS):
                raise ImageError(f"{name}: compiled by another version of factcheck (format {header[1]})")
            table = _ENTRY.iter_unpack(self._view[_HEADER.size : _HEADER.size + len(SECTIONS) * _ENTRY.size])
            self._table = dict(zip(SECTIONS, table, strict=True))
        except (struct.error, ValueError) as error:
            raise ImageError(f"{name}: not a compiled knowledge base") from error
        self.digest = header[3].hex()
        self.entity_count, self.fact_count, self.key_count, self.skipped = header[4:8]
        self._check(header[8])

    @classmethod
    def open(cls, path: str | os.PathLike[str]) -> Image:
        """Map a file into memory. Raises ImageError."""
        name = os.fspath(path)
        try:
            with open(name, "rb") as file:
                return cls(mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ), name)
        except ValueError as error:  # an empty file cannot be mapped
            raise ImageError(f"{name}: not a compiled knowledge base") from error
        except OSError as error:
            raise ImageError(f"{name}: cannot be read: {error.strerror or error}") from error

    def bytes(self, section: str, start: int = 0, stop: int | None = None) -> bytes:
        """The content of a section, or a part of it."""
        offset, length = self._table[section]
        return bytes(self._view[offset + start : offset + (length if stop is None else stop)])

    def lines(self, section: str) -> list[str]:
        """A section of lines."""
        content = self.bytes(section)
        return content.decode("utf-8").split("\n") if content else []

    def numbers(self, section: str) -> Sequence[int]:
        """A section of unsigned 32-bit numbers."""
        if sys.byteorder == "little":
            offset, length = self._table[section]
            return self._view[offset : offset + length].cast("I")
        content = self.bytes(section)
        return struct.unpack(f"<{len(content) // 4}I", content)

    def json(self, section: str, start: int = 0, stop: int | None = None) -> Any:
        """A section of JSON, or a part of it, decoded. Raises ImageError."""
        try:
            return json.loads(self.bytes(section, start, stop))
        except ValueError as error:
            raise ImageError(f"{self.name}: the compiled knowledge base is damaged ({section})") from error

    def _check(self, checksum: int) -> None:
        offset, length = self._table[SECTIONS[-1]]
        if offset + length != len(self._data):
            raise ImageError(f"{self.name}: the compiled knowledge base is cut short")
        first, _ = self._table[EAGER[0]]
        last, size = self._table[EAGER[-1]]
        if zlib.crc32(self._view[first : last + size]) != checksum:
            raise ImageError(f"{self.name}: the compiled knowledge base is damaged")


def assemble(
    sections: Mapping[str, bytes], digest: str, entities: int, facts: int, keys: int, skipped: int
) -> bytes:
    """The bytes of an image. ``digest`` is 64 hexadecimal digits, ``skipped`` a number of problems."""
    table, body = [], bytearray()
    start = _HEADER.size + len(SECTIONS) * _ENTRY.size
    eager = 0
    for name in SECTIONS:
        body += b"\0" * (-(start + len(body)) % 8)
        if name == SECTIONS[0]:
            begin = len(body)
        table.append(_ENTRY.pack(start + len(body), len(sections[name])))
        body += sections[name]
        if name == EAGER[-1]:
            eager = zlib.crc32(bytes(body[begin:]))
    header = _HEADER.pack(
        MAGIC, FORMAT_VERSION, len(SECTIONS), bytes.fromhex(digest), entities, facts, keys, skipped, eager
    )
    return b"".join((header, *table, body))


def pack_lines(lines: Iterable[str]) -> bytes:
    return "\n".join(lines).encode("utf-8")


def pack_numbers(numbers: Sequence[int]) -> bytes:
    return struct.pack(f"<{len(numbers)}I", *numbers)


def pack_json(value: Any) -> bytes:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":")).encode("utf-8")


def write_atomically(path: str | os.PathLike[str], content: bytes) -> None:
    """Write a file so that a reader sees the old or the new content, never a part. Raises OSError."""
    name = os.fspath(path)
    os.makedirs(os.path.dirname(name) or ".", exist_ok=True)
    temporary = f"{name}.{os.getpid()}.tmp"
    try:
        with open(temporary, "wb") as file:
            file.write(content)
        os.replace(temporary, name)
    except OSError:
        if os.path.exists(temporary):
            os.unlink(temporary)
        raise
