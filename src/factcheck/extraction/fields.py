"""Entries and field lists: “GLM-130B – 2022.08 – 1300亿 – …”, “参数量：1750亿” under a heading, lists under the name of a maker."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from factcheck.extraction.claims import ASSERTED, Claim, EntityValue
from factcheck.extraction.context import AGENT_TYPES, ORGANISATION_TYPES, THING_TYPES, BlockReading, Context
from factcheck.extraction.mentions import Mention
from factcheck.extraction.tables import Cell, Column, TableReader, column_of
from factcheck.language.lazy import LazyPattern

_DASH = LazyPattern(r"\s*(?:–|—+|\||\s-\s)\s*")
_FIELD = LazyPattern(
    r"^[*•·\-\s]*(?P<name>[\u4e00-\u9fffA-Za-z ()]{2,12})[：:]\s*(?P<value>[^。；;！!？?\n]{1,60})$"
)
_NAME = LazyPattern(
    r"(?:^|\n)[*•·\-\s]*(?:公司|企业|机构|模型|产品|框架|项目|芯片|工具|数据集|中文|英文)?(?:名称|名字)[：:]\s*(?P<value>[^。；;！!？?\n]{1,40})(?:$|\n)"
)
_BULLET = LazyPattern(r"[*•·\-\s]*")
_LABEL = LazyPattern(r"\s*(?:的)?(?P<name>[\u4e00-\u9fff]{2,8})[：:]\s*(?P<value>[^。；;！!？?\n]{1,60})$")
_WHEN = LazyPattern(
    r"\s*[：:–—]\s*(?P<value>(?:19|20)\d{2}\s?(?:年(?:\d{1,2}月(?:\d{1,2}日)?)?|[.\-/]\d{1,2}(?:[.\-/]\d{1,2})?))\s*$"
)
_OTHER_DATES = LazyPattern(
    r"截止|知识|数据|训练|停用|退役|下线|关停|弃用|废弃|更新|修订|版本|支持|到期|预计|计划|论文|会议|获奖"
)
_BESIDE_MAKERS = LazyPattern(r"[\s·、与和及&/()\d.一二三四五六七八九十（）]|系列|家族|团队|公司")
_OWN_PRODUCT = LazyPattern(
    r"[*•·\-\s]*(?:(?:自研|自有|旗下|代表性?|明星|核心|主力|拳头)(?:的)?(?:AI|人工智能|大|语言|深度学习|开源)?(?:产品|模型|框架|芯片|平台|助手|作品|项目)"
    r"|(?:大模型|AI|人工智能|主要)?产品|代表作)[：:]"
)
# Written out: to look them up by their headers would compile the patterns of all headers before anything is read.
_DATE = Column("released", "wrong-date", "date")
_MAKER = Column("created_by", "wrong-attribution", "agent")
_PARAMETERS = Column("parameters", "wrong-number", "parameters")
_LICENCE = Column("licence", "wrong-license", "licence")


def claims_of(readings: Sequence[BlockReading], reader_for: TableReader, context: Context) -> Iterator[Claim]:
    """The claims of entries with dashes and of “field: value” lines."""
    labelled = _labelled(readings)
    for reading in readings:
        if reading.block.kind in ("list_item", "paragraph", "front_matter"):
            yield from _entry(reading, reader_for)
            yield from _field(reading, reader_for, context, labelled.get(reading.block.ordinal))
            yield from _named_field(reading, reader_for)
            yield from _dated(reading, reader_for, context)
            yield from _products(reading, context)


def _entry(reading: BlockReading, reader: TableReader) -> Iterator[Claim]:
    """Segments parted by dashes behind a name: a date, a maker, a size, a licence, each alone in its segment."""
    text = reading.text.text
    subject = reading.mentions[0] if reading.mentions else None
    if subject is None or subject.start > 2 or subject.opaque or not subject.of_types(THING_TYPES):
        return
    cuts = list(_DASH.finditer(text, subject.end))
    if len(cuts) < 2 or cuts[0].start() - subject.end > 12:
        return
    head = Cell(reading.text.slice(subject.start, subject.end), [_shifted(subject, subject.start)])
    for cut, following in zip(cuts, [*[c.start() for c in cuts[1:]], len(text)], strict=True):
        segment = text[cut.end() : following]
        cell = Cell(
            reading.text.slice(cut.end(), following),
            [_shifted(m, cut.end()) for m in reading.mentions if cut.end() <= m.start and m.end <= following],
        )
        for column in (_DATE, _MAKER, _PARAMETERS, _LICENCE):
            if column is not None and _alone(segment, cell, column.kind):
                yield from reader.cell(head, column, cell, reading.block)


def _alone(segment: str, cell: Cell, kind: str) -> bool:
    """Whether a segment is nothing but a value of this kind."""
    plain = segment.strip("。.；; ")
    if kind == "date":
        return bool(re.fullmatch(r"(?:19|20)\d{2}(?:[.\-/年]\d{1,2})?(?:[.\-/月]\d{0,2})?[日月年]?", plain))
    if kind == "agent":
        named = [m for m in cell.mentions if m.of_types(AGENT_TYPES)]
        rest = plain
        for mention in named:
            rest = rest.replace(mention.text, "")
        return bool(named) and len(re.sub(r"[等与和、及联合\s,，()]|团队|维护|实验室|研究院", "", rest)) <= 2
    if kind == "parameters":
        return bool(re.match(r"(?:总|约)?\s*\d[\d.,]*\s*(?:亿|[BM](?![A-Za-z]))", plain)) and len(plain) <= 24
    return len(plain) <= 14


def _labelled(readings: Sequence[BlockReading]) -> dict[int, Mention]:
    """What the lines of a card, or the items of a list of fields, are about where one says so: “公司名称：英伟达”."""
    found: dict[int, Mention] = {}
    group: list[BlockReading] = []
    if not any(_NAME.search(r.text.text) for r in readings):
        return found
    for reading, following in zip(readings, [*readings[1:], None], strict=True):
        group.append(reading)
        if (
            following is not None
            and reading.block.kind == following.block.kind == "list_item"
            and following.block.ordinal == reading.block.ordinal + 1
            and following.block.headings == reading.block.headings
        ):
            continue
        cards = [(r, _NAME.search(r.text.text)) for r in group if r.block.kind in ("list_item", "paragraph")]
        names = [(r, card) for r, card in cards if card is not None]
        if len(names) == 1:
            card_reading, card = names[0]
            named = [
                m
                for m in card_reading.mentions
                if card.start("value") <= m.start and m.end <= card.end("value")
            ]
            if named and named[0].start <= card.start("value") + 1 and not named[0].opaque:
                found.update({r.block.ordinal: named[0] for r in group})
        group = []
    return found


def _field(
    reading: BlockReading, reader: TableReader, context: Context, labelled: Mention | None
) -> Iterator[Claim]:
    """“参数量：1750亿”, alone or one line of several."""
    text = reading.text.text
    lines = text.split("\n")
    fields = [_FIELD.match(line) for line in lines]
    if len(lines) == 1 and len(reading.sentences) > 1:
        return
    start = 0
    for line, match in zip(lines, fields, strict=True):
        column = column_of(match["name"]) if match is not None else None
        if match is not None and column is not None and column.predicate != "category":
            types = reader.types(column) - frozenset({"person", "place"})
            if reading.block.kind == "front_matter":
                topic = None if column.predicate in _OF_THE_ARTICLE else _titled(reading, types)
            elif labelled is not None:
                topic = labelled if labelled.of_types(types) else None
            else:
                topic = context.topic(reading, 0, types)
            if topic is not None:
                a, b = match.span("value")
                yield from _value_of(reading, topic, column, (start + a, start + b), reader)
        start += len(line) + 1


# What front matter says of the article itself: its licence, its date, its author.
_OF_THE_ARTICLE = frozenset({"licence", "openness", "released", "created_by", "authors", "category"})
_TITLE = LazyPattern(r"^(?:title|标题|name|名称)\s*:.*$", re.M)


def _titled(reading: BlockReading, types: frozenset[str]) -> Mention | None:
    """What the title in the front matter names."""
    title = _TITLE.search(reading.text.text)
    if title is None:
        return None
    named = [m for m in reading.things if title.start() <= m.start < title.end() and m.of_types(types)]
    return named[0] if len({m.entity_ids for m in named}) == 1 else None


def _dated(reading: BlockReading, reader: TableReader, context: Context) -> Iterator[Claim]:
    """“Claude 3系列：2024年3月” in a list that tells when things came out."""
    text = reading.text.text
    subject = reading.things[0] if reading.things else None
    if (
        reading.block.kind != "list_item"
        or subject is None
        or subject.opaque
        or not subject.of_types(THING_TYPES)
    ):
        return
    match = _WHEN.match(text, subject.end)
    if match is None or subject.start > 1 or _DATE is None:
        return
    above = [reading.block.headings[-1:], [reading.block.lead_in]]
    if any(_OTHER_DATES.search(context.text_of(b)) for group in above for b in group if b is not None):
        return
    yield from _value_of(reading, subject, _DATE, match.span("value"), reader)


def _products(reading: BlockReading, context: Context) -> Iterator[Claim]:
    """“自研框架：MindSpore” under the name of an organisation."""
    match = _OWN_PRODUCT.match(reading.text.text)
    if match is None or len(reading.sentences) > 1:
        return
    maker = context.of_headings(reading.block, ORGANISATION_TYPES)
    ids = maker.of_types(ORGANISATION_TYPES) if maker is not None else ()
    for thing in reading.things:
        if (
            not ids
            or maker is None
            or thing.start < match.end()
            or thing.opaque
            or not thing.of_types(THING_TYPES)
        ):
            continue
        start, end = reading.text.span(thing.start, thing.end)
        yield Claim(
            "wrong-attribution", "created_by", thing.of_types(THING_TYPES), thing.text, EntityValue(ids, maker.text), start, end,
            start, end, reading.block.ordinal, ASSERTED, thing.variant, {}, construction="product of the organisation",
        )  # fmt: skip


def _named_field(reading: BlockReading, reader: TableReader) -> Iterator[Claim]:
    """“A100发布时间：2020年5月”: a label that names the thing and the fact."""
    text = reading.text.text
    subject = reading.things[0] if reading.things else None
    if (
        subject is None
        or subject.opaque
        or len(reading.sentences) > 1
        or _BULLET.fullmatch(text[: subject.start]) is None
    ):
        return
    match = _LABEL.match(text, subject.end)
    column = column_of(match["name"]) if match is not None else None
    if match is None or column is None or column.predicate == "category":
        return
    yield from _value_of(reading, subject, column, match.span("value"), reader)


def _value_of(
    reading: BlockReading, topic: Mention, column: Column, span: tuple[int, int], reader: TableReader
) -> Iterator[Claim]:
    start, end = span
    head = Cell(reading.text.slice(0, 0), [_shifted(topic, 0)])
    cell = Cell(
        reading.text.slice(start, end),
        [_shifted(m, start) for m in reading.mentions if start <= m.start and m.end <= end],
    )
    yield from reader.cell(head, column, cell, reading.block)


def _shifted(mention: Mention, by: int) -> Mention:
    return Mention(
        mention.start - by, mention.end - by, mention.text, mention.targets, mention.variant, mention.opaque
    )


def sections_of_makers(readings: Sequence[BlockReading]) -> Iterator[Claim]:
    """Entries listed under the heading of a maker: “## 百川智能” over a list of models.

    Whether such a heading really means the maker shows only in the verdicts: ``checking.document_wide.without_loose_sections``.
    """
    by_ordinal = {r.block.ordinal: r for r in readings}
    for reading in readings:
        block = reading.block
        if block.kind != "list_item" or not block.headings or not reading.things or block.parent is not None:
            continue
        first = reading.things[0]
        named = any(m.of_types(AGENT_TYPES) for m in reading.things)
        if first.start > 2 or first.opaque or not first.of_types(THING_TYPES) or named:
            continue
        heading = by_ordinal.get(block.headings[-1])
        makers = _makers_of(heading) if heading is not None else ()
        ids = tuple(i for m in makers for i in m.of_types(ORGANISATION_TYPES))
        if ids:
            start, end = reading.text.span(first.start, first.end)
            yield Claim(
                "wrong-attribution", "created_by", first.of_types(THING_TYPES), first.text, EntityValue(ids, makers[0].text), start, end,
                start, end, block.ordinal, ASSERTED, first.variant, {"section": str(block.headings[-1])}, construction="section of a maker",
            )  # fmt: skip


def _makers_of(heading: BlockReading) -> tuple[Mention, ...]:
    """The organisations of a heading that is nothing but their names."""
    named = [m for m in heading.mentions if not m.opaque]
    if not any(m.of_types(ORGANISATION_TYPES) for m in named):
        return ()
    rest = heading.text.text
    for mention in named:
        rest = rest.replace(mention.text, "")
    return tuple(named) if len(_BESIDE_MAKERS.sub("", rest)) <= 2 else ()
