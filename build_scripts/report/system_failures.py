"""Say in one line what the operating system refuses, and what to do about it."""

import errno
import os
from pathlib import Path

from build_scripts.disk.finished_folder import UNFINISHED

_NO_ROOM = "Free some space, then try again."
_NO_RIGHT = "Give your user the right to read and write there, or change the owner."
_IN_THE_WAY = "Something else is in this place: move it, then try again."
_HINTS = {
    errno.ENOSPC: _NO_ROOM,
    errno.EDQUOT: _NO_ROOM,
    errno.EFBIG: "This system allows no larger files: ask for more, then try again.",
    errno.EACCES: _NO_RIGHT,
    errno.EPERM: _NO_RIGHT,
    errno.EROFS: "This disk can only be read: build elsewhere.",
    errno.ENOTDIR: _IN_THE_WAY,
    errno.EISDIR: _IN_THE_WAY,
    errno.EEXIST: _IN_THE_WAY,
    errno.ENOTEMPTY: _IN_THE_WAY,
    errno.ENOENT: "If this is a symbolic link, what it leads to is missing.",
    errno.ELOOP: "Symbolic links lead in a circle here: remove one of them.",
    errno.ENAMETOOLONG: "Choose shorter names for files and folders.",
    errno.EMFILE: "Too many files are open: close other programs, then try again.",
}


def system_failure(error: OSError, root: Path) -> str:
    """What failed: the place, the reason and a hint, on one line.

    A place in `root` is named from there. Of two places, such as those of a copy, the second is
    where something was to be written.
    """
    place = error.filename2 if error.filename2 is not None else error.filename
    named = "" if place is None else f"{_from_root(os.fsdecode(place), root)}: "
    hint = _HINTS.get(error.errno or 0, "")
    return f"{named}{error.strerror or error}{'. ' if hint else ''}{hint}"


def _from_root(place: str, root: Path) -> str:
    # People know the folder that is being filled, not the place where that is done.
    path = Path(*(part for part in Path(place).parts if not part.startswith(UNFINISHED)))
    top = root.absolute()
    return str(path.relative_to(top) if path.is_relative_to(top) else path)
