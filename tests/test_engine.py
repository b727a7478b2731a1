"""The way from a document to its findings, with the shipped knowledge base and a user's own."""

from __future__ import annotations

from functools import cache
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factcheck.document.document import parse_document
from factcheck.engine import Engine
from factcheck.errors import FactcheckError
from factcheck.findings import FileReport, Finding
from factcheck.folding import fold, lower, name_key
from factcheck.knowledge.values import DateInterval

TODAY = DateInterval.parse("2026-11-23")
OWN = """- id: test-moon-maker
  type: organization
  names: [月亮实验社]
- id: test-sun-maker
  type: organization
  names: [太阳实验社]
- id: test-moonlight
  type: model
  names: [皎月大模型]
  facts:
    created_by: {value: test-moon-maker, sources: [s]}
    released: {event: announced, date: 2024-03-05, sources: [s]}
  sources: {s: {url: "https://example.org/moon", title: Moonlight, published: 2024-03-05, checked: 2026-11-23}}
"""


@cache
def shipped() -> Engine:
    return Engine(as_of=TODAY)


@pytest.fixture(scope="module")
def own(tmp_path_factory: pytest.TempPathFactory) -> Engine:
    directory = tmp_path_factory.mktemp("claims")
    (directory / "own.yaml").write_text(OWN, encoding="utf-8")
    return Engine(extra_claims=[directory], as_of=TODAY)


def scan(text: str, engine: Engine | None = None) -> FileReport:
    return (engine or shipped()).scan_document(parse_document(text, "a.md"))


def found(text: str, engine: Engine | None = None) -> list[tuple[str, str]]:
    return [(f.rule, f.text) for f in scan(text, engine).findings]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("OpenAI发布了BERT。", [("wrong-attribution", "OpenAI发布了BERT")]),
        ("谷歌发布了BERT。", []),
        ("谷歌开发了PyTorch。", [("wrong-attribution", "谷歌开发了PyTorch")]),
        ("Facebook开发了PyTorch。", []),
        ("2018年，OpenAI发布了GPT-3。", [("wrong-date", "2018年，OpenAI发布了GPT-3")]),
        ("2020年，OpenAI发布了GPT-3。", []),
        ("GPT-3的参数量为17.5亿。", [("wrong-number", "GPT-3的参数量为17.5亿")]),
        ("DeepMind总部位于柏林。", [("wrong-relation", "DeepMind总部位于柏林")]),
        ("天气很好。", []),
        ("", []),
    ],
)
def test_well_known_facts(text: str, expected: list[tuple[str, str]]) -> None:
    assert found(text) == expected


def test_one_finding_for_each_mistake_in_order() -> None:
    text = "2018年，微软发布了GPT-3，参数量达到17.5亿。\n\nOpenAI发布了BERT。"
    findings = scan(text).findings
    assert [f.rule for f in findings] == [
        "wrong-date",
        "wrong-attribution",
        "wrong-number",
        "wrong-attribution",
    ]
    assert [f.start.offset for f in findings] == sorted(f.start.offset for f in findings)
    assert all(text[f.start.offset : f.end.offset] == f.text for f in findings)


def test_a_finding_carries_its_evidence(own: Engine) -> None:
    (finding,) = scan("开头。\n\n据介绍，太阳实验社发布了皎月大模型。", own).findings
    assert (finding.rule, finding.code, finding.severity, finding.verdict, finding.confidence) == (
        "wrong-attribution", "FC101", "error", "contradicted", "high",
    )  # fmt: skip
    assert (finding.start.line, finding.start.column, finding.start.offset) == (3, 5, 9)
    assert finding.text == "太阳实验社发布了皎月大模型"
    assert finding.expected == "月亮实验社"
    assert finding.message("zh") == "皎月大模型的开发者是月亮实验社，不是太阳实验社"
    assert (finding.claim.subject, finding.claim.predicate, finding.claim.value, finding.claim.stance) == (
        "test-moonlight", "created_by", "太阳实验社", "asserted",
    )  # fmt: skip
    (evidence,) = finding.evidence
    assert (evidence.fact, evidence.value) == ("test-moonlight.created_by", "test-moon-maker")
    assert (evidence.sources[0].url, evidence.sources[0].title, evidence.sources[0].checked) == (
        "https://example.org/moon", "Moonlight", "2026-11-23",
    )  # fmt: skip


def test_own_claims_add_to_the_shipped_ones(own: Engine) -> None:
    assert found("月亮实验社发布了皎月大模型。", own) == []
    assert found("2023年，月亮实验社发布了皎月大模型。", own) == [
        ("wrong-date", "2023年，月亮实验社发布了皎月大模型")
    ]
    assert found("OpenAI发布了BERT。", own) == [("wrong-attribution", "OpenAI发布了BERT")]
    assert found("太阳实验社发布了皎月大模型。") == []
    assert own.knowledge.entity_count == shipped().knowledge.entity_count + 3


def test_an_undisclosed_number_is_a_warning() -> None:
    (finding,) = scan("GPT-4有1.8万亿参数。").findings
    assert (finding.rule, finding.verdict, finding.severity) == ("wrong-number", "undisclosed", "warning")


def test_a_contradiction_shows_both_places() -> None:
    text = "TensorFlow是OpenAI开源的框架。\n\nTensorFlow是由Google开源的框架。"
    finding = next(f for f in scan(text).findings if f.rule == "self-contradiction")
    (related,) = finding.related
    assert finding.start.line == 3
    assert related.start.line == 1
    assert text[related.start.offset : related.end.offset] == related.message
    assert "1" in finding.message("zh")


@pytest.mark.parametrize(("date", "expected"), [("2020-09-01", []), ("2024-09-01", ["outdated-claim"])])
def test_the_date_of_the_article_counts(date: str, expected: list[str]) -> None:
    text = f"---\ndate: {date}\n---\n\nGPT-3是目前最大的语言模型。"
    assert [rule for rule, _ in found(text)] == expected


@pytest.mark.parametrize(("today", "expected"), [("2020-09-01", []), ("2024-09-01", ["outdated-claim"])])
def test_without_one_the_day_of_the_scan_counts(today: str, expected: list[str]) -> None:
    engine = Engine(as_of=DateInterval.parse(today))
    assert [rule for rule, _ in found("GPT-3是目前最大的语言模型。", engine)] == expected
    assert engine.as_of.isoformat() == today


def test_counts_of_a_file_and_of_a_scan() -> None:
    one = scan("谷歌发布了BERT。天气很好。")
    other = scan("OpenAI发布了BERT。据传GPT-4有1.8万亿参数。")
    assert (one.summary.files, one.summary.supported, one.summary.contradicted) == (1, 1, 0)
    assert (other.summary.contradicted, other.summary.not_checked) == (1, 1)
    report = shipped().report([one, other])
    assert report.as_of == "2026-11-23"
    assert report.summary == one.summary + other.summary
    assert report.findings == other.findings
    assert report.entities == shipped().knowledge.entity_count > 1000
    for each in (one, other):
        s = each.summary
        assert s.supported + s.contradicted + s.outdated + s.unknown + s.not_checked >= s.claims


def test_the_same_input_gives_the_same_findings() -> None:
    text = "2018年，微软发布了GPT-3。\n\n| 模型 | 开发者 |\n|---|---|\n| BERT | OpenAI |\n"
    assert scan(text).findings == scan(text).findings == scan(text, Engine(as_of=TODAY)).findings


def test_files_are_read(tmp_path: Path) -> None:
    path = tmp_path / "文章.md"
    path.write_bytes("\ufeffOpenAI发布了BERT。\r\n".encode())
    report = shipped().scan_file(str(path))
    assert [f.text for f in report.findings] == ["OpenAI发布了BERT"]
    assert (report.path, report.encoding) == (str(path), "utf-8-sig")
    with pytest.raises(FactcheckError):
        shipped().scan_file(str(tmp_path / "none.md"))


def test_own_rules_replace_by_name(tmp_path: Path) -> None:
    original = (Path(__file__).parent.parent / "rules" / "wrong-attribution.yaml").read_text(encoding="utf-8")
    (tmp_path / "mine.yaml").write_text(
        original.replace("severity: error", "severity: info"), encoding="utf-8"
    )
    engine = Engine(extra_rules=[str(tmp_path)], as_of=TODAY)
    (finding,) = scan("OpenAI发布了BERT。", engine).findings
    assert (finding.rule, finding.severity) == ("wrong-attribution", "info")


@pytest.mark.parametrize("content", ["name: x\n", "- 1\n", "name: [\n"])
def test_broken_rules_are_refused(tmp_path: Path, content: str) -> None:
    (tmp_path / "x.yaml").write_text(content, encoding="utf-8")
    with pytest.raises(FactcheckError, match=r"x\.yaml"):
        _ = Engine(extra_rules=[str(tmp_path)], as_of=TODAY).ruleset


def test_a_trace_tells_of_every_sentence() -> None:
    sentences = shipped().trace(parse_document("OpenAI发布了BERT。\n\n2020年，GPT-3问世。"))
    assert [(s.line, s.text) for s in sentences] == [(1, "OpenAI发布了BERT。"), (3, "2020年，GPT-3问世。")]
    assert any("BERT" in m for m in sentences[0].mentions)
    assert any("contradicted" in v for v in sentences[0].verdicts)
    assert any("2020" in v for v in sentences[1].values)


@given(
    st.lists(
        st.sampled_from(
            [
                "谷歌",
                "OpenAI",
                "BERT",
                "GPT-3",
                "发布了",
                "2018年",
                "，",
                "。",
                "\n\n",
                "由",
                "提出",
                "参数量",
                "17.5亿",
                "> ",
                "- ",
                "**",
            ]
        ),
        max_size=20,
    ).map("".join)
)
def test_every_finding_stands_where_it_says(text: str) -> None:
    findings: tuple[Finding, ...] = scan(text).findings
    assert all(text[f.start.offset : f.end.offset] == f.text for f in findings)


# folding


@pytest.mark.parametrize(
    ("text", "expected"),
    [("ＧＰＴ－４", "GPT-4"), ("發佈臺灣", "发布台湾"), ("（谷歌）", "(谷歌)"), ("２０１８％", "2018%"), ("，。：", "，。："), ("abc", "abc"), ("李・世石", "李·世石")],
)  # fmt: skip
def test_folding(text: str, expected: str) -> None:
    assert fold(text) == expected


@pytest.mark.parametrize(
    ("name", "key"),
    [("GPT-4 Turbo", "gpt4turbo"), ("GPT4Turbo", "gpt4turbo"), (" ＧＰＴ－４ ", "gpt4"), ("山姆·阿尔特曼", "山姆阿尔特曼"),
     ("山姆•阿爾特曼", "山姆阿尔特曼"), ("C++", "c++"), ("text_davinci-003", "textdavinci003")],
)  # fmt: skip
def test_keys_of_names(name: str, key: str) -> None:
    assert name_key(name) == key


@given(st.text(max_size=40))
def test_folding_and_lowering_keep_the_length(text: str) -> None:
    assert len(fold(text)) == len(text) == len(lower(text))
    assert fold(fold(text)) == fold(text)
    assert lower(lower(text)) == lower(text)
