"""What takes long to make is made once in a run, by whichever of its processes needs it first.

``make test`` spreads the tests over several processes, and a fixture of the session is one of each
process. A site that tests only read is therefore made in a folder that all of them see.
"""

import shutil
from collections.abc import Callable
from pathlib import Path

from filelock import FileLock


class MadeOnce:
    """Folders that the processes of one run share.

    Args:
        folder: seen by all of them, and by no other run.
    """

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    def __call__(self, name: str, make: Callable[[Path], object]) -> Path:
        """A folder with what is made in it, for reading; the other processes wait meanwhile.

        Args:
            name: of the folder; what has the same name is the same.
            make: fills the empty folder.
        """
        place = self._folder / name
        is_made = self._folder / f"{name}.made"
        with FileLock(self._folder / f"{name}.lock"):
            if not is_made.exists():
                shutil.rmtree(place, ignore_errors=True)  # another process may have failed half-way
                place.mkdir()
                make(place)
                is_made.touch()
        return place
