"""Markdown that knows where it stands in a source of another format."""

from __future__ import annotations

import pytest

from factcheck.document.projection import Projection, ProjectionBuilder

SOURCE = "<b>甲&amp;乙</b>丙"


@pytest.fixture
def projection() -> Projection:
    builder = ProjectionBuilder(SOURCE)
    builder.mark("**")
    builder.take_prose(3, 4)
    builder.prose("&", 4, 9)
    builder.take(9, 10)
    builder.mark("**")
    builder.barrier()
    builder.take(14, 15)
    return builder.build(str.upper)


def test_text_and_places(projection: Projection) -> None:
    assert projection.text == "**甲\\&乙**丙"
    assert projection.span(2, 6) == (3, 10)
    assert SOURCE[slice(*projection.span(4, 5))] == "&amp;"
    assert projection.span(2, 9) == (3, 15)
    assert projection.span(9, 9) == (len(SOURCE), len(SOURCE))
    assert projection.span(0, 0) == (0, 0)
    assert projection.escape("a") == "A"


@pytest.mark.parametrize(
    ("edit", "span"),
    [
        ((2, 3), (3, 4)),
        ((4, 6), (4, 10)),
        ((0, 3), (3, 4)),  # marks at its ends do not matter
        ((2, 5), None),  # but those inside do
        ((5, 9), None),  # it would reach over </b>
        ((8, 9), (14, 15)),
    ],
)
def test_edits(projection: Projection, edit: tuple[int, int], span: tuple[int, int] | None) -> None:
    assert projection.edit_span(*edit) == span


@pytest.mark.parametrize(
    ("text", "written"),
    [
        ("# 一", "\\# 一"),
        ("1. 一", "1\\. 一"),
        ("- 一", "\\- 一"),
        ("a_b|c", "a\\_b\\|c"),
        ("一 # 二", "一 # 二"),
    ],
)
def test_prose_is_no_mark_up(text: str, written: str) -> None:
    builder = ProjectionBuilder(text)
    builder.take_prose(0, len(text))
    assert builder.build().text == written
