"""Suppressions applied to findings, and the findings about suppressions."""

from __future__ import annotations

from datetime import date

import pytest

from factcheck.document.document import Document, parse_document
from factcheck.document.position import locate
from factcheck.findings import ClaimSummary, Evidence, Finding, Place
from factcheck.fixing import apply_fixes
from factcheck.suppressing import Known, Outcome, silence

KNOWN = Known({"wrong-date": "FC102", "wrong-number": "FC103"}, lambda fact: fact.startswith("bert."))
TODAY = date(2026, 11, 23)


def outcome(source: str, rule: str = "wrong-date", fact: str = "bert.released[paper]") -> Outcome:
    """Of a source in which every ``错`` is a finding."""
    document = parse_document(source, "a.md")
    places = [offset for offset, character in enumerate(source) if character == "错"]
    return silence(document, [finding(document, offset, rule, fact) for offset in places], KNOWN, TODAY)


def finding(document: Document, offset: int, rule: str, fact: str) -> Finding:
    index = locate(document.source)
    return Finding(
        path=document.path,
        rule=rule,
        code=KNOWN.rules[rule],
        severity="error",
        verdict="contradicted",
        confidence="high",
        start=Place(*index.position(offset), offset),
        end=Place(*index.position(offset + 1), offset + 1),
        text="错",
        messages={"en": "wrong"},
        claim=ClaimSummary("bert", "released", "2019", "asserted", ""),
        expected="",
        evidence=(Evidence(fact, "2018", ()),),
    )


def rules(result: Outcome) -> list[str]:
    return [each.rule for each in result.findings]


def test_no_suppressions() -> None:
    assert rules(outcome("错\n")) == ["wrong-date"]


@pytest.mark.parametrize(
    "targets", ["", "[wrong-date]", "[FC102]", "[FC1]", "[fc10]", "[bert.released]", "[wrong-number, FC102]"]
)
def test_silenced(targets: str) -> None:
    result = outcome(f"错 <!-- factcheck: ignore{targets} 有意为之 -->\n")
    assert [(each.finding.text, each.reason) for each in result.silenced] == [("错", "有意为之")]
    assert "wrong-date" not in rules(result)


@pytest.mark.parametrize("targets", ["[wrong-number]", "[FC103]", "[bert.created_by]", "[bert.release]"])
def test_not_silenced_and_reported_as_unused(targets: str) -> None:
    source = f"错 <!-- factcheck: ignore{targets} -->\n"
    result = outcome(source)
    assert rules(result) == ["wrong-date", "unused-suppression"]
    assert apply_fixes(source, result.findings).source == "错\n"


def test_partly_unused() -> None:
    source = "错 <!-- factcheck: ignore[wrong-date, wrong-number] 理由 -->\n"
    result = outcome(source)
    assert rules(result) == ["unused-suppression"]
    mended = apply_fixes(source, result.findings).source
    assert mended == "错 <!-- factcheck: ignore[wrong-date] 理由 -->\n"
    assert rules(outcome(mended)) == []


@pytest.mark.parametrize(
    ("target", "said"),
    [
        ("wrong-dat", "does not exist: wrong-dat"),
        ("gpt.released", "does not exist: gpt.released"),
        ("wrong-number", "silences nothing of"),
    ],
)
def test_messages(target: str, said: str) -> None:
    (problem,) = outcome(f"好 <!-- factcheck: ignore[{target}] -->\n").findings
    assert said in problem.message("en")
    assert (problem.code, problem.severity) == ("FC901", "warning")


def test_until() -> None:
    assert rules(outcome("错 <!-- factcheck: ignore until=2026-11-23 -->\n")) == []
    expired = outcome("错 <!-- factcheck: ignore until=2026-11-22 -->\n")
    assert rules(expired) == ["wrong-date", "unused-suppression"]
    assert "expired on 2026-11-22" in expired.findings[1].message("en")


def test_a_comment_alone_on_its_line_goes_with_its_line() -> None:
    source = "一\r\n\r\n<!-- factcheck: ignore -->\r\n二\r\n"
    result = outcome(source)
    assert apply_fixes(source, result.findings).source == "一\r\n\r\n二\r\n"


def test_one_comment_used_in_one_of_its_places_is_used() -> None:
    source = "<!-- factcheck: disable -->\n\n错\n\n<!-- factcheck: enable -->\n\n错\n"
    result = outcome(source)
    assert rules(result) == ["wrong-date"]
    assert len(result.silenced) == 1


def test_front_matter_off_is_never_unused() -> None:
    assert rules(outcome("---\nfactcheck: off\n---\n\n好\n")) == []
    assert rules(outcome("---\nfactcheck: off\n---\n\n错\n")) == []


def test_malformed_suppressions_are_reported() -> None:
    result = outcome("错 <!-- factcheck: ignroe -->\n")
    assert rules(result) == ["wrong-date", "unused-suppression"]
    assert "ignroe" in result.findings[1].message("en")


def test_texts_are_those_of_the_source() -> None:
    source = "🤖错 <!-- factcheck: ignore[wrong-number] -->\n\n<!-- factcheck: x -->\n"
    for each in outcome(source).findings:
        assert source[each.start.offset : each.end.offset] == each.text
