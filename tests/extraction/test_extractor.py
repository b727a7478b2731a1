"""Whole documents: what is claimed, counted, placed; any text is read without error."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from factcheck.document.document import parse_document
from small_world import World, small_world


@pytest.mark.parametrize(
    ("text", "predicate", "subject", "value"),
    [
        ("2018年10月，谷歌发布了BERT。", "released", "bert", "2018年10月"),
        ("谷歌发布了BERT。", "created_by", "bert", "谷歌"),
        ("BERT由谷歌提出。", "created_by", "bert", "谷歌"),
        ("BERT是谷歌提出的。", "created_by", "bert", "谷歌"),
        ("谷歌的BERT影响深远。", "created_by", "bert", "谷歌"),
        ("BERT（谷歌，2018年）影响深远。", "created_by", "bert", "谷歌"),
        ("BERT（2018年10月发布）击败了Transformer。", "released", "bert", "2018年10月"),
        ("BERT出自谷歌。", "created_by", "bert", "谷歌"),
        ("GPT-3 was introduced by OpenAI in 2020.", "created_by", "gpt-3", "OpenAI"),
        ("谷歌發佈了BERT。", "created_by", "bert", "谷歌"),
        ("由 谷歌 提出的 ＢＥＲＴ 影响深远。", "created_by", "bert", "谷歌"),
        ("GPT-3有1750亿参数。", "parameters", "gpt-3", "1750亿参数"),
        ("拥有1750亿参数的GPT-3让人惊叹。", "parameters", "gpt-3", "1750亿参数"),
        ("DeepMind于2010年成立。", "founded", "deepmind", "2010年"),
        ("DeepMind创立于2010年。", "founded", "deepmind", "2010年"),
        ("DeepMind成立于2010年。", "founded", "deepmind", "2010年"),
        ("DeepMind总部位于伦敦。", "headquartered_in", "deepmind", "伦敦"),
        ("谷歌收购了DeepMind。", "acquired_by", "deepmind", "谷歌"),
        ("DeepMind被谷歌收购。", "acquired_by", "deepmind", "谷歌"),
        ("DeepMind由哈萨比斯创立。", "founded_by", "deepmind", "哈萨比斯"),
        ("微软首席执行官纳德拉出席。", "role", "microsoft", "纳德拉"),
        ("H100配备80GB显存。", "memory", "h100", "80GB"),
        ("TensorFlow采用MIT许可证。", "licence", "tensorflow", "MIT许可证"),
        ("PyTorch是一个大语言模型。", "category", "pytorch", "大语言模型"),
    ],
)
def test_constructions(world: World, text: str, predicate: str, subject: str, value: str) -> None:
    found = {(c.subjects, text[c.value_start : c.value_end]) for c in world.claims(text, predicate)}
    assert found == {((subject,), value)}


def test_enumerations_distribute(world: World) -> None:
    assert {c.subjects[0] for c in world.claims("谷歌先后推出了TensorFlow、BERT和Transformer。", "created_by")} == {
        "tensorflow", "bert", "transformer",
    }  # fmt: skip
    text = "OpenAI由山姆·阿尔特曼、马斯克等人创立。"
    assert {text[c.value_start : c.value_end] for c in world.claims(text, "founded_by")} == {
        "山姆·阿尔特曼",
        "马斯克",
    }


@pytest.mark.parametrize(
    "text",
    [
        "微软基于GPT-4推出了新版必应。",
        "BERT发布后，谷歌用它改进了搜索。",
        "百度推出了BERT微调版。",
        "微软提供BERT服务。",
        "谷歌和OpenAI都很关注BERT。",
        "OpenAI的员工很喜欢BERT。",
        "谷歌的竞争对手OpenAI。",
        "英伟达为BERT优化了推理速度。",
        "OpenAI发布了一款类似BERT的模型。",
    ],
)
def test_using_is_not_making(world: World, text: str) -> None:
    assert [c for c in world.claims(text, "created_by") if world.verdict(c).wrong] == []


def test_claims_are_in_order_of_place_and_cover_their_value(world: World) -> None:
    text = "# GPT-3\n\n2020年，OpenAI发布了GPT-3，有1750亿参数。\n\n- 开发者：OpenAI\n\n| 模型 | 开发者 |\n|---|---|\n| BERT | 谷歌 |\n"
    claims = world.claims(text)
    assert [(c.start, c.end) for c in claims] == sorted((c.start, c.end) for c in claims)
    assert all(0 <= c.start < c.end <= len(text) for c in claims)
    assert {c.predicate for c in claims} >= {"released", "created_by", "parameters"}


def test_sentences_are_counted_and_what_was_not_understood_too(world: World) -> None:
    extraction = world.extract("谷歌发布了BERT。天气很好。\n\nBERT与1亿朵花的关系。")
    assert extraction.not_checked == 1
    assert extraction.sentences >= 2
    assert {c.predicate for c in extraction.claims} == {"created_by"}


def test_reading_twice_gives_the_same(world: World) -> None:
    document = parse_document("## BERT\n\n2018年由谷歌发布，有3.4亿参数。")
    assert world.extract(document).claims == world.extract(document).claims


def test_line_ends_do_not_matter(world: World) -> None:
    text = "# BERT\n\n2018年，\n谷歌发布了它。\n"
    one, other = world.claims(text), world.claims(text.replace("\n", "\r\n"))
    assert [(c.predicate, c.subjects, c.value) for c in one] == [
        (c.predicate, c.subjects, c.value) for c in other
    ]
    assert one


@settings(max_examples=150)
@given(
    st.lists(
        st.sampled_from(
            ["谷歌", "OpenAI", "BERT", "GPT-3", "LLaMA-65B", "哈萨比斯", "2018年", "次年", "发布了", "由", "提出", "的", "，", "。", "、", "（", "）", "是", "有",
             "1750亿", "参数", "不是", "误以为", "\n\n", "# ", "- ", "| ", " |\n", "|---|\n", "`", "**", "收购", "总部", "位于", "伦敦", "它", "12层", "“", "？"]
        ),
        max_size=30,
    ).map("".join)
)  # fmt: skip
def test_any_text_is_read_without_error(text: str) -> None:
    world = small_world()
    for claim in world.claims(text):
        assert 0 <= claim.start <= claim.value_start < claim.value_end <= len(text)
        assert claim.start < claim.end <= len(text)
        world.verdict(claim)
