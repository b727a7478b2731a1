"""Mentions: the places of a text where an entity of the knowledge base is named.

One pass of a multi-pattern automaton over the folded text without the separators that writers vary (``GPT-4``, ``GPT 4``,
``GPT4``), then script-aware boundaries. A name that goes on into a longer, unknown one (``GPT-4-Foo``, ``Claude 9``) is an
*opaque* mention: it takes its place in the sentence, but nothing is known of it.
"""

from __future__ import annotations

from array import array
from collections.abc import Iterable, Iterator
from functools import cached_property
from operator import add

from ahocorasick_rs import AhoCorasick, MatchKind

from factcheck.folding import SEPARATOR, lower
from factcheck.knowledge.index import HEAD, AliasTarget, Knowledge
from factcheck.language.lazy import LazyPattern
from factcheck.light import dataclass

_ALNUM = frozenset("abcdefghijklmnopqrstuvwxyz0123456789")
_HAN = LazyPattern(r"[\u3400-\u9fff]")
_LOWER_WORD = LazyPattern(r"(?<![A-Za-z0-9])[a-z]{2,}(?![A-Za-z0-9])")
# -7B, 7b, -1.5B-Instruct: a size of the release that is named before it.
_SIZE = LazyPattern(
    r"[- ]?(?P<size>\d+(?:\.\d+)?(?:x\d+)?[bm])(?![a-z0-9])(?:-(?:chat|instruct|base|it|v\d(?:\.\d)?))*(?![a-z0-9])"
)
# ViT-B/16, Swin-B, T5-Large: sizes by letter or word.
_LETTER = LazyPattern(
    r"-(?P<letter>[bslthg]|xl|xxl|tiny|small|medium|large|huge|giant|mini|base)(?:/\d+)?(?![a-z0-9\-])"
)
_FORM = LazyPattern(r"[\s\-]?(?P<form>sxm|pcie|nvl|oam)\d?(?![a-z0-9])")  # how an accelerator is built in
_TUNED = LazyPattern(r"[- ](?:instruct|chat|base|it)(?![a-z0-9])")
_LONGER = LazyPattern(r"[-_][a-z0-9]|\.\d|\.[a-z_]|'s [a-z]")
_VERSION = LazyPattern(
    r" ?v?\d+(?:\.\d+)*(?![\d.]*(?:[世年月日号个款亿万千%层倍类项种名位张代届岁次人台家]|[a-z]?b\b| ?(?:billion|million|gb|tb|年)))"
)
_FINER = LazyPattern(r"(?:\.\d+)+(?![a-z\d_])")
_NUMBERED = LazyPattern(r"\d+(?:\.\d+)*$")
# What is said of a company, not of the product by whose name it goes: LangChain获红杉领投的融资, n8n总部位于柏林.
_AS_COMPANY = LazyPattern(
    r"(?:公司)?[^，,。；;：:\n]{0,24}?(?:[轮次笔]融资|(?<!由)[^，,。；;：:\n]领投|估值|总部|上市|募资|筹[集得]|获投|的?(?:[两三四五]位|几位)?(?:联合|共同)创始人|的?[两三四五几]位创始人|完成融资|获得?[^，,。；;：:\n]{0,12}融资|(?<!的)成立于|创立于|创办于|[年月日]成立|[年月日]创立)"
)
_AS_MAKER = LazyPattern(r"(?:公司|团队)?[^，,。；;A-Za-z]{0,8}?(?:开发|推出|研发|开源|打造|发布|收购)")
_NEXT_WORD = LazyPattern(r" ([A-Z][A-Za-z0-9]*|[a-z]+(?:store|code|ui|ops))(?![a-z])")
# 书生·浦语二代, 盘古大模型3.0: a generation that the name itself does not name.
_GENERATION = LazyPattern(
    r"(?:第?[一二三四五六七八两]代|[vV]?\d+(?:\.\d+)+(?!\d*[亿万%])|[vV]?\d(?=版|发布|模型|[，,。、(]|于))"
)
# 扣子空间, 豆包手机助手: another thing of that name.
_LONGER_NAME = LazyPattern(
    r"空间(?!智能|计算|中|内|里|上)|手机(?:助手|$|[，,。、的])|眼镜|耳机|浏览器|输入法|音箱|学习机|翻译机"
)
_REST_OF_NAME = LazyPattern(r"[A-Za-z0-9_\-]*(?:\.[A-Za-z0-9_\-]+)*(?: [A-Z0-9][A-Za-z0-9.\-]*)*")
_DATED = LazyPattern(r"(?:19|20)?\d{2}年|\d+(?:\.\d+)?%")  # LangChain2022年, Scale AI49%的股份
_DERIVED = LazyPattern(r"-(?:based|like|style|powered|driven|enhanced|generated|compatible)")
# 中文BERT, 金融LLaMA: what others made of the model.
_ADAPTED = LazyPattern(
    r"(?:中文|汉语|日[文语]|韩[文语]|德语|法语|阿拉伯语|越南语|金融|医[疗学]|生物医?学?|法律|蛋白质?|材料|化学)(?:版|领域)?(?:的)? ?(?=[A-Za-z]|$)$"
)
_PLUS = LazyPattern(r"\+(?![a-z0-9+ \u3400-\u9fff]|$)|\+(?=[的是在于由以为将版等可能会])")
# Words that may follow a name in running English without making it longer.
_PLAIN_AFTER = frozenset(
    [
        "GPU",
        "CPU",
        "GPUs",
        "CEO",
        "CTO",
        "CFO",
        "COO",
        "AI",
        "API",
        "APIs",
        "SDK",
        "The",
        "A",
        "In",
        "On",
        "Was",
        "Is",
        "And",
        "Or",
        "Of",
        "By",
        "For",
        "With",
        "To",
        "From",
        "At",
        "As",
    ]
)
_WORTH_ALL = 300_000
"""Characters from which on the automaton of all names pays for itself."""
_SOLD = frozenset({"framework", "product"})
_NAMED_THINGS = frozenset(
    {"model", "framework", "product", "technique", "dataset", "benchmark", "hardware", "api"}
)

_MAKERS = frozenset({"organization", "lab"})

SLOT_OF_TYPE = {
    "organization": "O", "lab": "O", "person": "P", "place": "L", "event": "E", "award": "E", "policy": "E", "model": "T", "framework": "T",
    "product": "T", "api": "T", "paper": "T", "technique": "T", "dataset": "T", "benchmark": "T", "hardware": "T", "term": "T",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Mention:
    """An entity named in a text; several targets where the name is shared. Offsets are those of the normalised block text."""

    start: int
    end: int
    text: str
    targets: tuple[AliasTarget, ...]
    variant: str | None = None
    opaque: bool = False

    @property
    def slot(self) -> str:
        slots = {SLOT_OF_TYPE.get(target.type, "T") for target in self.targets}
        return (
            "O"
            if slots == {"O", "T"}
            else min(slots)
            if len(slots) == 1
            else "T"
            if "T" in slots
            else min(slots)
        )

    @property
    def entity_ids(self) -> tuple[str, ...]:
        return tuple(target.entity_id for target in self.targets)

    def of_types(self, types: frozenset[str]) -> tuple[str, ...]:
        """The ids of the targets whose type is one of ``types``."""
        return tuple(
            [target.entity_id for target in self.targets if target.type in types]
        )  # asked very often


class MentionFinder:
    """Finds the names of a knowledge base in normalised texts."""

    def __init__(self, knowledge: Knowledge) -> None:
        self._knowledge = knowledge
        self._seen = 0

    @cached_property
    def _automaton(self) -> AhoCorasick:
        """All names; building takes about a millisecond per thousand."""
        keys = [*self._knowledge.keys, *self._knowledge.blocked_keys]
        return AhoCorasick(keys, matchkind=MatchKind.Standard)

    def _matches(self, squeezed: str) -> Iterator[tuple[int, int, int]]:
        """(index of the key, start, end) of every name. The first small texts get an automaton of their own: most of
        the names do not even begin in them, and building it for all names costs more than such a text is worth."""
        self._seen += len(squeezed)
        if self._seen > _WORTH_ALL:
            yield from self._automaton.find_matches_as_indexes(squeezed, overlapping=True)
            return
        stretches = _stretches(squeezed)
        chosen: list[int] = []
        keys: list[str] = []
        for number in self._knowledge.keys_beginning(stretches):
            key = self._knowledge.key(number)
            if len(key) < HEAD or key[-HEAD:] in stretches:
                chosen.append(number)
                keys.append(key)
        if not chosen:
            return
        for index, start, end in AhoCorasick(keys, matchkind=MatchKind.Standard).find_matches_as_indexes(
            squeezed, overlapping=True
        ):
            yield chosen[index], start, end

    def find(self, texts: list[str]) -> list[list[Mention]]:
        """The mentions of every text, in order, longest first, without overlaps."""
        joined = "\n".join(texts)
        low = lower(joined)
        squeezed, offsets = _squeeze(low)
        best: list[tuple[int, int, int]] = []
        for key, first, last in self._matches(squeezed):
            start, end = offsets[first], offsets[last - 1] + 1
            if _bounded(low, start, end):
                best.append((start, -end, key))
        best.sort()
        found: list[list[Mention]] = [[] for _ in texts]
        starts = _starts(texts)
        index, reach = 0, -1
        for place, (start, negative_end, key) in enumerate(best):
            if start < reach or self._parts_better(best, place):
                continue
            while index + 1 < len(starts) and starts[index + 1] <= start:
                index += 1
            mention = self._mention(joined, low, start, -negative_end, key, starts[index])
            reach = starts[index] + mention.end if mention else -negative_end
            if mention:
                found[index].append(mention)
        return found

    def _parts_better(self, best: list[tuple[int, int, int]], place: int) -> bool:
        """Whether a name is to be read as its maker and a longer name that begins within it: 腾讯 + 混元图像3.0, not
        腾讯混元 + 图像3.0. ``best`` is in order of start, longest first."""
        start, negative_end, _ = best[place]
        after = place + 1
        while after < len(best) and best[after][0] == start:
            after += 1
        shorter = {-end: key for _, end, key in best[place + 1 : after]}
        while shorter and after < len(best) and best[after][0] < -negative_end:
            first, end, _ = best[after]
            if end < negative_end and first in shorter and self._is_maker(shorter[first]):
                return True
            after += 1
        return False

    def _is_maker(self, key: int) -> bool:
        return key < self._knowledge.key_count and any(
            t.type in _MAKERS for t in self._knowledge.targets(key)
        )

    def _mention(self, joined: str, low: str, start: int, end: int, key: int, base: int) -> Mention | None:
        if key >= self._knowledge.key_count:
            return None  # a longer string that only contains a name
        targets = self._knowledge.targets(key)
        variant = next((t.variant for t in targets if t.variant), None)
        end, size, opaque = _extend(joined, low, start, end, targets)
        if not opaque and size is None and variant is None:
            maker = low[start - 1 : start] in ("由", "被") and _AS_MAKER.match(low, end) is not None
            if maker or _AS_COMPANY.match(low, end):
                targets = self._company(joined[start:end], targets, maker) or targets
        return Mention(start - base, end - base, joined[start:end], tuple(targets), size or variant, opaque)

    def _company(self, name: str, targets: tuple[AliasTarget, ...], maker: bool) -> tuple[AliasTarget, ...]:
        """The company that is called like this tool or product, if it has a record of its own (LangChain公司)."""
        if any(t.type not in _SOLD for t in targets):
            return ()
        found = self._knowledge.named(f"{name}公司")
        known = all(
            t.type == "organization" and (maker or any(self._knowledge.entity(t.entity_id).all_facts()))
            for t in found
        )
        return found if known else ()


def _stretches(text: str) -> set[str]:
    """All stretches of ``HEAD`` characters of a text."""
    stretches: Iterable[str] = text
    for shift in range(1, HEAD):
        stretches = map(add, stretches, text[shift:])
    return set(stretches)


def _squeeze(text: str) -> tuple[str, array[int]]:
    """The text without separators inside names, and for each of its characters the offset in ``text``."""
    pieces: list[str] = []
    offsets = array("I")
    position = 0
    for match in SEPARATOR.finditer(text):
        pieces.append(text[position : match.start()])
        offsets.extend(range(position, match.start()))
        position = match.end()
    pieces.append(text[position:])
    offsets.extend(range(position, len(text)))
    return "".join(pieces), offsets


def _starts(texts: list[str]) -> list[int]:
    starts, position = [], 0
    for text in texts:
        starts.append(position)
        position += len(text) + 1
    return starts


def _bounded(low: str, start: int, end: int) -> bool:
    """A Latin name is not part of a longer Latin word; names never span lines."""
    if low[start] in _ALNUM and start:
        before = low[start - 1]
        if before in _ALNUM or (before in "-_." and start > 1 and low[start - 2] in _ALNUM):
            return False
    if low[end - 1] in _ALNUM and end < len(low) and low[end] in _ALNUM:
        if not low[end - 1].isdigit() and _DATED.match(low, end):
            return True  # LangChain2022年: no space before the year
        # GPT4 goes on as a version and is caught as a longer name; 13b behind a name is its size
        return _SIZE.match(low, end) is not None and not low[end - 1].isdigit()
    return "\n" not in low[start:end]


def _extend(
    joined: str, low: str, start: int, end: int, targets: tuple[AliasTarget, ...]
) -> tuple[int, str | None, bool]:
    """Where the mention really ends, the size that it names, and whether it goes on into an unknown name."""
    if not any(t.type in _NAMED_THINGS for t in targets):
        return end, None, False
    if any(t.type == "model" for t in targets) and _ADAPTED.search(joined, max(0, start - 6), start):
        return end, None, True
    size = _SIZE.match(low, end)
    if size:
        return size.end(), size["size"], False
    if low[end - 1] not in _ALNUM:
        generation = _GENERATION.match(low, end) or _LONGER_NAME.match(low, end)
        return (generation.end(), None, True) if generation else (end, None, False)
    if _DERIVED.match(low, end):
        return end, None, True
    if _PLUS.match(low, end):
        return end + 1, None, True  # Alexa+: another thing than Alexa
    form = _FORM.match(low, end) if any(t.type == "hardware" for t in targets) else None
    if form:
        return form.end(), form["form"], False
    letter = _LETTER.match(low, end)
    if letter:
        return letter.end(), letter["letter"], False
    tuned = _TUNED.match(low, end)
    if tuned:
        return tuned.end(), None, False
    longer = _LONGER.match(low, end)
    if longer and longer[0].startswith("'s"):
        return end, None, False
    finer = _FINER.match(low, end) if all(t.type == "framework" for t in targets) else None
    if finer and (named := _NUMBERED.search(low, start, end)):
        return finer.end(), named[0] + finer[0], False  # Python 2 of Python 2.7
    version = None if low[end - 1].isdigit() or _DATED.match(low, end) else _VERSION.match(low, end)
    if version and not longer and all(t.type == "framework" for t in targets):
        number = version[0].strip(" v")
        branch = low.startswith(".x", version.end())  # TensorFlow 1.x
        return version.end() + 2 * branch, number if "." in number else f"{number}.0", False
    word = _NEXT_WORD.match(joined, end)
    if longer or version or (word and word[1] not in _PLAIN_AFTER and not _english(joined, start)):
        reach = _REST_OF_NAME.match(joined, end)
        return (reach.end() if reach else end), None, True
    return end, None, False


def _english(text: str, position: int) -> bool:
    """Whether the surroundings are English prose (then a capitalised word may simply follow a name)."""
    first = text.rfind("\n", 0, position) + 1
    last = text.find("\n", position)
    window = text[max(first, position - 40) : min(last if last >= 0 else len(text), position + 60)]
    return len(_HAN.findall(window)) < 6 and len(_LOWER_WORD.findall(window)) >= 2
