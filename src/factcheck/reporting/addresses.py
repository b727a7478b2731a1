"""Paths as the consumers of reports want them: relative to the repository, with slashes, or as URIs."""

from __future__ import annotations

import os

_SAFE = "/-._~!$&'()*+=@"
"""Characters of a path that need no escape in a URI; a colon does, as ``a:b`` would read as a scheme."""


def relative_path(path: str, directory: str) -> str:
    """The path from a directory, with forward slashes; absolute if it is elsewhere."""
    relative = os.path.relpath(os.path.abspath(path), os.path.abspath(directory)).replace(os.sep, "/")
    if relative.startswith("../"):
        return os.path.abspath(path).replace(os.sep, "/")
    return relative


def relative_uri(path: str, directory: str) -> str:
    """The same, percent-encoded (UTF-8); a ``file:`` URI if it is elsewhere."""
    from urllib.parse import quote

    encoded = quote(os.fsencode(relative_path(path, directory)), safe=_SAFE)
    return encoded if not encoded.startswith("/") else f"file://{encoded}"
