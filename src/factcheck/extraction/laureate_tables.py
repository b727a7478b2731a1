"""Tables of laureates: a row names the people who received an award in a year."""

from __future__ import annotations

from collections.abc import Iterator

from factcheck.document.blocks import Block
from factcheck.extraction.claims import ASSERTED, Claim, EntityValue
from factcheck.extraction.context import PERSON_TYPES, Context
from factcheck.extraction.mentions import Mention
from factcheck.extraction.tables import Cell, Grid
from factcheck.language.lazy import LazyPattern

_AWARDS = frozenset({"award"})
_YEAR = LazyPattern(r"(?:获奖|颁奖|授予)?(?:年份|年度|年|时间|日期|届次)$")
_PEOPLE = LazyPattern(r".*(?:得主|获奖者|获奖人|获奖人物|获得者|获奖科学家|获奖学者)(?:\(.*\))?$")
_AWARD = LazyPattern(r"(?:所获)?(?:奖项|奖项名称|奖|荣誉|奖项类别)$")
_ONE_YEAR = LazyPattern(r"(?<!\d)(?P<year>(?:19|20)\d\d)(?!\d)")


def layout_of(grid: Grid) -> tuple[int, int, int | None] | None:
    """The columns of the years, of the people and (where it has one) of the awards."""
    headers = [c.plain.strip("*").replace(" ", "") for c in grid.header]
    years = next((i for i, h in enumerate(headers) if _YEAR.match(h)), None)
    people = next((i for i, h in enumerate(headers) if _PEOPLE.match(h)), None)
    awards = next((i for i, h in enumerate(headers) if _AWARD.match(h)), None)
    return None if years is None or people is None else (years, people, awards)


def claims_of(
    block: Block, grid: Grid, layout: tuple[int, int, int | None], context: Context
) -> Iterator[Claim]:
    """Who is said to have received which award in which year."""
    years, people, awards = layout
    above = _award_of(grid.header[people]) or context.of_headings(block, _AWARDS)
    for row in grid.rows:
        if max(years, people, awards or 0) >= len(row):
            continue
        award = _award_of(row[awards]) if awards is not None else above
        found = [m["year"] for m in _ONE_YEAR.finditer(row[years].plain)]
        if award is None or len(found) != 1:
            continue
        for person in row[people].mentions:
            ids = person.of_types(PERSON_TYPES)
            if not ids or person.opaque:
                continue
            span = row[people].text.span(person.start, person.end)
            value = EntityValue(award.of_types(_AWARDS), award.text)
            yield Claim(
                "wrong-person", "award", ids, person.text, value, *span, *span, block.ordinal, ASSERTED, None,
                {"year": found[0], "titled": "true"}, construction="table",
            )  # fmt: skip


def _award_of(cell: Cell) -> Mention | None:
    """The one award that a cell names."""
    named = [m for m in cell.mentions if m.of_types(_AWARDS) and not m.opaque]
    return named[0] if len(named) == 1 else None
