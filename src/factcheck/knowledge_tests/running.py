"""The matrix, run: facts are drawn, sentences made and scanned, each as a document of its own."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from factcheck.document.document import parse_document
from factcheck.engine import Engine
from factcheck.knowledge.index import Knowledge
from factcheck.knowledge.locate import sentences_directory
from factcheck.knowledge.model import Fact
from factcheck.knowledge.values import DateInterval
from factcheck.knowledge_tests.cases import Case, cases_of, selected
from factcheck.knowledge_tests.statements import Statements, seed_of
from factcheck.knowledge_tests.templates import Templates, load_templates

FEW_FACTS = 40
"""So few facts are not worth a second process."""
CHUNK = 16
PASSED, FALSE_ALARM, MISSED, OTHER_RULE, MISPLACED = (
    "passed",
    "false-alarm",
    "missed",
    "other-rule",
    "misplaced",
)


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of a case.

    ``result``: ``passed``; ``false-alarm`` (a true sentence is flagged); of a wrong one ``missed`` (nothing is
    flagged), ``other-rule`` or ``misplaced`` (not on the value). ``detail``: what was flagged.
    """

    case: Case
    result: str
    detail: str = ""


class Matrix:
    """Sentences made of the facts of an engine's knowledge base, and what the engine makes of them."""

    def __init__(self, engine: Engine) -> None:
        self.engine = engine
        self.templates: Templates = load_templates(Path(sentences_directory()))
        self._statements = Statements(engine.knowledge, self.templates, engine.as_of.last)

    def cases(self, fact: Fact, constructions: Sequence[str] = ()) -> Iterator[Case]:
        """The sentences made of a fact."""
        knowledge = self.engine.knowledge
        for statement in self._statements.of(knowledge.entity(fact.entity), fact):
            yield from selected(cases_of(statement, self.templates, knowledge.ontology), constructions)

    def run(self, fact: Fact, constructions: Sequence[str] = ()) -> list[Outcome]:
        """All sentences of a fact, scanned."""
        return [self.judge(case) for case in self.cases(fact, constructions)]

    def judge(self, case: Case) -> Outcome:
        """Scan one sentence."""
        findings = self.engine.scan_document(parse_document(case.text, "sentence.md")).findings
        detail = "; ".join(f"{f.rule}: {f.message('zh')}" for f in findings)
        if case.true:
            return Outcome(case, FALSE_ALARM if findings else PASSED, detail)
        right = [f for f in findings if f.rule in case.rules]
        if any(f.start.offset < case.value_end and case.value_start < f.end.offset for f in right):
            return Outcome(case, PASSED, detail)
        return Outcome(case, MISPLACED if right else OTHER_RULE if findings else MISSED, detail)


def facts_of(
    knowledge: Knowledge, entities: Iterable[str] = (), predicates: Sequence[str] = ()
) -> list[Fact]:
    """The facts of these entities (or of all), of these predicates (or of all), by id."""
    return [
        fact
        for entity_id in sorted(set(entities)) or knowledge.ids
        for fact in knowledge.entity(entity_id).all_facts()
        if not predicates or fact.predicate in predicates
    ]


def sample(facts: Sequence[Fact], size: int) -> list[Fact]:
    """A fixed sample: the predicates take turns, within each by a number that the fact's id decides."""
    ordered: dict[str, list[Fact]] = {}
    for fact in sorted(facts, key=lambda each: (seed_of(each.id), each.id)):
        ordered.setdefault(fact.predicate, []).append(fact)
    turns = [
        (place, predicate, fact) for predicate, found in ordered.items() for place, fact in enumerate(found)
    ]
    turns.sort(key=lambda turn: turn[:2])
    return [fact for _, _, fact in turns[:size]]


@dataclass(frozen=True, slots=True)
class Request:
    """With what the matrix is run: directories of own facts and rules, the date to judge at, constructions (or all)."""

    claims: tuple[Path, ...] = ()
    rules: tuple[str, ...] = ()
    as_of: DateInterval | None = None
    constructions: tuple[str, ...] = ()

    def matrix(self) -> Matrix:
        """The matrix for it. Raises FactcheckError."""
        return Matrix(Engine(self.claims, self.rules, self.as_of))


def run_all(matrix: Matrix, request: Request, facts: Sequence[Fact], jobs: int) -> Iterator[list[Outcome]]:
    """The outcomes of fact after fact, in their order, scanned by so many processes."""
    if jobs < 2 or len(facts) < FEW_FACTS:
        for fact in facts:
            yield matrix.run(fact, request.constructions)
        return
    from concurrent.futures import ProcessPoolExecutor

    with ProcessPoolExecutor(jobs, initializer=_start_worker, initargs=(request,)) as pool:
        yield from pool.map(_work, [fact.id for fact in facts], chunksize=CHUNK)


# What a worker process has: built once, used for all facts that it is given.
_worker: list[tuple[Matrix, tuple[str, ...]]] = []


def _start_worker(request: Request) -> None:
    _worker.append((request.matrix(), request.constructions))


def _work(fact_id: str) -> list[Outcome]:
    matrix, constructions = _worker[0]
    fact = matrix.engine.knowledge.fact(fact_id)
    return [] if fact is None else matrix.run(fact, constructions)
