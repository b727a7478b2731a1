"""The rules as the engine runs them: word classes, constructions, messages.

They are read from ``rules/`` once (``rule_compiler``) and kept as lines of JSON, of which a scan decodes the few it needs.
"""

from __future__ import annotations

import json
import math
import os
from collections.abc import Mapping, Sequence
from dataclasses import fields
from functools import cached_property
from typing import Any

from factcheck.extraction.patterns import Pattern
from factcheck.folding import lower
from factcheck.knowledge.locate import data_directory
from factcheck.knowledge.schema import Vocabulary
from factcheck.language.lexicon import Lexicon
from factcheck.light import dataclass

COMPILED = "rules.jsonl"
PLACES = ("patterns", "paren", "paren_of_org")
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
        self._plain = plain
        compiled = _compiled_for(plain, vocabulary)
        self.lexicon = Lexicon.from_plain(compiled["lexicon"])
        self._needs: Sequence[str] = compiled["needs"]
        self._rows: Sequence[Sequence[Any]] = compiled["constructions"]
        self._made: dict[int, Construction] = {}
        self._numbers: Mapping[str, Sequence[int]] = compiled["numbers"]
        self._told_by: Mapping[str, Sequence[Sequence[int]]] = compiled["told_by"]
        self._telling = sum(1 << int(need) for need in self._told_by if need)
        self._needed: dict[int, list[tuple[int, int]]] = {}
        self._masks: dict[str, int] = {}
        for index, need in enumerate(self._needs):
            for character in need:
                self._masks[character] = self._masks.get(character, 0) | 1 << index

    @cached_property
    def rules(self) -> dict[str, Rule]:
        """All rules by their names, in the order of their codes."""
        return {row["name"]: _rule(row) for row in self._plain["rules"]}

    @property
    def codes(self) -> Mapping[str, str]:
        """The codes of all rules by their names."""
        return self._plain["codes"]  # type: ignore[no-any-return]

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
    def graph_words(self) -> dict[str, str]:
        """How frameworks build their graphs, by the words for it, as written and folded."""
        graphs = _words_of(self._vocabulary, ("graph",))
        return {lower(word): key for word, key in graphs.items()} | graphs

    @property
    def version(self) -> str:
        """Eight digits that change with the rules."""
        return self._plain["version"]  # type: ignore[no-any-return]

    def candidates(self, characters: frozenset[str]) -> list[Construction]:
        """The constructions that a skeleton of these characters can match, in the order of the rules."""
        held = 0
        for character in characters:
            held |= self._masks.get(character, 0)
        numbers = [number for _, number in self._needed.get(0) or self._needing(0)]
        telling = held & self._telling
        while telling:
            lowest = telling & -telling
            telling ^= lowest
            for needed, number in self._needed.get(lowest) or self._needing(lowest):
                if needed & held == needed:
                    numbers.append(number)
        return [self._made.get(number) or self._construction(number) for number in sorted(numbers)]

    def _needing(self, need: int) -> list[tuple[int, int]]:
        """All needs, as a mask, and the numbers of the constructions of which this need is the rarest (0: they have none)."""
        told = self._told_by.get(str(need.bit_length() - 1) if need else "", ())
        needing = [(sum(1 << index for index in needs), number) for number, *needs in told]
        self._needed[need] = needing
        return needing

    def at(self, place: str) -> list[Construction]:
        """The constructions of one place (``patterns``, ``paren``, ``paren_of_org``), in the order of the rules."""
        return [self._construction(number) for number in self._numbers[place]]

    @property
    def constructions(self) -> dict[str, list[Construction]]:
        """All constructions, by place."""
        return {place: self.at(place) for place in PLACES}

    def _construction(self, number: int) -> Construction:
        made = self._made.get(number)
        if made is None:
            made = self._made[number] = _construction_of(self._rows[number], self._needs)
        return made

    @property
    def expressions(self) -> list[str]:
        """The regular expressions of all constructions."""
        return [each.pattern.expression for place in PLACES for each in self.at(place)]

    def __getitem__(self, name: str) -> Rule:
        known = self._one.get(name)
        if known is None:
            known = self._one[name] = _rule(self._plain["rules"][list(self.codes).index(name)])
        return known

    @cached_property
    def _one(self) -> dict[str, Rule]:
        return {}


class Lines(Sequence[Any]):
    """Values written as JSON, one a line, each decoded when it is asked for."""

    def __init__(self, lines: Sequence[bytes]) -> None:
        self._lines = lines

    def __len__(self) -> int:
        return len(self._lines)

    def __getitem__(self, index: Any) -> Any:
        return Lines(self._lines[index]) if isinstance(index, slice) else json.loads(self._lines[index])


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
    packaged = os.path.join(data_directory(), COMPILED)
    if not extra and os.path.isfile(packaged):
        with open(packaged, "rb") as file:
            return Ruleset(unpack_rules(file.read()), vocabulary)
    from factcheck.extraction.rule_compiler import compiled_once

    return Ruleset(compiled_once(extra, vocabulary), vocabulary)


def pack_rules(plain: Mapping[str, Any]) -> bytes:
    """What ``compile_rules`` gives, as lines: what every scan needs, then each rule, then each construction."""
    compiled = plain["compiled"]
    first = {
        **plain,
        "rules": len(plain["rules"]),
        "compiled": {**compiled, "constructions": len(compiled["constructions"])},
    }
    lines = [first, *plain["rules"], *compiled["constructions"]]
    return "\n".join(json.dumps(line, ensure_ascii=False) for line in lines).encode()


def unpack_rules(data: bytes) -> dict[str, Any]:
    """The same as ``pack_rules`` was given, with rules and constructions decoded when they are asked for."""
    first, *others = data.split(b"\n")
    plain: dict[str, Any] = json.loads(first)
    count = plain["rules"]
    plain["rules"] = Lines(others[:count])
    plain["compiled"]["constructions"] = Lines(others[count:])
    return plain


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


def _compiled_for(plain: Mapping[str, Any], vocabulary: Vocabulary) -> Mapping[str, Any]:
    """What ``compile_rules`` made for this vocabulary, made now if it was for another (one's own facts bring words)."""
    compiled: Mapping[str, Any] = plain["compiled"]
    if compiled["vocabulary"] != classes_of(vocabulary):
        from factcheck.extraction.rule_compiler import compile_rules

        compiled = compile_rules(plain, vocabulary)["compiled"]
    return compiled


def classes_of(vocabulary: Vocabulary) -> dict[str, list[str]]:
    """The classes of words that the vocabulary gives."""
    return {
        "prop_word": [w for w in _words_of(vocabulary, _PROPERTY_GROUPS) if w not in _LOOSE_PROPERTIES],
        "lic_word": list(_words_of(vocabulary, ("licence",))),
        "lang_word": list(_words_of(vocabulary, ("language",))),
        "fund_word": list(_words_of(vocabulary, ("funding_source",))),
        "game_word": list(_words_of(vocabulary, ("game",))),
        "task_word": list(_words_of(vocabulary, ("task",))),
        "mem_word": list(_words_of(vocabulary, ("memory_type",))),
        "graph_word": list(_words_of(vocabulary, ("graph",))),
        "cat_word": [w for w in _words_of(vocabulary, ("category",)) if w not in _LOOSE_CATEGORIES],
    }


def construction_row(construction: Construction, numbers: Mapping[frozenset[str], int]) -> list[Any]:
    """A construction as JSON: what its pattern was written as, needs and became, then its other fields."""
    pattern = construction.pattern
    others = (getattr(construction, name) for name in _FIELDS)
    return [
        pattern.source,
        [numbers[need] for need in pattern.needs],
        pattern.expression,
        *(sorted(value) if isinstance(value, frozenset) else value for value in others),
    ]


def _construction_of(row: Sequence[Any], needs: Sequence[str]) -> Construction:
    """The construction that ``construction_row`` wrote."""
    source, numbers, expression, *values = row
    others = dict(zip(_FIELDS, values, strict=True))
    others["units"] = tuple(others["units"])
    others["qualifiers"] = tuple((key, value) for key, value in others["qualifiers"])
    others["types"] = frozenset(others["types"])
    return Construction(
        Pattern(source, tuple(frozenset(needs[index]) for index in numbers), expression), **others
    )


_FIELDS = tuple(field.name for field in fields(Construction) if field.name != "pattern")
