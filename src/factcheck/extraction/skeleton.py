"""A sentence as the rules see it: one character for every mention, date, quantity and class word.

Building it also settles what stands only beside the point: parentheses are taken out (and kept, with the name before them),
quotation marks dropped, names that are mere modifiers (“基于GPT-3的…”, “与微软…”) marked, and clauses without a subject given an
empty one, to be filled from the context.
"""

from __future__ import annotations

from collections.abc import Sequence

from factcheck.extraction.mentions import Mention
from factcheck.extraction.patterns import (
    AGENT,
    AGENT_OF,
    DATE,
    EVENT,
    PERSON,
    PERSON_OF,
    PUNCTUATION,
    QUANTITY,
    SLOT_CHARACTERS,
    THING,
    THING_BESIDE,
    THING_OF,
    UNKNOWN,
    ZERO,
)  # fmt: skip
from factcheck.extraction.strangers import Stranger
from factcheck.language.dates import DateValue
from factcheck.language.lazy import LazyPattern
from factcheck.language.lexicon import Word
from factcheck.language.numbers import QuantityValue
from factcheck.light import dataclass

Item = Mention | Stranger | DateValue | QuantityValue | Word
_QUOTES = frozenset('“”"‘’「」『』《》*_`~【】[]')
_LEFT_OUT = _QUOTES | {" "}  # patterns know no spaces
_BREAKS = frozenset("，,。；;：:！!？?\n—–")
_ENTITY_SLOTS = frozenset(
    THING + THING_OF + THING_BESIDE + AGENT + AGENT_OF + PERSON + PERSON_OF + EVENT + UNKNOWN
)
_DEMOTED = {THING: THING_BESIDE, AGENT: AGENT_OF, PERSON: PERSON_OF}
_NEW = LazyPattern(r"新(?:版|款|一代)?的?$|下一代$|(?:升级|加强|增强|改进)版的?$")
_STAFF = LazyPattern(
    r"的?(?:竞争|(?:老|死)?对[手头]|劲敌|合作伙|伙伴|客户|供应|股东|投资[方者人])|老将|员工|高管|校友|出身|前员工|旧部|元老|离职|背景|前成员|老兵"
)
_LANGUAGES = frozenset({"Python", "Java", "JavaScript", "TypeScript", "C++", "Rust", "Go", "Swift"})
_LIBRARY = LazyPattern(r"库|包|SDK|客户端|接口|绑定|代码|脚本|版")
_FRAMEWORKS = frozenset({"framework"})
_TITLES = frozenset({"founder", "ceo", "cto", "chief_scientist", "president", "vice_president", "chair"})
_ATTRIBUTES = frozenset(
    {
        "parameters",
        "context",
        "architecture",
        "licence",
        "active",
        "layers",
        "heads",
        "train_tokens",
        "author",
        "attribute",
        "founder",
        "ceo",
    }
)


@dataclass(frozen=True, slots=True)
class Parenthesis:
    """What stands in brackets, and the item right before them (a name, as a rule)."""

    start: int
    end: int
    head: Item | None


@dataclass(frozen=True, slots=True)
class Skeleton:
    """``text[i]`` stands for ``items[i]`` (None for a plain character or an empty subject), found at ``places[i]`` of the block."""

    text: str
    items: tuple[Item | None, ...]
    places: tuple[int, ...]
    end: int
    parentheses: tuple[Parenthesis, ...] = ()

    @property
    def characters(self) -> frozenset[str]:
        return frozenset(self.text)

    def place(self, index: int) -> int:
        return self.places[index] if index < len(self.places) else self.end

    def end_place(self, index: int) -> int:
        """Where the item or character before ``index`` ends."""
        if index == 0:
            return self.place(0)
        item = self.items[index - 1]
        if item is not None:
            return item.unit_end if isinstance(item, QuantityValue) else item.end
        return self.places[index - 1] + (self.text[index - 1] != ZERO)


def build(
    text: str,
    start: int,
    end: int,
    items: Sequence[Item],
    inside_parenthesis: bool = False,
    zero: bool = True,
) -> Skeleton:
    """The skeleton of ``text[start:end]``; ``items`` are those within, in order, without overlaps."""
    parentheses = [] if inside_parenthesis else _parentheses(text, start, end, items)
    raw = _characters(text, start, end, items, parentheses)
    raw = _demote(raw)
    if zero:
        raw = _empty_subjects(raw)
    return Skeleton(
        "".join(c for c, _, _ in raw).translate(PUNCTUATION),
        tuple(i for _, i, _ in raw),
        tuple(p for _, _, p in raw),
        end,
        tuple(parentheses),
    )


_Raw = list[tuple[str, Item | None, int]]


def slot_of(item: Item) -> str:
    if isinstance(item, Mention):
        slot = SLOT_CHARACTERS[item.slot]
        return _DEMOTED.get(slot, slot) if item.opaque else slot
    if isinstance(item, Stranger):
        return UNKNOWN
    if isinstance(item, DateValue):
        return DATE
    return QUANTITY if isinstance(item, QuantityValue) else item.character


def _characters(
    text: str, start: int, end: int, items: Sequence[Item], parentheses: Sequence[Parenthesis]
) -> _Raw:
    raw: _Raw = []
    position = start
    skip = iter(parentheses)
    hole = next(skip, None)
    pending = iter(items)
    item = next(pending, None)
    while position < end:
        if hole is not None and position >= hole.start:
            position = hole.end
            hole = next(skip, None)
            continue
        while item is not None and item.start < position:
            item = next(pending, None)
        if item is not None and item.start == position:
            if isinstance(item, Word) and "topic_pronoun" in item.classes | (
                {"topic_pronoun"} if "agent_pronoun" in item.classes else set()
            ):
                raw.append((ZERO, item, position))
            else:
                raw.append((slot_of(item), item, position))
            position = max(item.end, position + 1)
            if isinstance(item, QuantityValue):
                position = max(position, min(item.unit_end, end))
            continue
        stop = min((end, *(each.start for each in (hole, item) if each is not None)))
        raw += [
            (c, None, place) for place, c in enumerate(text[position:stop], position) if c not in _LEFT_OUT
        ]
        position = stop
    return raw


def _parentheses(text: str, start: int, end: int, items: Sequence[Item]) -> list[Parenthesis]:
    """The outermost bracketed stretches of the sentence. An unclosed bracket is a plain character."""
    found: list[Parenthesis] = []
    depth, opened = 0, 0
    covered = {i.start: i for i in items if isinstance(i, Mention)}
    position = start
    while position < end:
        mention = covered.get(position)
        if mention is not None:
            position = mention.end
            continue
        character = text[position]
        if character == "(":
            depth += 1
            if depth == 1:
                opened = position
        elif character == ")" and depth:
            depth -= 1
            if not depth:
                head = next(
                    (
                        i
                        for i in reversed(items)
                        if (i.unit_end if isinstance(i, QuantityValue) else i.end) <= opened
                    ),
                    None,
                )
                between = (
                    text[head.end if not isinstance(head, QuantityValue) else head.unit_end : opened]
                    if head
                    else ""
                )
                close = (
                    head
                    if head is not None and all(c in _QUOTES or c in " 模型系列等人" for c in between)
                    else None
                )
                found.append(Parenthesis(opened, position + 1, close))
        position += 1
    return found


def _demote(raw: _Raw) -> _Raw:
    """Mark the names that only modify: after a preposition, or before a word that makes something else of them."""
    result = list(raw)
    for index, (character, item, place) in enumerate(raw):
        if character not in _DEMOTED:
            continue
        if _is_modifier(raw, index):
            result[index] = (_DEMOTED[character], item, place)
        elif character == THING and _is_possessor(raw, index) and not _is_named_so(raw, index):
            result[index] = (THING_OF, item, place)
    return result


def _is_possessor(raw: _Raw, index: int) -> bool:
    """Before 的, or right before one of its attributes (GPT-3参数量)."""
    after = raw[index + 1] if index + 1 < len(raw) else None
    if after is not None and isinstance(after[1], Word) and after[1].text == "协议":
        return "".join(c for c, _, _ in raw[index + 2 : index + 3]) in (
            "是",
            "为",
            ":",
            "：",
        )  # MCP协议 is a name
    return after is not None and (
        after[0] == "的" or (isinstance(after[1], Word) and bool(_ATTRIBUTES & after[1].classes))
    )


def _is_named_so(raw: _Raw, index: int) -> bool:
    """Whether 名为X的数据集 names what it is the name of."""
    if index == 0 or index + 2 >= len(raw) or raw[index + 1][0] != "的":
        return False
    before, noun = raw[index - 1][1], raw[index + 2][1]
    return (
        isinstance(before, Word)
        and "naming" in before.classes
        and isinstance(noun, Word)
        and "category_noun" in noun.classes
    )


def _is_modifier(raw: _Raw, index: int) -> bool:
    character = raw[index][0]
    before = raw[index - 1] if index else None
    if character == THING and _NEW.search(
        "".join(r[1].text if isinstance(r[1], Word) else r[0] for r in raw[max(0, index - 3) : index])
    ):
        return True  # 新版必应 is another thing than 必应
    if character == THING and index and raw[index - 1][0] in ("类", "仿") and raw[index - 1][1] is None:
        return True  # 类GPT-2模型: one like it
    if character == AGENT and _titles_person(raw, index):
        return True
    if character == AGENT and _STAFF.match(
        "".join(r[1].text if isinstance(r[1], Word) else r[0] for r in raw[index + 1 : index + 4])
    ):
        return True
    if before is not None and isinstance(before[1], Word) and "with" in before[1].classes:
        joins = (
            "and" in before[1].classes
            and index >= 2
            and raw[index - 2][0] in (character, _DEMOTED[character], ZERO)
        )
        leads = "join_with" in before[1].classes
        passive = "by" in before[1].classes
        if not joins and not leads and not passive and before[1].text not in ("将", "把"):
            return True
    after = raw[index + 1] if index + 1 < len(raw) else None
    if after is None or character != THING:
        return False
    mention = raw[index][1]
    if (
        isinstance(mention, Mention)
        and mention.text in _LANGUAGES
        and _LIBRARY.match(_text_of(raw, index + 1))
    ):
        return True  # the Python库 of something
    of_framework = isinstance(mention, Mention) and bool(mention.of_types(_FRAMEWORKS))
    if of_framework and isinstance(after[1], Word) and after[1].text in ("版", "版本", "实现", "代码"):
        return True  # the PyTorch版 of something
    if after[0] == "的":
        following = raw[index + 2] if index + 2 < len(raw) else None
        return (
            following is not None
            and isinstance(following[1], Word)
            and "derivative" in following[1].classes
            and not _ATTRIBUTES & following[1].classes
        )
    return (
        isinstance(after[1], Word) and "derivative" in after[1].classes and not _ATTRIBUTES & after[1].classes
    )


def _text_of(raw: _Raw, index: int) -> str:
    return "".join(r[1].text if isinstance(r[1], Word) else r[0] for r in raw[index : index + 3])


def _titles_person(raw: _Raw, index: int) -> bool:
    """搜狗创始人王小川: the organisation only tells who the person is."""
    if index + 2 >= len(raw):
        return False
    title = raw[index + 1][1]
    return isinstance(title, Word) and bool(title.classes & _TITLES) and raw[index + 2][0] == PERSON


def _empty_subjects(raw: _Raw) -> _Raw:
    """Put an empty subject before every clause that does not begin with a name (a date may come first)."""
    result: _Raw = []
    fresh = True
    for index, (character, item, place) in enumerate(raw):
        if fresh and character not in _BREAKS and character != " ":
            if character == DATE:
                result.append((character, item, place))
                continue
            fresh = False
            if isinstance(item, Word) and item.text == "公司":
                result.append((ZERO, item, place))  # the company that is spoken of
                continue
            if character not in _ENTITY_SLOTS and character != ZERO:
                result.append((ZERO, None, place))
        if character in _BREAKS:
            fresh = not (character in ",:" and _inside_number(raw, index))
        result.append((character, item, place))
    return result


def _inside_number(raw: _Raw, index: int) -> bool:
    return 0 < index < len(raw) - 1 and raw[index - 1][0].isdigit() and raw[index + 1][0].isdigit()
