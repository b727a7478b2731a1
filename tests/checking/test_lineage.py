"""Languages, foundations, former names, mergers and successors of tools."""

from __future__ import annotations

import pytest

from factcheck.engine import Engine
from real_world import rules_of


@pytest.mark.parametrize(
    ("text", "rule"),
    [
        ("Qdrant是一款向量数据库，核心用Go语言编写。", "wrong-property"),
        ("Detectron2是一个基于TensorFlow实现的检测库。", "wrong-relation"),
        ("Caffe2次年就并入了TensorFlow。", "wrong-relation"),
        ("LangChain由Jerry Liu发起。", "wrong-attribution"),
        ("Kubernetes后来捐赠给了Apache软件基金会。", "wrong-relation"),
        ("Gym已停止维护，后继项目Stable Baselines3由社区负责。", "wrong-relation"),
        ("Ollama启动后会开一个服务，其默认监听端口是8080。", "wrong-number"),
        ("PyTorch的前身是Caffe。", "wrong-relation"),
        ("Keras 3支持TensorFlow、JAX和MXNet三种后端。", "wrong-relation"),
        ("SGLang的核心技术是PagedAttention。", "wrong-property"),
        ("Chainer采用静态图，TensorFlow 1.x也是。", "wrong-property"),
        ("Anthropic把MCP捐给了PyTorch基金会。", "wrong-relation"),
        ("PyTorch 2.1发布于2022年10月。", "wrong-date"),
        ("NLTK由斯坦福大学的Steven Bird开发。", "wrong-attribution"),
        ("n8n总部位于伦敦。", "wrong-relation"),  # the company that is called like its tool
    ],
)
def test_another_origin_is_flagged(engine: Engine, text: str, rule: str) -> None:
    assert rules_of(engine, text) == [rule]


@pytest.mark.parametrize(
    "text",
    [
        "PyTorch用C++和CUDA编写。",  # one of the two is recorded
        "TensorFlow让研究者可以用Java编写模型。",
        "有人用Rust重写了Redis。",
        "Detectron2不同于基于TensorFlow的早期工具。",
        "Caffe2于2018年并入了PyTorch。",
        "LLVM由Chris Lattner在伊利诺伊大学发起，Swift也出自他手。",  # where he was, is not recorded
        "TensorFlow 2.x默认采用动态图，1.x则用静态图。",
        "PyTorch 2.1于2023年10月发布，2.2于2024年1月发布。",  # 2.2: a version of its own
        "TensorFlow 2.16采用Keras 3。",  # a version of which nothing is recorded
        "vLLM的核心技术是连续批处理与PagedAttention。",
        "Gradio由斯坦福大学的博士生Abubakar Abid创建。",  # where he studied, is not recorded
        "Farama基金会接手维护OpenAI Gym，并推出其分支Gymnasium。",
        "嫌命令行麻烦就上Ollama，底下调的还是llama.cpp，默认端口11434。",  # whose, is left open
    ],
)
def test_what_is_so_is_not(engine: Engine, text: str) -> None:
    assert rules_of(engine, text) == []
