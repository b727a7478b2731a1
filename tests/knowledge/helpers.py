"""What the tests share: a small knowledge base under the real ontology and vocabulary."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from textwrap import dedent

from factcheck.knowledge.compile import compile_claims
from factcheck.knowledge.hygiene import check
from factcheck.knowledge.index import Knowledge
from factcheck.knowledge.loading import Claims, load_claims

ROOT = Path(__file__).parents[2]
ONTOLOGY = ROOT / "claims" / "ontology.yaml"
VOCABULARY = ROOT / "rules" / "lexicon" / "vocabulary.yaml"
TODAY = date(2026, 11, 23)


class Base:
    """A directory of claims that tests fill, load and open."""

    def __init__(self, directory: Path) -> None:
        self.directory = directory
        directory.mkdir()
        (directory / "ontology.yaml").write_bytes(ONTOLOGY.read_bytes())

    def write(self, text: str, name: str = "x.yaml", directory: Path | None = None) -> Path:
        path = (directory or self.directory) / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(dedent(text).lstrip("\n"), encoding="utf-8")
        return path

    def load(self, *extra: Path, strict: bool = True) -> Claims:
        return load_claims([self.directory, *extra], [VOCABULARY], strict=strict)

    def open(self, *extra: Path, strict: bool = True) -> Knowledge:
        return Knowledge.from_bytes(compile_claims(self.load(*extra, strict=strict)))

    def complaints(self, *codes: str) -> list[str]:
        """What is wrong, as ``line:column: message``, of these codes or all."""
        problems = check([self.directory], [VOCABULARY], TODAY)
        return [f"{p.line}:{p.column}: {p.message}" for p in problems if not codes or p.code in codes]


SAMPLE = """
- id: google
  type: organization
  names: [Google, 谷歌, {text: 咕果, status: nickname}, {text: Backrub, status: former, until: 1997}]
  facts:
    founded: {date: 1998-09-04, sources: [site]}
    moved:
      - {url: code.google.com, gone: true, date: 2016-01, sources: [site]}
      - {url: "ai.google/research", to: "https://research.google/", sources: [site]}
  sources:
    site: {url: "https://about.google/", title: About, checked: 2026-11-23}
- id: deepmind
  type: lab
  names: [DeepMind, 深度思维]
  not_in: [Google DeepMind, DeepMind Control]
  facts:
    founded: {date: 2010-09, sources: [site]}
    acquired_by: {value: google, announced: 2014-01-26, completed: 2014-02, price: 650M USD, sources: [site]}
  sources:
    site: {url: "https://deepmind.google/", checked: 2026-11-23}
- id: bert
  type: model
  names: [BERT, {text: BERT-Large, variant: large}, {text: 伯特, common: true}]
  not_in: [RoBERTa, MacBERT]
  facts:
    created_by: {value: google, also: [deepmind], sources: [paper]}
    released:
      - {event: paper, date: 2018-10-11, sources: [paper]}
      - {event: weights, date: 2018-10~, sources: [paper, repo]}
    parameters:
      - {variant: base, value: 110M, sources: [paper]}
      - {variant: large, value: 340M, sources: [paper]}
    architecture: {value: [transformer, encoder-only], sources: [paper]}
    paper: {value: bert-paper, sources: [paper]}
  sources:
    paper: {url: "https://arxiv.org/abs/1810.04805", title: BERT, published: 2018-10-11, checked: 2026-11-23}
    repo: {url: "https://github.com/google-research/bert", checked: 2026-11-23}
  myths:
    - {predicate: created_by, value: gpt-maker, because: of course not}
- id: gpt-maker
  type: organization
  names: [OpenAI]
- id: bert-paper
  type: paper
  names: ["BERT: Pre-training of Deep Bidirectional Transformers"]
- id: old-model-api
  type: api
  names: [text-davinci-003, {text: Davinci, shared: true}]
  facts:
    shutdown: {date: 2024-01-04, replacement: gpt-3.5-turbo-instruct, sources: [page]}
  sources:
    page: {url: "https://platform.openai.com/docs/deprecations", checked: 2026-11-23}
- id: other-davinci
  type: model
  names: [{text: davinci, shared: true}]
"""
