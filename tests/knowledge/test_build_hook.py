"""The wheel carries the compiled knowledge base, and works from there."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

from factcheck.language.expressions import file_name

from .helpers import ONTOLOGY, ROOT, SAMPLE, VOCABULARY

PYPROJECT = """
[build-system]
requires = ["hatchling", "pyyaml"]
build-backend = "hatchling.build"
[project]
name = "factcheck-lint"
version = "0.1.0"
requires-python = ">=3.11"
[tool.hatch.build.targets.wheel]
packages = ["src/factcheck"]
[tool.hatch.build.targets.wheel.hooks.custom]
"""
BUILD = "from hatchling.build import build_wheel; print(build_wheel('dist'))"


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """The project with a small knowledge base."""
    root = tmp_path / "project"
    ignore = shutil.ignore_patterns("__pycache__")
    shutil.copytree(ROOT / "src" / "factcheck", root / "src" / "factcheck", ignore=ignore)
    shutil.copy(ROOT / "hatch_build.py", root)
    (root / "pyproject.toml").write_text(PYPROJECT)
    (root / "claims" / "models").mkdir(parents=True)
    (root / "rules" / "lexicon").mkdir(parents=True)
    shutil.copy(ONTOLOGY, root / "claims")
    shutil.copy(VOCABULARY, root / "rules" / "lexicon")
    shutil.copytree(ROOT / "sentences", root / "sentences")
    (root / "claims" / "models" / "sample.yaml").write_text(SAMPLE, encoding="utf-8")
    return root


def run(code: str, directory: Path, path: Path | None = None) -> subprocess.CompletedProcess[str]:
    environment = {**os.environ, "FACTCHECK_CACHE_DIR": str(directory / "no-cache")}
    environment.pop("PYTHONPATH", None)
    if path:
        environment["PYTHONPATH"] = str(path)
    return subprocess.run(
        [sys.executable, "-c", code], cwd=directory, env=environment, capture_output=True, text=True
    )


def build(project: Path) -> zipfile.ZipFile:
    built = run(BUILD, project)
    assert built.returncode == 0, built.stderr
    return zipfile.ZipFile(project / "dist" / built.stdout.strip().splitlines()[-1])


def test_the_wheel_carries_the_knowledge_base(project: Path, tmp_path: Path) -> None:
    with build(project) as wheel:
        names = wheel.namelist()
        wheel.extractall(tmp_path / "installed")
    data = sorted(
        name.removeprefix("factcheck/_data/") for name in names if name.startswith("factcheck/_data/")
    )
    assert data == [
        "claims/models/sample.yaml",
        "claims/ontology.yaml",
        file_name(),
        "jieba.frequencies",
        "jieba.trie",
        "knowledge.fck",
        "rules.jsonl",
        "rules/lexicon/vocabulary.yaml",
        *(f"sentences/{path.name}" for path in sorted((ROOT / "sentences").iterdir())),
    ]
    assert not any("hatch_build" in name for name in names)
    code = (
        "from factcheck.knowledge.locate import *; k = open_knowledge(); "
        "print(k.entity_count, k.path, rules_directory(), sep='|')"
    )
    installed = run(code, tmp_path, tmp_path / "installed")
    assert installed.returncode == 0, installed.stderr
    count, path, rules = installed.stdout.strip().split("|")
    assert count == "7"
    assert Path(path) == tmp_path / "installed" / "factcheck" / "_data" / "knowledge.fck"
    assert Path(rules) == tmp_path / "installed" / "factcheck" / "_data" / "rules"
    assert not (tmp_path / "no-cache").exists()


def test_the_data_are_the_same_in_every_build(project: Path) -> None:
    with build(project) as wheel:
        first = {name: wheel.read(name) for name in wheel.namelist() if "_data" in name}
    with build(project) as wheel:
        assert {name: wheel.read(name) for name in first} == first
    assert [path.suffix for path in (project / "dist").iterdir()] == [".whl"]


def test_an_editable_build_compiles_nothing(project: Path) -> None:
    code = (
        "from hatch_build import KnowledgeBuildHook as Hook; data = {'force_include': {}}; "
        "Hook('.', {}, None, None, 'dist', 'wheel').initialize('editable', data); print(data)"
    )
    hooked = run(code, project, project)
    assert hooked.stdout.strip() == "{'force_include': {}}", hooked.stderr
    assert not (project / "dist").exists()


def test_an_error_in_the_claims_ends_the_build(project: Path) -> None:
    path = project / "claims" / "models" / "sample.yaml"
    path.write_text(path.read_text(encoding="utf-8").replace("type: lab", "type: lap"), encoding="utf-8")
    built = run(BUILD, project)
    assert built.returncode != 0
    assert "claims/models/sample.yaml:13:9: deepmind: unknown type 'lap'" in built.stderr
