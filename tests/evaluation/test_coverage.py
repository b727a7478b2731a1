from __future__ import annotations

import pytest

from factcheck.document.document import parse_document
from factcheck.engine import Engine
from factcheck.evaluation.coverage import CAUSES, Coverage, Surveyor, total
from factcheck.evaluation.measures import Share


def survey(engine: Engine, text: str) -> Coverage:
    document = parse_document(text)
    return Surveyor(engine).survey(document, engine.examine(document))


def test_sentences_without_a_name_or_value_do_not_count(engine: Engine) -> None:
    covered = survey(engine, "天气很好。谷歌于2018年10月发布了BERT。大家都很高兴。\n")
    assert (covered.sentences, covered.read, covered.checked) == (1, 1, 1)
    assert covered.share == Share(1, 1)


def test_a_wrong_statement_is_checked_and_an_unread_one_is_not(engine: Engine) -> None:
    covered = survey(engine, "BERT由微软提出。说起BERT，我想起2018年的那个下午。\n")
    assert (covered.sentences, covered.checked) == (2, 1)
    assert covered.statuses["contradicted"] == 1
    assert covered.abstained["no-claim"] == 1


def test_rows_of_tables_count_as_sentences(engine: Engine) -> None:
    covered = survey(
        engine, "| 模型 | 开发者 | 备注 |\n| --- | --- | --- |\n| BERT | 谷歌 | |\n| 某某 | 某人 | 甲 |\n| 某某 | | 2019年 |\n"
    )  # fmt: skip
    assert (covered.sentences, covered.checked) == (2, 1)


@pytest.mark.parametrize(
    ("text", "cause"),
    [
        ("OpenAI没有发布BERT。", "denied"),
        ("有人误以为BERT由OpenAI发布。", "misbelief"),
        ("据传OpenAI发布了BERT。", "rumour"),
        ("如果BERT由OpenAI发布，就好了。", "hypothesis"),
        ("OpenAI发布了BERT吗？", "question"),
    ],
)
def test_why_a_statement_was_not_checked(engine: Engine, text: str, cause: str) -> None:
    covered = survey(engine, text)
    assert covered.abstained == {cause: covered.abstained[cause]}
    assert covered.checked == 0


def test_a_property_without_a_record_is_told_apart(engine: Engine) -> None:
    """Whatever has no record of its layers: the cause must be that there is none."""
    knowledge = engine.knowledge
    name = next(
        entity.names[0].text
        for entity in map(knowledge.entity, knowledge.ids)
        if entity.type == "model" and not entity.facts_of("layers") and entity.names[0].text.isalpha() and len(entity.names[0].text) > 5
    )  # fmt: skip
    assert survey(engine, f"{name}共有77层。").abstained == {"no-record": 1}


def test_documents_together_keep_the_order_of_causes(engine: Engine) -> None:
    one = survey(engine, "据传OpenAI发布了BERT。")
    two = survey(engine, "OpenAI没有发布BERT。谷歌于2018年10月发布了BERT。")
    both = total([one, two])
    assert both.sentences == one.sentences + two.sentences
    assert list(both.abstained) == [cause for cause in CAUSES if cause in both.abstained]
    assert set(both.abstained) == {"denied", "rumour"}
