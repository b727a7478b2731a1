"""Applying fixes: overlaps, applicability, idempotence, writing back."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factcheck.errors import FactcheckError
from factcheck.findings import ClaimSummary, Edit, Finding, Fix, Place
from factcheck.fixing import apply_edits, apply_fixes, encoded, unified_diff, write_back

SOURCE = "2019年，GPT-3有17.5B个参数。"


def finding(*edits: Edit, applicability: str = "safe") -> Finding:
    return Finding(
        path="a.md",
        rule="wrong-date",
        code="FC102",
        severity="error",
        verdict="contradicted",
        confidence="high",
        start=Place(1, 1, 0),
        end=Place(1, 2, 1),
        text="",
        messages={"en": ""},
        claim=ClaimSummary("", "", "", "", ""),
        expected="",
        fix=Fix(applicability, edits),
    )


YEAR = Edit(0, 4, "2020")
NUMBER = Edit(SOURCE.index("17.5"), SOURCE.index("17.5") + 5, "175B")


def test_fixes_are_applied_together() -> None:
    fixed = apply_fixes(SOURCE, [finding(NUMBER), finding(YEAR)])
    assert fixed.source == "2020年，GPT-3有175B个参数。"
    assert len(fixed.applied) == 2


def test_only_what_is_allowed() -> None:
    findings = [finding(YEAR, applicability="unsafe"), finding(NUMBER, applicability="display")]
    assert apply_fixes(SOURCE, findings).source == SOURCE
    assert apply_fixes(SOURCE, findings, unsafe=True).source == SOURCE.replace("2019", "2020")


def test_of_overlapping_fixes_the_first_is_applied() -> None:
    fixed = apply_fixes(SOURCE, [finding(Edit(2, 6, "x")), finding(YEAR)])
    assert fixed.source == SOURCE.replace("2019", "2020")
    assert len(fixed.applied) == 1


def test_a_fix_is_applied_wholly_or_not_at_all() -> None:
    both = finding(Edit(2, 6, "x"), NUMBER)
    assert "17.5B" in apply_fixes(SOURCE, [finding(YEAR), both]).source


def test_the_same_edit_twice_is_made_once() -> None:
    fixed = apply_fixes(SOURCE, [finding(YEAR), finding(YEAR)])
    assert (fixed.source, len(fixed.applied)) == (SOURCE.replace("2019", "2020"), 2)


def test_insertions_at_one_place_exclude_each_other() -> None:
    fixed = apply_fixes("ab", [finding(Edit(1, 1, "x")), finding(Edit(1, 1, "y"))])
    assert fixed.source == "axb"


def test_adjacent_replacements_do_not_exclude_each_other() -> None:
    assert apply_fixes("abcd", [finding(Edit(0, 2, "x")), finding(Edit(2, 4, "y"))]).source == "xy"


@given(
    st.text(), st.lists(st.tuples(st.integers(0, 20), st.integers(0, 20), st.text(max_size=3)), max_size=6)
)
def test_any_fixes_give_what_the_chosen_edits_say(source: str, rows: list[tuple[int, int, str]]) -> None:
    edits = [
        Edit(*sorted((min(a, len(source)), min(b, len(source)))), text)  # type: ignore[misc]
        for a, b, text in rows
    ]
    fixed = apply_fixes(source, [finding(edit) for edit in edits])
    chosen = list(dict.fromkeys(each.fix.edits[0] for each in fixed.applied if each.fix))
    assert fixed.source == apply_edits(source, chosen)
    assert len(fixed.source) == len(source) + sum(len(e.text) - (e.end - e.start) for e in chosen)


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "gb18030"])
def test_write_back(tmp_path: Path, encoding: str) -> None:
    path = tmp_path / "a.md"
    path.write_bytes("旧\r\n𠮷".encode(encoding))
    path.chmod(0o600)
    write_back(str(path), "旧\r\n𠮷", "新\r\n𠮷", encoding)
    assert path.read_bytes() == "新\r\n𠮷".encode(encoding)
    assert path.stat().st_mode & 0o777 == 0o600
    assert list(tmp_path.iterdir()) == [path]


def test_a_file_that_has_changed_is_left_alone(tmp_path: Path) -> None:
    path = tmp_path / "a.md"
    path.write_text("新", encoding="utf-8")
    with pytest.raises(FactcheckError, match="has changed"):
        write_back(str(path), "旧", "x", "utf-8")
    assert path.read_text(encoding="utf-8") == "新"


def test_byte_order() -> None:
    assert encoded("a", "utf-16", b"\xfe\xff") == b"\xfe\xff\0a"
    assert encoded("a", "utf-16", b"\xff\xfe") == b"\xff\xfea\0"


def test_a_diff_cuts_at_line_feeds_only() -> None:
    lines = list(unified_diff("a.md", "a\u2028b\x0cc\nx", "a\u2028b\x0cc\ny"))
    assert lines[3:] == [
        " a\u2028b\x0cc\n",
        "-x\n\\ No newline at end of file\n",
        "+y\n\\ No newline at end of file\n",
    ]
