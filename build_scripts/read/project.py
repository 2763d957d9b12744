"""A project's folder to a collection: every file is read, every fault reported."""

import re
from collections.abc import Iterable
from contextlib import suppress
from dataclasses import replace
from operator import attrgetter
from pathlib import Path
from typing import NamedTuple, TypeVar

from build_scripts.model.annotation import (
    Correction,
    CrossReference,
    Event,
    Formatting,
    Mention,
    Note,
    Reference,
    Term,
)
from build_scripts.model.codes import Code
from build_scripts.model.collection import Collection, Settings
from build_scripts.model.diagnostic import Diagnostic
from build_scripts.model.origin import Document, Origin
from build_scripts.model.reading import Reading
from build_scripts.read.annotation_file import read_items
from build_scripts.read.convert import AnnotationItem, term
from build_scripts.read.files import annotation_files, files_below, read_document
from build_scripts.read.identifiers import duplicate_ids, file_name_id
from build_scripts.read.reading_file import read_reading
from build_scripts.read.schema import SettingsModel, TermModel
from build_scripts.read.validate import validate
from build_scripts.read.yaml_tree import YamlTree, read_yaml

Identified = TypeVar("Identified", Note, CrossReference, Correction, Event, Reference)
Positioned = TypeVar("Positioned", Mention, Formatting)

_ID = re.compile(r"\bid:[ \t]*[\"']?([a-z][a-z0-9-]*)")
_SOURCE = re.compile(r"seeds/[^\s\"',}]+")


class Project(NamedTuple):
    """What was read, and what could not be.

    Attributes:
        collection: everything that could be read.
        unreadable: ids of readings, terms, events and references whose files have faults, as
            ``reading:ID`` and the like, so that what refers to them is not reported as well.
    """

    collection: Collection
    unreadable: frozenset[str]


class _Reader:
    """Gathers values and diagnostics while the files of one project are read."""

    def __init__(self, root: Path) -> None:
        self.root = root
        self.diagnostics: list[Diagnostic] = []
        self.settings = Settings()
        self.readings: dict[str, Reading] = {}
        self.items: dict[str, list[AnnotationItem]] = {}
        self.site_items: list[AnnotationItem] = []
        self.terms: list[Term] = []
        self.unreadable: set[str] = set()
        self.sources_named: set[str] = set()
        self.folders_seen: dict[str, Document] = {}

    def read_file(self, path: str) -> None:
        try:
            document, found = read_document(self.root, path)
        except FileNotFoundError:
            if (self.root / path).is_symlink():
                self.diagnostics.append(_broken_link(path))
            return  # otherwise it was removed since the folder was listed
        self.diagnostics.extend(found)
        tree = None
        if document is not None:
            tree, found = read_yaml(document)
            self.diagnostics.extend(found)
        if tree is None:
            self.pass_over(path)
        match path.split("/")[1:]:
            case ("site.yml",):
                self.read_settings(tree)
            case ("glossary", name):
                self.read_term(name, document, tree)
            case ("readings", reading_id, "reading.yml"):
                self.read_reading_file(reading_id, document, tree)
            case ("readings", reading_id, _, *_):
                self.read_annotations(reading_id, document, tree)
            case _:
                self.read_site_wide(tree)

    def pass_over(self, path: str) -> None:
        """Note what a file that cannot be read would have defined, as far as can be seen.

        What other files say of it is then no fault of theirs: one mistake, one diagnostic.
        """
        match path.rpartition(".")[0].split("/")[1:]:
            case ("glossary", term_id):
                self.unreadable.add(f"term:{term_id}")
            case ("readings", reading_id, "reading"):
                self.unreadable.add(f"reading:{reading_id}")
            case _:
                pass
        with suppress(OSError):
            text = (self.root / path).read_bytes().decode("utf-8", errors="replace")
            for identifier in _ID.findall(text):
                self.unreadable |= {f"event:{identifier}", f"source:{identifier}"}
            self.sources_named.update(_SOURCE.findall(text))

    def read_settings(self, tree: YamlTree | None) -> None:
        if tree is None:
            return
        model, found = validate(SettingsModel, tree.data, tree.origin)
        self.diagnostics.extend(found)
        if model is not None:
            self.settings = Settings(
                publish_drafts=model.drafts == "publish",
                linking=model.linking,
                glossary_pages=model.glossary_pages,
                first_year=model.timeline.first,
                last_year=model.timeline.last,
                required_keys=model.require.model_dump(),
            )

    def read_term(self, name: str, document: Document | None, tree: YamlTree | None) -> None:
        term_id, found = file_name_id(name, document)
        self.diagnostics.extend(found)
        model = None
        if tree is not None:
            model, found = validate(TermModel, tree.data, tree.origin)
            self.diagnostics.extend(found)
        elif document is not None and not self.has_finding(document):
            self.diagnostics.append(_empty_file(document, "`term` and `definition`"))
        if model is None or tree is None:
            self.unreadable.add(f"term:{term_id}")
        else:
            self.terms.append(term(model, term_id, tree.origin))

    def read_reading_file(
        self, reading_id: str, document: Document | None, tree: YamlTree | None
    ) -> None:
        _, found = file_name_id(reading_id, document)
        self.diagnostics.extend(found)
        reading = None
        if tree is not None:
            reading, sources, found = read_reading(self.root, reading_id, tree)
            self.diagnostics.extend(found)
            self.sources_named |= sources
        elif document is not None and not self.has_finding(document):
            self.diagnostics.append(_empty_file(document, "`title`, `source` and `language`"))
        if reading is None:
            self.unreadable.add(f"reading:{reading_id}")
        else:
            self.readings[reading_id] = reading

    def read_annotations(
        self, reading_id: str, document: Document | None, tree: YamlTree | None
    ) -> None:
        if document is not None:
            self.folders_seen.setdefault(reading_id, document)
        if tree is not None:
            read = read_items(tree, in_reading=True)
            self.diagnostics.extend(read.diagnostics)
            self.unreadable |= read.faulty
            self.items.setdefault(reading_id, []).extend(read.items)

    def read_site_wide(self, tree: YamlTree | None) -> None:
        if tree is not None:
            read = read_items(tree, in_reading=False)
            self.diagnostics.extend(read.diagnostics)
            self.unreadable |= read.faulty
            self.site_items.extend(read.items)

    def has_finding(self, document: Document) -> bool:
        return any(diagnostic.path == document.path for diagnostic in self.diagnostics)

    def check_folders(self) -> None:
        """Annotations whose folder has no reading.yml, and sources that no reading.yml names."""
        for reading_id, document in self.folders_seen.items():
            if reading_id not in self.readings and f"reading:{reading_id}" not in self.unreadable:
                self.unreadable.add(f"reading:{reading_id}")
                self.diagnostics.append(
                    Origin(document, 0).diagnostic(
                        Code.MISPLACED_ANNOTATIONS,
                        f"The folder `annotations/readings/{reading_id}/` has no reading.yml",
                        "Add one with `title`, `source` and `language`, or correct the folder's "
                        "name.",
                    )
                )
        for path in files_below(self.root, "seeds"):
            if path.endswith(".txt") and path not in self.sources_named:
                self.diagnostics.append(
                    Origin(Document(path, ""), 0).diagnostic(
                        Code.SOURCE_UNUSED,
                        "No reading.yml names this source, so it is not published",
                        "Add `annotations/readings/<id>/reading.yml` with `title`, `source` "
                        "and `language`.",
                    )
                )

    def collection(self) -> Collection:
        everywhere = [*self.site_items, *(i for items in self.items.values() for i in items)]
        readings = tuple(
            _with_annotations(reading, self.items.get(reading.id, ()))
            for _, reading in sorted(self.readings.items())
        )
        return Collection(
            settings=self.settings,
            readings=readings,
            terms=tuple(sorted(self.terms, key=attrgetter("id"))),
            events=_of_kind(everywhere, Event),
            references=_of_kind(everywhere, Reference),
        )


def _of_kind(items: Iterable[object], kind: type[Identified]) -> tuple[Identified, ...]:
    return tuple(sorted((i for i in items if isinstance(i, kind)), key=attrgetter("id")))


def _in_document_order(items: Iterable[object], kind: type[Positioned]) -> tuple[Positioned, ...]:
    """Items without ids, in an order that does not depend on the order of files being read."""
    found = (i for i in items if isinstance(i, kind))
    return tuple(sorted(found, key=lambda i: (i.origin.document.path, i.origin.offset)))


def _with_annotations(reading: Reading, items: Iterable[AnnotationItem]) -> Reading:
    items = tuple(items)
    return replace(
        reading,
        notes=_of_kind(items, Note),
        cross_references=_of_kind(items, CrossReference),
        corrections=_of_kind(items, Correction),
        mentions=_in_document_order(items, Mention),
        formatting=_in_document_order(items, Formatting),
    )


def _broken_link(path: str) -> Diagnostic:
    return Origin(Document(path, ""), 0).diagnostic(
        Code.YAML_FILE_NAME,
        "This file is a link that leads nowhere",
        "Remove it, or put the file itself here.",
    )


def _empty_file(document: Document, needed: str) -> Diagnostic:
    return Origin(document, 0).diagnostic(
        Code.MISSING_KEY, "The file is empty", f"It needs {needed}; or remove the file."
    )


def read_project(root: Path) -> tuple[Project, tuple[Diagnostic, ...]]:
    """Read all sources and annotations of a project.

    Args:
        root: the folder that holds ``seeds/`` and ``annotations/``.

    Returns:
        What could be read, and every fault that a single file shows.
    """
    reader = _Reader(root)
    paths, misnamed, found = annotation_files(root)
    reader.diagnostics.extend(found)
    for path in misnamed:
        reader.pass_over(path)
    for path in paths:
        reader.read_file(path)
    reader.check_folders()
    collection = reader.collection()
    reader.diagnostics.extend(duplicate_ids(collection))
    return Project(collection, frozenset(reader.unreadable)), tuple(reader.diagnostics)
