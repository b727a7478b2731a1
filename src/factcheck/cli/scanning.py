"""What ``factcheck scan`` does: settings, files, findings, what is silenced or mended, the report."""

from __future__ import annotations

import os
import sys
from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from functools import cached_property
from typing import TYPE_CHECKING

from factcheck.cli.options import open_engine
from factcheck.cli.output import is_terminal, line_width, note, use_color, write_file, write_report
from factcheck.cli.rule_help import rule_infos
from factcheck.cli.texts import suggestion
from factcheck.config import Selection, Settings, load_settings, matches, parse_date
from factcheck.document.document import Document, parse_document
from factcheck.document.encoding import decode, read_bytes
from factcheck.errors import FactcheckError
from factcheck.findings import SEVERITIES, FileReport, Finding, Report
from factcheck.language.expressions import keep_expressions
from factcheck.light import dataclass
from factcheck.projecting import findings_in_file, in_file
from factcheck.reporting.formats import FORMATS, Options, Silenced, render
from factcheck.reporting.messages import language, say
from factcheck.suppressing import Known, silence
from factcheck.version import VERSION

if TYPE_CHECKING:
    from factcheck.baseline import Baseline
    from factcheck.cache import Cache, Origin
    from factcheck.engine import Engine

STDIN = "-"


@dataclass(frozen=True, slots=True)
class Request:
    """The command line, as given."""

    paths: tuple[str, ...] = ()
    output_format: str | None = None
    outputs: tuple[str, ...] = ()
    fail_on: str | None = None
    as_of: str | None = None
    claims: tuple[str, ...] = ()
    rules: tuple[str, ...] = ()
    select: tuple[str, ...] = ()
    extend_select: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()
    exclude: tuple[str, ...] = ()
    fix: bool = False
    unsafe_fixes: bool = False
    diff: bool = False
    diff_base: str | None = None
    baseline: str | None = None
    write_baseline: str | None = None
    stdin_filename: str | None = None
    config: str | None = None
    isolated: bool = False
    show_settings: bool = False
    watch: bool = False
    no_cache: bool = False
    statistics: bool = False
    lang: str | None = None
    force_exclude: bool = False
    color: str = "auto"
    quiet: bool = False
    verbose: bool = False


@dataclass(frozen=True, slots=True)
class Scanned:
    """One file after suppressions and selection."""

    report: FileReport
    silenced: tuple[Silenced, ...] = ()


class Scan:
    """A scan under way. What it takes to scan is made when a file is scanned that the cache does not know."""

    def __init__(self, settings: Settings, use_cache: bool = False) -> None:
        self.settings = settings
        self.today = parse_date(settings.as_of).last if settings.as_of else date.today()
        self.scanned: list[Scanned] = []
        self.failures: list[str] = []
        self.cache = _cache(settings) if use_cache else None
        self._origin: Origin | None = None

    @cached_property
    def engine(self) -> Engine:
        return open_engine(self.settings.claims, self.settings.rules, self.settings.as_of)

    @cached_property
    def selection(self) -> Selection:
        return Selection(self.settings, rule_codes(self.engine))

    @cached_property
    def known(self) -> Known:
        return known_of(self.engine, self.selection)

    def kept(self, path: str, content: bytes) -> Scanned | None:
        """What the cache knows of a file."""
        entry = None if self.cache is None else self.cache.find(path, content, self._variant(path))
        if entry is None:
            return None
        self._origin = entry.origin
        return Scanned(entry.report, entry.silenced)

    def keep(self, content: bytes, scanned: Scanned) -> None:
        """Let the cache know what was found in a file."""
        if self.cache is not None:
            from factcheck.cache import Entry

            variant = self._variant(scanned.report.path)
            self.cache.keep(content, variant, Entry(scanned.report, scanned.silenced, self.origin))

    def document(self, document: Document) -> Scanned:
        """Scan one document, and drop what is silenced or not selected."""
        report = self.engine.scan_document(document)
        outcome = silence(document, report.findings, self.known, self.today)
        findings = self.selection.apply(document.path, outcome.findings)
        silenced = [each for each in outcome.silenced if each.finding.rule in self.selection.names]
        summary = replace(report.summary, suppressed=report.summary.suppressed + len(silenced))
        report = in_file(document, replace(report, findings=findings, summary=summary))
        placed = findings_in_file(document, (each.finding for each in silenced))
        kept = zip(silenced, placed, strict=True)
        return Scanned(report, tuple(replace(each, finding=finding) for each, finding in kept))

    @property
    def origin(self) -> Origin:
        """The knowledge base that the findings rest on."""
        if self._origin is None:
            from factcheck.cache import Origin

            knowledge = self.engine.knowledge
            self._origin = Origin(knowledge.version, knowledge.entity_count, knowledge.fact_count)
        return self._origin

    def report(self) -> Report:
        """The report on all files so far."""
        files = tuple(each.report for each in self.scanned)
        as_of = parse_date(self.settings.as_of or self.today.isoformat()).isoformat()
        origin = self.origin
        return Report(files, as_of, VERSION, origin.version, origin.entities, origin.facts)

    def _variant(self, path: str) -> str:
        """What of a path its findings depend on: the format, and what is ignored in it."""
        ignores = self.settings.per_file_ignores
        ignored = [glob for glob in ignores if matches([glob], path, self.settings.root)]
        return repr((os.path.splitext(path)[1].lower(), ignored))


def _cache(settings: Settings) -> Cache:
    from factcheck.cache import Cache

    own = (*settings.claims, *settings.rules)
    matter = (settings.select, settings.extend_select, settings.ignore, dict(settings.severity))
    ignores = dict(settings.per_file_ignores)
    today = settings.as_of or date.today().isoformat()
    return Cache(repr((matter, ignores, settings.claims, settings.rules)), own, today)


def run(request: Request) -> int:
    """Carry out a command line; returns the exit status. Raises FactcheckError."""
    settings = settings_of(request)
    if request.show_settings:
        return _show(settings)
    outputs = [_output(text) for text in request.outputs]
    files = files_of(request, settings)
    scan = Scan(settings, use_cache=not request.no_cache)
    if request.verbose:
        _tell(settings, scan.engine)
    if request.watch:
        from factcheck.cli.watching import watch

        return watch(scan, request, outputs)
    return scan_once(scan, files, request, outputs)


def scan_once(scan: Scan, files: Sequence[str], request: Request, outputs: Sequence[tuple[str, str]]) -> int:
    """Scan, mend and report files; returns the exit status. Raises FactcheckError."""
    lang = language(scan.settings.lang)
    scan.scanned.clear()
    scan.failures.clear()
    _scan_all(scan, files, request)
    status = _mended(scan, request, lang)
    if status is None:
        report = _without_known_ones(scan, request, lang)
        _print(report, scan, request, outputs, lang)
        status = _status(report, scan.settings.fail_on)
    keep_expressions()
    for failure in scan.failures:
        note(f"factcheck: error: {failure}")
    return 2 if scan.failures else status


def _mended(scan: Scan, request: Request, lang: str) -> int | None:
    """Carry out ``--fix`` and ``--diff``; the exit status if there is nothing to report after it."""
    if not request.fix and not request.diff:
        return None
    from factcheck.cli.mending import mend_all

    changes = mend_all(scan, request, lang)
    return int(changes > 0) if request.diff else None


def _without_known_ones(scan: Scan, request: Request, lang: str) -> Report:
    """The report without what the baseline knows, and without lines that have not changed."""
    report = _with_baseline(scan, request, scan.settings, lang)
    if request.diff_base is None:
        return report
    from factcheck.cli.changes import only_changed

    return only_changed(report, request.diff_base)


def settings_of(request: Request) -> Settings:
    """The configuration, with what the command line says instead or besides. Raises FactcheckError."""
    base = Settings() if request.isolated else load_settings(request.config or "")
    if request.isolated and request.config:
        raise FactcheckError("--isolated and --config exclude each other")
    return replace(
        base,
        select=_split(request.select) or base.select,
        extend_select=base.extend_select + _split(request.extend_select),
        ignore=base.ignore + _split(request.ignore),
        exclude=base.exclude + request.exclude,
        force_exclude=base.force_exclude or request.force_exclude,
        fail_on=request.fail_on or base.fail_on,
        as_of=request.as_of or base.as_of,
        claims=base.claims + request.claims,
        rules=base.rules + request.rules,
        lang=request.lang or base.lang,
        baseline=request.baseline or base.baseline,
        output_format=request.output_format or base.output_format,
    )


def known_of(engine: Engine, selection: Selection) -> Known:
    """What suppressions may name."""

    def is_fact(name: str) -> bool:
        entity, _, predicate = name.partition(".")
        if engine.knowledge.fact(name) is not None:
            return True
        return (
            entity in engine.knowledge and predicate.partition("[")[0] in engine.knowledge.ontology.predicates
        )

    return Known(selection.known, is_fact)


def rule_codes(engine: Engine) -> dict[str, str]:
    """All rules, name to code."""
    return dict(engine.ruleset.codes)


def files_of(request: Request, settings: Settings) -> list[str]:
    """The files to scan. Raises FactcheckError."""
    paths = request.paths
    if not paths:
        raise FactcheckError("no path given: name files or directories, or - for standard input")
    if STDIN in paths:
        if len(paths) > 1:
            raise FactcheckError("- (standard input) goes with no other path")
        return [STDIN]
    from factcheck.discovery import discover

    found = discover(paths)
    patterns = (*settings.exclude, *settings.extend_exclude)
    if not patterns:
        return found
    named = set() if settings.force_exclude else set(paths)
    return [path for path in found if path in named or not matches(patterns, path, settings.root)]


def _scan_all(scan: Scan, files: Sequence[str], request: Request) -> None:
    from factcheck.cli.progress import Progress

    with Progress(len(files), request.quiet) as progress:
        for path in files:
            progress.step(path)
            try:
                known = _read(scan, path, request)
            except FactcheckError as error:
                scan.failures.append(error.message)
                continue
            scanned = known if isinstance(known, Scanned) else _fresh(scan, *known)
            scan.scanned.append(scanned)
            if scanned.report.encoding != "utf-8" and not request.quiet:
                note(f"{scanned.report.path}: {scanned.report.encoding}")
    if scan.cache is not None:
        scan.cache.close()


def _read(scan: Scan, path: str, request: Request) -> Scanned | tuple[Document, bytes]:
    """What is known of a file, else the file. Raises FactcheckError if it cannot be read."""
    name = path if path != STDIN else request.stdin_filename or "<stdin>"
    content = sys.stdin.buffer.read() if path == STDIN else read_bytes(path)
    kept = scan.kept(name, content)
    if kept is not None:
        return kept
    source, encoding = decode(content, name)
    return parse_document(source, name, encoding), content


def _fresh(scan: Scan, document: Document, content: bytes) -> Scanned:
    scanned = scan.document(document)
    scan.keep(content, scanned)
    return scanned


def _with_baseline(scan: Scan, request: Request, settings: Settings, lang: str) -> Report:
    report = scan.report()
    if request.write_baseline:
        from factcheck.baseline import write_baseline

        scanned = [file.path for file in report.files]
        count = write_baseline(request.write_baseline, report.findings, scanned)
        note(say(lang, "baseline.written", n=count, path=request.write_baseline))
        return replace(report, files=tuple(replace(file, findings=()) for file in report.files))
    if not settings.baseline:
        return report
    from factcheck.baseline import read_baseline

    baseline = read_baseline(settings.baseline)
    directories = [path for path in request.paths if os.path.isdir(path)]
    return _without_known(report, baseline, directories, request.quiet, lang)


def _without_known(
    report: Report, baseline: Baseline, directories: Sequence[str], quiet: bool, lang: str
) -> Report:
    files = tuple(replace(file, findings=baseline.new(file.findings)) for file in report.files)
    if not quiet:
        if baseline.matched:
            note(say(lang, "baseline.known", n=baseline.matched))
        gone = baseline.gone({file.path for file in report.files}, directories)
        if gone:
            note(say(lang, "baseline.gone", n=len(gone)))
            for entry in gone:
                note(f"  {entry.path}: {entry.rule}: {entry.text}")
    return replace(report, files=files)


def _print(
    report: Report, scan: Scan, request: Request, outputs: Sequence[tuple[str, str]], lang: str
) -> None:
    name = scan.settings.output_format or ("full" if is_terminal() else "concise")
    formats = {name, *(each for each, _ in outputs)}
    options = Options(
        lang=lang,
        color=use_color(request.color),
        width=line_width(),
        quiet=request.quiet,
        directory=os.getcwd(),
        rules=rule_infos(scan.engine) if "sarif" in formats else (),  # no other tells of rules
        silenced=tuple(silenced for each in scan.scanned for silenced in each.silenced),
    )
    for each, path in outputs:
        write_file(path, render(each, report, replace(options, color=False, width=100)))
    to_stdout = not (request.fix and STDIN in request.paths)  # there, the mended text is what goes out
    pieces = render(name, report, options)
    if to_stdout:
        write_report(pieces)
    else:
        sys.stderr.write("".join(pieces))
    if name == "concise" and not request.quiet:
        from factcheck.reporting.summary import summary_line

        note(summary_line(report, lang))
    if request.statistics:
        _statistics(report.findings)


def _statistics(findings: Sequence[Finding]) -> None:
    from collections import Counter

    counts = Counter((finding.code, finding.rule) for finding in findings)
    for (code, rule), count in sorted(counts.items(), key=lambda item: (-item[1], item[0])):
        note(f"{count:>6}  {code}  {rule}")


def _status(report: Report, fail_on: str) -> int:
    if fail_on == "never":
        return 0
    least = SEVERITIES.index(fail_on)
    return int(any(SEVERITIES.index(finding.severity) >= least for finding in report.findings))


def _output(text: str) -> tuple[str, str]:
    name, separator, path = text.partition("=")
    if not separator or not path:
        raise FactcheckError(f"--output: {text!r} is not FORMAT=FILE, such as sarif=out.sarif")
    if name not in FORMATS:
        raise FactcheckError(f"--output: unknown format {name!r}{suggestion(name, list(FORMATS))}")
    return name, path


def _split(texts: Sequence[str]) -> tuple[str, ...]:
    return tuple(part.strip() for text in texts for part in text.split(",") if part.strip())


def _show(settings: Settings) -> int:
    import json

    shown = {"source": settings.source or None, **settings.plain()}
    write_report([json.dumps(shown, ensure_ascii=False, indent=2), "\n"])
    return 0


def _tell(settings: Settings, engine: Engine) -> None:
    knowledge = engine.knowledge
    note(f"configuration: {settings.source or 'none'}")
    note(
        f"knowledge base: {knowledge.version}, {knowledge.entity_count} entities, "
        f"{knowledge.fact_count} facts"
    )
    if knowledge.skipped:
        note(f"facts left out as unusable: {knowledge.skipped}")
