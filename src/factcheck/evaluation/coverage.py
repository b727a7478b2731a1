"""How much of an article was read and checked, and why the rest was not.

The unit is a sentence, or a row of a table, that names something known or has a date or a quantity: what a check could be
about. It was *read* if a claim was read in it, *checked* if the record decided one.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field

from factcheck.checking.verdict import NOT_CHECKED, UNKNOWN, Verdict
from factcheck.document.document import Document
from factcheck.engine import Engine, Examination
from factcheck.evaluation.measures import Share
from factcheck.extraction.claims import DENIED, Claim
from factcheck.extraction.context import BlockReading
from factcheck.extraction.mentions import Mention, MentionFinder
from factcheck.extraction.tables import read_cells
from factcheck.knowledge.index import Knowledge
from factcheck.language.dates import DateValue, find_dates
from factcheck.language.numbers import QuantityValue, find_quantities

CHECKED = "checked"
_CUES = ("misbelief", "rumour", "plan", "hypothesis", "question", "exercise")
"""Classes of words that say that a statement is not the writer's own."""

NO_CLAIM = "no-claim"
CAUSES = (NO_CLAIM, "no-record", "undecided", "shared-name", "no-subject", "denied", *_CUES, "not-asserted")
"""Why something was not checked.

``no-claim``: a sentence that names things and values, of which no statement was read. Of a statement: ``no-record``: nothing is
recorded of this property; ``undecided``: what is recorded neither confirms nor contradicts; ``shared-name``: the name has several
bearers; ``no-subject``: the record has no such thing; ``denied``: the article denies it; the rest: the article does not assert it
(``not-asserted`` where no single word says why).
"""


@dataclass(frozen=True, slots=True)
class Coverage:
    """Sentences and claims of some articles. ``statuses``: claims by verdict; ``abstained``: by cause (see `CAUSES`)."""

    sentences: int = 0
    read: int = 0
    checked: int = 0
    statuses: Mapping[str, int] = field(default_factory=dict)
    abstained: Mapping[str, int] = field(default_factory=dict)

    @property
    def share(self) -> Share:
        """Of the sentences that could be checked, the ones that were."""
        return Share(self.checked, self.sentences)


class Surveyor:
    """Takes the coverage of documents, with what one engine knows."""

    def __init__(self, engine: Engine) -> None:
        self._engine = engine
        self._finder = MentionFinder(engine.knowledge)

    def survey(self, document: Document, examined: Examination) -> Coverage:
        """The coverage of one document."""
        judged = examined.judged
        units = [*self._sentences(examined), *self._rows(document)]
        decided = [claim for claim, verdict in judged if verdict.status not in (UNKNOWN, NOT_CHECKED)]
        causes = Counter(
            cause for claim, verdict in judged if (cause := self.cause(claim, verdict, examined)) != CHECKED
        )
        causes[NO_CLAIM] += examined.extraction.not_checked
        return Coverage(
            len(units),
            sum(any(_touches(claim, unit) for claim, _ in judged) for unit in units),
            sum(any(_touches(claim, unit) for claim in decided) for unit in units),
            Counter(verdict.status for _, verdict in judged),
            +causes,
        )

    def cause(self, claim: Claim, verdict: Verdict, examined: Examination) -> str:
        """Why a claim was not checked (one of `CAUSES`), or ``checked``."""
        if verdict.status == NOT_CHECKED:
            return "denied" if claim.stance == DENIED else _cue(claim, examined.extraction.readings)
        if verdict.status != UNKNOWN:
            return CHECKED
        return _unknown(claim, self._engine.knowledge)

    def _sentences(self, examined: Examination) -> Iterator[tuple[int, int]]:
        """Source ranges of the sentences that a check could be about."""
        for reading in examined.extraction.readings:
            for index, (start, end) in enumerate(reading.sentences):
                items = self._engine.extractor.read_sentence(reading, index, start, end).items
                if any(isinstance(item, Mention | DateValue | QuantityValue) for item in items):
                    yield reading.text.span(start, end)

    def _rows(self, document: Document) -> Iterator[tuple[int, int]]:
        """The same of the rows of tables."""
        grids = [read_cells(b) for b in document.blocks if b.kind == "table" and b.table is not None]
        cells = [cell.text for grid in grids for row in grid.rows for cell in row]
        named = iter(self._finder.find([text.text for text in cells]))
        for grid in grids:
            for row in grid.rows:
                mentions = [next(named) for _ in row]
                texts = [cell.text for cell in row if len(cell.text)]
                if texts and (any(mentions) or any(_has_value(text.text) for text in texts)):
                    yield texts[0].span(0, 1)[0], texts[-1].span(len(texts[-1]) - 1, len(texts[-1]))[1]


def total(coverages: Iterable[Coverage]) -> Coverage:
    """All documents together."""
    sentences = read = checked = 0
    statuses: Counter[str] = Counter()
    abstained: Counter[str] = Counter()
    for each in coverages:
        sentences, read, checked = sentences + each.sentences, read + each.read, checked + each.checked
        statuses.update(each.statuses)
        abstained.update(each.abstained)
    return Coverage(sentences, read, checked, dict(sorted(statuses.items())), _in_order(abstained))


def _in_order(causes: Counter[str]) -> dict[str, int]:
    return {cause: causes[cause] for cause in CAUSES if causes[cause]}


def _has_value(text: str) -> bool:
    return bool(find_quantities(text) or find_dates(text))


def _touches(claim: Claim, unit: tuple[int, int]) -> bool:
    return claim.start < unit[1] and claim.end > unit[0]


def _cue(claim: Claim, readings: Iterable[BlockReading]) -> str:
    """The first sort of cue in the claim's sentence."""
    for reading in readings:
        if reading.block.ordinal != claim.block:
            continue
        for start, end in reading.sentences:
            first, last = reading.text.span(start, end)
            if not first <= claim.start < last:
                continue
            classes = {name for word in reading.words if start <= word.start < end for name in word.classes}
            return next((cue for cue in _CUES if cue in classes), "not-asserted")
    return "not-asserted"


def _unknown(claim: Claim, knowledge: Knowledge) -> str:
    known = [knowledge.entity(subject) for subject in claim.subjects if subject in knowledge]
    if not known:
        return "no-subject"
    recordable = claim.predicate in knowledge.ontology.predicates
    if recordable and not any(entity.facts_of(claim.predicate) for entity in known):
        return "no-record"
    return "shared-name" if len(known) > 1 else "undecided"
