"""The compiled knowledge base: one data-only file, mapped into memory, decoded where it is looked at.

Layout (little-endian): a header, a table of sections, the sections. Nothing in it is executed. A file that is
foreign, of another format version or cut short raises ``ImageError`` when it is opened; each section and each
entity carries a checksum that is compared when it is read.
"""

from __future__ import annotations

import json
import mmap
import os
import struct
import zlib
from collections.abc import Mapping, Sequence
from typing import Any

from factcheck.knowledge.columns import TextIndex, Texts, read_numbers
from factcheck.knowledge.problems import KnowledgeError

MAGIC = b"\x89FCKB\r\n\x1a"
FORMAT_VERSION = 3
SECTIONS = (
    "keys",  # texts: alias keys, sorted
    "key_index",  # index: key to its number
    "blocked",  # texts: keys in which no name must be seen
    "heads",  # index: how a key begins to its number; blocked ones count on behind the others
    "slips",  # index: Latin words as they are and short of one letter, to the number of the key
    "spans",  # uint32: alias i has targets spans[i]:spans[i + 1]
    "target_entities",  # uint32: entity index
    "target_names",  # uint32: name index
    "target_details",  # uint32: index into details
    "ids",  # texts: entity ids, sorted
    "id_index",  # index: entity id to its number
    "types",  # uint32: index into details' types
    "details",  # JSON: types, distinct (shared, common, variant, status, from, until)
    "entity_spans",  # uint32: entity i is entities[entity_spans[i]:entity_spans[i + 1]]
    "entity_sums",  # uint32: checksum of each entity
    "entities",  # JSON, one after the other
    "naming_spans",  # uint32: entity i is named by naming[naming_spans[i]:naming_spans[i + 1]]
    "naming",  # uint32: entity index
    "chip_architectures",  # JSON: what some hardware has as its architecture, sorted
    "ontology",  # JSON
    "vocabulary",  # JSON
    "apis",  # JSON: identifier to entity id
    "moved",  # JSON: [address, entity id, fact index]
    "papers",  # JSON: title key to entity id
)
_HEADER = struct.Struct(
    "<8sII32sIIIII"
)  # magic, version, sections, digest, four counts, checksum of the table
_ENTRY = struct.Struct("<QQI")  # offset, length, checksum


class ImageError(KnowledgeError):
    """A file that is not a usable compiled knowledge base."""


class Image:
    """An opened image; ``digest`` is the SHA-256 (hex) of what it was compiled from."""

    def __init__(self, data: bytes | mmap.mmap, name: str) -> None:
        self.name = name
        self._data = data
        self._view = memoryview(data)
        size = len(SECTIONS) * _ENTRY.size
        if len(data) < _HEADER.size + size or self._view[: len(MAGIC)] != MAGIC:
            raise ImageError(f"{name}: not a compiled knowledge base")
        _, version, sections, digest, *counts, checksum = _HEADER.unpack_from(data)
        if version != FORMAT_VERSION or sections != len(SECTIONS):
            raise ImageError(f"{name}: compiled by another version of factcheck (format {version})")
        table = self._view[_HEADER.size : _HEADER.size + size]
        self._compare(table, checksum, "table")
        self._table = dict(zip(SECTIONS, _ENTRY.iter_unpack(table), strict=True))
        offset, length, _ = self._table[SECTIONS[-1]]
        if offset + length != len(data):
            raise ImageError(f"{name}: the compiled knowledge base is cut short")
        self.digest = digest.hex()
        self.entity_count, self.fact_count, self.key_count, self.skipped = counts

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

    def texts(self, section: str) -> Texts:
        """A section of texts. Raises ImageError."""
        return Texts(self._section(section))

    def index(self, section: str) -> TextIndex:
        """A section that finds numbers by text. Raises ImageError."""
        return TextIndex(self._section(section))

    def numbers(self, section: str) -> Sequence[int]:
        """A section of unsigned 32-bit numbers. Raises ImageError."""
        return read_numbers(self._section(section))

    def json(self, section: str) -> Any:
        """A section of JSON, decoded. Raises ImageError."""
        return json.loads(bytes(self._section(section)))

    def record(self, section: str, start: int, stop: int, checksum: int) -> Any:
        """A part of a section of JSON records, decoded. Raises ImageError."""
        offset, _, _ = self._table[section]
        content = self._view[offset + start : offset + stop]
        self._compare(content, checksum, section)
        return json.loads(bytes(content))

    def _section(self, section: str) -> memoryview:
        offset, length, checksum = self._table[section]
        content = self._view[offset : offset + length]
        self._compare(content, checksum, section)
        return content

    def _compare(self, content: memoryview, checksum: int, section: str) -> None:
        if zlib.crc32(content) != checksum:
            raise ImageError(
                f"{self.name}: the compiled knowledge base is damaged ({section}); delete the file"
            )


def assemble(
    sections: Mapping[str, bytes], digest: str, entities: int, facts: int, keys: int, skipped: int
) -> bytes:
    """The bytes of an image. ``digest`` is 64 hexadecimal digits, ``skipped`` a number of problems."""
    table, body = bytearray(), bytearray()
    start = _HEADER.size + len(SECTIONS) * _ENTRY.size
    for name in SECTIONS:
        body += b"\0" * (-(start + len(body)) % 8)
        content = sections[name]
        table += _ENTRY.pack(start + len(body), len(content), zlib.crc32(content))
        body += content
    counts = (entities, facts, keys, skipped, zlib.crc32(table))
    header = _HEADER.pack(MAGIC, FORMAT_VERSION, len(SECTIONS), bytes.fromhex(digest), *counts)
    return header + table + body


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
