"""Claims that name a person or organisation that is not known: wrong where the right one is known and can have no such name."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence

from factcheck.checking import wording
from factcheck.checking.entities import BY_PERSONS, EntityJudge, judge_authors
from factcheck.checking.related import papers_of
from factcheck.checking.verdict import CONTRADICTED, UNKNOWN_VERDICT, Verdict
from factcheck.extraction.claims import Claim, StrangerValue
from factcheck.folding import lower
from factcheck.knowledge.index import Knowledge
from factcheck.knowledge.model import Entity, Fact
from factcheck.knowledge.values import DateInterval

# What is made by one organisation; papers, models and data sets have authors of many, of which not all are recorded.
_MADE_BY_ONE = frozenset({"framework", "product", "hardware"})
_FULL_NAME = 3
_SUFFIXES = ("大学", "科技", "集团", "公司", "University", "Corporation", "Inc", "University of")


class StrangerJudge:
    """Compares unknown names with the recorded makers, founders, chiefs and buyers."""

    def __init__(self, knowledge: Knowledge, entities: EntityJudge) -> None:
        self._knowledge = knowledge
        self._entities = entities
        self._judges: dict[str, Callable[[Claim, Entity, StrangerValue, DateInterval | None], Verdict]] = {
            "created_by": self._maker,
            "founded_by": self._founder,
            "role": self._chief,
            "acquired_by": self._buyer,
            "authors": self._author,
        }

    def verdict(self, claim: Claim, entity: Entity, article: DateInterval | None) -> Verdict:
        """Contradicted where the record is of one kind with the name and resembles it in nothing."""
        assert isinstance(claim.value, StrangerValue)
        judge = self._judges.get(claim.predicate)
        if judge is None or claim.qualifiers.get("partners") or claim.qualifiers.get("loose"):
            return UNKNOWN_VERDICT
        return judge(claim, entity, claim.value, article)

    def _maker(self, claim: Claim, entity: Entity, name: StrangerValue, _: DateInterval | None) -> Verdict:
        if name.kind == "person" and entity.type in BY_PERSONS:
            return self._person_maker(claim, entity, name)
        facts = [f for f in entity.facts_of("created_by") if f.value]
        if entity.type not in _MADE_BY_ONE or name.kind == "person":
            return UNKNOWN_VERDICT  # a person may work for the maker
        return self._unless_alike(
            claim,
            entity,
            name,
            facts,
            [*facts, *entity.facts_of("stewarded_by"), *entity.facts_of("acquired_by")],
        )

    def _author(self, claim: Claim, entity: Entity, name: StrangerValue, _: DateInterval | None) -> Verdict:
        papers = papers_of(self._knowledge, entity)
        facts = [f for p in papers for f in p.facts_of("authors") if f.value]
        if not facts and entity.type in BY_PERSONS:
            return self._person_maker(claim, entity, name)
        if not facts or not name.text.isascii():
            return UNKNOWN_VERDICT
        return judge_authors(
            entity, facts, [name.text], latin=True, first=bool(claim.qualifiers.get("first"))
        )

    def _person_maker(self, claim: Claim, entity: Entity, name: StrangerValue) -> Verdict:
        facts = [f for f in entity.facts_of("created_by") if f.value]
        makers = [v for f in facts for v in (*f.texts("value"), *f.texts("also"))]
        if not makers or any(
            m not in self._knowledge or self._knowledge.type_of(m) != "person" for m in makers
        ):
            return UNKNOWN_VERDICT  # an organisation made it: some of its people may be unknown
        return self._unless_alike(claim, entity, name, facts, facts)

    def _founder(self, claim: Claim, entity: Entity, name: StrangerValue, _: DateInterval | None) -> Verdict:
        facts = self._entities.founding(entity)
        complete = all(f.flag("complete") for f in facts)
        founders = [v for f in facts for v in f.texts("value")]
        if name.kind != "person" or not (complete or self._misspelled(name, founders)):
            return UNKNOWN_VERDICT
        return self._unless_alike(claim, entity, name, facts, facts)

    def _chief(
        self, claim: Claim, entity: Entity, name: StrangerValue, article: DateInterval | None
    ) -> Verdict:
        moment = claim.when or article
        if name.kind != "person" or claim.qualifiers.get("title", "ceo") != "ceo":
            return UNKNOWN_VERDICT
        holders = self._entities.holders(entity.id, "ceo")
        then = [(p, f) for p, f in holders if f.holds(moment)]
        # without a date the whole line of chiefs must be known, or the name may be that of an earlier one
        if not then or (moment is None and not claim.present):
            return UNKNOWN_VERDICT
        people = list(dict.fromkeys(p.id for p, _ in then))
        if self._alike(name, [p.id for p, _ in holders]):
            return UNKNOWN_VERDICT
        return self._contradicted(
            claim, entity, people, tuple(f for _, f in then), ("首席执行官", "chief executive")
        )

    def _buyer(self, claim: Claim, entity: Entity, name: StrangerValue, _: DateInterval | None) -> Verdict:
        facts = [f for f in entity.facts_of("acquired_by") if f.date_of("terminated") is None]
        if name.kind == "person":
            return UNKNOWN_VERDICT
        return self._unless_alike(claim, entity, name, facts, facts)

    def _unless_alike(
        self, claim: Claim, entity: Entity, name: StrangerValue, facts: list[Fact], accepted: list[Fact]
    ) -> Verdict:
        known = [v for f in accepted for v in (*f.texts("value"), *f.texts("also"))]
        if not facts:
            return UNKNOWN_VERDICT
        if self._misspelled(name, known):
            return self._spelling(entity, name, known, facts)
        if self._alike(name, known):
            return UNKNOWN_VERDICT
        spec = self._knowledge.ontology.predicates[claim.predicate]
        values = list(dict.fromkeys(v for f in facts for v in f.texts("value")))
        return self._contradicted(claim, entity, values, tuple(facts), (spec.label_zh, spec.label_en))

    def _spelling(
        self, entity: Entity, name: StrangerValue, known: Sequence[str], facts: Sequence[Fact]
    ) -> Verdict:
        meant = next(i for i in known if self._misspelled(name, [i]))
        right = next(n.text for n in self._knowledge.entity(meant).names if _one_apart(n.text, name.text))
        return Verdict(
            CONTRADICTED,
            tuple(facts),
            wording.both(right, right),
            subject=meant,
            replacement=right,
            rule="misspelled-name",
        )

    def _contradicted(
        self, claim: Claim, entity: Entity, values: list[str], facts: tuple[Fact, ...], label: tuple[str, str]
    ) -> Verdict:
        shown = {lang: wording.names(self._knowledge, values, lang) for lang in ("zh", "en")}
        return Verdict(
            CONTRADICTED, facts, shown, wording.both(*label), subject=entity.id, confidence="medium"
        )

    def _alike(self, name: StrangerValue, identifiers: Iterable[str]) -> bool:
        """Whether the name may be another spelling of one of these, or cannot be compared for want of one in its script."""
        for identifier in identifiers:
            if identifier not in self._knowledge:
                return True
            family = [identifier, *self._parents(identifier)]
            names = [n.text for i in family for n in self._knowledge.entity(i).names]
            comparable = [n for n in names if _is_chinese(n) == _is_chinese(name.text)]
            if not comparable or any(_resemble(name.text, n) for n in comparable):
                return True
        return False

    def _misspelled(self, name: StrangerValue, identifiers: Iterable[str]) -> bool:
        """梁文峰 for 梁文锋: one character of a Chinese name is another one."""
        spellings = [
            n.text for i in identifiers if i in self._knowledge for n in self._knowledge.entity(i).names
        ]
        return (
            name.kind == "person"
            and len(name.text) == _FULL_NAME
            and any(_one_apart(s, name.text) for s in spellings)
        )

    def _parents(self, identifier: str) -> list[str]:
        return [
            v
            for f in self._knowledge.entity(identifier).facts_of("part_of")
            for v in f.value or ()
            if v in self._knowledge
        ]


def _is_chinese(name: str) -> bool:
    return any("\u4e00" <= c <= "\u9fff" for c in name)


def _one_apart(a: str, b: str) -> bool:
    return len(a) == len(b) == _FULL_NAME and sum(map(str.__ne__, a, b)) == 1


def _resemble(a: str, b: str) -> bool:
    """Whether two names of one script have a word (Latin) or a character (Chinese) in common, kinds of institutions aside."""
    for suffix in _SUFFIXES:
        a, b = a.removesuffix(suffix), b.removesuffix(suffix)
    if a.isascii():
        return bool(set(lower(a).split()) & set(lower(b).split()))
    return bool(set(a) & set(b) - set("·"))
