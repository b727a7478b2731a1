"""Claims on functions that were removed: what takes their place, and since which version they are gone."""

from __future__ import annotations

from collections.abc import Sequence

from factcheck.checking import wording
from factcheck.checking.verdict import CONTRADICTED, UNKNOWN_VERDICT, Verdict, supported
from factcheck.extraction.claims import Claim, TextValue
from factcheck.knowledge.model import Entity, Fact

_ALIASES = {
    "numpy": "np",
    "pandas": "pd",
    "tensorflow": "tf",
    "df": "dataframe",
    "keras": "tf",
    "openai": "client",
}


def judge_replacement(claim: Claim, entity: Entity) -> Verdict:
    """By what a removed function is to be replaced: wrong where it is something else of the same library.

    Equal last parts agree (``tf.compat.v1.placeholder`` and ``compat.v1.placeholder``), and so does a module that holds a
    recorded function, or a function of a recorded module.
    """
    assert isinstance(claim.value, TextValue)
    facts = [f for f in entity.facts_of("shutdown") if f.text("replacement") and f.text("removed_in")]
    accepted = [
        n.strip() for f in facts for t in (f.text("replacement"), *f.texts("also")) for n in t.split(",")
    ]
    claimed = _parts(claim.value.text)
    for name in accepted:
        known = _parts(name)
        shorter = min(len(known), len(claimed))
        if known[-1] == claimed[-1] or known[:shorter] == claimed[:shorter]:
            return supported(*facts)
    if len(claimed) < 2 or not any(_parts(name)[0] == claimed[0] for name in accepted):
        return UNKNOWN_VERDICT
    shown = facts[0].text("replacement")
    return _wrong(entity, facts, shown, wording.both("替代写法", "replacement"))


def _parts(name: str) -> list[str]:
    parts = name.lower().removesuffix("()").split(".")
    return [_ALIASES.get(parts[0], parts[0]), *parts[1:]]


def judge_version(claim: Claim, entity: Entity) -> Verdict:
    """In which version a function was removed or deprecated. It is gone in later ones too, so only a statement that it went
    then (起, 正式, 彻底) is wrong for a later version."""
    assert isinstance(claim.value, TextValue)
    facts = [f for f in entity.facts_of("shutdown") if f.text("removed_in")]
    known = {
        name: [_numbers(v) for f in facts if (v := f.text(name))] for name in ("removed_in", "deprecated_in")
    }
    claimed = _numbers(claim.value.text)
    wanted = known[claim.predicate]
    if any(_same(claimed, v) for v in wanted):
        return supported(*facts)
    if not wanted:
        return UNKNOWN_VERDICT
    if claim.predicate == "deprecated_in" and not claimed < min(wanted):
        return UNKNOWN_VERDICT
    if claimed > max(wanted) and not claim.qualifiers.get("begins"):
        return UNKNOWN_VERDICT
    shown = facts[0].text(claim.predicate)
    label = (
        wording.both("移除版本", "version of removal")
        if claim.predicate == "removed_in"
        else wording.both("弃用版本", "version of deprecation")
    )
    return _wrong(entity, facts, shown, label)


def judge_argument(claim: Claim, entity: Entity) -> Verdict:
    """What an argument of a function is called now, or what it is by default."""
    assert isinstance(claim.value, TextValue)
    field = claim.qualifiers["field"]
    facts = [
        f
        for f in entity.facts_of("argument")
        if claim.qualifiers["argument"] in f.texts("value") and f.text(field)
    ]
    known = {v.lower() for f in facts for v in (*f.texts(field), *f.texts("also"))}
    if not facts or claim.value.text.lower() in known:
        return supported(*facts) if facts else UNKNOWN_VERDICT
    name = claim.qualifiers["argument"]
    label = (
        wording.both(f"参数{name}的新名", f"new name of {name}")
        if field == "renamed"
        else wording.both(f"参数{name}的默认值", f"default of {name}")
    )
    return _wrong(entity, facts, facts[0].text(field), label)


def judge_module(claim: Claim, entity: Entity) -> Verdict:
    """In which module a function is; a package that holds the module is right too."""
    assert isinstance(claim.value, TextValue)
    facts = [f for f in entity.facts_of("module") if f.value]
    claimed = _parts(claim.value.text)
    known = [_parts(n) for f in facts for n in (*(f.value or ()), *f.texts("also"))]
    if not facts or any(k[: len(claimed)] == claimed or claimed[: len(k)] == k for k in known):
        return supported(*facts) if facts else UNKNOWN_VERDICT
    if not any(k[0] == claimed[0] for k in known):
        return UNKNOWN_VERDICT
    return _wrong(entity, facts, (facts[0].value or ("",))[0], wording.both("所在模块", "module"))


def judge_encoding(claim: Claim, entity: Entity) -> Verdict:
    """With which encoding of tiktoken the tokens of a model are counted."""
    assert isinstance(claim.value, TextValue)
    facts = [f for f in entity.facts_of("encoding") if f.value]
    known = {n for f in facts for n in (*(f.value or ()), *f.texts("also"))}
    if not facts or claim.value.text in known:
        return supported(*facts) if facts else UNKNOWN_VERDICT
    return _wrong(entity, facts, (facts[0].value or ("",))[0], wording.both("编码", "encoding"))


def _numbers(version: str) -> tuple[int, ...]:
    return tuple(int(n) for n in version.rpartition(" ")[2].split("."))


def _same(one: tuple[int, ...], other: tuple[int, ...]) -> bool:
    """Whether two versions are one, where the longer only adds zeros or a later patch of it."""
    length = max(len(one), len(other))
    first, second = (v + (0,) * (length - len(v)) for v in (one, other))
    return first == second or (len(one) == 3 and one[:2] == other[:2])


def _wrong(entity: Entity, facts: Sequence[Fact], shown: str, label: dict[str, str]) -> Verdict:
    return Verdict(CONTRADICTED, tuple(facts), wording.both(shown, shown), label, subject=entity.id)
