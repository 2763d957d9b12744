"""Run the steps of a build on a cluster of Dask (https://distributed.dask.org).

The scheduler, the sending of tasks and what happens when a machine is lost are Dask's: a task whose
worker is lost is done again by another one. Each step writes its files whole, and the same input
gives the same bytes, so it does no harm to do a step twice.

Every worker needs this generator, and the project and the work folder under the same paths, as on
a shared disk. A worker that has other files or another version of the generator is noticed by the
fingerprints in the data (`data_files`).
"""

from collections.abc import Iterator
from concurrent.futures import Executor
from contextlib import contextmanager
from typing import Any

SECONDS_TO_ANSWER = 10
"""How long a scheduler may take to answer."""


class NoCluster(Exception):
    """No cluster can be used; the message tells the person who asked for it why."""


@contextmanager
def executor_on(address: str) -> Iterator[Executor]:
    """The workers of a cluster as an executor of the standard library's kind.

    Args:
        address: of the scheduler, such as ``tcp://10.0.0.7:8786``.

    Raises:
        NoCluster: Dask is not installed, nobody answers, or a task ended several workers.
    """
    try:
        import distributed  # noqa: PLC0415 - an optional library
    except ImportError:
        raise NoCluster("Dask is not installed: pip install 'annotated-readings[dask]'") from None
    try:
        connect: Any = distributed.Client
        client = connect(address, timeout=SECONDS_TO_ANSWER)
    except (OSError, ValueError) as error:
        raise NoCluster(f"no scheduler of Dask answers at {address}: {error}") from None
    with client:
        try:
            yield client.get_executor()
        except distributed.KilledWorker as error:
            raise NoCluster(f"a step ended several workers one after the other: {error}") from None
