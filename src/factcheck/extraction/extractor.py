"""From a document to its claims: blocks are read, sentences turned into skeletons, constructions matched, roles bound."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import field

from factcheck.document.blocks import Block
from factcheck.document.document import Document
from factcheck.document.sentences import clauses, sentences
from factcheck.extraction import (
    citations,
    code,
    contests,
    editions,
    expansions,
    fields,
    growth,
    matches,
    migrations,
    mismatch,
    names,
    prices,
    statutes,
    tables,
    tally,
)
from factcheck.extraction.binding import Binder
from factcheck.extraction.claims import Claim
from factcheck.extraction.context import ORGANISATION_TYPES, BlockReading, CellContext, Context, read_dates
from factcheck.extraction.mentions import Mention, MentionFinder
from factcheck.extraction.patterns import ZERO
from factcheck.extraction.ruleset import Ruleset
from factcheck.extraction.short_names import add_short_names
from factcheck.extraction.skeleton import Item, Skeleton, build
from factcheck.extraction.stance import SentenceStance
from factcheck.extraction.strangers import find_strangers
from factcheck.folding import lower
from factcheck.knowledge.index import Knowledge
from factcheck.knowledge.model import Name
from factcheck.knowledge.values import DateInterval
from factcheck.language.lazy import LazyPattern
from factcheck.language.lexicon import Lexicon, Word
from factcheck.language.normalise import normalise
from factcheck.language.numbers import find_quantities
from factcheck.light import dataclass

PROSE = frozenset({"paragraph", "list_item", "heading", "caption", "front_matter"})
_DEALINGS = LazyPattern(r"市值|市场价值|起诉|状告|控告|诉讼|告上|诉诸|股份|股权|罚|和解")
_SEGMENT = LazyPattern(r"\s*–\s*")
_TICKERS = LazyPattern(
    r"股票|证券代|股份代|(?:在|于|登陆了?)(?:香港|上海|深圳|纽约|美国)?(?:纳斯达克|纽交所|港交所|上交所|深交所|科创板|创业板)(?!20|19)|代[码号][为是：:]|\d\.(?:HK|SH|SZ)|(?i:nasdaq|nyse|hkex|sehk|纳斯达克|港交所|纽交所|上交所|深交所|科创板)\s?[：:]"
)
_OPENING_QUOTES = ("《", "“", '"', "「", "『")
_RESPECTIVELY = LazyPattern(r"分别|依次|先后[于在由]")
_NUMERIC = LazyPattern(
    r"\d|[一二三四五六七八九十两百千万亿]{2}|[一二两三四五六七八九十][层个家档头倍位名项亿万]"
)


@dataclass(frozen=True, slots=True)
class SentenceReading:
    """One sentence with everything found in it, as ``trace`` shows it."""

    reading: BlockReading
    start: int
    end: int
    items: tuple[Item, ...]
    skeleton: Skeleton
    stance: SentenceStance
    present: tuple[Word, ...]
    """The words that say that something is so now."""


@dataclass(slots=True)
class Extraction:
    """What was read and what it says. ``not_checked``: sentences that name things and numbers, but yielded no claim."""

    claims: list[Claim] = field(default_factory=list)
    readings: list[BlockReading] = field(default_factory=list)
    sentences: int = 0
    not_checked: int = 0


class Extractor:
    """Reads documents. Holds the automata of one knowledge base and one set of rules, so it is built once."""

    def __init__(self, knowledge: Knowledge, rules: Ruleset) -> None:
        self._knowledge = knowledge
        self._rules = rules
        self._finder = MentionFinder(knowledge)
        self._slots: dict[str, bool] = {}
        self._spelling = names.Spelling(knowledge)

    def extract(self, document: Document, as_of: DateInterval | None = None) -> Extraction:
        """All claims of a document, in order of their place."""
        extraction = Extraction()
        table_blocks = [b for b in document.blocks if b.kind == "table" and b.table is not None]
        prose = [b for b in document.blocks if b.kind in PROSE and len(b.text)]
        texts = [normalise(b.text) for b in prose]
        diagrams = code.diagram_lines(document)
        cells = [tables.read_cells(b) for b in table_blocks]
        comments = code.comments_of(document)
        read = [t.text for t in texts]
        read += [r.text.text for r in diagrams]
        read += [c.text.text for grid in cells for c in grid.cells()]
        read += [c.text.text for c in comments]
        found = self._finder.find(read)
        lexicon = self._rules.lexicon.held_by(map(lower, read))
        add_short_names(read, found, self._knowledge.named)
        article = document.date
        readings = [
            BlockReading(b, t, lower(t.text), m) for b, t, m in zip(prose, texts, found, strict=False)
        ]
        for reading, mentions in zip(diagrams, found[len(texts) :], strict=False):
            reading.mentions = mentions
        readings += diagrams
        extraction.readings = readings
        context = Context(readings, article)
        binder = Binder(self._knowledge, self._rules, context)
        last: DateInterval | None = None
        for reading in readings:
            reading.things = self._things(reading)
            last = read_dates(reading, context, last, self._appeared)
            self._read_block(reading, lexicon)
        for reading in readings:
            if reading.mentions or reading.block.headings or reading.block.parent is not None:
                extraction.claims += self._claims_of(reading, binder, extraction)
            extraction.claims += mismatch.claims_of(reading)
            extraction.claims += tally.claims_of(reading)
        position = len(readings)
        in_cells: list[BlockReading] = []
        for block, grid in zip(table_blocks, cells, strict=True):
            for cell in grid.cells():
                cell.mentions = found[position]
                position += 1
            extraction.claims += tables.claims_of(block, grid, self._knowledge, self._rules, context)
            for cell in grid.cells():
                in_cells.append(BlockReading(block, cell.text, "", cell.mentions))
                extraction.claims += mismatch.claims_of(in_cells[-1])
            for remark in tables.texts_of(block, grid, self._knowledge, self._rules, context):
                extraction.claims += self._claims_of_cell(block, remark, context, lexicon)
        for comment in comments:
            comment.mentions = found[position]
            position += 1
            extraction.claims += self._claims_of_comment(comment, article, lexicon)
        extraction.claims += fields.claims_of(
            readings, tables.TableReader(self._knowledge, self._rules, context), context
        )
        extraction.claims += fields.sections_of_makers(readings)
        extraction.claims += expansions.claims_of([*readings, *in_cells], self._knowledge)
        extraction.claims += names.outdated(readings, self._knowledge, context)
        extraction.claims += self._spelling.claims_of([*readings, *in_cells])
        extraction.claims += matches.claims_of(readings, self._knowledge, context)
        extraction.claims += contests.claims_of(readings, self._knowledge)
        extraction.claims += statutes.claims_of(readings, self._knowledge, context)
        if any(_TICKERS.search(t) for t in read):  # rare: the module is loaded where it is needed
            from factcheck.extraction import tickers

            extraction.claims += tickers.claims_of(readings, context)
        extraction.claims += growth.claims_of(readings, self._knowledge)
        if any(_DEALINGS.search(r.text.text) for r in readings):
            from factcheck.extraction import dealings

            extraction.claims += dealings.claims_of(readings, self._knowledge, context)
        extraction.claims += prices.claims_of(readings, self._knowledge, context)
        extraction.claims += editions.claims_of(readings, self._knowledge, context)
        extraction.claims += citations.claims_of(readings, self._knowledge, context)
        extraction.claims += code.claims_of(document, self._knowledge)
        extraction.claims += migrations.claims_of(readings, self._knowledge)
        if any(_RESPECTIVELY.search(t.text) for t in texts):
            extraction.claims = self._dealt_out(readings, extraction.claims, article, lexicon)
        extraction.claims.sort(key=lambda c: (c.start, c.end, c.rule, c.predicate))
        return extraction

    def _dealt_out(
        self,
        readings: Sequence[BlockReading],
        claims: list[Claim],
        article: DateInterval | None,
        lexicon: Lexicon,
    ) -> list[Claim]:
        """The claims, with those of lists told item by item (A和B分别于…和…发布) read pair by pair."""
        from factcheck.extraction import respectively

        lists = list(respectively.lists_of(readings))
        kept = respectively.without_crossed(claims, lists)
        for dealt in lists:
            for pair in dealt.pairs:
                kept += self._claims_of_comment(pair, article, lexicon)
        return kept

    def _claims_of_comment(
        self, reading: BlockReading, article: DateInterval | None, lexicon: Lexicon
    ) -> list[Claim]:
        """The claims of a comment in code: a little text of its own."""
        context = Context([reading], article)
        reading.things = self._things(reading)
        read_dates(reading, context, None, self._appeared)
        self._read_block(reading, lexicon)
        return list(self._claims_of(reading, Binder(self._knowledge, self._rules, context), Extraction()))

    def _claims_of_cell(
        self, block: Block, remark: tables.Remark, around: Context, lexicon: Lexicon
    ) -> Iterator[Claim]:
        """The claims of a remark in a table: a little text about the thing of its row."""
        cell = remark.cell
        if (remark.subject is None and not cell.mentions) or len(cell.plain) < 4:
            return
        reading = BlockReading(block, cell.text, lower(cell.text.text), cell.mentions)
        context = CellContext(reading, around, remark.subject, remark.date)
        binder = Binder(self._knowledge, self._rules, context)
        reading.things = self._things(reading)
        read_dates(reading, context, None, self._appeared)
        self._read_block(reading, lexicon)
        reading.words = reading.words or lexicon.find(reading.text.text, reading.low)
        for index, (start, end) in enumerate(reading.sentences):
            yield from self._match(self.read_sentence(reading, index, start, end), binder)

    def _things(self, reading: BlockReading) -> list[Mention]:
        text = reading.text.text
        return [
            m
            for i, m in enumerate(reading.mentions)
            if self._takes_slot(m, text)
            and not _describes(text, m, reading.mentions[i + 1 : i + 2])
            and not self._is_namesake(m, reading)
        ]

    def _is_namesake(self, mention: Mention, reading: BlockReading) -> bool:
        """“韩国国会通过《人工智能法案》”: a law under a name that many have, beside others than its own makers."""
        if not all(t.common and t.type == "policy" for t in mention.targets):
            return False
        makers = {
            i
            for t in mention.targets
            for f in self._knowledge.entity(t.entity_id).facts_of("created_by")
            for i in (*(f.value or ()), *f.texts("also"))
        }
        text = reading.text.text
        start = text.rfind("。", 0, mention.start) + 1
        end = text.find("。", mention.end)
        beside = [
            m
            for m in reading.mentions
            if start <= m.start < (end if end >= 0 else len(text)) and m.of_types(_STATES)
        ]
        return bool(beside) and not any(makers & set(m.entity_ids) for m in beside)

    def _takes_slot(self, mention: Mention, text: str) -> bool:
        """Terms and nameless techniques (API, 强化学习) are words of the sentence, not things that statements are about."""
        if (
            all(t.type in ("paper", "term") for t in mention.targets)
            and (not mention.text.isascii() or mention.text.count(" ") < 3)
            and not (mention.text.endswith("论文") and not mention.text.isascii())
        ):
            # a short title must look like one
            titled = mention.text.startswith("《") or mention.text.endswith("一书")
            return titled or text[max(0, mention.start - 1) : mention.start] in _OPENING_QUOTES
        if _in_phrase(text, mention):
            return False
        if mention.text in self._rules.licence_words and _beside_licence(text, mention):
            return False  # MIT license: no institute
        if text[mention.start - 1 : mention.start] == "《" and all(
            t.type == "technique" for t in mention.targets
        ):
            return False  # 《感知机》 is a book
        if all(t.common for t in mention.targets) and not self._is_name(mention, text):
            return False
        return any(self._is_slot(target.entity_id, target.type) for target in mention.targets)

    def _is_name(self, mention: Mention, text: str) -> bool:
        """Whether a name that is also an ordinary word is a name here: written like one, and at the borders of words."""
        if mention.text.isascii():
            alike = [
                n.text
                for t in mention.targets
                for n in self._names_of(t.entity_id)
                if lower(n.text) == lower(mention.text)
            ]
            if alike and all(n.isupper() for n in alike):
                return mention.text.isupper()  # RACE is a data set, Race a word
            return not mention.text.islower() or any(
                n.text.islower() for t in mention.targets for n in self._names_of(t.entity_id)
            )
        if _clear_borders(text, mention.start, mention.end):
            return True
        from factcheck.language.tokens import is_boundary

        start = max(text.rfind(c, 0, mention.start) for c in "。！？；\n") + 1
        following = [i for c in "。！？；\n" if (i := text.find(c, mention.end)) >= 0]
        end = min(following, default=len(text))
        return is_boundary(text[start:end], mention.start - start, mention.end - start)

    def _names_of(self, identifier: str) -> tuple[Name, ...]:
        return self._knowledge.entity(identifier).names

    def _appeared(self, mention: Mention) -> DateInterval | None:
        """From the first to the last of the events by which a thing came into the world, or an organisation's founding."""
        if len(mention.targets) != 1:
            return None
        entity = self._knowledge.entity(mention.targets[0].entity_id)
        dates = [
            f.date for f in (*entity.facts_of("released"), *entity.facts_of("founded")) if f.date is not None
        ]
        if not dates:
            return None
        first = min(d.first for d in dates)
        soon = [d for d in dates if (d.first - first).days < 400]
        return DateInterval(first, max(d.last for d in soon), "range")

    def _is_slot(self, identifier: str, kind: str) -> bool:
        if kind not in ("technique", "term"):
            return True
        known = self._slots.get(identifier)
        if known is None:
            facts = self._knowledge.entity(identifier).facts
            known = kind == "technique" and bool(facts.keys() & {"created_by", "released"})
            self._slots[identifier] = known
        return known

    def _read_block(self, reading: BlockReading, lexicon: Lexicon) -> None:
        text = reading.text.text
        reading.sentences = list(sentences(text))
        if reading.mentions or reading.block.parent is not None or reading.block.headings:
            reading.words = _beside_names(lexicon.find(text, reading.low), reading, lexicon)
            reading.words = _with_pronouns(reading)
        starts = {c for a, b in reading.sentences for c, _ in clauses(text, a, b)}
        starts |= {m.end() for m in _SEGMENT.finditer(text)}
        reading.clause_starts = sorted(starts)

    def _claims_of(self, reading: BlockReading, binder: Binder, extraction: Extraction) -> Iterator[Claim]:
        for index, (start, end) in enumerate(reading.sentences):
            extraction.sentences += 1
            if not _may_state(reading, start, end):
                continue
            sentence = self.read_sentence(reading, index, start, end)
            claims = list(self._match(sentence, binder))
            if not claims and _checkable(sentence.items):
                extraction.not_checked += 1
            yield from claims

    def read_sentence(self, reading: BlockReading, index: int, start: int, end: int) -> SentenceReading:
        """Everything that is found in one sentence."""
        text = reading.text.text
        items = self._items(reading, start, end)
        following = text[end : end + 60] if index + 1 < len(reading.sentences) else ""
        named = [m for m in reading.things if start <= m.start < end]
        words = [w for w in reading.words if not any(m.start <= w.start and w.end <= m.end for m in named)]
        stance = SentenceStance(text, start, end, words, following)
        present = tuple(w for w in items if isinstance(w, Word) and "present" in w.classes)
        return SentenceReading(
            reading, start, end, tuple(items), build(text, start, end, items), stance, present
        )

    def _items(self, reading: BlockReading, start: int, end: int) -> list[Item]:
        text = reading.text.text
        dates = [d for d in reading.dates if start <= d.start < end]
        mentions = [
            m
            for m in reading.things
            if start <= m.start < end and not any(d.start <= m.start and m.end <= d.end for d in dates)
        ]
        taken = [(m.start, m.end) for m in mentions] + [(d.start, d.end) for d in dates]
        taken += reading.addresses
        quantities = []
        if _NUMERIC.search(text, start, end):
            quantities = find_quantities(text, taken, start, end)
        words = [w for w in reading.words if start <= w.start < end]
        quantities = [
            q
            for q in quantities
            if not any(
                (w.start <= q.start and q.end < w.end) or (w.start < q.start and q.end <= w.end)
                for w in words
            )
        ]
        strangers = list(find_strangers(text, start, end, reading.mentions, words)) if mentions else []
        chosen: list[Item] = []
        ranked: list[tuple[int, Item]] = [
            *((0, m) for m in mentions),
            *((0, s) for s in strangers),
            *((1, d) for d in dates),
            *((2, q) for q in quantities),
            *((1 if any(map(str.isdigit, w.text)) else 3, w) for w in words),
        ]
        free = bytearray(b"\1") * len(text)
        for _, item in sorted(ranked, key=lambda pair: (pair[0], pair[1].start)):
            if 0 not in free[item.start : item.end]:
                free[item.start : item.end] = bytes(item.end - item.start)
                chosen.append(item)
        return sorted(chosen, key=lambda i: i.start)

    def _match(self, sentence: SentenceReading, binder: Binder) -> Iterator[Claim]:
        yield from self._match_skeleton(sentence, sentence.skeleton, binder, None)
        for parenthesis in sentence.skeleton.parentheses:
            inner = [i for i in sentence.items if parenthesis.start < i.start < parenthesis.end]
            skeleton = build(
                sentence.reading.text.text,
                parenthesis.start + 1,
                parenthesis.end - 1,
                inner,
                inside_parenthesis=True,
                zero=isinstance(parenthesis.head, Mention),
            )
            head = parenthesis.head if isinstance(parenthesis.head, Mention) else None
            if head is not None:
                yield from self._match_parenthesis(sentence, skeleton, binder, head, inner)
            yield from self._match_skeleton(sentence, skeleton, binder, head)

    def _match_skeleton(
        self, sentence: SentenceReading, skeleton: Skeleton, binder: Binder, head: Mention | None
    ) -> Iterator[Claim]:
        for construction in self._rules.candidates(skeleton.characters):
            position = 0
            while (match := construction.pattern.regex.search(skeleton.text, position)) is not None:
                claims = list(binder.bind(construction, match, skeleton, sentence, head))
                yield from claims
                # a match that binds nothing (an empty subject that is none) may hide one that starts later
                position = max(match.end(), position + 1) if claims else match.start() + 1

    def _match_parenthesis(
        self,
        sentence: SentenceReading,
        skeleton: Skeleton,
        binder: Binder,
        head: Mention,
        inner: Sequence[Item],
    ) -> Iterator[Claim]:
        if any(isinstance(i, Mention) and set(i.entity_ids) & set(head.entity_ids) for i in inner):
            inner_text = skeleton.text
            if len(inner_text) <= 2:
                return  # the other name of the same thing
        for construction in self._rules.at("paren"):
            text = skeleton.text.lstrip(ZERO)
            shift = len(skeleton.text) - len(text)
            match = construction.pattern.regex.search(text)
            if match is not None:
                trimmed = Skeleton(text, skeleton.items[shift:], skeleton.places[shift:], skeleton.end)
                yield from binder.bind(construction, match, trimmed, sentence, head, of_head=True)
        for construction in self._rules.at("paren_of_org"):
            text = skeleton.text
            if construction.cue and not any(construction.cue in w.classes for w in sentence.reading.words):
                continue
            match = construction.pattern.regex.search(text)
            if match is not None:
                yield from binder.bind(construction, match, skeleton, sentence, head, of_head=True)


_STATES = frozenset({"place", "organization"})
_LICENCE_BEFORE = LazyPattern(
    r"(?:许可证?|[协授][议权]|licen[sc]ed?|under(?: an?| the)?)(?:类型|方式|名称)?[ ”』」]?(?:是|为|采用|:)?[ “『「]?$",
    re.I,
)
_LICENCE_AFTER = LazyPattern(r"[”』」]?\s?(?:开源|宽松|自由)?(?:软件)?(?:许可|协议|授权|licen[sc]e)", re.I)


def _beside_licence(text: str, mention: Mention) -> bool:
    """Whether a name that is also a licence's stands where a licence is named."""
    return bool(
        _LICENCE_AFTER.match(text, mention.end)
        or _LICENCE_BEFORE.search(text, max(0, mention.start - 16), mention.start)
    )


# Words by which a sentence without a thing of its own may still state something: of organisations, of what the context is about.
_SIGNS_OF_ORGANISATIONS = frozenset(
    {"founder", "ceo", "cto", "chief_scientist", "headquarters", "acquire", "lead_round", "ipo", "found", "foundrel", "rename", "lead", "parent", "subsidiary",
     "topic_pronoun", "by", "from", "retire", "sold", "fund_word", "task_word", "join", "leave", "take_office", "invest", "merge"}
)  # fmt: skip
_SIGNS_OF_TOPIC = frozenset(
    {"lic_word", "cat_word", "prop_word", "superlative", "founder", "headquarters", "ceo", "open", "closed", "naming", "base_noun", "rename", "author"}
)  # fmt: skip
_BEFORE_NAME = frozenset("由被是在和与、的对将把向给从为让用以及跟同像如叫成到")
_OFFICE_VERBS = ("出任", "担任", "接任", "执掌", "创办", "创立", "领导", "牵头", "主持", "加入", "加盟")
_AFTER_NAME = frozenset("很家系旗的是在由被和与、于等也都则就将为已最首从对有又曾还发推开公宣")


_PHRASE = LazyPattern(r"[A-Za-z]+ (?:from|of|for|with|to|via|(?<!ed )by|in|on|the|a|an|and|as) $")


_PUT_FORWARD = LazyPattern(r"(?:提出|发表|发明|首创|提出来)的$")
_BROUGHT_OUT = LazyPattern(
    r"(?:推出|发布|开源|上线|打造|放出|公布|训练)(?:过|了|出了?)?(?:自己的|自家的|自研的|新的|各自的)?$"
)
_STANDS_ALONE = LazyPattern(
    r"(?:技术|算法|方法|架构|机制|概念|思想)?(?:[ ”」]*(?:[(（，,。；;：:、！!]|$)|[是在于为被由使让把将与和及也则就常曾已至因从]"
    r"|引[起发入]|成[为了]|改变|奠定|推动|开创)"
)
_KIND_OF = LazyPattern(r"(?:的|款|个|种|类|型|级|稀疏|稠密|开源|闭源|多模态|大型|大规模|轻量|首个)$")
_SCORE_BEFORE = LazyPattern(r"[\u4e00-\u9fff、，]\s?\d+\.\d+\s?(?:分|点)?(?:的\s?)?$")  # 28.4 BLEU: a score
_ENGLISH_KIND = LazyPattern(r" (?:language )?(?:models?|networks?|transformers?)\b")
_BEFORE_NAMED = LazyPattern(r"(?:大|语言|大语言|基座)?(?:模型|架构|网络)?[ “\"《「]?")
_NAMED = frozenset({"model", "framework", "product", "dataset", "benchmark", "hardware"})


_MADE = frozenset({"model", "hardware", "product", "framework"})


def _describes(text: str, mention: Mention, following: Sequence[Mention]) -> bool:
    """Whether a technique only says what kind of thing something is: 混合专家模型Mixtral, Cohere推出的稀疏混合专家模型."""
    if _is_han(mention.text[-1]) and any(
        m.start == mention.end
        and m.entity_ids != mention.entity_ids
        and not _is_han(m.text[0])
        and {t.type for t in m.targets} & {t.type for t in mention.targets} & _MADE
        for m in following
    ):
        return True  # 晶圆级引擎WSE-2: what kind of thing it is
    if not all(t.type == "technique" for t in mention.targets):
        return False
    if any(m.of_types(_NAMED) and _BEFORE_NAMED.fullmatch(text, mention.end, m.start) for m in following):
        return True
    if mention.text.isascii():
        scored = _SCORE_BEFORE.search(text, max(0, mention.start - 14), mention.start)
        return scored is not None or _ENGLISH_KIND.match(text, mention.end) is not None
    kind = mention.text.endswith("模型") or text.startswith("模型", mention.end)
    if kind and _BROUGHT_OUT.search(text, max(0, mention.start - 8), mention.start):
        return True  # 推出了混合专家模型: one of its kind
    if _PUT_FORWARD.search(text, max(0, mention.start - 4), mention.start):
        return not _STANDS_ALONE.match(text, mention.end)  # 谷歌提出的思维链; but 谷歌提出的思维链提示方法
    if _FAMED.search(text, max(0, mention.start - 6), mention.start):
        return False  # 提出了著名的图灵测试
    return _KIND_OF.search(text, max(0, mention.start - 3), mention.start) is not None


_FAMED = LazyPattern(r"(?:著名|有名|知名|闻名|鼎鼎|所谓|熟知)的$")
_THIS_THING = LazyPattern(
    r"(?<![^，,。；;！？!?：:\s])(?:这一|这个|这款|这份|这套|这种|这项|该|此)[\u4e00-\u9fff]{2,8}?(?:模型|数据集|语料库|语料|框架|基准|算法)(?![\u4e00-\u9fff]?家族)"
)


def _beside_names(words: list[Word], reading: BlockReading, lexicon: Lexicon) -> list[Word]:
    """Where a word runs into a name, the words that stand before the name: 第一作者为何恺明 has 为, not 为何."""
    starts = {m.start for m in reading.things}
    kept: list[Word] = []
    for word in words:
        name = next((s for s in range(word.start + 1, word.end) if s in starts), None)
        if name is None:
            kept.append(word)
            continue
        shorter = lexicon.find(reading.text.text[word.start : name], reading.low[word.start : name])
        kept += [
            Word(word.start + w.start, word.start + w.end, w.text, w.character, w.classes) for w in shorter
        ]
    return kept


def _with_pronouns(reading: BlockReading) -> list[Word]:
    """The class words, with one word for “这一分割模型” or “该阅读理解数据集”, which stands for what was spoken of."""
    text = reading.text.text
    found = [
        m
        for m in _THIS_THING.finditer(text)
        if not any(e.start < m.end() and m.start() < e.end for e in reading.mentions)
    ]
    if not found:
        return reading.words
    inside = [w for w in reading.words if any(m.start() <= w.start and w.end <= m.end() for m in found)]
    kept = [w for w in reading.words if not any(w.start < m.end() and m.start() < w.end for m in found)]
    longer = [
        Word(m.start(), m.end(), m[0], first.character, _PRONOUN)
        for m in found
        if (first := next((w for w in inside if w.start >= m.start()), None)) is not None
    ]
    if len(longer) != len(found):
        return reading.words
    return sorted([*kept, *longer], key=lambda w: w.start)


_PRONOUN = frozenset({"topic_pronoun"})


def _in_phrase(text: str, mention: Mention) -> bool:
    """Bidirectional Encoder Representations from Transformers，…: the end of an English phrase in a Chinese sentence."""
    if not mention.text.isascii() or not _PHRASE.search(text, max(0, mention.start - 40), mention.start):
        return False
    start = max(mention.start - 60, *(text.rfind(c, 0, mention.start) + 1 for c in "。；\n"))
    ends = [i for c in "。；\n" if (i := text.find(c, mention.end)) >= 0]
    return sum(map(_is_han, text[start : min(mention.end + 60, *ends, len(text))])) >= 6


def _clear_borders(text: str, start: int, end: int) -> bool:
    """Whether nothing around a Chinese name could make it part of another word, so that no segmentation is needed."""
    before = text[start - 1] if start else " "
    after = text[end] if end < len(text) else " "
    return (not _is_han(before) or before in _BEFORE_NAME) and (
        not _is_han(after) or after in _AFTER_NAME or text.startswith(_OFFICE_VERBS, end)
    )


def _is_han(character: str) -> bool:
    return "\u3400" <= character <= "\u9fff"


def _may_state(reading: BlockReading, start: int, end: int) -> bool:
    """A cheap test: a sentence that names nothing states something only by a number or a telling word."""
    here = [m for m in reading.things if start <= m.start < end]
    if any(not m.of_types(ORGANISATION_TYPES) for m in here):
        return True
    if not here and not reading.things and reading.block.parent is None and not reading.block.headings:
        return False
    signs = _SIGNS_OF_ORGANISATIONS if here else _SIGNS_OF_TOPIC
    if any(
        start <= w.start < end and (w.classes & signs or (here and w.text in ("他", "她")))
        for w in reading.words
    ):
        return True  # 他毕业于北京大学: a step of a life
    led = reading.block.kind == "list_item" and bool(reading.things) and reading.things[0].start <= 2
    return led or _NUMERIC.search(reading.text.text, start, end) is not None


def _checkable(items: Sequence[Item]) -> bool:
    named = any(isinstance(i, Mention) for i in items)
    return named and any(
        not isinstance(i, Mention) and getattr(i, "interval", getattr(i, "low", None)) is not None
        for i in items
    )
