"""``--fix``, ``--diff``, ``--baseline`` as a process."""

from __future__ import annotations

import json
import os
import subprocess
from pathlib import Path

import pytest

from .helpers import WRONG, factcheck
from .own import OWN

STALE = (
    "# 标题\r\n\r\n谷歌发布了BERT。<!-- factcheck: ignore[wrong-date] 旧 -->\r\n"
    "<!-- factcheck: ignore -->\r\n\r\n完。\r\n"
)
MENDED = "# 标题\r\n\r\n谷歌发布了BERT。\r\n\r\n完。\r\n"


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "gb18030"])
def test_fix_keeps_encoding_line_ends_and_mode(tmp_path: Path, encoding: str) -> None:
    path = tmp_path / "a.md"
    path.write_bytes(STALE.encode(encoding))
    path.chmod(0o640)
    done = factcheck("scan", "a.md", "--fix", directory=tmp_path)
    assert path.read_bytes() == MENDED.encode(encoding)
    assert path.stat().st_mode & 0o777 == 0o640
    assert done.returncode == 0
    assert "2 fixes made" in done.stderr
    again = factcheck("scan", "a.md", "--fix", directory=tmp_path)
    assert "0 fixes made" in again.stderr
    assert os.listdir(tmp_path) == ["a.md"]


def test_big_endian_stays_big_endian(tmp_path: Path) -> None:
    path = tmp_path / "a.md"
    path.write_bytes(b"\xfe\xff" + STALE.encode("utf-16-be"))
    factcheck("scan", "a.md", "--fix", directory=tmp_path)
    assert path.read_bytes() == b"\xfe\xff" + MENDED.encode("utf-16-be")


def test_a_link_stays_a_link(tmp_path: Path) -> None:
    (tmp_path / "real.md").write_bytes(STALE.encode())
    (tmp_path / "a.md").symlink_to("real.md")
    factcheck("scan", "a.md", "--fix", directory=tmp_path)
    assert (tmp_path / "a.md").is_symlink()
    assert (tmp_path / "real.md").read_bytes() == MENDED.encode()


def test_diff_writes_nothing_and_can_be_applied(tmp_path: Path) -> None:
    path = tmp_path / "a.md"
    path.write_bytes(STALE.encode())
    done = factcheck("scan", "a.md", "--diff", directory=tmp_path)
    assert done.returncode == 1
    assert path.read_bytes() == STALE.encode()
    subprocess.run(["patch", "--binary", "-s", "a.md"], input=done.stdout.encode(), cwd=tmp_path, check=True)
    assert path.read_bytes() == MENDED.encode()
    assert factcheck("scan", "a.md", "--diff", directory=tmp_path).returncode == 0


def test_standard_input_is_mended_to_standard_output(tmp_path: Path) -> None:
    done = factcheck("scan", "-", "--fix", directory=tmp_path, stdin=STALE.encode())
    assert done.stdout == MENDED
    clean = factcheck("scan", "-", "--fix", directory=tmp_path, stdin=MENDED.encode())
    assert clean.stdout == MENDED


def test_baseline(tmp_path: Path) -> None:
    path = tmp_path / "a.md"
    path.write_text(WRONG, encoding="utf-8")
    assert factcheck("scan", "a.md", "--write-baseline", "known.json", directory=tmp_path).returncode == 0
    path.write_text("新的一行。\n\n" + WRONG, encoding="utf-8")
    moved = factcheck("scan", "a.md", "--baseline", "known.json", directory=tmp_path)
    assert (moved.returncode, moved.stdout) == (0, "")
    assert "1 finding" in moved.stderr
    path.write_text(WRONG + "\nOpenAI发布了TensorFlow。\n", encoding="utf-8")
    new = factcheck("scan", "a.md", "--baseline", "known.json", "--output-format", "json", directory=tmp_path)
    assert new.returncode == 1
    assert [each["claim"]["subject"] for each in json.loads(new.stdout)["findings"]] == ["tensorflow"]
    path.write_text("没有了。\n", encoding="utf-8")
    gone = factcheck("scan", "a.md", "--baseline", "known.json", directory=tmp_path)
    assert "gone" in gone.stderr
    missing = factcheck("scan", "a.md", "--baseline", "none.json", directory=tmp_path)
    assert (missing.returncode, "none.json: cannot be read" in missing.stderr) == (2, True)


@pytest.mark.parametrize(
    ("wrong", "right", "options"),
    [
        ("青鸟一号于2025年5月20日发布。", "青鸟一号于2026年5月20日发布。", ()),
        ("青鸟一号发布于２０２５年５月。", "青鸟一号发布于２０２６年５月。", ()),
        ("青鸟一号的参数量为17.5B。", "青鸟一号的参数量为175B。", ()),
        ("青鸟一号的参数量达到１７．５亿。", "青鸟一号的参数量达到１７５０亿。", ()),
        ("用Tensorfow训练模型。", "用TensorFlow训练模型。", ()),
        ("文档：https://old.qingniao.example/", "文档：https://qingniao.example/", ()),
        ("文档：https://old.qingniao.example", "文档：https://qingniao.example", ()),
        ("OpenAI推出了青鸟一号。", "OpenAI推出了青鸟一号。", ()),
        ("OpenAI推出了青鸟一号。", "Qingniao Lab推出了青鸟一号。", ("--unsafe-fixes",)),
        ("谷歌推出了青鸟一号。", "青鸟实验室推出了青鸟一号。", ("--unsafe-fixes",)),
    ],
)
def test_the_writers_own_form(tmp_path: Path, wrong: str, right: str, options: tuple[str, ...]) -> None:
    path = tmp_path / "a.md"
    path.write_text(f"# 题\n\n{wrong}\n", encoding="utf-8")
    common = ("scan", "a.md", *OWN, "--output-format", "json")
    factcheck(*common, "--fix", *options, directory=tmp_path)
    assert path.read_text(encoding="utf-8") == f"# 题\n\n{right}\n"
    again = json.loads(factcheck(*common, directory=tmp_path).stdout)
    if wrong == right:  # shown, and left to the writer
        assert again["findings"][0]["fix"]["applicability"] == "unsafe"
    else:
        assert again["findings"] == []
        assert again["summary"]["contradicted"] == again["summary"]["outdated"] == 0
    before = path.read_bytes()
    factcheck(*common, "--fix", *options, directory=tmp_path)
    assert path.read_bytes() == before


def test_a_mended_claim_is_supported(tmp_path: Path) -> None:
    (tmp_path / "a.md").write_text("青鸟一号于2025年发布，参数量为17.5B。\n", encoding="utf-8")
    common = ("scan", "a.md", *OWN, "--output-format", "json")
    before = json.loads(factcheck(*common, directory=tmp_path).stdout)["summary"]
    factcheck(*common, "--fix", directory=tmp_path)
    after = json.loads(factcheck(*common, directory=tmp_path).stdout)["summary"]
    assert (before["contradicted"], before["supported"]) == (before["claims"], 0)
    assert (after["contradicted"], after["supported"]) == (0, before["claims"])


def test_fixes_that_overlap_are_made_one_after_the_other(tmp_path: Path) -> None:
    path = tmp_path / "a.md"
    path.write_text(
        "青鸟一号于2025年5月20日发布。<!-- factcheck: ignore[wrong-number] 旧 --><!-- factcheck: ignore[FC103] -->\n",
        encoding="utf-8",
    )
    factcheck("scan", "a.md", *OWN, "--fix", directory=tmp_path)
    assert path.read_text(encoding="utf-8") == "青鸟一号于2026年5月20日发布。\n"


def test_fixes_leave_what_the_baseline_knows(tmp_path: Path) -> None:
    (tmp_path / "a.md").write_text("GPT-3于2019年发布。\n", encoding="utf-8")
    factcheck("scan", "a.md", "--write-baseline", "known.json", directory=tmp_path)
    kept = factcheck("scan", "a.md", "--baseline", "known.json", "--fix", "--diff", directory=tmp_path)
    assert (kept.returncode, kept.stdout) == (0, "")
    assert factcheck("scan", "a.md", "--fix", "--diff", directory=tmp_path).returncode == 1


def test_a_date_that_later_ones_count_from_is_not_mended_by_itself(tmp_path: Path) -> None:
    text = "DeepMind成立于2012年，两年后被谷歌收购。\n"
    (tmp_path / "a.md").write_text(text, encoding="utf-8")
    factcheck("scan", "a.md", "--fix", directory=tmp_path)
    assert (tmp_path / "a.md").read_text(encoding="utf-8") == text


def test_a_partial_scan_drops_nothing_from_the_baseline(tmp_path: Path) -> None:
    (tmp_path / "a.md").write_text("GPT-3于2019年发布。\n", encoding="utf-8")
    (tmp_path / "b.md").write_text("BERT由OpenAI提出。\n", encoding="utf-8")
    factcheck("scan", ".", "--write-baseline", "known.json", directory=tmp_path)
    factcheck("scan", "b.md", "--write-baseline", "known.json", directory=tmp_path)
    assert factcheck("scan", ".", "--baseline", "known.json", directory=tmp_path).returncode == 0
