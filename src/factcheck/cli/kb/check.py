"""``factcheck kb check``: whether claims are well-formed and sound."""

from __future__ import annotations

import os

import click

from factcheck.cli.options import as_of_option, lang_option
from factcheck.cli.output import note, write_report
from factcheck.cli.texts import pick
from factcheck.config import load_settings, parse_date
from factcheck.reporting.messages import language, say


@click.command(
    "check",
    help=pick(
        "检查知识库；DIR 是自己的知识目录：对照自带的检查，只报告其中的问题。",
        "Check the knowledge base; DIR is a directory of own facts: checked against the packaged ones, whose "
        "problems are not shown.",
    ),
)
@click.argument("directories", nargs=-1, metavar="[DIR]...")
@click.option("--strict", is_flag=True, help=pick("警告也算失败", "Warnings fail, too."))
@as_of_option
@lang_option
def command(directories: tuple[str, ...], strict: bool, as_of: str, lang: str | None) -> int:
    """Print all problems by place; exit 1 if there are errors."""
    from datetime import date
    from pathlib import Path

    from factcheck.knowledge.hygiene import check
    from factcheck.knowledge.locate import claims_directory, vocabulary_file

    today = parse_date(as_of).last if as_of else date.today()
    own = [Path(each) for each in (*load_settings().claims, *directories)]
    problems = check([Path(claims_directory()), *own], [Path(vocabulary_file())], today)
    if directories:  # whoever asks about their own facts cannot mend the packaged ones
        packaged = f"{claims_directory()}{os.sep}"
        problems = [each for each in problems if not os.path.abspath(each.path).startswith(packaged)]
    write_report(f"{problem}\n" for problem in problems)
    errors = sum(problem.severity == "error" for problem in problems)
    chosen = language(lang)
    counts = (say(chosen, "errors", n=errors), say(chosen, "warnings", n=len(problems) - errors))
    note(say(chosen, "list").join(counts))
    return int(errors > 0 or (strict and bool(problems)))
