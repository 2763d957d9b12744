"""The same site built in one go and in parts, which several tests read."""

import os
from pathlib import Path
from subprocess import CompletedProcess
from unittest import mock

from build_scripts.shards.assemble import assemble
from build_scripts.shards.find import find
from build_scripts.shards.join import join
from build_scripts.shards.part import Part, parts
from build_scripts.shards.run import render_command
from build_scripts.shards.work import Work, work_in
from tests.mkdocs_runs import replace
from tests.ready_process import run_ready
from tests.shards.many_readings import VARIABLES, write

SITES = "sites-in-parts"
COUNTS = (1, 2, 4)


def build_sites(folder: Path) -> None:
    """Build the site with a whole index, with one in pieces, and so in each number of parts."""
    with mock.patch.dict(os.environ, VARIABLES, clear=True):
        for name in ("whole", "pieces"):
            root = write(folder / name) if name == "whole" else _with_pieces(folder / name)
            built = run_ready("mkdocs", "build", "--strict", "-q", folder=root, variables=VARIABLES)
            assert (built.returncode, built.stderr) == (0, "")
        for count in COUNTS:
            work = found_and_joined(_with_pieces(folder / str(count)), count)
            for part in parts(count):
                rendered = render(work, part)
                assert (rendered.returncode, rendered.stdout + rendered.stderr) == (0, "")
            assert assemble(work, count).diagnostics == ()


def _with_pieces(root: Path) -> Path:
    write(root)
    option = "  - readings: {largest_search_index: 0}\n"
    replace(root / "mkdocs.yml", "  - readings\n", option)
    return root


def found_and_joined(root: Path, count: int) -> Work:
    """A build in parts after its first two steps."""
    work = work_in(root)
    for part in parts(count):
        find(work, part)
    assert join(work, count, is_strict=True) == ((), True)
    return work


def render(work: Work, part: Part, *, is_strict: bool = True) -> CompletedProcess[str]:
    """What `readings shard render` runs, in a process that has everything loaded."""
    command = render_command(work, part, is_strict=is_strict)
    return run_ready(*command, folder=work.root, variables=VARIABLES)
