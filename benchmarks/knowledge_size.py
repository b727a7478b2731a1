"""What a knowledge base ten times as large adds to a cold scan.

    python benchmarks/knowledge_size.py [ARTICLE] [--times N] [--rounds N]

The installed package is copied to a temporary directory twice, once with its knowledge base and once with
that and copies of it. Every copied entity has an id and names of its own, made by shifting each letter and
character, so that names keep their lengths and share no more beginnings than real ones; its facts point
where they did.
"""

from __future__ import annotations

import argparse
import re
import shutil
import sys
import tempfile
from collections.abc import Iterator
from concurrent.futures import ProcessPoolExecutor
from dataclasses import replace
from pathlib import Path

from measure import Command, measure

import factcheck
from factcheck.extraction.rule_compiler import compile_rules, read_rules
from factcheck.extraction.ruleset import COMPILED, pack_rules
from factcheck.folding import name_key
from factcheck.knowledge.compile import compile_claims
from factcheck.knowledge.loading import Claims, load_claims
from factcheck.knowledge.locate import IMAGE, claims_directory, rules_directory, vocabulary_file
from factcheck.knowledge.model import Entity, Fact, Name

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
    with tempfile.TemporaryDirectory() as work:
        directories = {1: Path(work) / "one", options.times: Path(work) / "many"}
        # in a process of its own: the memory of this one would count as that of those it starts
        with ProcessPoolExecutor(1) as pool:
            sizes = [pool.submit(_write_package, path, times).result() for times, path in directories.items()]
        article = str(Path(options.article).resolve())
        results = measure(
            [_scan(str(times), path, article) for times, path in directories.items()], options.rounds
        )
    for result, size in zip(results, sizes, strict=True):
        print(
            f"{result.name:>3} x {size}: {result.cpu:.1f} ms of CPU time, {result.memory:.1f} MB at the peak"
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


def _write_package(directory: Path, times: int) -> str:
    """Write a copy of the package with its claims multiplied, and tell how large they are."""
    claims = load_claims([Path(claims_directory())], [Path(vocabulary_file())], strict=False)
    if times > 1:
        claims = enlarged(claims, times)
    own = shutil.ignore_patterns("_data", "__pycache__")
    shutil.copytree(Path(factcheck.__file__).parent, directory / "factcheck", ignore=own)
    data = directory / "factcheck" / "_data"
    shutil.copytree(rules_directory(), data / "rules")
    rules = compile_rules(read_rules([rules_directory()]), claims.vocabulary)
    (data / COMPILED).write_bytes(pack_rules(rules))
    size = (data / IMAGE).write_bytes(compile_claims(claims))
    return f"({len(claims.entities)} entities, {claims.fact_count} facts, {size / 1e6:.1f} MB)"


def _scan(name: str, directory: Path, article: str) -> Command:
    """The scan by the package in a directory."""
    environment = {"PYTHONPATH": str(directory), "FACTCHECK_CACHE_DIR": str(directory / "cache")}
    arguments = [
        sys.executable,
        "-m",
        "factcheck",
        "scan",
        article,
        "--isolated",
        "--no-cache",
        "--output-format",
        "json",
    ]
    return Command(name, arguments, environment)


if __name__ == "__main__":
    main()
