"""From the paths on the command line to the files to scan."""

from __future__ import annotations

import os

from factcheck.errors import FactcheckError
from factcheck.light import dataclass

TYPE_CHECKING = False  # neither typing nor pathspec is imported unless needed: this runs on every scan
if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from pathspec import GitIgnoreSpec

SUFFIXES = (".md", ".markdown", ".mdx", ".txt", ".html", ".htm", ".ipynb", ".rst")
"""What is picked up in a directory, in any case of letters."""

IGNORE_FILES = (".gitignore", ".factcheckignore")
"""Read in every directory; the later one has the last word."""

_SKIPPED = frozenset({"node_modules", "venv", "__pycache__", "site-packages"})


def discover(paths: Iterable[str]) -> list[str]:
    """The files to scan, in the order of the paths and by name within a directory, none of them twice.

    A file is taken whatever its name and whatever ignores it. A directory is walked: the files of
    ``SUFFIXES`` are picked up; hidden entries, virtual environments, ``node_modules`` and what ``.gitignore`` or
    ``.factcheckignore`` exclude are not, and links to directories are not followed. Raises FactcheckError for
    a path that does not exist or cannot be read, and for a directory without anything to scan.
    """
    found: dict[str, str] = {}
    for path in paths:
        for name in _files_of(os.fspath(path)):
            found.setdefault(os.path.abspath(name), name)
    return list(found.values())


def _files_of(path: str) -> list[str]:
    if os.path.isdir(path):
        found = list(_walk(path, _inherited_ignores(path)))
        if not found:
            looked = f"looked for {', '.join(SUFFIXES)}; hidden and ignored files are left out"
            raise FactcheckError(
                f"{path}: no file to scan in this directory ({looked}). Name another one, or the files."
            )
        return found
    if os.path.isfile(path):
        if not os.access(path, os.R_OK):
            raise FactcheckError(f"{path}: cannot be read: permission denied. Check its permissions.")
        return [path]
    if os.path.lexists(path):
        raise FactcheckError(f"{path}: neither a file nor a directory. Name a Markdown file or a directory.")
    raise FactcheckError(f"{path}: no such file or directory. Check the spelling and the current directory.")


@dataclass(frozen=True, slots=True)
class _Ignores:
    """The ignore files in force in a directory, outermost first, each with the directory it stands in."""

    specs: tuple[tuple[str, GitIgnoreSpec], ...] = ()

    def with_files_of(self, directory: str, names: Iterable[str]) -> _Ignores:
        """Those of a directory as well, of which the file names are given."""
        present = set(names)
        files = [name for name in IGNORE_FILES if name in present]
        if not files:
            return self
        return _Ignores(
            (*self.specs, *((directory, _read_spec(os.path.join(directory, name))) for name in files))
        )

    def exclude(self, path: str, is_directory: bool) -> bool:
        """Whether a path is ignored. The innermost file that has a word on it decides."""
        for directory, spec in reversed(self.specs):
            relative = os.path.relpath(path, directory).replace(os.sep, "/") + ("/" if is_directory else "")
            verdict = spec.check_file(relative).include
            if verdict is not None:
                return verdict
        return False


def _read_spec(path: str) -> GitIgnoreSpec:
    from pathspec import GitIgnoreSpec

    try:
        with open(path, encoding="utf-8-sig", errors="surrogateescape") as file:
            return GitIgnoreSpec.from_lines(file.read().splitlines())
    except OSError as error:
        raise FactcheckError(f"{path}: cannot be read: {error.strerror}. Check its permissions.") from error
    except ValueError as error:
        raise FactcheckError(
            f"{path}: {error}. Mend the pattern, as git would not understand it either."
        ) from error


def _inherited_ignores(path: str) -> _Ignores:
    """The ignore files above a directory, up to the root of its git repository; none outside a repository.

    If they exclude the very directory that the user named, they do not count.
    """
    above: list[str] = []
    directory = os.path.abspath(path)
    while not os.path.exists(os.path.join(directory, ".git")):
        parent = os.path.dirname(directory)
        if parent == directory:
            return _Ignores()
        above.append(parent)
        directory = parent
    ignores = _Ignores()
    for directory in reversed(above):
        present = [name for name in IGNORE_FILES if os.path.isfile(os.path.join(directory, name))]
        ignores = ignores.with_files_of(directory, present)
    return _Ignores() if ignores.specs and ignores.exclude(os.path.abspath(path), True) else ignores


def _walk(directory: str, ignores: _Ignores) -> Iterator[str]:
    try:
        with os.scandir(directory) as entries:
            found = sorted(entries, key=lambda entry: entry.name)
    except OSError as error:
        raise FactcheckError(
            f"{directory}: cannot be listed: {error.strerror}. Check its permissions."
        ) from error
    ignores = ignores.with_files_of(os.path.abspath(directory), (entry.name for entry in found))
    for entry in found:
        if entry.name.startswith("."):
            continue
        if entry.is_dir(follow_symlinks=False):
            if not _is_skipped(entry) and not _is_ignored(entry, ignores):
                yield from _walk(entry.path, ignores)
        elif entry.name.lower().endswith(SUFFIXES) and entry.is_file() and not _is_ignored(entry, ignores):
            yield entry.path


def _is_skipped(entry: os.DirEntry[str]) -> bool:
    return entry.name in _SKIPPED or os.path.exists(os.path.join(entry.path, "pyvenv.cfg"))


def _is_ignored(entry: os.DirEntry[str], ignores: _Ignores) -> bool:
    if not ignores.specs:
        return False
    return ignores.exclude(os.path.abspath(entry.path), entry.is_dir(follow_symlinks=False))
