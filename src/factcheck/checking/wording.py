"""Values as people read them, in Chinese and English."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from factcheck.knowledge.index import Knowledge
from factcheck.knowledge.model import Fact
from factcheck.knowledge.values import DateInterval, Quantity

_CURRENCY = {
    "USD": "美元",
    "EUR": "欧元",
    "GBP": "英镑",
    "CNY": "元",
    "HKD": "港元",
    "JPY": "日元",
    "KRW": "韩元",
}
EVENTS = {
    "announced": ("公布时间", "announcement"), "paper": ("论文发表时间", "paper"), "preview": ("预览发布时间", "preview"), "beta": ("测试版发布时间", "beta"),
    "api": ("接口开放时间", "API release"), "weights": ("权重开放时间", "release of weights"), "code": ("开源时间", "release of code"),
    "ga": ("正式发布时间", "general availability"), "launched": ("上线时间", "launch"), "published": ("发表时间", "publication"), "held": ("举办时间", "event"),
    "signed": ("签署时间", "signing"), "passed": ("通过时间", "passing"), "effective": ("施行时间", "entry into force"), "retired": ("停用时间", "retirement"),
    "": ("发布时间", "release date"),
}  # fmt: skip


def names(knowledge: Knowledge, identifiers: Iterable[str], lang: str) -> str:
    """The entities as a message names them."""
    shown = [knowledge.entity(i).display(lang) if i in knowledge else i for i in identifiers]
    return ("、" if lang == "zh" else ", ").join(shown)


def date(interval: DateInterval, lang: str) -> str:
    """A date in words: 2018年10月11日, 2018-10-11."""
    written = interval.isoformat()
    if lang != "zh" or "/" in written:
        return written.replace("/", " – ")
    parts = written.split("-")
    return "".join(f"{int(p)}{unit}" for p, unit in zip(parts, "年月日", strict=False))


def number(text: str, lang: str) -> str:
    """A recorded quantity: 1750亿（175B）."""
    try:
        quantity = Quantity.parse(text)
    except ValueError:
        return text
    if lang != "zh":
        return text
    value = quantity.middle
    unit = _CURRENCY.get(quantity.unit, "")
    if quantity.unit in ("", *_CURRENCY) and value >= 1e4:
        for factor, word in ((1e12, "万亿"), (1e8, "亿"), (1e4, "万")):
            if value >= factor:
                spoken = f"{value / factor:.4g}{word}{unit}"
                return f"{spoken}（{text}）" if not unit and not text.isdigit() else spoken
    return f"{text.removesuffix(quantity.unit).strip()}{unit}" if unit else text


def values(knowledge: Knowledge, facts: Sequence[Fact], lang: str) -> str:
    """The values of facts with their variants, as a list."""
    shown = []
    for fact in facts:
        value = "／".join(number(v, lang) for v in fact.value or ()) or (
            "未公开" if lang == "zh" else "undisclosed"
        )
        variant = fact.text("variant")
        shown.append(
            f"{variant}：{value}" if variant and lang == "zh" else f"{variant}: {value}" if variant else value
        )
    return ("；" if lang == "zh" else "; ").join(dict.fromkeys(shown))


def both(zh: str, en: str) -> dict[str, str]:
    return {"zh": zh, "en": en}
