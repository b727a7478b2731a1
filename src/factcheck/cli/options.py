"""Options that several commands share, and what they open."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, Any, TypeVar

import click

from factcheck.cli.texts import pick
from factcheck.config import load_settings, parse_date
from factcheck.reporting.messages import LANGUAGES

if TYPE_CHECKING:
    from pathlib import Path

    from factcheck.engine import Engine

Command = TypeVar("Command", bound=Callable[..., Any])

lang_option = click.option(
    "--lang",
    type=click.Choice(LANGUAGES),
    help=pick("语言（默认按 locale）", "Language (default: by locale)."),
)
claims_option = click.option(
    "--claims",
    multiple=True,
    metavar="DIR",
    help=pick("自己的知识目录，可多次", "Directory of own facts; repeatable."),
)
rules_option = click.option(
    "--rules",
    multiple=True,
    metavar="DIR",
    help=pick("自己的规则目录，可多次", "Directory of own rules; repeatable."),
)
as_of_option = click.option(
    "--as-of",
    default="",
    metavar="DATE",
    help=pick(
        "以哪一天的事实为准：2024、2024-05、2024-05-13", "The date to judge at: 2024, 2024-05, 2024-05-13."
    ),
)
json_option = click.option("--json", "as_json", is_flag=True, help=pick("输出 JSON", "Print JSON."))


def open_engine(claims: Sequence[str] = (), rules: Sequence[str] = (), as_of: str = "") -> Engine:
    """The engine for directories and a date as written. Raises FactcheckError."""
    from factcheck.engine import Engine

    return Engine(_paths(claims), list(rules), parse_date(as_of) if as_of else None)


def configured_engine(claims: Sequence[str] = (), rules: Sequence[str] = (), as_of: str = "") -> Engine:
    """The engine that a scan here would use: with the directories of the configuration, too."""
    settings = load_settings()
    return open_engine((*settings.claims, *claims), (*settings.rules, *rules), as_of or settings.as_of)


def _paths(names: Sequence[str]) -> list[Path]:
    if not names:
        return []
    from pathlib import Path

    return [Path(name) for name in names]
