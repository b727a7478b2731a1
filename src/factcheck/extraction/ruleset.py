"""The rules as the engine runs them: word classes, constructions, messages; read from ``rules/`` once and kept as JSON."""

from __future__ import annotations

import json
import math
import os
import zlib
from collections.abc import Iterator, Mapping, Sequence
from contextlib import suppress
from dataclasses import fields
from functools import cached_property
from typing import Any

from factcheck.errors import FactcheckError
from factcheck.extraction.patterns import Pattern, compile_pattern
from factcheck.folding import lower
from factcheck.knowledge.image import write_atomically
from factcheck.knowledge.locate import cache_directory, data_directory, rules_directory
from factcheck.knowledge.schema import Vocabulary
from factcheck.language.lexicon import FIRST_WORD, Lexicon
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
    "masking",
    "architecture-detector",
    "architecture-proposals",
    "architecture-convolution",
    "architecture-position",
    "attention-kind",
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
    maximum: float = math.inf
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
        self.property_words = _words_of(vocabulary, _PROPERTY_GROUPS)
        licences = _words_of(vocabulary, ("licence",))
        self.licence_words = {lower(word): key for word, key in licences.items()} | licences
        self.category_words = _words_of(vocabulary, ("category",))
        self._vocabulary = vocabulary
        self.rules: dict[str, Rule] = {row["name"]: _rule(row) for row in plain["rules"]}
        self._plain = plain
        compiled = _compiled_for(plain, vocabulary)
        self.lexicon = Lexicon.from_plain(compiled["lexicon"])
        self._needs = [frozenset(characters) for characters in compiled["needs"]]
        self._rows: Sequence[Sequence[Any]] = compiled["constructions"]
        self._made: dict[int, Construction] = {}
        self._numbers: dict[str, list[int]] = {place: [] for place in _PLACES}
        # by the rarest of their needs (0: they have none), all needs of constructions, with their numbers
        self._told_by: dict[int, list[tuple[int, int]]] = {}
        common = [_commonness(need) for need in self._needs]
        for number, row in enumerate(self._rows):
            self._numbers[row[_PLACE]].append(number)
            if row[_PLACE] == "patterns":
                bits = [1 << index for index in set(row[1])]
                telling = 1 << min(row[1], key=common.__getitem__) if bits else 0
                self._told_by.setdefault(telling, []).append((sum(bits), number))
        self._telling = sum(self._told_by)
        self._masks: dict[str, int] = {}
        for index, need in enumerate(self._needs):
            for character in need:
                self._masks[character] = self._masks.get(character, 0) | 1 << index

    @cached_property
    def language_words(self) -> dict[str, str]:
        """Programming languages by their names, folded."""
        return {lower(w): key for w, key in _words_of(self._vocabulary, ("language",)).items()}

    @cached_property
    def funding_words(self) -> dict[str, str]:
        """Sources of money by the words for them."""
        return _words_of(self._vocabulary, ("funding_source",))

    @cached_property
    def game_words(self) -> dict[str, str]:
        """Games by their names."""
        return _words_of(self._vocabulary, ("game",))

    @cached_property
    def task_words(self) -> dict[str, str]:
        """What models are for, by the words for it."""
        return _words_of(self._vocabulary, ("task",))

    @cached_property
    def memory_words(self) -> dict[str, str]:
        """Kinds of memory by their names, as written and folded."""
        memory = _words_of(self._vocabulary, ("memory_type",))
        return {lower(word): key for word, key in memory.items()} | memory

    @cached_property
    def version(self) -> str:
        """Eight digits that change with the rules."""
        written = {"classes": self._plain["classes"], "rules": self._plain["rules"]}
        return f"{zlib.crc32(json.dumps(written, sort_keys=True, ensure_ascii=False).encode()):08x}"

    def candidates(self, characters: frozenset[str]) -> list[Construction]:
        """The constructions that a skeleton of these characters can match, in the order of the rules."""
        held = 0
        for character in characters:
            held |= self._masks.get(character, 0)
        numbers = [number for _, number in self._told_by.get(0, ())]
        telling = held & self._telling
        while telling:
            lowest = telling & -telling
            telling ^= lowest
            numbers += [number for needed, number in self._told_by[lowest] if needed & held == needed]
        return [self._construction(number) for number in sorted(numbers)]

    def at(self, place: str) -> list[Construction]:
        """The constructions of one place (``patterns``, ``paren``, ``paren_of_org``), in the order of the rules."""
        return [self._construction(number) for number in self._numbers[place]]

    @property
    def constructions(self) -> dict[str, list[Construction]]:
        """All constructions, by place."""
        return {place: self.at(place) for place in _PLACES}

    def _construction(self, number: int) -> Construction:
        made = self._made.get(number)
        if made is None:
            made = self._made[number] = _construction_of(self._rows[number], self._needs)
        return made

    @property
    def expressions(self) -> list[str]:
        """The regular expressions of all constructions."""
        return [each.pattern.expression for place in _PLACES for each in self.at(place)]

    def __getitem__(self, name: str) -> Rule:
        return self.rules[name]


def _commonness(need: frozenset[str]) -> tuple[bool, int]:
    """How likely a skeleton is to hold one of these characters: slots are everywhere, single words are rare."""
    return min(need) < FIRST_WORD, len(need)


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
_KINDS = ("模型", "系统", "工具", "框架")
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
    packaged = os.path.join(data_directory(), COMPILED)
    if not extra and os.path.isfile(packaged):
        with open(packaged, encoding="utf-8") as file:
            return Ruleset(json.load(file), vocabulary)
    directories = [rules_directory(), *(os.path.abspath(each) for each in extra)]
    return Ruleset(_cached(directories, vocabulary), vocabulary)


_PACKAGE = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))
_CODE = tuple(
    os.path.join(_PACKAGE, *path)
    for path in (("extraction", "ruleset.py"), ("extraction", "patterns.py"), ("language", "lexicon.py"))
)
"""The code that compiled rules depend on."""


def _cached(directories: Sequence[str], vocabulary: Vocabulary) -> Mapping[str, Any]:
    stamp = "\n".join(
        f"{path} {os.stat(path).st_size} {os.stat(path).st_mtime_ns}"
        for path in (*_files(directories), *_CODE)
    )
    name = os.path.join(cache_directory(), "rules", f"{zlib.crc32(stamp.encode()):08x}.json")
    try:
        with open(name, encoding="utf-8") as file:
            kept = json.load(file)
        if kept["stamp"] == stamp:
            return kept["rules"]  # type: ignore[no-any-return]
    except (OSError, ValueError, KeyError):
        pass
    plain = compile_rules(read_rules(directories), vocabulary)
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


def compile_rules(plain: Mapping[str, Any], vocabulary: Vocabulary) -> dict[str, Any]:
    """The rules with what a scan would else work out: characters of words, expressions of constructions. JSON."""
    from_vocabulary = _classes_of(vocabulary)
    lexicon = Lexicon(_with_nouns(plain["classes"], from_vocabulary))
    constructions = [each for row in plain["rules"] for each in _constructions(row, lexicon)]
    needs = {need: None for each in constructions for need in each.pattern.needs}
    numbers = {need: index for index, need in enumerate(needs)}
    compiled = {
        "vocabulary": from_vocabulary,
        "lexicon": lexicon.plain(),
        "needs": ["".join(sorted(need)) for need in needs],
        "constructions": [_construction_row(each, numbers) for each in constructions],
    }
    return {**plain, "compiled": compiled}


def _compiled_for(plain: Mapping[str, Any], vocabulary: Vocabulary) -> Mapping[str, Any]:
    """What ``compile_rules`` made for this vocabulary, made now if it was for another (one's own facts bring words)."""
    compiled: Mapping[str, Any] | None = plain.get("compiled")
    if compiled is None or compiled["vocabulary"] != _classes_of(vocabulary):
        compiled = compile_rules(plain, vocabulary)["compiled"]
    return compiled


def _classes_of(vocabulary: Vocabulary) -> dict[str, list[str]]:
    """The classes of words that the vocabulary gives."""
    return {
        "prop_word": [w for w in _words_of(vocabulary, _PROPERTY_GROUPS) if w not in _LOOSE_PROPERTIES],
        "lic_word": list(_words_of(vocabulary, ("licence",))),
        "lang_word": list(_words_of(vocabulary, ("language",))),
        "fund_word": list(_words_of(vocabulary, ("funding_source",))),
        "game_word": list(_words_of(vocabulary, ("game",))),
        "task_word": list(_words_of(vocabulary, ("task",))),
        "mem_word": list(_words_of(vocabulary, ("memory_type",))),
        "cat_word": [w for w in _words_of(vocabulary, ("category",)) if w not in _LOOSE_CATEGORIES],
    }


def _with_nouns(
    classes: Mapping[str, Sequence[str]], from_vocabulary: Mapping[str, Sequence[str]]
) -> dict[str, Sequence[str]]:
    """All classes: a word of the vocabulary that names a kind of thing (语音识别模型) is also a noun for such a thing."""
    kinds = [
        word for name in ("prop_word", "task_word") for word in from_vocabulary[name] if word.endswith(_KINDS)
    ]
    nouns = dict.fromkeys((*classes.get("category_noun", ()), *kinds))
    return {**classes, **from_vocabulary, "category_noun": list(nouns)}


def _construction_row(construction: Construction, numbers: Mapping[frozenset[str], int]) -> list[Any]:
    """A construction as JSON: what its pattern was written as, needs and became, then its other fields."""
    pattern = construction.pattern
    others = (getattr(construction, name) for name in _FIELDS)
    return [
        pattern.source,
        [numbers[need] for need in pattern.needs],
        pattern.expression,
        *(sorted(value) if isinstance(value, frozenset) else value for value in others),
    ]


def _construction_of(row: Sequence[Any], needs: Sequence[frozenset[str]]) -> Construction:
    """The construction that ``_construction_row`` wrote."""
    source, numbers, expression, *values = row
    others = dict(zip(_FIELDS, values, strict=True))
    others["units"] = tuple(others["units"])
    others["qualifiers"] = tuple((key, value) for key, value in others["qualifiers"])
    others["types"] = frozenset(others["types"])
    return Construction(Pattern(source, tuple(needs[index] for index in numbers), expression), **others)


_FIELDS = tuple(field.name for field in fields(Construction) if field.name != "pattern")
_PLACE = 3 + _FIELDS.index("place")
"""Where a row has its place, behind source, needs and expression."""


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
