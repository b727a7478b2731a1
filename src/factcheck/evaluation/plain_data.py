"""A measurement as JSON data; the shape is described in ``docs/evaluation.md``."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from factcheck.evaluation.layers import LAYERS, Passage
from factcheck.evaluation.matching import Alarm
from factcheck.evaluation.measures import Group, RuleScore, Score, Share
from factcheck.evaluation.measuring import Evaluation

SCHEMA_VERSION = 1
_DIGITS = 4


def evaluation_data(evaluation: Evaluation, lang: str) -> dict[str, Any]:
    """The whole measurement, with the messages of false alarms in a language."""
    coverage = evaluation.coverage
    return {
        "schema_version": SCHEMA_VERSION,
        **score_data(evaluation.score),
        "kinds": _groups(evaluation.kinds),
        "constructions": _groups(evaluation.constructions),
        "rules": [_rule(rule) for rule in evaluation.rules],
        "baselines": {
            "flag_all": score_data(evaluation.flag_all),
            "flag_none": score_data(evaluation.flag_none),
        },
        "coverage": {
            "sentences": coverage.sentences,
            "read": coverage.read,
            "checked": coverage.checked,
            "share": round(coverage.share.value, _DIGITS),
        },
        "claims": dict(coverage.statuses),
        "abstained": dict(coverage.abstained),
        "layers": {"errors": evaluation.score.recall.total, **evaluation.layers},
        "misses": [_miss(name, passage) for name, passage in evaluation.misses],
        "alarms": [_alarm(name, alarm, lang) for name, alarm in evaluation.alarms],
    }


def score_data(score: Score) -> dict[str, Any]:
    """The figures of one score; shares are rounded to four digits, intervals are Wilson's at 95 %."""
    return {
        "articles": score.articles,
        "errors": score.recall.total,
        "found": score.recall.hits,
        "kind_right": score.kind_right,
        "flags": score.precision.total,
        "false_alarms": score.false_alarms,
        "traps": score.traps,
        "traps_hit": score.traps_hit,
        "precision": round(score.precision.value, _DIGITS),
        "precision_interval": _interval(score.precision),
        "recall": round(score.recall.value, _DIGITS),
        "recall_interval": _interval(score.recall),
        "f1": round(score.f1, _DIGITS),
    }


def _interval(share: Share) -> list[float]:
    return [round(end, _DIGITS) for end in share.interval]


def _groups(groups: Sequence[Group]) -> list[dict[str, Any]]:
    return [
        {"name": g.name, "errors": g.found.total, "found": g.found.hits, "kind_right": g.kind_right}
        for g in groups
    ]


def _rule(rule: RuleScore) -> dict[str, Any]:
    return {"rule": rule.rule, "flags": rule.right.total, "right": rule.right.hits}


def _miss(name: str, passage: Passage) -> dict[str, Any]:
    label = passage.label
    return {
        "article": name,
        "line": label.line,
        "kind": label.kind,
        "construction": label.construction,
        "text": label.text,
        "subject": label.subject,
        "claimed": label.claimed,
        "truth": label.truth,
        "lost_at": LAYERS[passage.depth],
        "cause": passage.cause,
    }


def _alarm(name: str, alarm: Alarm, lang: str) -> dict[str, Any]:
    finding = alarm.flag.finding
    (line, column), (end_line, end_column) = alarm.flag.start, alarm.flag.end
    return {
        "article": name,
        "start": {"line": line, "column": column},
        "end": {"line": end_line, "column": end_column},
        "rule": alarm.flag.rule,
        "text": finding.text if finding else "",
        "message": finding.message(lang) if finding else "",
        "trap": alarm.trap.note if alarm.trap else None,
    }
