"""Share work among processes."""

import gc
import os
import signal
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from typing import TypeVar

Work = TypeVar("Work")
Result = TypeVar("Result")


def in_processes(function: Callable[[Work], Result], work: Sequence[Work]) -> Iterator[Result]:
    """The results of a function, in the order of the work, from as many processes as processors.

    The function, the work and the results must be such that processes can exchange them. Where the
    system allows no further processes, or one of them is killed, this process does the rest.
    """
    processes = min(os.cpu_count() or 1, len(work))
    done = 0
    if processes > 1:
        try:
            with ProcessPoolExecutor(processes, initializer=_begin) as executor:
                try:
                    for result in executor.map(function, work):
                        done += 1
                        yield result
                except BaseException:
                    executor.shutdown(wait=False, cancel_futures=True)
                    raise
        except (BrokenProcessPool, ImportError, NotImplementedError):
            pass
    yield from map(function, work[done:])


def _begin() -> None:
    # Ctrl-C reaches all processes; the first one ends the others.
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    # The memory of the first process is shared until somebody writes to it, which the collector of
    # garbage would do to every object.
    gc.freeze()
