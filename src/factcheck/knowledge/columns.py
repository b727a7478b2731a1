"""Tables of an image that are looked at where they lie: a column of texts, and an index from texts to their numbers.

Opening one costs the same however large it is; so a scan does not pay for the names that its article does not hold.
"""

from __future__ import annotations

import sys
from array import array
from collections.abc import Iterable, Iterator, Sequence
from zlib import crc32


def pack_numbers(numbers: Iterable[int]) -> bytes:
    """Unsigned numbers of 32 bits, little-endian."""
    packed = array("I", numbers)
    if sys.byteorder != "little":
        packed.byteswap()
    return packed.tobytes()


def read_numbers(content: memoryview) -> Sequence[int]:
    """The numbers that ``pack_numbers`` wrote, without a copy where the machine has them so."""
    if sys.byteorder == "little":
        return content.cast("I")
    numbers = array("I", bytes(content))
    numbers.byteswap()
    return numbers


class Texts:
    """A column of texts, each decoded when it is asked for by its number."""

    def __init__(self, content: memoryview) -> None:
        (count,) = read_numbers(content[:4])
        self._bounds = read_numbers(content[4 : 4 * (count + 2)])
        self._content = content[4 * (count + 2) :]

    def __len__(self) -> int:
        return len(self._bounds) - 1

    def __getitem__(self, number: int) -> str:
        return str(self._content[self._bounds[number] : self._bounds[number + 1]], "utf-8")

    def __iter__(self) -> Iterator[str]:
        return map(self.__getitem__, range(len(self)))


def pack_texts(texts: Sequence[str]) -> bytes:
    encoded = [text.encode() for text in texts]
    bounds = [0]
    for each in encoded:
        bounds.append(bounds[-1] + len(each))
    return pack_numbers([len(encoded), *bounds]) + b"".join(encoded)


class TextIndex:
    """Numbers by text. Only checksums of the texts are kept: rarely, a number of another text comes along."""

    def __init__(self, content: memoryview) -> None:
        (buckets,) = read_numbers(content[:4])
        self._mask = buckets - 1
        self._bounds = read_numbers(content[4 : 4 * (buckets + 2)])
        entries = read_numbers(content[4 * (buckets + 2) :])
        self._sums, self._numbers = entries[: len(entries) // 2], entries[len(entries) // 2 :]

    def find(self, texts: Iterable[str]) -> list[int]:
        """The numbers of these texts, each once, sorted. None that is kept holds the character NUL."""
        found: set[int] = set()
        mask, bounds, sums = self._mask, self._bounds, self._sums  # called with thousands of texts
        for checksum in map(crc32, "\0".join(texts).encode("utf-8", "surrogatepass").split(b"\0")):
            bucket = checksum & mask
            first, last = bounds[bucket], bounds[bucket + 1]
            if first < last:
                found.update(self._numbers[place] for place in range(first, last) if sums[place] == checksum)
        return sorted(found)


def pack_index(entries: Iterable[tuple[str, int]]) -> bytes:
    """An index of texts with their numbers; a text may have several."""
    rows = sorted({(crc32(text.encode()), number) for text, number in entries})
    buckets = 1
    while buckets < 2 * len(rows):
        buckets *= 2
    rows.sort(key=lambda row: (row[0] & (buckets - 1), row))
    bounds = [0] * (buckets + 1)
    for checksum, _ in rows:
        bounds[(checksum & (buckets - 1)) + 1] += 1
    for bucket in range(buckets):
        bounds[bucket + 1] += bounds[bucket]
    return pack_numbers([buckets, *bounds, *(row[0] for row in rows), *(row[1] for row in rows)])
