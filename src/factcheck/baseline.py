"""Known findings that are not shown again, so that a project can start today and mend later.

A finding is known by its file, rule, claim and words, not by its line. An entry whose file is gone stands
for the same finding in any file, as the file may have been renamed.
"""

from __future__ import annotations

import json
import os
from collections import Counter
from collections.abc import Iterable, Sequence
from contextlib import suppress
from dataclasses import dataclass
from typing import Any

from factcheck.errors import FactcheckError
from factcheck.findings import Finding
from factcheck.reporting.addresses import relative_path
from factcheck.reporting.fingerprints import claim_text, normalised_text

VERSION = 1


@dataclass(frozen=True, slots=True, order=True)
class Entry:
    """What identifies a known finding; the path is relative to the baseline's directory, with slashes."""

    path: str
    rule: str
    claim: str
    text: str


class Baseline:
    """Entries, each for as many findings as it counts; ``matched`` is how many it has covered so far."""

    def __init__(self, entries: Iterable[Entry], directory: str) -> None:
        self._left = Counter(entries)
        self._directory = directory
        self._moved = {
            each.path for each in self._left if not os.path.exists(os.path.join(directory, each.path))
        }
        self.matched = 0

    def new(self, findings: Sequence[Finding]) -> tuple[Finding, ...]:
        """The findings that are not known; each entry covers only as many as it counts."""
        return tuple(finding for finding in findings if not self._covers(finding))

    def gone(self, paths: Iterable[str], directories: Iterable[str] = ()) -> list[Entry]:
        """Entries that have covered nothing, of files that were scanned, or are no more in a directory that was."""
        scanned = {relative_path(path, self._directory) for path in paths}
        roots = [os.path.join(os.path.abspath(each), "") for each in directories]
        scanned |= {
            path
            for path in self._moved
            if any(os.path.abspath(os.path.join(self._directory, path)).startswith(root) for root in roots)
        }
        return sorted(entry for entry, count in self._left.items() if count > 0 and entry.path in scanned)

    def of_other_files(self, paths: Iterable[str]) -> Counter[Entry]:
        """The entries of files that are still there and were not scanned."""
        scanned = {relative_path(path, self._directory) for path in paths} | self._moved
        return Counter({entry: count for entry, count in self._left.items() if entry.path not in scanned})

    def _covers(self, finding: Finding) -> bool:
        entry = entry_of(finding, self._directory)
        for candidate in (
            entry,
            *(Entry(path, entry.rule, entry.claim, entry.text) for path in sorted(self._moved)),
        ):
            if self._left[candidate] > 0:
                self._left[candidate] -= 1
                self.matched += 1
                return True
        return False


def entry_of(finding: Finding, directory: str) -> Entry:
    """The identity of a finding in a baseline that stands in a directory."""
    return Entry(
        relative_path(finding.path, directory), finding.rule, claim_text(finding), normalised_text(finding)
    )


def write_baseline(path: str, findings: Iterable[Finding], scanned: Iterable[str] = ()) -> int:
    """Write the findings as known, sorted so that changes are easy to review; returns their number.

    What the baseline knew of files that were not ``scanned`` stays in it.
    """
    from factcheck.knowledge.image import write_atomically

    findings = list(findings)
    scanned = {*scanned, *(finding.path for finding in findings)}
    counts = Counter(entry_of(finding, os.path.dirname(os.path.abspath(path))) for finding in findings)
    kept: Counter[Entry] = Counter()
    if os.path.exists(path):
        with suppress(FactcheckError):  # what is no baseline is written anew
            kept = read_baseline(path).of_other_files(scanned)
    rows = [_row(entry, count) for entry, count in sorted((counts + kept).items())]
    content = json.dumps({"version": VERSION, "findings": rows}, ensure_ascii=False, indent=1) + "\n"
    try:
        write_atomically(path, content.encode("utf-8", "backslashreplace"))
    except OSError as error:
        raise FactcheckError(f"{path}: cannot be written: {error.strerror}") from error
    return counts.total()


def read_baseline(path: str) -> Baseline:
    """Read a baseline. Raises FactcheckError."""
    try:
        with open(path, encoding="utf-8") as file:
            data = json.load(file)
        if data["version"] != VERSION:
            raise FactcheckError(f"{path}: baseline version {data['version']!r} is unknown; write it anew")
        entries = [entry for row in data["findings"] for entry in _entries(row)]
    except OSError as error:
        raise FactcheckError(
            f"{path}: cannot be read: {error.strerror}. Write it with --write-baseline {path}"
        ) from error
    except (ValueError, KeyError, TypeError) as error:
        raise FactcheckError(
            f"{path}: is no baseline: {error}. Write it anew with --write-baseline"
        ) from error
    return Baseline(entries, os.path.dirname(os.path.abspath(path)))


def _row(entry: Entry, count: int) -> dict[str, Any]:
    row = {"path": entry.path, "rule": entry.rule, "claim": entry.claim, "text": entry.text}
    return {**row, "count": count} if count > 1 else row


def _entries(row: dict[str, Any]) -> list[Entry]:
    entry = Entry(str(row["path"]), str(row["rule"]), str(row["claim"]), str(row["text"]))
    return [entry] * int(row.get("count", 1))
