"""Refuse files in the documentation folder that must not be published as they are.

MkDocs follows every link, copies every file, and lets a file replace that of a theme with the same
name. But whoever proposes a file need not be one who maintains the site.
"""

import os
from collections.abc import Collection, Iterable, Iterator
from dataclasses import replace
from pathlib import Path, PurePosixPath
from typing import NamedTuple

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files, InclusionLevel

from build_scripts.mkdocs_plugin.folders import root_of
from build_scripts.mkdocs_plugin.navigation import is_generated
from build_scripts.model.codes import Code
from build_scripts.model.diagnostic import Diagnostic
from build_scripts.model.line_and_column import Document, Origin
from build_scripts.pages.published_files import FileKind, content_faults, kind_of, name_faults
from build_scripts.read.files.file_content import leading_out, leads_out, obstacle_to_reading
from build_scripts.read.files.folder_listing import about, linked_folder

_WRITTEN_AT_THE_END = (
    "sitemap.xml.gz",
    "search/search_index.js",
    "search/search_index.json",
    "search/worker.js",
)
"""What MkDocs and its plugins write besides the files of the theme."""
_NOT_COPIED = (".html", ".md", ".py", ".pyc")
"""Endings of the theme's files that are not part of a site by themselves."""


class RefusedFiles(NamedTuple):
    """Files that are not published, and why."""

    files: tuple[File, ...]
    diagnostics: tuple[Diagnostic, ...]


def linked_folders(config: MkDocsConfig) -> tuple[Diagnostic, ...]:
    """A diagnostic for each link to a folder in the documentation folder.

    MkDocs would follow it out of the project, or without end.
    """
    docs = Path(config.docs_dir)
    found = []
    for folder, names, _ in os.walk(docs):
        for name in sorted(names):
            place = Path(folder, name)
            if place.is_symlink():
                path = PurePosixPath(docs.name, place.relative_to(docs).as_posix())
                shown = _shown(place, config)
                found.append(replace(linked_folder(docs.parent, str(path)), path=shown))
    return tuple(sorted(found))


def refused_files(files: Files, config: MkDocsConfig, for_server: Collection[str]) -> RefusedFiles:
    """The files that must not be published.

    Args:
        files: all files of the site.
        config: the settings of the site.
        for_server: files in the documentation folder that may command the server.
    """
    taken = _taken(files, config)
    refused: list[File] = []
    diagnostics: list[Diagnostic] = []
    for file in _in_docs(files, config):
        faults = tuple(_faults(file, config, taken, for_server))
        if faults:
            refused.append(file)
            diagnostics += faults
    return RefusedFiles(tuple(refused), tuple(diagnostics))


def _in_docs(files: Files, config: MkDocsConfig) -> Iterator[File]:
    for file in files:
        is_written = file.src_dir == config.docs_dir and file.generated_by is None
        if is_written and file.inclusion.value >= InclusionLevel.DRAFT.value:
            yield file


def _faults(
    file: File, config: MkDocsConfig, taken: Collection[str], for_server: Collection[str]
) -> Iterable[Diagnostic]:
    docs = Path(config.docs_dir)
    place = docs / file.src_uri
    shown = _shown(place, config)
    path = f"{docs.name}/{file.src_uri}"
    try:
        obstacle = leading_out(path) if leads_out(docs.parent, path) else None
    except (OSError, RuntimeError):
        obstacle = None
    if obstacle := obstacle or obstacle_to_reading(place):
        return (replace(about(path, obstacle), path=shown),)
    if not is_generated(file) and file.dest_uri.casefold() in taken:
        return (_replacing(shown, file.dest_uri),)
    if file.is_documentation_page():
        return ()
    if faults := name_faults(file.src_uri, shown, for_server):
        return faults
    if kind_of(file.src_uri) in {FileKind.XML, FileKind.UNKNOWN}:
        return content_faults(file.src_uri, shown, place.read_bytes())
    return ()


def _taken(files: Files, config: MkDocsConfig) -> frozenset[str]:
    """The paths on the site that belong to the theme, to plugins and to generated pages.

    Capitals do not count, because they do not on many computers.
    """
    generated = (file.dest_uri for file in files if is_generated(file))
    templates = config.theme.static_templates
    paths = (*generated, *templates, *_WRITTEN_AT_THE_END, *_files_of_theme(config))
    return frozenset(path.casefold() for path in paths)


def _files_of_theme(config: MkDocsConfig) -> Iterator[str]:
    for top in config.theme.dirs:
        for folder, names, found in os.walk(top):
            names[:] = [name for name in names if not name.startswith((".", "__"))]
            inside = Path(folder).relative_to(top)
            for name in found:
                if not name.startswith(".") and not name.endswith(_NOT_COPIED):
                    yield (inside / name).as_posix()


def _replacing(shown: str, address: str) -> Diagnostic:
    return Origin(Document(shown, ""), 0).diagnostic(
        Code.FILE_REPLACES,
        f"`{address}` is already a file of the site, which this one would replace",
        "Rename it or move it to another folder. What the theme shows is set in mkdocs.yml, such "
        "as `theme.favicon`.",
    )


def _shown(place: Path, config: MkDocsConfig) -> str:
    return Path(os.path.relpath(place, root_of(config))).as_posix()
