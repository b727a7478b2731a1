"""All output formats, and how one is found by name."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from importlib import import_module
from typing import TYPE_CHECKING, Protocol, cast

from factcheck.light import dataclass

if TYPE_CHECKING:
    from factcheck.findings import Finding, Report

FORMATS: Mapping[str, str] = {
    "full": "full",
    "concise": "concise",
    "grouped": "grouped",
    "json": "json_object",
    "jsonl": "json_lines",
    "sarif": "sarif",
    "github": "github",
    "gitlab": "gitlab",
    "junit": "junit",
    "checkstyle": "checkstyle",
    "rdjson": "rdjson",
    "rdjsonl": "rdjsonl",
    "markdown": "markdown",
}
"""Name of the format to its module in this package; a module is imported when its format is asked for."""

HOME = "https://github.com/factcheck-lint/factcheck"
"""Where the tool lives."""

HELP_ADDRESS = HOME + "/blob/main/docs/rules/{rule}.md"
"""Where a rule is explained."""


@dataclass(frozen=True, slots=True)
class RuleInfo:
    """What a report says of a rule, by language."""

    name: str
    code: str
    severity: str
    titles: Mapping[str, str]
    texts: Mapping[str, Mapping[str, str]]


@dataclass(frozen=True, slots=True)
class Silenced:
    """A finding that a comment of the author silenced, with the reason given."""

    finding: Finding
    reason: str = ""


@dataclass(frozen=True, slots=True)
class Options:
    """What a renderer needs besides the report.

    ``width`` is that of a line, in terminal cells; ``directory`` is what relative paths start from.
    """

    lang: str = "en"
    color: bool = False
    width: int = 100
    quiet: bool = False
    directory: str = "."
    rules: tuple[RuleInfo, ...] = ()
    silenced: tuple[Silenced, ...] = ()


class Format(Protocol):
    """A module that renders reports: it neither prints nor reads files."""

    def render(self, report: Report, options: Options) -> Iterable[str]:
        """The pieces of the rendered report, in order."""


def render(name: str, report: Report, options: Options) -> Iterator[str]:
    """The report in a format of ``FORMATS``. Raises KeyError for another name."""
    module = cast(Format, import_module(f"factcheck.reporting.{FORMATS[name]}"))
    yield from module.render(report, options)
