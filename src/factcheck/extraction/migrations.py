"""What prose tells of functions that came, moved and went: by what to replace them, in which version they were removed."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from factcheck.extraction.claims import ASSERTED, Claim, TextValue
from factcheck.extraction.context import BlockReading
from factcheck.extraction.mentions import Mention
from factcheck.knowledge.index import Knowledge
from factcheck.knowledge.model import Entity
from factcheck.language.lazy import LazyPattern

_NAME = r"[`“\"「『]?(?P<name>[A-Za-z_][A-Za-z0-9_.]*[A-Za-z0-9_])(?:\(\))?[`”\"」』]?"
_INSTEAD = LazyPattern(
    r"(?:改用|换用|改为使用|改为调用|换成|替换为|替换成|替代为|应该?使用|应当使用|请使用|(?:建议|推荐)(?:使用|用|改用)|转而使用|"
    r"迁移到|迁移至|移到了?|移至|移动到|搬到了?|挪到了?|再调用|应该?调用|现在位于|如今位于|更名为|改名为|重命名为|被)\s?"
    + _NAME
)
_TAKEN_OVER = LazyPattern(r"\s?(?:所|完全)?(?:取代|替代|代替|替换|接替)")
_GONE = LazyPattern(
    r"移除|删除|删掉|去掉|去除|拿掉|弃用|废弃|旧|老|不再|过时|淘汰|移到|移至|移动到|搬到|挪到|改用|换成|替换|取代|替代|代替|迁移|更名|改名|重命名"
)
_REMOVED = LazyPattern(r"(?:移除|删除|删掉|去掉|去除|拿掉|剔除)(?!了?(?:警告|对))")
_DEPRECATED = LazyPattern(r"弃用|废弃|标记为过时|标为过时")
_VERSION = LazyPattern(
    r"(?P<library>[A-Za-z][A-Za-z\-]*)\s?[vV]?(?P<version>\d+(?:\.\d+){0,2})(?![\d.]|[年月%万亿个])"
    r"|(?<![A-Za-z\d.\-])[vV]?(?P<bare>\d+\.\d+(?:\.\d+)?)(?=\s?(?:版|起|之?后|以后|中|里|开始|就|则|才))"
)
_BEGINS = LazyPattern(r"起|开始|正式|彻底|首次|才[被移删]")
# Said of others, denied, asked or imagined, or of how it was before.
_DOUBT = LazyPattern(
    r"误|并非|不是|没有被?(?:移除|删除|弃用)|尚未|还没|未被|如果|假如|吗|？|\?|传闻|计划|将会?(?:被|在|移)|预计|拟|有人|以为|据说"
)
_ARGUMENT = r"(?P<argument>[A-Za-z_][A-Za-z0-9_]*)[`”]?\s?(?:这个|这一)?参数(?:名|的?名字|名称)?"
_RENAMED = LazyPattern(
    _ARGUMENT
    + r"(?:现|如今)?(?:已经?|也|被|都|则)*(?:更名为|改名为|重命名为|改为|改成|换成|改叫|改称)了?\s?[`“]?(?P<name>[A-Za-z_][A-Za-z0-9_]*)"
)
_DEFAULT = LazyPattern(
    _ARGUMENT
    + r"?的?默认(?:值|取值)?(?:从\s?[`“]?[A-Za-z0-9_.]+[`”]?\s?)?(?:现|如今)?(?:已经?|也|便|就|则|被|将)*"
    r"(?:改为|改成|变为|变成|是|为|设为|设成|调整为|切换为|变更为)了?\s?[`“]?(?P<name>[A-Za-z0-9_.]+)"
)
_BEFORE = LazyPattern(r"此前|之前|以前|原来是|原先|旧版|过去|早先|老版本")
_PLACED = LazyPattern(
    r"(?:现在|如今|目前|已经?)?(?:位于|放在|移到了?|移至|搬到了?|挪到了?|归入|来自)\s?" + _NAME
)
_ENCODING = LazyPattern(
    r"(?<![A-Za-z0-9_])(?P<name>(?:r50k|p50k|cl100k|o200k)_(?:base|edit|harmony))(?![A-Za-z0-9_])"
)
_OTHERS = LazyPattern(r"(?:发布|问世|推出)?(?:之前|以前|之后|以后|以外|之外|前的|后的)|等")
_FOR_WHAT_FOLLOWS = LazyPattern(
    r"[`”」]?\s?(?:编码|词表)?(?:则|主要|也|都|才)?(?:用于|用在|对应|适用|是|为|供|服务于|属于|给|[(（:：])"
)
_CLAUSE = LazyPattern(r"[，,；;。：:]")
_APIS = frozenset({"api"})
_MODELS = frozenset({"model"})
_WITH_ARGUMENTS = frozenset({"api", "framework"})
_SUBJECTS = _WITH_ARGUMENTS | _MODELS


def claims_of(readings: Sequence[BlockReading], knowledge: Knowledge) -> Iterator[Claim]:
    """Claims on the functions and modules that a text names."""
    for reading in readings:
        named = [m for m in reading.mentions if m.of_types(_APIS)]
        text = reading.text.text
        if reading.mentions and ("参数" in text or "默认" in text):
            yield from _arguments(reading, knowledge)
        if "0k_" in text:
            yield from _encodings(reading, knowledge)
        for start, end in reading.sentences if named else ():
            if _DOUBT.search(text, start, end):
                continue
            yield from _modules(reading, named, start, end, knowledge)
            here = [m for m in named if start <= m.start < end and _changed(knowledge, m)]
            if here:
                yield from _replacements(reading, here, start, end)
                yield from _versions(reading, here, start, end, knowledge)


def _changed(knowledge: Knowledge, mention: Mention) -> bool:
    return any(_removal(knowledge.entity(i)) for i in mention.of_types(_APIS))


def _removal(entity: Entity) -> str:
    return next((v for f in entity.facts_of("shutdown") if (v := f.text("removed_in"))), "")


def _replacements(reading: BlockReading, named: Sequence[Mention], start: int, end: int) -> Iterator[Claim]:
    """“DataFrame.append已删除，改用pd.concat”: the name behind the verb is said of the function named last before it."""
    text = reading.text.text
    if not _GONE.search(text, start, end):
        return
    for match in _INSTEAD.finditer(text, start, end):
        if match[0].startswith("被") and not _TAKEN_OVER.match(text, match.end()):
            continue
        old = next((m for m in reversed(named) if m.end <= match.start()), None)
        name = match["name"]
        if old is None or not _looks_like_code(name) or name == old.text:
            continue
        if _other_code(text, old.end, match.start()):
            continue
        yield _claim(reading, "replacement", old, name, match.start("name"), match.end("name"), {})


def _looks_like_code(name: str) -> bool:
    return "." in name or "_" in name


def _other_code(text: str, start: int, end: int) -> bool:
    """Whether another identifier stands between: then the statement may be about that one."""
    return re.search(r"[A-Za-z_][A-Za-z0-9_]*\.[A-Za-z_]\w|\w_\w", text[start:end]) is not None


def _versions(
    reading: BlockReading, named: Sequence[Mention], start: int, end: int, knowledge: Knowledge
) -> Iterator[Claim]:
    """“在NumPy 1.20中被弃用，到1.24版移除”: the version of the clause that has the verb."""
    text = reading.text.text
    removals = {_removal(knowledge.entity(m.of_types(_APIS)[0])) for m in named}
    if len(removals) != 1:
        return  # np.int and np.float went together, others may not have
    old = named[0]
    library = removals.pop().rpartition(" ")[0]
    bounds = [start, *(m.end() for m in _CLAUSE.finditer(text, start, end)), end]
    for first, last in pairwise(bounds):
        for verb, change in ((_REMOVED, "removed_in"), (_DEPRECATED, "deprecated_in")):
            said = verb.search(text, first, last)
            if said is None:
                continue
            found = [
                m
                for m in _VERSION.finditer(text, first, said.start())
                if not (old.start <= m.start() < old.end)
                and (m["library"] is None or m["library"].lower() == library.lower())
            ]
            if len(found) == 1:
                group = "version" if found[0]["library"] else "bare"
                begins = "true" if _BEGINS.search(text, first, last) else ""
                yield _claim(reading, change, old, found[0][group], *found[0].span(group), {"begins": begins})


def _modules(
    reading: BlockReading, named: Sequence[Mention], start: int, end: int, knowledge: Knowledge
) -> Iterator[Claim]:
    """“train_test_split现在位于sklearn.model_selection中”."""
    text = reading.text.text
    for match in _PLACED.finditer(text, start, end):
        thing = next((m for m in reversed(named) if start <= m.start and m.end <= match.start()), None)
        if thing is None or _BEFORE.search(text, thing.end, match.start()) or match.start() - thing.end > 6:
            continue
        if any(knowledge.entity(i).facts_of("module") for i in thing.of_types(_APIS)):
            yield _claim(reading, "module", thing, match["name"], *match.span("name"), {})


def _encodings(reading: BlockReading, knowledge: Knowledge) -> Iterator[Claim]:
    """“GPT-4用的编码是cl100k_base”: of the model that the clause names, or the only one that the sentence names before."""
    text = reading.text.text
    models = [
        m
        for m in reading.mentions
        if any(knowledge.entity(i).facts_of("encoding") for i in m.of_types(_MODELS))
    ]
    for start, end in reading.sentences if models else ():
        if _DOUBT.search(text, start, end):
            continue
        for match in _ENCODING.finditer(text, start, end):
            clause = max(start, *(text.rfind(c, start, match.start()) for c in "，,；;、"))
            if _FOR_WHAT_FOLLOWS.match(text, match.end()):
                continue  # cl100k_base用于GPT-4
            before = [m for m in models if start <= m.start < match.start()]
            here = [m for m in before if m.start >= clause]
            told = here or before
            if _OTHERS.match(text, told[-1].end if told else 0):
                continue  # GPT-4之前的模型
            if len({m.entity_ids for m in told}) == 1 and not told[-1].opaque:
                yield _claim(reading, "encoding", told[-1], match["name"], *match.span("name"), {})


def _arguments(reading: BlockReading, knowledge: Knowledge) -> Iterator[Claim]:
    """“Gensim 4.0起，size参数更名为vector_size”: of the library or function that the sentence names and that has such a one."""
    text = reading.text.text
    if not (_RENAMED.search(text) or _DEFAULT.search(text)):
        return
    owners = [
        m
        for m in reading.mentions
        if any(knowledge.entity(i).facts_of("argument") for i in m.of_types(_WITH_ARGUMENTS))
    ]
    for start, end in reading.sentences if owners else ():
        if _DOUBT.search(text, start, end):
            continue
        for pattern, field in ((_RENAMED, "renamed"), (_DEFAULT, "default")):
            for match in pattern.finditer(text, start, end):
                owner = next(
                    (m for m in reversed(owners) if start <= m.start and m.end <= match.start()), None
                )
                before = field == "default" and _BEFORE.search(text, start, match.end())
                if owner is None or before:
                    continue
                yield _claim(
                    reading, "argument", owner, match["name"], *match.span("name"),
                    {"argument": match["argument"], "field": field},
                )  # fmt: skip


def _claim(
    reading: BlockReading,
    predicate: str,
    subject: Mention,
    value: str,
    value_start: int,
    value_end: int,
    qualifiers: dict[str, str],
) -> Claim:
    start, end = reading.text.span(min(subject.start, value_start), max(subject.end, value_end))
    return Claim(
        "wrong-property", predicate, subject.of_types(_SUBJECTS), subject.text, TextValue(value), start, end,
        *reading.text.span(value_start, value_end), reading.block.ordinal, ASSERTED, None, qualifiers, None, False, True, "migration",
    )  # fmt: skip
