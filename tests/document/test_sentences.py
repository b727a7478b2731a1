import pytest
from hypothesis import given
from hypothesis import strategies as st

from factcheck.document.sentences import clauses, sentences


def cut(text: str) -> list[str]:
    return [text[start:end] for start, end in sentences(text)]


def parts(text: str) -> list[str]:
    return [text[start:end] for start, end in clauses(text, 0, len(text))]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("甲。乙！丙？丁；戊……己", ["甲。", "乙！", "丙？", "丁；", "戊……", "己"]),
        ("甲\n乙", ["甲", "乙"]),
        ("好!!真的。。。吗？！嗯", ["好!!", "真的。。。", "吗？！", "嗯"]),
        ("喘😂 国产这波😵‍💫 先说", ["喘😂", "国产这波😵‍💫", "先说"]),
        ("支持 ✅ GPT-4", ["支持 ✅ GPT-4"]),
        ("GPT-3.5 有 1.5 亿。", ["GPT-3.5 有 1.5 亿。"]),
        ("版本v2.0.1，见 https://a.com/b?c=d!e 后。完", ["版本v2.0.1，见 https://a.com/b?c=d!e 后。", "完"]),
        (
            "It works. The model (BERT Inc.) is new. End",
            ["It works.", "The model (BERT Inc.) is new.", "End"],
        ),
        ("Dr. Smith et al. 提出 e.g. BERT. 然后", ["Dr. Smith et al. 提出 e.g. BERT.", "然后"]),
        ("By J. Devlin. Next", ["By J. Devlin.", "Next"]),
        ("1. 第一项", ["1. 第一项"]),
        ("《你好。世界！》是书。", ["《你好。世界！》是书。"]),
        ("他（昨天。）来了。", ["他（昨天。）来了。"]),
        ("他说：“甲。”然后走了。", ["他说：“甲。”", "然后走了。"]),
        ("“甲。”谷歌表示。乙。", ["“甲。”谷歌表示。", "乙。"]),
        ("“甲！”，他答。", ["“甲！”，他答。"]),
        ("「甲。乙。」丙。", ["「甲。乙。」", "丙。"]),
        ("“预训练”很重要。“微调”也是。", ["“预训练”很重要。", "“微调”也是。"]),
        ("甲。”乙", ["甲。”", "乙"]),
        ('"甲。"乙', ['"甲。"', "乙"]),
        ('甲。"乙。"', ["甲。", '"乙。"']),
        ("a;b 与 x != y &lt; z", ["a;b 与 x != y &lt; z"]),
        ("  甲。  乙  ", ["甲。", "乙"]),
        ("Wait... what...", ["Wait...", "what..."]),
        ("", []),
        (" \n ", []),
    ],
)
def test_sentences(text: str, expected: list[str]) -> None:
    assert cut(text) == expected


def test_long_quotations_are_cut() -> None:
    text = "“" + "甲" * 100 + "。" + "乙" * 100 + "。”丙。"
    assert [len(part) for part in cut(text)] == [102, 102, 2]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("2018年，谷歌：发布BERT；很强", ["2018年", "谷歌", "发布BERT", "很强"]),
        ("甲、乙和丙, 丁", ["甲、乙和丙", "丁"]),
        ("1,750亿参数，1，750亿,123456", ["1,750亿参数", "1，750亿", "123456"]),
        ("10:30开始，比例3：1，注意:是", ["10:30开始", "比例3：1", "注意", "是"]),
        ("见 https://a.b/c,d:8 吧", ["见 https://a.b/c,d:8 吧"]),
        ("《甲，乙》与（丙，丁：戊），己", ["《甲，乙》与（丙，丁：戊）", "己"]),
        ("模型——很大—真的，2018—2019年", ["模型", "很大", "真的", "2018—2019年"]),
        ("pip install --upgrade，甲--乙", ["pip install --upgrade", "甲", "乙"]),
        ("meta:llama, x &lt; y", ["meta:llama", "x &lt; y"]),
        ("他说：“甲，乙。”", ["他说", "“甲", "乙。”"]),
        ("，，甲", ["甲"]),
    ],
)
def test_clauses(text: str, expected: list[str]) -> None:
    assert parts(text) == expected


def test_clauses_of_a_part_of_the_text() -> None:
    text = "甲，乙。丙，丁。"
    assert [text[start:end] for start, end in clauses(text, 4, 8)] == ["丙", "丁。"]


@given(st.text(alphabet="甲a1 .,，。！?；;…\n“”「」（）()《》\"'—-:：/&😀\u200d", max_size=60))
def test_ranges_are_in_order_and_lose_nothing_but_space(text: str) -> None:
    place = 0
    for start, end in sentences(text):
        assert text[place:start].strip() == ""
        assert text[start:end].strip() == text[start:end] != ""
        place = end
        inner = start
        for first, last in clauses(text, start, end):
            assert inner <= first < last <= end
            assert not set(text[inner:first]) & set("甲a1。！?")
            inner = last
        assert not set(text[inner:end]) & set("甲a1。！?")
    assert text[place:].strip() == ""
