"""Names that an article shortens once it has given them, or one of their family, in full: DeepSeek-R1 … R1 … V3."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence

from factcheck.extraction.mentions import Mention
from factcheck.knowledge.index import AliasTarget
from factcheck.language.lazy import LazyPattern

_FULL = LazyPattern(r"(?P<family>[A-Za-z\u4e00-\u9fff]{2,})[ \-](?P<short>[A-Z]\d(?:\.\d+)?)$")


_CODE = LazyPattern(r"(?<![A-Za-z0-9.\-])(?<![A-Za-z] )[A-Z]\d(?:\.\d+)?(?![A-Za-z0-9\-]|\.\d| [A-Z0-9])")

ORGANISATIONS = frozenset({"organization", "lab"})
_BEHIND_MAKER = LazyPattern(
    r"\s?(?:[：:]\s?)?(?:(?:于|在)?(?:(?:19|20)\d\d ?年)?(?: ?\d{1,2} ?月)?(?: ?\d{1,2} ?日)?(?:底|初)?)"
    r"(?:正式|宣布|又|再次|率先|随后|接着|重磅|低调|突然|也|还|同步|先后|首次)*(?:的|发布的?|推出的?|开源的?|发布了|推出了|开源了|上线了?|公布了?|放出了?|带来了?|旗下的?)?"
    r"(?:新一代|最新|全新|旗舰|推理|语言|开源|大|的|人形|四足|首款|量产)*(?:模型|机器人|机器狗|版本)?\s?"
)


def add_short_names(
    texts: Sequence[str],
    found: Sequence[list[Mention]],
    named: Callable[[str], Sequence[AliasTarget]] = lambda name: (),
) -> None:
    """Add the mentions by short names to those of each text, in order of their place. A short name counts behind its full
    form, or that of one of the family, and not at all where two things of the article would have the same one.

    ``named``: what a name may mean, to find the others of a family.
    """
    families: dict[str, tuple[int, int]] = {}
    full: dict[str, tuple[int, Mention] | None] = {}
    for index, mentions in enumerate(found):
        for mention in mentions:
            match = _FULL.match(mention.text)
            if match is None or mention.opaque:
                continue
            families.setdefault(mention.text[: match.start("short")], (index, mention.end))
            known = full.setdefault(match["short"], (index, mention))
            if known is not None and known[1].entity_ids != mention.entity_ids:
                full[match["short"]] = None
    for short, known in _siblings(texts, families, named).items():
        full.setdefault(short, known)
    for short, known in full.items():
        if known is not None:
            _add(short, *known, texts, found)
    for text, mentions in zip(texts, found, strict=True):
        _add_behind_makers(text, mentions, named)


def _add_behind_makers(
    text: str, mentions: list[Mention], named: Callable[[str], Sequence[AliasTarget]]
) -> None:
    """Codes right behind the organisation whose name they bear in full: DeepSeek：2024年12月的V3."""
    if _CODE.search(text) is None:
        return
    organisations = [m for m in mentions if m.of_types(ORGANISATIONS) and not m.opaque]
    if not organisations:
        return
    new: list[Mention] = []
    told: list[Mention] = []  # makers of which this text tells in codes
    for code in _CODE.finditer(text):
        if any(m.start < code.end() and code.start() < m.end for m in mentions):
            continue
        maker = next((m for m in reversed(organisations) if m.end <= code.start()), None)
        if maker is None or not (maker in told or _BEHIND_MAKER.fullmatch(text, maker.end, code.start())):
            continue
        meant = {tuple(t) for separator in "- " if (t := named(maker.text + separator + code[0]))}
        if len(meant) == 1 and len(targets := meant.pop()) == 1:
            new.append(Mention(code.start(), code.end(), code[0], targets, targets[0].variant))
            told.append(maker)
    mentions.extend(new)
    mentions.sort(key=lambda m: m.start)


def _siblings(
    texts: Sequence[str],
    families: dict[str, tuple[int, int]],
    named: Callable[[str], Sequence[AliasTarget]],
) -> dict[str, tuple[int, Mention] | None]:
    """Codes of others of a family that the article names: V3 beside DeepSeek-R1, if just one family has such a one."""
    siblings: dict[str, tuple[int, Mention] | None] = {}
    for code in {m[0] for text in texts for m in _CODE.finditer(text)} if families else ():
        meant = [(place, tuple(t)) for family, place in families.items() if (t := named(family + code))]
        if len(meant) == 1 and len(meant[0][1]) == 1:
            (index, end), targets = meant[0]
            siblings[code] = (index, Mention(end, end, code, targets, targets[0].variant))
    return siblings


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
