"""Jupyter notebooks: Markdown cells as they are, code cells as fenced code; outputs are not read."""

from __future__ import annotations

import json
import re
import unicodedata
from collections.abc import Iterator
from typing import Any, NamedTuple

from factcheck.document.projection import Projection, ProjectionBuilder
from factcheck.errors import FactcheckError

_BLANK = re.compile(r"[ \t\r\n]*")
_PLAIN = re.compile(r"[^\s,:\[\]{}\"]+")
_STRING = re.compile(r"(?s)\"(?:[^\"\\]|\\.)*\"")
_CHARACTER = re.compile(r"(?is)\\u(d[89ab]..)\\u(d[c-f]..)|\\u(....)|\\(.)|[^\\]")
_ESCAPES = {"n": "\n", "t": "\t", "r": "\r", "b": "\b", "f": "\f"}
_FENCE = re.compile(r" {0,3}(`{3,}|~{3,})(.*)")
_LANGUAGE = re.compile(r"[\w+#-]{1,20}")


class _Text(NamedTuple):
    """A string of the notebook: what it says, and its range in the source without the quotes."""

    text: str
    start: int
    end: int


def project(source: str, path: str) -> Projection:
    """The cells of a notebook, one after the other. Raises FactcheckError for what is no notebook."""
    try:
        json.loads(source)
        notebook, _ = _value(source, 0)
    except (ValueError, RecursionError) as error:
        raise FactcheckError(f"{path}: is no notebook: {error}. Open it in Jupyter and save it.") from error
    cells = list(_cells(notebook))
    if not cells and not (isinstance(notebook, dict) and "cells" in notebook):
        raise FactcheckError(f"{path}: is no notebook: it has no cells. Open it in Jupyter and save it.")
    builder, language = ProjectionBuilder(source), _language(notebook)
    for kind, lines in cells:
        if kind == "markdown":
            _write_prose(builder, lines)
        elif kind == "code":
            _write_code(builder, lines, language)
    return builder.build(lambda text: json.dumps(text, ensure_ascii=False)[1:-1])


def _value(source: str, place: int) -> tuple[Any, int]:
    """A value of JSON that is known to be valid, its strings with their places; and where it ends."""
    place = _skip(source, place)
    opening = source[place]
    if opening == '"':
        text = _string(source, place)
        return text, text.end + 1
    if opening in "[{":
        return _container(source, place)
    match = _PLAIN.match(source, place)
    return None, match.end() if match is not None else place + 1


def _string(source: str, place: int) -> _Text:
    match = _STRING.match(source, place)
    assert match is not None, place  # json.loads has read it
    return _Text(json.loads(match[0]), match.start() + 1, match.end() - 1)


def _container(source: str, place: int) -> tuple[Any, int]:
    is_object = source[place] == "{"
    items: list[Any] = []
    entries: dict[str, Any] = {}
    place = _skip(source, place + 1)
    while source[place] not in "]}":
        key = ""
        if is_object:
            name = _string(source, place)
            key, place = name.text, _skip(source, name.end + 1) + 1  # behind the colon
        value, place = _value(source, place)
        entries[key] = value
        items.append(value)
        place = _skip(source, place)
        if source[place] == ",":
            place = _skip(source, place + 1)
    return (entries if is_object else items), place + 1


def _skip(source: str, place: int) -> int:
    match = _BLANK.match(source, place)
    return match.end() if match is not None else place


def _cells(notebook: Any) -> Iterator[tuple[str, list[_Text]]]:
    """Kind and lines of each cell; up to format 3 they stand in worksheets, and code is called input."""
    if not isinstance(notebook, dict):
        return
    sheets = notebook.get("worksheets")
    for sheet in (notebook, *(sheets if isinstance(sheets, list) else ())):
        cells = sheet.get("cells") if isinstance(sheet, dict) else None
        for cell in cells if isinstance(cells, list) else ():
            kind = cell.get("cell_type") if isinstance(cell, dict) else None
            if isinstance(kind, _Text):
                source = cell.get("source", cell.get("input"))
                parts = source if isinstance(source, list) else [source]
                yield kind.text, [part for part in parts if isinstance(part, _Text)]


def _language(notebook: dict[str, Any]) -> str:
    metadata = notebook.get("metadata")
    info = metadata.get("language_info") if isinstance(metadata, dict) else None
    name = info.get("name") if isinstance(info, dict) else None
    return name.text if isinstance(name, _Text) and _LANGUAGE.fullmatch(name.text) else "python"


def _write_prose(builder: ProjectionBuilder, lines: list[_Text]) -> None:
    fence = _unclosed_fence("".join(line.text for line in lines))
    _write(builder, lines)
    builder.mark(f"\n{fence}\n\n" if fence else "\n\n")  # a cell ends what it leaves open


def _write_code(builder: ProjectionBuilder, lines: list[_Text], language: str) -> None:
    code = "".join(line.text for line in lines)
    fence = "`" * max(3, 1 + max((len(run) for run in re.findall("`+", code)), default=0))
    builder.mark(f"{fence}{language}\n")
    _write(builder, lines)
    builder.mark(f"\n{fence}\n\n")


def _write(builder: ProjectionBuilder, lines: list[_Text]) -> None:
    for line in lines:
        builder.at = line.start
        if "\\" not in builder.source[line.start : line.end]:
            builder.take(line.start, line.end)
            continue
        for match in _CHARACTER.finditer(builder.source, line.start, line.end):
            builder.put(_character(match), *match.span())
    if lines:
        builder.at = lines[-1].end


def _character(match: re.Match[str]) -> str:
    """The character that JSON writes so."""
    high, low, code, escape = match.groups()
    if high is not None:
        return chr(0x10000 + ((int(high, 16) - 0xD800) << 10) + int(low, 16) - 0xDC00)
    if code is not None:
        character = chr(int(code, 16))
        # half of a pair: JSON allows it, no text does
        return "\N{REPLACEMENT CHARACTER}" if unicodedata.category(character) == "Cs" else character
    return match[0] if escape is None else _ESCAPES.get(escape, escape)


def _unclosed_fence(text: str) -> str:
    """The fence of a code block that does not end in this text, or nothing."""
    fence = ""
    for line in text.splitlines():
        match = _FENCE.match(line)
        if match is None:
            continue
        if not fence:
            fence = match[1]
        elif match[1].startswith(fence) and not match[2].strip():
            fence = ""
    return fence
