"""Citations and venues: “Vaswani A., … Attention Is All You Need. NIPS 2017.”, “论文发表在 ICLR 2020”."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache

from factcheck.extraction.claims import ASSERTED, Claim, DateClaim, TextValue
from factcheck.extraction.context import THING_TYPES, BlockReading, Context
from factcheck.extraction.mentions import Mention
from factcheck.extraction.stance import SentenceStance
from factcheck.folding import name_key
from factcheck.knowledge.index import Knowledge
from factcheck.knowledge.values import DateInterval
from factcheck.language.lazy import LazyPattern

VENUES = (
    "NeurIPS|NIPS|ICML|ICLR|CVPR|ICCV|ECCV|NAACL|EMNLP|COLING|EACL|ACL|AAAI|IJCAI|KDD|SIGIR|WWW|WSDM|CIKM|RecSys|INTERSPEECH|Interspeech|ICASSP|ICRA|CoRL|RSS|SIGGRAPH|"
    "《(?:自然|科学|神经计算|心灵|细胞)》|JMLR|TMLR|TACL|TPAMI|MICCAI|OSDI|SOSP|MLSys|SC|UAI|AISTATS|COLT|COLM|Neural Computation|Nature|Science|PNAS|Cell|arXiv"
)  # fmt: skip
_VENUE = LazyPattern(
    rf"(?<![A-Za-z])(?P<venue>{VENUES})(?![A-Za-z0-9]*[a-z])(?:[ '，,]*(?P<year>(?:19|20)\d{{2}}|'?\d{{2}}(?!\d)))?"
)
_ENTRY = LazyPattern(r"\[\d{1,3}\]\s?(?=[A-Z])")
_YEAR_BEFORE = LazyPattern(r"(?P<year>(?:19|20)\d{2})\s?年?的?\s?$")
_CHINESE_VENUES = {
    "自然": "Nature",
    "科学": "Science",
    "神经计算": "Neural Computation",
    "心灵": "Mind",
    "细胞": "Cell",
}
_PUBLISHED = LazyPattern(
    r"发表|刊|登上|上[^，,。；;]{0,8}(?:亮相|首次提出)|载于|收录|接收|录用|中稿|最佳|获|拿下|斩获|入选|投稿|published|出版|马尔奖"
)
_ANOTHER_PAPER = LazyPattern(
    r"[^，,。；;]{0,3}(?:发表|刊发|刊登|报告)了?[^，,。；;]{2,24}的(?:论文|文章|研究|成果|综述|工作)"
)
_REFERENCE = LazyPattern(r"[A-Z][A-Za-zé'’\-]+,? (?:[A-Z]\.[ -]?){1,3}|et al\.?|等[.．。]")
_ENGLISH_TITLE = LazyPattern(r"[A-Z][A-Za-z0-9&’'\-]*(?:[:,]? [A-Za-z0-9&’'()\-/]+[?!]?){3,24}")
_AUTHOR = LazyPattern(
    r"(?:[A-Z][a-z]+|[A-Z]\.) (?:[A-Z][a-z]+ )?(?:[A-Z]\. ?)*(?P<family0>[A-Z][A-Za-z]+)(?=\s?(?:等人|等|et al|,|and|、|和|与))"
    r"|(?P<family>[A-Z][A-Za-zéüöáñçÀ-ÿ’'\-]+),? (?:[A-Z]\.[ -]?)+|(?:[A-Z]\.[ -]?)+(?P<family2>[A-Z][A-Za-zéüöáñçÀ-ÿ’'\-]+)"
    r"|(?P<family3>[A-Z][A-Za-zéüöáñçÀ-ÿ’'\-]+) (?:[A-Z] ?){1,3}(?=,| et)"
)


_MEASURES = frozenset({"dataset", "benchmark"})


def claims_of(readings: Sequence[BlockReading], knowledge: Knowledge, context: Context) -> Iterator[Claim]:
    """Claims that citations and statements of venue make."""
    for reading in readings:
        text = reading.text.text
        if (
            reading.block.kind in ("list_item", "paragraph")
            and _REFERENCE.search(text)
            and len(re.findall(r"[A-Za-z]", text)) > 0.6 * len(text)
        ):
            yield from _citations(reading, knowledge)
            continue
        if "(" in text:
            yield from _bracketed(reading, knowledge)
        if _PUBLISHED.search(text) and _VENUE.search(text):
            yield from _venues(reading, knowledge, context)


_BRACKET = LazyPattern(r"\([^()]{4,60}\)")
_AUTHOR_YEAR = LazyPattern(
    r"\((?P<family>[A-Z][A-Za-zéüöáñçÀ-ÿ’'\-]+)(?P<others> et al\.?| ?等人?|(?: and | ?& ?|与|和)[A-Z][A-Za-z’'\-]+)?[,，、 ]{1,2}(?P<year>(?:19|20)\d{2})[a-d]?\)"
)
_VENUE_YEAR = LazyPattern(
    rf"\((?:[^()]{{0,30}}[,，、;；] ?)?(?P<venue>{VENUES}) ?(?:'|’)?(?P<year>(?:19|20)\d{{2}}|\d{{2}})"
    r"(?: ?(?:[,，、;；][^()]{0,30}|[Oo]ral|[Bb]est [Pp]aper|最佳论文))?\)"
)
_CITED_TYPES = frozenset({"paper", "technique", "model", "dataset", "benchmark"})


def _bracketed(reading: BlockReading, knowledge: Knowledge) -> Iterator[Claim]:
    """“AlexNet (NIPS 2012)”, “ELECTRA (Clark et al., 2020)”: where and when the paper on what stands before came out, and whose
    it is."""
    text = reading.text.text
    for bracket in _BRACKET.finditer(text):
        named = next(
            (m for m in reading.mentions if not m.opaque and text[m.end : bracket.start()] in _NEXT_TO), None
        )
        paper = _paper_of(named, knowledge) if named is not None else None
        if named is None or paper is None:
            continue
        venue = _VENUE_YEAR.fullmatch(bracket[0])
        cited = _AUTHOR_YEAR.fullmatch(bracket[0])
        if venue is not None:
            start, end = (bracket.start() + i for i in (venue.start("venue"), venue.end("year")))
            yield _of(
                reading, "wrong-property", "venue", paper, text[start:end], start, end, _venue_of(venue)
            )
        elif cited is not None:
            yield from _cited(reading, knowledge, named, paper, cited, bracket.start())


_NEXT_TO = frozenset(
    {"", " ", "”", "」", "》", "**", "模型", "论文", "网络", "算法", "方法", "数据集", "架构"}
)


def _paper_of(mention: Mention, knowledge: Knowledge) -> str | None:
    """The one paper that a name stands for or on which something was described; None for what existed before its paper."""
    ids = mention.of_types(_CITED_TYPES)
    if not ids or len(ids) != len(mention.entity_ids):
        return None
    papers = {i for i in ids if knowledge.type_of(i) == "paper"}
    papers |= {p for i in ids for f in knowledge.entity(i).facts_of("paper") for p in f.texts("value")}
    paper = next(iter(papers)) if len(papers) == 1 else ""
    return paper if paper in knowledge else None


def _cited(
    reading: BlockReading, knowledge: Knowledge, named: Mention, paper: str, cited: re.Match[str], at: int
) -> Iterator[Claim]:
    """The year of a citation whose author is right, the author of one whose year is: with both wrong it is another paper's."""
    year, family = int(cited["year"]), cited["family"]
    facts = [f for f in knowledge.entity(paper).facts_of("authors") if f.value]
    if not facts:
        return
    if any(name_key(family) in map(name_key, author.split()) for f in facts for author in f.value or ()):
        if not _continued_in(knowledge, named.text, year):
            yield _of_year(reading, paper, year, at + cited.start("year"), at + cited.end("year"))
    elif (
        cited["others"] and not named.of_types(_GENERAL) and year in _years_of(knowledge, paper)
    ):  # not (Meta, 2023)
        start, end = at + cited.start("family"), at + cited.end("family")
        yield _of(reading, "wrong-person", "authors", paper, family, start, end, {"families": family})


_GENERAL = frozenset({"technique"})


def _years_of(knowledge: Knowledge, identifier: str) -> set[int]:
    return {
        f.date.first.year for f in knowledge.entity(identifier).facts_of("released") if f.date is not None
    }


def _continued_in(knowledge: Knowledge, name: str, year: int) -> bool:
    """Whether a later edition of what is named came out in that year: YOLO (Redmon et al., 2018) is the third."""
    later = (f"{name}{sign}{number}" for sign in ("", "v") for number in range(2, 6))
    return any(year in _years_of(knowledge, i) for each in later for i in knowledge.lookup(each))


def _of_year(reading: BlockReading, paper: str, year: int, start: int, end: int) -> Claim:
    a, b = reading.text.span(start, end)
    text = reading.text.text[start:end]
    value = DateClaim(DateInterval.of(year), text)
    return Claim(
        "wrong-date", "released", (paper,), text, value, a, b, a, b, reading.block.ordinal, ASSERTED, None, {"cited": "true"},
        None, False, True, "citation",
    )  # fmt: skip


def _citations(reading: BlockReading, knowledge: Knowledge) -> Iterator[Claim]:
    """The entries of a block of references: [7] … [8] …"""
    text = reading.text.text
    starts = [m.start() for m in _ENTRY.finditer(text)]
    if len(starts) < 2:
        starts = [0]
    for start, end in zip(starts, [*starts[1:], len(text)], strict=True):
        yield from _citation(reading, knowledge, start, end)


def _citation(reading: BlockReading, knowledge: Knowledge, first: int, last: int) -> Iterator[Claim]:
    text = reading.text.text[:last]
    paper = next(
        (m for m in reading.mentions if first <= m.start < last and m.of_types(frozenset({"paper"}))), None
    )
    if paper is not None:
        identifier, start, end = paper.of_types(frozenset({"paper"}))[0], paper.start, paper.end
    else:
        near = _near_title(text[first:], knowledge)
        if near is None:
            return
        identifier, start, end = near[0], near[1] + first, near[2] + first
        title = knowledge.entity(identifier).name
        yield _of(
            reading, "wrong-property", "title", identifier, text[start:end], start, end, {"title": title}
        )
    venue = _VENUE.search(text, end)
    if venue is not None and venue.start() - end < 40:
        yield _of(
            reading,
            "wrong-property",
            "venue",
            identifier,
            venue[0],
            venue.start(),
            venue.end(),
            _venue_of(venue),
        )
    families = [
        (m["family0"] or m["family"] or m["family2"] or m["family3"], m.start(), m.end())
        for m in _AUTHOR.finditer(text, first, start)
    ]
    if families:
        names = "|".join(f for f, _, _ in families)
        yield _of(
            reading,
            "wrong-person",
            "authors",
            identifier,
            names,
            families[0][1],
            families[-1][2],
            {"families": names},
        )


def _near_title(text: str, knowledge: Knowledge) -> tuple[str, int, int] | None:
    """A title that is almost one of the known ones."""
    titles = knowledge.papers_by_title
    for match in _ENGLISH_TITLE.finditer(text):
        phrase = match[0].strip()
        if len(phrase) < 22 or phrase.count(" ") < 4:
            continue
        key = name_key(phrase)
        if key in titles:
            return None
        for known, identifier in titles.items():
            if known.replace(" ", "") == key.replace(" ", ""):
                return None
            if abs(len(known) - len(key)) <= 6 and known[:4] == key[:4] and _similar(known, key):
                return identifier, match.start(), match.start() + len(phrase)
    return None


@lru_cache(maxsize=256)
def _similar(known: str, key: str) -> bool:
    from rapidfuzz.distance import Levenshtein

    distance = int(Levenshtein.distance(known, key, score_cutoff=6))
    return 0 < distance <= max(2, len(known) // 12)


def _venue_of(match: re.Match[str]) -> dict[str, str]:
    year = (match["year"] or "").lstrip("'")
    venue = _CHINESE_VENUES.get(match["venue"].strip("《》"), match["venue"])
    return {"venue": venue, "year": f"20{year}" if len(year) == 2 else year}


def _venues(reading: BlockReading, knowledge: Knowledge, context: Context) -> Iterator[Claim]:
    """“ELECTRA 的论文发表在 ACL 2020”, “发表于 EMNLP 2014” said of what the entry is about."""
    text = reading.text.text
    for index, (start, end) in enumerate(reading.sentences):
        for match in _VENUE.finditer(text, start, end):
            clause_start = max((c for c in reading.clause_starts if c <= match.start()), default=start)
            clause_end = min((c for c in reading.clause_starts if c > match.start()), default=end)
            if not _PUBLISHED.search(text, clause_start, clause_end):
                continue
            if any(m.start < match.start() and match.end() <= m.end for m in reading.mentions):
                continue  # a word of a title: “OLMo: Accelerating the Science of Language Models”
            here = [
                m
                for m in reading.mentions
                if clause_start <= m.start < clause_end
                and m.of_types(THING_TYPES)
                and not m.opaque
                and _has_paper(m, knowledge)
            ]
            others = [
                m
                for m in reading.mentions
                if clause_start <= m.start < (match.start() if here else clause_end)
                and not match.start() <= m.start < match.end()
                and m.of_types(_WRITTEN_UP if m.start > match.start() else THING_TYPES)
            ]
            if len({m.entity_ids for m in others}) > 1 and not _with_its_paper(others, knowledge):
                continue
            subject = (
                here[0]
                if here
                else context.topic(reading, match.start(), THING_TYPES)
                if not others
                else None
            )
            if subject is None or not _has_paper(subject, knowledge):
                continue
            if not here and _ANOTHER_PAPER.match(text, match.end()):
                continue  # 同年又在《科学》上发表了用自编码器降维的论文
            if subject.of_types(_MEASURES) and "最佳" in text[match.start() : match.end() + 8]:
                continue  # ImageNet错误率压到3.57%，并摘得CVPR 2016最佳论文奖: not the data set did
            following = text[end : end + 60] if index + 1 < len(reading.sentences) else ""
            stance = SentenceStance(text, start, end, reading.words, following).at(
                clause_start, match.end(), match.start(), match.end()
            )
            a, b = reading.text.span(*match.span())
            said = _venue_of(match)
            year = _YEAR_BEFORE.search(text, max(clause_start, match.start() - 8), match.start())
            said["year"] = said["year"] or (year["year"] if year is not None else "")
            yield Claim("wrong-property", "venue", subject.of_types(THING_TYPES), subject.text, TextValue(match[0]), a, b, a, b, reading.block.ordinal, stance, None,
                        said, None, False, True, "venue")  # fmt: skip


_WRITTEN_UP = frozenset({"model", "dataset", "benchmark", "framework"})


def _with_its_paper(mentions: Sequence[Mention], knowledge: Knowledge) -> bool:
    """Whether these are a thing and its paper: 残差网络的论文《Deep Residual Learning …》."""
    papers = {i for m in mentions for i in m.entity_ids if knowledge.type_of(i) == "paper"}
    things = {i for m in mentions for i in m.entity_ids} - papers
    return (
        len(papers) == 1
        and len(things) == 1
        and any(papers & set(f.value or ()) for f in knowledge.entity(next(iter(things))).facts_of("paper"))
    )


def _has_paper(mention: Mention, knowledge: Knowledge) -> bool:
    return any(
        knowledge.type_of(i) == "paper" or knowledge.entity(i).facts_of("paper")
        for i in mention.of_types(THING_TYPES)
    )


def _of(
    reading: BlockReading,
    rule: str,
    predicate: str,
    paper: str,
    text: str,
    start: int,
    end: int,
    qualifiers: dict[str, str],
) -> Claim:
    a, b = reading.text.span(start, end)
    return Claim(
        rule,
        predicate,
        (paper,),
        text,
        TextValue(text),
        a,
        b,
        a,
        b,
        reading.block.ordinal,
        ASSERTED,
        None,
        qualifiers,
        None,
        False,
        True,
        "citation",
    )
