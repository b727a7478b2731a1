"""The other commands as processes."""

from __future__ import annotations

import json
import subprocess
from pathlib import Path

import jsonschema

from .helpers import WRONG, factcheck


def test_help_lists_all_commands(tmp_path: Path) -> None:
    done = factcheck("--help", directory=tmp_path)
    for command in (
        "scan",
        "trace",
        "explain",
        "rules",
        "evaluate",
        "kb",
        "config",
        "init",
        "cache",
        "completion",
    ):
        assert f"  {command} " in done.stdout
        assert factcheck(command, "-h", directory=tmp_path).returncode == 0
    assert "检查文章里的事实" in factcheck("--help", directory=tmp_path, env={"LANG": "zh_CN"}).stdout


def test_an_unknown_command_is_an_error_with_a_suggestion(tmp_path: Path) -> None:
    done = factcheck("scna", "x", directory=tmp_path)
    assert (done.returncode, done.stderr) == (
        2,
        "factcheck: error: no such command: scna (did you mean scan?)\n",
    )
    assert factcheck(directory=tmp_path).returncode == 2


def test_trace(tmp_path: Path) -> None:
    (tmp_path / "a.md").write_text(WRONG, encoding="utf-8")
    done = factcheck("trace", "a.md:3", directory=tmp_path)
    assert done.returncode == 0
    assert "OpenAI → openai" in done.stdout
    rows = [
        json.loads(line)
        for line in factcheck("trace", "--json", "a.md", directory=tmp_path).stdout.splitlines()
    ]
    assert any(row["line"] == 3 and row["claims"] for row in rows)
    assert factcheck("trace", "none.md", directory=tmp_path).returncode == 2


def test_rules_and_explain(tmp_path: Path) -> None:
    listed = json.loads(factcheck("rules", "--json", directory=tmp_path).stdout)
    assert {"FC101", "FC102", "FC901"} <= {rule["code"] for rule in listed}
    for rule in listed:
        done = factcheck("explain", rule["code"], "--lang", "zh", directory=tmp_path)
        assert done.stdout.startswith(f"{rule['code']} {rule['name']}: ")
    done = factcheck("explain", "wrong-dte", directory=tmp_path)
    assert (done.returncode, "wrong-date" in done.stderr) == (2, True)


def test_config_schema(tmp_path: Path) -> None:
    schema = json.loads(factcheck("config", directory=tmp_path).stdout)
    jsonschema.Draft202012Validator.check_schema(schema)


def test_init_then_scan(tmp_path: Path) -> None:
    assert factcheck("init", directory=tmp_path, env={"LANG": "zh_CN.UTF-8"}).returncode == 0
    shown = json.loads(factcheck("scan", "--show-settings", directory=tmp_path).stdout)
    assert (shown["lang"], shown["source"]) == ("zh", str(tmp_path / "factcheck.toml"))
    assert "entry: factcheck scan" in (tmp_path / ".pre-commit-config.yaml").read_text()
    assert factcheck("init", directory=tmp_path).returncode == 2


def test_completion(tmp_path: Path) -> None:
    for shell in ("zsh", "fish"):
        assert "_FACTCHECK_COMPLETE" in factcheck("completion", shell, directory=tmp_path).stdout
    script = factcheck("completion", "bash", directory=tmp_path).stdout
    assert subprocess.run(["bash", "-n"], input=script, text=True).returncode == 0
    words = {"_FACTCHECK_COMPLETE": "bash_complete", "COMP_WORDS": "factcheck sc", "COMP_CWORD": "1"}
    assert "plain,scan" in factcheck(directory=tmp_path, env=words).stdout


def test_kb_show_search_explain(tmp_path: Path) -> None:
    card = factcheck("kb", "show", "bert", directory=tmp_path).stdout
    assert "bert.created_by" in card
    assert "https://arxiv.org/abs/1810.04805" in card
    assert factcheck("kb", "search", "谷戈", directory=tmp_path).stdout.splitlines()[1].split()[1] == "google"
    assert "tensorflow " in factcheck("kb", "search", "tensorflwo", directory=tmp_path).stdout
    explained = factcheck("kb", "explain", "bert.created_by", directory=tmp_path).stdout
    assert "✓ Google" in explained
    assert factcheck("kb", "show", "bret", directory=tmp_path).returncode == 2


def test_kb_stats_with_frequencies(tmp_path: Path) -> None:
    (tmp_path / "f.csv").write_text("name,count\nBERT,30\n不存在的模型,10\n", encoding="utf-8")
    done = factcheck("kb", "stats", "--frequencies", "f.csv", directory=tmp_path)
    assert "30 of 40 mentions known (75.0%)" in done.stdout


def test_kb_export(tmp_path: Path) -> None:
    entities = [
        json.loads(line) for line in factcheck("kb", "export", directory=tmp_path).stdout.split("\n")[:-1]
    ]
    bert = next(entity for entity in entities if entity["id"] == "bert")
    assert any(fact["predicate"] == "created_by" and fact["value"] == ["google"] for fact in bert["facts"])
    quads = factcheck("kb", "export", "--format", "nquads", directory=tmp_path).stdout
    assert (
        "<urn:factcheck:entity:bert> <urn:factcheck:predicate:created_by> <urn:factcheck:entity:google> "
        "<urn:factcheck:fact:bert.created_by> .\n"
    ) in quads


def test_kb_schema_accepts_claims(tmp_path: Path) -> None:
    schema = json.loads(factcheck("kb", "schema", directory=tmp_path).stdout)
    jsonschema.Draft202012Validator.check_schema(schema)


MESSY = """\
# 关于模型
- id: zorb@@@
  type: model   # 注
  names: [ Zorb,Zorb模型 ]
  facts:
    created_by: { value: google, sources: [ a ] }
  sources:
    a: {url: "https://example.com/a,b", title: "x,  {y}", checked: 2026-11-23}
# 第二个
- id: zorb-2
  type: model
  names: [Zorb 2]


  facts:
    based_on: {value: zorb, sources: [a]}
  sources: {a: {url: "https://example.com/2", checked: 2026-11-23}}


"""
TIDY = """\
# 关于模型
- id: zorb
  type: model   # 注
  names: [Zorb, Zorb模型]
  facts:
    created_by: {value: google, sources: [a]}
  sources:
    a: {url: "https://example.com/a,b", title: "x,  {y}", checked: 2026-11-23}

# 第二个
- id: zorb-2
  type: model
  names: [Zorb 2]

  facts:
    based_on: {value: zorb, sources: [a]}
  sources: {a: {url: "https://example.com/2", checked: 2026-11-23}}
"""


def test_kb_fmt(tmp_path: Path) -> None:
    path = tmp_path / "own.yaml"
    path.write_bytes(MESSY.replace("@", " ").replace("\n", "\r\n").encode())
    assert factcheck("kb", "fmt", "--check", "own.yaml", directory=tmp_path).returncode == 1
    assert factcheck("kb", "fmt", "own.yaml", directory=tmp_path).returncode == 0
    assert path.read_text(encoding="utf-8") == TIDY
    assert factcheck("kb", "fmt", "--check", "own.yaml", directory=tmp_path).returncode == 0


def test_kb_check_and_own_claims(tmp_path: Path) -> None:
    facts = tmp_path / "facts"
    facts.mkdir()
    (facts / "own.yaml").write_text(TIDY, encoding="utf-8")
    (tmp_path / "a.md").write_text("微软发布了Zorb模型。\n", encoding="utf-8")
    assert factcheck("scan", "a.md", directory=tmp_path).returncode == 0
    done = factcheck("scan", "a.md", "--claims", "facts", directory=tmp_path)
    assert (done.returncode, "wrong-attribution" in done.stdout) == (1, True)
    (facts / "own.yaml").write_text(TIDY.replace("value: google", "value: nobody-known"), encoding="utf-8")
    broken = factcheck("kb", "check", "facts", directory=tmp_path)
    assert (broken.returncode, "own.yaml:6:" in broken.stdout) == (1, True)
    assert factcheck("scan", "a.md", "--claims", "facts", directory=tmp_path).returncode == 2


def test_kb_diff(tmp_path: Path) -> None:
    facts = tmp_path / "facts"
    facts.mkdir()
    (facts / "ontology.yaml").write_bytes(
        (Path(__file__).parents[2] / "claims" / "ontology.yaml").read_bytes()
    )
    (facts / "own.yaml").write_text(TIDY.replace("google", "zorb"), encoding="utf-8")
    for command in (
        ["init", "-q"],
        ["add", "."],
        ["-c", "user.name=x", "-c", "user.email=x@x", "commit", "-qm", "x"],
    ):
        subprocess.run(["git", *command], cwd=tmp_path, check=True)
    assert factcheck("kb", "diff", "HEAD", "facts", directory=tmp_path).stdout == ""
    changed = TIDY.replace("google", "zorb-2").replace("Zorb 2]", "Zorb 2, 佐布2]")
    (facts / "own.yaml").write_text(changed, encoding="utf-8")
    done = factcheck("kb", "diff", "HEAD", "facts", directory=tmp_path)
    assert "+ zorb-2 name: 佐布2" in done.stdout
    assert factcheck("kb", "diff", "nonsense", "facts", directory=tmp_path).returncode == 2


def test_rule_pages_are_those_of_the_rules(tmp_path: Path) -> None:
    done = factcheck(
        "rules", "docs", str(Path(__file__).parents[2] / "docs" / "rules"), "--check", directory=tmp_path
    )
    assert (done.returncode, done.stdout) == (0, ""), "run: factcheck rules docs docs/rules"


def test_stale_rule_pages_are_told_and_written_anew(tmp_path: Path) -> None:
    assert factcheck("rules", "docs", "pages", "--check", directory=tmp_path).returncode == 1
    assert factcheck("rules", "docs", "pages", directory=tmp_path).returncode == 0
    assert factcheck("rules", "docs", "pages", "--check", directory=tmp_path).returncode == 0
    page = tmp_path / "pages" / "wrong-date.md"
    explained = factcheck("explain", "wrong-date", "--lang", "zh", directory=tmp_path).stdout
    for line in explained.splitlines()[2:8]:
        assert line.strip() in page.read_text(encoding="utf-8")
    page.write_text("x")
    (tmp_path / "pages" / "no-such-rule.md").write_text("x")
    done = factcheck("rules", "docs", "pages", "--check", directory=tmp_path)
    assert (done.returncode, done.stdout) == (
        1,
        "pages/wrong-date.md: stale; run: factcheck rules docs\npages/no-such-rule.md: no such rule\n",
    )


def test_every_message_has_a_help_address(tmp_path: Path) -> None:
    (tmp_path / "a.md").write_text(WRONG, encoding="utf-8")
    for form in ("json", "jsonl", "sarif", "github", "junit", "rdjson", "rdjsonl", "markdown"):
        done = factcheck("scan", "a.md", "--output-format", form, directory=tmp_path)
        assert "/docs/rules/wrong-attribution.md" in done.stdout, form
    full = factcheck("scan", "a.md", "--output-format", "full", directory=tmp_path)
    assert "factcheck explain wrong-attribution" in full.stdout
