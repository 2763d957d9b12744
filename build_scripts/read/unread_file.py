"""Guess what a file would have defined that cannot be read.

References to those ids are then not reported: one mistake, one diagnostic.
"""

import re

from build_scripts.model import limits
from build_scripts.model.line_and_column import Document
from build_scripts.model.unreadable import ANY
from build_scripts.read.file_result import FileResult
from build_scripts.read.files.project_folder import ProjectFolder
from build_scripts.text.ids import intended_id

_ID = re.compile(r"""\bid["']?[ \t]*:[ \t]*["']?([a-z][a-z0-9-]*)""")
_SOURCE = re.compile(r"seeds/[^\s\"',}]+")
_KINDS_IN_FILES = ("event", "source", "note")
_ALL_KINDS = ("reading", "term", *_KINDS_IN_FILES)


def unread_folder(path: str) -> FileResult:
    """The result for a folder that cannot be listed: anything may be defined in it."""
    return FileResult(
        Document(path, ""),
        unreadable=frozenset(f"{kind}:{ANY}" for kind in _ALL_KINDS),
        sources_named=frozenset({ANY}),
    )


def unread_file(folder: ProjectFolder, path: str) -> FileResult:
    """The result for a file that cannot be read as YAML: ids and sources found by their looks."""
    ids_of_path, may_define_entries, names_source = _expected(path)
    content = folder.content(path, limits.LARGEST_ANNOTATION_FILE)
    if isinstance(content, bytes):
        text = content.decode("utf-8", errors="replace")
        ids = {f"{kind}:{name}" for name in _ID.findall(text) for kind in _KINDS_IN_FILES}
        sources = {*_SOURCE.findall(text)} or ({ANY} if names_source else set())
    else:
        ids = {f"{kind}:{ANY}" for kind in _KINDS_IN_FILES} if may_define_entries else set()
        sources = {ANY}
    return FileResult(
        Document(path, ""),
        unreadable=frozenset(ids_of_path | ids),
        sources_named=frozenset(sources),
    )


def _expected(path: str) -> tuple[set[str], bool, bool]:
    """The ids that a path stands for, whether entries are expected in the file, and a source."""
    match path.rpartition(".")[0].split("/")[1:]:
        case ("glossary", term_id):
            return {f"term:{term_id}", f"term:{intended_id(term_id)}"}, False, False
        case ("readings", reading_id, "reading"):
            return {f"reading:{reading_id}"}, False, True
        case _:
            return set(), True, False
