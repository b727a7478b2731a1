"""Claims whose value is an entity: makers, founders, holders of office, acquirers, places, base models."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace

from factcheck.checking import numbers, wording
from factcheck.checking.related import papers_of
from factcheck.checking.verdict import CONTRADICTED, OUTDATED, UNKNOWN_VERDICT, Verdict, supported
from factcheck.extraction.claims import Claim, EntityValue
from factcheck.extraction.context import PERSON_TYPES
from factcheck.folding import name_key
from factcheck.knowledge.index import Knowledge
from factcheck.knowledge.model import Entity, Fact
from factcheck.knowledge.values import DateInterval, Quantity

_TITLE = {"ceo": ("首席执行官", "chief executive"), "cto": ("首席技术官", "chief technology officer"), "chief_scientist": ("首席科学家", "chief scientist"),
          "coo": ("首席运营官", "chief operating officer"), "cfo": ("首席财务官", "chief financial officer"),
          "chair": ("董事长", "chair"), "director": ("负责人", "head"), "founder": ("创始人", "founder")}  # fmt: skip
_HEADS = {
    "ceo": ("ceo", "head", "president", "chair", "director"),
    "cto": ("cto",),
    "chief_scientist": ("chief_scientist", "head", "vice_president"),
    "chair": ("chair", "president"),
    "director": ("director", "head", "president", "founder", "co_founder"),
}


BY_PERSONS = frozenset({"framework", "product", "technique", "model"})
"""What has an author though no paper of it is recorded: the persons who are named as its makers."""
_BY_ONE = BY_PERSONS | {"dataset", "benchmark", "event"}
_WRITTEN_UP = frozenset({"technique", "model", "dataset", "benchmark"})
_FOUNDING = frozenset({"founder", "co_founder"})
_LEADING = frozenset({"ceo", "head", "director", "chief_scientist", "president", "chair"})


# Offices that divisions have as well.
_OF_DIVISIONS = frozenset({"chief_scientist", "cto"})
_OFFICES = {
    "cto": ("首席技术官", "chief technology officer"),
    "coo": ("首席运营官", "chief operating officer"),
    "cfo": ("首席财务官", "chief financial officer"),
    "chief_scientist": ("首席科学家", "chief scientist"),
    "president": ("总裁", "president"),
}
_ONE_AT_A_TIME = frozenset(_OFFICES)


def earliest_event(entity: Entity) -> DateInterval | None:
    """The first dated event of a thing."""
    dates = [f.date for f in entity.facts_of("released") if f.date is not None]
    return min(dates, key=lambda d: d.first) if dates else None


_FABRICATED = frozenset({"制造", "生产", "代工", "流片", "量产", "造", "制成", "做"})
"""What a foundry does with the chips of others."""
_HOSTED = frozenset({"framework"})
_WHERE_OTHERS_PUBLISH = frozenset({"arxiv", "github", "kaggle"})
_BOUGHT = frozenset({"organization", "lab", "product"})


def same_author(name: str, author: str) -> bool:
    """Whether two spellings of a name may be one person's: equal, or one family name and one first initial."""

    if name_key(name) == name_key(author):
        return True
    ours, theirs = (re.findall(r"[^\W\d_]+", n.lower()) for n in (name, author))
    if len(theirs) == 1 and ours:
        return bool(theirs[0] == ours[-1])  # an author list of family names
    return len(ours) > 1 and len(theirs) > 1 and ours[-1] == theirs[-1] and ours[0][0] == theirs[0][0]


def judge_authors(
    subject: Entity, facts: Sequence[Fact], names: Sequence[str], *, latin: bool, first: bool
) -> Verdict:
    """Whether someone of these names wrote a paper (as its first author); ``latin``: whether the names can be compared
    with those printed on it. Wrong only where all authors are recorded, or the first is asked for."""
    leads = [(f.value or ("",))[0] for f in facts]
    written = leads if first else [author for f in facts for author in f.value or ()]
    if any(same_author(name, author) for name in names for author in written):
        return supported(*facts)
    if not latin or not (first or all(f.flag("complete") for f in facts)):
        return UNKNOWN_VERDICT
    shown = " / ".join(leads) if first else ", ".join((facts[0].value or ())[:4])
    label = wording.both("第一作者", "first author") if first else wording.both("作者", "authors")
    return Verdict(
        CONTRADICTED,
        tuple(facts),
        wording.both(shown, shown),
        label,
        subject=subject.id,
        confidence="medium" if first else "high",
    )


def _under_way(deal: Fact, when: DateInterval) -> bool:
    """Whether a deal that failed had been announced and not yet been called off."""
    first, last = deal.date_of("announced"), deal.date_of("terminated")
    return (
        first is not None
        and last is not None
        and first.first <= when.last
        and when.first <= last.last
        and when.precision != "year"
    )


def _partners_of(claim: Claim) -> list[str]:
    """Who else is named in one breath with the value of a claim."""
    return [p for p in claim.qualifiers.get("partners", "").split(",") if p]


def _successors(entity: Entity) -> set[str]:
    return {v for f in entity.facts_of("successor") for v in f.texts("value")}


def _is_language(entity: Entity) -> bool:
    return any("programming-language" in (f.value or ()) for f in entity.facts_of("category"))


class EntityJudge:
    """Compares entity-valued claims; keeps an index of who held which office."""

    def __init__(self, knowledge: Knowledge) -> None:
        self._knowledge = knowledge
        self._offices: dict[str, list[tuple[Entity, Fact]]] = {}

    # Makers

    def maker(self, claim: Claim, entity: Entity) -> Verdict:
        """Who made a thing: its makers, their parents and parts, their people, its stewards all agree."""
        assert isinstance(claim.value, EntityValue)
        if entity.type == "paper" and all(self._knowledge.type_of(i) == "person" for i in claim.value.ids):
            return self.author(claim, entity)
        facts = self._makers(entity)
        if not facts or (entity.type == "hardware" and claim.qualifiers.get("verb") in _FABRICATED):
            return UNKNOWN_VERDICT
        assert isinstance(claim.value, EntityValue)
        if entity.type == "policy" and all(self._knowledge.type_of(i) == "person" for i in claim.value.ids):
            return self._signed(claim, entity, facts)
        myths = {v for m in entity.myths if m.predicate == "created_by" for v in m.value or ()}
        if claim.value.ids and set(claim.value.ids) <= myths:
            return self._contradicted(claim, entity, facts, "created_by")
        if self._no_authors(claim.value.ids, entity, facts):
            return self.author(claim, entity)
        if any(self._made(agent, entity, facts) for agent in claim.value.ids):
            if self._of_another_house(claim.value.ids, entity, facts):
                return self._contradicted(claim, entity, facts, "created_by")
            return supported(*facts)
        if claim.qualifiers.get("took_part") and all(
            self._knowledge.type_of(i) == "person" for i in claim.value.ids
        ):
            return UNKNOWN_VERDICT  # 罗斯曾在谷歌参与设计TPU: one of many
        if claim.qualifiers.get("loose") and _is_language(entity):
            return UNKNOWN_VERDICT  # 谷歌的Python编程题集
        passing = claim.qualifiers.get("loose") or claim.qualifiers.get("there")
        if passing and any(self._is_platform(agent) for agent in claim.value.ids):
            return UNKNOWN_VERDICT  # Hugging Face的Mistral: found there, not made there
        # “在Facebook提出word2vec”: where its maker was when he made it; “谷歌的何恺明”: where he is said to be
        when = (claim.when or earliest_event(entity)) if claim.qualifiers.get("there") else claim.when
        if not all(
            self._elsewhere(p, claim.value.ids, facts, when)
            for p in claim.qualifiers.get("through", "").split()
        ):
            return UNKNOWN_VERDICT
        if claim.qualifiers.get("staff") and self._people_came_from(claim.value.ids, facts):
            return UNKNOWN_VERDICT  # Mistral的研发团队来自Meta: where they worked before
        partners = _partners_of(claim)
        if (
            any(self._made(p, entity, facts) for p in partners)
            and len({v for f in facts for v in f.value or ()}) < 2
        ):
            return (
                UNKNOWN_VERDICT  # made together with the recorded maker: the partner may just not be recorded
            )
        if not claim.value.ids or any(self._undecided(agent, facts, entity) for agent in claim.value.ids):
            return UNKNOWN_VERDICT
        return self._contradicted(claim, entity, facts, "created_by")

    def _signed(self, claim: Claim, entity: Entity, facts: Sequence[Fact]) -> Verdict:
        """Who signed a law or an order, where its signer is recorded."""
        assert isinstance(claim.value, EntityValue)
        recorded = [v for f in facts for v in (*(f.value or ()), *f.texts("also")) if v in self._knowledge]
        signers = [v for v in recorded if self._knowledge.type_of(v) == "person"]
        if not signers or not claim.value.ids:
            return UNKNOWN_VERDICT
        if set(signers) & set(claim.value.ids):
            return supported(*facts)
        shown = {lang: wording.names(self._knowledge, signers, lang) for lang in ("zh", "en")}
        return Verdict(CONTRADICTED, tuple(facts), shown, wording.both("签署者", "signer"), subject=entity.id)

    def _elsewhere(
        self, person: str, organisations: Iterable[str], made: Sequence[Fact], when: DateInterval | None
    ) -> bool:
        """Whether it is recorded where a person works and worked (then, if a date is given), and that is at none of these."""
        known = person in self._knowledge
        places = (self._places_of(person, when) or self._places_of(person)) if known else set()
        makers = {v for f in made for v in (*(f.value or ()), *f.texts("also"))}
        if person in makers:
            others = makers - {person}
            if not places and any(self._is_school(o) for o in organisations):
                others = {m for m in others if self._is_school(m)}  # a student of one founds a company later
            places |= others
        return bool(places) and not any(
            p == o or self._knowledge.is_part_of(p, o, None) or self._knowledge.is_part_of(o, p, None)
            for p in places
            for o in organisations
            if p in self._knowledge and o in self._knowledge
        )

    def _is_school(self, organisation: str) -> bool:
        """Whether an organisation is a university, by its names."""
        return organisation in self._knowledge and any(
            n.text.endswith(("大学", "学院")) or "University" in n.text
            for n in self._knowledge.entity(organisation).names
        )

    def _people_came_from(self, organisations: Iterable[str], made: Sequence[Fact]) -> bool:
        """Whether somebody of the makers is recorded to have been at one of these organisations, too."""
        makers = {v for f in made for v in (*(f.value or ()), *f.texts("also"))}
        own = {p for m in makers for p in self._knowledge.naming(m, PERSON_TYPES)}
        return any(own & set(self._knowledge.naming(o, PERSON_TYPES)) for o in organisations)

    def _is_platform(self, agent: str) -> bool:
        """Whether others publish what they made there."""
        return agent in _WHERE_OTHERS_PUBLISH or (
            agent in self._knowledge
            and any(
                v == "model-hub"
                for f in self._knowledge.entity(agent).facts_of("category")
                for v in f.value or ()
            )
        )

    def _makers(self, entity: Entity) -> list[Fact]:
        facts = [f for f in entity.facts_of("created_by") if f.value]
        if facts:
            return facts
        for parent in entity.facts_of("part_of"):
            for value in parent.value or ():
                if value in self._knowledge:
                    facts += [f for f in self._knowledge.entity(value).facts_of("created_by") if f.value]
        return facts

    def _made(self, agent: str, entity: Entity, facts: Sequence[Fact]) -> bool:
        if entity.type == "paper" and self._is_author(agent, entity):
            return True
        makers = {v for f in facts for v in (*(f.value or ()), *f.texts("also"))}
        makers |= {v for f in entity.facts_of("stewarded_by") for v in f.value or ()}
        makers |= {v for f in entity.facts_of("founded_by") for v in f.value or ()}
        when = earliest_event(entity)
        # where the organisation that made it is recorded, what else its people worked for did not
        institutional = any(
            self._is_organisation(v) for f in facts for v in (*(f.value or ()), *f.texts("also"))
        )
        # what a person wrote or thought of was not made by his colleagues
        written = entity.type in _BY_ONE and all(
            v in self._knowledge and self._knowledge.type_of(v) == "person"
            for f in facts
            for v in f.value or ()
        )
        if written and agent in self._knowledge and self._knowledge.type_of(agent) == "person":
            makers = {m for m in makers if m in self._knowledge and self._knowledge.type_of(m) == "person"}
        if any(
            self._related(agent, maker, when)
            for maker in makers
            if not (institutional and self._is_organisation(agent) and not self._is_organisation(maker))
        ):
            return True
        for paper in entity.facts_of("paper"):
            for identifier in paper.value or ():
                if identifier in self._knowledge and self._made_paper(
                    agent, self._knowledge.entity(identifier)
                ):
                    return True
        # what belongs to a thing made by the agent (a part of a product, a member of a family)
        for parent in entity.facts_of("part_of"):
            for value in parent.value or ():
                if value in self._knowledge and (
                    value == agent or self._made_whole(agent, self._knowledge.entity(value))
                ):
                    return True
        return any(
            self._related(agent, str(value))
            for f in entity.facts_of("acquired_by")
            for value in f.texts("value")
        )

    def _of_another_house(self, agents: Sequence[str], entity: Entity, facts: Sequence[Fact]) -> bool:
        """Whether agents have to do with the recorded makers only in that one company owns both, and one of the two was
        bought and worked on its own: WaveNet is DeepMind's and not Google Brain's, BERT Google's and not DeepMind's."""
        makers = {v for f in facts for v in (*(f.value or ()), *f.texts("also"))}
        named = [v for f in facts for v in f.value or ()]
        when = earliest_event(entity)
        if (
            when is None
            or makers & set(agents)
            or not all(self._is_organisation(v) for v in (*agents, *named))
        ):
            return False
        ours, theirs = [self._house(a) for a in agents], [self._house(n) for n in named]
        bought = {h for h in (*ours, *theirs) if h}
        merged = [
            d for h in bought for s in _successors(self._knowledge.entity(h))
            if s in self._knowledge and (d := self._founded(s)) is not None
        ]  # fmt: skip
        if not bought or any(d.first <= when.last for d in merged):
            return False
        if all(ours):
            return not set(ours) & {self._house(m) for m in makers}
        buyers = {
            v
            for h in bought
            for f in self._knowledge.entity(h).facts_of("acquired_by")
            for v in f.texts("value")
        }
        return (
            not any(ours)
            and all(theirs)
            and all(any(a != b and self._knowledge.is_part_of(a, b, None) for b in buyers) for a in agents)
        )

    def _founded(self, organisation: str) -> DateInterval | None:
        facts = self._knowledge.entity(organisation).facts_of("founded")
        return facts[0].date if facts else None

    def _house(self, organisation: str) -> str:
        """The unit, bought by its owner, that an organisation is, has succeeded or belongs to; empty for others."""
        if not self._is_organisation(organisation):
            return ""
        known = self._knowledge
        line = (organisation, *known.owners(organisation))
        for each in line:
            if each in known and any(
                not f.date_of("terminated") for f in known.entity(each).facts_of("acquired_by")
            ):
                return each
        return next(
            (
                i
                for i in known.naming(organisation, _BOUGHT)
                if organisation in _successors(known.entity(i)) and known.entity(i).facts_of("acquired_by")
            ),
            "",
        )

    def _made_whole(self, agent: str, whole: Entity) -> bool:
        """Whether the agent made the family of a thing; not who else employed a person that took part in it."""
        makers = {v for f in whole.facts_of("created_by") for v in (*(f.value or ()), *f.texts("also"))}
        if self._is_organisation(agent):
            makers = {m for m in makers if self._is_organisation(m)} or makers
        return any(self._related(agent, m) for m in makers)

    def _is_organisation(self, identifier: str) -> bool:
        return identifier in self._knowledge and self._knowledge.type_of(identifier) in (
            "organization",
            "lab",
        )

    def _made_paper(self, agent: str, paper: Entity) -> bool:
        if any(
            self._related(agent, v)
            for f in paper.facts_of("created_by")
            for v in (*(f.value or ()), *f.texts("also"))
        ):
            return True
        return self._is_author(agent, paper)

    def _is_author(self, person: str, paper: Entity) -> bool:
        if self._knowledge.type_of(person) != "person":
            return False
        names = [n.text for n in self._knowledge.entity(person).names]
        return any(
            same_author(name, author)
            for f in paper.facts_of("authors")
            for author in f.value or ()
            for name in names
        )

    def _related(self, agent: str, maker: str, when: DateInterval | None = None) -> bool:
        """Equal, part and whole, or a person and the place where he worked (for a maker: when he made it)."""
        knowledge = self._knowledge
        if agent == maker or agent not in knowledge or maker not in knowledge:
            return agent == maker
        if knowledge.is_part_of(agent, maker, None) or knowledge.is_part_of(maker, agent, None):
            return True
        kinds = (knowledge.type_of(agent) == "person", knowledge.type_of(maker) == "person")
        if kinds == (True, False):
            return any(
                o == maker or knowledge.is_part_of(o, maker, None) or knowledge.is_part_of(maker, o, None)
                for o in self._places_until(agent, when)
            )
        if kinds == (False, True):
            return any(
                o == agent or knowledge.is_part_of(o, agent, None) or knowledge.is_part_of(agent, o, None)
                for o in self._places_of(maker, when)
            )
        return False

    def _places_of(self, person: str, when: DateInterval | None = None) -> set[str]:
        entity = self._knowledge.entity(person)
        return {
            f.text("org")
            for p in ("role", "education")
            for f in entity.facts_of(p)
            if f.text("org") and f.holds(when)
        }

    def _places_until(self, person: str, when: DateInterval | None) -> set[str]:
        """Where a person had worked or studied by a date, or later too if nothing earlier is recorded."""
        facts = [
            f
            for p in ("role", "education")
            for f in self._knowledge.entity(person).facts_of(p)
            if f.text("org")
        ]
        by_then = {
            f.text("org") for f in facts if when is None or f.first is None or f.first.first <= when.last
        }
        return by_then or {f.text("org") for f in facts}

    def _undecided(self, agent: str, facts: Sequence[Fact], entity: Entity) -> bool:
        """A person whose work is not recorded, or makers that are persons of unrecorded work: not enough to contradict."""
        knowledge = self._knowledge
        if knowledge.type_of(agent) == "person":
            # of what a person wrote alone, the author of another tool is not the author
            named = entity.type == "framework" and any(
                v in knowledge and knowledge.type_of(v) == "person" for f in facts for v in f.texts("also")
            )
            alone = (named or all(self._by_persons(f) for f in facts)) and bool(
                knowledge.naming(agent, _HOSTED)
            )
            return not self._places_of(agent) and not alone
        makers = [v for f in facts for v in f.value or () if v in knowledge]
        if entity.type == "framework" and any(
            self._is_organisation(v) for f in facts for v in f.texts("also")
        ):
            return False  # it is recorded for whom they wrote it
        return bool(makers) and all(
            knowledge.type_of(m) == "person" and not self._places_of(m) for m in makers
        )

    def new_name(self, claim: Claim, entity: Entity) -> Verdict:
        """What a thing was renamed to: wrong where it is called by its old name and the new one is that of something else."""
        assert isinstance(claim.value, EntityValue)
        folded = name_key(claim.subject_text)
        facts = (entity.facts_of("created_by") or tuple(entity.all_facts()))[:1]
        if not any(n.status == "former" and name_key(n.text) == folded for n in entity.names) or not facts:
            return UNKNOWN_VERDICT
        if entity.id in claim.value.ids:
            return supported(*facts)
        own = {name_key(n.text) for n in entity.names}
        if (
            name_key(claim.value.text) in own
            or any(self._related(v, entity.id) for v in claim.value.ids)
            or any(v in f.texts("value") for f in entity.facts_of("successor") for v in claim.value.ids)
        ):
            return UNKNOWN_VERDICT
        shown = wording.both(entity.display("zh"), entity.display("en"))
        return Verdict(CONTRADICTED, facts, shown, wording.both("新名", "new name"), subject=entity.id)

    def steward(self, claim: Claim, entity: Entity) -> Verdict:
        """Who looks after a thing at present: outdated where its maker has handed it on."""
        assert isinstance(claim.value, EntityValue)
        facts = [f for f in entity.facts_of("stewarded_by") if f.value]
        current = {v for f in facts for v in f.value or () if f.last is None}
        given = claim.qualifiers.get("said") == "given"
        if not current & set(claim.value.ids) and any(
            self._sibling(a, v) for a in claim.value.ids for v in current
        ):
            return self._given(claim, entity, facts) if given else UNKNOWN_VERDICT
        if any(self._related(a, v) for a in claim.value.ids for v in current):
            return supported(*facts)
        if given:
            return self._given(claim, entity, facts)
        handed = [f for f in facts if f.first is not None and f.last is None]
        over = [f for f in facts if f.last is not None]
        if not claim.present or not claim.value.ids or not (handed or (over and len(over) == len(facts))):
            return UNKNOWN_VERDICT
        names = list(dict.fromkeys(v for f in handed or over for v in f.value or ()))
        shown = {lang: wording.names(self._knowledge, names, lang) for lang in ("zh", "en")}
        if not handed and over[-1].last is not None:
            end = over[-1].last
            shown = wording.both(
                f"{shown['zh']}管理到{wording.date(end, 'zh')}为止",
                f"{shown['en']} until {wording.date(end, 'en')}",
            )
        return Verdict(
            OUTDATED, tuple(handed or over), shown, wording.both("管理方", "steward"), subject=entity.id
        )

    def _sibling(self, one: str, other: str) -> bool:
        """Whether two organisations are parts of the same one: the PyTorch Foundation, the Agentic AI Foundation."""
        if one not in self._knowledge or other not in self._knowledge or one == other:
            return False
        wholes = [
            {v for f in self._knowledge.entity(i).facts_of("part_of") for v in f.value or ()}
            for i in (one, other)
        ]
        return bool(wholes[0] & wholes[1])

    def _given(self, claim: Claim, entity: Entity, facts: Sequence[Fact]) -> Verdict:
        """To which foundation a project was given: wrong where others are recorded, and this is one too."""
        assert isinstance(claim.value, EntityValue)
        hosts = [i for i in claim.value.ids if i in self._knowledge and self._knowledge.naming(i, _HOSTED)]
        recorded = {v for f in facts for v in f.value or ()}
        if not facts or not any(self._hosts(i) for i in hosts) or recorded & set(hosts):
            return UNKNOWN_VERDICT
        return self._contradicted(claim, entity, facts, "stewarded_by")

    def _hosts(self, organisation: str) -> bool:
        """Whether an organisation looks after projects that others made."""
        return any(
            organisation in f.texts("value")
            for i in self._knowledge.naming(organisation, _HOSTED)
            for f in self._knowledge.entity(i).facts_of("stewarded_by")
        )

    # Founders

    def founder(self, claim: Claim, entity: Entity) -> Verdict:
        """A founder of an organisation; naming some of several is right."""
        facts = self.founding(entity)
        assert isinstance(claim.value, EntityValue)
        people = set(claim.value.ids)
        if people & {v for f in facts for v in (*(f.value or ()), *f.texts("also"))}:
            return supported(*facts)
        if any(self._is_founder(p, entity.id) for p in people):
            return supported(*facts)
        if not facts or not people:
            return UNKNOWN_VERDICT
        return self._contradicted(claim, entity, facts, "founded_by")

    def founding(self, entity: Entity) -> list[Fact]:
        """Who founded an organisation; of a product or model, who founded the company that makes it (Midjourney)."""
        facts = [f for f in entity.facts_of("founded_by") if f.value]
        if not facts and entity.type == "framework":  # who started a project is who wrote it
            return [f for f in entity.facts_of("created_by") if f.value and self._by_persons(f)]
        if facts or entity.type not in ("product", "model"):
            return facts
        makers = [v for f in entity.facts_of("created_by") for v in f.value or () if v in self._knowledge]
        return [f for m in makers for f in self._knowledge.entity(m).facts_of("founded_by") if f.value]

    def _by_persons(self, fact: Fact) -> bool:
        return all(v in self._knowledge and self._knowledge.type_of(v) == "person" for v in fact.value or ())

    def founder_of(self, claim: Claim, entity: Entity) -> Verdict:
        """The same from the person's side: what he founded."""
        assert isinstance(claim.value, EntityValue)
        organisations = [o for o in claim.value.ids if o in self._knowledge]
        facts = [
            f for o in organisations for f in self._knowledge.entity(o).facts_of("founded_by") if f.value
        ]
        if not facts:
            return UNKNOWN_VERDICT
        if any(entity.id in (*(f.value or ()), *f.texts("also")) for f in facts) or any(
            self._is_founder(entity.id, o) for o in organisations
        ):
            return supported(*facts)
        own = [f for f in entity.facts_of("role") if f.text("title") in ("founder", "co_founder")]
        shown = own or facts
        who = [f.text("org") for f in own]
        if who:
            expected = wording.both(
                wording.names(self._knowledge, who, "zh"), wording.names(self._knowledge, who, "en")
            )
            return Verdict(
                CONTRADICTED,
                tuple(shown),
                expected,
                wording.both("所创办的机构", "organisations founded"),
                subject=entity.id,
            )
        return UNKNOWN_VERDICT

    def founders_from(self, claim: Claim, entity: Entity) -> Verdict:
        """Where the founders of an organisation had worked; wrong where it is recorded of all of them, and of none there."""
        assert isinstance(claim.value, EntityValue)
        founders = {v for f in self.founding(entity) for v in f.value or () if v in self._knowledge}
        people = [p for p in sorted(founders) if self._knowledge.type_of(p) == "person"]
        begun = [f.date.last for f in entity.facts_of("founded") if f.date is not None]
        before = {
            p: [
                f
                for f in self._knowledge.entity(p).facts_of("role")
                if f.text("org") in self._knowledge
                and f.text("org") != entity.id
                and f.text("title") not in _FOUNDING
                and (f.first is None or not begun or f.first.first <= max(begun))
            ]
            for p in people
        }
        facts = [f for p in people for f in before[p]]
        own = {f.text("org") for f in facts}
        entity_of = self._knowledge.entity
        # 谷歌DeepMind for DeepMind; a name of both is no successor's
        later = claim.value.ids[0] if len(claim.value.ids) == 1 else ""
        if any(
            self._related(o, c) or (c == later and c in _successors(entity_of(o)))
            for o in own
            for c in claim.value.ids
        ):
            return supported(*facts[:3])
        # what is recorded of all, or of several the same, tells where they came from
        shared = any(sum(any(f.text("org") == o for f in fs) for fs in before.values()) >= 3 for o in own)
        if (
            not claim.value.ids
            or not people
            or not (shared or all(fs and "role" in entity_of(p).complete for p, fs in before.items()))
        ):
            return UNKNOWN_VERDICT
        counted = {o: sum(any(f.text("org") == o for f in fs) for fs in before.values()) for o in own}
        orgs = sorted(counted, key=lambda o: (-counted[o], o))[:3]
        shown = {lang: wording.names(self._knowledge, orgs, lang) for lang in ("zh", "en")}
        label = wording.both("创始人此前的任职机构", "former employer of the founders")
        return Verdict(CONTRADICTED, tuple(facts[:3]), shown, label, subject=entity.id, confidence="medium")

    def _is_founder(self, person: str, organisation: str) -> bool:
        if person not in self._knowledge:
            return False
        return any(
            f.text("org") == organisation and f.text("title") in ("founder", "co_founder")
            for f in self._knowledge.entity(person).facts_of("role")
        )

    # Offices

    def office(
        self, claim: Claim, entity: Entity, article: DateInterval | None, today: DateInterval
    ) -> Verdict:
        """Who held an office at the time that the text speaks of."""
        title = claim.qualifiers.get("title", "ceo")
        assert isinstance(claim.value, EntityValue)
        held = [(p, f) for p, f in self._holders(entity.id) if f.text("title") in _HEADS.get(title, (title,))]
        own = [(p, f) for p, f in held if p.id in claim.value.ids]
        if claim.qualifiers.get("first_office"):
            return self._first_in_office(claim, entity, title)
        if claim.qualifiers.get("former"):
            exact = [(p, f) for p, f in held if f.text("title") == title]
            if own and title == "chief_scientist" and exact and self._another_chief(own, entity.id):
                names = list(dict.fromkeys(p.id for p, _ in exact))
                return self._office_verdict(CONTRADICTED, entity, names, tuple(f for _, f in exact), title)
            return (
                supported(*(f for _, f in own)) if own else self._office_of_nobody_here(claim, entity, title)
            )
        moment = claim.when or article or (today if claim.present else None)
        lower = ("president", "vice_president", *(("chair",) if claim.qualifiers.get("explicit") else ()))
        if title == "chief_scientist":
            lower = ("head", "vice_president")
        if own and title in ("ceo", "chief_scientist") and all(f.text("title") in lower for _, f in own):
            chiefs = [(p, f) for p, f in held if f.text("title") == title and f.holds(moment or today)]
            if (
                chiefs
            ):  # the president is not the chief executive where there is one, nor a head the chief scientist
                return self._office_verdict(
                    CONTRADICTED, entity, [p.id for p, _ in chiefs], tuple(f for _, f in chiefs), title
                )
        if own:
            if moment is None or any(f.holds(moment) or (f.first is None and f.last is None) for _, f in own):
                return supported(*(f for _, f in own))
            if claim.when is not None and claim.when is not article and not claim.present:
                return self._long_after(claim, entity, held, own, title)
            return self._outdated(entity, held, own, moment, title)
        strict = [(p, f) for p, f in held if f.text("title") == title]
        if claim.qualifiers.get("earlier") and title in _OF_DIVISIONS and claim.when is None:
            strict = []  # 曾任百度首席科学家: those of its divisions, and of the past, are seldom recorded
        if title == "director":
            strict = [(p, f) for p, f in strict if f.first is not None]  # else one may be long gone
        if not strict or not claim.value.ids:
            return self._office_of_nobody_here(claim, entity, title)
        moment = moment or today
        present = [(p, f) for p, f in strict if f.holds(moment)]
        if not present:
            return self._office_of_nobody_here(claim, entity, title)
        if (
            claim.when is None
            and article is None
            and not claim.present
            and not self._has_roles(claim.value.ids)
        ):
            return UNKNOWN_VERDICT
        names = list(dict.fromkeys(p.id for p, _ in present))
        return self._office_verdict(CONTRADICTED, entity, names, tuple(f for _, f in present), title)

    def _first_in_office(self, claim: Claim, entity: Entity, title: str) -> Verdict:
        """首任主任: whoever is recorded to have held the office since the founding, or before all others."""
        assert isinstance(claim.value, EntityValue)
        held = [(p, f) for p, f in self._holders(entity.id) if f.text("title") == title]
        if any(p.id in claim.value.ids and f.first is None for p, f in held):
            return supported(*(f for _, f in held))
        ends = [(d.first, p, f) for p, f in held if (d := f.first or f.last) is not None]
        if not ends or not claim.value.ids:
            return UNKNOWN_VERDICT
        _, person, fact = min(ends, key=lambda end: (end[0], end[1].id))
        if person.id in claim.value.ids:
            return supported(fact)
        founded = [f.date.first.year for f in entity.facts_of("founded") if f.date is not None]
        since = fact.first
        if not founded or not since or all(abs(since.first.year - year) > 1 for year in founded):
            return UNKNOWN_VERDICT  # someone may have been there before
        return self._office_verdict(CONTRADICTED, entity, [person.id], (fact,), title)

    @staticmethod
    def _another_chief(own: Sequence[tuple[Entity, Fact]], organisation: str) -> bool:
        """Whether the one who is called a former chief scientist was another of the chiefs there."""
        if any(f.text("title") == "chief_scientist" for _, f in own):
            return False
        held = {f.text("title") for p, _ in own for f in p.facts_of("role") if f.text("org") == organisation}
        return bool(held & {"cto", "coo", "cfo"})

    def _long_after(
        self,
        claim: Claim,
        entity: Entity,
        held: Sequence[tuple[Entity, Fact]],
        own: Sequence[tuple[Entity, Fact]],
        title: str,
    ) -> Verdict:
        """A holder of office named as such in a year in which someone else held it all along, unless as the former one."""
        when = claim.when
        ends = [f.last.last for _, f in own if f.last is not None]
        if when is None or not ends or len(ends) < len(own) or claim.qualifiers.get("earlier"):
            return UNKNOWN_VERDICT
        since = [
            (p, f)
            for p, f in held
            if f.text("title") == title
            and f.first is not None
            and f.first.last < when.first
            and (f.last is None or f.last.first > when.last)
        ]
        if not since or (when.first - max(ends)).days < 90 or not claim.qualifiers.get("explicit"):
            return UNKNOWN_VERDICT
        names = list(dict.fromkeys(p.id for p, _ in since))
        return self._office_verdict(OUTDATED, entity, names, tuple(f for _, f in since), title)

    def _office_of_nobody_here(self, claim: Claim, entity: Entity, title: str) -> Verdict:
        """An office of which no holder is recorded, given to someone all of whose employers are, and this is none of them."""
        assert isinstance(claim.value, EntityValue)
        if entity.type not in ("organization", "lab"):
            return UNKNOWN_VERDICT
        people = [self._knowledge.entity(i) for i in claim.value.ids if i in self._knowledge]
        if title in _OF_DIVISIONS and len(people) == 1:
            other = [
                f
                for f in people[0].facts_of("role")
                if f.text("org") == entity.id and f.text("title") in _ONE_AT_A_TIME
            ]
            if other and all(f.text("title") != title for f in other):
                said = list(dict.fromkeys(_OFFICES[f.text("title")] for f in other))
                return Verdict(
                    CONTRADICTED,
                    tuple(other),
                    wording.both("、".join(zh for zh, _ in said), ", ".join(en for _, en in said)),
                    wording.both(f"职务（{entity.display('zh')}）", f"office ({entity.display('en')})"),
                    subject=people[0].id,
                    confidence="medium",
                    claimed=_OFFICES[title][0],
                )
        for person in people:
            roles = [f for f in person.facts_of("role") if f.text("org")]
            own = {f.text("org") for f in roles}
            if "role" not in person.complete or any(
                self._related(o, entity.id) for o in self._places_of(person.id) | own
            ):
                return UNKNOWN_VERDICT
            if self._connected(person.id, entity.id, own):
                return UNKNOWN_VERDICT
        if not people:
            return UNKNOWN_VERDICT
        facts = people[0].facts_of("role")[:3]
        orgs = list(dict.fromkeys(f.text("org") for f in facts if f.text("org")))
        expected = wording.both(
            f"另有其人（{people[0].display('zh')}任职于{wording.names(self._knowledge, orgs, 'zh')}）",
            f"someone else ({people[0].display('en')} worked for {wording.names(self._knowledge, orgs, 'en')})",
        )
        label = wording.both(*_TITLE.get(title, (title, title)))
        return Verdict(CONTRADICTED, facts, expected, label, subject=entity.id, confidence="medium")

    def _has_roles(self, people: Iterable[str]) -> bool:
        return any(p in self._knowledge and self._knowledge.entity(p).facts_of("role") for p in people)

    def _outdated(
        self,
        entity: Entity,
        held: Sequence[tuple[Entity, Fact]],
        own: Sequence[tuple[Entity, Fact]],
        moment: DateInterval,
        title: str,
    ) -> Verdict:
        present = [
            (p, f) for p, f in held if f.holds(moment) and f.text("title") == title and f.first is not None
        ]
        ended = [f for _, f in own if f.last is not None and f.last.last < moment.first]
        if not ended:
            return UNKNOWN_VERDICT
        names = list(dict.fromkeys(p.id for p, _ in present))
        return self._office_verdict(OUTDATED, entity, names, (*ended, *(f for _, f in present)), title)

    def _office_verdict(
        self, status: str, entity: Entity, people: Sequence[str], facts: tuple[Fact, ...], title: str
    ) -> Verdict:
        label = _TITLE.get(title, (title, title))
        ended = next((f.last for f in facts if f.last is not None), None)
        zh = wording.names(self._knowledge, people, "zh") or (
            f"已于{wording.date(ended, 'zh')}卸任" if ended else ""
        )
        en = wording.names(self._knowledge, people, "en") or (
            f"left in {wording.date(ended, 'en')}" if ended else ""
        )
        return Verdict(status, facts, wording.both(zh, en), wording.both(*label), subject=entity.id)

    def holders(self, organisation: str, title: str) -> list[tuple[Entity, Fact]]:
        """Who is recorded to have held an office of an organisation, and when."""
        return [(p, f) for p, f in self._holders(organisation) if f.text("title") == title]

    def _holders(self, organisation: str) -> list[tuple[Entity, Fact]]:
        found = self._offices.get(organisation)
        if found is None:
            people = [self._knowledge.entity(i) for i in self._knowledge.naming(organisation, PERSON_TYPES)]
            found = [(p, f) for p in people for f in p.facts_of("role") if f.text("org") == organisation]
            self._offices[organisation] = found
        return found

    def employer(self, claim: Claim, entity: Entity) -> Verdict:
        """Where a person works, worked, joined or left."""
        assert isinstance(claim.value, EntityValue)
        roles = [f for f in entity.facts_of("role") if f.text("org")]
        places = self._places_of(entity.id)
        organisations = claim.value.ids
        if self._only_before(claim, roles):
            return self._went_elsewhere(claim, entity, roles)
        if any(
            o == p or self._knowledge.is_part_of(o, p, None) or self._knowledge.is_part_of(p, o, None)
            for o in organisations
            for p in places
            if p in self._knowledge and o in self._knowledge
        ):
            return supported(*roles)
        if not organisations:
            return UNKNOWN_VERDICT
        if "role" in entity.complete:
            return self._never_there(claim, entity, roles)
        if len(places) < 2 or claim.when is None:
            return UNKNOWN_VERDICT
        dated = [f for f in roles if f.first is not None or f.last is not None]
        if not any(
            f.holds(claim.when) or (f.last is not None and f.last.overlaps(claim.when)) for f in dated
        ):
            return UNKNOWN_VERDICT  # where he was then is not recorded
        if (claim.qualifiers.get("former") or claim.qualifiers.get("earlier")) and not any(
            f.last is not None and f.last.first <= claim.when.last for f in roles
        ):
            return UNKNOWN_VERDICT  # nothing is recorded of what he did before
        relevant = [f for f in roles if claim.when is None or f.holds(claim.when)] or roles
        orgs = list(dict.fromkeys(f.text("org") for f in relevant))[:3]
        expected = wording.both(
            wording.names(self._knowledge, orgs, "zh"), wording.names(self._knowledge, orgs, "en")
        )
        return Verdict(
            CONTRADICTED,
            tuple(relevant[:3]),
            expected,
            wording.both("任职机构", "employer"),
            subject=entity.id,
            confidence="medium",
        )

    def _only_before(self, claim: Claim, roles: Sequence[Fact]) -> bool:
        """Whether someone who is said to have left one organisation for another had been at that one only before."""
        assert isinstance(claim.value, EntityValue)
        left = [f for f in roles if f.text("org") in claim.qualifiers.get("after", "").split(",")]
        there = [f for f in roles if any(self._related(f.text("org"), o) for o in claim.value.ids)]
        begun = [f.first.first for f in left if f.first is not None]
        return (
            bool(left and there)
            and len(begun) == len(left)
            and all(f.last is not None and f.last.first <= min(begun) for f in there)
        )

    def _went_elsewhere(self, claim: Claim, entity: Entity, roles: Sequence[Fact]) -> Verdict:
        """Where someone went next, all of whose employers are recorded."""
        left = [f for f in roles if f.text("org") in claim.qualifiers.get("after", "").split(",")]
        ended = [f.last.first for f in left if f.last is not None]
        later = [f for f in roles if f.first is not None and ended and f.first.last >= min(ended)]
        later = [f for f in later if f not in left]
        if "role" not in entity.complete or not later:
            return UNKNOWN_VERDICT
        orgs = list(dict.fromkeys(f.text("org") for f in later))
        shown = {lang: wording.names(self._knowledge, orgs, lang) for lang in ("zh", "en")}
        label = wording.both("此后的任职机构", "next employer")
        return Verdict(CONTRADICTED, tuple(later), shown, label, subject=entity.id, confidence="medium")

    def _never_there(self, claim: Claim, entity: Entity, roles: Sequence[Fact]) -> Verdict:
        """Another employer than the recorded ones, all of which are recorded. What he founded, or what owns or has become
        one of them, is none."""
        assert isinstance(claim.value, EntityValue)
        own = {f.text("org") for f in roles}
        if any(self._connected(entity.id, o, own) for o in claim.value.ids):
            return UNKNOWN_VERDICT
        if claim.qualifiers.get("loose") and any(
            n.text.endswith(("·" + claim.subject_text, " " + claim.subject_text)) for n in entity.names
        ):
            return UNKNOWN_VERDICT  # “DeepMind的霍夫曼”: another one of this family name
        then = [f for f in roles if claim.when is not None and f.holds(claim.when)]
        shown = (then or list(roles))[:3]
        orgs = list(dict.fromkeys(f.text("org") for f in shown))
        expected = wording.both(
            wording.names(self._knowledge, orgs, "zh"), wording.names(self._knowledge, orgs, "en")
        )
        label = wording.both("任职机构", "employer")
        return Verdict(CONTRADICTED, tuple(shown), expected, label, subject=entity.id, confidence="medium")

    def _connected(self, person: str, organisation: str, own: Iterable[str]) -> bool:
        """Whether an organisation is one's own, or shares its owner, its predecessor or its successor with one of these."""
        if organisation not in self._knowledge:
            return True
        entity = self._knowledge.entity(organisation)
        founders = {v for f in entity.facts_of("founded_by") for v in (*(f.value or ()), *f.texts("also"))}
        if person in founders or founders & set(own):
            return True
        lines = {organisation, *self._knowledge.owners(organisation), *_successors(entity)}
        return any(
            line == other
            or line in self._knowledge.owners(other)
            or line in _successors(self._knowledge.entity(other))
            for line in lines
            for other in own
            if other in self._knowledge
        )

    def school(self, claim: Claim, entity: Entity) -> Verdict:
        """Where a person took a degree; without a degree any recorded school may be meant, and more than are recorded
        unless all are."""
        assert isinstance(claim.value, EntityValue)
        facts = [f for f in entity.facts_of("education") if f.text("org") in self._knowledge]
        degree = claim.qualifiers.get("degree", "")
        own = [f for f in facts if degree and f.text("degree") == degree]
        if any(self._related(o, f.text("org")) for o in claim.value.ids for f in own or facts):
            return supported(*(own or facts))
        if not own and "education" in entity.complete:
            if any(self._related(o, p) for o in claim.value.ids for p in self._places_of(entity.id)):
                return UNKNOWN_VERDICT  # 在清华大学任教: he may also have learned there
            own = facts
        if not own or not claim.value.ids:
            return UNKNOWN_VERDICT
        schools = list(dict.fromkeys(f.text("org") for f in own))
        shown = {lang: wording.names(self._knowledge, schools, lang) for lang in ("zh", "en")}
        return Verdict(
            CONTRADICTED,
            tuple(own),
            shown,
            wording.both("学历", "education"),
            subject=entity.id,
            confidence="medium",
        )

    def adviser(self, claim: Claim, entity: Entity) -> Verdict:
        """With whom a person studied; wrong only where all who taught him are recorded."""
        assert isinstance(claim.value, EntityValue)
        facts = [f for f in entity.facts_of("education") if f.texts("adviser")]
        advisers = list(dict.fromkeys(a for f in facts for a in f.texts("adviser")))
        if set(advisers) & set(claim.value.ids):
            return supported(*facts)
        if not facts or not claim.value.ids or "education" not in entity.complete:
            return UNKNOWN_VERDICT
        shown = {lang: wording.names(self._knowledge, advisers, lang) for lang in ("zh", "en")}
        label = wording.both("导师", "adviser")
        return Verdict(CONTRADICTED, tuple(facts), shown, label, subject=entity.id, confidence="medium")

    # Deals, places, parents, bases

    def acquirer(self, claim: Claim, entity: Entity) -> Verdict:
        """Who bought an organisation; a deal that failed bought nothing."""
        assert isinstance(claim.value, EntityValue)
        facts = list(entity.facts_of("acquired_by"))
        buyers = claim.value.ids
        for fact in facts:
            if any(self._related(b, str(v)) for b in buyers for v in fact.texts("value")):
                if fact.date_of("terminated") is None:
                    return supported(fact)
                ended = fact.date_of("terminated")
                assert ended is not None
                if claim.qualifiers.get("announced") or claim.qualifiers.get("attempt"):
                    return supported(fact)
                expected = wording.both(
                    f"交易已于{wording.date(ended, 'zh')}终止，并未完成",
                    f"the deal was called off in {wording.date(ended, 'en')}",
                )
                return Verdict(
                    CONTRADICTED,
                    (fact,),
                    expected,
                    wording.both("收购方", "acquirer"),
                    subject=entity.id,
                    confidence="high" if "完成" in claim.qualifiers.get("verb", "") else "medium",
                )
        done = [f for f in facts if f.date_of("terminated") is None]
        if not buyers:
            return UNKNOWN_VERDICT
        if claim.qualifiers.get("attempt"):
            return self._other_attempt(claim, entity)
        if not done:
            failed = [f for f in facts if claim.when is not None and _under_way(f, claim.when)]
            if failed:
                return self._contradicted(claim, entity, failed, "acquired_by")
        if not done:
            return self._other_target(claim, entity) or self._never_bought(claim, entity)
        return self._contradicted(claim, entity, done, "acquired_by")

    def lead_investor(self, claim: Claim, entity: Entity) -> Verdict:
        """Who led a funding round, told by its date."""
        assert isinstance(claim.value, EntityValue)
        rounds = [f for f in entity.facts_of("funding") if f.texts("lead")]
        name = numbers.round_key(claim.qualifiers.get("round", ""))
        named = [f for f in rounds if name and numbers.round_key(f.text("round")) == name]
        then = [
            f for f in rounds if claim.when is not None and f.date is not None and f.date.overlaps(claim.when)
        ]
        meant = [f for f in named if claim.when is None or f in then] or (
            [f for f in then if not name or not f.text("round")]
        )
        if any(self._led(i, f) for f in meant or rounds for i in claim.value.ids):
            return supported(*(meant or rounds))
        if len({f.texts("lead") for f in meant}) != 1 or not claim.value.ids:
            return UNKNOWN_VERDICT
        dated = meant
        leads = dated[0].texts("lead")
        expected = wording.both(
            wording.names(self._knowledge, leads, "zh"), wording.names(self._knowledge, leads, "en")
        )
        return Verdict(
            CONTRADICTED, (dated[0],), expected, wording.both("领投方", "lead investor"), subject=entity.id
        )

    def _led(self, investor: str, funding: Fact) -> bool:
        """Whether an investor, or the group that it belongs to, led a round."""
        return any(
            investor == lead
            or (lead in self._knowledge and self._knowledge.is_part_of(lead, investor, None))
            or self._knowledge.is_part_of(investor, lead, None)
            for lead in funding.texts("lead")
        )

    def _other_target(self, claim: Claim, entity: Entity) -> Verdict | None:
        """The deal that is meant, where date and price fit another purchase of the same buyer."""
        assert isinstance(claim.value, EntityValue)
        money = claim.qualifiers.get("money", "").split()
        if claim.when is None or len(money) != 3:
            return None
        low, high, unit = float(money[0]), float(money[1]), money[2]
        for fact in self._purchases(claim.value.ids):
            price, dates = (
                fact.quantity_of("price"),
                [d for n in ("announced", "completed") if (d := fact.date_of(n))],
            )
            if (
                price is None
                or price.unit != unit
                or fact.entity == entity.id
                or not any(d.overlaps(claim.when) for d in dates)
            ):
                continue
            if low <= price.high * 1.05 and price.low * 0.95 <= high:
                names = wording.both(
                    wording.names(self._knowledge, [fact.entity], "zh"),
                    wording.names(self._knowledge, [fact.entity], "en"),
                )
                return Verdict(
                    CONTRADICTED, (fact,), wording.both(f"未被收购；同期以此价格被收购的是{names['zh']}", f"not bought; {names['en']} was"),
                    wording.both("收购方", "acquirer"), subject=entity.id,
                )  # fmt: skip
        return None

    def _other_attempt(self, claim: Claim, entity: Entity) -> Verdict:
        """A deal that came to nothing, where at that time the buyer gave up the purchase of something else."""
        assert isinstance(claim.value, EntityValue)
        for fact in self._purchases(claim.value.ids):
            ended = fact.date_of("terminated")
            if ended is None or fact.entity == entity.id or claim.when is None:
                continue
            if ended.overlaps(claim.when):
                shown = {lang: wording.names(self._knowledge, [fact.entity], lang) for lang in ("zh", "en")}
                return Verdict(
                    CONTRADICTED,
                    (fact,),
                    shown,
                    wording.both("未成的收购的标的", "target of the deal that failed"),
                    subject=claim.value.ids[0],
                )
        return UNKNOWN_VERDICT

    def _purchases(self, buyers: Iterable[str]) -> list[Fact]:
        return [
            fact
            for buyer in buyers
            for identifier in self._knowledge.naming(buyer, _BOUGHT)
            for fact in self._knowledge.entity(identifier).facts_of("acquired_by")
            if buyer in fact.texts("value")
        ]

    def _never_bought(self, claim: Claim, entity: Entity) -> Verdict:
        """No deal is recorded; that the alleged buyer only invested is enough to contradict."""
        assert isinstance(claim.value, EntityValue)
        invested = [f for f in entity.facts_of("invested_by") if set(f.texts("value")) & set(claim.value.ids)]
        if not invested:
            return UNKNOWN_VERDICT
        return Verdict(
            CONTRADICTED,
            tuple(invested),
            wording.both("只是投资方，并未收购", "an investor, not the owner"),
            wording.both("收购方", "acquirer"),
            subject=entity.id,
        )

    def place(self, claim: Claim, entity: Entity) -> Verdict:
        """Where an organisation has its seat; a place contains its parts and is right for them."""
        return self._place(claim, entity, "headquartered_in")

    def venue(self, claim: Claim, entity: Entity) -> Verdict:
        """Where an event was held."""
        return self._place(claim, entity, "held_in")

    def birthplace(self, claim: Claim, entity: Entity) -> Verdict:
        """Where a person was born; a place contains its parts and is right for them."""
        assert isinstance(claim.value, EntityValue)
        facts = [f for f in entity.facts_of("born") if f.text("place") in self._knowledge]
        said = [p for p in claim.value.ids if p in self._knowledge]
        if not facts or not said:
            return UNKNOWN_VERDICT
        within = self._knowledge.is_part_of
        if any(
            p == f.text("place") or within(p, f.text("place"), None) or within(f.text("place"), p, None)
            for p in said
            for f in facts
        ):
            return supported(*facts)
        places = [f.text("place") for f in facts]
        shown = {lang: wording.names(self._knowledge, places, lang) for lang in ("zh", "en")}
        return Verdict(
            CONTRADICTED, tuple(facts), shown, wording.both("出生地", "birthplace"), subject=entity.id
        )

    def _place(self, claim: Claim, entity: Entity, predicate: str) -> Verdict:
        facts = [f for f in entity.facts_of(predicate) if f.value]
        assert isinstance(claim.value, EntityValue)
        if not facts or not claim.value.ids:
            return UNKNOWN_VERDICT
        seats = {v for f in facts for v in (*(f.value or ()), *f.texts("also"))}
        related = any(
            p == s or self._knowledge.is_part_of(p, s, None) or self._knowledge.is_part_of(s, p, None)
            for p in claim.value.ids
            for s in seats
            if p in self._knowledge and s in self._knowledge
        )
        if related:
            return supported(*facts)
        if not claim.certain and not self._is_country(claim.value.ids):
            return UNKNOWN_VERDICT  # “伦敦的谷歌团队”: an office is not the seat
        return self._contradicted(claim, entity, facts, predicate)

    def _is_country(self, places: Iterable[str]) -> bool:
        return any(p in self._knowledge and not self._knowledge.entity(p).facts_of("part_of") for p in places)

    def parent(self, claim: Claim, entity: Entity) -> Verdict:
        """To whom an organisation belongs."""
        assert isinstance(claim.value, EntityValue)
        facts = [
            f for f in (*entity.facts_of("part_of"), *entity.facts_of("acquired_by")) if f.texts("value")
        ]
        if claim.qualifiers.get("said") == "parent":
            turned = [
                f
                for o in claim.value.ids
                for f in self._knowledge.entity(o).facts_of("part_of")
                if entity.id in f.texts("value")
            ]
            if turned:
                zh, en = entity.display("zh"), entity.display("en")
                shown = wording.both(f"{zh}才是母公司", f"{en} is the parent")
                return Verdict(
                    CONTRADICTED, tuple(turned), shown, wording.both("母公司", "parent"), subject=entity.id
                )
        if any(
            self._knowledge.is_part_of(entity.id, o, None) or self._knowledge.is_part_of(o, entity.id, None)
            for o in claim.value.ids
            if o in self._knowledge
        ):
            return supported(*facts)
        if claim.qualifiers.get("said") == "seller":
            return self._seller(claim, entity, facts)
        owners = [
            f
            for f in facts
            if f.date_of("terminated") is None
            and all(
                v in self._knowledge and self._knowledge.type_of(v) in ("organization", "lab")
                for v in f.texts("value")
            )
        ]
        if not owners or not claim.value.ids:
            return UNKNOWN_VERDICT
        above = {v for f in owners for v in f.texts("value")}
        if any(self._knowledge.is_part_of(o, v, None) for o in claim.value.ids for v in above):
            return UNKNOWN_VERDICT  # another unit of the same group: it may stand between, or have done so
        return self._contradicted(claim, entity, owners, "part_of")

    def _seller(self, claim: Claim, entity: Entity, facts: Sequence[Fact]) -> Verdict:
        """Of whom an organisation was bought, where it is recorded who owned it then."""
        assert isinstance(claim.value, EntityValue)
        before = [
            f
            for f in facts
            if f.date_of("terminated") is None
            and claim.when is not None
            and any(
                d is not None and d.last < claim.when.first
                for d in (f.date_of("completed"), f.date_of("announced"), f.date_of("from"))
            )
        ]
        if not before or not claim.value.ids:
            return UNKNOWN_VERDICT
        verdict = self._contradicted(claim, entity, before, "part_of")
        return replace(verdict, label=wording.both("卖方", "seller"))

    def base(self, claim: Claim, entity: Entity) -> Verdict:
        """The model on which a model was built."""
        assert isinstance(claim.value, EntityValue)
        facts = [
            f
            for f in entity.facts_of("based_on")
            if f.value
            and (
                not claim.variant
                or not f.text("variant")
                or f.text("variant").lower() == claim.variant.lower()
            )
        ]
        if not facts:
            return UNKNOWN_VERDICT
        bases = {v for f in facts for v in (*(f.value or ()), *f.texts("also"))}
        size = self._other_size(claim, entity)
        if size is not None:
            name = (
                claim.value.text.removesuffix(claim.value.variant).rstrip("- ")
                if claim.value.variant
                else claim.value.text
            )
            shown = (
                f"{wording.names(self._knowledge, sorted(bases)[:1], 'zh')} {size}"
                if len(bases) == 1
                else f"{name} {size}"
            )
            return Verdict(
                CONTRADICTED,
                tuple(facts),
                wording.both(shown, shown),
                wording.both("基础", "base"),
                subject=entity.id,
            )
        if claim.qualifiers.get("initial") and self._came_later(claim.value.ids, entity):
            return self._contradicted(claim, entity, facts, "based_on")
        if any(self._based(v, b) for v in claim.value.ids for b in bases):
            return supported(*facts)
        if entity.type == "product" and self._is_newer(claim.value.ids, bases):
            return UNKNOWN_VERDICT  # products move on to newer models
        kinds = {self._knowledge.type_of(v) for v in claim.value.ids if v in self._knowledge}
        recorded = {self._knowledge.type_of(b) for b in bases if b in self._knowledge}
        if kinds and kinds <= {"framework", "product"}:
            rivals = [
                f for f in facts if any(self._instead(c, b) for c in claim.value.ids for b in f.value or ())
            ]
            return self._contradicted(claim, entity, rivals, "based_on") if rivals else UNKNOWN_VERDICT
        if "model" not in kinds or not kinds <= {"model", "product"} or "model" not in recorded:
            return UNKNOWN_VERDICT
        return self._contradicted(claim, entity, facts, "based_on")

    def _is_newer(self, models: Iterable[str], bases: Iterable[str]) -> bool:
        """Whether one of the models appeared after all recorded bases."""
        known = [
            e.first
            for b in bases
            if b in self._knowledge and (e := earliest_event(self._knowledge.entity(b)))
        ]
        dates = [earliest_event(self._knowledge.entity(m)) for m in models if m in self._knowledge]
        return bool(known) and any(d is not None and d.last >= max(known) for d in dates)

    def _came_later(self, models: Iterable[str], product: Entity) -> bool:
        """Whether models appeared only after the product that is said to have been built on them at first."""
        first = earliest_event(product)
        dates = [earliest_event(self._knowledge.entity(m)) for m in models if m in self._knowledge]
        return (
            first is not None
            and bool(dates)
            and all(d is not None and (d.first - first.last).days > 60 for d in dates)
        )

    def _instead(self, claimed: str, base: str) -> bool:
        """Whether what is built on the one is not built on the other: two frameworks for deep learning, two databases."""
        groups = self._knowledge.vocabulary.groups_of
        return claimed != base and any(
            g.startswith("foundation-") for g in set(groups(claimed)) & set(groups(base))
        )

    def company(self, claim: Claim, entity: Entity) -> Verdict:
        """The company that sells what its makers gave away."""
        assert isinstance(claim.value, EntityValue)
        facts = [f for f in entity.facts_of("company") if f.value]
        recorded = {v for f in facts for v in (*(f.value or ()), *f.texts("also"))}
        if not facts or not claim.value.ids:
            return UNKNOWN_VERDICT
        if any(self._related(c, r) for c in claim.value.ids for r in recorded):
            return supported(*facts)
        return self._contradicted(claim, entity, facts, "company")

    def _other_size(self, claim: Claim, entity: Entity) -> str | None:
        """A model tuned from another keeps its size: the size of the subject, where the base is given another one."""
        assert isinstance(claim.value, EntityValue)
        if not re.fullmatch(r"\d+(?:\.\d+)?[bm]", claim.value.variant):
            return None
        sizes = [(f, q) for f in entity.facts_of("parameters") if (q := f.quantity) is not None]
        if len(sizes) != 1:
            return None
        claimed = Quantity.parse(claim.value.variant.upper()).middle
        own = sizes[0][1].middle
        return None if 0.8 < claimed / own < 1.25 else (sizes[0][0].value or ("",))[0]

    def _based(self, value: str, base: str, depth: int = 3) -> bool:
        knowledge = self._knowledge
        if value == base or value not in knowledge or base not in knowledge:
            return value == base
        if knowledge.is_part_of(base, value, None) or knowledge.is_part_of(value, base, None):
            return True
        return depth > 0 and any(
            self._based(value, b, depth - 1)
            for f in knowledge.entity(base).facts_of("based_on")
            for b in f.value or ()
        )

    def author(self, claim: Claim, entity: Entity) -> Verdict:
        """An author of a paper, or of the paper of a thing."""
        assert isinstance(claim.value, EntityValue)
        papers = papers_of(self._knowledge, entity)
        facts = [f for p in papers for f in p.facts_of("authors")]
        if not facts and entity.type in BY_PERSONS:
            return self._person_maker(claim, entity)
        if not facts or not claim.value.ids:
            return UNKNOWN_VERDICT
        spelled = [[n.text for n in self._knowledge.entity(i).names] for i in claim.value.ids]
        latin = all(any(n.isascii() and " " in n for n in names) for names in spelled)
        names = [n for each in spelled for n in each]
        return judge_authors(entity, facts, names, latin=latin, first=bool(claim.qualifiers.get("first")))

    def _no_authors(self, people: Sequence[str], entity: Entity, facts: Sequence[Fact]) -> bool:
        """Whether these are people who did not write the paper of a thing, all authors of which are recorded, are not named
        as its makers, and do not lead an organisation (a head is credited with what his people do)."""
        known = {v for f in facts for v in (*f.texts("value"), *f.texts("also"))}
        if entity.type not in _WRITTEN_UP or known & set(people):
            return False
        for person in people:
            if self._knowledge.type_of(person) != "person" or self._leads(person, known, entity):
                return False
        papers = papers_of(self._knowledge, entity)
        lists = [f for p in papers for f in p.facts_of("authors")]
        return bool(lists) and all(f.flag("complete") for f in lists)

    def _leads(self, person: str, makers: set[str], entity: Entity) -> bool:
        """Whether a person led an organisation that has to do with the makers of a thing, when it appeared."""
        when = earliest_event(entity)
        leading = [
            f
            for f in self._knowledge.entity(person).facts_of("role")
            if (f.text("title") in _LEADING and f.holds(when)) or f.text("title") in _FOUNDING
        ]
        organisations = {m for m in makers if self._is_organisation(m)}
        return any(
            not organisations or any(self._related(f.text("org"), m) for m in organisations) for f in leading
        )

    def _person_maker(self, claim: Claim, entity: Entity) -> Verdict:
        """The author of a tool that persons made."""
        assert isinstance(claim.value, EntityValue)
        facts = [f for f in entity.facts_of("created_by") if f.value]
        makers = {v for f in facts for v in (*(f.value or ()), *f.texts("also")) if v in self._knowledge}
        people = {m for m in makers if self._knowledge.type_of(m) == "person"}
        if not people or not claim.value.ids:
            return UNKNOWN_VERDICT
        if set(claim.value.ids) & makers or any(p in makers for p in _partners_of(claim)):
            return supported(*facts)
        return self._contradicted(claim, entity, facts, "created_by")

    def _contradicted(self, claim: Claim, entity: Entity, facts: Sequence[Fact], predicate: str) -> Verdict:
        spec = self._knowledge.ontology.predicates[predicate]
        identifiers = list(dict.fromkeys(v for f in facts for v in f.texts("value")))
        expected = wording.both(
            wording.names(self._knowledge, identifiers, "zh"),
            wording.names(self._knowledge, identifiers, "en"),
        )
        return Verdict(
            CONTRADICTED,
            tuple(facts),
            expected,
            wording.both(spec.label_zh, spec.label_en),
            subject=entity.id,
            confidence="high" if claim.certain else "medium",
        )
