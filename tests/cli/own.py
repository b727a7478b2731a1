"""Facts of a project's own, about things that do not exist: they change with no knowledge base."""

from __future__ import annotations

from pathlib import Path

FACTS = """\
- id: qingniao-lab
  type: lab
  names: [青鸟实验室, {text: Qingniao Lab, lang: en}]
- id: qingniao-1
  type: model
  names: [青鸟一号, Qingniao-1]
  facts:
    created_by: {value: qingniao-lab, sources: [blog]}
    released: {event: announced, date: 2026-05-20, sources: [blog]}
    parameters: {value: 175B, sources: [blog]}
    moved: [{url: old.qingniao.example, to: "https://qingniao.example/", date: 2026-06, sources: [blog]}]
  sources:
    blog: {url: "https://example.com/qingniao", title: "博客 <1>", published: 2026-05-20, checked: 2026-06-01}
"""


def write_facts(directory: Path) -> Path:
    """Write the facts to ``facts/`` in a directory."""
    (directory / "facts").mkdir()
    (directory / "facts" / "own.yaml").write_text(FACTS, encoding="utf-8")
    return directory
