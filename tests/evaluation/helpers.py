"""Articles with labels, written in a test."""

from __future__ import annotations

import json
from pathlib import Path

from factcheck.evaluation.gold import GoldArticle, read_gold

KINDS = ("wrong-attribution", "wrong-date", "wrong-number", "wrong-license", "wrong-person", "self-contradiction", "misspelled-name",
         "number-mismatch", "outdated-claim", "wrong-relation", "wrong-expansion")  # fmt: skip


def row(label: str, kind: str, line: int, text: str, **others: str) -> dict[str, object]:
    """One label, as it stands in a file."""
    return {"label": label, "kind": kind, "line": line, "text": text, **others}


class Corpus:
    """A directory with ``articles`` and ``gold``."""

    def __init__(self, directory: Path) -> None:
        self.gold, self.articles = directory / "gold", directory / "articles"
        self.gold.mkdir()
        self.articles.mkdir()

    def add(self, name: str, text: str, *rows: dict[str, object] | str) -> None:
        """An article and its labels; a label given as a string is written as it is."""
        (self.articles / f"{name}.md").write_text(text, encoding="utf-8", newline="")
        lines = [each if isinstance(each, str) else json.dumps(each, ensure_ascii=False) for each in rows]
        (self.gold / f"{name}.jsonl").write_text("\n".join(lines) + "\n", encoding="utf-8")

    def read(self) -> tuple[GoldArticle, ...]:
        return read_gold(self.gold, self.articles, KINDS)

    def one(self, text: str, *rows: dict[str, object] | str) -> GoldArticle:
        """The only article."""
        self.add("a", text, *rows)
        (article,) = self.read()
        return article
