"""A measurement on the terminal, in Markdown, or as JSON."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from factcheck.cli.output import write_report
from factcheck.cli.tables import print_table
from factcheck.evaluation.layers import LAYERS, Passage
from factcheck.evaluation.matching import Alarm
from factcheck.evaluation.measures import Group, Score, Share
from factcheck.evaluation.measuring import Evaluation
from factcheck.evaluation.plain_data import evaluation_data
from factcheck.reporting.layout import visible

_WORDS: Mapping[str, tuple[str, str]] = {
    "title": ("衡量结果", "Evaluation"),
    "articles": ("文章", "articles"),
    "errors": ("标注的错误", "labelled errors"),
    "found": ("找到", "found"),
    "kind_right": ("类别一致", "kind right"),
    "false_alarms": ("误报", "false alarms"),
    "traps": ("踩中的陷阱", "traps stepped on"),
    "precision": ("准确率", "precision"),
    "recall": ("召回率", "recall"),
    "figure": ("指标", "figure"),
    "value": ("数值", "value"),
    "interval": ("95% 区间", "95% interval"),
    "baselines": ("基线", "baselines"),
    "baseline": ("做法", "doing"),
    "this": ("factcheck", "factcheck"),
    "flag_all": ("每句都标", "flag all"),
    "flag_none": ("一句不标", "flag none"),
    "layers": ("逐层", "layer by layer"),
    "layer": ("走到", "passed"),
    "mention": ("认出主语", "subject recognised"),
    "claim": ("读出陈述", "claim read"),
    "verdict": ("判为不符", "claim contradicted"),
    "finding": ("报告为错", "found"),
    "share": ("比例", "share"),
    "coverage": ("覆盖", "coverage"),
    "sentences": ("有名称或数值的句子", "sentences with a name or value"),
    "read": ("读出了陈述的", "with a claim read"),
    "checked": ("查证了的", "with a claim checked"),
    "statuses": ("陈述", "claims"),
    "status": ("判断", "verdict"),
    "abstained": ("未查证的原因", "not checked, by cause"),
    "cause": ("原因", "cause"),
    "count": ("数量", "count"),
    "kinds": ("按类别", "by kind"),
    "kind": ("类别", "kind"),
    "constructions": ("按句式", "by construction"),
    "construction": ("句式", "construction"),
    "rules": ("按规则", "by rule"),
    "rule": ("规则", "rule"),
    "flags": ("报告", "flags"),
    "right": ("正确", "right"),
    "misses": ("漏报", "misses"),
    "alarms": ("误报", "false alarms"),
    "none": ("（无）", "(none)"),
    "miss": ("说成 {claimed}；实为 {truth}", "claimed {claimed}; true: {truth}"),
    "unjudged": ("读出了陈述，但{cause}", "claim read, but {cause}"),
    "trap": ("陷阱：{note}", "trap: {note}"),
    # verdicts
    "supported": ("属实", "supported"),
    "contradicted": ("不符", "contradicted"),
    "outdated": ("过时", "outdated"),
    "undisclosed": ("未公布", "undisclosed"),
    "unknown": ("无法判断", "unknown"),
    "not-checked": ("未查", "not checked"),
    # causes
    "no-claim": ("句子没有读出陈述", "no claim was read in the sentence"),
    "no-record": ("没有这项记录", "nothing is recorded of this property"),
    "undecided": ("记录不足以判断", "the record does not decide it"),
    "shared-name": ("名称所指不止一个", "the name has several bearers"),
    "no-subject": ("记录里没有这个主语", "the record has no such thing"),
    "denied": ("原文否定", "denied by the article"),
    "misbelief": ("原文称其为误解", "told as a misbelief"),
    "rumour": ("原文称其为传闻", "told as a rumour"),
    "plan": ("原文说的是计划", "told as a plan"),
    "hypothesis": ("原文是假设", "told as a hypothesis"),
    "question": ("原文是疑问", "asked"),
    "exercise": ("原文是练习题", "an exercise"),
    "not-asserted": ("原文未断言", "not asserted by the article"),
    "unmentioned": ("没有认出主语", "the subject was not recognised"),
    "unread": ("没有读出陈述", "no claim was read"),
    "unreported": ("已屏蔽、未选用，或报成了别的", "suppressed, not selected, or reported as something else"),
}
_SPECIAL = re.compile(r"([\\`*_{}\[\]<>#|~!&@$:])")


class Listed(NamedTuple):
    """Which lists are asked for."""

    misses: bool
    alarms: bool


class Table(NamedTuple):
    title: str
    headers: Sequence[str]
    rows: Sequence[Sequence[object]]


class Listing(NamedTuple):
    title: str
    items: Sequence[str]


def print_evaluation(evaluation: Evaluation, form: str, lang: str, listed: Listed) -> None:
    """Print a measurement as ``full``, ``markdown`` or ``json``."""
    if form == "json":
        data = evaluation_data(evaluation, lang)
        write_report([json.dumps(data, ensure_ascii=False, indent=1), "\n"])
        return
    sections = _sections(evaluation, lang, listed)
    if form == "markdown":
        write_report(_markdown(sections, lang))
    else:
        _print_full(sections, lang)


def _sections(evaluation: Evaluation, lang: str, listed: Listed) -> Iterator[Table | Listing]:
    yield _figures(evaluation.score, lang)
    yield _baselines(evaluation, lang)
    yield _layers(evaluation, lang)
    yield _coverage(evaluation, lang)
    yield _counts("statuses", "status", evaluation.coverage.statuses, lang)
    yield _counts("abstained", "cause", evaluation.coverage.abstained, lang)
    yield _groups("kinds", "kind", evaluation.kinds, lang)
    yield _groups("constructions", "construction", evaluation.constructions, lang)
    yield Table(
        _say(lang, "rules"),
        _heads(lang, "rule", "flags", "right", "share"),
        [(r.rule, r.right.total, r.right.hits, _percent(r.right)) for r in evaluation.rules],
    )
    if listed.misses:
        yield Listing(_say(lang, "misses"), [_miss(*each, lang) for each in evaluation.misses])
    if listed.alarms:
        yield Listing(_say(lang, "alarms"), [_alarm(*each, lang) for each in evaluation.alarms])


def _figures(score: Score, lang: str) -> Table:
    rows: list[Sequence[object]] = [
        ("articles", score.articles, ""),
        ("errors", score.recall.total, ""),
        ("found", score.recall.hits, ""),
        ("kind_right", score.kind_right, ""),
        ("false_alarms", score.false_alarms, ""),
        ("traps", f"{score.traps_hit} / {score.traps}", ""),
        ("precision", f"{score.precision.value:.3f}", _interval(score.precision)),
        ("recall", f"{score.recall.value:.3f}", _interval(score.recall)),
    ]
    named = [(_say(lang, str(name)), *values) for name, *values in rows]
    named.append(("F1", f"{score.f1:.3f}", ""))
    return Table(_say(lang, "title"), _heads(lang, "figure", "value", "interval"), named)


def _baselines(evaluation: Evaluation, lang: str) -> Table:
    scores = (
        ("this", evaluation.score),
        ("flag_all", evaluation.flag_all),
        ("flag_none", evaluation.flag_none),
    )
    rows = [
        (
            _say(lang, name),
            f"{score.precision.value:.3f}" if score.precision.total else "—",
            f"{score.recall.value:.3f}",
            f"{score.f1:.3f}",
        )
        for name, score in scores
    ]
    return Table(_say(lang, "baselines"), [*_heads(lang, "baseline", "precision", "recall"), "F1"], rows)


def _layers(evaluation: Evaluation, lang: str) -> Table:
    total, passed = evaluation.score.recall.total, evaluation.layers
    rows = [(_say(lang, each), passed[each], _percent(Share(passed[each], total))) for each in LAYERS]
    return Table(_say(lang, "layers"), _heads(lang, "layer", "errors", "share"), rows)


def _coverage(evaluation: Evaluation, lang: str) -> Table:
    coverage = evaluation.coverage
    rows = [
        (_say(lang, key), count, _percent(Share(count, coverage.sentences)))
        for key, count in (
            ("sentences", coverage.sentences),
            ("read", coverage.read),
            ("checked", coverage.checked),
        )
    ]
    return Table(_say(lang, "coverage"), _heads(lang, "coverage", "count", "share"), rows)


def _counts(title: str, head: str, counts: Mapping[str, int], lang: str) -> Table:
    rows = [(_say(lang, name), count) for name, count in counts.items()]
    return Table(_say(lang, title), _heads(lang, head, "count"), rows)


def _groups(title: str, head: str, groups: Sequence[Group], lang: str) -> Table:
    rows = [(g.name, g.found.total, g.found.hits, _percent(g.found), g.kind_right) for g in groups]
    return Table(_say(lang, title), _heads(lang, head, "errors", "found", "share", "kind_right"), rows)


def _miss(name: str, passage: Passage, lang: str) -> str:
    label = passage.label
    said = _say(lang, "miss").format(claimed=label.claimed or "?", truth=label.truth or "?")
    cause = _say(lang, passage.cause)
    lost = _say(lang, "unjudged").format(cause=cause) if LAYERS[passage.depth] == "verdict" else cause
    return f"{name}:{label.line} {label.kind} [{label.construction}] {label.text} — {said} ({lost})"


def _alarm(name: str, alarm: Alarm, lang: str) -> str:
    line, column = alarm.flag.start
    message = alarm.flag.finding.message(lang) if alarm.flag.finding else ""
    trap = f" ({_say(lang, 'trap').format(note=alarm.trap.note or alarm.trap.text)})" if alarm.trap else ""
    return f"{name}:{line}:{column} {alarm.flag.rule} {message}{trap}"


def _print_full(sections: Iterator[Table | Listing], lang: str) -> None:
    for number, section in enumerate(sections):
        write_report(["\n"] if number else [])
        if isinstance(section, Listing):
            items = section.items or [_say(lang, "none")]
            write_report([f"{section.title}\n", *(f"{visible(item)}\n" for item in items)])
        else:
            print_table(section.headers, section.rows, section.title)


def _markdown(sections: Iterator[Table | Listing], lang: str) -> Iterator[str]:
    for number, section in enumerate(sections):
        yield f"\n#### {section.title}\n\n" if number else f"### {section.title}\n\n"
        if isinstance(section, Listing):
            yield from (f"- {_escaped(item)}\n" for item in section.items or [_say(lang, "none")])
            continue
        yield _row(section.headers) + _row(["---"] * len(section.headers))
        yield from (_row([_escaped(str(cell)) for cell in row]) for row in section.rows)


def _row(cells: Sequence[str]) -> str:
    return f"| {' | '.join(cells)} |\n"


def _escaped(text: str) -> str:
    return _SPECIAL.sub(r"\\\1", visible(text))


def _interval(share: Share) -> str:
    low, high = share.interval
    return f"{low:.3f}–{high:.3f}"


def _percent(share: Share) -> str:
    return f"{share.value:.1%}" if share.total else "—"


def _heads(lang: str, *keys: str) -> list[str]:
    return [_say(lang, key) for key in keys]


def _say(lang: str, key: str) -> str:
    """The words of a key; a key without any (a verdict that is new) stands for itself."""
    zh, en = _WORDS.get(key, (key, key))
    return zh if lang == "zh" else en
