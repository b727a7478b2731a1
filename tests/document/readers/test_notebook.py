"""Jupyter notebooks as documents: cells, and where they stand in the JSON."""

from __future__ import annotations

import json
import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factcheck.document.document import parse_document
from factcheck.errors import FactcheckError

from .helpers import read, shown, texts


def notebook(*cells: tuple[str, object], ascii_only: bool = False) -> str:
    rows = [{"cell_type": kind, "metadata": {}, "outputs": ["BERT"], "source": text} for kind, text in cells]
    data = {"cells": rows, "metadata": {"language_info": {"name": "python"}}, "nbformat": 4}
    return json.dumps(data, ensure_ascii=ascii_only, indent=1)


def test_cells() -> None:
    source = notebook(
        ("markdown", ["# 题\n", "\n", "甲\n"]), ("raw", "不读"), ("code", "x = 1\n```"), ("markdown", "乙")
    )
    document = read(source, "a.ipynb")
    assert [(b.kind, b.language, b.text.text) for b in document.blocks] == [
        ("heading", "", "题"), ("paragraph", "", "甲"), ("code", "python", "x = 1\n```\n"), ("paragraph", "", "乙"),
    ]  # fmt: skip
    assert document.blocks[3].headings == (0,)


@pytest.mark.parametrize("ascii_only", [False, True])
def test_places_are_those_of_the_json(ascii_only: bool) -> None:
    source = notebook(("markdown", ["谷歌的\n", '"BERT"𠮷\\\\完\t尾']), ascii_only=ascii_only)
    document = read(source, "a.ipynb")
    (text,) = texts(document)
    assert text == '谷歌的 "BERT"𠮷\\完\t尾'
    found = shown(source, document, '"BERT"𠮷')
    assert found == ('\\"BERT\\"\\ud842\\udfb7' if ascii_only else '\\"BERT\\"𠮷')
    assert shown(source, document, "谷歌") == ("\\u8c37\\u6b4c" if ascii_only else "谷歌")


def test_a_cell_ends_what_it_leaves_open() -> None:
    source = notebook(("markdown", "甲\n\n```\nx"), ("markdown", "乙"))
    assert [block.kind for block in read(source, "a.ipynb").blocks] == ["paragraph", "code", "paragraph"]


def test_the_format_before_cells_were_at_the_top() -> None:
    cells = [{"cell_type": "markdown", "source": ["甲"]}, {"cell_type": "code", "input": "x"}]
    source = json.dumps({"worksheets": [{"cells": cells}], "nbformat": 3})
    assert texts(read(source, "a.ipynb")) == ["甲", "x\n"]


def test_half_a_surrogate_pair_becomes_a_replacement_character() -> None:
    source = json.dumps({"cells": [{"cell_type": "markdown", "source": ["甲\\ud83d乙"]}], "nbformat": 4})
    assert texts(read(source.replace("\\\\ud83d", "\\ud83d"), "a.ipynb")) == ["甲\N{REPLACEMENT CHARACTER}乙"]


@pytest.mark.parametrize(
    ("source", "reason"), [("{", "is no notebook"), ("[]", "has no cells"), ("[" * 3000, "is no notebook")]
)
def test_what_is_no_notebook(source: str, reason: str) -> None:
    with pytest.raises(FactcheckError, match=rf"a\.ipynb: .*{reason}.*Open it in Jupyter"):
        parse_document(source, "a.ipynb")


@given(st.lists(st.text(alphabet='甲a"\\\n\t\x00𠮷\u2028#`- ', max_size=12), max_size=4), st.booleans())
def test_any_text(lines: list[str], ascii_only: bool) -> None:
    source = notebook(("markdown", lines), ascii_only=ascii_only)
    document = read(source, "a.ipynb")
    assert document.projection is not None
    # what is replaced everywhere leaves valid JSON that says what was meant
    pieces, place = [], 0
    for match in re.finditer("甲", document.projection.text):
        span = document.projection.edit_span(*match.span())
        assert span is not None
        pieces += [source[place : span[0]], document.projection.escape('"\\乙')]
        place = span[1]
    changed = json.loads("".join([*pieces, source[place:]]))
    assert changed["cells"][0]["source"] == [line.replace("甲", '"\\乙') for line in lines]
