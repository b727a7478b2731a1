"""Help texts in the user's language, and suggestions for misspelled names."""

from __future__ import annotations

import functools
import sys
from collections.abc import Sequence

from factcheck.reporting.messages import language


def pick(zh: str, en: str) -> str:
    """The text in the language of ``--lang``, else of the locale: help is made before options are read."""
    return zh if help_language() == "zh" else en


@functools.cache
def help_language() -> str:
    """The language for help and usage errors."""
    return language(_given(sys.argv[1:]))


def suggestion(name: str, known: Sequence[str]) -> str:
    """`` (did you mean …?)`` for a name near to a known one, else nothing."""
    near = nearest(name, known)
    return "" if near is None else pick(f"（是不是 {near}？）", f" (did you mean {near}?)")


def nearest(name: str, known: Sequence[str]) -> str | None:
    """The known name that is most like another, None if none is."""
    from rapidfuzz import fuzz, process

    found = process.extractOne(name.lower(), known, scorer=fuzz.ratio, processor=str.lower, score_cutoff=60)
    return None if found is None else str(found[0])


def _given(arguments: Sequence[str]) -> str:
    for index, argument in enumerate(arguments):
        if argument == "--lang" and index + 1 < len(arguments):
            return arguments[index + 1]
        if argument.startswith("--lang="):
            return argument[len("--lang=") :]
    return ""
