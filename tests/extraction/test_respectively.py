"""Lists told item by item: each thing has its own value."""

from __future__ import annotations

import pytest

from factcheck.engine import Engine
from real_world import rules_of


@pytest.fixture(scope="module")
def engine() -> Engine:
    return Engine()


@pytest.mark.parametrize(
    "text",
    [
        "A100和H100分别于2020年和2022年发布。",
        "GPT-2和GPT-3的参数量分别为15亿和1750亿。",
        "A100和H100的显存分别为40GB和80GB，带宽分别为1.6TB/s和3.35TB/s。",
        "GPT-3和BERT分别采用解码器架构和编码器架构。",
        "谷歌、Meta与英伟达的掌门人分别是皮查伊、扎克伯格和黄仁勋。",
        "GPT-4、某模型和Llama分别由OpenAI、某公司和Meta开发。",  # one of them is not known: which is whose is open
        "A100和H100分别在2020年5月和两年后发布。",
        "Meta和亚马逊的创始人分别是扎克伯格和贝佐斯，两家公司分别成立于2004年和1994年。",
        "蒸馏模型有R1和R1-Zero，放出六个小模型，底座分别来自Qwen2.5和Llama 3。",  # of the six
    ],
)
def test_what_is_so_of_each_is_not_said_of_the_others(engine: Engine, text: str) -> None:
    assert rules_of(engine, text) == []


@pytest.mark.parametrize(
    ("text", "rule"),
    [
        ("A100和H100分别于2018年和2022年发布。", "wrong-date"),
        ("GPT-4、Gemini和Llama分别来自OpenAI、谷歌和微软。", "wrong-attribution"),
        ("OpenAI和Anthropic两家公司分别推出了ChatGPT和Gemini。", "wrong-attribution"),
        ("谷歌、Meta与英伟达分别成立于1998年、2014年和1993年。", "wrong-date"),
        ("Instagram和Oculus先后在2018年和2014年被Facebook收购。", "wrong-date"),
        ("BERT-Base和BERT-Large的层数分别为12层和48层。", "wrong-number"),
        ("PyTorch与TensorFlow分别采用BSD许可证和MIT许可证。", "wrong-license"),
    ],
)
def test_a_wrong_value_of_one_of_them_is(engine: Engine, text: str, rule: str) -> None:
    assert rules_of(engine, text) == [rule]
