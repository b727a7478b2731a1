"""Matches that seem to say something and do not: a verb of another subject, a part for the whole, what it solves for what it is."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping

from factcheck.extraction.careers import is_no_step
from factcheck.extraction.mentions import Mention
from factcheck.extraction.patterns import (
    AGENT,
    AGENT_OF,
    EVENT,
    PERSON,
    PERSON_OF,
    PLACE,
    THING,
    THING_OF,
    ZERO,
)
from factcheck.extraction.skeleton import Skeleton
from factcheck.language.dates import DateValue
from factcheck.language.lazy import LazyPattern
from factcheck.language.lexicon import Word
from factcheck.language.numbers import QuantityValue

_Match = re.Match[str]
_NO_LAUNCH = LazyPattern(
    r"开始(?!公测|公开测试|面向公众|向公众|对外开放|开放|发售|销售|预售|交付)|启动(?!公测|内测|邀测|邀请测试|预售|公开测试)|着手|起步|动工|立项|停止|终止|放弃|结束|中止|暂停|不再|(?:撰文|发文|著文|写文章|文章中?|博客中?)介绍|介绍了?(?:自己|如何|怎[么样])"
)
_IN_PRINT = LazyPattern(
    r"了?\s?(?:国际|顶级|权威|知名)*(?:《|[“「]?(?:Nature|Science|Cell|PNAS|arXiv|NeurIPS|ICML|ICLR|CVPR|ACL|自然|科学|细胞)|顶[会刊]|期刊|杂志|正刊|封面|预印本)",
    re.I,
)
# On an exchange a company is listed, not a thing.
_LISTING = LazyPattern(
    r"(?:科创板|创业板|主板|港交所|上交所|深交所|纳斯达克|纽交所|港股|美股|A股)[^，,。；;]{0,6}?(?:上市|挂牌)|(?:上市|登陆)了?(?:科创板|创业板|港交所|上交所|深交所|纳斯达克|纽交所|港股|美股|A股)"
)
# What may follow a verb that says of its (empty) subject that it appeared; anything else is an object of its own.
_INTRANSITIVE = LazyPattern(r"[了过]?(?:$|[^\u4e00-\u9fffA-Za-z0-9\x84]|[于在后时起并、之至以即])")
_ANOTHER_COMPANY = LazyPattern(
    r"[^，,。；;]{0,24}(?:创办|创立|成立|联合创办|旗下|孵化)的[^，,。；;]{0,10}(?:公司|企业|初创|团队|工作室)"
)
_LEFT = LazyPattern(r"(?:离开|加入|告别|退出|辞别|离职于|入职|供职|任职于|效力|从)了?\s?$")
_DRIVER = LazyPattern(r"(?:由|基于|采用|使用|利用|依托|借助)\s?$")
# Not yet, then: what a statement about that time says.
_NOT_YET = LazyPattern(
    r"(?:还|尚|当时|那时|彼时|最初|起初|一开始|一度|曾|(?:发布|推出|上线|公布|亮相|问世)(?:之?初|时))[^，,。；;]{0,3}$"
)
_NAMED_LATER = LazyPattern(r"[^。！？；]{0,16}?(?:取名|命名为|名为|叫做|定名|起名)")
_THIS_KIND = LazyPattern(r"(?:这|该|此|上述|类似|同样|相同|同一)[^，,。；;]{0,8}的$")
_BEFORE_LISTING = LazyPattern(
    r"(?:筹备|谋求|寻求|申请|冲刺|冲击|推迟|暂缓|暂停|放弃|推动|争取|启动|递表|聆讯|辅导|传闻|取消|撤回)[^，,。；;]{0,10}$"
)
_NOT_LISTED = LazyPattern(
    r"(?:无望|遇阻|受阻|未果|失败|搁浅|计划|申请|辅导|进程|传闻|之路|前夕|之?前|招股书|聆讯|流产|梦|在即|前景)"
)
_LINKS = LazyPattern(r"NVLink|NVSwitch|互联|互连|PCIe|通信|网络|片间|InfiniBand|链路", re.I)
# Links of other kinds than those between whole chips, or of a whole system.
_OTHER_LINK = LazyPattern(
    r"裸片|片间|裸晶|die|封装|C2C|[每单]条|[每单]向|单链|每链|每个?端口|NVSwitch|交换|机[架柜]|整机|PCIe|InfiniBand|以太网|网卡|节点|集群|聚合|全域|域内"
    r"|显存|内存|HBM",
    re.I,
)
# What a memory is compared with, or exchanged for.
_OTHER_MEMORY = LazyPattern(
    r"(?:不再|取代|代替|替代|而非|而不是|比|相比|从|由|放弃|告别|没有|不是|并非|首[款个颗张]|第一[款个颗张]|系统|主机|CPU|Grace|服务器|支持|兼容|供应|采购|生产|量产)[^，,。；;]{0,10}$"
)
_EXCHANGED = LazyPattern(
    r"(?:换上|换成|换用|换装|换为|改用|升级[为到成]|升级版|用上)了?(?:更[^，,。；;]{0,4}的?)?\s?[^，,。；;]{0,8}$"
)
_USED_OR_SUMMED = LazyPattern(
    r"合计|总计|一共|共计|总共|合起来|加起来|每份|每个实例|占用|占去|占了|占到|需要|只需|仅需|至少需|消耗|预留|剩余|剩下|还剩|切成|单机|整机|服务器"
    r"|[两几多三四五六八双\d]\s?[块张片台路卡](?:卡|显卡)?"
)
_SEVERAL = LazyPattern(r"[两几多三四五六八十百千万双\d]\s?[块张片台路卡枚颗]")
_TRAY = LazyPattern(r"托盘|节点|刀片|主板|板卡|[每单]个?(?:机|层|板)")
_OF_MEMORY = LazyPattern(r"显存|内存|HBM|GDDR", re.I)
_EDITION = LazyPattern(r"\s?(?:的)?(?:笔记本|移动|魔改|改装|定制|阉割|Laptop|Mobile|Max-Q)", re.I)
_OF_AN_EDITION = LazyPattern(r"\s?(?:的)?(?:版|款|型号|档)")
_SYSTEM = LazyPattern(
    r"集群|机[架柜]|整机|超节点|服务器|总算力|整柜|Pod|系统|[每单]个?(?:节点|机)|合计|累计|万卡|超算|超级计算机|倍|实测|实际|有效|利用率|跑出|达成|要求不",
    re.I,
)
_DISTILLED = LazyPattern(r"蒸馏(?:小?模型|版|系列|出)")
_WHAT = LazyPattern(r"(?<!用)(?<!取)(?<!使用)(?<!基于)(?<!依托)(?<!属于)的是$")
_KIND = LazyPattern(r" ?(?:架构|系(?!列)|生态|阵营|指令集|兼容|竞争对手|的?(?:竞争)?对手|概念)")
_SHARES = LazyPattern(
    r"\s?(?:约|近|超过?)?(?:\d[\d.]*\s?%|[一二三四五六七八九十两]成|百分之|的?(?:部分|少数|多数|控股|所有)?的?(?:股份|股权))"
)
_STAFF_FROM = LazyPattern(
    r"(?:(?<!开发)(?<!研发)团队|成员|员工|人员|班底|数据|灵感|资金|名字|名称|命名|缩写|标题|作者|核心)[^，,。；;]{0,4}(?:来自|出自|源自|源于)"
)
_DATA_OF = LazyPattern(
    r"(?:(?!基础|基座|底座|之上|[，,；;在用]).)*?(?:生成|产生|产出|输出|回答|回复|数据|样本|语料|对话|轨迹|合成|反馈|标注)"
)
# Declarations and treaties go on being signed by those who join later.
_JOINED = LazyPattern(
    r"宣言|公约|条约|协[定议]|承诺|呼吁|倡议|准则|Declaration|Convention|Commitment|Call|Pledge", re.I
)
# What goes before a law or after it has dates and authors of its own.
_DRAFT = LazyPattern(
    r"草案|征求意见|讨论稿|提案|修[订正改]|更新|解读|细则|配套|指南|草稿|一读|二读|初审|draft|amend", re.I
)
_PREDECESSOR = LazyPattern(
    r"(?:前身(?:为|是)|根[基源]?在|源头[是在]|起点[是在]|雏形是|渊源在)[^，,。；;]{0,30}(?:团队|部门|小组|实验室|研究院|事业部|项目)"
)
_OF_A_VERSION = LazyPattern(
    r"(?:(?:^|[年月日，,。；;：: ])[vV]?\d+(?:\.\d+)+ ?(?:(?:正式|稳定)?版本?|(?=[于在则也又]))|其 ?(?:alpha|beta) ?版)"
    r"[^，,。；;]{0,24}?(?:发布|推出|上线|问世|亮相|公布)$",
    re.I,
)
_OF_A_STATE = LazyPattern(r"[州省市]的?[《“]?$")
# A property that is held against the subject's ("cheaper than a dense model", "at a dense model's cost") is not its own.
_MEASURED_BY = LazyPattern(
    r"(?:比|较|[不区有](?:同于|别于)|相[对比较]+于?|优于|胜过|超[过越]|媲美|接近|等效于?|相当于|对标|[替取]代|借鉴|参考|模仿|效仿|仿照|吸收|致敬|告别|放弃|摒弃|抛弃)了?"
    r"(?:传统|普通|同[等类]|常规|此前|以往|原有|一般|典型)?的?\s?$"
)
_INSTEAD_OF = LazyPattern(
    r"(?:取代|代替|替代|替换|替换掉|去掉|放弃|抛弃|摒弃|舍弃)了?[^，,。；;]{1,14}的\s?$"
)
_MEASURE_OF = LazyPattern(r"的(?:训练|推理)?(?:成本|代价|开销|算力|计算量|体量|价格)")
# “图像编码器”, “自编码器”: an encoder of its own, not the kind of network.
_OWN_CODER = LazyPattern(
    r"(?:视觉|图像|图片|文本|语音|音频|视频|自|跨模态|多模态|语言|查询|条件|位置|分层|堆叠式?自?)\s?$"
)
_CODER = LazyPattern(r"[编解]码器")
# Nets that serve as parts of others: a head, an embedding, an extractor of features.
_PART_NETS = frozenset({"CNN", "cnn", "卷积网络", "卷积神经网络", "MLP", "mlp", "多层感知机"})
_AS_WHOLE = LazyPattern(
    r"(?:的?(?:架构|结构|网络|模型|网络结构|网络架构|深度))?(?:$|[，,。；;！!)]|的(?:架构|模型|网络)|堆|构建|搭建|组成|而成|来?表示)"
)
_OF_FOLLOWING_THING = LazyPattern(r"\s?的?(?:架构|结构|网络结构|网络架构|深度)的\s?")
_OF_A_PART = LazyPattern(r"编码|解码|模块|头|前端|后端|部分|阶段|特征|[先再]|投影|连接|嵌入|骨干|主干|patch")
_OF_OTHERS = LazyPattern(
    r"竞争|竞品|对手|对标|类似|同类|支持|接入|引入|上架|托管|承载|可用|可选|提供|集成|兼容|收录|收集|合作|投资|入股|收购|使用|采用|依赖|第三方"
    r"|调用|常见|推荐|商店|市场|社区|目录|云(?:平台|服务|上)|平台[上的]|评测|测试|对比|对照|参考|借鉴|基于|适配|部署|代理|分销|客户|供应|采购|替代|旗下基金|服务的|[上里中内]的|可以?用|能用|热门"
)
# Whoever is asked to do something, or stops doing it, is not said to have made it.
_ASKED = LazyPattern(
    r"(?:要求|敦促|请求|责令|命令|勒令|催促|禁止|呼吁|允许|批准|劝|委托?|邀请|拒绝向|施压)了?\s?$"
)
_STOPS = LazyPattern(
    r"(?:暂停|停止|停|恢复|暂缓|扩大|减少|增加|放弃|推迟)[^，,。；;]{0,4}(?:生产|制造|开发|研发|做)"
)
# What is changed, or that on which something is built, is not what makes use of the next thing named.
_CHANGED_HERE = LazyPattern(r"(?:在|对|将|把)(?:标准|原始|原版|经典|传统|普通|原有|基础)?的?\s?$")
_WORKED_ON = LazyPattern(
    r"\s?(?:的?(?:架构|结构|模型|框架|网络))?(?:的?基础)?(?:之?上|里|中)?[^，,。；;]{0,2}(?:进行|做|作|加以|改)"
)
_OR_ELSE = LazyPattern(r"或者?是|还是|也是|算是")  # 昇腾910B或是910C: one and the other
_OF_A_TARGET = LazyPattern(r"(?:对象|目标|标的|客户|买家|卖家|对手)(?:是|为)")  # 收购对象为印度公司
_UNDER_A_LABEL = LazyPattern(r"(?:^|[\n。；;.、*•·\-\s])[\u4e00-\u9fff]{2,10}[：:]\s?$")
# Who writes in a language with a tool, or what part of it, or another one like it, is not what the tool is written in.
_USERS_WRITE = LazyPattern(
    r"部分[^，,。；;]{0,6}(?:功能|组件|算法|模块|代码|逻辑)|某些|让|允许|使得|支持|可以|可用|可以用|能够|能用|也能|用户|开发者|程序员|工程师们|读者|你|我们|有人|研究者|帮助|方便|供|教|应用程序|脚本|插件|客户端|示例|例子|模型|接口|绑定|扩展|重写|移植|类似|不同于|相比|算子|智能体|作业|任务|代码示例|教程|前端|版本|SDK|API",
    re.I,
)
# Verbs that have the name behind them as their object, and stand between it and a maker's verb further left.
_OWN_VERB = LazyPattern(
    r"(?:由|被|搭载|评[测估价]|测试|比较|对比|质疑|批评|分析|研究|讨论|模仿|复现|挑战|对标|对抗|抗衡|叫板|运行|部署|适配|优化|支持|兼容|面向|针对|用于|围绕|关于|有关|接入|集成|内置|组成"
    r"|训练|微调|检测|识别|攻击|替代|取代|代替|解释|介绍|超过|超越|击败|战胜|胜过|优于|媲美|提到|谈到|论及|拿|供)[了过着]?(?!的)[^的，,。；;“《]{0,6}$"
)
# Clauses that are told of by a noun behind them: what follows has other actors.
_TOLD_OF = LazyPattern(
    r"的(?:消息|新闻|风头|做法|举动|时候|第二天|次日|翌日|当[天日]|前一天|同一天|同一[周月]|同时|前后|背景|论文|报告|文章|研究(?!者|人员|员|团队|小组|院|所|组|生|中心|部)|数据|测试结果|评测|成绩单?|博客|幻灯片|图表|白皮书|榜单)[^，,。；;《“]{0,24}$"
)
# What a host offers as well: a model “goes online” with everyone who serves it.
_HOSTED = frozenset({"上线", "带来", "宣布上线", "正式上线"})
_HELPS = LazyPattern(
    r"(?:公司|团队|的[^，,。；;]{2,6})?(?:主要|一起|共同)?(?:协助|参与|辅助|帮助|帮忙|资助|赞助|移植|代理|分销|验证)"
)
# Departments, daughters and rounds have dates, chiefs and buyers of their own.
_UNIT = LazyPattern(
    r"(?!的?剩余|的?其余|的?全部|的?整|\s?最)(?:公司|集团)?(?:的|[^，,。；;由被是为于在将把和与、]{2})[^，,。；;由被是为于将把]{0,14}?"
    r"(?:团队|部门|研究部|研究院|实验室|Lab|办公室|办事处|分公司|子公司|事业[部群]|委员会|中心|基金会?|小组|学院|研究所|分部|业务|资产|联盟|俱乐部|孵化器|加速器|工厂|分院|项目组|智库|合资公司)"
    r"(?!的?(?:创始|负责|主任|院长))"
)
_SAID_OF = LazyPattern(r"(?:(?<!作)[是为系任]|成为)了?(?:[^，,。；;、]{0,8}的)?\s?$")
_MORE_THAN = LazyPattern(
    r"(?:超过|超越|胜过|击败|打败|战胜|优于|媲美|不输|逼近|接近|追平|碾压|挑战|比肩|匹敌|赶超|[比较])了?(?:过|那些|许多|不少)?\s?$"
)
_TRIED = LazyPattern(r"(?:训练|复现|搭建|尝试|实验)[了过出]?(?:一个|一款|一版|多个)?\s?$")
_REGIONAL = LazyPattern(
    r"的?(?:欧洲|亚洲|亚太|第二|地区|区域|中国|北美|国际|海外|大中华|中东|印度|日本|美国|英国|非洲|拉美|东南亚|西海岸|东海岸)区?的?[^，,。；;]{0,2}总部"
)
_MOSTLY_USES = LazyPattern(r"[使采调接沿]?用的[^，,。；;]{0,4}[是为]|接入的|搭载的|调用的|跑的")
_OUGHT = LazyPattern(r"应当|应该|本应|理应|需要|才够|最优|建议|推荐")
_AGAIN = LazyPattern(r"再次?|又|追加|累计|继续|后续|新一轮|第[二三四五]|共|总额|另外?")

_OF_FOLLOWING_ORG = LazyPattern(f"[{PLACE}]*的[^,;{AGENT}{AGENT_OF}]{{0,10}}[{AGENT}{AGENT_OF}]")
_TECHNIQUES = frozenset({"technique"})
_MODELS = frozenset({"model"})
_OF_FOLLOWING = LazyPattern(f"的[{AGENT}{AGENT_OF}]")


def misreads(predicate: str, match: _Match, skeleton: Skeleton, text: str, end: int) -> bool:
    """Whether a match of a construction of ``predicate`` is none; ``text`` is the block's, ``end`` where its sentence ends."""
    return any(guard(match, skeleton, text, end) for guard in _GUARDS.get(predicate, ()))


def _verb_of_another(match: re.Match[str], skeleton: Skeleton) -> bool:
    """In “BERT和2020年问世的GPT-3” the verb is that of GPT-3: it stands before 的, or behind an “and”."""
    if "subject" not in match.groupdict() or match["subject"] is None:
        return False
    start = match.end("subject")
    between = skeleton.items[start : match.end()]
    if not any(isinstance(w, Word) and "release" in w.classes for w in between):
        return False
    joined = any(isinstance(w, Word) and "and" in w.classes and "with" in w.classes for w in between[:1])
    follows = skeleton.text[match.end() : match.end() + 12]
    modifies = follows.startswith("的") and any(c in follows[1:8] for c in THING + THING_OF)
    return joined or modifies


_BARE_VERSION = LazyPattern(
    r"[,，]?\s?[vV]?\d+(?:\.\d+)+\s?(?:正式|测试)?(?:版本?)?\s?(?:则|又|也|才|已|就)?[于在到]"
)
_OWN_OBJECT = LazyPattern(
    r"了?\s?(?:全新的?|新的?|官方|独立|付费|免费|首个|首款)*(?:iOS|iPhone|iPad|安卓|Android|手机|移动|桌面|网页|macOS|Mac|Windows|电脑|语音|记忆|联网|插件|图像|企业|教育|团队"
    r"|学习|智能体|订阅|付费|会员|购物|搜索|任务|画布|高级|深度|家长|群聊|共享|项目|自定义|开发者|API|SDK)[^，,。；;的]{0,8}?(?:应用|App|APP|app|客户端|版(?!权)|功能|服务|套餐|模式|商店|接口|计划)"
)


def _lists_of_others(match: re.Match[str], skeleton: Skeleton, text: str) -> bool:
    """“亚马逊云平台支持的模型包括Claude”, “微软的竞争产品有Gemini”: what an organisation offers or faces, made by others."""
    groups = match.groupdict()
    if not groups.get("subject"):
        return False
    first = match.end("agent") if groups.get("agent") else match.start()
    last = match.start("subject")
    if not any(isinstance(w, Word) and "such_as" in w.classes for w in skeleton.items[first:last]):
        return False
    place = skeleton.place(first)
    start = (
        skeleton.end_place(first)
        if groups.get("agent")
        else max(text.rfind(c, 0, place) for c in "，,。；;") + 1
    )
    return _OF_OTHERS.search(text, start, skeleton.place(last)) is not None


_FROM_ITS_OUTPUT = LazyPattern(r"(?:生成|产生|输出)的[^，,。；;]{0,6}(?:数据|样本|轨迹|回答)|蒸馏出|蒸馏成")
_AGAIN_SOMETHING = LazyPattern(r"(?:[又还再]|随后又|另外?)(?:推出|公布|发布|开源|上线|放出)$")
_AT_END_OF_CLAUSE = LazyPattern(r"[了过]?[”」]?(?:[，,。；;、)）]|$)")


def _no_release(match: re.Match[str], skeleton: Skeleton, text: str) -> bool:
    """Where the verb has its subject on the left (“GPT-4发布 …GPT系列”), takes an object of its own that is not known
    (“开源语言模型M2”), or where something only begins or ends (“开始由DeepMind开发”, “停止开发”)."""
    start, end = skeleton.place(match.start()), skeleton.end_place(match.end())
    subject = match.groupdict().get("subject")
    if subject == EVENT:
        return False  # a project begins when it is started
    if (
        subject == ZERO
        and _AGAIN_SOMETHING.search(text, start, end)
        and not _AT_END_OF_CLAUSE.match(text, end)
    ):
        return True  # H1于2023年发布，次年又推出起售价9.9万元的G1
    if _NO_LAUNCH.search(text, start, end + 2) or _LISTING.search(text, start, end + 2):
        return True
    if subject is not None:
        behind_subject = skeleton.end_place(match.end("subject"))
        if _OF_A_VERSION.search(text, max(0, behind_subject - 1), end):
            return True  # Caffe2并入…，同年1.0版发布: a version, and often of something else
    elif skeleton.text[match.end() : match.end() + 3].lstrip("了 ")[:1] in (THING, THING_OF):
        return True  # 直到2025年2月才发布Alexa+: what is released stands behind the verb
    if match.groupdict().get("subject") == ZERO and _BARE_VERSION.match(
        text, skeleton.place(match.start("subject"))
    ):
        return True  # 1.4于8月公开，2.0在11月发布
    first = skeleton.items[match.start()]
    if isinstance(first, Word) and first.text in ("登陆", "登上", "上架", "登录"):
        return True  # 登陆Azure: what it is released on
    if isinstance(first, Word) and "release" in first.classes:
        return skeleton.text[: match.start()].rstrip(" ").endswith((THING, THING_OF))
    verb = skeleton.items[match.end() - 1]
    if isinstance(verb, Word) and "release" in verb.classes and _OWN_OBJECT.match(text, end):
        return True  # ChatGPT推出iOS应用: the app, not ChatGPT
    if isinstance(verb, Word) and verb.text in ("登上", "登陆") and _IN_PRINT.match(text, verb.end) is None:
        return True  # 登上春晚的机器人, 登陆港股
    if isinstance(first, Word) and first.text == "这" and skeleton.text.startswith("的", match.end()):
        return False  # 这款于2022年公布的产品
    if (
        skeleton.text[match.start()] == ZERO
        and isinstance(verb, Word)
        and "paper_release" not in verb.classes
    ):
        over = skeleton.text.startswith(("了", "过"), match.end())
        behind = following_item(skeleton, match.end() + over)
        if isinstance(behind, Word) and not behind.classes & {
            "with",
            "conj_verb",
            "and",
            "etc",
            "copula",
            "by",
            "present",
        }:
            return True  # 开源语言模型M2, 放出总参数6710亿的V3
        if skeleton.text.startswith("了", match.end()) and isinstance(
            following_item(skeleton, match.end() + 1), QuantityValue
        ):
            return True  # 放出了1.5版权重
        return _INTRANSITIVE.match(skeleton.text, match.end()) is None
    return False


def _another_signing(match: re.Match[str], skeleton: Skeleton, text: str) -> bool:
    """“日本2025年签署了框架公约”: one of many signatures; “科罗拉多州的人工智能法案”: a law of the same name elsewhere."""
    verb = any(
        isinstance(w, Word) and "sign" in w.classes for w in skeleton.items[match.start() : match.end()]
    )
    if not verb or match.groupdict().get("subject") is None:
        return False
    start, end = skeleton.place(match.start("subject")), skeleton.end_place(match.end("subject"))
    return _JOINED.search(text, start, end) is not None or _OF_A_STATE.search(text[:start]) is not None


def latin_name(skeleton: Skeleton, start: int, end: int) -> bool:
    """Whether a stretch has a Latin name that is no item."""
    return any(
        skeleton.items[i] is None and skeleton.text[i].isascii() and skeleton.text[i].isupper()
        for i in range(start, end)
    )


_FORMER_STAFF = LazyPattern(
    r"(?:公司)?的?(?:[前原]|(?:联合|共同)?创始人|(?:[^，,。；;]{0,4}?(?:员工|高管|总监|工程师|研究员|科学家|设计[官师]|副总裁)))[^，,。；;]{0,16}?(?:的|创办|创立|成立|旗下)"
)


def _names_other_company(match: re.Match[str], skeleton: Skeleton, text: str) -> bool:
    """“收购前苹果设计官创办的公司io”: the organisation behind the verb only tells of whose company it is."""
    if "subject" not in match.groupdict() or match["subject"] is None:
        return False
    end = skeleton.end_place(match.end("subject"))
    if _FORMER_STAFF.match(text, end):
        return True  # 收下了苹果前设计总监艾维的io
    before = following_item(skeleton, match.start("subject") - 1)
    return (isinstance(before, Word) and "former" in before.classes) or _ANOTHER_COMPANY.match(
        text, end
    ) is not None


def _licence_of_object(match: re.Match[str], skeleton: Skeleton) -> bool:
    """“它以Apache 2.0许可证开放了gpt-oss”: the licence is that of what is opened."""
    if "subject" not in match.groupdict() or match["subject"] != ZERO:
        return False
    rest = re.split(r"[,;:!?\x91]", skeleton.text[match.start("lic") :])[0]
    opened = [
        i
        for i, c in enumerate(rest)
        if isinstance(w := skeleton.items[match.start("lic") + i], Word)
        and {"release", "open", "make"} & w.classes
    ]
    return bool(opened) and THING in rest[opened[0] :]


def _is_cleft(match: re.Match[str], skeleton: Skeleton) -> bool:
    """“LSTM解决的是RNN的…”: what it solves, not what it is."""
    if "prop" not in match.groupdict() or "subject" not in match.groupdict() or match["prop"] is None:
        return False
    first, last = match.end("subject"), match.start("prop")
    words = "".join(
        item.text if isinstance(item := skeleton.items[i], Word) else skeleton.text[i]
        for i in range(first, last)
    )
    return len(words) > 2 and _WHAT.search(words) is not None


def is_latin(character: str) -> bool:
    return character.isascii() and character.isalnum()


def _past_another_organisation(match: re.Match[str], skeleton: Skeleton) -> bool:
    """“它的实验室FAIR是2013年成立的”: the organisation nearest to the verb is meant."""
    if "subject" not in match.groupdict() or match["subject"] is None:
        return False
    between = skeleton.text[match.end("subject") : match.end()]
    after = skeleton.items[match.end("subject")] if match.end("subject") < len(skeleton.items) else None
    below = isinstance(after, Word) and after.text in ("旗下", "下属", "投资", "孵化")
    if (below or between.startswith("的")) and AGENT in between:
        return True  # 阿里巴巴的达摩院成立于…, Alphabet旗下新公司Isomorphic Labs宣布成立
    if match["subject"] != ZERO or skeleton.items[match.start("subject")] is None:
        return False
    for index in range(match.end("subject"), match.end()):
        following = following_item(skeleton, index + 1)
        if skeleton.text[index] == AGENT and (
            isinstance(following, DateValue)
            or (isinstance(following, Word) and following.text in ("是", "在", "于"))
        ):
            return True
    return False


def _of_another_agent(match: re.Match[str], skeleton: Skeleton) -> bool:
    """“由梁文锋创立的深度求索研发”: the agent only tells who the agent is."""
    if "agent" not in match.groupdict() or "subject" not in match.groupdict() or match["agent"] is None:
        return False
    if match.start("agent") < match.start("subject") or match.groupdict().get("through"):
        return False
    behind = skeleton.text[match.end("agent") : match.end() + 4]
    return re.search(f"的[{AGENT}{PERSON}]", behind) is not None


def _for_someone(match: re.Match[str], skeleton: Skeleton) -> bool:
    """“为开发者提供完整的部署框架”: 为 is for, not is."""
    words = [w for w in skeleton.items[match.start() : match.end()] if isinstance(w, Word)]
    texts = [w.text for w in words]
    stretch = "".join(
        w.text if isinstance(w, Word) else c
        for w, c in zip(skeleton.items[match.start() : match.end()], match[0], strict=True)
    )
    return (
        "为" in texts
        and re.search(
            r"为.*(?:提供|带来|打造|构建|定制|设计|准备|创造|开发|推出|做出|奠定|打下|铺|节省|留下|立下)",
            stretch,
        )
        is not None
    )


def names_by_title(skeleton: Skeleton, start: int) -> bool:
    """Whether a title stands right before a person, without a copula: it need not be that of the next person."""
    for index in range(start - 1, -1, -1):
        item = skeleton.items[index]
        if isinstance(item, Word):
            if "founder" in item.classes:
                return True
            if "copula" in item.classes:
                return False
        elif item is not None or skeleton.text[index] in ":,":
            return False
    return False


def following_item(skeleton: Skeleton, index: int) -> object:
    """The item at an index of a skeleton, None past its end."""
    return skeleton.items[index] if index < len(skeleton.items) else None


def _of_its_person(match: _Match, skeleton: Skeleton) -> bool:
    """“由斯坦福大学的博士生Abubakar Abid创建”: by the person; what this says of his school another construction asks."""
    groups = match.groupdict()
    if groups.get("agent") is None or "through" in groups:
        return False
    behind = skeleton.text[match.end("agent") : match.end()]
    return behind.startswith("的") and any(sign in behind for sign in (PERSON, PERSON_OF))


def _makes_a_part(match: _Match, skeleton: Skeleton, text: str) -> bool:
    """“接手Gym，推出其分支Gymnasium”: what is made is something of the thing, not the thing."""
    if match.groupdict().get("subject") is None or match.end("subject") != match.end():
        return False
    place = skeleton.place(match.start("subject"))
    return text.startswith("其", place) and not text.startswith(("其", "中"), place + 1)


def _of_following(match: _Match, skeleton: Skeleton) -> bool:
    """“由费尔德曼领导的Cerebras”: of the organisation that follows."""
    return _OF_FOLLOWING.match(skeleton.text, match.end()) is not None


def _staff_is_from(match: _Match, skeleton: Skeleton, text: str) -> bool:
    """“团队多来自斯坦福”: its people come from there, not the thing."""
    if "people" in match.groupdict():
        return False  # a construction that asks for the people
    if skeleton.text.startswith("的" + THING, match.end()) and any(
        isinstance(w, Word) and "from" in w.classes for w in skeleton.items[match.start() : match.end()]
    ):
        return True  # 来自Meta的Llama 3.3: what it was made from
    return (
        _STAFF_FROM.search(text, skeleton.place(match.start()), skeleton.end_place(match.end())) is not None
    )


def _only_shares(match: _Match, skeleton: Skeleton, text: str) -> bool:
    """“买下Scale AI 49%的股份”: a part, not the whole."""
    return _SHARES.match(text, skeleton.end_place(match.end())) is not None


def _tuned_on_data(match: _Match, skeleton: Skeleton, text: str) -> bool:
    """“用GPT-4生成的数据微调”: what taught it, not what it was built on."""
    base, end = skeleton.end_place(match.end("base")), skeleton.end_place(match.end())
    return _DATA_OF.match(text, base, end) is not None


def _only_measure(match: _Match, skeleton: Skeleton, text: str) -> bool:
    """A property that only serves as a measure for the subject: 比稠密架构更省算力, 以稠密模型的成本."""
    if match.groupdict().get("prop") is None:
        return False
    start, end = skeleton.place(match.start("prop")), skeleton.end_place(match.end("prop"))
    return bool(
        _MEASURED_BY.search(text, max(0, start - 12), start)
        or _INSTEAD_OF.search(text, max(0, start - 20), start)
        or _MEASURE_OF.match(text, end)
    )


def _only_a_kind(match: _Match, skeleton: Skeleton) -> bool:
    """“StyleGAN是英伟达在2018年提出的生成对抗网络”: the technique says what kind of thing it is, and is not what was made."""
    if match.groupdict().get("subject") is None:
        return False
    kind = skeleton.items[match.start("subject")]
    if (
        not isinstance(kind, Mention)
        or not kind.of_types(_TECHNIQUES)
        or match.end("subject") - match.start("subject") > 1
    ):
        return False
    clause = re.split(r"[,;:!?\x91]", skeleton.text[: match.start("subject")])[-1]
    if not _behind_attribute(skeleton, match.start("subject")):
        return False
    first = match.start("subject") - len(clause)
    copulas = [
        i
        for i in range(first, match.start("subject"))
        if isinstance(w := skeleton.items[i], Word) and "copula" in w.classes
    ]
    return bool(copulas) and THING in skeleton.text[first : copulas[0]]


def _behind_attribute(skeleton: Skeleton, index: int) -> bool:
    """Whether what stands at an index ends a long attribute: 发布的Transformer, 发布的机器人Transformer模型."""
    for place in range(index - 1, max(index - 7, -1), -1):
        item = skeleton.items[place]
        if skeleton.text[place] == "的" or (isinstance(item, Word) and item.text.endswith("的")):
            return True
        if item is not None and not isinstance(item, Word):
            return False
    return False


def _only_part(match: _Match, skeleton: Skeleton, text: str) -> bool:
    """A net or a coder that is only a part of the subject: ViT用MLP作为分类头, CLIP的图像编码器."""
    if "prop" not in match.groupdict() or match["prop"] is None:
        return False
    start, end = skeleton.place(match.start("prop")), skeleton.end_place(match.end("prop"))
    if _CODER.match(text, start, end) is not None:
        return _OWN_CODER.search(text, max(0, start - 4), start) is not None
    if text[start:end] not in _PART_NETS:
        return False
    # behind the subject's name, which may speak of a coder itself (掩码自编码器)
    first = match.end("subject") if match.groupdict().get("subject") else match.start()
    follows = first > match.start("prop")  # 采用CNN架构的LSTM
    if follows and _OF_FOLLOWING_THING.fullmatch(text, end, skeleton.place(match.start("subject"))) is None:
        return True  # 采用CNN架构的编码器搭配Transformer
    said = skeleton.place(match.start()) if follows else skeleton.end_place(first)
    return (not follows and _AS_WHOLE.match(text, end) is None) or (
        _OF_A_PART.search(text, said, start) is not None
    )


def _of_a_draft(match: _Match, skeleton: Skeleton, text: str) -> bool:
    """“发布《…办法(征求意见稿)》”: of a law, its draft, a reading or a later change is meant."""
    if match.groupdict().get("subject") != EVENT:
        return False
    start, end = skeleton.place(match.start()), skeleton.end_place(match.end())
    return _DRAFT.search(text, start, end + 10) is not None


_EARLIER_STILL = LazyPattern(
    r"[\u4e00-\u9fff](?<![年月日于在])(?:近|约|超过)?(?:[一二两三四五六七八九十几多]+|\d{1,2}) ?(?:年|个月)(?:多|来|之久|以上)?的$"
    r"|(?:此前|先前|早先|早前|之前|当年|原先|曾经?)[^，,。；;：:]{0,12}$"
)


def of_earlier(match: _Match, skeleton: Skeleton, text: str) -> bool:
    """“次年便放弃了此前收购的Nervana”: the date is not of what was done before."""
    if not match.groupdict().get("subject"):
        return False
    end = skeleton.end_place(match.end())
    start = max(text.rfind(c, 0, skeleton.place(match.start("subject"))) for c in "，,。；;")
    return _EARLIER_STILL.search(text, start + 1, skeleton.place(match.start("subject"))) is not None and (
        "的" in text[start + 1 : end]
    )


def _of_predecessor(match: _Match, skeleton: Skeleton, text: str) -> bool:
    """“前身为微软的一支团队，于2013年组建”: when what went before came together."""
    end = skeleton.end_place(match.end())
    return _PREDECESSOR.search(text, text.rfind("。", 0, end) + 1, end) is not None


def _on_the_way(match: _Match, skeleton: Skeleton, text: str) -> bool:
    """“筹备上市”, “上市无望”: not yet, or never; “企业版Copilot在11月1日上市”: a product, not its maker."""
    start, end = skeleton.place(match.start()), skeleton.end_place(match.end())
    if match.groupdict().get("subject") == ZERO and any(c in match.group() for c in THING + THING_OF):
        return True
    return bool(_BEFORE_LISTING.search(text, start, end - 2) or _NOT_LISTED.match(text, end))


def _left_behind(match: _Match, skeleton: Skeleton, text: str) -> bool:
    """“余凯离开百度后于2015年创立”: whom he left is not what was founded."""
    if match.groupdict().get("subject") in (None, ZERO):
        return False
    start = skeleton.place(match.start("subject"))
    return _LEFT.search(text, max(0, start - 4), start) is not None


def _founder_of_another(match: _Match, skeleton: Skeleton) -> bool:
    """“Meta成立实验室，由Scale AI创始人领衔”: the title belongs to the organisation before it."""
    if "subject" in match.groupdict():
        return False
    title = next(
        (
            i
            for i in range(match.start(), match.end())
            if isinstance(w := skeleton.items[i], Word) and "founder" in w.classes
        ),
        match.end(),
    )
    return any(c in skeleton.text[match.start() : title] for c in AGENT + AGENT_OF)


def _bought_by(match: _Match, skeleton: Skeleton, text: str) -> bool:
    """“合办的DNNresearch，成立不久即被谷歌收购”: whoever buys is not what was founded."""
    if match.groupdict().get("subject") in (None, ZERO):
        return False
    start = skeleton.place(match.start("subject"))
    return text.startswith("被", start - 1)


def _names_a_kind(match: _Match, skeleton: Skeleton, text: str) -> bool:
    """“收购Arm架构芯片设计公司Ampere”: the organisation behind the verb only tells what kind of thing is bought."""
    if match.groupdict().get("subject") in (None, ZERO):
        return False
    return _KIND.match(text, skeleton.end_place(match.end("subject"))) is not None


_DEALT = frozenset({"acquire", "invest", "lead_round", "foundrel", "join"})
_A_PART = LazyPattern(
    r"[^，,。；;由于在是被：:]{0,8}?(?:研究院|实验室|研究所|研究中心|学院|部门|事业部|基金会)"
)


def _of_a_part_of_it(match: _Match, skeleton: Skeleton, text: str) -> bool:
    """“斯坦福人工智能实验室由…创建”: a part is founded, not the whole that it is named after."""
    if match.groupdict().get("subject") in (None, ZERO):
        return False
    return _A_PART.match(text, skeleton.end_place(match.end("subject"))) is not None


def _seat_of_following(match: _Match, skeleton: Skeleton, text: str) -> bool:
    """“英伟达与总部位于新竹的台积电”: the seat is that of whoever follows."""
    if match.groupdict().get("subject") in (None, ZERO):
        return False
    joined = text[skeleton.end_place(match.end("subject")) :].lstrip()[:1]
    between = skeleton.items[match.end("subject") : match.end()]
    if any(isinstance(i, Word) and i.classes & _DEALT for i in between) and _OF_FOLLOWING_ORG.match(
        skeleton.text, match.end()
    ):
        return True  # 谷歌收购了位于伦敦的DeepMind
    return (
        joined in tuple("与和同跟及、向由被从对")
        and _OF_FOLLOWING_ORG.match(skeleton.text, match.end()) is not None
    )


def _driven_by(match: _Match, skeleton: Skeleton, text: str) -> bool:
    """“介绍由Gemini驱动的AlphaEvolve”: what drives the thing that appears."""
    if match["subject"] in (None, ZERO) if "subject" in match.groupdict() else True:
        return False
    start = skeleton.place(match.start("subject"))
    return (
        start > skeleton.place(match.start()) and _DRIVER.search(text, max(0, start - 3), start) is not None
    )


_AS = LazyPattern(r"作为(?:其|它的|旗下的?)?\s?$")


def _as_part_of(match: _Match, skeleton: Skeleton, text: str) -> bool:
    """“Deep Research在2024年12月作为Gemini功能推出”: as part of what something comes out."""
    if match.groupdict().get("subject") in (None, ZERO):
        return False
    start = skeleton.place(match.start("subject"))
    return start > 2 and _AS.search(text, max(0, start - 6), start) is not None


def _not_yet(match: _Match, skeleton: Skeleton, text: str) -> bool:
    """“那时TensorFlow还没有开源”: of then."""
    closed = [
        skeleton.place(i)
        for i in range(match.start(), match.end())
        if isinstance(w := skeleton.items[i], Word) and "closed" in w.classes
    ]
    return bool(closed) and _NOT_YET.search(text, skeleton.place(match.start()), closed[0]) is not None


def _of_what_is_named_next(match: _Match, skeleton: Skeleton, text: str) -> bool:
    """“2017年1月公测，取名PyTorch”: an empty subject is what the next clause names."""
    if match.groupdict().get("subject") != ZERO:
        return False
    return _NAMED_LATER.match(text, skeleton.end_place(match.end())) is not None


def _takes_up_what_was_said(match: _Match, skeleton: Skeleton, text: str) -> bool:
    """“沿用这一思路的DeepSeek-V2”: the thing takes up the idea, it is not taken up."""
    if "prop" not in match.groupdict() or match["prop"] is None:
        return False
    return (
        _THIS_KIND.search(text, skeleton.place(match.start()), skeleton.place(match.start("prop")))
        is not None
    )


def _birth_of_a_thing(match: _Match, skeleton: Skeleton) -> bool:
    """“AI21：1780亿参数的Jurassic-1诞生于2021年8月”: of the model, not of the company."""
    if match.groupdict().get("subject") is None:
        return False
    between = skeleton.text[match.end("subject") : match.end()]
    return any(c in between for c in THING + THING_OF)


def _written_by_users(match: _Match, skeleton: Skeleton, text: str) -> bool:
    """“TensorFlow让研究者用Python编写模型”: what one writes with it, or for it."""
    start, end = skeleton.place(match.start()), skeleton.end_place(match.end())
    return _USERS_WRITE.search(text, start, end) is not None


def _memory_of_another(match: _Match, skeleton: Skeleton, text: str) -> bool:
    """“不再用GDDR6X”, “与H100同芯，换上HBM3e”: not the memory of the subject, or of its successor."""
    if match["mem"] is None:
        return False
    start = skeleton.place(match.start("mem"))
    left_out = "subject" in match.groupdict() and match["subject"] == ZERO
    before = max(0, start - 24)
    return bool(
        _OTHER_MEMORY.search(text, before, start) or (left_out and _EXCHANGED.search(text, before, start))
    )


def _of_links_before(match: _Match, skeleton: Skeleton, text: str) -> bool:
    """“A100有12条NVLink，每条50GB/s”: of the links that the clause before speaks of."""
    start, end = skeleton.place(match.start()), skeleton.end_place(match.end())
    likewise = "同样" in text[start:end] or "也" in text[start:end]  # …，H800同样降到400GB/s
    left_out = match.groupdict().get("subject") == ZERO or likewise
    if not left_out or _OF_MEMORY.search(text, start, end):
        return False
    return _LINKS.search(text, max(text.rfind("。", 0, start), start - 40, 0), start) is not None


def _of_another_edition(match: _Match, skeleton: Skeleton, text: str) -> bool:
    """“RTX 4090笔记本版只有16GB显存”: a namesake."""
    if match.groupdict().get("subject") in (None, ZERO):
        return False
    return _EDITION.match(text, skeleton.end_place(match.end("subject"))) is not None


def _names_an_edition(match: _Match, skeleton: Skeleton, text: str) -> bool:
    """“80GB版采用HBM2e”: which edition it is, told of by the size."""
    item = skeleton.items[match.start("value")]
    return isinstance(item, QuantityValue) and _OF_AN_EDITION.match(text, item.unit_end) is not None


def _used_or_summed(match: _Match, skeleton: Skeleton, text: str) -> bool:
    """“两块A100合计160GB”, “RTX 4090跑它需要20GB显存”: what several have together, or what something takes up."""
    start, end = skeleton.place(match.start()), skeleton.end_place(match.end("value"))
    return _USED_OR_SUMMED.search(text, max(text.rfind("。", 0, start) + 1, start - 40), end) is not None


def _of_a_tray(match: _Match, skeleton: Skeleton, text: str) -> bool:
    """“GB200 NVL72的每个计算托盘有4块GPU”: of a part of the system."""
    start, end = skeleton.place(match.start()), skeleton.place(match.start("value"))
    return _TRAY.search(text, start, end) is not None


def _of_a_system(match: _Match, skeleton: Skeleton, text: str) -> bool:
    """“由A100组成的集群达到5 EFLOPS”, “8张H100（FP16算力8 PFLOPS）”: of many of them."""
    start, end = skeleton.place(match.start()), skeleton.end_place(match.end())
    sentence = max(text.rfind("。", 0, start) + 1, start - 20)
    return (
        _SYSTEM.search(text, start, end + 4) is not None or _SEVERAL.search(text, sentence, end) is not None
    )


def _of_distilled_ones(match: _Match, skeleton: Skeleton, text: str) -> bool:
    """“同批放出的六个蒸馏版借用了Qwen的底座”: the base of the distilled models, not of the one they learn from."""
    start, end = skeleton.place(match.start()), skeleton.end_place(match.end())
    return match.groupdict().get("subject") == ZERO and _DISTILLED.search(text, start, end) is not None


def _asked_to(match: _Match, skeleton: Skeleton, text: str) -> bool:
    """“辉达要求鸿海暂停生产H20”: the agent is asked, or stops; neither tells who made the thing."""
    if match.groupdict().get("agent") in (None, ZERO):
        return False
    start, end = skeleton.place(match.start("agent")), skeleton.end_place(match.end())
    return bool(_ASKED.search(text, max(0, start - 5), start) or _STOPS.search(text, start, end))


def _worked_on(match: _Match, skeleton: Skeleton, text: str) -> bool:
    """“在Transformer上做了改造，使用RMSNorm”: what is changed is not what uses the new part."""
    if match.groupdict().get("subject") in (None, ZERO):
        return False
    start, end = skeleton.place(match.start("subject")), skeleton.end_place(match.end("subject"))
    return (
        _CHANGED_HERE.search(text, max(0, start - 8), start) is not None
        and _WORKED_ON.match(text, end) is not None
    )


def _of_a_label(match: _Match, skeleton: Skeleton, text: str) -> bool:
    """“训练数据：基于LAION-5B”: of what the label names, which need not be part of the last thing named."""
    if match.groupdict().get("subject") != ZERO:
        return False
    start = skeleton.place(match.start("subject"))
    return _UNDER_A_LABEL.search(text, max(0, start - 14), start) is not None


_OUTDONE = LazyPattern(
    r"(?:超过|超越|胜过|领先|落后|不如|逊于|优于|高于|强于|好于|压过|媲美|追平|赶上|打败|碾压|击败)[^，,。；;]{0,24}?(?:发布|推出|公布|开源|上线|问世|提出)的"
)
_BOUGHT_BY_IT = LazyPattern(r"(?:收购|买下|并购|投资|入股|孵化|控股|买走)了?[^，,。；;]{0,4}的")


def _held_against(match: _Match, skeleton: Skeleton, text: str) -> bool:
    """“谷歌称Gemini超过了2023年3月发布的GPT-4”: what it is compared with is neither its maker's nor of its day."""
    return _OUTDONE.search(text, skeleton.place(match.start()), skeleton.end_place(match.end())) is not None


_WENT_TO = LazyPattern(r"(?:转投|加入|加盟|跳槽到?|投奔|离开|入职|回到|重返)了?\s?$")


def _went_there(match: _Match, skeleton: Skeleton, text: str) -> bool:
    """“亚历山大·王转投Meta，公司由…出任CEO”: where someone went is not the company of the next clause."""
    if match.groupdict().get("subject") in (None, ZERO) or match.start("subject") != match.start():
        return False
    start = skeleton.place(match.start("subject"))
    return (
        skeleton.text[match.end("subject") : match.end("subject") + 1] == ","
        and _WENT_TO.search(text, max(0, start - 6), start) is not None
    )


def _of_what_it_bought(match: _Match, skeleton: Skeleton, text: str) -> bool:
    """“谷歌2014年收购的Nest Labs由…创办”: the founding is that of the firm bought."""
    if match.groupdict().get("subject") in (None, ZERO):
        return False
    start, end = skeleton.place(match.start("subject")), skeleton.end_place(match.end())
    return _BOUGHT_BY_IT.search(text, start, end) is not None


def _moved_into(match: _Match, skeleton: Skeleton) -> bool:
    """“将卷积网络引入GAN”: what is moved into something does not use it."""
    if match.groupdict().get("subject") is None or not match.start("subject"):
        return False
    before = skeleton.items[match.start("subject") - 1]
    return isinstance(before, Word) and before.text in ("将", "把")


_Guard = Callable[[_Match, Skeleton, str, int], bool]


def _founds_something(match: _Match, skeleton: Skeleton) -> bool:
    """“图灵奖由ACM于1966年设立”: what is founded stands before 由, not behind it."""
    if match.groupdict().get("subject") is None or match.start("subject") != match.start():
        return False
    place = match.start() - 1
    if skeleton.text[place : place + 1] == PLACE:  # 由美国计算机协会
        place -= 1
    before = skeleton.items[place] if place > 0 else None
    return isinstance(before, Word) and before.text == "由" and skeleton.text[place - 1] == EVENT


_THEN_DID = LazyPattern(
    r"(?:App|平台|产品)?(?:正式|宣布|又|再次|也|全面|随后|被|将|已)*(?:更名|改名|改称|升级|并入|合并|下线|关停|停止|停服|接入|整合|收购|降价|涨价|免费|突破|登顶|遭|被)"
)


_A_DATE = LazyPattern(r"\d\s?[年月日]|[今去前当同次翌]年|\d{4}")


def _then_did(match: _Match, skeleton: Skeleton, text: str) -> bool:
    """“2023年底，阿里云推出的通义千问App更名”: the date is that of what the sentence tells of the thing."""
    if match.groupdict().get("subject") is None:
        return False
    subject = skeleton.items[match.start("subject")]
    first = skeleton.items[match.start()]
    place = skeleton.place(match.start())
    clause = max(text.rfind(c, 0, place) for c in "，,。；;") + 1
    return (
        isinstance(subject, Mention)
        and isinstance(first, Word)
        and _A_DATE.search(text, clause, place) is None  # 于2025年2月推出的…: of the verb
        and (first.text.endswith("的") or skeleton.text[match.start() + 1 : match.start() + 2] == "的")
        and _THEN_DID.match(text, subject.end) is not None
    )


_AT_EVENT = LazyPattern(r"[在于]\s?$")
_ON_IT = LazyPattern(r"(?:大会)?(?:开幕式|主论坛|论坛|期间|现场)?[上中里]|期间|现场")


def _at_an_event(match: _Match, skeleton: Skeleton, text: str) -> bool:
    """“某实验室在世界人工智能大会上揭牌”: what is founded there is not the event."""
    if match.groupdict().get("subject") is None or EVENT not in match["subject"]:
        return False
    item = skeleton.items[match.start("subject")]
    return (
        isinstance(item, Mention)
        and _AT_EVENT.search(text, max(0, item.start - 2), item.start) is not None
        and _ON_IT.match(text, item.end) is not None
    )


_CARRIES = LazyPattern(r"(?:搭载|采用|使用|内置|集成|配备|装有|运行|基于|依托)了?[^，,。；;]{0,6}$")
_CODE_BEHIND = LazyPattern(r"\s?[A-Z]?\d[A-Za-z0-9]*")


def _of_a_part(match: _Match, skeleton: Skeleton, text: str) -> bool:
    """“麒麟970是首款搭载寒武纪1A处理器的芯片”: the maker named is that of a part."""
    start = match.start("agent") if match.groupdict().get("agent") else -1
    item = skeleton.items[start] if start >= 0 else None
    return (
        isinstance(item, Mention)
        and _CODE_BEHIND.match(text, item.end) is not None
        and _CARRIES.search(text, max(0, item.start - 10), item.start) is not None
    )


def _tells_who_founded(match: _Match, skeleton: Skeleton) -> bool:
    """“Pika由斯坦福大学博士生郭文景创办”, “由三位麻省理工学院的物理学家创立”: where the founders come from."""
    if match.groupdict().get("subject") in (None, ZERO):
        return False
    clause = re.split(r"[,;:!?\x91]", skeleton.text[: match.start("subject")])[-1]
    first = match.start("subject") - len(clause)
    by = [
        i
        for i in range(first, match.start("subject"))
        if isinstance(w := skeleton.items[i], Word) and w.text == "由"
    ]
    return bool(by) and any(c in skeleton.text[first : by[-1]] for c in AGENT + THING + EVENT + ZERO)


def _shared_out(match: _Match, skeleton: Skeleton, text: str, end: int) -> bool:
    """“微软和英伟达分别投资50亿和100亿美元”: which amount is whose is told by their order."""
    start, last = skeleton.place(match.start()), skeleton.end_place(match.end())
    return any(word in text[max(0, start - 12) : min(end, last)] for word in ("分别", "依次", "各自"))


def _in_clause_of_another(match: _Match, skeleton: Skeleton, text: str) -> bool:
    """“苹果发布的论文质疑GPT-4o”, “甲骨文推出了由H100组成的集群”: between maker's verb and name stands a verb of another clause."""
    groups = match.groupdict()
    if not groups.get("subject") or groups.get("agent") in (None, ZERO):
        return False
    first, last = match.end("agent"), match.start("subject")
    verbs = [w for w in skeleton.items[first:last] if isinstance(w, Word) and w.classes & {"make", "release"}]
    if not verbs or first > last:
        return False
    start = skeleton.place(last)
    return bool(
        _OWN_VERB.search(text, verbs[-1].end, start)
        or _TOLD_OF.search(text, skeleton.end_place(first), start)
    )


def _only_hosted(match: _Match, skeleton: Skeleton) -> bool:
    """“阿里云上线了DeepSeek-R1”: whoever serves a model puts it online."""
    groups = match.groupdict()
    if not groups.get("subject") or groups.get("agent") in (None, ZERO):
        return False
    first, last = match.end("agent"), match.start("subject")
    verbs = [w for w in skeleton.items[first:last] if isinstance(w, Word) and "make" in w.classes]
    thing = skeleton.items[last] if last >= first else None
    return (
        bool(verbs)
        and verbs[-1].text in _HOSTED
        and isinstance(thing, Mention)
        and bool(thing.of_types(_MODELS))
    )


def _only_helps(match: _Match, skeleton: Skeleton, text: str) -> bool:
    """“TPU由博通协助设计”: help is not making."""
    if match.groupdict().get("agent") in (None, ZERO):
        return False
    return (
        _HELPS.match(text, skeleton.end_place(match.end("agent")), skeleton.end_place(match.end()))
        is not None
    )


def _only_uses(match: _Match, skeleton: Skeleton, text: str) -> bool:
    """“元宝用的多是DeepSeek的模型”: what it runs on."""
    groups = match.groupdict()
    if groups.get("agent") in (None, ZERO) or groups.get("subject") is None:
        return False
    first, last = skeleton.end_place(match.start("subject")), skeleton.place(match.start("agent"))
    return first < last and _MOSTLY_USES.search(text, first, last) is not None


def _of_a_unit(match: _Match, skeleton: Skeleton, text: str) -> bool:
    """“OpenAI的超级对齐团队成立于2023年”, “英特尔的基带部门被苹果收购”: of a part of the organisation."""
    if match.groupdict().get("subject") is None:
        return False
    end = skeleton.end_place(match.end("subject"))
    last = max(end, skeleton.end_place(match.end()))
    if _REGIONAL.match(text, end, last):
        return True  # 谷歌的欧洲总部
    return _UNIT.match(text, end, last) is not None or (
        match["subject"] != ZERO and _OF_FOLLOWING.match(skeleton.text, match.end("subject")) is not None
    )


_CLEFT = LazyPattern(
    r"(?:靠|用|凭|依赖|采用|使用|选用|借助|依靠|看|找|请|负责[^，,。；;]{1,6})的(?:则|也|还|正|都)?$"
)


def _of_a_cleft(match: _Match, skeleton: Skeleton, text: str) -> bool:
    """“标注靠的是亚马逊的众包平台”: what is said is what was relied on, not who made the thing."""
    if match.groupdict().get("subject") != ZERO or not match.groupdict().get("agent"):
        return False
    copula = text.rfind("是", skeleton.place(match.start()), skeleton.place(match.start("agent")))
    return copula > 0 and _CLEFT.search(text, max(0, copula - 14), copula) is not None


_WHAT_IT_USES = LazyPattern(
    r"(?:用|采用|使用|依赖|依靠|靠|跑|搭载|选)的[^。；;]{0,24}[是为][^。；;，,]{0,4}$"
)


def _of_what_it_uses(match: _Match, skeleton: Skeleton, text: str) -> bool:
    """“AlexNet用的不是数据中心卡，就是两块游戏显卡”: the kind is of what was used."""
    value = (
        skeleton.place(match.start("cat"))
        if match.groupdict().get("cat")
        else skeleton.end_place(match.end())
    )
    start = max(text.rfind(c, 0, skeleton.place(match.start())) for c in "。；;\n")
    return _WHAT_IT_USES.search(text, start + 1, value) is not None


_REPLACEABLE = LazyPattern(
    r"(?:可以?|能够?|被|应该?|不妨)(?:整个)?(?:替换?|换)(?:成|为|作)"
)  # U-Net可以换成Transformer
_FROM_THE_PLACE = LazyPattern(
    r"(?:出自|来自|源自)了?(?:本地|国内|当地|同城|同[一样]?[^，,。；;的]{0,6}|国外|海外|学界|业界|硅谷|中国|美国|英国|香港|台湾|法国)的$"
)


def _from_a_place(match: _Match, skeleton: Skeleton, text: str) -> bool:
    """“同样出自本地的Hanson Robotics”: the name is what comes from there."""
    if not match.groupdict().get("agent"):
        return False
    agent = skeleton.place(match.start("agent"))
    return _FROM_THE_PLACE.search(text, max(0, agent - 14), agent) is not None


def _said_of_the_one_before(match: _Match, skeleton: Skeleton, text: str) -> bool:
    """“马化腾是腾讯的创始人，马云是阿里巴巴的创始人”: the title is that of whom the clause began with."""
    role = next((r for r in ("person", "agent") if match.groupdict().get(r)), "")
    if not role or match.groupdict().get("subject") in (None, ZERO):
        return False
    if match.start("subject") > match.start(role):
        return False
    start, last = skeleton.place(match.start("subject")), skeleton.place(match.start(role))
    comma = any(c in text[start:last] for c in "，,")
    return comma and _SAID_OF.search(text, max(0, start - 12), start) is not None


def _titles_the_next(match: _Match, skeleton: Skeleton) -> bool:
    """“张忠谋是英伟达创始人黄仁勋的老朋友”: the title is that of the person behind it."""
    groups = match.groupdict()
    if (
        not groups.get("person")
        or not groups.get("subject")
        or match.start("person") > match.start("subject")
    ):
        return False
    title = skeleton.items[match.end() - 1]
    return (
        isinstance(title, Word)
        and bool(title.classes & {"founder", "author"})
        and skeleton.text[match.end() : match.end() + 1] in (PERSON, PERSON_OF)
    )


def _size_of_rivals(match: _Match, skeleton: Skeleton, text: str) -> bool:
    """“LLaMA超过了1750亿参数的对手”: how large the others are."""
    item = skeleton.items[match.start("value")]
    if not isinstance(item, QuantityValue) or not text.startswith("的", item.unit_end):
        return False
    if match.groupdict().get("subject") and match.start("subject") > match.start("value"):
        return (
            _TRIED.search(text, max(0, item.start - 10), item.start) is not None
        )  # 训练了一个83亿参数的GPT-2
    return _MORE_THAN.search(text, max(0, item.start - 10), item.start) is not None


def _another_round(match: _Match, skeleton: Skeleton, text: str) -> bool:
    """“亚马逊再向Anthropic投资40亿美元”: not the investment that is best known."""
    start, end = skeleton.place(match.start()), skeleton.end_place(match.end())
    return _AGAIN.search(text, start, end) is not None


_GUARDS: Mapping[str, tuple[_Guard, ...]] = {
    "funding": (lambda m, s, t, e: _of_what_it_bought(m, s, t),),
    "released": (
        lambda m, s, t, e: _verb_of_another(m, s),
        lambda m, s, t, e: _only_a_kind(m, s),
        lambda m, s, t, e: _no_release(m, s, t),
        lambda m, s, t, e: _then_did(m, s, t),
        lambda m, s, t, e: _another_signing(m, s, t),
        lambda m, s, t, e: _of_what_is_named_next(m, s, t),
        lambda m, s, t, e: _driven_by(m, s, t),
        lambda m, s, t, e: _as_part_of(m, s, t),
        lambda m, s, t, e: _of_a_draft(m, s, t),
        lambda m, s, t, e: _held_against(m, s, t),
    ),
    "role": (
        lambda m, s, t, e: _went_there(m, s, t),
        lambda m, s, t, e: _of_following(m, s),
        lambda m, s, t, e: is_no_step(m, s, t),
        lambda m, s, t, e: _of_a_unit(m, s, t),
    ),
    "founder_of": (lambda m, s, t, e: is_no_step(m, s, t),),
    "adviser": (lambda m, s, t, e: is_no_step(m, s, t),),
    "education": (lambda m, s, t, e: is_no_step(m, s, t),),
    "created_by": (
        lambda m, s, t, e: _of_another_agent(m, s),
        lambda m, s, t, e: _makes_a_part(m, s, t),
        lambda m, s, t, e: _of_its_person(m, s),
        lambda m, s, t, e: _only_a_kind(m, s),
        lambda m, s, t, e: _staff_is_from(m, s, t),
        lambda m, s, t, e: _of_a_part(m, s, t),
        lambda m, s, t, e: _of_a_draft(m, s, t),
        lambda m, s, t, e: _asked_to(m, s, t),
        lambda m, s, t, e: _lists_of_others(m, s, t),
        lambda m, s, t, e: _held_against(m, s, t),
        lambda m, s, t, e: _in_clause_of_another(m, s, t),
        lambda m, s, t, e: _only_hosted(m, s),
        lambda m, s, t, e: _only_helps(m, s, t),
        lambda m, s, t, e: _only_uses(m, s, t),
        lambda m, s, t, e: _said_of_the_one_before(m, s, t),
        lambda m, s, t, e: _of_a_cleft(m, s, t),
        lambda m, s, t, e: _from_a_place(m, s, t),
    ),
    "language": (lambda m, s, t, e: _written_by_users(m, s, t),),
    "openness": (lambda m, s, t, e: _not_yet(m, s, t),),
    "uses": (
        lambda m, s, t, e: _moved_into(m, s),
        lambda m, s, t, e: _takes_up_what_was_said(m, s, t),
        lambda m, s, t, e: _worked_on(m, s, t),
        lambda m, s, t, e: _of_a_label(m, s, t),
    ),
    "founded": (
        lambda m, s, t, e: _of_a_part_of_it(m, s, t),
        lambda m, s, t, e: _of_a_unit(m, s, t),
        lambda m, s, t, e: _founds_something(m, s),
        lambda m, s, t, e: _at_an_event(m, s, t),
        lambda m, s, t, e: _tells_who_founded(m, s),
        lambda m, s, t, e: _birth_of_a_thing(m, s),
        lambda m, s, t, e: _left_behind(m, s, t),
        lambda m, s, t, e: _past_another_organisation(m, s),
        lambda m, s, t, e: _of_predecessor(m, s, t),
        lambda m, s, t, e: _of_what_it_bought(m, s, t),
    ),
    "category": (
        lambda m, s, t, e: _of_what_it_uses(m, s, t),
        lambda m, s, t, e: _for_someone(m, s),
    ),
    "property": (
        lambda m, s, t, e: _is_cleft(m, s),
        lambda m, s, t, e: _FROM_ITS_OUTPUT.search(t, s.place(m.start()), s.end_place(m.end())) is not None,
        lambda m, s, t, e: _REPLACEABLE.search(t, s.place(m.start()), s.end_place(m.end())) is not None,
        lambda m, s, t, e: _moved_into(m, s),
        lambda m, s, t, e: _only_measure(m, s, t),
        lambda m, s, t, e: _only_part(m, s, t),
        lambda m, s, t, e: _takes_up_what_was_said(m, s, t),
    ),
    "headquartered_in": (
        lambda m, s, t, e: _of_what_it_bought(m, s, t),
        lambda m, s, t, e: _seat_of_following(m, s, t),
        lambda m, s, t, e: _of_a_unit(m, s, t),
        lambda m, s, t, e: _OF_A_TARGET.search(t, s.place(m.start()), s.end_place(m.end())) is not None,
    ),
    "code_name": (
        lambda m, s, t, e: _OR_ELSE.search(t, s.place(m.start()), s.end_place(m.end())) is not None,
    ),
    "listed_on": (lambda m, s, t, e: _on_the_way(m, s, t), lambda m, s, t, e: _of_a_unit(m, s, t)),
    "parameters": (lambda m, s, t, e: _size_of_rivals(m, s, t),),
    "training_tokens": (
        lambda m, s, t, e: _OUGHT.search(t, s.place(m.start()), s.end_place(m.end())) is not None,
    ),
    "founded_by": (
        lambda m, s, t, e: _of_what_it_bought(m, s, t),
        lambda m, s, t, e: _of_a_part_of_it(m, s, t),
        lambda m, s, t, e: _founder_of_another(m, s),
        lambda m, s, t, e: _said_of_the_one_before(m, s, t),
        lambda m, s, t, e: _titles_the_next(m, s),
        lambda m, s, t, e: _of_a_unit(m, s, t),
        lambda m, s, t, e: _bought_by(m, s, t),
    ),
    "licence": (lambda m, s, t, e: _licence_of_object(m, s),),
    "invested_by": (
        lambda m, s, t, e: _shared_out(m, s, t, e),
        lambda m, s, t, e: _another_round(m, s, t),
    ),
    "acquired_by": (
        lambda m, s, t, e: _of_what_it_bought(m, s, t),
        lambda m, s, t, e: _names_other_company(m, s, t),
        lambda m, s, t, e: _only_shares(m, s, t),
        lambda m, s, t, e: _of_a_unit(m, s, t),
        lambda m, s, t, e: _names_a_kind(m, s, t),
    ),
    "based_on": (lambda m, s, t, e: _tuned_on_data(m, s, t), lambda m, s, t, e: _of_distilled_ones(m, s, t)),
    "interconnect_bandwidth": (
        lambda m, s, t, e: (
            _OTHER_LINK.search(t, s.place(m.start()), min(e, s.end_place(m.end()) + 6)) is not None
        ),
    ),
    "memory_type": (lambda m, s, t, e: _memory_of_another(m, s, t),),
    "compute": (lambda m, s, t, e: _of_a_system(m, s, t),),
    "memory_bandwidth": (
        lambda m, s, t, e: _LINKS.search(t, s.place(m.start()), e) is not None,
        lambda m, s, t, e: _of_links_before(m, s, t),
        lambda m, s, t, e: _of_another_edition(m, s, t),
    ),
    "memory": (
        lambda m, s, t, e: _of_another_edition(m, s, t),
        lambda m, s, t, e: _names_an_edition(m, s, t),
        lambda m, s, t, e: _used_or_summed(m, s, t),
    ),
    "power": (lambda m, s, t, e: _of_another_edition(m, s, t),),
    "count": (
        lambda m, s, t, e: _of_another_edition(m, s, t),
        lambda m, s, t, e: _of_a_tray(m, s, t),
    ),
}
