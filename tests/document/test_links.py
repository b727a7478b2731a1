import pytest

from .helpers import blocks_of, only


def found(source: str) -> list[tuple[str, str, str | None]]:
    """Kind, address in the source and words of every link."""
    return [
        (
            link.kind,
            source[slice(*link.source_span)],
            link.text_span and block.text.text[slice(*link.text_span)],
        )
        for block in blocks_of(source)
        for link in block.links
    ]


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        ("[文](http://a.b/c)", ("inline", "http://a.b/c", "文")),
        ("[文](<http://a.b/c d> '题')", ("inline", "http://a.b/c d", "文")),
        ('[文]( http://a.b/(c) "http://x")', ("inline", "http://a.b/(c)", "文")),
        ("[**粗**`](`文](../x.md#锚)", ("inline", "../x.md#锚", "粗](文")),
        (r"[文](a\)b)", ("inline", r"a\)b)"[:-1], "文")),
        ("[文]()", ("inline", "", "文")),
        ("[文][r]\n\n[R]: <http://a.b> '题'", ("reference", "http://a.b", "文")),
        ("[文][]\n\n[文]: /u", ("reference", "/u", "文")),
        ("[文]\n\n[文]: /u", ("reference", "/u", "文")),
        ("<http://a.b>", ("autolink", "http://a.b", "http://a.b")),
        ("<a@b.co>", ("email", "a@b.co", "a@b.co")),
        ("<a class=x href='http://a.b'>文 <i>字</i></a>", ("html", "http://a.b", "文 字")),
        ('<img src="u.png" alt="图">', ("image", "u.png", None)),
        ("---\na: b\n---\n[文][r]\n\n[r]: http://中.b", ("reference", "http://中.b", "文")),
    ],
)
def test_links(source: str, expected: tuple[str, str, str | None]) -> None:
    assert found(source) == [expected]


@pytest.mark.parametrize(
    ("text", "url"),
    [
        ("见https://a.b/c。后", "https://a.b/c"),
        ("见https://a.b/c，后", "https://a.b/c"),
        ("见https://a.b/c的文章", "https://a.b/c"),
        ("（https://a.b/c）", "https://a.b/c"),
        ("(https://a.b/c).", "https://a.b/c"),
        ("https://a.b/x_(y)!", "https://a.b/x_(y)"),
        ("https://a.b/?q=1&r=2#f, x", "https://a.b/?q=1&r=2#f"),
        ("https://a.b/x_y_z", "https://a.b/x_y_z"),
        ("www.a.com、", "www.a.com"),
        ("http://localhost:8000/v1 x", "http://localhost:8000/v1"),
        ("`https://a.b/v1`", "https://a.b/v1"),
    ],
)
def test_bare_addresses(text: str, url: str) -> None:
    (link,) = only(text).links
    assert (link.kind, link.url, text[slice(*link.source_span)]) == ("bare", url, url)


@pytest.mark.parametrize("text", ["https://", "http://。", "://", "见 a://b"])
def test_no_addresses(text: str) -> None:
    assert only(text).links == ()


def test_the_words_of_a_link_are_no_second_link() -> None:
    assert [kind for kind, _, _ in found("[http://a.b](http://a.b) http://c.d")] == ["inline", "bare"]
