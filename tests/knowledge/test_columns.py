"""Columns and indexes give back what was put in, without being read as a whole."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from factcheck.knowledge.columns import TextIndex, Texts, pack_index, pack_numbers, pack_texts, read_numbers

TEXT = st.text(st.characters(codec="utf-8"), max_size=8)


@given(st.lists(st.integers(0, 2**32 - 1)))
def test_numbers_come_back(numbers: list[int]) -> None:
    assert list(read_numbers(memoryview(pack_numbers(numbers)))) == numbers


@given(st.lists(TEXT))
def test_texts_come_back(texts: list[str]) -> None:
    column = Texts(memoryview(pack_texts(texts)))
    assert len(column) == len(texts)
    assert list(column) == texts
    assert [column[number] for number in range(len(texts))] == texts


@given(st.lists(st.tuples(TEXT, st.integers(0, 99))), st.lists(TEXT))
def test_every_number_of_a_text_is_found(entries: list[tuple[str, int]], others: list[str]) -> None:
    index = TextIndex(memoryview(pack_index(entries)))
    for text, _ in entries:
        assert index.find([text]) == sorted({number for each, number in entries if each == text})
    known = [text for text, _ in entries]
    assert index.find([*known, *others]) == sorted({number for _, number in entries})


def test_an_unknown_text_has_no_number() -> None:
    index = TextIndex(memoryview(pack_index([("谷歌", 0), ("google", 0), ("bert", 1)])))
    assert index.find(["bart", "", "谷"]) == []
    assert index.find(["a lone surrogate: \ud800"]) == []
    assert TextIndex(memoryview(pack_index([]))).find(["bert"]) == []


def test_the_order_of_entries_does_not_matter() -> None:
    entries = [("谷歌", 3), ("google", 3), ("bert", 1), ("bert", 2)]
    assert pack_index(entries) == pack_index(reversed(entries))
