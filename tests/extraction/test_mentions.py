"""Names in a text: variants of writing, borders, longer and unknown names."""

from __future__ import annotations

import pytest

from factcheck.extraction.mentions import Mention, MentionFinder
from small_world import World


def find(world: World, text: str) -> list[Mention]:
    (found,) = MentionFinder(world.knowledge).find([text])
    return found


def known(world: World, text: str) -> list[tuple[str, str]]:
    """What is written, and the entity, of all mentions that are understood."""
    return [(m.text, m.entity_ids[0]) for m in find(world, text) if not m.opaque]


@pytest.mark.parametrize("name", ["GPT-3", "GPT3", "GPT 3", "gpt-3", "Gpt-3"])
def test_separators_and_case_do_not_matter(world: World, name: str) -> None:
    assert known(world, f"发布了{name}模型") == [(name, "gpt-3")]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("谷歌的BERT和OpenAI的GPT-2", [("谷歌", "google"), ("BERT", "bert"), ("OpenAI", "openai"), ("GPT-2", "gpt-2")]),
        ("RoBERTa不是BERT", [("RoBERTa", "roberta"), ("BERT", "bert")]),
        ("山姆·阿尔特曼出席", [("山姆·阿尔特曼", "sam-altman")]),
        ("Sam Altman出席", [("Sam Altman", "sam-altman")]),
        ("LangBERTology", []),
        ("DistilBERT很小", []),
        ("Metadata和Alarm", []),
        ("my_bert", []),
        ("BERT2018年发布", [("BERT", "bert")]),
        ("text-davinci-003已停用", [("text-davinci-003", "text-davinci-003-api")]),
        ("", []),
    ],
)  # fmt: skip
def test_names_and_their_borders(world: World, text: str, expected: list[tuple[str, str]]) -> None:
    assert known(world, text) == expected


@pytest.mark.parametrize(
    "text",
    ["BERT-wwm由哈工大提出", "GPT-4-Foo问世", "GPT-3.5问世", "Whisper 9问世", "Whisper v9问世", "随后登场的AlphaGo Zero不再需要棋谱", "LLaMA-based模型"],
)  # fmt: skip
def test_a_name_that_goes_on_is_of_something_else(world: World, text: str) -> None:
    assert known(world, text) == []


def test_an_unknown_longer_name_keeps_its_place(world: World) -> None:
    (mention,) = find(world, "GPT-4-Foo问世")
    assert mention.opaque
    assert mention.text == "GPT-4-Foo"


@pytest.mark.parametrize(
    ("text", "written", "variant"),
    [
        ("LLaMA-65B发布", "LLaMA-65B", "65b"),
        ("LLaMA 7B发布", "LLaMA 7B", "7b"),
        ("LLaMA13b发布", "LLaMA13b", "13b"),
        ("BERT-Large发布", "BERT-Large", "large"),
        ("BERT-large发布", "BERT-large", "large"),
        ("BERT发布", "BERT", None),
    ],
)
def test_sizes_behind_a_name(world: World, text: str, written: str, variant: str | None) -> None:
    (mention,) = find(world, text)
    assert (mention.text, mention.variant, mention.opaque) == (written, variant, False)


def test_a_shared_name_means_all_its_bearers(world: World) -> None:
    (mention,) = find(world, "Phoenix发布")
    assert sorted(mention.entity_ids) == ["phoenix-model", "phoenix-tool"]
    assert mention.of_types(frozenset({"framework"})) == ("phoenix-tool",)


@pytest.mark.parametrize(
    ("text", "slot"),
    [("谷歌", "O"), ("DeepMind", "O"), ("哈萨比斯", "P"), ("BERT", "T"), ("A100", "T"), ("伦敦", "L"), ("诺贝尔化学奖", "E")],
)  # fmt: skip
def test_the_slot_that_a_mention_fills(world: World, text: str, slot: str) -> None:
    (mention,) = find(world, text)
    assert mention.slot == slot


def test_texts_are_kept_apart(world: World) -> None:
    texts = ["谷歌发布BERT", "没有名字", "BE", "RT", "Open", "AI和OpenAI"]
    found = MentionFinder(world.knowledge).find(texts)
    assert [[m.text for m in each] for each in found] == [["谷歌", "BERT"], [], [], [], [], ["OpenAI"]]
    for text, mentions in zip(texts, found, strict=True):
        assert all(text[m.start : m.end] == m.text for m in mentions)


def test_a_large_text_is_read_as_small_ones_are(world: World) -> None:
    text = "谷歌的BERT、OpenAI的GPT-3，以及LLaMA-65B和BERT-wwm。"
    small = MentionFinder(world.knowledge).find([text])[0]
    found = MentionFinder(world.knowledge).find([text] * 10_000)
    assert len(found) == 10_000
    assert all(mentions == small for mentions in (found[0], found[5_000], found[-1]))


def test_a_longer_name_alone_in_a_cell_is_unknown(world: World) -> None:
    assert known(world, "AlphaGo Zero") == []
