"""The members of a series as articles list them: 1B、4B、12B与27B四个尺寸, 分为Ultra、Pro与Nano, gpt-oss-70b."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from factcheck.extraction.claims import Claim, NumberValue, TextValue, Value
from factcheck.extraction.context import BlockReading, Context
from factcheck.extraction.mentions import Mention
from factcheck.extraction.stance import SentenceStance
from factcheck.knowledge.index import Knowledge
from factcheck.language.lazy import LazyPattern
from factcheck.language.numbers import find_quantities

_MODELS = frozenset({"model"})
_AND = r"\s?(?:、|和|与|及|以及|/)\s?"
_SIZE = r"(?<![A-Za-z0-9.\-])\d+(?:\.\d+)?\s?(?:[Bb](?![A-Za-z0-9])|亿)(?:参数)?"
_SIZES = LazyPattern(
    rf"(?:{_SIZE})(?:{_AND}(?:{_SIZE}))+(?:\s?等)?"
    r"(?=\s?[一二两三四五六七八九十多几\d]*(?:个|种|款|档|类)?(?:不同)?的?[^，,。；;、]{0,6}?(?:尺寸|规模|版本|型号|参数|模型|大小|档|体量|规格)|[。；;，,])"
)
# Behind the name, in parentheses, or from the smallest to the largest: Llama 2（7B、13B、70B）, 参数从7B到65B.
_IN_PARENTHESES = LazyPattern(
    rf"[（(]\s?(?P<sizes>{_SIZE}(?:(?:{_AND}|[,，]\s?|\s?[–~～]\s?){_SIZE})+)\s?[)）]"
)
_RANGE = LazyPattern(
    rf"(?:参数|规模|尺寸|大小)[^，,。；;\d]{{0,6}}(?P<sizes>{_SIZE}\s?(?:到|至|–|—|~|～)\s?{_SIZE})(?!\s?(?:左右|以[上下内]))"
)
_ONE_SIZE = LazyPattern(_SIZE)
_NAME = r"(?<![A-Za-z0-9.\-])[A-Z][a-z]+(?![A-Za-z0-9.\-])"
_NAMES = LazyPattern(rf"(?:{_NAME})(?:{_AND}(?:{_NAME}))+")
_LISTING = LazyPattern(
    r"(?:分为|分成|包括|包含|涵盖|含有?|依次为|依次是|分别为|分别是|分别叫|有|即|由|推出了?|发布了?|提供|[：:（(])\s?$"
)
_OF = LazyPattern(r"[^，,。；;、的]{0,14}的\s?")
_EDITION = LazyPattern(r"\d+(?:\.\d+)?[bm]")


def claims_of(readings: Sequence[BlockReading], knowledge: Knowledge, context: Context) -> Iterator[Claim]:
    """Sizes and members that are listed as those of a series, and editions that are named by a size."""
    for reading in readings:
        if not reading.mentions:
            continue
        text = reading.text.text
        for index, (start, end) in enumerate(reading.sentences):
            for pattern, item in ((_SIZES, _ONE_SIZE), (_NAMES, None)):
                for found in pattern.finditer(text, start, end):
                    subject = _subject(reading, context, found.start(), found.end(), start)
                    if subject is None:
                        continue
                    if item is not None:
                        yield from _sizes(reading, index, subject, found.span())
                    elif _LISTING.search(text, max(start, found.start() - 6), found.start()):
                        yield from _members(reading, index, subject, found)
            for mention in reading.things:
                if start <= mention.start < end:
                    yield from _edition(reading, index, mention, knowledge)
                    listed = _IN_PARENTHESES.match(text, mention.end)
                    if listed is not None and mention.of_types(_MODELS) and not mention.opaque:
                        yield from _sizes(reading, index, mention, listed.span("sizes"))
            for found in _RANGE.finditer(text, start, end):
                subject = _subject(reading, context, found.start(), found.end(), start)
                if subject is not None:
                    yield from _sizes(reading, index, subject, found.span("sizes"))


def _subject(reading: BlockReading, context: Context, place: int, end: int, start: int) -> Mention | None:
    """The model of which the list speaks: the last one named before it in the sentence, else what the text is about."""
    named = [
        m for m in reading.things if m.start == _end_of_list(reading.text.text, end) and m.of_types(_MODELS)
    ]
    if named:
        return None if named[0].opaque else named[0]  # 8B和70B两个尺寸的Llama 3
    named = [
        m
        for m in reading.things
        if start <= m.start and m.end <= place and m.of_types(_MODELS) and not m.opaque
    ]
    if named:
        return named[-1]
    return context.topic(reading, place, _MODELS)


def _end_of_list(text: str, end: int) -> int:
    """Where the thing stands whose list ended at ``end``, -1 if the list is followed by no 的."""
    behind = _OF.match(text, end)
    return behind.end() if behind is not None else -1


def _sizes(reading: BlockReading, index: int, subject: Mention, span: tuple[int, int]) -> Iterator[Claim]:
    text = reading.text.text
    quantities = find_quantities(text, [], *span)
    for quantity in quantities:
        others = "|".join(f"{q.low} {q.high}" for q in quantities if q is not quantity)
        yield _claim(
            reading, index, subject, "wrong-number", "parameters", NumberValue(quantity, text[quantity.start : quantity.end]),
            (quantity.start, quantity.end), {"listed": others},
        )  # fmt: skip


def _members(reading: BlockReading, index: int, subject: Mention, found: re.Match[str]) -> Iterator[Claim]:
    listed = list(re.finditer(_NAME, found[0]))
    for name in listed:
        others = "|".join(n[0] for n in listed if n is not name)
        place = (found.start() + name.start(), found.start() + name.end())
        yield _claim(
            reading, index, subject, "wrong-property", "member", TextValue(name[0]), place, {"listed": others}
        )


def _edition(reading: BlockReading, index: int, mention: Mention, knowledge: Knowledge) -> Iterator[Claim]:
    """gpt-oss-70b: that there is an edition of this size, where all sizes are recorded."""
    if mention.variant is None or not _EDITION.fullmatch(mention.variant) or mention.opaque:
        return
    models = mention.of_types(_MODELS)
    if len(models) != 1 or not any(
        f.flag("complete") for f in knowledge.entity(models[0]).facts_of("parameters")
    ):
        return
    yield _claim(
        reading, index, mention, "wrong-number", "edition", TextValue(mention.variant), (mention.start, mention.end), {}
    )  # fmt: skip


def _claim(
    reading: BlockReading,
    index: int,
    subject: Mention,
    rule: str,
    predicate: str,
    value: Value,
    place: tuple[int, int],
    qualifiers: dict[str, str],
) -> Claim:
    text = reading.text.text
    start, end = reading.sentences[index]
    following = text[end : end + 60] if index + 1 < len(reading.sentences) else ""
    first = subject.start if start <= subject.start < place[0] else place[0]
    stance = SentenceStance(text, start, end, reading.words, following).at(first, place[1], *place)
    a, b = reading.text.span(*place)
    return Claim(
        rule, predicate, subject.of_types(_MODELS), subject.text, value, a, b, a, b, reading.block.ordinal, stance, None,
        qualifiers, None, False, True, predicate,
    )  # fmt: skip
