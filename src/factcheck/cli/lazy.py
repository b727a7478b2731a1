"""Groups whose commands are imported only when they are used."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from importlib import import_module
from typing import NamedTuple, cast

import click

from factcheck.cli.texts import pick, suggestion
from factcheck.errors import FactcheckError

CONTEXT = {"help_option_names": ["-h", "--help"], "max_content_width": 100}


class Lazy(NamedTuple):
    """A command that is not imported yet: its module, and what it does in both languages."""

    module: str
    zh: str
    en: str


class LazyGroup(click.Group):
    """A group made from a table of commands; listing them imports none."""

    table: Mapping[str, Lazy] = {}

    def list_commands(self, ctx: click.Context) -> list[str]:
        return list(self.table)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        if cmd_name not in self.table:
            return None
        module = import_module(self.table[cmd_name].module)
        return cast(click.Command, module.command)

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        with formatter.section(pick("命令", "Commands")):
            formatter.write_dl([(name, pick(lazy.zh, lazy.en)) for name, lazy in self.table.items()])

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        if args and args[0] not in self.table and not args[0].startswith("-"):
            raise unknown(pick("没有这个命令", "no such command"), args[0], list(self.table))
        return super().resolve_command(ctx, args)


def lazy_group(name: str, table: Mapping[str, Lazy], help_text: str) -> LazyGroup:
    """A group of the commands of a table."""
    group = LazyGroup(name, help=help_text, context_settings=CONTEXT)
    group.table = table
    return group


def unknown(what: str, name: str, known: Sequence[str]) -> FactcheckError:
    """The error for a name that is not known, with the nearest one that is."""
    return FactcheckError(f"{what}: {name}{suggestion(name, known)}")
