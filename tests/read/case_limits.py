"""What a single case may cost: work, and memory. More is a failure, not a wait."""

import re
import resource
import signal
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from time import process_time
from types import FrameType

SECONDS = 2.0
"""Of a processor that does `_fixed_work` in `_USUAL_SECONDS`: a measure of work, not of time."""
_USUAL_SECONDS = 0.016
_SLOWEST = 10
"""A processor that seems slower than this is not believed."""

MEBIBYTES = 500 - 60
"""The interpreter with all modules has 60 before it has read a letter."""


class TooSlow(Exception):
    """The case takes too much work."""


def _fixed_work() -> float:
    """Seconds of processor time for work like that of a case.

    The processor's time for the same work doubles while others use its memory and its other half.
    """
    start = process_time()
    text = "a b c d e f " * 2_000
    for _ in range(20):
        sum(len(word) for word in text.split())
        re.findall(r"[a-c]\s", text)
    return process_time() - start


class _Watch:
    """Raises `TooSlow` after so many seconds of work."""

    def __init__(self, seconds: float) -> None:
        self._seconds = seconds
        self._start = process_time()

    def stop_or_wait(self, number: int, frame: FrameType | None) -> None:
        """Called when the time is over: ask how fast the processor is, and wait for the rest."""
        del number, frame
        used = process_time() - self._start
        slowness = min(max(_fixed_work() / _USUAL_SECONDS, 1), _SLOWEST)
        if used >= self._seconds * slowness:
            raise TooSlow(f"more than {self._seconds} seconds of work")
        signal.setitimer(signal.ITIMER_PROF, self._seconds * slowness - used)


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
    handler = signal.signal(signal.SIGPROF, _Watch(seconds).stop_or_wait)
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
