from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factcheck.evaluation.sentences import sentences_around, sentences_of


@pytest.mark.parametrize(
    ("line", "parts"),
    [
        ("甲发布了乙。丙收购了丁！", ["甲发布了乙。", "丙收购了丁！"]),
        ("甲；乙;丙", ["甲；", "乙;", "丙"]),
        ("v1.5 发布了", ["v1.5 发布了"]),
        ("| 甲。| 乙 |", ["| 甲。| 乙 |"]),
        ("  | 甲 | 乙！ |", ["  | 甲 | 乙！ |"]),
        ("", []),
    ],
)
def test_a_line_is_cut_at_the_ends_of_sentences_and_a_row_is_one(line: str, parts: list[str]) -> None:
    assert [line[start:end] for start, end in sentences_of(line)] == parts


def test_a_text_across_two_sentences_takes_both() -> None:
    line = "甲乙。丙丁。戊己。"
    assert sentences_around(line, 1, 4) == (0, 6)
    assert sentences_around(line, 3, 3) == (3, 6)
    assert sentences_around("", 0, 0) == (0, 0)


@given(st.text(alphabet="甲乙a|。！；; ", max_size=30))
def test_sentences_cover_the_line_without_gaps(line: str) -> None:
    assert "".join(line[start:end] for start, end in sentences_of(line)) == line
