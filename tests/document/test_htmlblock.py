from factcheck.document.document import parse_document

from .helpers import assert_exact, blocks_of, texts


def test_details_and_summary() -> None:
    source = "<details>\n<summary>摘要 <b>BERT</b></summary>\n\n正文**粗**\n\n</details>"
    assert texts(source) == [("paragraph", "摘要 BERT"), ("paragraph", "正文粗")]


def test_paragraphs_breaks_and_line_ends() -> None:
    assert texts("<div>\n  由谷歌\n  发布<br>次行\n  <p>another\n  line</p>\n</div>") == [
        ("paragraph", "由谷歌发布\n次行"),
        ("paragraph", "another line"),
    ]


def test_tables_give_their_cells() -> None:
    assert texts("<table><tr><th>模型</th></tr><tr><td>BERT</td><td>谷歌</td></tr></table>") == [
        ("paragraph", "模型"),
        ("paragraph", "BERT"),
        ("paragraph", "谷歌"),
    ]


def test_headings_rule_what_follows() -> None:
    heading, paragraph = blocks_of('<h2 align="center">题</h2>\n\n文')
    assert (heading.kind, heading.level, heading.text.text) == ("heading", 2, "题")
    assert paragraph.headings == (0,)


def test_links_and_images() -> None:
    source = '<p align="center">\n<a href="https://a.b">主页</a>\n<img src="x.png" alt="徽标">\n</p>'
    paragraph, caption = blocks_of(source)
    assert (paragraph.text.text, paragraph.links[0].url, paragraph.links[0].text_span) == (
        "主页",
        "https://a.b",
        (0, 2),
    )
    assert source[slice(*paragraph.links[0].source_span)] == "https://a.b"
    assert (caption.kind, caption.text.text, caption.links[0].url) == ("caption", "徽标", "x.png")


def test_scripts_styles_and_comments_are_no_prose() -> None:
    assert texts("<script>\nvar a = '谷歌';\n</script>\n\n<style>\np{}\n</style>\n\n<!-- 注 --> 尾") == [
        ("paragraph", "尾")
    ]


def test_pre_is_code() -> None:
    assert texts("<pre>\nx\n  y\n</pre>") == [("code", "\nx\n  y\n")]


def test_html_in_a_list_item_is_its_text() -> None:
    assert [(block.kind, block.text.text) for block in blocks_of("- <p>段</p>\n- 乙")] == [
        ("list_item", "段"),
        ("list_item", "乙"),
    ]


def test_quoted_html_and_carriage_returns() -> None:
    document = parse_document("> <div>\r\n> 由谷歌\r\n> 发布 <b>x</b>\r\n> </div>\r\n")
    assert [block.text.text for block in document.blocks] == ["由谷歌发布 x"]
    assert document.blocks[0].quoted
    assert_exact(document)


def test_unclosed_tags_and_comments() -> None:
    assert_exact(parse_document("<div>\n<a href='x\n文 <b\n"))
    assert texts("<!-- 未完\n\n文") == []
