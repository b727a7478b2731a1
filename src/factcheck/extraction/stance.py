"""Who says it and how: whether the words of a clause are asserted, denied, or only reported, asked, supposed."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cached_property

from factcheck.extraction.claims import ASSERTED, DENIED, NOT_ASSERTED
from factcheck.language.lazy import LazyPattern
from factcheck.language.lexicon import Word

# The words after which the writer speaks for himself again.
_TURN = LazyPattern(r"[，,。；;]|——")
_WRONG = LazyPattern(
    r"(?:是|都是|纯属|实属|属于|当然|显然|完全|这|那)?(?:错的|错误的|不对的|不对|假的|误解|误会|谣言|谣传|不实|讹误|张冠李戴|以讹传讹|没影的事|没这回事|无稽之谈|子虚乌有)"
    r"|并不准确|不准确|不属实|应予核实|应予更正|真不是|要扣分|扣分|认错门|搞错|弄错|记错|写错|说错|是误传|有误|不成立|答案是否定|不靠谱|站不住脚|不，(?:它|这|那|当然|并|也)?不是|并非如此|事实并非|实则不然|其实不是|当然不是|并不是这样|不是这样|没有的事"
    r"|错得离谱|大错特错|离谱|荒谬|荒唐"
    r"|[Nn]ot true|[Ff]alse\b|[Nn]ope\b"
)
_QUESTION_END = LazyPattern(r"[？?][”」』\"'）)]*\s*$")
# A question for the reason takes the rest for granted, unless it is about what people say.
_WHY = LazyPattern(
    r"(?:为什么|为何|何以)(?!(?:会?有|总有|很多|许多|不少|大家|人们|我们|你)?.{0,3}(?:说|称|认为|以为|觉得|叫))"
)
# The blank in which the answer of an exercise is to be written.
_BLANK = LazyPattern(r"\s*[(（]\s*[)）]\s*$")
# A want that only tells of whom the clause speaks: 没有显卡的读者可换用…
_WITHOUT = LazyPattern(
    r"[^，,。；;的]{1,6}的(?:读者|用户|人|开发者|团队|机器|设备|电脑|同学|朋友|公司|企业|小团队|情况下|场景)"
)
# What the attribute of the subject denies: 没有进入总表的K2由…开源
_NOT_IN_ATTRIBUTE = LazyPattern(r"[^，,。；;：:的]{2,14}的(?:[^，,。；;：:]{2,24}[：:])?")
_HAS_NOT = frozenset({"没有", "没", "未", "尚未", "未能", "还没", "还没有"})
_IS_NOT = frozenset(
    {
        "不是",
        "并非",
        "并不是",
        "非",
        "绝非",
        "绝不是",
        "不属于",
        "算不上",
        "而非",
        "而不是",
        "不存在",
        "没有",
        "从来没有",
        "并没有",
    }
)
# What follows a colon explains what did not come about: 最大的一笔没有谈成：它在2020年…
_FAILED = LazyPattern(
    r"(?:没有?|并未|未能?|没能|最终未)(?:能|有)?(?:成功|成行|谈成|做成|成交|完成|如愿|实现|落地|走到最后|走完|成为现实)[了的]?[：:]"
)
_COUNTERFACTUAL = LazyPattern(r"当年|当初|当时|也许|或许|可能|就会|本会|便会|早就|不会")
_DONE = LazyPattern(r"完成了|最终|成功|正式|终于|如愿")
_ASKING = frozenset({"是不是", "是否", "会不会", "有没有", "谁", "哪家", "难道", "何时"})
_ASKED = LazyPattern(r"[？?]|[”」』]?$")
_TURNED = LazyPattern(
    r"[”」』\"]?(?:——|—|，)? ?(?:[Nn]ot true|[Ww]rong|[Ff]alse|[Nn]ope|这|其实|事实上|实际上|但|然而|不过|别|并非|当然|答案|错|不)"
)
_QUOTED_CLAIM = LazyPattern(r"[“「『\"][^”」』\"]{4,}[”」』\"]")

# Words that take up what stands in quotes as something that is said: “…”这种说法
_SAID_BY_OTHERS = LazyPattern(
    r"\s?(?:[的]|[这那](?:种|一|个|样的|类|句|番)|之类的?|一类的?|此类|等)(?:常见|流行|错误|夸张|网络|网上)?的?"
    r"(?:说法|传言|传闻|论调|观点|论断|断言|结论|提法|误解|误传|误区|误会|看法|印象|谣言|句子|话|帖子|标题党)"
)


class SentenceStance:
    """The stance of every place of one sentence, looked at when a claim asks for it: most sentences make none."""

    def __init__(self, text: str, start: int, end: int, words: Sequence[Word], following: str) -> None:
        self._text, self._start, self._end = text, start, end
        self._all_words, self._following = words, following

    @cached_property
    def _sentence(self) -> str:
        return self._text[self._start : self._end]

    @cached_property
    def _words(self) -> list[Word]:
        return [w for w in self._all_words if self._start <= w.start < self._end]

    @cached_property
    def _question(self) -> bool:
        return _QUESTION_END.search(self._sentence) is not None

    @cached_property
    def _examined(self) -> bool:
        return bool(_BLANK.search(self._sentence) or _BLANK.match(self._following) or self._exercise())

    def _asked(self, start: int, *, presupposed: bool) -> bool:
        """Whether a question leaves open what is said; one for a reason does not, nor what an attribute tells in passing."""
        if self._examined:
            return True
        reason = _WHY.search(self._text, self._start, start)
        return self._question and not presupposed and reason is None

    @cached_property
    def _wrong_before(self) -> int:
        wrong = _WRONG.search(self._sentence)
        return self._start + wrong.start() if wrong else -1

    @cached_property
    def _denied_next(self) -> bool:
        turned = _TURNED.match(self._following)
        return turned is not None and _WRONG.search(self._following[:40]) is not None

    @cached_property
    def _quotes(self) -> list[tuple[int, int]]:
        start = self._start
        return [(start + m.start(), start + m.end()) for m in _QUOTED_CLAIM.finditer(self._sentence)]

    def _exercise(self) -> bool:
        """判断题：…: the words of an exercise, not of the writer."""
        return any("exercise" in w.classes and w.start - self._start <= 6 for w in self._words)

    def _has(self, name: str) -> bool:
        return any(name in w.classes for w in self._words)

    def at(
        self,
        start: int,
        end: int,
        value_start: int,
        value_end: int,
        *,
        planned: bool = False,
        presupposed: bool = False,
    ) -> str:
        """The stance of a claim whose words stand in ``[start, end)`` and whose value in ``[value_start, value_end)``.

        ``presupposed``: told in passing by an attribute (微软自研的Inferentia2), which a condition of another clause leaves as it is.
        """
        if self._asked(start, presupposed=presupposed) or self._denied_next:
            return NOT_ASSERTED
        if self._wrong_before >= 0 and start <= self._wrong_before:
            return NOT_ASSERTED
        quote = next((b for a, b in self._quotes if a <= start and end <= b), None)
        if quote is not None and (
            self._has("misbelief") or self._has("rumour") or _SAID_BY_OTHERS.match(self._text, quote)
        ):
            return NOT_ASSERTED
        if self._reported(start) or self._supposed(start, presupposed=presupposed):
            return NOT_ASSERTED
        if not planned and self._planned(start, end):
            return NOT_ASSERTED
        return DENIED if self._negated(start, end, value_start, presupposed=presupposed) else ASSERTED

    def _reported(self, start: int) -> bool:
        """Misbelief and rumour reach from their cue to the end of the sentence, unless the writer turns back."""
        for word in self._words:
            if not ("misbelief" in word.classes or "rumour" in word.classes):
                continue
            turned = any("correction" in w.classes and word.end <= w.start <= start for w in self._words)
            if turned:
                continue
            if word.start <= start or self._same_clause(word.start, start):
                return True
            # 将飞桨称作“大模型”的提法: the cue follows the claim in its own clause
            if self._same_clause(start, word.start):
                return True
        return False

    def _supposed(self, start: int, *, presupposed: bool) -> bool:
        return any(
            "hypothesis" in w.classes
            and w.start <= start
            and not (
                presupposed
                and not self._same_clause(w.start, start)
                and _COUNTERFACTUAL.search(self._sentence) is None
            )
            for w in self._words
        ) or any(
            "question" in w.classes
            and self._same_clause(w.start, start)
            and (w.text in _ASKING or (w.text in ("吗", "呢") and _ASKED.match(self._text, w.end)))
            for w in self._words
        )

    def _planned(self, start: int, end: int) -> bool:
        """A plan reaches over its clause, or over the whole claim unless a later clause says that it was carried out."""
        return any(
            "plan" in w.classes
            and (start <= w.start < end or self._same_clause(w.start, start))
            and not self._carried_out(w.end, end)
            for w in self._words
        )

    def _carried_out(self, after: int, end: int) -> bool:
        turns = list(_TURN.finditer(self._text, after, max(after, end)))
        return bool(turns) and _DONE.search(self._text, turns[-1].end(), end) is not None

    def _negated(self, start: int, end: int, value_start: int, *, presupposed: bool) -> bool:
        for word in self._words:
            if "negation" not in word.classes:
                continue
            if presupposed and word.end <= start and word.text not in _IS_NOT:
                continue  # 表中未列OpenAI开发的AlphaStar
            if start <= word.start < end or (word.end <= start and self._same_clause(word.start, start)):
                if word.end <= start and _FAILED.match(self._text, word.start, start):
                    continue
                if word.end <= start and _WITHOUT.match(self._text, word.end, start):
                    continue
                if (
                    word.end <= start
                    and word.text in _HAS_NOT
                    and _NOT_IN_ATTRIBUTE.fullmatch(self._text, word.end, start)
                ):
                    continue
                contrast = word.text in ("而非", "而不是", "不是") and word.start > value_start
                if not contrast:
                    return True
        return False

    def _same_clause(self, a: int, b: int) -> bool:
        low, high = min(a, b), max(a, b)
        return _TURN.search(self._text, low, high) is None
