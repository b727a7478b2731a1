"""Bytes to text: UTF-8, UTF-16 with or without a byte order mark, and GB18030 for old Chinese files."""

from __future__ import annotations

from factcheck.errors import FactcheckError

# The commonest characters of written Chinese: a third of any Chinese text, hardly any of a text misread.
_COMMON = frozenset(
    "的一是不了在人有我他这中大来上个国和也地出就时到可以要会对为生能而子那得于着下自之年过发后作里用道行所然家种事成方"
    "多经么去法学如都同现当没动面起看定天分还进好小部其些主样理心本前开但因只从想实日军者意无力它与长把机十民第公此已工"
    "使情明性知全三又关点正业外将两高间由问很最重并物手应战向头文体政美相见被利什二等产或新己制身果加西斯月话合回特代内"
    "信表化老给世位次度门任常先海通教儿原东声提立及比员解水名真论处走义各入几口认条平系气题活尔更别打女变四神总何电数安"
)


def read_text(path: str) -> tuple[str, str]:
    """The text of a file without byte order mark, and the encoding to write it back in. Raises
    FactcheckError.
    """
    return decode(read_bytes(path), path)


def read_bytes(path: str) -> bytes:
    """The content of a file. Raises FactcheckError."""
    try:
        with open(path, "rb") as file:
            return file.read()
    except OSError as error:
        reason = error.strerror or type(error).__name__
        raise FactcheckError(
            f"{path}: cannot be read: {reason}. Check the path and its permissions."
        ) from error


def decode(data: bytes, path: str = "<bytes>") -> tuple[str, str]:
    """Decoded text without byte order mark, and the name of its encoding.

    The names are Python's: ``utf-8``, ``utf-8-sig`` (with a mark), ``utf-16`` (with one), ``utf-16-le`` and
    ``utf-16-be`` (without), ``gb18030``.
    Raises FactcheckError for anything else, with the offset of the offending byte.
    """
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        return _decode_utf16(data, path), "utf-16"
    try:
        if data.startswith(b"\xef\xbb\xbf"):
            return data[3:].decode(), "utf-8-sig"
        return data.decode(), "utf-8"
    except UnicodeDecodeError as error:
        offset = error.start + (3 if data.startswith(b"\xef\xbb\xbf") else 0)
    if b"\0" in data:
        for order in ("utf-16-le", "utf-16-be"):
            text = _read_as(data, order)
            if text is not None:
                return text, order
    elif not data.startswith(b"\xef\xbb\xbf"):
        text = _read_as(data, "gb18030")
        if text is not None:
            return text, "gb18030"
    raise FactcheckError(_refusal(data, offset, path))


def _decode_utf16(data: bytes, path: str) -> str:
    try:
        return data.decode("utf-16")
    except UnicodeDecodeError as error:
        message = f"{path}: byte {error.start} is not valid UTF-16, which the byte order mark announces."
        raise FactcheckError(f"{message} Restore the file, or save it as UTF-8.") from error


def _read_as(data: bytes, encoding: str) -> str | None:
    """The text, if it is in an encoding and reads like Chinese; nearly any bytes can be decoded so."""
    try:
        text = data.decode(encoding)
    except UnicodeDecodeError:
        return None
    foreign = [character for character in text if character > "\x7f"]
    han = [character for character in foreign if "\u4e00" <= character <= "\u9fff"]
    punctuation = sum(character in "，。、；：？！“”‘’（）《》【】—…·　～％－．" for character in foreign)
    common = sum(character in _COMMON for character in han)
    plausible = len(han) + punctuation >= 0.85 * len(foreign) and common >= 0.2 * len(han) > 0
    return text if plausible else None


def _refusal(data: bytes, offset: int, path: str) -> str:
    where = f"{path}: byte {offset} (0x{data[offset]:02x}) is not valid UTF-8"
    if b"\0" in data:
        return f"{where}, and there are zero bytes: this is no text file. Leave it out."
    mend = f"iconv -f BIG5 -t UTF-8 {path} > new.md (with the encoding that it is in)"
    return f"{where}, and the file does not read as GB18030 either. Save it as UTF-8, for example: {mend}."
