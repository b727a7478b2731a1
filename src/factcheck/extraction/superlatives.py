"""Which superlatives rank the thing itself among all things of its kind.

“目前最大的语言模型” does. “目前最大的问题”, “目前讨论最多的模型” rank something else, “目前国内最快的超级计算机” ranks within
bounds that no record of the world settles. What is not surely of the first sort is left alone.
"""

from __future__ import annotations

from factcheck.language.lazy import LazyPattern

AMONG = "among"
"""Key of a superlative that is shared (…之一); any other has its own text for a key."""
_CLAUSE_END = "，,。；;：:！!？?\n"
_PRESENT = LazyPattern(r".*(?:目前|现在|现如今|如今|今天|今日|当前|当今|眼下|时下|至今|迄今|仍|依然|依旧|现)")
_BEFORE = LazyPattern(
    r"(?:为止|仍|然|还|都|也|算|就|是|为|被|公认|认为|已知|公开|全球|全世界|世界|人类|业界|业内|行业|市面|市场|地球|历史"
    r"|有史以来|上|的|中|内|里|一个|一款|参数|总参数|规模|数量|量|体量|性能|能力|功能|算力|计算|运算|速度|晶体管|面积|尺寸|体积|芯片|单|图像识别|图像分类|计算机视觉|领域|[\s“”\"])*"
)
_AFTER = LazyPattern(
    r"的?(?:开源|开放|公开|可用|权重|已知|预训练|自回归|生成式|生成|大型|大规模|大|通用|深度学习|神经|人工智能|自然语言处理|自然语言|语言"
    r"|AI|NLP|文本|图文|图像识别|图像分类|计算机视觉|视觉|图像|图片|多模态|超级|数据中心|单|训练|计算|的|[\s“”\"])*"
    r"(?:(?:模型|芯片|处理器|GPU|显卡|加速器|加速卡|计算卡|数据集|数据库|语料库|计算机|超算|网络)(?P<among>[^，,。；;\n]{0,2}之一)?"
    r"|[，,。；;！!\n]|是|$)"
)


def rank(text: str, start: int, end: int) -> str | None:
    """How the superlative at ``text[start:end]`` ranks its thing: its own words, AMONG, or None for not at all."""
    opening = max(text.rfind(sign, 0, start) for sign in _CLAUSE_END) + 1
    now = _PRESENT.match(text, opening, start)
    if now is None or _BEFORE.fullmatch(text, now.end(), start) is None:
        return None
    after = _AFTER.match(text, end)
    if after is None:
        return None
    return AMONG if after["among"] else text[start:end]
