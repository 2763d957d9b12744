"""Make `mkdocs serve` rebuild when people change a file, and only then.

MkDocs watches the folders that exist when it starts. In the documentation folder that is too much,
because each build would trigger the next. Elsewhere it is too little: MkDocs would miss a folder
that is created later, or removed and created again when another branch is checked out.
"""

import os
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Any, cast

from mkdocs.config.defaults import MkDocsConfig
from watchdog.events import (
    EVENT_TYPE_CREATED,
    EVENT_TYPE_DELETED,
    EVENT_TYPE_MOVED,
    FileModifiedEvent,
    FileSystemEvent,
    FileSystemEventHandler,
)
from watchdog.observers.api import BaseObserver, ObservedWatch

from build_scripts.disk.schema_folder import SCHEMA_FOLDER
from build_scripts.mkdocs_plugin.folders import INPUT_FOLDERS, generated_folders, root_of
from build_scripts.mkdocs_plugin.native_observer import native_observer, starts
from build_scripts.mkdocs_plugin.seen_files import is_temporary
from build_scripts.mkdocs_plugin.trouble import log

if TYPE_CHECKING:
    from mkdocs.livereload import LiveReloadServer

_COMES_OR_GOES = {EVENT_TYPE_CREATED, EVENT_TYPE_DELETED, EVENT_TYPE_MOVED}


class _Handler(FileSystemEventHandler):
    """Calls a function with every event."""

    def __init__(self, react: Callable[[FileSystemEvent], None]) -> None:
        self._react = react

    def on_any_event(self, event: FileSystemEvent) -> None:
        """Call the function."""
        self._react(event)


def watch_input(server: "LiveReloadServer", config: MkDocsConfig) -> tuple[str, ...]:
    """Let a server watch the files that people write, but not those that are generated in docs/.

    The system tells of changes, where it tells of all of them; otherwise MkDocs looks for them.

    Returns:
        What the server already watched besides the settings and the documentation folder.
    """
    root, docs = root_of(config), Path(config.docs_dir)
    trigger = os.path.abspath(config.config_file_path)  # noqa: PTH100 - as MkDocs does
    folders = (docs, *(root / name for name in INPUT_FOLDERS))
    server.unwatch(config.docs_dir)
    others = tuple(path for path in server._watched_paths if path != trigger)
    server.watch(trigger)
    generated = (*generated_folders(config), root / SCHEMA_FOLDER)

    def begin(observer: BaseObserver) -> None:
        _use(server, observer)

        def rebuild() -> None:
            observer.event_queue.put((FileModifiedEvent(trigger), server._watch_refs[trigger]))

        watch_folders(observer, rebuild, folders, generated)

    by_looking = server.observer
    native = native_observer((*folders, *map(Path, others), *map(Path, config.watch)))
    if native is not None:
        begin(native)
    if native is None or not starts(native):
        begin(by_looking)
    log.info("watching what people write in %s", ", ".join(f"{f.name}/" for f in folders))
    return others


def _use(server: "LiveReloadServer", observer: BaseObserver) -> None:
    """Let another observer watch what a server watches."""
    if server.observer is observer:
        return
    watched = dict(server._watched_paths)
    for path, times in watched.items():
        for _ in range(times):
            server.unwatch(path)
    server.observer = cast(Any, observer)  # MkDocs knows only those that look
    for path, times in watched.items():
        for _ in range(times):
            server.watch(path)


def watch_folders(
    observer: BaseObserver,
    rebuild: Callable[[], None],
    folders: tuple[Path, ...],
    left_out: tuple[Path, ...],
) -> None:
    """Call a function at each change of a file in some folders.

    Changes of hidden files, and of the temporary files of editors, are ignored.

    Args:
        observer: of the development server.
        rebuild: called at each change, maybe several times.
        folders: absolute paths. Missing folders are watched as soon as they appear.
        left_out: folders inside `folders` whose changes are ignored.
    """
    watches: dict[Path, ObservedWatch] = {}

    def counts(path: Path) -> bool:
        return not is_temporary(path.name) and not any(map(path.is_relative_to, left_out))

    def changed(event: FileSystemEvent) -> None:
        # A folder that is moved away may take its files with it without an event for each.
        may_matter = not event.is_directory or event.event_type in _COMES_OR_GOES
        if may_matter and any(map(counts, _paths(event))):
            rebuild()

    def begin(folder: Path) -> None:
        if folder in watches:  # its watch ended when the former folder was removed
            observer.unschedule(watches.pop(folder))
        if folder.is_dir():
            watches[folder] = observer.schedule(_Handler(changed), str(folder), recursive=True)

    def came_or_went(event: FileSystemEvent) -> None:
        concerned = _paths(event).intersection(folders)
        if event.is_directory and event.event_type in _COMES_OR_GOES and concerned:
            for folder in concerned:
                begin(folder)
            rebuild()

    for folder in folders:
        begin(folder)
    for parent in {folder.parent for folder in folders}:
        observer.schedule(_Handler(came_or_went), str(parent), recursive=False)


def _paths(event: FileSystemEvent) -> set[Path]:
    """The path of an event, or both paths of a move."""
    return {Path(os.fsdecode(path)) for path in (event.src_path, event.dest_path) if path}
