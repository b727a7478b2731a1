"""``factcheck kb fmt``: claims files in canonical form."""

from __future__ import annotations

import click

from factcheck.cli.output import note, write_report
from factcheck.cli.texts import pick


@click.command(
    "fmt",
    help=pick(
        "规范知识文件的排版，注释不动；PATH 默认为自带的知识库。",
        "Format claims files, comments kept; PATH defaults to the packaged claims.",
    ),
)
@click.argument("paths", nargs=-1, metavar="[PATH]...")
@click.option(
    "--check",
    is_flag=True,
    help=pick(
        "只说哪些文件会变，有则退出码为 1", "Only tell which files would change; exit status 1 if any."
    ),
)
@click.option("--diff", is_flag=True, help=pick("只显示会怎样变", "Only show what would change."))
def command(paths: tuple[str, ...], check: bool, diff: bool) -> int:
    """Format each file in place."""
    from pathlib import Path

    from factcheck.cli.kb.canonical import formatted
    from factcheck.fixing import unified_diff, write_back
    from factcheck.knowledge.loading import claims_files
    from factcheck.knowledge.locate import claims_directory

    changed = 0
    for file in claims_files([Path(path) for path in paths or (claims_directory(),)]):
        old = file.path.read_bytes().decode("utf-8-sig")
        new = formatted(old, str(file.path))
        if new == old:
            continue
        changed += 1
        if diff:
            write_report(unified_diff(str(file.path), old, new))
        elif check:
            note(str(file.path))
        else:
            write_back(str(file.path), old, new, "utf-8")
            note(str(file.path))
    return int(changed > 0 and (check or diff))
