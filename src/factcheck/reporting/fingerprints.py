"""What identifies a finding when lines move: its rule, its claim and its words."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable
from unicodedata import normalize

from factcheck.findings import Finding

_BLOCK = 100
_BASE = 37
_MASK = (1 << 64) - 1
_END = 0xFFFF
_LF, _CR, _BLANKS = 10, 13, (9, 32)


def claim_text(finding: Finding) -> str:
    """The claim on one line; empty for findings that are about no claim."""
    claim = finding.claim
    return f"{claim.subject}.{claim.predicate}={claim.value}" if claim.predicate else ""


def normalised_text(finding: Finding) -> str:
    """The words of the finding without what editing changes lightly: width, white space, letter case."""
    return re.sub(r"\s+", " ", normalize("NFKC", finding.text)).strip().casefold()


def fingerprints(findings: Iterable[Finding]) -> list[str]:
    """A hexadecimal identity for each finding, unique among them: the second of a kind has its own."""
    from hashlib import sha256

    seen: Counter[str] = Counter()
    result = []
    for finding in findings:
        parts = [finding.path, finding.rule, claim_text(finding), normalised_text(finding)]
        identity = "\0".join(parts)
        seen[identity] += 1
        text = f"{identity}\0{seen[identity]}"
        result.append(sha256(text.encode("utf-8", "surrogatepass")).hexdigest()[:32])
    return result


def line_hashes(source: str) -> dict[int, str]:
    """Line number to ``primaryLocationLineHash``, as GitHub's upload of SARIF computes it.

    A polynomial hash (base 37, 64 bits) of the 100 UTF-16 units that start with the line, blanks left out;
    then the how-manieth line with this hash it is. See ``src/fingerprints.ts`` of github/codeql-action.
    """
    hasher = _LineHasher()
    units = memoryview(source.encode("utf-16-le", "surrogatepass")).cast("H")
    for unit in units:
        hasher.read(unit)
    hasher.finish()
    return hasher.hashes


class _LineHasher:
    """A rolling hash over a window of 100 units that remembers where in the window lines begin."""

    def __init__(self) -> None:
        self.hashes: dict[int, str] = {}
        self._window = [0] * _BLOCK
        self._starts = [0] * _BLOCK  # the line that begins at this place of the window; 0: none
        self._first = pow(_BASE, _BLOCK, 1 << 64)
        self._counts: Counter[int] = Counter()
        self._hash = self._place = self._line = 0
        self._at_start = True
        self._after_cr = False

    def read(self, unit: int) -> None:
        if unit in _BLANKS or (self._after_cr and unit == _LF):
            self._after_cr = False
            return
        self._after_cr = unit == _CR
        if self._after_cr:
            unit = _LF
        self._emit()
        if self._at_start:
            self._line += 1
            self._starts[self._place] = self._line
        self._at_start = unit == _LF
        self._roll(unit)

    def finish(self) -> None:
        self.read(_END)
        for _ in range(_BLOCK):
            self._emit()
            self._roll(0)

    def _emit(self) -> None:
        line = self._starts[self._place]
        if line:
            self._counts[self._hash] += 1
            self.hashes[line] = f"{self._hash:x}:{self._counts[self._hash]}"
            self._starts[self._place] = 0

    def _roll(self, unit: int) -> None:
        oldest = self._window[self._place]
        self._window[self._place] = unit
        self._hash = (_BASE * self._hash + unit - self._first * oldest) & _MASK
        self._place = (self._place + 1) % _BLOCK
