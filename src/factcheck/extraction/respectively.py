"""Lists told item by item: “A100和H100分别于2020年和2022年发布” says of each thing a date of its own.

Each item is read with its value as a sentence by itself, made of the very characters of the article; what the constructions
find in the whole sentence pairs everything with everything, and is dropped. Imported when an article has such a word.
"""

from __future__ import annotations

from array import array
from collections.abc import Iterator, Sequence

from factcheck.document.text import Text
from factcheck.extraction.claims import Claim
from factcheck.extraction.context import BlockReading
from factcheck.extraction.mentions import Mention
from factcheck.folding import lower
from factcheck.language.lazy import LazyPattern
from factcheck.language.numbers import find_quantities
from factcheck.light import dataclass

_WORD = LazyPattern(r"分别|依次|先后(?=[于在由])")
_JOINED = LazyPattern(
    r"[》”\"」』]?\s?(?:、|和|与|及|以及|跟|/|，和|，以及|、以及|,)\s?(?:[于在由为是约近以]|超过|则是|则为|来自)?\s?[《“\"「『]?"
)
_JOINER_BEFORE = LazyPattern(r"(?:、|和|与|及|跟|/)\s?$")
_JOINER_INSIDE = LazyPattern(r"[、和与及]")
_JOINER_BEHIND = LazyPattern(r"[》”\"」』]?\s?(?:、|和|与|及|以及|跟|/)")
# “谷歌和Meta两家公司分别…”: how many they are goes with the list.
_SO_MANY = LazyPattern(
    r"^[，,]?\s?这?[两二三四五六七八几](?:者|家|人|款|位|个|种|代|大|篇|项|部)(?:公司|模型|机构|企业|产品|芯片|巨头|框架|厂商|大学|系统|论文|法案)?[，,]?"
)
_END = LazyPattern(r"[，,。；;！!？?\n]")
_LONGEST_GAP, _LONGEST_LEAD = 40, 30
_TELLING = frozenset({"prop_word", "cat_word", "lic_word", "game_word", "task_word", "mem_word", "lang_word"})
_ABSOLUTE = frozenset({"absolute", "bare_year"})
_OF_ITSELF = frozenset({"conversion", "tally"})
"""Claims that need no pairs."""


@dataclass(frozen=True, slots=True)
class Item:
    """A member of a list: where it stands in the normalised text."""

    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Dealt:
    """A list and its values: the readings of the single pairs, and where in the source the whole stands."""

    start: int
    word: int
    end: int
    pairs: tuple[BlockReading, ...]


def lists_of(readings: Sequence[BlockReading]) -> Iterator[Dealt]:
    """The lists of all blocks."""
    for reading in readings:
        for word in _WORD.finditer(reading.text.text):
            found = _list_at(reading, word.start(), word.end(), word[0])
            if found is not None:
                yield found


def without_crossed(claims: Sequence[Claim], lists: Sequence[Dealt]) -> list[Claim]:
    """The claims but for those that pair the members of a list with the values of others."""
    return [
        c
        for c in claims
        if c.predicate in _OF_ITSELF
        or not any(d.word < c.end and c.start < d.end and d.start <= c.value_start < d.end for d in lists)
    ]


def _list_at(reading: BlockReading, place: int, behind: int, word: str) -> Dealt | None:
    """What a word like 分别 deals out; None where nothing is to be paired."""
    bounds = next(((a, b) for a, b in reading.sentences if a <= place < b), None)
    if bounds is None:
        return None
    text = reading.text.text
    subjects = _subjects(reading, bounds[0], place)
    if len(subjects) < 2:
        return None
    values = _values(reading, behind, bounds[1])
    stop = _END.search(text, behind, bounds[1])
    near = stop.start() if stop is not None else bounds[1]
    exact = word in ("分别", "依次")
    if len(values) < 2:
        if not exact or _JOINER_INSIDE.search(text, behind, near) is None:
            return None
        return Dealt(*_source(reading, subjects[0].start, place, near), ())
    dealt = [values]
    while len(following := _values(reading, dealt[-1][-1].end, near)) > 1:
        dealt.append(following)  # 分别向OpenAI和Anthropic投资了130亿和80亿美元
    whole = all(len(d) == len(subjects) and _are_told_in_full(reading, d) for d in dealt)
    if not exact and not whole:
        return None
    whole = whole and not (
        _JOINER_BEFORE.search(text, bounds[0], subjects[0].start)
        or any(_JOINER_BEHIND.match(text, d[-1].end) for d in dealt)
    )
    pairs = tuple(_pairs(reading, bounds, subjects, (place, behind), dealt)) if whole else ()
    return Dealt(*_source(reading, subjects[0].start, place, dealt[-1][-1].end), pairs)


def _source(reading: BlockReading, start: int, word: int, end: int) -> tuple[int, int, int]:
    first, last = reading.text.span(start, end)
    return first, reading.text.span(word, word + 1)[0], last


def _subjects(reading: BlockReading, start: int, place: int) -> list[Item]:
    """The list of names that ends shortly before the word."""
    named = [
        Item(m.start, m.end) for m in reading.things if start <= m.start and m.end <= place and not m.opaque
    ]
    if not named or place - named[-1].end > _LONGEST_GAP:
        return []
    between = reading.text.text[named[-1].end : place]
    inner = between.rstrip("，, ")
    if any(c in inner for c in "。；;：:") or ("，" in inner and _WORD.search(inner) is None):
        return []
    return _run(reading.text.text, named[::-1], backwards=True)[::-1]


def _values(reading: BlockReading, behind: int, end: int) -> list[Item]:
    """The list of names, dates or numbers behind the word, all of one kind."""
    text = reading.text.text
    stop = _END.search(text, behind, end)
    near = stop.start() if stop is not None else end
    named = [m for m in reading.things if behind <= m.start < end and not m.opaque]
    dates = [d for d in reading.dates if behind <= d.start < end]
    taken = [(m.start, m.end) for m in named] + [(d.start, d.end) for d in dates]
    kinds: list[list[Item]] = [
        [Item(m.start, m.end) for m in named],
        [Item(d.start, d.end) for d in dates],
        [Item(q.start, q.unit_end) for q in find_quantities(text, taken, behind, end)],
        [Item(w.start, w.end) for w in reading.words if behind <= w.start < end and w.classes & _TELLING],
    ]
    lists = [_run(text, items) for items in kinds if items and items[0].start < near]
    return min((found for found in lists if len(found) > 1), key=lambda found: found[0].start, default=[])


def _run(text: str, items: Sequence[Item], *, backwards: bool = False) -> list[Item]:
    """The first of the items, and those that follow with nothing but a joining word between."""
    found = list(items[:1])
    for item in items[1:]:
        gap = (item.end, found[-1].start) if backwards else (found[-1].end, item.start)
        if _JOINED.fullmatch(text, *gap) is None:
            break
        found.append(item)
    return found


def _are_told_in_full(reading: BlockReading, values: Sequence[Item]) -> bool:
    """Whether no date of the list leans on another one (2020年5月和11月)."""
    starts = {v.start for v in values}
    return all(d.kind in _ABSOLUTE for d in reading.dates if d.start in starts)


def _pairs(
    reading: BlockReading, bounds: tuple[int, int], subjects: Sequence[Item], word: tuple[int, int], dealt: Sequence[Sequence[Item]]
) -> Iterator[BlockReading]:  # fmt: skip
    text = reading.text.text
    first, last = subjects[0].start, dealt[-1][-1].end
    lead = bounds[0]
    if first - lead > _LONGEST_LEAD or any(lead <= m.start < first for m in reading.mentions):
        lead = max((c for c in reading.clause_starts if c <= first), default=lead)
    middle = subjects[-1].end
    counted = _SO_MANY.match(text[middle : word[0]])
    middle += counted.end() if counted is not None else 0
    if _WORD.search(
        text, middle, word[0]
    ):  # 显存分别为40GB和80GB，带宽分别为…: the second list of the same things
        middle = max(text.rfind(c, middle, word[0]) for c in "，,") + 1 or middle
    stop = _END.search(text, last, bounds[1])
    end = stop.start() if stop is not None else bounds[1]
    for index, subject in enumerate(subjects):
        pieces = [(lead, first), (subject.start, subject.end), (middle, word[0])]
        position = word[1]
        for values in dealt:
            pieces += [(position, values[0].start), (values[index].start, values[index].end)]
            position = values[-1].end
        yield _reading_of(reading, [*pieces, (position, end)])


def _reading_of(reading: BlockReading, pieces: Sequence[tuple[int, int]]) -> BlockReading:
    """A reading of some pieces of a block, put together."""
    text, offsets, mentions = "", array("I"), list[Mention]()
    for start, end in pieces:
        mentions += [
            Mention(
                m.start - start + len(text), m.end - start + len(text), m.text, m.targets, m.variant, m.opaque
            )
            for m in reading.mentions
            if start <= m.start and m.end <= end
        ]
        text += reading.text.text[start:end]
        offsets.extend(reading.text.offsets[start:end])
    return BlockReading(reading.block, Text(text, offsets), lower(text), mentions)


__all__ = ["Dealt", "lists_of", "without_crossed"]
