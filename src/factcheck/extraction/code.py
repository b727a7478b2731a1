"""Code and addresses: retired identifiers, moved links, and the prose of comments."""

from __future__ import annotations

import re
from array import array
from collections.abc import Iterator, Mapping
from dataclasses import replace
from itertools import chain

from factcheck.document.blocks import Block
from factcheck.document.document import Document
from factcheck.document.text import Text
from factcheck.extraction.claims import ASSERTED, NOT_ASSERTED, Claim, TextValue
from factcheck.extraction.context import BlockReading
from factcheck.folding import lower, name_key
from factcheck.knowledge.index import Knowledge
from factcheck.language.lazy import LazyPattern
from factcheck.language.normalise import normalise

_COMMENT = LazyPattern(r"(?m)(?:^|(?<=\s))(?:#(?!!)|//|--)[ \t]*(?P<text>[^\n]*)")
_TIME_LINE = LazyPattern(r"\s*(?:---.*?---\s*)?timeline\b", re.S)
_ENTRY = LazyPattern(
    r"(?m)^[ \t]*(?P<date>(?:19|20)\d{2}(?:年(?:\d{1,2}月)?|[-/.]\d{1,2})?)[ \t]*(?P<colon>[:：])[ \t]*(?P<event>[^:\n]+?)[ \t]*$"
)
_ADDRESS = LazyPattern(r"https?://[^\s\"'<>）)]+")
_SCHEME = LazyPattern(r"^(?:https?:)?//(?:www\.)?")
_FORMER = LazyPattern(r"旧(?:地址|网址|域名)|原(?:地址|网址|域名)|已(?:迁移|停用|关闭|失效)")
_HAN = LazyPattern(r"[\u3400-\u9fff]")
_IDENTIFIER = LazyPattern(r"[A-Za-z_][A-Za-z0-9_.\-/]*[A-Za-z0-9_]")
_LITERAL = LazyPattern(r"[\"'](?P<name>[A-Za-z][A-Za-z0-9./:\-]*\d[A-Za-z0-9.\-]*)[\"']")
_FROM_IMPORT = LazyPattern(
    r"(?m)^[ \t]*from[ \t]+(?P<module>[\w.]+)[ \t]+import[ \t]+\(?(?P<names>[\w, \t]+)"
)
_ALIAS = LazyPattern(r"(?m)^[ \t]*import[ \t]+(?P<module>[\w.]+)[ \t]+as[ \t]+(?P<alias>\w+)")
# The headings of a change log over what is no more.
_GONE = LazyPattern(r"removed|deprecat|breaking|sunset|移除|弃用|废弃|下线|停用|退役|删除|迁移", re.I)
# Said of an old name in prose or a comment: then its use is the point, not a slip.
_HISTORICAL = LazyPattern(
    r"旧|老(?:版|项目|代码|接口|写法)|已经?(?:不能|无法|不再|被|停|下线|移除|废弃|弃用|关闭|退役)|不能用|不可用|废弃|弃用|移除|下线|停用|停止|退役|deprecated|removed|legacy|曾|当年|历史|迁移|替代|取代|改用|升级|之前|以前|早期|1\.0之前|更名|改名|❌|wrong|不要|拿掉|去掉|删除|删掉|砍掉|取消|清理|换成|改成|[→⇒]|->"
)


def claims_of(document: Document, knowledge: Knowledge) -> Iterator[Claim]:
    """Claims that code, inline code and links make by using an identifier or an address."""
    identifiers = frozenset(knowledge.api_identifiers)
    moved = [(url.lower().rstrip("/"), entity, index) for url, entity, index in knowledge.moved_addresses]
    headings = {b.ordinal: b.text.text for b in document.blocks if b.kind == "heading"}
    for block in document.blocks:
        if block.kind in ("code", "mermaid"):
            if block.kind == "code":
                yield from _code_block(block, identifiers, knowledge)
                yield from _retired_models(block, identifiers, knowledge)
                yield from _addresses(block, block.text.text, moved)
        else:
            yield from _inline(block, identifiers, knowledge, headings)
            yield from _links(block, moved)


def _code_block(block: Block, identifiers: frozenset[str], knowledge: Knowledge) -> Iterator[Claim]:
    text = block.text.text
    comments = [(m.start(), m.end()) for m in _COMMENT.finditer(text)]
    aliases = {m["alias"]: m["module"] for m in _ALIAS.finditer(text)}
    seen: set[int] = set()
    for name, start, end in _names(text, aliases):
        if name not in identifiers or start in seen:
            continue
        seen.add(start)
        stance = (
            NOT_ASSERTED
            if any(a <= start < b for a, b in comments) or _commented_as_old(text, start)
            else ASSERTED
        )
        yield _use(block, block.text, name, start, end, stance, knowledge)


def _names(text: str, aliases: dict[str, str]) -> Iterator[tuple[str, int, int]]:
    """Identifiers as written, with import aliases resolved; dotted names also by their leading parts."""
    for match in _FROM_IMPORT.finditer(text):
        for imported in re.finditer(r"\w+", match["names"]):
            if imported[0] == "as":
                break
            end = match.start("names") + imported.end()
            yield f"{match['module']}.{imported[0]}", match.start("module") - 5, end
    for match in _IDENTIFIER.finditer(text):
        name, start = match[0], match.start()
        head, _, rest = name.partition(".")
        # np.float and numpy.float, tf.Session and tensorflow.Session: either may be how the identifier is known
        for resolved in (name, f"{aliases[head]}.{rest}") if head in aliases and rest else (name,):
            shift = len(resolved) - len(name)
            parts = resolved.split(".")
            for count in range(len(parts), 0, -1):
                candidate = ".".join(parts[:count])
                yield candidate, start, start + max(1, len(candidate) - shift)
        if "/" in name:
            yield name.rsplit("/", 1)[1], start + name.rindex("/") + 1, match.end()


def _commented_as_old(text: str, position: int) -> bool:
    """Whether the comment on the same line or right above says that this is the old way."""
    line_start = text.rfind("\n", 0, position) + 1
    line_end = text.find("\n", position)
    line = text[line_start : line_end if line_end >= 0 else len(text)]
    above = text[text.rfind("\n", 0, max(0, line_start - 1)) + 1 : line_start].strip()
    notes = [m["text"] for m in _COMMENT.finditer(line)] + ([above] if above.startswith(("#", "//")) else [])
    return any(_HISTORICAL.search(note) for note in notes)


def _inline(
    block: Block, identifiers: frozenset[str], knowledge: Knowledge, headings: Mapping[int, str]
) -> Iterator[Claim]:
    text = block.text.text
    for start, end in block.code_spans:
        for name, first, last in _names(text[start:end], {}):
            if name in identifiers:
                around = text[max(0, start - 40) : end + 80]
                heading = headings.get(block.headings[-1], "") if block.headings else ""
                told = _HISTORICAL.search(around) or _GONE.search(heading)
                stance = NOT_ASSERTED if told else ASSERTED
                yield _use(block, block.text, name, start + first, start + last, stance, knowledge)
                break


def _retired_models(block: Block, identifiers: frozenset[str], knowledge: Knowledge) -> Iterator[Claim]:
    """Model names in string literals, where the model itself (not an API entry) has a shutdown date."""
    text = block.text.text
    for match in _LITERAL.finditer(text):
        name = match["name"].rsplit("/", 1)[-1]
        if name in identifiers:
            continue
        for identifier in knowledge.lookup(name):
            entity = knowledge.entity(identifier)
            if entity.facts_of("shutdown") and any(
                n.key == name_key(name) and not n.shared for n in entity.names
            ):
                start = match.end("name") - len(name)
                a, b = block.text.span(start, match.end("name"))
                stance = NOT_ASSERTED if _commented_as_old(text, start) else ASSERTED
                yield Claim(
                    "deprecated-api",
                    "shutdown",
                    (identifier,),
                    name,
                    TextValue(name),
                    a,
                    b,
                    a,
                    b,
                    block.ordinal,
                    stance,
                    None,
                    {},
                    None,
                    False,
                    True,
                    "identifier",
                )
                break


def _use(
    block: Block, text: Text, name: str, start: int, end: int, stance: str, knowledge: Knowledge
) -> Claim:
    entity = knowledge.api(name)
    source_start, source_end = text.span(start, min(end, len(text.text)))
    return Claim(
        "deprecated-api", "shutdown", (entity.id,) if entity else (), name, TextValue(name), source_start, source_end, source_start, source_end,
        block.ordinal, stance, None, {}, None, False, True, "identifier",
    )  # fmt: skip


def _links(block: Block, moved: list[tuple[str, str, int]]) -> Iterator[Claim]:
    for link in block.links:
        yield from _address(block, link.url, link.source_span, block.text.text, moved)


def _addresses(block: Block, text: str, moved: list[tuple[str, str, int]]) -> Iterator[Claim]:
    for match in _ADDRESS.finditer(text):
        yield from _address(block, match[0], block.text.span(*match.span()), "", moved)


def _address(
    block: Block, url: str, span: tuple[int, int], around: str, moved: list[tuple[str, str, int]]
) -> Iterator[Claim]:
    bare = _SCHEME.sub("", url.lower()).split("#")[0].rstrip("/")
    for address, entity, index in moved:
        if bare == address or bare.startswith((address + "/", address + "?")):
            stance = NOT_ASSERTED if _FORMER.search(around) else ASSERTED
            yield Claim(
                "stale-link",
                "moved",
                (entity,),
                url,
                TextValue(url),
                *span,
                *span,
                block.ordinal,
                stance,
                None,
                {"index": str(index)},
                None,
                False,
                True,
                "address",
            )
            return


def diagram_lines(document: Document) -> list[BlockReading]:
    """The entries of Mermaid time lines (“2018 : BERT 发布”), each to be read as an item of a chronicle."""
    found = []
    for block in document.blocks:
        if block.kind != "mermaid" or _TIME_LINE.match(block.text.text) is None:
            continue
        for match in _ENTRY.finditer(block.text.text):
            parts = [block.text.slice(*match.span(group)) for group in ("date", "colon", "event")]
            joined = array("I", chain.from_iterable(part.offsets for part in parts))
            piece = normalise(Text("".join(part.text for part in parts), joined))
            item = replace(block, kind="list_item", text=piece)
            found.append(BlockReading(item, piece, lower(piece.text), []))
    return found


def comments_of(document: Document) -> list[BlockReading]:
    """The comments in code that are written in Chinese, to be read as prose."""
    found = []
    for block in document.blocks:
        if block.kind in ("code", "mermaid") and _HAN.search(block.text.text):
            for match in _COMMENT.finditer(block.text.text):
                if _HAN.search(match["text"]):
                    piece = normalise(block.text.slice(*match.span("text")))
                    found.append(BlockReading(block, piece, lower(piece.text), []))
    return found
