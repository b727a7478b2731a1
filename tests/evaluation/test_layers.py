from __future__ import annotations

import pytest

from factcheck.engine import Engine
from factcheck.evaluation.coverage import Surveyor
from factcheck.evaluation.layers import Passage, Tracker
from factcheck.evaluation.matching import flags_of, match

from .helpers import Corpus, row


def passages(
    engine: Engine, corpus: Corpus, text: str, *rows: dict[str, object], silent: bool = False
) -> list[Passage]:
    """The ways of the labelled errors of a text; ``silent``: with all findings suppressed."""
    article = corpus.one(text, *rows)
    findings = () if silent else engine.scan_document(article.document).findings
    tracker = Tracker(engine, Surveyor(engine))
    return list(tracker.passages(match(article, flags_of(findings)), engine.examine(article.document)))


@pytest.mark.parametrize(
    ("text", "wrong", "subject", "kind", "depth", "cause"),
    [
        ("BERT由微软提出。", "微软", "BERT", "wrong-attribution", 4, ""),
        ("据传BERT由微软提出。", "微软", "BERT", "wrong-attribution", 2, "rumour"),
        ("BERT由谷歌提出。", "谷歌", "BERT", "wrong-attribution", 2, "supported"),
        ("BERT那些事，微软最懂。", "微软", "BERT", "wrong-attribution", 1, "unread"),
        ("BERT由谷歌提出。", "谷歌", "BERT", "wrong-date", 1, "unread"),  # what was read is of another kind
        ("某某由微软提出。", "微软", "某某", "wrong-attribution", 0, "unmentioned"),
        ("那些事，微软最懂。", "微软", "", "wrong-attribution", 1, "unread"),
        ("那些事，谁都不懂。", "谁", "", "wrong-attribution", 0, "unmentioned"),
    ],
)  # fmt: skip
def test_where_an_error_is_lost(
    engine: Engine, corpus: Corpus, text: str, wrong: str, subject: str, kind: str, depth: int, cause: str
) -> None:
    (passage,) = passages(engine, corpus, text, row("error", kind, 1, wrong, subject=subject))
    assert (passage.depth, passage.cause) == (depth, cause)


def test_a_subject_may_be_named_before_but_not_after(engine: Engine, corpus: Corpus) -> None:
    label = row("error", "wrong-attribution", 3, "微软最懂", subject="BERT")
    (before,) = passages(engine, corpus, "# BERT\n\n那些事，微软最懂。\n\n说完了。", label)
    assert (before.depth, before.cause) == (1, "unread")


def test_a_subject_that_is_named_later_is_no_mention(engine: Engine, corpus: Corpus) -> None:
    label = row("error", "wrong-attribution", 1, "微软最懂", subject="BERT")
    (after,) = passages(engine, corpus, "那些事，微软最懂。BERT也一样。\n\nBERT。", label)
    assert (after.depth, after.cause) == (0, "unmentioned")


def test_what_is_contradicted_but_silenced_is_lost_last(engine: Engine, corpus: Corpus) -> None:
    label = row("error", "wrong-attribution", 1, "微软", subject="BERT")
    (passage,) = passages(engine, corpus, "BERT由微软提出。", label, silent=True)
    assert (passage.depth, passage.cause) == (3, "unreported")
