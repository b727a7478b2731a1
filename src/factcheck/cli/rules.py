"""``factcheck rules``: all rules; ``factcheck rules test``: their own examples, run."""

from __future__ import annotations

import click

from factcheck.cli.lazy import CONTEXT, unknown
from factcheck.cli.options import claims_option, configured_engine, json_option, lang_option, rules_option
from factcheck.cli.output import note, write_report
from factcheck.cli.rule_help import rule_infos
from factcheck.cli.tables import print_table
from factcheck.cli.texts import pick
from factcheck.reporting.layout import visible
from factcheck.reporting.messages import language, say


@click.group(
    "rules",
    invoke_without_command=True,
    context_settings=CONTEXT,
    help=pick(
        "列出规则；rules test 运行规则自带的例子。", "List the rules; rules test runs their own examples."
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
