"""What holds of every Markdown source whatever."""

from hypothesis import given, settings
from hypothesis import strategies as st

from .helpers import assert_exact
from factcheck.document.document import parse_document
from factcheck.document.sentences import clauses, sentences
from factcheck.document.suppressions import suppressions

WORDS = st.sampled_from(
    ["中文", "谷歌发布", "BERT", "GPT-4", "“引”", "，", "。", "：", "（注）", "《书》", "😀", "👨‍👩‍👧", "e\u0301", "\U00020000", "ＡＢ", "𝔸", "한국"]
    + ["　", "&amp;", "&nbsp;", "&lt;", "\\*", "\\|", "1,750", "3.5", "$x$", "$10亿，$", "http://a.b/c", "www.x.com", "\ufeff", "\x00", "\u2028"]
)
MARKS = st.sampled_from(
    ["*", "**", "***", "_", "__", "~~", "`", "``", "[", "]", "](", ")", "![", "<", ">", "<b>", "</b>", "<br>", "<sup>", "|", " | ", "[^1]", "$", "$$"]
    + ["<!-- 注 -->", "<!--", "-->", "<a href=\"u\">", "</a>", "<img src=x alt='图'>", "<https://a.b>", "[文](u 't')", "![图](v)", "[文][r]"]
)
LINES = st.sampled_from(
    ["# ", "## ", "- ", "  - ", "    ", "\t", "1. ", "> ", "> > ", "```", "~~~py", "---", "===", "+++", "| a | b |", "|---|---|", "| 1 | 2 |", "|"]
    + ["<div>", "</div>", "<details>", "<pre>", "<script>", "[r]: http://r", "[^1]: ", "- [x] ", "$$", "> [!NOTE]", ": ", "<!-- factcheck: ignore -->"]
    + ["date: 2024-01-02", "更新于 2024年1月"]
)
NEWLINES = st.sampled_from(["\n", "\n\n", "\r\n", "\r", "  \n", "\\\n", " "])
SOURCES = st.lists(st.one_of(WORDS, WORDS, MARKS, LINES, NEWLINES, NEWLINES, st.text(max_size=3)), max_size=40).map("".join)


@settings(max_examples=400, deadline=None)
@given(SOURCES)
def test_every_character_is_in_its_place(source: str) -> None:
    document = parse_document(source)
    assert_exact(document)
    assert document == parse_document(source)
    for block in document.blocks:
        for start, end in sentences(block.text.text):
            clauses(block.text.text, start, end)
    for item in suppressions(document).items:
        assert 0 <= item.first_offset <= item.last_offset <= len(document.source)


@settings(max_examples=150, deadline=None)
@given(st.lists(st.one_of(WORDS, MARKS), max_size=8).map("".join), NEWLINES)
def test_the_same_in_containers(text: str, newline: str) -> None:
    for before in ("> ", "- ", "1. > ", "| a |\n|---|\n| ", "<p>", "[^1]: ", "# "):
        assert_exact(parse_document(before + text + newline + before + text))
