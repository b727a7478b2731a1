"""``factcheck trace``: what was understood of each sentence, for writers of rules and facts."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

import click

from factcheck.cli.options import (
    as_of_option,
    claims_option,
    configured_engine,
    json_option,
    lang_option,
    rules_option,
)
from factcheck.cli.output import write_report
from factcheck.cli.texts import pick
from factcheck.reporting.layout import visible

if TYPE_CHECKING:
    from factcheck.checking.trace import TraceSentence
    from factcheck.document.document import Document

_PLACE = re.compile(r"(.+?):(\d+)(?::\d+)?")


@click.command(
    "trace",
    help=pick(
        "逐句显示提到的事物、数值、语气词、陈述和判断。- 是标准输入。",
        "Show the mentions, values, cues, claims and verdicts of each sentence. - is standard input.",
    ),
)
@click.argument("place", metavar="FILE[:LINE]")
@claims_option
@rules_option
@as_of_option
@json_option
@lang_option
def command(
    place: str, claims: tuple[str, ...], rules: tuple[str, ...], as_of: str, as_json: bool, lang: str
) -> int:
    """Print the trace."""
    document, line = _document(place)
    engine = configured_engine(claims, rules, as_of)
    sentences = [each for each in engine.trace(document) if line is None or each.line == line]
    write_report(_json(sentences) if as_json else _text(sentences))
    return 0


def _document(place: str) -> tuple[Document, int | None]:
    import os
    import sys

    from factcheck.document.document import parse_document, read_document
    from factcheck.document.encoding import decode

    if place == "-":
        source, encoding = decode(sys.stdin.buffer.read(), "<stdin>")
        return parse_document(source, "<stdin>", encoding), None
    match = _PLACE.fullmatch(place)
    if match is None or os.path.exists(place):
        return read_document(place), None
    return read_document(match.group(1)), int(match.group(2))


def _text(sentences: list[TraceSentence]) -> Iterator[str]:
    labels = (
        ("mentions", pick("提到", "mention")),
        ("values", pick("数值", "value")),
        ("cues", pick("语气", "cue")),
        ("claims", pick("陈述", "claim")),
        ("verdicts", pick("判断", "verdict")),
    )
    for sentence in sentences:
        yield f"{sentence.line}: {visible(sentence.text)}\n"
        for name, label in labels:
            for item in getattr(sentence, name):
                yield f"    {label}  {visible(item)}\n"


def _json(sentences: list[TraceSentence]) -> Iterator[str]:
    import json
    from dataclasses import asdict

    for sentence in sentences:
        yield json.dumps(asdict(sentence), ensure_ascii=False) + "\n"
