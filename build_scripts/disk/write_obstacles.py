"""Find what forbids writing a site plan: files of other people, and paths that lead elsewhere."""

from collections.abc import Collection, Iterable, Iterator
from pathlib import Path

from build_scripts.disk.atomic import is_temporary
from build_scripts.disk.owned_folder import (
    MARK_NAME,
    OwnedFolder,
    ancestors,
    is_safe_path,
    shown_name,
)
from build_scripts.model.codes import Code
from build_scripts.model.diagnostic import Diagnostic
from build_scripts.model.line_and_column import Document, Origin


def require_consistent(paths: Collection[str], folders: Iterable[str]) -> None:
    """Refuse planned files that no folder can hold; only a fault of the generator makes them.

    Raises:
        ValueError: a path is both a file and a folder, or is planned twice.
    """
    unique = set(paths)
    if len(unique) != len(paths):
        raise ValueError("a path is planned twice")
    if any(ancestor in unique for path in paths for ancestor in ancestors(path)):
        raise ValueError("a path is planned both as a file and as a folder")
    names = set(folders)
    if any(ancestor in names for name in names for ancestor in ancestors(name)):
        raise ValueError("an owned folder lies inside another")


def unsafe_paths(
    paths: Iterable[str], folders: Collection[str], docs: Path
) -> Iterator[Diagnostic]:
    """Findings on paths that leave the owned folders, or that the generator uses for itself."""
    docs_name = shown_name(docs)
    for name in folders:
        if not is_safe_path(name):
            yield _diagnostic(
                f"{docs_name}/{name}",
                "This folder would lie outside the documentation folder",
                "A folder's name is a plain relative path without “..”.",
            )
    owned = set(folders)
    for path in paths:
        steps = path.split("/")
        if not is_safe_path(path) or owned.isdisjoint(ancestors(path)):
            yield _diagnostic(
                f"{docs_name}/{path}",
                "This file would lie outside the folders that the generator owns",
                f"The generator writes only into {_listing(folders)}.",
            )
        elif steps[-1] == MARK_NAME or any(is_temporary(step) for step in steps):
            yield _diagnostic(
                f"{docs_name}/{path}",
                "This file has a name that the generator keeps for its own records",
                "Choose another name.",
            )


def objections(folder: OwnedFolder) -> Iterator[Diagnostic]:
    """Findings that forbid writing to a folder."""
    if folder.obstacle:
        if folder.planned:
            yield _diagnostic(
                folder.shown,
                f"The folder {folder.shown} {folder.obstacle}",
                "The generator makes this folder itself: move what is there, then build again.",
            )
    elif folder.mark_is_broken:
        yield _diagnostic(
            f"{folder.shown}/{MARK_NAME}",
            f"The list of generated files in {folder.shown} was changed and cannot be read, so "
            "it is not known which files may be replaced",
            f"If all files in {folder.shown} are generated, delete the folder and build again; "
            "otherwise move your own files elsewhere first.",
        )
    elif not folder.is_ours:
        if folder.planned:
            yield _diagnostic(
                folder.shown,
                f"The folder {folder.shown} holds files that the generator did not write, "
                f"such as “{min(folder.foreign)}”",
                "The generator needs this folder for itself: move those files to another folder, "
                "or delete them if they are old generated pages, then build again.",
            )
    else:
        yield from _collisions(folder)


def _collisions(folder: OwnedFolder) -> Iterator[Diagnostic]:
    """Findings on files of other people in the place of a planned file or its folder."""
    foreign = folder.foreign
    occupied = {ancestor for path in foreign for ancestor in ancestors(path)}
    in_the_way = {
        place
        for path in folder.planned
        for place in (path, *ancestors(path))
        if place in foreign or (place == path and place in occupied)
    }
    for place in sorted(in_the_way):
        if place in folder.others:
            kind = "a symbolic link"
        elif place in folder.files:
            kind = "a file"
        else:
            kind = "a folder with files"
        yield _diagnostic(
            f"{folder.shown}/{place}",
            f"{kind.capitalize()} that the generator did not write stands where it has to write",
            "Rename it or move it to another folder, then build again.",
        )


def _listing(names: Iterable[str]) -> str:
    return ", ".join(f"“{name}”" for name in names)


def _diagnostic(path: str, message: str, hint: str) -> Diagnostic:
    """A finding on a file or folder as a whole."""
    return Origin(Document(path, ""), 0).diagnostic(Code.FOLDER_NOT_OWNED, message, hint)
