"""``--diff-base``: only what stands on lines that have changed since a git revision."""

from __future__ import annotations

import os
import re
import subprocess
from collections.abc import Sequence
from dataclasses import replace

from factcheck.errors import FactcheckError
from factcheck.findings import FileReport, Finding, Report

_HUNK = re.compile(rb"^@@ -\S+ \+(\d+)(?:,(\d+))? @@", re.MULTILINE)


def only_changed(report: Report, revision: str) -> Report:
    """The report with the findings on changed lines. Raises FactcheckError for what git refuses."""
    return replace(report, files=tuple(_changed(file, revision) for file in report.files))


def _changed(file: FileReport, revision: str) -> FileReport:
    if not file.findings:
        return file
    lines = changed_lines(file.path, revision)
    if lines is None:
        return file
    return replace(file, findings=tuple(each for each in file.findings if _touches(each, lines)))


def changed_lines(path: str, revision: str) -> list[tuple[int, int]] | None:
    """First and last line of each change in a file since a revision; None if all of it is new."""
    if revision.startswith("-"):
        raise FactcheckError(f"--diff-base: {revision!r} is no revision")
    directory, name = os.path.split(os.path.abspath(path))
    _git(directory, "rev-parse", "--verify", "--quiet", f"{revision}^{{commit}}")
    known = subprocess.run(
        ["git", "cat-file", "-e", f"{revision}:./{name}"], cwd=directory, capture_output=True
    )
    if known.returncode:
        return None
    # External drivers are the repository's code, which must not run.
    options = ("--no-ext-diff", "--no-textconv", "--no-color", "--unified=0", "--ignore-cr-at-eol")
    diff = _git(directory, "diff", *options, revision, "--", name)
    ranges = []
    for match in _HUNK.finditer(diff):
        first, count = int(match.group(1)), int(match.group(2) or 1)
        if count:
            ranges.append((first, first + count - 1))
    return ranges


def _touches(finding: Finding, lines: Sequence[tuple[int, int]]) -> bool:
    return any(first <= finding.end.line and finding.start.line <= last for first, last in lines)


def _git(directory: str, *arguments: str) -> bytes:
    try:
        done = subprocess.run(
            ["git", "-c", "core.fsmonitor=false", *arguments], cwd=directory, capture_output=True, check=True
        )
    except FileNotFoundError as error:
        raise FactcheckError("--diff-base: git is not installed") from error
    except subprocess.CalledProcessError as error:
        reason = error.stderr.decode(errors="replace").strip() or "no such revision, or no git repository"
        raise FactcheckError(f"--diff-base: git {arguments[0]}: {reason}") from error
    return done.stdout
