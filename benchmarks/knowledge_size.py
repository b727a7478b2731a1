"""What a knowledge base ten times as large adds to a cold scan.

    python benchmarks/knowledge_size.py [ARTICLE] [--times N] [--rounds N]

The installed package is copied to a temporary directory twice, once with its knowledge base and once with that and
copies of it. Every copied entity has an id and names of its own, made by shifting each letter and character, so
that names keep their lengths and share no more beginnings than real ones; its facts point where they did.
"""

from __future__ import annotations

import argparse
import json
import re
import shutil
import sys
import tempfile
from collections.abc import Iterator, Mapping
from dataclasses import replace
from pathlib import Path

import factcheck
from factcheck.extraction.ruleset import COMPILED, read_rules
from factcheck.folding import name_key
from factcheck.knowledge.compile import compile_claims
from factcheck.knowledge.loading import Claims, load_claims
from factcheck.knowledge.locate import IMAGE, claims_directory, rules_directory, vocabulary_file
from factcheck.knowledge.model import Entity, Fact, Name
from measure import Command, measure

EXAMPLE = Path(__file__).parent.parent / "examples" / "mistakes.md"
# First character, number of characters, by how many places each copy is shifted.
ALPHABETS = ((ord("a"), 26, 2), (ord("A"), 26, 2), (ord("0"), 10, 1), (0x4E00, 0x5000, 1999))
_LETTER = re.compile(r"[a-zA-Z0-9\u4e00-\u9dff]")


def main() -> None:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("article", nargs="?", default=str(EXAMPLE))
    parser.add_argument("--times", type=int, default=10, help="how many times as large (default: 10)")
    parser.add_argument("--rounds", type=int, default=11)
    options = parser.parse_args()
    claims = load_claims([Path(claims_directory())], [Path(vocabulary_file())], strict=False)
    larger = enlarged(claims, options.times)
    article = str(Path(options.article).resolve())
    with tempfile.TemporaryDirectory() as work:
        commands = [
            _scan("as it is", Path(work) / "one", claims, article),
            _scan(f"{options.times} times", Path(work) / "many", larger, article),
        ]
        sizes = [
            (Path(work) / part / "factcheck" / "_data" / IMAGE).stat().st_size for part in ("one", "many")
        ]
        results = measure(commands, options.rounds)
    for result, content, size in zip(results, (claims, larger), sizes, strict=True):
        print(
            f"{result.name:10}{len(content.entities):8} entities{content.fact_count:9} facts{size / 1e6:8.1f} MB"
            f"{result.cpu:9.1f} ms CPU{result.memory:8.1f} MB peak"
        )
    print(f"difference: {results[1].cpu - results[0].cpu:.1f} ms of CPU time")


def enlarged(claims: Claims, times: int) -> Claims:
    """The claims with ``times - 1`` copies of every entity."""
    entities = dict(claims.entities)
    for shift in range(1, times):
        for written in claims.entities.values():
            copied = _copy(written.entity, shift)
            entities[copied.id] = replace(written, entity=copied)
    return replace(claims, entities=dict(sorted(entities.items())))


def _copy(entity: Entity, shift: int) -> Entity:
    identifier = f"{entity.id}-copy-{shift}"
    names = tuple(_renamed(entity, shift))
    facts = {
        predicate: tuple(_moved(fact, identifier) for fact in own) for predicate, own in entity.facts.items()
    }
    return replace(entity, id=identifier, names=names, not_in=(), facts=facts, myths=())


def _renamed(entity: Entity, shift: int) -> Iterator[Name]:
    for name in entity.names:
        text = _LETTER.sub(lambda found: _shifted(found.group(), shift), name.text)
        yield replace(name, text=text, key=name_key(text))


def _moved(fact: Fact, identifier: str) -> Fact:
    return replace(fact, id=fact.id.replace(fact.entity, identifier, 1), entity=identifier)


def _shifted(character: str, shift: int) -> str:
    code = ord(character)
    first, count, step = next(row for row in ALPHABETS if row[0] <= code < row[0] + row[1])
    return chr(first + (code - first + shift * step) % count)


def _scan(name: str, directory: Path, claims: Claims, article: str) -> Command:
    """The scan by a copy of the package that carries these claims."""
    package = directory / "factcheck"
    shutil.copytree(
        Path(factcheck.__file__).parent, package, ignore=shutil.ignore_patterns("_data", "__pycache__")
    )
    for file, content in _data(claims).items():
        (package / "_data").mkdir(exist_ok=True)
        (package / "_data" / file).write_bytes(content)
    shutil.copytree(rules_directory(), package / "_data" / "rules")
    environment = {"PYTHONPATH": str(directory), "FACTCHECK_CACHE_DIR": str(directory / "cache")}
    arguments = [sys.executable, "-m", "factcheck", "scan", article, "--isolated", "--output-format", "json"]
    return Command(name, arguments, environment)


def _data(claims: Claims) -> Mapping[str, bytes]:
    rules = json.dumps(read_rules([rules_directory()]), ensure_ascii=False)
    return {IMAGE: compile_claims(claims), COMPILED: rules.encode()}


if __name__ == "__main__":
    main()
