"""Read a project as it was at an earlier commit, for the commands that compare with it."""

import tempfile
from pathlib import Path
from typing import NamedTuple

from build_scripts import pipeline
from build_scripts.commands.command import UsageError
from build_scripts.commands.console import tell
from build_scripts.disk.commit_files import (
    Commit,
    GitError,
    NoSuchCommitError,
    starting_point,
    write_files,
)


class EarlierState(NamedTuple):
    """A commit, and the project as it was there, with drafts."""

    commit: Commit
    checked: pipeline.Checked


def earlier_state(root: Path, base: str) -> EarlierState | None:
    """The project at the commit where the present work branched off from a base.

    Returns:
        None if there is no git or no repository; why has been told.

    Raises:
        UsageError: there is no such base.
    """
    try:
        with tempfile.TemporaryDirectory(prefix="readings-") as folder:
            commit = starting_point(root, base)
            files = write_files(root, commit, Path(folder))
            return EarlierState(commit, pipeline.check(files, with_drafts=True))
    except NoSuchCommitError as error:
        raise UsageError(str(error)) from error
    except GitError as error:
        for line in str(error).split("\n"):
            tell(line)
        return None
