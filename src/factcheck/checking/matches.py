"""Who met whom and where, and what won which contest."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from datetime import date

from factcheck.checking import wording
from factcheck.checking.verdict import CONTRADICTED, UNKNOWN_VERDICT, Verdict, supported
from factcheck.extraction.claims import Claim, EntityValue
from factcheck.knowledge.index import Knowledge
from factcheck.knowledge.model import Entity, Fact
from factcheck.knowledge.values import DateInterval

_PROGRAMS = frozenset({"model", "product", "technique"})


class MatchJudge:
    """Compares the sides and places of matches, and the editions of contests."""

    def __init__(self, knowledge: Knowledge) -> None:
        self._knowledge = knowledge

    def opponent(self, claim: Claim, entity: Entity) -> Verdict:
        """Whom a program met: wrong where score and date are those of its match against somebody else."""
        assert isinstance(claim.value, EntityValue)
        facts = entity.facts_of("match")
        if any(f.text("opponent") in claim.value.ids for f in facts):
            return supported(*facts)
        told = claim.qualifiers.get("score") or claim.qualifiers.get("date")
        meant = [f for f in facts if told and _fits(claim, f)]
        names = list(dict.fromkeys(f.text("opponent") for f in meant))
        if not names or "" in names:
            return UNKNOWN_VERDICT
        return self._wrong(entity, meant, names, wording.both("对手", "opponent"))

    def player(self, claim: Claim, entity: Entity) -> Verdict:
        """Which program met somebody: wrong where this one did not, and another with this result is recorded."""
        assert isinstance(claim.value, EntityValue)
        opponents = claim.qualifiers["opponent"].split(",")
        own = entity.facts_of("match")
        if not own or any(f.text("opponent") in opponents for f in own):
            return supported(*own) if own else UNKNOWN_VERDICT
        meant = {
            other: fact
            for o in opponents
            for other in self._knowledge.naming(o, _PROGRAMS)
            for fact in self._knowledge.entity(other).facts_of("match")
            if fact.text("opponent") == o and _fits(claim, fact)
        }
        others = [
            i for i in meant
            if not self._knowledge.is_part_of(i, entity.id, None) and not self._knowledge.is_part_of(entity.id, i, None)
        ]  # fmt: skip
        if not others or len(others) != len(meant):
            return UNKNOWN_VERDICT
        return self._wrong(entity, list(meant.values()), others, wording.both("比赛结果的归属", "result"))

    def place(self, claim: Claim, entity: Entity) -> Verdict:
        """Where a match was played."""
        assert isinstance(claim.value, EntityValue)
        opponents = claim.qualifiers["opponent"].split(",")
        facts = [f for f in entity.facts_of("match") if f.text("opponent") in opponents and _fits(claim, f)]
        places = [p for f in facts for p in f.texts("place")]
        if not facts or len(places) != len(facts):
            return UNKNOWN_VERDICT
        if any(self._contains(p, v) or self._contains(v, p) for p in places for v in claim.value.ids):
            return supported(*facts)
        return self._wrong(
            entity, facts, list(dict.fromkeys(places)), wording.both("比赛地点", "place of the match")
        )

    def contest(self, claim: Claim, entity: Entity) -> Verdict:
        """In which edition of a contest something won."""
        contest = claim.qualifiers["contest"]
        facts = [f for f in entity.facts_of("contest") if f.text("contest") == contest]
        field = "edition" if "edition" in claim.qualifiers else "year"
        known = [f.text(field) for f in facts if f.text(field)]
        if not known:
            return self._winner(claim, contest)
        if claim.qualifiers[field] in known:
            year = claim.qualifiers.get("year", "")
            other = [f for f in facts if f.text("year") == year]
            if field == "year" or not other or any(f.text(field) == claim.qualifiers[field] for f in other):
                return supported(*facts)
            known = [f.text(field) for f in other]  # 2018年的CASP14
        shown = "、".join(f"{contest.upper()}{v}" if field == "edition" else f"{v}年" for v in known)
        return Verdict(
            CONTRADICTED,
            tuple(facts),
            wording.both(shown, shown),
            wording.both("参加的比赛", "contest"),
            subject=entity.id,
        )

    def _winner(self, claim: Claim, contest: str) -> Verdict:
        """Something that is not recorded to have won, where the winner of that year is."""
        winners = {
            i: f
            for i in self._knowledge.naming(contest, _PROGRAMS)
            for f in self._knowledge.entity(i).facts_of("contest")
            if f.text("contest") == contest and f.text("year") == claim.qualifiers.get("year")
        }
        if not winners or set(winners) & set(claim.subjects):
            return UNKNOWN_VERDICT
        subject = self._knowledge.entity(claim.subjects[0])
        return self._wrong(
            subject,
            list(winners.values()),
            list(winners),
            wording.both("所说年份的冠军", "winner of that year"),
        )

    def _contains(self, one: str, other: str) -> bool:
        return one == other or self._knowledge.is_part_of(one, other, None)

    def _wrong(
        self, entity: Entity, facts: Sequence[Fact], names: Iterable[str], label: dict[str, str]
    ) -> Verdict:
        known = [n for n in names if n in self._knowledge]
        if not known:
            return UNKNOWN_VERDICT
        shown = {lang: wording.names(self._knowledge, known, lang) for lang in ("zh", "en")}
        return Verdict(CONTRADICTED, tuple(facts), shown, label, subject=entity.id)


def _fits(claim: Claim, fact: Fact) -> bool:
    """Whether a recorded match has the score and the date that are told, as far as they are."""
    score, when = claim.qualifiers.get("score"), claim.qualifiers.get("date")
    if score and _sorted(score) != _sorted(fact.text("score")):
        return False
    if when and fact.date is not None:
        first, last = (date.fromisoformat(day) for day in when.split("/"))
        return fact.date.overlaps(DateInterval(first, last))
    return True


def _sorted(score: str) -> list[float]:
    return sorted(float(n) for n in re.findall(r"\d+(?:\.\d+)?", score)[:2])
