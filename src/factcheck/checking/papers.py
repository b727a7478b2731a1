"""Papers, matches, awards, and what existed when."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date

from factcheck.checking import wording
from factcheck.checking.related import papers_of
from factcheck.checking.verdict import CONTRADICTED, UNKNOWN_VERDICT, Verdict, supported
from factcheck.extraction.claims import Claim, EntityValue, NumberValue, TextValue
from factcheck.extraction.context import PERSON_TYPES
from factcheck.folding import name_key
from factcheck.knowledge.index import Knowledge
from factcheck.knowledge.model import Entity, Fact
from factcheck.knowledge.values import DateInterval

_SAME_VENUE = {"NIPS": "NEURIPS", "INTERSPEECH": "INTERSPEECH"}
_DATED_TYPES = frozenset({"model", "technique", "paper", "dataset"})


_SHORT_NAME = 4


_NOBEL = "nobel-p"
_PREPRINTS = frozenset({"ARXIV", "PREPRINT"})


_PRESENTED = frozenset({"model", "dataset", "benchmark", "technique", "framework"})


class PaperJudge:
    """Compares citations, venues, results and laureates."""

    def __init__(self, knowledge: Knowledge) -> None:
        self._knowledge = knowledge
        self._laureates: dict[str, list[tuple[Entity, Fact]]] = {}

    def verdict(self, claim: Claim, entity: Entity) -> Verdict:
        """The title, authors or venue that an article gives for a paper, or for the paper of a thing."""
        papers = papers_of(self._knowledge, entity)
        if not papers:
            return UNKNOWN_VERDICT
        if claim.predicate == "title":
            title = claim.qualifiers["title"]
            facts = tuple(papers[0].all_facts())[:1]
            return Verdict(
                CONTRADICTED,
                facts,
                wording.both(title, title),
                wording.both("论文标题", "paper title"),
                subject=entity.id,
                replacement=title,
            )
        if claim.predicate == "authors":
            return self._authors(claim, papers[0])
        return self._venue(claim, entity, papers)

    def _authors(self, claim: Claim, paper: Entity) -> Verdict:
        facts = [f for f in paper.facts_of("authors") if f.value]
        if not facts:
            return UNKNOWN_VERDICT
        families = [_family(a) for a in facts[0].value or ()]
        cited = [name_key(f) for f in claim.qualifiers["families"].split("|")]
        wrong_first = cited[0] != families[0] if families else False
        strangers = [c for c in cited if c not in families]
        if not strangers:
            return supported(*facts)
        if not (facts[0].flag("complete") or (wrong_first and cited[0] in strangers)):
            return UNKNOWN_VERDICT
        if all(any(_one_slip(c, f) for f in families) for c in strangers):
            right = next(a for a in facts[0].value or () if any(_one_slip(c, _family(a)) for c in strangers))
            return Verdict(
                CONTRADICTED,
                tuple(facts),
                wording.both(right, right),
                subject=paper.id,
                rule="misspelled-name",
            )
        authors = facts[0].value or ()
        shown = ", ".join(authors[:5]) + (
            " et al." if len(authors) > 5 or not facts[0].flag("complete") else ""
        )
        return Verdict(
            CONTRADICTED,
            tuple(facts),
            wording.both(shown, shown),
            wording.both("作者", "authors"),
            subject=paper.id,
        )

    def author_count(self, claim: Claim, entity: Entity) -> Verdict:
        """How many wrote a paper, where one list of all of them is recorded."""
        assert isinstance(claim.value, NumberValue)
        lists = [f for p in papers_of(self._knowledge, entity) for f in p.facts_of("authors") if f.value]
        if len(lists) != 1 or not lists[0].flag("complete"):
            return UNKNOWN_VERDICT
        number = len(lists[0].value or ())
        low, high = claim.value.quantity.accepted
        if low <= number <= high:
            return supported(*lists)
        label = wording.both("作者人数", "number of authors")
        shown = wording.both(f"{number}位", str(number))
        return Verdict(CONTRADICTED, tuple(lists), shown, label, subject=entity.id)

    def _venue(self, claim: Claim, entity: Entity, papers: list[Entity]) -> Verdict:
        facts = [f for p in papers for f in p.facts_of("venue") if f.value]
        claimed, year = _fold_venue(claim.qualifiers["venue"]), claim.qualifiers.get("year", "")
        if not facts:
            return self._too_early(claim, entity, papers, year)
        for fact in facts:
            names = {_fold_venue(v) for v in (*fact.texts("value"), *fact.texts("also"))}
            if any(claimed == n or claimed in n.split() for n in names) and (
                not year or not fact.text("year") or fact.text("year") == year
            ):
                return supported(fact)
        if claimed not in _PREPRINTS and all(
            _fold_venue(v) in _PREPRINTS for f in facts for v in f.texts("value")
        ):
            return self._too_early(claim, entity, papers, year)
        if claimed in _PREPRINTS and not self._other_preprint(facts, year):
            return UNKNOWN_VERDICT
        shown = "、".join(f"{f.texts('value')[0]} {f.text('year')}".strip() for f in facts)
        return Verdict(
            CONTRADICTED,
            tuple(facts),
            wording.both(shown, shown),
            wording.both("发表处", "venue"),
            subject=entity.id,
        )

    def _too_early(self, claim: Claim, entity: Entity, papers: list[Entity], year: str) -> Verdict:
        """A venue is not recorded, but nothing is printed in a year before it was first made public."""
        facts = [f for p in papers for f in p.facts_of("released") if f.date is not None]
        first = min(facts, key=lambda f: f.date.first, default=None)  # type: ignore[union-attr]
        if not year or first is None or first.date is None or int(year) >= first.date.first.year:
            return UNKNOWN_VERDICT
        shown = {lang: wording.date(first.date, lang) for lang in ("zh", "en")}
        return Verdict(
            CONTRADICTED, (first,), shown, wording.both("首次公开时间", "first appearance"), subject=entity.id
        )

    @staticmethod
    def _other_preprint(facts: list[Fact], year: str) -> bool:
        """Whether a preprint is given a year that not even a later version explains."""
        years = [
            int(f.text("year"))
            for f in facts
            if f.text("year") and any(_fold_venue(v) in _PREPRINTS for v in f.texts("value"))
        ]
        return bool(year and years) and min(abs(int(year) - y) for y in years) > 1

    def match(self, claim: Claim, entity: Entity) -> Verdict:
        """The result of a match against an opponent, whichever side is named first."""
        assert isinstance(claim.value, TextValue)
        opponents = set(claim.qualifiers["opponent"].split(","))
        if claim.predicate == "match_date":
            return self._match_date(claim, entity, opponents)
        facts = [
            f
            for f in entity.facts_of("match")
            if (f.text("opponent") in opponents or not claim.qualifiers["opponent"]) and f.text("score")
        ]
        if not facts:
            return UNKNOWN_VERDICT
        for fact in facts:
            recorded = sorted(float(n) for n in re.findall(r"\d+(?:\.\d+)?", fact.text("score"))[:2])
            if claim.value.text == "sweep":
                if recorded and recorded[0] == 0:
                    return supported(fact)
            elif sorted(float(n) for n in claim.value.text.split("-")) == recorded:
                return supported(fact) if claim.qualifiers["opponent"] else UNKNOWN_VERDICT
        if claim.value.text != "sweep" and any(
            not f.text("opponent") and f.text("score") and _same_score(claim.value.text, f)
            for f in entity.facts_of("match")
        ):
            return UNKNOWN_VERDICT  # against many, he among them
        score = facts[0].text("score").replace("-", "比")
        return Verdict(
            CONTRADICTED,
            tuple(facts),
            wording.both(score, facts[0].text("score")),
            wording.both("比分", "score"),
            subject=entity.id,
        )

    def _match_date(self, claim: Claim, entity: Entity, opponents: set[str]) -> Verdict:
        facts = [
            f for f in entity.facts_of("match") if f.text("opponent") in opponents and f.date is not None
        ]
        first, last = (date.fromisoformat(day) for day in claim.qualifiers["date"].split("/"))
        claimed = DateInterval(first, last)
        score = claim.qualifiers.get("score")
        if score:  # 1996年以3.5比2.5战胜: of several matches the one with this result
            facts = [f for f in facts if f.text("score") and _same_score(score, f)]
        if not facts:
            return UNKNOWN_VERDICT
        if any(f.date is not None and f.date.overlaps(claimed) for f in facts):
            return supported(*facts)
        if any(
            f.date is not None and f.date.overlaps(claimed)
            for f in entity.facts_of("match")
            if not f.text("opponent")
        ):
            return UNKNOWN_VERDICT  # when it met many, he among them
        if not score and any(
            f.date is not None and f.date.overlaps(claimed) for f in entity.facts_of("released")
        ):
            return UNKNOWN_VERDICT  # when the match was told of
        shown = {
            lang: " / ".join(wording.date(f.date, lang) for f in facts if f.date is not None)
            for lang in ("zh", "en")
        }
        return Verdict(
            CONTRADICTED, tuple(facts), shown, wording.both("对局时间", "match date"), subject=entity.id
        )

    def award(self, claim: Claim, entity: Entity) -> Verdict:
        """Whether a person received an award in a year."""
        assert isinstance(claim.value, EntityValue)
        year = claim.qualifiers["year"]
        own = [f for f in entity.facts_of("award") if f.text("award") in claim.value.ids]
        if any(f.text("year") == year or str(int(f.text("year") or 0) + 1) == year for f in own):
            return supported(*own)
        dated = [f for f in own if f.text("year")]
        if own and len(dated) == len(own) and claim.qualifiers.get("titled"):
            return self._awarded_in(claim, entity, own)
        other = self._of_its_family(claim, entity, year) if not own else []
        if other and claim.qualifiers.get("alone"):
            return self._another_prize(claim, other, entity)
        laureates = [pair for award in claim.value.ids for pair in self._winners(award, year)]
        names = list(
            dict.fromkeys([p.id for p, _ in laureates] + [w for _, f in laureates for w in f.texts("with")])
        )
        if entity.id in names:
            return supported(*(f for _, f in laureates))
        if not names:
            return UNKNOWN_VERDICT
        expected = wording.both(
            wording.names(self._knowledge, names, "zh"), wording.names(self._knowledge, names, "en")
        )
        return Verdict(
            CONTRADICTED,
            tuple(f for _, f in laureates),
            expected,
            wording.both(f"{year}年得主", f"laureates of {year}"),
            subject=claim.value.ids[0],
        )

    def _of_its_family(self, claim: Claim, entity: Entity, year: str) -> list[Fact]:
        """The Nobel prize that a person really received in a year in which another one is said."""
        assert isinstance(claim.value, EntityValue)
        if not all(i.startswith(_NOBEL) for i in claim.value.ids):
            return []
        return [
            f
            for f in entity.facts_of("award")
            if f.text("award").startswith(_NOBEL) and f.text("year") == year
        ]

    def _another_prize(self, claim: Claim, facts: Sequence[Fact], entity: Entity) -> Verdict:
        shown = {
            lang: wording.names(self._knowledge, [f.text("award") for f in facts], lang)
            for lang in ("zh", "en")
        }
        return Verdict(
            CONTRADICTED,
            tuple(facts),
            shown,
            wording.both("奖项", "award"),
            subject=entity.id,
            claimed=claim.value.text if isinstance(claim.value, EntityValue) else "",
        )

    def _awarded_in(self, claim: Claim, entity: Entity, own: Sequence[Fact]) -> Verdict:
        years = "、".join(f.text("year") for f in own)
        return Verdict(
            CONTRADICTED,
            tuple(own),
            wording.both(f"{years}年", years),
            wording.both("获奖年份", "year of the award"),
            subject=entity.id,
            claimed=f"{claim.qualifiers['year']}年",
            rule="wrong-date",
        )

    def _winners(self, award: str, year: str) -> list[tuple[Entity, Fact]]:
        if award not in self._laureates:
            people = [self._knowledge.entity(i) for i in self._knowledge.naming(award, PERSON_TYPES)]
            self._laureates[award] = [
                (p, f) for p in people for f in p.facts_of("award") if f.text("award") == award
            ]
        return [(p, f) for p, f in self._laureates[award] if f.text("year") == year]

    def introduced_in(self, claim: Claim, entity: Entity) -> Verdict:
        """Which paper presents a thing: wrong where its own are recorded, and the named one presents something else."""
        assert isinstance(claim.value, EntityValue)
        facts = [f for f in entity.facts_of("paper") if f.value]
        own = {v for f in facts for v in f.value or ()}
        said = set(claim.value.ids)
        if not own or not said or any(self._knowledge.type_of(p) != "paper" for p in said):
            return UNKNOWN_VERDICT
        if said & own:
            return supported(*facts)
        presented = {
            i
            for p in said
            for i in self._knowledge.naming(p, _PRESENTED)
            if any(p in f.texts("value") for f in self._knowledge.entity(i).facts_of("paper"))
        }
        related = any(
            self._knowledge.is_part_of(entity.id, i, None) or self._knowledge.is_part_of(i, entity.id, None)
            for i in presented
        )
        if not presented or related:
            return UNKNOWN_VERDICT
        shown = {lang: wording.names(self._knowledge, sorted(own), lang) for lang in ("zh", "en")}
        label = wording.both("论文", "paper")
        return Verdict(CONTRADICTED, tuple(facts), shown, label, subject=entity.id)

    def first_seen(self, claim: Claim, entity: Entity) -> Verdict:
        """In which paper a technique was introduced, told by the paper or by the model that the paper is on."""
        assert isinstance(claim.value, EntityValue)
        facts = [f for f in entity.facts_of("paper") if f.value]
        recorded = {v for f in facts for v in f.value or ()}
        named = [self._knowledge.entity(i) for i in claim.value.ids if i in self._knowledge]
        said = {p.id for e in named for p in papers_of(self._knowledge, e)}
        if not recorded or not said:
            return UNKNOWN_VERDICT
        if said & recorded:
            return supported(*facts)
        ours = [f for p in recorded if p in self._knowledge and (f := _earliest(self._knowledge.entity(p)))]
        theirs = [f for p in said if (f := _earliest(self._knowledge.entity(p)))]
        if len(ours) != len(recorded) or len(theirs) != len(said):
            return UNKNOWN_VERDICT
        first = min(f.date.first for f in ours if f.date)
        if any(f.date is None or f.date.first <= first for f in theirs):
            return UNKNOWN_VERDICT  # an earlier paper may have had it, too
        shown = {lang: wording.names(self._knowledge, sorted(recorded), lang) for lang in ("zh", "en")}
        return Verdict(
            CONTRADICTED,
            tuple(facts),
            shown,
            wording.both("首次提出的论文", "first paper"),
            subject=entity.id,
        )

    def uses(self, claim: Claim, entity: Entity) -> Verdict:
        """That a thing uses or follows another that did not exist yet."""
        assert isinstance(claim.value, EntityValue)
        recorded = [f for p in ("based_on", "uses", "architecture") for f in entity.facts_of(p)]
        if any(v in claim.value.ids for f in recorded for v in (*f.texts("value"), *f.texts("also"))):
            return supported(*recorded)
        last = _latest(entity)
        if last is None or entity.type not in _DATED_TYPES:
            return UNKNOWN_VERDICT
        firsts = [_earliest(self._knowledge.entity(i)) for i in claim.value.ids if i in self._knowledge]
        if not firsts or any(f is None for f in firsts):
            return UNKNOWN_VERDICT
        first = min((f for f in firsts if f is not None), key=lambda f: f.date.first if f.date else 0)
        assert first.date is not None
        assert last.date is not None
        if (first.date.first - last.date.last).days < 20:
            return UNKNOWN_VERDICT
        zh = f"它公布于{wording.date(last.date, 'zh')}，而{claim.value.text}到{wording.date(first.date, 'zh')}才出现"
        en = f"it appeared in {wording.date(last.date, 'en')}, {claim.value.text} only in {wording.date(first.date, 'en')}"
        return Verdict(CONTRADICTED, (last, first), wording.both(zh, en), subject=entity.id)


def _same_score(score: str, fact: Fact) -> bool:
    one, other = (
        sorted(float(n) for n in re.findall(r"\d+(?:\.\d+)?", s)[:2]) for s in (score, fact.text("score"))
    )
    return one == other


def _latest(entity: Entity) -> Fact | None:
    """The last first-appearance of a thing: of its announcement, paper and release, the latest within two years of the first."""
    facts = [
        f
        for f in entity.facts_of("released")
        if f.date is not None and f.text("event") not in ("retired", "passed", "effective")
    ]
    if not facts:
        return None
    first = min(f.date.first for f in facts if f.date)
    return max((f for f in facts if f.date and (f.date.first - first).days < 730), key=lambda f: f.date.last)  # type: ignore[union-attr]


def _earliest(entity: Entity) -> Fact | None:
    facts = [f for f in entity.facts_of("released") if f.date is not None]
    return min(facts, key=lambda f: f.date.first) if facts else None  # type: ignore[union-attr]


def _one_slip(cited: str, family: str) -> bool:
    from rapidfuzz.distance import Levenshtein

    return len(family) > _SHORT_NAME and Levenshtein.distance(cited, family, score_cutoff=1) == 1


def _family(author: str) -> str:
    return name_key(author.split(",")[0] if "," in author else author.split()[-1])


def _fold_venue(venue: str) -> str:
    folded = venue.upper().strip()
    return _SAME_VENUE.get(folded, folded)
