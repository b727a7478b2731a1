"""reStructuredText as a document: blocks, and where they stand."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from .helpers import read, shown, texts


def blocks(source: str) -> list[tuple[str, int, str]]:
    return [(block.kind, block.level, block.text.text) for block in read(source, "a.rst").blocks]


def test_sections() -> None:
    assert blocks("====\n书\n====\n\n一章\n====\n\n甲\n\n一节\n----\n乙\n\n二章\n=====\n") == [
        ("heading", 1, "书"), ("heading", 2, "一章"), ("paragraph", 0, "甲"),
        ("heading", 3, "一节"), ("paragraph", 0, "乙"), ("heading", 2, "二章"),
    ]  # fmt: skip


def test_inline_marks() -> None:
    source = (
        "见 `论文 <https://a.example/x_y>`_、:ref:`下一节 <x>`\\ 和 Python_ 的 ``a*b`` [1]_，\n"
        "**粗**\\ 体，*斜*，1 * 2，a_b。"
    )
    document = read(source, "a.rst")
    assert texts(document) == ["见 论文、下一节和 Python 的 a*b ，粗体，斜，1 * 2，a_b。"]
    assert shown(source, document, "体，斜") == "体，*斜"
    (block,) = document.blocks
    assert block.links[0].url == "https://a.example/x_y"
    assert [block.text.text[slice(*span)] for span in block.strong] == ["粗"]


def test_lists() -> None:
    source = "- 甲，\n  续\n\n  - 内\n\n    段\n- 乙\n\n#. 一\n#. 二\n\n术语\n  解释\n"
    assert blocks(source) == [
        ("list_item", 1, "甲，续"), ("list_item", 2, "内"), ("paragraph", 0, "段"), ("list_item", 1, "乙"),
        ("list_item", 1, "一"), ("list_item", 1, "二"), ("paragraph", 0, "术语"), ("paragraph", 0, "解释"),
    ]  # fmt: skip


def test_directives() -> None:
    source = (
        ".. note:: 提示\n\n   内容\n\n.. toctree::\n\n   甲\n\n.. code-block:: python\n   :linenos:\n\n"
        "   if x:\n       y\n\n.. |x| replace:: 乙\n\n.. 注释\n   接着\n\n.. figure:: a.png\n   :alt: x\n\n   图说\n"
    )
    assert blocks(source) == [
        ("paragraph", 0, "提示"), ("paragraph", 0, "内容"), ("code", 0, "if x:\n    y\n"), ("paragraph", 0, "图说"),
    ]  # fmt: skip


def test_literal_blocks() -> None:
    assert blocks("代码::\n\n  x *y*\n\n::\n\n  z\n\n完") == [
        ("paragraph", 0, "代码:"), ("code", 0, "x *y*\n"), ("code", 0, "z\n"), ("paragraph", 0, "完"),
    ]  # fmt: skip


def test_tables() -> None:
    grid = "+------+--------+\n| 模型 | 开发者 |\n+======+========+\n| BERT | 谷歌   |\n|      | 公司   |\n+------+--------+\n"
    simple = "======  ======\n模型    开发者\n======  ======\nBERT    谷歌\n======  ======\n"
    listed = ".. list-table::\n   :header-rows: 1\n\n   * - 模型\n     - 开发者\n   * - BERT\n     - 谷歌\n"
    for source, maker in ((grid, "谷歌 公司"), (simple, "谷歌"), (listed, "谷歌")):
        (block,) = read(source, "a.rst").blocks
        assert block.table is not None
        assert [cell.text for cell in block.table.header] == ["模型", "开发者"]
        assert [[cell.text for cell in row] for row in block.table.rows] == [["BERT", maker]]


def test_rows_of_unlike_width_are_read_one_by_one() -> None:
    source = "+---+---+\n| 甲    |\n+---+---+\n| 乙| 丙|\n+---+---+\n"
    assert blocks(source) == [("paragraph", 0, "甲"), ("paragraph", 0, "乙"), ("paragraph", 0, "丙")]


def test_dates_targets_and_comments() -> None:
    source = "题\n==\n\n:日期: 2024-05-01\n\n.. _a: https://a.example/\n\n.. factcheck: ignore[wrong-date] 旧\n\n甲\n"
    document = read(source, "a.rst")
    assert document.date is not None
    assert document.date.isoformat() == "2024-05-01"
    assert [link.url for block in document.blocks for link in block.links] == ["https://a.example/"]
    assert [comment.text.strip() for comment in document.comments] == ["factcheck: ignore[wrong-date] 旧"]


@given(st.lists(st.sampled_from(
    ["甲", "a", " ", "  ", "   ", "\n", "\n\n", "====", "----", "- ", "#. ", ".. ", "note:: ", "::", "code:: ", "`",
     "``", "*", "**", "_", "\\", "|", "+--+\n", "==  ==\n", ":x: ", "<", ">", "\r\n", "\t", "𠮷", "list-table::\n",
     "* - ", ".. [1] ", "[1]_"]
), max_size=30))  # fmt: skip
def test_any_text(pieces: list[str]) -> None:
    read("".join(pieces), "a.rst")
