"""``factcheck config``: the JSON Schema of configuration files, for completion in editors."""

from __future__ import annotations

import click

from factcheck.cli.output import write_report
from factcheck.cli.texts import pick


@click.command(
    "config", help=pick("输出配置文件的 JSON Schema。", "Print the JSON Schema of configuration files.")
)
def command() -> int:
    """Print the schema."""
    import json

    from factcheck.config import config_schema

    write_report([json.dumps(config_schema(), ensure_ascii=False, indent=2), "\n"])
    return 0
