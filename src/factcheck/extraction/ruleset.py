"""The rules as the engine runs them: word classes, constructions, messages; read from ``rules/`` once and kept as JSON."""

from __future__ import annotations

import json
import os
import zlib
from collections.abc import Iterator, Mapping, Sequence
from contextlib import suppress
from typing import Any

from factcheck.errors import FactcheckError
from factcheck.extraction.patterns import Pattern, compile_pattern
from factcheck.knowledge.image import write_atomically
from factcheck.knowledge.locate import cache_directory, rules_directory
from factcheck.knowledge.schema import Vocabulary
from factcheck.language.lexicon import Lexicon
from factcheck.light import dataclass

COMPILED = "rules.json"
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
_PLACES = ("patterns", "paren", "paren_of_org")
# Vocabulary groups whose words stand for properties in running text.
_PROPERTY_GROUPS = (
    "architecture-stack",
    "architecture-backbone",
    "architecture-direction",
    "architecture-density",
    "generative-family",
    "training",
)


@dataclass(frozen=True, slots=True)
class Construction:
    """One pattern of a rule, with what it says about the claim."""

    pattern: Pattern
    rule: str
    predicate: str
    value: str
    place: str
    field: str = ""
    units: tuple[str, ...] = ()
    minimum: float = 0.0
    scaled: bool = False
    qualifiers: tuple[tuple[str, str], ...] = ()
    context_value: bool = False
    cue: str = ""
    certain: bool = True
    subject_from: str = ""
    types: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Example:
    """An example of a rule: a little article, and what must be flagged in it (``None``: nothing)."""

    text: str
    flags: str | None
    as_of: str = ""


@dataclass(frozen=True, slots=True)
class Rule:
    """One kind of mistake: its public name and code, its words for people, its examples."""

    name: str
    code: str
    severity: str
    title: Mapping[str, str]
    message: Mapping[str, str]
    texts: Mapping[str, Mapping[str, str]]
    ok: tuple[Example, ...]
    not_ok: tuple[Example, ...]


class Ruleset:
    """All rules, with the lexicon and the constructions compiled on demand."""

    def __init__(self, plain: Mapping[str, Any], vocabulary: Vocabulary) -> None:
        self._plain = plain
        self.property_words = _words_of(vocabulary, _PROPERTY_GROUPS)
        self.licence_words = _words_of(vocabulary, ("licence",))
        self.category_words = _words_of(vocabulary, ("category",))
        classes = dict(plain["classes"])
        classes["prop_word"] = [w for w in self.property_words if w not in _LOOSE_PROPERTIES]
        classes["lic_word"] = list(self.licence_words)
        classes["cat_word"] = [w for w in self.category_words if w not in _LOOSE_CATEGORIES]
        self.lexicon = Lexicon(classes)
        self.version = f"{zlib.crc32(json.dumps(plain, sort_keys=True, ensure_ascii=False).encode()):08x}"
        self.rules: dict[str, Rule] = {row["name"]: _rule(row) for row in plain["rules"]}
        self.constructions: dict[str, list[Construction]] = {place: [] for place in _PLACES}
        self._masks: dict[str, int] = {}
        self._needed: list[tuple[int, Construction]] = []
        for row in plain["rules"]:
            for construction in _constructions(row, self.lexicon):
                self.constructions[construction.place].append(construction)
        bits: dict[frozenset[str], int] = {}
        for construction in self.constructions["patterns"]:
            needed = 0
            for need in construction.pattern.needs:
                needed |= bits.setdefault(need, 1 << len(bits))
            self._needed.append((needed, construction))
        for need, bit in bits.items():
            for character in need:
                self._masks[character] = self._masks.get(character, 0) | bit

    def candidates(self, characters: frozenset[str]) -> list[Construction]:
        """The constructions that a skeleton of these characters can match, in the order of the rules."""
        held = 0
        for character in characters:
            held |= self._masks.get(character, 0)
        return [construction for needed, construction in self._needed if needed & held == needed]

    def __getitem__(self, name: str) -> Rule:
        return self.rules[name]


# Words too loose to be read as a statement in running text; tables and paper titles still use them.
_LOOSE_PROPERTIES = frozenset(
    {
        "编码器",
        "解码器",
        "双向",
        "单向",
        "监督学习",
        "强化学习",
        "蒸馏",
        "Mamba",
        "自监督",
        "去噪",
        "dense",
        "稠密",
    }
)
_LOOSE_CATEGORIES = frozenset(
    {
        "库",
        "平台",
        "模型",
        "GPU",
        "处理器",
        "企业",
        "公司",
        "大学",
        "高校",
        "产品",
        "应用",
        "助手",
        "协议",
        "算法",
        "基准",
        "榜单",
        "研究院",
        "研究所",
        "计算平台",
    }
)


def _words_of(vocabulary: Vocabulary, groups: Sequence[str]) -> dict[str, str]:
    return {
        word: key
        for name in groups
        if name in vocabulary.groups
        for key, words in vocabulary.groups[name].words.items()
        for word in (*words, *([] if key.islower() and name != "licence" else [key]))
    }


def open_rules(vocabulary: Vocabulary, extra: Sequence[str] = ()) -> Ruleset:
    """The packaged rules, extended by the directories ``extra`` (a rule of the same name replaces). Raises FactcheckError."""
    packaged = os.path.join(os.path.dirname(os.path.dirname(os.path.abspath(__file__))), "_data", COMPILED)
    if not extra and os.path.isfile(packaged):
        with open(packaged, encoding="utf-8") as file:
            return Ruleset(json.load(file), vocabulary)
    directories = [rules_directory(), *(os.path.abspath(each) for each in extra)]
    return Ruleset(_cached(directories), vocabulary)


def _cached(directories: Sequence[str]) -> Mapping[str, Any]:
    stamp = "\n".join(
        f"{path} {os.stat(path).st_size} {os.stat(path).st_mtime_ns}"
        for path in (*_files(directories), __file__)
    )
    name = os.path.join(cache_directory(), "rules", f"{zlib.crc32(stamp.encode()):08x}.json")
    try:
        with open(name, encoding="utf-8") as file:
            kept = json.load(file)
        if kept["stamp"] == stamp:
            return kept["rules"]  # type: ignore[no-any-return]
    except (OSError, ValueError, KeyError):
        pass
    plain = read_rules(directories)
    with suppress(OSError):  # an unwritable cache costs time, not results
        write_atomically(name, json.dumps({"stamp": stamp, "rules": plain}, ensure_ascii=False).encode())
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
        {**compiled["classes"], "prop_word": ["?prop"], "lic_word": ["?lic"], "cat_word": ["?cat"]}
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


def _rule(row: Mapping[str, Any]) -> Rule:
    return Rule(
        row["name"], row["code"], row["severity"], row["title"], row["message"],
        {key: row[key] for key in ("what", "why", "judged", "not_for")},
        tuple(Example(str(_text(each)), None, _as_of(each)) for each in row["ok"]),
        tuple(Example(str(_text(each)), str(each.get("flags", "")) if isinstance(each, dict) else "", _as_of(each)) for each in row["not_ok"]),
    )  # fmt: skip


def _text(each: Any) -> Any:
    return each["text"] if isinstance(each, dict) else each


def _as_of(each: Any) -> str:
    return str(each.get("as_of", "")) if isinstance(each, dict) else ""


def _constructions(row: Mapping[str, Any], lexicon: Lexicon) -> Iterator[Construction]:
    for claim in row.get("claims", []):
        for place in _PLACES:
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
                    bool(merged.get("scaled", False)),
                    tuple(
                        (str(k), str(v))
                        for k, v in {
                            **claim.get("qualifiers", {}),
                            **{k: entry[k] for k in ("former", "category", "loose") if k in entry},
                        }.items()
                    ),
                    entry.get("agent") == "context",
                    str(merged.get("cue", "")),
                    bool(merged.get("certain", True)),
                    str(entry.get("subject", "")),
                    frozenset(str(t) for t in entry.get("types", ())),
                )
