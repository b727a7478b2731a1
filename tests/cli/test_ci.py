"""What runs in CI: the scripts of the GitHub action and the GitLab template, executed as the runners do."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
import yaml

from .helpers import RIGHT, SOURCES, WRONG
from .repository import commit, git, repository

ROOT = Path(__file__).parents[2]
ACTION = ROOT / "action.yml"
GITLAB = ROOT / "ci" / "gitlab.yml"
NEW = "OpenAI发布了TensorFlow。\n"


@pytest.mark.parametrize(("schema", "path"), [("github-actions", ACTION), ("gitlab-ci", GITLAB)])
def test_they_satisfy_the_published_schemas(schema: str, path: Path) -> None:
    done = subprocess.run(
        [sys.executable, "-m", "check_jsonschema", "--builtin-schema", f"vendor.{schema}", str(path)],
        capture_output=True, text=True,
    )  # fmt: skip
    assert done.returncode == 0, done.stdout


@pytest.fixture
def work(tmp_path: Path) -> Path:
    """A repository with one old mistake, and a command ``factcheck`` beside it."""
    (tmp_path / "bin").mkdir()
    command = tmp_path / "bin" / "factcheck"
    command.write_text(f'#!/bin/sh\nPYTHONPATH="{SOURCES}" exec "{sys.executable}" -m factcheck "$@"\n')
    command.chmod(0o755)
    (tmp_path / "runner").mkdir()
    directory = tmp_path / "work"
    directory.mkdir()
    (directory / "a b.md").write_text(WRONG, encoding="utf-8")
    (directory / "ok.md").write_text(RIGHT, encoding="utf-8")
    return repository(directory)


def bash(script: str, work: Path, **variables: str) -> subprocess.CompletedProcess[str]:
    environment = {
        **os.environ,
        "PATH": f"{work.parent / 'bin'}{os.pathsep}{os.environ['PATH']}",
        **variables,
    }
    # as both runners do: stop at the first error
    return subprocess.run(
        ["bash", "--noprofile", "--norc", "-eo", "pipefail", "-c", script],
        cwd=work, capture_output=True, text=True, env=environment,
    )  # fmt: skip


def action(work: Path, **inputs: str) -> tuple[subprocess.CompletedProcess[str], dict[str, str], str]:
    """Run the action; its process, its outputs, the job summary."""
    definition: dict[str, Any] = yaml.safe_load(ACTION.read_text(encoding="utf-8"))
    step = next(step for step in definition["runs"]["steps"] if step.get("id") == "scan")
    given = {name: str(entry["default"]) for name, entry in definition["inputs"].items()}
    given |= {name.replace("_", "-"): value for name, value in inputs.items()}
    variables = {
        name: given[value.removeprefix("${{ inputs.").removesuffix(" }}")]
        for name, value in step["env"].items()
    }
    runner = work.parent / "runner"
    output, summary = runner / "output", runner / "summary"
    output.write_text("")
    summary.write_text("")
    done = bash(
        step["run"], work, **variables,
        RUNNER_TEMP=str(runner), GITHUB_OUTPUT=str(output), GITHUB_STEP_SUMMARY=str(summary),
    )  # fmt: skip
    outputs = dict(line.split("=", 1) for line in output.read_text().splitlines())
    return done, outputs, summary.read_text(encoding="utf-8")


def test_the_action_annotates_sums_up_and_writes_sarif(work: Path) -> None:
    done, outputs, summary = action(work)
    assert done.returncode == 1, done.stderr
    assert done.stdout.startswith("::error title=FC101 wrong-attribution,file=a b.md,line=3,")
    assert outputs == {"status": "1", "sarif": "factcheck.sarif"}
    assert "FC101" in summary
    assert "谷歌" in summary
    log = json.loads((work / "factcheck.sarif").read_text(encoding="utf-8"))
    assert log["runs"][0]["results"][0]["ruleId"] == "FC101"


def test_the_action_on_clean_files(work: Path) -> None:
    done, outputs, summary = action(work, paths="ok.md", sarif="", lang="en")
    assert (done.returncode, done.stdout, outputs) == (0, "", {"status": "0", "sarif": ""})
    assert summary.startswith("### ")
    assert action(work, paths="ok.md", summary="false")[2] == ""


def test_the_action_tells_an_error_from_findings(work: Path) -> None:
    done, outputs, _ = action(work, args="--select no-such-rule")
    assert (done.returncode, outputs["status"], outputs["sarif"]) == (2, "2", "")
    assert "no-such-rule" in done.stderr
    assert action(work, fail_on="never")[0].returncode == 0


def test_the_action_runs_no_input(work: Path) -> None:
    for text in ("$(touch pwned)", "; touch pwned", "--output=x`touch pwned`"):
        action(work, args=text, paths="ok.md")
        action(work, paths=text)
    assert not (work / "pwned").exists()


def test_the_action_on_a_pull_request(work: Path) -> None:
    git(work, "switch", "-qc", "topic")
    (work / "new.md").write_text(NEW, encoding="utf-8")
    commit(work)
    done, _, summary = action(work, diff_base="main")
    assert done.returncode == 1
    assert [line.split(",")[1] for line in done.stdout.splitlines()] == ["file=new.md"]
    assert "a b.md" not in summary


def gitlab(work: Path, **variables: str) -> subprocess.CompletedProcess[str]:
    job = yaml.safe_load(GITLAB.read_text(encoding="utf-8"))["factcheck"]
    return bash("\n".join(job["script"]), work, **{**job["variables"], **variables})


def test_gitlab_reports_code_quality(work: Path) -> None:
    assert gitlab(work).returncode == 1
    issues = json.loads((work / "gl-code-quality-report.json").read_text(encoding="utf-8"))
    assert [issue["location"]["path"] for issue in issues] == ["a b.md"]
    assert gitlab(work, FACTCHECK_PATHS="ok.md").returncode == 0


def test_gitlab_in_a_merge_request(work: Path) -> None:
    base = git(work, "rev-parse", "HEAD").stdout.strip()
    assert gitlab(work, CI_MERGE_REQUEST_DIFF_BASE_SHA=base).returncode == 0
    (work / "new.md").write_text(NEW, encoding="utf-8")
    commit(work)
    assert gitlab(work, CI_MERGE_REQUEST_DIFF_BASE_SHA=base).returncode == 1
    issues = json.loads((work / "gl-code-quality-report.json").read_text(encoding="utf-8"))
    assert [issue["location"]["path"] for issue in issues] == ["new.md"]
