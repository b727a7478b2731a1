"""What the README's table of rules says is so, in both languages."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

import pytest

from factcheck.document.document import parse_document
from factcheck.engine import Engine
from factcheck.knowledge.values import DateInterval

ROOT = Path(__file__).parent.parent


class Row(NamedTuple):
    """A row of the table."""

    rule: str
    code: str
    about: str
    wrong: str
    right: str


def rows(name: str) -> Iterator[Row]:
    for line in (ROOT / name).read_text(encoding="utf-8").splitlines():
        cells = [cell.strip() for cell in line.strip("|").split("|")]
        if line.startswith("|") and len(cells) == 5 and cells[1].startswith("FC"):
            yield Row(*cells)


@pytest.fixture(scope="module")
def engine() -> Engine:
    return Engine(as_of=DateInterval.parse("2026-11-23"))


def found(engine: Engine, text: str) -> set[str]:
    """The rules that a text breaks; an ellipsis parts its paragraphs."""
    document = parse_document(text.replace("……", "\n\n"))
    return {finding.rule for finding in engine.scan_document(document).findings}


def test_every_rule_is_in_the_table(engine: Engine) -> None:
    rules = [(rule.name, rule.code) for rule in engine.ruleset.rules.values()]
    assert [(row.rule, row.code) for row in rows("README.md")] == rules
    assert [(row.rule, row.code) for row in rows("README.en.md")] == rules


@pytest.mark.parametrize("row", [*rows("README.md"), *rows("README.en.md")], ids=lambda row: row.rule)
def test_the_examples_hold(engine: Engine, row: Row) -> None:
    assert row.rule in found(engine, row.wrong)
    assert found(engine, row.right) == set()
