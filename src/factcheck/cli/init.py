"""``factcheck init``: a configuration to start from, and the hook."""

from __future__ import annotations

import os

import click

from factcheck.cli.output import note, write_file, write_report
from factcheck.cli.texts import pick
from factcheck.errors import FactcheckError

CONFIGURATION = "factcheck.toml"
HOOKS = ".pre-commit-config.yaml"


@click.command(
    "init",
    help=pick(
        "在当前目录写 factcheck.toml 和 .pre-commit-config.yaml；已有的文件不动。",
        "Write factcheck.toml and .pre-commit-config.yaml here; files that exist are left alone.",
    ),
)
def command() -> int:
    """Write both files, or show what to add to the one that exists."""
    if os.path.exists(CONFIGURATION):
        raise FactcheckError(pick(f"{CONFIGURATION} 已存在", f"{CONFIGURATION} exists already"))
    write_file(CONFIGURATION, [configuration()])
    note(pick(f"已写 {CONFIGURATION}", f"wrote {CONFIGURATION}"))
    if os.path.exists(HOOKS):
        note(pick(f"请把下面几行加进 {HOOKS}：", f"add these lines to {HOOKS}:"))
        write_report([hook()])
    else:
        write_file(HOOKS, ["repos:\n", hook()])
        note(
            pick(f"已写 {HOOKS}；接着运行 pre-commit install", f"wrote {HOOKS}; now run: pre-commit install")
        )
    return 0


def configuration() -> str:
    """A configuration that says what the defaults are."""
    comment = pick(
        "# factcheck 的配置；各键的含义见 factcheck config",
        "# Configuration of factcheck; what each key means: factcheck config",
    )
    lang = pick("zh", "en")
    lines = [
        comment,
        'fail-on = "error"',
        f'lang = "{lang}"',
        '# ignore = ["misspelled-name"]',
        '# exclude = ["drafts/"]',
        '# claims = ["facts"]',
        '# baseline = "factcheck-baseline.json"',
        "",
    ]
    return "\n".join(lines)


def hook() -> str:
    """The entry for a list of pre-commit repositories: a local one, which runs the factcheck installed here."""
    return """\
  - repo: local
    hooks:
      - id: factcheck
        name: factcheck
        entry: factcheck scan --force-exclude
        language: system
        types_or: [markdown, mdx, rst, html, jupyter, plain-text]
"""
