import pytest
from hypothesis import given
from hypothesis import strategies as st

from factcheck.document.position import LineIndex, display_width, locate, utf8_length, utf16_length

SOURCE = "甲a\r\n😀b\té\n\n末"


def test_positions() -> None:
    index = locate(SOURCE)
    assert [index.position(offset) for offset in (0, 2, 4, 5, 7, 9, 10)] == [
        (1, 1), (1, 3), (2, 1), (2, 2), (2, 4), (3, 1), (4, 1),
    ]  # fmt: skip
    assert index.position(len(SOURCE)) == (4, 2)
    assert index.line_count == 4


def test_lines() -> None:
    index = LineIndex(SOURCE)
    assert [index.line_text(line) for line in range(1, 5)] == ["甲a", "😀b\té", "", "末"]
    assert index.line_span(2) == (4, 8)


def test_columns_of_other_protocols() -> None:
    index = LineIndex(SOURCE)
    offset = SOURCE.index("é")
    assert index.position(offset) == (2, 4)
    assert index.utf8_column(offset) == 7
    assert index.utf16_column(offset) == 5
    assert index.display_column(offset) == 9
    assert index.utf8_offset(offset) == len(SOURCE[:offset].encode())


def test_from_utf16() -> None:
    index = LineIndex(SOURCE)
    assert index.from_utf16(2, 1) == 4
    assert index.from_utf16(2, 2) == 4  # inside the pair
    assert index.from_utf16(2, 3) == 5
    assert index.from_utf16(2, 99) == 8


@pytest.mark.parametrize(
    ("text", "width"), [("abc", 3), ("中文", 4), ("e\u0301", 1), ("，a", 3), ("\ta", 9), ("😀", 2)]
)
def test_display_width(text: str, width: int) -> None:
    assert display_width(text) == width


@given(st.text(alphabet="a中😀\r\n\t\u0301", max_size=40))
def test_offset_and_position_are_inverse(source: str) -> None:
    index = LineIndex(source)
    for offset in range(len(source) + 1):
        line, column = index.position(offset)
        assert index.offset(line, column) == offset
        start, _ = index.line_span(line)
        assert index.utf8_column(offset) == utf8_length(source[start:offset]) + 1
        assert index.utf16_column(offset) == utf16_length(source[start:offset]) + 1
        assert index.line(offset) == line
    assert "".join(
        source[slice(*index.line_span(line))] for line in range(1, index.line_count + 1)
    ) == source.replace("\r", "").replace("\n", "")


def test_offsets_are_clipped() -> None:
    assert LineIndex("ab").offset(9, 9) == 2
    assert LineIndex("ab").offset(0, 0) == 0
