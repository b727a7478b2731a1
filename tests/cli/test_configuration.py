"""Configuration as a process: which file counts, what it may say, what the command line adds."""

from __future__ import annotations

import json
from pathlib import Path

import jsonschema
import pytest

from .helpers import WRONG, factcheck
from .own import OWN

OTHER = "用Tensorfow训练模型。\n"


@pytest.fixture
def work(tmp_path: Path) -> Path:
    (tmp_path / "docs" / "drafts").mkdir(parents=True)
    (tmp_path / "a.md").write_text(WRONG + "\n" + OTHER, encoding="utf-8")
    (tmp_path / "docs" / "drafts" / "b.md").write_text(WRONG, encoding="utf-8")
    return tmp_path


def found(work: Path, *arguments: str, directory: str = ".") -> list[tuple[str, str, str]]:
    done = factcheck("scan", *arguments, "--output-format", "json", directory=work / directory)
    assert done.returncode < 2, done.stderr
    return [(f["path"], f["code"], f["severity"]) for f in json.loads(done.stdout)["findings"]]


def settings(work: Path, *arguments: str, directory: str = ".") -> dict[str, object]:
    shown: dict[str, object] = json.loads(
        factcheck("scan", "--show-settings", *arguments, directory=work / directory).stdout
    )
    return shown


@pytest.mark.parametrize(
    ("name", "head"),
    [("pyproject.toml", "[tool.factcheck]\n"), ("factcheck.toml", ""), (".factcheck.toml", "")],
)
def test_each_kind_of_file(work: Path, name: str, head: str) -> None:
    (work / name).write_text(f'{head}select = ["misspelled-name"]\n')
    assert found(work, "a.md") == [("a.md", "FC117", "error")]
    assert len(found(work, "a.md", "--isolated")) == 2


def test_the_nearest_file_counts_and_may_extend(work: Path) -> None:
    (work / "factcheck.toml").write_text('ignore = ["FC101"]\nlang = "zh"\n')
    (work / "docs" / "factcheck.toml").write_text('lang = "en"\n')
    assert settings(work, directory="docs/drafts")["ignore"] == []
    (work / "docs" / "factcheck.toml").write_text('extend = "../factcheck.toml"\nlang = "en"\n')
    shown = settings(work, directory="docs/drafts")
    assert (shown["ignore"], shown["lang"]) == (["FC101"], "en")
    assert settings(work, "--config", "../factcheck.toml", directory="docs")["lang"] == "zh"
    assert settings(work, "--isolated", directory="docs")["source"] is None
    assert factcheck("scan", ".", "--config", "none.toml", directory=work).returncode == 2


def test_what_is_shown_is_a_configuration(work: Path) -> None:
    (work / "factcheck.toml").write_text(
        'per-file-ignores = {"docs/**" = ["FC1"]}\nseverity = {FC117 = "info"}\n'
    )
    shown = settings(work)
    del shown["source"]
    given = {key: value for key, value in shown.items() if value}
    schema = json.loads(factcheck("config", directory=work).stdout)
    jsonschema.Draft202012Validator(schema).validate(given)


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ('selct = ["FC1"]', "unknown key 'selct' (did you mean 'select'?)"),
        ('select = ["wrong-dat"]', "unknown rule 'wrong-dat'"),
        ('fail-on = "fatal"', "fail-on: expected one of"),
        ("x = [", "factcheck.toml:"),
    ],
)
def test_mistakes_are_told_and_nothing_is_scanned(work: Path, text: str, message: str) -> None:
    (work / "factcheck.toml").write_text(text + "\n")
    done = factcheck("scan", ".", directory=work)
    assert (done.returncode, done.stdout) == (2, "")
    assert message in done.stderr
    assert "factcheck.toml" in done.stderr or "select" in done.stderr
    assert done.stderr.count("factcheck: error") == 1


def test_selection_severity_and_files(work: Path) -> None:
    assert found(work, "a.md", "--select", "FC11") == [("a.md", "FC117", "error")]
    assert found(work, "a.md", "--ignore", "wrong-attribution,FC117") == []
    (work / "factcheck.toml").write_text(
        'extend-select = ["FC117"]\nselect = ["FC101"]\nseverity = {misspelled-name = "warning"}\n'
        'fail-on = "error"\n[per-file-ignores]\n"docs/**" = ["FC101"]\n'
    )
    assert found(work, ".") == [("./a.md", "FC101", "error"), ("./a.md", "FC117", "warning")]
    only = factcheck("scan", "a.md", "--ignore", "FC101", directory=work)
    assert only.returncode == 0
    assert (
        factcheck("scan", "a.md", "--ignore", "FC101", "--fail-on", "warning", directory=work).returncode == 1
    )


def test_exclusion(work: Path) -> None:
    (work / "factcheck.toml").write_text('exclude = ["drafts/"]\n')
    assert {path for path, _, _ in found(work, ".")} == {"./a.md"}
    named = "docs/drafts/b.md"
    assert [path for path, _, _ in found(work, named)] == [named]
    assert found(work, named, "--force-exclude") == []
    (work / "factcheck.toml").write_text(
        'exclude = ["drafts/"]\nextend-exclude = ["a.*"]\nforce-exclude = true\n'
    )
    assert found(work, ".", named, "a.md") == []


def test_date_own_facts_and_own_rules(work: Path) -> None:
    (work / "facts").symlink_to(OWN[1], target_is_directory=True)
    rule = (
        "name: wrong-home\ncode: MY101\nseverity: warning\ntitle: {zh: 娘家有误, en: Wrong home}\n"
        'message:\n  zh: "{subject}出自{expected}"\n  en: "{subject} comes from {expected}"\n'
        "what: {zh: 甲, en: a}\nwhy: {zh: 乙, en: b}\njudged: {zh: 丙, en: c}\nnot_for: {zh: 丁, en: d}\n"
        "claims:\n  - predicate: created_by\n    value: agent\n    patterns:\n"
        '      - "<subject:thing_of> 的? 娘家 ~ @copula ~ <agent:agent>"\n'
        "ok: [PyTorch的娘家是Facebook。]\nnot_ok: [{text: PyTorch的娘家是谷歌。, flags: PyTorch的娘家是谷歌}]\n"
    )
    (work / "rules").mkdir()
    (work / "rules" / "home.yaml").write_text(rule, encoding="utf-8")
    (work / "docs" / "c.md").write_text("青鸟一号的娘家是谷歌。\n", encoding="utf-8")
    (work / "factcheck.toml").write_text('claims = ["facts"]\nrules = ["rules"]\nas-of = 2026-06-01\n')
    assert found(work, "c.md", directory="docs") == [("c.md", "MY101", "warning")]
    assert settings(work)["as-of"] == "2026-06-01"
    done = factcheck("scan", "a.md", "--output-format", "json", directory=work)
    assert json.loads(done.stdout)["as_of"] == "2026-06-01"
    assert factcheck("rules", "test", "wrong-home", directory=work).returncode == 0


def test_configuration_runs_no_code(work: Path) -> None:
    for text in ('claims = ["$(touch pwned)"]', 'extend = "|touch pwned"', 'baseline = "`touch pwned`"'):
        (work / "factcheck.toml").write_text(text + "\n")
        assert factcheck("scan", "a.md", directory=work).returncode == 2
    assert not (work / "pwned").exists()
