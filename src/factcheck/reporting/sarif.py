"""``sarif``: SARIF 2.1.0, for GitHub code scanning and other collectors."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from factcheck.document.position import LineIndex, locate
from factcheck.findings import SEVERITIES, Edit, FileReport, Finding, Fix, Place, Related, Report
from factcheck.reporting.addresses import relative_uri
from factcheck.reporting.fingerprints import fingerprints, line_hashes
from factcheck.reporting.formats import HELP_ADDRESS, HOME, Options, RuleInfo
from factcheck.reporting.plain_data import finding_data, summary_data

SCHEMA = "https://json.schemastore.org/sarif-2.1.0.json"
MOST_RESULTS = 5000
"""GitHub reads no more of a run; the gravest are kept."""

_LEVELS = {"error": "error", "warning": "warning", "info": "note"}
_BASE = "%SRCROOT%"


def render(report: Report, options: Options) -> Iterator[str]:
    """One log with one run."""
    log = {"$schema": SCHEMA, "version": "2.1.0", "runs": [_run(report, options)]}
    yield json.dumps(log, ensure_ascii=False, indent=1)
    yield "\n"


def _run(report: Report, options: Options) -> dict[str, Any]:
    rules = _rules(report, options)
    return {
        "tool": {
            "driver": {
                "name": "factcheck",
                "version": report.tool_version,
                "semanticVersion": report.tool_version,
                "informationUri": HOME,
                "rules": [_rule(rule, options.lang) for rule in rules],
            }
        },
        "automationDetails": {"id": "factcheck/"},
        "columnKind": "unicodeCodePoints",
        "originalUriBaseIds": {_BASE: {"description": {"text": "The directory that factcheck was run in."}}},
        "invocations": [{"executionSuccessful": True}],
        "results": _results(report, options, {rule.name: index for index, rule in enumerate(rules)}),
        "properties": {
            "as_of": report.as_of,
            "knowledge": report.knowledge_version,
            "summary": summary_data(report.summary),
        },
    }


def _rules(report: Report, options: Options) -> list[RuleInfo]:
    """The rules that occur: those known, and those that only findings tell of."""
    used = {
        finding.rule: finding for finding in (*report.findings, *(each.finding for each in options.silenced))
    }
    known = {rule.name: rule for rule in options.rules}
    rules = [
        known.get(name) or RuleInfo(name, finding.code, finding.severity, {}, {})
        for name, finding in used.items()
    ]
    return sorted(rules, key=lambda rule: (rule.code, rule.name))


def _rule(rule: RuleInfo, lang: str) -> dict[str, Any]:
    title = rule.titles.get(lang) or rule.name
    texts = [text[lang] for text in rule.texts.values() if text.get(lang)]
    return {
        "id": rule.code,
        "name": rule.name,
        "shortDescription": {"text": title},
        "fullDescription": {"text": texts[0] if texts else title},
        "help": {"text": "\n\n".join([title, *texts])},
        "helpUri": HELP_ADDRESS.format(rule=rule.name),
        "defaultConfiguration": {"level": _LEVELS[rule.severity]},
        "properties": {
            "tags": ["facts"],
            "precision": "high",
            "problem.severity": _problem_severity(rule.severity),
        },
    }


def _problem_severity(severity: str) -> str:
    return "recommendation" if severity == "info" else severity


def _results(report: Report, options: Options, rules: Mapping[str, int]) -> list[dict[str, Any]]:
    reasons = {id(each.finding): each.reason for each in options.silenced}
    results: list[tuple[int, dict[str, Any]]] = []
    for file in report.files:
        silenced = [each.finding for each in options.silenced if each.finding.path == file.path]
        findings = [*file.findings, *silenced]
        if not findings:
            continue
        writer = _FileWriter(file, locate(file.source), line_hashes(file.source), options)
        for finding, identity in zip(findings, fingerprints(findings), strict=True):
            result = writer.result(finding, identity, rules[finding.rule])
            if id(finding) in reasons:
                result["suppressions"] = [{"kind": "inSource", "justification": reasons[id(finding)]}]
            results.append((_rank(finding, id(finding) in reasons), result))
    results.sort(key=lambda ranked: ranked[0])  # stable: within a severity in order of place
    return [result for _, result in results[:MOST_RESULTS]]


def _rank(finding: Finding, silenced: bool) -> int:
    return len(SEVERITIES) if silenced else len(SEVERITIES) - 1 - SEVERITIES.index(finding.severity)


@dataclass(frozen=True, slots=True)
class _FileWriter:
    """Results of one file."""

    file: FileReport
    index: LineIndex
    hashes: Mapping[int, str]
    options: Options

    def result(self, finding: Finding, identity: str, rule_index: int) -> dict[str, Any]:
        lang = self.options.lang
        marks = {"factcheck/v1": identity}
        if finding.start.line in self.hashes:
            marks["primaryLocationLineHash"] = self.hashes[finding.start.line]
        data = finding_data(finding, lang)
        result: dict[str, Any] = {
            "ruleId": finding.code,
            "ruleIndex": rule_index,
            "level": _LEVELS[finding.severity],
            "message": {"text": finding.message(lang)},
            "locations": [{"physicalLocation": self._place(finding)}],
            "partialFingerprints": marks,
            "properties": {
                key: data[key] for key in ("verdict", "confidence", "claim", "expected", "evidence")
            },
        }
        if finding.related:
            result["relatedLocations"] = [self._related(n, each) for n, each in enumerate(finding.related, 1)]
        if finding.fix is not None and finding.fix.applicability != "display":
            result["fixes"] = [self._fix(finding.fix)]
        return result

    def _place(self, finding: Finding) -> dict[str, Any]:
        first, _ = self.index.line_span(finding.start.line)
        _, last = self.index.line_span(finding.end.line)
        return {
            "artifactLocation": self._artifact(finding.path),
            "region": _region(finding.start, finding.end) | {"snippet": {"text": finding.text}},
            "contextRegion": {
                "startLine": finding.start.line,
                "endLine": finding.end.line,
                "snippet": {"text": self.index.source[first:last]},
            },
        }

    def _related(self, number: int, related: Related) -> dict[str, Any]:
        place = {
            "artifactLocation": self._artifact(related.path),
            "region": _region(related.start, related.end),
        }
        return {"id": number, "physicalLocation": place, "message": {"text": related.message}}

    def _fix(self, fix: Fix) -> dict[str, Any]:
        change = {
            "artifactLocation": self._artifact(self.file.path),
            "replacements": [self._replacement(edit) for edit in fix.edits],
        }
        return {"description": {"text": _described(fix.edits)}, "artifactChanges": [change]}

    def _replacement(self, edit: Edit) -> dict[str, Any]:
        start = Place(*self.index.position(edit.start), edit.start)
        end = Place(*self.index.position(edit.end), edit.end)
        return {"deletedRegion": _region(start, end), "insertedContent": {"text": edit.text}}

    def _artifact(self, path: str) -> dict[str, str]:
        uri = relative_uri(path, self.options.directory)
        return {"uri": uri} if uri.startswith("file:") else {"uri": uri, "uriBaseId": _BASE}


def _region(start: Place, end: Place) -> dict[str, Any]:
    return {
        "startLine": start.line,
        "startColumn": start.column,
        "endLine": end.line,
        "endColumn": end.column,
        "charOffset": start.offset,
        "charLength": end.offset - start.offset,
    }


def _described(edits: Sequence[Edit]) -> str:
    return " … ".join(edit.text or "(delete)" for edit in edits)
