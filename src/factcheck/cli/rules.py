"""``factcheck rules``: all rules; ``test``: their own examples, run; ``docs``: their pages."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

import click

from factcheck.cli.lazy import CONTEXT, unknown
from factcheck.cli.options import (
    claims_option,
    configured_engine,
    json_option,
    lang_option,
    open_engine,
    rules_option,
)
from factcheck.cli.output import note, write_file, write_report
from factcheck.cli.rule_help import rule_help, rule_infos
from factcheck.cli.tables import print_table
from factcheck.cli.texts import pick
from factcheck.reporting.layout import visible
from factcheck.reporting.messages import language, say

if TYPE_CHECKING:
    from pathlib import Path


@click.group(
    "rules",
    invoke_without_command=True,
    context_settings=CONTEXT,
    help=pick(
        "列出规则；rules test 运行规则自带的例子，rules docs 写规则的说明页。",
        "List the rules; rules test runs their own examples, rules docs writes their pages.",
    ),
)
@rules_option
@json_option
@lang_option
@click.pass_context
def command(context: click.Context, rules: tuple[str, ...], as_json: bool, lang: str | None) -> int:
    """List all rules by code."""
    if context.invoked_subcommand is not None:
        return 0
    chosen = language(lang)
    infos = rule_infos(configured_engine(rules=rules))
    if as_json:
        import json

        rows = [
            {"code": i.code, "name": i.name, "severity": i.severity, "title": i.titles[chosen]} for i in infos
        ]
        write_report([json.dumps(rows, ensure_ascii=False, indent=1), "\n"])
        return 0
    headers = [say(chosen, key) for key in ("code", "rule", "severity", "message")]
    print_table(headers, [(i.code, i.name, say(chosen, i.severity), i.titles[chosen]) for i in infos])
    return 0


@command.command("test", help=pick("运行规则自带的例子。", "Run the examples that rules carry."))
@click.argument("names", nargs=-1, metavar="[RULE]...")
@claims_option
@rules_option
@lang_option
def test(names: tuple[str, ...], claims: tuple[str, ...], rules: tuple[str, ...], lang: str | None) -> int:
    """Exit 1 if an example is judged otherwise than it says."""
    from factcheck.rule_tests import run_examples

    engine = configured_engine(claims, rules)
    for name in names:
        if name not in engine.ruleset.rules:
            raise unknown(pick("没有这条规则", "no such rule"), name, list(engine.ruleset.rules))
    failures = run_examples(engine, names)
    for failure in failures:
        write_report(
            [f"{failure.rule}: {failure.kind}: {visible(failure.text)}\n    {visible(failure.detail)}\n"]
        )
    tested = [rule for rule in engine.ruleset.rules.values() if not names or rule.name in names]
    examples = sum(len(rule.ok) + len(rule.not_ok) for rule in tested)
    note(say(language(lang), "rules.tested", n=examples, failed=len(failures)))
    return int(bool(failures))


@command.command(
    "docs",
    help=pick(
        "把每条规则的说明写成目录里的 Markdown 页；--check 只检查是否过期。",
        "Write a page a rule into a directory; --check only tells which are stale.",
    ),
)
@click.argument("directory", metavar="DIR")
@click.option("--check", is_flag=True, help=pick("有过期的页时退出码为 1", "Exit 1 if a page is stale."))
@rules_option
def docs(directory: str, check: bool, rules: tuple[str, ...]) -> int:
    """Write what ``factcheck explain`` says, so that it can be read without factcheck."""
    from pathlib import Path

    from factcheck.cli.rule_pages import pages

    folder = Path(directory)
    wanted = pages(rule_help(open_engine(rules=rules)))
    present = {path.name for path in folder.glob("*.md")} if folder.is_dir() else set()
    surplus = sorted(present - wanted.keys())
    stale = [name for name, text in wanted.items() if not _is(folder / name, text)]
    if check:
        write_report(f"{folder / name}: {reason}\n" for name, reason in _reasons(stale, surplus))
        return int(bool(stale or surplus))
    for name in stale:
        write_file(str(folder / name), [wanted[name]])
    for name in surplus:
        note(f"{folder / name}: {pick('没有这条规则，请删去', 'there is no such rule; remove the page')}")
    return 0


def _is(path: Path, text: str) -> bool:
    return path.is_file() and path.read_text(encoding="utf-8") == text


def _reasons(stale: Sequence[str], surplus: Sequence[str]) -> Iterator[tuple[str, str]]:
    for name in stale:
        yield name, pick("已过期，请运行 factcheck rules docs", "stale; run: factcheck rules docs")
    for name in surplus:
        yield name, pick("没有这条规则", "no such rule")
