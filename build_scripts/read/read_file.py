"""Read one file of ``annotations/``; its path says what kind of file it is."""

from collections.abc import Mapping
from dataclasses import replace
from enum import Enum

from build_scripts.model.codes import Code
from build_scripts.model.diagnostic import Diagnostic
from build_scripts.model.line_and_column import Document, Origin
from build_scripts.model.unreadable import ANY
from build_scripts.read.annotation_file import read_items
from build_scripts.read.checking.refuse_hidden_characters import refuse_hidden_characters
from build_scripts.read.checking.validate import validate
from build_scripts.read.convert_models import settings
from build_scripts.read.file_result import NO_READING, FileResult
from build_scripts.read.files.documents import read_document
from build_scripts.read.files.project_folder import ProjectFolder
from build_scripts.read.identifiers import check_name
from build_scripts.read.reading_file import read_reading, reading_without_text
from build_scripts.read.schema.settings import SettingsModel
from build_scripts.read.term_file import read_term
from build_scripts.read.unread_file import unread_file
from build_scripts.read.yaml.tree_with_positions import YamlTree, read_yaml
from build_scripts.text.ids import intended_id


class _Kind(Enum):
    SITE = "site"
    TERM = "term"
    READING = "reading"
    ITEMS = "items"


_NEEDED_KEYS: Mapping[_Kind, str] = {
    _Kind.TERM: "`term` and `definition`",
    _Kind.READING: "`title`, `source` and `language`",
}
"""Kinds of files that must not be empty, and whose names are ids."""


def read_file(folder: ProjectFolder, path: str, faulty_names: frozenset[str]) -> FileResult | None:
    """Read a file; None if it was removed after the folder was listed.

    `faulty_names` are the paths of files and folders whose names are reported elsewhere.
    """
    document, tree, diagnostics = _parsed(folder, path)
    if document is None and not diagnostics:
        return None
    document = document or Document(path, "")
    kind, name = _kind_and_name(path)
    rest = FileResult(document, diagnostics=diagnostics)
    if kind in _NEEDED_KEYS:
        rest = rest.joined(_checked_name(kind, name, document, faulty_names))
    if tree is not None:
        return _content(folder, kind, name, tree).joined(rest)
    rest = rest.joined(unread_file(folder, path))
    if kind in _NEEDED_KEYS and not rest.diagnostics and path not in faulty_names:
        rest = rest.joined(_empty_file(kind, document))
    if kind is _Kind.READING:
        return reading_without_text(name, Origin(document, 0)).joined(rest)
    return replace(rest, reading_id=name) if kind is _Kind.ITEMS else rest


def _kind_and_name(path: str) -> tuple[_Kind, str]:
    """The kind of a file, and the id of the term or reading in its path, if any."""
    match path.split("/")[1:]:
        case ("site.yml",):
            return _Kind.SITE, ""
        case ("glossary", name):
            return _Kind.TERM, name.removesuffix(".yml")
        case ("readings", reading_id, "reading.yml"):
            return _Kind.READING, reading_id
        case ("readings", reading_id, _, *_):
            return _Kind.ITEMS, reading_id
        case _:
            return _Kind.ITEMS, NO_READING


def _parsed(
    folder: ProjectFolder, path: str
) -> tuple[Document | None, YamlTree | None, tuple[Diagnostic, ...]]:
    document, diagnostics = read_document(folder, path)
    if document is None:
        return None, None, diagnostics
    tree, diagnostics = read_yaml(document)
    if tree is None:
        return document, None, diagnostics
    tree, hidden = refuse_hidden_characters(tree)
    return document, tree, (*diagnostics, *hidden)


def _content(folder: ProjectFolder, kind: _Kind, name: str, tree: YamlTree) -> FileResult:
    match kind:
        case _Kind.SITE:
            return _settings(tree)
        case _Kind.TERM:
            return read_term(folder, name, tree)
        case _Kind.READING:
            return read_reading(folder, name, tree)
        case _Kind.ITEMS:
            return read_items(tree, name)


def _settings(tree: YamlTree) -> FileResult:
    model, origin, diagnostics = validate(SettingsModel, tree.data, tree.origin)
    return FileResult(
        origin.document,
        settings=settings(model, origin),
        interface_languages=((model.language, origin.at("language")),),
        diagnostics=diagnostics,
    )


def _checked_name(
    kind: _Kind, identifier: str, document: Document, faulty_names: frozenset[str]
) -> FileResult:
    """The result of checking that the name of a term's file or a reading's folder is an id."""
    path = document.path if kind is _Kind.TERM else document.path.rpartition("/")[0]
    diagnostics = () if path in faulty_names else check_name(identifier, document)
    meant = {f"{kind.value}:{intended_id(identifier)}"} if diagnostics else ()
    return FileResult(document, unreadable=frozenset(meant), diagnostics=diagnostics)


def _empty_file(kind: _Kind, document: Document) -> FileResult:
    empty = Origin(document, 0).diagnostic(
        Code.MISSING_KEY,
        "The file is empty",
        f"Write {_NEEDED_KEYS[kind]} in it, or delete the file.",
    )
    named = frozenset({ANY} if kind is _Kind.READING else ())
    return FileResult(document, sources_named=named, diagnostics=(empty,))
