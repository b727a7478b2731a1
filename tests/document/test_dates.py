"""The date of an article."""

import pytest

from factcheck.document.document import parse_document


def date_of(source: str) -> str | None:
    document = parse_document(source)
    if document.date is None:
        assert document.date_span is None
        return None
    assert document.date_span is not None
    assert any(character.isdigit() or character in "〇二" for character in source[slice(*document.date_span)])
    return document.date.isoformat()


@pytest.mark.parametrize(
    ("lines", "expected"),
    [
        ("date: 2024-01-02", "2024-01-02"),
        ("date: 2024/1/2", "2024-01-02"),
        ("date: '2024-01-02'", "2024-01-02"),
        ("date: 2024-01-02T10:00:00+08:00", "2024-01-02"),
        ("date: 2024-01-02 10:00:00 # 初稿", "2024-01-02"),
        ("date: 2024年1月2日", "2024-01-02"),
        ("date: 2024-01", "2024-01"),
        ("publishDate: 2024-01-02", "2024-01-02"),
        ("pubDate: Jan 2 2024", "2024-01-02"),
        ("date: 2024-01-02\nlastmod: 2023-12-01", "2023-12-01"),
        ("lastmod: 2023-12-01\nupdated: 2024-02-03\ndate: 2024-05-01", "2024-02-03"),
        ("last_modified: 2024-01-02", "2024-01-02"),
        ("title: 2024-01-02", None),
        ("date: 2024-13-02", None),
        ("date: 明天", None),
        ("nested:\n  date: 2024-01-02", None),
    ],
)
def test_front_matter(lines: str, expected: str | None) -> None:
    assert date_of(f"---\n{lines}\n---\n\n文\n") == expected


def test_toml_front_matter() -> None:
    assert date_of("+++\ndate = 2024-01-02T10:00:00Z\n+++\n文\n") == "2024-01-02"


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("（最后更新：2025年1月）", "2025-01"),
        ("最近更新：2024-06-30", "2024-06-30"),
        ("**更新时间**：2024 年 6 月 30 日", "2024-06-30"),
        ("更新于 2024", "2024"),
        ("發表於 2025 年 2 月 10 日｜分類：科技雜談", "2025-02-10"),
        ("发布时间：2024.3.5", "2024-03-05"),
        ("作者：张三  更新时间：2024-01-02", "2024-01-02"),
        ("作者：张三 | 发布于 2024-01-02 | 阅读 300", "2024-01-02"),
        ("> 编辑部年终整理，2023 年 12 月 31 日。日期一律按当地时间。", "2023-12-31"),
        ("（《白皮书》节选，2024年8月定稿）", "2024-08"),
        ("本文撰写于二〇二四年八月十二日。", "2024-08-12"),
        ("*Last updated: January 2, 2024*", "2024-01-02"),
        ("Published 2 Jan 2024", "2024-01-02"),
        ("Updated on 2024-01-02", "2024-01-02"),
        ("[![徽章](u)](v) 最近更新：2024-06-30", "2024-06-30"),
        ("GPT-4 发布于 2023年3月14日，是多模态模型。", None),
        ("它的知识更新到 2023 年 4 月。", None),
        ("论文发表于 2017 年 6 月", None),
        ("更新于很久以前", None),
        ("发表于 2017 年 6 月的论文", None),
        ("更新时间：2024-13-41", None),
    ],
)
def test_lines_near_the_beginning_or_the_end(line: str, expected: str | None) -> None:
    filler = "\n\n".join(f"第{number}段。" for number in range(20))
    assert date_of(f"# 题\n\n{line}\n\n{filler}") == expected
    assert date_of(f"# 题\n\n{filler}\n\n{line}\n") == expected
    assert date_of(f"# 题\n\n{filler}\n\n{line}\n\n{filler}") is None


def test_a_date_under_a_section_heading_is_that_of_its_subject() -> None:
    assert date_of("# 清单\n\n## GPT-4\n\n发布时间：2023年3月14日\n") is None
    assert date_of("# 清单\n\n## GPT-4\n\n最后更新：2023年3月14日\n") == "2023-03-14"


def test_an_update_beats_the_publication() -> None:
    assert date_of("发布时间：2023-01-01\n\n更新时间：2024-01-01\n") == "2024-01-01"


def test_front_matter_comes_first() -> None:
    assert date_of("---\ndate: 2024-01-02\n---\n\n更新时间：2025-01-01\n") == "2024-01-02"


@pytest.mark.parametrize(
    ("title", "expected"),
    [
        ("AI 资本观察（2025 年 2 月）", "2025-02"),
        ("周报(2025-02-10)", "2025-02-10"),
        ("2024年3月20号 周三 随便写写", "2024-03-20"),
        ("2024-03-20", "2024-03-20"),
        ("2023 年大模型大事记", None),
        ("大事记（2023年）", None),
        ("2023年3月的大模型", None),
        ("2023年3月14日发布的GPT-4", None),
    ],
)
def test_titles(title: str, expected: str | None) -> None:
    assert date_of(f"# {title}\n\n文\n") == expected
