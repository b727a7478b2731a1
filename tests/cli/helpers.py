"""Running the command as a real process."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

SOURCES = Path(__file__).parents[2] / "src"
WRONG = "# BERT\n\n2018年，OpenAI推出了BERT模型。\n"
RIGHT = "# BERT\n\n2018年，谷歌推出了BERT模型。\n"


def factcheck(
    *arguments: str, directory: Path, stdin: bytes = b"", env: dict[str, str] | None = None
) -> subprocess.CompletedProcess[str]:
    """Run ``factcheck`` in a directory; output is decoded as UTF-8, line ends as they are."""
    environment = {
        "PATH": os.environ["PATH"],
        "HOME": os.environ.get("HOME", "/"),
        "PYTHONPATH": str(SOURCES),
        "LANG": "C.UTF-8",
        **(
            {"FACTCHECK_CACHE_DIR": os.environ["FACTCHECK_CACHE_DIR"]}
            if "FACTCHECK_CACHE_DIR" in os.environ
            else {}
        ),
        **(env or {}),
    }
    done = subprocess.run(
        [sys.executable, "-m", "factcheck", *arguments],
        cwd=directory,
        input=stdin,
        capture_output=True,
        env=environment,
        timeout=120,
    )
    return subprocess.CompletedProcess(
        done.args, done.returncode, done.stdout.decode(), done.stderr.decode(errors="replace")
    )
