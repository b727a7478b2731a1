"""Applying fixes to sources, and writing files back in their encoding, with their line ends and mode."""

from __future__ import annotations

import os
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from factcheck.errors import FactcheckError
from factcheck.findings import Edit, Finding, Fix

_LINE = re.compile(r"[^\n]*\n|[^\n]+")  # str.splitlines would also cut at form feeds and U+2028


@dataclass(frozen=True, slots=True)
class Fixed:
    """A source with fixes applied, and the findings that they were of."""

    source: str
    applied: tuple[Finding, ...]


def apply_fixes(source: str, findings: Iterable[Finding], unsafe: bool = False) -> Fixed:
    """Apply the safe fixes, or the unsafe ones too; a fix is applied wholly or not at all.

    Of fixes that touch each other the one that begins first is applied; the others wait for the next round,
    when the source has been scanned again. Fixes that make the same edits are applied once.
    """
    allowed = ("safe", "unsafe") if unsafe else ("safe",)
    chosen: list[Edit] = []
    applied: list[Finding] = []
    for finding, fix in sorted(_fixes(findings), key=lambda pair: _range(pair[1])):
        if fix.applicability not in allowed:
            continue
        if all(edit in chosen for edit in fix.edits):
            applied.append(finding)
        elif not any(_touch(edit, other) for edit in fix.edits for other in chosen):
            chosen += fix.edits
            applied.append(finding)
    return Fixed(apply_edits(source, chosen), tuple(applied))


def apply_edits(source: str, edits: Iterable[Edit]) -> str:
    """Carry out edits that do not overlap."""
    pieces: list[str] = []
    place = 0
    for edit in sorted(edits, key=lambda each: (each.start, each.end)):
        pieces += [source[place : edit.start], edit.text]
        place = edit.end
    return "".join([*pieces, source[place:]])


def write_back(path: str, old: str, new: str, encoding: str) -> None:
    """Replace a file whose decoded text is ``old``, at once or not at all. Raises FactcheckError.

    A symbolic link stays; a file that has changed since it was read is left alone.
    """
    target = os.path.realpath(path)
    try:
        with open(target, "rb") as file:
            data = file.read()
        if not _reads(data, encoding, old):
            raise FactcheckError(f"{path}: has changed while it was scanned; nothing was written")
        _replace(target, encoded(new, encoding, data))
    except OSError as error:
        raise FactcheckError(f"{path}: cannot be written: {error.strerror}") from error


def encoded(text: str, encoding: str, like: bytes) -> bytes:
    """The bytes of a text in an encoding, with the byte order that ``like`` begins with."""
    if encoding == "utf-16":
        big = like.startswith(b"\xfe\xff")
        return (b"\xfe\xff" if big else b"\xff\xfe") + text.encode("utf-16-be" if big else "utf-16-le")
    return text.encode(encoding)


def unified_diff(path: str, old: str, new: str) -> Iterator[str]:
    """The lines of a diff that ``git apply`` and ``patch`` read."""
    from difflib import unified_diff as diff

    for line in diff(_LINE.findall(old), _LINE.findall(new), path, path):
        yield line if line.endswith("\n") else f"{line}\n\\ No newline at end of file\n"


def _reads(data: bytes, encoding: str, text: str) -> bool:
    try:
        return data.decode(encoding) == text
    except UnicodeDecodeError:
        return False


def _fixes(findings: Iterable[Finding]) -> Iterator[tuple[Finding, Fix]]:
    for finding in findings:
        if finding.fix is not None and finding.fix.edits:
            yield finding, finding.fix


def _range(fix: Fix) -> tuple[int, int]:
    return min(edit.start for edit in fix.edits), max(edit.end for edit in fix.edits)


def _touch(one: Edit, other: Edit) -> bool:
    """Whether two edits overlap, or insert at the same place."""
    if one.start == one.end or other.start == other.end:
        return one.start <= other.end and other.start <= one.end
    return one.start < other.end and other.start < one.end


def _replace(path: str, data: bytes) -> None:
    import tempfile

    mode = os.stat(path).st_mode & 0o7777
    descriptor, temporary = tempfile.mkstemp(dir=os.path.dirname(path), prefix=".factcheck-")
    try:
        with os.fdopen(descriptor, "wb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        os.chmod(temporary, mode)
        os.replace(temporary, path)
    except BaseException:
        os.unlink(temporary)
        raise
