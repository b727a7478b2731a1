"""The words of the reports and commands, in Chinese and English; findings bring their own messages."""

from __future__ import annotations

import os
from collections.abc import Mapping

LANGUAGES = ("zh", "en")

TEXTS: Mapping[str, tuple[str, str]] = {
    "error": ("错误", "error"),
    "warning": ("警告", "warning"),
    "info": ("提示", "info"),
    "errors": ("错误 {n}", "{n} errors"),
    "errors.one": ("错误 {n}", "{n} error"),
    "warnings": ("警告 {n}", "{n} warnings"),
    "warnings.one": ("警告 {n}", "{n} warning"),
    "infos": ("提示 {n}", "{n} notes"),
    "infos.one": ("提示 {n}", "{n} note"),
    "files": ("文件 {n}", "{n} files"),
    "files.one": ("文件 {n}", "{n} file"),
    "sentences": ("句子 {n}", "{n} sentences"),
    "sentences.one": ("句子 {n}", "{n} sentence"),
    "claims": ("陈述 {n}", "{n} claims"),
    "claims.one": ("陈述 {n}", "{n} claim"),
    "supported": ("属实 {n}", "{n} supported"),
    "unknown": ("无记录 {n}", "{n} unknown"),
    "not_checked": ("未检查 {n}", "{n} not checked"),
    "suppressed": ("已屏蔽 {n}", "{n} suppressed"),
    "list": ("，", ", "),
    "true": ("应为", "true is"),
    "fact": ("依据", "fact"),
    "source": ("来源", "source"),
    "published": ("{date} 发表", "published {date}"),
    "checked": ("{date} 查证", "checked {date}"),
    "as_of": ("以 {date} 为准", "as of {date}"),
    "at": ("时点", "when"),
    "fix": ("修改", "fix"),
    "fix.safe": ("可自动修改（--fix）", "safe (--fix)"),
    "fix.unsafe": ("需确认（--unsafe-fixes）", "unsafe (--unsafe-fixes)"),
    "fix.display": ("仅供参考", "shown only"),
    "fix.delete": ("删去 {old}", "delete {old}"),
    "fix.insert": ("加入 {new}", "insert {new}"),
    "fix.replace": ("{old} → {new}", "{old} → {new}"),
    "related": ("相关", "see"),
    "help": ("说明", "help"),
    "more": ("另有 {n} 处未列出", "{n} more are not listed"),
    "none": ("没有发现问题", "nothing found"),
    "clean": ("没有发现与记录不符之处", "Nothing contradicts the record"),
    "findings": ("问题 {n}", "{n} findings"),
    "rule": ("规则", "rule"),
    "count": ("数量", "count"),
    "place": ("位置", "place"),
    "severity": ("级别", "severity"),
    "message": ("内容", "message"),
    "title": ("事实核查", "Fact check"),
    "baseline.written": ("已把 {n} 个问题写入基线 {path}", "{n} findings written to the baseline {path}"),
    "baseline.known": ("基线里已有的 {n} 个问题未显示", "{n} findings of the baseline are not shown"),
    "baseline.gone": (
        "基线里有 {n} 条已不存在，可以删去：",
        "{n} entries of the baseline are gone and can be removed:",
    ),
    "cache.cleaned": ("已删去 {n} 个缓存文件", "{n} cached files removed"),
    "fixes.made": ("已改正 {n} 处", "{n} fixes made"),
    "fixes.made.one": ("已改正 {n} 处", "{n} fix made"),
    "fixes.possible": ("可改正 {n} 处", "{n} fixes possible"),
    "fixes.possible.one": ("可改正 {n} 处", "{n} fix possible"),
    "watching": ("等文件改动……（Ctrl-C 结束）", "waiting for changes … (Ctrl-C to end)"),
    "code": ("代码", "code"),
    "rules.tested": ("例子 {n}，失败 {failed}", "{n} examples, {failed} failed"),
    "explain.what": ("查什么", "What it finds"),
    "explain.why": ("为什么", "Why it matters"),
    "explain.judged": ("怎么判断", "How it is judged"),
    "explain.not_for": ("何时不适用", "When not to use it"),
    "explain.wrong": ("会报告", "Reported"),
    "explain.right": ("不会报告", "Not reported"),
    "explain.silence": ("屏蔽一处", "To silence one place"),
    "kb.names": ("名称", "names"),
    "kb.value": ("值", "value"),
    "kb.period": ("有效期", "holds"),
    "kb.id": ("标识", "id"),
    "kb.type": ("类型", "type"),
    "kb.date": ("日期", "date"),
    "kb.timeline": ("时间线", "Time line"),
    "kb.myths": ("常见误传", "Common mistakes"),
    "kb.because": ("为什么不对", "why it is wrong"),
    "kb.url": ("地址", "address"),
    "kb.title": ("标题", "title"),
    "kb.published": ("发表", "published"),
    "kb.checked": ("查证", "checked"),
    "kb.score": ("相似", "score"),
    "kb.due": ("到期", "due"),
    "kb.world": ("比较", "compared as"),
    "kb.range": (
        "{low} 到 {high} 之间，按写出的位数四舍五入后相同即可",
        "{low} to {high}, or equal when rounded as written",
    ),
    "kb.dates": ("{date}，或包含它的月、年", "{date}, or the month or year that contains it"),
    "kb.any": ("任何断言的值（官方未公布）", "any asserted value (undisclosed)"),
    "kb.other": ("其他任何值", "any other value"),
    "kb.other_date": ("与所有这些日期都不重叠的日期", "a date that overlaps none of these"),
    "kb.owner": ("所属", "owner"),
    "world.closed": ("封闭：有记录之外的值即矛盾", "closed: a value that is not recorded contradicts"),
    "world.open": ("开放：从不矛盾", "open: never contradicts"),
    "world.listed": ("列举：只有声明互斥的值才矛盾", "listed: only values declared disjoint contradict"),
    "kb.totals": (
        "事物 {entities}，事实 {facts}，名称 {names}，版本 {version}",
        "{entities} entities, {facts} facts, {names} names, version {version}",
    ),
    "kb.entities": ("事物", "entities"),
    "kb.facts": ("事实", "facts"),
    "kb.per": ("每个", "each"),
    "kb.predicate": ("谓词", "predicate"),
    "kb.able": ("可有", "possible"),
    "kb.coverage": ("覆盖", "coverage"),
    "kb.host": ("网站", "site"),
    "kb.sources": ("来源", "sources"),
    "kb.age": ("查证距今", "checked"),
    "kb.share": ("提及 {total}，认得 {known}（{share}）", "{known} of {total} mentions known ({share})"),
    "kb.missing": ("不认得的", "not known"),
    "kb.construction": ("句式", "construction"),
    "kb.true": ("真句", "true"),
    "kb.flagged": ("误报", "flagged"),
    "kb.wrong": ("假句", "wrong"),
    "kb.caught": ("报出", "caught"),
    "kb.recall": ("报出率", "share"),
    "kb.tested": (
        "事实 {facts} 条，句子 {sentences} 句；真句 {true}，误报 {flagged}；假句 {wrong}，报出 {share}",
        "{facts} facts, {sentences} sentences; {true} true, {flagged} of them flagged; {wrong} wrong, {share} caught",
    ),
}
"""Key to (zh, en). ``.one`` is the singular, where English has one."""


def say(lang: str, key: str, **fields: object) -> str:
    """The text of a key in a language; with ``n=1`` the singular is used if there is one."""
    if fields.get("n") == 1 and f"{key}.one" in TEXTS:
        key = f"{key}.one"
    zh, en = TEXTS[key]
    return (zh if lang == "zh" else en).format(**fields)


def language(chosen: str | None = None, environment: Mapping[str, str] | None = None) -> str:
    """``zh`` or ``en``: the one chosen, else that of the locale (LC_ALL, LC_MESSAGES, LANG), else English."""
    if chosen in LANGUAGES:
        return chosen
    env = os.environ if environment is None else environment
    locale = env.get("LC_ALL") or env.get("LC_MESSAGES") or env.get("LANG") or ""
    return "zh" if locale.lower().startswith("zh") else "en"
