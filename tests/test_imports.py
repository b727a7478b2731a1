"""Imports point one way, and a scan imports only what it needs."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path

import pytest

import factcheck

ROOT = Path(__file__).parent.parent
PLAIN = "2018年10月，谷歌发布了BERT，参数量为3.4亿。\n"
AMBIGUOUS = "2024年，人们在苹果园里谈论人工智能。\n"

# Not needed to read an article and report as JSON, or so slow to import that a scan must do without.
NEVER = {
    "factcheck.document.projection",
    "importlib.metadata",
    "jsonschema",
    "multiprocessing",
    "pkg_resources",
    "rich",
    "tomllib",
    "yaml",
}
# Needed only to tell whether a name is part of a longer word.
TOKENS = {"jieba", "marisa_trie"}
CONTRACTS = (
    "import sys; from importlinter import cli; sys.exit(cli.lint_imports(no_cache=True, no_logo=True))"
)
LOADED = (
    "import sys; from factcheck.__main__ import main; main({arguments}); print(*sys.modules, file=sys.stderr)"
)


@pytest.fixture(scope="module")
def cache(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A cache that holds the compiled knowledge base and rules, as after a first scan."""
    directory = tmp_path_factory.mktemp("cache")
    modules_of_scan(AMBIGUOUS, directory)
    return directory


def modules_of_scan(text: str, cache: Path) -> set[str]:
    """The modules that the scan of a text has imported when it ends."""
    (cache / "article.md").write_text(text, encoding="utf-8")
    return modules_after(["scan", "article.md", "--isolated", "--no-cache", "--output-format", "json"], cache)


def modules_after(arguments: Sequence[str], cache: Path) -> set[str]:
    """The modules that a command has imported when it ends."""
    ran = subprocess.run(
        [sys.executable, "-c", LOADED.format(arguments=list(arguments))],
        cwd=cache,
        env={
            **os.environ,
            "FACTCHECK_CACHE_DIR": str(cache),
            "PYTHONPATH": str(Path(factcheck.__file__).parent.parent),
            "PYTHONIOENCODING": "utf-8",
        },
        capture_output=True,
        encoding="utf-8",
        check=True,
    )
    return set(ran.stderr.split())


def test_imports_point_one_way() -> None:
    """The contracts are in pyproject.toml."""
    ran = subprocess.run([sys.executable, "-c", CONTRACTS], cwd=ROOT, capture_output=True, encoding="utf-8")
    assert ran.returncode == 0, ran.stdout


def test_a_scan_imports_only_what_it_needs(cache: Path) -> None:
    modules = modules_of_scan(PLAIN, cache)
    assert "factcheck.engine" in modules
    assert sorted(modules & (NEVER | TOKENS)) == []
    assert [name for name in modules if name.startswith("factcheck.evaluation")] == []


def test_a_name_that_may_be_part_of_a_word_needs_tokens(cache: Path) -> None:
    modules = modules_of_scan(AMBIGUOUS, cache)
    assert modules >= TOKENS
    assert sorted(modules & NEVER) == []


def test_the_version_is_told_before_click_is_imported(cache: Path) -> None:
    modules = modules_after(["--version"], cache)
    assert "factcheck.version" in modules
    assert sorted(modules & (NEVER | TOKENS | {"click", "factcheck.engine"})) == []
