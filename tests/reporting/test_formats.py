"""Every format on one nasty document: golden files, and parsers that are not ours.

``FACTCHECK_UPDATE_GOLDEN=1 pytest tests/reporting`` writes the golden files anew.
"""

from __future__ import annotations

import json
import os
import re
from pathlib import Path
from typing import Any
from urllib.parse import unquote
from xml.etree import ElementTree

import jsonschema
import pytest
from hypothesis import given
from hypothesis import strategies as st

from factcheck.document.position import display_width
from factcheck.findings import FileReport, Place, Report, Summary
from factcheck.reporting.formats import FORMATS, Options, RuleInfo, Silenced, render
from factcheck.reporting.layout import excerpts

from .foreign import (
    SARIF,
    as_shown,
    check_gitlab,
    check_rdjson,
    check_rdjson_line,
    read_command,
    same_command,
    screen,
    shown,
)
from .sample import PATH, REPORT, SOURCE

GOLDEN = Path(__file__).parent / "golden"
RULES = (
    RuleInfo(
        "wrong-attribution",
        "FC101",
        "error",
        {"zh": "开发者有误", "en": "Wrong attribution"},
        {"what": {"zh": "查开发者。", "en": "Who made it."}},
    ),
)
EMPTY = Report((FileReport("a.md", "", (), REPORT.files[1].summary),), "2026-11-23", "0", "0", 0, 0)


def rendered(name: str, report: Report = REPORT, **options: object) -> str:
    return "".join(render(name, report, Options(**{"rules": RULES, **options})))  # type: ignore[arg-type]


@pytest.mark.parametrize("lang", ["zh", "en"])
@pytest.mark.parametrize("name", FORMATS)
def test_golden(name: str, lang: str) -> None:
    text = rendered(name, lang=lang)
    path = GOLDEN / f"{name}.{lang}.txt"
    if os.environ.get("FACTCHECK_UPDATE_GOLDEN"):
        path.write_bytes(text.encode())
    assert text.encode() == path.read_bytes()


@pytest.mark.parametrize("name", FORMATS)
def test_no_findings(name: str) -> None:
    text = rendered(name, EMPTY)
    if name in ("json", "sarif", "gitlab", "rdjson"):
        json.loads(text)
    if name in ("junit", "checkstyle"):
        ElementTree.fromstring(text.encode())
    if name in ("concise", "github", "rdjsonl"):
        assert text == ""


@pytest.mark.parametrize("name", FORMATS)
def test_no_control_characters_reach_a_terminal(name: str) -> None:
    text = rendered(name)
    if name not in ("github",):  # commands are data; the runner shows them
        assert not re.search("[\x00-\x08\x0b-\x1f\x7f]", text)


def test_json_spans_are_those_of_the_source() -> None:
    data = json.loads(rendered("json"))
    assert data["schema_version"] == 1
    assert set(data) == {"schema_version", "tool", "knowledge", "as_of", "findings", "summary"}
    assert list(data["summary"]) == [
        "files",
        "sentences",
        "claims",
        "supported",
        "contradicted",
        "outdated",
        "unknown",
        "not_checked",
        "suppressed",
    ]
    for finding in data["findings"]:
        assert SOURCE[finding["start"]["offset"] : finding["end"]["offset"]] == finding["text"]
        for edit in (finding["fix"] or {"edits": []})["edits"]:
            assert set(edit) == {"start", "end", "text"}


def test_jsonl_lines_are_json_for_any_idea_of_a_line() -> None:
    lines = rendered("jsonl").splitlines()  # cuts at U+2028 and U+0085, too
    kinds = [json.loads(line)["type"] for line in lines]
    assert kinds == ["finding"] * 6 + ["summary"]


def test_sarif_satisfies_the_schema() -> None:
    silenced = (Silenced(REPORT.findings[0], "以后再改"),)
    log = json.loads(rendered("sarif", silenced=silenced))
    jsonschema.Draft4Validator(json.loads(SARIF.read_text())).validate(log)
    run = log["runs"][0]
    assert run["columnKind"] == "unicodeCodePoints"
    assert run["results"][-1]["suppressions"] == [{"kind": "inSource", "justification": "以后再改"}]
    for result in run["results"]:
        place = result["locations"][0]["physicalLocation"]
        assert unquote(place["artifactLocation"]["uri"]) == PATH
        assert re.fullmatch(r"[\w%/.~-]+", place["artifactLocation"]["uri"])
        region = place["region"]
        assert SOURCE[region["charOffset"]][0] == region["snippet"]["text"][0]
        assert result["ruleId"] == run["tool"]["driver"]["rules"][result["ruleIndex"]]["id"]
        assert set(result["partialFingerprints"]) == {"factcheck/v1", "primaryLocationLineHash"}


def test_sarif_keeps_the_gravest_results() -> None:
    file = REPORT.files[0]
    many = FileReport(PATH, SOURCE, file.findings * 1000, file.summary)
    results = json.loads(rendered("sarif", Report((many,), "", "0", "0", 0, 0)))["runs"][0]["results"]
    assert len(results) == 5000
    levels = [result["level"] for result in results]
    assert levels == ["error"] * 4000 + ["warning"] * 1000
    marks = {result["partialFingerprints"]["factcheck/v1"] for result in results}
    assert len(marks) == 5000


def test_github_commands_are_what_the_runner_reads_and_others_write() -> None:
    lines = rendered("github").split("\n")[:-1]
    for line, finding in zip(lines, REPORT.findings, strict=True):
        command = read_command(line)
        assert command.name == {"error": "error", "warning": "warning", "info": "notice"}[finding.severity]
        assert command.properties["file"] == PATH
        assert command.properties["line"] == str(finding.start.line)
        assert command.data.startswith(f"{finding.message('en')}\n")
        assert same_command(line, command)


@pytest.mark.parametrize(
    ("right", "wrong"),
    [
        ("::error file=a%2Cb.md::x", "::error file=a,b.md::x"),
        ("::error file=a%3Ab.md::x", "::error file=a:b.md::x"),
        ("::error file=a.md::1%25", "::error file=a.md::1%"),
        ("::notice file=a.md::x", "::notice file=a.md::x\r"),
    ],
)
def test_what_is_not_escaped_is_no_command_of_others(right: str, wrong: str) -> None:
    assert same_command(right, read_command(right))
    assert not same_command(wrong, read_command(wrong))


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_gitlab_issues(lang: str) -> None:
    issues = json.loads(rendered("gitlab", lang=lang))
    check_gitlab(issues)
    assert len({issue["fingerprint"] for issue in issues}) == len(issues) == len(REPORT.findings)


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_rdjson_is_of_its_definition(lang: str) -> None:
    check_rdjson(json.loads(rendered("rdjson", lang=lang)))
    for line in rendered("rdjsonl", lang=lang).split("\n")[:-1]:
        check_rdjson_line(json.loads(line))


@pytest.mark.parametrize(
    ("place", "value"),
    [
        (("description",), "two\nlines"),
        (("description",), None),
        (("severity",), "error"),
        (("fingerprint",), ""),
        (("categories",), ["Facts"]),
        (("location", "path"), "/a.md"),
        (("location", "lines", "begin"), 0),
        (("location", "positions"), {"begin": {"line": 1}}),
        (("message",), "not a field"),
    ],
)
def test_a_wrong_gitlab_report_is_refused(place: tuple[str, ...], value: object) -> None:
    issues = json.loads(rendered("gitlab"))
    _change(issues[0], place, value)
    with pytest.raises(jsonschema.ValidationError):
        check_gitlab(issues)


@pytest.mark.parametrize(
    ("place", "value"),
    [
        (("message",), 1),
        (("location",), {"range": {"start": {"line": 1}}}),
        (("location", "range", "start"), 3),
        (("location", "range", "start", "line"), "3"),
        (("location", "range", "end", "column"), 0),
        (("severity",), "error"),
        (("code", "value"), 101),
        (("suggestions", 0, "text"), None),
        (("relatedLocations",), [{"message": "nowhere"}]),
        (("check",), "not a field"),
    ],
)
def test_a_wrong_diagnostic_is_refused(place: tuple[str | int, ...], value: object) -> None:
    result = json.loads(rendered("rdjson"))
    _change(result["diagnostics"][0], place, value)
    with pytest.raises(jsonschema.ValidationError):
        check_rdjson(result)
    with pytest.raises(jsonschema.ValidationError):
        check_rdjson_line(result["diagnostics"][0])


def _change(data: Any, place: tuple[str | int, ...], value: object) -> None:
    *path, last = place
    for key in path:
        data = data[key]
    data[last] = value


def test_fingerprints_do_not_change_when_lines_move() -> None:
    from dataclasses import replace

    from factcheck.reporting.fingerprints import fingerprints

    moved = [replace(f, start=replace(f.start, line=f.start.line + 7)) for f in REPORT.findings]
    assert fingerprints(moved) == fingerprints(REPORT.findings)


@pytest.mark.parametrize(
    ("source", "hashes"),
    [  # the vectors of github/codeql-action's own test
        ("", ["c129715d7a2bc9a3:1"]),
        (
            " a\nb\n  \t\tc\n d",
            ["271789c17abda88f:1", "54703d4cd895b18:1", "180aee12dab6264:1", "a23a3dc5e078b07b:1"],
        ),
    ],
)
def test_line_hashes_are_githubs(source: str, hashes: list[str]) -> None:
    from factcheck.reporting.fingerprints import line_hashes

    assert list(line_hashes(source).values()) == hashes
    assert list(line_hashes(source.replace("\n", "\r\n")).values()) == hashes


def test_junit() -> None:
    root = ElementTree.fromstring(rendered("junit").encode())
    cases = root.findall("./testsuite/testcase")
    assert len(cases) == int(root.attrib["tests"]) == 7
    failures = root.findall("./testsuite/testcase/failure")
    assert len(failures) == int(root.attrib["failures"]) == 6
    assert failures[1].attrib["message"] == REPORT.findings[1].message("en")


def test_checkstyle() -> None:
    root = ElementTree.fromstring(rendered("checkstyle").encode())
    errors = root.findall("./file/error")
    assert root.find("./file").attrib["name"] == PATH  # type: ignore[union-attr]
    assert [error.attrib["severity"] for error in errors] == [f.severity for f in REPORT.findings]
    assert errors[1].attrib["message"] == REPORT.findings[1].message("en")


def test_rdjson_columns_count_bytes() -> None:
    data = json.loads(rendered("rdjson"))
    lines = SOURCE.encode().split(b"\n")
    for diagnostic, finding in zip(data["diagnostics"], REPORT.findings, strict=True):
        start, end = diagnostic["location"]["range"]["start"], diagnostic["location"]["range"]["end"]
        if start["line"] == end["line"]:
            line = lines[start["line"] - 1]
            assert line[start["column"] - 1 : end["column"] - 1].decode() == finding.text
        for suggestion in diagnostic.get("suggestions", []):
            assert suggestion["text"] == finding.fix.edits[0].text  # type: ignore[union-attr]
    assert [json.loads(line)["message"] for line in rendered("rdjsonl").splitlines()] == [
        diagnostic["message"] for diagnostic in data["diagnostics"]
    ]


def test_markdown_is_one_table() -> None:
    markdown_it = pytest.importorskip("markdown_it")
    html = markdown_it.MarkdownIt("commonmark").enable("table").render(rendered("markdown"))
    found = re.search(r"<table>.*</table>", html.replace("<br>", "<br/>"), re.DOTALL)
    table = ElementTree.fromstring(found.group())  # type: ignore[union-attr]
    rows = table.findall("./tbody/tr")
    assert len(rows) == len(REPORT.findings)
    assert all(len(row) == 6 for row in rows)
    assert "".join(rows[0][1].itertext()) == f"{PATH}:3:7"
    assert rows[5][3].text == "old name ]]> <x> ␇"


def test_full_has_the_mark_below_the_text() -> None:
    from factcheck.document.position import display_width

    lines = rendered("full").splitlines()
    marks = [(lines[n - 1], line) for n, line in enumerate(lines) if set(line) <= set(" |^") and "^" in line]
    assert len(marks) == 7
    expected = [
        "OpenAI推出了BERT模型",
        "ＧＰＴ－３ 有 17.5B 个参数",
        "Ge\u0301mini 由 Meta 开发",
        "PyTorch由谷歌开发",
        "OpenAI",
        "推出的BERT",
        "完]]>|::end::|%0A",
    ]
    for (line, mark), text in zip(marks, expected, strict=True):
        assert display_width(line[: line.index(text)]) == mark.index("^")
        assert display_width(text) == mark.count("^")
        assert display_width(line) <= 100


@pytest.mark.parametrize("name", ["full", "concise", "grouped"])
def test_a_terminal_shows_the_plain_text_in_colour(name: str) -> None:
    assert shown(screen(rendered(name, color=True))) == as_shown(rendered(name))
    assert ("\x1b" in rendered(name, color=True)) == (name == "full")


@pytest.mark.parametrize("width", [20, 41, 60, 77, 200])
def test_full_cuts_long_lines(width: int) -> None:
    from factcheck.document.position import display_width, locate
    from factcheck.reporting.layout import excerpts

    for finding in REPORT.findings:
        for each in excerpts(locate(SOURCE), finding.start.offset, finding.end.offset, width):
            assert display_width(each.text) <= width
            assert each.indent + each.width <= display_width(each.text)


def test_concise_is_one_line_a_finding() -> None:
    lines = rendered("concise").split("\n")
    assert len(lines) == len(REPORT.findings) + 1
    assert lines[0] == f"{PATH}:3:7: FC101 wrong-attribution BERT is Google's, not OpenAI's"


@given(st.text(alphabet="a汉\t\r\n 🤖\u0301\u200d\ufe0f𠮷\x1b\u2028|&<]%", max_size=80), st.data())
def test_any_text_and_span(source: str, data: st.DataObject) -> None:
    from dataclasses import replace

    from factcheck.document.position import locate

    start = data.draw(st.integers(0, len(source)))
    end = data.draw(st.integers(start, len(source)))
    index = locate(source)
    places = [Place(*index.position(offset), offset) for offset in (start, end)]
    finding = replace(
        REPORT.findings[0], path="a.md", start=places[0], end=places[1], text=source[start:end], fix=None
    )
    report = Report((FileReport("a.md", source, (finding,), Summary(1)),), "", "0", "0", 0, 0)
    for name in FORMATS:
        text = rendered(name, report, width=30)
        assert "\x1b" not in text
        if name in ("junit", "checkstyle"):
            ElementTree.fromstring(text.encode())
    spread = data.draw(st.integers(5, 40))
    for each in excerpts(index, start, end, spread):
        assert display_width(each.text) <= spread
