"""Names as such: former names used as present ones, and misspelled names."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from factcheck.extraction.claims import ASSERTED, Claim, TextValue
from factcheck.extraction.context import ORGANISATION_TYPES, BlockReading, Context
from factcheck.extraction.mentions import Mention
from factcheck.knowledge.index import Knowledge
from factcheck.knowledge.values import DateInterval
from factcheck.language.lazy import LazyPattern

_PRESENT = LazyPattern(
    r"目前|现在|如今|今天(?!的?新闻)|当前|眼下|时下|当今|今日|现如今|依旧|仍然|仍在|至今仍|截至目前"
)
_USE = LazyPattern(
    r"(?:打开|点开|登录|访问|使用|用|试试|问问|体验|下载|订阅|注册|进入|通过|借助|选择|切换到|调用)(?:一下)?(?:谷歌|微软|的)?$"
)
_PRODUCT_LIST = LazyPattern(r"(?:核心|主要|代表|明星)?产品(?:则|主要|有|包括|是)+[^。；;]{0,40}$")
_PRESENT_OF_COMPANY = LazyPattern(
    r"公司(?:目前|现在|如今|当前)?的(?:人工智能|AI|研究|核心|主要)?[\u4e00-\u9fff]{0,6}(?:部门|实验室|团队|机构|研究院|业务)"
)
_PAST = LazyPattern(
    r"更名|改名|前身|原名|曾|旧称|旧名|当时|彼时|那时|时任|后来|原称|前称|昔日|当年|年代|早年|早期|最初|起初|初名|并入|前员工|前首席"
)
_COMPANY = LazyPattern(r"公司|集团")
_WORD = LazyPattern(
    r"(?<![A-Za-z0-9_.\-/@#])(?:[A-Za-z][A-Za-z]{5,23}|[A-Za-z]{3,16}-[A-Za-z]{2,16})(?![A-Za-z0-9_\-/@]|\.[A-Za-z])"
)
_INFLECTED = LazyPattern(r"(?:ed|ing|es|ly|al|ion|ions|ive|er|ers|or|ors|s|d|able|ity)$")
_LONG = 8
_MEETINGS = frozenset({"event"})
_EDITION = LazyPattern(r"\s?(?P<year>20\d\d)(?!\d)")
_TYPES = frozenset(
    {"organization", "lab", "model", "framework", "product", "technique", "dataset", "benchmark", "hardware"}
)
_LOOKALIKE = str.maketrans({"l": "i", "1": "i", "I": "i", "L": "i", "0": "o", "O": "o"})


def outdated(readings: Sequence[BlockReading], knowledge: Knowledge, context: Context) -> Iterator[Claim]:
    """Former names in statements about the present."""
    for reading in readings:
        for mention in reading.mentions:
            until = _former_until(mention)
            if (
                until is not None
                and not mention.opaque
                and _speaks_of_present(reading, mention, until, context)
            ):
                end = mention.end + 2 if _COMPANY.match(reading.text.text, mention.end) else mention.end
                start, last = reading.text.span(mention.start, end)
                yield Claim(
                    "outdated-name", "name", mention.entity_ids, mention.text, TextValue(mention.text), start, last, start, last, reading.block.ordinal,
                    ASSERTED, None, {"until": until.isoformat()}, None, True, True, "former name",
                )  # fmt: skip


def _former_until(mention: Mention) -> DateInterval | None:
    former = [t for t in mention.targets if t.status == "former" and t.last is not None]
    return former[0].last if former and len(former) == len(mention.targets) else None


def _speaks_of_present(
    reading: BlockReading, mention: Mention, until: DateInterval, context: Context
) -> bool:
    text = reading.text.text
    start, end = next(((a, b) for a, b in reading.sentences if a <= mention.start < b), (0, len(text)))
    clause_start = max((c for c in reading.clause_starts if c <= mention.start), default=start)
    clause_end = min((c for c in reading.clause_starts if c > mention.start), default=end)
    clause = text[clause_start:clause_end]
    edition = _EDITION.match(text, mention.end) if mention.of_types(_MEETINGS) else None
    if edition is not None:
        return int(edition["year"]) > until.last.year  # NIPS 2025
    if _PAST.search(clause) or (context.article is not None and context.article.last < until.first):
        return False
    if any(
        "misbelief" in w.classes or "negation" in w.classes or "hypothesis" in w.classes
        for w in reading.words
        if start <= w.start < end
    ):
        return False
    head, tail = text[start : mention.start], text[mention.end : end]
    dates = [d.interval for d in reading.dates if start <= d.start < end and d.interval is not None]
    if dates and all(d.last < until.first for d in dates):
        return False
    company = bool(mention.of_types(ORGANISATION_TYPES))
    present = bool(_PRESENT.search(clause)) or bool(
        _PRESENT.search(text[max(start, clause_start - 14) : mention.start])
    )
    if (
        not company
        and context.article is not None
        and context.article.first > until.last
        and _USE.search(head)
    ):
        return True
    if company:
        named = bool(_COMPANY.match(tail))
        if named and (present or _PRESENT_OF_COMPANY.match(tail)):
            return True
        return named and bool(dates) and dates[0].first > until.last
    if present:
        return True
    if dates:
        return dates[-1].first > until.last and bool(_USE.search(head))
    return bool(
        _USE.search(head) and re.match(r"[^，。；]{0,6}(?:即可|就能|就可以|便能|可以)", tail)
    ) or bool(_PRODUCT_LIST.search(head))


_GIVEN_NAME = LazyPattern(r"[(（](?:[A-ZÀ-Þ][A-Za-zÀ-ÿ.\-]* ){1,2}$")


class Spelling:
    """Finds words one slip away from a known name."""

    def __init__(self, knowledge: Knowledge) -> None:
        self._knowledge = knowledge

    def claims_of(self, readings: Sequence[BlockReading]) -> Iterator[Claim]:
        """Misspelled names; a word that the article uses often and consistently is taken for a name of its own."""
        counts: dict[str, int] = {}
        candidates: list[tuple[BlockReading, re.Match[str]]] = []
        for reading in readings:
            text = reading.text.text
            for match in _WORD.finditer(text):
                counts[match[0].lower()] = counts.get(match[0].lower(), 0) + 1
                if not any(
                    m.start < match.end() and match.start() < m.end for m in reading.mentions
                ) and not _addressed(reading, match.start()):
                    candidates.append((reading, match))
        for reading, match in candidates:
            word = match[0]
            if counts[word.lower()] >= 4 or _english_around(reading.text.text, match):
                continue
            if _GIVEN_NAME.search(reading.text.text, max(0, match.start() - 30), match.start()):
                continue  # 雷米·卡德内(Rémi Cadene)
            name = self._near(word)
            if name is None:
                continue
            start, end = reading.text.span(*match.span())
            yield Claim(
                "misspelled-name", "spelling", (name[1],), word, TextValue(word), start, end, start, end, reading.block.ordinal, ASSERTED, None,
                {"name": name[0]}, None, False, True, "spelling",
            )  # fmt: skip

    def _near(self, word: str) -> tuple[str, str] | None:
        folded = word.lower()
        if self._knowledge.has_key(folded):
            return None
        hits: list[tuple[str, str]] = []
        near = [(self._knowledge.key(number), number) for number in self._knowledge.keys_near(folded)]
        for name, number in sorted(near, key=lambda pair: len(pair[0])):
            if name[0] == folded[0] and _one_slip(folded, name) and not _inflection(folded, name):
                target = self._knowledge.targets(number)[0]
                short = target.type == "hardware" and len(name) < 7  # Ampere, Hopper: near to many a word
                if target.type in _TYPES and not short and not target.common and not target.status:
                    hits.append((name, target.entity_id))
        if len({e for _, e in hits}) != 1:
            return None
        name, entity = hits[0]
        if (
            len(name) < 7
            and len(word) == len(name)
            and sorted(word.lower()) != sorted(name)
            and not _lookalike(word, name)
        ):
            return None
        if any(c.isupper() for c in word[1:]) and not word.isupper() and not _lookalike(word, name):
            marks = [i for i, c in enumerate(word) if c.isupper()]
            shown = next((n.text for n in self._knowledge.entity(entity).names if n.key == name), name)
            if len(marks) != sum(c.isupper() for c in shown):
                return None  # RoFormer is written like a name of its own
        written = next((n.text for n in self._knowledge.entity(entity).names if n.key == name), name)
        doubled = len(name) > _LONG and name[-1] == name[-2]  # Blackwel is no word
        if (name[:-1] == folded and not doubled) or (folded[:-1] == name and folded[-1] != folded[-2]):
            return None  # Robotic, Network and Robert are words; NetworkX and RoBERTa were made to differ from them
        if written.isupper() and word.istitle():
            return None  # Lambda is a word, LAMBADA is not written like one
        if written.islower() or not any(c.isupper() for c in written):
            return None
        return written, entity


def _one_slip(word: str, name: str) -> bool:
    """One letter missing, added, changed or (in a long name) at another place, or two neighbours exchanged."""
    if len(word) == len(name):
        differing = [i for i in range(len(word)) if word[i] != name[i]]
        if len(differing) == 1:
            return len(name) >= 7 or _lookalike(word, name)
        return (
            len(differing) == 2
            and differing[1] == differing[0] + 1
            and word[differing[0]] == name[differing[1]]
            and word[differing[1]] == name[differing[0]]
        ) or (
            len(name) >= _LONG and sorted(word) == sorted(name) and bool(_shortened(word) & _shortened(name))
        )
    short, long = sorted((word, name), key=len)
    return len(long) - len(short) == 1 and any(long[:i] + long[i + 1 :] == short for i in range(len(long)))


def _shortened(word: str) -> set[str]:
    return {word[:i] + word[i + 1 :] for i in range(len(word))}


def _lookalike(word: str, name: str) -> bool:
    return word.translate(_LOOKALIKE).lower() == name.translate(_LOOKALIKE).lower()


def _inflection(word: str, name: str) -> bool:
    """Plural, past, and the like of an ordinary word that the name also is."""
    if _lookalike(word, name):
        return False
    common = 0
    while common < min(len(word), len(name)) and word[common] == name[common]:
        common += 1
    return (
        common >= len(name) - 2 and bool(_INFLECTED.search(word)) and common >= min(len(word), len(name)) - 1
    )


def _addressed(reading: BlockReading, position: int) -> bool:
    spans = (*reading.addresses, *reading.local(reading.block.code_spans))
    return any(a <= position < b for a, b in spans)


def _english_around(text: str, match: re.Match[str]) -> bool:
    """Whether a word stands in running English, where ordinary words abound."""
    window = text[max(0, match.start() - 24) : match.end() + 24]
    return len(re.findall(r"[A-Za-z]+", window)) >= 5
