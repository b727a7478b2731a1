"""What the user sees: findings, their evidence and their fix. The only thing that reporting knows of the engine."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import field

from factcheck.light import dataclass

SEVERITIES = ("info", "warning", "error")
"""From mild to grave; a finding's severity is one of these."""


@dataclass(frozen=True, slots=True)
class Place:
    """A place in a file: 1-based line and column, 0-based offset, all in code points of the decoded source."""

    line: int
    column: int
    offset: int


@dataclass(frozen=True, slots=True)
class SourceRef:
    """Where a fact is written, and when that was last looked at (EDTF dates, empty if unknown)."""

    url: str
    title: str = ""
    published: str = ""
    checked: str = ""


@dataclass(frozen=True, slots=True)
class Evidence:
    """A fact of the knowledge base that the verdict rests on, its value as a person reads it, and its sources."""

    fact: str
    value: str
    sources: tuple[SourceRef, ...] = ()


@dataclass(frozen=True, slots=True)
class Related:
    """Another place that belongs to the finding (the other half of a contradiction)."""

    path: str
    start: Place
    end: Place
    message: str


@dataclass(frozen=True, slots=True)
class Edit:
    """Replace source[start:end] by text (offsets in code points of the decoded source)."""

    start: int
    end: int
    text: str


@dataclass(frozen=True, slots=True)
class Fix:
    """A mend. ``safe`` may be applied unseen, ``unsafe`` on demand, ``display`` is only shown."""

    applicability: str
    edits: tuple[Edit, ...]


@dataclass(frozen=True, slots=True)
class ClaimSummary:
    """What the article was read to say, for the report."""

    subject: str
    predicate: str
    value: str
    stance: str
    as_of: str


@dataclass(frozen=True, slots=True)
class Finding:
    """One error of an article. ``text == source[start.offset:end.offset]``.

    ``verdict``: contradicted, outdated, undisclosed, imprecise …; ``confidence``: high or medium; ``messages``: by language.
    """

    path: str
    rule: str
    code: str
    severity: str
    verdict: str
    confidence: str
    start: Place
    end: Place
    text: str
    messages: Mapping[str, str]
    claim: ClaimSummary
    expected: str
    evidence: tuple[Evidence, ...] = ()
    related: tuple[Related, ...] = ()
    fix: Fix | None = None

    def message(self, lang: str) -> str:
        return self.messages.get(lang) or self.messages["en"]


@dataclass(frozen=True, slots=True)
class Summary:
    """Counts over all files of a scan."""

    files: int = 0
    sentences: int = 0
    claims: int = 0
    supported: int = 0
    contradicted: int = 0
    outdated: int = 0
    unknown: int = 0
    not_checked: int = 0
    suppressed: int = 0

    def __add__(self, other: Summary) -> Summary:
        return Summary(*(getattr(self, name) + getattr(other, name) for name in Summary.__slots__))


@dataclass(frozen=True, slots=True)
class FileReport:
    """One scanned file: its findings in order of place, and its source for the lines to show."""

    path: str
    source: str
    findings: tuple[Finding, ...]
    summary: Summary
    encoding: str = "utf-8"


@dataclass(frozen=True, slots=True)
class Report:
    """A whole scan."""

    files: tuple[FileReport, ...]
    as_of: str
    tool_version: str
    knowledge_version: str
    entities: int
    facts: int
    notes: tuple[str, ...] = field(default=())

    @property
    def findings(self) -> tuple[Finding, ...]:
        return tuple(finding for file in self.files for finding in file.findings)

    @property
    def summary(self) -> Summary:
        total = Summary()
        for file in self.files:
            total = total + file.summary
        return total
