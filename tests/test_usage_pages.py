"""What the pages on usage show is so: every key, every option, every snippet."""

from __future__ import annotations

import re
import subprocess
import sys
import tomllib
from pathlib import Path

import click
import jsonschema
import pytest
import yaml

from factcheck.cli.scan import command
from factcheck.config import config_schema
from factcheck.document.document import parse_document
from factcheck.document.suppressions import suppressions
from factcheck.reporting.formats import FORMATS

DOCS = Path(__file__).parents[1] / "docs"
PAGES = ("usage.md", "usage.en.md")


def snippets(page: str, language: str) -> list[str]:
    text = (DOCS / page).read_text(encoding="utf-8")
    return re.findall(rf"```{language}\n(.*?)```", text, re.DOTALL)


@pytest.mark.parametrize("page", PAGES)
def test_every_option_format_and_key_is_told(page: str) -> None:
    text = (DOCS / page).read_text(encoding="utf-8")
    names = [name for parameter in command.params for name in parameter.opts if name.startswith("--")]
    assert [name for name in names if name not in text] == []
    assert [name for name in FORMATS if f"`{name}`" not in text] == []
    (configuration,) = snippets(page, "toml")
    schema = config_schema()
    given = tomllib.loads(configuration)
    jsonschema.validate(given, schema)
    assert set(given) == set(schema["properties"])


@pytest.mark.parametrize("page", PAGES)
def test_suppressions_are_well_formed(page: str) -> None:
    (text,) = snippets(page, "markdown")
    declared = suppressions(parse_document(text + "\n文。\n"))
    assert declared.problems == ()
    assert len(declared.items) == 6


@pytest.mark.parametrize("page", PAGES)
def test_snippets_satisfy_the_schemas_of_their_readers(page: str, tmp_path: Path) -> None:
    hooks, github, gitlab = snippets(page, "yaml")
    assert {hook["id"] for hook in yaml.safe_load(hooks)["repos"][0]["hooks"]} == {
        "factcheck",
        "factcheck-fix",
    }
    (tmp_path / ".pre-commit-config.yaml").write_text(hooks)
    (tmp_path / "github.yml").write_text(github)
    (tmp_path / "gitlab.yml").write_text(gitlab)
    checks = (
        ["pre_commit", "validate-config", ".pre-commit-config.yaml"],
        ["check_jsonschema", "--builtin-schema", "vendor.github-workflows", "github.yml"],
        ["check_jsonschema", "--builtin-schema", "vendor.gitlab-ci", "gitlab.yml"],
    )
    for check in checks:
        done = subprocess.run([sys.executable, "-m", *check], cwd=tmp_path, capture_output=True, text=True)
        assert done.returncode == 0, done.stdout + done.stderr
    inputs = yaml.safe_load((DOCS.parent / "action.yml").read_text())["inputs"]
    step = next(s for s in yaml.safe_load(github)["jobs"]["factcheck"]["steps"] if s.get("id") == "factcheck")
    assert set(step["with"]) <= set(inputs)


def test_pages_say_the_same_in_both_languages() -> None:
    zh, en = ((DOCS / page).read_text(encoding="utf-8") for page in PAGES)
    assert zh.count("\n## ") == en.count("\n## ")
    assert set(re.findall(r"(?<!\w)--[a-z-]+", zh)) == set(re.findall(r"(?<!\w)--[a-z-]+", en))


def test_the_command_has_no_hidden_options() -> None:
    assert not [p.name for p in command.params if isinstance(p, click.Option) and p.hidden]
