"""Readers of other formats: each writes a source as Markdown that knows where in that source it stands.

One parser then reads them all: headings, lists, tables, links and suppressions mean the same everywhere.
"""

from __future__ import annotations

TYPE_CHECKING = False  # typing is slow to import, and this runs on every cold scan
if TYPE_CHECKING:
    from factcheck.document.projection import Projection

READERS = {".html": "html", ".htm": "html", ".ipynb": "notebook", ".rst": "rst"}
"""Suffix of a file name (in lower case) to the module that reads it; all other files are Markdown."""


def projected(source: str, path: str) -> Projection | None:
    """A source as Markdown; None for a file that is Markdown. Raises FactcheckError."""
    dot = path.rfind(".")
    name = READERS.get(path[dot:].lower()) if dot >= 0 else None
    if name is None:
        return None
    from importlib import import_module

    reader = import_module(f"factcheck.document.readers.{name}")
    projection: Projection = reader.project(source, path)
    return projection
