"""Names of people and organisations that the knowledge base does not know: “曹兴诚创办了台积电”, “由普渡大学开发的TensorFlow”.

Only what cannot be anything else is taken for a name: a surname and a given name that are no word, a transliteration with its
dots, two capitalised words, a stretch that ends in 大学 or 公司 and is no description (“一家初创公司”); and only right where a
maker, a founder or a holder of office would stand.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from factcheck.extraction.mentions import Mention
from factcheck.language.lazy import LazyPattern
from factcheck.language.lexicon import Word
from factcheck.light import dataclass

PERSON, ORGANISATION = "person", "organization"
# Without those that mostly stand for something else where a name might begin (于, 时, 向, 高, 成, 安, …).
_SURNAMES = (
    "赵钱孙李周吴郑王冯陈褚卫蒋沈韩杨朱秦许何吕施张孔曹严华金魏陶姜戚谢邹喻苏潘葛范彭鲁韦马苗凤俞任袁柳唐薛雷贺倪汤滕殷罗毕郝邬傅卞齐康伍余顾孟黄穆萧尹姚邵汪"
    "祁毛狄戴宋庞熊舒屈项祝董梁杜阮蓝闵季贾江颜郭梅盛林刁钟徐邱骆夏蔡田樊胡凌霍虞柯卢莫房丁邓洪包左石崔吉龚程邢裴陆荣翁荀甄封储靳焦谷侯秋仲伊甘厉祖武符刘景詹龙"
    "叶黎赖卓乔闻党翟谭劳姬申冉桑尚温庄晏柴瞿阎艾容古廖耿匡欧聂荆"
)
_AHEAD = r"(?:^|(?<=[，,。；;：:、（(—“\s由被是为与和月日年]))"
_FOREIGN = r"(?:[\u4e00-\u9fff](?<![与和及由被是在她他的等]))"
_PEOPLE = LazyPattern(
    rf"(?:{_AHEAD}(?:(?P<han>[{_SURNAMES}][\u4e00-\u9fff]{{2}})|(?P<dotted>{_FOREIGN}{{1,6}}(?:·{_FOREIGN}{{1,7}}?){{1,2}})"
    r"|(?P<latin>[A-Z][a-z]+(?: [A-Z]\.)?(?: [A-Z][a-z]+){1,2}))|(?<=[a-z\u4e00-\u9fff]的)(?P<titled>[A-Z][a-z]+(?: [A-Z]\.)? [A-Z][a-z]+))"
    r"(?=\s?(?:于|在|等人|等|和|与|、|，|,|创办|创立|创建|联合|共同|一手|提出|发明|开发|设计|编写|写成|担任|出任|接任|接替|接棒|取代|继任|升任|就任|获任|被任命|卸任|执掌|领导|\(|（|。|；|;|[12]\d{3}\s?年|$))"
)
_ORGANISATIONS = LazyPattern(
    rf"{_AHEAD}(?![由被是为与和在从])(?P<han>[\u4e00-\u9fff]{{2,8}}?(?:大学|科技|集团|公司))(?=\s?(?:于|在|与|和|、|联合|发布|推出|开发|研发|提出|开源|收购|旗下|的|[12]\d{{3}}\s?年))"
    r"|(?P<latin>University of [A-Z][a-z]+|[A-Z][a-z]+ (?:[A-Z][a-z]+ )?(?:University|Inc\.?|Corporation))"
)
_DESCRIPTION = LazyPattern(
    r"这|那|该|某|一|两|二|三|几|多|各|每|本|我|你|他|它|其|自|母|子|分|总|家|初创|创业|科技|互联网|人工智能|大型|小型|上市|国有|民营|外国|海外|国内|国外|同|另|前|原|新|老|许|不少|众|所有|任何"
    r"|头部|知名|著名|独角兽|芯片|软件|硬件|算法|模型|数据|云|游戏|电商|搜索|自动驾驶|机器人|手机|汽车|咨询|投资|风投|保险|金融|医疗|教育|传统|有限|高|名牌|重点|全球|世界|美国|中国|英国|法国|德国|日本|韩国|欧洲|以色列|加拿大|印度|硅谷|北京|上海|深圳|杭州|当地|由|被|是|为|与|和|在|从|对|将|把|让|使|于|的|了"
)
_TELLING = frozenset({"author", "make_by", "foundrel", "founder", "ceo", "cto", "acquire"})


@dataclass(frozen=True, slots=True)
class Stranger:
    """A name that is no entity's: where it stands in the normalised text, and what it names."""

    start: int
    end: int
    text: str
    kind: str


def find_strangers(
    text: str, start: int, end: int, mentions: Sequence[Mention], words: Sequence[Word]
) -> Iterator[Stranger]:
    """The unknown names of a sentence that tells who made, founded, leads or bought something."""
    if not any(w.classes & _TELLING for w in words):
        return
    for kind, pattern in ((PERSON, _PEOPLE), (ORGANISATION, _ORGANISATIONS)):
        for found in pattern.finditer(text, start, end):
            name = found[found.lastgroup or 0]
            first = found.start(found.lastgroup or 0)
            last = first + len(name)
            if any(m.start < last and first < m.end for m in mentions):
                continue
            if found.lastgroup == "han" and not _is_name(name, kind):
                continue
            yield Stranger(first, last, name, kind)


def _is_name(name: str, kind: str) -> bool:
    if kind == ORGANISATION:
        return _DESCRIPTION.match(name) is None
    from factcheck.language.tokens import cut, is_word

    return not is_word(name) and cut(name)[0] != (0, 2)  # “何时由”: the surname belongs to a word
