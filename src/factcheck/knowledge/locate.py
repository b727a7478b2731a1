"""Where the knowledge base is: packaged, or compiled from a checkout and a user's own directories.

An installed factcheck carries the compiled image. Anything else is compiled when it is first needed and
kept in the user's cache, so that YAML is read again only when a file has changed; whether one has is told
from names, sizes and times alone.
"""

from __future__ import annotations

import os
import sys
import zlib
from collections.abc import Iterator, Sequence
from contextlib import suppress
from typing import TYPE_CHECKING

from factcheck.knowledge.image import FORMAT_VERSION, ImageError, write_atomically
from factcheck.knowledge.index import Knowledge
from factcheck.knowledge.problems import KnowledgeError

if TYPE_CHECKING:
    from pathlib import Path

IMAGE = "knowledge.fck"
KEPT_IMAGES = 8
_PACKAGE = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))


def open_knowledge(extra_claims: Sequence[Path] = (), *, strict: bool = False) -> Knowledge:
    """The knowledge base, extended by the directories (or files) of ``extra_claims`` in their order.

    Errors in ``extra_claims`` raise KnowledgeError; those in the claims of a checkout do too if ``strict``,
    otherwise what they concern is left out and counted in ``Knowledge.skipped``.
    """
    if not extra_claims:
        try:
            return Knowledge.open(os.path.join(data_directory(), IMAGE))
        except ImageError:
            pass  # a checkout, or an image of another version: compile
    return open_directories([claims_directory(), *extra_claims], strict=strict, strict_from=1)


def open_directories(
    directories: Sequence[str | os.PathLike[str]], *, strict: bool = True, strict_from: int | None = None
) -> Knowledge:
    """The knowledge base of these directories alone, from the cache if possible; the first holds an ontology.

    Raises KnowledgeError; for ``strict`` and ``strict_from`` see ``loading.load_claims``.
    """
    roots = [os.path.abspath(directory) for directory in directories]
    cache = os.path.join(cache_directory(), "knowledge")
    note = os.path.join(cache, f"{zlib.crc32(repr((roots, strict, strict_from)).encode()):08x}.files")
    stamp = _stamp(roots)
    try:
        return Knowledge.open(os.path.join(cache, _noted_image(note, stamp)))
    except (OSError, ImageError):
        content, name = _compile(roots, strict, strict_from)
    try:
        knowledge = _kept(os.path.join(cache, name), content)
        write_atomically(note, f"{name}\n{stamp}".encode())
        _forget_old(cache, name)
        return knowledge
    except (OSError, ImageError):  # the cache cannot be written
        return Knowledge.from_bytes(content)


def data_directory() -> str:
    """Where an installed package carries its compiled data; a checkout has no such directory."""
    return os.path.join(_PACKAGE, "_data")


def claims_directory() -> str:
    """The directory of the packaged claims. Raises KnowledgeError if there is none."""
    return _data_directory("claims")


def rules_directory() -> str:
    """The directory of the packaged rules. Raises KnowledgeError if there is none."""
    return _data_directory("rules")


def sentences_directory() -> str:
    """The directory of the constructions for made sentences. Raises KnowledgeError if there is none."""
    return _data_directory("sentences")


def vocabulary_file() -> str:
    """The packaged vocabulary."""
    return os.path.join(rules_directory(), "lexicon", "vocabulary.yaml")


def cache_directory() -> str:
    """Where caches are kept: ``FACTCHECK_CACHE_DIR``, else the place that the system has for them."""
    own = os.environ.get("FACTCHECK_CACHE_DIR")
    if own:
        return own
    if sys.platform == "win32":
        base = os.environ.get("LOCALAPPDATA") or os.path.expanduser("~\\AppData\\Local")
    elif sys.platform == "darwin":
        base = os.path.expanduser("~/Library/Caches")
    else:
        base = os.environ.get("XDG_CACHE_HOME") or os.path.expanduser("~/.cache")
    return os.path.join(base, "factcheck")


def _data_directory(name: str) -> str:
    """``_data`` of an installed package, else the checkout in which ``src/factcheck`` stands."""
    checkout = os.path.dirname(os.path.dirname(_PACKAGE))
    for directory in (os.path.join(data_directory(), name), os.path.join(checkout, name)):
        if os.path.isdir(directory):
            return directory
    raise KnowledgeError(f"no {name} found beside {_PACKAGE}: is factcheck installed completely?")


def _noted_image(note: str, stamp: str) -> str:
    """The name of the image compiled from files that look like ``stamp``. Raises OSError if there is none."""
    with open(note, encoding="utf-8") as file:
        name, _, known = file.read().partition("\n")
    if known != stamp:
        raise FileNotFoundError(note)
    return name


def _compile(roots: Sequence[str], strict: bool, strict_from: int | None) -> tuple[bytes, str]:
    """The image of the directories, and its name in the cache."""
    from pathlib import Path

    from factcheck.knowledge.compile import compile_claims
    from factcheck.knowledge.loading import load_claims

    paths = [Path(root) for root in roots]
    claims = load_claims(paths, [Path(vocabulary_file())], strict=strict, strict_from=strict_from)
    content = compile_claims(claims)
    return content, f"{claims.digest[:32]}-{zlib.crc32(content):08x}.fck"


def _kept(path: str, content: bytes) -> Knowledge:
    """The image at ``path``, written if it is not there yet (Windows replaces no file that is in use)."""
    try:
        return Knowledge.open(path)
    except ImageError:
        write_atomically(path, content)
        return Knowledge.open(path)


def _stamp(roots: Sequence[str]) -> str:
    """Names, sizes and times of all files that the result depends on, our own code among them."""
    code = os.path.join(_PACKAGE, "knowledge")
    others = [vocabulary_file(), os.path.join(_PACKAGE, "folding.py"), os.path.join(_PACKAGE, "_t2s.py")]
    lines = [f"format {FORMAT_VERSION}"]
    for root in (*roots, code, *others):
        lines += sorted(_file_stamps(root))
    return "\n".join(lines)


def _file_stamps(root: str) -> Iterator[str]:
    if os.path.isfile(root):
        yield _file_stamp(root, os.stat(root))
    elif not os.path.isdir(root):
        raise KnowledgeError(f"{root}: no such directory of claims")
    else:
        yield from _directory_stamps(root)


def _directory_stamps(root: str) -> Iterator[str]:
    with os.scandir(root) as entries:
        for entry in entries:
            if entry.name.startswith("."):
                continue
            if entry.is_dir(follow_symlinks=False):
                yield from _directory_stamps(entry.path)
            elif entry.name.endswith((".yaml", ".yml", ".py")):
                with suppress(FileNotFoundError):  # an editor's file, gone already
                    yield _file_stamp(entry.path, entry.stat())


def _file_stamp(path: str, status: os.stat_result) -> str:
    return f"{path} {status.st_size} {status.st_mtime_ns}"


def _forget_old(cache: str, current: str) -> None:
    """Keep the images that were written last, and the current one."""
    images = [entry for entry in os.scandir(cache) if entry.name.endswith(".fck") and entry.name != current]
    images.sort(key=lambda entry: entry.stat().st_mtime_ns, reverse=True)
    for entry in images[KEPT_IMAGES:]:
        os.unlink(entry.path)
