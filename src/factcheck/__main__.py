"""The command ``factcheck``; the one place where errors meet the user."""

from __future__ import annotations

import gc
import os
import sys
from collections.abc import Sequence

EXIT_CLEAN, EXIT_FINDINGS, EXIT_ERROR, EXIT_INTERRUPTED = 0, 1, 2, 130
NEW_OBJECTS = 100_000
"""So many make the garbage collector look; by default, it looks some hundred times at what one article takes."""


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command and return its exit status."""
    given = list(sys.argv[1:] if arguments is None else arguments)
    if given in (["--version"], ["-V"]):  # answered before click is imported: editors and hooks ask often
        from factcheck.version import VERSION

        print(f"factcheck {VERSION}")
        return EXIT_CLEAN
    if arguments is None:
        gc.set_threshold(NEW_OBJECTS)
    try:
        return _run(given)
    except KeyboardInterrupt:
        return EXIT_INTERRUPTED
    except BrokenPipeError:
        return _reader_left()
    finally:
        if arguments is None:
            gc.freeze()  # the process ends: nothing is worth looking for any more


def _run(arguments: list[str]) -> int:
    from factcheck.errors import FactcheckError

    try:
        from factcheck.cli.app import run

        status = run(arguments)
        sys.stdout.flush()
    except FactcheckError as error:
        print(f"factcheck: error: {error.message}", file=sys.stderr)
        return EXIT_ERROR
    except OSError as error:
        if isinstance(error, BrokenPipeError):
            raise
        print(f"factcheck: error: {error}", file=sys.stderr)
        return EXIT_ERROR
    except Exception as error:
        if os.environ.get("FACTCHECK_DEBUG"):
            raise
        hint = "a fault of factcheck itself; FACTCHECK_DEBUG=1 shows where, please report it"
        print(f"factcheck: error: {type(error).__name__}: {error} ({hint})", file=sys.stderr)
        return EXIT_ERROR
    return status


def _reader_left() -> int:
    """Whoever read our output has closed it (``| head``): say nothing, not even at the interpreter's end."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
    return EXIT_FINDINGS


if __name__ == "__main__":
    sys.exit(main())
