"""Each construct of Markdown, in its place."""

import pytest

from factcheck.document.document import parse_document

from .helpers import assert_exact, blocks_of, only, texts


def spans(source: str, name: str) -> list[str]:
    block = only(source)
    return [block.text.text[start:end] for start, end in getattr(block, name)]


@pytest.mark.parametrize(
    ("source", "text"),
    [
        ("**BERT**模型", "BERT模型"),
        ("_谷歌_ 的 ~~旧~~ `GPT-4` 模型", "谷歌 的 旧 GPT-4 模型"),
        ('见[论文](http://a.b "题")和![图](u.png)', "见论文和"),
        ("由谷歌\n发布", "由谷歌发布"),
        ("released by\nGoogle", "released by Google"),
        ("发布了\nBERT", "发布了 BERT"),
        ("**由谷歌**\n**发布**", "由谷歌发布"),
        ("第一行  \n第二行\\\n第三行<br>第四行<br/>第五行", "第一行\n第二行\n第三行\n第四行\n第五行"),
        ('10<sup>23</sup> 次，H<sub>2</sub>O，<span style="x">红</span>', "10^23 次，H2O，红"),
        ("A<!-- 注释 -->B", "AB"),
        ("脚注[^1]和缺失[^无]\n\n[^1]: 注", "脚注和缺失"),
        (r"转义 \*星号\* 和 \_", "转义 *星号* 和 _"),
        ("AT&amp;T 与&nbsp;谷歌 &lt;", "AT&T 与 谷歌 &lt;"),
        ("公式 $x^2$ 与 $$E=mc^2$$ 完", "公式 x^2 与 E=mc^2 完"),
        ("融资$10亿，估值$100亿", "融资$10亿，估值$100亿"),
        ("`` a `b` c ``", "a `b` c"),
        ("`跨\n行`", "跨 行"),
        ("<https://a.b/c> 与 a@b.co", "https://a.b/c 与 a@b.co"),
    ],
)
def test_readable_text(source: str, text: str) -> None:
    document = parse_document(source)
    assert document.blocks[0].text.text == text
    assert_exact(document)


@pytest.mark.parametrize(
    ("source", "text", "strong"),
    [
        ("**“你好”**世界", "“你好”世界", ["“你好”"]),
        ("**2018年：**谷歌发布BERT", "2018年：谷歌发布BERT", ["2018年："]),
        ("**2018年：**谷歌**发布**了", "2018年：谷歌发布了", ["2018年：", "发布"]),
        ("**BERT（谷歌）**模型", "BERT（谷歌）模型", ["BERT（谷歌）"]),
        ("***重点，***然后", "重点，然后", ["重点，"]),
        ("2**10 是 1024", "2**10 是 1024", []),
        ("a ** b", "a ** b", []),
        (r"\*\*不是\*\*", "**不是**", []),
        ("**粗 体**后", "粗 体后", ["粗 体"]),
    ],
)
def test_bold_text_beside_chinese(source: str, text: str, strong: list[str]) -> None:
    assert only(source).text.text == text
    assert spans(source, "strong") == strong


def test_code_spans_stay_in_the_text_and_are_listed() -> None:
    assert spans("用 `GPT-3` 和 ``a`b``。", "code_spans") == ["GPT-3", "a`b"]


def test_html_bold_is_bold() -> None:
    assert spans("<b>谷歌</b>与<strong>微软</strong>", "strong") == ["谷歌", "微软"]


def test_headings_and_their_paths() -> None:
    source = "# 一\n\n前\n\n## 二\n\n中\n\n### 三 ###\n\n四\n==\n\n后\n\n五\n---\n"
    found = blocks_of(source)
    assert [(block.kind, block.level, block.text.text, block.headings) for block in found] == [
        ("heading", 1, "一", ()),
        ("paragraph", 0, "前", (0,)),
        ("heading", 2, "二", (0,)),
        ("paragraph", 0, "中", (0, 2)),
        ("heading", 3, "三", (0, 2)),
        ("heading", 1, "四", ()),
        ("paragraph", 0, "后", (5,)),
        ("heading", 2, "五", (5,)),
    ]


def test_headings_in_a_quote_do_not_rule_what_follows() -> None:
    found = blocks_of("# 一\n\n> ## 引\n>\n> 内\n\n外")
    assert [block.headings for block in found] == [(), (0,), (0, 1), (0,)]
    assert [block.quoted for block in found] == [False, True, True, False]


def test_bullets_below_a_numbered_line_are_its_own() -> None:
    blocks = parse_document("1. 1997：记忆\n- LSTM\n- 门控\n\n2. 下一节\n\n- 另一个列表\n").blocks
    assert [(b.text.text, b.parent) for b in blocks] == [
        ("1997：记忆", None),
        ("LSTM", 0),
        ("门控", 0),
        ("下一节", None),
        ("另一个列表", None),
    ]


def test_nested_quotes_and_alerts() -> None:
    found = blocks_of("> 引\n>\n> > 再引\n\n> [!NOTE]\n> 提示\n")
    assert [(block.text.text, block.quoted) for block in found] == [
        ("引", True),
        ("再引", True),
        ("提示", False),
    ]


def test_a_quoted_paragraph_is_free_of_its_marks() -> None:
    assert only("> 由谷歌\n> 发布\n还有").text.text == "由谷歌发布还有"


def test_list_items() -> None:
    source = "时间线：\n\n- **2018年**：甲\n  续\n  - 乙\n\n    乙的第二段\n- 丙\n\n尾"
    found = blocks_of(source)
    assert [(block.kind, block.text.text, block.level, block.parent, block.lead_in) for block in found] == [
        ("paragraph", "时间线：", 0, None, None),
        ("list_item", "2018年：甲续", 1, None, 0),
        ("list_item", "乙", 2, 1, None),
        ("paragraph", "乙的第二段", 0, 2, None),
        ("list_item", "丙", 1, None, 0),
        ("paragraph", "尾", 0, None, None),
    ]
    assert found[1].text.text[slice(*found[1].strong[0])] == "2018年"
    assert source[found[1].start : found[1].end] == "- **2018年**：甲\n  续"


def test_ordered_and_task_lists() -> None:
    found = blocks_of("3. 甲\n4. 乙\n\n* [x] 完成\n* [ ] 未完\n")
    assert [(block.text.text, block.number) for block in found] == [
        ("甲", 3),
        ("乙", 4),
        ("完成", None),
        ("未完", None),
    ]


def test_loose_items_with_code_and_quotes() -> None:
    found = blocks_of("1. 甲\n\n   ```py\n   x = 1\n     y\n   ```\n\n   > 引\n\n2. 乙\n")
    assert [(block.kind, block.text.text, block.parent) for block in found] == [
        ("list_item", "甲", None),
        ("code", "x = 1\n  y\n", 0),
        ("paragraph", "引", 0),
        ("list_item", "乙", None),
    ]


def test_an_item_without_text_of_its_own_is_a_block_all_the_same() -> None:
    found = blocks_of("- - 内\n- ```\n  x\n  ```\n")
    assert [(block.kind, block.text.text, block.level, block.parent) for block in found] == [
        ("list_item", "", 1, None),
        ("list_item", "内", 2, 0),
        ("list_item", "", 1, None),
        ("code", "x\n", 0, 2),
    ]


@pytest.mark.parametrize(
    "between",
    ["## 节\n\n", "---\n\n", "> 引\n\n", "```\nx\n```\n\n"],
    ids=["heading", "rule", "quote", "code"],
)
def test_no_lead_in_across_other_blocks(between: str) -> None:
    assert [block.lead_in for block in blocks_of(f"段\n\n{between}- 项") if block.kind == "list_item"] == [
        None
    ]


@pytest.mark.parametrize("between", ["", "<!-- factcheck: ignore -->\n\n"], ids=["nothing", "comment"])
def test_the_lead_in_is_the_paragraph_right_before(between: str) -> None:
    assert blocks_of(f"段\n\n{between}- 项")[1].lead_in == 0


def test_a_lead_in_may_hold_an_image() -> None:
    assert [(block.kind, block.lead_in) for block in blocks_of("段![图](u)\n\n- 项")] == [
        ("paragraph", None),
        ("caption", None),
        ("list_item", 0),
    ]


def test_code_blocks() -> None:
    source = (
        '```python title="x"\na = 1\n\n  b\n```\n\n    缩进\n\n```mermaid\ngraph\n```\n\n~~~{.js .x}\n未闭合'
    )
    assert [(block.kind, block.language, block.text.text) for block in blocks_of(source)] == [
        ("code", "python", "a = 1\n\n  b\n"),
        ("code", "", "缩进\n"),
        ("mermaid", "mermaid", "graph\n"),
        ("code", "js", "未闭合"),
    ]


def test_footnotes() -> None:
    found = blocks_of("文[^a]\n\n[^a]: 注**重**\n\n    第二段\n\n尾")
    assert [(block.kind, block.text.text, block.footnote) for block in found] == [
        ("paragraph", "文", ""),
        ("paragraph", "注重", "a"),
        ("paragraph", "第二段", "a"),
        ("paragraph", "尾", ""),
    ]


@pytest.mark.parametrize(
    ("source", "language", "text"),
    [
        ("---\ntitle: 题\ndate: 2024-01-02\n---\n# 一", "yaml", "title: 题\ndate: 2024-01-02\n"),
        ('+++\ntitle = "题"\n+++\n# 一', "toml", 'title = "题"\n'),
        ("---\r\ntitle: 题\r\n---\r\n# 一", "yaml", "title: 题\r\n"),
        ("---\ntitle: 题\n...\n# 一", "yaml", "title: 题\n"),
    ],
)
def test_front_matter(source: str, language: str, text: str) -> None:
    first, second = blocks_of(source)
    assert (first.kind, first.language, first.text.text) == ("front_matter", language, text)
    assert (second.kind, second.text.text, source[second.text.offsets[0]]) == ("heading", "一", "一")


@pytest.mark.parametrize(
    "source", ["# 一\n\n---\n年份: 2018\n---\n\n尾", "---\n\n年份: 2018\n\n---\n", "---\n中文\n---\n"]
)
def test_rules_are_no_front_matter(source: str) -> None:
    assert all(block.kind != "front_matter" for block in blocks_of(source))
    assert "2018" not in source or any("2018" in text for _, text in texts(source))


def test_images_are_captions_after_their_block() -> None:
    source = '见[![徽章](b.svg)](http://ci)图![**图 1**：BERT](a.png "题")完'
    found = blocks_of(source)
    assert [(block.kind, block.text.text) for block in found] == [
        ("paragraph", "见图完"),
        ("caption", "徽章"),
        ("caption", "图 1：BERT"),
    ]
    assert [
        (link.url, link.kind, source[slice(*link.source_span)]) for block in found for link in block.links
    ] == [
        ("http://ci", "inline", "http://ci"),
        ("b.svg", "image", "b.svg"),
        ("a.png", "image", "a.png"),
    ]


def test_a_lone_image_is_only_a_caption() -> None:
    assert texts("![图](u.png)\n\n![](v.png)") == [("caption", "图"), ("caption", "")]


def test_display_math_is_a_block_of_its_own() -> None:
    assert texts("$$\nE = mc^2\n$$\n\n其中 $$x$$ 是") == [
        ("math", "\nE = mc^2\n"),
        ("paragraph", "其中 x 是"),
    ]


def test_definition_like_text_is_a_paragraph() -> None:
    assert texts("术语\n: 定义") == [("paragraph", "术语 : 定义")]


@pytest.mark.parametrize("newline", ["\n", "\r\n", "\r"], ids=["LF", "CRLF", "CR"])
def test_line_ends(newline: str) -> None:
    lines = [
        "# 题",
        "",
        "甲",
        "乙 c",
        "d  ",
        "e",
        "",
        "- 项",
        "",
        "| a | b |",
        "|---|---|",
        "| 1 | 2 |",
        "",
        "> 引",
        "> 文",
    ]
    document = parse_document(newline.join(lines))
    assert [block.text.text for block in document.blocks] == ["题", "甲乙 c d\ne", "项", "a\tb\n1\t2", "引文"]
    assert_exact(document)


def test_a_byte_order_mark_is_dropped() -> None:
    document = parse_document("\ufeff# 题\n\n文")
    assert document.source == "# 题\n\n文"
    assert [block.kind for block in document.blocks] == ["heading", "paragraph"]
    assert document.encoding == "utf-8-sig"


def test_lone_surrogates_do_no_harm() -> None:
    document = parse_document("# 题\ud800\n\n文 **粗**\udfff")
    assert [block.text.text for block in document.blocks] == ["题\ud800", "文 粗\udfff"]
    assert_exact(document)


def test_comments_are_collected_and_are_no_prose() -> None:
    source = (
        "甲<!-- 一 -->乙\n\n<!-- 二\n\n行 -->\n\n- <!-- 三 -->\n\n`<!-- 否 -->`\n\n```\n<!-- 否 -->\n```\n"
    )
    document = parse_document(source)
    assert [comment.text.strip() for comment in document.comments] == ["一", "二\n\n行", "三"]
    first = document.comments[0]
    assert source[first.start : first.end] == "<!-- 一 -->"
    assert "二" not in "".join(block.text.text for block in document.blocks)


def test_an_empty_source() -> None:
    assert parse_document("").blocks == ()
    assert parse_document(" \n\n").blocks == ()


@pytest.mark.parametrize(
    "source",
    [
        ">" * 5000 + "中",
        "- " * 5000 + "x",
        "![" * 5000 + "x" + "](u)" * 5000,
        "**“中”**文" * 5000,
        "<b>" * 9000 + "</a>" * 9000,
    ],
    ids=["quotes", "lists", "images", "stars", "tags"],
)
def test_deep_and_long_input(source: str) -> None:
    assert_exact(parse_document(source))
