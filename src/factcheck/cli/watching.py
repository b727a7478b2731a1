"""``--watch``: scan again whenever a file changes, until interrupted."""

from __future__ import annotations

import os
from collections.abc import Sequence
from time import sleep

from factcheck.cli.output import note
from factcheck.cli.scanning import STDIN, Request, Scan, files_of, scan_once
from factcheck.errors import FactcheckError
from factcheck.reporting.messages import language, say

INTERVAL = 0.5


def watch(scan: Scan, request: Request, outputs: Sequence[tuple[str, str]]) -> int:
    """Scan all files, then again those that have changed; ends with KeyboardInterrupt only."""
    if STDIN in request.paths:
        raise FactcheckError("--watch does not go with standard input")
    known: dict[str, int] = {}
    while True:
        present = _times(files_of(request, scan.settings))
        changed = [path for path, time in present.items() if known.get(path) != time]
        if changed:
            scan_once(scan, changed, request, outputs)
            note(say(language(scan.settings.lang), "watching"))
            present.update(_times(changed))  # --fix may have written them
        known = present
        sleep(INTERVAL)


def _times(paths: Sequence[str]) -> dict[str, int]:
    """Times of modification; a file that has just vanished has none."""
    times = {}
    for path in paths:
        try:
            times[path] = os.stat(path).st_mtime_ns
        except OSError:
            continue
    return times
