"""Build hook: puts claims, rules and the compiled knowledge base into the wheel (``factcheck/_data``)."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface

DATA = "factcheck/_data"
SUFFIXES = (".yaml", ".yml")


class KnowledgeBuildHook(BuildHookInterface[Any]):
    """Adds the data files to a wheel; an editable install reads them from the checkout instead."""

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        if version == "editable":
            return
        root = Path(self.root)
        image = Path(self.directory) / "knowledge.fck"
        _compile(root, image)
        include = build_data["force_include"]
        include[str(image)] = f"{DATA}/knowledge.fck"
        for name in ("claims", "rules"):
            for path in sorted((root / name).rglob("*")):
                if path.suffix in SUFFIXES:
                    include[str(path)] = f"{DATA}/{path.relative_to(root).as_posix()}"

    def finalize(self, version: str, build_data: dict[str, Any], artifact_path: str) -> None:
        (Path(self.directory) / "knowledge.fck").unlink(missing_ok=True)


def _compile(root: Path, image: Path) -> None:
    """Compile the claims of the checkout; any error in them ends the build."""
    sys.path.insert(0, str(root / "src"))
    try:
        from factcheck.knowledge.compile import compile_claims
        from factcheck.knowledge.image import write_atomically
        from factcheck.knowledge.loading import load_claims

        claims = load_claims([root / "claims"], [root / "rules" / "lexicon" / "vocabulary.yaml"])
        write_atomically(image, compile_claims(claims))
    finally:
        sys.path.remove(str(root / "src"))
