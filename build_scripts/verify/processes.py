"""Share work among processes."""

import gc
import os
import signal
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from contextlib import contextmanager
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
            for result in _shared(processes, function, work):
                done += 1
                yield result
        except (BrokenProcessPool, ImportError, NotImplementedError):
            pass
    yield from map(function, work[done:])


def _shared(
    processes: int, function: Callable[[Work], Result], work: Sequence[Work]
) -> Iterator[Result]:
    with ProcessPoolExecutor(processes, initializer=_begin) as executor:
        try:
            # Ctrl-C reaches all processes. It must not end one that has just begun, nor leave one
            # behind that this process does not know yet.
            with _interruptions_wait():
                futures = [executor.submit(function, piece) for piece in work]
            for future in futures:
                yield future.result()
        except BaseException:
            executor.shutdown(cancel_futures=True)
            raise


@contextmanager
def _interruptions_wait() -> Iterator[None]:
    """Let Ctrl-C wait; processes that begin meanwhile never hear of it."""
    if not hasattr(signal, "pthread_sigmask"):  # on Windows
        yield
        return
    before = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)


def _begin() -> None:
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    # The memory of the first process is shared until somebody writes to it, which the collector of
    # garbage would do to every object.
    gc.freeze()
