"""``factcheck evaluate``: how well factcheck does on labelled articles."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING

import click

from factcheck.cli.options import as_of_option, claims_option, lang_option, rules_option
from factcheck.cli.output import note
from factcheck.cli.scanning import Request, Scan, settings_of
from factcheck.cli.texts import pick
from factcheck.errors import FactcheckError
from factcheck.reporting.messages import language

if TYPE_CHECKING:
    from factcheck.document.document import Document
    from factcheck.evaluation.gold import GoldArticle
    from factcheck.evaluation.measures import Share
    from factcheck.findings import Finding

FORMATS = ("full", "markdown", "json")


@click.command(
    "evaluate",
    help=pick(
        "在标注过的文章上衡量检查得如何。ARTICLES_DIR 里的文章 NAME.md，标注在 GOLD_DIR 的 NAME.jsonl 里，每行一个 "
        "JSON 对象：label（error、trap 或 ignore）、kind（规则名）、line（行号）、text（该行里的原文），可选 subject、"
        "claimed、truth、construction、note。",
        "Measure how well articles are checked. The labels of the article NAME.md in ARTICLES_DIR are in NAME.jsonl in "
        "GOLD_DIR, one JSON object a line: label (error, trap or ignore), kind (a rule), line, text (words of that "
        "line), and optionally subject, claimed, truth, construction, note.",
    ),
    epilog=pick(
        "退出码：0 达到要求，1 低于 --min-precision 或 --min-recall，2 用法、标注、知识库或读取出错。",
        "Exit status: 0 good enough, 1 below --min-precision or --min-recall, 2 usage, label, knowledge-base or "
        "reading error.",
    ),
)
@click.argument("gold_dir", metavar="GOLD_DIR", type=click.Path(path_type=Path))
@click.argument("articles_dir", metavar="ARTICLES_DIR", type=click.Path(path_type=Path))
@click.option(
    "--output-format",
    type=click.Choice(FORMATS),
    default="full",
    help=pick("报告格式（默认 full）", "Format of the report (default: full)."),
)
@click.option("--misses", is_flag=True, help=pick("列出每处漏报", "List every error that was missed."))
@click.option("--alarms", is_flag=True, help=pick("列出每处误报", "List every false alarm."))
@click.option(
    "--min-precision",
    type=click.FloatRange(0, 1),
    metavar="SHARE",
    help=pick("准确率低于此值则退出码为 1", "Exit 1 if precision is below this (0 to 1)."),
)
@click.option(
    "--min-recall",
    type=click.FloatRange(0, 1),
    metavar="SHARE",
    help=pick("召回率低于此值则退出码为 1", "Exit 1 if recall is below this (0 to 1)."),
)
@claims_option
@rules_option
@as_of_option
@click.option("--config", metavar="FILE", help=pick("用这个配置文件", "Use this configuration file."))
@click.option("--isolated", is_flag=True, help=pick("不用任何配置文件", "Use no configuration file."))
@lang_option
def command(
    gold_dir: Path,
    articles_dir: Path,
    output_format: str,
    misses: bool,
    alarms: bool,
    min_precision: float | None,
    min_recall: float | None,
    claims: tuple[str, ...],
    rules: tuple[str, ...],
    as_of: str,
    config: str | None,
    isolated: bool,
    lang: str | None,
) -> int:
    """Measure and print; exit 1 if a threshold is not reached."""
    from factcheck.cli.measurements import Listed, print_evaluation
    from factcheck.evaluation.measuring import evaluate

    request = Request(claims=claims, rules=rules, as_of=as_of, config=config, isolated=isolated, lang=lang)
    scan = Scan(settings_of(request))
    chosen = language(scan.settings.lang)
    articles = _articles(gold_dir, articles_dir, scan, chosen)

    def findings(document: Document) -> Iterable[Finding]:
        return scan.document(document).report.findings

    evaluation = evaluate(articles, scan.engine, findings)
    print_evaluation(evaluation, output_format, chosen, Listed(misses, alarms))
    score = evaluation.score
    good = [
        _reaches(score.precision, min_precision, _word(chosen, "准确率", "precision"), chosen),
        _reaches(score.recall, min_recall, _word(chosen, "召回率", "recall"), chosen),
    ]
    return int(not all(good))


def _articles(gold: Path, articles: Path, scan: Scan, lang: str) -> tuple[GoldArticle, ...]:
    """The labelled articles; says on standard error which ones have no labels."""
    from factcheck.evaluation.gold import GoldError, described, read_gold, unlabelled

    try:
        found = read_gold(gold, articles, list(scan.engine.ruleset.rules))
    except GoldError as error:
        raise FactcheckError(described(error.problems, lang)) from error
    without = list(unlabelled(articles, found))
    if without:
        names = ", ".join(without)
        note(_word(lang, f"没有标注、未计入：{names}", f"not measured, having no labels: {names}"))
    return found


def _reaches(share: Share, least: float | None, name: str, lang: str) -> bool:
    """Whether a share is good enough; of nothing, any is. Says so on standard error if not."""
    if least is None or not share.total or share.value >= least:
        return True
    shown = f"{name} {share.value:.4f} ({share.hits}/{share.total})"
    note(_word(lang, f"{shown} 低于要求的 {least:g}", f"{shown} is below {least:g}"))
    return False


def _word(lang: str, zh: str, en: str) -> str:
    return zh if lang == "zh" else en
