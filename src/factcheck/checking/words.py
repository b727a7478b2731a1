"""Claims whose value is a word: licences, openness, properties, categories, expansions, records."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import timedelta

from factcheck.checking import wording
from factcheck.checking.verdict import CONTRADICTED, OUTDATED, UNKNOWN_VERDICT, Verdict, supported
from factcheck.extraction.claims import Claim, EntityValue, TextValue, WordValue
from factcheck.extraction.superlatives import AMONG
from factcheck.folding import name_key
from factcheck.knowledge.index import Knowledge
from factcheck.knowledge.model import Entity, Fact
from factcheck.knowledge.values import DateInterval
from factcheck.language.lazy import LazyPattern

_PROPERTIES = ("architecture", "trained_with", "chip_architecture", "uses", "modality", "based_on")
# What else is so of a thing with a word: a decoder-only model reads in one direction, word by word.
_IMPLIED: dict[str, tuple[str, ...]] = {
    "decoder-only": ("unidirectional", "autoregressive", "causal-lm"),
    "encoder-only": ("bidirectional",),
    "dit": ("transformer", "diffusion"),
    "lstm": ("rnn",),
    "gru": ("rnn",),
    "rwkv": ("rnn",),
    "unet": ("cnn",),
    "mamba": ("ssm",),
    "hybrid-mamba-transformer": ("mamba", "ssm", "transformer"),
    "swin-transformer": ("transformer",),
}
# Types that a category word excludes; a type that is not listed is compatible with the word in the loose use of articles.
_EXCLUDED = {
    "large-language-model": frozenset(
        {"framework", "hardware", "dataset", "benchmark", "organization", "lab"}
    ),
    "framework": frozenset({"model", "dataset", "hardware", "benchmark", "organization", "lab"}),
    "dataset": frozenset({"model", "framework", "hardware", "organization"}),
    "benchmark": frozenset({"framework", "hardware"}),
    "chip": frozenset({"model", "framework", "dataset", "benchmark"}),
    "inference-engine": frozenset({"model", "dataset", "hardware", "benchmark"}),
    "library": frozenset({"model", "dataset", "hardware"}),
    "programming-language": frozenset({"model", "dataset", "hardware", "organization"}),
    "optimizer": frozenset({"framework", "dataset", "hardware", "organization"}),
    "chatbot": frozenset({"framework", "hardware", "dataset", "benchmark"}),
    "product": frozenset({"lab"}),
}
_ENDED = frozenset({"archived", "retired", "deprecated", "discontinued", "merged"})
_NO_SOFTWARE = frozenset({"technique"})
_FAMILY = LazyPattern(
    r"(?:GPL|BSD|APACHE|LGPL|AGPL)(?:风格|类|系)?的?(?:开源)?(?:许可证|许可|协议|授权|license|licence)?", re.I
)
_TYPE_ZH = {
    "framework": "框架", "hardware": "硬件", "dataset": "数据集", "benchmark": "评测基准", "model": "模型",
    "organization": "机构", "lab": "实验室", "technique": "技术", "product": "产品",
}  # fmt: skip


class WordJudge:
    """Compares word-valued claims."""

    def __init__(self, knowledge: Knowledge) -> None:
        self._knowledge = knowledge

    def licence(self, claim: Claim, entity: Entity) -> Verdict:
        """A licence: right if any recorded one (of the variant, of code or weights) is meant."""
        assert isinstance(claim.value, WordValue)
        facts = [f for f in entity.facts_of("licence") if f.value and f.status != "superseded"]
        if claim.variant:
            own = [f for f in facts if f.text("variant").lower() == claim.variant.lower()]
            facts = own or [f for f in facts if not f.text("variant")]
        part = claim.qualifiers.get("of")
        if part and not any(f.text("of") == part for f in facts):
            facts = [f for f in facts if not f.text("of")]  # 代码许可：GPL says nothing of the weights
        if not facts or not claim.value.key:
            return UNKNOWN_VERDICT
        values = {v for f in facts for v in f.value or ()}
        if claim.value.key in values or (
            claim.value.key.split("-")[0] in {v.split("-")[0] for v in values}
            and _FAMILY.fullmatch(claim.value.text)
        ):
            return supported(*facts)
        if any(v.endswith(f"-{claim.value.key}") for v in values):
            return UNKNOWN_VERDICT  # OpenRAIL-M for BigCode OpenRAIL-M
        if (
            "other" in values
            or claim.value.key == "other"
            or ("proprietary" in values and claim.value.key == "proprietary")
        ):
            return UNKNOWN_VERDICT
        text = {
            lang: ("／" if lang == "zh" else " / ").join(self._licence_name(v) for v in sorted(values))
            for lang in ("zh", "en")
        }
        return Verdict(CONTRADICTED, tuple(facts), text, wording.both("许可证", "licence"), subject=entity.id)

    def _licence_name(self, key: str) -> str:
        words = self._knowledge.vocabulary.words_of(key)
        return words[0] if words else key

    def openness(self, claim: Claim, entity: Entity) -> Verdict:
        """Open or closed, in the weak sense: weights or code for download count as open."""
        facts = [f for f in entity.facts_of("openness") if f.value]
        if not facts:
            return UNKNOWN_VERDICT
        values = {v for f in facts for v in f.value or ()}
        says = claim.qualifiers.get("says") or (claim.value.key if isinstance(claim.value, WordValue) else "")
        opened = bool(values & {"open-source", "open-weights", "research-only"}) or bool(
            entity.facts_of("licence") and values != {"closed"}
        )
        if says == "open" and values == {"closed"}:
            return Verdict(
                CONTRADICTED,
                tuple(facts),
                wording.both("从未开放权重或源代码", "never opened"),
                wording.both("开放程度", "openness"),
                subject=entity.id,
            )
        if says == "closed" and opened and "closed" not in values:
            word = wording.both("已开源或开放权重", "open source or open weights")
            return Verdict(
                CONTRADICTED, tuple(facts), word, wording.both("开放程度", "openness"), subject=entity.id
            )
        return supported(*facts)

    def property(self, claim: Claim, entity: Entity) -> Verdict:
        """An architecture, a training method: wrong where the record rules it out or a recorded word excludes it."""
        facts = [f for p in _PROPERTIES for f in entity.facts_of(p) if f.value or f.texts("not")]
        if claim.variant:
            own = [f for f in facts if f.text("variant").lower() == claim.variant.lower()]
            facts = own or [f for f in facts if not f.text("variant")]
        keys = self._keys(claim)
        if not facts or not keys or entity.id in keys:
            return UNKNOWN_VERDICT  # of itself (采用改进的U-Net架构) it says nothing
        ruled_out = [f for f in facts if keys & set(f.texts("not"))]
        if ruled_out:
            return self._wrong(entity, ruled_out)
        recorded = {v for f in facts for v in (*(f.value or ()), *f.texts("also"))}
        implied = {i for v in recorded for i in _IMPLIED.get(v, ())}
        if keys & recorded or (keys & implied and not claim.qualifiers.get("pure")):
            return supported(*facts)
        if isinstance(claim.value, EntityValue):
            chips = [f for f in facts if f.predicate == "chip_architecture"]
            if (
                chips
                and any(k in self._knowledge and self._knowledge.type_of(k) == "hardware" for k in keys)
                and keys & self._knowledge.chip_architectures
            ):
                return self._wrong(entity, chips)
        # a part of a hybrid is no lie unless it is said to be the whole
        excluded = [f for f in facts for v in f.value or () if any(self._excludes(claim, k, v) for k in keys)]
        return self._wrong(entity, excluded) if excluded else UNKNOWN_VERDICT

    def _excludes(self, claim: Claim, said: str, recorded: str) -> bool:
        """Whether what is recorded rules out what is said, by itself or by what it implies."""
        vocabulary = self._knowledge.vocabulary
        if recorded == "encoder-decoder" and claim.value.text.endswith("部分"):
            return False  # Whisper使用Transformer的解码器部分…: it has both
        if said in recorded and not claim.qualifiers.get("pure"):
            return False
        return any(vocabulary.exclude(said, v) for v in (recorded, *_IMPLIED.get(recorded, ())))

    def _keys(self, claim: Claim) -> set[str]:
        if isinstance(claim.value, WordValue):
            return {claim.value.key}
        if isinstance(claim.value, EntityValue):
            keys = set(claim.value.ids)
            folded = name_key(claim.value.text)
            for group in self._knowledge.vocabulary.groups.values():
                if group.id.startswith(("architecture", "generative", "training")):
                    keys |= {
                        key for key, words in group.words.items() if folded in {name_key(w) for w in words}
                    }
            return keys
        return set()

    def _wrong(self, entity: Entity, facts: Sequence[Fact]) -> Verdict:
        shown: list[dict[str, str]] = []
        for fact in facts:
            for value in fact.value or ():
                words = self._knowledge.vocabulary.words_of(value)
                if value in self._knowledge:
                    shown.append({lang: self._knowledge.entity(value).display(lang) for lang in ("zh", "en")})
                else:
                    shown.append({"zh": words[0] if words else value, "en": value})
        predicate = self._knowledge.ontology.predicates[facts[0].predicate]
        expected = {
            lang: ("、" if lang == "zh" else ", ").join(dict.fromkeys(s[lang] for s in shown))
            for lang in ("zh", "en")
        }
        if not shown:
            expected = wording.both("并非如此", "not so")
        return Verdict(
            CONTRADICTED,
            tuple(facts),
            expected,
            wording.both(predicate.label_zh, predicate.label_en),
            subject=entity.id,
        )

    def funds(self, claim: Claim, entity: Entity) -> Verdict:
        """Where the money of an organisation comes from: wrong where all kinds of sources are recorded, and this is none."""
        assert isinstance(claim.value, WordValue)
        facts = [f for f in entity.facts_of("funded_from") if f.value]
        known = {v for f in facts for v in (*(f.value or ()), *f.texts("also"))}
        if not facts or claim.value.key in known:
            return supported(*facts) if facts else UNKNOWN_VERDICT
        return self._wrong(entity, facts)

    def games(self, claim: Claim, entity: Entity) -> Verdict:
        """What a program plays: wrong where another game is recorded (StarCraft II is StarCraft, too)."""
        assert isinstance(claim.value, WordValue)
        facts = [f for f in entity.facts_of("plays") if f.value]
        known = {v for f in facts for v in f.value or ()}
        if any(claim.value.key in (v, v.rpartition("-")[0]) for v in known):
            return supported(*facts)
        return self._wrong(entity, facts) if facts else UNKNOWN_VERDICT

    def language(self, claim: Claim, entity: Entity) -> Verdict:
        """The languages in which a tool is written: wrong where none of those named is recorded, not even as a part."""
        assert isinstance(claim.value, WordValue)
        facts = [f for f in entity.facts_of("language") if f.value]
        parts = () if claim.qualifiers.get("pure") else [v for f in facts for v in f.texts("also")]
        known = {*parts, *(v for f in facts for v in f.value or ())}
        if not facts or known & set(claim.value.key.split(",")):
            return supported(*facts) if facts else UNKNOWN_VERDICT
        return self._wrong(entity, facts)

    def graph(self, claim: Claim, entity: Entity) -> Verdict:
        """How a framework builds its graphs, at once or as it goes; one that came to do both has a record for each version."""
        assert isinstance(claim.value, WordValue)
        major = (claim.variant or "").partition(".")[0]
        facts = [
            f for f in entity.facts_of("graph") if f.text("variant").partition(".")[0] in ("", major or "?")
        ]
        known = {v for f in facts for v in (*(f.value or ()), *f.texts("also"))}
        if not facts or claim.value.key in known:
            return supported(*facts) if facts else UNKNOWN_VERDICT
        return self._wrong(entity, facts)

    def category(self, claim: Claim, entity: Entity) -> Verdict:
        """What kind of thing it is, by the types that a word excludes."""
        assert isinstance(claim.value, WordValue)
        key = claim.value.key
        facts = entity.facts_of("category")
        if any(key in (f.value or ()) for f in facts):
            return supported(*facts)
        ruled_out = any(key in f.texts("not") for f in facts)
        said = claim.value.text.endswith(("学习框架", "训练框架", "推理框架"))
        excluded = _EXCLUDED.get(key, frozenset()) | (_NO_SOFTWARE if said else frozenset())
        if not ruled_out and entity.type not in excluded:
            return UNKNOWN_VERDICT
        if key == "framework" and entity.type == "model" and claim.qualifiers.get("loose") and not ruled_out:
            return UNKNOWN_VERDICT  # “ERNIE 3.0框架”: papers call their methods so
        basis = facts or entity.facts_of("created_by") or tuple(entity.all_facts())[:1]
        words = [self._knowledge.vocabulary.words_of(v) for f in facts for v in f.value or ()]
        zh = words[0][0] if words and words[0] else _TYPE_ZH.get(entity.type, entity.type)
        en = next((v for f in facts for v in f.value or ()), entity.type)
        return Verdict(
            CONTRADICTED,
            tuple(basis),
            wording.both(zh, en),
            wording.both("类别", "category"),
            subject=entity.id,
        )

    def expansion(self, claim: Claim, entity: Entity) -> Verdict:
        """What an acronym stands for, compared word by word; plurals, hyphens and small words do not matter."""
        assert isinstance(claim.value, TextValue)
        facts = [f for f in entity.facts_of("expansion") if f.value]
        accepted = [t for f in facts for t in (*(f.value or ()), *f.texts("also"))]
        claimed = _words(claim.value.text)
        if not accepted:
            return UNKNOWN_VERDICT
        letter = claim.qualifiers.get("letter", "")
        if letter:
            return self._letter(entity, facts, accepted, claimed, letter.lower())
        for text in accepted:
            known = _words(text)
            if (
                claimed == known
                or claimed[: len(known)] == known
                or (known[: len(claimed)] == claimed and len(claimed) >= 2)
            ):
                return supported(*facts)
        meant = claim.qualifiers.get("explicit") or any(
            _looks_like(claimed, _words(text), claim.subject_text) for text in accepted
        )
        if not meant:
            return UNKNOWN_VERDICT
        shown = (facts[0].value or ("",))[0]
        return Verdict(
            CONTRADICTED,
            tuple(facts),
            wording.both(shown, shown),
            wording.both("全称", "expansion"),
            subject=entity.id,
            replacement=shown,
        )

    def _letter(
        self, entity: Entity, facts: Sequence[Fact], accepted: Sequence[str], claimed: list[str], letter: str
    ) -> Verdict:
        """What a single letter of a name stands for: one of the words of its expansion that begin with it."""
        initials = [w for text in accepted for w in _words(text.replace("-", " ")) if w.startswith(letter)]
        if not initials or any(w.startswith(c) or c.startswith(w) for w in initials for c in claimed[:1]):
            return supported(*facts) if initials else UNKNOWN_VERDICT
        shown = " / ".join(dict.fromkeys(initials))
        return Verdict(
            CONTRADICTED,
            tuple(facts),
            wording.both(shown, shown),
            wording.both("字母含义", "letter"),
            subject=entity.id,
        )

    def activity(self, claim: Claim, entity: Entity, moment: DateInterval) -> Verdict:
        """Said to be kept up at present: outdated once it was retired."""
        if claim.qualifiers.get("says") == "in_use":
            return self._in_use(claim, entity, moment)
        ended = [
            f
            for f in entity.facts_of("status")
            if f.date is not None and f.date.last < moment.first and set(f.value or ()) & _ENDED
        ]
        if not ended or not claim.present:
            return UNKNOWN_VERDICT
        assert ended[0].date is not None
        zh = f"已于{wording.date(ended[0].date, 'zh')}停止维护"
        en = f"no longer maintained since {wording.date(ended[0].date, 'en')}"
        return Verdict(
            OUTDATED, tuple(ended), wording.both(zh, en), wording.both("状态", "status"), subject=entity.id
        )

    def _in_use(self, claim: Claim, entity: Entity, moment: DateInterval) -> Verdict:
        """Said to be open to use, or in force, at present: outdated once all of it was shut down or repealed."""
        ends = entity.facts_of("shutdown") or [
            f for f in entity.facts_of("released") if f.text("event") == "retired"
        ]
        over = [f for f in ends if f.date is not None and f.date.last < moment.first]
        if not over or len(over) != len(ends) or not claim.present:
            return UNKNOWN_VERDICT
        assert over[-1].date is not None
        zh = f"已于{wording.date(over[-1].date, 'zh')}终止"
        en = f"ended on {wording.date(over[-1].date, 'en')}"
        return Verdict(
            OUTDATED, tuple(over), wording.both(zh, en), wording.both("状态", "status"), subject=entity.id
        )

    def record(self, claim: Claim, entity: Entity, moment: DateInterval) -> Verdict:
        """A superlative said of the present: outdated once the record was broken.

        “One of the largest” stays true for some time; of machines and data sets, which grow slowly, for longer than can be told.
        """
        facts = entity.facts_of("record")
        among = isinstance(claim.value, WordValue) and claim.value.key == AMONG
        if among and entity.type != "model":
            return UNKNOWN_VERDICT
        grace = _YEARS_AMONG if among else timedelta()
        broken = [f for f in facts if f.last is not None and f.last.last + grace < moment.first]
        if not broken or any(f.last is None for f in facts):
            return UNKNOWN_VERDICT
        fact = broken[-1]
        successor = [v for v in fact.texts("broken_by") if v in self._knowledge]
        assert fact.last is not None
        zh = f"{wording.date(fact.last, 'zh')}起已被{wording.names(self._knowledge, successor, 'zh') or '后来者'}超过"
        en = f"surpassed by {wording.names(self._knowledge, successor, 'en') or 'others'} in {wording.date(fact.last, 'en')}"
        return Verdict(
            OUTDATED, (fact,), wording.both(zh, en), wording.both("纪录", "record"), subject=entity.id
        )


_YEARS_AMONG = timedelta(days=3 * 365)
"""How long a model whose record is broken may still be called one of the largest."""
_SMALL_WORDS = frozenset({"a", "an", "the"})


def _words(text: str) -> list[str]:
    found = [
        w
        for w in re.findall(r"[a-z0-9]+", text.lower().replace("’", "'").replace("'s", "s"))
        if w not in _SMALL_WORDS
    ]
    return [w[:-1] if len(w) > 4 and w.endswith("s") and not w.endswith("ss") else w for w in found]


def _looks_like(claimed: list[str], known: list[str], acronym: str) -> bool:
    """Whether a phrase is meant as the expansion: it spells the acronym, or shares most of its words with the true one."""
    letters = [c for c in acronym.lower() if c.isalnum()]
    initials = [
        w[0] for w in claimed if w not in ("of", "for", "and", "from", "with", "in", "to", "on", "by")
    ]
    position = 0
    for letter in letters:
        if position < len(initials) and initials[position] == letter:
            position += 1
    spells = position == len(initials) and len(initials) >= 2 and bool(letters) and initials[0] == letters[0]
    shared = len(set(claimed) & set(known))
    return (spells and (len(initials) >= len([c for c in acronym if c.isupper()]) - 2)) or shared >= max(
        2, len(known) - 2
    )
