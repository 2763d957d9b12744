"""The steps on a cluster of Dask: four workers on this machine, one of which is killed at work."""

import os
import threading
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any
from unittest import mock

import pytest

from build_scripts.cli import main
from tests.ready_process import run_ready
from tests.shards.many_readings import VARIABLES, below, write

PATIENCE_SECONDS = 120


@pytest.fixture
def cluster() -> Iterator[Any]:
    distributed: Any = pytest.importorskip("distributed")
    with (
        mock.patch.dict(os.environ, VARIABLES, clear=True),
        distributed.LocalCluster(
            n_workers=4, threads_per_worker=1, processes=True, dashboard_address=None
        ) as cluster,
    ):
        yield cluster


def kill_a_worker_that_renders(address: str, killed: list[str]) -> None:
    """Wait until a worker runs the command of a part, and kill both."""
    distributed: Any = pytest.importorskip("distributed")
    psutil: Any = pytest.importorskip("psutil")
    with distributed.Client(address) as client:
        pids = client.run(os.getpid)
        end = time.monotonic() + PATIENCE_SECONDS
        while not killed and time.monotonic() < end:
            for worker, pid in pids.items():
                for child in psutil.Process(pid).children():
                    if "build_scripts.mkdocs_plugin.run_part" in child.cmdline():
                        psutil.Process(pid).kill()
                        child.kill()
                        killed.append(worker)
                        return
            time.sleep(0.1)


@pytest.mark.filterwarnings("default")
def test_a_killed_worker_loses_nothing(tmp_path: Path, cluster: Any) -> None:
    whole, root = write(tmp_path / "whole"), write(tmp_path / "parts")
    assert run_ready("mkdocs", "build", "-q", folder=whole, variables=VARIABLES).returncode == 0
    address, killed = cluster.scheduler_address, list[str]()
    thread = threading.Thread(target=kill_a_worker_that_renders, args=(address, killed))
    thread.start()

    steps = ["shard", "all", "--parts", "2", "--dask", address, "--root", str(root), "--quiet"]
    status = main(steps)
    thread.join()

    assert status == 0
    assert len(killed) == 1
    for folder in ("docs", "site"):
        assert below(root / folder) == below(whole / folder)
