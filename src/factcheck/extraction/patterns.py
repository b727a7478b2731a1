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
from dataclasses import field

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
    "org": AGENT + UNKNOWN + ZERO,
    "org_of": AGENT + AGENT_OF + UNKNOWN + ZERO,
    "named_org": AGENT + AGENT_OF + UNKNOWN,
    "person": PERSON + UNKNOWN + ZERO,
    "person_of": PERSON + PERSON_OF + UNKNOWN + ZERO,
    "named_person": PERSON + PERSON_OF + UNKNOWN,
    "place": PLACE,
    "event": EVENT + ZERO,
    "any": THING + AGENT + PERSON + EVENT + ZERO,
    "any_of": THING + THING_OF + AGENT + AGENT_OF + PERSON + EVENT + ZERO,
    "named_any": THING + THING_OF + THING_BESIDE + AGENT + AGENT_OF + PERSON + EVENT,
    "date": DATE,
    "quantity": QUANTITY,
    "prop": THING + THING_OF + THING_BESIDE,
    "venue": THING + THING_OF + EVENT + AGENT,
    "lic": "",
    "cat": "",
    "superlative": "",
    "fund": "",
}
# Slots that (also) hold class words.
_SLOT_WORDS = {
    "prop": "prop_word",
    "lic": "lic_word",
    "cat": "cat_word",
    "superlative": "superlative",
    "fund": "fund_word",
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


def _literal(text: str, lexicon: Lexicon) -> str:
    """A literal stretch as it looks in a skeleton, where class words are single characters."""
    pieces, position = [], 0
    for word in lexicon.find(text, text):
        pieces += [text[position : word.start], word.character]
        position = word.end
    pieces.append(text[position:])
    return "".join(pieces)


def _is_optional(source: str, position: int) -> bool:
    return source[position : position + 1] in ("?", "*")


def compile_pattern(source: str, lexicon: Lexicon) -> Pattern:
    """Translate a pattern. Raises ValueError for an unknown slot type or word class."""
    word_characters, ranges = lexicon.characters, lexicon.ranges
    needs: list[frozenset[str]] = []
    parts: list[str] = []
    joiners = ranges["and"] + ranges["join_with"] + "/"
    depth = 0  # inside brackets a word may be one of several alternatives
    for match in _TOKEN.finditer(source):
        if match["role"]:
            slot = _SLOTS.get(match["type"])
            if slot is None:
                raise ValueError(f"unknown slot type {match['type']!r} (known: {', '.join(sorted(_SLOTS))})")
            words = _SLOT_WORDS.get(match["type"])
            written = slot + (ranges[words] if words else "")
            slot += word_characters[words] if words else ""
            optional = _is_optional(source, match.end())
            if not optional and depth == 0:
                needs.append(frozenset(slot))
            body = f"[{written}]"
            if match["plus"]:
                body += f"(?:[{joiners}]{{1,3}}[{written.replace(ZERO, '')}])*"
            parts.append(f"(?P<{match['role']}>{body})")
        elif match["word"]:
            characters = word_characters.get(match["word"])
            if characters is None:
                raise ValueError(f"unknown word class {match['word']!r}")
            if not match["opt"] and not _is_optional(source, match.end()) and depth == 0:
                needs.append(frozenset(characters))
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
            depth += {"(": 1, ")": -1}.get(match["rest"], 0)
            parts.append(ZERO if match["rest"] == "Z" else match["rest"].translate(PUNCTUATION))
    return Pattern(source, tuple(needs), "".join(parts))
