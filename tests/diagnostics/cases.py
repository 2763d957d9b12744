"""Every mistake, and what the command says of it.

Each folder ``<CODE>/<mistake>/`` holds one mistake that a contributor can make: a small
``project/`` and, in ``expected.txt``, all that the command prints. The mistake is reported at its
place, and nothing is reported that only follows from it. The command is ``check`` unless a
``case.yml`` names another one, of ours or of MkDocs's::

    command: verify

A folder ``before/`` beside the project is its state at the commit ``main`` of a repository, for the
commands that compare.

What cannot, or should not, lie in a repository is made for the case (see `additions`)::

    add:
      - {link: seeds/tale.txt, to: /etc/hostname}
"""

import contextlib
import io
import math
import os
import re
import shlex
import shutil
import subprocess
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any, NamedTuple
from unittest import mock

import yaml

from build_scripts.cli import main
from build_scripts.report import progress_on_stream
from tests.diagnostics.additions import add_to
from tests.ready_process import run_ready

HERE = Path(__file__).parent
FINDING = re.compile(r"\S.*?:\d+:\d+: (error|warning|hint) (\w+) .+")


class Outcome(NamedTuple):
    """What the command did: exit status, and all that it printed."""

    status: int
    printed: str


class Finding(NamedTuple):
    """What the first line of a finding says of its kind."""

    severity: str
    code: str


def all_cases() -> list[Path]:
    """The folders of all cases."""
    return sorted(project.parent for project in HERE.glob("*/*/project"))


def name(case: Path) -> str:
    """``CODE/mistake``."""
    return case.relative_to(HERE).as_posix()


def run(case: Path) -> Outcome:
    """Run the command in a copy of a case's project."""
    with tempfile.TemporaryDirectory() as folder:
        project = Path(folder) / "project"
        if (case / "before").is_dir():
            _commit(case / "before", project)
        shutil.copytree(case / "project", project, symlinks=True, dirs_exist_ok=True)
        settings = _settings(case)
        add_to(project, settings.get("add", ()))
        command = shlex.split(settings.get("command", "check"))
        if command[0] == "mkdocs":
            return _mkdocs(command, project)
        output, errors = io.StringIO(), io.StringIO()
        with (
            contextlib.redirect_stdout(output),
            contextlib.redirect_stderr(errors),
            mock.patch.dict(os.environ, {"NO_COLOR": "1"}),
            # On a busy machine even small projects take long enough for lines of progress.
            mock.patch.object(progress_on_stream, "LINE_SECONDS", math.inf),
        ):
            status = main([*command, "--root", str(project)])
    return Outcome(status, output.getvalue() + errors.getvalue())


def _commit(state: Path, project: Path) -> None:
    """Make a project whose repository has one commit, on the branch ``main``."""
    shutil.copytree(state, project)
    own = ["-c", "user.name=Ann", "-c", "user.email=ann@example.org", "-c", "commit.gpgsign=false"]
    for command in (
        ["init", "--quiet", "--initial-branch=main"],
        ["add", "--all"],
        ["commit", "--quiet", "--message=before"],
    ):
        subprocess.run(["git", "-C", str(project), *own, *command], check=True)


def _mkdocs(command: list[str], project: Path) -> Outcome:
    """What is found in finished pages is found by the publisher."""
    variables = os.environ | {"NO_COLOR": "1", "NO_MKDOCS_2_WARNING": "1"}
    done = run_ready(*command, folder=project, variables=variables)
    return Outcome(done.returncode, done.stderr + done.stdout)


def _settings(case: Path) -> dict[str, Any]:
    settings = case / "case.yml"
    return yaml.safe_load(settings.read_text(encoding="utf-8")) if settings.is_file() else {}


def findings(printed: str) -> Iterator[Finding]:
    """The findings in what the command printed."""
    for line in printed.split("\n"):
        if match := FINDING.fullmatch(line):
            yield Finding(*match.groups())
