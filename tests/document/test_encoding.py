from pathlib import Path

import pytest

from factcheck.document.document import read_document
from factcheck.document.encoding import decode
from factcheck.errors import FactcheckError

CHINESE = "人工智能的发展很快，这是我们大家都知道的事情。谷歌在二〇一八年发布了BERT模型。"


@pytest.mark.parametrize(
    ("data", "encoding"),
    [
        (CHINESE.encode(), "utf-8"),
        (CHINESE.encode("utf-8-sig"), "utf-8-sig"),
        (CHINESE.encode("utf-16"), "utf-16"),
        (b"\xfe\xff" + CHINESE.encode("utf-16-be"), "utf-16"),
        (CHINESE.encode("utf-16-le"), "utf-16-le"),
        (CHINESE.encode("utf-16-be"), "utf-16-be"),
        (CHINESE.encode("gb18030"), "gb18030"),
        (CHINESE.encode("gbk"), "gb18030"),
    ],
)
def test_encodings(data: bytes, encoding: str) -> None:
    assert decode(data) == (CHINESE, encoding)


@pytest.mark.parametrize(
    "data",
    [
        "人工智慧的發展很快，這是我們大家都知道的事情。".encode("big5"),
        "café déjà vu, naïve façade".encode("latin-1"),
        "これは日本語の文章です。とても短いですね。".encode("shift-jis"),
        CHINESE.encode()[:-1],
        b"\xff",
        b"\xef\xbb\xbf\xff",
    ],
    ids=["big5", "latin-1", "shift-jis", "truncated", "ff", "mark"],
)
def test_anything_else_is_refused_with_its_place(data: bytes) -> None:
    with pytest.raises(
        FactcheckError, match=r"^a\.md: byte \d+ \(0x[0-9a-f]{2}\) is not valid UTF-8"
    ) as caught:
        decode(data, "a.md")
    assert "UTF-8" in str(caught.value)


def test_the_byte_offset_is_exact() -> None:
    with pytest.raises(FactcheckError, match=r"byte 3 \(0xff\)"):
        decode(b"abc\xffdef", "a.md")


def test_binary_files_are_named_so() -> None:
    with pytest.raises(FactcheckError, match="no text file"):
        decode(b"\x89PNG\r\n\0\0", "a.md")


def test_broken_utf16() -> None:
    with pytest.raises(FactcheckError, match="not valid UTF-16"):
        decode(b"\xff\xfea", "a.md")


def test_reading_a_file(tmp_path: Path) -> None:
    path = tmp_path / "a.md"
    path.write_bytes(b"\xef\xbb\xbf# \xe9\xa2\x98\r\n\r\n\xe6\x96\x87")
    document = read_document(path)
    assert (document.path, document.source, document.encoding) == (str(path), "# 题\r\n\r\n文", "utf-8-sig")
    assert [block.kind for block in document.blocks] == ["heading", "paragraph"]


def test_unreadable_paths(tmp_path: Path) -> None:
    with pytest.raises(FactcheckError, match=r"none\.md: cannot be read: No such file"):
        read_document(str(tmp_path / "none.md"))
    with pytest.raises(FactcheckError, match="cannot be read"):
        read_document(str(tmp_path))
