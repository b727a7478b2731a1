"""What a sentence leaves out, from what stands around it: subjects, dates, units."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Callable, Iterable, Sequence
from dataclasses import field, replace
from functools import cached_property
from itertools import pairwise

from factcheck.document.blocks import Block
from factcheck.document.sentences import sentences
from factcheck.document.text import Text
from factcheck.extraction.mentions import Mention
from factcheck.knowledge.values import DateInterval
from factcheck.language.dates import DateValue, find_dates, resolve
from factcheck.language.lazy import LazyPattern
from factcheck.language.lexicon import Word
from factcheck.light import dataclass

PERSON_TYPES = frozenset({"person"})
ORGANISATION_TYPES = frozenset({"organization", "lab"})
AGENT_TYPES = ORGANISATION_TYPES | PERSON_TYPES
THING_TYPES = frozenset(
    {"model", "framework", "product", "technique", "dataset", "benchmark", "hardware", "api", "paper"}
)
_TECHNIQUES = frozenset({"technique"})
_OCCASION_TYPES = frozenset({"event", "policy", "award"})
_PAPER_TYPES = frozenset({"paper"})
_TURNS_TO = LazyPattern(r"倒是|反倒|反而是|反观|至于|轮到|说回|话说回来|再说")
_ORDINAL = LazyPattern(
    r"(?:第[一二三四五六七八九十\d]+|前一|后一|最后一|另[外一]+)[个种类项款篇条道题家](?![^，,。；;]{0,3}(?:公开|发布|版))"
)
_OWNER = LazyPattern(r"(?:母公司|大股东|控股股东|东家|投资方|前身|竞争对手|对手|劲敌)$")
# What a sentence says of an organisation that the next may be about.
_ANOTHER_COMPANY = LazyPattern(
    r"一[家个所间支]|名为|名叫|叫做?|对手|竞争|竞品|投资|客户|收购|合作|公司|团队|机构|子|旗下|分拆|离开"
)
# 也就是LSTM。这篇论文…; RAG一词出自Lewis等人的论文，该文…
_PAPER_OF_IT = LazyPattern(
    r"(?:[）)”」]{0,2}(?:模型|算法|网络|方法)?|[^。；;，,]{0,30}(?:论文|文章))[。；;，,：:]\s?"
)
_IN_PAPERS = frozenset({"technique", "model"})
_LOOK_BACK = 3
_BULLETS = frozenset("·•▪◦●○■◆▶►")
_HEAD_OF_ARTICLE, _OFTEN = 3, 3


@dataclass(slots=True)
class BlockReading:
    """A block as it is read: normalised text and what was found in it, in block order."""

    block: Block
    text: Text
    low: str
    mentions: list[Mention]
    words: list[Word] = field(default_factory=list)
    dates: list[DateValue] = field(default_factory=list)
    sentences: list[tuple[int, int]] = field(default_factory=list)
    clause_starts: list[int] = field(default_factory=list)
    things: list[Mention] = field(default_factory=list)
    """The mentions that statements can be about (no terms, no nameless techniques)."""

    def local(self, spans: Iterable[tuple[int, int]]) -> list[tuple[int, int]]:
        """Spans of the block's own text as spans of the normalised one, which has fewer spaces."""
        if self.text is self.block.text:
            return list(spans)
        places = self.text.offsets
        sources = [self.block.text.span(a, b) for a, b in spans]
        return [(bisect_left(places, a), bisect_left(places, b)) for a, b in sources]

    @property
    def addresses(self) -> list[tuple[int, int]]:
        """Where bare addresses stand in the text."""
        return self.local(
            link.text_span
            for link in self.block.links
            if link.text_span and link.kind in ("bare", "autolink")
        )


class Context:
    """The topics and dates of a document, asked for by place."""

    def __init__(self, readings: Sequence[BlockReading], article: DateInterval | None) -> None:
        self._readings = readings
        self._of_block = {r.block.ordinal: r for r in readings}
        self.article = article
        self._heading_dates: dict[int, DateInterval | None] = {}

    # Subjects

    def topic(
        self,
        reading: BlockReading,
        position: int,
        types: frozenset[str],
        pronoun: str = "",
        *,
        strict: bool = False,
        knows: Callable[[Mention], bool] | None = None,
    ) -> Mention | None:
        """What an empty subject or a pronoun at ``position`` stands for; None where nothing fits or two things do."""
        if "paper" in types and pronoun.endswith(("论文", "该文", "此文")):
            paper = self._resolved(reading, position, types, pronoun, strict=strict, knows=knows)
            return paper or self._presented_in_paper(reading, position, types)
        return self._resolved(reading, position, types, pronoun, strict=strict, knows=knows)

    def _presented_in_paper(
        self, reading: BlockReading, position: int, types: frozenset[str]
    ) -> Mention | None:
        """The one thing named since the sentence before, with whose name or whose paper that ends."""
        starts = [a for a, _ in reading.sentences if a <= position][-2:]
        named = [m for m in reading.things if starts and starts[0] <= m.start < position and not m.opaque]
        about = [m for m in named if m.of_types(types & _IN_PAPERS)]
        if not about or any(m.entity_ids != about[0].entity_ids for m in about):
            return None
        return about[-1] if _PAPER_OF_IT.fullmatch(reading.text.text, about[-1].end, position) else None

    def _resolved(
        self,
        reading: BlockReading,
        position: int,
        types: frozenset[str],
        pronoun: str = "",
        *,
        strict: bool = False,
        knows: Callable[[Mention], bool] | None = None,
    ) -> Mention | None:
        types = _narrowed(types, pronoun)
        if not types:
            return None
        if not pronoun and types <= PERSON_TYPES and _of_others(reading, position):
            return None
        if strict and not pronoun:
            return self._alone_in_sentence(reading, types, position)
        if pronoun in ("他", "她") and self._several_people(reading, position):
            return None
        if strict and pronoun == "其" and self._several_organisations(reading, position):
            return None
        if strict and pronoun == "该公司" and (led := self._of_two_led(reading, position)) is not None:
            return led if led.of_types(types) else None
        opening = max((a for a, _ in reading.sentences if a <= position), default=0)
        if not pronoun and types <= AGENT_TYPES and _TURNS_TO.match(reading.text.text, opening):
            return None  # 软银当年买入Arm…。倒是收购Mellanox…
        if not pronoun and (_titled_unknown(reading, position) or _of_another_edition(reading, position)):
            return None
        if types <= _OCCASION_TYPES and _another_law(reading, position):
            return None
        if pronoun in ("前者", "后者"):
            return self._one_of_two(reading, position, types, first=pronoun == "前者")
        if (
            pronoun == "它"
            and types & ORGANISATION_TYPES
            and not any(
                opening <= m.start < position and m.of_types(THING_TYPES & types) for m in reading.things
            )
        ):
            spoken = _pronoun_at(reading, opening)
            if spoken.startswith("这家") or spoken in ("该公司", "该企业"):
                return self.topic(reading, opening, types, spoken, knows=knows)  # 这家公司…，丰田收购了它
        if pronoun == "公司" and (told := _spoken_company(reading, opening, position)) is not None:
            return self._resolved(
                reading, told, types, "该公司", knows=knows
            )  # Meta买下该公司49%的股权，公司则…
        if pronoun in ("公司", "该公司") and (maker := _company_in_sentence(reading, opening, position)):
            return maker if maker.of_types(types) else None  # Cursor由Anysphere开发，…，公司2022年成立
        found = self._before(reading, position, types, strict, pronoun, knows)
        if found is _STRANGER:
            return None
        if reading.block.kind == "front_matter":  # each line is a field of its own
            near = found is not None and "\n" not in reading.text.text[found.end : position]
            return found if near and found is not _CONFLICT else None
        lead = self.lead(reading, types)
        if (
            lead is not None
            and lead.end <= position
            and (
                pronoun == "公司"  # of an entry about a company, whatever other company is named in it
                or found is None
                or found is _CONFLICT
                or (not found.start <= lead.start and not self._leads_clause(reading, found))
                or (
                    lead.of_types(THING_TYPES & types)
                    and (not found.of_types(THING_TYPES) or found.of_types(_TECHNIQUES))
                )
            )
        ):
            return lead
        sentence = max((a for a, _ in reading.sentences if a <= position), default=0)
        if (
            lead is not None
            and not pronoun
            and found is not None
            and found is not _CONFLICT
            and lead.end <= found.start < sentence
            and found.entity_ids != lead.entity_ids
            and types & THING_TYPES
        ):
            return lead  # Mistral 7B：…，但Zephyr拿它做底座。2023年9月放出: of the entry
        if found is not None and found.start >= sentence and not pronoun and _adopted(reading, found):
            above = self._around(
                reading, types, position
            )  # 采用GAN架构，由…推出: of what the section is about
            return above or (None if found.of_types(_TECHNIQUES) else found)
        if found is not None:
            return found if found is not _CONFLICT else None
        if pronoun and types <= _OCCASION_TYPES:
            laws = [m for m in reading.mentions if m.end <= position and m.of_types(types) and not m.opaque]
            if laws and all(m.entity_ids == laws[0].entity_ids for m in laws):
                return laws[-1]  # the one law of the paragraph, however far back
        above = self._around(reading, types, position)
        return above or (self._portrayed if pronoun in ("他", "她") else None)

    @cached_property
    def _portrayed(self) -> Mention | None:
        """The person whom a portrait is about: named at its head, and far more often than anyone else."""
        named = [(r, m) for r in self._readings for m in r.things if m.of_types(PERSON_TYPES)]
        counts: dict[tuple[str, ...], int] = {}
        for _, mention in named:
            ids = mention.of_types(PERSON_TYPES)
            counts[ids] = counts.get(ids, 0) + 1
        ranked = sorted(counts.items(), key=lambda pair: -pair[1])
        if not ranked or ranked[0][1] < _OFTEN or (len(ranked) > 1 and ranked[1][1] * 2 > ranked[0][1]):
            return None
        head = self._readings[:_HEAD_OF_ARTICLE]
        return next(
            (m for r, m in named if m.of_types(PERSON_TYPES) == ranked[0][0] and any(r is h for h in head)),
            None,
        )

    def _several_people(self, reading: BlockReading, position: int) -> bool:
        """Whether 他 may mean one of several people: more than one is named before, none of them alone in the sentence."""
        before = [m for m in reading.things if m.end <= position and m.of_types(PERSON_TYPES)]
        start = max((a for a, _ in reading.sentences if a <= position), default=0)
        own = {m.entity_ids for m in before if m.start >= start}
        return len({m.entity_ids for m in before}) > 1 and len(own) != 1

    def _of_two_led(self, reading: BlockReading, position: int) -> Mention | None:
        """Of different companies that lead clauses of the sentence before, the one that was spoken of already (…软银买下
        Arm。此后Arm上市，软银保留九成股份。该公司…): _CONFLICT where none was, None where only one leads."""
        before = [(a, b) for a, b in reading.sentences if b <= position][-1:]
        start, end = before[0] if before else (0, 0)
        leading = [
            m
            for m in reading.things
            if start <= m.start < end and m.of_types(ORGANISATION_TYPES) and self._leads_clause(reading, m)
        ]
        if all(m.entity_ids == leading[0].entity_ids for m in leading):
            return None
        earlier = {m.entity_ids for m in reading.things if m.start < start}
        return leading[0] if leading[0].entity_ids in earlier and not leading[0].opaque else _CONFLICT

    def _several_organisations(self, reading: BlockReading, position: int) -> bool:
        """Whether 其 may be the one or the other organisation of the clauses before it in its sentence."""
        start = max((a for a, _ in reading.sentences if a <= position), default=0)
        named = {
            m.entity_ids
            for m in reading.things
            if start <= m.start < position and m.of_types(ORGANISATION_TYPES)
        }
        return len(named) > 1

    def _alone_in_sentence(
        self, reading: BlockReading, types: frozenset[str], position: int
    ) -> Mention | None:
        """For what is easily misassigned: the only candidate of the sentence, else what the entry or section is about."""
        start, end = next(
            ((a, b) for a, b in reading.sentences if a <= position < b), (0, len(reading.text.text))
        )
        if types <= PERSON_TYPES:
            return self.one_person(reading, types, position) or self._around(reading, types, position)
        here = [
            m
            for m in reading.things
            if start <= m.start < min(end, position)
            and m.of_types(types | ORGANISATION_TYPES)
            and not _TITLE_OF.match(reading.text.text, m.end)  # 由一批OpenAI前员工创立，首席执行官…
        ]
        if here and _leads(reading, start, here[0]):
            here = [here[0], *(m for m in here[1:] if not _come_from(reading.text.text, start, m))]
        lead = self.lead(reading, types)
        if here and lead is not None and all(_oblique(reading, m) for m in here):
            return lead  # **Mobileye。** 2017年由英特尔买下，创始人…
        if here:
            distinct = {m.entity_ids for m in here}
            return (
                here[0]
                if len(distinct) == 1 and here[0].end <= position and here[0].of_types(types)
                else None
            )
        before = [m for m in reading.things if m.end <= position and m.of_types(ORGANISATION_TYPES)]
        if lead is None and before:
            # of whom the sentences before spoke, or of someone unknown
            return self._only_organisation(reading, before, types, position)
        return lead or self._around(reading, types, position)

    def _only_organisation(
        self, reading: BlockReading, before: Sequence[Mention], types: frozenset[str], position: int
    ) -> Mention | None:
        """Anthropic 2021年成立。首席执行官是…: the one organisation that is named so far, subject of the sentence before."""
        first = before[0]
        if sum(1 for a, _ in reading.sentences if first.start < a <= position) > 1:
            return None
        if any(m.entity_ids != first.entity_ids for m in before) or first.opaque or not first.of_types(types):
            return None
        start = max(a for a, _ in reading.sentences if a <= first.start)
        if not _leads(reading, start, first) or _begins_unknown(reading, position):
            return None
        text = reading.text.text
        return None if _ANOTHER_COMPANY.search(text, first.end, position) else first

    def one_person(self, reading: BlockReading, types: frozenset[str], position: int) -> Mention | None:
        """The person whom the sentence, or the one before it, speaks of and no other."""
        lead = self.lead(reading, types)
        starts = [a for a, _ in reading.sentences if a <= position][-2:]
        for start in reversed(starts):
            here = [m for m in reading.things if start <= m.start < position and m.of_types(types)]
            if not here and _SOMEONE_NEW.search(reading.text.text, start, position):
                return None  # 还有一位同名的…，先后任职于…
            if here:
                spoken = any(
                    w.text in ("他", "她") and start <= w.start < here[0].start for w in reading.words
                )
                if (
                    spoken
                    and not reading.text.text.endswith("的", 0, here[0].start)
                    and _IS_HE.search(reading.text.text, start, here[0].start) is None
                ):
                    return None  # 他…，跟着孙剑做研究。
                if len({m.entity_ids for m in here}) > 1:
                    return here[-1] if _is_described(reading, here[-1], position) else None
                aside = _oblique(reading, here[0]) or (
                    _owns(reading, here[0]) and not _OWN_LIFE.match(reading.text.text, here[0].end)
                )
                return None if aside else here[0]
            if lead is not None and lead.end <= position:
                return lead
        return None

    def lead(self, reading: BlockReading, types: frozenset[str]) -> Mention | None:
        """What an entry is about: the name that opens it in bold or before a colon."""
        first = reading.things[0] if reading.things else None
        if first is None or first.start > 2 or first.opaque or not first.of_types(types):
            return None
        text = reading.text.text
        also = _ALSO_CALLED.match(text, first.end)
        end = also.end() if also is not None else first.end
        end += text.startswith(("》", "”", "」"), end)
        bold = any(a <= first.start < b <= end + 8 for a, b in reading.local(reading.block.strong))
        named = text.startswith(("：", ":", "—", "–"), end) or (
            text.startswith(" -", end) and reading.block.kind == "list_item"
        )
        return first if named or bold else None

    def _leads_clause(self, reading: BlockReading, mention: Mention) -> bool:
        start = max((c for c in reading.clause_starts if c <= mention.start), default=0)
        return _leads(reading, start, mention)

    def _before(
        self,
        reading: BlockReading,
        position: int,
        types: frozenset[str],
        strict: bool,
        pronoun: str = "",
        knows: Callable[[Mention], bool] | None = None,
    ) -> Mention | None:
        """The nearest earlier clause of this block that names something of these types, at most three sentences back."""
        agents = types <= AGENT_TYPES
        fallback: Mention | None = None
        starts = [s for s, _ in reading.sentences if s <= position][-_LOOK_BACK:]
        if not starts:
            return None
        text = reading.text.text
        if any(
            text[s] in _BULLETS for s in starts
        ):  # an entry of pasted text does not go on with the one before
            starts = starts[max(i for i, s in enumerate(starts) if text[s] in _BULLETS) :]
        clauses = [c for c in reading.clause_starts if starts[0] <= c <= position]
        edges = [*clauses, position]
        for index in range(len(clauses) - 1, -1, -1):
            first, last = edges[index], edges[index + 1] if index + 1 < len(edges) else position
            if types & THING_TYPES and _presents_unknown(reading, first, min(last, position)):
                return _CONFLICT
            if types & THING_TYPES and not pronoun and _ORDINAL.match(text, first):
                return _CONFLICT  # 第四个冻结原权重，出自…: of something in a list
            spoken = _pronoun_at(reading, first) if first < position else ""
            if agents and not (
                spoken.startswith("这家") or spoken in ("该公司", "该机构", "该企业", "该厂商")
            ):
                spoken = ""
            if not spoken and agents and first < position and _THE_COMPANY.match(reading.text.text, first):
                spoken = "公司"
            if spoken and not _narrowed(types, spoken):
                spoken = ""  # 这家公司放出DeepSeek-V3，总参数…: of what the company does
            owned = any(m.start == first + len(spoken) for m in reading.things)  # 其Yi系列亮相
            if spoken and spoken != "这" and not owned:
                meant = self.topic(reading, first, types, spoken, knows=knows)
                if meant is not None:
                    return meant
                if spoken != "其":
                    return _CONFLICT
            named = [m for m in reading.things if first <= m.start < min(last, position)]
            spoken_of = bool(pronoun) and index == len(clauses) - 2  # 底层交给PyTorch，它…
            here = [
                m
                for m in named
                if not m.opaque
                and m.of_types(types)
                and ((spoken_of and not agents and not m.of_types(_TECHNIQUES)) or not _governed(reading, m))
            ]
            if agents:
                here = [
                    m
                    for m in here
                    if not _names_its_thing(reading, m)
                    and not _OWNER.search(text, max(0, m.start - 6), m.start)
                ]
            if types & THING_TYPES:
                here = [
                    m
                    for m in here
                    if not _acts(reading, m, here) and not _RIVAL.match(reading.text.text, m.end)
                ]
            elif types <= _OCCASION_TYPES:
                here = [m for m in here if not m.of_types(THING_TYPES)]  # 稀疏注意力DSA, not the law
            if types & _HARDWARE:
                # RTX 5090采用Blackwell架构，其显存为…: of the card
                devices = [m for m in here if not _NO_DEVICE.search(m.text)]
                here = devices or [m for m in here if not (pronoun and _governed(reading, m))]
            if knows is not None and not pronoun:
                here = [m for m in here if not m.of_types(_TECHNIQUES) or knows(m)]  # 混合专家架构，总参数…
            if spoken_of and any(not _governed(reading, m) for m in here):
                here = [
                    m for m in here if not _governed(reading, m)
                ]  # 用与Gopher相同的算力训练了Chinchilla。它…
            if (
                here
                and first > starts[-1]
                and all(_adopted(reading, m) and m.of_types(_TECHNIQUES) for m in here)
            ):
                continue  # 推出DeepSeek-V3，采用混合专家架构，总参数…
            if any(_leads(reading, first, m) for m in here):
                here = [m for m in here if _leads(reading, first, m) or not _owns(reading, m)]
            if "公司" in pronoun or "企业" in pronoun:
                here = [m for m in here if not m.text.endswith(_NO_COMPANY)]
            if not here and first >= starts[-1] and types & THING_TYPES and _begins_unknown(reading, first):
                return _STRANGER
            if (
                not here
                and pronoun.startswith(("该", "这", "此"))
                and index < len(clauses) - 1
                and _SOMETHING_NEW.search(reading.text.text, first, min(last, position))
                and any(
                    {"make", "release"} & w.classes
                    for w in reading.words
                    if first <= w.start < min(last, position)
                )
            ):
                return _CONFLICT  # 公布了一个翻译模型，该论文…: of something that is not known
            if (
                not here
                and agents
                and pronoun not in ("", "公司")
                and _names_unknown(reading, first, min(last, position))
            ):
                return _CONFLICT
            if not here:
                if named and first >= starts[-1] and not pronoun and not types & THING_TYPES:
                    return _CONFLICT  # 小冰公司前身为…，组建…; 历史比图灵奖久，诞生…: of something else in this sentence
                if (
                    any(m.opaque and (_leads(reading, first, m) or first >= starts[-1]) for m in named)
                    and not agents
                ):
                    return _CONFLICT  # something unknown has become the topic
                continue
            if agents and pronoun and _only_invests(reading, first, min(last, position), here):
                continue  # 光速创投领投，思科跟投。公司…
            distinct = {m.of_types(types) for m in here}
            bought = agents and pronoun not in ("", "公司") and len(distinct) > 1
            if bought and any("acquire" in w.classes and first <= w.start < last for w in reading.words):
                return _CONFLICT  # 谷歌收购了DeepMind。这家公司…
            leading = [
                m
                for m in here
                if _leads(reading, first, m)
                and (len(distinct) == 1 or reading.text.text[m.end : m.end + 1] != "的")
            ]
            if not leading and (presented := _presented(reading, here)) is not None:
                return presented
            said = [w for w in reading.words if here[0].end <= w.start < here[-1].start]
            if (
                not leading
                and not agents
                and not strict
                and _leads(reading, first, here[0])
                and _owns(reading, here[0])
                and any("copula" in w.classes for w in said)
                and not any({"make", "release"} & w.classes for w in said)
            ):
                return here[0]  # vLLM的看家本领是PagedAttention：…
            near = bool(pronoun) and not agents and len(distinct) == 1 and index == len(clauses) - 2
            if near and not leading and knows is not None and not here[0].of_types(_TECHNIQUES):
                return here[0] if knows(here[0]) else _CONFLICT  # 物理仿真用MuJoCo，它…
            if agents and not leading:
                if pronoun not in ("", "公司") and _names_unknown(reading, first, min(last, position)):
                    return _CONFLICT
                near_by = index == len(clauses) - 2 or _founded_here(reading, here[0])
                if pronoun not in ("", "公司") and len(distinct) == 1 and near_by:
                    return here[0]  # Kimi由月之暗面推出，该公司…
                if pronoun == "公司" and len(distinct) == 1 and _founded_here(reading, here[0]):
                    return here[0]  # 李彦宏与徐勇创立百度，公司…
                continue  # an organisation in passing is not what the passage is about
            if not leading and not self._introduces(reading, first, here[0], named):
                fallback = fallback or (here[0] if len(distinct) == 1 else _CONFLICT)
                continue  # the object of a clause without a subject: the topic is older
            if agents and pronoun not in ("", "公司") and _joined_to_another(reading, here[0], named):
                return _CONFLICT  # OpenAI与谷歌也宣布支持。该公司…
            if len(distinct) == 1:
                return here[0]
            return leading[0] if leading and not strict else _CONFLICT
        return fallback

    def _introduces(self, reading: BlockReading, first: int, mention: Mention, named: list[Mention]) -> bool:
        """Whether a clause presents its object as what follows is about: someone makes or releases it."""
        if any(_leads(reading, first, m) for m in named):
            return True
        before = [w for w in reading.words if first <= w.start < mention.start]
        if before and before[0].start == first and "other_subject" in before[0].classes:
            return False  # 背后是OpenAI的Codex: what stands behind the topic is not the topic
        if (
            before
            and before[0].start == first
            and "copula" in before[0].classes
            and mention.of_types(_TECHNIQUES)
        ):
            return False  # 是一个MoE模型，…: what is said of the topic
        return any({"make", "release", "copula", "such_as"} & w.classes for w in before)

    def _around(self, reading: BlockReading, types: frozenset[str], position: int) -> Mention | None:
        """The subject that the parent item or the heading gives."""
        label = _LABEL.match(reading.text.text)
        if label is not None and label.end() <= position and not types & THING_TYPES:
            return None  # 超级计算机：Colossus，位于孟菲斯: said of the value of the field
        return self.of_headings(reading.block, types)

    def of_headings(self, block: Block, types: frozenset[str]) -> Mention | None:
        """The one entity of these types that the parent item or the headings above a block name."""
        if block.parent is not None:
            parent = self._of_block.get(block.parent)
            found = _only(parent, types) if parent else None
            if found is not None:
                return found
        for heading in reversed(block.headings[-2:]):
            above = self._of_block.get(heading)
            if above is None:
                continue
            found = _only(above, types)
            if found is not None:
                return found
            if any(m.of_types(types) for m in above.things):
                return None
        return None

    def text_of(self, ordinal: int) -> str:
        """The text of a block, empty if it is none that is read."""
        reading = self._of_block.get(ordinal)
        return reading.text.text if reading is not None else ""

    def _one_of_two(
        self, reading: BlockReading, position: int, types: frozenset[str], *, first: bool
    ) -> Mention | None:
        spoken = [w.start for w in reading.words if w.text in ("前者", "后者")]
        position = min([position, *spoken])  # the pair is named before either is spoken of
        start = max((a for a, _ in reading.sentences if a <= position), default=0)
        if _unnamed_base(reading, start, position):
            return None
        own = {
            m.of_types(types): m
            for m in reading.things
            if start <= m.start and m.end <= position and m.of_types(types)
        }
        if len(own) == 2 and types <= ORGANISATION_TYPES:
            return list(own.values())[0 if first else 1]  # 英伟达宣布入股英特尔，后者的首席执行官…
        joined = [
            (a, b)
            for a, b in pairwise(m for m in reading.things if m.end <= position)
            if reading.text.text[a.end : b.start] in ("和", "与", "跟", "、", "及")
        ]
        if joined and _pair_begun(reading, start, position) and joined[-1][1].start < start:
            # R1建立在V3的基座之上，后者…; but 小度源自度秘，后者…: of names that are not known
            meant = list(own.values())[0 if first else 1] if len(own) == 2 else None
            return meant if meant is not None and not meant.opaque else None
        if joined:
            meant = joined[-1][0 if first else 1]
            return meant if meant.of_types(types) and not meant.opaque else None
        pair: list[Mention] = []
        for mention in reading.things:
            if (
                mention.end <= position
                and mention.of_types(types)
                and mention.entity_ids not in [m.entity_ids for m in pair]
            ):
                pair.append(mention)
        if (
            len(pair) > 2 and types & ORGANISATION_TYPES
        ):  # 元象扎根深圳…；阶跃星辰落户上海，掌门人姜大昕曾在微软…
            pair = [m for m in pair if m.of_types(ORGANISATION_TYPES) and self._leads_clause(reading, m)][-2:]
        if len(pair) >= 2:
            if _pair_begun(reading, start, position) and not any(
                start <= m.start < position for m in reading.mentions
            ):
                return None
            meant = pair[-2] if first else pair[-1]
            return None if meant.opaque else meant  # 被Llama3-V抄袭，后者…: of something that is not known
        last = [m for m in reading.things if start <= m.start and m.end <= position][-1:]
        known = last and last == pair and not last[0].opaque
        return last[0] if known and not first else None  # R1已上架Hugging Face，后者…

    def both(self, reading: BlockReading, place: int, types: frozenset[str]) -> Sequence[Mention]:
        """The two things that 两者 means: those of the sentence before, or of two before, where just two are named."""
        starts = [a for a, _ in reading.sentences if a <= place]
        for start in reversed(starts[-3:-1]):
            here = [m for m in reading.things if start <= m.start and m.end <= place and m.of_types(types)]
            named = {(m.entity_ids, m.variant): m for m in here}
            if len(named) > 1:
                clear = len(named) == 2 and not any(m.opaque for m in here)
                return list(named.values()) if clear else ()
        return ()

    # Dates

    def heading_date(self, block: Block) -> DateInterval | None:
        """The date that the headings (and parent items) above a block give it."""
        key = block.ordinal
        if key not in self._heading_dates:
            self._heading_dates[key] = self._compute_heading_date(block)
        return self._heading_dates[key]

    def entry_date(self, block: Block) -> DateInterval | None:
        """The date under which a chronicle enters a block: that of its parent item, or of a heading that is one."""
        if block.parent is not None:
            parent = self._of_block.get(block.parent) if block.kind == "list_item" else None
            opened = parent is not None and bool(parent.dates) and parent.dates[0].start <= 2
            return parent.dates[0].interval if parent is not None and opened else None
        if block.kind not in ("list_item", "paragraph") or not block.headings:
            return None
        heading = self._of_block.get(block.headings[-1])
        if heading is None or len(heading.dates) != 1 or heading.dates[0].start > 2:
            return None
        if _DATED_HEADING.fullmatch(heading.text.text, heading.dates[0].end) is None:
            return None
        date = self.heading_date(block)
        fine = date is not None and (block.kind == "list_item" or date.precision != "year")
        return date if fine else None

    def _compute_heading_date(self, block: Block) -> DateInterval | None:
        anchor: DateInterval | None = None
        for ordinal in block.headings:
            above = self._of_block.get(ordinal)
            for value in above.dates if above else []:
                interval = resolve(value, anchor, None)
                if interval is not None and value.kind != "range":
                    anchor = interval
                    break
        if block.parent is not None:
            parent = self._of_block.get(block.parent)
            if parent is not None:
                base = self.heading_date(parent.block) or anchor
                dates = [d for d in parent.dates if d.start <= 1]
                interval = resolve(dates[0], base, None) if dates else None
                anchor = interval or base
        return anchor


_DATED_HEADING = LazyPattern(r"\s*(?:$|[：:—–·|丨\-].*)", re.S)


class CellContext(Context):
    """The surroundings of one cell of a table: what its row is about, and the date of the row or of the headings above."""

    def __init__(
        self, reading: BlockReading, around: Context, subject: Mention | None, date: DateInterval | None
    ) -> None:
        super().__init__([reading], around.article)
        self._row_date = date
        self._above = date or around.heading_date(reading.block)
        self._subject = (
            Mention(0, 0, subject.text, subject.targets, subject.variant) if subject is not None else None
        )

    def lead(self, reading: BlockReading, types: frozenset[str]) -> Mention | None:
        """What the row is about."""
        return self._subject if self._subject is not None and self._subject.of_types(types) else None

    def topic(
        self,
        reading: BlockReading,
        position: int,
        types: frozenset[str],
        pronoun: str = "",
        *,
        strict: bool = False,
        knows: Callable[[Mention], bool] | None = None,
    ) -> Mention | None:
        """What a row is about is what its cells speak of."""
        lead = self.lead(reading, types) if not pronoun and not strict else None
        return lead or super().topic(reading, position, types, pronoun, strict=strict, knows=knows)

    def heading_date(self, block: Block) -> DateInterval | None:
        """The date that the row gives, else the headings above the table."""
        return self._above

    def entry_date(self, block: Block) -> DateInterval | None:
        """The date of the row."""
        return self._row_date

    def _around(self, reading: BlockReading, types: frozenset[str], position: int) -> Mention | None:
        return None  # a row is about its own thing, or about something that is not known


_EDITION = LazyPattern(
    r"(?:(?:第[一二三四五六七八九十]代|[初一二三四五]代|[新上下前后]一代|前代|升级版|新版|旧版|基础版|标准版|高配版|[另前后]一款)(?!的)"
    r"|(?:[一二两三四五六七八九十几半\d]{1,3}个?[年月天周]后的?)?[vV]?\d+\.\d+ ?版(?!本?的))"
)


def _of_another_edition(reading: BlockReading, position: int) -> bool:
    """“MTIA采用7纳米工艺；第二代2024年公布，改用5纳米”: the clauses behind speak of the edition, not of what was named before."""
    sentence = max((a for a, _ in reading.sentences if a <= position), default=0)
    for start in reversed([c for c in reading.clause_starts if sentence <= c <= position]):
        if any(start <= m.start < position for m in reading.things):
            return False
        if _EDITION.match(reading.text.text, start):
            return True
    return False


_HARDWARE = frozenset({"hardware"})
_NO_DEVICE = LazyPattern(r"架构$|architecture$|^NVLink|^NVSwitch|Cores?$|核心$")
_PRESENTED = LazyPattern(
    r"(?:推出|发布|放出|拿出|开源|公布|上线|打造|开发)了?(?:[^，,。；;：:A-Za-z]{0,8}|[^，,。；;：:]{0,30}?的 ?)"
    r"(?P<name>[A-Z][A-Za-z0-9.\-]+)"
)


_PRESENTED_KIND = LazyPattern(
    r"(?:推出|发布|放出|拿出|开源|公布|上线|打造|开发|带来|训练)了?(?:[^，,。；;：:]{0,10}?(?:\d[\d.]*\s?[BMbm]|[亿万]参数)的?"
    r"|[^，,。；;：:]{0,6}?(?:一[款个套]|首[款个]|新一代|新|另一[款个]|自研的?|自家的?))"
    r"[^，,。；;：:]{0,8}?(?:模型|芯片|显卡|框架|数据集|工具|产品|机器人|助手|平台|版本)(?=[，,。；;]|$)"
)
_LATIN = LazyPattern(
    r"[\s“”*`]*(?:[^，,。；;的A-Za-z]{1,6}的\s?)?(?P<name>[A-Za-z](?:\d|[A-Za-z0-9.\-]{2,}))(?= ?[(\u4e00-\u9fff])"
)


_LATER_VERSION = LazyPattern(r"(?:后来|之后|随后|此后|最新|接着|更新)的\s?[vV]?\d+(?:\.\d+)+(?![\d%亿万])")


def _begins_unknown(reading: BlockReading, start: int) -> bool:
    """Whether a clause begins with a Latin name that is not known: it is what the sentence speaks of."""
    if _LATER_VERSION.match(reading.text.text, start):
        return True
    owner = next((m for m in reading.things if m.start == start and m.of_types(ORGANISATION_TYPES)), None)
    if owner is not None and reading.text.text.startswith("的", owner.end):
        start = owner.end + 1
    found = _LATIN.match(reading.text.text, start)
    if found is None or (found["name"].isalpha() and found["name"].islower()):
        return False  # “schnell最宽松” is of an edition
    known = (
        reading.mentions if owner is None else reading.things
    )  # Groq的LPU is another thing, by a word for its kind
    return not any(m.start < found.end("name") and found.start("name") < m.end for m in known)


_THE_COMPANY = LazyPattern(r"公司(?!的|[\u4e00-\u9fff]{0,4}(?:创始人|CEO|高管|员工|董事))")
_CAPITALISED = LazyPattern(
    r"(?<![A-Za-z0-9])(?!(?:C[A-Z]O|IPO|API|GPU|CPU|App|AGI|LLM|PhD|SDK)(?![A-Za-z0-9]))[A-Z][A-Za-z0-9]{2,}"
)


def _names_unknown(reading: BlockReading, start: int, end: int) -> bool:
    """Whether a clause has a Latin name that is not known, which a following 该公司 may mean."""
    return any(
        not any(m.start < found.end() and found.start() < m.end for m in reading.mentions)
        for found in _CAPITALISED.finditer(reading.text.text, start, end)
    )


def _presents_unknown(reading: BlockReading, start: int, end: int) -> bool:
    """Whether a clause presents something that is not known, of which the next clauses will speak."""
    text = reading.text.text
    kind = _PRESENTED_KIND.search(text, start, end)
    if kind and not any(kind.start() <= m.start < kind.end() for m in reading.things):
        return True  # Mistral放出7B模型，采用…
    return any(
        not any(m.start < found.end("name") and found.start("name") < m.end for m in reading.mentions)
        for found in _PRESENTED.finditer(text, start, end)
    )


_RIVAL = LazyPattern(r"的[^，,。；;的]{0,6}(?:替代品|替代者|平替|竞品|竞争对手|对手|竞争者|挑战者)")
_LAW = LazyPattern(r"《[^《》]{2,30}(?:法|法案|条例|办法|规定|宣言|公约|框架|法规)》")


def _another_law(reading: BlockReading, position: int) -> bool:
    """Whether the last law that was named before is one that is not known: what follows is told of it."""
    laws = list(_LAW.finditer(reading.text.text, 0, position))
    if not laws:
        return False
    known = any(
        m.start < laws[-1].end() and laws[-1].start() < m.end and m.of_types(_OCCASION_TYPES)
        for m in reading.mentions
    )
    return not known and not any(
        laws[-1].end() <= m.start < position and m.of_types(_OCCASION_TYPES) for m in reading.mentions
    )


def _titled_unknown(reading: BlockReading, position: int) -> bool:
    """Whether an entry opens with a title in English that is not known: what follows is told of it."""
    found = _TITLE_OF_ENTRY.match(reading.text.text)
    if found is None or reading.block.kind != "list_item" or found.end() > position:
        return False
    return not any(m.start < found.end() and found.start("title") < m.end for m in reading.mentions)


_IS_HE = LazyPattern(r"[他她](?:就|便|正|也)?是[^，,。；;]{1,30}$")  # 他是深度求索的创始人梁文锋，…
_SOMEONE_NEW = LazyPattern(r"[一另](?:位|名)[^，,。；;]{2,16}[，,]")
_TITLE_OF_ENTRY = LazyPattern(
    r"\W{0,3}(?:\d+[.、]\s*)?(?P<title>[A-Z][A-Za-z0-9\-]*(?:[ :][A-Za-z0-9\-]+){3,})"
)


def _unnamed_base(reading: BlockReading, start: int, end: int) -> bool:
    """Whether the sentence names something by a code that is not known: R1建立在V3之上，后者…"""
    return any(
        not any(m.start < found.end() and found.start() < m.end for m in reading.mentions)
        for found in _CODE_NAME.finditer(reading.text.text, start, end)
    )


_CODE_NAME = LazyPattern(r"(?<![A-Za-z0-9.\-])[A-Z][A-Za-z]{0,3}-?\d+(?:\.\d+)?(?![A-Za-z0-9])")
_ALSO_CALLED = LazyPattern(r"\s?\([^()]{1,40}\)")
_LABEL = LazyPattern(r"[^，,。；;：:]{2,12}[：:][^，,。；;]*[，,]")
_NO_COMPANY = ("大学", "学院", "实验室", "研究院", "研究所", "基金会", "学会", "University")
_CONFLICT = Mention(-1, -1, "", ())
_STRANGER = Mention(-2, -2, "", ())  # something that is not known, whatever the entry is about


def _pronoun_at(reading: BlockReading, place: int) -> str:
    """The pronoun that opens the clause at ``place``, empty if none does."""
    for word in reading.words:
        if word.start == place:
            return word.text if {"topic_pronoun", "agent_pronoun"} & word.classes else ""
    return ""


_ORGANISATION_NOUNS = (
    "公司", "机构", "企业", "实验室", "团队", "校", "大学", "院", "所", "组织", "集团", "厂商", "巨头", "独角兽", "创企", "startup",
)  # fmt: skip


_DESCRIBES = LazyPattern(r"[^，,。；;]{1,10}的")
# What a thing is called when it is spoken of again; a model is also a product or a technique to many a writer.
_KINDS_OF_NOUNS = (
    (("芯片", "显卡", "处理器", "加速器", "加速卡"), frozenset({"hardware"})),
    (("数据集", "语料库", "数据库", "图库", "题库", "基准"), frozenset({"dataset", "benchmark"})),
    (("模型", "网络"), frozenset({"model", "technique", "product", "paper"})),
    (("方法", "算法", "技术", "机制"), frozenset({"technique", "model", "paper", "framework", "product"})),
    (("框架", "工具", "软件", "引擎", "库"), frozenset({"framework", "product", "api", "technique"})),
)


def _narrowed(types: frozenset[str], pronoun: str) -> frozenset[str]:
    """A pronoun names its kind: 该模型 is a model, 她 a person."""
    if not pronoun or pronoun in ("它", "其", "这", "前者", "后者", "它们"):
        return types
    if pronoun in ("他", "她"):
        return types & PERSON_TYPES
    if any(k in pronoun for k in _ORGANISATION_NOUNS):
        return types & ORGANISATION_TYPES
    if (
        any(
            k in pronoun
            for k in (
                "活动",
                "会议",
                "大会",
                "赛事",
                "法",
                "法案",
                "政策",
                "办法",
                "文件",
                "令",
                "条例",
                "规定",
                "法律",
                "法规",
            )
        )
        and "方法" not in pronoun
        and "算法" not in pronoun
    ):
        return types & _OCCASION_TYPES
    if pronoun.endswith("报告"):
        return types & (_PAPER_TYPES | {"event"})  # 莱特希尔报告 is an event as well
    if pronoun.endswith(("论文", "该文", "此文", "书")):
        return types & _PAPER_TYPES
    kinds = next((k for nouns, k in _KINDS_OF_NOUNS if pronoun.endswith(nouns)), THING_TYPES)
    return types & kinds


def _only_invests(reading: BlockReading, first: int, last: int, here: Sequence[Mention]) -> bool:
    """Whether a clause only tells who put money into what is spoken of."""
    return any(
        {"lead_round", "invest"} & w.classes
        and first <= w.start < last
        and all(m.end <= w.start for m in here)
        for w in reading.words
    )


def _names_its_thing(reading: BlockReading, mention: Mention) -> bool:
    """Whether an organisation's name only goes before that of what it makes: 华为麒麟970便用上了…"""
    return bool(mention.of_types(ORGANISATION_TYPES)) and any(
        m.start == mention.end and not m.of_types(ORGANISATION_TYPES | PERSON_TYPES) for m in reading.things
    )


def _acts(reading: BlockReading, mention: Mention, here: Sequence[Mention]) -> bool:
    """Whether a name that an organisation and its product share is the maker's here: DeepSeek放出DeepSeek-R1。"""
    return bool(mention.of_types(ORGANISATION_TYPES)) and any(
        mention.end <= w.start < m.start and {"make", "release", "open"} & w.classes
        for m in here
        if m.start > mention.end and not m.of_types(ORGANISATION_TYPES)
        for w in reading.words
    )


def _founded_here(reading: BlockReading, mention: Mention) -> bool:
    """Whether a name stands right behind the verb that founds it: 同白俊杰等人创办Lepton AI，…"""
    return any(0 <= mention.start - w.end <= 1 and {"foundrel", "found"} & w.classes for w in reading.words)


def _presented(reading: BlockReading, here: Sequence[Mention]) -> Mention | None:
    """What a clause presents at its end: 卷积网络的雏形是Neocognitron，…; 最常被引用的案例是MosaicML。"""
    last = here[-1]
    if reading.text.text[last.end : last.end + 1] not in _CLAUSE_END or last.of_types(_TECHNIQUES):
        return None
    return last if any(w.end == last.start and "copula" in w.classes for w in reading.words) else None


_PREPOSITION = LazyPattern(
    r"(?:向|对|与|给|为|在|被|于|比|像|从|据|受|针对|面向|依托|对标|取代|替代|挑战|超越|移交|交给|交由|搬到|迁到|移植到|接到)$"
)


_AFTER_IT = LazyPattern(r"继[^，,。；;]{0,12}$")


def _governed(reading: BlockReading, mention: Mention) -> bool:
    """Whether a name is only the object of a preposition (首款芯片为B200，… is a copula: nothing follows the name)."""
    text = reading.text.text
    if _AFTER_IT.search(text, max(0, mention.start - 14), mention.start):
        return True  # 继2019年的GPT-2之后
    if (
        mention.of_types(ORGANISATION_TYPES)
        and _SOMEONES_OFFICE.match(text, mention.end)
        and _IS_OR_WAS.search(text, max(0, mention.start - 3), mention.start)
    ):
        return True  # 创始人闫俊杰是商汤科技前副总裁。这家公司…
    if mention.of_types(ORGANISATION_TYPES) and _BUYS.match(text, mention.end):
        return True  # 英特尔投资的SambaNova总部在…，由…创立
    found = _PREPOSITION.search(text, max(0, mention.start - 3), mention.start)
    return found is not None and not (found[0] == "为" and text[mention.end : mention.end + 1] in _CLAUSE_END)


_BUYS = LazyPattern(
    r"(?:[在于])?(?:(?:19|20)\d\d ?年(?:\d{1,2} ?月)?)?(?:投资|收购|买下|参股|控股|孵化|入股|并购)了?[^，,。；;]{0,4}的(?=[A-Z\u4e00-\u9fff])"
)
_IS_OR_WAS = LazyPattern(r"(?:[是任原前]|来自|出自|担任|出任)$")
_SOMEONES_OFFICE = LazyPattern(
    r"的?(?:前|原|时任|首任|首席|现任|副|全球|中国区?|高级|资深|联合|执行|技术|集团|AI|前任)*[^，,。；;、的]{0,4}?"
    r"(?:总裁|CEO|CTO|科学家|员工|教授|高管|负责人|总监|研究员|工程师|院长|创始人|经理|元老|主管|产品官|技术官|执行官|运营官|顾问)"
)


_CLAUSE_BREAK = LazyPattern(r"[，,；;]")
_OBLIQUE = LazyPattern(
    r"(?:[由被与和跟向对从为给像如比受随请拜任]|师从|追随|跟随|加[入盟]|入职|跳槽到|转投)$"
)


_COMING_FROM = LazyPattern(r"(?:来自|出自|出身于?|任职于|供职于|就职于|效力于|毕业于|就读于)[^，,。；;的]*$")


def _come_from(text: str, start: int, mention: Mention) -> bool:
    """Whether a name only tells where people come from: 三位创始人分别来自DeepMind和Meta，…"""
    return _COMING_FROM.search(text, max(start, mention.start - 40), mention.start) is not None


def _oblique(reading: BlockReading, mention: Mention) -> bool:
    """Whether a name stands behind a preposition: by whom, with whom."""
    return _OBLIQUE.search(reading.text.text, max(0, mention.start - 3), mention.start) is not None


_OWN_LIFE = LazyPattern(
    r"的(?:路[径线子数]|道路|之路|经历|履历|人生|故事|职业|简历|生涯|背景|出身|学术|求学|创业|名字|身份|轨迹|起点|早年|前半生|另一个身份|学历)"
)


def _is_described(reading: BlockReading, mention: Mention, position: int) -> bool:
    """Whether a name ends the clause before, at the end of a long attribute: 曾与苏茨克维共事的莱克，后来…"""
    text = reading.text.text
    same = [
        m
        for m in reading.things
        if m.entity_ids == mention.entity_ids and mention.start - 40 < m.start <= mention.start
    ]
    mention = same[0]  # 莱克（Jan Leike），
    end = next((p.end() for p in (_ALSO_CALLED.match(text, mention.end),) if p is not None), mention.end)
    ends = text.startswith(("，", ","), end) and not _CLAUSE_BREAK.search(text, end + 1, position)
    return ends and text.endswith("的", 0, mention.start)


_RELATIVE = LazyPattern(
    r"[他她其]的?(?:弟弟|妹妹|哥哥|姐姐|父亲|母亲|父母|妻子|丈夫|儿子|女儿|兄弟|堂兄|表兄|学生|导师|同事|搭档|室友)(?!是|为)"
    r"|(?<=[，,。；;])(?:弟弟|妹妹|哥哥|姐姐|兄长|父亲|母亲|父母|妻子|丈夫|儿子|女儿|堂兄|表兄|表弟)(?!是|为)"
)


def _spoken_company(reading: BlockReading, start: int, position: int) -> int | None:
    """Where the clause begins that speaks of 该公司 earlier in the sentence, None where none does."""
    said = [
        w.start for w in reading.words if start <= w.start < position and w.text in ("该公司", "这家公司")
    ]
    return max((c for c in reading.clause_starts if c <= said[0]), default=start) if said else None


def _company_in_sentence(reading: BlockReading, start: int, position: int) -> Mention | None:
    """The organisation that the sentence tells as a maker (由Anysphere开发) or whose founder it opens with."""
    text = reading.text.text
    makers = [
        m
        for m in reading.things
        if start <= m.start < position
        and m.of_types(ORGANISATION_TYPES)
        and text[max(0, m.start - 1) : m.start] == "由"
        and any("make_by" in w.classes and 0 <= w.start - m.end <= 6 for w in reading.words)
    ]
    opening = [
        m
        for m in reading.things
        if start <= m.start <= start + 4 and m.end <= position and m.of_types(ORGANISATION_TYPES)
    ]
    if not makers and opening and _TITLE_OF.match(text, opening[0].end):
        makers = opening  # 摩尔线程的创始人张建中曾任…，公司…
    return makers[0] if len(makers) == 1 and not makers[0].opaque else None


def _pair_begun(reading: BlockReading, start: int, position: int) -> bool:
    """Whether the sentence of 前者 or 后者 says something before it, and so names what it means."""
    return any(start < c <= position for c in reading.clause_starts)


_SOME_PEOPLE = LazyPattern(
    r"(?:几[位名个]|[两三四五六七八九十多数]\s?[位名人]|一[批群些]|部分|其[他余]|另[外一][^，,。；;]{0,3}?|若干)[^，,。；;]{0,10}?"
    r"(?:作者|成员|员工|研究员|研究人员|工程师|科学家|学者|同事|高管|创始人|合伙人|骨干|学生|校友|老将|元老|人才?)"
)


def _of_others(reading: BlockReading, position: int) -> bool:
    """Whether the sentence has turned to others than the one who is spoken of: to somebody near (他的弟弟也是研究者，曾在
    谷歌工作) or to people without a name (几位作者另立门户，成立…)."""
    text = reading.text.text
    start = max((a for a, _ in reading.sentences if a <= position), default=0)
    return (
        _RELATIVE.search(text, start, position) is not None
        or _SOME_PEOPLE.search(text, start, position) is not None
    )


def _adopted(reading: BlockReading, mention: Mention) -> bool:
    """Whether a name only tells what something uses or is built on: 采用GAN架构，…"""
    return any(w.end == mention.start and {"adopt", "based_on"} & w.classes for w in reading.words)


def _owns(reading: BlockReading, mention: Mention) -> bool:
    """Whether a name only tells whose something is: 清华的影子."""
    return reading.text.text[mention.end : mention.end + 1] == "的"


def _joined_to_another(reading: BlockReading, mention: Mention, named: Sequence[Mention]) -> bool:
    """Whether another organisation is named in one breath with this one."""
    text = reading.text.text
    return any(
        text[mention.end : m.start] in ("与", "和", "及", "跟", "、")
        for m in named
        if m.of_types(ORGANISATION_TYPES)
    )


# Relations to the date of the article; all others count from a date of the text.
_FROM_TODAY = frozenset({"去年", "今年", "前年", "本月", "上个月", "上月", "这个月", "这月"})
_SOMETHING_NEW = LazyPattern(r"[一两三几][个款种项套篇类]|新|[A-Z][A-Za-z]+")
_OF_SOMEONE = LazyPattern(r"[^，,。；;的]{1,10}的")
_CLAUSE_END = ("", "，", ",", "。", "；", ";", "！")
_VERBAL = frozenset(
    {"make", "make_by", "release", "with", "by", "from", "copula", "such_as", "acquire", "compare", "based_on", "tuned", "distil", "open", "negation", "join", "leave",
     "adopt", "found", "invest", "take_office", "leave_office", "foundrel"}
)  # fmt: skip
_OPENER = LazyPattern(
    r"[“”《》「」*\s]|其中|而|但是?|不过|同时|此外|另外|随后|后来|例如|比如|当然|于是|因此|所以|可是|然后|之后|接着|尤其是|特别是"
)


_TITLE_OF = LazyPattern(
    r"(?:的)?(?:前|原|现任|时任)?(?:联合|共同)?(?:创始人|创办人|首席\w{2,4}官|CEO|CTO|董事长|总裁|副总裁|高管|员工|研究员|工程师|科学家|教授)"
)
_LONGEST_PREFIX = 9
_THEN_SEEN = LazyPattern(
    r"(?:才|就|便|刚|正式|首次)?(?:上市|发布|推出|问世|亮相|开源|公布|面世|登场|开售|提出|发表|上线|诞生|放出)的\s?(?:新一代|旗舰|模型|新作|后继者)?"
)


def _leads(reading: BlockReading, clause_start: int, mention: Mention) -> bool:
    between = _OPENER.sub("", reading.text.text[clause_start : mention.start])
    following = reading.text.text[mention.end : mention.end + 16]
    if between.endswith("的") and following.startswith(("，", ",")):
        return True  # 阔别多年重返开源的OpenAI，…
    if (
        between.endswith("的")
        and not following.startswith("的")
        and _made_by_opening(reading, clause_start, mention)
    ):
        return True  # 韩旭创立的文远知行登陆纳斯达克
    if mention.of_types(ORGANISATION_TYPES) and _TITLE_OF.match(following):
        return False  # 美团联合创始人王慧文办光年之外
    if mention.of_types(ORGANISATION_TYPES) and between and _OF_SOMEONE.match(following):
        return False  # 接掌搜狗十余年的王小川，…
    if any(
        clause_start <= d.start
        and _OPENER.sub("", reading.text.text[clause_start : d.start]) == ""
        and _THEN_SEEN.fullmatch(reading.text.text, d.end, max(d.end, mention.start))
        for d in reading.dates
    ):
        return True  # 2025年1月底上市的RTX 5090…
    if len(between) <= _LONGEST_PREFIX and not any(
        clause_start <= w.start < mention.start and w.classes & _VERBAL for w in reading.words
    ):
        return not any(clause_start <= m.start < mention.start for m in reading.things)
    return not between or any(
        clause_start <= d.start
        and d.end <= mention.start
        and reading.text.text[d.end : mention.start] in ("", ",", "，", " ", "的")
        for d in reading.dates
    )


def _made_by_opening(reading: BlockReading, clause_start: int, mention: Mention) -> bool:
    """Whether a clause opens with who founded or made what the mention names."""
    opens = any(
        m.start <= clause_start + 1 and m.end < mention.start
        for m in reading.things
        if m.start >= clause_start
    )
    return opens and any(
        w.end == mention.start - 1 and {"foundrel", "make"} & w.classes
        for w in reading.words
        if w.start >= clause_start
    )


def _only(reading: BlockReading, types: frozenset[str]) -> Mention | None:
    """The one entity of these types that a heading or item names; its first words decide where there are several."""
    named = [m for m in reading.things if m.of_types(types) and not m.opaque]
    distinct = {m.of_types(types) for m in named}
    if len(distinct) > 1:
        text = reading.text.text
        part = _PART_OF_TITLE.match(text, named[0].end)
        opens = named[0].start <= 1 and part is not None and not _JOINED_NAMES.match(text, named[0].end)
        alone = part is not None and not any(m.start < part.end() for m in named[1:])
        return named[0] if opens and alone else None  # DeepMind大事记：从伦敦到谷歌
    return named[0] if distinct else None


_PART_OF_TITLE = LazyPattern(r"[^：:—|｜]*(?=[：:—|｜])")
_JOINED_NAMES = LazyPattern(r"\s*(?:[与和及、对×xX&/]|vs)", re.I)


def _year_uncertain(
    reading: BlockReading,
    value: DateValue,
    before: Sequence[DateValue],
    interval: DateInterval | None,
    context: Context,
    above: DateInterval | None,
) -> bool:
    """Whether a month without a year may be of another year than the one that it was read with: it stands in a
    sentence without a year, and the years of the passage and of the article differ."""
    if value.kind != "partial" or interval is None or above is not None:
        return False
    start = max((a for a, _ in sentences(reading.text.text) if a <= value.start), default=0)
    dated = [d for d in before if d.interval is not None and d.kind in ("absolute", "bare_year")]
    if any(d.start >= start for d in dated) or any(
        d.start >= start and d.kind == "relative" and d.interval is not None for d in before
    ):
        return False
    years = {d.interval.first.year for d in dated if d.interval is not None}
    if context.article is not None:
        years.add(context.article.first.year)
    return len(years) != 1 or interval.first.year not in years


_APPEARED = LazyPattern(
    r"(?:论文|模型)?(?:正式|首次)?(?:问世|发布|推出|提出|诞生|发表|上线|公布|面世|亮相|开源|成立|创立|创办|出现)(?:的|之)?(?:整整|大约|约|仅|不到|刚好)?\s?"
)


def _counted_from(reading: BlockReading, value: DateValue) -> Mention | None:
    """The thing from whose appearance a span (Transformer问世三年后) is counted: it is named right before."""
    if not value.amount:
        return None
    text = reading.text.text
    named = [m for m in reading.mentions if _APPEARED.fullmatch(text, m.end, max(m.end, value.start))]
    return named[0] if named else None


_SENTENCE_END = LazyPattern(r"[。！？；!?;\n]")
_VAGUE_TIME = LazyPattern(
    r"(?<![\d一二三四五六七八九十])(?:年底|年末|岁末|年初|年中|[春夏秋冬][天季]|开春|入[夏秋冬]|[上下]半年|[一二三四]季度)"
)


def read_dates(
    reading: BlockReading,
    context: Context,
    last: DateInterval | None,
    appeared: Callable[[Mention], DateInterval | None] = lambda mention: None,
) -> DateInterval | None:
    """Find and resolve the dates of a block, in order; returns the last one, the anchor of what follows.

    ``appeared``: when the thing or organisation that a mention names came into the world, None if that is not known.
    """
    text = reading.text.text
    if not any(c in text for c in "年月日号前后同次翌") and not any(map(str.isdigit, text)):
        return last
    above = context.heading_date(reading.block)
    anchor = above or last
    story = anchor  # what days and months are counted from: no date that only describes something
    resolved: list[DateValue] = []
    own = False
    for value in find_dates(text):
        if any(m.start < value.end and value.start < m.end for m in reading.mentions):
            continue
        current = story if value.kind == "partial" else anchor
        base = (
            current
            if (own or value.kind == "relative")
            else above or (current if value.kind != "partial" else None)
        )
        if (
            value.kind == "partial"
            and value.month is None
            and above is not None
            and above.precision == "month"
        ):
            base = above  # 23号 in a chronicle of one month, whatever other month was spoken of in passing
        origin = _counted_from(reading, value)
        if origin is not None:
            value = replace(value, start=origin.start)
            base = None if origin.opaque else appeared(origin)
        if value.part in ("天", "周") and (
            not resolved or _SENTENCE_END.search(text, resolved[-1].end, value.start)
        ):
            base = None  # 三天后: after a day that the same sentence names
        interval = resolve(value, base, context.article)
        if interval is None and value.kind == "partial":
            interval = resolve(value, story, context.article)
        counted = value.kind == "relative" and value.relation not in _FROM_TODAY and origin is None
        if counted and not own and above is None and reading.block.kind == "paragraph":
            interval = None  # 次年, of a year that an earlier paragraph spoke of
        if (
            counted
            and value.amount
            and resolved
            and sum(1 for _ in _SENTENCE_END.finditer(text, resolved[-1].end, value.start)) > 2
        ):
            interval = None  # two years after something that was spoken of since
        if counted and resolved and _VAGUE_TIME.search(text, resolved[-1].end, value.start):
            interval = None  # 9月…。年底…；次月: after a time that has no date of its own
        if _year_uncertain(reading, value, resolved, interval, context, above) or (
            value.relation in ("同日", "同一天", "当天", "当日")
            and text[value.start - 1 : value.start] == "的"
        ):
            interval = None  # whose year it is cannot be told; “发布的同一天” is not of what is released
        if interval is None:
            resolved.append(value)
            continue
        resolved.append(value.resolved(interval))
        if (
            value.kind in ("absolute", "bare_year", "partial", "relative")
            and interval.first.year == interval.last.year
            and text[value.start - 1 : value.start]
            not in ("到", "至")  # 提出到2030年的目标: looked forward to
        ):
            anchor, own = interval, True
            if _DESCRIBES.match(text, value.end) is None or text[value.start - 1 : value.start] not in "在于":
                story = interval
    reading.dates = resolved
    return anchor
