"""One nasty document and its findings: Han, emoji, combining marks, CR LF, tabs, full width, astral."""

from __future__ import annotations

from factcheck.document.position import locate
from factcheck.findings import (
    ClaimSummary,
    Edit,
    Evidence,
    FileReport,
    Finding,
    Fix,
    Place,
    Related,
    Report,
    SourceRef,
    Summary,
)

PATH = "文档/a b%:,#é.md"
SOURCE = (
    "# 大模型 🤖 简史\r\n"
    "\r\n"
    "2018年，OpenAI推出了BERT模型，引起轰动。\r\n"
    "\t-\t表格\tＧＰＴ－３ 有 17.5B 个参数 <b>&\"'\x07\r\n"
    "cafe\u0301 𠮷野家 👩‍💻 说 Ge\u0301mini 由 Meta 开发\r\n"
    + "很长的一段话，" * 30
    + "PyTorch由谷歌开发"
    + "，后面还有很长的话" * 30
    + "。\r\n"
    "跨行的OpenAI\r\n推出的BERT。\r\n"
    "|完]]>|::end::|%0A|\u2028x\r\n"
)
_INDEX = locate(SOURCE)
BERT = SourceRef(
    "https://arxiv.org/abs/1810.04805",
    "BERT: Pre-training | of <Deep> & Bidirectional",
    "2018-10-11",
    "2026-11-23",
)


def place(offset: int) -> Place:
    """The place of an offset in SOURCE."""
    return Place(*_INDEX.position(offset), offset)


def finding(text: str, rule: str, code: str, severity: str, zh: str, en: str, **more: object) -> Finding:
    """A finding at the first occurrence of a text in SOURCE."""
    start = SOURCE.index(text)
    fields: dict[str, object] = {
        "path": PATH,
        "rule": rule,
        "code": code,
        "severity": severity,
        "verdict": "contradicted",
        "confidence": "high",
        "start": place(start),
        "end": place(start + len(text)),
        "text": text,
        "messages": {"zh": zh, "en": en},
        "claim": ClaimSummary("bert", "created_by", "openai", "asserted", "2026-11-23"),
        "expected": "谷歌（Google）",
        "evidence": (
            Evidence("bert.created_by", "谷歌（Google）", (BERT, SourceRef("https://example.com/a"))),
        ),
    }
    return Finding(**{**fields, **more})  # type: ignore[arg-type]


def _edit(text: str, old: str, new: str) -> Edit:
    start = SOURCE.index(text) + text.index(old)
    return Edit(start, start + len(old), new)


def _findings() -> tuple[Finding, ...]:
    bert, gpt = "OpenAI推出了BERT模型", "ＧＰＴ－３ 有 17.5B 个参数"
    return (
        finding(
            bert,
            "wrong-attribution",
            "FC101",
            "error",
            "BERT由谷歌提出，不是OpenAI",
            "BERT is Google's, not OpenAI's",
            fix=Fix("unsafe", (_edit(bert, "OpenAI", "谷歌"),)),
        ),
        finding(
            gpt,
            "wrong-number",
            "FC103",
            "error",
            "100% 不对：应为 175B，\n不是 17.5B::x",
            "100% wrong: 175B,\nnot 17.5B::x",
            expected="175B",
            fix=Fix("safe", (_edit(gpt, "17.5B", "175B"),)),
            related=(Related(PATH, place(0), place(5), "参见：这里"),),
        ),
        finding(
            "Ge\u0301mini 由 Meta 开发",
            "wrong-attribution",
            "FC101",
            "warning",
            "Gemini由谷歌开发",
            "Gemini is Google's",
            fix=Fix("display", (_edit("Meta", "Meta", "谷歌"),)),
        ),
        finding(
            "PyTorch由谷歌开发",
            "wrong-attribution",
            "FC101",
            "error",
            "PyTorch由Meta开发",
            "PyTorch is Meta's",
        ),
        finding(
            "OpenAI\r\n推出的BERT",
            "wrong-attribution",
            "FC101",
            "error",
            "BERT由谷歌提出",
            "BERT is Google's",
        ),
        finding(
            "完]]>|::end::|%0A",
            "outdated-name",
            "FC401",
            "info",
            "旧名 ]]> <x> \x07",
            "old name ]]> <x> \x07",
            expected="",
            evidence=(),
        ),
    )


REPORT = Report(
    files=(
        FileReport(PATH, SOURCE, _findings(), Summary(1, 12, 7, 1, 5, 1, 2, 4, 1)),
        FileReport("clean.md", "没有问题。\n", (), Summary(1, 1, 0)),
    ),
    as_of="2026-11-23",
    tool_version="0.0.0",
    knowledge_version="abcdef012345",
    entities=2,
    facts=3,
)
