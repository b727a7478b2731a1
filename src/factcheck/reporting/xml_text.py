"""Text in XML 1.0: escaped, and without the characters that no XML file can hold."""

from __future__ import annotations

import re
from collections.abc import Mapping

DECLARATION = '<?xml version="1.0" encoding="utf-8"?>\n'

_ILLEGAL = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_ESCAPES = {"&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "\t": "&#9;", "\n": "&#10;", "\r": "&#13;"}
_SPECIAL = re.compile('[&<>"\t\n\r]')


def escaped(text: str) -> str:
    """For attributes and content alike: line ends and tabs as references, as attributes would lose them."""
    return _SPECIAL.sub(lambda match: _ESCAPES[match.group()], _ILLEGAL.sub("", text))


def tag(name: str, attributes: Mapping[str, object], end: str = ">") -> str:
    """An opening tag, or with ``end="/>"`` an empty element."""
    written = "".join(f' {key}="{escaped(str(value))}"' for key, value in attributes.items())
    return f"<{name}{written}{end}"
