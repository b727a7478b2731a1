"""Configuration: ``[tool.factcheck]`` of a pyproject.toml, factcheck.toml or .factcheck.toml.

The nearest file above the working directory is used, alone; it may ``extend`` another one. Configuration is
data: it never runs code.
"""

from __future__ import annotations

import functools
import os
import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import field, replace
from typing import TYPE_CHECKING, Any

from factcheck.errors import FactcheckError
from factcheck.findings import SEVERITIES, Finding
from factcheck.light import dataclass
from factcheck.reporting.formats import FORMATS
from factcheck.reporting.messages import LANGUAGES

if TYPE_CHECKING:
    from pathspec import GitIgnoreSpec

FILES = (".factcheck.toml", "factcheck.toml", "pyproject.toml")
"""Names of configuration files, in their order within a directory."""

FAIL_ON = (*reversed(SEVERITIES), "never")
_OWN_TABLE = re.compile(r"""^\s*\[\s*["']?tool["']?\s*(\]|\.\s*["']?factcheck)""", re.MULTILINE)

UNUSED_SUPPRESSION, UNUSED_SUPPRESSION_CODE = "unused-suppression", "FC901"
"""The one rule that needs no knowledge: comments that silence nothing, or name nothing that exists."""


@dataclass(frozen=True, slots=True)
class Settings:
    """What a scan is to do. Paths are absolute, or relative to the working directory.

    ``select`` empty means all rules; ``source`` is the file that they come from, ``root`` its directory, from
    which the patterns of ``exclude`` and ``per_file_ignores`` start.
    """

    select: tuple[str, ...] = ()
    extend_select: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()
    severity: Mapping[str, str] = field(default_factory=dict)
    per_file_ignores: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    exclude: tuple[str, ...] = ()
    extend_exclude: tuple[str, ...] = ()
    force_exclude: bool = False
    fail_on: str = "error"
    as_of: str = ""
    claims: tuple[str, ...] = ()
    rules: tuple[str, ...] = ()
    lang: str = ""
    output_format: str = ""
    baseline: str = ""
    source: str = ""
    root: str = "."

    def plain(self) -> dict[str, Any]:
        """The settings under the keys that they have in a file."""
        plain: dict[str, Any] = {}
        for key in KEYS:
            value = getattr(self, _attribute(key))
            plain[key] = list(value) if isinstance(value, tuple) else value
        plain["per-file-ignores"] = {glob: list(rules) for glob, rules in self.per_file_ignores.items()}
        return plain


class _Wrong(ValueError):
    """A value of the wrong kind; the message says what was expected."""


def _text(value: object) -> str:
    if not isinstance(value, str):
        raise _Wrong("a string")
    return value


def _flag(value: object) -> bool:
    if not isinstance(value, bool):
        raise _Wrong("true or false")
    return value


def _texts(value: object) -> tuple[str, ...]:
    if (
        isinstance(value, str)
        or not isinstance(value, list)
        or not all(isinstance(each, str) for each in value)
    ):
        raise _Wrong('a list of strings, such as ["wrong-date"]')
    return tuple(value)


def _one_of(*allowed: str) -> Callable[[object], str]:
    def read(value: object) -> str:
        if value not in allowed:
            raise _Wrong(f"one of {', '.join(allowed)}")
        return str(value)

    return read


def _date(value: object) -> str:
    from datetime import date

    if isinstance(value, date):  # TOML has dates of its own
        return value.isoformat()
    text = _text(value)
    parse_date(text)
    return text


def _severities(value: object) -> dict[str, str]:
    if not isinstance(value, dict) or not all(level in SEVERITIES for level in value.values()):
        raise _Wrong(f"a table of rules to one of {', '.join(SEVERITIES)}")
    return dict(value)


def _ignores(value: object) -> dict[str, tuple[str, ...]]:
    if not isinstance(value, dict):
        raise _Wrong('a table of patterns to lists of rules, such as {"drafts/*" = ["wrong-date"]}')
    return {glob: _texts(rules) for glob, rules in value.items()}


_STRINGS: dict[str, Any] = {"type": "array", "items": {"type": "string"}}

KEYS: Mapping[str, tuple[Callable[[object], Any], dict[str, Any], str]] = {
    "select": (_texts, _STRINGS, "Rules to check: names, codes or prefixes of codes. Default: all."),
    "extend-select": (_texts, _STRINGS, "Rules to check besides those of select."),
    "ignore": (_texts, _STRINGS, "Rules not to check."),
    "severity": (
        _severities,
        {"type": "object", "additionalProperties": {"enum": list(SEVERITIES)}},
        "Severity by rule, instead of the rule's own.",
    ),
    "per-file-ignores": (
        _ignores,
        {"type": "object", "additionalProperties": _STRINGS},
        "Rules not to check in files that match a pattern.",
    ),
    "exclude": (_texts, _STRINGS, "Patterns of files not to scan, as in .gitignore."),
    "extend-exclude": (_texts, _STRINGS, "Patterns besides those of exclude."),
    "force-exclude": (_flag, {"type": "boolean"}, "Exclude files named on the command line, too."),
    "fail-on": (
        _one_of(*FAIL_ON),
        {"enum": list(FAIL_ON)},
        "The least severity that makes the exit status 1.",
    ),
    "as-of": (_date, {"type": "string"}, "The date to judge at: YYYY, YYYY-MM or YYYY-MM-DD."),
    "claims": (_texts, _STRINGS, "Directories of own facts."),
    "rules": (_texts, _STRINGS, "Directories of own rules."),
    "lang": (_one_of(*LANGUAGES), {"enum": list(LANGUAGES)}, "Language of messages."),
    "output-format": (_one_of(*FORMATS), {"enum": list(FORMATS)}, "Format of the report on standard output."),
    "baseline": (_text, {"type": "string"}, "File of known findings that are not shown."),
}
"""Key of a file to what reads its value, its JSON Schema, and what it means."""

_PATHS = ("claims", "rules", "baseline")


def config_schema() -> dict[str, Any]:
    """JSON Schema (draft 2020-12) of a configuration file, or of the table ``[tool.factcheck]``."""
    properties = {key: {**schema, "description": text} for key, (_, schema, text) in KEYS.items()}
    extend = {"type": "string", "description": "Another configuration file, whose keys this one's replace."}
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "Configuration of factcheck",
        "type": "object",
        "additionalProperties": False,
        "properties": {"extend": extend, **properties},
    }


def load_settings(path: str = "", directory: str = ".") -> Settings:
    """The settings of a file, else of the nearest configuration at or above a directory, else the defaults.

    Raises FactcheckError naming file and key.
    """
    if path:
        values = _read(path)
        if values is None:
            raise FactcheckError(f"{path}: has no table [tool.factcheck]")
        return _settings(path, values)
    for candidate in _candidates(directory):
        values = _read(candidate)
        if values is not None:
            return _settings(candidate, values)
    return Settings()


def parse_date(text: str) -> Any:
    """The interval of an as-of date. Raises FactcheckError."""
    from factcheck.knowledge.values import DateInterval

    try:
        return DateInterval.parse(text)
    except ValueError as error:
        raise FactcheckError(f"as-of: {text!r} is not a date; write YYYY, YYYY-MM or YYYY-MM-DD") from error


class Selection:
    """Which findings are shown, and how severe they are.

    ``rules`` are all that exist, name to code. Raises FactcheckError for a rule that does not.
    """

    def __init__(self, settings: Settings, rules: Mapping[str, str]) -> None:
        self._rules = {**rules, UNUSED_SUPPRESSION: UNUSED_SUPPRESSION_CODE}
        self._by_file = [
            (glob, self._expanded(chosen, "per-file-ignores"))
            for glob, chosen in settings.per_file_ignores.items()
        ]
        self._root = settings.root
        self._severity = {
            name: level
            for selector, level in settings.severity.items()
            for name in self._expanded([selector], "severity")
        }
        chosen = self._expanded(settings.select, "select") if settings.select else set(self._rules)
        chosen |= self._expanded(settings.extend_select, "extend-select")
        self.names = frozenset(chosen - self._expanded(settings.ignore, "ignore"))

    def apply(self, path: str, findings: Iterable[Finding]) -> tuple[Finding, ...]:
        """The findings of a file that are selected, with their severity."""
        ignored = self._ignored_in(path)
        return tuple(
            self._graded(finding)
            for finding in findings
            if finding.rule in self.names and finding.rule not in ignored
        )

    @property
    def known(self) -> Mapping[str, str]:
        """All rules, name to code."""
        return self._rules

    def _graded(self, finding: Finding) -> Finding:
        level = self._severity.get(finding.rule)
        return finding if level is None or level == finding.severity else replace(finding, severity=level)

    def _ignored_in(self, path: str) -> set[str]:
        return {name for glob, names in self._by_file if matches([glob], path, self._root) for name in names}

    def _expanded(self, selectors: Sequence[str], key: str) -> set[str]:
        return {name for selector in selectors for name in self._matching(selector, key)}

    def _matching(self, selector: str, key: str) -> list[str]:
        if selector.upper() == "ALL":
            return list(self._rules)
        if selector in self._rules:
            return [selector]
        found = [name for name, code in self._rules.items() if code.startswith(selector.upper()) and selector]
        if not found:
            known = [*self._rules, *self._rules.values()]
            raise FactcheckError(f"{key}: unknown rule {selector!r}{_suggestion(selector, known)}")
        return found


def matches(patterns: Sequence[str], path: str, root: str) -> bool:
    """Whether a path matches one of the patterns, which are as in a .gitignore that stands in ``root``."""
    relative = os.path.relpath(os.path.abspath(path), os.path.abspath(root)).replace(os.sep, "/")
    return not relative.startswith("../") and _spec(tuple(patterns)).match_file(relative)


@functools.cache
def _spec(patterns: tuple[str, ...]) -> GitIgnoreSpec:
    from pathspec import GitIgnoreSpec

    return GitIgnoreSpec.from_lines(patterns)


def _candidates(directory: str) -> Iterable[str]:
    here = os.path.abspath(directory)
    while True:
        for name in FILES:
            path = os.path.join(here, name)
            if os.path.isfile(path):
                yield path
        parent = os.path.dirname(here)
        if parent == here:
            return
        here = parent


def _read(path: str) -> dict[str, Any] | None:
    """The keys of a file with those it extends, paths resolved; None for a pyproject.toml without ours."""
    return _extended(path, ())


def _extended(path: str, above: tuple[str, ...]) -> dict[str, Any] | None:
    place = os.path.abspath(path)
    if place in above:
        raise FactcheckError(f"{path}: extends itself, by way of {' → '.join(above)}")
    table = _table(path)
    if table is None:
        return None
    base = table.pop("extend", None)
    values = _checked(path, table)
    if base is None:
        return values
    if not isinstance(base, str):
        raise FactcheckError(f"{path}: extend: expected a string")
    base_path = os.path.join(os.path.dirname(place), base)
    inherited = _extended(base_path, (*above, place))
    if inherited is None:
        raise FactcheckError(f"{base_path}: has no table [tool.factcheck]")
    return {**inherited, **values}


def _table(path: str) -> dict[str, Any] | None:
    try:
        with open(path, encoding="utf-8-sig") as file:
            text = file.read()
    except (OSError, UnicodeDecodeError) as error:
        raise FactcheckError(
            f"{path}: cannot be read: {getattr(error, 'strerror', None) or error}"
        ) from error
    in_pyproject = os.path.basename(path) == "pyproject.toml"
    if in_pyproject and _OWN_TABLE.search(text) is None:
        return None  # most projects' file: not worth importing a TOML reader
    import tomllib

    try:
        table: dict[str, Any] = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        raise FactcheckError(f"{path}: {error}") from error
    if in_pyproject:
        found = table.get("tool", {}).get("factcheck")
        return dict(found) if isinstance(found, dict) else None
    return table


def _checked(path: str, table: Mapping[str, Any]) -> dict[str, Any]:
    values: dict[str, Any] = {}
    for key, value in table.items():
        if key not in KEYS:
            raise FactcheckError(f"{path}: unknown key {key!r}{_suggestion(key, ['extend', *KEYS])}")
        try:
            values[key] = KEYS[key][0](value)
        except _Wrong as error:
            raise FactcheckError(f"{path}: {key}: expected {error}, found {value!r}") from error
        except FactcheckError as error:
            raise FactcheckError(f"{path}: {error.message}") from error
    return {key: _located(path, value) if key in _PATHS else value for key, value in values.items()}


def _located(path: str, value: Any) -> Any:
    """Paths in a file are relative to its directory."""
    directory = os.path.dirname(os.path.abspath(path))
    if isinstance(value, tuple):
        return tuple(os.path.join(directory, each) for each in value)
    return os.path.join(directory, value) if value else value


def _settings(path: str, values: Mapping[str, Any]) -> Settings:
    named = {_attribute(key): value for key, value in values.items()}
    return Settings(**named, source=path, root=os.path.dirname(os.path.abspath(path)))


def _attribute(key: str) -> str:
    return key.replace("-", "_")


def _suggestion(name: str, known: Sequence[str]) -> str:
    from rapidfuzz import fuzz, process

    found = process.extractOne(name.lower(), known, scorer=fuzz.ratio, processor=str.lower, score_cutoff=60)
    return f"; known are {', '.join(known)}" if found is None else f" (did you mean {found[0]!r}?)"
