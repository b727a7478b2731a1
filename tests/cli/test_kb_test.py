"""``kb test`` as a process."""

from __future__ import annotations

import json
from pathlib import Path

from .helpers import factcheck

# A myth that is also the record: whoever repeats the record is told off.
SELF_CONTRADICTING = """\
- id: zorb
  type: model
  names: [Zorb]
  facts:
    created_by: {value: google, sources: [s]}
  sources:
    s: {url: "https://example.org/a", checked: 2026-11-23}
  myths:
    - {predicate: created_by, value: google, because: 测试}
"""


def test_a_table_of_what_was_caught(tmp_path: Path) -> None:
    done = factcheck("kb", "test", "BERT", "--predicate", "layers", directory=tmp_path)
    assert (done.returncode, done.stderr) == (
        0,
        "2 facts, 16 sentences; 8 true, 0 of them flagged; 8 wrong, 100.0% caught\n",
    )
    rows = [line.split() for line in done.stdout.splitlines()]
    assert ["construction", "true", "flagged", "wrong", "caught", "share"] in rows
    assert ["bert.layers[base]", "4", "0", "4", "4", "100.0%"] in rows


def test_json_and_a_true_sentence_that_is_flagged(tmp_path: Path) -> None:
    (tmp_path / "facts").mkdir()
    (tmp_path / "facts" / "own.yaml").write_text(SELF_CONTRADICTING, encoding="utf-8")
    arguments = ("kb", "test", "zorb", "--construction", "copula", "--claims", "facts")
    done = factcheck(*arguments, "--output-format", "json", directory=tmp_path)
    report = json.loads(done.stdout)
    assert done.returncode == 1
    assert (report["facts"], report["true"], report["true_flagged"]) == (1, 1, 1)
    (failure,) = (each for each in report["failures"] if each["true"])
    assert failure["result"] == "false-alarm"
    assert failure["construction"] == "copula"
    assert failure["value"] in failure["text"]
    assert "wrong-attribution" in failure["detail"]
    shown = factcheck(*arguments, "--lang", "zh", directory=tmp_path)
    assert "false-alarm: zorb.created_by: copula: " in shown.stdout
    assert "误报 1" in shown.stderr


def test_several_processes_find_the_same(tmp_path: Path) -> None:
    arguments = (
        "kb",
        "test",
        "--sample",
        "50",
        "--predicate",
        "layers",
        "--predicate",
        "memory",
        "--output-format",
        "json",
    )
    alone, together = (
        factcheck(*arguments, "--jobs", jobs, directory=tmp_path).stdout for jobs in ("1", "2")
    )
    assert alone == together
    assert json.loads(alone)["facts"] == 50


def test_unknown_names(tmp_path: Path) -> None:
    for option, name, hint in (
        ("--predicate", "layer", "did you mean layers?"),
        ("--construction", "copla", "did you mean copula?"),
    ):
        done = factcheck("kb", "test", option, name, directory=tmp_path)
        assert (done.returncode, hint in done.stderr) == (2, True)
    assert factcheck("kb", "test", "nobody knows this", directory=tmp_path).returncode == 2
