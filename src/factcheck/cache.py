"""Findings of files that have not changed, kept from one scan to the next.

An entry is found by the content of the file and by all that its findings depend on besides: our own code,
facts and rules, those of the user, the settings, the date. It holds that content, which is compared byte for
byte: a hash would have to be imported and trusted. An entry is data, never code; one that cannot be read is no
entry; one that cannot be written costs time, not results.
"""

from __future__ import annotations

import json
import os
import zlib
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import suppress
from dataclasses import replace
from typing import Any

from factcheck.findings import (
    ClaimSummary,
    Edit,
    Evidence,
    FileReport,
    Finding,
    Fix,
    Place,
    Related,
    SourceRef,
    Summary,
)
from factcheck.knowledge.image import write_atomically
from factcheck.knowledge.locate import cache_directory
from factcheck.light import dataclass
from factcheck.reporting.formats import Silenced
from factcheck.version import VERSION

FOLDER = "findings"
SUFFIX = ".findings"
FORMAT_VERSION = 1
MOST_ENTRIES = 4096
_PRIME = 2**127 - 1
_PACKAGE = os.path.dirname(os.path.abspath(__file__))
_DATA = (".py", ".yaml", ".yml", ".json", ".jsonl", ".fck", ".trie", ".frequencies")


@dataclass(frozen=True, slots=True)
class Origin:
    """The knowledge base that findings rest on, as a report names it."""

    version: str
    entities: int
    facts: int


@dataclass(frozen=True, slots=True)
class Entry:
    """What a scan has found in one file, and what it knew."""

    report: FileReport
    silenced: tuple[Silenced, ...]
    origin: Origin


class Cache:
    """The entries for one way of scanning.

    ``settings`` says all that findings depend on besides content, code, facts and rules; ``directories`` are
    the user's own facts and rules; ``today`` is the date to judge at, which matters where anything was judged.
    """

    def __init__(self, settings: str, directories: Iterable[str], today: str) -> None:
        self._folder = os.path.join(cache_directory(), FOLDER)
        self._key = f"{FORMAT_VERSION}\n{settings}\n{_stamp(directories)}"
        self._today = today
        self._has_written = False

    def find(self, path: str, content: bytes, variant: str) -> Entry | None:
        """The entry for a file; ``variant`` is what of its path matters."""
        try:
            with open(self._place(content, variant), "rb") as file:
                head, _, rest = file.read().partition(b"\n")
            header = json.loads(head)
            if header["key"] != self._key or header["variant"] != variant:
                return None
            if header["today"] not in ("", self._today) or rest[: header["size"]] != content:
                return None
            payload = rest[header["size"] :]
            if zlib.crc32(payload) != header["sum"]:
                return None
            return _entry(path, json.loads(payload))
        except (OSError, ValueError, KeyError, TypeError):
            return None

    def keep(self, content: bytes, variant: str, entry: Entry) -> None:
        """Write the entry for a file."""
        payload = json.dumps(_plain(entry), ensure_ascii=False, default=_fields).encode(
            "utf-8", "surrogatepass"
        )
        judged = entry.report.summary.claims or entry.report.findings or entry.silenced
        header = {
            "key": self._key,
            "variant": variant,
            "today": self._today if judged else "",
            "size": len(content),
            "sum": zlib.crc32(payload),
        }
        with suppress(OSError):
            head = json.dumps(header).encode()
            write_atomically(self._place(content, variant), b"\n".join((head, content + payload)))
            self._has_written = True

    def close(self) -> None:
        """Drop the oldest entries, if there are too many."""
        if not self._has_written:
            return
        with suppress(OSError):
            paths = [entry.path for entry in os.scandir(self._folder) if entry.name.endswith(SUFFIX)]
            if len(paths) > MOST_ENTRIES:
                paths.sort(key=lambda path: os.stat(path).st_mtime_ns)
                for path in paths[: len(paths) - MOST_ENTRIES * 3 // 4]:
                    os.unlink(path)

    def _place(self, content: bytes, variant: str) -> str:
        identity = zlib.crc32(f"{self._key}\n{variant}".encode())
        return os.path.join(self._folder, f"{identity:08x}-{zlib.crc32(content):08x}-{len(content)}{SUFFIX}")


def cached_files() -> Iterator[str]:
    """The files that factcheck itself has written to its cache directory."""
    from factcheck.language.tokens import CACHE, FREQUENCIES, TRIE

    kinds = {
        "": (".expressions",),
        FOLDER: (SUFFIX,),
        "knowledge": (".fck", ".files"),
        "rules": (".json", ".jsonl"),
        CACHE: (TRIE, FREQUENCIES),
    }
    for folder, suffixes in kinds.items():
        directory = os.path.join(cache_directory(), folder)
        names = sorted(os.listdir(directory)) if os.path.isdir(directory) else []
        yield from (os.path.join(directory, name) for name in names if _final(name).endswith(suffixes))


def _final(name: str) -> str:
    """The name that a file gets when it is written: a process that was killed leaves ``name.123.tmp``."""
    stem, _, process = name.removesuffix(".tmp").rpartition(".")
    return stem if name.endswith(".tmp") and process.isdecimal() else name


def _stamp(directories: Iterable[str]) -> str:
    """The version, and the names, sizes and times of all files that findings depend on."""
    packaged = os.path.join(_PACKAGE, "_data")
    checkout = os.path.dirname(os.path.dirname(_PACKAGE))
    data = [] if os.path.isdir(packaged) else [os.path.join(checkout, name) for name in ("claims", "rules")]
    lines = [VERSION]
    for directory in (_PACKAGE, *data, *map(os.path.abspath, directories)):
        lines += sorted(_files(directory))
    # The remainder by a large prime tells such lists apart; it takes half a millisecond, and no import.
    return f"{int.from_bytes(chr(10).join(lines).encode('utf-8', 'surrogatepass')) % _PRIME:x}"


def _files(path: str) -> Iterator[str]:
    if os.path.isfile(path):
        yield _stamped(path, os.stat(path))
    elif os.path.isdir(path):
        with os.scandir(path) as entries:
            for entry in entries:
                if entry.name.endswith(_DATA):
                    yield _stamped(entry.path, entry.stat())
                elif "." not in entry.name and entry.name != "__pycache__" and entry.is_dir():
                    yield from _files(entry.path)


def _stamped(path: str, status: os.stat_result) -> str:
    return f"{path} {status.st_size} {status.st_mtime_ns}"


def _plain(entry: Entry) -> dict[str, Any]:
    report = entry.report
    return {
        "source": report.source,
        "encoding": report.encoding,
        "summary": [getattr(report.summary, name) for name in Summary.__slots__],
        "findings": [_plain_finding(finding) for finding in report.findings],
        "silenced": [[_plain_finding(each.finding), each.reason] for each in entry.silenced],
        "origin": [entry.origin.version, entry.origin.entities, entry.origin.facts],
    }


def _plain_finding(finding: Finding) -> dict[str, Any]:
    plain = _fields(finding)
    del plain["path"], plain["related"]
    plain["messages"] = dict(finding.messages)
    return {**plain, "related": [replace(each, path="") for each in finding.related]}


def _fields(of: Any) -> dict[str, Any]:
    """The fields of a dataclass with slots, as they are: ``asdict`` copies all that they hold."""
    return {name: getattr(of, name) for name in of.__slots__}


def _entry(path: str, plain: Mapping[str, Any]) -> Entry:
    findings = tuple(_finding(path, each) for each in plain["findings"])
    silenced = tuple(Silenced(_finding(path, each), str(reason)) for each, reason in plain["silenced"])
    summary = Summary(*map(int, plain["summary"]))
    report = FileReport(path, str(plain["source"]), findings, summary, str(plain["encoding"]))
    version, entities, facts = plain["origin"]
    return Entry(report, silenced, Origin(str(version), int(entities), int(facts)))


def _finding(path: str, plain: Mapping[str, Any]) -> Finding:
    fix = plain["fix"]
    return Finding(
        **{
            **plain,
            "path": path,
            "start": Place(**plain["start"]),
            "end": Place(**plain["end"]),
            "claim": ClaimSummary(**plain["claim"]),
            "evidence": tuple(_evidence(each) for each in plain["evidence"]),
            "related": tuple(_related(path, each) for each in plain["related"]),
            "fix": None if fix is None else Fix(fix["applicability"], _edits(fix["edits"])),
        }
    )


def _evidence(plain: Mapping[str, Any]) -> Evidence:
    return Evidence(plain["fact"], plain["value"], tuple(SourceRef(**each) for each in plain["sources"]))


def _related(path: str, plain: Mapping[str, Any]) -> Related:
    return Related(path, Place(**plain["start"]), Place(**plain["end"]), plain["message"])


def _edits(plain: Sequence[Mapping[str, Any]]) -> tuple[Edit, ...]:
    return tuple(Edit(**each) for each in plain)
