"""Reading text: writing variants folded, typographic spaces dropped, every character still mapped to the source."""

from __future__ import annotations

from array import array

from factcheck.document.text import Text
from factcheck.folding import fold
from factcheck.language.lazy import LazyPattern

HAN = r"\u3400-\u9fff\uf900-\ufaff"
_CJK = HAN + r"\u3000-\u303f\uff00-\uffef“”‘’…—·、，。：；！？《》「」『』【】"
_SPACE = LazyPattern(r"[ \t\u200b-\u200d\ufeff\u00ad\ufe0e\ufe0f]")
# “2018 年 10 月” and “由 OpenAI 推出” read like their unspaced forms; a space between Latin words stays.
_LOOSE_SPACE = LazyPattern(
    rf"[ \t]+(?=[{_CJK}()])|(?<=[{_CJK}()])[ \t]+|[\u200b-\u200d\ufeff\u00ad\ufe0e\ufe0f]+|(?<=[ \t])[ \t]+"
)


# In chats a space between Chinese words does for a comma: “今年发布 明年开源”, but not “由 百度 推出”.
_PAUSE = LazyPattern(
    rf"(?<=[{HAN}0-9]{{3}}[{HAN}])(?<![由被是在与和的对将为从于向把给跟了])"
    rf"(?<!发布|公布|推出|开源|提出|收购|采用|使用|支持|开发|研发|打造|自研|旗下|公司) +(?=[{HAN}]{{3}})"
)


def normalise(text: Text) -> Text:
    """The text as the extraction reads it. Raises nothing; an unchanged text is returned as it is."""
    folded = _with_pauses(fold(text.text), text)
    if _SPACE.search(folded) is None or _LOOSE_SPACE.search(folded) is None:
        return text if folded == text.text else Text(folded, text.offsets)
    pieces: list[str] = []
    offsets = array("I")
    position = 0
    for match in _LOOSE_SPACE.finditer(folded):
        pieces.append(folded[position : match.start()])
        offsets.extend(text.offsets[position : match.start()])
        position = match.end()
    pieces.append(folded[position:])
    offsets.extend(text.offsets[position:])
    return Text("".join(pieces), offsets)


def _with_pauses(folded: str, text: Text) -> str:
    """Commas for the spaces between Chinese words that stand in the source as they stand here, without markup."""
    if " " not in folded:
        return folded
    characters = list(folded)
    for match in _PAUSE.finditer(folded):
        if text.offsets[match.end()] - text.offsets[match.start() - 1] == len(match[0]) + 1:
            characters[match.start()] = "，"
    return "".join(characters)
