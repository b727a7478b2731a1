"""Directories of claims to entities: read, merged by id, references resolved."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from factcheck.knowledge.entities import ClaimsReader, Written
from factcheck.knowledge.model import Entity, Fact, Myth
from factcheck.knowledge.problems import KnowledgeError, Place, Problem, raise_for
from factcheck.knowledge.schema import Ontology, Vocabulary, read_ontology, read_vocabulary
from factcheck.knowledge.yaml_reader import read_yaml

ONTOLOGY = "ontology.yaml"
VOCABULARY = "vocabulary.yaml"
_SUFFIXES = (".yaml", ".yml")
# Without these a fact says something else; of other fields, a member that is not known is merely not
# recognised.
_ESSENTIAL = ("value", "org", "opponent", "award")


@dataclass(frozen=True, slots=True)
class ClaimsFile:
    """A file of the knowledge base: path, name within its directory, name in messages, which directory."""

    path: Path
    name: str
    label: str
    layer: int


@dataclass(frozen=True, slots=True)
class Claims:
    """Everything that was read, before it is compiled.

    ``entities`` are sorted by id. ``digest`` is the SHA-256 (hex) of the files' names and contents.
    ``problems`` are those of form and reference; the facts they concern are not among the entities' facts.
    """

    ontology: Ontology
    vocabulary: Vocabulary
    entities: Mapping[str, Written]
    problems: tuple[Problem, ...]
    digest: str

    @property
    def fact_count(self) -> int:
        return sum(1 for written in self.entities.values() for _ in written.entity.all_facts())


def claims_files(directories: Sequence[Path]) -> list[ClaimsFile]:
    """All YAML files of the directories (or the files given), sorted within each, without hidden ones."""
    found = []
    for layer, directory in enumerate(directories):
        if directory.is_file():
            found.append(ClaimsFile(directory, directory.name, _label(directory), layer))
            continue
        if not directory.is_dir():
            raise KnowledgeError(f"{directory}: no such directory of claims")
        names = sorted(
            p.relative_to(directory).as_posix() for p in directory.rglob("*") if p.suffix in _SUFFIXES
        )
        visible = (name for name in names if not any(part.startswith(".") for part in name.split("/")))
        found += [ClaimsFile(directory / name, name, _label(directory / name), layer) for name in visible]
    return found


def load_claims(
    directories: Sequence[Path],
    vocabularies: Sequence[Path],
    *,
    strict: bool = True,
    strict_from: int | None = None,
) -> Claims:
    """Read directories of claims; a later one extends or overrides the entities of an earlier one by id.

    ``ontology.yaml`` and ``vocabulary.yaml`` at the top of a directory add to the schema; ``vocabularies``
    are further vocabulary files, read first. With ``strict`` any error raises KnowledgeError with all
    errors; without, what is wrong is left out and told in ``problems``. ``strict_from`` is the index of the
    first directory whose errors raise in any case.
    """
    files = claims_files(directories)
    schema = [file for file in files if file.name in (ONTOLOGY, VOCABULARY)]
    claims = [file for file in files if file.name not in (ONTOLOGY, VOCABULARY)]
    ontology, problems = read_ontology([(file.path, file.label) for file in schema if file.name == ONTOLOGY])
    words = [ClaimsFile(path, path.name, _label(path), -1) for path in vocabularies]
    local = [file for file in schema if file.name == VOCABULARY]
    vocabulary, found = read_vocabulary([(file.path, file.label) for file in (*words, *local)])
    problems += found
    raise_for(problems)  # nothing can be read against a broken schema
    entities = _read_all(claims, ontology, vocabulary, problems)
    resolved = {key: _resolve(entities[key], entities, ontology, problems) for key in sorted(entities)}
    _raise_if_strict(problems, files, strict, strict_from)
    return Claims(ontology, vocabulary, resolved, tuple(sorted(set(problems))), digest_of([*words, *files]))


def _read_all(
    files: Iterable[ClaimsFile], ontology: Ontology, vocabulary: Vocabulary, problems: list[Problem]
) -> dict[str, Written]:
    entities: dict[str, Written] = {}
    layer_of: dict[str, int] = {}
    for file in files:
        root, found = read_yaml(file.path, file.label)
        reader = ClaimsReader(file.label, ontology, vocabulary)
        for written in reader.read(root, entities):
            key = written.entity.id
            if layer_of.get(key) == file.layer:
                message = f"{key}: this id is taken ({entities[key].place})"
                problems.append(Problem.at(written.place, "duplicate-id", message))
                continue
            known = entities.get(key)
            entities[key] = merged(known, written) if known and not written.override else written
            layer_of[key] = file.layer
        problems += [*found, *reader.problems]
    return entities


def merged(base: Written, extension: Written) -> Written:
    """``base`` extended: names, exclusions, sources and myths are added, facts replaced by predicate.

    A predicate with an empty list of facts is removed.
    """
    known = {name.key for name in base.entity.names}
    added = [(i, name) for i, name in enumerate(extension.entity.names) if name.key not in known]
    facts = {key: found for key, found in {**base.entity.facts, **extension.entity.facts}.items() if found}
    entity = replace(
        base.entity,
        type=extension.entity.type,
        names=(*base.entity.names, *(name for _, name in added)),
        not_in=tuple(dict.fromkeys((*base.entity.not_in, *extension.entity.not_in))),
        facts=facts,
        myths=(*base.entity.myths, *extension.entity.myths),
        complete=tuple(dict.fromkeys((*base.entity.complete, *extension.entity.complete))),
    )
    places = {
        key: place for key, place in extension.places.items() if not key.startswith(("names[", "myths["))
    }
    for position, (index, _) in enumerate(added):
        places[f"names[{len(base.entity.names) + position}]"] = extension.at(f"names[{index}]")
    for index in range(len(extension.entity.myths)):
        places[f"myths[{len(base.entity.myths) + index}]"] = extension.at(f"myths[{index}]")
    return Written(entity, extension.place, {**base.places, **places}, {**base.sources, **extension.sources})


# References


def references(fact: Fact, ontology: Ontology) -> Iterator[tuple[str, str]]:
    """The entity ids that a fact names, each with the field that names it."""
    predicate = ontology.predicates[fact.predicate]
    for name in ("value", *fact.qualifiers):
        if predicate.shape_of(name) == "entity":
            yield from ((name, key) for key in fact.texts(name))


def _resolve(
    written: Written, entities: Mapping[str, Written], ontology: Ontology, problems: list[Problem]
) -> Written:
    """``written`` without what names unknown entities."""
    facts = {}
    for predicate, found in written.entity.facts.items():
        resolved = (_resolved(written, fact, entities, ontology, problems) for fact in found)
        kept = tuple(fact for fact in resolved if fact is not None)
        if kept:
            facts[predicate] = kept
    myths = tuple(
        m
        for i, m in enumerate(written.entity.myths)
        if not _lost(written, i, m, entities, ontology, problems)
    )
    return replace(written, entity=replace(written.entity, facts=facts, myths=myths))


def _resolved(
    written: Written, fact: Fact, entities: Mapping[str, Written], ontology: Ontology, problems: list[Problem]
) -> Fact | None:
    """``fact`` without unknown members; None if it says nothing, or something else, without them."""
    unknown: dict[str, list[str]] = {}
    for name, key in references(fact, ontology):
        place = written.at(f"{fact.id}/{name}/{key}", f"{fact.id}/{name}", fact.id)
        where = f"{fact.entity}: {fact.predicate}" + ("" if name == "value" else f": {name}")
        if key in entities:
            allowed = ontology.predicates[fact.predicate].range_of(name)
            problems += _out_of_range(place, where, entities[key].entity, allowed)
        else:
            problems.append(Problem.at(place, "unknown-entity", f"{where}: no entity has the id {key!r}"))
            unknown.setdefault(name, []).append(key)
    if any(name in _ESSENTIAL for name in unknown):
        return None
    return _without(fact, unknown) if unknown else fact


def _without(fact: Fact, unknown: Mapping[str, Sequence[str]]) -> Fact:
    left = {name: tuple(key for key in fact.texts(name) if key not in gone) for name, gone in unknown.items()}
    kept = {name: each for name, each in {**fact.qualifiers, **left}.items() if each != ()}
    return replace(fact, qualifiers=kept)


def _out_of_range(place: Place, where: str, entity: Entity, allowed: tuple[str, ...]) -> list[Problem]:
    if not allowed or entity.type in allowed:
        return []
    message = f"{where}: {entity.id} is of type {entity.type} (expected {', '.join(allowed)})"
    return [Problem.at(place, "range", message)]


def _lost(
    written: Written,
    index: int,
    myth: Myth,
    entities: Mapping[str, Written],
    ontology: Ontology,
    problems: list[Problem],
) -> bool:
    if ontology.predicates[myth.predicate].shape_of("value") != "entity":
        return False
    unknown = [key for key in myth.value or () if key not in entities]
    for key in unknown:
        message = f"{myth.entity}: myths: {myth.predicate}: no entity has the id {key!r}"
        problems.append(Problem.at(written.at(f"myths[{index}]"), "unknown-entity", message))
    return bool(unknown)


def _raise_if_strict(
    problems: Iterable[Problem], files: Iterable[ClaimsFile], strict: bool, strict_from: int | None
) -> None:
    if strict:
        raise_for(problems)
    elif strict_from is not None:
        labels = {file.label for file in files if file.layer >= strict_from}
        raise_for(problem for problem in problems if problem.path in labels)


def digest_of(files: Iterable[ClaimsFile]) -> str:
    """SHA-256 (hex) of names and contents: the same wherever the directories are."""
    digest = hashlib.sha256()
    for file in files:
        try:
            content = file.path.read_bytes()
        except OSError:  # told as a problem where it was to be read
            continue
        digest.update(f"{file.layer} {file.name} {len(content)}\n".encode())
        digest.update(content)
    return digest.hexdigest()


def _label(path: Path) -> str:
    """The path relative to the working directory where it lies inside, else as given."""
    try:
        return path.resolve().relative_to(Path.cwd()).as_posix()
    except ValueError:
        return path.as_posix()
