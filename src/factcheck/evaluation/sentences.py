"""The unit of the measure: a sentence of one line, or a table row.

Cut from the bare line, not from the document as factcheck reads it: the measure must not depend on what it measures.
"""

from __future__ import annotations

import re
from itertools import pairwise

_END = re.compile(r"[。！？!?；;\n]|\|\s*$")


def sentences_of(line: str) -> list[tuple[int, int]]:
    """The half-open ranges of the sentences of a line, in code points from 0; a table row is one."""
    if line.lstrip().startswith("|"):
        return [(0, len(line))]
    ends = [match.end() for match in _END.finditer(line)]
    edges = [0, *(end for end in ends if end < len(line)), len(line)]
    return [(start, end) for start, end in pairwise(edges) if end > start]


def sentences_around(line: str, start: int, end: int) -> tuple[int, int]:
    """The range from the first to the last sentence that ``line[start:end]`` touches; an empty range touches one."""
    touched = [(a, b) for a, b in sentences_of(line) if a < max(end, start + 1) and b > start]
    return (touched[0][0], touched[-1][1]) if touched else (0, len(line))
