from __future__ import annotations

import json
from pathlib import Path

import pytest

from factcheck.evaluation.gold import GoldError, read_gold, unlabelled

from .helpers import KINDS, Corpus, row

TEXT = "# 标题\n\n甲发布了乙。丙收购了丁。\n甲又来了。\n"


def problems(corpus: Corpus, lang: str = "en") -> list[str]:
    """The complaints about the labels, without the directory."""
    with pytest.raises(GoldError) as caught:
        corpus.read()
    return [each.text(lang).replace(f"{corpus.gold.parent}/", "") for each in caught.value.problems]


def test_a_label_takes_the_sentence_that_its_text_stands_in(corpus: Corpus) -> None:
    article = corpus.one(
        TEXT, row("error", "wrong-relation", 3, "丙收购", subject="丁", construction="svo"), ""
    )
    (label,) = article.labels
    assert (article.name, label.line, label.start, label.end) == ("a.md", 3, 6, 12)
    assert (label.subject, label.construction, label.truth, label.note) == ("丁", "svo", "", "")


def test_a_text_that_stands_twice_in_its_line_takes_all_between(corpus: Corpus) -> None:
    (label,) = corpus.one("甲一。乙二。甲三。尾。\n", row("error", "wrong-date", 1, "甲")).labels
    assert (label.start, label.end, label.construction) == (0, 9, "other")


def test_line_ends_of_other_systems_count_as_one(corpus: Corpus) -> None:
    article = corpus.one(TEXT.replace("\n", "\r\n"), row("trap", "wrong-date", 4, "甲又"))
    assert [label.line for label in article.labelled("trap")] == [4]
    assert article.labelled("error") == ()


@pytest.mark.parametrize(
    ("label", "complaint"),
    [
        (row("error", "wrong-date", 9, "甲"), '"line" is 9, but articles/a.md has lines 1 to 5; give the line that'),
        (row("error", "wrong-date", 0, "甲"), '"line" is 0, but'),
        (row("error", "wrong-date", 1, "又来"), "'又来' is not in line 1 of articles/a.md; it is in line 4; mend"),
        (row("error", "wrong-date", 4, "没有"), "it is nowhere in the article; quote it letter by letter"),
        (row("error", "wrong-dat", 3, "甲"), "\"kind\" cannot be 'wrong-dat'; did you mean wrong-date?"),
        (row("mistake", "wrong-date", 3, "甲"), "\"label\" cannot be 'mistake'; use one of error, trap, ignore"),
        (row("error", "wrong-date", 3, ""), '"text" is empty; quote the words'),
        ('{"label": "error",', "column 19: not JSON ("),
        ("[" * 100_000, "column 1: not JSON ("),
        ("[1]", 'not an object; write {"label": …, "kind": …}'),
        ('{"label": "error", "line": 3}', "without the field kind, text; add it"),
        ('{"label": "error", "kind": "wrong-date", "line": "3", "text": "甲"}', '"line" must be a whole number'),
        ('{"label": "error", "kind": "wrong-date", "line": true, "text": "甲"}', '"line" must be a whole number'),
        ('{"label": "error", "kind": 7, "line": 3, "text": "甲"}', '"kind" must be a string; put it in quotes'),
    ],
)  # fmt: skip
def test_a_bad_label_is_named_with_place_cause_and_mend(
    corpus: Corpus, label: dict[str, object] | str, complaint: str
) -> None:
    corpus.add("a", TEXT, row("error", "wrong-date", 3, "甲"), label)
    (problem,) = problems(corpus)
    assert problem.startswith("gold/a.jsonl:2: ")
    assert complaint in problem


def test_all_problems_are_told_at_once_in_both_languages(corpus: Corpus) -> None:
    corpus.add("a", TEXT, "x", row("error", "wrong-date", 1, "又来"))
    corpus.add("b", TEXT, row("error", "wrong-date", 1, "标题"))
    (corpus.articles / "b.md").unlink()
    assert len(problems(corpus)) == 3
    assert problems(corpus, "zh") == [
        "gold/a.jsonl:1: 第 1 列不是合法的 JSON（Expecting value）；每行写一个完整的对象",
        "gold/a.jsonl:2: articles/a.md 第 1 行里没有 '又来'；它在第 4 行，请改行号",
        "gold/b.jsonl: 找不到它的文章 articles/b.md；标注文件须与文章同名",
    ]


def test_very_many_problems_are_cut_short(corpus: Corpus) -> None:
    corpus.add("a", TEXT, *["x"] * 30)
    with pytest.raises(GoldError) as caught:
        corpus.read()
    assert len(caught.value.problems) == 30
    assert caught.value.message.splitlines()[-1] == "… and 10 more"


def test_directories_that_are_none_and_labels_that_are_none(tmp_path: Path, corpus: Corpus) -> None:
    file = tmp_path / "file"
    file.write_text(json.dumps({}))
    for gold, complaint in (
        (tmp_path / "nowhere", "no such directory"),
        (file, "not a directory"),
        (corpus.gold, "there are no labels"),
    ):
        with pytest.raises(GoldError, match=complaint):
            read_gold(gold, corpus.articles, KINDS)


def test_articles_without_labels_are_named(corpus: Corpus) -> None:
    corpus.add("a", TEXT, row("error", "wrong-date", 1, "标题"))
    (corpus.articles / "b.md").write_text(TEXT, encoding="utf-8")
    assert list(unlabelled(corpus.articles, corpus.read())) == ["b.md"]
