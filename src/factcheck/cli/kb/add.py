"""``factcheck kb add``: asks for a fact, checks each answer, and writes it where it belongs."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

import click

from factcheck.cli.kb.drafting import Checks, Draft, SourceDraft, slug
from factcheck.cli.kb.words import open_base
from factcheck.cli.options import lang_option
from factcheck.cli.output import note, write_report
from factcheck.cli.texts import nearest, pick
from factcheck.errors import FactcheckError

if TYPE_CHECKING:
    from factcheck.knowledge.index import Knowledge
    from factcheck.knowledge.problems import Problem
    from factcheck.knowledge.schema import Predicate

Check = Callable[[str], str]


@dataclass(frozen=True, slots=True)
class Given:
    """What the command line says; the rest is asked for, unless nothing may be (``silent``)."""

    source: SourceDraft
    entity: str = ""
    type: str = ""
    id: str = ""
    names: tuple[str, ...] = ()
    predicate: str = ""
    values: tuple[str, ...] = ()
    qualifiers: tuple[str, ...] = ()
    silent: bool = False


@click.command(
    "add",
    help=pick(
        "加一条事实：逐项询问并检查，给出改动，确认后写入。选项给出的不再问；--yes 什么也不问。",
        "Add a fact: asks for each part, checks it, shows the change, and writes it once confirmed. What options "
        "give is not asked for; --yes asks nothing.",
    ),
)
@click.option(
    "--entity", default="", metavar="NAME", help=pick("事物的名称或 id", "Name or id of the entity.")
)
@click.option(
    "--type", "kind", default="", metavar="TYPE", help=pick("新事物的类型", "Type of a new entity.")
)
@click.option("--id", "identifier", default="", metavar="ID", help=pick("新事物的 id", "Id of a new entity."))
@click.option(
    "--name",
    "names",
    multiple=True,
    metavar="NAME",
    help=pick("新事物的其他名称，可多次", "Further name of a new entity; repeatable."),
)
@click.option(
    "--predicate", default="", metavar="P", help=pick("谓词，如 released", "Predicate, such as released.")
)
@click.option(
    "--value",
    "values",
    multiple=True,
    metavar="VALUE",
    help=pick("值，可多次（共同的）", "Value; repeatable where several hold together."),
)
@click.option(
    "--qualifier",
    "qualifiers",
    multiple=True,
    metavar="KEY=VALUE",
    help=pick(
        "限定，如 event=paper、date=2018-10-11，可多次",
        "Qualifier, such as event=paper or date=2018-10-11; repeatable.",
    ),
)
@click.option("--url", default="", metavar="URL", help=pick("来源网址", "Address of the source."))
@click.option("--title", default="", metavar="TEXT", help=pick("来源标题", "Title of the source."))
@click.option(
    "--published", default="", metavar="DATE", help=pick("来源发表日期", "When the source was published.")
)
@click.option(
    "--checked",
    default="",
    metavar="DATE",
    help=pick("查证日期（默认今天）", "When it was checked (default: today)."),
)
@click.option("--source-key", default="", metavar="KEY", help=pick("来源的键", "Key of the source."))
@click.option(
    "--claims",
    default="",
    metavar="DIR",
    help=pick(
        "写进自己的知识目录（默认为仓库里的）",
        "Directory of own facts to write to (default: the repository's).",
    ),
)
@click.option(
    "--file",
    "file_name",
    default="",
    metavar="FILE",
    help=pick("目录里的哪个文件", "Which file of the directory."),
)
@click.option("-y", "--yes", is_flag=True, help=pick("不问，直接写", "Ask nothing and write."))
@lang_option
def command(
    entity: str, kind: str, identifier: str, names: tuple[str, ...], predicate: str, values: tuple[str, ...],
    qualifiers: tuple[str, ...], url: str, title: str, published: str, checked: str, source_key: str,
    claims: str, file_name: str, yes: bool, lang: str | None,
) -> int:  # fmt: skip
    """Draft, check, show, confirm, write; exit 1 if the writer says no."""
    directory = _directory(claims)
    knowledge = open_base([claims] if claims else [])
    source = SourceDraft(url, title, published, checked, source_key)
    given = Given(source, entity, kind, identifier, names, predicate, values, qualifiers, yes)
    draft = _Dialogue(knowledge, given).draft()
    path = _file_for(directory, file_name, draft)
    if claims:
        _tell_replaced(directory, knowledge, draft)
    return _write(directory, path, draft, yes)


class _Dialogue:
    """Asks for what is not given, and asks again for what is wrong."""

    def __init__(self, knowledge: Knowledge, given: Given) -> None:
        self._knowledge = knowledge
        self._given = given
        self._checks = Checks(knowledge)

    def draft(self) -> Draft:
        """The fact as the writer wants it. Raises FactcheckError for what is wrong where nothing is asked."""
        draft = self._entity()
        kind = draft.type
        name = self._ask(
            pick("谓词", "predicate"),
            self._given.predicate,
            lambda text: self._checks.predicate(text, kind),
            "--predicate",
        )
        predicate = self._knowledge.ontology.predicates[name]
        fields = self._fields(predicate, kind)
        return replace(draft, predicate=name, fields=fields, source=self._source())

    # The entity

    def _entity(self) -> Draft:
        name = self._ask(
            pick("事物（名称或 id）", "entity (name or id)"), self._given.entity, lambda _: "", "--entity"
        )
        found = [name] if name in self._knowledge else self._knowledge.lookup(name)
        if len(found) > 1:
            chosen = self._ask(
                pick(f"“{name}”有多个所指，哪一个", f"{name} may mean several; which"),
                self._given.id,
                lambda text: "" if text in found else f"{text}: {', '.join(found)}",
                "--id",
            )
            found = [chosen]
        if not found and not self._given.type and not self._given.silent:
            found = self._perhaps(name)
        if found:
            return Draft(found[0], self._knowledge.type_of(found[0]), "", {}, self._given.source)
        return self._new(name)

    def _perhaps(self, name: str) -> list[str]:
        """The known entity that a misspelled name means, if the writer says so."""
        from factcheck.folding import name_key

        key = nearest(name_key(name), self._knowledge.keys)
        meant = self._knowledge.lookup(key) if key else []
        for each in meant[:1]:
            shown = self._knowledge.entity(each).display()
            if click.confirm(
                pick(f"是不是 {shown}（{each}）？", f"Did you mean {shown} ({each})?"), err=True
            ):
                return [each]
        return []

    def _new(self, name: str) -> Draft:
        note(pick(f"知识库里没有 {name}：新建。", f"{name} is not in the knowledge base: a new entity."))
        kind = self._ask(pick("类型", "type"), self._given.type, self._checks.type, "--type")
        identifier = self._ask(
            "id",
            self._given.id or (slug(name) if self._given.silent else ""),
            self._checks.new_id,
            "--id",
            slug(name),
        )
        names = self._given.names
        if not names and not self._given.silent:
            others = click.prompt(
                pick("其他名称（逗号分隔，可空）", "further names (by commas, may be empty)"),
                "",
                err=True,
                show_default=False,
            )
            names = tuple(part.strip() for part in others.replace("，", ",").split(",") if part.strip())
        return Draft(identifier, kind, "", {}, self._given.source, (name, *names))

    # What is said of it

    def _fields(self, predicate: Predicate, kind: str) -> dict[str, tuple[str, ...]]:
        fields = self._given_fields(predicate, kind)
        status = fields.get("status", ("",))[0]
        for name in self._checks.required(predicate):
            if name in fields or (status in ("undisclosed", "none") and name in ("value", "date")):
                continue
            option = "--value" if name == "value" else f"--qualifier {name}=…"
            text = self._ask(
                f"{name}{_choices(predicate, name)}", "", self._field_check(predicate, kind, name), option
            )
            fields[name] = tuple(self._split(predicate, name, text))
        if not self._given.silent and not self._given.qualifiers:
            self._ask_qualifiers(predicate, kind, fields)
        return fields

    def _given_fields(self, predicate: Predicate, kind: str) -> dict[str, tuple[str, ...]]:
        given: dict[str, tuple[str, ...]] = {}
        if self._given.values:
            given["value"] = self._given.values
        for text in self._given.qualifiers:
            name, equals, value = text.partition("=")
            if not equals or not value:
                raise FactcheckError(f"--qualifier: {text!r} is not KEY=VALUE, such as event=paper")
            given[name] = (*given.get(name, ()), value)
        fields = {}
        for name, texts in given.items():
            fields[name] = tuple(self._checks.resolved(predicate, name, text) for text in texts)
            wrong = self._checks.field(predicate, kind, name, fields[name])
            if wrong:
                raise FactcheckError(wrong)
        return fields

    def _ask_qualifiers(self, predicate: Predicate, kind: str, fields: dict[str, tuple[str, ...]]) -> None:
        """Further fields, as long as the writer has some."""
        free = [
            name for name in (*predicate.fields, "from", "until", "review_by", "note") if name not in fields
        ]
        label = pick(
            f"限定（名=值，空行结束；可用 {', '.join(free)}）",
            f"qualifier (name=value, empty to go on; {', '.join(free)})",
        )
        while True:
            text = click.prompt(label, "", err=True, show_default=False)
            if not text:
                return
            name, _, value = text.partition("=")
            texts = tuple(self._split(predicate, name.strip(), value.strip()))
            wrong = (
                self._checks.field(predicate, kind, name.strip(), texts)
                if value
                else pick("应为 名=值", "expected name=value")
            )
            if wrong:
                note(wrong)
            else:
                fields[name.strip()] = texts

    def _field_check(self, predicate: Predicate, kind: str, name: str) -> Check:
        def check(text: str) -> str:
            return self._checks.field(predicate, kind, name, list(self._split(predicate, name, text)))

        return check

    def _split(self, predicate: Predicate, name: str, text: str) -> Iterator[str]:
        """The members of an answer; entities and words may be several, parted by commas."""
        several = predicate.shape_of(name) in ("entity", "word")
        parts = text.replace("，", ",").split(",") if several else [text]
        return (self._checks.resolved(predicate, name, part.strip()) for part in parts)

    # Where it is written

    def _source(self) -> SourceDraft:
        given, today = self._given.source, date.today().isoformat()
        url = self._ask(pick("来源网址", "address of the source"), given.url, self._checks.address, "--url")
        title = given.title
        if not title and not self._given.silent:
            title = click.prompt(
                pick("来源标题（可空）", "title of the source (may be empty)"),
                "",
                err=True,
                show_default=False,
            )
        checked = self._ask(
            pick("查证日期", "date checked"),
            given.checked or (today if self._given.silent else ""),
            self._checks.date,
            "--checked",
            today,
        )
        if given.published:
            self._ask("", given.published, self._checks.date, "--published")
        return replace(given, url=url, title=title, checked=checked)

    def _ask(self, label: str, given: str, check: Check, option: str, default: str = "") -> str:
        """An answer that is right: the given one, or one that is asked for until it is."""
        text = given
        while True:
            if not text and self._given.silent:
                raise FactcheckError(pick(f"缺少 {option}", f"{option} is missing"))
            text = text or str(click.prompt(label, default or None, err=True)).strip()
            wrong = check(text)
            if not wrong:
                return text
            if self._given.silent or given:
                raise FactcheckError(f"{option}: {wrong}")
            note(wrong)
            text = ""


def _choices(predicate: Predicate, name: str) -> str:
    """What a field may be, where it is one of a few words."""
    options = {"event": predicate.events, "title": predicate.titles}.get(name, ())
    return f" ({', '.join(options)})" if options else ""


# Files


def _directory(claims: str) -> Path:
    from factcheck.knowledge.locate import claims_directory

    directory = Path(claims or claims_directory())
    if claims and not directory.exists():
        directory.mkdir(parents=True)
    if not directory.is_dir():
        raise FactcheckError(f"{directory}: is no directory of claims")
    return directory


def _file_for(directory: Path, name: str, draft: Draft) -> Path:
    """The file that has the entity; for a new one the given file, or the one with most entities of its type."""
    if name:
        path = directory / name
        if path.suffix not in (".yaml", ".yml"):
            raise FactcheckError(
                pick(f"{name}：知识文件以 .yaml 结尾", f"{name}: a claims file ends in .yaml")
            )
        return path
    types = _types_by_file(directory)
    own = next((path for path, found in types.items() if draft.entity in found), None)
    if own is not None:
        return own
    counts = {path: list(found.values()).count(draft.type) for path, found in types.items()}
    best = max(counts, key=lambda path: counts[path], default=None)
    return best if best is not None and counts[best] else directory / f"{draft.type}.yaml"


def _tell_replaced(directory: Path, knowledge: Knowledge, draft: Draft) -> None:
    """Say that a directory of one's own takes the place of the packaged facts of the predicate."""
    if draft.names or any(draft.entity in found for found in _types_by_file(directory).values()):
        return
    count = len(knowledge.entity(draft.entity).facts_of(draft.predicate))
    if count:
        zh = f"注意：自带的 {draft.entity}.{draft.predicate} 有 {count} 条，会被这里的取代。"
        en = f"note: this takes the place of {count} packaged {draft.entity}.{draft.predicate}."
        note(pick(zh, en))


def _types_by_file(directory: Path) -> Mapping[Path, Mapping[str, str]]:
    """The ids of each file, with their types; files that cannot be read are left out."""
    import re

    from factcheck.knowledge.loading import ONTOLOGY, VOCABULARY, claims_files

    entry = re.compile(r"^- id: *(\S+)\n(?:  type: *(\S+))?", re.MULTILINE)
    found = {}
    for file in claims_files([directory]):
        if file.name not in (ONTOLOGY, VOCABULARY):
            text = file.path.read_text(encoding="utf-8-sig")
            found[file.path] = {match[1]: match[2] or "" for match in entry.finditer(text)}
    return found


def _write(directory: Path, path: Path, draft: Draft, yes: bool) -> int:
    """Show the change, and carry it out if it is sound and wanted."""
    from factcheck.cli.kb.inserting import with_fact
    from factcheck.fixing import unified_diff, write_back

    old = path.read_bytes().decode("utf-8-sig") if path.exists() else ""
    new = with_fact(old, str(path), draft)
    problems = _problems(directory, path, new, draft)
    if problems:
        raise FactcheckError("\n".join(str(problem) for problem in problems))
    write_report(unified_diff(str(path), old, new))
    if not yes and not click.confirm(pick("写入？", "Write it?"), default=True, err=True):
        return 1
    if old:
        write_back(str(path), old, new, "utf-8")
    else:
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(new, encoding="utf-8", newline="\n")
    note(str(path))
    return 0


def _problems(directory: Path, path: Path, text: str, draft: Draft) -> Sequence[Problem]:
    """The errors that the directory would have with the new text, of the entity that it is about."""
    from shutil import copytree
    from tempfile import TemporaryDirectory

    from factcheck.knowledge.hygiene import check
    from factcheck.knowledge.locate import claims_directory, vocabulary_file

    packaged = Path(claims_directory())
    with TemporaryDirectory() as temporary:
        copy = Path(temporary) / "claims"
        copytree(directory, copy)
        changed = copy / path.relative_to(directory)
        changed.parent.mkdir(parents=True, exist_ok=True)
        changed.write_text(text, encoding="utf-8", newline="\n")
        same = directory.resolve() == packaged.resolve()
        directories = [copy] if same else [packaged, copy]
        found = check(directories, [Path(vocabulary_file())], date.today())
        label = changed.as_posix()
        return [
            problem._replace(path=str(path))
            for problem in found
            if problem.severity == "error" and problem.path == label and draft.entity in problem.message
        ]
