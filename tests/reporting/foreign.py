"""Readers and writers of the formats that are not ours, shared by the tests of the reports and of the command."""

from __future__ import annotations

import io
import json
import re
import unicodedata
from contextlib import redirect_stdout
from pathlib import Path
from typing import NamedTuple

import github_action_utils
import jsonschema
import pyte

SCHEMAS = Path(__file__).parent / "schemas"
SARIF = SCHEMAS / "sarif-2.1.0-rtm.5.json"
_COLUMNS = 500
_DATA_ESCAPES = (("%0D", "\r"), ("%0A", "\n"), ("%25", "%"))
_PROPERTY_ESCAPES = (("%0D", "\r"), ("%0A", "\n"), ("%3A", ":"), ("%2C", ","), ("%25", "%"))


def check_gitlab(issues: object) -> None:
    """Raise unless this is a Code Quality report that GitLab takes."""
    _check(issues, "gitlab-code-quality.json")


def check_rdjson(result: object) -> None:
    """Raise unless reviewdog can read this as a ``DiagnosticResult``."""
    _check(result, "rdjson.json")


def check_rdjson_line(diagnostic: object) -> None:
    """Raise unless reviewdog can read this as a line of ``rdjsonl``, a ``Diagnostic``."""
    _check(diagnostic, "rdjson.json", "#/$defs/Diagnostic")


def _check(data: object, name: str, part: str | None = None) -> None:
    schema = json.loads((SCHEMAS / name).read_text("utf-8"))
    if part is not None:
        schema["$ref"] = part
    jsonschema.Draft202012Validator.check_schema(schema)
    jsonschema.Draft202012Validator(schema).validate(data)


class Command(NamedTuple):
    """A workflow command as the runner understands it."""

    name: str
    properties: dict[str, str]
    data: str


def read_command(line: str) -> Command:
    """A line as the runner of GitHub Actions reads it: the rules of ``TryParseV2`` and the tables of escapes in
    github.com/actions/runner, src/Runner.Common/ActionCommand.cs, in Python. No library for this was found.
    """
    line = line.lstrip()
    end = line.find("::", 2)
    if not line.startswith("::") or end < 0:
        raise ValueError(f"no command: {line}")
    name, _, written = line[2:end].partition(" ")
    pairs = [each.split("=", 1) for each in written.strip().split(",") if each]
    properties = {pair[0]: _unescaped(pair[1], _PROPERTY_ESCAPES) for pair in pairs if len(pair) == 2}
    return Command(name, properties, _unescaped(line[end + 2 :], _DATA_ESCAPES))


def _unescaped(text: str, escapes: tuple[tuple[str, str], ...]) -> str:
    for code, character in escapes:
        text = text.replace(code, character)
    return text


def same_command(line: str, command: Command) -> bool:
    """Whether github-action-utils writes a command just as ``line``; the order of properties means nothing."""
    write = getattr(github_action_utils, command.name)
    given = {re.sub("[A-Z]", lambda m: f"_{m[0].lower()}", key): v for key, v in command.properties.items()}
    with redirect_stdout(io.StringIO()) as out:
        write(command.data, **given)
    return _parts(out.getvalue()) == _parts(line + "\n")


def _parts(line: str) -> tuple[str, list[str], str]:
    head, _, data = line.removeprefix("::").partition("::")
    name, _, properties = head.partition(" ")
    return name, sorted(properties.split(",")), data


def screen(text: str) -> pyte.Screen:
    """What a terminal shows. Character by character: pyte drops what comes after a joiner (U+200D) at once."""
    lines = text.count("\n") + 1
    terminal = pyte.Screen(_COLUMNS, lines)
    terminal.set_mode(pyte.modes.LNM)
    stream = pyte.Stream(terminal)
    for character in text:
        stream.feed(character)
    assert terminal.cursor.y == lines - 1, "no line was broken, and nothing moved the cursor"
    return terminal


def shown(terminal: pyte.Screen) -> list[str]:
    """The rows of the screen, without the blanks that fill them, and the empty one of the cursor."""
    return [row.rstrip() for row in terminal.display[:-1]]


def as_shown(text: str) -> list[str]:
    """The rows that pyte shows of a plain text: combining marks composed, joiners left out."""
    return unicodedata.normalize("NFC", text.replace("\u200d", "")).split("\n")[:-1]


def cells(terminal: pyte.Screen, row: int, start: int, end: int) -> str:
    """What stands in some cells of a row; a wide character stands in its first cell."""
    return "".join(terminal.buffer[row][column].data for column in range(start, end))


# How vim reads ``path:line:column: message``, and tells as JSON what it understood.
QUICKFIX = (
    "vim", "-es", "-u", "NONE", "-i", "NONE", "-N", "--cmd", "set encoding=utf-8",
    "-c", r"set errorformat=%f:%l:%c:\ %m",
    "-c", "cgetfile out.txt",
    "-c", "call writefile([json_encode(map(getqflist(), "
    "{_, each -> extend(each, {'file': bufname(each.bufnr)})}))], 'out.json')",
    "-c", "qa!",
)  # fmt: skip
