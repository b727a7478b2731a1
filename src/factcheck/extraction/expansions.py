"""What an acronym is said to stand for: BERT（Bidirectional Encoder …）, “GPT 是 … 的缩写”, “RAG 的全称是 …”."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from factcheck.extraction.claims import ASSERTED, Claim, TextValue
from factcheck.extraction.context import BlockReading
from factcheck.extraction.mentions import Mention
from factcheck.knowledge.index import Knowledge
from factcheck.language.lazy import LazyPattern

_PHRASE = r"(?P<phrase>[A-Za-z][A-Za-z0-9’'\-]*(?:[ \-/&]+(?:[A-Za-z][A-Za-z0-9’'\-]*|\d+)){1,9})"
_BEHIND = LazyPattern(
    rf"[”\"」』*]*\s*(?:模型|架构|算法|技术|协议)?\s*\((?:即|全称|全称是|全称为|英文全称|英文|是|[:：,，]|\s|[\u4e00-\u9fff]{{2,14}}[,，:：;；]\s*)*{_PHRASE}\s*(?:[,，;；:：/].{{0,40}}?)?\)"
)
_STATED = LazyPattern(
    rf"[”\"」』*]*[^。；;!！?？]{{0,16}}?"
    r"(?:全称|全名|全拼|缩写自|代表|表示|展开(?:来)?|即|[，,]? ?(?:其实|也|其)?就是|stands for|short for)"
    rf"(?:是|为|即|:|：|叫|写作|的是)?\s*[“\"「《*]*{_PHRASE}"
)
_SHORT_FOR = LazyPattern(
    rf"[”\"」』*]*[^。；;!！?？]{{0,14}}?(?:是|为|即|乃|取自|来自|源自)\s*[“\"「*]*{_PHRASE}[”\"」*]*\s*(?:\([^)]*\))?\s*(?:的|之)?(?:英文|首字母)*(?:缩写|简称|简写)"
)
_FULL_NAME = LazyPattern(
    r"(?:这个|这一)?(?:名字|名称|一词)?的?(?:英文|完整|英语)?(?:全称|全名)|[^。；;A-Za-z]{0,8}(?:取自|来自|源自)[^。；;]{0,90}(?:缩写|简称)"
)
# Further on in the sentence that a name opens: CANN是面向神经网络的架构，全称为…
_STATED_LATER = LazyPattern(
    r"[”\"」』*]*[^。；;!！?？]{1,60}?[，,]\s?(?:其|它的|英文|中文名)?(?:英文)?(?:全称|全名)"
    rf"(?:是|为|即|:|：|叫|写作)?\s*[“\"「《*]*{_PHRASE}"
)
# A copula before a quoted title whose initials hold the letters of the name: SSD则是“Single Shot …”
_IS_QUOTED = LazyPattern(
    rf"[”\"」』*]*\s?(?:[则就便也]|其实|实际上|本来)*[是即]\s?[“\"「《]{_PHRASE}[”\"」》]"
)
_SAID_SO = LazyPattern(r"全称|全名|全拼|缩写|简称|简写|stands for|short for")
_DEFINED = LazyPattern(rf"\s*(?:：|:|——?|–)\s*{_PHRASE}(?=\s*(?:[,，。;；(]|$))")


def claims_of(readings: Sequence[BlockReading], knowledge: Knowledge) -> Iterator[Claim]:
    """The expansions that a text gives for names whose expansion is known."""
    for reading in readings:
        text = reading.text.text
        if not any(c.isascii() and c.isalpha() for c in text):
            continue
        for mention in reading.mentions:
            explained = not mention.text.isascii() and "(" in text[mention.end : mention.end + 6]
            stated = mention.text.isascii() and _FULL_NAME.match(text, mention.end) is not None
            if not mention.opaque and (explained or stated or _is_acronym(mention.text)):
                yield from _of_mention(reading, text, mention, knowledge)
            if not mention.opaque and mention.text.isascii():
                yield from _letter_of(reading, text, mention, knowledge)


_LETTER = LazyPattern(
    r"(?:[^，,。；;A-Za-z]{0,8}?(?:的|中|里|名)|[^。；;A-Za-z]{0,30}?[，,](?:其|它的)?(?:名字|名称)[里中]?的?)[^，,。；;A-Za-z]{0,4}?[“\"「‘'『]?(?P<letter>[A-Za-z])[”\"」’'』]?\s?(?:字母)?(?:是|便|就|即|则)?(?:取自|源自|来自|代表|表示|意为|指的是|指代|指|是|即)(?:的是|着|了|单词|英文|英语)*\s?[“\"「‘'『]?(?P<word>[A-Za-z][A-Za-z\-]{2,})"
)


def _letter_of(reading: BlockReading, text: str, mention: Mention, knowledge: Knowledge) -> Iterator[Claim]:
    """“GPT-4o里的o取自omni”, “BERT中的B代表Bidirectional”: what one letter of a name stands for."""
    match = _LETTER.match(text, mention.end)
    if match is None or len(mention.entity_ids) != 1 or match["letter"].lower() != match["word"][0].lower():
        return
    if match["letter"] not in mention.text or not knowledge.entity(mention.entity_ids[0]).facts_of(
        "expansion"
    ):
        return
    start, end = reading.text.span(mention.start, match.end())
    value_start, value_end = reading.text.span(*match.span("word"))
    yield Claim(
        "wrong-expansion", "expansion", mention.entity_ids, mention.text, TextValue(match["word"]), start, end, value_start, value_end,
        reading.block.ordinal, ASSERTED, None, {"letter": match["letter"]}, None, False, True, "letter",
    )  # fmt: skip


_COPULA_BEFORE = LazyPattern(
    r"(?:是|为|系|属于|作为|引入了?|采用了?|推出了?|提出了?|发布了?)[^，,。；;!！?？：:]*$"
)


_AT_END = LazyPattern(r"[”\"」』》*]*\s?(?:[，,。；;：:(（]|$)")


def _told_of(text: str, mention: Mention) -> bool:
    """Whether a name stands within what its clause says of something else (at its end it is what is presented)."""
    return (
        _COPULA_BEFORE.search(text, max(0, mention.start - 40), mention.start) is not None
        and _AT_END.match(text, mention.end) is None
    )


def _is_acronym(text: str) -> bool:
    return text.isascii() and 2 <= len(text) <= 14 and " " not in text and sum(c.isupper() for c in text) >= 2


def _spells(acronym: str, phrase: str) -> bool:
    """Whether the capitals of an acronym are among the initials of a title, in their order and from the first on."""
    initials = iter(word[0].upper() for word in phrase.replace("-", " ").split())
    capitals = [c for c in acronym if c.isupper()]
    return phrase[0].upper() == capitals[0] and all(c in initials for c in capitals)


def _of_mention(reading: BlockReading, text: str, mention: Mention, knowledge: Knowledge) -> Iterator[Claim]:
    match = _BEHIND.match(text, mention.end)
    if match is None and not mention.text.isascii():
        return
    if match is None and mention.start <= 2 and reading.block.kind in ("list_item", "paragraph"):
        match = _DEFINED.match(text, mention.end)
    if match is None:
        quoted = _IS_QUOTED.match(text, mention.end)
        match = quoted if quoted is not None and _spells(mention.text, quoted["phrase"]) else None
    if match is None:
        match = _SHORT_FOR.match(text, mention.end) or _STATED.match(text, mention.end)
        if match is None and any(0 <= mention.start - a <= 1 for a, _ in reading.sentences):
            match = _STATED_LATER.match(text, mention.end)
        if match is not None and any(
            mention.end < m.start < match.start("phrase") and _is_acronym(m.text) and not _told_of(text, m)
            for m in reading.mentions
        ):
            return
        if match is not None and ("," in match[0] or "，" in match[0]) and _told_of(text, mention):
            return  # CANN是面向AI场景的架构，全称为…: of what the clause is about
    if match is None:
        return
    ids = tuple(i for i in mention.entity_ids if knowledge.entity(i).facts_of("expansion"))
    if not ids or len(ids) != len(mention.entity_ids):
        return  # a bearer of the name without a known expansion might be meant
    explicit = _SAID_SO.search(match[0]) is not None
    phrase = match["phrase"].strip()
    first, last = match.span("phrase")
    start, end = reading.text.span(mention.start, last)
    value_start, value_end = reading.text.span(first, last)
    yield Claim(
        "wrong-expansion", "expansion", ids, mention.text, TextValue(phrase), start, end, value_start, value_end, reading.block.ordinal, ASSERTED,
        None, {"explicit": "true"} if explicit else {}, None, False, True, "expansion",
    )  # fmt: skip
