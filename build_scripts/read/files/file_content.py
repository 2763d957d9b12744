"""Read the bytes of a file, or say why that is not possible."""

import errno
import os
import stat
from pathlib import Path, PurePosixPath
from typing import NamedTuple

from build_scripts.model.codes import Code


class Obstacle(NamedTuple):
    """The reason why a file is not read.

    Attributes:
        predicate: the rest of a sentence about the file: ``is a folder, not a file``.
    """

    code: Code
    predicate: str
    hint: str


def read_content(root: Path, path: str, largest: int) -> bytes | Obstacle | None:
    """Read a file of the project; links are followed, but never out of its top folder.

    The result is None if there is no such file. `largest` is in bytes.
    """
    try:
        if leads_out(root, path):
            return leading_out(path)
    except (OSError, RuntimeError) as error:
        return _unless_missing(error)
    return content_of(root / path, largest)


def content_of(place: Path, largest: int) -> bytes | Obstacle | None:
    """Read a file anywhere; only regular files are opened.

    Reading a named pipe might never end, and a device may react to being opened. The result is None
    if there is no such file. `largest` is in bytes.
    """
    try:
        information = place.stat()
        if obstacle := _not_a_file(information):
            return obstacle
        if information.st_size > largest:
            return too_large(largest)
        content = read_at_most(place, information.st_size + 1)
        if len(content) > information.st_size:  # it is being written
            content = read_at_most(place, largest + 1)
    except FileNotFoundError:
        return _LEADS_NOWHERE if place.is_symlink() else None
    except (OSError, RuntimeError) as error:
        return _unless_missing(error)
    return content if len(content) <= largest else too_large(largest)


def obstacle_to_reading(place: Path) -> Obstacle | None:
    """Why a file cannot be read, without reading it; None if it can, or does not exist."""
    try:
        if obstacle := _not_a_file(place.stat()):
            return obstacle
        if not os.access(place, os.R_OK):
            return unreadable(PermissionError(errno.EACCES, ""))
    except FileNotFoundError:
        return _LEADS_NOWHERE if place.is_symlink() else None
    except (OSError, RuntimeError) as error:
        return _unless_missing(error)
    return None


def _not_a_file(information: os.stat_result) -> Obstacle | None:
    if stat.S_ISDIR(information.st_mode):
        return _IS_FOLDER
    return None if stat.S_ISREG(information.st_mode) else _IS_SPECIAL


def _unless_missing(error: OSError | RuntimeError) -> Obstacle | None:
    """The obstacle that an error names; None if the error means that there is no such file."""
    is_missing = isinstance(error, FileNotFoundError | NotADirectoryError) or (
        isinstance(error, OSError) and error.errno == errno.ENAMETOOLONG
    )
    return None if is_missing else unreadable(error)


def read_at_most(place: Path, count: int) -> bytes:
    """The first bytes of a file, which may grow while it is read."""
    with place.open("rb") as file:
        return file.read(count)


def leads_out(root: Path, path: str) -> bool:
    """Whether links on the way to a file or folder lead out of its top folder.

    A link may lead to another file in the same top folder, but not elsewhere in the project:
    `.git/` may hold secrets.

    Raises:
        OSError: a link cannot be followed.
        RuntimeError: links lead in a circle.
    """
    top, *inside = path.split("/")
    place = str(root)  # because this is asked of every file, and paths are slow
    for step in (top, *inside):
        place = f"{place}/{step}"
        if os.path.islink(place):  # noqa: PTH114
            break
    else:
        return False
    home = (root / top).resolve()
    if not (root / path).resolve().is_relative_to(home):
        return True
    # The top folder itself may be a link, to a folder of the project that is not hidden.
    base = root.resolve()
    if home == base or not home.is_relative_to(base):
        return True
    return any(step.startswith(".") for step in home.relative_to(base).parts)


def leading_out(path: str) -> Obstacle:
    """The obstacle for a link that leads out of its top folder."""
    top = PurePosixPath(path).parts[0]
    home = "the project" if path == top else f"`{top}/`"
    return Obstacle(
        Code.PATH_LEAVES_PROJECT,
        f"is reached through a link that leads out of {home}",
        "Replace the link with the file or folder that it leads to.",
    )


def unreadable(error: OSError | RuntimeError) -> Obstacle:
    """The obstacle for an error of the operating system, in words."""
    number = error.errno if isinstance(error, OSError) else errno.ELOOP
    reason, hint = _REASONS.get(number or 0, ("", ""))
    if not reason:
        system_says = os.strerror(number) if number else type(error).__name__
        reason = f"cannot be read; the system says “{system_says}”"
    return Obstacle(Code.FILE_UNREADABLE, reason, hint or "Try again; then look at the disk.")


def too_large(largest: int) -> Obstacle:
    """The obstacle for a file that is too large."""
    return Obstacle(
        Code.FILE_TOO_LARGE,
        f"is larger than {largest // (1024 * 1024)} MiB",
        "Split it into several files; if it is not text, delete it.",
    )


_IS_FOLDER = Obstacle(
    Code.FILE_UNREADABLE,
    "is a folder, not a file",
    "Rename the folder, or put a file in its place.",
)
_IS_SPECIAL = Obstacle(
    Code.FILE_UNREADABLE,
    "is a pipe or a device, not a file",
    "Put an ordinary file in its place.",
)
_LEADS_NOWHERE = Obstacle(
    Code.FILE_UNREADABLE,
    "is a link that leads nowhere",
    "Delete it, or put the file itself here.",
)
_NOT_ALLOWED = (
    "cannot be read: you have no permission",
    "Allow your user to read it, with `chmod u+r` or in the properties of the file.",
)
_REASONS = {
    errno.EACCES: _NOT_ALLOWED,
    errno.EPERM: _NOT_ALLOWED,
    errno.ELOOP: (
        "is reached through links that lead in a circle",
        "Put the file itself here instead of the link.",
    ),
    errno.EIO: (
        "cannot be read: the disk reports an error",
        "Get the file from the repository again, and have the disk checked.",
    ),
}
"""Reason and hint by error number."""
