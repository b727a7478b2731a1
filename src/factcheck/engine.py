"""The way of data through factcheck: document to claims, claims to verdicts, verdicts to findings."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import cached_property
from typing import TYPE_CHECKING, NamedTuple

from factcheck.checking import wording
from factcheck.checking.document_wide import Contradiction, contradictions, without_loose_sections
from factcheck.checking.judge import Judge
from factcheck.checking.verdict import NOT_CHECKED, SUPPORTED, UNDISCLOSED, UNKNOWN, Verdict
from factcheck.document.document import Document, read_document
from factcheck.document.position import LineIndex
from factcheck.extraction.claims import (
    Claim,
    DateClaim,
    EntityValue,
    NumberValue,
    StrangerValue,
    TextValue,
    WordValue,
)
from factcheck.extraction.extractor import Extraction, Extractor
from factcheck.extraction.ruleset import Ruleset, open_rules
from factcheck.findings import (
    ClaimSummary,
    Evidence,
    FileReport,
    Finding,
    Place,
    Related,
    Report,
    SourceRef,
    Summary,
)  # fmt: skip
from factcheck.knowledge.index import Knowledge
from factcheck.knowledge.locate import open_knowledge
from factcheck.knowledge.model import Fact
from factcheck.knowledge.values import DateInterval
from factcheck.language.lazy import LazyPattern
from factcheck.mending import fix_of
from factcheck.projecting import in_file
from factcheck.version import VERSION

if TYPE_CHECKING:
    from pathlib import Path

    from factcheck.checking.trace import TraceSentence

_OUTDATED_RULES = {"wrong-person": "outdated-claim", "wrong-number": "outdated-claim"}


class Examination(NamedTuple):
    """What was read of one document, and the verdict on each of its claims, in order of place."""

    extraction: Extraction
    judged: tuple[tuple[Claim, Verdict], ...]


class Engine:
    """Scans documents against one knowledge base with one set of rules. Build it once, use it for many files."""

    def __init__(
        self,
        extra_claims: Sequence[Path] = (),
        extra_rules: Sequence[str] = (),
        as_of: DateInterval | None = None,
    ) -> None:
        self._extra_claims = tuple(extra_claims)
        self._extra_rules = tuple(extra_rules)
        self.as_of = as_of or _today()

    @cached_property
    def knowledge(self) -> Knowledge:
        return open_knowledge(self._extra_claims)

    @cached_property
    def ruleset(self) -> Ruleset:
        return open_rules(self.knowledge.vocabulary, self._extra_rules)

    @cached_property
    def extractor(self) -> Extractor:
        return Extractor(self.knowledge, self.ruleset)

    @cached_property
    def _judge(self) -> Judge:
        return Judge(self.knowledge, self.as_of)

    def scan_file(self, path: str) -> FileReport:
        """Scan one file. Raises FactcheckError if it cannot be read."""
        document = read_document(path)
        return in_file(document, self.scan_document(document))

    def scan_document(self, document: Document) -> FileReport:
        """All findings of a document, in order of their place; places are those of ``document.source``."""
        examined = self.examine(document)
        findings = _Findings(self, document).build(examined.judged)
        summary = _summary(examined.extraction, examined.judged)
        return FileReport(document.path, document.source, findings, summary, document.encoding)

    def examine(self, document: Document) -> Examination:
        """The claims of a document and their verdicts: what the findings are made from."""
        extraction = self.extractor.extract(document)
        judged = [(claim, self._judge.verdict(claim, document.date)) for claim in extraction.claims]
        return Examination(extraction, tuple(without_loose_sections(judged)))

    def report(self, files: Sequence[FileReport]) -> Report:
        """The report of a whole scan."""
        knowledge = self.knowledge
        return Report(
            tuple(files),
            self.as_of.isoformat(),
            VERSION,
            knowledge.version,
            knowledge.entity_count,
            knowledge.fact_count,
        )

    def trace(self, document: Document) -> list[TraceSentence]:
        """What was understood, sentence by sentence."""
        from factcheck.checking.trace import trace_document

        return trace_document(self.extractor, self.judge, document)

    def judge(self, claim: Claim, article: DateInterval | None) -> Verdict:
        return self._judge.verdict(claim, article)


def _today() -> DateInterval:
    from datetime import date

    return DateInterval(date.today(), date.today())


def _summary(extraction: Extraction, judged: Sequence[tuple[Claim, Verdict]]) -> Summary:
    counts: dict[str, int] = {}
    for _, verdict in judged:
        counts[verdict.status] = counts.get(verdict.status, 0) + 1
    return Summary(
        1, extraction.sentences, len(judged), counts.get(SUPPORTED, 0), counts.get("contradicted", 0) + counts.get(UNDISCLOSED, 0),
        counts.get("outdated", 0), counts.get(UNKNOWN, 0), extraction.not_checked + counts.get(NOT_CHECKED, 0),
    )  # fmt: skip


class _Findings:
    """Turns the wrong verdicts of one document into findings, one for each mistake."""

    def __init__(self, engine: Engine, document: Document) -> None:
        self._engine = engine
        self._document = document
        self._lines = LineIndex(document.source)

    def build(self, judged: Sequence[tuple[Claim, Verdict]]) -> tuple[Finding, ...]:
        found = [self._finding(claim, verdict) for claim, verdict in judged if verdict.wrong]
        kept: dict[tuple[object, ...], Finding] = {}
        for finding in sorted(found, key=lambda f: (f.start.offset, f.end.offset - f.start.offset)):
            # several constructions may read one mistake; the shortest span that says it is shown
            key = (
                finding.rule,
                finding.claim.subject,
                finding.claim.predicate,
                finding.claim.value,
                finding.start.line,
            )
            if key not in kept:
                kept[key] = finding
        wrong_blocks = list(kept.values())
        for contradiction in contradictions(judged, self._engine.knowledge):
            wrong_blocks.append(self._contradiction(contradiction))
        return tuple(sorted(wrong_blocks, key=lambda f: (f.start.offset, f.end.offset, f.code)))

    def _finding(self, claim: Claim, verdict: Verdict) -> Finding:
        name = _OUTDATED_RULES.get(claim.rule, claim.rule) if verdict.status == "outdated" else claim.rule
        rule = self._engine.ruleset[verdict.rule or name]
        knowledge = self._engine.knowledge
        subject = verdict.subject or (claim.subjects[0] if claim.subjects else "")
        claimed = verdict.claimed or value_text(claim)
        messages = {}
        for lang in ("zh", "en"):
            shown = knowledge.entity(subject).display(lang) if subject in knowledge else claim.subject_text
            if claim.variant:
                shown = f"{shown} {claim.variant.upper() if claim.variant[0].isdigit() else claim.variant}"
            label = verdict.label.get(lang, "")
            message = rule.message[lang].format(
                subject=shown,
                expected=verdict.expected.get(lang, ""),
                claimed=claimed,
                predicate=label,
                event=label,
            )
            if verdict.hint:
                message += (
                    ("（" if lang == "zh" else " (") + verdict.hint[lang] + ("）" if lang == "zh" else ")")
                )
            messages[lang] = message
        severity = "warning" if verdict.status == UNDISCLOSED else rule.severity
        return Finding(
            self._document.path, rule.name, rule.code, severity, verdict.status, verdict.confidence, self._place(claim.start), self._place(claim.end),
            self._document.source[claim.start : claim.end], messages,
            ClaimSummary(subject, claim.predicate, claimed, claim.stance, self._as_of(claim)), verdict.expected.get("zh", ""),
            tuple(self._evidence(f) for f in verdict.facts), (), fix_of(claim, verdict, self._document.source, knowledge),
        )  # fmt: skip

    def _contradiction(self, contradiction: Contradiction) -> Finding:
        rule = self._engine.ruleset["self-contradiction"]
        earlier, later = contradiction.earlier, contradiction.later
        knowledge = self._engine.knowledge
        line = self._document.line_finder()(earlier.start)
        messages = {
            lang: rule.message[lang].format(
                subject=knowledge.entity(later.subjects[0]).display(lang),
                claimed=value_text(later),
                expected=value_text(earlier),
                line=line,
                predicate="",
                event="",
            )
            for lang in ("zh", "en")
        }
        related = Related(
            self._document.path,
            self._place(earlier.start),
            self._place(earlier.end),
            self._document.source[earlier.start : earlier.end],
        )
        return Finding(
            self._document.path, rule.name, rule.code, rule.severity, "contradicted", "medium", self._place(later.start), self._place(later.end),
            self._document.source[later.start : later.end], messages,
            ClaimSummary(later.subjects[0], later.predicate, value_text(later), later.stance, self._as_of(later)), value_text(earlier), (), (related,),
        )  # fmt: skip

    def _as_of(self, claim: Claim) -> str:
        moment = self._document.date or self._engine.as_of
        return moment.isoformat()

    def _place(self, offset: int) -> Place:
        line, column = self._lines.position(offset)
        return Place(line, column, offset)

    def _evidence(self, fact: Fact) -> Evidence:
        shown = (
            "、".join(fact.texts("value"))
            or fact.text("date")
            or ", ".join(
                f"{k}: {v}" for k, v in fact.qualifiers.items() if isinstance(v, str) and k != "note"
            )
        )
        return Evidence(
            fact.id, shown, tuple(SourceRef(s.url, s.title, s.published, s.checked) for s in fact.sources)
        )


_YEAR = LazyPattern(r"\d{2}|[一二][零〇九八][零〇一二三四五六七八九]{2}年")


def value_text(claim: Claim) -> str:
    """The value of a claim as the article has it."""
    value = claim.value
    if claim.predicate == "award":
        return claim.subject_text
    if isinstance(value, EntityValue | StrangerValue | TextValue):
        return value.text
    if isinstance(value, DateClaim):
        resolved = wording.date(value.interval, "zh")
        dated = _YEAR.search(value.text) is not None  # 次年 and 1月 are told with what they were read as
        return value.text if dated else f"{value.text}（{resolved}）" if value.text else resolved
    if isinstance(value, NumberValue):
        return value.text
    return _OPENNESS.get(value.key, value.text or value.key) if isinstance(value, WordValue) else ""


_OPENNESS: Mapping[str, str] = {"open": "开源", "closed": "闭源"}
