"""Processes measured in turn: every command once a round, so that a slow spell of the machine hits all alike.

Memory is that of the measured process, but no less than that of the measuring one (so the kernel counts).
"""

from __future__ import annotations

import os
import subprocess
from collections.abc import Mapping, Sequence
from statistics import median
from typing import NamedTuple

# Whatever the caller has set, modules are compiled in the first round and read from then on.
COMPILED_ONCE = {"PYTHONDONTWRITEBYTECODE": ""}


class Command(NamedTuple):
    """A command to measure; ``environment`` adds to that of this process."""

    name: str
    arguments: Sequence[str]
    environment: Mapping[str, str] = {}


class Run(NamedTuple):
    """One process: CPU time of user and system in milliseconds, greatest resident memory in MB."""

    cpu: float
    memory: float


class Result(NamedTuple):
    """The runs of one command."""

    name: str
    runs: Sequence[Run]

    @property
    def cpu(self) -> float:
        return median(run.cpu for run in self.runs)

    @property
    def least_cpu(self) -> float:
        return min(run.cpu for run in self.runs)

    @property
    def memory(self) -> float:
        return max(run.memory for run in self.runs)


def measure(commands: Sequence[Command], rounds: int) -> list[Result]:
    """All commands, ``rounds`` times in turn, after a round that warms the file cache."""
    runs: dict[str, list[Run]] = {command.name: [] for command in commands}
    for turn in range(rounds + 1):
        for command in commands:
            run = _run(command)
            if turn:
                runs[command.name].append(run)
    return [Result(name, found) for name, found in runs.items()]


def _run(command: Command) -> Run:
    process = subprocess.Popen(
        command.arguments,
        env={**os.environ, **COMPILED_ONCE, **command.environment},
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    _, status, usage = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode not in (0, 1):  # 1: findings
        raise SystemExit(f"{command.name}: exit status {process.returncode}; run it by hand to see why")
    return Run((usage.ru_utime + usage.ru_stime) * 1000, usage.ru_maxrss / 1024)
