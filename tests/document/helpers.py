"""What the tests of this package share."""

from __future__ import annotations

from itertools import pairwise

from factcheck.document.blocks import Block
from factcheck.document.document import Document, parse_document

MAPPED = {" ": "\r\n&", "\n": " \t\\\r<|\n", "\t": "|\r\n ", "^": "<"}
"""Characters of a text that may stand for mark-up, and how that begins in the source."""


def blocks_of(source: str) -> tuple[Block, ...]:
    return parse_document(source).blocks


def only(source: str) -> Block:
    """The one block of a source."""
    (block,) = blocks_of(source)
    return block


def texts(source: str) -> list[tuple[str, str]]:
    """Kind and text of every block."""
    return [(block.kind, block.text.text) for block in blocks_of(source)]


def assert_exact(document: Document) -> None:
    """Every character of every block is where its offset says, and every index and span is in range."""
    source = document.source
    for index, block in enumerate(document.blocks):
        text, offsets = block.text.text, block.text.offsets
        assert len(text) == len(offsets)
        for place, character in zip(offsets, text, strict=True):
            assert source[place] == character or source[place] in MAPPED.get(character, ""), (place, block)
        assert all(first < second for first, second in pairwise(offsets)), block
        assert 0 <= block.start <= block.end <= len(source)
        if offsets:
            assert block.start <= offsets[0], block
            assert offsets[-1] < block.end, block
        assert block.ordinal == index
        assert all(above < index for above in block.headings)
        assert block.parent is None or block.parent < index
        assert block.lead_in is None or block.lead_in < index
        for start, end in (*block.strong, *block.code_spans):
            assert 0 <= start < end <= len(text)
        for link in block.links:
            assert 0 <= link.source_span[0] <= link.source_span[1] <= len(source)
            assert link.text_span is None or 0 <= link.text_span[0] < link.text_span[1] <= len(text)
        if block.table is not None:
            cells = [*zip(block.table.header, block.table.header_spans, strict=True)]
            for row, spans in zip(block.table.rows, block.table.row_spans, strict=True):
                cells += zip(row, spans, strict=True)
            assert all(cell.text == text[start:end] for cell, (start, end) in cells)
    for comment in document.comments:
        assert source[comment.start : comment.start + 4] == "<!--"
        assert comment.end <= len(source)
