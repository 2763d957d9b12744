"""What a single case may cost: time of the processor, and memory. More is a failure, not a wait."""

import resource
import signal
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from types import FrameType

from tests.profiles import NAME

SECONDS = {"normal": 10.0, "long": 2.0}[NAME]
"""Of the processor, so that a busy machine fails nothing; the normal profile is for slow ones."""

MEBIBYTES = 500 - 60
"""The interpreter with all modules has 60 before it has read a letter."""


class TooSlow(Exception):
    """The case takes too long."""


def _stop(number: int, frame: FrameType | None) -> None:
    del number, frame
    raise TooSlow(f"more than {SECONDS} seconds of processor time")


def _address_space() -> int:
    """How many bytes of addresses this process has now."""
    pages = Path("/proc/self/statm").read_text(encoding="ascii").split()[0]
    return int(pages) * resource.getpagesize()


@contextmanager
def limited(seconds: float = SECONDS, mebibytes: int = MEBIBYTES) -> Iterator[None]:
    """Raise `TooSlow` or MemoryError inside of what costs too much.

    Memory is limited on Linux only.
    """
    before = resource.getrlimit(resource.RLIMIT_AS)
    handler = signal.signal(signal.SIGPROF, _stop)
    if sys.platform == "linux":
        most = _address_space() + mebibytes * 1024 * 1024
        resource.setrlimit(resource.RLIMIT_AS, (most, before[1]))
    signal.setitimer(signal.ITIMER_PROF, seconds)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_PROF, 0)
        resource.setrlimit(resource.RLIMIT_AS, before)
        signal.signal(signal.SIGPROF, handler)
