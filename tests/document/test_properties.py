"""What holds of every Markdown source whatever."""

from hypothesis import given, settings
from hypothesis import strategies as st

from factcheck.document.document import parse_document
from factcheck.document.sentences import clauses, sentences
from factcheck.document.suppressions import suppressions

from .helpers import assert_exact

# fmt: off
WORDS = st.sampled_from([
    "中文", "谷歌发布", "BERT", "GPT-4", "“引”", "，", "。", "：", "（注）", "《书》", "😀", "👨‍👩‍👧",
    "e\u0301", "\U00020000",
    "ＡＢ", "𝔸", "한국", "　", "&amp;", "&nbsp;", "&lt;", "\\*", "\\|", "1,750", "3.5", "$x$", "$10亿，$",
    "http://a.b/c", "www.x.com", "\ufeff", "\x00", "\u2028",
])
MARKS = st.sampled_from([
    "*", "**", "***", "_", "__", "~~", "`", "``", "[", "]", "](", ")", "![", "<", ">", "<b>", "</b>",
    "<br>", "<sup>",
    "|", " | ", "[^1]", "$", "$$", "<!-- 注 -->", "<!--", "-->", '<a href="u">', "</a>",
    "<img src=x alt='图'>",
    "<https://a.b>", "[文](u 't')", "![图](v)", "[文][r]",
])
LINES = st.sampled_from([
    "# ", "## ", "- ", "  - ", "    ", "\t", "1. ", "> ", "> > ", "```", "~~~py", "---", "===", "+++",
    "| a | b |",
    "|---|---|", "| 1 | 2 |", "|", "<div>", "</div>", "<details>", "<pre>", "<script>", "[r]: http://r",
    "[^1]: ",
    "- [x] ", "$$", "> [!NOTE]", ": ", "<!-- factcheck: ignore -->", "date: 2024-01-02",
    "更新于 2024年1月",
])
# fmt: on
NEWLINES = st.sampled_from(["\n", "\n\n", "\r\n", "\r", "  \n", "\\\n", " "])
SOURCES = st.lists(
    st.one_of(WORDS, WORDS, MARKS, LINES, NEWLINES, NEWLINES, st.text(max_size=3)), max_size=40
).map("".join)


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


PLAIN = st.lists(
    st.sampled_from(["谷歌", "发布", "BERT", "，", "2018", "é", "😀", "“引”", "𝔸", "（注）"]),
    min_size=1,
    max_size=6,
).map("".join)
PARTS = st.lists(
    st.tuples(
        st.sampled_from(["{}", "**{}**", "`{}`", "[{}](http://u.v)", "<span>{}</span>", "{}<!-- x -->"]),
        PLAIN,
    ),
    min_size=1,
    max_size=4,
)


@settings(max_examples=150, deadline=None)
@given(
    PARTS,
    st.sampled_from(
        ["{}", "> {}", "- {}", "3. > {}", "# {}", "<p>\n{}\n</p>", "[^1]: {}", "| h |\n|---|\n| {} |"]
    ),
)
def test_nothing_readable_is_lost(parts: list[tuple[str, str]], container: str) -> None:
    if container.startswith("<p>"):
        parts = [(form if form[0] in "{<" else "{}", words) for form, words in parts]
    source = container.format("与".join(form.format(words) for form, words in parts))
    block = parse_document(source).blocks[-1]
    readable = block.table.rows[0][0].text if block.table else block.text.text
    assert readable == "与".join(words for _, words in parts)
