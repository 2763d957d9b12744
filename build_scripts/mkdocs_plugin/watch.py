"""Which files `mkdocs serve` watches: what people write, wherever it appears, and nothing else.

MkDocs watches folders that are there when it starts. That is too much in the documentation
folder, where each build would set off the next, and too little elsewhere: a folder that is made
later, or removed and made again (another branch is checked out), would never be noticed.
"""

import os
from collections.abc import Callable
from pathlib import Path

from watchdog.events import (
    EVENT_TYPE_CREATED,
    EVENT_TYPE_DELETED,
    EVENT_TYPE_MOVED,
    FileModifiedEvent,
    FileSystemEvent,
    FileSystemEventHandler,
)
from watchdog.observers.api import BaseObserver, ObservedWatch

_COMES_OR_GOES = {EVENT_TYPE_CREATED, EVENT_TYPE_DELETED, EVENT_TYPE_MOVED}


class _Handler(FileSystemEventHandler):
    """Calls a function with every event."""

    def __init__(self, react: Callable[[FileSystemEvent], None]) -> None:
        self._react = react

    def on_any_event(self, event: FileSystemEvent) -> None:
        """Something happened."""
        self._react(event)


def watch_folders(
    observer: BaseObserver,
    trigger: Path,
    folders: tuple[Path, ...],
    left_out: tuple[Path, ...],
) -> None:
    """Hand on each change of a file in some folders, as if one file had changed.

    Args:
        observer: of the development server.
        trigger: a file that the server watches already, recursively as it watches everything.
        folders: absolute paths; those that are missing are watched from when they appear.
        left_out: folders inside them whose changes do not count; nor do those of hidden files
            and of the copies that editors keep while one writes.
    """
    rebuild = FileModifiedEvent(str(trigger))
    trigger_watch = ObservedWatch(str(trigger), recursive=True)
    watches: dict[Path, ObservedWatch] = {}

    def counts(path: Path) -> bool:
        is_temporary = path.name.startswith((".", "#")) or path.name.endswith("~")
        return not is_temporary and not any(map(path.is_relative_to, left_out))

    def changed(event: FileSystemEvent) -> None:
        if not event.is_directory and any(map(counts, _paths(event))):
            observer.event_queue.put((rebuild, trigger_watch))

    def begin(folder: Path) -> None:
        if folder in watches:  # its watcher ended together with the former folder
            observer.unschedule(watches.pop(folder))
        if folder.is_dir():
            watches[folder] = observer.schedule(_Handler(changed), str(folder), recursive=True)

    def came_or_went(event: FileSystemEvent) -> None:
        concerned = _paths(event).intersection(folders)
        if event.is_directory and event.event_type in _COMES_OR_GOES and concerned:
            for folder in concerned:
                begin(folder)
            observer.event_queue.put((rebuild, trigger_watch))

    for folder in folders:
        begin(folder)
    for parent in {folder.parent for folder in folders}:
        observer.schedule(_Handler(came_or_went), str(parent), recursive=False)


def _paths(event: FileSystemEvent) -> set[Path]:
    """The path that an event is about, or both where something was moved."""
    return {Path(os.fsdecode(path)) for path in (event.src_path, event.dest_path) if path}
