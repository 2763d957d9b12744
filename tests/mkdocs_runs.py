"""MkDocs as its users run it: `mkdocs build` and `mkdocs serve` on a small project of the tests."""

import os
import re
import shutil
import socket
import subprocess
import sys
import tempfile
import time
import urllib.error
import urllib.request
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from threading import Thread

from tests.ready_process import run_ready

PROJECT = Path(__file__).resolve().parent.parent
SMALL_PROJECT = PROJECT / "tests" / "browser" / "project"
PATIENCE_SECONDS = 60.0
# Longer than the server takes to look at all files again, and to begin a build.
QUIET_SECONDS = 2.0


def settings_of_project() -> str:
    """This project's own mkdocs.yml, without its `nav`: other projects have other pages."""
    text = (PROJECT / "mkdocs.yml").read_text(encoding="utf-8")
    before, nav, _ = text.partition("\n# Only the pages written by hand.")
    assert nav, "the comment before `nav` in mkdocs.yml has other words now"
    return before


def small_project(folder: Path) -> Path:
    """A copy of the small project, with the settings of this project's own mkdocs.yml."""
    shutil.copytree(SMALL_PROJECT, folder, dirs_exist_ok=True)
    write(folder / "mkdocs.yml", settings_of_project())
    return folder


def write(path: Path, text: str) -> None:
    """Write a file, and the folders above it."""
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")


def replace(path: Path, old: str, new: str) -> None:
    """Save a file with other words at one place."""
    text = path.read_text(encoding="utf-8")
    assert text.count(old) == 1, f"{old!r} stands {text.count(old)} times in {path}"
    path.write_text(text.replace(old, new), encoding="utf-8")


def environment(**variables: str) -> dict[str, str]:
    """The variables of this process, without those that change a site, and with others."""
    inherited = {
        name: value
        for name, value in os.environ.items()
        if name not in {"OFFLINE", "REPOSITORY", "SITE_URL", "SOURCE_DATE_EPOCH"}
    }
    return inherited | {"NO_MKDOCS_2_WARNING": "1", "PYTHONUNBUFFERED": "1"} | variables


def mkdocs_build(
    project: Path, *options: str, **variables: str
) -> subprocess.CompletedProcess[str]:
    """Run `mkdocs build`; its log, and nothing else, is in the value's `stderr`."""
    return run_ready(
        "mkdocs", "build", *options, folder=project, variables=environment(**variables)
    )


def mkdocs_build_anew(
    project: Path, *options: str, **variables: str
) -> subprocess.CompletedProcess[str]:
    """The same in a process that loads everything itself, with a seed of hashes of its own."""
    return subprocess.run(
        [sys.executable, "-m", "mkdocs", "build", *options],
        cwd=project,
        env=environment(**variables),
        capture_output=True,
        text=True,
        check=False,
    )


def build_with(folder: Path, files: Mapping[str, str], *options: str, **variables: str) -> None:
    """Build the small project, with more files or others, in an empty folder."""
    project = small_project(folder)
    for path, content in files.items():
        write(project / path, content)
    outcome = mkdocs_build(project, *options, **variables)
    assert outcome.returncode == 0, outcome.stderr


def build_edition(project: Path, *options: str) -> None:
    """Build and pack a project's offline edition, as `make offline` does."""
    outcome = mkdocs_build(project, *options, OFFLINE="true")
    assert outcome.returncode == 0, outcome.stderr
    packed = run_ready("build_scripts", "archive", folder=project, variables=environment())
    assert packed.returncode == 0, packed.stderr


def tree(folder: Path) -> dict[str, bytes]:
    """All files of a folder, by their path in it."""
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in sorted(folder.rglob("*"))
        if path.is_file()
    }


class Server:
    """A running `mkdocs serve`.

    Attributes:
        origin: where it answers.
        project: what it serves.
        patience: seconds that a build may take.
    """

    def __init__(
        self, process: subprocess.Popen[str], origin: str, project: Path, patience: float
    ) -> None:
        self.origin = origin
        self.project = project
        self.patience = patience
        self._process = process
        self._lines: list[str] = []
        self._reader = Thread(target=self._read, daemon=True)
        self._reader.start()

    def _read(self) -> None:
        assert self._process.stdout is not None
        for line in self._process.stdout:
            self._lines.append(line)

    @property
    def log(self) -> str:
        """What it has said so far."""
        return "".join(self._lines)

    @property
    def pid(self) -> int:
        """The number of its process."""
        return self._process.pid

    @property
    def builds(self) -> int:
        """How many builds it has finished.

        Not counted by “Documentation built in 0.42 seconds”, which MkDocs leaves out where two
        builds take equally long.
        """
        return len(re.findall(r"Serving on|Reloading browsers", self.log))

    def wait_until(self, condition: Callable[[], bool], what: str) -> None:
        """Wait for something to become true, and fail with the log where it does not."""
        end = time.monotonic() + self.patience
        while not condition():
            assert self._process.poll() is None, f"the server ended:\n{self.log}"
            assert time.monotonic() < end, f"waited in vain: {what}\n{self.log}"
            time.sleep(0.03)

    def wait_for_build(self, number: int) -> None:
        """Wait until so many builds are finished, counted from the start."""
        self.wait_until(lambda: self.builds >= number, f"build {number}")

    def stays_quiet(self) -> bool:
        """Whether no further build begins by itself."""
        begun = self.log.count("Building documentation")
        time.sleep(QUIET_SECONDS)
        return self.log.count("Building documentation") == begun == self.builds

    def end(self) -> None:
        """End it, and read what it says to the last."""
        self._process.terminate()
        try:
            self._process.wait(10)
        except subprocess.TimeoutExpired:
            self._process.kill()
        self._reader.join(10)

    def get(self, address: str, timeout: float = 20) -> tuple[int, str]:
        """Status and content of a page, or of what is shown instead of it."""
        try:
            with urllib.request.urlopen(f"{self.origin}/{address}", timeout=timeout) as answer:
                return answer.status, answer.read().decode()
        except urllib.error.HTTPError as error:
            return error.code, error.read().decode()


@contextmanager
def serving(
    project: Path, *options: str, patience: float = PATIENCE_SECONDS, **variables: str
) -> Iterator[Server]:
    """Run `mkdocs serve` on a free port; it answers and watches, and ends with the block."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    command = [sys.executable, "-m", "mkdocs", "serve", "--dev-addr", f"127.0.0.1:{port}", *options]
    with (
        tempfile.TemporaryDirectory() as site,  # MkDocs leaves its own behind where it is ended
        subprocess.Popen(
            command,
            cwd=project,
            env=environment(TMPDIR=site, **variables),
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
        ) as process,
    ):
        server = Server(process, f"http://127.0.0.1:{port}", project, patience)
        try:
            server.wait_until(lambda: "Serving on" in server.log, "the server answers")
            yield server
        finally:
            server.end()
