"""One claim against the knowledge base: which comparison applies, and what comes of it for a name with several bearers."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from factcheck.checking import dates, members, migrations, numbers, statutes, wording
from factcheck.checking.entities import EntityJudge
from factcheck.checking.hardware import HardwareJudge
from factcheck.checking.lineage import LineageJudge
from factcheck.checking.matches import MatchJudge
from factcheck.checking.near_misses import hint_of
from factcheck.checking.papers import PaperJudge
from factcheck.checking.strangers import StrangerJudge
from factcheck.checking.verdict import (
    CONTRADICTED,
    NOT_CHECKED,
    OUTDATED,
    SUPPORTED,
    UNKNOWN_VERDICT,
    Verdict,
    supported,
)
from factcheck.checking.words import WordJudge
from factcheck.extraction.claims import (
    DENIED,
    NOT_ASSERTED,
    Claim,
    DateClaim,
    EntityValue,
    NumberValue,
    StrangerValue,
    TextValue,
    WordValue,
)
from factcheck.knowledge.index import Knowledge
from factcheck.knowledge.model import Entity
from factcheck.knowledge.values import DateInterval, Quantity

# What is so of all versions of a tool; dates, licences and the like may differ from one to the next.
_OF_EVERY_VERSION = frozenset({"created_by", "category", "graph"})


class Judge:
    """Judges the claims of one article: ``article`` is its date (None if unknown), ``today`` the date of ``--as-of``."""

    def __init__(self, knowledge: Knowledge, today: DateInterval) -> None:
        self._knowledge = knowledge
        self._today = today
        self._entities = EntityJudge(knowledge)
        self._strangers = StrangerJudge(knowledge, self._entities)
        self._words = WordJudge(knowledge)
        self._papers = PaperJudge(knowledge)
        self._lineage = LineageJudge(knowledge)
        self._matches = MatchJudge(knowledge)
        self._hardware = HardwareJudge(knowledge)

    def verdict(self, claim: Claim, article: DateInterval | None) -> Verdict:
        """The verdict of a claim. A shared name contradicts only if every bearer does."""
        if claim.stance in (NOT_ASSERTED, DENIED):
            return Verdict(NOT_CHECKED)
        if claim.predicate == "conversion":
            return Verdict(CONTRADICTED, (), self._conversion(claim))
        if claim.predicate == "tally":
            count = claim.qualifiers["count"]
            return Verdict(CONTRADICTED, (), wording.both(f"列出了{count}项", f"{count} are listed"))
        verdicts = [
            self._one(claim, self._knowledge.entity(s), article)
            for s in claim.subjects
            if s in self._knowledge
        ]
        if not verdicts:
            return UNKNOWN_VERDICT
        for verdict in verdicts:
            if verdict.status == SUPPORTED:
                return verdict
        wrong = [v for v in verdicts if v.wrong]
        if wrong and (
            len(wrong) == len(verdicts) or claim.predicate == "renamed" or self._same_line(claim.subjects)
        ):
            return UNKNOWN_VERDICT if self._of_a_rival(claim, article) else self._explained(claim, wrong[0])
        return UNKNOWN_VERDICT

    def _of_a_rival(self, claim: Claim, article: DateInterval | None) -> bool:
        """Whether a date or number said without a subject is that of something else named near by (a mere year fits many)."""
        value = claim.value
        dated = isinstance(value, DateClaim) and value.interval.precision != "year"
        return (dated or isinstance(value, NumberValue)) and any(
            self._one(claim, self._knowledge.entity(r), article).status == SUPPORTED
            for r in claim.rivals
            if r in self._knowledge
        )

    def _explained(self, claim: Claim, verdict: Verdict) -> Verdict:
        """With a word on what the value may have been mistaken for."""
        subject = verdict.subject or claim.subjects[0]
        if verdict.hint or subject not in self._knowledge:
            return verdict
        hint = hint_of(self._knowledge, claim, self._knowledge.entity(subject))
        return replace(verdict, hint=hint) if hint else verdict

    def _same_line(self, subjects: tuple[str, ...]) -> bool:
        """Whether the bearers of a name are one thing through time (DeepMind, Google DeepMind), so that one record speaks for all."""
        first, *others = (s for s in subjects if s in self._knowledge)
        return all(
            self._knowledge.is_part_of(first, o, None)
            or self._knowledge.is_part_of(o, first, None)
            or self._succeeds(first, o)
            or self._succeeds(o, first)
            for o in others
        )

    def _succeeds(self, earlier: str, later: str) -> bool:
        return any(later in f.texts("value") for f in self._knowledge.entity(earlier).facts_of("successor"))

    def _one(self, claim: Claim, entity: Entity, article: DateInterval | None) -> Verdict:
        value = claim.value
        if claim.predicate not in _OF_EVERY_VERSION and _unknown_version(claim, entity):
            return UNKNOWN_VERDICT
        if isinstance(value, DateClaim):
            return self._dated(claim, entity)
        if isinstance(value, NumberValue):
            return self._numbered(claim, entity, article)
        if isinstance(value, StrangerValue):
            return self._strangers.verdict(claim, entity, article)
        if isinstance(value, EntityValue) and claim.predicate != "property":
            return self._related(claim, entity, article)
        return self._worded(claim, entity, article)

    def _dated(self, claim: Claim, entity: Entity) -> Verdict:
        if claim.predicate == "released":
            return dates.judge_release(self._knowledge, claim, entity)
        if claim.predicate == "existed":
            return dates.judge_existence(claim, entity)
        if claim.predicate == "renamed":
            return dates.judge_rename(claim, entity)
        if claim.predicate == "born":
            return dates.judge_birth(claim, entity)
        if claim.predicate == "founded":
            return dates.judge_founding(self._knowledge, claim, entity)
        if claim.predicate == "role":
            return dates.judge_career(self._knowledge, claim, entity)
        if claim.predicate == "education":
            return dates.judge_degree(self._knowledge, claim, entity)
        if claim.predicate == "shutdown":
            return dates.judge_shutdown(claim, entity)
        if claim.predicate == "funding":
            return dates.judge_round_date(claim, entity)
        if claim.predicate == "stewarded_by":
            return dates.judge_steward(claim, entity)
        if claim.predicate == "invested_by":
            return dates.judge_investment(claim, entity)
        label = (
            wording.both("收购时间", "acquisition")
            if claim.predicate == "acquired_by"
            else wording.both("上市时间", "listing")
        )
        return dates.judge_deal_date(self._knowledge, claim, entity, label)

    def _numbered(self, claim: Claim, entity: Entity, article: DateInterval | None) -> Verdict:
        if claim.predicate == "fine":
            return statutes.judge_fine(claim, entity)
        if claim.predicate == "author_count":
            return self._papers.author_count(claim, entity)
        if claim.predicate == "acquired_by":
            return numbers.judge_money(
                self._knowledge, claim, entity, "price", entity.facts_of("acquired_by")
            )
        if claim.predicate == "invested_by":
            investors = set(claim.qualifiers.get("investor", "").split(","))
            facts = [f for f in entity.facts_of("invested_by") if set(f.texts("value")) & investors]
            other = numbers.judge_investor(self._knowledge, claim, entity, investors)
            if other is not None:
                # 它2025年9月向OpenAI投资…: who that is may have been read wrongly
                return other if claim.qualifiers.get("investor_named") else UNKNOWN_VERDICT
            verdict = numbers.judge_money(self._knowledge, claim, entity, "amount", facts)
            if verdict is UNKNOWN_VERDICT:
                return numbers.judge_target(self._knowledge, claim, entity, investors)
            return verdict
        if claim.predicate in ("market_cap", "stake", "penalty"):
            from factcheck.checking import dealings

            return dealings.judge_number(self._knowledge, claim, entity)
        if claim.predicate == "funding":
            return numbers.judge_round(claim, entity, claim.qualifiers["field"])
        if "listed" in claim.qualifiers:
            return members.judge_size(self._knowledge, claim, entity)
        if claim.predicate == "valuation":
            return self._valuation(claim, entity, article)
        if claim.predicate == "compute":
            return self._hardware.compute(claim, entity)
        return numbers.judge_quantity(self._knowledge, claim, entity)

    def _valuation(self, claim: Claim, entity: Entity, article: DateInterval | None) -> Verdict:
        """A valuation of an earlier round, given as the present one."""
        assert isinstance(claim.value, NumberValue)
        moment = claim.when or article or self._today
        rounds = [
            (f, q)
            for f in entity.facts_of("funding")
            if (q := f.quantity_of("valuation"))
            and f.date
            and f.date.last <= moment.last
            and q.unit == claim.value.quantity.unit
        ]
        if not rounds:
            return UNKNOWN_VERDICT
        rounds.sort(key=lambda pair: pair[0].date.first if pair[0].date else self._today.first)
        low, high = claim.value.quantity.accepted
        then = [
            f
            for f, q in rounds
            if claim.when and f.date and f.date.overlaps(claim.when) and _near(low, high, q)
        ]
        if then:
            return supported(*then)
        if claim.when is not None and claim.when.precision == "year":
            return UNKNOWN_VERDICT  # of any time of that year
        latest, amount = rounds[-1]
        if _near(low, high, amount):
            return supported(latest)
        if any(_near(low, high, q) for _, q in rounds[:-1]) or high < 0.7 * amount.low:
            zh, en = wording.number(latest.text("valuation"), "zh"), latest.text("valuation")
            assert latest.date is not None
            return Verdict(
                OUTDATED,
                (latest,),
                wording.both(
                    f"{zh}（{wording.date(latest.date, 'zh')}）", f"{en} ({wording.date(latest.date, 'en')})"
                ),
                wording.both("估值", "valuation"),
                subject=entity.id,
            )
        return UNKNOWN_VERDICT

    def _related(self, claim: Claim, entity: Entity, article: DateInterval | None) -> Verdict:
        if claim.predicate == "role" and claim.rule == "wrong-person":
            return self._entities.office(claim, entity, article, self._today)
        comparisons: dict[str, Callable[[Claim, Entity], Verdict]] = {
            "created_by": self._entities.maker,
            "founded_by": self._entities.founder,
            "founder_of": self._entities.founder_of,
            "founders_from": self._entities.founders_from,
            "role": self._entities.employer,
            "education": self._entities.school,
            "adviser": self._entities.adviser,
            "acquired_by": self._entities.acquirer,
            "headquartered_in": self._entities.place,
            "held_in": self._entities.venue,
            "born_in": self._entities.birthplace,
            "part_of": self._entities.parent,
            "based_on": self._entities.base,
            "authors": self._entities.author,
            "award": self._papers.award,
            "funding": self._entities.lead_investor,
            "uses": self._papers.uses,
            "first_seen": self._papers.first_seen,
            "introduced_in": self._papers.introduced_in,
            "stewarded_by": self._entities.steward,
            "renamed_as": self._entities.new_name,
            "company": self._entities.company,
            "former_name": self._lineage.former_name,
            "merging": self._lineage.merging,
            "succession": self._lineage.succession,
            "predecessor": self._lineage.predecessor,
            "backend": self._lineage.backend,
            "core_technique": self._lineage.core_technique,
            "match_opponent": self._matches.opponent,
            "match_player": self._matches.player,
            "match_place": self._matches.place,
            "foundry": self._hardware.foundry,
            "delivered_to": self._hardware.recipient,
            "code_name": self._hardware.same_chip,
            "launched_at": self._hardware.occasion,
        }
        if claim.predicate in ("sued", "sued_by"):
            from factcheck.checking import dealings

            return dealings.judge_suit(self._knowledge, claim, entity)
        if claim.predicate == "coined_by":
            return statutes.judge_coinage(self._knowledge, claim, entity)
        compare = comparisons.get(claim.predicate)
        return compare(claim, entity) if compare else UNKNOWN_VERDICT

    def _worded(self, claim: Claim, entity: Entity, article: DateInterval | None) -> Verdict:
        if claim.predicate == "shutdown":
            return self._shutdown(claim, entity, article)
        if claim.predicate == "replacement":
            return migrations.judge_replacement(claim, entity)
        if claim.predicate in ("removed_in", "deprecated_in"):
            return migrations.judge_version(claim, entity)
        if claim.predicate == "module":
            return migrations.judge_module(claim, entity)
        if claim.predicate == "encoding":
            return migrations.judge_encoding(claim, entity)
        if claim.predicate == "argument":
            return migrations.judge_argument(claim, entity)
        if claim.predicate == "moved":
            return self._moved(claim, entity, article)
        if claim.predicate == "status":
            return self._words.activity(claim, entity, article or self._today)
        if claim.predicate == "record":
            return self._words.record(claim, entity, article or self._today)
        if claim.predicate == "name":
            return self._former(claim, entity)
        if claim.predicate == "spelling":
            name = claim.qualifiers["name"]
            return Verdict(CONTRADICTED, (), wording.both(name, name), subject=entity.id, replacement=name)
        if claim.predicate in ("venue", "title", "authors"):
            return self._papers.verdict(claim, entity)
        if claim.predicate in ("match", "match_date"):
            return self._papers.match(claim, entity)
        if claim.predicate == "member":
            return members.judge_member(self._knowledge, claim, entity)
        if claim.predicate == "edition":
            return members.judge_edition(claim, entity)
        if claim.predicate == "ticker":
            return statutes.judge_ticker(claim, entity)
        if claim.predicate == "listed_at":
            return dates.judge_exchange(claim, entity)
        if claim.predicate == "growth":
            return statutes.judge_growth(claim, entity)
        if claim.predicate == "goal":
            return statutes.judge_goal(claim, entity)
        if claim.predicate == "contest":
            return self._matches.contest(claim, entity)
        comparisons: dict[str, Callable[[Claim, Entity], Verdict]] = {
            "licence": self._words.licence, "openness": self._words.openness, "property": self._words.property, "category": self._words.category,
            "expansion": self._words.expansion,
            "funded_from": self._words.funds, "language": self._words.language,
            "plays": self._words.games,
            "graph": self._words.graph,
            "memory_type": self._hardware.memory_type,
        }  # fmt: skip
        compare = comparisons.get(claim.predicate)
        if compare is None or not isinstance(claim.value, WordValue | TextValue | EntityValue):
            return UNKNOWN_VERDICT
        if claim.predicate in ("licence", "category") and not isinstance(claim.value, WordValue):
            return UNKNOWN_VERDICT
        return compare(claim, entity)

    def _shutdown(self, claim: Claim, entity: Entity, article: DateInterval | None) -> Verdict:
        """An identifier in use: wrong once it was shut down, at the article's date."""
        moment = article or self._today
        facts = [f for f in entity.facts_of("shutdown") if f.date is not None]
        ended = [f for f in facts if f.date is not None and f.date.last <= moment.first]
        if not ended:
            return supported(*facts) if facts else UNKNOWN_VERDICT
        replacement = ended[0].text("replacement")
        assert ended[0].date is not None
        zh = f"已于{wording.date(ended[0].date, 'zh')}停用" + (f"，改用 {replacement}" if replacement else "")
        en = f"retired on {wording.date(ended[0].date, 'en')}" + (
            f"; use {replacement}" if replacement else ""
        )
        return Verdict(
            OUTDATED,
            (ended[0],),
            wording.both(zh, en),
            wording.both("停用时间", "retirement"),
            subject=entity.id,
            replacement=replacement,
        )

    def _former(self, claim: Claim, entity: Entity) -> Verdict:
        """A name that is no longer in force."""
        until = (
            DateInterval.parse(claim.qualifiers["until"]) if "/" not in claim.qualifiers["until"] else None
        )
        since = (
            wording.both(f"（{wording.date(until, 'zh')}起）", f" (since {wording.date(until, 'en')})")
            if until
            else wording.both("", "")
        )
        shown = wording.both(entity.display("zh") + since["zh"], entity.display("en") + since["en"])
        facts = entity.facts_of("created_by") or tuple(entity.all_facts())
        return Verdict(OUTDATED, tuple(facts[:1]), shown, wording.both("名称", "name"), subject=entity.id)

    def _moved(self, claim: Claim, entity: Entity, article: DateInterval | None) -> Verdict:
        fact = entity.facts_of("moved")[int(claim.qualifiers["index"])]
        moment = article or self._today
        if fact.date is not None and fact.date.last > moment.first and article is not None:
            return supported(fact)
        target = fact.text("to")
        zh = f"已迁至 {target}" if target and not fact.flag("gone") else "已失效"
        en = f"moved to {target}" if target and not fact.flag("gone") else "gone"
        return Verdict(
            OUTDATED,
            (fact,),
            wording.both(zh, en),
            wording.both("网址", "address"),
            subject=entity.id,
            replacement="" if fact.flag("gone") else target,
        )

    def _conversion(self, claim: Claim) -> dict[str, str]:
        low, high = float(claim.qualifiers["first_low"]), float(claim.qualifiers["first_high"])
        middle = (low + high) / 2
        return wording.both(
            f"{claim.subject_text} 应为 {_billions(middle)}", f"{claim.subject_text} is {_billions(middle)}"
        )


def _unknown_version(claim: Claim, entity: Entity) -> bool:
    """Whether a statement is on a version of a tool of which nothing is recorded."""
    return (
        entity.type == "framework"
        and claim.variant is not None
        and not any(f.text("variant").lower() == claim.variant.lower() for f in entity.all_facts())
    )


def _billions(value: float) -> str:
    for factor, suffix, word, unit in ((1e12, "T", 1e8, "亿"), (1e9, "B", 1e8, "亿"), (1e6, "M", 1e4, "万")):
        if value >= factor:
            return f"{value / factor:.4g}{suffix}（{value / word:.4g}{unit}）"
    return f"{value:.4g}"


def _near(low: float, high: float, quantity: Quantity) -> bool:
    return low <= quantity.high * 1.03 and quantity.low * 0.97 <= high
