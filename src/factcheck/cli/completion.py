"""``factcheck completion``: completion scripts."""

from __future__ import annotations

import click

from factcheck.cli.output import write_report
from factcheck.cli.texts import pick

SHELLS = ("bash", "zsh", "fish")


@click.command(
    "completion",
    help=pick(
        '输出 shell 补全脚本：eval "$(factcheck completion bash)"。',
        'Print a completion script: eval "$(factcheck completion bash)".',
    ),
)
@click.argument("shell", type=click.Choice(SHELLS))
@click.pass_context
def command(context: click.Context, shell: str) -> int:
    """Print the script of a shell."""
    from click.shell_completion import get_completion_class

    kind = get_completion_class(shell)
    assert kind is not None, shell  # the choice allows only those that click has
    root = context.find_root().command
    write_report([kind(root, {}, "factcheck", "_FACTCHECK_COMPLETE").source(), "\n"])
    return 0
