"""Rule files read, checked and compiled: what a build does once, and a checkout whenever its rules change."""

from __future__ import annotations

import json
import math
import os
import zlib
from collections.abc import Iterator, Mapping, Sequence
from contextlib import suppress
from typing import Any

from factcheck.errors import FactcheckError
from factcheck.extraction.patterns import compile_pattern
from factcheck.extraction.ruleset import (
    PLACES,
    Construction,
    classes_of,
    construction_row,
    pack_rules,
    unpack_rules,
)
from factcheck.knowledge.image import write_atomically
from factcheck.knowledge.locate import cache_directory, rules_directory
from factcheck.knowledge.schema import Vocabulary
from factcheck.language.lexicon import FIRST_WORD, Lexicon

_REQUIRED = (
    "name",
    "code",
    "severity",
    "title",
    "message",
    "what",
    "why",
    "judged",
    "not_for",
    "ok",
    "not_ok",
)
_SEVERITIES = ("error", "warning", "info")


_PACKAGE = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))
_CODE = tuple(
    os.path.join(_PACKAGE, *path)
    for path in (
        ("extraction", "rule_compiler.py"),
        ("extraction", "ruleset.py"),
        ("extraction", "patterns.py"),
        ("language", "lexicon.py"),
    )
)
"""The code that compiled rules depend on."""


def compiled_once(extra: Sequence[str], vocabulary: Vocabulary) -> dict[str, Any]:
    """The rules of the checkout and of the directories ``extra``, from the user's cache if they did not change. Raises FactcheckError."""
    directories = [rules_directory(), *(os.path.abspath(each) for each in extra)]
    stamp = "\n".join(
        f"{path} {os.stat(path).st_size} {os.stat(path).st_mtime_ns}"
        for path in (*_files(directories), *_CODE)
    )
    name = os.path.join(cache_directory(), "rules", f"{zlib.crc32(stamp.encode()):08x}.jsonl")
    try:
        with open(name, "rb") as file:
            kept = unpack_rules(file.read())
        if kept["stamp"] == stamp:
            return kept
    except (OSError, ValueError, KeyError, TypeError):
        pass
    plain = compile_rules(read_rules(directories), vocabulary)
    with suppress(OSError):  # an unwritable cache costs time, not results
        write_atomically(name, pack_rules({**plain, "stamp": stamp}))
    return plain


def _files(directories: Sequence[str]) -> list[str]:
    found = []
    for directory in directories:
        if not os.path.isdir(directory):
            raise FactcheckError(f"{directory}: no such directory of rules")
        for root, folders, names in os.walk(directory):
            folders.sort()
            found += [os.path.join(root, name) for name in sorted(names) if name.endswith((".yaml", ".yml"))]
    return [path for path in found if os.path.basename(path) != "vocabulary.yaml"]


def read_rules(directories: Sequence[str]) -> dict[str, Any]:
    """Read and check rule files. Raises FactcheckError naming file, line and what was expected."""
    from pathlib import Path

    from factcheck.knowledge.problems import Problem, raise_for
    from factcheck.knowledge.yaml_reader import read_yaml

    problems: list[Problem] = []
    classes: dict[str, list[str]] = {}
    rules: dict[str, Any] = {}
    for path in _files(directories):
        node, found = read_yaml(Path(path))
        problems += found
        if node is None:
            continue
        if node.kind != "mapping":
            problems.append(_problem(path, node, "a rule file is a mapping with name, code, … or classes"))
            continue
        plain = node.plain()
        if "classes" in plain:
            for name, words in plain["classes"].items():
                classes.setdefault(name, []).extend(str(word) for word in words)
            continue
        missing = [key for key in _REQUIRED if key not in plain]
        if missing:
            problems.append(_problem(path, node, f"missing: {', '.join(missing)}"))
            continue
        if plain["severity"] not in _SEVERITIES:
            problems.append(
                _problem(
                    path, node, f"severity is one of {', '.join(_SEVERITIES)}, not {plain['severity']!r}"
                )
            )
            continue
        rules[plain["name"]] = plain
    raise_for(problems)
    compiled: dict[str, Any] = {
        "classes": classes,
        "rules": [rules[name] for name in sorted(rules, key=lambda n: str(rules[n]["code"]))],
    }
    _check_patterns(compiled)
    return compiled


def _check_patterns(compiled: Mapping[str, Any]) -> None:
    lexicon = Lexicon(
        {
            **compiled["classes"],
            "prop_word": ["?prop"],
            "lic_word": ["?lic"],
            "lang_word": ["?lang"],
            "cat_word": ["?cat"],
            "fund_word": ["?fund"],
            "game_word": ["?game"],
            "task_word": ["?task"],
            "mem_word": ["?mem"],
            "graph_word": ["?graph"],
        }
    )
    for row in compiled["rules"]:
        try:
            for construction in _constructions(row, lexicon):
                _ = construction.pattern.regex
        except (ValueError, KeyError) as error:
            raise FactcheckError(f"rule {row['name']}: {error}") from error


def _problem(path: str, node: Any, message: str) -> Any:
    from factcheck.knowledge.problems import Problem

    return Problem(path, node.line, node.column, "rule", message)


def compile_rules(plain: Mapping[str, Any], vocabulary: Vocabulary) -> dict[str, Any]:
    """The rules with what a scan would else work out: characters of words, expressions of constructions. JSON."""
    from_vocabulary = classes_of(vocabulary)
    lexicon = Lexicon(_with_nouns(plain["classes"], from_vocabulary))
    constructions = [each for row in plain["rules"] for each in _constructions(row, lexicon)]
    needs = {need: None for each in constructions for need in each.pattern.needs}
    numbers = {need: index for index, need in enumerate(needs)}
    compiled = {
        "vocabulary": from_vocabulary,
        "lexicon": lexicon.plain(),
        "needs": ["".join(sorted(need)) for need in needs],
        "numbers": {
            place: [number for number, each in enumerate(constructions) if each.place == place]
            for place in PLACES
        },
        "told_by": _told_by(constructions, numbers),
        "constructions": [construction_row(each, numbers) for each in constructions],
    }
    written = {"classes": plain["classes"], "rules": list(plain["rules"])}
    return {
        **plain,
        "version": f"{zlib.crc32(json.dumps(written, sort_keys=True, ensure_ascii=False).encode()):08x}",
        "codes": {row["name"]: str(row["code"]) for row in plain["rules"]},
        "compiled": compiled,
    }


def _told_by(
    constructions: Sequence[Construction], numbers: Mapping[frozenset[str], int]
) -> dict[str, list[list[int]]]:
    """Constructions in running text by the rarest of their needs (“”: they have none): each its number, then all its needs."""
    told_by: dict[str, list[list[int]]] = {}
    for number, each in enumerate(constructions):
        if each.place == "patterns":
            needs = each.pattern.needs
            rarest = str(numbers[min(needs, key=_commonness)]) if needs else ""
            told_by.setdefault(rarest, []).append([number, *sorted({numbers[need] for need in needs})])
    return told_by


def _commonness(need: frozenset[str]) -> tuple[bool, int]:
    """How likely a skeleton is to hold one of these characters: slots are everywhere, single words are rare."""
    return min(need) < FIRST_WORD, len(need)


_KINDS = ("模型", "系统", "工具", "框架")


def _with_nouns(
    classes: Mapping[str, Sequence[str]], from_vocabulary: Mapping[str, Sequence[str]]
) -> dict[str, Sequence[str]]:
    """All classes: a word of the vocabulary that names a kind of thing (语音识别模型) is also a noun for such a thing."""
    kinds = [
        word for name in ("prop_word", "task_word") for word in from_vocabulary[name] if word.endswith(_KINDS)
    ]
    nouns = dict.fromkeys((*classes.get("category_noun", ()), *kinds))
    return {**classes, **from_vocabulary, "category_noun": list(nouns)}


def _constructions(row: Mapping[str, Any], lexicon: Lexicon) -> Iterator[Construction]:
    for claim in row.get("claims", []):
        for place in PLACES:
            for written in claim.get(place, []):
                entry = written if isinstance(written, dict) else {"p": written}
                merged = {**claim, **entry}
                yield Construction(
                    compile_pattern(entry["p"], lexicon),
                    row["name"],
                    claim["predicate"],
                    str(claim["value"]),
                    place,
                    str(merged.get("field", "")),
                    tuple(str(u) for u in merged.get("units", ())),
                    float(merged.get("minimum", 0)),
                    float(merged.get("maximum", math.inf)),
                    bool(merged.get("scaled", False)),
                    tuple(
                        (str(k), str(v))
                        for k, v in {
                            **claim.get("qualifiers", {}),
                            **{k: entry[k] for k in ("former", "category", "loose", "there") if k in entry},
                        }.items()
                    ),
                    entry.get("agent") == "context",
                    str(merged.get("cue", "")),
                    bool(merged.get("certain", True)),
                    str(entry.get("subject", "")),
                    frozenset(str(t) for t in entry.get("types", ())),
                )
