"""HTML tags."""

from __future__ import annotations

import re

from factcheck.document.blocks import Span

TAG = r"</?([A-Za-z][A-Za-z0-9.:-]*)(?:\"[^\"]*\"|'[^']*'|[^'\"<>])*>"
_ATTRIBUTE = r"(?i)\b(href|src|alt)\s*=\s*(?:\"([^\"]*)\"|'([^']*)'|([^\s\"'>]+))"
INLINE_TAGS = frozenset({
    "a", "abbr", "b", "bdi", "bdo", "br", "cite", "code", "data", "del", "dfn", "em", "font", "i", "img", "ins", "kbd", "label", "mark", "q", "rb",
    "rp", "rt", "ruby", "s", "samp", "small", "span", "strike", "strong", "sub", "sup", "time", "tt", "u", "var", "wbr",
})  # fmt: skip
"""Tags within a paragraph; every other one ends the paragraph that it stands in."""


def attributes(tag: str) -> dict[str, tuple[str, Span]]:
    """``href``, ``src`` and ``alt`` of a tag: the value and its place within the tag."""
    found: dict[str, tuple[str, Span]] = {}
    for match in re.finditer(_ATTRIBUTE, tag):
        group = match.lastindex or 1
        found.setdefault(match.group(1).lower(), (match.group(group), match.span(group)))
    return found


def tag_name(tag: str) -> str:
    """The lower-case name of a tag, after ``/`` if it closes something; empty for what is no tag."""
    match = re.match(TAG, tag)
    if match is None:
        return ""
    return ("/" if tag.startswith("</") else "") + match.group(1).lower()
