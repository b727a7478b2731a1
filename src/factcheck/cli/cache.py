"""``factcheck cache``: where the cache is, and emptying it."""

from __future__ import annotations

import os

import click

from factcheck.cli.lazy import CONTEXT
from factcheck.cli.options import lang_option
from factcheck.cli.output import note, write_report
from factcheck.cli.texts import pick
from factcheck.errors import FactcheckError
from factcheck.reporting.messages import language, say


@click.group(
    "cache",
    invoke_without_command=True,
    context_settings=CONTEXT,
    help=pick(
        "显示缓存目录；cache clean 清空。环境变量 FACTCHECK_CACHE_DIR 可另指目录。",
        "Tell the cache directory; cache clean empties it. FACTCHECK_CACHE_DIR puts it elsewhere.",
    ),
)
@click.pass_context
def command(context: click.Context) -> int:
    """Print the directory."""
    if context.invoked_subcommand is None:
        from factcheck.knowledge.locate import cache_directory

        write_report([cache_directory(), "\n"])
    return 0


@command.command("clean", help=pick("删去缓存的文件。", "Remove the cached files."))
@lang_option
def clean(lang: str | None) -> int:
    """Remove what factcheck has written there, and nothing else."""
    from factcheck.cache import cached_files

    paths = list(cached_files())
    for path in paths:
        try:
            os.unlink(path)
        except FileNotFoundError:
            continue  # another factcheck was faster
        except OSError as error:
            raise FactcheckError(f"{path}: cannot be removed: {error.strerror}") from error
    note(say(language(lang), "cache.cleaned", n=len(paths)))
    return 0
