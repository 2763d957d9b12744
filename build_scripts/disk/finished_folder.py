"""Make the new content of a folder beside the old one, and put it in place when it is finished.

The content is made in a hidden folder inside the folder itself, so it is on the same disk, also
where the folder is a link or a disk of its own. Putting it in place only renames, which needs no
room on the disk. So after a full disk, a fault or Ctrl-C the old content is there as it was. A
process that is killed leaves at most its hidden folder, which the next one removes.
"""

import atexit
import contextlib
import os
import secrets
import shutil
import time
from collections.abc import Iterator
from pathlib import Path

try:
    import fcntl
except ImportError:  # Windows has no such locks
    _HAS_LOCKS = False
else:
    _HAS_LOCKS = True

UNFINISHED = ".readings-unfinished-"
"""How the names of the hidden folders begin."""
_OUT_OF_USE_SECONDS = 24 * 60 * 60
"""The age of a folder that nobody uses any more, where there are no locks to ask."""


class UnfinishedFolder:
    """The new content of a folder.

    Attributes:
        path: where the content is to be made.
    """

    def __init__(self, folder: Path) -> None:
        """Make a place for the new content, and remove those that other processes left.

        Raises:
            OSError: the folder cannot be written to.
        """
        self._folder = folder
        folder.mkdir(parents=True, exist_ok=True)
        for left in folder.glob(f"{UNFINISHED}*"):
            if _is_out_of_use(left):
                shutil.rmtree(left, ignore_errors=True)
        self.path = folder / f"{UNFINISHED}{secrets.token_hex(8)}"
        self.path.mkdir()
        self._lock = _locked(self.path)
        atexit.register(self.discard)

    def put_in_place(self) -> None:
        """Exchange the old content for the new one. Hidden files of the old one stay.

        Raises:
            OSError: something cannot be moved; then the old content is there as it was.
        """
        old = self._folder / f"{UNFINISHED}{secrets.token_hex(8)}"
        with _alone(self._folder), contextlib.ExitStack() as back:
            old.mkdir()
            back.callback(shutil.rmtree, old, ignore_errors=True)
            for entry in self._folder.iterdir():
                if not entry.name.startswith("."):  # as MkDocs does
                    _move(entry, old / entry.name, back)
            for entry in self.path.iterdir():
                _move(entry, self._folder / entry.name, back)
            back.pop_all()
        shutil.rmtree(old, ignore_errors=True)
        self.discard()

    def discard(self) -> None:
        """Remove what was made; nothing if it is in place."""
        atexit.unregister(self.discard)
        shutil.rmtree(self.path, ignore_errors=True)
        if self._lock >= 0:
            os.close(self._lock)
            self._lock = -1


def _move(path: Path, place: Path, back: contextlib.ExitStack) -> None:
    path.rename(place)
    back.callback(place.rename, path)


def _locked(folder: Path, *, waits: bool = False) -> int:
    """A descriptor that locks a folder as long as it is open; negative if that is impossible."""
    if not _HAS_LOCKS:
        return -1
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        fcntl.flock(descriptor, fcntl.LOCK_EX if waits else fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError:
        os.close(descriptor)
        return -1
    return descriptor


@contextlib.contextmanager
def _alone(folder: Path) -> Iterator[None]:
    descriptor = _locked(folder, waits=True)
    try:
        yield
    finally:
        if descriptor >= 0:
            os.close(descriptor)


def _is_out_of_use(folder: Path) -> bool:
    if not _HAS_LOCKS:
        return time.time() - folder.stat().st_mtime > _OUT_OF_USE_SECONDS
    try:
        descriptor = _locked(folder)
    except OSError:  # just removed
        return False
    if descriptor >= 0:
        os.close(descriptor)
    return descriptor >= 0
