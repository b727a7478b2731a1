"""The examples of the README: one article with every kind of mistake, and the same article put right."""

from __future__ import annotations

from pathlib import Path

import pytest

from factcheck.engine import Engine
from factcheck.findings import Finding
from factcheck.knowledge.values import DateInterval

EXAMPLES = Path(__file__).parent.parent / "examples"
PLANTED = [
    ("wrong-person", "马斯克于2010年在伦敦创办"),
    ("wrong-relation", "Facebook收购了DeepMind"),
    ("wrong-attribution", "OpenAI发布了BERT"),
    ("wrong-expansion", "Bidirectional Encoder Representation for Text"),
    ("anachronism", "ELMo受BERT启发"),
    ("wrong-date", "2019年4月**：谷歌提出T5"),
    ("number-mismatch", "5400亿（54B）"),
    ("outdated-claim", "目前最大的语言模型"),
    ("wrong-number", "100K"),
    ("wrong-category", "飞桨是百度开源的大语言模型"),
    ("misspelled-name", "Tensorfow"),
    ("wrong-property", "H100采用Ampere架构"),
    ("wrong-license", "GPL-3.0"),
    ("outdated-name", "打开Bard"),
    ("stale-link", "https://beta.openai.com/"),
    ("deprecated-api", "openai.ChatCompletion.create"),
    ("self-contradiction", "谷歌提出的BERT"),
]


@pytest.fixture(scope="module")
def engine() -> Engine:
    return Engine(as_of=DateInterval.parse("2026-11-23"))


def findings(engine: Engine, name: str) -> tuple[Finding, ...]:
    return engine.scan_file(str(EXAMPLES / name)).findings


def test_every_rule_has_its_mistake(engine: Engine) -> None:
    assert sorted(rule for rule, _ in PLANTED) == sorted(engine.ruleset.rules)


@pytest.mark.parametrize(("rule", "text"), PLANTED)
def test_the_mistake_is_found(engine: Engine, rule: str, text: str) -> None:
    source = (EXAMPLES / "mistakes.md").read_text(encoding="utf-8")
    start = source.index(text)
    places = [
        (finding.start.offset, finding.end.offset)
        for finding in findings(engine, "mistakes.md")
        if finding.rule == rule
    ]
    assert any(a < start + len(text) and start < b for a, b in places)


def test_each_is_found_once_and_nothing_else(engine: Engine) -> None:
    lines = (EXAMPLES / "mistakes.md").read_text(encoding="utf-8").splitlines()
    planted = [(rule, n) for rule, text in PLANTED for n, line in enumerate(lines, 1) if text in line]
    assert sorted((f.rule, f.start.line) for f in findings(engine, "mistakes.md")) == sorted(planted)


def test_the_corrected_article_is_clean(engine: Engine) -> None:
    assert [finding.messages["zh"] for finding in findings(engine, "correct.md")] == []
