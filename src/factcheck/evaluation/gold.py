"""Labelled articles, read and checked. The format is in ``docs/evaluation.md``.

An article is ``ARTICLES_DIR/NAME.md``, its labels are ``GOLD_DIR/NAME.jsonl``, one JSON object a line.
"""

from __future__ import annotations

import json
import re
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from factcheck.document.document import Document, read_document
from factcheck.document.encoding import read_text
from factcheck.document.position import LineIndex
from factcheck.errors import FactcheckError
from factcheck.evaluation.sentences import sentences_around

ERROR, TRAP, IGNORE = "error", "trap", "ignore"
LABELS = (ERROR, TRAP, IGNORE)
_REQUIRED = ("label", "kind", "line", "text")
_OPTIONAL = ("subject", "claimed", "truth", "construction", "note")
_PLACES_SHOWN = 5
_PROBLEMS_SHOWN = 20


@dataclass(frozen=True, slots=True)
class Label:
    """One label. ``start`` and ``end``: the range of the 1-based ``line``, in code points from 0, of the sentence (or
    sentences, or table row) that its text stands in.
    """

    label: str
    kind: str
    line: int
    text: str
    start: int
    end: int
    subject: str = ""
    claimed: str = ""
    truth: str = ""
    construction: str = "other"
    note: str = ""


@dataclass(frozen=True, slots=True)
class GoldArticle:
    """An article and all its labels, in the order of their file."""

    document: Document
    labels: tuple[Label, ...]

    @property
    def name(self) -> str:
        """The name of the article's file."""
        return Path(self.document.path).name

    def labelled(self, label: str) -> tuple[Label, ...]:
        """The labels of one sort."""
        return tuple(each for each in self.labels if each.label == label)


@dataclass(frozen=True, slots=True)
class GoldProblem:
    """What is wrong with a file of labels: 1-based line (0: the file as a whole), cause and mend, by language."""

    path: str
    line: int
    messages: Mapping[str, str]

    def text(self, lang: str) -> str:
        place = f"{self.path}:{self.line}" if self.line else self.path
        return f"{place}: {self.messages[lang]}"


class GoldError(FactcheckError):
    """The labels cannot be used; ``problems`` are the places to mend."""

    def __init__(self, problems: Sequence[GoldProblem]) -> None:
        super().__init__(described(problems, "en"))
        self.problems = tuple(problems)


def described(problems: Sequence[GoldProblem], lang: str) -> str:
    """The problems, one a line; of very many the first."""
    lines = [problem.text(lang) for problem in problems[:_PROBLEMS_SHOWN]]
    more = len(problems) - _PROBLEMS_SHOWN
    if more > 0:
        lines.append(f"……另有 {more} 处" if lang == "zh" else f"… and {more} more")
    return "\n".join(lines)


def read_gold(gold: Path, articles: Path, kinds: Collection[str]) -> tuple[GoldArticle, ...]:
    """All labelled articles, by name; ``kinds`` are the rules that a label may name.

    Raises GoldError with everything that is wrong with the labels, FactcheckError for a file that cannot be read.
    """
    problems = [_no_directory(each) for each in (gold, articles) if not each.is_dir()]
    files = sorted(gold.glob("*.jsonl")) if gold.is_dir() else []
    if not problems and not files:
        problems.append(
            _problem(
                gold,
                0,
                "没有 .jsonl 标注文件；文章 NAME.md 的标注写在 NAME.jsonl",
                "there are no labels (*.jsonl); those of the article NAME.md belong in NAME.jsonl",
            )
        )
    read = [_read_article(file, articles, kinds, problems) for file in files] if not problems else []
    if problems:
        raise GoldError(problems)
    return tuple(article for article in read if article is not None)


def _no_directory(path: Path) -> GoldProblem:
    if path.exists():
        return _problem(path, 0, "不是目录；请给出目录", "not a directory; name the directory")
    return _problem(path, 0, "没有这个目录；请检查路径", "no such directory; check the path")


def _read_article(
    file: Path, articles: Path, kinds: Collection[str], problems: list[GoldProblem]
) -> GoldArticle | None:
    path = articles / f"{file.stem}.md"
    if not path.is_file():
        problems.append(
            _problem(
                file,
                0,
                f"找不到它的文章 {path}；标注文件须与文章同名",
                f"its article {path} is missing; labels are named after their article",
            )
        )
        return None
    document = read_document(path)
    index = LineIndex(document.source)
    labels = []
    for number, raw in enumerate(read_text(str(file))[0].split("\n"), 1):
        if not raw.strip():
            continue
        try:
            labels.append(_label(raw, index, str(path), kinds))
        except _Bad as bad:
            problems.append(_problem(file, number, bad.zh, bad.en))
    return GoldArticle(document, tuple(labels))


class _Bad(Exception):
    """Why a line of labels cannot be used, and what to do."""

    def __init__(self, zh: str, en: str) -> None:
        super().__init__(en)
        self.zh, self.en = zh, en


def _label(raw: str, index: LineIndex, article: str, kinds: Collection[str]) -> Label:
    row = _fields(raw)
    _one_of(row, "label", LABELS)
    _one_of(row, "kind", kinds)
    line: int = row["line"]
    if not 1 <= line <= index.line_count:
        raise _Bad(
            f"“line”为 {line}，而 {article} 只有 1 到 {index.line_count} 行；请改成文字所在的行",
            f'"line" is {line}, but {article} has lines 1 to {index.line_count}; give the line that the text is in',
        )
    start, end = _place(row["text"], line, index, article)
    others = {key: row[key] for key in _OPTIONAL if row.get(key)}
    return Label(row["label"], row["kind"], line, row["text"], start, end, **others)


def _fields(raw: str) -> dict[str, Any]:
    """The object of a line, its fields of the right kind."""
    try:
        row = json.loads(raw)
    except (ValueError, RecursionError) as error:  # also numbers of thousands of digits, brackets without end
        column, reason = getattr(error, "colno", 1), getattr(error, "msg", str(error))
        raise _Bad(
            f"第 {column} 列不是合法的 JSON（{reason}）；每行写一个完整的对象",
            f"column {column}: not JSON ({reason}); write one whole object a line",
        ) from error
    if not isinstance(row, dict):
        raise _Bad(
            '不是 JSON 对象；写成 {"label": …, "kind": …}', 'not an object; write {"label": …, "kind": …}'
        )
    missing = [key for key in _REQUIRED if key not in row]
    if missing:
        names = ", ".join(missing)
        raise _Bad(f"缺少字段 {names}；请补上", f"without the field {names}; add it")
    if not isinstance(row["line"], int) or isinstance(row["line"], bool):
        raise _Bad("“line”须是整数（从 1 数起的行号）", '"line" must be a whole number, counted from 1')
    for key in ("label", "kind", "text", *_OPTIONAL):
        if key in row and not isinstance(row[key], str):
            raise _Bad(f"“{key}”须是字符串；请加引号", f'"{key}" must be a string; put it in quotes')
    if not row["text"]:
        raise _Bad("“text”是空的；写出文章里的原文", '"text" is empty; quote the words of the article')
    return row


def _one_of(row: Mapping[str, Any], key: str, known: Collection[str]) -> None:
    given = row[key]
    if given in known:
        return
    from difflib import get_close_matches

    near = get_close_matches(given, known, 1)
    choice = ", ".join(known)
    raise _Bad(
        f"“{key}”没有 {given!r} 这个值" + (f"；是不是 {near[0]}？" if near else f"；可用：{choice}"),
        f'"{key}" cannot be {given!r}' + (f"; did you mean {near[0]}?" if near else f"; use one of {choice}"),
    )


def _place(text: str, line: int, index: LineIndex, article: str) -> tuple[int, int]:
    """The sentences of the line in which the text stands: of all places, if there are several."""
    content = index.line_text(line)
    places = [match.start() for match in re.finditer(re.escape(text), content)]
    if places:
        spans = [sentences_around(content, place, place + len(text)) for place in places]
        return min(start for start, _ in spans), max(end for _, end in spans)
    where = [str(each) for each in _lines_with(text, index)]
    if where:
        zh, en = (
            f"它在第 {'、'.join(where)} 行，请改行号",
            f"it is in line {', '.join(where)}; mend the line number",
        )
    else:
        zh, en = "全文都没有，请照抄原文", "it is nowhere in the article; quote it letter by letter"
    raise _Bad(
        f"{article} 第 {line} 行里没有 {text!r}；{zh}", f"{text!r} is not in line {line} of {article}; {en}"
    )


def _lines_with(text: str, index: LineIndex) -> list[int]:
    lines = (line for line in range(1, index.line_count + 1) if text in index.line_text(line))
    return [line for line, _ in zip(lines, range(_PLACES_SHOWN), strict=False)]


def _problem(path: Path, line: int, zh: str, en: str) -> GoldProblem:
    return GoldProblem(str(path), line, {"zh": zh, "en": en})


def unlabelled(articles: Path, gold: Sequence[GoldArticle]) -> Iterator[str]:
    """The names of articles that have no labels, and so are not measured."""
    labelled = {article.name for article in gold}
    return (path.name for path in sorted(articles.glob("*.md")) if path.name not in labelled)
