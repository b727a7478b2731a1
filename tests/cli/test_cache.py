"""The cache of findings as a process: the same bytes with it and without, and never an old finding."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from .helpers import RIGHT, SOURCES, WRONG, factcheck

JSON = ("--output-format", "json")
OWN = """\
- id: zorb
  type: model
  names: [Zorb]
  facts:
    created_by: {value: google, sources: [a]}
  sources:
    a: {url: "https://example.com/a", checked: 2026-11-23}
"""


@pytest.fixture
def place(tmp_path: Path) -> Path:
    (tmp_path / "a.md").write_text(WRONG, encoding="utf-8")
    return tmp_path


def scan(place: Path, *arguments: str, name: str = "a.md") -> subprocess.CompletedProcess[str]:
    return factcheck("scan", name, *JSON, *arguments, directory=place, env=environment(place))


def environment(place: Path) -> dict[str, str]:
    """The compiled facts as for all tests; the findings in a place of their own."""
    cache = place / "cache"
    cache.mkdir(exist_ok=True)
    for name in ("knowledge", "rules", "jieba-0.42.1"):
        shared = Path(os.environ.get("FACTCHECK_CACHE_DIR") or Path.home() / ".cache" / "factcheck") / name
        if not (cache / name).exists() and shared.is_dir():
            (cache / name).symlink_to(shared, target_is_directory=True)
    return {"FACTCHECK_CACHE_DIR": str(cache)}


def entries(place: Path) -> list[Path]:
    return sorted((place / "cache" / "findings").glob("*"))


def rules(done: subprocess.CompletedProcess[str]) -> list[str]:
    return [finding["rule"] for finding in json.loads(done.stdout)["findings"]]


def test_the_same_bytes_with_and_without(place: Path) -> None:
    text = (
        WRONG
        + "\n微软发布了TensorFlow。<!-- factcheck: ignore 反例 -->\n\nBERT由谷歌提出。\n\n见 https://beta.openai.com/\n"
    )
    (place / "a.md").write_text(text, encoding="utf-8")
    for form in ("json", "sarif", "full"):
        options = ("scan", "a.md", "--output-format", form)
        first, second = (factcheck(*options, directory=place, env=environment(place)) for _ in range(2))
        plain = factcheck(*options, "--no-cache", directory=place, env=environment(place))
        assert first.stdout == second.stdout == plain.stdout
        assert first.returncode == second.returncode == plain.returncode == 1


def test_a_file_that_has_not_changed_is_not_read_again(place: Path) -> None:
    scan(place)
    code = (
        "import sys\nfrom factcheck.__main__ import main\n"
        f"main(['scan', 'a.md', '-q', *{JSON!r}])\n"
        "print([n for n in ('factcheck.engine', 'pyromark', 'hashlib') if n in sys.modules], file=sys.stderr)"
    )
    known = {**os.environ, "PYTHONPATH": str(SOURCES), **environment(place)}
    for name, loaded in (("a.md", False), ("b.md", True)):
        (place / "b.md").write_text(RIGHT, encoding="utf-8")
        done = subprocess.run(
            [sys.executable, "-c", code.replace("a.md", name)],
            cwd=place, capture_output=True, text=True, env=known,
        )  # fmt: skip
        assert ("factcheck.engine" in done.stderr) == loaded


def test_what_findings_depend_on(place: Path) -> None:
    assert rules(scan(place)) == ["wrong-attribution"]
    assert rules(scan(place, "--ignore", "FC101")) == []
    assert rules(scan(place, "--select", "FC102")) == []
    (place / "factcheck.toml").write_text('severity = {wrong-attribution = "info"}\n')
    assert json.loads(scan(place).stdout)["findings"][0]["severity"] == "info"
    (place / "factcheck.toml").write_text('per-file-ignores = {"b.md" = ["FC101"]}\n')
    assert rules(scan(place)) == ["wrong-attribution"]
    (place / "a.md").rename(place / "b.md")
    assert rules(scan(place, name="b.md")) == []
    (place / "factcheck.toml").unlink()
    done = scan(place, name="b.md")
    assert (rules(done), json.loads(done.stdout)["findings"][0]["path"]) == (["wrong-attribution"], "b.md")
    (place / "b.md").write_text(RIGHT, encoding="utf-8")
    assert rules(scan(place, name="b.md")) == []


def test_the_date_matters(place: Path) -> None:
    (place / "a.md").write_text("<!-- factcheck: ignore until=2026-01-01 -->\n\n" + WRONG, encoding="utf-8")
    assert rules(scan(place, "--as-of", "2025-06-01")) == ["unused-suppression", "wrong-attribution"]
    messages = [
        json.loads(scan(place, "--as-of", date).stdout)["findings"][0]["message"]
        for date in ("2025-06-01", "2026-06-01")
    ]
    assert "expired" in messages[1]
    assert "expired" not in messages[0]


def test_without_a_judgement_the_date_does_not_matter(place: Path) -> None:
    (place / "a.md").write_text("没有说什么。\n", encoding="utf-8")
    for date in ("2025", "2026"):
        scan(place, "--as-of", date)
    assert len(entries(place)) == 1


def test_own_facts_and_rules_matter(place: Path) -> None:
    (place / "a.md").write_text("微软发布了Zorb。\n", encoding="utf-8")
    facts = place / "facts"
    facts.mkdir()
    (facts / "own.yaml").write_text(OWN, encoding="utf-8")
    assert rules(scan(place)) == []
    assert rules(scan(place, "--claims", "facts")) == ["wrong-attribution"]
    (facts / "own.yaml").write_text(OWN.replace("google", "microsoft"), encoding="utf-8")
    assert rules(scan(place, "--claims", "facts")) == []
    (facts / "own.yaml").write_text(OWN.replace("google", "nobody"), encoding="utf-8")
    assert scan(place, "--claims", "facts").returncode == 2


def test_the_same_content_elsewhere_is_known(place: Path) -> None:
    scan(place)
    (place / "sub").mkdir()
    (place / "sub" / "b.md").write_text(WRONG, encoding="utf-8")
    done = scan(place, name="sub/b.md")
    assert json.loads(done.stdout)["findings"][0]["path"] == "sub/b.md"
    assert len(entries(place)) == 1


@pytest.mark.parametrize("damage", [b"", b"\x00\xff", b"{}\n", b"[1]\nx"])
def test_a_damaged_entry_is_none(place: Path, damage: bytes) -> None:
    good = scan(place).stdout
    (entry,) = entries(place)
    kept = entry.read_bytes()
    for content in (damage, kept[:-5], kept[:-5] + b"xxxxx", kept.replace(WRONG.encode(), RIGHT.encode())):
        entry.write_bytes(content)
        assert scan(place).stdout == good


def test_no_cache_neither_reads_nor_writes(place: Path) -> None:
    scan(place, "--no-cache")
    assert entries(place) == []


def test_a_cache_that_cannot_be_written_costs_nothing(place: Path) -> None:
    (place / "file").write_text("x")
    done = factcheck("scan", "a.md", *JSON, directory=place, env={"FACTCHECK_CACHE_DIR": str(place / "file")})
    assert rules(done) == ["wrong-attribution"]
    assert done.stderr == ""


def test_clean(place: Path) -> None:
    own = {"FACTCHECK_CACHE_DIR": str(place / "own")}
    (place / "facts").mkdir()
    (place / "facts" / "own.yaml").write_text(OWN, encoding="utf-8")
    factcheck("scan", "a.md", "--claims", "facts", directory=place, env=own)
    (place / "own" / "mine.txt").write_text("x")
    (place / "own" / "mine.tmp").write_text("x")
    (place / "own" / "findings" / "x.findings.123.tmp").write_text("x")
    assert factcheck("cache", directory=place, env=own).stdout == f"{place / 'own'}\n"
    done = factcheck("cache", "clean", directory=place, env=own)
    assert "cached files removed" in done.stderr
    assert sorted(path.name for path in (place / "own").rglob("*") if path.is_file()) == [
        "mine.tmp",
        "mine.txt",
    ]
    assert rules(factcheck("scan", "a.md", *JSON, directory=place, env=own)) == ["wrong-attribution"]


def test_fixes_work_from_the_cache(place: Path) -> None:
    scan(place)
    done = factcheck("scan", "a.md", "--fix", "--unsafe-fixes", directory=place, env=environment(place))
    assert "1 fix made" in done.stderr
    assert (place / "a.md").read_text(encoding="utf-8") == WRONG.replace("OpenAI", "Google")
    assert rules(scan(place)) == []


def test_several_at_once_agree(place: Path) -> None:
    known = {**os.environ, "PYTHONPATH": str(SOURCES), **environment(place)}
    command = [sys.executable, "-m", "factcheck", "scan", "a.md", "--quiet", *JSON]
    running = [subprocess.Popen(command, cwd=place, stdout=subprocess.PIPE, env=known) for _ in range(4)]
    assert len({process.communicate()[0] for process in running}) == 1
    assert [path.suffix for path in entries(place)] == [".findings"]
