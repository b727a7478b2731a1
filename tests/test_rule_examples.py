"""Every rule's own examples are judged as it says, and what is flagged stands where it is said to."""

from __future__ import annotations

from functools import cache
from pathlib import Path

import pytest

from factcheck.document.document import parse_document
from factcheck.engine import Engine
from factcheck.extraction.ruleset import Example
from factcheck.knowledge.values import DateInterval
from factcheck.rule_tests import Failure, run_examples

RULES = sorted(path.stem for path in (Path(__file__).parent.parent / "rules").glob("*.yaml"))


@cache
def engine() -> Engine:
    return Engine(as_of=DateInterval.parse("2026-11-23"))


def test_every_file_is_a_rule() -> None:
    assert sorted(engine().ruleset.rules) == RULES


@pytest.mark.parametrize("name", RULES)
def test_examples_are_judged_as_the_rule_says(name: str) -> None:
    assert run_examples(engine(), [name]) == []


@pytest.mark.parametrize("name", RULES)
def test_a_rule_carries_enough_examples(name: str) -> None:
    rule = engine().ruleset[name]
    assert len({e.text for e in rule.ok}) >= 6
    assert len({e.text for e in rule.not_ok}) >= 6
    assert not {e.text for e in rule.ok} & {e.text for e in rule.not_ok}


@pytest.mark.parametrize("name", RULES)
def test_findings_stand_where_they_say(name: str) -> None:
    rule = engine().ruleset[name]
    assert rule.not_ok
    for example in rule.not_ok:
        # Windows line ends and some markup before it must not move anything
        for source in (example.text, f"# 标题\r\n\r\n> 引言\r\n\r\n{example.text}"):
            findings = engine().scan_document(parse_document(source, "example.md")).findings
            assert findings or source is not example.text
            for finding in findings:
                start, end = finding.start.offset, finding.end.offset
                assert 0 <= start < end <= len(source)
                assert source[start:end] == finding.text
                before = source[:start]
                assert finding.start.line == before.count("\n") + 1
                assert finding.start.column == start - (before.rfind("\n") + 1) + 1


def test_codes_are_unique_and_severities_known() -> None:
    rules = engine().ruleset.rules.values()
    assert len({r.code for r in rules}) == len(rules)
    assert all(r.code.startswith("FC") and r.severity in ("error", "warning", "info") for r in rules)


@pytest.mark.parametrize("name", RULES)
def test_messages_name_the_subject_and_are_filled_in(name: str) -> None:
    for example in engine().ruleset[name].not_ok:
        for finding in engine().scan_document(parse_document(example.text)).findings:
            for lang in ("zh", "en"):
                message = finding.message(lang)
                assert message
                assert "{" not in message
                assert "}" not in message


def failures(text: str, flags: str | None) -> list[Failure]:
    """What running says of one example put into the rule wrong-attribution of a fresh engine."""
    from dataclasses import replace

    fresh = Engine(as_of=DateInterval.parse("2026-11-23"))
    example = Example(text, flags)
    rule = fresh.ruleset["wrong-attribution"]
    fresh.ruleset.rules["wrong-attribution"] = replace(
        rule, ok=(example,) if flags is None else (), not_ok=(example,) if flags is not None else ()
    )
    return run_examples(fresh, ["wrong-attribution"])


@pytest.mark.parametrize(
    ("text", "flags", "kind"),
    [
        ("OpenAI推出了BERT模型。", None, "ok"),
        ("谷歌推出了BERT模型。", "", "not_ok"),
        ("OpenAI推出了BERT模型。", "天气", "not_ok"),
    ],
)
def test_a_wrong_example_fails(text: str, flags: str | None, kind: str) -> None:
    (failure,) = failures(text, flags)
    assert (failure.rule, failure.kind, failure.text) == ("wrong-attribution", kind, text)
    assert failure.detail


@pytest.mark.parametrize(
    ("text", "flags"),
    [
        ("谷歌推出了BERT模型。", None),
        ("OpenAI推出了BERT模型。", ""),
        ("OpenAI推出了BERT模型。", "OpenAI推出了BERT"),
    ],
)
def test_a_right_example_passes(text: str, flags: str | None) -> None:
    assert failures(text, flags) == []
