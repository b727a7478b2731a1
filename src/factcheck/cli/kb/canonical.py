"""The canonical form of a claims file, line by line, so that comments and the writer's layout stay.

Line ends are LF, lines end without blanks, the file with one line end; before each entity stands one empty
line (its comments belong to it), elsewhere no two; in flow style it is ``{a: b, c: [d, e]}``. A file whose
meaning would change is refused.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from factcheck.errors import FactcheckError

_ENTITY = re.compile(r"- ")
_TOKEN = re.compile(
    r"""
    (?P<quoted>"(?:[^"\\]|\\.)*"|'(?:[^']|'')*')
    |(?P<comment>(?:(?<=\s)|^)\#.*)
    |(?P<open>[\[{])\s*
    |\s*(?P<close>[\]}])
    |\s*,\s*(?P<comma>)(?=\S|$)
    |(?P<other>.)
    """,
    re.VERBOSE,
)


def formatted(text: str, path: str) -> str:
    """The canonical form of a file's text. Raises FactcheckError if it cannot be had safely."""
    lines = [_tidied(line) for line in re.split(r"\r\n?|\n", text)]
    if any(line.startswith("\t") for line in lines):
        raise FactcheckError(f"{path}: indented by a tab, which YAML does not allow")
    result = "\n".join(_spaced(lines)).strip("\n") + "\n"
    if _meaning(result, path) != _meaning(text, path):
        raise FactcheckError(
            f"{path}: formatting would change its meaning (a multi-line text?); left as it is"
        )
    return result


def _tidied(line: str) -> str:
    line = line.rstrip()
    stripped = line.lstrip(" ")
    if not stripped or stripped.startswith("#") or not any(mark in stripped for mark in "{["):
        return line
    return line[: len(line) - len(stripped)] + _flow(stripped)


def _flow(text: str) -> str:
    """One blank after a comma within brackets, none inside them."""
    pieces: list[str] = []
    depth = place = 0
    while place < len(text):
        match = _TOKEN.match(text, place)
        assert match is not None, text[place:]
        place = match.end()
        written = match.group()
        if match.group("open"):
            # A bracket within a plain word (a[b) opens nothing.
            opens = depth > 0 or not pieces or pieces[-1] in (" ", "-")
            depth += opens
            pieces.append(match.group("open") if opens else written)
        elif match.group("close") and depth > 0:
            depth -= 1
            pieces.append(match.group("close"))
        elif match.group("comma") is not None and depth > 0:
            pieces.append(", " if place < len(text) else ",")
        else:
            pieces.append(written)
    return "".join(pieces)


def _spaced(lines: list[str]) -> Iterator[str]:
    """One empty line before each entity and its comments, no two elsewhere."""
    starts = {_first_comment(lines, place) for place, line in enumerate(lines) if _ENTITY.match(line)}
    previous = ""
    for place, line in enumerate(lines):
        if place in starts and previous:
            yield ""
        elif not line and not previous:
            continue
        yield line
        previous = line


def _first_comment(lines: list[str], place: int) -> int:
    while place > 0 and lines[place - 1].startswith("#"):
        place -= 1
    return place


def _meaning(text: str, path: str) -> object:
    from factcheck.knowledge.problems import raise_for
    from factcheck.knowledge.yaml_reader import parse_yaml

    node, problems = parse_yaml(text, path)
    raise_for(problems)
    return None if node is None else node.plain()
