"""Rules as people look them up: those of the engine, and the one about suppressions."""

from __future__ import annotations

from typing import TYPE_CHECKING

from factcheck.config import UNUSED_SUPPRESSION, UNUSED_SUPPRESSION_CODE
from factcheck.light import dataclass
from factcheck.reporting.formats import RuleInfo

if TYPE_CHECKING:
    from factcheck.engine import Engine

UNUSED = RuleInfo(
    UNUSED_SUPPRESSION,
    UNUSED_SUPPRESSION_CODE,
    "warning",
    {"zh": "多余的屏蔽", "en": "Unused suppression"},
    {
        "what": {
            "zh": "屏蔽注释没有屏蔽任何问题，已经到期，写错了，或者所指的规则、事实不存在。",
            "en": "A suppression silences nothing, has expired, is malformed, or names what does not exist.",
        },
        "why": {
            "zh": "过时的屏蔽会掩盖以后的错误。",
            "en": "A stale suppression hides the mistakes of tomorrow.",
        },
        "judged": {
            "zh": "先查全部规则，再看每条屏蔽用上了没有；until 与 --as-of（默认今天）比较。",
            "en": "All rules are run first; until= is compared with --as-of (default: today).",
        },
        "not_for": {
            "zh": "front matter 里的 factcheck: off 不报。",
            "en": "factcheck: off in the front matter is never reported.",
        },
    },
)


@dataclass(frozen=True, slots=True)
class RuleHelp:
    """A rule with its examples (article texts; ``flags`` is what is flagged in the wrong ones)."""

    info: RuleInfo
    right: tuple[str, ...] = ()
    wrong: tuple[tuple[str, str], ...] = ()


def rule_infos(engine: Engine) -> tuple[RuleInfo, ...]:
    """All rules by code."""
    return tuple(each.info for each in rule_help(engine).values())


def rule_help(engine: Engine) -> dict[str, RuleHelp]:
    """All rules by name, in order of code."""
    helps = [RuleHelp(UNUSED, (), (("好的。<!-- factcheck: ignore[wrong-date] -->", "<!-- … -->"),))]
    for rule in engine.ruleset.rules.values():
        info = RuleInfo(rule.name, rule.code, rule.severity, rule.title, rule.texts)
        right = tuple(example.text for example in rule.ok)
        helps.append(RuleHelp(info, right, tuple((each.text, each.flags or "") for each in rule.not_ok)))
    helps.sort(key=lambda each: each.info.code)
    return {each.info.name: each for each in helps}
