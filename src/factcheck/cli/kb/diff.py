"""``factcheck kb diff``: what a change to the claims means, fact by fact."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import TYPE_CHECKING

import click

from factcheck.cli.output import write_report
from factcheck.cli.texts import pick
from factcheck.errors import FactcheckError

if TYPE_CHECKING:
    from factcheck.knowledge.model import Entity, Fact


@click.command(
    "diff",
    help=pick(
        "与 git 版本 REV 比较：增、删、改的事物、名称与事实。",
        "Compare with the git revision REV: entities, names and facts added, removed, changed.",
    ),
)
@click.argument("revision", metavar="REV")
@click.argument("directory", required=False, metavar="[DIR]")
def command(revision: str, directory: str | None) -> int:
    """Print the differences; exit 1 if there are any."""
    from tempfile import TemporaryDirectory

    from factcheck.knowledge.locate import claims_directory

    place = Path(directory or claims_directory())
    with TemporaryDirectory() as temporary:
        _check_out(revision, place, Path(temporary))
        lines = list(differences(_entities(Path(temporary)), _entities(place)))
    write_report(f"{line}\n" for line in lines)
    return int(bool(lines))


def differences(old: Mapping[str, Entity], new: Mapping[str, Entity]) -> Iterator[str]:
    """Lines that begin with ``+``, ``-`` or ``~``, sorted by entity."""
    for name in sorted({*old, *new}):
        if name not in old:
            yield f"+ {name} ({new[name].type})"
        elif name not in new:
            yield f"- {name} ({old[name].type})"
        yield from _names(old.get(name), new.get(name), name)
        yield from _facts(_by_id(old.get(name)), _by_id(new.get(name)))


def _names(old: Entity | None, new: Entity | None, entity: str) -> Iterator[str]:
    before = {name.text for name in old.names} if old else set()
    after = {name.text for name in new.names} if new else set()
    yield from (f"+ {entity} name: {text}" for text in sorted(after - before))
    yield from (f"- {entity} name: {text}" for text in sorted(before - after))


def _facts(old: Mapping[str, Fact], new: Mapping[str, Fact]) -> Iterator[str]:
    for name in sorted({*old, *new}):
        before = _said(old[name]) if name in old else None
        after = _said(new[name]) if name in new else None
        if before is None:
            yield f"+ {name}: {after}"
        elif after is None:
            yield f"- {name}: {before}"
        elif before != after:
            yield f"~ {name}: {before} → {after}"


def _said(fact: Fact) -> str:
    """All that a fact says, without where it is written."""
    parts = [", ".join(fact.texts("value"))]
    for name, value in sorted(fact.qualifiers.items()):
        shown = ", ".join(fact.texts(name)) or str(value).lower()
        parts.append(f"{name}: {shown}")
    bounds = (("from", fact.first), ("until", fact.last))
    parts += [f"{name}: {bound.isoformat()}" for name, bound in bounds if bound is not None]
    return "; ".join(part for part in (*parts, fact.status) if part)


def _by_id(entity: Entity | None) -> dict[str, Fact]:
    return {} if entity is None else {fact.id: fact for fact in entity.all_facts()}


def _entities(directory: Path) -> dict[str, Entity]:
    from factcheck.knowledge.loading import load_claims
    from factcheck.knowledge.locate import vocabulary_file

    claims = load_claims([directory], [Path(vocabulary_file())], strict=False)
    return {name: written.entity for name, written in claims.entities.items()}


def _check_out(revision: str, directory: Path, target: Path) -> None:
    """Lay the directory as of a revision into ``target``. Raises FactcheckError."""
    import io
    import subprocess
    import tarfile

    if revision.startswith("-"):
        raise FactcheckError(f"{revision}: is no revision")
    try:
        archive = subprocess.run(
            ["git", "-C", str(directory), "archive", revision, "."], capture_output=True, check=True
        )
    except FileNotFoundError as error:
        raise FactcheckError("git or the directory is missing") from error
    except subprocess.CalledProcessError as error:
        raise FactcheckError(
            f"git archive {revision}: {error.stderr.decode(errors='replace').strip()}"
        ) from error
    with tarfile.open(fileobj=io.BytesIO(archive.stdout)) as tar:
        if hasattr(tarfile, "data_filter"):
            tar.extractall(target, filter="data")
        else:  # 3.11.0 to 3.11.3: what git archive wrote is unpacked as it is
            tar.extractall(target)
