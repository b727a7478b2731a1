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
