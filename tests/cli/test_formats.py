"""Every format of one nasty document, written by the command: golden files, and readers that are not ours.

``FACTCHECK_UPDATE_GOLDEN=1 pytest tests/cli/test_formats.py`` writes the golden files anew.
"""

from __future__ import annotations

import json
import os
import re
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

from .helpers import factcheck
from .own import OWN

GOLDEN = Path(__file__).parent / "golden"
SARIF = Path(__file__).parents[1] / "reporting" / "schemas" / "sarif-2.1.0-rtm.5.json"
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

# What the consumers' documentation asks for; neither publishes a schema that could be kept here.
GITLAB: dict[str, Any] = {
    "type": "array",
    "items": {
        "type": "object",
        "required": ["description", "check_name", "fingerprint", "severity", "location"],
        "properties": {
            "description": {"type": "string", "minLength": 1},
            "check_name": {"type": "string"},
            "fingerprint": {"type": "string", "minLength": 1},
            "severity": {"enum": ["info", "minor", "major", "critical", "blocker"]},
            "location": {
                "type": "object",
                "required": ["path", "lines"],
                "properties": {
                    "path": {"type": "string", "pattern": "^[^/.]"},
                    "lines": {
                        "type": "object",
                        "required": ["begin"],
                        "properties": {"begin": {"type": "integer", "minimum": 1}},
                    },
                },
            },
        },
    },
}
_POSITION = {
    "type": "object",
    "required": ["line"],
    "additionalProperties": False,
    "properties": {"line": {"type": "integer", "minimum": 1}, "column": {"type": "integer", "minimum": 1}},
}
_RANGE = {
    "type": "object",
    "required": ["start"],
    "additionalProperties": False,
    "properties": {"start": _POSITION, "end": _POSITION},
}
_LOCATION = {
    "type": "object",
    "required": ["path"],
    "additionalProperties": False,
    "properties": {"path": {"type": "string"}, "range": _RANGE},
}
DIAGNOSTIC: dict[str, Any] = {
    "type": "object",
    "required": ["message", "location"],
    "additionalProperties": False,
    "properties": {
        "message": {"type": "string", "minLength": 1},
        "location": _LOCATION,
        "severity": {"enum": ["UNKNOWN_SEVERITY", "ERROR", "WARNING", "INFO"]},
        "source": {"type": "object"},
        "code": {
            "type": "object",
            "additionalProperties": False,
            "properties": {"value": {"type": "string"}, "url": {"type": "string", "format": "uri"}},
        },
        "suggestions": {
            "type": "array",
            "items": {
                "type": "object",
                "required": ["range", "text"],
                "additionalProperties": False,
                "properties": {"range": _RANGE, "text": {"type": "string"}},
            },
        },
        "original_output": {"type": "string"},
        "relatedLocations": {
            "type": "array",
            "items": {
                "type": "object",
                "additionalProperties": False,
                "properties": {"message": {"type": "string"}, "location": _LOCATION},
            },
        },
    },
}


@cache
def report(name: str, lang: str = "zh") -> str:
    """What the command prints in a format."""
    with TemporaryDirectory() as folder:
        directory = Path(folder)
        (directory / NAME).write_bytes(ARTICLE.encode())
        done = factcheck(
            "scan", NAME, *OWN, "--isolated", "--as-of", "2026-11-23", "--lang", lang,
            "--output-format", name, directory=directory,
        )  # fmt: skip
        assert done.returncode == 1, done.stderr
        written = factcheck(
            "scan", NAME, *OWN, "--isolated", "--as-of", "2026-11-23", "--lang", lang,
            "--output", f"{name}=out", directory=directory,
        )  # fmt: skip
        assert written.returncode == 1, written.stderr
        assert (directory / "out").read_bytes() == done.stdout.encode()
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
    """Read as the runner reads commands: properties up to ``::``, each unescaped."""
    lines = report("github").split("\n")[:-1]
    assert len(lines) == len(RULES)
    for line, finding in zip(lines, findings(), strict=True):
        command, _, data = line.removeprefix("::").partition("::")
        kind, _, properties = command.partition(" ")
        given = {
            key: _unescaped(value) for key, value in (each.split("=", 1) for each in properties.split(","))
        }
        assert (kind, given["file"]) == ("error", NAME)
        assert (given["line"], given["col"]) == (
            str(finding["start"]["line"]), str(finding["start"]["column"]),
        )  # fmt: skip
        assert _unescaped(data).startswith(finding["message"])


def _unescaped(text: str) -> str:
    for code, character in (("%3A", ":"), ("%2C", ","), ("%0A", "\n"), ("%0D", "\r"), ("%25", "%")):
        text = text.replace(code, character)
    return text


def test_gitlab() -> None:
    issues = json.loads(report("gitlab"))
    jsonschema.validate(issues, GITLAB)
    assert len({issue["fingerprint"] for issue in issues}) == len(RULES)
    assert {issue["location"]["path"] for issue in issues} == {NAME}


def test_rdjson() -> None:
    data = json.loads(report("rdjson"))
    rows = [json.loads(line) for line in report("rdjsonl").split("\n")[:-1]]
    for diagnostic in (*data["diagnostics"], *rows):
        jsonschema.validate(diagnostic, DIAGNOSTIC)
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
