"""Licences, openness, properties, categories, expansions, records."""

from __future__ import annotations

import pytest

from small_world import World


@pytest.mark.parametrize(
    ("text", "predicate", "status"),
    [
        ("TensorFlow采用Apache 2.0许可证。", "licence", "supported"),
        ("TensorFlow采用GPL许可证。", "licence", "contradicted"),
        ("Whisper以MIT许可证开源。", "licence", "supported"),
        ("GPT-2采用MIT许可证。", "licence", "unknown"),
        ("OpenAI开源了GPT-4。", "openness", "contradicted"),
        ("OpenAI开源了Whisper。", "openness", "supported"),
        ("Whisper没有开源。", "openness", "contradicted"),
        ("GPT-4没有开源。", "openness", "supported"),
        ("BERT没有开源。", "openness", "unknown"),
        ("PyTorch是一个大语言模型。", "category", "contradicted"),
        ("PyTorch是一个深度学习框架。", "category", "supported"),
        ("BERT是一个深度学习框架。", "category", "contradicted"),
        ("BERT是一个语言模型。", "category", "unknown"),
        ("BERT（Bidirectional Encoder Representation from Transformer）很大。", "expansion", "supported"),
        ("BERT（Bidirectional Encoder Representations）很大。", "expansion", "supported"),
        ("BERT（Big Encoder for Reading Text）很大。", "expansion", "contradicted"),
        ("GPT-3是目前最大的语言模型。", "record", "outdated"),
        ("BERT是目前最大的语言模型。", "record", "unknown"),
        ("---\ndate: 2021-01-01\n---\n\nGPT-3是目前最大的语言模型。", "record", "unknown"),
        ("A100采用Ampere架构。", "property", "supported"),
        ("H100采用Ampere架构。", "property", "contradicted"),
    ],
)
def test_words(world: World, text: str, predicate: str, status: str) -> None:
    assert world.statuses(text, predicate) == [status]


def test_what_is_right_is_said_in_the_readers_language(world: World) -> None:
    openness = world.verdict(world.one("OpenAI开源了GPT-4。", "openness"))
    assert openness.expected == {"zh": "从未开放权重或源代码", "en": "never opened"}
    expansion = world.verdict(world.one("BERT（Big Encoder for Reading Text）很大。", "expansion"))
    assert expansion.replacement == "Bidirectional Encoder Representations from Transformers"


@pytest.mark.parametrize(
    ("text", "rules"),
    [
        ("DETR先用CNN提取图像特征。", []),  # a part of it
        ("ViT完全基于卷积神经网络。", ["wrong-property"]),
        ("Sora采用Transformer架构。", []),  # a diffusion transformer is one
        ("Whisper使用Transformer的解码器部分逐词生成文本。", []),  # it has both
        ("BERT只使用了Transformer的解码器部分。", ["wrong-property"]),
        ("Whisper是OpenAI开源的语音合成模型。", ["wrong-property"]),
        ("Sora借助文生图模型DALL·E 3改写描述。", []),
    ],
)
def test_properties_of_the_whole(text: str, rules: list[str]) -> None:
    from factcheck.document.document import parse_document
    from factcheck.engine import Engine

    assert [f.rule for f in Engine().scan_document(parse_document(text, path="x.md")).findings] == rules
