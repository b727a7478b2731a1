"""What the knowledge base holds: entities with their names, facts, sources and common myths."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import field

from factcheck.knowledge.values import DateInterval, Quantity
from factcheck.light import dataclass

# Names that a reader should not be shown as the name of a thing.
_HIDDEN = ("former", "code", "nickname", "abbreviation")

Qualifier = str | bool | tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Source:
    """Where a fact is written. ``published`` and ``checked`` are dates as written, empty if not known."""

    key: str
    url: str
    title: str = ""
    published: str = ""
    checked: str = ""


@dataclass(frozen=True, slots=True)
class Name:
    """One way to name an entity.

    ``key`` is the folded form under which it is found (``folding.name_key``). ``status`` is empty or
    ``former``, ``code``, ``nickname``, ``abbreviation``; ``lang`` is ``zh``, ``zh-Hant`` or ``en``.
    ``first`` and ``last`` tell when a name was in force (``from`` and ``until``). ``shared``: several
    entities bear it; ``common``: also an ordinary word; ``variant``: names this variant of the entity only.
    """

    text: str
    key: str
    status: str = ""
    lang: str = "en"
    first: DateInterval | None = None
    last: DateInterval | None = None
    shared: bool = False
    common: bool = False
    variant: str = ""


@dataclass(frozen=True, slots=True)
class Fact:
    """What is so, where it is written, and when it held.

    ``id`` is readable and stable: ``bert.created_by``, ``bert.parameters[large]``. ``value`` holds entity
    ids, words of the vocabulary, texts or quantities as written; None where the predicate has none (dates,
    some records) or it is not known. ``qualifiers`` are the other fields: texts as written, booleans, or
    tuples of texts. ``status`` is empty or ``undisclosed``, ``disputed``, ``superseded``, ``none``.
    ``first`` and ``last`` are ``from`` and ``until``.
    """

    id: str
    entity: str
    predicate: str
    value: tuple[str, ...] | None
    qualifiers: Mapping[str, Qualifier] = field(hash=False)
    sources: tuple[Source, ...]
    status: str = ""
    first: DateInterval | None = None
    last: DateInterval | None = None

    def get(self, name: str) -> Qualifier | None:
        """The qualifier ``name`` as written, None if there is none."""
        return self.qualifiers.get(name)

    def text(self, name: str) -> str:
        """The qualifier ``name`` as one text, empty if there is none."""
        texts = self.texts(name)
        return texts[0] if texts else ""

    def texts(self, name: str) -> tuple[str, ...]:
        """The qualifier ``name`` as a tuple, whether one or several are given; ``value`` names the value."""
        found = self.value if name == "value" else self.qualifiers.get(name)
        if isinstance(found, str):
            return (found,)
        return found if isinstance(found, tuple) else ()

    def flag(self, name: str) -> bool:
        """Whether the qualifier ``name`` is true."""
        return self.qualifiers.get(name) is True

    def date_of(self, name: str) -> DateInterval | None:
        """The qualifier ``name`` as a date."""
        text = self.text(name)
        return DateInterval.parse(text) if text else None

    def quantity_of(self, name: str) -> Quantity | None:
        """The qualifier ``name`` as a quantity."""
        text = self.text(name)
        return Quantity.parse(text) if text else None

    @property
    def date(self) -> DateInterval | None:
        """When it happened: ``date``, else ``year``."""
        return self.date_of("date") or self.date_of("year")

    @property
    def quantity(self) -> Quantity | None:
        """The (first) value as a quantity; None for a value that is not one."""
        return next(self._quantities(), None)

    @property
    def quantities(self) -> tuple[Quantity, ...]:
        """All accepted values as quantities."""
        return tuple(self._quantities())

    def _quantities(self) -> Iterator[Quantity]:
        for text in self.value or ():
            try:
                yield Quantity.parse(text)
            except ValueError:
                continue

    def holds(self, on: DateInterval | None) -> bool:
        """Whether the fact may hold on the given date; without a date, whether it ever did."""
        if on is None:
            return True
        began = self.first is None or self.first.first <= on.last
        return began and (self.last is None or self.last.last >= on.first)


@dataclass(frozen=True, slots=True)
class Myth:
    """A wrong value that is often met, and why it is wrong."""

    entity: str
    predicate: str
    value: tuple[str, ...] | None
    because: str = ""
    qualifiers: Mapping[str, Qualifier] = field(default_factory=dict, hash=False)
    sources: tuple[Source, ...] = ()


@dataclass(frozen=True, slots=True)
class Entity:
    """One thing of the world: what it is called and what is known of it.

    ``not_in``: longer strings in which none of its names must be seen. ``facts`` are by predicate, in
    written order. ``complete``: predicates whose facts name everything that is told of it (of a person,
    each employer or school), so that what is not among them is wrong.
    """

    id: str
    type: str
    names: tuple[Name, ...]
    not_in: tuple[str, ...] = ()
    facts: Mapping[str, tuple[Fact, ...]] = field(default_factory=dict, hash=False)
    myths: tuple[Myth, ...] = field(default=(), hash=False)
    complete: tuple[str, ...] = ()

    @property
    def name(self) -> str:
        """The first name, the one to show where language does not matter."""
        return self.names[0].text if self.names else self.id

    @property
    def name_zh(self) -> str:
        """The Chinese name to show (Simplified before Traditional), empty if it has none."""
        return self._named("zh") or self._named("zh-Hant")

    @property
    def name_en(self) -> str:
        """The name to show in Latin script, empty if it has none."""
        return self._named("en")

    def display(self, lang: str = "zh") -> str:
        """How a message names it: ``谷歌（Google）`` in Chinese where both names exist, else the one."""
        chinese, english = self.name_zh, self.name_en
        if lang.startswith("zh"):
            return f"{chinese}（{english}）" if chinese and english else chinese or english or self.name
        return english or chinese or self.name

    def facts_of(self, predicate: str) -> tuple[Fact, ...]:
        """The facts of one predicate, none if there are none."""
        return self.facts.get(predicate, ())

    def all_facts(self) -> Iterator[Fact]:
        for facts in self.facts.values():
            yield from facts

    def _named(self, lang: str) -> str:
        shown = (n for n in self.names if n.lang == lang and n.status not in _HIDDEN and not n.variant)
        name = next(shown, None)
        return name.text if name else ""
