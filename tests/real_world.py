"""What is reported of a text with the real knowledge base and rules."""

from __future__ import annotations

from factcheck.document.document import parse_document
from factcheck.engine import Engine


def rules_of(engine: Engine, text: str) -> list[str]:
    """The names of the rules that report something of a text, a name for each finding."""
    return [f.rule for f in engine.scan_document(parse_document(text, path="x.md")).findings]
