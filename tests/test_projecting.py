"""Findings put where they stand in a file that is not Markdown."""

from __future__ import annotations

from dataclasses import replace

from factcheck.document.document import Document, parse_document
from factcheck.findings import ClaimSummary, Edit, FileReport, Finding, Fix, Place, Related, Summary
from factcheck.projecting import in_file

SOURCE = "<h1>题</h1>\n<p>谷<b>歌</b>发布\nBERT &amp; 甲</p>\n"


def place(document: Document, text: str, end: bool = False) -> Place:
    offset = document.source.index(text) + (len(text) if end else 0)
    return Place(0, 0, offset)


def finding(document: Document, text: str, old: str, new: str) -> Finding:
    start, end = place(document, text), place(document, text, end=True)
    edit = Edit(place(document, old).offset, place(document, old, end=True).offset, new)
    return Finding(
        path="a.html", rule="wrong-date", code="FC102", severity="error", verdict="contradicted",
        confidence="high", start=start, end=end, text=text, messages={"en": "m"},
        claim=ClaimSummary("s", "p", "v", "asserted", ""), expected="", fix=Fix("safe", (edit,)),
        related=(Related("a.html", start, end, "r"),),
    )  # fmt: skip


def test_places_edits_and_source() -> None:
    document = parse_document(SOURCE, "a.html")
    found = finding(document, "歌</b>发布\nBERT", "BERT", "A & B")
    report = in_file(document, FileReport("a.html", document.source, (found,), Summary(1)))
    assert report.source == SOURCE
    (moved,) = report.findings
    assert moved.text == SOURCE[moved.start.offset : moved.end.offset] == "歌</b>发布\nBERT"
    assert (moved.start.line, moved.start.column, moved.end.line, moved.end.column) == (2, 8, 3, 5)
    assert moved.related[0].start == moved.start
    assert moved.fix is not None
    (edit,) = moved.fix.edits
    assert (SOURCE[edit.start : edit.end], edit.text) == ("BERT", "A &amp; B")


def test_a_fix_that_would_break_the_file_is_dropped() -> None:
    document = parse_document(SOURCE, "a.html")
    found = finding(document, "谷<b>歌", "谷<b>歌", "百度")
    (moved,) = in_file(document, FileReport("a.html", document.source, (found,), Summary(1))).findings
    assert moved.fix is None


def test_markdown_is_left_alone() -> None:
    document = parse_document("谷歌发布BERT\n", "a.md")
    found = finding(document, "谷歌", "谷歌", "百度")
    report = FileReport("a.md", document.source, (replace(found, path="a.md"),), Summary(1))
    assert in_file(document, report) is report
