"""What only looks like a step of somebody's life: the post of another, a company that an employer invests in, an offer declined."""

from __future__ import annotations

import re
from itertools import pairwise

from factcheck.extraction.mentions import Mention
from factcheck.extraction.patterns import PERSON, PERSON_OF, UNKNOWN
from factcheck.extraction.skeleton import Skeleton
from factcheck.language.lazy import LazyPattern
from factcheck.language.lexicon import Word

_OF_OTHERS = LazyPattern(
    r"的(?!是|下一站|下一个东家|新东家|前东家|老东家|上一站|首份工作|第一份工作|上一份工作|(?:博士|硕士|研究生|本科|学术)?(?:生)?(?:导师|学位|母校))|[们]|团队|手下|旗下|麾下|门下|夫人|妻子|丈夫|父[亲母]|母亲|儿子|女儿|弟弟|哥哥|妹妹|姐姐|之[父子妻]|基金会|指导"
)
_BEHIND = LazyPattern(r"(?:[由被与和跟向对从为给像如比受随请拜]|师从|追随|跟随)$")
_SUCCEEDED = LazyPattern(r"(?:接替|取代|接棒|顶替|替代|继任|继)\s*$")
_PERSUADED = LazyPattern(
    r"(?:说服|劝说?|力?邀请?|游说|希望|想[让请]|期待|建议|要求|撮合|阻止|反对|拉拢|动员|鼓励|推荐|呼吁)(?:了)?\s*$"
)
# What somebody may do with an organisation without ever having belonged to it.
_NOT_TAKEN = LazyPattern(
    r"拒绝|婉拒|谢绝|回绝|推辞|放弃|差点|差一点|险些|几乎|申请|面试|收到|邀请|劝|说服|游说|想要?[去加进]|有意|考虑|推荐|鼓励|(?<!外)派|(?<!保)送|帮助?"
    r"|投资(?!机构|公司|银行|人)|收购|起诉|控告|批评|采访|评价|称赞|警告|击败|战胜|对抗|挑战|竞争|抗衡|对标|媲美|比肩|不像|不同于|质疑|指责|呼吁|敦促|羡慕|建议|要求|请求"
    r"|致信|写信|拜访|参观|演讲|讲座|出席|亮相|捐|资助|挖走|挖角|招揽|招募|录取|落榜|旁听|(?<![被获])(?:任命|聘请)|学习了?[^，,。；;]{0,6}(?:的|课程)|看[着到]|得知|听说|目睹|声援|抵制|抗议"
)
# Behind an organisation: what makes it that of somebody or something else.
_OF_ANOTHER = LazyPattern(
    r"(?:公司|集团)?的?(?:一[位名些群]|多[位名]|[几数两三四五六]位|部分|一众)?(?:[前原])?"
    r"(?:员工|高管|工程师|研究员|研究人员|科学家|同事|团队|成员|(?:联合)?创始人|CEO|首席执行官|总裁|老板|掌门人?|教授|校友)[^，,。；;]{0,12}(?:创办|创立|成立|创建|联合|一起|共同|合作|领导|组建|牵头|发起|打造|开发|做)"
    r"|的?(?:最大|主要|头号|老|直接|潜在)?的?(?:竞争|对手|竞品|劲敌|死对头|投资(?:人|方|者|了|的)|早期投资|股东|大股东|母公司|子公司|合作|客户|供应商|收购|兼并|并购|挖|邀[请约]|[Oo]ffer|录用通知|面试|支持的|资助|赞助"
    r"|注资|入股|参股|控股|孵化|背书|领投|老兵|抗衡|叫板|比肩|齐名|类似|一样|[系式](?:的|创业|背景)|(?:推出|发布|开发|研发|打造|训练|出品|主办|举办|组织|赞助|提供|提出)的|算力|云服务|芯片|GPU|股[票份权]|债|诉讼|官司)"
)
_UNIT = LazyPattern(
    r"(?:的)?(?:[前原时现首新]任|[前原]|第[一二三四五]任|历任)?"
    r"(?:[^，,。；;的、]{0,12}(?:系|学院|研究院|研究所|实验室|部门|事业部|事业群|团队|小组|项目组|项目|业务|中心|集团|公司|大学|[地大]?区|方向|平台|组|部|院|所))?"
    r"(?:的)?(?:[前原时现首新]任|[前原]|最年轻的?|唯一的?|首位|首席|创始)?"
    r"(?:全球|全职|高级|资深|首席|执行|联席|联合|代理|临时|常务|高|副|AI|人工智能|研究|语音|自动驾驶|计算机(?:科学)?|产品|技术|算法|软件|硬件|工程|机器学习|深度学习|大模型|搜索|视觉"
    r"|机器人|芯片|终身|讲席|荣休|访问|客座|助理|大?中华|中国|亚太|北美|数据|市场|运营|战略|设计|集团|公司|自然语言处理|政策|公共政策|对齐|超级对齐|治理|财务|法务|传播|公关|通讯|后训练|预训练|推理|编程|增长|云计算|云|销售|安全|数学|物理|统计|电气|电子|神经科学|和|与|兼|[、/\s“”「」])*"
)
_POST_ITSELF = ("的职", "的头衔", "的位置", "的身份", "的时候", "的经历", "的工作", "的日子", "的第", "的他", "的她", "的任")  # fmt: skip


def is_no_step(match: re.Match[str], skeleton: Skeleton, text: str) -> bool:
    """Whether a match that puts a person and an organisation together tells nothing of the person's life there."""
    groups = match.groupdict()
    if groups.get("subject") is not None and match.end() > match.start("subject"):
        title = skeleton.items[match.end() - 1]
        held = isinstance(title, Word) and bool(title.classes & {"position", "ceo", "cto", "chair"})
        return held and _belongs_to_next(skeleton, match.end(), text, skeleton.end_place(match.end()))
    value = "org" if groups.get("org") is not None else "agent"
    if groups.get(value) is None or "person" not in groups:
        return False
    index = match.start(value)
    organisation = skeleton.items[index]
    if not isinstance(organisation, Mention):
        return False
    start, last = skeleton.place(match.start()), skeleton.end_place(match.end())
    if groups["person"] is not None and match.start("person") < index:
        if _SUCCEEDED.search(text, max(0, start - 8), skeleton.place(match.start("person"))):
            return True  # 接替贝佐斯出任亚马逊CEO: said of the successor
        if _of_his(match, skeleton, index) or _PERSUADED.search(
            text, max(0, start - 8), skeleton.place(match.start("person"))
        ):
            return True
        behind = skeleton.text[match.end("person") : match.end("person") + 1]
        if behind == "," and _BEHIND.search(text, max(0, start - 4), skeleton.place(match.start("person"))):
            return True
        start = skeleton.end_place(match.end("person"))
        if _OF_OTHERS.match(_written(skeleton, match.end("person"), match.end("person") + 6)):
            return True
        if _NOT_TAKEN.search(text, start, organisation.start) or _OF_ANOTHER.match(text, organisation.end):
            return True
        if _is_title_of_next(match, skeleton, index):
            return True
    post = next(
        (
            w
            for w in skeleton.items[index + 1 : match.end()]
            if isinstance(w, Word) and "position" in w.classes
        ),
        None,
    )
    if post is None:
        return False
    if not _UNIT.fullmatch(text, organisation.end, post.start):
        return True
    return post.end == last and _belongs_to_next(skeleton, match.end(), text, last)


def _of_his(match: re.Match[str], skeleton: Skeleton, index: int) -> bool:
    """他的学生后来创办了旷视: said of another."""
    return any(
        isinstance(word := skeleton.items[place], Word)
        and word.text in ("他", "她", "其")
        and _OF_OTHERS.match(_written(skeleton, place + 1, place + 4)) is not None
        for place in range(match.start("person"), index)
    )


def _written(skeleton: Skeleton, start: int, end: int) -> str:
    """A stretch of a skeleton with its words as they are written."""
    pairs = zip(skeleton.items[start:end], skeleton.text[start:end], strict=True)
    return "".join(item.text if isinstance(item, Word) else character for item, character in pairs)


def _is_title_of_next(match: re.Match[str], skeleton: Skeleton, index: int) -> bool:
    """加入OpenAI联合创始人苏茨克维的公司: the organisation only tells who the next person is."""
    behind = list(pairwise(range(index + 1, min(index + 6, len(skeleton.items)))))
    return any(
        isinstance(word := skeleton.items[a], Word)
        and word.classes & {"position", "founder"}
        and skeleton.text[b] in (PERSON, PERSON_OF, UNKNOWN)
        and b not in range(*match.span("person"))
        for a, b in behind
        if not any(c in ",;:" for c in skeleton.text[index + 1 : b])
    )


def _belongs_to_next(skeleton: Skeleton, index: int, text: str, place: int) -> bool:
    """OpenAI首席执行官的导师: a post before 的 is that of someone else, or belongs to him who is named next."""
    following = skeleton.text[index : index + 1]
    if following == "的":
        return not text.startswith(_POST_ITSELF, place) and skeleton.text[index + 1 : index + 2] not in (PERSON, PERSON_OF, UNKNOWN)  # fmt: skip
    return following in (PERSON, PERSON_OF, UNKNOWN)
