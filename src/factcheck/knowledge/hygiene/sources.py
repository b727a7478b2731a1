"""Sources: an address and a day for each, so that a finding can show its evidence."""

from __future__ import annotations

import re
from collections.abc import Iterator

from factcheck.knowledge.entities import Written
from factcheck.knowledge.hygiene.ground import Check, Ground, at_fact
from factcheck.knowledge.model import Source
from factcheck.knowledge.problems import Problem
from factcheck.knowledge.values import DateInterval

_ADDRESS = re.compile(r"https?://[^\s/?#.]+(?:\.[^\s/?#.]+)+(?::\d+)?(?:[/?#]\S*)?")


def sources_have_an_address(ground: Ground) -> Iterator[Problem]:
    """``url`` is an address on the web."""
    for written, source in _sources(ground):
        if not source.url:
            yield _at_source(written, source, "has no url")
        elif not _ADDRESS.fullmatch(source.url):
            yield _at_source(written, source, f"not a web address: {source.url!r} (expected https://…)")


def sources_were_checked(ground: Ground) -> Iterator[Problem]:
    """``checked`` is there, not in the future, and not before the page was published."""
    for written, source in _sources(ground):
        if not source.checked:
            yield _at_source(written, source, "has no checked date")
            continue
        checked = DateInterval.parse(source.checked)
        if checked.first > ground.today:
            yield _at_source(written, source, f"checked in the future ({source.checked})")
        elif source.published and DateInterval.parse(source.published).first > checked.last:
            yield _at_source(written, source, f"checked ({source.checked}) before it was published")


def sources_are_cited(ground: Ground) -> Iterator[Problem]:
    """A source that nothing cites is a leftover, or a fact was forgotten."""
    for written in ground.written:
        cited = {source.key for fact in written.entity.all_facts() for source in fact.sources}
        cited |= {source.key for myth in written.entity.myths for source in myth.sources}
        broken = any(p.path == written.place.path for p in ground.claims.problems)
        for source in written.sources.values() if not broken else ():
            if source.key not in cited:
                yield _at_source(written, source, "is cited by no fact", "warning")


def facts_have_sources(ground: Ground) -> Iterator[Problem]:
    """Every fact is written somewhere."""
    for written, fact in ground.facts:
        if not fact.sources:
            yield at_fact(written, fact, "no-sources", "no sources")


CHECKS: tuple[Check, ...] = (
    sources_have_an_address,
    sources_were_checked,
    sources_are_cited,
    facts_have_sources,
)


def _sources(ground: Ground) -> Iterator[tuple[Written, Source]]:
    for written in ground.written:
        for source in written.sources.values():
            yield written, source


def _at_source(written: Written, source: Source, message: str, severity: str = "error") -> Problem:
    place = written.at(f"sources[{source.key}]")
    return Problem.at(place, "source", f"{written.entity.id}: source {source.key} {message}", severity)
