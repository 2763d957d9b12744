"""Get the files of a project as they were at a commit, without touching the working tree.

No other module calls git.
"""

import os
import shutil
import subprocess
from pathlib import Path
from typing import NamedTuple

_FOLDERS = ("annotations", "seeds")


class GitError(Exception):
    """Git failed; the message says why, in one or a few lines."""


class NoSuchCommitError(GitError):
    """There is no commit, branch or tag of this name."""


class Commit(NamedTuple):
    """The full hash of a commit, and the short one."""

    id: str
    short_id: str


def starting_point(root: Path, base: str) -> Commit:
    """The commit at which a proposal branched off from its base: a branch, tag or commit.

    Later commits on the base are not part of the proposal. If the two have no history in common,
    the base itself is returned.

    Raises:
        NoSuchCommitError: `base` does not exist.
        GitError: there is no git, or no repository.
    """
    named = f"{base}^{{commit}}"
    try:
        tip = _git(root, "rev-parse", "--verify", "--end-of-options", named).strip()
    except GitError as error:
        # Git's own message about an unknown name is about options.
        if "Needed a single revision" in str(error) or "unknown revision" in str(error):
            raise NoSuchCommitError(
                f"there is no commit, branch or tag `{base}` here; if this clone has only part "
                "of the history, fetch it first"
            ) from error
        raise
    try:
        common = _git(root, "merge-base", tip, "HEAD").strip()
    except GitError:
        common = tip
    return Commit(common, _git(root, "rev-parse", "--short", common).strip())


def write_files(root: Path, commit: Commit, folder: Path) -> Path:
    """Write the texts and annotations of a project as they were at a commit.

    Git converts line ends and the like as in the working tree.

    Args:
        root: the project's folder, anywhere in the working tree.
        commit: the commit.
        folder: an empty folder to write to.

    Returns:
        The project's folder inside `folder`.
    """
    inside = _git(root, "rev-parse", "--show-prefix").strip("\n")
    # A separate index, so that the index of the working tree stays as it is.
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
    """Changed files that hold neither texts nor annotations, sorted; ignored files do not count.

    Paths are relative to the repository.
    """
    inside = _git(root, "rev-parse", "--show-prefix").strip("\n")
    top = Path(_git(root, "rev-parse", "--show-toplevel").strip("\n"))
    changed = _git(top, "diff", "--name-only", "--no-renames", "-z", commit.id, "--")
    new = _git(top, "ls-files", "--others", "--exclude-standard", "-z")
    ours = tuple(f"{inside}{name}/" for name in _FOLDERS)
    paths = {path for path in (changed + new).split("\0") if path}
    return tuple(sorted(path for path in paths if not path.startswith(ours)))


def user_name(root: Path) -> str | None:
    """The name under which git would record a change of the project, if it knows one."""
    try:
        name = _git(root, "config", "user.name").strip()
    except GitError:
        return None
    return name.encode(errors="surrogateescape").decode(errors="replace") or None


def _git(
    folder: Path, *arguments: str, environment: dict[str, str] | None = None, given: str = ""
) -> str:
    """The output of a git command.

    Raises:
        GitError: it failed, or git is not installed.
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
        message = outcome.stderr.strip().removeprefix("fatal: ")
        raise GitError(message or f"git {arguments[0]} failed")
    return outcome.stdout
