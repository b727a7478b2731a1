"""Where on the way an error was lost: the subject recognised, a claim read, the claim contradicted, the finding reported."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from factcheck.document.document import Document
from factcheck.document.position import LineIndex
from factcheck.document.text import Text
from factcheck.engine import Engine, Examination
from factcheck.evaluation.coverage import Surveyor
from factcheck.evaluation.gold import Label
from factcheck.evaluation.matching import CONTRADICTION, Matching, near
from factcheck.extraction.claims import Claim
from factcheck.extraction.mentions import MentionFinder
from factcheck.language.normalise import normalise

LAYERS = ("mention", "claim", "verdict", "finding")
"""What an error passes to be found, in order. Whoever passed a layer is taken to have passed those before it.

``mention``: the subject is recognised, in the labelled sentence or before it. ``claim``: a statement of the label's kind, or one
near it, was read in the sentence. ``verdict``: the record contradicts it. ``finding``: it was reported, and counts as found.
"""


@dataclass(frozen=True, slots=True)
class Passage:
    """One labelled error: how many of `LAYERS` it passed, and why it went no further.

    ``cause`` is empty for what was found; ``unmentioned``, ``unread``, ``supported``, one of ``coverage.CAUSES``, or ``unreported`` (the
    claim is contradicted, but the finding is suppressed, not selected, or says something else).
    """

    label: Label
    depth: int
    cause: str


class Tracker:
    """Follows labelled errors through what one engine read and judged."""

    def __init__(self, engine: Engine, surveyor: Surveyor) -> None:
        self._finder = MentionFinder(engine.knowledge)
        self._surveyor = surveyor

    def passages(self, matching: Matching, examined: Examination) -> Iterator[Passage]:
        """The way of every labelled error of an article, in the order of the labels."""
        document = matching.article.document
        index = LineIndex(document.source)
        for label in matching.article.labelled("error"):
            if label in matching.found:
                yield Passage(label, len(LAYERS), "")
                continue
            start = index.offset(label.line)
            yield self._lost(label, (start + label.start, start + label.end), document, examined)

    def _lost(
        self, label: Label, span: tuple[int, int], document: Document, examined: Examination
    ) -> Passage:
        read = [
            (claim, verdict)
            for claim, verdict in examined.judged
            if claim.start < span[1] and claim.end > span[0] and _is_of(claim, label.kind)
        ]
        if any(verdict.wrong for _, verdict in read):
            return Passage(label, 3, "unreported")
        if read:
            causes = [self._surveyor.cause(claim, verdict, examined) for claim, verdict in read]
            blocking = next((cause for cause in causes if cause != "checked"), "supported")
            return Passage(label, 2, blocking)
        if self._is_mentioned(label, span[1], document):
            return Passage(label, 1, "unread")
        return Passage(label, 0, "unmentioned")

    def _is_mentioned(self, label: Label, end: int, document: Document) -> bool:
        """Whether the subject is recognised up to the end of the sentence; of a label without one, whether anything is."""
        wanted = set(self._ids([label.subject]))
        texts = [normalise(text).text for text in _texts_before(document, end)]
        found = set(self._ids(texts))
        return bool(found & wanted) if label.subject else bool(found)

    def _ids(self, texts: Sequence[str]) -> Iterator[str]:
        for mentions in self._finder.find(list(texts)):
            for mention in mentions:
                if not mention.opaque:
                    yield from mention.entity_ids


def _is_of(claim: Claim, kind: str) -> bool:
    return kind == CONTRADICTION or claim.rule in near(kind)


def _texts_before(document: Document, end: int) -> Iterable[Text]:
    """What stands before a place of the source: whole blocks, and the one that it is in up to it."""
    for block in document.blocks:
        if block.start < end:
            text = block.text
            size = sum(offset < end for offset in text.offsets) if block.end > end else len(text)
            yield text.slice(0, size)
