"""What one cold scan costs, beside the interpreter and the command-line library that it stands on.

    python benchmarks/cold_start.py [ARTICLE] [--rounds N]

Run it with the interpreter of an environment in which factcheck is installed. Prints CPU time (median and
best), its ratio to the bare interpreter, and peak memory. Linux only: memory is in KB there.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Sequence
from pathlib import Path

from measure import Command, Result, measure

EXAMPLE = Path(__file__).parent.parent / "examples" / "mistakes.md"


def main() -> None:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("article", nargs="?", default=str(EXAMPLE))
    parser.add_argument("--rounds", type=int, default=11)
    options = parser.parse_args()
    _print(measure(commands(options.article), options.rounds))


def commands(article: str) -> list[Command]:
    """What is measured; the first is what the others are compared with."""
    scan = [sys.executable, "-m", "factcheck", "scan", article, "--isolated", "--no-cache"]
    return [
        Command("bare interpreter", [sys.executable, "-c", "pass"]),
        Command("import click", [sys.executable, "-c", "import click"]),
        Command("factcheck --version", [sys.executable, "-m", "factcheck", "--version"]),
        Command("scan, json", [*scan, "--output-format", "json"]),
        Command("scan, full, colour", [*scan, "--output-format", "full", "--color", "always"]),
    ]


def _print(results: Sequence[Result]) -> None:
    print(f"{'':22}{'CPU ms':>9}{'best':>9}{'ratio':>9}{'peak MB':>9}")
    for result in results:
        ratio = result.cpu / results[0].cpu
        print(f"{result.name:22}{result.cpu:9.1f}{result.least_cpu:9.1f}{ratio:9.2f}{result.memory:9.1f}")


if __name__ == "__main__":
    main()
