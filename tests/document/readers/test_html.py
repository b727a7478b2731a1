"""HTML as a document: blocks, and where they stand."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from .helpers import read, shown, texts


def test_headings_and_paragraphs() -> None:
    document = read("<title>x</title><h1>一</h1><p>甲<p>乙<h2>二</h2>丙<div>丁</div>", "a.html")
    assert [(b.kind, b.level, b.text.text) for b in document.blocks] == [
        ("heading", 1, "一"), ("paragraph", 0, "甲"), ("paragraph", 0, "乙"),
        ("heading", 2, "二"), ("paragraph", 0, "丙"), ("paragraph", 0, "丁"),
    ]  # fmt: skip
    assert document.blocks[4].headings == (0, 3)


def test_places_are_those_of_the_source() -> None:
    source = "<p>2018年，<b>Open</b>AI&nbsp;&amp;&#x8c37;歌\n推出了BERT。</p>"
    document = read(source, "a.html")
    assert texts(document) == ["2018年，OpenAI &谷歌推出了BERT。"]
    assert shown(source, document, "OpenAI") == "Open</b>AI"
    assert shown(source, document, "谷歌") == "&#x8c37;歌"
    assert shown(source, document, "&谷") == "&amp;&#x8c37;"
    assert shown(source, document, "谷歌推出了") == "&#x8c37;歌\n推出了"


def test_what_markdown_would_take_for_marks_is_text() -> None:
    lines = ["# 一", "- 二", "1. 三", "*四*_五_`六`", "[七](x)", "| 八 | 九 |", "$十$", "~~十一~~", "==="]
    document = read("".join(f"<p>{line}</p>\n" for line in lines), "a.html")
    assert texts(document, "paragraph") == lines


def test_what_is_no_text_is_left_out() -> None:
    source = "<head><script>var a = '<p>甲'</script><style>p{}</style></head><p>乙<noscript>丙</noscript>"
    assert texts(read(source, "a.htm")) == ["乙"]


def test_lists() -> None:
    source = "<ul><li>一<ul><li>内一<li>内二</ul>续<li><p>二</ul><ol><li>甲</li><li>乙</ol>完"
    document = read(source, "a.html")
    assert [(b.kind, b.level, b.text.text) for b in document.blocks] == [
        ("list_item", 1, "一"), ("list_item", 2, "内一"), ("list_item", 2, "内二"), ("paragraph", 0, "续"),
        ("list_item", 1, "二"), ("list_item", 1, "甲"), ("list_item", 1, "乙"), ("paragraph", 0, "完"),
    ]  # fmt: skip
    assert document.blocks[3].parent == 0


def test_tables() -> None:
    source = (
        "<table><caption>表</caption><thead><tr><th>模型<th>开发者</thead>"
        "<tr><td>BERT|2</td><td>\n<p>谷<b>歌</b></p>\n</td></tr></table>"
    )
    document = read(source, "a.html")
    (block,) = (block for block in document.blocks if block.kind == "table")
    assert block.table is not None
    assert [cell.text for cell in block.table.header] == ["模型", "开发者"]
    assert [cell.text for cell in block.table.rows[0]] == ["BERT|2", "谷歌"]
    assert texts(document, "paragraph") == ["表"]


def test_cells_that_span_others_are_read_one_by_one() -> None:
    document = read("<table><tr><td rowspan='2'>甲<td>乙<tr><td>丙</table>", "a.html")
    assert texts(document) == texts(document, "paragraph") == ["甲", "乙", "丙"]


def test_code_and_quotes() -> None:
    source = '<pre><code class="language-python">\nif a &lt; b:\n    x = "```"\n</code></pre><blockquote>引'
    code, quote = read(source, "a.html").blocks
    assert (code.kind, code.language, code.text.text) == ("code", "python", 'if a < b:\n    x = "```"\n\n')
    assert (quote.text.text, quote.quoted) == ("引", True)
    (block,) = read("<p>用<code>a*b</code>。", "a.html").blocks
    assert [block.text.text[slice(*span)] for span in block.code_spans] == ["a*b"]


def test_links_images_dates_and_comments() -> None:
    source = (
        '<head><meta content="2024-05-01T08:00" property="article:published_time"></head>'
        '<p><a href="https://a.example/?x=1&amp;y=2">名</a><img src="b.png" alt="图"></p>'
        "<!-- factcheck: ignore-file 理由 --><p>完"
    )
    document = read(source, "a.html")
    assert document.date is not None
    assert document.date.isoformat() == "2024-05-01"
    paragraph = next(block for block in document.blocks if block.kind == "paragraph")
    (link, _) = paragraph.links if len(paragraph.links) == 2 else (*paragraph.links, None)
    assert document.projection is not None
    first, last = document.projection.span(*link.source_span)
    assert source[first:last] == "https://a.example/?x=1&amp;y=2"
    assert texts(document, "caption") == ["图"]
    assert [comment.text for comment in document.comments] == [" factcheck: ignore-file 理由 "]


@given(st.lists(st.sampled_from(
    ["<p>", "</p>", "<ul>", "<li>", "</li>", "</ul>", "<table>", "<tr>", "<td>", "</td>", "</table>", "<pre>",
     "</pre>", "<code>", "</code>", "<b>", "</b>", "<a href='x'>", "</a>", "<br>", "<blockquote>", "<h2>",
     "</h2>", "<script>", "</script>", "<!-- factcheck: ignore -->", "<!--", "甲", "a", " ", "\n", "*", "`", "|",
     "&amp;", "&#160;", "&T", "<", ">", "\\", "# ", "- ", "𠮷", "\r\n", "\t"]
), max_size=30))  # fmt: skip
def test_any_page(pieces: list[str]) -> None:
    read("".join(pieces), "a.html")
