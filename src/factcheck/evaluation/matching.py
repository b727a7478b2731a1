"""Which flag hits which label.

A flag hits an error where it touches the sentence (or table row, code line, link) that the label stands in and its rule is
of the label's kind, or of one that names the same mistake from another side. A flag that hits no error is a false alarm,
unless it touches what the labels leave open (``ignore``).
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from factcheck.evaluation.gold import ERROR, IGNORE, TRAP, GoldArticle, Label
from factcheck.findings import Finding

CONTRADICTION = "self-contradiction"
_COUNTED = ("error", "warning")
_TO_THE_END = 10**9

_NEAR: tuple[frozenset[str], ...] = tuple(
    frozenset(group)
    for group in (
        ("wrong-attribution", "wrong-person", "wrong-relation"),
        ("wrong-property", "wrong-category"),
        ("wrong-property", "wrong-relation"),
        ("wrong-property", "wrong-attribution"),
        ("outdated-claim", "wrong-person", "wrong-relation"),
        ("outdated-claim", "outdated-name", "wrong-attribution"),
        ("outdated-claim", "wrong-number"),
        ("number-mismatch", "wrong-number"),
        ("anachronism", "wrong-date", "wrong-property"),
        ("deprecated-api", "stale-link", "outdated-name"),
        ("wrong-expansion", "misspelled-name"),
    )
)
"""Kinds that name one mistake from two sides: one of a group hits a label of the group."""


@dataclass(frozen=True, slots=True)
class Flag:
    """A place that was flagged: first line and column, last line and column (exclusive), 1-based code points.

    ``rule`` is None for a flag without a kind, which hits labels of every kind. ``finding`` is what it was made from.
    """

    rule: str | None
    start: tuple[int, int]
    end: tuple[int, int]
    finding: Finding | None = None

    def touches(self, label: Label) -> bool:
        """Whether it reaches into the label's sentences."""
        (first, column), (last, end_column) = self.start, self.end
        if not first <= label.line <= last:
            return False
        start = column - 1 if first == label.line else 0
        end = end_column - 1 if last == label.line else _TO_THE_END
        return start < label.end and max(end, start + 1) > label.start

    def names(self, kind: str) -> bool:
        """Whether its rule is of this kind or of one next to it."""
        return self.rule is None or self.rule in near(kind)


@dataclass(frozen=True, slots=True)
class Alarm:
    """A false alarm, and the trap that it stepped on, if it was one."""

    flag: Flag
    trap: Label | None


@dataclass(frozen=True, slots=True)
class Matching:
    """The labels and flags of one article against each other.

    ``kind_right``: those of ``found`` that a flag of exactly their kind hit. ``right``: the flags that hit an error.
    """

    article: GoldArticle
    found: tuple[Label, ...]
    missed: tuple[Label, ...]
    kind_right: tuple[Label, ...]
    right: tuple[Flag, ...]
    alarms: tuple[Alarm, ...]


def near(kind: str) -> frozenset[str]:
    """The kind and all that name the same mistake."""
    return frozenset((kind,)).union(*(group for group in _NEAR if kind in group))


def flags_of(findings: Iterable[Finding]) -> list[Flag]:
    """The findings that count: errors and warnings."""
    return [
        Flag(each.rule, (each.start.line, each.start.column), (each.end.line, each.end.column), each)
        for each in findings
        if each.severity in _COUNTED
    ]


def match(article: GoldArticle, flags: Sequence[Flag]) -> Matching:
    """Set the flags of an article against its labels."""
    errors = article.labelled(ERROR)
    hits = [(label, _hits(label, flags)) for label in errors]
    judged = [(flag, _is_right(flag, errors)) for flag in flags]
    excused = article.labelled(IGNORE)
    return Matching(
        article,
        tuple(label for label, found in hits if found),
        tuple(label for label, found in hits if not found),
        tuple(label for label, found in hits if any(flag.rule in (None, label.kind) for flag in found)),
        tuple(flag for flag, right in judged if right),
        tuple(
            Alarm(flag, next((trap for trap in article.labelled(TRAP) if flag.touches(trap)), None))
            for flag, right in judged
            if not right and not any(flag.touches(label) for label in excused)
        ),
    )


def _hits(label: Label, flags: Sequence[Flag]) -> list[Flag]:
    """The flags that find a labelled error; a contradiction is found by whatever is said of one of its statements."""
    touching = [flag for flag in flags if flag.touches(label)]
    return [flag for flag in touching if flag.names(label.kind)] or (
        touching if label.kind == CONTRADICTION else []
    )


def _is_right(flag: Flag, errors: Sequence[Label]) -> bool:
    """Whether a flag hits an error; that two statements disagree is right wherever one of them is labelled wrong."""
    return any(
        flag.touches(label) and (flag.names(label.kind) or CONTRADICTION in (label.kind, flag.rule))
        for label in errors
    )
