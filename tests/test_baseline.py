"""Known findings: what identifies them, how many they cover, what is gone."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path

import pytest

from factcheck.baseline import read_baseline, write_baseline
from factcheck.errors import FactcheckError
from factcheck.findings import ClaimSummary, Finding, Place


def finding(path: Path, line: int = 1, text: str = "OpenAI 推出BERT", value: str = "openai") -> Finding:
    return Finding(
        path=str(path),
        rule="wrong-attribution",
        code="FC101",
        severity="error",
        verdict="contradicted",
        confidence="high",
        start=Place(line, 1, 0),
        end=Place(line, 2, 1),
        text=text,
        messages={"en": ""},
        claim=ClaimSummary("bert", "created_by", value, "asserted", ""),
        expected="",
    )


@pytest.fixture
def article(tmp_path: Path) -> Path:
    path = tmp_path / "a.md"
    path.write_text("x")
    return path


def baseline_of(tmp_path: Path, *findings: Finding) -> str:
    path = str(tmp_path / "known.json")
    assert write_baseline(path, findings) == len(findings)
    return path


def test_lines_and_typography_do_not_matter(tmp_path: Path, article: Path) -> None:
    baseline = read_baseline(baseline_of(tmp_path, finding(article)))
    same = finding(article, line=9, text="ＯｐｅｎＡＩ\n推出BERT")
    assert baseline.new([same]) == ()
    assert baseline.matched == 1


def test_another_claim_is_new(tmp_path: Path, article: Path) -> None:
    baseline = read_baseline(baseline_of(tmp_path, finding(article)))
    other = finding(article, value="meta")
    assert baseline.new([other, replace(finding(article), rule="wrong-date")]) != ()
    assert baseline.matched == 0


def test_an_entry_covers_as_many_as_it_counts(tmp_path: Path, article: Path) -> None:
    baseline = read_baseline(baseline_of(tmp_path, finding(article, 1), finding(article, 5)))
    found = [finding(article, line) for line in (1, 5, 9)]
    assert baseline.new(found) == (found[2],)


def test_gone_entries(tmp_path: Path, article: Path) -> None:
    baseline = read_baseline(baseline_of(tmp_path, finding(article), finding(tmp_path / "other.md")))
    assert [each.path for each in baseline.gone([str(article)])] == [
        "a.md"
    ]  # the other may have another name
    assert [each.path for each in baseline.gone([str(article)], [str(tmp_path)])] == ["a.md", "other.md"]
    (tmp_path / "other.md").write_text("x")
    baseline = read_baseline(str(tmp_path / "known.json"))
    assert [each.path for each in baseline.gone([str(article)])] == ["a.md"]  # the other was not scanned


def test_a_renamed_file_keeps_its_entries(tmp_path: Path, article: Path) -> None:
    baseline_path = baseline_of(tmp_path, finding(article))
    renamed = article.rename(tmp_path / "b.md")
    baseline = read_baseline(baseline_path)
    assert baseline.new([finding(renamed)]) == ()
    assert baseline.gone([str(renamed)]) == []


def test_the_file_is_sorted_and_has_relative_paths(tmp_path: Path, article: Path) -> None:
    one, two = finding(article, text="b"), finding(tmp_path / "sub" / "c.md", text="a")
    first = Path(baseline_of(tmp_path, two, one)).read_text(encoding="utf-8")
    assert first == Path(baseline_of(tmp_path, one, two)).read_text(encoding="utf-8")
    assert [row["path"] for row in json.loads(first)["findings"]] == ["a.md", "sub/c.md"]


def test_writing_anew_keeps_what_is_known_of_other_files(tmp_path: Path, article: Path) -> None:
    other = tmp_path / "b.md"
    other.write_text("x")
    path = baseline_of(tmp_path, finding(article), finding(other))
    assert write_baseline(path, [], [str(article)]) == 0
    assert [row["path"] for row in json.loads(Path(path).read_text())["findings"]] == ["b.md"]
    other.unlink()
    write_baseline(path, [], [str(article)])
    assert json.loads(Path(path).read_text())["findings"] == []


@pytest.mark.parametrize("text", ["", "[]", "{}", '{"version": 9}', '{"version": 1, "findings": [1]}'])
def test_what_is_no_baseline(tmp_path: Path, text: str) -> None:
    path = tmp_path / "known.json"
    path.write_text(text)
    with pytest.raises(FactcheckError, match=r"known\.json: "):
        read_baseline(str(path))
