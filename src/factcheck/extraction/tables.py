"""Tables: the header says which fact a column gives, a cell of the row (or the header) of which thing."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import field, replace

from factcheck.document.blocks import Block
from factcheck.document.text import Text, is_cjk
from factcheck.extraction.claims import (
    ASSERTED,
    Claim,
    DateClaim,
    EntityValue,
    NumberValue,
    TextValue,
    Value,
    WordValue,
)
from factcheck.extraction.context import AGENT_TYPES, ORGANISATION_TYPES, PERSON_TYPES, THING_TYPES, Context
from factcheck.extraction.mentions import Mention
from factcheck.extraction.ruleset import Ruleset
from factcheck.folding import lower
from factcheck.knowledge.index import Knowledge
from factcheck.knowledge.values import DateInterval
from factcheck.language.dates import find_dates, resolve
from factcheck.language.lazy import LazyPattern
from factcheck.language.normalise import normalise
from factcheck.language.numbers import QuantityValue, find_quantities
from factcheck.light import dataclass

# What a column header says its cells are: predicate, the rule that reports it, and how the cell is read.
_HEADERS: tuple[tuple[LazyPattern, str, str, str], ...] = tuple(
    (LazyPattern(pattern, re.I), predicate, rule, kind)
    for pattern, predicate, rule, kind in (
        (r"^(?:模型|主要)?(?:开发|研发|研制|发布|出品|推出|所属|提出|主导|制造|制作|发起|牵头|维护|背后|创建|出品)?(?:者|方|商|人|机构|公司|厂商|团队|单位|组织|企业|厂家|开发商|出品方|提出者"
         r"|来源机构|出身|出自|来自|东家|owner|developer|organization|company|vendor|创建者)$", "created_by", "wrong-attribution", "agent"),
        (r"^(?:首次|首发|正式|公开|论文|最早){0,2}(?:发布|推出|发表|提出|开源|公布|公开|亮相|上线|问世|诞生|面世)(?:日期|时间|年份|年|于)?$|^(?:技术预览|公开预览|公测|正式上市|正式上线|正式推出)(?:日期|时间)?$|^(?:举办|举行|召开|签署|颁布|出台|发售|开售|首发)(?:日期|时间|年份|年)$"
         r"|^(?:年份|时间|日期|年代|首次亮相|release(?: date)?|released|announced|launched|launch(?: date)?|year|date|发布年月"
         r"|预印本|arXiv|论文提交|首次提交)$", "released", "wrong-date", "date"),
        (r"^(?:施行|生效|实施)(?:日期|时间)$", "released", "wrong-date", "effective"),
        (r"^(?:表决|审议|正式)?通过(?:日期|时间)$", "released", "wrong-date", "passed"),
        (r"^(?:首次)?上市(?:日期|时间|年份)$", "released", "wrong-date", "listing"),
        (r"^(?:停用|下线|退役|关停|停服|终止|停止服务)(?:日期|时间)$", "shutdown", "wrong-date", "date"),
        (r"^(?:成立|创立|创办|建立|创建)(?:日期|时间|年份|年|于)?$|^founded$", "founded", "wrong-date", "date"),
        (r"^(?:总|模型|最大)?参数(?:量|规模|数|数量|总量|大小)?(?:\(.*\))?$"
         r"|^(?:激活|活跃)参数(?:量|规模|数)?(?:\(.*\))?$|^(?:模型)?规模$|^parameters?$|^params$|^大小$", "parameters", "wrong-number", "parameters"),
        (r"^总?参数(?:量)?(?:/|与|和)激活(?:参数)?(?:量)?$", "parameters", "wrong-number", "first_parameters"),
        (r"^(?:最大|支持)?上下文(?:长度|窗口|视窗|大小)?(?:\(.*\))?$|^context(?: window| length)?$|^窗口(?:大小|长度)$", "context_window", "wrong-number", "tokens"),
        (r"^(?:训练|预训练)?(?:token|词元|语料)s?(?:数|数量|量|规模)?$|^训练(?:数据|语料)(?:量|规模|token数)$", "training_tokens", "wrong-number", "tokens"),
        (r"^层数$|^layers$", "layers", "wrong-number", "plain"),
        (r"^(?:注意力)?头数$|^heads$", "attention_heads", "wrong-number", "plain"),
        (r"^隐藏(?:层)?(?:维度|大小)$|^hidden(?: size)?$", "hidden_size", "wrong-number", "plain"),
        (r"^(?:GPU|单卡|HBM|最大)?(?:显存|内存|记忆体|HBM)(?:容量|大小)?(?:\(.*\))?$|^(?:max(?:imum)?)?(?:memory|vram)$", "memory", "wrong-number", "bytes"),
        (r"^(?:显存|内存|存储|HBM)(?:类型|种类|规格)$", "memory_type", "wrong-property", "memory_type"),
        (r"^(?:CUDA ?)(?:核心|cores?|核)(?:数|数量)?$", "count", "wrong-number", "CUDA cores"),
        (r"^NVLink(?:总|互[连联])?(?:带宽|速率)$", "interconnect_bandwidth", "wrong-number", "bandwidth"),
        (r"^(?:默认|缺省)(?:监听|服务)?端口号?$|^default port$", "default_port", "wrong-number", "plain"),
        (r"^(?:输出)?(?:向量|嵌入|输出|embedding) ?(?:维度|维数)$|^embedding dimensions?$", "embedding_dimension", "wrong-number", "plain"),
        (r"^(?:开发|实现|编程|编写|核心|主要|底层|主要编程|主要开发|后端)语言$|^written in$|^language$", "language", "wrong-property", "language"),
        (r"^(?:默认)?计算图(?:类型|模式|机制|方式|构建)?$|^图(?:类型|模式|机制)$"
         r"|^(?:动态图?/静态图|静态图?/动态图)$|^(?:执行|编程)(?:模式|范式|方式)$", "graph", "wrong-property", "graph"),
        (r"^(?:代工|代工厂|代工方|代工厂商|晶圆代工)$", "foundry", "wrong-relation", "organisation"),
        (r"^(?:(?:显存|内存)?带宽|memorybandwidth)(?:\(.*\))?$", "memory_bandwidth", "wrong-number", "bandwidth"),
        (r"^(?:制程|(?:制造)?工艺|制程工艺|工艺制程|工艺节点|process(?: node)?|node)(?:\(.*\))?$", "process_node", "wrong-number", "nm"),
        (r"^(?:晶体管(?:数|数量)?|transistors?(?: count)?)(?:\(.*\))?$", "transistors", "wrong-number", "plain"),
        (r"^(?:最大|典型|整卡|单卡|max)?(?:功耗|TDP|热设计功耗|TGP|power)(?:上限)?(?:\(.*\))?$", "power", "wrong-number", "watts"),
        (r"^(?:源?代码|源码)(?:许可证?|协议|开源协议|许可协议|授权)$", "licence", "wrong-license", "code_licence"),
        (r"^(?:开源|权重|代码|模型|代码与权重|代码和权重|模型权重|源码)?"
         r"(?:许可|许可证|协议|开源协议|许可协议|授权|授权方式|许可方式|license|licence)$", "licence", "wrong-license", "licence"),
        (r"^(?:是否)?开源(?:情况|状态)?$", "openness", "wrong-license", "openness"),
        (r"^(?:模型|网络|芯片|GPU|核心)?(?:架构|结构|骨干|主干)(?:类型)?$|^核心类型$|^(?:gpu)?architecture$", "property", "wrong-property", "property"),
        (r"^(?:预训练|训练)(?:目标|任务|方法|方式)$", "property", "wrong-property", "property"),
        (r"^(?:基座|底座|基础模型|基座模型|底座模型|基于|base model|底模)$", "based_on", "wrong-relation", "base"),
        (r"^(?:出生|出生日期|出生时间|出生年份|出生年月|生日)$", "born", "wrong-date", "date"),
        (r"^(?:联合)?创始人$|^创办人$|^创立者$|^founders?$", "founded_by", "wrong-person", "person"),
        (r"^(?:现任)?(?:CEO|首席执行官|掌门人)$", "role", "wrong-person", "ceo"),
        (r"^(?:现任)?(?:CTO|首席技术官)$", "role", "wrong-person", "cto"),
        (r"^(?:现任)?首席科学家$", "role", "wrong-person", "chief_scientist"),
        (r"^(?:现任)?(?:董事长|董事会主席|董事局主席)$", "role", "wrong-person", "chair"),
        (r"^(?:现任|现|当前)?(?:职务|职位|身份|头衔)$", "role", "wrong-person", "office"),
        (r"^(?:总部|总部所在地|总部地点|所在地|headquarters)$", "headquartered_in", "wrong-relation", "place"),
        (r"^(?:股票|证券|港股|A股|美股|上市)?代[码号]$|^股份代号$", "ticker", "wrong-number", "ticker"),
        (r"^(?:上市地点?|交易所|上市交易所|上市板块|上市情况)$", "listed_at", "wrong-relation", "exchange"),
        (r"^(?:母公司|所属公司|隶属)$", "part_of", "wrong-relation", "organisation"),
        (r"^(?:会议|期刊|发表于|发表会议|出处|venue|发表在)$", "venue", "wrong-property", "venue"),
        (r"^(?:英文)?全称$|^全名$|^full name$", "expansion", "wrong-expansion", "text"),
        (r"^(?:收购方|买方|收购者|买家)$", "acquired_by", "wrong-relation", "organisation"),
        (r"^(?:收购|交易|宣布|宣布收购)(?:日期|时间|年份|年)$", "acquired_by", "wrong-date", "date"),
        (r"^(?:收购|交易)?(?:金额|价格|交易额|总价|对价)(?:\(.*\))?$", "acquired_by", "wrong-number", "money"),
        (r"^(?:类型|类别|定位|category|type)$", "category", "wrong-category", "category"),
        (r"^(?:投后)?估值(?:\(.*\))?$", "valuation", "outdated-claim", "money"),
        (r"^(?:题目|问题|试题|题)(?:数|数量|总数|总量|量)$", "count", "wrong-number", "questions"),
        (r"^(?:数据规模|数据量|样本量|样本数|数据集规模|体量|数量|题量与来源|内容)$", "count", "wrong-number", "counts"),
        (r"^(?:学科|科目|主题)(?:数|数量|总数)$", "count", "wrong-number", "subjects"),
        (r"^(?:类别|分类|物体类别|检测类别)(?:数|数量|总数)?$", "count", "wrong-number", "classes"),
        (r"^(?:图像|图片)(?:数|数量|总数|规模)$", "count", "wrong-number", "images"),
        (r"^(?:语言|语种)(?:数|数量|总数)$", "count", "wrong-number", "languages"),
        (r"^(?:作者|第一作者)$", "authors", "wrong-person", "person"),
    )
)  # fmt: skip
_HEADER_UNIT = LazyPattern(r"[（(](?P<unit>GB/s|TB/s|GB|TB|W|nm|亿|B|M|K|百万|万)[)）]$", re.I)
_PLAIN_NUMBER = LazyPattern(r"\s*[约~]?\s*\d[\d,]*(?:\.\d+)?\s*$")
_NAME_HEADER = LazyPattern(
    r"^(?:模型|名称|框架|公司|机构|产品|机器人|应用|软件|智能体|语音助手|芯片|显卡|型号|数据集|助手|工具|技术|算法|企业|实验室|项目|系统|论文|方法|平台|名字|模型名称|产品名称|人物|姓名|框架名称|model|name|库|标的|目标|收购目标|并购标的|被收购方|被收购公司|被收购企业|收购对象|收购标的|目标公司|标的公司|缩写|术语|GPU|代表模型|系列|版本|厂商)$",
    re.I,
)
_REMARKS = LazyPattern(
    r"备注|近况|现状|动态|动向|经历|去向|结局|看点|要闻|说明|描述|特点|亮点|简介|要点|特色|详情|概述|介绍|其他|关键|note|description|remark|details",
    re.I,
)
_WORKS = LazyPattern(
    r"(?:代表|旗下|主要|核心|明星|拳头|主力|自研|知名)(?:性)?(?:AI)?(?:产品|模型|大模型|作品|芯片|框架|机器人)(?:/.{1,6})?$"
)
_MADE = frozenset({"model", "product", "framework", "hardware"})
_SHORTEST_REMARK = 8
_DOTTED = LazyPattern(r"(?P<year>(?:19|20)\d{2})\.(?P<month>1[0-2]|[1-9])$")
_COUNTED = frozenset({"CUDA cores", "questions", "subjects", "classes", "images", "languages"})
EMPTY = LazyPattern(
    r"^(?:[—\-–/\\.…?？]+|无|未公开|未披露|不详|未知|N/?A|暂无|保密|见.*|待定|TBD|未公布|不适用)?$", re.I
)
_EVENT_HEADER = LazyPattern(r"(?:重要|主要|标志性|关键|里程碑|历史)?(?:事件|大事|进展|里程碑|成果|事记|动态)")
_TOLD_HEADER = LazyPattern(r"(?:主要|具体)?(?:内容|事项|经过|概要|要点|说明)")
_ACTORS = LazyPattern(r"机构|公司|团队|主体|提出者|发布者|开发者|研发|相关方|主导")
_APPEARS = LazyPattern(r"(?:发布|推出|提出|公开|公布|上线|问世|亮相|开源|发表|面世|诞生)(?!会)")
_PHRASE = LazyPattern(r"[A-Za-z]+(?:[ \-][A-Za-z\-]+)+\d*")
_NAME_OF_LANGUAGE = LazyPattern(r"(?!(?:和|与|及|以及|等|为主|编写))[^\s、,，/;；&和与及等为编]+")
_LANGUAGES = {"c": "c", "r": "r", "swift": "swift"}
"""Names of languages that are too short to be told in prose."""
_OF_LISTINGS = {
    "ticker": LazyPattern(r"(?<![\dA-Za-z.])(?:\d{4,6}(?![\d年])|[A-Z]{2,5}(?=$|[\s,，、/；;)）]))"),
    "exchange": LazyPattern(
        r"纳斯达克|纽交所|港交所|上交所|深交所|科创板|创业板|港股|NASDAQ|NYSE|HKEX", re.I
    ),
}
_SAME = LazyPattern(r"^(?:同上|〃|″|同前|\")$")


@dataclass(frozen=True, slots=True)
class Remark:
    """A cell that is a little text of its own: what its row or column is about, and the date of its row."""

    cell: Cell
    subject: Mention | None
    date: DateInterval | None = None


@dataclass(slots=True)
class Cell:
    text: Text
    mentions: list[Mention] = field(default_factory=list)

    @property
    def plain(self) -> str:
        return self.text.text.strip()


@dataclass(frozen=True, slots=True)
class Grid:
    header: tuple[Cell, ...]
    rows: tuple[tuple[Cell, ...], ...]

    def headless(self) -> Grid:
        """The same table with its header as the first of its rows."""
        empty = tuple(Cell(c.text.slice(0, 0), []) for c in self.header)
        return Grid(empty, (self.header, *self.rows))

    def cells(self) -> Iterator[Cell]:
        yield from self.header
        for row in self.rows:
            yield from row


@dataclass(frozen=True, slots=True)
class Column:
    """What a header says of its cells; ``unit`` is the one that it gives for all of them (带宽(GB/s))."""

    predicate: str
    rule: str
    kind: str
    unit: str = ""


_TYPES_OF_KIND = {
    "agent": AGENT_TYPES,
    **dict.fromkeys(("person", "ceo", "cto", "chief_scientist", "chair"), PERSON_TYPES),
    "place": frozenset({"place"}),
    "organisation": ORGANISATION_TYPES,
    "base": THING_TYPES,
    "venue": frozenset({"event", "organization", "paper", "product"}),
}
_OFFICE = LazyPattern(
    r"(?P<firm>[^，,、/前原曾]{2,24}?)\s?(?:公司)?的?(?:现任)?(?P<title>CEO|首席执行官|CTO|首席技术官|首席科学家|董事长)",
    re.I,
)
_TITLES = (
    ("ceo", ("CEO", "首席执行官")),
    ("cto", ("CTO", "首席技术官")),
    ("chief_scientist", ("首席科学家",)),
    ("chair", ("董事长",)),
)
_TERMS = LazyPattern(r"任期|时间|年份|日期|年代|时期|任职|届|曾")
_OF_ORGANISATIONS = frozenset(
    {"founded", "founded_by", "headquartered_in", "role", "valuation", "ticker", "listed_at"}
)
_EVENTS = frozenset({"effective", "passed"})
_OF_A_PART = LazyPattern(r"投资|入股|参股|股份|股权|授权|许可|融资|注资|未遂|未完成|终止|失败|\d\s?[%％]")
# 上市 is the listing of a company and the appearance of a product in shops.
_LISTED = Column("listed_on", "wrong-date", "date")
_ON_SALE = Column("released", "wrong-date", "date")
_MAKERS = Column("created_by", "wrong-attribution", "agent")
_RELEASES = Column("released", "wrong-date", "date")
_KIND_OF_MEMORY = Column("memory_type", "wrong-property", "memory_type")
_ENOUGH_ROWS, _LONGEST_VALUE = 2, 24
_SIZE = Column("count", "wrong-number", "counts")
_COLLECTIONS = frozenset({"dataset", "benchmark"})
_COUNT_UNITS = frozenset(
    {
        "questions",
        "images",
        "classes",
        "subjects",
        "languages",
        "hours",
        "masks",
        "repositories",
        "libraries",
        "articles",
    }
)
_ON_SHELVES = frozenset({"hardware", "product"})


def read_cells(block: Block) -> Grid:
    """The normalised cells of a table block."""
    assert block.table is not None
    return Grid(
        tuple(Cell(normalise(t)) for t in block.table.header),
        tuple(tuple(Cell(normalise(t)) for t in row) for row in block.table.rows),
    )


def column_of(header: str) -> Column | None:
    """What a header says of its column; None for one that says nothing known."""
    folded = header.strip().strip("*").replace(" ", "")
    for pattern, predicate, rule, kind in _HEADERS:
        if pattern.match(folded):
            unit = _HEADER_UNIT.search(folded)
            return Column(predicate, rule, kind, unit["unit"] if unit is not None else "")
    return None


def claims_of(
    block: Block, grid: Grid, knowledge: Knowledge, rules: Ruleset, context: Context
) -> Iterator[Claim]:
    """The claims of a table, whichever way it is laid out."""
    reader = TableReader(knowledge, rules, context)
    columns = _of_deals([column_of(cell.plain) for cell in grid.header])
    first_column = [column_of(row[0].plain) if row else None for row in grid.rows]
    events = _event_column(grid)
    rounds = _rounds(block, grid, context) or _laureates(block, grid, context)
    if rounds is not None:
        yield from rounds
    elif events is not None:
        yield from reader.chronicle(block, grid, columns, events)
    elif _is_card(grid, columns, first_column):
        yield from reader.across(block, grid.headless(), [columns[0], *first_column])
    elif sum(c is not None for c in first_column) > sum(c is not None for c in columns):
        yield from reader.across(block, grid, first_column)
    else:
        yield from reader.down(block, grid, columns)


def _rounds(block: Block, grid: Grid, context: Context) -> Iterator[Claim] | None:
    """The claims of a table of rounds of funding; None for another table."""
    if not any("轮" in cell.plain for cell in grid.header):
        return None
    from factcheck.extraction import round_tables

    layout = round_tables.layout_of(grid)
    return None if layout is None else round_tables.claims_of(block, grid, layout, context)


def _laureates(block: Block, grid: Grid, context: Context) -> Iterator[Claim] | None:
    """The claims of a table of laureates; None for another table."""
    if not any("得主" in cell.plain or "获" in cell.plain for cell in grid.header):
        return None
    from factcheck.extraction import laureate_tables

    layout = laureate_tables.layout_of(grid)
    return None if layout is None else laureate_tables.claims_of(block, grid, layout, context)


def texts_of(
    block: Block, grid: Grid, knowledge: Knowledge, rules: Ruleset, context: Context
) -> Iterator[Remark]:
    """The cells that no header explains (remarks, events), each with what its row or column is about, and its date."""
    reader = TableReader(knowledge, rules, context)
    columns = [column_of(cell.plain) for cell in grid.header]
    first_column = [column_of(row[0].plain) if row else None for row in grid.rows]
    events = _event_column(grid)
    if events is not None:
        dates, above = _date_column(grid), context.heading_date(block)
        yield from (
            Remark(row[events], None, _date_of(row, dates, above)) for row in grid.rows if events < len(row)
        )
    elif sum(c is not None for c in first_column) > sum(c is not None for c in columns):
        for row, column in zip(grid.rows, first_column, strict=True):
            if column is None:
                for index in range(1, min(len(row), len(grid.header))):
                    if _is_remark(row[0], row[index]):
                        yield Remark(row[index], subject_of(grid.header[index]))
    else:
        subjects = reader.subject_column(grid, columns)
        for row in grid.rows:
            for index, cell in enumerate(row):
                explained = index >= len(columns) or columns[index] is not None
                if subjects is None or index == subjects or subjects >= len(row) or explained:
                    continue
                if _is_remark(grid.header[index], cell):
                    yield Remark(cell, subject_of(row[subjects]))


def _is_card(grid: Grid, columns: Sequence[Column | None], rows: Sequence[Column | None]) -> bool:
    """Whether a table of two columns gives facts of one thing, the first of them in its header (| 开发者 | Meta |)."""
    return (
        len(columns) == 2
        and columns[0] is not None
        and columns[1] is None
        and any(row is not None for row in rows)
        and not any(m.of_types(THING_TYPES) for row in grid.rows if row for m in row[0].mentions)
    )


def _is_remark(header: Cell, cell: Cell) -> bool:
    """Whether a cell is text of its own, not the value of something that its header names (互联带宽: 600GB/s)."""
    return _REMARKS.search(header.plain) is not None or sum(map(is_cjk, cell.plain)) >= _SHORTEST_REMARK


def _event_column(grid: Grid) -> int | None:
    """The column of a chronicle that says what happened."""
    headers = [c.plain.strip("*").replace(" ", "") for c in grid.header]
    told = next((i for i, header in enumerate(headers) if _EVENT_HEADER.fullmatch(header)), None)
    if told is not None or _date_column(grid) is None or any(_NAME_HEADER.match(h) for h in headers):
        return told
    return next((i for i, header in enumerate(headers) if _TOLD_HEADER.fullmatch(header)), None)


def _date_column(grid: Grid) -> int | None:
    """The column of a chronicle that says when it happened."""
    columns = [column_of(cell.plain) for cell in grid.header]
    return next(
        (
            i
            for i, c in enumerate(columns)
            if c is not None and c.kind == "date" and c.predicate == "released"
        ),
        None,
    )


def _date_of(row: Sequence[Cell], index: int | None, above: DateInterval | None) -> DateInterval | None:
    """When the event of a row took place."""
    if index is None or index >= len(row):
        return above
    return interval_of(row[index], above)


def interval_of(cell: Cell, above: DateInterval | None) -> DateInterval | None:
    """The one date of a cell."""
    text = cell.text.text
    dotted = _DOTTED.match(text)
    if dotted is not None:
        return DateInterval.of(int(dotted["year"]), int(dotted["month"]))
    dates = list(find_dates(text))
    return resolve(dates[0], above, None) if len(dates) == 1 and dates[0].kind != "range" else None


def _of_deals(columns: list[Column | None]) -> list[Column | None]:
    """In a table with buyers, dates and amounts are those of the purchase."""
    if not any(c is not None and c.predicate == "acquired_by" and c.kind == "organisation" for c in columns):
        return columns
    return [
        Column("acquired_by", "wrong-date", "date")
        if c is not None and c.kind == "date" and c.predicate == "released"
        else c
        for c in columns
    ]


class TableReader:
    """Reads cells as the values of the facts that their headers name."""

    def __init__(self, knowledge: Knowledge, rules: Ruleset, context: Context) -> None:
        self._knowledge, self._rules, self._context = knowledge, rules, context

    def down(self, block: Block, grid: Grid, columns: Sequence[Column | None]) -> Iterator[Claim]:
        """Things in rows, facts in columns."""
        subjects = self.subject_column(grid, columns)
        if subjects is None:
            return
        columns = self._completed(grid, columns, subjects)
        if any(
            _TERMS.search(c.plain) for c in grid.header
        ):  # who held an office when: none of them need be present
            columns = [None if c is not None and c.kind == "office" else c for c in columns]
        above: dict[int, Cell] = {}
        dates = _date_column(grid)
        owners = next((i for i, c in enumerate(columns) if c is not None and c.kind == "agent"), subjects)
        for row in grid.rows:
            if subjects >= len(row):
                continue
            subject = row[subjects]
            for index, column in enumerate(columns):
                if column is None and index != subjects and index < len(row):
                    yield from self._works(grid.header[index], subject, row[index], block)
                if column is None or index == subjects or index >= len(row):
                    continue
                cell = above[index] if _SAME.match(row[index].plain) and index in above else row[index]
                above[index] = cell
                about = subject
                if column.predicate == "acquired_by" and _OF_A_PART.search(subject.plain):
                    continue  # | Meta | Scale AI（49%股份） |
                if column.predicate in _OF_ORGANISATIONS and owners < len(row) and index != owners:
                    about = row[owners]  # | 公司 | 成立 | 产品 |: when the company was founded
                elif subject.mentions and all(
                    m.of_types(ORGANISATION_TYPES) and not m.of_types(self.types(column))
                    for m in subject.mentions
                ):
                    about = self._thing_of(row, columns, index, column) or subject
                when = _date_of(row, dates, None) if column.predicate == "valuation" else None
                yield from self.cell(about, column, cell, block, when)
                if column.kind == "bytes":
                    yield from self.cell(about, _KIND_OF_MEMORY, cell, block)  # 32GB GDDR7

    def _thing_of(
        self, row: Sequence[Cell], columns: Sequence[Column | None], index: int, column: Column
    ) -> Cell | None:
        """| 厂商 | 旗舰产品 | 制程 |: the one thing of a row, under a header that says nothing else, that a column can be about."""
        types = self.types(column)
        cells = [
            c
            for c, known in zip(row, columns, strict=False)
            if known is None and c is not row[index] and any(m.of_types(types) for m in c.mentions)
        ]
        return cells[0] if len(cells) == 1 and len(cells[0].mentions) == 1 else None

    def _works(self, header: Cell, subject: Cell, cell: Cell, block: Block) -> Iterator[Claim]:
        """| 公司 | 代表产品 |: each product of such a column is its row's company's."""
        if _WORKS.match(header.plain.strip("*").replace(" ", "")) is None:
            return
        company = subject_of(subject)
        makers = company.of_types(ORGANISATION_TYPES) if company is not None and not company.opaque else ()
        for thing in cell.mentions if company is not None and makers else ():
            if thing.opaque or not thing.of_types(_MADE) or _in_parenthesis(cell.text.text, thing.start):
                continue
            span = cell.text.span(thing.start, thing.end)
            yield Claim(
                "wrong-attribution", "created_by", thing.of_types(_MADE), thing.text, EntityValue(makers, company.text if company else ""),
                *span, *span, block.ordinal, ASSERTED, thing.variant, {}, construction="table",
            )  # fmt: skip

    def _completed(self, grid: Grid, columns: Sequence[Column | None], subjects: int) -> list[Column | None]:
        """Columns under a header that is not known (谁做的), where most cells say what is recorded of their row's thing."""
        found = list(columns)
        for column in (_MAKERS, _RELEASES):
            if any(c is not None and c.predicate == column.predicate for c in found):
                continue
            for index, known in enumerate(found):
                if known is None and index != subjects:
                    cells = [(r[subjects], r[index]) for r in grid.rows if max(subjects, index) < len(r)]
                    agreed = [a for a in (self._agrees(column, *pair) for pair in cells) if a is not None]
                    if sum(agreed) >= _ENOUGH_ROWS and 2 * sum(agreed) > len(agreed):
                        found[index] = column
                        break
        return found

    def _agrees(self, column: Column, subject: Cell, cell: Cell) -> bool | None:
        """Whether a cell says of its row's thing what is recorded; None where it says nothing that could be compared."""
        mention = subject_of(subject)
        if mention is None or len(cell.plain) > _LONGEST_VALUE:
            return None
        facts = [
            f
            for i in mention.of_types(THING_TYPES)
            for f in self._knowledge.entity(i).facts_of(column.predicate)
        ]
        if not facts:
            return None
        if column.kind == "agent":
            named = {i for m in cell.mentions for i in m.of_types(AGENT_TYPES)}
            makers = {v for f in facts for v in (*(f.value or ()), *f.texts("also"))}
            return bool(named & makers) if named else None
        dates = find_dates(cell.plain)
        interval = resolve(dates[0], None, None) if len(dates) == 1 else None
        return (
            None if interval is None else any(f.date is not None and f.date.overlaps(interval) for f in facts)
        )

    def chronicle(
        self, block: Block, grid: Grid, columns: Sequence[Column | None], events: int
    ) -> Iterator[Claim]:
        """A date, what happened, and who did it: rows that tell of the appearance of one thing."""
        for row in grid.rows:
            if events >= len(row) or _APPEARS.search(row[events].plain) is None:
                continue
            things = {m.entity_ids for m in row[events].mentions if not m.opaque and m.of_types(THING_TYPES)}
            if len(things) != 1 or any(m.opaque for m in row[events].mentions):
                continue
            thing = next(m for m in row[events].mentions if m.of_types(THING_TYPES))
            subject = Cell(row[events].text, [thing])
            for index, cell in enumerate(row):
                column = columns[index] if index < len(grid.header) else None
                if column is None and index != events and _ACTORS.search(grid.header[index].plain):
                    column = Column("created_by", "wrong-attribution", "agent")
                if column is not None and column.predicate in ("released", "created_by") and index != events:
                    yield from self.cell(subject, column, cell, block)

    def across(self, block: Block, grid: Grid, rows: Sequence[Column | None]) -> Iterator[Claim]:
        """Things in columns, facts in rows."""
        for row, column in zip(grid.rows, rows, strict=True):
            if column is None:
                continue
            for index in range(1, min(len(row), len(grid.header))):
                subject = grid.header[index]
                if len(grid.header) == 2 and not subject.mentions:
                    subject = self._card(grid, column, block)
                yield from self.cell(subject, column, row[index], block)
                if column.kind == "bytes":
                    yield from self.cell(subject, _KIND_OF_MEMORY, row[index], block)

    def _card(self, grid: Grid, column: Column, block: Block) -> Cell:
        """What a table of items and values is about: the name in its corner, else what the heading above names."""
        if grid.header[0].mentions:
            return grid.header[0]
        above = self._context.of_headings(block, self.types(column) - PERSON_TYPES)
        text = grid.header[1].text
        return Cell(text.slice(0, 0), [above] if above is not None else [])

    def subject_column(self, grid: Grid, columns: Sequence[Column | None]) -> int | None:
        """The column that names the things: by its header, else the first without a known header that names entities."""
        known = [column.predicate if column else "" for column in columns]
        candidates = [
            i
            for i, c in enumerate(grid.header)
            if _NAME_HEADER.match(c.plain.strip("*").replace(" ", "")) and known[i] in ("", "created_by")
        ]
        free = [i for i in candidates if columns[i] is None]
        for index in (*free, *candidates[:1], *([0] if columns and columns[0] is None else [])):
            if any(index < len(row) and row[index].mentions for row in grid.rows):
                return index
        return None

    def cell(
        self, subject: Cell, column: Column, cell: Cell, block: Block, when: DateInterval | None = None
    ) -> Iterator[Claim]:
        """What one cell says of the thing that another names; ``when`` its row dates it."""
        plain = cell.plain
        if EMPTY.match(plain) or not subject.mentions:
            return
        mention = subject_of(subject)
        if mention is None:
            return
        if column.kind == "office":
            yield from self._office(mention, cell, block)
            return
        if column.kind == "listing":
            column = _LISTED if mention.of_types(ORGANISATION_TYPES) else _ON_SALE
        if column.kind == "parameters" and mention.of_types(_COLLECTIONS):
            column = _SIZE  # 规模 of a data set
        types = self.types(column)
        ids = mention.of_types(types)
        if not ids:
            return
        values = list(self._values(column, cell, block))
        for value, start, end in values:
            value_start, value_end = cell.text.span(start, end)
            qualifiers: dict[str, str] = {"title": column.kind} if column.predicate == "role" else {}
            if len(values) > 1:
                qualifiers["alternatives"] = "true"
            if column.kind in _EVENTS:
                qualifiers["event"] = column.kind
            if column is _ON_SALE:
                qualifiers["event_class"] = "launch"
            if column.kind == "openness":
                qualifiers["says"] = str(getattr(value, "key", ""))
            if column.kind == "code_licence":
                qualifiers["of"] = "code"
            if column.predicate in ("acquired_by", "listed_on") and column.kind == "date":
                qualifiers["field"] = "date"
            yield Claim(
                column.rule, column.predicate, ids, mention.text, value, value_start, value_end, value_start, value_end, block.ordinal, ASSERTED,
                mention.variant, qualifiers, when or self._context.heading_date(block), column.predicate == "role", True, "table",
            )  # fmt: skip

    def _office(self, person: Mention, cell: Cell, block: Block) -> Iterator[Claim]:
        """| 苏姿丰 | AMD CEO |: the office that someone holds, in a column of offices."""
        office = _OFFICE.fullmatch(cell.text.text.strip())
        people = person.of_types(PERSON_TYPES)
        firms = [m for m in cell.mentions if m.of_types(ORGANISATION_TYPES)]
        if office is None or not people or len(firms) != 1 or firms[0].text != office["firm"].strip():
            return
        title = next(t for t, words in _TITLES if office["title"].upper() in words)
        ids = firms[0].of_types(ORGANISATION_TYPES)
        a, b = cell.text.span(firms[0].start, firms[0].end)
        yield Claim(
            "wrong-person", "role", ids, firms[0].text, EntityValue(people, person.text), a, b, a, b, block.ordinal, ASSERTED,
            None, {"title": title, "explicit": "true"}, self._context.heading_date(block), True, True, "table",
        )  # fmt: skip

    def types(self, column: Column) -> frozenset[str]:
        """The types of the things that a column may be about."""
        if column.kind == "listing":
            return ORGANISATION_TYPES | _ON_SHELVES
        if column.predicate == "property":
            return THING_TYPES
        if column.predicate == "role":
            return ORGANISATION_TYPES
        if column.predicate in ("valuation", "ticker", "listed_at"):
            return ORGANISATION_TYPES
        if column.predicate in ("authors", "venue"):
            return THING_TYPES
        return frozenset(self._knowledge.ontology.predicates[column.predicate].domain)

    def _values(self, column: Column, cell: Cell, block: Block) -> Iterator[tuple[Value, int, int]]:
        text = cell.text.text
        kind = column.kind
        types = _TYPES_OF_KIND.get(kind)
        if types is not None:
            for m in cell.mentions:
                if m.of_types(types) and not m.opaque and not _in_parenthesis(text, m.start):
                    yield EntityValue(m.of_types(types), m.text), m.start, m.end
            return
        if kind == "date" or kind in _EVENTS:
            dotted = _DOTTED.match(text)
            if dotted is not None:  # no number in a column of dates
                month = DateInterval.of(int(dotted["year"]), int(dotted["month"]))
                yield DateClaim(month, dotted[0].strip()), 0, dotted.end()
                return
            outside = [d for d in find_dates(text) if not _in_parenthesis(text, d.start)]
            for date in outside[:1]:
                interval = resolve(date, self._context.heading_date(block), None)
                if interval is not None and date.kind != "range":
                    yield DateClaim(interval, text[date.start : date.end]), date.start, date.end
            return
        if kind == "language":
            yield from self._languages(cell)
            return
        if kind in ("licence", "code_licence", "category", "property", "openness", "memory_type", "graph"):
            yield from self._words(kind, cell)
            return
        if kind in _OF_LISTINGS:
            for found in _OF_LISTINGS[kind].finditer(text):
                yield TextValue(found[0]), found.start(), found.end()
            return
        if kind == "text":
            phrase = _PHRASE.match(text)
            if phrase is not None:
                yield TextValue(phrase[0].strip()), phrase.start(), phrase.end()
            return
        quantities = find_quantities(text, [(m.start, m.end) for m in cell.mentions])
        if column.unit and _PLAIN_NUMBER.match(text):
            quantities = [  # 575 under TDP(W)
                replace(q, end=len(text), unit_end=len(text))
                for q in find_quantities(text.rstrip() + column.unit)
            ]
        if kind == "first_parameters":  # 总参数/激活参数: 6710亿/370亿
            quantities, kind = quantities[:2], "parameters"
        for quantity in quantities:
            if kind in _COUNTED and quantity.unit == "":
                quantity = replace(quantity, unit=kind)  # 学科数：57
            if _fits(kind, quantity) and not _in_parenthesis(text, quantity.start):
                yield (
                    NumberValue(quantity, text[quantity.start : quantity.unit_end]),
                    quantity.start,
                    quantity.unit_end,
                )

    def _languages(self, cell: Cell) -> Iterator[tuple[Value, int, int]]:
        """The programming languages of a cell that holds nothing else, as one value: what is written in both is in either."""
        text = cell.text.text
        named = _NAME_OF_LANGUAGE.findall(lower(text))
        keys = [self._rules.language_words.get(w) or _LANGUAGES.get(w, "") for w in named]
        if keys and all(keys):
            yield WordValue(",".join(keys), text.strip()), 0, len(text)

    def _words(self, kind: str, cell: Cell) -> Iterator[tuple[Value, int, int]]:
        text = cell.text.text
        if kind == "openness":
            folded = text.strip()
            if folded in ("是", "开源", "✅", "✓", "√", "Yes", "yes"):
                yield WordValue("open", folded), 0, len(text)
            elif folded in ("否", "闭源", "不开源", "❌", "×", "No", "no", "未开源"):
                yield WordValue("closed", folded), 0, len(text)
            return
        table = {
            "licence": self._rules.licence_words,
            "code_licence": self._rules.licence_words,
            "category": self._rules.category_words,
            "property": self._rules.property_words,
            "memory_type": self._rules.memory_words,
            "graph": self._rules.graph_words,
        }[kind]
        low = lower(text)
        if kind == "graph" and len({key for word, key in table.items() if lower(word) in low}) != 1:
            return  # 动态图为主，兼顾静态图
        best: tuple[int, int, str, str] | None = None
        for word, key in table.items():
            place = low.find(lower(word))
            if place >= 0 and (best is None or len(word) > best[1] - best[0]):
                best = (place, place + len(word), key, word)
        if kind == "property":
            for m in cell.mentions:
                if not m.opaque and (best is None or m.end - m.start > best[1] - best[0]):
                    yield EntityValue(m.entity_ids, m.text), m.start, m.end
                    return
        if best is not None and not re.match(
            r"[A-Za-z0-9]", low[best[1] : best[1] + 1] if best[3].isascii() else ""
        ):
            yield WordValue(best[2], best[3]), best[0], best[1]


def subject_of(cell: Cell) -> Mention | None:
    """The thing that a cell names: the one mention, or the one that opens the cell."""
    named = [m for m in cell.mentions if not m.opaque]
    if not named or (cell.mentions and cell.mentions[0].opaque):
        return None
    first = named[0]
    if len({m.entity_ids for m in named}) == 1 or first.start <= 1:
        others = [
            m
            for m in named[1:]
            if m.start and not _in_parenthesis(cell.text.text, m.start) and m.entity_ids != first.entity_ids
        ]
        return first if not others else None
    return None


def _in_parenthesis(text: str, position: int) -> bool:
    return text.rfind("(", 0, position) > text.rfind(")", 0, position)


def _fits(kind: str, quantity: QuantityValue) -> bool:
    if kind == "parameters":
        return quantity.unit in ("parameters", "") and (quantity.scaled or quantity.middle >= 1e6)
    if kind == "tokens":
        return quantity.unit in ("tokens", "") and quantity.high >= 256
    if kind == "plain":
        return quantity.unit in ("layers", "heads", "", "transistors", "dimensions")
    if kind == "counts":
        return quantity.unit in _COUNT_UNITS
    if kind in _COUNTED:
        return quantity.unit == kind
    if kind == "money":
        return quantity.unit in ("USD", "CNY", "EUR", "GBP")
    return quantity.unit == {"bytes": "B", "bandwidth": "B/s", "nm": "nm", "watts": "W"}.get(kind, "?")
