"""Reading text: writing variants folded, typographic spaces dropped, every character still mapped to the source."""

from __future__ import annotations

import re
from array import array

from factcheck.document.text import Text
from factcheck.folding import fold

HAN = r"\u3400-\u9fff\uf900-\ufaff"
_CJK = HAN + r"\u3000-\u303f\uff00-\uffef“”‘’…—·、，。：；！？《》「」『』【】"
# “2018 年 10 月” and “由 OpenAI 推出” read like their unspaced forms; a space between Latin words stays.
_LOOSE_SPACE = re.compile(
    rf"[ \t]+(?=[{_CJK}()])|(?<=[{_CJK}()])[ \t]+|[\u200b-\u200d\ufeff\u00ad\ufe0e\ufe0f]+|(?<=[ \t])[ \t]+"
)


def normalise(text: Text) -> Text:
    """The text as the extraction reads it. Raises nothing; an unchanged text is returned as it is."""
    folded = fold(text.text)
    if _LOOSE_SPACE.search(folded) is None:
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
