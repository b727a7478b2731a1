"""The words are those of stock jieba; names are kept whole; borders of words are seen."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import jieba
import pytest
from hypothesis import given
from hypothesis import strategies as st

from factcheck.language import tokens
from factcheck.language.tokens import FREQUENCIES, TRIE, cut, is_boundary

SENTENCES = [
    "深蓝色的机箱里装着八张显卡。",
    "研究生命起源的团队也在用大语言模型。",
    "2020年5月，OpenAI发布了GPT-3，参数量达到1750亿。",
    "他说：“这个结论，南京市长江大桥可以作证！”",
    "武汉市长春药店开业了，乒乓球拍卖完了。",
    "text-davinci-003、C++、C#和50.5%都是词。",
    "山姆·阿爾特曼在臺灣談人工智慧的發展。",
    "换行\r\n和制表\t，全角ＡＢＣ，emoji😀，〇和𠮷。",
    "训练语料里既有网页也有书籍，清洗之后剩下三分之一。",
    "",
    " ",
]


@pytest.fixture(scope="module", autouse=True)
def own_cache(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("FACTCHECK_CACHE_DIR", str(tmp_path_factory.mktemp("cache")))
        tokens._tokenizer.cache_clear()
        yield
        tokens._tokenizer.cache_clear()


@pytest.fixture(scope="module")
def stock(tmp_path_factory: pytest.TempPathFactory) -> jieba.Tokenizer:
    tokenizer = jieba.Tokenizer()
    tokenizer.tmp_dir = str(tmp_path_factory.mktemp("jieba"))
    return tokenizer


def words(text: str, keep: list[tuple[int, int]] | None = None) -> list[str]:
    return [text[start:end] for start, end in cut(text, keep or [])]


@pytest.mark.parametrize("sentence", SENTENCES)
def test_the_words_are_those_of_stock_jieba(sentence: str, stock: jieba.Tokenizer) -> None:
    assert words(sentence) == list(stock.cut(sentence))


@given(st.text(alphabet="深蓝色的研究生命起源模型发布了2020年GPT-3 .，·\n", max_size=40))
def test_any_text_is_cut_as_by_stock_jieba(stock: jieba.Tokenizer, text: str) -> None:
    assert words(text) == list(stock.cut(text))


def test_kept_spans_are_single_words() -> None:
    text = "其研发的山姆·阿尔特曼传记和GPT-4 Turbo都很热门"
    keep = [(4, 11), (14, 25)]
    found = words(text, keep)
    assert "山姆·阿尔特曼" in found
    assert "GPT-4 Turbo" in found
    assert "".join(found) == text


@given(st.text(alphabet="深蓝色模型GPT-3 ，", max_size=20), st.data())
def test_the_spans_cover_the_text(text: str, data: st.DataObject) -> None:
    places = sorted(data.draw(st.sets(st.integers(0, len(text)), max_size=4)))
    keep = [(a, b) for a, b in zip(places[::2], places[1::2], strict=False) if a < b]
    spans = cut(text, keep)
    assert "".join(text[a:b] for a, b in spans) == text
    assert set(keep) <= set(spans)


@pytest.mark.parametrize(
    ("text", "name", "expected"),
    [
        ("深蓝战胜了国际象棋冠军。", "深蓝", True),
        ("深蓝色的机箱。", "深蓝", False),
        ("他爱用微软的软件。", "微软", True),
        ("苹果园里有人。", "苹果", False),
        ("用C语言写成。", "C语言", True),
        ("GPT-3很大", "GPT-3", True),
        ("BERTology很有趣", "BERT", False),
        ("山姆·阿尔特曼出席。", "山姆·阿尔特曼", True),
    ],
)
def test_borders_of_words(text: str, name: str, expected: bool) -> None:
    start = text.index(name)
    assert is_boundary(text, start, start + len(name)) is expected


@given(st.text(alphabet="深蓝色的研究生命起源，GPT-3 ·", min_size=1, max_size=25), st.data())
def test_a_border_does_not_depend_on_where_the_cut_begins(text: str, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(text) - 1))
    end = data.draw(st.integers(start + 1, len(text)))
    borders = {0} | {b for _, b in cut(text)}
    assert is_boundary(text, start, end) == (start in borders and end in borders)


def test_a_damaged_dictionary_is_made_anew(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("FACTCHECK_CACHE_DIR", str(tmp_path))
    monkeypatch.setattr(tokens, "_PACKAGED", str(tmp_path / "nowhere"))
    good = tokens._frequencies()
    assert good.get("模型") == good["模型"]
    assert good.get("没有这样的词") is None
    (trie,) = tmp_path.glob(f"*/{TRIE}")
    (counts,) = tmp_path.glob(f"*/{FREQUENCIES}")
    for path in (trie, counts):
        path.unlink()  # a mapped file is never written in place
        path.write_bytes(b"what is this")
        assert tokens._frequencies().total == good.total


def test_an_unwritable_cache_costs_only_time(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "file").write_text("")
    monkeypatch.setenv("FACTCHECK_CACHE_DIR", str(tmp_path / "file"))
    monkeypatch.setattr(tokens, "_PACKAGED", str(tmp_path / "nowhere"))
    assert "模型" in tokens._frequencies()


def test_nothing_is_imported_until_something_is_cut() -> None:
    code = (
        "import sys, factcheck.language.tokens as t; before = {'jieba', 'marisa_trie'} & set(sys.modules); "
        "t.cut('大语言模型'); print(before or 'none', 'jieba' in sys.modules, 'pkg_resources' in sys.modules)"
    )
    ran = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert ran.stdout.split() == ["none", "True", "False"]
    assert ran.stderr == ""
