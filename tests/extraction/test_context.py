"""What a sentence leaves out: subjects, pronouns and dates from what stands around it."""

from __future__ import annotations

import pytest

from factcheck.extraction.claims import DateClaim
from small_world import World


def said(world: World, text: str, predicate: str) -> set[tuple[str, str]]:
    """(subject, what is said of it) of the claims with a predicate."""
    return {(c.subjects[0], text[c.value_start : c.value_end]) for c in world.claims(text, predicate)}


def released(world: World, text: str) -> dict[str, str]:
    """The release dates that a text gives, in EDTF, by subject."""
    return {
        c.subjects[0]: c.value.interval.isoformat()
        for c in world.claims(text, "released")
        if isinstance(c.value, DateClaim)
    }


@pytest.mark.parametrize(
    "text",
    [
        "GPT-3引起了轰动，参数量达到1750亿。",
        "GPT-3引起了轰动。它的参数量达到1750亿。",
        "OpenAI发布了GPT-3。该模型的参数量达到1750亿。",
        "OpenAI发布了GPT-3，其参数量达到1750亿。",
        "## GPT-3\n\n参数量达到1750亿。",
        "- **GPT-3**：参数量达到1750亿。",
        "GPT-2和GPT-3都由OpenAI发布，后者参数量达到1750亿。",
        "最出名的例子是GPT-3，参数量达到1750亿。",
        "作者用与GPT-2相同的办法训练了GPT-3。它的参数量达到1750亿。",
    ],
)
def test_a_dropped_subject_is_found(world: World, text: str) -> None:
    assert said(world, text, "parameters") == {("gpt-3", "1750亿")}


def test_the_former_and_the_latter(world: World) -> None:
    assert said(world, "GPT-2和GPT-3都由OpenAI发布，前者参数量为15亿。", "parameters") == {("gpt-2", "15亿")}


@pytest.mark.parametrize(
    "text",
    [
        "参数量达到1750亿。",
        "参数量达到1750亿。后来有了GPT-3。",
        "GPT-3很大。\n\n## BERT-wwm\n\n参数量达到1750亿。",
        "微软很大，它的参数量达到1750亿。",
        "## 模型\n\n参数量达到1750亿。",
    ],
)
def test_nothing_is_guessed(world: World, text: str) -> None:
    assert said(world, text, "parameters") == set()


def test_a_pronoun_names_its_kind(world: World) -> None:
    text = "OpenAI发布了GPT-3。该公司总部位于伦敦。"
    assert said(world, text, "headquartered_in") == {("openai", "伦敦")}


@pytest.mark.parametrize(
    ("title", "subjects"),
    [
        ("DeepMind大事记：从伦敦到谷歌", {"deepmind"}),
        ("DeepMind与谷歌：十年", set()),
        ("从OpenAI看谷歌", set()),
    ],
)
def test_the_name_that_opens_a_title_is_what_it_is_about(
    world: World, title: str, subjects: set[str]
) -> None:
    text = f"# {title}\n\n- **2014年1月**：公司被微软收购。"
    assert {subject for subject, _ in said(world, text, "acquired_by")} == subjects


def test_a_line_of_front_matter_is_a_field_of_its_own(world: World) -> None:
    text = "---\ntitle: GPT-3\ntags: [TensorFlow]\nlicense: MIT\n参数量: 17.5亿\n---\n"
    assert said(world, text, "licence") == set()  # of the article, if anything
    assert said(world, text, "parameters") == {("gpt-3", "17.5亿")}


def test_a_heading_reaches_to_the_next(world: World) -> None:
    text = "## GPT-2\n\n参数量为15亿。\n\n## GPT-3\n\n参数量为1750亿。"
    assert said(world, text, "parameters") == {("gpt-2", "15亿"), ("gpt-3", "1750亿")}


@pytest.mark.parametrize(
    ("text", "subject", "date"),
    [
        ("2018年，谷歌发布了BERT。次年，OpenAI发布了GPT-2。", "gpt-2", "2019"),
        ("2018年10月，谷歌发布了BERT。同年12月，OpenAI发布了GPT-2。", "gpt-2", "2018-12"),
        ("## 2018年\n\n- 10月：谷歌发布BERT。", "bert", "2018-10"),
        ("**2018年**：谷歌发布了BERT。", "bert", "2018"),
        ("---\ndate: 2024-05-01\n---\n\n去年，OpenAI发布了GPT-4。", "gpt-4", "2023"),
        ("谷歌在2018年10月11日发布了BERT。", "bert", "2018-10-11"),
        ("- 2018年\n  - 10月：谷歌发布BERT。", "bert", "2018-10"),
        ("# 十月太忙：2018年10月流水账\n\n11号，谷歌发布BERT。", "bert", "2018-10-11"),
        ("故事从2018年说起。那一年，谷歌发布了BERT。", "bert", "2018"),
    ],
)
def test_the_date_that_a_statement_has(world: World, text: str, subject: str, date: str) -> None:
    assert released(world, text)[subject] == date


def test_a_date_belongs_to_its_own_clause(world: World) -> None:
    text = "2018年，谷歌发布BERT；2019年，OpenAI发布GPT-2。"
    assert released(world, text) == {"bert": "2018", "gpt-2": "2019"}


@pytest.mark.parametrize(
    "text",
    [
        "2021年，不少团队使用GPT-3做文本生成。",
        "自2020年以来，GPT-3一直很受欢迎。",
        "2019年至2021年间，GPT-3不断改进。",
    ],
)
def test_not_every_date_is_a_release(world: World, text: str) -> None:
    assert released(world, text) == {}


@pytest.mark.parametrize(
    "text",
    [
        "GPT-3引起了轰动。同代的v5e更便宜，参数量达到1750亿。",
        "GPT-3引起了轰动。DROP（另一个东西）随后公开，参数量达到1750亿。",
        "**GPT-3**很贵。后来的B7更便宜，参数量达到1750亿。",
    ],
)
def test_what_is_said_of_something_unknown_is_not_of_the_topic(world: World, text: str) -> None:
    assert said(world, text, "parameters") == set()


@pytest.mark.parametrize(
    ("text", "predicate"),
    [
        ("GPT-3引起了轰动。微软放出了7B模型，参数量达到1750亿。", "parameters"),
        ("GPT-3引起了轰动。第四个更便宜，参数量达到1750亿。", "parameters"),
        ("2020年5月，GPT-3发布；7月23日，405B随3.1版到来。", "released"),
    ],
)
def test_another_size_or_item_takes_the_floor(world: World, text: str, predicate: str) -> None:
    assert ("gpt-3", "1750亿") not in said(world, text, predicate)
    assert ("gpt-3", "7月23日") not in said(world, text, predicate)


def test_a_paper_spoken_of_is_about_what_the_sentence_before_ended_with(world: World) -> None:
    assert released(world, "谷歌的办法就是BERT。这篇论文2018年10月发表在arXiv上。")["bert"] == "2018-10"


def test_a_span_after_a_time_without_a_date_is_not_counted(world: World) -> None:
    assert "gpt-2" not in released(world, "2018年9月，谷歌忙于BERT。年底事情更多；次月20日，GPT-2发布。")


def test_an_object_pronoun_is_not_the_buyer() -> None:
    """谷歌将其收购: whom the sentence before spoke of."""
    from small_world import small_world

    text = "DeepMind成立于伦敦。微软于2015年将其收购。"
    claims = [c for c in small_world().claims(text) if c.predicate == "acquired_by"]
    assert {c.subjects for c in claims} == {("deepmind",)}


def test_an_honour_of_him_is_that_of_the_person_spoken_of(world: World) -> None:
    text = "哈萨比斯创办了DeepMind。2019年，他获得诺贝尔化学奖。"
    (claim,) = world.claims(text, "award")
    assert claim.subjects == ("demis-hassabis",)
    assert world.verdict(claim).status == "contradicted"


@pytest.mark.parametrize(
    ("text", "dates"),
    [
        ("## 2018年10月\n\n- 谷歌发布了BERT。", {"bert": "2018-10"}),
        ("## 2018年10月：预训练\n\n谷歌发布了BERT。", {"bert": "2018-10"}),
        ("## 2020年\n\n谷歌推出的BERT仍在使用。", {}),  # made before, used then
        ("| 日期 | 内容 |\n| --- | --- |\n| 2018年10月 | 谷歌发布了BERT |", {"bert": "2018-10"}),
        ("GPT-3近来常被提起。这款2020年5月公布的模型很大。", {"gpt-3": "2020-05"}),
        ("谷歌计划到2030年建成新园区。2018年10月，谷歌发布了BERT。", {"bert": "2018-10"}),
    ],
)
def test_what_heads_an_entry_dates_it(world: World, text: str, dates: dict[str, str]) -> None:
    assert released(world, text) == dates


def test_the_two_are_the_last_two(world: World) -> None:
    text = "GPT-3和BERT都很有名。两者均由微软提出。"
    assert said(world, text, "created_by") == {("gpt-3", "微软"), ("bert", "微软")}
    assert said(world, "GPT-3、BERT和RoBERTa都很有名。两者均由微软提出。", "created_by") == set()
