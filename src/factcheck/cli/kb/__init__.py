"""``factcheck kb``: the knowledge base, for readers and for curators."""

from __future__ import annotations

from collections.abc import Mapping

from factcheck.cli.lazy import Lazy, lazy_group
from factcheck.cli.texts import pick

COMMANDS: Mapping[str, Lazy] = {
    "show": Lazy("factcheck.cli.kb.show", "一个事物的卡片", "The card of an entity."),
    "search": Lazy(
        "factcheck.cli.kb.search", "按名称查找（中英文）", "Find entities by name, in both scripts."
    ),
    "explain": Lazy(
        "factcheck.cli.kb.explain",
        "一条事实接受什么、反驳什么",
        "What a fact accepts and what it contradicts.",
    ),
    "stats": Lazy("factcheck.cli.kb.stats", "覆盖与新旧", "Coverage and age."),
    "due": Lazy("factcheck.cli.kb.due", "该复查的事实", "Facts that are due for review."),
    "check": Lazy("factcheck.cli.kb.check", "检查知识库的形式与内容", "Check form and content."),
    "test": Lazy(
        "factcheck.cli.kb.test",
        "用事实造句，查误报和漏报",
        "Make sentences from facts and see what is flagged.",
    ),
    "add": Lazy("factcheck.cli.kb.add", "加一条事实", "Add a fact."),
    "fmt": Lazy("factcheck.cli.kb.fmt", "规范排版", "Format claims files."),
    "diff": Lazy("factcheck.cli.kb.diff", "与一个 git 版本比较", "Compare with a git revision."),
    "export": Lazy(
        "factcheck.cli.kb.export", "导出 JSON Lines 或 N-Quads", "Export as JSON Lines or N-Quads."
    ),
    "schema": Lazy("factcheck.cli.kb.schema", "知识文件的 JSON Schema", "The JSON Schema of claims files."),
}

command = lazy_group(
    "kb",
    COMMANDS,
    pick("查看、检查、整理知识库。", "Look into the knowledge base, check and format it."),
)
