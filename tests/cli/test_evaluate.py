"""``factcheck evaluate`` as a process."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from .helpers import factcheck

ARTICLE = """\
# BERT

BERT由微软提出。GPT-2由谷歌提出，这是2019年2月的事。

说起BERT，那是2017年的夏天，也有人说是秋天。
"""
LABELS = (
    {"label": "error", "kind": "wrong-attribution", "line": 3, "text": "BERT由微软提出", "subject": "BERT", "claimed": "微软",
     "truth": "谷歌", "construction": "passive", "note": ""},
    {"label": "error", "kind": "wrong-date", "line": 5, "text": "2017年的夏天", "subject": "BERT", "claimed": "2017年",
     "truth": "2018-10", "construction": "other", "note": ""},
    {"label": "trap", "kind": "wrong-attribution", "line": 3, "text": "GPT-2由谷歌提出", "subject": "GPT-2", "claimed": "谷歌",
     "truth": "", "construction": "passive", "note": "姑且算陷阱"},
)  # fmt: skip


@pytest.fixture
def corpus(tmp_path: Path) -> Path:
    """A directory with one article: one error that is found, one that is missed, one false alarm on a trap."""
    (tmp_path / "articles").mkdir()
    (tmp_path / "gold").mkdir()
    (tmp_path / "articles" / "a.md").write_text(ARTICLE, encoding="utf-8")
    rows = "\n".join(json.dumps(label, ensure_ascii=False) for label in LABELS)
    (tmp_path / "gold" / "a.jsonl").write_text(rows, encoding="utf-8")
    return tmp_path


def evaluate(corpus: Path, *arguments: str) -> tuple[int, str, str]:
    done = factcheck("evaluate", "gold", "articles", *arguments, directory=corpus)
    return done.returncode, done.stdout, done.stderr


def test_the_figures_as_json(corpus: Path) -> None:
    status, out, err = evaluate(corpus, "--output-format", "json")
    data = json.loads(out)
    assert (status, err) == (0, "")
    assert (data["errors"], data["found"], data["false_alarms"], data["traps_hit"]) == (2, 1, 1, 1)
    assert (data["misses"][0]["line"], data["alarms"][0]["trap"]) == (5, "姑且算陷阱")


def test_the_report_for_people_lists_what_is_asked_for(corpus: Path) -> None:
    _, plain, _ = evaluate(corpus, "--lang", "en")
    assert "precision         0.500  0.095–0.905" in plain
    assert "a.md:5" not in plain
    _, listed, _ = evaluate(corpus, "--lang", "en", "--misses", "--alarms")
    assert listed.startswith(plain)
    assert (
        "a.md:5 wrong-date [other] 2017年的夏天 — claimed 2017年; true: 2018-10 (no claim was read)" in listed
    )
    assert "a.md:3:11 wrong-attribution" in listed
    assert "(trap: 姑且算陷阱)" in listed


def test_the_report_in_chinese_and_in_markdown(corpus: Path) -> None:
    _, out, _ = evaluate(corpus, "--lang", "zh", "--output-format", "markdown", "--misses")
    assert "| 召回率 | 0.500 | 0.095–0.905 |\n" in out
    assert "#### 漏报\n\n- a.md\\:5 wrong-date \\[other\\] 2017年的夏天" in out
    tables = [line for line in out.splitlines() if line.startswith("|")]
    assert all(line.endswith("|") for line in tables)


@pytest.mark.parametrize(
    ("arguments", "status", "complaint"),
    [
        (("--min-precision", "0.5", "--min-recall", "0.5"), 0, ""),
        (("--min-precision", "0.6"), 1, "precision 0.5000 (1/2) is below 0.6\n"),
        (("--min-recall", "0.51"), 1, "recall 0.5000 (1/2) is below 0.51\n"),
        (("--min-recall", "0.9", "--lang", "zh"), 1, "召回率 0.5000 (1/2) 低于要求的 0.9\n"),
    ],
)
def test_thresholds_set_the_exit_status(
    corpus: Path, arguments: tuple[str, ...], status: int, complaint: str
) -> None:
    found, out, err = evaluate(corpus, *arguments)
    assert (found, err) == (status, complaint)
    assert out


def test_a_share_of_nothing_reaches_every_threshold(corpus: Path) -> None:
    (corpus / "gold" / "a.jsonl").write_text("", encoding="utf-8")
    (corpus / "articles" / "a.md").write_text("天气很好。\n", encoding="utf-8")
    assert evaluate(corpus, "--min-precision", "1", "--min-recall", "1")[0] == 0


def test_own_facts_and_suppressions_count_as_in_a_scan(corpus: Path) -> None:
    (corpus / "facts").mkdir()
    (corpus / "facts" / "own.yaml").write_text(
        '- id: zorb\n  type: model\n  names: [Zorb]\n  facts: {created_by: {value: google, sources: [s]}}\n'
        '  sources: {s: {url: "https://example.org/z", checked: 2026-01-01}}\n', encoding="utf-8"
    )  # fmt: skip
    (corpus / "articles" / "a.md").write_text(
        "微软发布了Zorb。\n\nBERT由微软提出。 <!-- factcheck: ignore[wrong-attribution] 举例 -->\n",
        encoding="utf-8",
    )
    label = {"label": "error", "kind": "wrong-attribution", "subject": "BERT"}
    rows = [{**label, "line": 1, "text": "微软发布了Zorb"}, {**label, "line": 3, "text": "BERT由微软提出"}]
    (corpus / "gold" / "a.jsonl").write_text("\n".join(map(json.dumps, rows)), encoding="utf-8")
    without = json.loads(evaluate(corpus, "--output-format", "json")[1])
    assert without["found"] == 0
    data = json.loads(evaluate(corpus, "--output-format", "json", "--claims", "facts")[1])
    assert (data["found"], [(miss["line"], miss["cause"]) for miss in data["misses"]]) == (
        1,
        [(3, "unreported")],
    )


def test_bad_labels_are_an_error_that_says_where(corpus: Path) -> None:
    with (corpus / "gold" / "a.jsonl").open("a", encoding="utf-8") as file:
        file.write('\n{"label": "error", "kind": "wrong-dat", "line": 3, "text": "BERT"}\n{"label"')
    status, out, err = evaluate(corpus, "--lang", "en")
    assert (status, out) == (2, "")
    assert "gold/a.jsonl:4: \"kind\" cannot be 'wrong-dat'; did you mean wrong-date?\n" in err
    assert "gold/a.jsonl:5: column " in err
    assert "是不是 wrong-date" in evaluate(corpus, "--lang", "zh")[2]


def test_articles_without_labels_are_told(corpus: Path) -> None:
    (corpus / "articles" / "b.md").write_text(ARTICLE, encoding="utf-8")
    status, _, err = evaluate(corpus, "--lang", "en")
    assert (status, err) == (0, "not measured, having no labels: b.md\n")


def test_directories_that_are_not_there(corpus: Path) -> None:
    done = factcheck("evaluate", "gold", "nowhere", directory=corpus)
    assert (done.returncode, done.stderr) == (
        2,
        "factcheck: error: nowhere: no such directory; check the path\n",
    )
    assert factcheck("evaluate", "gold", directory=corpus).returncode == 2


def test_help_in_both_languages(tmp_path: Path) -> None:
    assert "labelled articles" in factcheck("--help", directory=tmp_path).stdout
    assert "--min-recall SHARE" in factcheck("evaluate", "-h", directory=tmp_path).stdout
    assert "列出每处漏报" in factcheck("evaluate", "-h", "--lang", "zh", directory=tmp_path).stdout
