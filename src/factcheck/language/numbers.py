"""Quantities in all the ways Chinese articles write them, read as intervals.

``1750亿``, ``一千七百五十亿``, ``175B``, ``1.75×10^11``, ``175 billion``, ``约3.4亿``, ``超过100万``, ``12层``, ``30%``.
A quantity carries what was written (digits and factor), so that a fix can be written in the same form.
"""

from __future__ import annotations

import re

from factcheck.knowledge.values import rounding_interval
from factcheck.language.lazy import LazyPattern
from factcheck.light import dataclass

_DIGIT = {c: i for i, c in enumerate("零一二三四五六七八九")} | {"两": 2, "〇": 0}
_SMALL = {"十": 10, "百": 100, "千": 1000}
_LARGE = {"万": 10**4, "亿": 10**8, "兆": 10**12}
_LATIN = {"k": 1e3, "m": 1e6, "b": 1e9, "t": 1e12, "w": 1e4}
_WORDS = {"thousand": 1e3, "million": 1e6, "billion": 1e9, "trillion": 1e12, "bn": 1e9, "mn": 1e6}
_MULTIPLIER = {"百万亿": 1e14, "十万亿": 1e13, "万亿": 1e12, "千亿": 1e11, "百亿": 1e10, "十亿": 1e9, "亿": 1e8, "千万": 1e7,
               "百万": 1e6, "十万": 1e5, "万": 1e4, "千": 1e3, "百": 1e2, "": 1.0}  # fmt: skip

_ARABIC = r"\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?"
_RUN = LazyPattern(
    rf"(?P<power>(?:{_ARABIC})[×xX*]10\^?(?P<exponent>[⁰¹²³⁴⁵⁶⁷⁸⁹]+|\d{{1,2}}))"
    rf"|(?P<mixed>(?:\d+亿\d+(?:千万|百万|万))|\d+千\d+百万)"
    rf"|(?P<digits>{_ARABIC})"
    r"(?:(?P<many>余|多)?(?P<magnitude>[百十]?万亿|[千百十]亿|亿|[千百十]万|万|千(?=[个亿万])|百(?=[个万]))"
    r"|(?: (?=[GTP]i?B(?![A-Za-z])))?"
    r"(?P<unit>[KMGTP]i?B(?:/s)?(?:(?![A-Za-z])|(?=HBM|GDDR|LPDDR|DDR))|[gG](?=[ 的大]*(?:显存|内存|VRAM|HBM|GDDR))"
    r"|[kKmMbBtTw](?![A-Za-z0-9])|[kKM](?=tokens?(?![A-Za-z]))|(?P<gap> ?)(?P<word>thousand|million|billion|trillion|bn|mn)(?![A-Za-z])))?"
    r"|(?P<han>[零一二两三四五六七八九十百千万亿兆]{2,}|[一二两三四五六七八九十](?=[亿万层头倍天年月秒]|分钟|个(?:月|头|注意力头|小时)|百"
    r"|项[^，,。；;、\d]{0,10}?任务|[位名](?:共同|联合)?作者|个(?:子数据集|子集)))"
)
_SUPERSCRIPT = str.maketrans("⁰¹²³⁴⁵⁶⁷⁸⁹", "0123456789")
_BYTES = {"K": 1e3, "M": 1e6, "G": 1e9, "T": 1e12, "P": 1e15}

_BEFORE = (
    (
        "over",
        (
            "超过",
            "超越",
            "逾",
            "突破",
            "多于",
            "大于",
            "超",
            "不少于",
            "不低于",
            "高于",
            "破",
            "至少",
            "more than",
            "over",
        ),
    ),
    (
        "under",
        (
            "不到",
            "不足",
            "少于",
            "低于",
            "小于",
            "不超过",
            "至多",
            "最多",
            "最高",
            "less than",
            "under",
            "up to",
        ),
    ),
    (
        "about",
        (
            "大约",
            "大概",
            "约为",
            "约",
            "近",
            "将近",
            "接近",
            "差不多",
            "上下",
            "约合",
            "达到约",
            "about",
            "around",
            "roughly",
            "~",
            "≈",
        ),
    ),
)
_AFTER = (
    ("over", ("多", "余", "以上", "+")),
    ("about", ("左右", "上下", "级", "量级", "规模")),
    ("under", ("以下", "以内")),
)

# The unit that stands behind the number, as the predicates name it.
_UNIT_WORDS: tuple[tuple[str, str], ...] = (
    ("USD", r"(?:美元|美金|美刀|刀|USD|dollars?|US\$)"),
    ("EUR", r"(?:欧元|EUR|euros?)"),
    ("GBP", r"(?:英镑|GBP|pounds?)"),
    ("CNY", r"(?:人民币|元人民币|元|块钱|RMB|CNY)"),
    ("KRW", r"韩元"),
    ("JPY", r"日元"),
    ("HKD", r"(?:港元|港币)"),
    ("parameters", r"(?:个)?(?:模型)?(?:总|激活|活跃|可训练)?(?:参数|parameters?|params?)"),
    ("tokens", r"(?:个)?(?:的)?(?:tokens?|Tokens?|TOKENS?|词元|令牌|标记|(?:中英文?)?标识符)"),
    ("layers", r"(?:个)?(?:Transformer|LSTM|网络|隐藏)?(?:层|layers?)(?!次)"),
    ("heads", r"(?:个)?(?:自)?(?:注意力)?(?:头|heads?)"),
    ("experts", r"(?:个|位)?(?:路由)?(?:专家|experts?)"),
    ("percent", r"(?:%|个百分点|percent)"),
    ("users", r"(?:名|个)?(?:注册|活跃|付费|月活|日活|月活跃)?(?:用户|人注册|users?)"),
    ("people", r"(?:名|位)?(?:人|员工|people)"),
    ("nm", r"(?:nm|纳米)"),
    ("W", r"(?:W(?![A-Za-z])|瓦|瓦特)"),
    ("TFLOPS", r"(?:TFLOPS?|TFLOP/s|Tflops|teraFLOPS)(?![A-Za-z])"),
    ("PFLOPS", r"(?:PFLOPS?|PFLOP/s|Pflops|petaFLOPS)(?![A-Za-z])"),
    ("EFLOPS", r"(?:EFLOPS?|EFLOP/s|exaFLOPS?|ExaFLOPS?)(?![A-Za-z])"),
    ("TOPS", r"(?:TOPS)(?![A-Za-z])"),
    ("POPS", r"(?:POPS)(?![A-Za-z])"),
    ("CUDA cores", r"(?:个|颗)?\s?(?:CUDA|Cuda|cuda)\s?(?:核心|核|cores?|流处理器)"),
    ("tensor cores", r"(?:个|颗)?\s?(?:第[一二三四五六]代)?\s?(?:Tensor|张量)\s?(?:Core|核心|核)s?"),
    ("transistors", r"(?:个)?(?:晶体管|电晶体)"),
    ("cores", r"(?:个|颗)?\s?(?:AI|计算|AI优化|优化|处理)\s?(?:核心|内核|cores)(?!技术|能力|成员|团队)"),
    ("chips", r"(?:颗|块|枚|片|个)\s?(?:TPU\s?)?芯片(?!厂|公司|设计)"),
    ("hours", r"(?:个)?(?:小时|hours?)"),
    ("characters", r"(?:个)?(?:汉字|字符|字)"),
    ("words", r"(?:个)?(?:词|单词|words)"),
    ("images", r"(?:张|幅)?(?:图片|图像|标注图像|照片|张(?!显卡|卡|GPU|H|A|V|R)|幅)"),
    ("questions", r"道[^，,。；;\d]{0,26}?题|(?:道|个)?(?:选择题|单选题|题目|题|问题|questions)"),
    (
        "image-text pairs",
        r"(?:个|组)?(?:图文对|图像-?文本对|图片-?文本对|图-文对)|(?:对|组|个)(?:[^，,。；;\d]{0,14}?的)?(?:图像|图片|图文|图-文)[^，,。；;]{0,6}?(?:文本|文字|对|数据|样本)",
    ),
    ("articles", r"(?:余)?篇(?:[A-Za-z ]{1,8})?(?:文章|新闻|报道|articles)"),
    ("masks", r"(?:个)?(?:分割)?(?:掩码|遮罩|masks)"),
    (
        "repositories",
        r"(?:个)?(?:流行的|开源|热门的?|真实的?)?\s?(?:Python|GitHub)?\s?(?:仓库|代码仓库|代码库|repositories)",
    ),
    ("libraries", r"(?:个)?(?:Python)?(?:第三方)?(?:库|libraries)(?!存)"),
    (
        "classes",
        r"(?:个)?(?:不同的?)?(?:目标检测|目标|物体|对象|语义|动作|图像|物品|场景|检测|细分)?(?:类别|类|classes)",
    ),
    ("subsets", r"个(?:高质量的?|不同的?)?(?:子数据集|子集)"),
    ("tasks", r"(?:个|项|种)[^，,。；;、\d]{0,10}?任务"),
    ("authors", r"(?:位|名|个)(?:共同|联合|论文)?(?=作者)"),
    ("samples", r"(?:个|条)[^，,。；;、\d]{0,8}?样本"),
    ("bits", r"(?:比特|bits?(?![A-Za-z])|位(?=量化|精度|整数|整型|NormalFloat))"),
    ("subjects", r"(?:个|门)?(?:学科|科目|主题|领域|subjects)"),
    ("programming languages", r"(?:种|门|个)(?:主流|不同|常用)?的?(?:编程|程序设计|程序|代码)语言"),
    ("languages", r"(?:种|门|个)?(?:自然)?(?:语言|语种|languages)"),
    ("dimensions", r"(?:维(?!度)|维度)"),
    ("years", r"(?:年|周年|岁)"),
    ("minutes", r"分钟"),
    ("seconds", r"秒(?!级|杀)钟?"),
    ("months", r"个月"),
    ("days", r"天"),
)
_UNIT = LazyPattern("|".join(f"(?P<u{i}>{pattern})" for i, (_, pattern) in enumerate(_UNIT_WORDS)))
_UNIT_NAMES = [name for name, _ in _UNIT_WORDS]
_CURRENCY_BEFORE = {"$": "USD", "€": "EUR", "£": "GBP", "¥": "CNY"}


@dataclass(frozen=True, slots=True)
class QuantityValue:
    """A number in the text. ``start``/``end`` cover number and magnitude (not unit, not hedge); ``unit_end`` includes the unit.

    ``low``/``high``: the interval of rounding in base units; ``hedge``: ``""``, ``about``, ``over`` or ``under``;
    ``unit``: ``""`` where none is written; ``scaled``: a magnitude such as 亿, B or million is written.
    """

    start: int
    end: int
    unit_end: int
    low: float
    high: float
    unit: str
    hedge: str
    scaled: bool
    digits: str
    factor: float

    @property
    def middle(self) -> float:
        return (self.low + self.high) / 2

    @property
    def accepted(self) -> tuple[float, float]:
        """The interval that the statement allows, with its hedge: 约 ±10 %, 超过/近/不到 to the side that they name."""
        if self.hedge == "about":
            return self.low * 0.9, self.high * 1.1
        if self.hedge == "over":
            return self.low, self.high * 1.5
        if self.hedge == "under":
            return self.low * 0.67, self.high
        return self.low, self.high


def han_number(text: str) -> float | None:
    """The value of a Chinese numeral (一千七百五十亿 → 1.75e11, 二零二三 → 2023); None if it is not one."""
    if not text:
        return None
    if all(c in _DIGIT for c in text):
        return float("".join(str(_DIGIT[c]) for c in text)) if len(text) != 1 else float(_DIGIT[text])
    total, section, digit = 0, 0, 0
    for character in text:
        if character in _DIGIT:
            digit = _DIGIT[character]
        elif character in _SMALL:
            section += (digit or 1) * _SMALL[character]
            digit = 0
        elif character in _LARGE:
            unit = _LARGE[character]
            section += digit
            digit = 0
            if not section and not total:
                return None
            total = (total + section) * unit if unit == 10**8 and total else total + (section or 1) * unit
            section = 0
        else:
            return None
    return float(total + section + digit)


def find_quantities(
    text: str, taken: list[tuple[int, int]] | None = None, first: int = 0, last: int | None = None
) -> list[QuantityValue]:
    """All quantities of a normalised text, in order, except inside the spans ``taken`` (names, dates, addresses).

    With ``first`` and ``last``, only those that begin between these places.
    """
    found: list[QuantityValue] = []
    blocked = sorted(taken or [])
    for match in _RUN.finditer(text):
        if match.start() < first:
            continue
        if last is not None and match.start() >= last:
            break
        if _inside(match.start(), match.end(), blocked) or _glued(text, match):
            continue
        value = _value(match)
        if value is not None:
            found.append(_with_context(text, match, *value))
    return found


def _glued(text: str, match: re.Match[str]) -> bool:
    """Part of a name or version (V100, 3.5.1, gpt-4, 01-ai)."""
    start, end = match.span()
    before = text[start - 1] if start else ""
    if match.lastgroup != "han" and match["han"] is None:
        if before and ((before.isascii() and (before.isalpha() or before in "_#@")) or before == "."):
            return not text.endswith(("token", "tokens", "Token"), 0, start)  # 每百万token15美元
        if before == "-" and start > 1 and text[start - 2].isascii() and text[start - 2].isalpha():
            return True
        after = text[end : end + 2]
        if after[:1] == "." and after[1:2].isdigit():
            return True
        return bool(
            match["magnitude"] is None
            and match["unit"] is None
            and re.match(r"[A-Za-z]", after)
            and not re.match(r"(?:nm|W\b|GB|TB|tokens?|USD|[TPE]FLOPS|[TP]OPS)", text[end:])
        )
    return bool(before) and before in "第十百千万亿一二三四五六七八九之几数上好成"


def _value(match: re.Match[str]) -> tuple[float, float, str, float, bool, str] | None:
    """(low, high, digits, factor, scaled, unit) of a run; None where it is no number after all."""
    if match["power"]:
        digits = re.split(r"[×xX*]", match["power"])[0].replace(",", "")
        factor = 10.0 ** int(match["exponent"].translate(_SUPERSCRIPT))
        return (*rounding_interval(digits, factor), digits, factor, True, "")
    if match["mixed"]:
        value = sum(
            float(d) * _MULTIPLIER[m] for d, m in re.findall(r"(\d+)(亿|千万|百万|万|千)", match["mixed"])
        )
        return value * 0.99, value * 1.01, match["mixed"], 1.0, True, ""
    if match["han"]:
        return _han_value(match["han"])
    digits = match["digits"].replace(",", "")
    if match["magnitude"]:
        factor = _MULTIPLIER[match["magnitude"]]
        return (*rounding_interval(digits, factor), digits, factor, True, "")
    unit = match["unit"]
    if unit is None:
        return (*rounding_interval(digits, 1.0), digits, 1.0, False, "")
    if match["word"]:
        factor = _WORDS[match["word"]]
        return (*rounding_interval(digits, factor), digits, factor, True, "")
    if len(unit) >= 2 or unit in "gG":
        factor = _BYTES[unit[0].upper()]
        return (
            *rounding_interval(digits, factor),
            digits,
            factor,
            True,
            "B/s" if unit.endswith("/s") else "B",
        )
    factor = _LATIN[unit.lower()]
    return (*rounding_interval(digits, factor), digits, factor, True, "")


def _han_value(text: str) -> tuple[float, float, str, float, bool, str] | None:
    value = han_number(text)
    if value is None or text in ("万一", "千万", "百万", "一一", "十万", "亿万", "千百"):
        return None
    scaled = any(c in _LARGE for c in text)
    if not scaled:
        return value, value, text, 1.0, False, ""
    # The last unit spoken is the precision: 一千七百五十亿 is exact to ten 亿.
    last = _LARGE["亿"] if "亿" in text else _LARGE["万"]
    half = 0.5 * last
    return value - half, value + half, text, 1.0, True, ""


def _with_context(
    text: str,
    match: re.Match[str],
    low: float,
    high: float,
    digits: str,
    factor: float,
    scaled: bool,
    unit: str,
) -> QuantityValue:
    start, end = match.span()
    hedge = "over" if match["many"] else ""
    position = end
    if not hedge:
        for name, words in _AFTER:
            word = next((w for w in words if text.startswith(w, position)), None)
            if (
                word
                and not (word == "多" and text.startswith("多模态", position))
                and not text.startswith("级别", position)
            ):
                hedge, position = name, position + len(word)
                break
    while position < len(text) and text[position] == " ":
        position += 1
    found = _UNIT.match(text, position)
    unit_end = end
    if found is not None and not unit:
        unit = next(_UNIT_NAMES[int(k[1:])] for k, v in found.groupdict().items() if v)
        unit_end = found.end()
    currency = _CURRENCY_BEFORE.get(text[start - 1]) if start else None
    if currency:
        unit = currency
    hedge = _hedge_before(text, start - bool(currency)) or hedge
    return QuantityValue(start, end, max(unit_end, end), low, high, unit, hedge, scaled, digits, factor)


def _hedge_before(text: str, start: int) -> str:
    head = text[max(0, start - 9) : start].rstrip()
    matching = [(len(w), name) for name, words in _BEFORE for w in words if head.endswith(w)]
    return max(matching)[1] if matching else ""  # 不超过 is not 超过


def _inside(start: int, end: int, spans: list[tuple[int, int]]) -> bool:
    return any(a < end and start < b for a, b in spans)
