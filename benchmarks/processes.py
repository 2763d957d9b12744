"""Running a command and seeing what it cost. Works where there is `os.wait4`: not on Windows."""

import os
import subprocess
import sys
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

PROJECT = Path(__file__).resolve().parent.parent


@dataclass(frozen=True, slots=True)
class Cost:
    """What a process used.

    Attributes:
        cpu: seconds of CPU time, of the user and of the system, its own children included.
        peak: mebibytes of memory at the most.
    """

    cpu: float
    peak: float


def run_python(*arguments: str) -> tuple[str, Cost]:
    """Run Python in a process of its own.

    Args:
        arguments: of the interpreter, such as ``-m mkdocs build``.

    Returns:
        What it printed on standard output, and what it cost.

    Raises:
        RuntimeError: it failed; the message holds what it printed.
    """
    command: Sequence[str] = (sys.executable, *arguments)
    environment = {
        **os.environ,
        "NO_MKDOCS_2_WARNING": "1",
        "SOURCE_DATE_EPOCH": "1700000000",
        # The modules of the benchmark itself, which no installation puts on the path.
        "PYTHONPATH": os.pathsep.join(filter(None, (str(PROJECT), os.environ.get("PYTHONPATH")))),
    }
    with subprocess.Popen(
        command,
        env=environment,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        encoding="utf-8",
    ) as process:
        printed = process.stdout.read() if process.stdout is not None else ""
        _, status, usage = os.wait4(process.pid, 0)
        process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode:
        raise RuntimeError(f"{' '.join(command)} failed:\n{printed}")
    return printed, Cost(usage.ru_utime + usage.ru_stime, mebibytes(usage.ru_maxrss))


def mebibytes(maximum_resident_set: int) -> float:
    """The figure of the operating system in MiB: Linux counts kibibytes, macOS bytes."""
    return maximum_resident_set / (2**20 if sys.platform == "darwin" else 2**10)
