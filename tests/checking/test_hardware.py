"""Chips: kinds of memory, foundries, peak compute, names of one chip."""

from __future__ import annotations

import pytest

from factcheck.document.document import parse_document
from factcheck.engine import Engine


def messages(engine: Engine, text: str) -> list[str]:
    return [f.messages["zh"] for f in engine.scan_document(parse_document(text, path="a.md")).findings]


@pytest.mark.parametrize(
    "text",
    [
        "H200 用的是 HBM3 显存。",  # the family of HBM3e
        "A100 的 FP16 算力为 312 TFLOPS，稀疏时为 624 TFLOPS。",
        "该服务器搭载 8 块 H100，主板由富士康代工。",
        "由 1 颗 Grace CPU 和 2 颗 B200 GPU 组成的 GB200 超级芯片功耗很高。",
        "单机8张H100（FP16算力约8 PFLOPS）即可完成训练。",
        "H100（不用张量核心时FP16算力134 TFLOPS）功耗很高。",
        "A100 有 12 条 NVLink，每条 50GB/s，合计 600GB/s。",
    ],
)
def test_true_statements_pass(engine: Engine, text: str) -> None:
    assert messages(engine, text) == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("H200 用的是 HBM2e 显存。", "HBM3e"),
        ("A100 的 FP16 稠密算力为 624 TFLOPS。", "312 TFLOPS"),
        ("H100 的 FP16 算力为 9890 TFLOPS。", "989.4 TFLOPS"),  # beyond all editions
        ("昇腾910（FP16 算力 640 TFLOPS）与 A100 接近。", "256 TFLOPS"),
        ("H100 由英特尔代工。", "台积电"),
        ("第六代 TPU（代号 Ironwood）性能大增。", "Trillium"),
        ("| 软件 | 默认端口 |\n| --- | --- |\n| Redis | 6380 |", "6379"),
        ("| 模型 | 向量维度 |\n| --- | --- |\n| BGE-M3 | 768维 |", "1024"),
        ("| 型号 | 显存类型 |\n| --- | --- |\n| RTX 4090 | GDDR7 |", "GDDR6X"),
    ],
)
def test_wrong_statements_are_told(engine: Engine, text: str, expected: str) -> None:
    found = messages(engine, text)
    assert len(found) == 1
    assert expected in found[0]
