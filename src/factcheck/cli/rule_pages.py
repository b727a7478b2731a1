"""The pages of ``docs/rules``: one a rule, in both languages, and their index."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from factcheck.cli.rule_help import RuleHelp
from factcheck.reporting.messages import LANGUAGES, say

INDEX = "README.md"
MOST_EXAMPLES = 4
"""Of each kind on a page: the first ones of a rule show what it is about, the others are tests."""

_SECTIONS = ("what", "why", "judged", "not_for")
_NOTE = "<!-- factcheck rules docs 由 rules/*.yaml 生成 · generated from rules/*.yaml -->\n"


def pages(rules: Mapping[str, RuleHelp]) -> dict[str, str]:
    """All pages by file name."""
    written = {f"{rule.info.name}.md": "".join(_page(rule)) for rule in rules.values()}
    return {INDEX: "".join(_index(rules.values())), **written}


def _index(rules: Iterable[RuleHelp]) -> Iterator[str]:
    yield f"{_NOTE}# 规则 · Rules\n\n"
    yield "| 代码 · Code | 规则 · Rule | 级别 · Severity | | |\n| --- | --- | --- | --- | --- |\n"
    for rule in rules:
        info = rule.info
        titles = " | ".join(info.titles[lang] for lang in LANGUAGES)
        yield f"| {info.code} | [{info.name}]({info.name}.md) | {info.severity} | {titles} |\n"


def _page(rule: RuleHelp) -> Iterator[str]:
    info = rule.info
    yield f"{_NOTE}# {info.code} {info.name}\n"
    for lang in LANGUAGES:
        yield f"\n## {info.titles[lang]}\n\n{say(lang, 'severity')}: {say(lang, info.severity)}\n"
        for key in _SECTIONS:
            text = info.texts.get(key, {}).get(lang)
            if text:
                yield f"\n### {say(lang, f'explain.{key}')}\n\n{text.strip()}\n"
    yield from _examples("wrong", (f"{text}{_arrow(flags)}" for text, flags in rule.wrong))
    yield from _examples("right", rule.right)
    silence = " · ".join(say(lang, "explain.silence") for lang in LANGUAGES)
    yield f"\n## {silence}\n\n```markdown\n<!-- factcheck: ignore[{info.name}] 理由 -->\n```\n"


def _examples(kind: str, texts: Iterable[str]) -> Iterator[str]:
    chosen = list(texts)[:MOST_EXAMPLES]
    if chosen:
        title = " · ".join(say(lang, f"explain.{kind}") for lang in LANGUAGES)
        body = "\n---\n".join(text.strip("\n") for text in chosen)
        yield f"\n## {title}\n\n````markdown\n{body}\n````\n"


def _arrow(flags: str) -> str:
    return f"\n  → {flags}" if flags else ""
