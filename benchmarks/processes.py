"""Run Python in a process and measure its cost, where there is `os.wait4`: not on Windows."""

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
        cpu: seconds of CPU time, user and system, including those of its children.
        peak: the greatest memory use in MiB.
    """

    cpu: float
    peak: float


def run_python(*arguments: str) -> tuple[str, Cost]:
    """Run Python with arguments such as ``-m mkdocs build``: what it printed, and what it cost.

    Raises:
        RuntimeError: the process failed; the message holds what it printed.
    """
    command: Sequence[str] = (sys.executable, *arguments)
    environment = {
        **os.environ,
        "NO_MKDOCS_2_WARNING": "1",
        "SOURCE_DATE_EPOCH": "1700000000",
        # The modules of the benchmark, which are not installed.
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


def cpu_of_tree(pid: int) -> float:
    """CPU seconds, user and system, of a running process and its children, on Linux.

    Children that have ended count if their parent has noticed it.
    """
    folder = Path(f"/proc/{pid}")
    try:
        # The name, in parentheses, may hold blanks. Times are the 14th to the 17th field.
        fields = (folder / "stat").read_text(encoding="utf-8").rpartition(")")[2].split()
        children = [
            int(child)
            for thread in (folder / "task").iterdir()
            for child in (thread / "children").read_text(encoding="utf-8").split()
        ]
    except OSError:  # it has ended meanwhile
        return 0.0
    own = sum(map(int, fields[11:15])) / os.sysconf("SC_CLK_TCK")
    return own + sum(map(cpu_of_tree, children))


def mebibytes(maximum_resident_set: int) -> float:
    """Convert the figure of the operating system to MiB: Linux counts KiB, macOS bytes."""
    return maximum_resident_set / (2**20 if sys.platform == "darwin" else 2**10)
