"""The group of all commands."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from importlib import import_module
from typing import cast

import click

from factcheck.cli.texts import pick
from factcheck.errors import FactcheckError
from factcheck.version import VERSION

COMMANDS: Mapping[str, tuple[str, str, str]] = {
    "scan": ("scan", "检查文章里的事实", "Check the facts of articles."),
    "trace": ("trace", "逐句显示读出了什么、如何判断", "Show sentence by sentence what was read and how it was judged."),
    "rules": ("rules", "列出规则，或运行规则自带的例子", "List the rules, or run their own examples."),
    "explain": ("explain", "解释一条规则", "Explain a rule."),
    "kb": ("kb", "查看、检查、整理知识库", "Look into the knowledge base, check and format it."),
    "init": ("init", "写一份配置和 pre-commit 钩子", "Write a configuration and a pre-commit hook."),
    "completion": ("completion", "输出 shell 补全脚本", "Print a completion script for a shell."),
}
"""Name of the command to its module in this package and what it does, in both languages."""

CONTEXT = {"help_option_names": ["-h", "--help"], "max_content_width": 100}


class LazyGroup(click.Group):
    """A group that imports a command when it is used; the list of commands needs none of them."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        if cmd_name not in COMMANDS:
            return None
        module = import_module(f"factcheck.cli.{COMMANDS[cmd_name][0]}")
        return cast(click.Command, module.command)

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        with formatter.section(pick("命令", "Commands")):
            formatter.write_dl([(name, pick(zh, en)) for name, (_, zh, en) in COMMANDS.items()])

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        if args and args[0] not in COMMANDS and not args[0].startswith("-"):
            raise unknown(pick("没有这个命令", "no such command"), args[0], COMMANDS)
        return super().resolve_command(ctx, args)


@click.group(
    cls=LazyGroup,
    context_settings=CONTEXT,
    help=pick("事实检查器：找出文章里与已核实的知识不符的说法。", "The linter for facts: finds statements that verified knowledge contradicts."),
)
@click.version_option(VERSION, "-V", "--version", message="%(prog)s %(version)s", help=pick("显示版本", "Show the version."))
def application() -> None:
    """All commands."""


def run(arguments: Sequence[str]) -> int:
    """Run a command line. Raises FactcheckError for whatever the user can mend."""
    try:
        status = application.main(list(arguments), prog_name="factcheck", standalone_mode=False)
    except click.exceptions.NoArgsIsHelpError as error:
        click.echo(error.ctx.get_help() if error.ctx else "", err=True)
        return 2
    except click.ClickException as error:
        raise FactcheckError(_described(error)) from error
    except click.Abort as error:
        raise KeyboardInterrupt from error
    return status if isinstance(status, int) else 0


def unknown(what: str, name: str, known: Sequence[str] | Mapping[str, object]) -> FactcheckError:
    """The error for a name that is not known, with the nearest one that is."""
    from factcheck.cli.texts import suggestion

    return FactcheckError(f"{what}: {name}{suggestion(name, list(known))}")


def _described(error: click.ClickException) -> str:
    message = error.format_message()
    context = getattr(error, "ctx", None)
    if context is None:
        return message
    hint = pick("见 {} --help", "See {} --help.").format(context.command_path)
    return f"{message}\n{hint}"
