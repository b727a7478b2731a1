"""The last line of a report for people: what was read, what was found, and what was not checked."""

from __future__ import annotations

from collections import Counter

from factcheck.findings import Report
from factcheck.reporting.messages import say

_READ = ("files", "sentences", "claims")
_JUDGED = ("supported", "unknown", "not_checked", "suppressed")


def summary_line(report: Report, lang: str) -> str:
    """Such as ``1 file, 80 sentences, 31 claims: 2 errors, 1 warning; 20 supported, 8 unknown, …``."""
    summary = report.summary
    comma = say(lang, "list")
    read = comma.join(say(lang, key, n=getattr(summary, key)) for key in _READ)
    judged = comma.join(say(lang, key, n=getattr(summary, key)) for key in _JUDGED)
    colon, semicolon = ("：", "；") if lang == "zh" else (": ", "; ")
    return f"{read}{colon}{_severities(report, lang)}{semicolon}{judged}"


def severity_counts(report: Report) -> dict[str, int]:
    """Number of findings by severity, gravest first; every severity is there."""
    counts = Counter(finding.severity for finding in report.findings)
    return {severity: counts[severity] for severity in ("error", "warning", "info")}


def _severities(report: Report, lang: str) -> str:
    counts = severity_counts(report)
    shown = [say(lang, f"{severity}s", n=n) for severity, n in counts.items() if severity != "info" or n]
    return say(lang, "list").join(shown)
