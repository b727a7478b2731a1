from __future__ import annotations

import json
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factcheck.knowledge.problems import KnowledgeError
from factcheck.knowledge.yaml_reader import load_yaml, parse_yaml, read_yaml, resolve


def messages(text: str | bytes) -> list[str]:
    return [str(problem) for problem in parse_yaml(text, "f.yaml")[1]]


def plain(text: str) -> object:
    node, problems = parse_yaml(text, "f.yaml")
    assert problems == []
    assert node is not None
    return node.plain()


@pytest.mark.parametrize(
    ("written", "value"),
    [
        ("true", True),
        ("false", False),
        ("null", None),
        ("0", 0),
        ("-12", -12),
        ("1.50", 1.5),
        ("010", "010"),
        ("1e3", "1e3"),
        ("on", "on"),
        ("No", "No"),
        ("True", "True"),
        ("12:30:00", "12:30:00"),
        ("2018-10-11", "2018-10-11"),
        ("4-1", "4-1"),
        ("~", "~"),
        (".5", ".5"),
    ],
)
def test_only_what_json_knows_is_resolved(written: str, value: object) -> None:
    assert resolve(written) == value
    assert type(resolve(written)) is type(value)


def test_quoted_scalars_are_text() -> None:
    assert plain('["12", \'true\', "null"]') == ["12", "true", "null"]


def test_scalars_keep_what_is_written() -> None:
    node, _ = parse_yaml("version: 1.10", "f.yaml")
    assert node is not None
    assert node.mapping["version"].text == "1.10"


def test_places_count_characters() -> None:
    node, _ = parse_yaml("- 名称: {谷歌: 1}\n", "f.yaml")
    assert node is not None
    value = node.elements[0].mapping["名称"].mapping["谷歌"]
    assert str(value.place("f.yaml")) == "f.yaml:1:12"
    assert str(value.key_place("f.yaml")) == "f.yaml:1:8"


def test_kinds() -> None:
    node, _ = parse_yaml("[{}, [], a, 1, 1.5, true, null]", "f.yaml")
    assert node is not None
    kinds = [each.kind for each in node.elements]
    assert kinds == ["mapping", "list", "text", "number", "number", "boolean", "null"]


def test_a_single_value_is_a_list_of_one() -> None:
    node, _ = parse_yaml("{a: x, b: null}", "f.yaml")
    assert node is not None
    assert [each.text for each in node.mapping["a"].elements] == ["x"]
    assert node.mapping["b"].elements == []


def test_all_duplicate_keys_are_told() -> None:
    text = "a: 1\nb: {c: 1, c: 2}\na: 2\n"
    assert messages(text) == ["f.yaml:2:11: duplicate key 'c'", "f.yaml:3:1: duplicate key 'a'"]


def test_anchors_aliases_and_tags_are_told() -> None:
    assert messages("- &x 1\n- *x\n- !!python/name:os.system ''\n") == [
        "f.yaml:1:3: anchors and aliases (& and *) are not used here; write the value out",
        "f.yaml:2:3: anchors and aliases (& and *) are not used here; write the value out",
        "f.yaml:3:3: tags are not used here: tag:yaml.org,2002:python/name:os.system",
    ]


def test_keys_that_yaml_1_1_reads_as_booleans_are_told() -> None:
    assert messages("On: 1\n'no': 2\n") == ["f.yaml:1:1: 'On' is a boolean to other readers; quote it"]


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("a: b: c", "f.yaml:1:5: not YAML: mapping values are not allowed in this context"),
        (
            "a: [1\nb: 2",
            "f.yaml:2:2: not YAML: did not find expected ',' or ']' while parsing a flow sequence",
        ),
        ("谷歌: \x01", "f.yaml:1:5: not YAML: control characters are not allowed"),
        (b"a: \xff", "f.yaml:1:4: not UTF-8"),
        ("a: 1\n---\nb: 2", "f.yaml:2:1: one document in a file, please"),
        ("{[a]: 1}", "f.yaml:1:2: a key must be a single word"),
    ],
)
def test_what_is_not_yaml_is_told_with_its_place(text: str | bytes, message: str) -> None:
    assert messages(text) == [message]


@pytest.mark.parametrize("opening", ["[", "- ", "{a: "])
def test_deep_nesting_is_refused_without_harm(opening: str) -> None:
    (message,) = messages(opening * 100_000)
    assert "nested too deeply" in message
    assert message.startswith("f.yaml:1:")


def test_empty_and_missing_files(tmp_path: Path) -> None:
    empty = tmp_path / "empty.yaml"
    empty.write_text("# nothing\n")
    assert read_yaml(empty, "empty.yaml") == (None, [])
    with pytest.raises(KnowledgeError, match=r"empty\.yaml:1:1: the file is empty"):
        load_yaml(empty, "empty.yaml")
    with pytest.raises(KnowledgeError, match=r"gone\.yaml:1:1: cannot be read: No such file"):
        load_yaml(tmp_path / "gone.yaml", "gone.yaml")


def test_a_byte_order_mark_is_no_text() -> None:
    node, problems = parse_yaml(b"\xef\xbb\xbfa: 1", "f.yaml")
    assert node is not None
    assert (node.plain(), problems) == ({"a": 1}, [])


@given(st.text())
def test_any_text_is_read_or_refused(text: str) -> None:
    node, problems = parse_yaml(text, "f.yaml")
    assert node is None or node.kind
    assert all(problem.line >= 1 and problem.column >= 1 for problem in problems)


SCALARS = st.text(alphabet="ab谷: #[]{}&*!'\"\n") | st.integers() | st.booleans() | st.none()


def nested(inner: st.SearchStrategy[object]) -> st.SearchStrategy[object]:
    return st.lists(inner) | st.dictionaries(st.text("abc谷"), inner)


@given(st.recursive(SCALARS, nested, max_leaves=8))
def test_json_is_read_as_json(value: object) -> None:
    node, problems = parse_yaml(json.dumps(value, ensure_ascii=False), "f.yaml")
    assert problems == []
    assert (node.plain() if node else None) == value
