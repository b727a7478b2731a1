from __future__ import annotations

from factcheck.engine import Engine
from factcheck.evaluation.measuring import evaluate
from factcheck.evaluation.plain_data import evaluation_data

from .helpers import Corpus, row

TEXT = "BERT由微软提出。\n\n某某由谷歌提出。GPT-2由谷歌提出。\n"


def test_a_measurement_and_its_data_agree(engine: Engine, corpus: Corpus) -> None:
    corpus.add(
        "a",
        TEXT,
        row("error", "wrong-attribution", 1, "微软", subject="BERT", construction="passive"),
        row("error", "wrong-attribution", 3, "某某由谷歌提出", subject="某某", claimed="谷歌", truth="某人"),
        row("trap", "wrong-attribution", 3, "GPT-2由谷歌提出", note="试一试"),
    )
    corpus.add("b", "天气很好。\n")
    evaluation = evaluate(corpus.read(), engine, lambda document: engine.scan_document(document).findings)
    data = evaluation_data(evaluation, "zh")
    assert (data["articles"], data["errors"], data["found"], data["false_alarms"], data["traps_hit"]) == (
        2,
        2,
        1,
        1,
        1,
    )
    assert (data["precision"], data["recall"], data["f1"]) == (0.5, 0.5, 0.5)
    assert data["layers"] == {"errors": 2, "mention": 1, "claim": 1, "verdict": 1, "finding": 1}
    (miss,) = data["misses"]
    assert (miss["article"], miss["line"], miss["truth"]) == ("a.md", 3, "某人")
    assert (miss["lost_at"], miss["cause"]) == ("mention", "unmentioned")
    (alarm,) = data["alarms"]
    assert (alarm["start"], alarm["rule"], alarm["trap"]) == (
        {"line": 3, "column": 9},
        "wrong-attribution",
        "试一试",
    )
    assert "GPT-2" in alarm["message"]
    assert data["baselines"]["flag_all"]["recall"] == 1.0
    assert data["baselines"]["flag_none"]["flags"] == 0
    assert data["coverage"]["sentences"] == 3
    assert [each["name"] for each in data["constructions"]] == ["other", "passive"]
