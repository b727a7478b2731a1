"""A small knowledge base under the real rules, and short ways to read and judge a text with it."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from pathlib import Path

from factcheck.checking.judge import Judge
from factcheck.checking.verdict import Verdict
from factcheck.document.document import Document, parse_document
from factcheck.extraction.claims import Claim
from factcheck.extraction.extractor import Extraction, Extractor
from factcheck.extraction.ruleset import Ruleset, open_rules
from factcheck.knowledge.compile import compile_claims
from factcheck.knowledge.index import Knowledge
from factcheck.knowledge.loading import load_claims
from factcheck.knowledge.values import DateInterval

ROOT = Path(__file__).parents[2]
ONTOLOGY = ROOT / "claims" / "ontology.yaml"
VOCABULARY = ROOT / "rules" / "lexicon" / "vocabulary.yaml"
CLAIMS = Path(__file__).with_name("claims.yaml")
TODAY = DateInterval.parse("2026-11-23")


def compiled(*paths: Path) -> Knowledge:
    """The knowledge base of these files or directories."""
    return Knowledge.from_bytes(compile_claims(load_claims([ONTOLOGY, *paths], [VOCABULARY])))


class World:
    """A knowledge base with the real rules."""

    def __init__(self, knowledge: Knowledge, today: DateInterval = TODAY) -> None:
        self.knowledge = knowledge
        self.rules: Ruleset = open_rules(knowledge.vocabulary)
        self.extractor = Extractor(knowledge, self.rules)
        self._judge = Judge(knowledge, today)

    def extract(self, text: str | Document) -> Extraction:
        return self.extractor.extract(parse_document(text) if isinstance(text, str) else text)

    def claims(self, text: str, *predicates: str) -> list[Claim]:
        """The claims of a text, of these predicates or all."""
        return [c for c in self.extract(text).claims if not predicates or c.predicate in predicates]

    def one(self, text: str, predicate: str) -> Claim:
        """The one thing that a text says with a predicate; several readings of the same count once."""
        found = {(c.subjects, c.value, c.start, c.end, c.stance): c for c in self.claims(text, predicate)}
        assert len(found) == 1, list(found.values())
        return next(iter(found.values()))

    def verdict(self, claim: Claim, article: DateInterval | None = None) -> Verdict:
        return self._judge.verdict(claim, article)

    def statuses(self, text: str, *predicates: str) -> list[str]:
        """The verdicts on the claims of a text, without repetition, sorted."""
        document = parse_document(text)
        return sorted(
            {
                self.verdict(c, document.date).status
                for c in self.extract(document).claims
                if not predicates or c.predicate in predicates
            }
        )

    def status(self, text: str, predicate: str) -> str:
        """The one verdict on what a text says with a predicate."""
        found = self.statuses(text, predicate)
        assert len(found) == 1, found
        return found[0]


@cache
def small_world() -> World:
    return World(compiled(CLAIMS))


def spans(source: str, claims: Sequence[Claim]) -> list[str]:
    """The texts that claims stand in."""
    return [source[c.start : c.end] for c in claims]


def values(source: str, claims: Sequence[Claim]) -> list[str]:
    """The texts of the values of claims."""
    return [source[c.value_start : c.value_end] for c in claims]
