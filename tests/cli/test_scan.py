"""``factcheck scan`` as a process: output, exit status, options."""

from __future__ import annotations

import json
import os
import pty
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from .helpers import RIGHT, SOURCES, WRONG, factcheck


@pytest.fixture
def article(tmp_path: Path) -> Path:
    (tmp_path / "a.md").write_text(WRONG, encoding="utf-8")
    return tmp_path


def test_exit_status(article: Path) -> None:
    (article / "b.md").write_text(RIGHT, encoding="utf-8")
    assert factcheck("scan", "a.md", directory=article).returncode == 1
    assert factcheck("scan", "b.md", directory=article).returncode == 0
    assert factcheck("scan", "a.md", "--fail-on", "never", directory=article).returncode == 0
    assert factcheck("scan", "none.md", directory=article).returncode == 2
    assert factcheck("scan", directory=article).returncode == 2
    assert factcheck("scan", "a.md", "--nonsense", directory=article).returncode == 2


def test_json_is_one_object_and_all_of_standard_output(article: Path) -> None:
    done = factcheck("scan", "a.md", "--output-format", "json", "--as-of", "2026-11-23", directory=article)
    data = json.loads(done.stdout)
    (finding,) = data["findings"]
    assert (finding["rule"], finding["code"], finding["path"]) == ("wrong-attribution", "FC101", "a.md")
    assert WRONG[finding["start"]["offset"] : finding["end"]["offset"]] == finding["text"]
    assert finding["evidence"][0]["sources"][0]["url"].startswith("https://")
    assert data["as_of"] == "2026-11-23"
    assert data["summary"]["files"] == 1
    assert done.stderr == ""


def test_the_same_bytes_again(article: Path) -> None:
    runs = [factcheck("scan", "a.md", "--output-format", "json", directory=article).stdout for _ in range(2)]
    assert runs[0] == runs[1]


def test_messages_in_both_languages(article: Path) -> None:
    assert "谷歌" in factcheck("scan", "a.md", "--lang", "zh", directory=article).stdout
    assert "Google" in factcheck("scan", "a.md", directory=article, env={"LANG": "en_GB.UTF-8"}).stdout
    assert "谷歌" in factcheck("scan", "a.md", directory=article, env={"LC_ALL": "zh_CN.UTF-8"}).stdout
    assert "用法、配置" in factcheck("scan", "--help", "--lang", "zh", directory=article).stdout
    assert "Exit status" in factcheck("scan", "-h", directory=article).stdout


def test_standard_input(article: Path) -> None:
    done = factcheck("scan", "-", "--stdin-filename", "x/y.md", directory=article, stdin=WRONG.encode())
    assert done.stdout.startswith("x/y.md:3:7: FC101 ")
    assert done.returncode == 1


def test_selection(article: Path) -> None:
    for selector in ("wrong-attribution", "FC101", "FC1", "fc10", "ALL"):
        assert factcheck("scan", "a.md", "--select", selector, directory=article).returncode == 1, selector
    assert factcheck("scan", "a.md", "--select", "FC102,FC103", directory=article).returncode == 0
    assert factcheck("scan", "a.md", "--ignore", "FC101", directory=article).returncode == 0
    extended = factcheck("scan", "a.md", "--select", "FC102", "--extend-select", "FC101", directory=article)
    assert extended.returncode == 1


def test_an_unknown_rule_is_an_error_with_a_suggestion(article: Path) -> None:
    done = factcheck("scan", "a.md", "--select", "wrong-atribution", directory=article)
    assert done.returncode == 2
    assert done.stderr.startswith("factcheck: error: select: unknown rule 'wrong-atribution'")
    assert "'wrong-attribution'?" in done.stderr


def test_several_formats_at_once(article: Path) -> None:
    done = factcheck(
        "scan", "a.md", "--output", "sarif=out.sarif", "--output", "junit=out.xml", directory=article
    )
    assert done.stdout.startswith("a.md:3:7: ")
    assert json.loads((article / "out.sarif").read_text())["version"] == "2.1.0"
    assert (article / "out.xml").read_text().startswith("<?xml")
    wrong = factcheck("scan", "a.md", "--output", "sarf=x", directory=article)
    assert (wrong.returncode, "(did you mean sarif?)" in wrong.stderr) == (2, True)


def test_an_unreadable_file_does_not_hide_the_others(article: Path) -> None:
    (article / "bad.md").write_bytes(b"\x00\xff\xfe\xfa")
    done = factcheck("scan", ".", directory=article)
    assert done.returncode == 2
    assert "a.md:3:7: FC101" in done.stdout
    assert "factcheck: error: ./bad.md" in done.stderr


def test_exclude(article: Path) -> None:
    assert factcheck("scan", ".", "--exclude", "a.*", directory=article).returncode == 0
    assert factcheck("scan", "a.md", "--exclude", "a.*", directory=article).returncode == 1
    assert factcheck("scan", "a.md", "--exclude", "a.*", "--force-exclude", directory=article).returncode == 0


def test_statistics_quiet_and_verbose_go_to_standard_error(article: Path) -> None:
    done = factcheck("scan", "a.md", "--statistics", "--quiet", directory=article)
    assert done.stderr.split() == ["1", "FC101", "wrong-attribution"]
    verbose = factcheck("scan", "a.md", "--verbose", "--isolated", directory=article)
    assert "configuration: none" in verbose.stderr
    assert verbose.stdout.count("\n") == 1


def test_suppressed_findings_are_counted(article: Path) -> None:
    text = WRONG.replace("模型。", "模型。<!-- factcheck: ignore[wrong-attribution] 教学用 -->")
    (article / "a.md").write_text(text, encoding="utf-8")
    done = factcheck("scan", "a.md", "--output-format", "json", directory=article)
    assert done.returncode == 0
    assert json.loads(done.stdout)["summary"]["suppressed"] == 1


def test_version_is_answered_without_click(tmp_path: Path) -> None:
    code = (
        "import sys; from factcheck.__main__ import main; main(['--version']); print('click' in sys.modules)"
    )
    done = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, env={"PYTHONPATH": str(SOURCES)}
    )
    assert done.stdout.split()[0] == "factcheck"
    assert done.stdout.split()[2] == "False"


def test_import_budget(article: Path) -> None:
    """What costs time is imported only where it is needed."""
    factcheck("scan", "a.md", directory=article)  # compile the knowledge base, if it is not yet
    (article / "a.md").write_text(f"{WRONG}\n{article}\n", encoding="utf-8")  # that the cache does not know
    forbidden = (
        "rich", "yaml", "jieba", "rapidfuzz", "pathspec", "importlib.metadata", "tomllib", "logging",
        "multiprocessing", "pydantic", "asyncio", "concurrent.futures", "hashlib", "tempfile", "subprocess",
    )  # fmt: skip
    code = (
        "import sys\nfrom factcheck.__main__ import main\n"
        "main(['scan', 'a.md', '--output-format', 'json'])\n"
        f"print([name for name in {forbidden!r} if name in sys.modules], file=sys.stderr)"
    )
    environment = {**os.environ, "PYTHONPATH": str(SOURCES)}
    done = subprocess.run(
        [sys.executable, "-c", code], cwd=article, capture_output=True, text=True, env=environment
    )
    assert done.stderr.strip() == "[]"


def test_a_closed_pipe_is_no_error(article: Path) -> None:
    (article / "a.md").write_text(WRONG * 300, encoding="utf-8")
    command = f"{sys.executable} -m factcheck scan a.md | head -1; echo ${{PIPESTATUS[0]}}"
    done = subprocess.run(
        ["bash", "-c", command],
        cwd=article,
        capture_output=True,
        text=True,
        env={**os.environ, "PYTHONPATH": str(SOURCES)},
    )
    assert "Traceback" not in done.stderr
    assert "Exception" not in done.stderr
    assert done.stdout.splitlines()[0].startswith("a.md:3:7")


def _listening() -> None:
    """A process started in the background ignores interrupts, and so would its children."""
    signal.signal(signal.SIGINT, signal.SIG_DFL)


def test_an_interrupt_ends_with_130(article: Path) -> None:
    process = subprocess.Popen(
        [sys.executable, "-m", "factcheck", "scan", "-"],
        cwd=article,
        stdin=subprocess.PIPE,
        stderr=subprocess.PIPE,
        env={**os.environ, "PYTHONPATH": str(SOURCES)},
        preexec_fn=_listening,
    )
    time.sleep(1.5)  # it waits for standard input by now
    process.send_signal(signal.SIGINT)
    _, errors = process.communicate(timeout=20)
    assert process.returncode == 130
    assert errors.strip() == b""


@pytest.mark.parametrize(
    ("arguments", "env", "coloured"),
    [
        ((), {}, True),
        (("--color", "never"), {}, False),
        ((), {"NO_COLOR": "1"}, False),
        (("--color", "always"), {"NO_COLOR": "1"}, True),
        ((), {"TERM": "dumb"}, False),
    ],
)
def test_on_a_terminal(
    article: Path, arguments: tuple[str, ...], env: dict[str, str], coloured: bool
) -> None:
    done = _on_terminal(article, "scan", "a.md", *arguments, env=env)
    assert "^^^^" in done  # the full format
    assert ("\x1b[" in done) == coloured


def test_colour_without_a_terminal(article: Path) -> None:
    options = ("scan", "a.md", "--output-format", "full")
    assert "\x1b[" not in factcheck(*options, directory=article).stdout
    assert "\x1b[" in factcheck(*options, directory=article, env={"FORCE_COLOR": "1"}).stdout
    assert "\x1b[" in factcheck(*options, "--color", "always", directory=article).stdout


def _on_terminal(directory: Path, *arguments: str, env: dict[str, str]) -> str:
    ours, theirs = pty.openpty()
    environment = {**os.environ, "PYTHONPATH": str(SOURCES), "TERM": "xterm", **env}
    for name in ("NO_COLOR", "FORCE_COLOR"):
        if name not in env:
            environment.pop(name, None)
    process = subprocess.Popen(
        [sys.executable, "-m", "factcheck", *arguments], cwd=directory, stdout=theirs, env=environment
    )
    os.close(theirs)
    pieces = []
    while True:
        try:
            piece = os.read(ours, 65536)
        except OSError:  # the other end is closed
            break
        if not piece:
            break
        pieces.append(piece)
    process.wait(timeout=60)
    os.close(ours)
    return b"".join(pieces).decode()


def test_watch_scans_again_what_changes(article: Path) -> None:
    process = subprocess.Popen(
        [sys.executable, "-m", "factcheck", "scan", ".", "--watch", "--quiet"],
        cwd=article,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        env={**os.environ, "PYTHONPATH": str(SOURCES), "LANG": "C.UTF-8"},
        preexec_fn=_listening,
    )
    assert process.stdout is not None
    assert process.stderr is not None
    try:
        assert b"a.md:3:7" in process.stdout.readline()
        process.stderr.readline()
        (article / "b.md").write_text(WRONG, encoding="utf-8")
        assert b"b.md:3:7" in process.stdout.readline()
    finally:
        process.send_signal(signal.SIGINT)
        process.communicate(timeout=20)
    assert process.returncode == 130
