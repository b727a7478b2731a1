"""A fact put into the text of a claims file."""

from __future__ import annotations

import pytest

from factcheck.cli.kb.drafting import Draft, SourceDraft, flow, scalar, slug
from factcheck.cli.kb.inserting import with_fact
from factcheck.errors import FactcheckError
from factcheck.knowledge.yaml_reader import parse_yaml

SOURCE = SourceDraft("https://www.example.org/b", "A “title”", "", "2026-11-20")
BERT = """\
# 一
- id: bert
  type: model
  names: [BERT]
  facts:
    created_by: {value: google, sources: [s]}  # 谷歌
    released: [{event: paper, date: 2018-10-11, sources: [s]}]
    layers:
      - {variant: base, value: 12, sources: [s]}
      # 大号
      - {variant: large, value: 24, sources: [s]}
    paper: {value: bert-paper, sources: [s]}
  sources:
    s: {url: "https://example.org/a", checked: 2026-11-23}
# 二
- id: gpt
  type: model
  names: [GPT]
"""


def added(
    text: str, predicate: str, entity: str = "bert", source: SourceDraft = SOURCE, **fields: str
) -> str:
    values = {name.rstrip("_"): (value,) for name, value in fields.items()}
    return with_fact(text, "a.yaml", Draft(entity, "model", predicate, values, source))


def lines_added(old: str, new: str) -> list[str]:
    """What is new; everything old must still stand there, in its order."""
    rest = iter(new.splitlines())
    extra: list[str] = []
    for line in old.splitlines():
        for other in rest:
            if other == line:
                break
            extra.append(other)
        else:
            raise AssertionError(f"lost: {line}")
    return [*extra, *rest]


def test_a_new_predicate() -> None:
    assert lines_added(BERT, added(BERT, "licence", value="Apache-2.0")) == [
        "    licence: {value: Apache-2.0, sources: [example]}",
        '    example: {url: "https://www.example.org/b", title: "A “title”", checked: 2026-11-20}',
    ]


def test_a_source_that_is_there_is_not_repeated() -> None:
    known = SourceDraft("https://example.org/a", "", "", "2026-11-20")
    assert lines_added(BERT, added(BERT, "licence", source=known, value="MIT")) == [
        "    licence: {value: MIT, sources: [s]}"
    ]


def test_another_fact_in_a_list() -> None:
    new = added(BERT, "layers", variant="huge", value="48")
    assert (
        "      - {variant: large, value: 24, sources: [s]}\n      - {variant: huge, value: 48, sources: [example]}\n"
        in new
    )
    assert "      # 大号\n" in new


def test_another_fact_in_a_list_of_one_line() -> None:
    new = added(BERT, "released", event="weights", date="2018-10-31")
    assert (
        "[{event: paper, date: 2018-10-11, sources: [s]}, {event: weights, date: 2018-10-31, sources: [example]}]\n"
        in new
    )


def test_a_single_fact_becomes_a_list_with_its_comment() -> None:
    new = added(BERT, "created_by", value="fair")
    assert (
        "    created_by:\n"
        "      - {value: google, sources: [s]}  # 谷歌\n"
        "      - {value: fair, sources: [example]}\n"
        "    released:"
    ) in new


def test_an_entity_without_facts() -> None:
    assert added(BERT, "layers", entity="gpt", value="12").endswith(
        "- id: gpt\n  type: model\n  names: [GPT]\n  facts:\n    layers: {value: 12, sources: [example]}\n"
        '  sources:\n    example: {url: "https://www.example.org/b", title: "A “title”", checked: 2026-11-20}\n'
    )


def test_everything_in_one_line() -> None:
    text = '- id: bert\n  type: model\n  names: [BERT]\n  facts: {layers: {value: 12, sources: [s]}}\n  sources: {s: {url: "https://example.org/a"}}\n'
    new = added(text, "licence", value="MIT")
    assert "  facts: {layers: {value: 12, sources: [s]}, licence: {value: MIT, sources: [example]}}\n" in new
    node, problems = parse_yaml(new, "a.yaml")
    assert problems == []
    assert node is not None
    assert set(node.elements[0].mapping["sources"].mapping) == {"s", "example"}


def test_an_empty_file_and_an_entity_of_another_file() -> None:
    assert added("", "layers", value="12").startswith(
        "- id: bert\n  facts:\n    layers: {value: 12, sources: [example]}\n"
    )


def test_two_sources_of_one_host_have_two_keys() -> None:
    once = added(BERT, "licence", value="MIT")
    other = SourceDraft("https://example.org/c", "", "", "2026-11-20")
    assert "    example2: {url:" in added(once, "context_window", source=other, value="512")


def test_a_file_that_is_no_yaml() -> None:
    with pytest.raises(FactcheckError, match=r"a\.yaml:2:1"):
        added("- id: [\n", "layers", value="12")


@pytest.mark.parametrize(
    ("text", "written"),
    [
        ("2018-10-11", "2018-10-11"),
        ("20 USD", "20 USD"),
        ("no", '"no"'),
        ("null", '"null"'),
        ("a: b", '"a: b"'),
        ('say "x"', '"say \\"x\\""'),
        ("# x", '"# x"'),
        ("路", "路"),
    ],
)
def test_scalars_are_quoted_where_they_must_be(text: str, written: str) -> None:
    assert scalar(text) == written
    node, problems = parse_yaml(flow({"value": (text,)}), "")
    assert problems == []
    assert node is not None
    assert node.mapping["value"].text == text


def test_slugs() -> None:
    assert (slug("GPT-4 Turbo"), slug("深度求索")) == ("gpt-4-turbo", "")
