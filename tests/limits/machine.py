"""A machine that refuses: no right to write, no room on the disk, an interruption."""

import ctypes
import os
import resource
import signal
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

from tests.mkdocs_runs import PROJECT, environment
from tests.ready_process import run_ready

READINGS = (sys.executable, "-m", "build_scripts")
MKDOCS_BUILD = (sys.executable, "-m", "mkdocs", "build", "--quiet")
MAKE_BUILD = (sys.executable, "-m", "build_scripts.mkdocs_plugin.run_mkdocs", "build", "--quiet")
MKDOCS_SERVE = (sys.executable, "-m", "mkdocs", "serve", "--dev-addr", "127.0.0.1:0")

PATIENCE_SECONDS = 600
"""For a command of a few seconds, on a machine that is busy with much else."""

_DROP_FROM_BOUNDING_SET = 24
_OVERRIDE_RIGHTS, _READ_ANYTHING = 1, 2


def with_rights_of_files() -> None:
    """Before a command: what the rights of files forbid is forbidden to root as well."""
    if os.geteuid() == 0:
        for capability in (_OVERRIDE_RIGHTS, _READ_ANYTHING):
            ctypes.CDLL(None).prctl(_DROP_FROM_BOUNDING_SET, capability, 0, 0, 0)


def with_files_up_to(size: int) -> Callable[[], None]:
    """Before a command: a file can have this many bytes, as if the disk were full then."""

    def limit() -> None:
        signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
        resource.setrlimit(resource.RLIMIT_FSIZE, (size, size))

    return limit


def begun(
    command: tuple[str, ...],
    project: Path,
    before: Callable[[], None] | None = None,
    **variables: str,
) -> subprocess.Popen[str]:
    """A command that runs in a project; what it says on both streams can be read together."""
    return subprocess.Popen(
        command,
        cwd=project,
        env=environment(PYTHONPATH=str(PROJECT), **variables),
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        preexec_fn=before,  # noqa: PLW1509 - the tests have one thread
    )


def outcome(
    command: tuple[str, ...],
    project: Path,
    before: Callable[[], None] | None = None,
    **variables: str,
) -> tuple[int, str]:
    """The exit status of such a command, and all that it says."""
    if before is None:
        _, _, module, *arguments = command
        done = run_ready(module, *arguments, folder=project, variables=environment(**variables))
        return done.returncode, done.stderr + done.stdout
    with begun(command, project, before, **variables) as process:
        said, _ = process.communicate(timeout=PATIENCE_SECONDS)
    return process.returncode, said


def allow(folder: Path, *, writing: bool) -> None:
    """Allow or forbid writing to a folder and all in it."""
    for path in (folder, *folder.rglob("*")):
        if not path.is_symlink():
            path.chmod(path.stat().st_mode & ~0o222 | (0o200 if writing else 0))
