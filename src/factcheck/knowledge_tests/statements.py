"""What there is to say of a fact: who and what it speaks of, the true values and a wrong one, ready for the slots."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from zlib import crc32

from factcheck.knowledge.index import Knowledge
from factcheck.knowledge.model import Entity, Fact
from factcheck.knowledge.values import DateInterval, Quantity
from factcheck.knowledge_tests.naming import Namer
from factcheck.knowledge_tests.subjects import earliest, subject_slots
from factcheck.knowledge_tests.templates import Templates
from factcheck.knowledge_tests.values import (
    Slots,
    date_forms,
    known_forms,
    middle,
    operation_forms,
    quantity_forms,
)
from factcheck.knowledge_tests.wrong import Ties, WrongValues

_OFFICES = frozenset({"ceo", "cto", "chief_scientist", "chair"})
_WORKS = frozenset(
    {"professor", "researcher", "vice_president", "director", "employee", "head", "president", "board_member"}
)
# Numbers that come in steps: a wrong one is one that another thing has.
_STEPPED = frozenset(
    {
        "context_window",
        "layers",
        "attention_heads",
        "hidden_size",
        "experts",
        "process_node",
        "memory",
        "memory_bandwidth",
        "interconnect_bandwidth",
        "power",
    }
)
# Numbers of which every digit counts: never rounded, never in 万.
_EXACT = frozenset({"default_port", "embedding_dimension"})
_VENUES = ("NeurIPS", "ICML", "ICLR", "CVPR", "ACL", "EMNLP", "AAAI", "ICCV")
_OPEN = frozenset({"open-source", "open-weights"})
_DIRECTIONS = ("bidirectional", "unidirectional")
_MODEL_NAME = re.compile(r"[a-z][a-z0-9.]*(?:-[a-z0-9.]+)+")
_ACRONYM = re.compile(r"[A-Za-z0-9.\-]+")
_CALL = re.compile(r"[A-Za-z_]\w*(?:\.\w+)+")


@dataclass(frozen=True, slots=True)
class Statement:
    """A fact as sentences say it.

    ``templates`` names its constructions (``released``, ``acquired_by.price``). ``keys`` choose words,
    ``slots`` are the same in every sentence, ``true`` and ``wrong`` fill those of the value; ``wrong`` is
    empty where nothing is surely wrong.
    """

    fact: str
    predicate: str
    templates: str
    keys: Mapping[str, str]
    slots: Slots
    true: tuple[Slots, ...]
    wrong: tuple[Slots, ...] = ()
    circumstances: frozenset[str] = frozenset()

    @property
    def seed(self) -> int:
        """A number that only the fact decides."""
        return seed_of(self.fact)


def seed_of(text: str) -> int:
    """A number that only the text decides."""
    return crc32(text.encode())


class Statements:
    """Makes the statements of the facts of a knowledge base; ``today`` parts what is past from what is planned."""

    def __init__(self, knowledge: Knowledge, templates: Templates, today: date) -> None:
        self._knowledge = knowledge
        self._templates = templates
        self._today = today
        self._namer = Namer(knowledge)
        self._wrong = WrongValues(knowledge, self._namer, Ties(knowledge), today)

    def of(self, entity: Entity, fact: Fact) -> Iterator[Statement]:
        """The statements of one fact; none where nobody could say it so that it is clear what is meant."""
        if fact.status == "superseded":
            return
        special: Mapping[str, Callable[[Entity, Fact], Iterator[Statement]]] = {
            "created_by": self._created, "released": self._released, "founded": self._founded, "founded_by": self._founders,
            "headquartered_in": self._seat, "held_in": self._seat, "part_of": self._part, "acquired_by": self._deal,
            "listed_on": self._listing, "role": self._role, "openness": self._openness, "expansion": self._expansion,
            "category": self._category, "authors": self._authors, "venue": self._venue, "award": self._award,
            "match": self._match, "record": self._record, "shutdown": self._shutdown, "moved": self._moved,
            "based_on": self._base, "chip_architecture": self._member, "status": self._status, "education": self._education,
            "translation": self._text, "invested_by": self._amount, "funding": self._amount,
            "compute": self._compute, "foundry": self._foundry, "delivered_to": self._tied, "company": self._tied,
            "module": self._code, "encoding": self._code, "argument": self._argument, "born": self._born,
        }  # fmt: skip
        predicate = self._knowledge.ontology.predicates[fact.predicate]
        make = special.get(fact.predicate)
        if make is None and predicate.shape_of("value") == "quantity":
            make = self._number
        if make is None:
            make = {"word": self._word, "entity": self._entity}.get(predicate.shape)
        if make is not None:
            yield from make(entity, fact)

    # Putting statements together

    def _statement(
        self,
        entity: Entity,
        fact: Fact,
        true: Iterable[Slots],
        wrong: Iterable[Slots] = (),
        *,
        templates: str = "",
        keys: Slots | None = None,
        slots: Slots | None = None,
        circumstances: Iterable[str] = (),
    ) -> Iterator[Statement]:
        said = tuple(form for form in true if form.get("value"))
        if not said:
            return
        mistaken = () if fact.status == "disputed" else tuple(form for form in wrong if form.get("value"))
        yield Statement(
            fact.id,
            fact.predicate,
            templates or fact.predicate,
            {"type": entity.type, "category": _category_of(entity), **(keys or {})},
            {**subject_slots(self._namer, entity, fact), **(slots or {})},
            said,
            mistaken,
            frozenset(circumstances),
        )

    def _named(self, entity_id: str) -> Slots:
        """The slots of a value that is an entity."""
        namer = self._namer
        if not entity_id or entity_id not in self._knowledge:
            return {}
        return {
            "value": namer.chinese(entity_id),
            "value_en": namer.latin(entity_id),
            "value_hant": namer.traditional(entity_id),
        }

    def _all_named(self, entity_ids: Iterable[str]) -> list[Slots]:
        return [self._named(each) for each in entity_ids]

    # Entities as values

    def _created(self, entity: Entity, fact: Fact) -> Iterator[Statement]:
        if entity.type == "api":
            return  # identifiers are used, not made, in articles
        seed = seed_of(fact.id)
        true = [self._maker(each, entity, seed) for each in (*fact.texts("value"), *fact.texts("also"))]
        wrong = "" if self._private(fact) else self._wrong.organisation(entity, seed)
        yield from self._statement(entity, fact, true, [self._maker(wrong, entity, seed)])

    def _private(self, fact: Fact) -> bool:
        """Whether a thing was made by persons of whom no workplace is recorded: any organisation may have been it."""
        makers = [self._knowledge.entity(v) for v in fact.texts("value") if v in self._knowledge]
        return any(m.type == "person" and not (m.facts_of("role") or m.facts_of("education")) for m in makers)

    def _maker(self, maker: str, entity: Entity, seed: int) -> Slots:
        """A maker with two other works of his."""
        works = [each for each in self._namer.works.get((maker, entity.type), ()) if each != entity.id]
        if len(works) < 2:
            return self._named(maker)
        first, second = works[seed % len(works)], works[(seed + 1) % len(works)]
        siblings = {"sibling": self._namer.chinese(first), "sibling2": self._namer.chinese(second)}
        return {**self._named(maker), **siblings}

    def _founders(self, entity: Entity, fact: Fact) -> Iterator[Statement]:
        people = fact.texts("value")
        others = {"co_founder": self._namer.chinese(people[0])} if len(people) > 1 else {}
        true = self._all_named((*people[1:], *people[:1], *fact.texts("also")))
        wrong = self._named(self._wrong.person(entity, seed_of(fact.id)))
        if others:
            true = [form for form in true if form.get("value") != others["co_founder"]] or true
        yield from self._statement(entity, fact, true, [wrong], slots=others)

    def _seat(self, entity: Entity, fact: Fact) -> Iterator[Statement]:
        recorded = [v for f in entity.facts_of(fact.predicate) for v in (*f.texts("value"), *f.texts("also"))]
        true = self._all_named((*fact.texts("value"), *fact.texts("also")))
        wrong = self._named(self._wrong.place(recorded, seed_of(fact.id)))
        yield from self._statement(entity, fact, true, [wrong])

    def _part(self, entity: Entity, fact: Fact) -> Iterator[Statement]:
        seed = seed_of(fact.id)
        if entity.type in ("organization", "lab"):
            wrong = self._wrong.organisation(entity, seed)
        elif entity.type == "place":
            wrong = ""  # geography is there for the seats; no rule is about it
        else:
            wrong = self._wrong.member(entity, "part_of", seed)
        yield from self._statement(entity, fact, self._all_named(fact.texts("value")), [self._named(wrong)])

    def _base(self, entity: Entity, fact: Fact) -> Iterator[Statement]:
        kinds = {self._knowledge.type_of(v) for v in fact.texts("value") if v in self._knowledge}
        wrong = (
            self._wrong.model(entity, seed_of(fact.id))
            if kinds == {"model"} and entity.type == "model"
            else ""
        )
        true = self._all_named((*fact.texts("value"), *fact.texts("also")))
        yield from self._statement(entity, fact, true, [self._named(wrong)])

    def _member(self, entity: Entity, fact: Fact) -> Iterator[Statement]:
        wrong = self._wrong.member(entity, fact.predicate, seed_of(fact.id))
        *true, mistaken = [_without_kind(self._named(each)) for each in (*fact.texts("value"), wrong)]
        yield from self._statement(entity, fact, true, [mistaken])

    def _entity(self, entity: Entity, fact: Fact) -> Iterator[Statement]:
        """An open predicate: another value is no contradiction, unless it is ruled out."""
        if fact.last is not None:
            return  # the sentences say how it is now
        true = self._all_named(fact.texts("value"))
        yield from self._statement(entity, fact, true, self._all_named(fact.texts("not")))

    def _foundry(self, entity: Entity, fact: Fact) -> Iterator[Statement]:
        recorded = [v for f in entity.facts_of("foundry") for v in (*f.texts("value"), *f.texts("also"))]
        wrong = self._named(self._wrong.of_others(entity, "foundry", recorded, seed_of(fact.id)))
        yield from self._statement(entity, fact, self._all_named(fact.texts("value")), [wrong])

    def _tied(self, entity: Entity, fact: Fact) -> Iterator[Statement]:
        """Who received a thing, or sells it: wrong is who has to do neither with it nor with them."""
        recorded = [v for f in entity.facts_of(fact.predicate) for v in (*f.texts("value"), *f.texts("also"))]
        wrong = self._named(self._wrong.organisation(entity, seed_of(fact.id), recorded))
        yield from self._statement(entity, fact, self._all_named(fact.texts("value")), [wrong])

    # Deals

    def _deal(self, entity: Entity, fact: Fact) -> Iterator[Statement]:
        seed = seed_of(fact.id)
        when = fact.date_of("completed") or fact.date_of("announced")
        if fact.date_of("terminated") is not None:
            return  # what never came about is told in too many ways
        buyers = fact.texts("value")
        slots = {
            "acquirer": self._namer.chinese(buyers[0]) if buyers else "",
            "deal_year": str(when.first.year) if when else "",
        }
        wrong = self._named(self._wrong.organisation(entity, seed))
        yield from self._statement(entity, fact, self._all_named(buyers), [wrong], slots=slots)
        dates = [
            d
            for f in entity.facts_of("acquired_by")
            for n in ("announced", "completed", "terminated")
            if (d := f.date_of(n))
        ]
        if when:
            # Between two deals anything may be meant, and after the last the closing.
            day = self._wrong.day(dates, when, seed, later=False)
            yield from self._dated(entity, fact, when, day, templates="acquired_by.date", slots=slots)
        price = fact.quantity_of("price")
        if price:
            prices = [q for f in entity.facts_of("acquired_by") if (q := f.quantity_of("price"))]
            yield from self._quantity(
                entity, fact, price, prices, "money", templates="acquired_by.price", slots=slots
            )

    def _amount(self, entity: Entity, fact: Fact) -> Iterator[Statement]:
        amount, when = fact.quantity_of("amount"), fact.date
        if amount is None or when is None:
            return
        investors = fact.texts("value")
        slots = {
            "number_year": str(when.first.year),
            "investor": self._namer.chinese(investors[0]) if investors else "",
        }
        yield from self._statement(
            entity, fact, quantity_forms(middle(amount), amount.unit, "money"), slots=slots
        )

    # Dates

    def _released(self, entity: Entity, fact: Fact) -> Iterator[Statement]:
        if fact.date is None:
            return
        event, variant = fact.text("event"), fact.text("variant")
        if variant and self._namer.variant(entity.id, variant) == self._namer.chinese(entity.id):
            return  # the date of one variant, said of all
        wrong = self._wrong.release(entity, fact, seed_of(fact.id))
        yield from self._dated(entity, fact, fact.date, wrong, keys={"event": event})

    def _founded(self, entity: Entity, fact: Fact) -> Iterator[Statement]:
        if fact.date is None or entity.type not in ("organization", "lab"):
            return
        foundings = [f.date for f in entity.facts_of("founded") if f.date]
        wrong = self._wrong.day(foundings, fact.date, seed_of(fact.id))
        yield from self._dated(entity, fact, fact.date, wrong)

    def _born(self, entity: Entity, fact: Fact) -> Iterator[Statement]:
        if fact.date is not None:
            yield from self._dated(
                entity, fact, fact.date, self._wrong.day([fact.date], fact.date, seed_of(fact.id))
            )

    def _listing(self, entity: Entity, fact: Fact) -> Iterator[Statement]:
        if fact.date is None:
            return
        listings = [f.date for f in entity.facts_of("listed_on") if f.date]
        known = len(listings) == len(entity.facts_of("listed_on"))
        wrong = self._wrong.day(listings, fact.date, seed_of(fact.id)) if known else None
        keys = {"exchange": fact.text("exchange")}
        yield from self._dated(entity, fact, fact.date, wrong, templates="listed_on.date", keys=keys)

    def _dated(
        self, entity: Entity, fact: Fact, true: DateInterval, wrong: date | None, *,
        templates: str = "", keys: Slots | None = None, slots: Slots | None = None,
    ) -> Iterator[Statement]:  # fmt: skip
        precision = true.precision if true.precision in ("day", "month") and not true.approximate else "year"
        mistaken = list(date_forms(wrong, precision)) if wrong else []
        yield from self._statement(
            entity, fact, known_forms(true), mistaken, templates=templates, keys=keys, slots=slots
        )

    # Numbers

    def _number(self, entity: Entity, fact: Fact) -> Iterator[Statement]:
        if fact.status == "undisclosed":
            yield from self._undisclosed(entity, fact)
            return
        quantity = fact.quantity
        if quantity is None:
            return
        recorded = [
            q for f in entity.facts_of(fact.predicate) for q in (*f.quantities, f.quantity_of("active")) if q
        ]
        hidden = any(f.status == "undisclosed" for f in entity.facts_of(fact.predicate))
        spec = self._knowledge.ontology.predicates[fact.predicate]
        when = fact.date
        keys = {name: fact.text(name) for name in ("of", "per", "measure", "setting")}
        slots = {"plan": fact.text("plan"), "benchmark": self._benchmark(fact)}
        if when:
            slots |= {
                "number_year": str(when.first.year),
                "number_month": f"{when.first.year}年{when.first.month}月",
            }
        yield from self._quantity(
            entity, fact, quantity, () if hidden else recorded, "exact" if fact.predicate in _EXACT else spec.unit,
            templates="count.mig" if keys["of"] == "MIG instances" else "",
            keys=keys, slots=slots, circumstances=_payment(fact),
        )  # fmt: skip

    def _benchmark(self, fact: Fact) -> str:
        name = fact.text("benchmark")
        return self._namer.chinese(name) if name in self._knowledge else name

    def _quantity(
        self, entity: Entity, fact: Fact, quantity: Quantity, recorded: Sequence[Quantity], kind: str, *,
        templates: str = "", keys: Slots | None = None, slots: Slots | None = None, circumstances: Iterable[str] = (),
    ) -> Iterator[Statement]:  # fmt: skip
        number = 0.0
        if recorded:
            number = self._wrong_number(fact, quantity, recorded)
        wrong = quantity_forms(number, quantity.unit, kind) if number else []
        true = quantity_forms(middle(quantity), quantity.unit, kind)
        yield from self._statement(
            entity,
            fact,
            true,
            wrong,
            templates=templates,
            keys=keys,
            slots=slots,
            circumstances=circumstances,
        )

    def _wrong_number(self, fact: Fact, quantity: Quantity, recorded: Sequence[Quantity]) -> float:
        seed = seed_of(fact.id)
        if fact.predicate == "default_port":
            return self._wrong.number_of_others(fact.predicate, recorded, seed)
        if fact.predicate in _STEPPED:
            return self._wrong.usual_number(fact.predicate, recorded, seed)
        # Many vectors may be cut to fewer dimensions; none has more.
        return self._wrong.number(
            middle(quantity), recorded, seed, larger=fact.predicate == "embedding_dimension"
        )

    def _compute(self, entity: Entity, fact: Fact) -> Iterator[Statement]:
        """Operations a second at a precision; wrong is more than it ever reaches at it (without tensor cores it is less)."""
        quantity, precision, mode = fact.quantity, fact.text("precision"), fact.text("mode")
        if quantity is None:
            return
        alike = [f for f in entity.facts_of("compute") if f.text("precision") == precision]
        reached = [q for f in alike for q in f.quantities]
        number = self._wrong.number(middle(quantity), reached, seed_of(fact.id), larger=True)
        unit = "TFLOPS" if precision.startswith(("fp", "tf", "bf")) else "TOPS"
        circumstances = [name for name, said in (("precision", precision), ("mode", mode)) if said]
        yield from self._statement(
            entity, fact, operation_forms(middle(quantity), unit), operation_forms(number, unit),
            keys={"precision": precision, "mode": mode}, circumstances=circumstances or ["bare"],
        )  # fmt: skip

    def _undisclosed(self, entity: Entity, fact: Fact) -> Iterator[Statement]:
        if fact.predicate != "parameters" or len(entity.facts_of(fact.predicate)) > 1:
            return
        guess = quantity_forms((0.2e12, 0.5e12, 1.8e12)[seed_of(fact.id) % 3], "", "count")
        yield from self._statement(entity, fact, guess, guess, templates="parameters.undisclosed")

    # Words

    def _word(self, entity: Entity, fact: Fact) -> Iterator[Statement]:
        # “采用双向架构” is not how a direction is told.
        values = [each for each in fact.texts("value") if each not in _DIRECTIONS]
        recorded = [v for f in entity.facts_of(fact.predicate) for v in (*f.texts("value"), *f.texts("also"))]
        usual = self._templates.words["mistaken"].words.get(fact.predicate, ())
        wrong = [self._spoken(each) for each in fact.texts("not") if each not in _DIRECTIONS]
        # What “other” is, and whether it is near to a known licence, is not recorded.
        if "other" not in recorded and not wrong:
            wrong = [self._spoken(self._wrong.word(values, recorded, usual, seed_of(fact.id)))]
        true = [self._spoken(each) for each in values]
        if fact.predicate == "modality":
            true, wrong = [_bare(each) for each in true], [_bare(each) for each in wrong]
        yield from self._statement(entity, fact, true, wrong)

    def _spoken(self, key: str) -> Slots:
        words = self._knowledge.vocabulary.words_of(key)
        return {"value": words[0], "value_en": words[0], "value_hant": words[0]} if words else {}

    def _openness(self, entity: Entity, fact: Fact) -> Iterator[Statement]:
        values = {v for f in entity.facts_of("openness") for v in f.texts("value")}
        said = [{"value": "开源"}]
        if values <= _OPEN:
            yield from self._statement(entity, fact, said, said, templates="openness.open")
        elif values == {"closed"}:
            yield from self._statement(entity, fact, said, said, templates="openness.closed")

    def _category(self, entity: Entity, fact: Fact) -> Iterator[Statement]:
        if entity.type not in self._templates.words["not_a"].words or "chip-architecture" in fact.texts(
            "value"
        ):
            return
        wrong = self._templates.words["not_a"].choose({"type": entity.type}, seed_of(fact.id))
        true = [self._spoken(each) for each in fact.texts("value")]
        yield from self._statement(entity, fact, true, [{"value": wrong}])

    def _status(self, entity: Entity, fact: Fact) -> Iterator[Statement]:
        keys = {"word": fact.texts("value")[0] if fact.value else ""}
        yield from self._statement(entity, fact, [{"value": "停用"}], keys=keys)

    def _text(self, entity: Entity, fact: Fact) -> Iterator[Statement]:
        true = [{"value": text} for text in (*fact.texts("value"), *fact.texts("also"))]
        yield from self._statement(entity, fact, true)

    def _expansion(self, entity: Entity, fact: Fact) -> Iterator[Statement]:
        texts = [
            text for text in (*fact.texts("value"), *fact.texts("also")) if text.isascii() and " " in text
        ]
        acronym = self._namer.latin(entity.id)
        if (
            not texts
            or not _ACRONYM.fullmatch(acronym)
            or any(len(acronym) >= len(text) for text in texts)
            or sum(c.isupper() for c in acronym) < 2
        ):
            return
        wrong = self._misspelt(texts[0], seed_of(fact.id))
        slots = {"subject": acronym, "subject_en": acronym, "subject_hant": acronym}
        true = [{"value": text} for text in texts]
        yield from self._statement(entity, fact, true, [{"value": wrong}], slots=slots)

    def _misspelt(self, expansion: str, seed: int) -> str:
        """The expansion with one of its words replaced by another of the same initial; empty if none can be."""
        words = expansion.split()
        capital = [
            place
            for place, word in enumerate(words)
            if len(word) > 3 and word[0].isupper() and word.isalpha()
        ]
        if not capital:
            return ""
        place = capital[-1 - seed % min(2, len(capital))]
        other = self._templates.words["initial"].choose({"letter": words[place][0].lower()}, seed)
        return (
            " ".join((*words[:place], other, *words[place + 1 :])) if other and other != words[place] else ""
        )

    # People

    def _role(self, entity: Entity, fact: Fact) -> Iterator[Statement]:
        title, org = fact.text("title"), fact.text("org")
        if org not in self._knowledge:
            return
        seed, keys = seed_of(fact.id), {"title": title}
        if title in _OFFICES:
            yield from self._office(entity, fact, self._knowledge.entity(org))
        elif title in ("founder", "co_founder"):
            slots = {f"person{end}": text for end, text in _endings(self._named(entity.id))}
            wrong = self._wrong.founded(entity, seed)
            yield from self._statement(
                entity,
                fact,
                [self._named(org)],
                [self._named(wrong)],
                templates="role.founder",
                keys=keys,
                slots=slots,
            )
        elif title in _WORKS:
            slots = {"person": self._namer.chinese(entity.id)}
            yield from self._statement(
                entity, fact, [self._named(org)], templates="role.work", keys=keys, slots=slots
            )

    def _office(self, person: Entity, fact: Fact, org: Entity) -> Iterator[Statement]:
        slots = {f"subject{end}": text for end, text in _endings(self._named(org.id))}
        if fact.first:
            slots["office_year"] = str(fact.first.first.year)
        present = fact.last is None or fact.last.first > self._today
        begun = fact.first is not None and fact.first.last < self._today
        wrong = self._named(self._wrong.person(org, seed_of(fact.id)))
        yield from self._statement(
            person, fact, [self._named(person.id)], [wrong], templates="role.office",
            keys={"title": fact.text("title")}, slots=slots,
            circumstances=("present",) if present and begun else (),
        )  # fmt: skip

    def _education(self, entity: Entity, fact: Fact) -> Iterator[Statement]:
        slots = {f"person{end}": text for end, text in _endings(self._named(entity.id))}
        yield from self._statement(entity, fact, [self._named(fact.text("org"))], slots=slots)

    def _award(self, entity: Entity, fact: Fact) -> Iterator[Statement]:
        others = fact.texts("with")
        award = self._named(fact.text("award"))
        slots = {
            "award_year": fact.text("year"),
            "laureate": self._namer.chinese(others[0]) if others else "",
        }
        slots |= {f"award{end}": text for end, text in _endings(award)}
        decorated = {
            p
            for p in self._knowledge.ids
            if self._knowledge.type_of(p) == "person" and self._knowledge.entity(p).facts_of("award")
        }
        person = self._wrong.person(entity, seed_of(fact.id))
        wrong = self._named(person) if person not in decorated else {}
        yield from self._statement(entity, fact, [self._named(entity.id)], [wrong], slots=slots)

    # Papers

    def _authors(self, entity: Entity, fact: Fact) -> Iterator[Statement]:
        first = fact.texts("value")[0]
        stranger = self._stranger(entity, fact)
        slots = self._cited(entity)
        yield from self._statement(entity, fact, [_author(first)], [_author(stranger)], slots=slots)

    def _stranger(self, entity: Entity, fact: Fact) -> str:
        """The first author of another paper, of another family than all authors of this one."""
        families = {name.split()[-1].lower() for name in fact.texts("value")}
        papers = [each for each in self._knowledge.ids if self._knowledge.type_of(each) == "paper"]
        seed = seed_of(fact.id)
        for place in range(len(papers)):
            for other in self._knowledge.entity(papers[(seed + place) % len(papers)]).facts_of("authors"):
                name = other.texts("value")[0]
                if name.split()[-1].lower() not in families and name.isascii() and " " in name:
                    return name
        return ""

    def _cited(self, paper: Entity) -> Slots:
        venues = [f for f in paper.facts_of("venue") if f.text("year")]
        authors = [a for f in paper.facts_of("authors") for a in f.texts("value")]
        first = earliest(f.date for f in paper.facts_of("released"))
        year = venues[0].text("year") if venues else str(first.first.year) if first else ""
        return {
            "title": self._namer.title(paper.id),
            "cited_year": year,
            "cited_venue": venues[0].texts("value")[0] if venues else "",
            "cited_author": _author(authors[0])["value_cited"] if authors else "",
        }

    def _venue(self, entity: Entity, fact: Fact) -> Iterator[Statement]:
        known = {v.upper() for f in entity.facts_of("venue") for v in (*f.texts("value"), *f.texts("also"))}
        same = known | ({"NEURIPS"} if "NIPS" in known else set())
        options = [each for each in _VENUES if not any(each.upper() in name for name in same)]
        printed = any(v not in ("ARXIV", "ARXIV PREPRINT", "CORR") for v in known)
        wrong = options[seed_of(fact.id) % len(options)] if printed and options else ""
        slots = {**self._cited(entity), "cited_year": fact.text("year")}
        true = [{"value": text} for text in fact.texts("value")]
        yield from self._statement(entity, fact, true, [{"value": wrong}], slots=slots)

    # What code calls things

    def _code(self, entity: Entity, fact: Fact) -> Iterator[Statement]:
        """The module of a function, the encoding of a model: wrong is that of another."""
        recorded = [v for f in entity.facts_of(fact.predicate) for v in (*f.texts("value"), *f.texts("also"))]
        wrong = self._wrong.text_of_others(fact.predicate, recorded, seed_of(fact.id))
        yield from self._statement(
            entity, fact, [{"value": text} for text in fact.texts("value")], [{"value": wrong}]
        )

    def _argument(self, entity: Entity, fact: Fact) -> Iterator[Statement]:
        """What an argument is called now, and what it is by default."""
        name, since = fact.texts("value")[0], fact.text("since")
        slots = {"argument": name, "version": since.rpartition(" ")[2]}
        renamed = [f.text("renamed") for f in entity.facts_of("argument") if f.text("renamed")]
        for field, mistaken in (
            ("renamed", next((each for each in renamed if each != fact.text("renamed")), "")),
            ("default", {"True": "False", "False": "True"}.get(fact.text("default"), "")),
        ):
            yield from self._statement(
                entity,
                fact,
                [{"value": text} for text in (fact.text(field),)],
                [{"value": mistaken}],
                templates=f"argument.{field}",
                slots=slots,
            )

    # Matches, records, retired identifiers, moved addresses

    def _match(self, entity: Entity, fact: Fact) -> Iterator[Statement]:
        opponent, when = fact.text("opponent"), fact.date
        score = re.fullmatch(r"(\d)-(\d)", fact.text("score"))
        slots = {
            "opponent": self._namer.chinese(opponent) if opponent else "",
            "match_year": str(when.first.year) if when else "",
        }
        meetings = [f for f in entity.facts_of("match") if f.text("opponent") == opponent]
        if score and fact.text("result") == "won":
            won, lost = int(score[1]), int(score[2])
            true = [{"value": f"{won}比{lost}"}, {"value": f"{won}:{lost}"}]
            wrong = [{"value": f"{won}比{(lost + 1) % won}"}] if won > 1 and len(meetings) == 1 else []
            yield from self._statement(entity, fact, true, wrong, templates="match.score", slots=slots)
        dates = [f.date for f in meetings if f.date]
        if when and fact.text("result") == "won":
            day = self._wrong.day(dates, when, seed_of(fact.id))
            yield from self._dated(entity, fact, when, day, templates="match.date", slots=slots)

    def _record(self, entity: Entity, fact: Fact) -> Iterator[Statement]:
        if fact.last is None or fact.last.last >= self._today:
            return
        slots = {"record_year": str(fact.first.first.year)} if fact.first else {}
        said = [{"value": "最大"}]
        keys = {"record": fact.texts("value")[0]}
        yield from self._statement(entity, fact, said, said, keys=keys, slots=slots)

    def _shutdown(self, entity: Entity, fact: Fact) -> Iterator[Statement]:
        when = fact.date
        name = _identifier(entity)
        if when is None or not name:
            return
        over = when.last < self._today
        kind = "model" if _MODEL_NAME.fullmatch(name) else "call" if _CALL.fullmatch(name) else ""
        used = [{"value": name}] if over else []
        slots = {"identifier": name}
        yield from self._statement(
            entity, fact, [{"value": name}], used, slots=slots, circumstances=(kind,) if kind else ()
        )
        if over:
            dates = [f.date for f in entity.facts_of("shutdown") if f.date]
            wrong = self._wrong.day(dates, when, seed_of(fact.id))
            yield from self._dated(entity, fact, when, wrong, templates="shutdown.date", slots=slots)

    def _moved(self, entity: Entity, fact: Fact) -> Iterator[Statement]:
        url = fact.text("url")
        over = fact.date is None or fact.date.last < self._today
        used = [{"value": url}] if over else []
        yield from self._statement(entity, fact, [{"value": url}], used, slots={"url": url})


def _without_kind(named: Slots) -> Slots:
    """“Ampere” for “Ampere架构”: the sentences say 架构 themselves."""
    return {name: re.sub(r"\s*(架构|架構|architecture)$", "", text) for name, text in named.items()}


def _bare(spoken: Slots) -> Slots:
    """“文生图” for “文生图模型”: the sentences say 模型 themselves."""
    return {name: text.removesuffix("模型") for name, text in spoken.items()}


def _payment(fact: Fact) -> tuple[str, ...]:
    """How a price is paid: ``once``, or regularly with ``no-plan`` to choose from."""
    if not fact.text("per"):
        return ("once",)
    return () if fact.text("plan") else ("no-plan",)


def _category_of(entity: Entity) -> str:
    facts = entity.facts_of("category")
    return facts[0].texts("value")[0] if facts and facts[0].value else ""


def _endings(named: Slots) -> Iterator[tuple[str, str]]:
    """A value's slots without their stem: ``value_en`` is ``_en``."""
    return ((name.removeprefix("value"), text) for name, text in named.items())


def _author(name: str) -> Slots:
    """An author in running text, and as a list of references has him."""
    given, _, family = name.rpartition(" ")
    if not given:
        return {"value": name, "value_en": name, "value_cited": name}
    initials = " ".join(part[0] for part in re.split(r"[ \-]", given) if part)
    return {"value": name, "value_en": name, "value_cited": f"{family} {initials}, et al"}


def _identifier(entity: Entity) -> str:
    """The name that code has for an API or a model."""
    if entity.type == "api":
        return entity.name
    spelled = (
        name.text.lower().replace(" ", "-")
        for name in entity.names
        if name.text.isascii() and not name.variant
    )
    return next((each for each in spelled if _MODEL_NAME.fullmatch(each) and re.search(r"\d", each)), "")
