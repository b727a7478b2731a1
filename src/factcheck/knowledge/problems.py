"""What is wrong with the knowledge base, and where it is written."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from factcheck.errors import FactcheckError

SHOWN = 20


class Place(NamedTuple):
    """A place in a hand-written file; lines and columns are 1-based code points."""

    path: str
    line: int = 1
    column: int = 1

    def __str__(self) -> str:
        return f"{self.path}:{self.line}:{self.column}"


class Problem(NamedTuple):
    """One defect of a hand-written file; ``code`` is stable, ``severity`` is ``error`` or ``warning``."""

    path: str
    line: int
    column: int
    code: str
    message: str
    severity: str = "error"

    @classmethod
    def at(cls, place: Place, code: str, message: str, severity: str = "error") -> Problem:
        return cls(place.path, place.line, place.column, code, message, severity)

    def __str__(self) -> str:
        note = "" if self.severity == "error" else f"{self.severity}: "
        return f"{self.path}:{self.line}:{self.column}: {note}{self.message}"


class KnowledgeError(FactcheckError):
    """The knowledge base cannot be used; ``problems`` are the places to mend, if any are known."""

    def __init__(self, message: str, problems: Sequence[Problem] = ()) -> None:
        super().__init__(message)
        self.problems = tuple(problems)


def errors_of(problems: Iterable[Problem]) -> list[Problem]:
    """The problems that make a fact unusable, without the warnings."""
    return [problem for problem in problems if problem.severity == "error"]


def raise_for(problems: Iterable[Problem]) -> None:
    """Raise KnowledgeError with all errors among ``problems``, if there are any."""
    found = sorted(errors_of(problems))
    if not found:
        return
    lines = [str(problem) for problem in found[:SHOWN]]
    if len(found) > SHOWN:
        lines.append(f"… and {len(found) - SHOWN} more")
    raise KnowledgeError("\n".join(lines), found)
