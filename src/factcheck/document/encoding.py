"""Bytes to text."""

from __future__ import annotations

from factcheck.errors import FactcheckError


def read_text(path: str) -> tuple[str, str]:
    """The text of a file without byte order mark, and the encoding to write it back in."""
    try:
        with open(path, "rb") as file:
            data = file.read()
    except OSError as error:
        raise FactcheckError(f"{path}: cannot be read: {error.strerror}") from error
    return decode(data, path)


def decode(data: bytes, path: str = "<bytes>") -> tuple[str, str]:
    """Decoded text without byte order mark, and the name of its encoding (``utf-8-sig`` with a mark)."""
    if data.startswith(b"\xef\xbb\xbf"):
        return data[3:].decode(), "utf-8-sig"
    return data.decode(), "utf-8"
