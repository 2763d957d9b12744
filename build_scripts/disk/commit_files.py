"""The files of a project as they were at a commit, beside the working tree and without touching it.

The only module that knows git.
"""

import os
import shutil
import subprocess
from pathlib import Path
from typing import NamedTuple

_FOLDERS = ("annotations", "seeds")


class GitError(Exception):
    """Git could not do what was asked; the message says why, in a line or a few."""


class NoSuchCommitError(GitError):
    """Nothing has this name."""


class Commit(NamedTuple):
    """A commit.

    Attributes:
        id: its hash, in full.
        short_id: the beginning of it.
    """

    id: str
    short_id: str


def starting_point(root: Path, base: str) -> Commit:
    """The commit that a proposal is to be compared with.

    That is where it branched off from a base: what others have added there since is no part of the
    proposal. Of commits that have no history in common, the base itself.

    Args:
        root: the project's folder.
        base: a branch, tag or commit.

    Raises:
        NoSuchCommitError: nothing has this name.
        GitError: there is no git, or no repository.
    """
    named = f"{base}^{{commit}}"
    try:
        tip = _git(root, "rev-parse", "--verify", "--end-of-options", named).strip()
    except GitError as error:
        # What git says of an unknown name is about its own options.
        if "Needed a single revision" in str(error) or "unknown revision" in str(error):
            raise NoSuchCommitError(
                f"there is no commit, branch or tag `{base}` here; in a clone with a part of the "
                "history, fetch it first"
            ) from error
        raise
    try:
        common = _git(root, "merge-base", tip, "HEAD").strip()
    except GitError:
        common = tip
    return Commit(common, _git(root, "rev-parse", "--short", common).strip())


def write_files(root: Path, commit: Commit, folder: Path) -> Path:
    """Write a project's files as they were at a commit, with conversions of line ends and the like.

    Args:
        root: the project's folder, anywhere in the working tree.
        commit: the commit.
        folder: an empty one.

    Returns:
        The folder of the project in it.

    Raises:
        GitError: git could not.
    """
    inside = _git(root, "rev-parse", "--show-prefix").strip("\n")
    # An index of its own: that of the working tree stays as it is.
    index = {"GIT_INDEX_FILE": str(folder / "index")}
    _git(root, "read-tree", commit.id, environment=index)
    names = _git(root, "ls-files", "-z", "--", *_FOLDERS, environment=index)
    written = folder / "files"
    written.mkdir()
    _git(
        root,
        "checkout-index",
        "-z",
        "--stdin",
        f"--prefix={written}/",
        environment=index,
        given=names,
    )
    project = written / inside
    project.mkdir(parents=True, exist_ok=True)
    return project


def other_changed_files(root: Path, commit: Commit) -> tuple[str, ...]:
    """The paths that differ from a commit and hold neither texts nor annotations, sorted.

    Relative to the repository; files that git ignores do not count.

    Raises:
        GitError: git could not.
    """
    inside = _git(root, "rev-parse", "--show-prefix").strip("\n")
    top = Path(_git(root, "rev-parse", "--show-toplevel").strip("\n"))
    changed = _git(top, "diff", "--name-only", "--no-renames", "-z", commit.id, "--")
    new = _git(top, "ls-files", "--others", "--exclude-standard", "-z")
    ours = tuple(f"{inside}{name}/" for name in _FOLDERS)
    paths = {path for path in (changed + new).split("\0") if path}
    return tuple(sorted(path for path in paths if not path.startswith(ours)))


def _git(
    folder: Path, *arguments: str, environment: dict[str, str] | None = None, given: str = ""
) -> str:
    """What git prints.

    Raises:
        GitError: it failed, or is not there.
    """
    program = shutil.which("git")
    if program is None:
        raise GitError("git is needed to compare with an earlier state, and was not found")
    outcome = subprocess.run(
        [program, "-C", str(folder), *arguments],
        env=os.environ | {"LC_ALL": "C", **(environment or {})},
        input=given,
        capture_output=True,
        text=True,
        encoding="utf-8",
        errors="surrogateescape",
        check=False,
    )
    if outcome.returncode != 0:
        said = outcome.stderr.strip().removeprefix("fatal: ")
        raise GitError(said or f"git {arguments[0]} failed")
    return outcome.stdout
