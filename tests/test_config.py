"""Configuration files: which one counts, what they may say, and which rules are meant."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import jsonschema
import pytest

from factcheck.config import KEYS, Selection, Settings, config_schema, load_settings, matches
from factcheck.errors import FactcheckError
from factcheck.findings import ClaimSummary, Finding, Place

RULES = {"wrong-date": "FC102", "wrong-number": "FC103", "outdated-name": "FC401"}


def finding(rule: str, severity: str = "error") -> Finding:
    return Finding(
        path="a.md",
        rule=rule,
        code=RULES[rule],
        severity=severity,
        verdict="contradicted",
        confidence="high",
        start=Place(1, 1, 0),
        end=Place(1, 2, 1),
        text="x",
        messages={"en": "m"},
        claim=ClaimSummary("s", "p", "v", "asserted", ""),
        expected="",
    )


def test_nothing_configured(tmp_path: Path) -> None:
    assert load_settings(directory=str(tmp_path)) == Settings()


def test_the_nearest_file_counts_alone(tmp_path: Path) -> None:
    inner = tmp_path / "docs" / "deep"
    inner.mkdir(parents=True)
    (tmp_path / "factcheck.toml").write_text('ignore = ["wrong-date"]\nfail-on = "never"\n')
    (tmp_path / "docs" / "pyproject.toml").write_text('[tool.factcheck]\nfail-on = "info"\n')
    settings = load_settings(directory=str(inner))
    assert (settings.fail_on, settings.ignore) == ("info", ())
    assert settings.source == str(tmp_path / "docs" / "pyproject.toml")


def test_a_pyproject_without_our_table_does_not_count(tmp_path: Path) -> None:
    (tmp_path / "factcheck.toml").write_text('fail-on = "never"\n')
    (tmp_path / "x").mkdir()
    (tmp_path / "x" / "pyproject.toml").write_text('[project]\nname = "factcheck"\n[tool]\nother = 1\n')
    assert load_settings(directory=str(tmp_path / "x")).fail_on == "never"
    with pytest.raises(FactcheckError, match="has no table"):
        load_settings(str(tmp_path / "x" / "pyproject.toml"))


@pytest.mark.parametrize("table", ["[tool.factcheck]\n", '[ tool . "factcheck" ]\n', "[tool]\nfactcheck."])
def test_ways_to_write_the_table(tmp_path: Path, table: str) -> None:
    (tmp_path / "pyproject.toml").write_text(f'{table}fail-on = "never"\n')
    assert load_settings(directory=str(tmp_path)).fail_on == "never"


def test_extend(tmp_path: Path) -> None:
    (tmp_path / "base").mkdir()
    (tmp_path / "base" / "base.toml").write_text('select = ["FC1"]\nclaims = ["facts"]\nlang = "zh"\n')
    (tmp_path / "factcheck.toml").write_text('extend = "base/base.toml"\nlang = "en"\n')
    settings = load_settings(directory=str(tmp_path))
    assert (settings.select, settings.lang) == (("FC1",), "en")
    assert settings.claims == (str(tmp_path / "base" / "facts"),)
    (tmp_path / "base" / "base.toml").write_text('extend = "../factcheck.toml"\n')
    with pytest.raises(FactcheckError, match="extends itself"):
        load_settings(directory=str(tmp_path))


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("ingore = []", r"factcheck.toml: unknown key 'ingore' \(did you mean 'ignore'\?\)"),
        ("zzzzzzzz = 1", "unknown key 'zzzzzzzz'; known are extend, select"),
        ('select = "FC1"', r"select: expected a list of strings.*found 'FC1'"),
        ("force-exclude = 1", "force-exclude: expected true or false, found 1"),
        ('fail-on = "bad"', "fail-on: expected one of error, warning, info, never, found 'bad'"),
        ('as-of = "May"', "as-of: 'May' is not a date"),
        ('severity = {wrong-date = "fatal"}', "severity: expected a table of rules"),
        ('per-file-ignores = {"*.md" = "FC1"}', "per-file-ignores: expected a list"),
        ('lang = "fr"', "lang: expected one of zh, en"),
        ("select = [", "factcheck.toml: "),
    ],
)
def test_errors_name_file_and_key(tmp_path: Path, text: str, message: str) -> None:
    (tmp_path / "factcheck.toml").write_text(text)
    with pytest.raises(FactcheckError, match=message):
        load_settings(directory=str(tmp_path))


def test_a_date_of_toml(tmp_path: Path) -> None:
    (tmp_path / "factcheck.toml").write_text("as-of = 2024-05-13\n")
    assert load_settings(directory=str(tmp_path)).as_of == "2024-05-13"


def test_the_schema_says_what_the_reader_takes() -> None:
    schema = config_schema()
    jsonschema.Draft202012Validator.check_schema(schema)
    assert set(schema["properties"]) == {"extend", *KEYS}
    good = {"select": ["FC1"], "severity": {"wrong-date": "info"}, "per-file-ignores": {"a": ["b"]}}
    jsonschema.validate(good, schema)
    for bad in ({"x": 1}, {"select": "FC1"}, {"fail-on": "x"}):
        with pytest.raises(jsonschema.ValidationError):
            jsonschema.validate(bad, schema)


def test_settings_are_shown_under_their_keys() -> None:
    assert set(Settings().plain()) == set(KEYS)


@pytest.mark.parametrize(
    ("settings", "names"),
    [
        (Settings(), {"wrong-date", "wrong-number", "outdated-name", "unused-suppression"}),
        (Settings(select=("FC1",)), {"wrong-date", "wrong-number"}),
        (Settings(select=("FC1",), ignore=("wrong-date",)), {"wrong-number"}),
        (Settings(select=("wrong-date",), extend_select=("FC4",)), {"wrong-date", "outdated-name"}),
        (Settings(select=("all",), ignore=("FC",)), set()),
    ],
)
def test_selection(settings: Settings, names: set[str]) -> None:
    assert Selection(settings, RULES).names == names


def test_severity_and_per_file_ignores() -> None:
    settings = Settings(severity={"FC1": "info"}, per_file_ignores={"drafts/**": ("wrong-number",)})
    selection = Selection(settings, RULES)
    findings = [finding("wrong-date"), finding("wrong-number"), finding("outdated-name", "warning")]
    assert [(f.rule, f.severity) for f in selection.apply("a.md", findings)] == [
        ("wrong-date", "info"),
        ("wrong-number", "info"),
        ("outdated-name", "warning"),
    ]
    assert [f.rule for f in selection.apply("drafts/x/a.md", findings)] == ["wrong-date", "outdated-name"]


@pytest.mark.parametrize("key", ["select", "ignore", "extend_select"])
def test_unknown_rules_are_errors(key: str) -> None:
    settings = replace(Settings(), **{key: ("wrong-dat",)})
    with pytest.raises(FactcheckError, match=r"unknown rule 'wrong-dat'.*'wrong-date'"):
        Selection(settings, RULES)


def test_patterns_are_as_in_gitignore(tmp_path: Path) -> None:
    assert matches(["drafts/"], str(tmp_path / "drafts" / "a.md"), str(tmp_path))
    assert not matches(["*.md", "!a.md"], str(tmp_path / "a.md"), str(tmp_path))
    assert not matches(["*.md"], str(tmp_path.parent / "a.md"), str(tmp_path))
