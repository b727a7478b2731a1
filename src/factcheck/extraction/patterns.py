"""The pattern language of the rules: constructions over the skeleton of a sentence.

A skeleton is the sentence with every mention, date, quantity and class word replaced by one character. A pattern says which
slots and words stand where::

    <agent:agent+> ~~ @make ~ <subject:thing+>
    <subject:thing> ~ @by <agent:agent+> ~ @make

``<role:type>`` is a slot, ``+`` lets it be an enumeration (A、B和C); ``@class`` is any word of a class of the lexicon; ``~`` is a
short stretch without entities or clause punctuation, ``~~`` a stretch that may pass things but no agent, ``~~~`` any stretch of the
clause; ``Z`` is an empty subject; everything else is literal (regular-expression syntax is allowed, spaces count nothing).
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import field
from importlib import import_module
from typing import Any

from factcheck.language.expressions import compile_expression
from factcheck.language.lazy import LazyPattern
from factcheck.language.lexicon import Lexicon
from factcheck.light import dataclass

(
    THING,
    THING_OF,
    AGENT,
    AGENT_OF,
    PERSON,
    PERSON_OF,
    PLACE,
    EVENT,
    DATE,
    QUANTITY,
    ZERO,
    UNKNOWN,
    THING_BESIDE,
) = "\x81\x82\x83\x84\x86\x87\x88\x89\x8a\x8b\x8c\x8d\x8e"
SLOT_CHARACTERS = {
    "T": THING, "t": THING_OF, "O": AGENT, "o": AGENT_OF, "P": PERSON, "p": PERSON_OF, "L": PLACE, "E": EVENT, "D": DATE, "Q": QUANTITY,
    "Z": ZERO, "U": UNKNOWN,
}  # fmt: skip

# What a slot of a pattern may hold. THING_OF is a thing before 的 or one of its attributes (GPT-3 in “GPT-3的参数”),
# THING_BESIDE one that only helps to name something else (“GPT-3的微调版” is no GPT-3, “与GPT-3相比” not about it).
_SLOTS = {
    "thing": THING + ZERO,
    "thing_of": THING + THING_OF + ZERO,
    "named": THING,
    "named_of": THING + THING_OF,
    "agent": AGENT + PERSON + UNKNOWN + ZERO,
    "agent_of": AGENT + AGENT_OF + PERSON + PERSON_OF + UNKNOWN,
    "org": AGENT + UNKNOWN + ZERO,
    "org_of": AGENT + AGENT_OF + UNKNOWN + ZERO,
    "named_org": AGENT + AGENT_OF + UNKNOWN,
    "person": PERSON + UNKNOWN + ZERO,
    "person_of": PERSON + PERSON_OF + UNKNOWN + ZERO,
    "named_person": PERSON + PERSON_OF + UNKNOWN,
    "place": PLACE,
    "event": EVENT + ZERO,
    "named_event": EVENT,
    "any": THING + AGENT + PERSON + EVENT + ZERO,
    "any_of": THING + THING_OF + AGENT + AGENT_OF + PERSON + EVENT + ZERO,
    "named_any": THING + THING_OF + THING_BESIDE + AGENT + AGENT_OF + PERSON + EVENT,
    "date": DATE,
    "quantity": QUANTITY,
    "prop": THING + THING_OF + THING_BESIDE,
    "venue": THING + THING_OF + EVENT + AGENT,
    "lang": THING + THING_OF + THING_BESIDE,
    "lic": "",
    "cat": "",
    "superlative": "",
    "fund": "",
    "game": "",
    "task": "",
    "mem": "",
    "graph": "",
}
# Slots that (also) hold class words.
_SLOT_WORDS = {
    "prop": "prop_word",
    "lang": "lang_word",
    "lic": "lic_word",
    "cat": "cat_word",
    "superlative": "superlative",
    "fund": "fund_word",
    "game": "game_word",
    "task": "task_word",
    "mem": "mem_word",
    "graph": "graph_word",
}
STOP, DASH = chr(0x91), chr(0x92)
PUNCTUATION = str.maketrans(
    {"，": ",", "；": ";", "：": ":", "！": "!", "？": "?", "。": STOP, "\n": STOP, "—": DASH, "–": DASH}
)
"""Punctuation of a skeleton. All signs and slots are Latin-1, because sets of other characters compile slowly."""
_BREAK = ",;:!?" + STOP + DASH
_ENTITIES = THING + AGENT + PERSON + EVENT + UNKNOWN
_TOKEN = LazyPattern(
    r"<(?P<role>[a-z_]+):(?P<type>[a-z_]+)(?P<plus>\+?)>|@(?P<word>[a-z_]+)(?P<opt>\?)?|(?P<clause>~~~)|(?P<long>~~)|(?P<short>~)|(?P<space>\s+)|(?P<literal>[\u3400-\u9fff]+)|(?P<set>\[[\u3400-\u9fff]+\])|(?P<rest>\\.|.)",
    re.S,
)


@dataclass(frozen=True, slots=True)
class Pattern:
    """A compiled construction. ``needs``: sets of characters, one of each of which a skeleton must hold to match."""

    source: str
    needs: tuple[frozenset[str], ...]
    expression: str
    _cache: list[re.Pattern[str]] = field(default_factory=list, compare=False, repr=False)

    @property
    def regex(self) -> re.Pattern[str]:
        if not self._cache:
            self._cache.append(compile_expression(self.expression))
        return self._cache[0]


_UNITS = ("团队", "实验室", "研究院", "公司")


def _literal(text: str, lexicon: Lexicon) -> str:
    """A literal stretch as it looks in a skeleton, where class words are single characters."""
    pieces, position = [], 0
    for word in lexicon.find(text, text):
        pieces += [text[position : word.start], word.character]
        position = word.end
    pieces.append(text[position:])
    return "".join(pieces)


def compile_pattern(source: str, lexicon: Lexicon) -> Pattern:
    """Translate a pattern. Raises ValueError for an unknown slot type or word class."""
    ranges = lexicon.ranges
    parts: list[str] = []
    joiners = ranges["and"] + ranges["join_with"] + "/"
    units = "(?:" + "|".join(_literal(unit, lexicon) for unit in _UNITS) + ")?"  # 慕尼黑大学团队、Runway和…
    for match in _TOKEN.finditer(source):
        if match["role"]:
            slot = _SLOTS.get(match["type"])
            if slot is None:
                raise ValueError(f"unknown slot type {match['type']!r} (known: {', '.join(sorted(_SLOTS))})")
            words = _SLOT_WORDS.get(match["type"])
            written = slot + (ranges[words] if words else "")
            body = f"[{written}]"
            if match["plus"]:
                unit = units if AGENT in slot else ""
                body += f"(?:{unit}[{joiners}]{{1,3}}[{written.replace(ZERO, '')}])*"
            parts.append(f"(?P<{match['role']}>{body})")
        elif match["word"]:
            if match["word"] not in ranges:
                raise ValueError(f"unknown word class {match['word']!r}")
            parts.append(f"[{ranges[match['word']]}]" + ("?" if match["opt"] else ""))
        elif match["clause"]:
            parts.append(f"[^{_BREAK}]{{0,40}}?")
        elif match["long"]:
            parts.append(f"[^{_BREAK}{AGENT}{PERSON}{EVENT}{UNKNOWN}]{{0,26}}?")
        elif match["short"]:
            parts.append(f"[^{_BREAK}{_ENTITIES}]{{0,18}}?")
        elif match["literal"]:
            parts.append(_literal(match["literal"], lexicon))
        elif match["set"]:
            parts.append("[" + "".join(_literal(c, lexicon) for c in match["set"][1:-1]) + "]")
        elif match["rest"]:
            parts.append(ZERO if match["rest"] == "Z" else match["rest"].translate(PUNCTUATION))
    expression = "".join(parts)
    return Pattern(source, _needs(expression), expression)


def _needs(expression: str) -> tuple[frozenset[str], ...]:
    """What a text must hold for an expression to match: one character of each of these sets. Raises ValueError."""
    try:
        found = dict.fromkeys(_required(import_module("re._parser").parse(expression)))
    except re.error as error:
        raise ValueError(f"not a regular expression: {error}") from error
    except (ImportError, AttributeError):  # another interpreter: all expressions are tried
        return ()
    return tuple(need for need in found if not any(other < need for other in found))


def _required(parsed: Iterable[tuple[Any, Any]]) -> list[frozenset[str]]:
    """The same for an expression as ``re`` parses it; what is not known here requires nothing."""
    found: list[frozenset[str]] = []
    for operation, value in parsed:
        name = str(operation)
        if name == "LITERAL":
            found.append(frozenset(chr(value)))
        elif name == "IN":
            found += _one_of(value)
        elif name in ("MAX_REPEAT", "MIN_REPEAT", "POSSESSIVE_REPEAT") and value[0]:
            found += _required(value[2])
        elif name == "SUBPATTERN":
            found += _required(value[3])
        elif name == "BRANCH":
            branches = [_required(branch) for branch in value[1]]
            if all(branches):
                found.append(frozenset().union(*(min(branch, key=len) for branch in branches)))
    return found


def _one_of(members: Iterable[tuple[Any, Any]]) -> list[frozenset[str]]:
    """The characters of a set, none for one that is told by what is not in it."""
    found: set[str] = set()
    for operation, value in members:
        if str(operation) == "LITERAL":
            found.add(chr(value))
        elif str(operation) == "RANGE":
            found.update(map(chr, range(value[0], value[1] + 1)))
        else:
            return []
    return [frozenset(found)]
