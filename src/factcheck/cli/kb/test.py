"""``factcheck kb test``: sentences made from facts; the true ones must pass, the wrong ones should be caught."""

from __future__ import annotations

import os
from collections.abc import Iterator, Mapping, Sequence
from typing import TYPE_CHECKING

import click

from factcheck.cli.kb.words import find_entities
from factcheck.cli.lazy import unknown
from factcheck.cli.options import as_of_option, claims_option, lang_option, rules_option
from factcheck.cli.output import note, write_report
from factcheck.cli.tables import print_table
from factcheck.cli.texts import pick
from factcheck.config import load_settings, parse_date
from factcheck.reporting.layout import visible
from factcheck.reporting.messages import language, say

if TYPE_CHECKING:
    from factcheck.knowledge.model import Fact
    from factcheck.knowledge_tests.running import Matrix, Outcome, Request
    from factcheck.knowledge_tests.tally import Tally

SHOWN = 3
"""How many missed sentences of one predicate and construction are listed, unless all are wanted."""


@click.command(
    "test",
    help=pick(
        "用每条事实造句，真句不得报，假句应当报；NAME 是名称或 id，默认全部。有真句被报则退出码为 1。",
        "Make sentences from facts: true ones must pass, wrong ones should be caught. NAME is a name or an id "
        "(default: all). Exit status 1 if a true one is flagged.",
    ),
)
@click.argument("names", nargs=-1, metavar="[NAME]...")
@click.option(
    "--predicate",
    "predicates",
    multiple=True,
    metavar="P",
    help=pick("只测这种事实，可多次", "Only facts of this predicate; repeatable."),
)
@click.option(
    "--construction",
    "constructions",
    multiple=True,
    metavar="C",
    help=pick("只用这种句式，可多次", "Only this construction; repeatable."),
)
@click.option(
    "--sample",
    type=click.IntRange(min=1),
    metavar="N",
    help=pick("固定抽 N 条事实，各谓词轮流", "A fixed sample of N facts, the predicates taking turns."),
)
@click.option(
    "--jobs",
    type=click.IntRange(min=1),
    metavar="N",
    help=pick("进程数（默认为处理器数）", "Processes (default: the number of processors)."),
)
@click.option(
    "--all",
    "everything",
    is_flag=True,
    help=pick("列出所有漏报的句子", "List every wrong sentence that was missed."),
)
@click.option(
    "--output-format",
    type=click.Choice(["text", "json"]),
    default="text",
    show_default=True,
    help=pick("输出格式", "Output format."),
)
@as_of_option
@claims_option
@rules_option
@lang_option
def command(
    names: tuple[str, ...], predicates: tuple[str, ...], constructions: tuple[str, ...], sample: int | None,
    jobs: int | None, everything: bool, output_format: str, as_of: str, claims: tuple[str, ...],
    rules: tuple[str, ...], lang: str | None,
) -> int:  # fmt: skip
    """Run the matrix and tell what came of it."""
    request = _request(claims, rules, as_of, constructions)
    matrix = request.matrix()
    _check_known(
        predicates,
        list(matrix.engine.knowledge.ontology.predicates),
        pick("没有这个谓词", "no such predicate"),
    )
    _check_known(constructions, matrix.templates.constructions, pick("没有这种句式", "no such construction"))
    facts = _chosen(matrix, names, predicates, sample)
    outcomes = _run(matrix, request, facts, jobs or os.cpu_count() or 1)
    if output_format == "json":
        _print_json(facts, outcomes)
    else:
        _print_text(facts, outcomes, names, everything, language(lang))
    return int(any(outcome.result == "false-alarm" for outcome in outcomes))


def _request(
    claims: Sequence[str], rules: Sequence[str], as_of: str, constructions: tuple[str, ...]
) -> Request:
    from pathlib import Path

    from factcheck.knowledge_tests.running import Request

    settings = load_settings()
    date = as_of or settings.as_of
    return Request(
        tuple(Path(each) for each in (*settings.claims, *claims)),
        (*settings.rules, *rules),
        parse_date(date) if date else None,
        constructions,
    )


def _check_known(names: Sequence[str], known: Sequence[str], what: str) -> None:
    for name in names:
        if name not in known:
            raise unknown(what, name, known)


def _chosen(matrix: Matrix, names: Sequence[str], predicates: Sequence[str], size: int | None) -> list[Fact]:
    from factcheck.knowledge_tests.running import facts_of, sample

    knowledge = matrix.engine.knowledge
    entities = [entity.id for name in names for entity in find_entities(knowledge, name)]
    facts = facts_of(knowledge, entities, predicates)
    return sample(facts, size) if size else facts


def _run(matrix: Matrix, request: Request, facts: Sequence[Fact], jobs: int) -> list[Outcome]:
    from factcheck.cli.progress import Progress
    from factcheck.knowledge_tests.running import run_all

    outcomes: list[Outcome] = []
    with Progress(len(facts), quiet=False) as progress:
        for fact, found in zip(facts, run_all(matrix, request, facts, jobs), strict=True):
            progress.step(fact.id)
            outcomes += found
    return outcomes


def _print_json(facts: Sequence[Fact], outcomes: Sequence[Outcome]) -> None:
    import json

    from factcheck.knowledge_tests.tally import tallied, total

    report = {
        "facts": len(facts),
        "sentences": len(outcomes),
        **total(outcomes).plain(),
        "by_predicate": _plain(tallied(outcomes, lambda case: case.predicate)),
        "by_construction": _plain(tallied(outcomes, lambda case: case.construction)),
        "cells": _plain(tallied(outcomes, lambda case: f"{case.predicate} {case.construction}")),
        "failures": [_plain_failure(each) for each in outcomes if each.result != "passed"],
    }
    write_report([json.dumps(report, ensure_ascii=False, indent=1), "\n"])


def _plain(tallies: Mapping[str, Tally]) -> dict[str, object]:
    return {name: tally.plain() for name, tally in tallies.items()}


def _plain_failure(outcome: Outcome) -> dict[str, object]:
    case = outcome.case
    return {
        "fact": case.fact, "predicate": case.predicate, "construction": case.construction,
        "true": case.true, "result": outcome.result, "text": case.text,
        "value": case.text[case.value_start : case.value_end], "rules": case.rules, "detail": outcome.detail,
    }  # fmt: skip


def _print_text(
    facts: Sequence[Fact], outcomes: Sequence[Outcome], names: Sequence[str], everything: bool, lang: str
) -> None:
    from factcheck.knowledge_tests.tally import tallied, total

    _table("kb.construction", tallied(outcomes, lambda case: case.construction), lang)
    _table("kb.predicate", tallied(outcomes, lambda case: case.predicate), lang)
    if names:
        _table("fact", tallied(outcomes, lambda case: case.fact), lang)
    write_report(_failures(outcomes, everything))
    tally = total(outcomes)
    share = "–" if tally.recall is None else f"{tally.recall:.1%}"
    note(
        say(
            lang, "kb.tested", facts=len(facts), sentences=len(outcomes), true=tally.true,
            flagged=tally.flagged, wrong=tally.wrong, share=share,
        )
    )  # fmt: skip


def _table(header: str, tallies: Mapping[str, Tally], lang: str) -> None:
    keys = (header, "kb.true", "kb.flagged", "kb.wrong", "kb.caught", "kb.recall")
    rows = [
        (
            name,
            each.true,
            each.flagged,
            each.wrong,
            each.caught,
            "" if each.recall is None else f"{each.recall:.1%}",
        )
        for name, each in tallies.items()
    ]
    print_table([say(lang, key) for key in keys], rows)
    write_report(["\n"])


def _failures(outcomes: Sequence[Outcome], everything: bool) -> Iterator[str]:
    """The false alarms, all of them, then what was missed."""
    listed: dict[tuple[str, str], int] = {}
    for outcome in sorted(outcomes, key=lambda each: not each.case.true):
        case = outcome.case
        if outcome.result == "passed":
            continue
        cell = (case.predicate, case.construction)
        if not case.true:
            listed[cell] = listed.get(cell, 0) + 1
            if not everything and listed[cell] > SHOWN:
                continue
        yield f"{outcome.result}: {case.fact}: {case.construction}: {visible(case.text)}\n"
        if outcome.detail:
            yield f"    {visible(outcome.detail)}\n"
