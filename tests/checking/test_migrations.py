"""What prose tells of functions that were removed, and of arguments that were renamed."""

from __future__ import annotations

import pytest

from factcheck.document.document import parse_document
from factcheck.engine import Engine


def _findings(engine: Engine, text: str) -> list[tuple[str, str]]:
    found = engine.scan_document(parse_document(text, path="x.md")).findings
    return [(f.rule, f.expected) for f in found]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("pandas 2.0删除了DataFrame.append方法，建议改用pd.merge。", "pd.concat"),
        ("tf.placeholder已被移到tf.contrib之下。", "tf.compat.v1.placeholder"),
        ("pandas 1.5删除了DataFrame.append方法。", "pandas 2.0"),
        ("np.float在NumPy 1.20中被弃用，到1.22版则彻底移除。", "NumPy 1.24"),
        ("np.float从NumPy 2.0起才被移除。", "NumPy 1.24"),
        ("GPT-4o使用cl100k_base编码。", "o200k_base"),
        ("划分数据的train_test_split现在位于sklearn.preprocessing中。", "sklearn.model_selection"),
        ("使用Gensim 4.0时，原来的size参数已更名为embedding_dim。", "vector_size"),
        ("从PyTorch 2.6开始，torch.load的weights_only参数默认值改成了False。", "True"),
    ],
)
def test_a_wrong_migration_is_flagged(engine: Engine, text: str, expected: str) -> None:
    assert _findings(engine, text) == [("wrong-property", expected)]


@pytest.mark.parametrize(
    "text",
    [
        "pandas 2.0删除了DataFrame.append方法，可改用`pd.concat()`。",
        "tf.placeholder已被移到tf.compat.v1之下。",
        "tf.Session在TensorFlow 2.0中被移除，可改用tf.function。",  # another way to do the same
        "在NumPy 2.0中，np.float早已被移除。",  # gone since, and still gone
        "np.float在NumPy 1.20中被弃用，到1.24版则彻底移除。",
        "计算GPT-4的token时用cl100k_base，GPT-4o换成了o200k_base。",
        "train_test_split以前位于sklearn.cross_validation，现在位于sklearn.model_selection。",
        "有人以为np.float在NumPy 1.22中就被移除了。",
        "在PyTorch 2.6之前，torch.load的weights_only参数默认值是False。",
        "从PyTorch 2.6起，torch.load的weights_only参数默认值从False改为True。",
        "sklearn.cross_validation早已移除，train_test_split改从sklearn.model_selection导入。",
    ],
)
def test_what_is_so_is_not(engine: Engine, text: str) -> None:
    assert _findings(engine, text) == []
