"""``factcheck explain``: a rule in words, with right and wrong examples."""

from __future__ import annotations

from collections.abc import Iterator

import click

from factcheck.cli.lazy import unknown
from factcheck.cli.options import configured_engine, lang_option
from factcheck.cli.output import write_report
from factcheck.cli.rule_help import RuleHelp, rule_help
from factcheck.cli.texts import pick
from factcheck.reporting.messages import language, say


@click.command(
    "explain",
    help=pick(
        "解释规则：查什么、为什么、怎么判断、何时不适用。",
        "What a rule finds, why, how it judges, when not to use it.",
    ),
)
@click.argument("rules", nargs=-1, required=True, metavar="RULE...")
@click.option(
    "--rules",
    "directories",
    multiple=True,
    metavar="DIR",
    help=pick("自己的规则目录", "Directory of own rules."),
)
@lang_option
def command(rules: tuple[str, ...], directories: tuple[str, ...], lang: str | None) -> int:
    """Print each rule."""
    known = rule_help(configured_engine(rules=directories))
    chosen = [_find(name, known) for name in rules]
    write_report(piece for each in chosen for piece in explained(each, language(lang)))
    return 0


def explained(rule: RuleHelp, lang: str) -> Iterator[str]:
    """The text of one rule."""
    info = rule.info
    yield f"{info.code} {info.name}: {info.titles[lang]} ({say(lang, info.severity)})\n\n"
    for key in ("what", "why", "judged", "not_for"):
        text = info.texts.get(key, {}).get(lang)
        if text:
            yield f"{say(lang, f'explain.{key}')}\n  {text}\n\n"
    if rule.wrong:
        yield f"{say(lang, 'explain.wrong')}\n"
        yield from (_example(text) + _arrow(flagged) for text, flagged in rule.wrong)
        yield "\n"
    if rule.right:
        yield f"{say(lang, 'explain.right')}\n"
        yield from (_example(text) for text in rule.right)
        yield "\n"
    yield f"{say(lang, 'explain.silence')}\n  <!-- factcheck: ignore[{info.name}] -->\n"


def _arrow(flagged: str) -> str:
    return f"      → {flagged}\n" if flagged else ""


def _example(text: str) -> str:
    return "".join(f"  {line}\n" for line in text.strip().splitlines())


def _find(name: str, known: dict[str, RuleHelp]) -> RuleHelp:
    for rule in known.values():
        if name.lower() in (rule.info.name, rule.info.code.lower()):
            return rule
    names = [text for rule in known.values() for text in (rule.info.name, rule.info.code)]
    raise unknown(pick("没有这条规则", "no such rule"), name, names)
