"""``--fix`` and ``--diff``: mend, scan again, until nothing is left to mend."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from factcheck.cli.output import note, write_report
from factcheck.cli.scanning import STDIN, Request, Scan, Scanned
from factcheck.document.document import parse_document
from factcheck.errors import FactcheckError
from factcheck.findings import Finding
from factcheck.fixing import apply_fixes, unified_diff, write_back
from factcheck.reporting.messages import say

MOST_ROUNDS = 10
"""A fix may uncover another; one that never comes to rest is not waited for."""


@dataclass(frozen=True, slots=True)
class Mended:
    """A file after its fixes: what is left, and how many were made."""

    scanned: Scanned
    count: int


def mend_all(scan: Scan, request: Request, lang: str) -> int:
    """Mend the files of a scan, which then holds what is left to report; or show the diff.

    Returns the number of fixes.
    """
    total = 0
    for index, scanned in enumerate(scan.scanned):
        mended = mend(scan, scanned, request.unsafe_fixes)
        if mended.count and request.diff:
            write_report(
                unified_diff(scanned.report.path, scanned.report.source, mended.scanned.report.source)
            )
        elif mended.count and not _written(scan, scanned, mended, request):
            continue
        elif not mended.count and STDIN in request.paths and not request.diff:
            write_report([mended.scanned.report.source])
        if not request.diff:
            scan.scanned[index] = mended.scanned
        total += mended.count
    if not request.quiet:
        note(say(lang, "fixes.possible" if request.diff else "fixes.made", n=total))
    return total


def mend(scan: Scan, scanned: Scanned, unsafe: bool) -> Mended:
    """Apply fixes and scan again until there are none."""
    count = 0
    for _ in range(MOST_ROUNDS):
        report = scanned.report
        fixed = apply_fixes(report.source, _not_known(scan, report.findings), unsafe)
        if fixed.source == report.source:
            break
        count += len(fixed.applied)
        scanned = scan.document(parse_document(fixed.source, report.path, report.encoding))
    return Mended(scanned, count)


def _not_known(scan: Scan, findings: Sequence[Finding]) -> Sequence[Finding]:
    """The findings that the baseline does not put off."""
    if not findings or not scan.settings.baseline:
        return findings
    from factcheck.baseline import read_baseline

    return read_baseline(scan.settings.baseline).new(findings)


def _written(scan: Scan, old: Scanned, mended: Mended, request: Request) -> bool:
    new = mended.scanned.report
    if STDIN in request.paths:
        write_report([new.source])
        return True
    try:
        write_back(new.path, old.report.source, new.source, new.encoding)
    except FactcheckError as error:
        scan.failures.append(error.message)
        return False
    return True
