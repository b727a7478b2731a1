"""``--diff-base``: only what stands on lines that have changed since a git revision."""

from __future__ import annotations

import functools
import os
import re
import subprocess
from collections.abc import Sequence
from dataclasses import replace

from factcheck.errors import FactcheckError
from factcheck.findings import FileReport, Finding, Report

# External drivers are the repository's code, which must not run.
_PLAIN = ("--no-ext-diff", "--no-textconv", "--no-color", "--ignore-cr-at-eol")
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
    """First and last line of each change in a file since it parted from a revision; None if all of it is new."""
    directory, name = os.path.split(os.path.abspath(path))
    base = _base(directory, revision)
    old = _renames(directory, base).get(os.path.realpath(path), "")
    known = subprocess.run(["git", "cat-file", "-e", f"{base}:./{name}"], cwd=directory, capture_output=True)
    if known.returncode and not old:
        return None
    diff = _git(
        directory, "diff", *_PLAIN, "--find-renames", "--unified=0", base, "--", *filter(None, (old, name))
    )
    ranges = []
    for match in _HUNK.finditer(diff):
        first, count = int(match.group(1)), int(match.group(2) or 1)
        if count:
            ranges.append((first, first + count - 1))
    return ranges


@functools.cache
def _base(directory: str, revision: str) -> str:
    """Where the work at hand parted from a revision: what others have changed there since is not ours."""
    if revision.startswith("-"):
        raise FactcheckError(f"--diff-base: {revision!r} is no revision")
    try:
        commit = _git(directory, "rev-parse", "--verify", "--quiet", f"{revision}^{{commit}}")
    except FactcheckError as error:
        advice = "in CI, fetch the history (fetch-depth: 0, GIT_DEPTH: 0)"
        raise FactcheckError(f"{error.message}; {advice}") from error
    try:
        return _git(directory, "merge-base", revision, "HEAD").decode().strip()
    except FactcheckError:  # no common history
        return commit.decode().strip()


@functools.cache
def _renames(directory: str, base: str) -> dict[str, str]:
    """New path of each file renamed since a commit, to its old one."""
    top = _git(directory, "rev-parse", "--show-toplevel").decode(errors="surrogateescape").rstrip("\n")
    listed = _git(
        directory, "diff", *_PLAIN, "--find-renames", "--name-status", "--diff-filter=R", "-z", base
    )
    fields = listed.decode(errors="surrogateescape").split("\0")
    pairs = zip(fields[1::3], fields[2::3], strict=False)
    return {os.path.realpath(os.path.join(top, new)): os.path.join(top, old) for old, new in pairs}


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
