"""Build hook: puts what factcheck knows into the wheel (``factcheck/_data``).

The claims and rules as they are written, and compiled for a scan that reads no YAML: the knowledge base
(``knowledge.fck``), the rules (``rules.jsonl``), jieba's dictionary (``jieba.trie``, ``jieba.frequencies``), and the
regular expressions for the interpreter that builds (``*.expressions``); any other compiles its own.
"""

from __future__ import annotations

import shutil
import sys
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface

DATA = "factcheck/_data"
SUFFIXES = (".yaml", ".yml")


class KnowledgeBuildHook(BuildHookInterface[Any]):
    """Adds the data files to a wheel; an editable install reads them from the checkout instead."""

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        if version == "editable":
            return
        include = build_data["force_include"]
        self._compiled.mkdir(parents=True, exist_ok=True)
        for name, content in _compile(Path(self.root)).items():
            (self._compiled / name).write_bytes(content)
            include[str(self._compiled / name)] = f"{DATA}/{name}"
        for path in _written(Path(self.root)):
            include[str(path)] = f"{DATA}/{path.relative_to(self.root).as_posix()}"

    def finalize(self, version: str, build_data: dict[str, Any], artifact_path: str) -> None:
        shutil.rmtree(self._compiled, ignore_errors=True)

    @property
    def _compiled(self) -> Path:
        return Path(self.directory) / "compiled"


def _written(root: Path) -> Iterator[Path]:
    """The claims, the rules and the constructions of made sentences as people write them."""
    for name in ("claims", "rules", "sentences"):
        yield from (path for path in sorted((root / name).rglob("*")) if path.suffix in SUFFIXES)


def _compile(root: Path) -> Mapping[str, bytes]:
    """The files that a scan reads; any error in a claim or a rule ends the build."""
    sys.path.insert(0, str(root / "src"))
    try:
        from factcheck.extraction.rule_compiler import compile_rules, read_rules
        from factcheck.extraction.ruleset import COMPILED, Ruleset, pack_rules
        from factcheck.knowledge.compile import compile_claims
        from factcheck.knowledge.loading import load_claims
        from factcheck.knowledge.locate import IMAGE
        from factcheck.language.tokens import dictionary_files

        claims = load_claims([root / "claims"], [root / "rules" / "lexicon" / "vocabulary.yaml"])
        rules = compile_rules(read_rules([str(root / "rules")]), claims.vocabulary)
        return {
            IMAGE: compile_claims(claims),
            COMPILED: pack_rules(rules),
            **_expressions(Ruleset(rules, claims.vocabulary).expressions),
            **dictionary_files(),
        }
    finally:
        sys.path.remove(str(root / "src"))


def _expressions(of_rules: Iterable[str]) -> Mapping[str, bytes]:
    """The expressions of the rules and of all modules that read articles."""
    import factcheck.engine  # noqa: F401
    from factcheck.language.expressions import file_name, pack_expressions
    from factcheck.language.lazy import LazyPattern

    return {file_name(): pack_expressions([*((each, 0) for each in of_rules), *LazyPattern.written])}
