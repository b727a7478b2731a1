"""Files that are not Markdown, and not UTF-8, as a process: found where they stand, mended in their own form."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from .helpers import WRONG, factcheck

HTML = """\
<html><body><h1>BERT</h1>
<p>2018年，<b>OpenAI</b>推出了BERT&nbsp;模型。</p>
<p>微软发布了TensorFlow。<!-- factcheck: ignore[wrong-attribution] 反例 --></p>
<!-- factcheck: ignore-next-line[wrong-date] 旧 -->
<p>完</p>
</body></html>
"""
NOTEBOOK = """\
{"cells": [
 {"cell_type": "markdown", "source": ["# BERT\\n", "\\n", "2018年，OpenAI推出了\\"BERT\\"模型。"]},
 {"cell_type": "code", "source": "import openai\\nopenai.Completion.create()", "outputs": ["OpenAI发布了BERT。"]},
 {"cell_type": "markdown", "source": ["<!-- factcheck: ignore[wrong-date] 旧 -->\\n", "完"]}
], "metadata": {}, "nbformat": 4}
"""
RST = """\
BERT
====

2018年，**OpenAI**\\ 推出了 `BERT <https://arxiv.org/abs/1810.04805>`_ 模型。

.. factcheck: ignore[wrong-date] 旧

完
"""


def found(name: str, directory: Path, *options: str) -> list[tuple[str, int, str]]:
    done = factcheck("scan", name, "--output-format", "json", *options, directory=directory)
    source = (directory / name).read_text(encoding="utf-8")
    findings = json.loads(done.stdout)["findings"]
    for finding in findings:
        assert source[finding["start"]["offset"] : finding["end"]["offset"]] == finding["text"]
        line = source.split("\n")[finding["start"]["line"] - 1]
        assert line[finding["start"]["column"] - 1 :].startswith(finding["text"].split("\n")[0])
    return [(f["rule"], f["start"]["line"], f["text"]) for f in findings]


def test_html(tmp_path: Path) -> None:
    (tmp_path / "a.html").write_text(HTML, encoding="utf-8")
    assert found("a.html", tmp_path) == [
        ("wrong-attribution", 2, "OpenAI</b>推出了BERT"),
        ("unused-suppression", 4, "<!-- factcheck: ignore-next-line[wrong-date] 旧 -->"),
    ]
    factcheck("scan", "a.html", "--fix", "--unsafe-fixes", directory=tmp_path)
    assert (tmp_path / "a.html").read_text(encoding="utf-8") == HTML.replace("OpenAI", "Google").replace(
        "<!-- factcheck: ignore-next-line[wrong-date] 旧 -->", ""
    )
    assert found("a.html", tmp_path) == []


def test_notebook(tmp_path: Path) -> None:
    (tmp_path / "a.ipynb").write_text(NOTEBOOK, encoding="utf-8")
    assert found("a.ipynb", tmp_path) == [
        ("wrong-attribution", 2, 'OpenAI推出了\\"BERT'),
        ("deprecated-api", 3, "openai.Completion.create"),
        ("unused-suppression", 4, "<!-- factcheck: ignore[wrong-date] 旧 -->"),
    ]
    factcheck("scan", "a.ipynb", "--fix", "--unsafe-fixes", directory=tmp_path)
    mended = (tmp_path / "a.ipynb").read_text(encoding="utf-8")
    assert mended == NOTEBOOK.replace("，OpenAI", "，Google").replace(
        "<!-- factcheck: ignore[wrong-date] 旧 -->\\n", ""
    )
    assert json.loads(mended)["nbformat"] == 4


def test_rst(tmp_path: Path) -> None:
    (tmp_path / "a.rst").write_text(RST, encoding="utf-8")
    assert [(rule, line) for rule, line, _ in found("a.rst", tmp_path)] == [
        ("wrong-attribution", 4), ("unused-suppression", 6),
    ]  # fmt: skip
    factcheck("scan", "a.rst", "--fix", "--unsafe-fixes", directory=tmp_path)
    assert (tmp_path / "a.rst").read_text(encoding="utf-8") == RST.replace("OpenAI", "Google").replace(
        ".. factcheck: ignore[wrong-date] 旧", ""
    )


def test_all_of_them_are_found_in_a_directory(tmp_path: Path) -> None:
    for name in ("a.md", "b.markdown", "c.mdx", "d.txt", "e.html", "f.htm", "g.rst"):
        text = "BERT\n\n2018年，OpenAI推出了BERT模型。\n"
        (tmp_path / name).write_text(text, encoding="utf-8")
    (tmp_path / "h.ipynb").write_text(NOTEBOOK, encoding="utf-8")
    (tmp_path / "i.py").write_text("# OpenAI推出了BERT模型。\n", encoding="utf-8")
    done = factcheck("scan", ".", "--select", "wrong-attribution", directory=tmp_path)
    assert [line[2:].split(":")[0] for line in done.stdout.splitlines()] == [
        "a.md", "b.markdown", "c.mdx", "d.txt", "e.html", "f.htm", "g.rst", "h.ipynb",
    ]  # fmt: skip


def test_a_broken_notebook_does_not_hide_the_others(tmp_path: Path) -> None:
    (tmp_path / "a.ipynb").write_text("{", encoding="utf-8")
    (tmp_path / "b.md").write_text(WRONG, encoding="utf-8")
    done = factcheck("scan", ".", directory=tmp_path)
    assert done.returncode == 2
    assert "b.md:3:7: FC101" in done.stdout
    assert "./a.ipynb: is no notebook" in done.stderr


def test_standard_input_is_read_by_its_name(tmp_path: Path) -> None:
    done = factcheck("scan", "-", "--stdin-filename", "x.html", directory=tmp_path, stdin=HTML.encode())
    assert done.stdout.startswith("x.html:2:13: FC101")
    assert factcheck("trace", "-", directory=tmp_path, stdin=HTML.encode()).returncode == 0


def test_trace_tells_the_lines_of_the_file(tmp_path: Path) -> None:
    (tmp_path / "a.ipynb").write_text(NOTEBOOK, encoding="utf-8")
    assert "OpenAI → openai" in factcheck("trace", "a.ipynb:2", directory=tmp_path).stdout


@pytest.mark.parametrize("encoding", ["utf-16", "utf-16-le", "utf-16-be", "gb18030"])
def test_other_encodings_are_read_and_said(tmp_path: Path, encoding: str) -> None:
    (tmp_path / "a.md").write_bytes(WRONG.encode(encoding))
    done = factcheck("scan", "a.md", directory=tmp_path)
    assert done.stdout.startswith("a.md:3:7: FC101")
    assert f"a.md: {encoding}\n" in done.stderr
    assert "a.md:" not in factcheck("scan", "a.md", "--quiet", directory=tmp_path).stderr
    stdin = factcheck("scan", "-", directory=tmp_path, stdin=WRONG.encode(encoding))
    assert stdin.stdout.startswith("<stdin>:3:7: FC101")
