"""The class words of the rules (verbs, nouns, cues), found in one pass of a multi-pattern automaton."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from functools import cached_property
from operator import add
from typing import Any

from ahocorasick_rs import AhoCorasick, MatchKind

from factcheck.folding import lower
from factcheck.light import dataclass

WORD_BASE = 0xE100
FIRST_WORD = chr(WORD_BASE)
"""The first of the characters that stand for words."""
_WORTH_ALL = 60_000
"""Characters from which on the automaton of all words pays for itself."""


@dataclass(frozen=True, slots=True)
class Word:
    """A class word in a normalised text. ``character`` stands for it in a skeleton."""

    start: int
    end: int
    text: str
    character: str
    classes: frozenset[str]


class Lexicon:
    """Words and their classes; every word has a private character of its own."""

    def __init__(self, classes: Mapping[str, Sequence[str]]) -> None:
        by_word: dict[str, set[str]] = {}
        for name, words in classes.items():
            for word in words:
                by_word.setdefault(lower(word), set()).add(name)
        # words of the same classes stand together, so that a class is a few ranges of characters
        by_word = dict(sorted(by_word.items(), key=lambda pair: (sorted(pair[1]), pair[0])))
        self._classes = list(classes)
        self._words = list(by_word)
        self._of_word = [frozenset(names) for names in by_word.values()]
        self._numbers: Sequence[int] = range(len(self._words))
        self._seen = 0

    def plain(self) -> dict[str, Any]:
        """As JSON; ``from_plain`` reads it back without sorting anything."""
        sets = {names: index for index, names in enumerate(dict.fromkeys(self._of_word))}
        return {
            "classes": self._classes,
            "words": self._words,
            "sets": [sorted(names) for names in sets],
            "set_of_word": [sets[names] for names in self._of_word],
        }

    @classmethod
    def from_plain(cls, plain: Mapping[str, Any]) -> Lexicon:
        lexicon = cls({})
        sets = [frozenset(names) for names in plain["sets"]]
        lexicon._classes, lexicon._words = plain["classes"], plain["words"]
        lexicon._of_word = [sets[index] for index in plain["set_of_word"]]
        lexicon._numbers = range(len(lexicon._words))
        return lexicon

    def held_by(self, texts: Iterable[str]) -> Lexicon:
        """A lexicon that finds the same in these texts, which are in lower case.

        For the first small ones it has only those of the words that can be in them: an automaton of all words costs
        more than such a text is worth.
        """
        low = "\n".join(texts)
        self._seen += len(low)
        if self._seen > _WORTH_ALL:
            return self
        pairs = set(map(add, low, low[1:]))
        held = Lexicon({})
        held._classes = self._classes
        possible = [
            index
            for index, word in enumerate(self._words)
            if len(word) == 1 or (word[:2] in pairs and pairs.issuperset(map(add, word, word[1:])))
        ]
        held._words = [self._words[index] for index in possible]
        held._of_word = [self._of_word[index] for index in possible]
        held._numbers = [self._numbers[index] for index in possible]
        return held

    @cached_property
    def characters(self) -> Mapping[str, str]:
        """The characters of the words of each class."""
        members: dict[str, list[str]] = {name: [] for name in self._classes}
        for index, names in enumerate(self._of_word):
            for name in names:
                members[name].append(chr(WORD_BASE + index))
        return {name: "".join(characters) for name, characters in members.items()}

    @cached_property
    def ranges(self) -> Mapping[str, str]:
        """The same for a set of a regular expression."""
        return {name: _ranges(characters) for name, characters in self.characters.items()}

    @cached_property
    def _automaton(self) -> AhoCorasick:
        return AhoCorasick(self._words, matchkind=MatchKind.LeftmostLongest)

    def find(self, text: str, low: str) -> list[Word]:
        """The class words of a text, leftmost longest. ``low`` is the text in lower case."""
        found = []
        for index, start, end in self._automaton.find_matches_as_indexes(low):
            word = text[start:end]
            if word.isascii() and not _is_word(low, start, end):
                continue
            names = self._of_word[index]
            found.append(Word(start, end, word, chr(WORD_BASE + self._numbers[index]), names))
        return found


def _ranges(characters: str) -> str:
    """The same characters as ranges of a regular expression: fewer, so quicker to compile."""
    parts: list[str] = []
    index = 0
    while index < len(characters):
        last = index
        while last + 1 < len(characters) and ord(characters[last + 1]) == ord(characters[last]) + 1:
            last += 1
        parts.append(characters[index] if last == index else f"{characters[index]}-{characters[last]}")
        index = last + 1
    return "".join(parts)


def _is_word(low: str, start: int, end: int) -> bool:
    before = low[start - 1] if start else " "
    if before == "-" and start > 1 and low[start - 2].isascii() and low[start - 2].isalpha():
        return False  # in-context learning
    after = low[end] if end < len(low) else " "
    return not (before.isascii() and before.isalnum()) and not (after.isascii() and after.isalnum())
