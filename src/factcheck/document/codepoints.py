"""UTF-8 byte offsets, in which the Markdown parser counts, to code points."""

from __future__ import annotations

import re

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable


def code_points(data: bytes, base: int = 0) -> Callable[[int], int]:
    """A function from byte offsets in ``data``, which is UTF-8, to code points counted from ``base``.

    Cheap for an offset near the one before, either way. Offsets must not be inside a character.
    """
    known, point = 0, base

    def at(byte: int) -> int:
        nonlocal known, point
        if byte > known:
            point += len(data[known:byte].decode())
            known = byte
        elif byte < known:
            point -= len(data[byte:known].decode())
            known = byte
        return point

    return at


def encodable(source: str) -> tuple[str, bytes]:
    """A text and its UTF-8. Lone surrogates, which have none, become replacement characters, one for one."""
    try:
        return source, source.encode()
    except UnicodeEncodeError:
        source = re.sub("[\ud800-\udfff]", "\ufffd", source)
        return source, source.encode()
