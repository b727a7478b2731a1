"""Folding of writing variants: full width, Traditional characters, case, separators inside names.

``fold`` keeps the length of a text, so offsets survive. ``name_key`` does not: it is the form under which names are
looked up.
"""

from __future__ import annotations

import re

from factcheck._t2s import SIMPLIFIED, TRADITIONAL

_FULL_WIDTH = "".join(
    chr(c) for c in (*range(0xFF10, 0xFF1A), *range(0xFF21, 0xFF3B), *range(0xFF41, 0xFF5B))
)
_HALF_WIDTH = "".join(chr(ord(c) - 0xFEE0) for c in _FULL_WIDTH)
# Signs that mean the same in every width. Chinese sentence punctuation (，。：；！？) stays: it is structure.
_SIGNS = {"％": "%", "＋": "+", "－": "-", "．": ".", "／": "/", "＝": "=", "～": "~", "＊": "*", "＄": "$", "＆": "&", "＿": "_",
          "（": "(", "）": ")", "［": "[", "］": "]", "　": " ", "\u00a0": " ", "‐": "-", "‑": "-", "−": "-", "〇": "零",
          "・": "·", "•": "·", "‧": "·", "∙": "·", "⋅": "·"}  # fmt: skip
_FOLDED = _FULL_WIDTH + "".join(_SIGNS) + TRADITIONAL
_TABLE = str.maketrans(_FOLDED, _HALF_WIDTH + "".join(_SIGNS.values()) + SIMPLIFIED)
_TO_FOLD = frozenset(_FOLDED)
SEPARATOR = re.compile(r"(?<=\w)[ \-_·]+(?=\w)")


def fold(text: str) -> str:
    """Full width to half width (letters, digits, brackets, signs), Traditional to Simplified, Taiwan's word for AI to
    the mainland's; same length."""
    if text.isascii():
        return text
    folded = text if _TO_FOLD.isdisjoint(text) else text.translate(_TABLE)
    return folded.replace("人工智慧", "人工智能")


def lower(text: str) -> str:
    """Lower case of the same length (``İ`` and its like are left alone)."""
    lowered = text.lower()
    return (
        lowered
        if len(lowered) == len(text)
        else "".join(c.lower() if len(c.lower()) == 1 else c for c in text)
    )


def name_key(name: str) -> str:
    """The form in which a name is looked up: folded, lower case, without separators (``GPT-4 Turbo`` → ``gpt4turbo``)."""
    return SEPARATOR.sub("", lower(fold(name.strip())))
