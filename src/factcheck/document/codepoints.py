"""UTF-8 byte offsets, in which the Markdown parser counts, to code points."""

from __future__ import annotations

import re


class CodePoints:
    """Converts byte offsets of one text. Cheap for an offset near the one before, either way."""

    __slots__ = ("_byte", "_data", "_point")

    def __init__(self, data: bytes, base: int = 0) -> None:
        """``data`` is the text in UTF-8, ``base`` the code point at which it begins."""
        self._data = data
        self._byte = 0
        self._point = base

    def at(self, byte: int) -> int:
        """The code point that begins at a byte offset, which must not be inside a character."""
        known = self._byte
        if byte > known:
            self._point += len(self._data[known:byte].decode())
        elif byte < known:
            self._point -= len(self._data[byte:known].decode())
        else:
            return self._point
        self._byte = byte
        return self._point


def encodable(source: str) -> tuple[str, bytes]:
    """A text and its UTF-8. Lone surrogates, which have none, become replacement characters, one for one."""
    try:
        return source, source.encode()
    except UnicodeEncodeError:
        source = re.sub("[\ud800-\udfff]", "\ufffd", source)
        return source, source.encode()
