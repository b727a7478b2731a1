"""``factcheck scan``: the options."""

from __future__ import annotations

from typing import Any

import click

from factcheck.cli.texts import pick
from factcheck.config import FAIL_ON
from factcheck.reporting.formats import FORMATS
from factcheck.reporting.messages import LANGUAGES


@click.command(
    "scan",
    help=pick(
        "检查文章里的事实。PATH 是文件或目录，- 是标准输入。",
        "Check the facts of articles. PATH is a file or a directory, - is standard input.",
    ),
    epilog=pick(
        "退出码：0 没有问题，1 有不低于 --fail-on 的问题，2 用法、配置、知识库或读取出错，130 被中断。",
        "Exit status: 0 clean, 1 findings at or above --fail-on, 2 usage, configuration, knowledge-base or "
        "reading error, 130 interrupted.",
    ),
)
@click.argument("paths", nargs=-1, metavar="PATH...")
@click.option(
    "--output-format",
    type=click.Choice(list(FORMATS)),
    help=pick(
        "报告格式（终端上默认 full，否则 concise）",
        "Format of the report (default: full on a terminal, else concise).",
    ),
)
@click.option(
    "--output",
    "outputs",
    multiple=True,
    metavar="FORMAT=FILE",
    help=pick("另把报告写入文件，可多次", "Write the report to a file as well; repeatable."),
)
@click.option(
    "--fail-on",
    type=click.Choice(FAIL_ON),
    help=pick(
        "哪一级起退出码为 1（默认 error）",
        "The least severity that makes the exit status 1 (default: error).",
    ),
)
@click.option(
    "--as-of",
    metavar="DATE",
    help=pick(
        "以哪一天的事实为准：2024、2024-05、2024-05-13", "The date to judge at: 2024, 2024-05, 2024-05-13."
    ),
)
@click.option(
    "--claims",
    multiple=True,
    metavar="DIR",
    help=pick("自己的知识目录，可多次", "Directory of own facts; repeatable."),
)
@click.option(
    "--rules",
    multiple=True,
    metavar="DIR",
    help=pick("自己的规则目录，可多次", "Directory of own rules; repeatable."),
)
@click.option(
    "--select",
    multiple=True,
    metavar="RULE",
    help=pick(
        "只查这些规则（名称、代码或代码前缀，逗号分隔）",
        "Check only these rules (names, codes or prefixes of codes, comma-separated).",
    ),
)
@click.option(
    "--extend-select",
    multiple=True,
    metavar="RULE",
    help=pick("另外再查这些规则", "Check these rules as well."),
)
@click.option(
    "--ignore", multiple=True, metavar="RULE", help=pick("不查这些规则", "Do not check these rules.")
)
@click.option(
    "--exclude",
    multiple=True,
    metavar="GLOB",
    help=pick("不查这些文件，写法同 .gitignore", "Leave out files, as in .gitignore."),
)
@click.option(
    "--force-exclude",
    is_flag=True,
    help=pick("命令行上点名的文件也可排除", "Exclude files named on the command line, too."),
)
@click.option("--fix", is_flag=True, help=pick("改正可以放心改的", "Mend what can be mended safely."))
@click.option(
    "--unsafe-fixes",
    is_flag=True,
    help=pick("连需要确认的也改（同时给出 --fix）", "Mend the rest, too (with --fix or --diff)."),
)
@click.option(
    "--diff",
    is_flag=True,
    help=pick("只显示会怎样改，不写文件", "Show what --fix would change; write nothing."),
)
@click.option(
    "--diff-base",
    metavar="REV",
    help=pick("只报告比这个 git 版本新改的行", "Report only lines that changed since this git revision."),
)
@click.option("--watch", is_flag=True, help=pick("文件一改就重查", "Scan again whenever a file changes."))
@click.option(
    "--baseline",
    metavar="FILE",
    help=pick("不显示基线文件里已有的问题", "Do not show the findings that are in this file."),
)
@click.option(
    "--write-baseline",
    metavar="FILE",
    help=pick("把现有问题写成基线", "Write the present findings to a baseline."),
)
@click.option(
    "--stdin-filename",
    metavar="NAME",
    help=pick("标准输入的文件名", "The name of what is read from standard input."),
)
@click.option("--config", metavar="FILE", help=pick("用这个配置文件", "Use this configuration file."))
@click.option("--isolated", is_flag=True, help=pick("不用任何配置文件", "Use no configuration file."))
@click.option("--show-settings", is_flag=True, help=pick("显示起作用的配置", "Show the settings in force."))
@click.option(
    "--no-cache",
    is_flag=True,
    help=pick("不用以前的结果，也不保存", "Neither use nor keep the findings of unchanged files."),
)
@click.option(
    "--statistics",
    is_flag=True,
    help=pick("按规则计数（写到标准错误）", "Count findings by rule (on standard error)."),
)
@click.option(
    "--lang",
    type=click.Choice(LANGUAGES),
    help=pick("语言（默认按 locale）", "Language (default: by locale)."),
)
@click.option(
    "--color",
    type=click.Choice(["auto", "always", "never"]),
    default="auto",
    help=pick("颜色（默认 auto）", "Colours (default: auto)."),
)
@click.option("-q", "--quiet", is_flag=True, help=pick("只输出问题", "Findings only."))
@click.option(
    "-v",
    "--verbose",
    is_flag=True,
    help=pick("说明用了什么配置、知识库、编码", "Tell the configuration, knowledge base and encodings used."),
)
def command(**arguments: Any) -> int:
    """Scan and return the exit status."""
    from factcheck.cli.scanning import Request, run

    return run(Request(**arguments))
