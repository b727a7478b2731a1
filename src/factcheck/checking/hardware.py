"""Claims that are said of chips and machines: kind of memory, foundry, peak compute, code names, where they were shown."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import timedelta

from factcheck.checking import wording
from factcheck.checking.verdict import CONTRADICTED, UNKNOWN_VERDICT, Verdict, supported
from factcheck.extraction.claims import Claim, EntityValue, NumberValue, WordValue
from factcheck.knowledge.index import Knowledge
from factcheck.knowledge.model import Entity, Fact

# Who makes chips for others. Who assembles the machines (富士康) is no rival of them.
_FOUNDRIES = frozenset(
    {"tsmc", "samsung-electronics", "samsung-group", "intel", "smic", "globalfoundries", "umc", "ibm"}
)
_OPERATIONS = {"TFLOPS": 1e12, "PFLOPS": 1e15, "EFLOPS": 1e18, "TOPS": 1e12, "POPS": 1e15}
_ALIKE = {"bf16": "fp16"}
"""Precisions that run at one speed, so that a record of one speaks for the other."""
_AROUND_A_SHOW = timedelta(days=45)


class HardwareJudge:
    """Compares claims on hardware."""

    def __init__(self, knowledge: Knowledge) -> None:
        self._knowledge = knowledge

    def memory_type(self, claim: Claim, entity: Entity) -> Verdict:
        """A kind of memory; the name of the family (HBM3 for HBM3e) is loose and not wrong."""
        assert isinstance(claim.value, WordValue)
        facts = _of_variant(entity.facts_of("memory_type"), claim.variant)
        known = {v for f in facts for v in (*(f.value or ()), *f.texts("also"))}
        if not known:
            return UNKNOWN_VERDICT
        if claim.value.key in known:
            return supported(*facts)
        if any(v.startswith(claim.value.key) for v in known):
            return UNKNOWN_VERDICT
        words = {v: (self._knowledge.vocabulary.words_of(v) or [v])[0] for f in facts for v in f.value or ()}
        shown = "／".join(dict.fromkeys(words.values()))
        return self._wrong(entity, facts, "memory_type", shown, shown)

    def foundry(self, claim: Claim, entity: Entity) -> Verdict:
        """Who makes a chip for its designer."""
        assert isinstance(claim.value, EntityValue)
        facts = [f for f in entity.facts_of("foundry") if f.value]
        if not facts or not set(claim.value.ids) <= _FOUNDRIES:
            return UNKNOWN_VERDICT
        return self._one_of(claim, entity, facts, "foundry")

    def recipient(self, claim: Claim, entity: Entity) -> Verdict:
        """Who received the first of a machine; what they lead or work for is meant as well."""
        facts = [f for f in entity.facts_of("delivered_to") if f.value]
        return self._one_of(claim, entity, facts, "delivered_to") if facts else UNKNOWN_VERDICT

    def _one_of(self, claim: Claim, entity: Entity, facts: Sequence[Fact], predicate: str) -> Verdict:
        assert isinstance(claim.value, EntityValue)
        known = {v for f in facts for v in (*(f.value or ()), *f.texts("also"))}
        if any(
            i in known
            or any(
                k in self._knowledge
                and i in self._knowledge
                and (self._knowledge.is_part_of(i, k, None) or self._knowledge.is_part_of(k, i, None))
                for k in known
            )
            for i in claim.value.ids
        ):
            return supported(*facts)
        names = list(dict.fromkeys(v for f in facts for v in f.value or ()))
        shown = {lang: wording.names(self._knowledge, names, lang) for lang in ("zh", "en")}
        return self._wrong(entity, facts, predicate, shown["zh"], shown["en"])

    def same_chip(self, claim: Claim, entity: Entity) -> Verdict:
        """Two names of one chip (第七代TPU，代号Ironwood): wrong where both are recorded as members of one line."""
        assert isinstance(claim.value, EntityValue)
        if entity.id in claim.value.ids:
            return supported(*entity.facts_of("part_of"))
        line = {v for f in entity.facts_of("part_of") for v in f.value or ()}
        others = [self._knowledge.entity(i) for i in claim.value.ids if i in self._knowledge]
        if not line or not others:
            return UNKNOWN_VERDICT
        if not all(line & {v for f in o.facts_of("part_of") for v in f.value or ()} for o in others):
            return UNKNOWN_VERDICT
        names = [n.text for n in entity.names if n.text != claim.subject_text] or [entity.display("zh")]
        return Verdict(
            CONTRADICTED,
            tuple(entity.facts_of("part_of")),
            wording.both(names[0], names[0]),
            wording.both("代号", "code name"),
            subject=entity.id,
        )

    def compute(self, claim: Claim, entity: Entity) -> Verdict:
        """Operations a second at the precision that is named, with and without sparsity."""
        assert isinstance(claim.value, NumberValue)
        precision = claim.qualifiers.get("precision", "")
        facts = [
            f
            for f in _of_variant(entity.facts_of("compute"), claim.variant)
            if f.text("precision") == precision
            or (precision and f.text("precision") == _ALIKE.get(precision, precision))
        ]
        mode = claim.qualifiers.get("mode", "")
        facts = [f for f in facts if not mode or f.text("mode") in ("", mode)]
        known = [(f, q) for f in facts for q in f.quantities]
        quantity = claim.value.quantity
        factor = _OPERATIONS.get(quantity.unit)
        if not known or factor is None:
            return UNKNOWN_VERDICT
        low, high = (bound * factor for bound in quantity.accepted)
        for fact, recorded in known:
            slack = 0.04 * recorded.middle
            if low <= recorded.high + slack and recorded.low - slack <= high:
                return supported(fact)
        if len({f.text("variant") for f, _ in known}) > 1 and low <= 1.5 * max(q.high for _, q in known):
            return UNKNOWN_VERDICT  # one more edition
        shown = "／".join(dict.fromkeys(_operations(q.middle, quantity.unit) for _, q in known))
        return self._wrong(entity, [f for f, _ in known], "compute", shown, shown)

    def occasion(self, claim: Claim, entity: Entity) -> Verdict:
        """Where a thing was presented: wrong where it was not presented in the weeks around that event, nor in its year."""
        assert isinstance(claim.value, EntityValue)
        held = [
            f.date
            for i in claim.value.ids
            if i in self._knowledge
            for f in self._knowledge.entity(i).facts_of("released")
            if f.date is not None
        ]
        facts = [f for f in entity.facts_of("released") if f.date is not None]
        if not held or not facts or any(f.date is not None and f.date.approximate for f in facts):
            return UNKNOWN_VERDICT
        for fact in facts:
            assert fact.date is not None
            for moment in held:
                apart = max(fact.date.first - moment.last, moment.first - fact.date.last)
                if apart <= _AROUND_A_SHOW:
                    return supported(fact)
        if {f.date.first.year for f in facts if f.date is not None} & {m.first.year for m in held}:
            return UNKNOWN_VERDICT
        facts.sort(key=lambda f: f.date.first if f.date is not None else held[0].first)
        first = facts[0]
        assert first.date is not None
        return Verdict(
            CONTRADICTED,
            (first,),
            {lang: wording.date(first.date, lang) for lang in ("zh", "en")},
            wording.both("发布时间", "release date"),
            subject=entity.id,
        )

    def _wrong(self, entity: Entity, facts: Sequence[Fact], predicate: str, zh: str, en: str) -> Verdict:
        spec = self._knowledge.ontology.predicates[predicate]
        return Verdict(
            CONTRADICTED,
            tuple(facts),
            wording.both(zh, en),
            wording.both(spec.label_zh, spec.label_en),
            subject=entity.id,
        )


def _of_variant(facts: Sequence[Fact], variant: str | None) -> list[Fact]:
    """The facts of the variant that is named, else those of none; all where none is named."""
    if variant is None:
        return list(facts)
    own = [f for f in facts if f.text("variant").lower() == variant.lower()]
    return own or [f for f in facts if not f.text("variant")]


def _operations(value: float, unit: str) -> str:
    """A number of operations in the unit of the article: 312 TFLOPS."""
    return f"{value / _OPERATIONS[unit]:.4g} {unit}"
