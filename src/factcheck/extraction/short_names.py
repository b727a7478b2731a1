"""Names that an article shortens once it has given them in full: DeepSeek-R1 … R1, Kimi K2 … K2."""

from __future__ import annotations

import re
from collections.abc import Sequence

from factcheck.extraction.mentions import Mention
from factcheck.language.lazy import LazyPattern

_FULL = LazyPattern(r"(?P<family>[A-Za-z\u4e00-\u9fff]{2,})[ \-](?P<short>[A-Z]\d(?:\.\d+)?)$")


def add_short_names(texts: Sequence[str], found: Sequence[list[Mention]]) -> None:
    """Add the mentions by short names to those of each text, in order of their place. A short name counts behind its full
    form, and not at all where two things of the article would have the same one."""
    full: dict[str, tuple[int, Mention] | None] = {}
    for index, mentions in enumerate(found):
        for mention in mentions:
            match = _FULL.match(mention.text)
            if match is None or mention.opaque:
                continue
            known = full.setdefault(match["short"], (index, mention))
            if known is not None and known[1].entity_ids != mention.entity_ids:
                full[match["short"]] = None
    for short, known in full.items():
        if known is not None:
            _add(short, *known, texts, found)


def _add(
    short: str, first: int, meant: Mention, texts: Sequence[str], found: Sequence[list[Mention]]
) -> None:
    pattern = re.compile(
        rf"(?<![A-Za-z0-9.\-])(?<![A-Za-z] ){re.escape(short)}(?![A-Za-z0-9\-]|\.\d| [A-Z0-9])"
    )
    for index in range(first, len(texts)):
        new = [
            Mention(match.start(), match.end(), short, meant.targets, meant.variant)
            for match in pattern.finditer(texts[index])
            if (index > first or match.start() > meant.end)
            and not any(m.start < match.end() and match.start() < m.end for m in found[index])
        ]
        if new:
            found[index].extend(new)
            found[index].sort(key=lambda m: m.start)
