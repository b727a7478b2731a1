"""Names: whose they are, and whether they can be told from ordinary words."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from factcheck.folding import name_key
from factcheck.knowledge.entities import Written
from factcheck.knowledge.hygiene.ground import Check, Ground
from factcheck.knowledge.model import Name
from factcheck.knowledge.problems import Problem

_HAN = re.compile(r"[\u3400-\u4dbf\u4e00-\u9fff]")
_SEPARATORS = re.compile(r"[\s\-_·]")
# 7b and 8b, v1 and v2 are two variants, no slip.
_NUMBERED = re.compile(r"\d")


def names_have_one_owner(ground: Ground) -> Iterator[Problem]:
    """A name of several entities is marked ``shared`` by every one of them."""
    for key, bearers in _bearers(ground).items():
        owners = sorted({written.entity.id for written, _, _ in bearers})
        if len(owners) < 2:
            continue
        for written, index, name in bearers:
            if not name.shared:
                others = ", ".join(owner for owner in owners if owner != written.entity.id)
                message = f"{written.entity.id}: the name {name.text!r} ({key}) is borne by {others} as well"
                hint = "mark it shared: true everywhere or drop it"
                yield Problem.at(written.at(f"names[{index}]"), "ambiguous-name", f"{message}; {hint}")


def shared_names_have_several_owners(ground: Ground) -> Iterator[Problem]:
    """A name is not marked ``shared`` without need."""
    for bearers in _bearers(ground).values():
        if len({written.entity.id for written, _, _ in bearers}) == 1:
            for written, index, name in bearers:
                if name.shared:
                    message = f"{written.entity.id}: the name {name.text!r} is shared with nobody"
                    yield Problem.at(written.at(f"names[{index}]"), "needlessly-shared", message, "warning")


def names_are_listed_once(ground: Ground) -> Iterator[Problem]:
    """Forms that differ only by what is folded anyway are not listed."""
    for written in ground.written:
        if written.entity.type == "api":  # identifiers stand exactly as in code
            continue
        seen: dict[str, Name] = {}
        for index, name in enumerate(written.entity.names):
            first = seen.setdefault(name.key, name)
            # A former or variant use of the same form says something that the plain one does not.
            if first is not name and (first.variant, first.status) == (name.variant, name.status):
                message = f"{written.entity.id}: {name.text!r} is found by {first.text!r} already"
                yield Problem.at(written.at(f"names[{index}]"), "repeated-name", message, "warning")


def names_are_long_enough(ground: Ground) -> Iterator[Problem]:
    """One character, or digits alone, count only where the sentence supports them."""
    for written in ground.written:
        for index, name in enumerate(written.entity.names):
            severity = "" if name.common or name.shared else _shortness(name.key)
            if severity:
                message = f"{written.entity.id}: the name {name.text!r} is too short to be unmistakable"
                hint = "mark it common: true or drop it"
                yield Problem.at(written.at(f"names[{index}]"), "short-name", f"{message}; {hint}", severity)


def exclusions_concern_a_name(ground: Ground) -> Iterator[Problem]:
    """A ``not_in`` string holds one of the entity's names, and is longer."""
    for written in ground.written:
        keys = {name.key for name in written.entity.names}
        for index, text in enumerate(written.entity.not_in):
            place = written.at(f"not_in[{index}]")
            key = name_key(text)
            if key in keys:
                message = f"{written.entity.id}: not_in: {text!r} is one of its names"
                yield Problem.at(place, "exclusion", message)
            elif not any(each in key for each in keys):
                message = f"{written.entity.id}: not_in: {text!r} holds none of its names"
                yield Problem.at(place, "exclusion", message, "warning")


def named_variants_exist(ground: Ground) -> Iterator[Problem]:
    """The variant that a name stands for is not almost one that facts speak of: that would be a slip of the pen.

    A name of a variant of which nothing is recorded is in order: what is said of it is not taken for the whole.
    """
    for written in ground.written:
        known = {name_key(fact.text("variant")) for fact in written.entity.all_facts()}
        for index, name in enumerate(written.entity.names):
            if name.variant and _almost_one_of(name_key(name.variant), known):
                message = f"{written.entity.id}: no fact has the variant {name.variant!r}"
                yield Problem.at(written.at(f"names[{index}]"), "unknown-variant", message, "warning")


def _almost_one_of(variant: str, known: Iterable[str]) -> bool:
    from rapidfuzz.distance import Levenshtein

    return variant not in known and any(
        len(each) > 2
        and Levenshtein.distance(variant, each, score_cutoff=1) == 1
        and not _NUMBERED.search(each)
        for each in known
    )


CHECKS: tuple[Check, ...] = (
    names_have_one_owner,
    shared_names_have_several_owners,
    names_are_listed_once,
    names_are_long_enough,
    exclusions_concern_a_name,
    named_variants_exist,
)


def _bearers(ground: Ground) -> dict[str, list[tuple[Written, int, Name]]]:
    found: dict[str, list[tuple[Written, int, Name]]] = {}
    for written in ground.written:
        for index, name in enumerate(written.entity.names):
            # Coarser than the key of look-up: a hyphen at a bracket makes no other name.
            key = _SEPARATORS.sub("", name.key) or name.key
            found.setdefault(key, []).append((written, index, name))
    return found


def _shortness(key: str) -> str:
    """The severity of a name that is too short, empty for one that is long enough."""
    if len(key) < 2 or key.isdecimal():
        return "error"
    # Two Latin letters may abbreviate many things (UW, HP); with a digit they do not (o1, R1).
    return "warning" if len(key) == 2 and key.isascii() and key.isalpha() else ""
