"""Every format of one nasty document, written by the command: golden files, and readers that are not ours.

``FACTCHECK_UPDATE_GOLDEN=1 pytest tests/cli/test_formats.py`` writes the golden files anew.
"""

from __future__ import annotations

import json
import os
import re
import shutil
import subprocess
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any
from urllib.parse import unquote
from xml.etree import ElementTree

import jsonschema
import pytest
from junitparser import Failure, JUnitXml
from markdown_it import MarkdownIt

from factcheck.reporting.formats import FORMATS
from reporting.foreign import (
    QUICKFIX,
    SARIF,
    as_shown,
    cells,
    check_gitlab,
    check_rdjson,
    check_rdjson_line,
    read_command,
    same_command,
    screen,
    shown,
)

from .helpers import factcheck
from .own import OWN

GOLDEN = Path(__file__).parent / "golden"
NAME = "文 档%:,#é.md"
ARTICLE = (
    "# 大模型 🤖 简史\r\n"
    "\r\n"
    "𠮷野家 👩‍💻 cafe\u0301 %0A::end::]]> <b>&\"'\x07\t：OpenAI推出了青鸟一号，引起轰动。\r\n"
    "\r\n"
    "-\t青鸟一号发布于２０２５年５月。\r\n"
    "\r\n" + "很长的一段话，" * 30 + "青鸟一号的参数量为17.5B，" + "后面还有很长的话，" * 30 + "完。\r\n"
    "\r\n"
    "文档\u2028：https://old.qingniao.example/ 。\r\n"
    "\r\n"
    "微软推出了青鸟一号。<!-- factcheck: ignore[FC101] 反例 -->\r\n"
)
RULES = ["wrong-attribution", "wrong-date", "wrong-number", "stale-link"]


@cache
def report(name: str, lang: str = "zh", color: str = "never") -> str:
    """What the command prints in a format; into a file it writes the same, without colours."""
    with TemporaryDirectory() as folder:
        directory = Path(folder)
        (directory / NAME).write_bytes(ARTICLE.encode())
        done = factcheck(
            "scan", NAME, *OWN, "--isolated", "--as-of", "2026-11-23", "--lang", lang,
            "--output-format", name, "--color", color, directory=directory,
        )  # fmt: skip
        assert done.returncode == 1, done.stderr
        written = factcheck(
            "scan", NAME, *OWN, "--isolated", "--as-of", "2026-11-23", "--lang", lang,
            "--output", f"{name}=out", directory=directory,
        )  # fmt: skip
        assert written.returncode == 1, written.stderr
        assert color == "always" or (directory / "out").read_bytes() == done.stdout.encode()
        return done.stdout


def findings() -> list[dict[str, Any]]:
    data: list[dict[str, Any]] = json.loads(report("json"))["findings"]
    return data


def lasting(text: str) -> str:
    """A report without what changes from one version or knowledge base to the next."""
    text = re.sub(r'("(?:version|semanticVersion|knowledge)": ?)"(?!2\.1\.0)[^"]*"', r'\1"…"', text)
    return re.sub(r'("(?:entities|facts)": ?)\d+', r"\g<1>0", text)


@pytest.mark.parametrize("name", FORMATS)
def test_golden(name: str) -> None:
    text = lasting(report(name))
    path = GOLDEN / f"{name}.txt"
    if os.environ.get("FACTCHECK_UPDATE_GOLDEN"):
        GOLDEN.mkdir(exist_ok=True)
        path.write_bytes(text.encode())
    assert text.encode() == path.read_bytes()


def test_all_mistakes_are_found_where_they_stand() -> None:
    assert [finding["rule"] for finding in findings()] == RULES
    for finding in findings():
        assert ARTICLE[finding["start"]["offset"] : finding["end"]["offset"]] == finding["text"]
        line = ARTICLE.split("\r\n")[finding["start"]["line"] - 1]
        assert line[finding["start"]["column"] - 1 :].startswith(finding["text"])


def test_json_lines() -> None:
    rows = [json.loads(line) for line in report("jsonl").split("\n")[:-1]]
    assert [row["rule"] for row in rows if row["type"] == "finding"] == RULES


def test_sarif() -> None:
    log = json.loads(report("sarif"))
    jsonschema.Draft4Validator(json.loads(SARIF.read_text())).validate(log)
    (run,) = log["runs"]
    assert run["columnKind"] == "unicodeCodePoints"
    shown = [result for result in run["results"] if "suppressions" not in result]
    assert len(run["results"]) == len(shown) + 1
    for result, finding in zip(shown, findings(), strict=True):
        place = result["locations"][0]["physicalLocation"]
        assert unquote(place["artifactLocation"]["uri"]) == NAME
        assert place["artifactLocation"]["uri"].isascii()
        region = place["region"]
        assert region["snippet"]["text"] == finding["text"]
        assert (region["startLine"], region["startColumn"]) == (
            finding["start"]["line"], finding["start"]["column"],
        )  # fmt: skip
        assert {"factcheck/v1", "primaryLocationLineHash"} == set(result["partialFingerprints"])


def test_github() -> None:
    lines = report("github").split("\n")[:-1]
    for line, finding in zip(lines, findings(), strict=True):
        command = read_command(line)
        assert (command.name, command.properties["file"]) == ("error", NAME)
        assert (command.properties["line"], command.properties["col"]) == (
            str(finding["start"]["line"]), str(finding["start"]["column"]),
        )  # fmt: skip
        assert command.data.startswith(f"{finding['message']}\n")
        assert same_command(line, command)


def test_gitlab() -> None:
    issues = json.loads(report("gitlab"))
    check_gitlab(issues)
    assert len({issue["fingerprint"] for issue in issues}) == len(RULES)
    assert {issue["location"]["path"] for issue in issues} == {NAME}


def test_rdjson() -> None:
    data = json.loads(report("rdjson"))
    check_rdjson(data)
    for row in report("rdjsonl").split("\n")[:-1]:
        check_rdjson_line(json.loads(row))
    lines = ARTICLE.encode().split(b"\r\n")
    for diagnostic, finding in zip(data["diagnostics"], findings(), strict=True):
        start, end = (diagnostic["location"]["range"][key] for key in ("start", "end"))
        line = lines[start["line"] - 1]
        assert line[start["column"] - 1 : end["column"] - 1].decode() == finding["text"]


def test_junit(tmp_path: Path) -> None:
    (tmp_path / "out.xml").write_bytes(report("junit").encode())
    suites = JUnitXml.fromfile(str(tmp_path / "out.xml"))
    cases = [case for suite in suites for case in suite]
    assert [case.classname for case in cases] == [NAME] * len(RULES)
    for case, finding in zip(cases, findings(), strict=True):
        (failure,) = case.result
        assert isinstance(failure, Failure)
        assert failure.message == finding["message"]


def test_checkstyle() -> None:
    root = ElementTree.fromstring(report("checkstyle").encode())
    assert root.tag == "checkstyle"
    (file,) = root.findall("file")
    assert file.attrib["name"] == NAME
    errors = file.findall("error")
    assert [(e.attrib["line"], e.attrib["message"]) for e in errors] == [
        (str(finding["start"]["line"]), finding["message"]) for finding in findings()
    ]
    assert {error.attrib["severity"] for error in errors} == {"error"}


def test_markdown() -> None:
    tokens = MarkdownIt("commonmark").enable("table").parse(report("markdown"))
    rows = sum(token.type == "tr_open" for token in tokens)
    cells = sum(token.type in ("td_open", "th_open") for token in tokens)
    assert (rows, cells) == (len(RULES) + 1, 6 * (len(RULES) + 1))


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_text(lang: str) -> None:
    concise = report("concise", lang).split("\n")[:-1]
    places = [re.fullmatch(r"(.+):(\d+):(\d+): (FC\d{3}) ([a-z-]+) (.+)", line) for line in concise]
    assert [match and match[5] for match in places] == RULES
    for name in ("full", "grouped"):
        text = report(name, lang)
        assert not re.search("[\x00-\x08\x0b-\x1f\x7f\u2028]", text)
        assert all(rule in text for rule in RULES)


@pytest.mark.parametrize("lang", ["zh", "en"])
@pytest.mark.parametrize("name", ["full", "concise", "grouped"])
def test_a_terminal_shows_the_plain_text(name: str, lang: str) -> None:
    coloured = report(name, lang, "always")
    terminal = screen(coloured)
    assert shown(terminal) == as_shown(report(name, lang))
    rest = re.sub(r"\x1b\[[\d;]*m", "", coloured)
    assert not re.search("[\x00-\x09\x0b-\x1f\x7f]", rest)
    assert terminal.cursor.attrs == screen("").cursor.attrs, "colours end with the report"


def test_full_in_colour_marks_the_finding_on_the_screen() -> None:
    terminal = screen(report("full", color="always"))
    marks = [row for row, text in enumerate(shown(terminal)) if re.fullmatch(r" +\| +\^+", text)]
    for row, finding in zip(marks, findings(), strict=True):
        start, end = (shown(terminal)[row].index("^"), len(shown(terminal)[row]))
        assert cells(terminal, row - 1, start, end) == finding["text"]
        assert {(terminal.buffer[row][n].fg, terminal.buffer[row][n].bold) for n in range(start, end)} == {
            ("red", True)
        }


def test_grouped_has_columns_on_the_screen() -> None:
    terminal = screen(report("grouped"))
    for row, finding in enumerate(findings(), 1):
        assert cells(terminal, row, 15, 20) == finding["code"]
        assert cells(terminal, row, 22, 22 + len(finding["rule"])) == finding["rule"]
        assert cells(terminal, row, 41, 500).rstrip() == finding["message"]


@pytest.mark.skipif(shutil.which("vim") is None, reason="vim is not installed")
def test_vim_reads_concise(tmp_path: Path) -> None:
    (tmp_path / "out.txt").write_text(report("concise"), "utf-8")
    subprocess.run(QUICKFIX, cwd=tmp_path, stdin=subprocess.DEVNULL, check=True, timeout=60)
    entries = json.loads((tmp_path / "out.json").read_text("utf-8"))
    for entry, finding in zip(entries, findings(), strict=True):
        assert entry["valid"] == 1
        assert (entry["file"], entry["lnum"], entry["col"]) == (
            NAME, finding["start"]["line"], finding["start"]["column"],
        )  # fmt: skip
        assert entry["text"] == f"{finding['code']} {finding['rule']} {finding['message']}"


def test_several_at_once(tmp_path: Path) -> None:
    (tmp_path / NAME).write_bytes(ARTICLE.encode())
    outputs = [each for name in FORMATS for each in ("--output", f"{name}=out.{name}")]
    done = factcheck(
        "scan", NAME, *OWN, "--isolated", "--as-of", "2026-11-23", "--lang", "zh",
        "--output-format", "json", *outputs, directory=tmp_path,
    )  # fmt: skip
    assert done.stdout == report("json")
    for name in FORMATS:
        assert (tmp_path / f"out.{name}").read_bytes() == report(name).encode()
