import pytest

from factcheck.document.blocks import Block
from factcheck.document.document import parse_document

from .helpers import assert_exact, blocks_of, only

TABLE = """\
表 1：模型

| 模型 | 机构 | 参数 |
| :-- | --- | ---: |
| **BERT** | [谷歌](http://g.co) | 3.4亿 |
| `a\\|b` | x \\| y | |
| 短行 |
"""


def rows(block: Block) -> list[list[str]]:
    assert block.table is not None
    return [[cell.text for cell in row] for row in (block.table.header, *block.table.rows)]


def test_cells() -> None:
    caption, table = blocks_of(TABLE)
    assert caption.kind == "paragraph"
    assert (table.kind, table.lead_in) == ("table", 0)
    assert rows(table) == [
        ["模型", "机构", "参数"],
        ["BERT", "谷歌", "3.4亿"],
        ["a|b", "x | y", ""],
        ["短行", "", ""],
    ]
    assert_exact(parse_document(TABLE))


def test_marks_are_in_the_coordinates_of_the_block() -> None:
    table = blocks_of(TABLE)[1]
    text = table.text.text
    assert [text[start:end] for start, end in table.strong] == ["BERT"]
    assert [text[start:end] for start, end in table.code_spans] == ["a|b"]
    (link,) = table.links
    assert (link.url, link.text_span and text[slice(*link.text_span)]) == ("http://g.co", "谷歌")
    assert TABLE[slice(*link.source_span)] == "http://g.co"


def test_cells_know_their_place() -> None:
    table = blocks_of(TABLE)[1].table
    assert table is not None
    cell = table.rows[0][2]
    assert TABLE[slice(*cell.span(0, len(cell)))] == "3.4亿"


def test_a_table_without_outer_bars_and_with_line_breaks_in_cells() -> None:
    assert rows(only("a | b\n--|--\n1<br>2 | 3")) == [["a", "b"], ["1\n2", "3"]]


@pytest.mark.parametrize("newline", ["\n", "\r\n"])
def test_short_rows_do_not_eat_into_the_next(newline: str) -> None:
    source = newline.join(["a | b | c", "--|--|--", "甲", "乙|丙", "丁"])
    table = only(source)
    assert rows(table) == [["a", "b", "c"], ["甲", "", ""], ["乙", "丙", ""], ["丁", "", ""]]
    assert table.text.text == "a\tb\tc\n甲\n乙\t丙\n丁"
    assert_exact(parse_document(source))


def test_a_table_in_a_list_item() -> None:
    item, table = blocks_of("- 项\n\n  | a |\n  |---|\n  | 1 |\n")
    assert (table.parent, rows(table)) == (item.ordinal, [["a"], ["1"]])


def test_an_image_in_a_cell() -> None:
    table, caption = blocks_of("| a |\n|---|\n| ![图](u.png) x |\n")
    assert rows(table) == [["a"], ["x"]]
    assert (caption.kind, caption.text.text) == ("caption", "图")


def test_a_table_right_after_text_in_the_same_quote() -> None:
    quoted = blocks_of("> 表\n>\n> | a |\n> |---|\n> | 1 |\n")
    assert [(block.kind, block.quoted, block.lead_in) for block in quoted] == [
        ("paragraph", True, None),
        ("table", True, 0),
    ]
