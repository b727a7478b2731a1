"""The members of a series: sizes and names that are listed, editions named by a size."""

from __future__ import annotations

import pytest

from factcheck.document.document import parse_document
from factcheck.engine import Engine


def _flagged(engine: Engine, text: str) -> list[tuple[str, str]]:
    return [(f.rule, f.text) for f in engine.scan_document(parse_document(text, path="x.md")).findings]


@pytest.mark.parametrize(
    ("text", "rule", "value"),
    [
        ("Gemma 3首批包含1B、4B、12B与70B四个尺寸。", "wrong-number", "70B"),
        ("Llama 3.1提供80亿、700亿和6500亿三种规模。", "wrong-number", "6500亿"),
        ("OpenAI放出了gpt-oss-120b和gpt-oss-70b。", "wrong-number", "gpt-oss-70b"),
        ("Claude 3家族由小到大依次为Haiku、Sonnet和Ultra。", "wrong-property", "Ultra"),
        ("GLM-4.5总参数1060亿、激活参数320亿。", "wrong-number", "GLM-4.5总参数1060亿"),
    ],
)
def test_what_is_no_member(engine: Engine, text: str, rule: str, value: str) -> None:
    assert _flagged(engine, text) == [(rule, value)]


@pytest.mark.parametrize(
    "text",
    [
        "Gemma 3首批包含1B、4B、12B与27B四个尺寸。",
        "Llama 2发布之后，Meta又推出了8B和70B两个尺寸的Llama 3。",
        "Gemma 3没有70B的版本。",
        "BLOOM-7B有71亿参数。",  # named by a rounded size
        "Claude 3家族包括Haiku、Sonnet和Opus。",
        "Claude 3包括Haiku和Ultra吗？",
        "GLM-4.5-Air总参数1060亿、激活参数120亿。",
    ],
)
def test_what_is_one(engine: Engine, text: str) -> None:
    assert _flagged(engine, text) == []
