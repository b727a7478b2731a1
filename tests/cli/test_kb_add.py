"""``kb add`` as a process: asked, told by options, refused."""

from __future__ import annotations

from pathlib import Path

import pytest

from .helpers import factcheck

OWN = """\
# 自己的模型
- id: zorb
  type: model
  names: [Zorb, 佐布]
  # 何时
  facts:
    created_by: {value: google, sources: [s]}  # 也许还有别人
    released: [{event: announced, date: 2024-05, sources: [s]}]
  sources:
    s: {url: "https://example.org/a", checked: 2026-11-23}

# 下一个
- id: zorb-2
  type: model
  names: [Zorb 2]
"""
SOURCE = ("--url", "https://example.org/b", "--title", "Zorb", "--checked", "2026-11-20", "--yes")


@pytest.fixture
def own(tmp_path: Path) -> Path:
    return written(tmp_path)


@pytest.fixture(scope="module")
def untouched(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The same file for all that is refused."""
    return written(tmp_path_factory.mktemp("untouched"))


def written(directory: Path) -> Path:
    path = directory / "facts" / "own.yaml"
    path.parent.mkdir()
    path.write_text(OWN, encoding="utf-8")
    return path


def add(path: Path, *arguments: str, answers: str = "") -> tuple[int, str, str]:
    done = factcheck(
        "kb", "add", "--claims", "facts", *arguments, directory=path.parents[1], stdin=answers.encode()
    )
    return done.returncode, done.stdout, done.stderr


def test_a_new_predicate_stands_behind_the_others(own: Path) -> None:
    status, shown, _ = add(own, "--entity", "佐布", "--predicate", "parameters", "--value", "7B", *SOURCE)
    text = own.read_text(encoding="utf-8")
    assert status == 0
    assert shown.startswith("--- facts/own.yaml\n+++ facts/own.yaml\n")
    assert "+    parameters: {value: 7B, sources: [example]}\n" in shown
    assert "[{event: announced, date: 2024-05, sources: [s]}]\n    parameters: {value: 7B" in text
    assert (
        '    example: {url: "https://example.org/b", title: "Zorb", checked: 2026-11-20}\n\n# 下一个' in text
    )
    assert "# 也许还有别人" in text
    assert factcheck("kb", "check", "facts", directory=own.parents[1]).returncode == 0
    assert factcheck("kb", "fmt", "--check", "facts", directory=own.parents[1]).returncode == 0


def test_a_packaged_entity_is_extended(own: Path) -> None:
    status, _, told = add(own, "--entity", "gpt-2", "--predicate", "licence", "--value", "MIT", *SOURCE)
    assert (status, "this takes the place of" in told) == (0, True)
    assert "\n- id: gpt-2\n  facts:\n    licence: {value: MIT" in own.read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (
            ("--entity", "zorb", "--predicate", "relesed", *SOURCE),
            "no such predicate: relesed (did you mean released?)",
        ),
        (("--entity", "zorb", "--predicate", "founded", *SOURCE), "founded is not for type model"),
        (
            ("--entity", "zorb", "--predicate", "created_by", "--value", "gogle", *SOURCE),
            "(did you mean google?)",
        ),
        (
            ("--entity", "zorb", "--predicate", "created_by", "--value", "bert", *SOURCE),
            "bert is of type model",
        ),
        (
            ("--entity", "zorb", "--predicate", "parameters", "--value", "many", *SOURCE),
            "not a quantity: 'many'",
        ),
        (
            ("--entity", "zorb", "--predicate", "released", "--qualifier", "event=born", *SOURCE),
            "not allowed: 'born'",
        ),
        (("--entity", "zorb", "--predicate", "parameters", "--value", "7B", "--yes"), "--url is missing"),
        (
            ("--entity", "zorb", "--predicate", "parameters", "--value", "7B", "--url", "example", "--yes"),
            "not an address: example",
        ),
        (("--entity", "zorb", "--predicate", "parameters", *SOURCE), "--value is missing"),
        (
            ("--entity", "zorb", "--predicate", "parameters", "--value", "7B", "--qualifier", "x", *SOURCE),
            "is not KEY=VALUE",
        ),
        (
            (
                "--entity",
                "zorb",
                "--predicate",
                "parameters",
                "--value",
                "7B",
                "--qualifier",
                "varant=a",
                *SOURCE,
            ),
            "(did you mean variant?)",
        ),
        (("--entity", "Blorp", "--type", "modle", *SOURCE), "no such type: modle (did you mean model?)"),
        (
            ("--entity", "zorb", "--predicate", "licence", "--value", "Apache", *SOURCE),
            "not in the vocabulary: Apache",
        ),
        (
            ("--entity", "zorb", "--predicate", "created_by", "--value", "openai", *SOURCE),
            "only one fact can be given here",
        ),
    ],
)
def test_what_is_wrong_is_named_and_nothing_is_written(
    untouched: Path, arguments: tuple[str, ...], message: str
) -> None:
    status, shown, told = add(untouched, *arguments)
    assert (status, shown) == (2, "")
    assert message in told
    assert "Traceback" not in told
    assert untouched.read_text(encoding="utf-8") == OWN


def test_it_asks_and_asks_again(own: Path) -> None:
    answers = (
        "Zorb", "parametres", "parameters", "many", "7B", "varant=base", "variant=base", "", "nowhere",
        "https://example.org/b", "A title", "soon", "2026-11-20", "y",
    )  # fmt: skip
    status, shown, told = add(own, answers="\n".join(answers) + "\n")
    assert status == 0
    assert "(did you mean parameters?)" in told
    assert "not a quantity: 'many'" in told
    assert "not an address: nowhere" in told
    assert "+    parameters: {variant: base, value: 7B, sources: [example]}\n" in shown
    assert "variant: base" in own.read_text(encoding="utf-8")


def test_a_misspelled_entity_is_asked_about_and_no_means_no(own: Path) -> None:
    answers = ("Zorbb", "y", "parameters", "7B", "", "https://example.org/b", "", "2026-11-20", "n")
    status, shown, told = add(own, answers="\n".join(answers) + "\n")
    assert (status, "Did you mean" in told) == (1, True)
    assert "+    parameters: {value: 7B" in shown
    assert own.read_text(encoding="utf-8") == OWN
