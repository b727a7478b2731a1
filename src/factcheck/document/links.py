"""Where addresses stand in the source."""

from __future__ import annotations

import re

from factcheck.document.blocks import Link, Span
from factcheck.document.codepoints import code_points, encodable
from factcheck.document.text import Text

# An address in prose ends before Chinese text: only characters that URLs are written in.
URL = re.compile(r"(?:https?://|www\.)[\w\-.~:/?#\[\]@!$&'()*+,;=%]{1,2000}", re.ASCII)
_CLOSING = {")": "(", "]": "["}


def may_hold_url(text: str, start: int = 0, end: int | None = None) -> bool:
    """A quick test that spares most texts the search for `URL`."""
    return text.find("://", start, end) >= 0 or text.find("www.", start, end) >= 0


def bare_links(text: Text, links: list[Link]) -> list[Link]:
    """Addresses written out in prose, outside the words of other links."""
    taken = sorted(link.text_span for link in links if link.text_span is not None)
    found, next_taken = [], 0
    for match in URL.finditer(text.text):
        start, url = match.start(), _trimmed(match.group())
        while next_taken < len(taken) and taken[next_taken][1] <= start:
            next_taken += 1
        in_link = next_taken < len(taken) and taken[next_taken][0] <= start
        if url and not in_link:
            end = start + len(url)
            found.append(Link(url, text.span(start, end), (start, end), "bare"))
    return found


def _trimmed(url: str) -> str:
    """An address without the punctuation of the sentence that it stands in; empty if that is no address."""
    while url and (url[-1] in ".,;:!?'*_~" or _unopened(url)):
        url = url[:-1]
    return url if "." in url or "localhost" in url else ""


def _unopened(url: str) -> bool:
    opening = _CLOSING.get(url[-1])
    return opening is not None and url.count(url[-1]) > url.count(opening)


def inline_destination(source: str, url: str, after: int, end: int) -> Span:
    """The place of the address of an inline link that ends at ``end`` and whose words end at ``after``."""
    place = source.find("](", after, end) + 2
    while place < end and source[place] in " \t\r\n":
        place += 1
    angle = source[place : place + 1] == "<"
    place += angle
    if source.startswith(url, place):
        return place, place + len(url)
    stop = place  # written with escapes or entities
    while stop < end - 1 and not (source[stop] == ">" if angle else source[stop].isspace()):
        stop += 1
    return place, stop


class Definitions:
    """The places of the addresses of link reference definitions; read only when a link needs them."""

    __slots__ = ("_base", "_places", "_source")

    def __init__(self, source: str, base: int) -> None:
        """``base`` is where the Markdown begins, after the front matter."""
        self._source = source
        self._base = base
        self._places: dict[str, Span] | None = None

    def place(self, label: str, url: str) -> Span | None:
        """The place of the address that ``label`` stands for; None if there is no such definition."""
        if self._places is None:
            self._places = self._read()
        span = self._places.get(_key(label))
        if span is None:
            return None
        first = self._source.find(url, *span)
        return (first, first + len(url)) if first >= 0 else span

    def _read(self) -> dict[str, Span]:
        from pyromark import reference_definitions

        text, data = encodable(self._source[self._base :])
        at = code_points(data, self._base)
        found: dict[str, Span] = {}
        for label, definition in reference_definitions(text).items():
            start, end = at(definition["span"]["start"]), at(definition["span"]["end"])
            colon = self._source.find("]:", start, end)
            found[_key(label)] = (max(colon + 2, start), end)
        return found


def _key(label: str) -> str:
    return " ".join(label.split()).casefold()
