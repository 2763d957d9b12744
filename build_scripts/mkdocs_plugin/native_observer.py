"""Let the system tell when files change, where it tells of every change.

MkDocs looks at every file twice a second, which keeps a processor busy with a thousand readings.
Linux tells of changes on disks of its own, but not of those that another computer makes on a
network drive, nor through a link. There, and on other systems, MkDocs goes on looking.
"""

import os
import re
import sys
import tempfile
import warnings
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

from watchdog.events import (
    DirCreatedEvent,
    DirDeletedEvent,
    DirMovedEvent,
    FileClosedEvent,
    FileCreatedEvent,
    FileDeletedEvent,
    FileModifiedEvent,
    FileMovedEvent,
    FileSystemEventHandler,
)
from watchdog.observers.api import BaseObserver, ObservedWatch

_CHANGES = [
    DirCreatedEvent,
    DirDeletedEvent,
    DirMovedEvent,
    FileClosedEvent,
    FileCreatedEvent,
    FileDeletedEvent,
    FileModifiedEvent,
    FileMovedEvent,
]
"""Not that a file is opened or read, which a build does itself."""
_LOCAL = {
    *("bcachefs", "btrfs", "ext2", "ext3", "ext4", "f2fs", "jfs", "nilfs2"),
    *("overlay", "ramfs", "reiserfs", "tmpfs", "xfs", "zfs"),
}
"""File systems whose files nobody else can change."""
_MOUNTS = Path("/proc/self/mountinfo")
_ESCAPED = re.compile(r"\\([0-7]{3})")


def native_observer(folders: Iterable[Path]) -> BaseObserver | None:
    """An observer to which the system tells all changes in some folders; None if it may not.

    It is started by `starts`.
    """
    if not sys.platform.startswith("linux"):
        return None
    try:
        from watchdog.observers.inotify import InotifyObserver  # noqa: PLC0415 - only Linux has it
    except ImportError:
        return None
    if not all(map(_tells_everything, filter(Path.exists, folders))):
        return None

    # Watchdog says so of each new folder, and goes on rightly.
    warnings.filterwarnings("ignore", "Callback with id", RuntimeWarning)

    class NativeObserver(InotifyObserver):
        """Reports changes only. Who starts it again does nothing."""

        def schedule(self, *arguments: Any, **options: Any) -> ObservedWatch:
            options |= {"event_filter": _CHANGES, "follow_symlink": True}
            return super().schedule(*arguments, **options)

        def start(self) -> None:
            if not self.is_alive():
                super().start()

    return NativeObserver()


def starts(observer: BaseObserver) -> bool:
    """Start an observer; whether the system had room for everything that it is to watch.

    Watchdog leaves out folders silently where there is no room. Then there is none for another one.
    """
    try:
        observer.start()
        with tempfile.TemporaryDirectory() as folder:
            observer.unschedule(observer.schedule(FileSystemEventHandler(), folder))
    except OSError:
        observer.stop()
        return False
    return True


def _tells_everything(folder: Path) -> bool:
    """Whether all changes in a folder are made by way of this system, and in the folder itself."""
    own_disk = all(kind in _LOCAL for kind in file_systems(folder.resolve(), _MOUNTS.read_text()))
    return own_disk and not any(
        os.path.islink(os.path.join(place, name))  # noqa: PTH114, PTH118 - quicker
        for place, folders, files in os.walk(folder)
        for name in (*folders, *files)
    )


def file_systems(folder: Path, mounts: str) -> Iterator[str]:
    """The kinds of the file systems that a folder and everything in it are on.

    `mounts` is the content of ``/proc/self/mountinfo``; see proc(5). Of two mounts at one place,
    the later one is seen.
    """
    kinds: dict[Path, str] = {}
    for line in mounts.splitlines():
        fields, _, described = line.partition(" - ")
        written = _ESCAPED.sub(lambda code: chr(int(code[1], 8)), fields.split(" ")[4])
        kinds[Path(written)] = described.split(" ")[0]
    around = [place for place in kinds if folder.is_relative_to(place)]
    inside = [place for place in kinds if place.is_relative_to(folder)]
    nearest = max(around, key=lambda place: len(place.parts), default=None)
    yield kinds[nearest] if nearest is not None else ""
    yield from (kinds[place] for place in inside)
