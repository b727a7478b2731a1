"""Chinese words, cut by jieba with its dictionary read from a trie on disk.

jieba spends half a second on loading its dictionary. Here the same dictionary is a trie and an array of
frequencies, both mapped into memory, which are ready in a few milliseconds; the tokens are those of stock
jieba. They travel in the wheel; a checkout builds them into the user's cache when they are first needed.
jieba itself is imported only when something is cut.
"""

from __future__ import annotations

import mmap
import os
import re
import sys
import warnings
from array import array
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager, suppress
from functools import cache
from typing import TYPE_CHECKING, Any

from factcheck.knowledge.image import write_atomically
from factcheck.knowledge.locate import cache_directory

if TYPE_CHECKING:
    from marisa_trie import Trie

TRIE, FREQUENCIES = "jieba.trie", "jieba.frequencies"
CACHE = "jieba-0.42.1"
"""Folder of the cache; the pinned release whose dictionary it holds."""

_PACKAGED = os.path.join(os.path.dirname(os.path.dirname(os.path.abspath(__file__))), "_data")
# jieba cuts each run of these characters by itself (``jieba.re_han_default``), whatever stands around it.
_RUN = re.compile(r"[\u4E00-\u9FD5a-zA-Z0-9+#&._%\-]+")


def cut(text: str, keep: Sequence[tuple[int, int]] = ()) -> list[tuple[int, int]]:
    """The spans of the words of a text, which together cover it. The spans in ``keep`` are single words.

    ``keep`` is in order and without overlaps.
    """
    spans: list[tuple[int, int]] = []
    position = 0
    for start, end in keep:
        spans += _cut(text, position, start)
        spans.append((start, end))
        position = end
    spans += _cut(text, position, len(text))
    return spans


def is_boundary(text: str, start: int, end: int) -> bool:
    """Whether ``text[start:end]`` begins and ends where words do: it is no part of a longer one."""
    first, last = _run_around(text, start, end)
    borders = {first} | {word_end for _, word_end in _cut(text, first, last)}
    return start in borders and end in borders


def is_word(text: str) -> bool:
    """Whether the dictionary has a text as a word (not only as the beginning of one)."""
    return bool(_tokenizer().FREQ.get(text))


def _run_around(text: str, start: int, end: int) -> tuple[int, int]:
    """The smallest range with ``start`` and ``end`` in it that jieba cuts without a look beyond."""
    while start > 0 and _RUN.match(text, start - 1, start):
        start -= 1
    run = _RUN.match(text, end)
    return start, run.end() if run else end


def _cut(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    if start == end:
        return
    for word in _tokenizer().cut(text[start:end]):
        yield start, start + len(word)
        start += len(word)


class Frequencies:
    """The part of a mapping from words to their frequencies that jieba reads; beginnings of words count 0."""

    def __init__(self, trie: Trie, counts: Sequence[int]) -> None:
        self._trie = trie
        self._counts = counts

    def __contains__(self, word: str) -> bool:
        return word in self._trie

    def __getitem__(self, word: str) -> int:
        index: int = self._trie[word]
        return self._counts[index]

    def get(self, word: str, default: int | None = None) -> int | None:
        """The frequency of a word, ``default`` if it is not in the dictionary."""
        index = self._trie.get(word)
        return default if index is None else self._counts[index]

    @property
    def total(self) -> int:
        """The sum of all frequencies."""
        return self._counts[-1]


@cache
def _tokenizer() -> Any:
    with _quiet_import():
        import jieba
    frequencies = _frequencies()
    tokenizer = jieba.Tokenizer()
    tokenizer.FREQ, tokenizer.total, tokenizer.initialized = frequencies, frequencies.total, True
    return tokenizer


@contextmanager
def _quiet_import() -> Iterator[None]:
    """Keep jieba from importing ``pkg_resources``: it does without, and this takes longest of all."""
    missing = "pkg_resources" not in sys.modules
    if missing:
        sys.modules["pkg_resources"] = None  # type: ignore[assignment]
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # its patterns hold escapes that newer interpreters warn about
            yield
    finally:
        if missing:
            sys.modules.pop("pkg_resources", None)


def _frequencies() -> Frequencies:
    """The dictionary from the package or the cache; else it is made now, and kept if that can be done."""
    cached = os.path.join(cache_directory(), CACHE)
    for directory in (_PACKAGED, cached):
        with suppress(OSError, RuntimeError, ValueError):  # not there, or damaged
            return _opened(directory)
    files = dictionary_files()
    try:
        for name, content in files.items():
            write_atomically(os.path.join(cached, name), content)
        return _opened(cached)
    except OSError:  # the cache cannot be written
        from marisa_trie import Trie

        return Frequencies(Trie().frombytes(files[TRIE]), memoryview(files[FREQUENCIES]).cast("I"))


def _opened(directory: str) -> Frequencies:
    """The dictionary in a directory. OSError, RuntimeError or ValueError: it is not there, or damaged."""
    with open(os.path.join(directory, FREQUENCIES), "rb") as file:
        counts = memoryview(mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ)).cast("I")
    from marisa_trie import Trie

    trie = Trie().mmap(os.path.join(directory, TRIE))
    if len(trie) + 1 != len(counts):
        raise ValueError(f"{directory}: the dictionary is incomplete")
    return Frequencies(trie, counts)


def dictionary_files() -> Mapping[str, bytes]:
    """jieba's dictionary as the files that are read here: words, their beginnings, their frequencies."""
    from marisa_trie import Trie

    with _quiet_import():
        import jieba
    known, total = jieba.Tokenizer.gen_pfdict(jieba.get_dict_file())
    trie = Trie(list(known))
    counts = array("I", bytes(4 * (len(trie) + 1)))
    for word, index in trie.items():
        counts[index] = known[word]
    counts[-1] = total
    return {FREQUENCIES: counts.tobytes(), TRIE: trie.tobytes()}
