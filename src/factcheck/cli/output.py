"""Where output goes: the report to standard output and files, everything else to standard error."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterable, Mapping
from io import TextIOWrapper

from factcheck.errors import FactcheckError

PLAIN_WIDTH = 100
"""Width of lines where there is no terminal: fixed, so that the bytes are the same everywhere."""


def write_report(pieces: Iterable[str]) -> None:
    """Write to standard output, always in UTF-8 with LF."""
    stream = sys.stdout
    if isinstance(stream, TextIOWrapper):
        # Half a surrogate pair, from a file name that is not UTF-8, becomes \udcxx: in JSON its escape.
        stream.reconfigure(encoding="utf-8", errors="backslashreplace", newline="\n")
    for piece in pieces:
        stream.write(piece)
    stream.flush()


def write_file(path: str, pieces: Iterable[str]) -> None:
    """Write a report to a file, at once or not at all. Raises FactcheckError."""
    from factcheck.knowledge.image import write_atomically

    content = "".join(pieces).encode("utf-8", "backslashreplace")
    try:
        write_atomically(path, content)
    except OSError as error:
        raise FactcheckError(f"{path}: cannot be written: {error.strerror}") from error


def note(text: str) -> None:
    """Tell the user something that is no part of the report."""
    print(text, file=sys.stderr)


def use_color(choice: str, environment: Mapping[str, str] | None = None) -> bool:
    """Whether to colour standard output: as chosen, else by NO_COLOR, FORCE_COLOR, and on a terminal."""
    env = os.environ if environment is None else environment
    if choice != "auto":
        return choice == "always"
    if env.get("NO_COLOR"):
        return False
    if env.get("FORCE_COLOR"):
        return env["FORCE_COLOR"] != "0"
    return is_terminal() and env.get("TERM") != "dumb"


def is_terminal() -> bool:
    """Whether a person reads standard output."""
    return sys.stdout.isatty()


def line_width() -> int:
    """Cells of a line of the report."""
    if not is_terminal():
        return PLAIN_WIDTH
    from shutil import get_terminal_size

    return max(40, get_terminal_size((PLAIN_WIDTH, 24)).columns)
