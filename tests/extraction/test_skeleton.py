"""A sentence as the rules see it: one character for every item, parentheses set aside, empty subjects filled in."""

from __future__ import annotations

from factcheck.document.document import parse_document
from factcheck.extraction import patterns
from factcheck.extraction.extractor import SentenceReading
from factcheck.extraction.mentions import Mention
from factcheck.extraction.skeleton import Skeleton
from small_world import World


def reading(world: World, text: str) -> SentenceReading:
    """The first sentence of a text."""
    extraction = world.extract(parse_document(text))
    block = extraction.readings[0]
    start, end = block.sentences[0]
    return world.extractor.read_sentence(block, 0, start, end)


def skeleton(world: World, text: str) -> Skeleton:
    return reading(world, text).skeleton


def slots(world: World, text: str) -> str:
    """The slots of a skeleton by their letters, in order."""
    letters = {character: letter for letter, character in patterns.SLOT_CHARACTERS.items()}
    letters[patterns.THING_BESIDE] = "b"
    return "".join(letters.get(c, "") for c in skeleton(world, text).text)


def test_every_item_is_one_character(world: World) -> None:
    found = skeleton(world, "2018年10月，谷歌发布了BERT，有1.1亿参数。")
    assert [type(i).__name__ for i in found.items if i is not None and type(i).__name__ != "Word"] == [
        "DateValue", "Mention", "Mention", "QuantityValue",
    ]  # fmt: skip
    assert len(found.text) == len(found.items) == len(found.places)


def test_places_are_those_of_the_text(world: World) -> None:
    text = "2018年10月，谷歌发布了BERT。"
    found = skeleton(world, text)
    for index, item in enumerate(found.items):
        if isinstance(item, Mention):
            assert text[found.place(index) : found.end_place(index + 1)] == item.text
    assert list(found.places) == sorted(found.places)
    assert found.place(len(found.text)) == found.end == len(text)


def test_slots_by_kind(world: World) -> None:
    assert slots(world, "谷歌发布了BERT。") == "OT"
    assert slots(world, "哈萨比斯在伦敦。") == "PL"


def test_a_clause_without_a_subject_gets_an_empty_one(world: World) -> None:
    assert slots(world, "谷歌发布了BERT，随后开源了代码。") == "OTZ"
    assert slots(world, "谷歌发布了BERT，OpenAI发布了GPT-2。") == "OTOT"
    assert slots(world, "2018年，发布了BERT。") == "DZT"


def test_a_pronoun_is_an_empty_subject_with_a_word(world: World) -> None:
    found = skeleton(world, "它采用了BERT。")
    index = found.text.index(patterns.ZERO)
    assert getattr(found.items[index], "text", None) == "它"


def test_parentheses_are_set_aside_with_the_name_before_them(world: World) -> None:
    text = "BERT（谷歌，2018年）由多层编码器组成。"
    found = skeleton(world, text)
    (parenthesis,) = found.parentheses
    assert isinstance(parenthesis.head, Mention)
    assert parenthesis.head.text == "BERT"
    assert text[parenthesis.start : parenthesis.end] == "（谷歌，2018年）"
    assert slots(world, text) == "T"


def test_nested_and_unclosed_parentheses(world: World) -> None:
    text = "BERT（谷歌（Google）的模型）很大（未完"
    (parenthesis,) = skeleton(world, text).parentheses
    assert text[parenthesis.start : parenthesis.end] == "（谷歌（Google）的模型）"


def test_a_parenthesis_far_from_a_name_has_no_head(world: World) -> None:
    (parenthesis,) = skeleton(world, "BERT横空出世让人惊讶（2018年）。").parentheses
    assert parenthesis.head is None


def test_names_that_only_modify_are_marked(world: World) -> None:
    assert slots(world, "GPT-3的参数量很大。") == "t"
    assert slots(world, "BERT微调版由百度推出。")[0] == "b"
    assert slots(world, "与微软合作。")[-1] == "o"


def test_quotation_marks_are_dropped(world: World) -> None:
    assert skeleton(world, "谷歌发布了“BERT”。").text == skeleton(world, "谷歌发布了BERT。").text
