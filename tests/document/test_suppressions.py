import re
from datetime import date

import pytest

from factcheck.document.document import parse_document
from factcheck.document.suppressions import Suppression, Suppressions, suppressions


def read(source: str) -> Suppressions:
    return suppressions(parse_document(source))


def one(source: str) -> Suppression:
    found = read(source)
    assert found.problems == ()
    (item,) = found.items
    return item


def covered(source: str) -> str:
    """What the only suppression of a source covers."""
    item = one(source)
    return source[item.first_offset : item.last_offset]


@pytest.mark.parametrize(
    ("source", "kind", "text"),
    [
        ("甲\n\n乙 <!-- factcheck: ignore --> 丙\n丁", "line", "乙 <!-- factcheck: ignore --> 丙"),
        ("甲\n\n<!-- factcheck: ignore -->\n\n乙\n丙\n\n丁", "block", "乙\n丙"),
        ("<!-- factcheck: ignore -->\n乙\n\n丙", "block", "乙"),
        ("<!-- factcheck: ignore -->\n\n| a |\n|---|\n| 1 |\n\n丙", "block", "| a |\n|---|\n| 1 |"),
        ("> <!-- factcheck: ignore -->\n> 乙\n\n丙", "block", "乙"),
        ("<!-- factcheck: ignore -->\n\n- 乙\n- 丙", "block", "- 乙"),
        ("<!-- factcheck: ignore-next-line -->\n\n乙\n丙", "next-line", "乙"),
        ("甲 <!-- factcheck: ignore-next-line -->\r\n乙\r\n丙", "next-line", "乙"),
        ("<!-- factcheck: disable -->\n甲\n<!-- factcheck: enable -->\n乙", "range", "\n甲\n"),
        ("甲\n<!-- factcheck: disable -->\n乙", "range", "\n乙"),
        ("甲\n\n<!-- factcheck: ignore-file -->\n", "file", "甲\n\n<!-- factcheck: ignore-file -->\n"),
        ("---\nfactcheck: off\n---\n甲", "file", "---\nfactcheck: off\n---\n甲"),
        ('+++\nfactcheck = "off"\n+++\n甲', "file", '+++\nfactcheck = "off"\n+++\n甲'),
        ("---\nfactcheck: false\n---\n甲", "file", "---\nfactcheck: false\n---\n甲"),
        ("{/* factcheck: ignore */}\n\n乙\n\n丙", "block", "乙"),
        ("乙 {/* factcheck: ignore */}\n", "line", "乙 {/* factcheck: ignore */}"),
    ],
)
def test_what_is_covered(source: str, kind: str, text: str) -> None:
    assert one(source).kind == kind
    assert covered(source) == text


def test_targets_reason_and_date() -> None:
    item = one(
        "甲 <!-- factcheck: ignore[wrong-date, FC101，bert.released] -- 已核对 until=2027-01-31 见附录 -->"
    )
    assert item.rules == ("wrong-date", "FC101")
    assert item.facts == ("bert.released",)
    assert item.reason == "已核对 见附录"
    assert item.until == date(2027, 1, 31)
    assert not item.expired(date(2027, 1, 31))
    assert item.expired(date(2027, 2, 1))


def test_covers_and_names() -> None:
    item = one("甲 <!-- factcheck: ignore[wrong-date, bert.released] -->\n乙")
    assert item.covers(0)
    assert not item.covers(item.last_offset)
    assert item.names("wrong-date")
    assert item.names("x", fact="bert.released")
    assert not item.names("wrong-number", "FC103", "bert.parameters")
    assert one("甲 <!-- factcheck: ignore -->").names("anything")
    assert one("甲 <!-- factcheck: ignore[FC101] -->").names("wrong-attribution", "FC101")


def test_disable_and_enable_by_target() -> None:
    source = "<!-- factcheck: disable[a, b] -->\n甲\n<!-- factcheck: enable[a] -->\n乙\n"
    source += "<!-- factcheck: enable -->\n丙"
    found = read(source)
    assert found.problems == ()
    assert [
        (item.rules, source[item.first_offset : item.last_offset].count("\n")) for item in found.items
    ] == [
        (("a",), 2),
        (("b",), 4),
    ]


def test_comments_in_code_do_nothing() -> None:
    assert read(
        "```\n<!-- factcheck: ignore-file -->\n{/* factcheck: ignore-file */}\n```\n"
    ) == Suppressions((), ())


def test_other_comments_are_none() -> None:
    assert read(
        "<!-- factcheck by 张三 -->\n<!-- factchecked -->\n<!-- TODO factcheck: ignore -->"
    ) == Suppressions((), ())


@pytest.mark.parametrize(
    ("source", "message"),
    [
        ("<!-- factcheck: ignroe -->\n甲", "'ignroe' is unknown"),
        ("<!-- factcheck: -->\n甲", "is unknown"),
        ("<!-- factcheck ignore -->\n甲", "colon is missing"),
        ("<!-- factcheck: ignore[] -->\n甲", "names? rules|should name rules"),
        ("<!-- factcheck: ignore[a b] -->\n甲", "'a b' is neither"),
        ("<!-- factcheck: ignore[a -->\n甲", "brackets"),
        ("<!-- factcheck: ignore until=soon -->\n甲", "until=soon is not a date"),
        ("<!-- factcheck: enable -->\n甲", "ends nothing"),
        ("<!-- factcheck: disable -->\n<!-- factcheck: enable[a] -->\n甲", "ends nothing"),
        ("甲\n\n<!-- factcheck: ignore -->\n", "no block follows"),
        ("甲 <!-- factcheck: ignore-next-line -->\n\n", "no line follows"),
        ("---\nfactcheck: perhaps\n---\n甲", "'perhaps'"),
    ],
)
def test_problems_silence_nothing(source: str, message: str) -> None:
    found = read(source)
    assert [item for item in found.items if item.kind != "range"] == []
    (problem,) = found.problems
    assert re.search(message, problem.message), problem.message
    assert "factcheck" in source[slice(*problem.span)] or "perhaps" in source[slice(*problem.span)]


def test_on_in_the_front_matter_is_nothing() -> None:
    assert read("---\nfactcheck: on\n---\n甲") == Suppressions((), ())
