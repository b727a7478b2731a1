"""From a matched construction to claims: who is the subject, what is the value, which date governs."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from typing import TYPE_CHECKING

from factcheck.extraction import superlatives
from factcheck.extraction.claims import (
    ASSERTED,
    Claim,
    DateClaim,
    EntityValue,
    NumberValue,
    StrangerValue,
    TextValue,
    Value,
    WordValue,
)  # fmt: skip
from factcheck.extraction.context import (
    AGENT_TYPES,
    ORGANISATION_TYPES,
    PERSON_TYPES,
    BlockReading,
    Context,
)
from factcheck.extraction.guards import (
    following_item,
    is_latin,
    latin_name,
    misreads,
    names_by_title,
    of_earlier,
)
from factcheck.extraction.mentions import Mention
from factcheck.extraction.patterns import DATE, ZERO
from factcheck.extraction.ruleset import Construction, Ruleset
from factcheck.extraction.skeleton import Skeleton
from factcheck.extraction.strangers import Stranger
from factcheck.folding import lower
from factcheck.knowledge.index import Knowledge
from factcheck.knowledge.values import DateInterval
from factcheck.language.dates import DateValue
from factcheck.language.lazy import LazyPattern
from factcheck.language.lexicon import Word
from factcheck.language.numbers import QuantityValue

if TYPE_CHECKING:
    from factcheck.extraction.extractor import SentenceReading

# Verbs that make a statement about a maker even when the maker is to be filled in from the context.
_STRONG = frozenset(
    [
        "推出",
        "发布",
        "开源",
        "提出",
        "发明",
        "公布",
        "研发",
        "自研",
        "自主研发",
        "放出",
        "端出",
        "端上",
        "贡献",
        "打造",
        "开发",
        "联合推出",
        "联合发布",
        "祭出",
        "带来",
        "拿出",
        "首创",
        "正式发布",
        "正式推出",
    ]
)
_PROPERTIES = frozenset({"architecture", "trained_with", "chip_architecture", "uses", "modality", "based_on"})
_OF_PERSONS = frozenset({"role", "education"})
_STRICT = frozenset(
    {"founded_by", "founder_of", "role", "education", "adviser", "born", "born_in", "default_port", "company"}
)
"""Predicates so often said in passing that an empty subject is filled only where nothing else can be meant."""
_DEALS = frozenset({"funding", "acquired_by"})
_TYPES_OF_VALUE = {
    "agent": AGENT_TYPES,
    "person": PERSON_TYPES,
    "place": frozenset({"place"}),
    "org": ORGANISATION_TYPES,
    "work": frozenset({"model", "paper"}),
    "newname": ORGANISATION_TYPES | frozenset({"product", "model", "framework", "hardware", "api"}),
    "occasion": frozenset({"event"}),
    "chip": frozenset({"hardware"}),
}
_KINDS_OF_STRANGERS = {"person": ("agent", "person"), "organization": ("agent", "org")}
_NOT_THE_DATE = LazyPattern(
    r"以前|之前|前(?!后)|以后|之后|后|以来|至今|左右|前后|期间|间|年代|的(?:今天|时候)"
    r"|度?的?[^，,。；;的\d]{2,10}?(?:得主|获得者|获奖者|得奖者)"
)
_BEFORE_OR_AFTER_IT = LazyPattern(
    r"了?的?\s?(?:之前|以前|前夕|前(?![所身景沿端途列缀置])|(?P<after>之后|以后|后(?![来续者])))"
)
_OF_CODE = LazyPattern(
    r"(?:代码|源码)(?:的|部分)?(?:则|均|都|以|采用|遵循|使用|的?(?:开源)?(?:许可|授权|协议))"
)
_COUNTED_UP_TO = LazyPattern(r"截[至止][^，,。；;]{0,3}$")
_BESIDES = LazyPattern(
    r"(?:北京|当地|美国|美东|美西|太平洋|香港|台北|台湾|欧洲)时间|凌晨|清晨|早上|早晨|上午|中午|下午|傍晚|晚间|晚上|深夜|[早就便则在于自从到至直约大概率先的，,：:；;—\-\s\"“”*()（）]|首次|随后|其中|此前|当时|仅仅|终于|初期?|底|末|[春夏秋冬][天季]?|前后|左右|[这那当]一?[天日年月]|伊始|上旬|中旬|下旬|期间|以来|时"
)
# “2024年5月的I/O大会上，谷歌发布了…”: a clause that says only when and on which occasion.
_OCCASION = LazyPattern(
    r"[在于]?(?:的|举行的|举办的|召开的)?[^，,。；;]{0,16}?(?:大会|峰会|发布会|会议|年会|论坛|展会?|主题演讲|演讲|活动|开发者日|财报会)(?:[上中里]|期间|现场)?[，,\s]*"
)
# “为应对2023年10月的出口管制推出的H20”: the date is that of something else.
_IN_ANSWER_TO = LazyPattern(
    r"(?:应对|针对|响应|回应|依据|根据|按照|遵循|遵守|符合|满足|绕过|规避|继|受|因|由于)[^，,。；;]{0,3}$"
)
_EXCHANGE = LazyPattern(
    r"纳斯达克|伦敦证券交易所|伦敦证交所|伦交所|东京证券交易所|东京证交所|东交所|纽约证券交易所|纽约证交所|纽交所|香港联合交易所|香港联交所|港交所|深圳证券交易所|深交所|上海证券交易所|上交所|科创板|创业板|港股|美股|A股|香港"
)
_CHANGE = LazyPattern(
    r"(?:一路|陆续|最终|逐步|大幅|直接|一举|一口气|一下子|进一步)?(?:缩减|削减|下调|降低|下降|减少|压缩|砍|降|减|扩展|提升|增加|扩大|增长|翻倍|翻番|倍增|拓展|延长|延伸|放宽|加长|升级|提高|涨|翻|增|加|扩充|拉长|上调|扩|升|跃升)?(?:到|至|成|为)"
)
_ITS_AUTHORS = LazyPattern(r"的?(?:论文)?(?:作者|团队)")
_SIZED = frozenset({"model", "product", "hardware", "framework"})
_CHANGED_FROM = LazyPattern(r"(?:由|从|自)[^，,。；;到至]{0,14}$")
_AND_ITS_NAME = LazyPattern(r"(?:规模|级别|量级)?的\s?")
_LARGEST = LazyPattern(
    r"最大(?!的?(?:亮点|特点|特色|特征|卖点|看点|优势|变化|改进|进步|升级|提升|不同|区别|突破|惊喜|贡献|意义|挑战|问题"
    r"|竞争|对手|投资|股东|出资|客户|公司|企业|平台|社区|开源|难点|瓶颈|限度|程度|的?争议))|最深|旗舰|满血|顶配|最高配"
)
_ACTIVE = LazyPattern(r"激活|活跃")
_TOTAL = LazyPattern(r"总参|总共|总计|总规模")
_THEN_ACTIVE = LazyPattern(
    r"[，,、（(]?\s?(?:其中|每次|每个token|推理时|单次|而|且|但|仅|只)*(?:激活|活跃)(?:的)?(?:参数)?(?:量|规模)?(?:约|为|仅|达|是|只有)*\s?$"
)
_WHICH_SPLIT = LazyPattern(
    r"(?:用于|作为|用作)?(?P<split>训练|测试|验证)(?:集|样本|图像|图片|用?的?题目|题|数据|[，,。；;、和与及]|$)"
)
_SPLIT_BEFORE = LazyPattern(
    r"(?P<split>训练|测试|验证)集(?:中|里)?(?:共|一共|总共)?(?:为|有|含|包含|包括|约|共|是|达)*\s?$"
)
_SPLITS = (("训练", "training"), ("测试", "test"), ("验证", "validation"))
_SIZES = LazyPattern(r"(?<![a-z0-9.])\d+(?:\.\d+)?b(?![a-z0-9])")
_PURELY = LazyPattern(r"清一色|纯|完全由|全由|仅由|只有")
_MAINLY = LazyPattern(r"主要|大部分|大多|纯|完全|全部|绝大")
_LENGTH = LazyPattern(r"\d+[kKmM]?")
_CLAUSE_END = LazyPattern(r"[，,。；;]")
# “Apache 2.0协议”: a version of the licence, not of what bears it.
_LICENCE_VERSION = LazyPattern(
    r"(?:Apache|[AL]?GPL|MPL|LLVM|CC[ -]BY[A-Z \-]*)(?: License)?,?[ -]?(?:v|Version )?\d(?:\.\d)?", re.I
)
_EXCEPTED = LazyPattern(r"除[^，。；;]{1,16}外")
# What a framework is of that is a method, and no software.
_OF_A_METHOD = LazyPattern(
    r"(?:生成|检测|识别|分割|对齐|合成|编码|预|表示|检索|规划|建模|理解|对话|预报|预测|处理|增强|优化|编辑|重建|跟踪|匹配|融合|决策|控制|博弈|搜索|评估|转换|克隆|分离|翻译)\s?$"
)
_ONLY_ANNOUNCED = LazyPattern(r"宣布|曾|一度|试图|提出|欲|拟|原计划|原定|未遂|失败|流产")
_ROUND = LazyPattern(r"(?<![A-Za-z])([A-Ha-h]\d?\+?|种子|天使)\s?轮|[Ss]eries ([A-H])")
_ON_ARXIV = LazyPattern(r"[于在到至了 ]{0,2}(?:预印本(?:平台|网站|服务器)?)? ?ar[Xx]iv")
_DOCUMENTS = frozenset({"paper"})
_THAT_ROUND = LazyPattern(r"[该本此]轮|这一?轮|这笔融资|该笔融资")
_OTHER_MONEY = LazyPattern(
    r"(?:分别|依次|先后|累计|总额|总计|合计|一共|总共|首期|首批|首笔|首轮|其中|第一期|追加|从|每股|出资|认购|目标|寻求|计划|洽谈|谈判|上一?轮|上一次|此前|之前|曾|原先?|去年|年初|以前|投前"
    r"|员工|套现|老股|最高|至多|不低于|至少|可能|或|有望|预计|将)[^，,。；;]*$"
)
_CALLED_OFF = LazyPattern(
    r"[^，,。；;]{0,6}?(?:的|这笔|一事|案)?[^，,。；;的]{0,6}?(?:计划|交易|提议|尝试|意向|谈判|要约|方案|报价|努力|打算|协议|一事|案)?"
    r"[^，,。；;]{0,12}?(?:告吹|流产|失败|搁浅|终止|泡汤|未果|破裂|作罢|落空|夭折|被否|取消|撤回|未能|没能|没有(?:成功|成行|完成)|不了了之|受阻|遇阻)"
)
_GAVE_UP = LazyPattern(
    r"(?:放弃|终止|取消|撤回|撤销|中止|叫停|否决|阻止|拒绝|拒掉|未能|没能|无法|错失|错过|告吹|阻拦|禁止)[^，,。；;]*$"
)
_OF_UNKNOWN = LazyPattern(r"[^，,。；;A-Za-z]{0,14}的\s?(?P<name>[A-Z][A-Za-z0-9.\-]*)(?!\+?\s?[轮年])")
_STAFF_FROM = LazyPattern(r"(?:团队|人员)(?:来自|出自|源自)")
_OCCASIONS = frozenset({"event"})
_HOSTS = AGENT_TYPES | _OCCASIONS
_WORTH = LazyPattern(r"(?:估值|市值|身价|总值)[^，,。；;]*$")
# A name that nobody has recorded at the head of a clause, by its characters: 琼斯创办Sakana AI
_SOMEONE_ELSE = LazyPattern(
    r"[阿埃艾安奥巴贝本比彼波伯勃布茨查达戴丹道德迪蒂杜多厄恩尔法费菲芬弗福盖冈戈格葛贡古哈海汉赫胡霍基吉加贾杰卡凯坎考柯科克肯库奎拉莱兰朗劳勒雷蕾里利莉琳鲁路伦罗洛马玛迈麦曼梅蒙米密莫默姆穆纳娜内尼妮努诺欧帕潘佩彭皮珀普齐契恰乔琼丘热茹瑞若萨塞桑瑟沙莎什施史斯思苏索塔泰汤特腾廷托瓦威韦维沃乌希锡辛欣休雅亚叶伊因尤约泽扎詹珍芝兹佐]{2,6}"
    r"(?=[于在]?(?:(?:19|20)\d\d ?年)?(?:则|也|又|随后|后来|先后|联合|共同|与人)*(?:创办|创立|创建|成立|加入|担任|出任|执掌))"
)
_SERIES = LazyPattern(r"峰会|大会|展|赛|论坛|届|Summit|Conf|GTC|I/O|WWDC|Build|Day|Ignite|Connect", 0)
_PERIOD = LazyPattern(r"(?:每|/|一个|按|／|一)[月年]|[月年](?=费|付)")
_PERIODS = {"月": "month", "年": "year"}
_PROCESSOR = LazyPattern(
    r"[^，,。；;、和与及]{0,22}?(?P<kind>[CGD]PU|处理器|显卡|加速[卡器])s?"
    r"(?!\s?(?:的?(?:节点|集群|服务器|实例|核心?|小时|卡时|机柜|托盘|系统|机型|分区|插槽|裸片|小?芯粒)))",
    re.I,
)
_CENTRAL = frozenset({"CPU", "处理器"})
_NAMED_GPU = LazyPattern(
    r"(?:块|颗|张|个|片|枚)\s?(?:英伟达|NVIDIA|Nvidia)?的?\s?(?:Hopper |Ampere )?[HABL]\d{2,3}0?(?![\dA-Za-z])"
)
# Whom a thing is held up against (凭192GB显存向H100发起挑战) is not what its numbers are of.
_TOWARDS = LazyPattern(r"(?:向|对标|挑战|超过|超越|胜过|碾压|力压|领先于?|高于|压过)\s?$")
_KIND_OF_MEMORY = LazyPattern(r"HBM|GDDR|LPDDR|DDR|VRAM|SRAM|NVLink", re.I)
_PRECISION = LazyPattern(
    r"(?<![A-Za-z0-9])(?:(?P<tf32>TF32)|(?P<bf16>BF16)|(?P<fp64>FP64|双精度)|(?P<fp32>FP32|单精度)|(?P<fp16>FP16|半精度)"
    r"|(?P<fp8>(?:MX)?FP8)|(?P<fp6>FP6)|(?P<fp4>(?:NV|MX)?FP4)|(?P<int8>INT8)|(?P<int4>INT4))(?![0-9])",
    re.I,
)
_DENSE = LazyPattern(r"稠密|密集|dense|[不未非无]\w{0,2}稀疏", re.I)
_SPARSE = LazyPattern(r"稀疏|sparse|sparsity", re.I)
_DEGREES = {
    "博士": "doctor",
    "读博": "doctor",
    "PhD": "doctor",
    "硕士": "master",
    "本科": "bachelor",
    "学士": "bachelor",
}
_ITS_PEOPLE = LazyPattern(
    r"(?:的)?(?:几位|两位|一群)?(?:同学|校友|毕业生|教授|博士|学生|前?员工|研究员|室友)"
)
_OF_A_LIFE = LazyPattern(
    r"出生|生于|早年|早期|早先|后来|转而|而后|曾经?|此前|先后|随后|其后|之后|此后|接着|最终|目前|如今|当时|一直|长期|正式|宣布|同年|一度|又|也|再|还|则|便|就|并|已|即|都|均|同样|在此之?前|在此之?后|毕业后"
    r"|回国后|创业前|退学后|本科|硕士|博士|研究生|本硕博?|硕博|阶段|期间|毕业|就读|保送|进入|考[入上取]|考|入读|升入|转入|赴美|赴|攻读|师从|师|导师|之一|拜|取得|获得?|拿到|拿下|任教|执教|加入|重返|回到|回归|转投"
    r"|跳槽|投奔|联合|参与|共同|与人|创办|创立|任职|供职|担任|出任|历任|职业生涯|起步于?|始于|从|在|于|到|是|为|被|由|前|[一-龥]岁|直接|主动|选择|决定"
)
_EARLIER = LazyPattern(r"前(?!往)|时任|卸任|离任|退休|辞|曾|早年|早先|早期|原|出身|来自|出自|之前")
_BEFORE_OR_AFTER = LazyPattern(r"在?此[之以]?[前后]")
_CHIEF_EXECUTIVE = frozenset(
    {"ceo", "首席执行官", "行政总裁", "执行长", "首席执行长", "chief executive", "chief executive officer"}
)
_STEPS = frozenset(
    {
        "take_office",
        "leave_office",
        "join",
        "leave",
        "foundrel",
        "lead",
        "copula",
        "make",
        "from",
        "with",
        "by",
        "acquire",
    }
)
_FIRST_OFFICE = LazyPattern(r"首[任位]|第一任|创始(?:主任|院长|所长|校长)")
_AT_EVENT = LazyPattern(r"[在于][^，,。；;]{0,10}$")  # 最早发布于2009年的CVPR会议
_OF_PAPERS = {
    "authors": frozenset({"authors", "paper"}),
    "author_count": frozenset({"authors", "paper"}),
    "venue": frozenset({"venue", "paper"}),
}
"""What is recorded of the paper on a thing."""
_FIRST_AUTHOR = frozenset({"第一作者", "一作"})
_EACH = LazyPattern(r"各自?(?:由|有|包含|为|含|堆叠|使用|采用)")
_FOREMOST = LazyPattern(r"(?:排在|排名|位列|列)[^，,。；;]{0,3}(?:首位|第一|最前)")
_THE_PAPER = LazyPattern(r"(?:那|这|该|此)篇?[^，,。；;的]{0,6}的?(?:论文|文章|工作|研究)")
_EVENTS = frozenset(
    {"release", "found", "acquire", "merge", "take_office", "leave_office", "join", "leave", "ipo"}
)
_OF_THE_FIELD = frozenset({"主流", "趋势", "风向", "市场", "行业", "业界"})
_PAPERS = frozenset({"paper"})
_IN_PAPER = LazyPattern(r"[在于][^，,。；;]{0,10}$")  # 由苏剑林等人在2021年的RoFormer论文中提出
# Nouns that are a clause's own subject; the names of programming languages that nothing is recorded of are such, too.
_OTHER_THINGS = frozenset({"other_subject", "lang_word"})
_SLIGHT = frozenset({"plain", "conj_verb", "and", "position"})
_MAIN_VERBS = frozenset({"acquire", "make", "release", "invest", "join", "sold", "ipo"})
_LOWER_WORD = LazyPattern(r"[a-z]{3,}(?![A-Za-z0-9])")
_VARIANT = LazyPattern(
    r"(?:[Bb]ase|[Ll]arge|[Ss]mall|[Mm]edium|[Tt]iny|XX?L|[Mm]ini|[Hh]uge)\s?(?:\x91|[版档款型]|模型)?"
)
_PART = LazyPattern(
    r"训练|测试|(?<!人工)(?<!专家)验证(?!过)|训练集|测试集|验证集|开发集|子集|其中|每|各|分别|平均|新增|剩余|另有"
)
_RESPECTIVELY = LazyPattern(r"分别|依次|先后")
_THIS_COMPANY = LazyPattern(
    r"这[家所][^，,。；;：:]{2,30}?的(?:公司|企业|机构|厂商|创企|初创公司|实验室|大学)"
)
_ATTRIBUTE = LazyPattern(r"(?![^的]*(?:[把将由对向以给为]|参数))[^，,。；;：:、]{2,12}的[“《「]?")
_ANOTHER_PART = LazyPattern(
    r"[，,]?\s?(?:新(?:功能|版本?|模型|特性|接口|应用|产品)|(?:桌面|网页|移动|安卓|企业|专业|教育|个人|手机|团队|中文|国际|海外|免费|付费|轻量|迷你)版"
    r"|(?:iOS|Android|Mac|Windows|PC) ?(?:版|客户端|应用)|插件|客户端)"
)
_IN_FORCE = LazyPattern(r"正式生效|(?<!始)(?<!起)生效")
_OF_SOME_RULES = LazyPattern(
    r"禁[止令]|条款|义务|部分|分阶段|分批|分步|逐步|陆续|高风险|通用|第\S{1,4}[章条]|全面|起"
)
_ONE_SIZE = LazyPattern(r"[，,]?\s?\d[\d.]*\s?[BMbm](?![A-Za-z])(?:版|版本|模型)?(?=[随在则也才于又直正])")
_WHAT_CAME_OUT = LazyPattern(
    r"[^，,。；;：:]{0,16}?(?:发布|推出|开源|上线|公布|亮相|放出)的(?:则|却|才|还|只|也|主要)?是"
)
_ANOTHER_RULE = LazyPattern(
    r"(?!该|此|这|本|上述|同一|[^，,。；;]{0,4}(?:正式|最终|终于|获得|通过))[《「]?[\u4e00-\u9fff]{3,16}?(?:办法|条例|规定|法案|指南|意见|基本法|推进法|框架法|公约)[》」]?(?![的中里第])"
)
_ANOTHER_MEETING = LazyPattern(
    r"(?!该|此|这|本|上述|首届|下一|新一)[\u4e00-\u9fffA-Za-z]{2,10}?(?:峰会|大会|会议|论坛|展会)"
)
_CITED_YEAR = LazyPattern(r".{0,2}?(?:等人?|al\.)\s?[(（](?:19|20)\d\d[)）]")  # Mikolov等人（2013）提出…
_THIS_THING = LazyPattern(
    r"这(?P<of>[款个篇项种套])[^，,。；;：:]{2,30}?的(?:推理|开源|学习|训练|预训练|生成式?|编程|语言|基础|微调)?"
    r"(?P<noun>产品|模型|工作|论文|文章|研究|框架|引擎|芯片|显卡|工具|数据集|基准|项目|方法|技术|系统|平台|软件|算法|库)(?!的)"
)
_RIGHT_BEHIND = LazyPattern(r"(?:了|\s)?(?:[于在]|是在|就在|时间是|\s?(?:in|on|since))?[,，\s]?")
_BREAK_OF_STORY = LazyPattern(r"随后|后来|之后|此后|接着|而后|如今|现在|直到|目前|此前|紧接着|继而")


_ANNOUNCED_PLAN = LazyPattern(r"(?:宣布|宣佈|公布|官宣)了?(?:将|拟|计划|计划以|打算|擬|將|計劃)")


def _tells_plan(construction: Construction, text: str, start: int, end: int) -> bool:
    """Whether what is told is the plan itself: a budget, or when and for how much a purchase was announced."""
    if construction.predicate in ("budget", "shutdown"):
        return True
    return (
        construction.predicate == "acquired_by"
        and construction.value in ("date", "value")
        and _ANNOUNCED_PLAN.search(text, start, end) is not None
    )


_BOTH = frozenset({"两者", "二者", "这两款模型", "两款模型", "这两个模型", "两个模型"})


class Binder:
    """Binds the roles of matched constructions for one document."""

    def __init__(self, knowledge: Knowledge, rules: Ruleset, context: Context) -> None:
        self._knowledge = knowledge
        self._rules = rules
        self._context = context

    def bind(
        self,
        construction: Construction,
        match: re.Match[str],
        skeleton: Skeleton,
        sentence: SentenceReading,
        head: Mention | None,
        *,
        of_head: bool = False,
    ) -> Iterator[Claim]:
        """The claims of one match: one for each subject and each value of an enumeration."""
        reading = sentence.reading
        if construction.value == "date" and of_earlier(match, skeleton, reading.text.text):
            return
        if misreads(construction.predicate, match, skeleton, reading.text.text, sentence.end):
            return
        values = list(self._values(construction, match, skeleton, sentence, head))
        if not values:
            return  # asked first: most numbers are of another unit, and it takes more to find a subject
        subjects = list(self._subjects(construction, match, skeleton, reading, head, of_head))
        for subject, subject_place in subjects:
            for value, value_start, value_end in values:
                partners = [
                    i for v, a, _ in values if isinstance(v, EntityValue) and a != value_start for i in v.ids
                ]
                claim = self._claim(
                    construction,
                    match,
                    skeleton,
                    sentence,
                    subject,
                    subject_place,
                    value,
                    value_start,
                    value_end,
                    partners,
                )
                if claim is not None:
                    yield claim

    # Subjects

    def _subjects(
        self,
        construction: Construction,
        match: re.Match[str],
        skeleton: Skeleton,
        reading: BlockReading,
        head: Mention | None,
        of_head: bool,
    ) -> Iterator[tuple[Mention, bool]]:
        """The subject mentions, and whether each stands in the match itself."""
        types = self._subject_types(construction)
        role = "person" if self._is_of_person(construction) else "subject"
        if of_head:
            if head is not None and head.of_types(types) and not head.opaque:
                yield head, True
            return
        groups = match.groupdict()
        if role not in groups:
            if types & frozenset({"policy"}) and self._of_another_rule(
                reading, skeleton.place(match.start())
            ):
                return  # …，生成式服务暂行办法同年8月施行
            if construction.predicate in _STRICT and self._names_another(
                reading, skeleton.place(match.start()), types
            ):
                return
            yield from self._from_context(
                construction, types, skeleton.place(match.start()), reading, head, ""
            )
            return
        if groups[role] is None:
            return
        start, end = match.span(role)
        for index in range(start, end):
            item = skeleton.items[index]
            if isinstance(item, Mention):
                if item.of_types(types) and not item.opaque:
                    yield item, True
            elif skeleton.text[index] == ZERO:
                if role == "person" and item is None:
                    index = _spoken_of(skeleton, index, match)
                    item = skeleton.items[index]
                pronoun = item.text if isinstance(item, Word) else ""
                if pronoun == "这" and _THIS_COMPANY.match(reading.text.text, skeleton.place(index)):
                    pronoun = "这家公司"  # 这家由…创办的企业
                if pronoun in ("这", "这项", "这款", "这个", "这种") and (
                    described := _THIS_THING.match(reading.text.text, skeleton.place(index))
                ):
                    pronoun = "这" + described["of"] + described["noun"]  # 这款去年公布的产品
                if self._subject_elsewhere(construction, skeleton, index, match, reading, types, pronoun):
                    continue
                yield from self._from_context(
                    construction, types, skeleton.place(index), reading, head, pronoun
                )

    @staticmethod
    def _of_another_rule(reading: BlockReading, place: int) -> bool:
        """Whether the clause begins with rules that are not known, of which it then tells."""
        start = max((c for c in reading.clause_starts if c <= place), default=0)
        found = _ANOTHER_RULE.match(reading.text.text, start)
        return found is not None and not any(
            m.start < found.end() and start <= m.start and not m.opaque for m in reading.things
        )

    def _subject_elsewhere(
        self,
        construction: Construction,
        skeleton: Skeleton,
        index: int,
        match: re.Match[str],
        reading: BlockReading,
        types: frozenset[str],
        pronoun: str,
    ) -> bool:
        """Whether an empty subject is none: the clause has a subject of its own kind, or begins with some other noun."""
        place = skeleton.place(index)
        following = [c for c in reading.clause_starts if c > place]
        clause_end = min((*following[:1], skeleton.end))  # of a parenthesis: at its end
        values = {
            id(skeleton.items[i])
            for role, text in match.groupdict().items()
            if role != "subject" and text and role != "person"
            for i in range(*match.span(role))
        }
        counted = [
            (i.start, i.unit_end) for i in skeleton.items[index:] if isinstance(i, QuantityValue)
        ]  # 974道Python编程题
        named = [
            m
            for m in reading.mentions
            if place <= m.start < clause_end
            and m.of_types(types)
            and id(m) not in values
            and not any(a < m.start < b for a, b in counted)
            and not (m.of_types(_OCCASIONS) and _AT_EVENT.search(reading.text.text, place, m.start))
            and not _ITS_PEOPLE.match(reading.text.text, m.end)
            and not any(w.start <= m.start and m.end < w.end for w in reading.words)  # 深度学习框架
            and not (construction.value == "value" and _TOWARDS.search(reading.text.text, place, m.start))
            and not (
                m.of_types(_PAPERS) and _IN_PAPER.search(reading.text.text, max(0, m.start - 12), m.start)
            )
        ]
        if named and (not pronoun or construction.predicate in ("released", "licence")):
            return True
        if pronoun == "这" and skeleton.text[index + 1 : index + 2] in tuple("个款种家项座所套篇"):
            return True
        if pronoun:
            return False
        if construction.predicate == "released" and (
            _ONE_SIZE.match(reading.text.text, place) or _ANOTHER_PART.match(reading.text.text, place)
        ):
            return True  # 7月23日，405B随3.1版到来; 5月，新功能的预览版放出
        if _WHAT_CAME_OUT.match(reading.text.text, place):
            return True  # 此前发布的是1040亿参数的闭源版: another edition
        if types & frozenset({"policy"}) and self._of_another_rule(reading, place):
            return True
        if types & frozenset({"event"}) and _ANOTHER_MEETING.match(reading.text.text, place):
            return True  # 布莱切利峰会…，首尔峰会2024年5月举行
        opening = following_item(skeleton, index + 1)
        if construction.predicate == "authors" and _THE_PAPER.match(
            reading.text.text, skeleton.place(index + 1)
        ):
            return False  # 由辛顿团队提出，那篇论文的第一作者是…
        if not _BEFORE_OR_AFTER.match(reading.text.text, skeleton.place(index + 1)) and (
            skeleton.text[index + 1 : index + 2] in ("这", "该", "此", "那")
            or (isinstance(opening, Word) and opening.text[0] in "这该此那")
        ):
            return True  # 这个库: something else is meant, whatever it is
        if (
            construction.predicate == "created_by"
            and isinstance(opening, Word)
            and "category_noun" in opening.classes
        ):
            return True  # 连接的是vLLM，模型来自阿里巴巴
        if construction.predicate in ("released", "created_by") and latin_name(
            skeleton, index + 1, match.end()
        ):
            return True  # 以V3为底座的R1发布: an unknown name
        if any(
            isinstance(w := skeleton.items[i], Word)
            and w.text in _OF_THE_FIELD
            and skeleton.text[i - 1] == "的"
            for i in range(index + 2, match.end())
        ):
            return True  # 之后几年的主流则是扩散模型
        loose = 0
        first = index + 1
        if construction.predicate == "compute" and (
            precision := _PRECISION.match(skeleton.text, first + (skeleton.text[first : first + 1] == "其"))
        ):
            first = precision.end()  # FP16算力为…: no name
        for position in range(first, match.end()):
            item = skeleton.items[position]
            if id(item) in values and item is not None:
                break  # what follows the value is no subject
            if isinstance(item, Word) and item.classes & _OTHER_THINGS:
                return True
            if isinstance(item, Word) and not item.classes <= _SLIGHT:
                break
            if item is None and skeleton.text[position].isascii() and skeleton.text[position].isalnum():
                if _LOWER_WORD.match(skeleton.text, position) and not is_latin(skeleton.text[position - 1]):
                    continue  # 每个token激活…: an English word, no name
                if skeleton.text[position].islower() and is_latin(skeleton.text[position - 1]):
                    continue
                # v5e与v5p先后…: an unknown name; “Large版约3.4亿参数” is of a variant
                return construction.value != "value" or not _VARIANT.match(skeleton.text, position)
            if item is None and skeleton.text[position] not in " 了的则又还也就即便":
                loose += 1
            elif isinstance(item, Word):
                loose += len(item.text)
        if types <= PERSON_TYPES:
            return not self._tells_of_life(
                skeleton, index, values
            )  # 格罗斯转投Meta: a person who is not known
        place = match.end() + (skeleton.text[match.end() : match.end() + 1] in ("到", "至", "了"))
        if construction.predicate == "released" and isinstance(
            following_item(skeleton, place), QuantityValue
        ):
            return True  # 内测200万字: a feature is released, not the thing
        return loose > (8 if construction.value == "value" else 3)

    @staticmethod
    def _tells_of_life(skeleton: Skeleton, index: int, values: set[int]) -> bool:
        """Whether a clause without a subject opens with words that name nobody (早年, 随后, 考入), so that its subject is the
        one of the clause before."""
        opening = []
        for character, item in zip(skeleton.text[index + 1 :], skeleton.items[index + 1 :], strict=True):
            if (item is not None and not isinstance(item, Word)) or id(item) in values or character in ",;:":
                break
            if isinstance(item, Word) and item.classes & _STEPS:
                break
            opening.append(item.text if item is not None else character)
        return len(_OF_A_LIFE.sub("", "".join(opening))) < 2

    def _from_context(
        self,
        construction: Construction,
        types: frozenset[str],
        place: int,
        reading: BlockReading,
        head: Mention | None,
        pronoun: str,
    ) -> Iterator[tuple[Mention, bool]]:
        if head is not None:
            if head.of_types(types):
                yield head, False
            return
        if construction.subject_from == "lead":
            topic = self._context.lead(reading, types)
            if (
                topic is not None
                and topic.end <= place
                and not self._names_other(reading, place, types, topic)
            ):
                yield topic, False
            return
        if pronoun in _BOTH:
            yield from ((m, False) for m in self._context.both(reading, place, types))
            return
        if construction.predicate in _DEALS and construction.value in ("value", "agent") and not pronoun:
            party = self._party_before(construction.predicate, reading, place)
            if party is not None:
                yield party, False
                return
        if construction.predicate == "authors" and not pronoun:
            paper = self._paper_before(reading, place)
            if paper is not None:
                yield paper, False
                return
        if pronoun in ("其", "它") and reading.text.text.endswith(("将", "把", "对"), 0, place):
            # 谷歌将其收购: not what its own clause speaks of
            place = max((c for c in reading.clause_starts if c <= place), default=place)
        if construction.predicate == "acquired_by" and pronoun:
            # 谷歌收购了这个平台: not the buyer, whom its own clause names
            place = max((c for c in reading.clause_starts if c <= place), default=place)
            pronoun = "该公司" if pronoun.endswith(("平台", "网站", "社区")) else pronoun
        if construction.predicate in ("uses", "existed") and not pronoun:
            types = types - {"technique"}  # 混合专家…，训练用了H100: the model, not the technique
        topic = self._context.topic(
            reading,
            place,
            types,
            pronoun,
            strict=construction.predicate in _STRICT,
            knows=self._knower(construction.predicate),
        )
        if topic is None and types <= ORGANISATION_TYPES | frozenset({"event", "award"}) and not pronoun:
            topic = self._maker_of_topic(reading, place)
        if topic is not None:
            yield topic, False

    def _party_before(self, predicate: str, reading: BlockReading, place: int) -> Mention | None:
        """The one organisation named before ``place`` in its sentence of which rounds of funding (or a sale) are recorded:
        in “OpenAI公布了一轮融资，领投方是软银，估值…” the company that was funded, and not its investor."""
        start = max((a for a, _ in reading.sentences if a <= place), default=0)
        knows = self._knower(predicate)
        named = {
            m.entity_ids: m
            for m in reading.things
            if start <= m.start < place and m.of_types(ORGANISATION_TYPES) and not m.opaque and knows(m)
        }
        return next(iter(named.values())) if len(named) == 1 else None

    def _paper_before(self, reading: BlockReading, place: int) -> Mention | None:
        """The paper that the sentence names before ``place``: 出自论文《…》，第一作者是…"""
        start = max((a for a, _ in reading.sentences if a <= place), default=0)
        named = [m for m in reading.things if start <= m.start < place and m.of_types(_PAPERS)]
        return named[-1] if named else None

    def _names_another(self, reading: BlockReading, place: int, types: frozenset[str]) -> bool:
        """Whether the clause itself names something of the subject's kind."""
        start = max((c for c in reading.clause_starts if c <= place), default=0)
        return any(start <= m.start < place and m.of_types(types) for m in reading.things)

    def _names_other(self, reading: BlockReading, place: int, types: frozenset[str], lead: Mention) -> bool:
        """Whether the clause names something else of the subject's kind before ``place``."""
        start = max((c for c in reading.clause_starts if c <= place), default=0)
        return any(
            max(start, lead.end) <= m.start < place and m.of_types(types) and m.entity_ids != lead.entity_ids
            for m in reading.things
        )

    def _knower(self, predicate: str) -> Callable[[Mention], bool]:
        """Whether anything is recorded of a predicate for what a mention names."""
        wanted = _PROPERTIES if predicate == "property" else _OF_PAPERS.get(predicate, {predicate})
        return lambda mention: any(
            i in self._knowledge and bool(self._knowledge.entity(i).facts.keys() & wanted)
            for i in mention.entity_ids
        )

    def _maker_of_topic(self, reading: BlockReading, place: int) -> Mention | None:
        """In an entry on a product, “1999年成立，总部在…” is said of the company that makes it."""
        thing = self._context.lead(reading, frozenset({"product", "model"}))
        if thing is None or thing.start > place:
            return None
        for identifier in thing.of_types(frozenset({"product", "model"})):
            makers = [
                v for f in self._knowledge.entity(identifier).facts_of("created_by") for v in f.value or ()
            ]
            if len(makers) == 1 and makers[0] in self._knowledge:
                target = thing.targets[0]._replace(
                    entity_id=makers[0], type=self._knowledge.type_of(makers[0])
                )
                return Mention(thing.start, thing.end, thing.text, (target,))
        return None

    @staticmethod
    def _is_of_person(construction: Construction) -> bool:
        """Whether the statement is about a person, though its predicate is said of organisations too."""
        return construction.predicate in ("founder_of", "adviser", "born", "born_in") or (
            construction.predicate in _OF_PERSONS and construction.value in ("org", "date")
        )

    def _subject_types(self, construction: Construction) -> frozenset[str]:
        if construction.types:
            return construction.types
        if self._is_of_person(construction):
            return PERSON_TYPES
        if construction.predicate == "role":
            return ORGANISATION_TYPES
        if construction.predicate == "property":
            return frozenset({"model", "technique", "product", "hardware", "framework"})
        if construction.predicate == "founders_from":
            return frozenset({"organization", "lab"})
        if construction.predicate == "introduced_in":
            return frozenset({"model", "dataset", "benchmark", "technique"})
        if construction.predicate == "first_seen":
            return frozenset({"technique"})
        if construction.predicate in ("authors", "venue"):
            return frozenset({"paper", "model", "technique", "dataset", "benchmark", "framework"})
        if construction.predicate == "category" and dict(construction.qualifiers).get("category"):
            return ORGANISATION_TYPES
        if construction.predicate in ("existed", "uses"):
            return frozenset({"model", "technique", "framework", "product", "dataset", "hardware"})
        if construction.predicate in ("merging", "succession"):
            return frozenset({"product", "model", "framework"})
        if construction.predicate == "former_name":
            return frozenset({"product", "framework", "organization"})
        if construction.predicate in ("renamed", "renamed_as"):
            return frozenset({"product", "organization", "lab", "model", "framework"})
        if construction.predicate == "record":
            return frozenset({"model", "dataset", "hardware", "framework"})
        predicate = self._knowledge.ontology.predicates[construction.predicate]
        types = frozenset(predicate.domain)
        if construction.predicate in ("licence", "openness"):
            return types - {"technique"}
        if construction.predicate == "category":
            return types - {"organization", "lab"}
        return types - {"award", "term"} if construction.predicate in ("created_by", "released") else types

    # Values

    def _values(
        self,
        construction: Construction,
        match: re.Match[str],
        skeleton: Skeleton,
        sentence: SentenceReading,
        head: Mention | None,
    ) -> Iterator[tuple[Value, int, int]]:
        kind = construction.value
        if kind == "date":
            yield from self._date(construction, match, skeleton, sentence, head)
        elif kind in ("agent", "person", "place", "org", "base", "newname", "work", "occasion", "chip"):
            yield from self._entities(construction, match, skeleton, sentence, head)
        elif kind == "value":
            reading = sentence.reading
            yield from self._quantity(construction, match, skeleton, reading.text.text, reading.mentions)
        elif kind == "lang":
            yield from self._languages(match, skeleton)
        elif kind in ("prop", "lic", "cat", "open", "text", "fund", "game", "task", "mem", "graph"):
            yield from self._words(construction, match, skeleton)
        elif kind == "superlative":
            for _, start, end in self._words(construction, match, skeleton):
                ranked = superlatives.rank(sentence.reading.text.text, start, end)
                if ranked is not None:
                    yield WordValue(ranked, sentence.reading.text.text[start:end]), start, end

    def _entities(
        self,
        construction: Construction,
        match: re.Match[str],
        skeleton: Skeleton,
        sentence: SentenceReading,
        head: Mention | None,
    ) -> Iterator[tuple[Value, int, int]]:
        kind = construction.value
        types = _TYPES_OF_VALUE.get(kind) or frozenset(
            {"model", "technique", "framework", "product", "hardware"}
        )
        reading = sentence.reading
        if construction.context_value:
            opening = next((m for m in reading.things if m.start >= sentence.start), None)
            listed = opening is not None and re.match(
                r"[^，,。；;]{0,12}[：:]", reading.text.text[opening.end : skeleton.place(match.start())]
            )
            topic = self._context.topic(reading, skeleton.place(match.start()), AGENT_TYPES)
            if listed and opening is not None and opening.of_types(AGENT_TYPES):
                topic = opening  # 百度的布局最全：框架有…，模型有…
            if topic is not None:
                yield EntityValue(topic.of_types(AGENT_TYPES), topic.text), topic.start, topic.end
            return
        role = "base" if kind == "base" else kind
        start, end = match.span(role)
        titled = construction.predicate == "founded_by" and names_by_title(skeleton, start)
        for index in range(max(start, 0), end):
            item = skeleton.items[index]
            if titled and isinstance(item, Word) and item.text in ("与", "和", "跟", "同"):
                break  # OpenAI创始人奥特曼与黄仁勋会面
            if isinstance(item, Mention) and self._is_licence(item, reading):
                continue
            if isinstance(item, Mention) and item.of_types(types) and not item.opaque:
                while (
                    kind == "place"
                    and isinstance(following := following_item(skeleton, index + 1), Mention)
                    and following.of_types(types)
                ):
                    if not self._contains(item, following):  # 日本利川: each is said
                        yield EntityValue(item.of_types(types), item.text), item.start, item.end
                    item, index = following, index + 1  # 加州旧金山: the nearer place says more
                yield EntityValue(item.of_types(types), item.text, item.variant or ""), item.start, item.end
            elif isinstance(item, Stranger) and kind in _KINDS_OF_STRANGERS.get(item.kind, ()):
                yield StrangerValue(item.text, item.kind), item.start, item.end
            elif skeleton.text[index] == ZERO and self._zero_may_act(construction, match, skeleton, item):
                pronoun = item.text if isinstance(item, Word) else ""
                if (
                    kind == "person"
                    and not pronoun
                    and _someone_else(reading.text.text, skeleton.place(index))
                ):
                    continue
                topic = (
                    head
                    if head is not None and head.of_types(types)
                    else self._context.topic(reading, skeleton.place(index), types, pronoun)
                )
                if topic is None and types <= PERSON_TYPES and not pronoun:
                    topic = self._context.one_person(reading, types, skeleton.place(index))
                passing = topic is not None and topic.of_types(PERSON_TYPES) and topic.start < sentence.start
                if topic is not None and (pronoun or not passing):
                    yield EntityValue(topic.of_types(types), topic.text), topic.start, topic.end

    def _contains(self, outer: Mention, inner: Mention) -> bool:
        """Whether the place named first is that in which the second lies."""
        known = self._knowledge
        return any(known.is_part_of(i, o, None) for i in inner.entity_ids for o in outer.entity_ids)

    def _is_licence(self, mention: Mention, reading: BlockReading) -> bool:
        """“HH-RLHF(MIT)”: the licence, not the institute."""
        alone = reading.text.text[mention.start - 1 : mention.end + 1] == f"({mention.text})"
        return alone and mention.text in self._rules.licence_words

    def _zero_may_act(
        self, construction: Construction, match: re.Match[str], skeleton: Skeleton, item: object
    ) -> bool:
        """An empty subject is filled only for verbs that state a maker, and not where the clause has another subject."""
        words = [w for w in skeleton.items[match.start() : match.end()] if isinstance(w, Word)]
        for index, word in enumerate(words):
            if "other_subject" in word.classes and not (index and "with" in words[index - 1].classes):
                return False
            if {"make", "acquire", "found"} & word.classes:
                break
        if construction.predicate != "created_by" or isinstance(item, Word):
            return True
        if any("make" in w.classes and self._modifies(w, skeleton) for w in words):
            return False  # 9月推出的Pixtral 12B: whoever did
        return any("make" in w.classes and w.text in _STRONG for w in words) or not any(
            "make" in w.classes for w in words
        )

    @staticmethod
    def _modifies(word: Word, skeleton: Skeleton) -> bool:
        place = skeleton.items.index(word)
        return word.text.endswith("的") or skeleton.text[place + 1 : place + 2] == "的"

    def _quantity(
        self,
        construction: Construction,
        match: re.Match[str],
        skeleton: Skeleton,
        reading_text: str,
        mentions: Sequence[Mention],
    ) -> Iterator[tuple[Value, int, int]]:
        item = skeleton.items[match.start("value")]
        if not isinstance(item, QuantityValue) or item.unit not in construction.units:
            return
        if not construction.minimum <= item.high <= construction.maximum or (
            construction.scaled and not item.scaled and item.middle < 1e6
        ):
            return
        if _CHANGE.match(reading_text, item.unit_end) and _CHANGED_FROM.search(
            reading_text, max(0, item.start - 16), item.start
        ):
            return  # 由2K扩展到32K, 从上一代的8K一举提升到128K: the old value
        if self._of_what_follows(match, skeleton, item, reading_text, mentions):
            return
        counted = dict(construction.qualifiers).get("of") if construction.predicate == "count" else None
        if counted in ("GPUs", "CPUs"):
            processor = _PROCESSOR.match(reading_text, item.unit_end)
            if processor is None and counted == "GPUs" and _NAMED_GPU.match(reading_text, item.unit_end):
                yield NumberValue(item, ""), item.start, item.unit_end
                return
            if processor is None or (processor["kind"].upper() in _CENTRAL) != (counted == "CPUs"):
                return  # 72颗GPU与36颗Grace CPU: which of the two it counts stands right behind it
        if construction.predicate == "layers" and _ONE_LAYER.search(
            reading_text, item.start - 1, item.unit_end
        ):
            return  # 在同一层里
        if construction.predicate == "invested_by" and _WORTH.search(
            reading_text, max(0, item.start - 12), item.start
        ):
            return  # 这笔投资使其估值达到290亿美元
        if construction.predicate == "funding":
            clause = max((reading_text.rfind(c, 0, item.start) for c in "，,。；;"), default=-1) + 1
            if _OTHER_MONEY.search(reading_text, clause, item.start) or (
                construction.field == "amount" and "估值" in reading_text[clause : item.start]
            ):
                return  # 累计融资…, 首期…, 从…: not what this round brought
        behind = _OF_UNKNOWN.match(reading_text, item.unit_end)
        if (
            behind is not None
            and not _KIND_OF_MEMORY.match(behind["name"])
            and not any(m.start <= behind.start("name") < m.end for m in mentions)
        ):
            return  # 总参数6710亿、激活370亿的V3
        if (
            construction.predicate == "count"
            and item.unit != "bits"
            and not self._split_of(item, reading_text)
            and (
                _PART.search(reading_text, max(0, item.start - 10), item.start)
                or _PART.search(reading_text, item.end, _end_of_phrase(reading_text, item.unit_end))
            )
        ):
            return  # 训练集6万张, 5万张训练图片: a part of the whole
        yield NumberValue(item, ""), item.start, item.unit_end

    @staticmethod
    def _split_of(item: QuantityValue, text: str) -> str:
        """Of which split a number of images or questions is: 6万张训练图像, 训练集有6万张图片."""
        if item.unit not in ("images", "questions"):
            return ""
        here = _WHICH_SPLIT.search(text, item.end, item.unit_end) or _WHICH_SPLIT.match(text, item.unit_end)
        here = here or _SPLIT_BEFORE.search(text, max(0, item.start - 12), item.start)
        return dict(_SPLITS)[here["split"]] if here is not None else ""

    @staticmethod
    def _of_what_follows(
        match: re.Match[str], skeleton: Skeleton, item: QuantityValue, text: str, mentions: Sequence[Mention]
    ) -> bool:
        """“LLaMA-13B超过了1750亿参数的GPT-3”: the number is that of the thing behind it, not of the subject before it."""
        if match.groupdict().get("subject") is None or match.start("subject") > match.start("value"):
            return False
        subject = skeleton.items[match.start("subject")]
        if isinstance(subject, Mention) and _ITS_AUTHORS.match(text, subject.end):
            return True  # ResNet作者训练过1202层的版本
        behind = _AND_ITS_NAME.match(text, item.unit_end)
        return behind is not None and any(m.start == behind.end() and m.of_types(_SIZED) for m in mentions)

    def _words(
        self, construction: Construction, match: re.Match[str], skeleton: Skeleton
    ) -> Iterator[tuple[Value, int, int]]:
        kind = construction.value
        if kind == "open":
            says = dict(construction.qualifiers).get("says", "open")
            place = skeleton.place(match.start())
            end = skeleton.end_place(match.end())
            yield WordValue(says, ""), place, end
            return
        if construction.predicate == "status":
            place, end = skeleton.place(match.start()), skeleton.end_place(match.end())
            yield WordValue(dict(construction.qualifiers)["says"], ""), place, end
            return
        if kind == "fund":
            sources = [skeleton.items[i] for i in range(*match.span("fund"))]
            for word in (w for w in sources if isinstance(w, Word) and w.text in self._rules.funding_words):
                yield WordValue(self._rules.funding_words[word.text], word.text), word.start, word.end
            return
        if kind == "game":
            games = [skeleton.items[i] for i in range(*match.span("game"))]
            for word in (w for w in games if isinstance(w, Word) and w.text in self._rules.game_words):
                yield WordValue(self._rules.game_words[word.text], word.text), word.start, word.end
            return
        if "category" in dict(construction.qualifiers):
            yield WordValue("product", "产品"), skeleton.place(match.start()), skeleton.end_place(match.end())
            return
        role = {"text": "venue"}.get(kind, kind)
        item = skeleton.items[match.start(role)]
        if isinstance(item, Word):
            keys = {
                "prop": self._rules.property_words,
                "lic": self._rules.licence_words,
                "cat": self._rules.category_words,
                "task": self._rules.task_words,
                "mem": self._rules.memory_words,
                "graph": self._rules.graph_words,
            }.get(kind, {})
            key = keys.get(item.text) or keys.get(lower(item.text), item.text)
            yield WordValue(key, item.text), item.start, item.end
        elif isinstance(item, Mention) and not item.opaque:
            yield EntityValue(item.entity_ids, item.text), item.start, item.end

    def _languages(self, match: re.Match[str], skeleton: Skeleton) -> Iterator[tuple[Value, int, int]]:
        """The programming languages of an enumeration (C++和Python), as one value: what is written in both is in either."""
        named = [
            i
            for i in skeleton.items[match.start("lang") : match.end("lang")]
            if isinstance(i, Mention | Word)
        ]
        keys = [self._rules.language_words.get(lower(i.text).removesuffix("语言").strip()) for i in named]
        keys = [k or self._rules.language_words.get(lower(i.text)) for k, i in zip(keys, named, strict=True)]
        known = [(k, i) for k, i in zip(keys, named, strict=True) if k]
        if known and len(known) == len(
            [i for i in named if isinstance(i, Mention) or "and" not in i.classes]
        ):
            text = "、".join(i.text for _, i in known)
            yield WordValue(",".join(k for k, _ in known), text), known[0][1].start, known[-1][1].end

    # Dates

    def _date(
        self,
        construction: Construction,
        match: re.Match[str],
        skeleton: Skeleton,
        sentence: SentenceReading,
        head: Mention | None,
    ) -> Iterator[tuple[Value, int, int]]:
        text = sentence.reading.text.text
        date: DateValue | None = None
        if "date" in match.groupdict() and match["date"] is not None:
            item = skeleton.items[match.start("date")]
            date = item if isinstance(item, DateValue) else None
        else:
            date = self._governing(match, skeleton, sentence)
        if date is None:
            interval = self._inherited(sentence, match, skeleton)
            if interval is not None:
                place = skeleton.place(match.start())
                yield DateClaim(interval, ""), place, skeleton.end_place(match.end())
            return
        if (
            date.interval is None
            or (date.kind == "range" and construction.predicate != "born")  # 1912年6月23日—1954年6月7日
            or (date.relation in _VAGUE_YEARS and date.month is None and not _opens(text, date, sentence))
        ):
            return
        clause_start = max(
            (c for c in sentence.reading.clause_starts if c <= skeleton.place(match.start())), default=0
        )
        if (
            construction.predicate != "released"
            and self._attributive(match, skeleton)
            and (
                not clause_start <= date.start < skeleton.end_place(match.end())
                or any(
                    date.end <= w.start < skeleton.place(match.start()) and w.classes & _MAIN_VERBS
                    for w in sentence.reading.words
                )
            )
        ):
            return  # “2024年2月，王小川创办的月之暗面完成融资”: the date is not that of the founding
        if _NOT_THE_DATE.match(text, date.end) and not date.relation:
            return
        if self._only_placed(date, match, skeleton, text) or self._of_attribute(
            date, match, skeleton, sentence.reading
        ):
            return
        clause_end = min((c for c in sentence.reading.clause_starts if c > date.end), default=sentence.end)
        split = _RESPECTIVELY.search(text, clause_start, date.start)
        if split is not None and any(
            d is not date and split.end() <= d.start < clause_end for d in sentence.reading.dates
        ):
            return  # 分别公布于…、…和…: which is whose
        if construction.types == _OCCASIONS and _SERIES.search(text, sentence.start, sentence.end):
            return  # 2019年的GTC: one of many
        if (
            construction.types not in (_OCCASIONS, _DOCUMENTS)
            and construction.predicate != "existed"
            and match[0].startswith(DATE + ZERO + "的")
            and (date.interval.precision == "year" or date.kind == "relative")
        ):
            return  # “2024年的GPT-4”, “两年后的Blackwell”: what it was like then
        if date.amount and skeleton.place(match.start()) < date.start:
            return  # 创办旷视4年后: counted from the event, not its date
        yield DateClaim(date.interval, text[date.start : date.end]), date.start, date.end

    @staticmethod
    def _only_placed(date: DateValue, match: re.Match[str], skeleton: Skeleton, text: str) -> bool:
        """“2019年，GPT-3发布之前，…”, “2023年，ChatGPT问世之后，…”: the event only places what is told of that time."""
        if _COUNTED_UP_TO.search(text, max(0, date.start - 6), date.start):
            return True  # 截至目前2025年5月Meta发布的LLaMA系列
        first = skeleton.place(match.start("subject")) if match.groupdict().get("subject") else None
        placed = _BEFORE_OR_AFTER_IT.match(text, skeleton.end_place(match.end()))
        if placed is None or (first is not None and first < date.start):
            return False  # GPT-3在2020年发布之前
        year = date.interval is not None and date.interval.precision == "year"
        return placed["after"] is None or (year and text.startswith(("，", ","), date.end))

    @staticmethod
    def _of_attribute(
        date: DateValue, match: re.Match[str], skeleton: Skeleton, reading: BlockReading
    ) -> bool:
        """“同月上市的沐曦由…创办”: the date is of another event, told by the attribute of the subject."""
        if not match.groupdict().get("subject") or not isinstance(
            skeleton.items[match.start("subject")], Mention
        ):
            return False
        first = skeleton.place(match.start("subject"))
        if match.end() <= match.end("subject") or not _ATTRIBUTE.fullmatch(
            reading.text.text, date.end, first
        ):
            return False
        told = [w for w in reading.words if date.end <= w.start < first]
        return not any({"found", "foundrel", "release", "make", "acquire", "hold"} & w.classes for w in told)

    def _attributive(self, match: re.Match[str], skeleton: Skeleton) -> bool:
        verbs = [
            i
            for i in range(match.start(), match.end())
            if isinstance(w := skeleton.items[i], Word) and {"found", "foundrel", "acquire"} & w.classes
        ]
        return any(skeleton.text[i + 1 : i + 2] == "的" for i in verbs)

    def _governing(
        self, match: re.Match[str], skeleton: Skeleton, sentence: SentenceReading
    ) -> DateValue | None:
        """The date that dates the event of a match: in its clause, else one that opens the sentence by itself."""
        reading = sentence.reading
        text = reading.text.text
        first, last = skeleton.place(match.start()), skeleton.end_place(match.end())
        starts = [c for c in reading.clause_starts if sentence.start <= c < sentence.end] or [sentence.start]
        clause_start = max((c for c in starts if c <= first), default=sentence.start)
        clause_end = min((c for c in starts if c > last - 1), default=sentence.end)
        dates = [
            d
            for d in reading.dates
            if sentence.start <= d.start < sentence.end
            and _IN_ANSWER_TO.search(text, max(sentence.start, d.start - 8), d.start) is None
            and not any(
                p.start < d.start < p.end
                and not (p.start < first < p.end)
                and _CITED_YEAR.fullmatch(text, max(0, p.start - 3), p.end) is None
                for p in sentence.skeleton.parentheses
            )
        ]
        inside = [d for d in dates if first <= d.start < last]
        before = [d for d in dates if clause_start <= d.start < first]
        after = [
            d for d in dates if last <= d.start < clause_end and _RIGHT_BEHIND.fullmatch(text[last : d.start])
        ]
        for found in (inside[-1:], before[-1:], after[:1]):
            if found:
                return found[0]
        return self._fronted(reading, dates, starts, clause_start, sentence)

    def _fronted(
        self,
        reading: BlockReading,
        dates: list[DateValue],
        starts: list[int],
        clause_start: int,
        sentence: SentenceReading,
    ) -> DateValue | None:
        text = reading.text.text
        index = starts.index(clause_start) if clause_start in starts else 0
        if _BREAK_OF_STORY.match(text, clause_start):
            return None
        for position in range(index - 1, max(index - 4, -1), -1):
            a, b = starts[position], starts[position + 1]
            here = [d for d in dates if a <= d.start < b]
            if here:
                rest = text[a : here[0].start] + text[here[-1].end : b]
                return here[-1] if len(_BESIDES.sub("", rest)) <= 1 or _OCCASION.fullmatch(rest) else None
            clause = text[a:b]
            if _BREAK_OF_STORY.search(clause) or any(
                w.classes & _EVENTS for w in reading.words if a <= w.start < b
            ):
                return None
            if any(a <= m.start < b and not m.of_types(_HOSTS) for m in reading.mentions):
                return None
        return None

    def _inherited(
        self, sentence: SentenceReading, match: re.Match[str], skeleton: Skeleton
    ) -> DateInterval | None:
        """The date of the item, heading or row above, for an entry that has none of its own (a chronicle)."""
        reading = sentence.reading
        if reading.dates or sentence.start != (reading.sentences[0][0] if reading.sentences else 0):
            return None
        date = self._context.entry_date(reading.block)
        if date is None or (reading.block.parent is None and self._modifies_noun(match, skeleton)):
            return None
        first = skeleton.place(match.start())
        clause = max((c for c in reading.clause_starts if c <= first), default=0)
        latest = 1 if reading.block.parent is not None else 0  # of an item, its second clause at most
        return date if clause <= reading.clause_starts[min(latest, len(reading.clause_starts) - 1)] else None

    def _modifies_noun(self, match: re.Match[str], skeleton: Skeleton) -> bool:
        """Whether a verb of the match only describes (OpenAI推出的ChatGPT风靡全球), or what is told came after it."""
        verbs = [i for i in range(match.start(), match.end()) if isinstance(skeleton.items[i], Word)]
        return any(skeleton.text[i + 1 : i + 2] in ("的", "后", "之", "以") for i in verbs)

    # Claims

    def _claim(
        self, construction: Construction, match: re.Match[str], skeleton: Skeleton, sentence: SentenceReading, subject: Mention, present_subject: bool,
        value: Value, value_start: int, value_end: int, partners: list[str],
    ) -> Claim | None:  # fmt: skip
        reading = sentence.reading
        text = reading.text.text
        subject_ids = subject.of_types(self._subject_types(construction))
        if not subject_ids:
            return None
        start = skeleton.place(match.start())
        start += text.startswith(("，", ","), start)  # the clause before is not part of the statement
        end = skeleton.end_place(match.end())
        within = [(subject.start, subject.end)] if present_subject else []
        if sentence.start <= value_start < sentence.end or (
            isinstance(value, EntityValue) and sentence.start - 200 <= value_start < sentence.start
        ):
            within.append((value_start, value_end))
        start = min([start, *(a for a, _ in within)])
        end = max([end, *(b for _, b in within)])
        split = ""
        if isinstance(value, NumberValue):
            if construction.predicate == "count":
                split = self._split_of(value.quantity, text)
            value = NumberValue(value.quantity, text[value_start:value_end])
        words = [w for w in skeleton.items[match.start() : match.end()] if isinstance(w, Word)]
        qualifiers = dict(construction.qualifiers)
        if construction.field:
            qualifiers["field"] = construction.field
        if split:
            qualifiers["split"] = split
        if isinstance(value, DateClaim) and any(
            d.kind == "relative" and d.interval is not None and value_end <= d.start for d in reading.dates
        ):
            qualifiers["anchor"] = "true"  # 成立于2012年，两年后…: what follows is counted from it
        if construction.predicate == "created_by" and _STAFF_FROM.search(text, start, end):
            qualifiers["staff"] = "true"
        if construction.predicate == "price":
            qualifiers.update(_per(text, start, end))
            qualifiers.update(
                _plan(
                    text, max((c for c in reading.clause_starts if c <= value_start), default=0), value_start
                )
            )
        if construction.predicate == "invested_by" and isinstance(value, DateClaim):
            qualifiers.update(_money_of(skeleton, match))
        if construction.predicate == "acquired_by" and isinstance(value, DateClaim):
            named = [i for i in skeleton.items[match.start() : match.end()] if isinstance(i, Mention)]
            qualifiers["buyers"] = " ".join(
                i
                for m in named
                if m is not subject and not text.endswith(("从", "自"), 0, m.start)  # 从软银手中: the seller
                for i in m.entity_ids
            )
        if construction.predicate == "acquired_by":
            qualifiers.update(_money_of(skeleton, match))
            clause = max(text.rfind(c, start, end - 1) for c in "，,；;")  # the match may end with one
            if _ONLY_ANNOUNCED.search(text, max(start, clause), end):
                qualifiers["announced"] = "true"
            if _came_to_nothing(text, start, end):
                qualifiers["attempt"] = "true"
        if construction.predicate == "licence" and _OF_CODE.search(text, max(0, start - 4), end):
            qualifiers["of"] = "code"
        if construction.predicate == "category" and _OF_A_METHOD.search(
            text, max(0, value_start - 4), value_start
        ):
            qualifiers["loose"] = "true"  # 音频生成框架, 图文预训练框架
        if construction.predicate == "funding":
            qualifiers["round"] = _round_at(text, sentence.start, sentence.end, value_start)
        if construction.predicate == "layers" and _EACH.search(text, start, value_start):
            qualifiers["each"] = "true"
        if construction.predicate == "authors" and (
            any(w.text in _FIRST_AUTHOR for w in words) or _FOREMOST.search(text, start, end)
        ):
            qualifiers["first"] = "true"
        if any(w.text.lower() in _CHIEF_EXECUTIVE for w in words):
            qualifiers["explicit"] = "true"
        if construction.predicate == "role" and _EARLIER.search(text, start, end):
            qualifiers["earlier"] = "true"
        if construction.predicate == "role" and _FIRST_OFFICE.search(text, start, end):
            qualifiers["first_office"] = "true"
        if construction.predicate == "education":
            stop = _CLAUSE_END.search(text, end, end + 8)
            qualifiers["degree"] = _degree_of(text[start : stop.start() if stop is not None else end + 8])
        if construction.predicate == "compute":
            qualifiers.update(_precision_of(text, reading.clause_starts, start, value_start, value_end))
        if construction.predicate == "created_by" and "参与" in text[start:end]:
            qualifiers["took_part"] = "true"
        if construction.predicate == "released" and "论文" in text[start:end]:
            qualifiers["of_paper"] = "true"
        if partners:
            qualifiers["partners"] = ",".join(partners)
        if _LARGEST.search(text, max(0, start - 4), end):
            qualifiers["largest"] = "true"
        if construction.predicate in ("parameters", "experts") and isinstance(value, NumberValue):
            first = max(start, subject.end if present_subject else 0)
            counted = _counted(text, first, value, match, skeleton)
            if construction.predicate == "parameters" or counted.get("counted") == "active":
                qualifiers = {**counted, **qualifiers}
        if _PURELY.search(text, start, end) or (
            construction.predicate == "language" and _MAINLY.search(text, start, end)
        ):
            qualifiers["pure"] = "true"
        exchange = (
            _EXCHANGE.search(text, start, _end_of_clause(text, end, sentence.end))
            if construction.predicate == "listed_on"
            else None
        )
        if exchange is not None:
            qualifiers["exchange"] = exchange[0]
        if (
            construction.predicate == "released"
            and _IN_FORCE.search(text, start, end)
            and not _OF_SOME_RULES.search(text, sentence.start, sentence.end)
        ):
            qualifiers["in_force"] = "true"
        verbs = [w for w in words if {"release", "make", "found", "acquire", "en_make"} & w.classes]
        if verbs:
            qualifiers["verb"] = verbs[-1].text
            qualifiers.update(_event_of(verbs))
            if qualifiers.get("event_class") == "paper" and _ON_ARXIV.match(text, verbs[-1].end):
                qualifiers["event_class"] = "preprint"
        # a name from an earlier sentence brings no stance with it
        presupposed = present_subject and subject.end == end and text.endswith("的", start, subject.start)
        stance = sentence.stance.at(
            max(start, sentence.start),
            end,
            value_start,
            value_end,
            presupposed=presupposed,
            planned=_tells_plan(construction, text, max(start - 12, sentence.start), end),
        )
        if any(
            "compare" in w.classes and not (construction.predicate == "plays" and "beat" in w.classes)
            for w in words
        ) and construction.predicate not in ("created_by",):
            stance = "not-asserted"
        if construction.value == "date" and match.groupdict().get("org"):
            place = skeleton.items[match.start("org")]
            qualifiers["org"] = " ".join(place.entity_ids) if isinstance(place, Mention) else ""
        if match.groupdict().get("beside"):
            other = skeleton.items[match.start("beside")]
            qualifiers["partners"] = ",".join(other.entity_ids) if isinstance(other, Mention) else ""
        if match.groupdict().get("through"):
            people = [skeleton.items[i] for i in range(*match.span("through"))]
            qualifiers["through"] = " ".join(
                i for p in people if isinstance(p, Mention) for i in p.of_types(PERSON_TYPES)
            )
        if construction.predicate == "role" and match.groupdict().get("after"):
            left = skeleton.items[match.start("after")]
            qualifiers["after"] = ",".join(left.entity_ids) if isinstance(left, Mention) else ""
        if "investor" in match.groupdict() and match["investor"]:
            item = skeleton.items[match.start("investor")]
            topic = (
                item
                if isinstance(item, Mention)
                else self._context.topic(reading, skeleton.place(match.start("investor")), ORGANISATION_TYPES)
            )
            if topic is None:
                return None
            qualifiers["investor"] = ",".join(topic.entity_ids)
            qualifiers["investor_named"] = "true" if isinstance(item, Mention) else ""
        source_start, source_end = reading.text.span(start, end)
        value_source = reading.text.span(value_start, max(value_end, value_start + 1))
        # 曾是GitHub的CEO，现在在Meta: what once was is not said of the present by the next clause
        once = "曾" in text[start:end]
        present = any(
            start <= w.start < end if once else _near(text, w.start, start, end) for w in sentence.present
        )
        when = self._when(match, skeleton, sentence, present=present)
        if construction.predicate == "funding" and self._governing(match, skeleton, sentence) is None:
            earlier = [
                d.interval for d in reading.dates if sentence.start <= d.start < value_start and d.interval
            ]
            when = earlier[-1] if earlier else None  # each round has its date before it
        return Claim(
            construction.rule, construction.predicate, subject_ids, subject.text, value, source_start, source_end, *value_source, reading.block.ordinal,
            stance, self._variant(subject, subject_ids, text, start, end), qualifiers, when, present, construction.certain, construction.pattern.source,
            () if present_subject else self._rivals(construction, reading, sentence, subject),
        )  # fmt: skip

    def _rivals(
        self, construction: Construction, reading: BlockReading, sentence: SentenceReading, subject: Mention
    ) -> tuple[str, ...]:
        """What else of the subject's kind the sentence and the ones back to its subject name."""
        if construction.predicate == "interconnect_bandwidth":
            return ()  # 把NVLink带宽降到…: the link is no other chip
        types = self._subject_types(construction)
        named = {
            i
            for m in reading.things
            if subject.end <= m.start < sentence.end and m.entity_ids != subject.entity_ids
            for i in m.of_types(types)
        }
        return tuple(sorted(named))

    def _when(
        self, match: re.Match[str], skeleton: Skeleton, sentence: SentenceReading, *, present: bool
    ) -> DateInterval | None:
        governing = self._governing(match, skeleton, sentence)
        if governing is not None or present:
            return governing.interval if governing is not None else None
        own = [
            d.interval for d in sentence.reading.dates if d.interval is not None and d.start < sentence.end
        ]
        return own[-1] if own else self._context.heading_date(sentence.reading.block)

    def _variant(self, subject: Mention, ids: tuple[str, ...], text: str, start: int, end: int) -> str | None:
        """The variant that the clause names beside the subject: 12层的base版."""
        if subject.variant or len(ids) != 1:
            return subject.variant
        entity = self._knowledge.entity(ids[0])
        names = {v for f in entity.all_facts() if (v := f.text("variant")) and not _LENGTH.fullmatch(v)}
        stop = _CLAUSE_END.search(text, end, end + 6)
        behind = text[end : stop.start() if stop is not None else end + 6]
        clause = _EXCEPTED.sub("", _LICENCE_VERSION.sub("", text[max(0, start - 2) : end] + behind)).lower()
        own = subject.text.lower()
        for name in names:  # GLM-4.5和GLM-4.5-Air: the other edition is named for itself
            clause = clause.replace(f"{own}-{name.lower()}", "").replace(f"{own} {name.lower()}", "")
        if len(set(_SIZES.findall(clause))) > 1:
            return None  # a list of sizes: the number is not that of one of them
        found = [
            n
            for n in names
            if len(n) > 1
            and n.lower() in clause  # compiling an expression costs more
            and re.search(rf"(?<![a-z0-9.]){re.escape(n.lower())}(?![a-z0-9.万亿千百])", clause)
        ]
        for name, words in (("base", ("基础版", "基础款", "基础型")), ("large", ("大号", "大型版"))):
            if name in names and any(w in clause for w in words):
                found.append(name)
        return found[0] if len(set(found)) == 1 else None


def _someone_else(text: str, place: int) -> bool:
    """Whether a clause that seems to lack its subject begins with a name that is not known."""
    return _SOMEONE_ELSE.match(text, place) is not None


def _spoken_of(skeleton: Skeleton, index: int, match: re.Match[str]) -> int:
    """The place of the pronoun that is the subject of a clause whose empty one comes before it (之后他赴香港…), else the same."""
    for place in range(index + 1, match.end()):
        item = skeleton.items[place]
        if isinstance(item, Word) and item.text in ("他", "她"):
            return place
        if isinstance(item, Mention):
            break
    return index


def _end_of_phrase(text: str, place: int) -> int:
    """A few characters on, not past the next comma."""
    stop = _CLAUSE_END.search(text, place, place + 4)
    return stop.start() if stop is not None else place + 4


def _came_to_nothing(text: str, start: int, end: int) -> bool:
    """Whether the clause says of a deal that it was given up: 放弃了收购Figma的计划, 收购Windsurf的计划告吹后."""
    clause = max((text.rfind(c, 0, end) for c in "，,。；;"), default=-1) + 1
    return bool(_GAVE_UP.search(text, clause, end) or _CALLED_OFF.match(text, end))


def _round_at(text: str, start: int, end: int, place: int) -> str:
    """The round of funding that the clause of ``place`` names, else the last one named before it in the sentence."""
    stop = _CLAUSE_END.search(text, place, end)
    before = list(_ROUND.finditer(text, start, place))
    clause = max((text.rfind(c, start, place) for c in "，,。；;"), default=start)
    here = [
        *(m for m in before if m.start() >= clause),
        *_ROUND.finditer(text, place, stop.start() if stop else end),
    ]
    found = (here or before)[-1:]
    if not found and _THAT_ROUND.search(text, clause, place):
        found = list(_ROUND.finditer(text, 0, start))[-1:]  # 完成C轮融资。该轮由…领投
    return lower(found[0][1] or found[0][2]) if found else ""


def _counted(
    text: str, start: int, value: NumberValue, match: re.Match[str], skeleton: Skeleton
) -> dict[str, str]:
    """Whether all parameters are counted or those that are active, and how many the text says are active of these."""
    quantity = value.quantity
    before = text[max(text.rfind(c, start, quantity.start) for c in "，,、；;") + 1 : quantity.start]
    if _ACTIVE.search(before[-8:]) or match.groupdict().get("of"):
        return {"counted": "active"}
    found = {"counted": "total"} if _TOTAL.search(before) else {}
    following = next(
        (i for i in skeleton.items if isinstance(i, QuantityValue) and i.start > quantity.start), None
    )
    if following is not None and _THEN_ACTIVE.fullmatch(text, quantity.unit_end, following.start):
        found["active"] = f"{following.accepted[0]} {following.accepted[1]}"
    return found


def _money_of(skeleton: Skeleton, match: re.Match[str]) -> dict[str, str]:
    """The price that the words of a deal name."""
    for item in skeleton.items[match.start() : match.end()]:
        if isinstance(item, QuantityValue) and item.unit in ("USD", "EUR", "GBP", "CNY"):
            low, high = item.accepted
            return {"money": f"{low} {high} {item.unit}"}
    return {}


def _per(text: str, start: int, end: int) -> dict[str, str]:
    """The time that a subscription is paid for, where the clause says so."""
    named = {_PERIODS[m[0][-1]] for m in _PERIOD.finditer(text, start, end + 4)}
    return {"per": named.pop()} if len(named) == 1 else {}


_PLANS = (
    ("个人版", "individual"), ("个人用户", "individual"), ("个人开发者", "individual"), ("商业版", "Business"), ("Business", "Business"),
    ("企业版", "Enterprise"), ("Enterprise", "Enterprise"), ("团队版", "Team"), ("Team", "Team"), ("Plus", "Plus"), ("Pro", "Pro"),
)  # fmt: skip


def _plan(text: str, start: int, end: int) -> dict[str, str]:
    """The plan of a subscription that the clause names before the price."""
    found = [plan for word, plan in _PLANS if word in text[start:end]]
    return {"plan": found[0]} if len(set(found)) == 1 else {}


def _precision_of(
    text: str, clause_starts: Sequence[int], start: int, value_start: int, value_end: int
) -> dict[str, str]:
    """The precision of a peak compute, and whether sparsity is counted: as its clause says, else the one before it."""
    clauses = [0, *(c for c in clause_starts if c <= value_start)]
    behind = _CLAUSE_END.search(text, value_end)
    end = behind.start() if behind is not None else len(text)
    for first in reversed(clauses[-2:]):
        words = text[first:end]
        named = {m.lastgroup or "" for m in _PRECISION.finditer(words)}
        if not named:
            continue
        said = [(m.end(), "dense") for m in _DENSE.finditer(words)]
        said += [(m.end(), "sparse") for m in _SPARSE.finditer(words)]
        before = [each for each in said if first + each[0] <= value_end]
        mode = max(before or said, default=(0, ""))[1]  # 稠密算力为…，稀疏算力为…: the nearer
        return {"precision": named.pop() if len(named) == 1 else "several", "mode": mode}
    return {}


def _degree_of(words: str) -> str:
    """The degree that a passage names, empty if it names none or several."""
    words = words.replace("博士后", "").replace("博士生导师", "")
    named = {degree for word, degree in _DEGREES.items() if word in words}
    return named.pop() if len(named) == 1 else ""


_ONE_LAYER = LazyPattern(r"[同每上下这那某各另逐首末前后任]一[层層]")
# “Back then” as often as “in that year”.
_VAGUE_YEARS = frozenset({"这一年", "那一年", "当年"})


def _opens(text: str, date: DateValue, sentence: SentenceReading) -> bool:
    """Whether “那一年，” stands alone at the head of a sentence."""
    return date.relation != "当年" and date.start == sentence.start and text.startswith("，", date.end)


def _near(text: str, place: int, start: int, end: int) -> bool:
    """Whether a word stands in the claim or in a clause next to it."""
    return start - 12 <= place <= end + 8


_GENERAL = frozenset({"正式可用", "全面可用", "正式商用", "全面上市"})


def _end_of_clause(text: str, place: int, stop: int) -> int:
    found = _CLAUSE_END.search(text, place, stop)
    return found.start() if found is not None else stop


def _event_of(verbs: list[Word]) -> dict[str, str]:
    if verbs[-1].text in _GENERAL:
        return {"event": "ga"}
    if verbs[-1].text in ("开源", "开放权重", "放出权重", "开放下载", "放出"):
        return {"event_class": "open"}
    if verbs[-1].text in ("挂上", "上传"):
        return {"event_class": "preprint"}
    if "paper_release" in verbs[-1].classes:
        return {"event_class": "paper"}
    if verbs[-1].text in (
        "发售",
        "开售",
        "开卖",
        "上线",
        "开放",
        "全面开放",
        "面向公众开放",
        "公测",
        "内测",
        "上架",
        "开放注册",
        "开放公测",
        "开放内测",
        "启动邀测",
        "启动内测",
        "启动公测",
        "开启内测",
        "开启公测",
        "开启邀测",
        "开启邀请测试",
    ):
        return {"event_class": "launch"}
    if "全面可用" in verbs[-1].text:
        return {"event": "ga"}
    return {}


__all__ = ["ASSERTED", "Binder", "TextValue"]
