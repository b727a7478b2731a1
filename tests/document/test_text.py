import pytest

from factcheck.document.text import EMPTY, Text, TextBuilder, is_cjk, joins_without_space

SOURCE = "**BERT**模型\n由谷歌"


def build(*runs: tuple[int, int]) -> Text:
    builder = TextBuilder(SOURCE)
    for start, end in runs:
        builder.add(start, end)
    return builder.build()


def test_a_run_keeps_its_offsets() -> None:
    text = Text.run(SOURCE, 2, 6)
    assert text.text == str(text) == "BERT"
    assert list(text.offsets) == [2, 3, 4, 5]
    assert len(text) == 4


def test_runs_are_joined_and_a_span_covers_the_markup_between() -> None:
    text = build((2, 6), (8, 10))
    assert text.text == "BERT模型"
    assert text.span(0, 6) == (2, 10)
    assert SOURCE[slice(*text.span(3, 5))] == "T**模"
    assert text.span(4, 6) == (8, 10)


def test_an_empty_span_has_a_place() -> None:
    text = build((2, 6), (8, 10))
    assert text.span(4, 4) == (8, 8)
    assert text.span(6, 6) == (10, 10)


def test_a_span_outside_is_an_error() -> None:
    with pytest.raises(IndexError):
        build((2, 6)).span(0, 5)


def test_a_slice_is_a_text() -> None:
    part = build((2, 6), (8, 10)).slice(3, 5)
    assert part == Text("T模", part.offsets)
    assert list(part.offsets) == [5, 8]


def test_overlapping_runs_are_taken_once() -> None:
    text = build((2, 6), (4, 10))
    assert text.text == "BERT**模型"
    assert list(text.offsets) == list(range(2, 10))


def test_nothing_builds_the_empty_text() -> None:
    assert build() is EMPTY
    assert len(EMPTY) == 0


def test_mapped_characters_stand_for_markup() -> None:
    builder = TextBuilder(SOURCE)
    builder.add(2, 6)
    builder.add_mapped("\n", 6)
    builder.add(8, 10)
    assert builder.build().text == "BERT\n模型"
    assert builder.last() == "型"
    assert builder.source_end == 10


def test_a_soft_break_is_nothing_between_chinese_characters() -> None:
    builder = TextBuilder(SOURCE)
    builder.add(8, 10)
    builder.soft_break(10)
    builder.add(11, 14)
    assert builder.build().text == "模型由谷歌"


def test_a_soft_break_is_a_space_beside_latin_text() -> None:
    builder = TextBuilder(SOURCE)
    builder.add(2, 6)
    builder.soft_break(10)
    builder.add(11, 14)
    text = builder.build()
    assert text.text == "BERT 由谷歌"
    assert text.offsets[4] == 10


def test_soft_breaks_at_the_ends_are_dropped() -> None:
    builder = TextBuilder(SOURCE)
    builder.soft_break(0)
    builder.add(2, 6)
    builder.soft_break(10)
    assert builder.build().text == "BERT"


@pytest.mark.parametrize("character", "中あ。，（）《》ＡＢ！：　𠀀豈")
def test_cjk(character: str) -> None:
    assert is_cjk(character)


@pytest.mark.parametrize("character", "Aé1 .(“…—한😀Я")
def test_not_cjk(character: str) -> None:
    assert not is_cjk(character)


@pytest.mark.parametrize(
    ("before", "after", "joined"),
    [
        ("中", "文", True),
        ("”", "中", True),
        ("中", "“", True),
        ("”", "A", False),
        ("a", "b", False),
        ("。", "A", False),
    ],
)
def test_joins_without_space(before: str, after: str, joined: bool) -> None:
    assert joins_without_space(before, after) is joined


def _read(source: str) -> str:
    """The text of a source whose lines are parted by soft breaks."""
    builder = TextBuilder(source)
    start = 0
    for line in source.split("\n"):
        builder.add(start, start + len(line))
        start += len(line) + 1
        builder.soft_break(start - 1)
    return builder.build().text


@pytest.mark.parametrize(
    "source",
    [
        "Qwen\n通义千问由阿里云研发，最早的版本在2023年发布，随后开源了从小到大的许多尺寸。",  # a title above its text
        "大事记\n1956年：达特茅斯会议",
        "深度学习的代表有：\n• 卷积网络\n• 循环网络",
        "主流做法有两种\n1）微调\n2）提示",
    ],
)
def test_titles_and_entries_are_lines_of_their_own(source: str) -> None:
    assert _read(source) == source


@pytest.mark.parametrize(
    "source",
    [
        "这一节先从\n通义千问说起，它由阿里云研发，最早的版本在2023年发布，随后开源了从小到大的许多尺寸。",
        "谷歌在2018年发布了\n预训练模型，它用掩码语言模型训练，刷新了十一项自然语言处理任务的最好成绩。",
    ],
)
def test_a_line_broken_in_mid_phrase_goes_on(source: str) -> None:
    assert "\n" not in _read(source)
