"""Tables of rounds of funding: a row is one round of one company, and its date, amount and leaders are those of that round."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from factcheck.document.blocks import Block
from factcheck.extraction.claims import ASSERTED, Claim, DateClaim, EntityValue, NumberValue, Value
from factcheck.extraction.context import ORGANISATION_TYPES, Context
from factcheck.extraction.mentions import Mention
from factcheck.extraction.tables import EMPTY, Cell, Grid, interval_of, subject_of
from factcheck.folding import lower
from factcheck.language.lazy import LazyPattern
from factcheck.language.numbers import find_quantities
from factcheck.light import dataclass

_HEADERS = {
    "round": LazyPattern(r"(?:融资|所处|投资)?(?:轮次|轮|阶段)$"),
    "company": LazyPattern(
        r"(?:被投|融资|目标|创业|初创)?(?:公司|企业|机构|方|名称|公司名称|企业名称|标的)$"
    ),
    "date": LazyPattern(r"(?:融资|宣布|公布|披露|完成|交割)?(?:时间|日期|年月|年份|年)$"),
    "amount": LazyPattern(r"(?:融资|募资|本轮|单轮)?(?:金额|规模|额|融资额|募资额)(?:\(.*\))?$"),
    "lead": LazyPattern(r"(?:主要)?(?:领投方|领投|领投机构|领投者|领投人|牵头方|领投投资方)$"),
    "valuation": LazyPattern(r"(?:投后|本轮|融资后)?估值(?:\(.*\))?$"),
}
_RULES = {
    "date": "wrong-date",
    "amount": "wrong-number",
    "valuation": "wrong-number",
    "lead": "wrong-relation",
}
_ROUND = LazyPattern(
    r"(?P<name>[A-Ha-h]\d?\+?|种子|天使|Pre-[A-C]\+?)(?:\s?[-\d]?轮)?$|[Ss]eries (?P<series>[A-H])$", 0
)
_MONEY = frozenset({"USD", "CNY", "EUR", "GBP", "HKD"})
_OTHER_SUM = LazyPattern(r"累计|合计|总计|投前|其中|以内|至多|目标|拟|传|洽谈|最高|估计|含")
_NOT_LEADING = LazyPattern(r"参投|跟投|未|未知|等方|包括|投资者|投资方|股东")


@dataclass(frozen=True, slots=True)
class Round:
    """What a row is about: whose round, which, and when."""

    company: Mention
    name: str
    when: DateClaim | None


def layout_of(grid: Grid) -> dict[str, int] | None:
    """Which column says what, for a table of rounds; None for another table."""
    found: dict[str, int] = {}
    for index, cell in enumerate(grid.header):
        header = cell.plain.strip("*").replace(" ", "")
        for kind, pattern in _HEADERS.items():
            if kind not in found and pattern.match(header):
                found[kind] = index
                break
    told = found.keys() & {"date", "amount", "lead", "valuation"}
    return found if "round" in found and len(told) >= 2 else None


def claims_of(block: Block, grid: Grid, layout: dict[str, int], context: Context) -> Iterator[Claim]:
    """What each row says of its round."""
    for row in grid.rows:
        about = _round_of(block, row, layout, context)
        if about is None:
            continue
        ids = about.company.of_types(ORGANISATION_TYPES)
        for kind, rule in _RULES.items():
            cell = _at(row, layout, kind)
            if cell is None or EMPTY.match(cell.plain):
                continue
            for value, start, end in _values(kind, cell, about):
                value_start, value_end = cell.text.span(start, end)
                yield Claim(
                    rule, "funding", ids, about.company.text, value, value_start, value_end, value_start, value_end, block.ordinal, ASSERTED,
                    None, {"field": kind, "round": about.name}, None if kind == "date" or about.when is None else about.when.interval,
                    False, True, "table of rounds",
                )  # fmt: skip


def _round_of(block: Block, row: Sequence[Cell], layout: dict[str, int], context: Context) -> Round | None:
    named = _at(row, layout, "round")
    match = _ROUND.match(named.plain) if named is not None else None
    if match is None:
        return None
    if "company" in layout:
        cell = _at(row, layout, "company")
        company = subject_of(cell) if cell is not None else None
    else:
        company = context.of_headings(block, ORGANISATION_TYPES)
    if company is None or not company.of_types(ORGANISATION_TYPES):
        return None
    dated = _at(row, layout, "date")
    interval = interval_of(dated, context.heading_date(block)) if dated is not None else None
    when = DateClaim(interval, dated.plain) if dated is not None and interval is not None else None
    return Round(company, lower(match["name"] or match["series"]), when)


def _values(kind: str, cell: Cell, about: Round) -> Iterator[tuple[Value, int, int]]:
    text = cell.text.text
    if kind == "date":
        if about.when is not None:
            yield about.when, 0, len(text)
    elif kind == "lead":
        leaders = [m for m in cell.mentions if m.of_types(ORGANISATION_TYPES)]
        if leaders and not any(m.opaque for m in cell.mentions) and not _NOT_LEADING.search(text):
            # who leads together with others may be all that is recorded
            ids = tuple(i for m in leaders for i in m.of_types(ORGANISATION_TYPES))
            yield (
                EntityValue(ids, text[leaders[0].start : leaders[-1].end]),
                leaders[0].start,
                leaders[-1].end,
            )
    elif not _OTHER_SUM.search(text):
        sums = [q for q in find_quantities(text, []) if q.unit in _MONEY]
        if len(sums) == 1:
            quantity = sums[0]
            yield (
                NumberValue(quantity, text[quantity.start : quantity.unit_end]),
                quantity.start,
                quantity.unit_end,
            )


def _at(row: Sequence[Cell], layout: dict[str, int], kind: str) -> Cell | None:
    index = layout.get(kind)
    return row[index] if index is not None and index < len(row) else None
