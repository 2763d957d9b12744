"""Read a project's folder: each file by itself, then what concerns all of them."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from pathlib import Path
from typing import NamedTuple

from build_scripts.model.codes import Code
from build_scripts.model.collection import Collection
from build_scripts.model.diagnostic import Diagnostic
from build_scripts.model.line_and_column import Document, Origin
from build_scripts.model.memory import Memory, NoMemory
from build_scripts.model.progress import Progress, unreported
from build_scripts.model.unreadable import ANY
from build_scripts.read.assemble_collection import assemble_collection
from build_scripts.read.convert_models import SiteWideItem
from build_scripts.read.file_result import NO_READING, FileResult
from build_scripts.read.files.documents import annotation_files
from build_scripts.read.files.file_names import NameFindings, check_names
from build_scripts.read.files.folder_listing import FolderListing
from build_scripts.read.files.project_folder import ProjectFolder
from build_scripts.read.identifiers import duplicate_ids
from build_scripts.read.read_again import read_again
from build_scripts.read.reading_file import reading_without_text
from build_scripts.read.settings.project_words import (
    catalogue_texts,
    check_catalogues,
    read_words,
)
from build_scripts.read.settings.words_file import (
    is_stray_words_file,
    is_words_file,
    stray_words_file,
)
from build_scripts.read.unread_file import unread_file, unread_folder


class Project(NamedTuple):
    """What was read, and what could not be.

    Attributes:
        unreadable: ids of readings, terms, events and references of which nothing, or not the
            text, could be read, as ``reading:ID`` and the like. References to them are not
            reported.
    """

    collection: Collection
    unreadable: frozenset[str]


def read_project(
    root: Path,
    proposed: Mapping[str, bytes] | None = None,
    memory: Memory | None = None,
    progress: Progress = unreported,
    is_wanted: Callable[[str], bool] = lambda _: True,
) -> tuple[Project, tuple[Diagnostic, ...]]:
    """Read all sources and annotations of a project, and find what is wrong before the merge.

    Args:
        root: the project's folder.
        proposed: contents of files, by path, that are read as if they were on disk.
        memory: of a series of builds, in which files that did not change are not read again.
        progress: is told of each file.
        is_wanted: which files of annotations are read; what is found wrong without the others is
            not all, and not always right.
    """
    folder = ProjectFolder(root, proposed or {})
    memory = memory or NoMemory()
    annotations, sources = folder.listing("annotations"), folder.listing("seeds")
    unlisted = (*annotations.diagnostics, *sources.diagnostics)
    if not (annotations.is_usable and sources.is_usable):
        return Project(assemble_collection((), {}, memory), frozenset()), unlisted
    names = check_names(
        (*annotations.files, *annotations.folders, *sources.files, *sources.folders)
    )
    strays = [path for path in annotations.files if is_stray_words_file(path)]
    others = tuple(path for path in annotations.files if path not in {*strays})
    paths, misnamed, wrong_endings = annotation_files(annotations._replace(files=others))
    paths = tuple(filter(is_wanted, paths))
    files = [
        *_read_files(folder, progress(paths, len(paths), "files read"), names, memory),
        *(unread_file(folder, path) for path in misnamed),
        *(unread_folder(path) for path in annotations.unreadable),
    ]
    files += _missing_readings(files)
    words = [
        read_words(folder, path)
        for path in annotations.files
        if is_words_file(path) and not names.forbid_reading(path)
    ]
    catalogues = catalogue_texts(words)
    collection = assemble_collection(files, catalogues, memory)
    languages = (language for file in files for language in file.interface_languages)
    diagnostics = (
        *unlisted,
        *names.diagnostics,
        *wrong_endings,
        *(diagnostic for file in files for diagnostic in file.diagnostics),
        *(diagnostic for file in words for diagnostic in file.diagnostics),
        *map(stray_words_file, strays),
        *check_catalogues(words, catalogues, languages),
        *_unused_sources(files, sources, names.faulty),
        *duplicate_ids(collection, memory),
    )
    unreadable = frozenset(identifier for file in files for identifier in file.unreadable)
    return Project(collection, unreadable), diagnostics


def _read_files(
    folder: ProjectFolder, paths: Iterable[str], names: NameFindings, memory: Memory
) -> Iterator[FileResult]:
    for path in paths:
        if names.forbid_reading(path):
            yield unread_file(folder, path)
        elif result := read_again(folder, path, names.faulty, memory):
            yield result


def _missing_readings(files: Iterable[FileResult]) -> Iterator[FileResult]:
    """Readings without text, for annotations that belong to no reading.yml."""
    files = tuple(files)
    described = {NO_READING, *(file.reading.id for file in files if file.reading)}
    unreadable = {identifier for file in files for identifier in file.unreadable}
    first_files: dict[str, FileResult] = {}
    for file in files:
        if file.reading_id not in described:
            first_files.setdefault(file.reading_id, file)
    for reading_id, file in first_files.items():
        origin = Origin(file.document, 0)
        result = reading_without_text(reading_id, origin)
        if f"reading:{reading_id}" not in unreadable:
            result = result.joined(FileResult(file.document, diagnostics=(_missing(origin),)))
        yield result
    outside = (item for file in files if file.reading_id == NO_READING for item in file.items)
    stray = next((item for item in outside if not isinstance(item, SiteWideItem)), None)
    if stray is not None:
        yield reading_without_text(NO_READING, stray.origin)


def _missing(origin: Origin) -> Diagnostic:
    folder = "/".join(origin.document.path.split("/")[:3])
    return origin.diagnostic(
        Code.MISPLACED_ANNOTATIONS,
        f"The folder `{folder}/` has no reading.yml",
        "Add one with `title`, `source` and `language`, or correct the folder's name.",
    )


def _unused_sources(
    files: Iterable[FileResult], sources: FolderListing, faulty_names: frozenset[str]
) -> Iterator[Diagnostic]:
    named = {*faulty_names, *(path for file in files for path in file.sources_named)}
    if ANY in named:
        return
    for path in sources.files:
        if path.endswith(".txt") and path not in named:
            yield Origin(Document(path, ""), 0).diagnostic(
                Code.SOURCE_UNUSED,
                "No reading.yml names this source, so it is not published",
                "Add `annotations/readings/<id>/reading.yml` with `title`, `source` "
                "and `language`.",
            )
