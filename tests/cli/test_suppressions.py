"""Suppressions as a process: each kind, what they name, when they end, and what becomes of those in vain."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from .helpers import factcheck

BAD = "OpenAI推出了BERT模型。"


def found(tmp_path: Path, text: str, *options: str) -> list[tuple[str, int, str]]:
    (tmp_path / "a.md").write_text(text, encoding="utf-8")
    done = factcheck("scan", "a.md", "--output-format", "json", *options, directory=tmp_path)
    return [(f["rule"], f["start"]["line"], f["message"]) for f in json.loads(done.stdout)["findings"]]


@pytest.mark.parametrize(
    "text",
    [
        f"{BAD}<!-- factcheck: ignore -->\n",
        f"{BAD}<!-- factcheck: ignore[wrong-attribution] 反例 -->\n",
        f"{BAD}<!-- factcheck: ignore[FC101] -->\n",
        f"{BAD}<!-- factcheck: ignore[bert.created_by] -->\n",
        f"<!-- factcheck: ignore-next-line -->\n{BAD}\n",
        f"<!-- factcheck: ignore -->\n\n甲，\n{BAD}\n",
        f"<!-- factcheck: disable[FC101] -->\n\n{BAD}\n\n{BAD}\n\n<!-- factcheck: enable[FC101] -->\n",
        f"{BAD}\n\n<!-- factcheck: ignore-file -->\n",
        f"---\nfactcheck: off\n---\n{BAD}\n",
        f"{BAD} {{/* factcheck: ignore */}}\n",
        f"{BAD}<!-- factcheck: ignore until=2027-01-01 -->\n",
    ],
)
def test_what_silences(tmp_path: Path, text: str) -> None:
    assert found(tmp_path, text, "--as-of", "2026-11-23") == []
    done = factcheck("scan", "a.md", "--output-format", "json", "--as-of", "2026-11-23", directory=tmp_path)
    assert json.loads(done.stdout)["summary"]["suppressed"] >= 1


@pytest.mark.parametrize(
    ("text", "line", "message"),
    [
        ("好。<!-- factcheck: ignore -->\n", 1, "this suppression silences nothing"),
        (
            f"{BAD}<!-- factcheck: ignore[wrong-date] -->\n",
            1,
            "this suppression silences nothing of wrong-date",
        ),
        (
            "好。<!-- factcheck: ignore[wrong-dat] -->\n",
            1,
            "this suppression names what does not exist: wrong-dat",
        ),
        ("好。<!-- factcheck: ignore[bert.nonsense] -->\n", 1, "names what does not exist: bert.nonsense"),
        (f"{BAD}<!-- factcheck: ignore until=2026-01-01 -->\n", 1, "this suppression expired on 2026-01-01"),
        ("甲\n\n好。<!-- factcheck: ignroe -->\n", 3, "'ignroe' is unknown"),
    ],
)
def test_what_is_reported(tmp_path: Path, text: str, line: int, message: str) -> None:
    reported = [
        each for each in found(tmp_path, text, "--as-of", "2026-11-23") if each[0] == "unused-suppression"
    ]
    assert [each[1] for each in reported] == [line]
    assert message in reported[0][2]


def test_those_in_vain_are_removed(tmp_path: Path) -> None:
    path = tmp_path / "a.md"
    text = (
        "<!-- factcheck: ignore-file[wrong-number] 旧 -->\n\n"
        f"{BAD}<!-- factcheck: ignore[wrong-attribution, wrong-date] 反例 -->\n\n"
        "好。<!-- factcheck: ignore until=2026-01-01 -->\n"
    )
    path.write_text(text, encoding="utf-8")
    done = factcheck("scan", "a.md", "--fix", "--as-of", "2026-11-23", directory=tmp_path)
    assert done.returncode == 0, done.stdout
    assert path.read_text(encoding="utf-8") == (
        f"\n{BAD}<!-- factcheck: ignore[wrong-attribution] 反例 -->\n\n好。\n"
    )


def test_a_suppressed_finding_is_in_sarif_with_its_reason(tmp_path: Path) -> None:
    (tmp_path / "a.md").write_text(f"{BAD}<!-- factcheck: ignore 反例 -->\n", encoding="utf-8")
    done = factcheck("scan", "a.md", "--output-format", "sarif", directory=tmp_path)
    (result,) = json.loads(done.stdout)["runs"][0]["results"]
    assert result["suppressions"] == [{"kind": "inSource", "justification": "反例"}]
