"""The outcome of comparing a claim with what is known."""

from __future__ import annotations

from dataclasses import field

from factcheck.knowledge.model import Fact
from factcheck.light import dataclass

SUPPORTED, CONTRADICTED, OUTDATED, UNDISCLOSED, UNKNOWN, NOT_CHECKED = (
    "supported", "contradicted", "outdated", "undisclosed", "unknown", "not-checked",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Verdict:
    """``expected``: what is so, by language; ``label``: what the value is of (参数量, 发布时间), by language; ``hint``: why it was mistaken."""

    status: str
    facts: tuple[Fact, ...] = ()
    expected: dict[str, str] = field(default_factory=dict, hash=False)
    label: dict[str, str] = field(default_factory=dict, hash=False)
    hint: dict[str, str] = field(default_factory=dict, hash=False)
    confidence: str = "high"
    subject: str = ""
    replacement: str = ""
    claimed: str = ""
    """What the text is told to say, where that is not the claim's value."""
    rule: str = ""
    """The rule that reports it, where that is not the claim's."""

    @property
    def wrong(self) -> bool:
        return self.status in (CONTRADICTED, OUTDATED, UNDISCLOSED)


UNKNOWN_VERDICT = Verdict(UNKNOWN)


def supported(*facts: Fact) -> Verdict:
    return Verdict(SUPPORTED, facts)
