"""What holds of every reader of another format."""

from __future__ import annotations

from factcheck.document.document import Document, parse_document

MARKUP = {" ", "\n", "\t", "^", "'"}
"""What may stand in a text for something else of the source: white space, breaks, raised digits."""


def read(source: str, name: str) -> Document:
    """A source in the format of a file name, checked for what holds of all."""
    document = parse_document(source, name)
    projection = document.projection
    assert projection is not None
    assert len(projection.text) == len(projection.starts) == len(projection.ends)
    assert list(projection.starts) == sorted(projection.starts)
    assert all(s <= e for s, e in zip(projection.starts, projection.ends, strict=True))
    assert all(e <= len(source) for e in projection.ends)
    return document


def texts(document: Document, kind: str = "") -> list[str]:
    """The texts of all blocks, or of those of a kind."""
    return [block.text.text for block in document.blocks if not kind or block.kind == kind]


def shown(source: str, document: Document, text: str) -> str:
    """What stands in the source where a document has a text."""
    assert document.projection is not None
    for block in document.blocks:
        place = block.text.text.find(text)
        if place >= 0:
            first, last = document.projection.span(*block.text.span(place, place + len(text)))
            return source[first:last]
    raise AssertionError(f"{text!r} is in no block")
