"""The class words of the rules (verbs, nouns, cues), found in one pass of a multi-pattern automaton."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from ahocorasick_rs import AhoCorasick, MatchKind

from factcheck.folding import lower

WORD_BASE = 0xE100


@dataclass(frozen=True, slots=True)
class Word:
    """A class word in a normalised text. ``character`` stands for its combination of classes in a skeleton."""

    start: int
    end: int
    text: str
    character: str
    classes: frozenset[str]


class Lexicon:
    """Words and their classes. A word of several classes gets a character of its own combination."""

    def __init__(self, classes: Mapping[str, Sequence[str]]) -> None:
        by_word: dict[str, set[str]] = {}
        for name, words in classes.items():
            for word in words:
                by_word.setdefault(lower(word), set()).add(name)
        self._words = list(by_word)
        combinations: dict[frozenset[str], str] = {}
        for names in by_word.values():
            combinations.setdefault(frozenset(names), chr(WORD_BASE + len(combinations)))
        self._combinations = combinations
        self._of_word = [frozenset(names) for names in by_word.values()]
        self.characters: dict[str, str] = {
            name: "".join(c for names, c in combinations.items() if name in names) for name in classes
        }

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
            found.append(Word(start, end, word, self._combinations[names], names))
        return found


def _is_word(low: str, start: int, end: int) -> bool:
    before = low[start - 1] if start else " "
    after = low[end] if end < len(low) else " "
    return not (before.isascii() and before.isalnum()) and not (after.isascii() and after.isalnum())
