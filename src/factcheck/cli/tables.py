"""Tables: rich's on a terminal, aligned columns everywhere else."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from factcheck.cli.output import is_terminal, use_color, write_report
from factcheck.document.position import display_width
from factcheck.reporting.layout import visible

Row = Sequence[object]


def print_table(headers: Sequence[str], rows: Sequence[Row], title: str = "") -> None:
    """Print rows under their headers; the same content whether on a terminal or not."""
    texts = [[visible(str(cell)) for cell in row] for row in rows]
    if is_terminal() and use_color("auto"):
        _print_rich(headers, texts, title)
    else:
        write_report(_plain(headers, texts, title))


def _plain(headers: Sequence[str], rows: Sequence[Sequence[str]], title: str) -> Iterator[str]:
    if title:
        yield f"{title}\n"
    everything = [headers, *rows]
    widths = [max(display_width(row[column]) for row in everything) for column in range(len(headers))]
    for row in everything:
        cells = (text + " " * (width - display_width(text)) for text, width in zip(row, widths, strict=True))
        yield "  ".join(cells).rstrip() + "\n"


def _print_rich(headers: Sequence[str], rows: Sequence[Sequence[str]], title: str) -> None:
    from rich import box
    from rich.console import Console
    from rich.table import Table
    from rich.text import Text

    table = Table(title=title or None, title_justify="left", box=box.SIMPLE_HEAD)
    for header in headers:
        table.add_column(header, overflow="fold")
    for row in rows:
        table.add_row(*(Text(cell) for cell in row))
    Console().print(table)
