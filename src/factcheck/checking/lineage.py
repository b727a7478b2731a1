"""What became of a thing: what it was called before and is called now, into what it was merged, what came after it."""

from __future__ import annotations

from collections.abc import Sequence

from factcheck.checking import wording
from factcheck.checking.verdict import CONTRADICTED, UNKNOWN_VERDICT, Verdict, supported
from factcheck.extraction.claims import Claim, EntityValue
from factcheck.knowledge.index import Knowledge
from factcheck.knowledge.model import Entity, Fact, Name


class LineageJudge:
    """Compares names through time and the successors of things."""

    def __init__(self, knowledge: Knowledge) -> None:
        self._knowledge = knowledge

    def former_name(self, claim: Claim, entity: Entity) -> Verdict:
        """“原名GPT Index”: wrong where former names are recorded, and this is the name of something else."""
        assert isinstance(claim.value, EntityValue)
        basis = _basis(entity)
        former = _former(entity)
        if self._of_one_line(entity.id, claim.value.ids):
            return supported(*basis)
        if not former:
            return UNKNOWN_VERDICT
        names = " / ".join(n.text for n in former)
        label = wording.both("曾用名", "former name")
        return self._contradicted(claim, entity, basis, wording.both(names, names), label)

    def merging(self, claim: Claim, entity: Entity) -> Verdict:
        """“Caffe2并入PyTorch”: wrong where it is recorded to have been merged into something else."""
        merged = any("merged" in (f.value or ()) for f in entity.facts_of("status"))
        return self._after(claim, entity, wording.both("并入对象", "merger")) if merged else UNKNOWN_VERDICT

    def succession(self, claim: Claim, entity: Entity) -> Verdict:
        """“Gym的后继项目是Gymnasium”, where the successors are recorded."""
        return self._after(claim, entity, wording.both("后继", "successor"))

    def predecessor(self, claim: Claim, entity: Entity) -> Verdict:
        """“PyTorch的前身是Torch”: wrong where it is recorded what it was made of or called, and this is something else."""
        assert isinstance(claim.value, EntityValue)
        if self._of_one_line(entity.id, claim.value.ids):
            return supported(*_basis(entity))
        before = [
            i
            for i in self._knowledge.naming(entity.id, frozenset({entity.type}))
            if any(entity.id in f.texts("value") for f in self._knowledge.entity(i).facts_of("successor"))
        ]
        bases = [v for f in entity.facts_of("based_on") for v in f.texts("value")]
        label = wording.both("前身", "predecessor")
        names = [n.text for n in _former(entity)]
        if not (before or names or (bases and entity.type == "framework")):
            return UNKNOWN_VERDICT
        earlier = list(dict.fromkeys(before or bases))
        shown = {
            lang: " / ".join(names) if names else wording.names(self._knowledge, earlier, lang)
            for lang in ("zh", "en")
        }
        return self._contradicted(claim, entity, _basis(entity), shown, label)

    def backend(self, claim: Claim, entity: Entity) -> Verdict:
        """What computes below a framework, where all its back ends are recorded (of the version, if one is named)."""
        assert isinstance(claim.value, EntityValue)
        facts = [
            f for f in entity.facts_of("backend") if not claim.variant or f.text("variant") == claim.variant
        ]
        known = {v for f in facts for v in (*f.texts("value"), *f.texts("also"))}
        if not facts or known & set(claim.value.ids):
            return supported(*facts) if facts else UNKNOWN_VERDICT
        recorded = list(dict.fromkeys(v for f in facts for v in f.texts("value")))
        shown = {lang: wording.names(self._knowledge, recorded, lang) for lang in ("zh", "en")}
        return self._contradicted(claim, entity, facts, shown, wording.both("后端", "back ends"))

    def core_technique(self, claim: Claim, entity: Entity) -> Verdict:
        """The technique that a tool is known for: wrong where its own is recorded, and this is that of another tool."""
        assert isinstance(claim.value, EntityValue)
        facts = [f for f in entity.facts_of("uses") if f.flag("core")]
        used = {v for f in entity.facts_of("uses") for v in f.texts("value")}
        if not facts or used & set(claim.value.ids):
            return supported(*facts) if facts else UNKNOWN_VERDICT
        if not any(self._core_of_another(i) for i in claim.value.ids):
            return UNKNOWN_VERDICT
        own = [v for f in facts for v in f.texts("value")]
        shown = {lang: wording.names(self._knowledge, own, lang) for lang in ("zh", "en")}
        return self._contradicted(claim, entity, facts, shown, wording.both("核心技术", "core technique"))

    def _core_of_another(self, technique: str) -> bool:
        tools = (
            self._knowledge.naming(technique, frozenset({"framework"}))
            if technique in self._knowledge
            else ()
        )
        return any(
            technique in f.texts("value") and f.flag("core")
            for tool in tools
            for f in self._knowledge.entity(tool).facts_of("uses")
        )

    def _after(self, claim: Claim, entity: Entity, label: dict[str, str]) -> Verdict:
        assert isinstance(claim.value, EntityValue)
        facts = [f for f in entity.facts_of("successor") if f.value]
        if not facts or not claim.value.ids:
            return UNKNOWN_VERDICT
        later = list(dict.fromkeys(v for f in facts for v in f.value or ()))
        if any(self._of_one_line(v, claim.value.ids) for v in (entity.id, *later)):
            return supported(*facts)
        shown = {lang: wording.names(self._knowledge, later, lang) for lang in ("zh", "en")}
        return self._contradicted(claim, entity, facts, shown, label)

    def _of_one_line(self, one: str, others: Sequence[str]) -> bool:
        """Whether one of these is the same thing, a part of it, or comes before or after it."""
        return any(o == one or self._linked(one, o) or self._linked(o, one) for o in others)

    def _linked(self, one: str, other: str) -> bool:
        knowledge = self._knowledge
        if one not in knowledge or other not in knowledge:
            return False
        return knowledge.is_part_of(one, other, None) or any(
            other in f.texts("value")
            for predicate in ("successor", "based_on", "acquired_by")
            for f in knowledge.entity(one).facts_of(predicate)
        )

    def _contradicted(
        self,
        claim: Claim,
        entity: Entity,
        facts: Sequence[Fact],
        shown: dict[str, str],
        label: dict[str, str],
    ) -> Verdict:
        assert isinstance(claim.value, EntityValue)
        if not claim.value.ids or not facts:
            return UNKNOWN_VERDICT
        return Verdict(CONTRADICTED, tuple(facts), shown, label, subject=entity.id)


def _former(entity: Entity) -> list[Name]:
    return [n for n in entity.names if n.status == "former"]


def _basis(entity: Entity) -> list[Fact]:
    """The fact that shows what the thing is, as names have no sources of their own."""
    facts = entity.facts_of("created_by") or entity.facts_of("released") or tuple(entity.all_facts())
    return list(facts[:1])
