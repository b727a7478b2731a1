"""The group of all commands, and how a command line is run."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import click

from factcheck.cli.lazy import Lazy, lazy_group
from factcheck.cli.texts import pick
from factcheck.errors import FactcheckError
from factcheck.version import VERSION

COMMANDS: Mapping[str, Lazy] = {
    "scan": Lazy("factcheck.cli.scan", "检查文章里的事实", "Check the facts of articles."),
    "trace": Lazy(
        "factcheck.cli.trace", "逐句显示读出了什么、如何判断", "Show what was read and how it was judged."
    ),
    "explain": Lazy("factcheck.cli.explain", "解释一条规则", "Explain a rule."),
    "rules": Lazy(
        "factcheck.cli.rules", "列出规则，或运行规则自带的例子", "List the rules, or run their own examples."
    ),
    "evaluate": Lazy(
        "factcheck.cli.evaluate",
        "在标注过的文章上衡量：准确率、召回率、漏报、误报",
        "Measure on labelled articles: precision, recall, misses, false alarms.",
    ),
    "kb": Lazy(
        "factcheck.cli.kb", "查看、检查、整理知识库", "Look into the knowledge base, check and format it."
    ),
    "config": Lazy(
        "factcheck.cli.config_schema",
        "输出配置文件的 JSON Schema",
        "Print the JSON Schema of the configuration.",
    ),
    "init": Lazy(
        "factcheck.cli.init", "写一份配置和 pre-commit 钩子", "Write a configuration and a pre-commit hook."
    ),
    "cache": Lazy("factcheck.cli.cache", "查看、清空缓存", "Tell where the cache is, and empty it."),
    "completion": Lazy(
        "factcheck.cli.completion", "输出 shell 补全脚本", "Print a completion script for a shell."
    ),
}

application = lazy_group(
    "factcheck",
    COMMANDS,
    pick(
        "事实检查器：找出文章里与已核实的知识不符的说法。",
        "The linter for facts: finds statements that verified knowledge contradicts.",
    ),
)
click.version_option(
    VERSION, "-V", "--version", message="%(prog)s %(version)s", help=pick("显示版本", "Show the version.")
)(application)


def run(arguments: Sequence[str]) -> int:
    """Run a command line. Raises FactcheckError for whatever the user can mend."""
    try:
        status = application.main(list(arguments), prog_name="factcheck", standalone_mode=False)
    except click.exceptions.NoArgsIsHelpError as error:
        click.echo(error.format_message(), err=True)
        return 2
    except click.ClickException as error:
        raise FactcheckError(_described(error)) from error
    except click.Abort as error:
        raise KeyboardInterrupt from error
    return status if isinstance(status, int) else 0


def _described(error: click.ClickException) -> str:
    message = error.format_message()
    context = getattr(error, "ctx", None)
    if context is None:
        return message
    hint = pick("见 {} --help", "See {} --help.").format(context.command_path)
    return f"{message}\n{hint}"
