"""A project's folder to a collection: every file is read, every fault reported."""

from collections.abc import Iterable, Mapping
from dataclasses import replace
from itertools import islice
from pathlib import Path
from typing import NamedTuple

from build_scripts.model.annotation import Event, Reference, Term
from build_scripts.model.codes import Code
from build_scripts.model.collection import Collection, Settings
from build_scripts.model.diagnostic import Diagnostic
from build_scripts.model.file_position import Document, Origin
from build_scripts.model.reading import Reading
from build_scripts.model.unreadable import ANY
from build_scripts.read.annotation_file import misplaced_in_glossary, read_items
from build_scripts.read.assemble import assemble
from build_scripts.read.checking.refuse_hidden import refuse_hidden
from build_scripts.read.checking.validate import validate
from build_scripts.read.convert import AnnotationItem, term
from build_scripts.read.files.documents import annotation_files, read_document
from build_scripts.read.files.file_names import check_names
from build_scripts.read.files.project_folder import ProjectFolder
from build_scripts.read.identifiers import duplicate_ids, file_name_id
from build_scripts.read.passed_over import FOLDER, PassedOver, pass_over
from build_scripts.read.reading_file import read_reading, unreadable_reading
from build_scripts.read.schema import SettingsModel, TermModel
from build_scripts.read.settings.words_file import (
    check_words,
    is_words_file,
    language_of,
    missing_messages,
    too_deep,
)
from build_scripts.read.yaml.tree import YamlTree, read_yaml
from build_scripts.text.ids import intended_id
from build_scripts.words.catalogues import has_words, known_languages

_NO_READING = "/"
"""In place of the id of a reading, for annotations outside of all of them: no folder's name."""


class Project(NamedTuple):
    """What was read, and what could not be.

    Attributes:
        collection: everything that could be read.
        unreadable: ids of readings, terms, events and references of which nothing, or not the
            text, could be read, as ``reading:ID`` and the like, so that what refers to them is
            not reported as well.
    """

    collection: Collection
    unreadable: frozenset[str]


class _Reader:
    """Gathers values and diagnostics while the files of one project are read."""

    def __init__(self, folder: ProjectFolder) -> None:
        self.folder = folder
        self.diagnostics: list[Diagnostic] = []
        self.settings = Settings()
        self.settings_origin: Origin | None = None
        self.catalogues: dict[str, Document | None] = {}
        self.readings: dict[str, Reading] = {}
        # By reading, or under `_NO_READING`.
        self.items: dict[str, list[AnnotationItem]] = {}
        self.terms: list[Term] = []
        self.unreadable: set[str] = set()
        self.sources_named: set[str] = set()
        self.folders_seen: dict[str, Document] = {}
        self.faulty_names: frozenset[str] = frozenset()
        # How many diagnostics there were when the file was opened that is being read.
        self.found_before = 0

    def read_file(self, path: str) -> None:
        self.found_before = len(self.diagnostics)
        document, found = read_document(self.folder, path)
        self.diagnostics.extend(found)
        if document is None and not found:
            return  # it was removed since the folder was listed
        tree = None
        if document is not None:
            tree, found = read_yaml(document)
            self.diagnostics.extend(found)
        if tree is None:
            self.note(pass_over(self.folder, path))
        else:
            tree, found = refuse_hidden(tree)
            self.diagnostics.extend(found)
        match path.split("/")[1:]:
            case ("site.yml",):
                self.read_settings(tree)
            case ("glossary", name):
                self.read_term(name, document, tree)
            case ("readings", reading_id, "reading.yml"):
                self.read_reading_file(reading_id, document or Document(path, ""), tree)
            case ("readings", reading_id, _, *_):
                self.folders_seen.setdefault(reading_id, document or Document(path, ""))
                self.read_annotations(reading_id, tree)
            case _:
                self.read_annotations(_NO_READING, tree)

    def note(self, passed_over: PassedOver) -> None:
        self.unreadable |= passed_over.identifiers
        self.sources_named |= passed_over.sources

    def read_settings(self, tree: YamlTree | None) -> None:
        if tree is None:
            return
        model, origin, found = validate(SettingsModel, tree.data, tree.origin)
        self.diagnostics.extend(found)
        self.settings_origin = origin
        has_years = "timeline" not in origin.faulty
        self.settings = Settings(
            publish_drafts=model.drafts == "publish",
            linking=model.linking,
            language=model.language,
            glossary_pages=model.glossary_pages,
            first_year=model.timeline.first if has_years else None,
            last_year=model.timeline.last if has_years else None,
            required_keys=model.require.model_dump(),
            origin=origin,
        )

    def read_words(self, path: str) -> None:
        document, found = read_document(self.folder, path)
        self.diagnostics.extend(found)
        if document is not None and (found := too_deep(document)):
            self.diagnostics.extend(found)
            document = None
        if document is not None:
            self.diagnostics.extend(check_words(document))
        self.catalogues[language_of(path)] = document

    def finish_words(self) -> None:
        """Give the project's catalogues to the settings; every language asked for has its words."""
        texts = {tag: file.text if file else "" for tag, file in sorted(self.catalogues.items())}
        for document in filter(None, self.catalogues.values()):
            self.diagnostics.extend(missing_messages(document, texts))
        self.settings = replace(self.settings, catalogues=texts)
        asked = [(r.metadata.interface, r.origin.at("interface")) for r in self.readings.values()]
        if self.settings_origin is not None:
            asked.append((self.settings.language, self.settings_origin.at("language")))
        for language, origin in asked:
            if language and not has_words(language, texts):
                self.diagnostics.append(_no_words(language, origin, known_languages(texts)))

    def read_term(self, name: str, document: Document | None, tree: YamlTree | None) -> None:
        term_id, found = file_name_id(
            name, self.unless_faulty(f"annotations/glossary/{name}", document)
        )
        self.diagnostics.extend(found)
        if found:
            self.unreadable.add(f"term:{intended_id(term_id)}")
        misplaced = misplaced_in_glossary(tree) if tree is not None else None
        if misplaced is not None:
            self.diagnostics.append(misplaced)
            self.note(pass_over(self.folder, misplaced.path))
        elif tree is not None:
            tree = self.without_references(tree)
            model, origin, found = validate(TermModel, tree.data, tree.origin)
            self.diagnostics.extend(found)
            self.terms.append(term(model, term_id, origin))
        elif document is not None and not self.has_finding(document):
            self.diagnostics.append(_empty_file(document, "`term` and `definition`"))

    def without_references(self, tree: YamlTree) -> YamlTree:
        """The file of a term without the sources that it describes, which are read here."""
        if not isinstance(tree.data, dict) or "references" not in tree.data:
            return tree
        own = {key: value for key, value in tree.data.items() if key != "references"}
        references = tree._replace(data={"references": tree.data["references"]})
        self.read_annotations(_NO_READING, references)
        return tree._replace(data=own)

    def read_reading_file(self, reading_id: str, document: Document, tree: YamlTree | None) -> None:
        _, found = file_name_id(
            reading_id, self.unless_faulty(f"annotations/readings/{reading_id}", document)
        )
        self.diagnostics.extend(found)
        if found:
            self.unreadable.add(f"reading:{intended_id(reading_id)}")
        if tree is not None:
            read = read_reading(self.folder, reading_id, tree)
            self.diagnostics.extend(read.diagnostics)
            self.sources_named |= read.sources_named
            self.add_reading(read.reading)
        else:
            if not self.has_finding(document):
                needed = "`title`, `source` and `language`"
                self.diagnostics.append(_empty_file(document, needed))
                self.sources_named.add(ANY)
            self.add_reading(unreadable_reading(reading_id, Origin(document, 0)))

    def add_reading(self, reading: Reading) -> None:
        self.readings[reading.id] = reading
        if not reading.source.paragraphs:
            self.unreadable.add(f"reading:{reading.id}")

    def read_annotations(self, reading_id: str, tree: YamlTree | None) -> None:
        if tree is not None:
            read = read_items(tree, in_reading=reading_id != _NO_READING)
            self.diagnostics.extend(read.diagnostics)
            self.unreadable |= read.faulty
            if any(name.startswith("reading:") for name in read.faulty):
                self.sources_named.add(ANY)  # in a file of another name
            self.items.setdefault(reading_id, []).extend(read.items)

    def unless_faulty(self, name: str, document: Document | None) -> Document | None:
        """None in place of a document whose name is reported already."""
        return None if name in self.faulty_names else document

    def has_finding(self, document: Document) -> bool:
        found = self.diagnostics[self.found_before :]
        return document.path in self.faulty_names or any(d.path == document.path for d in found)

    def check_folders(self, sources: Iterable[str]) -> None:
        """Annotations whose folder has no reading.yml, and sources that no reading.yml names."""
        stray = (i for i in self.items.get(_NO_READING, ()) if not isinstance(i, Event | Reference))
        for item in islice(stray, 1):  # reported, and checked as far as it can be without a text
            self.add_reading(unreadable_reading(_NO_READING, item.origin))
        for reading_id, document in self.folders_seen.items():
            if reading_id in self.readings:
                continue
            if f"reading:{reading_id}" not in self.unreadable:
                self.diagnostics.append(
                    Origin(document, 0).diagnostic(
                        Code.MISPLACED_ANNOTATIONS,
                        f"The folder `annotations/readings/{reading_id}/` has no reading.yml",
                        "Add one with `title`, `source` and `language`, or correct the folder's "
                        "name.",
                    )
                )
            self.add_reading(unreadable_reading(reading_id, Origin(document, 0)))
        named = self.sources_named | self.faulty_names
        for path in () if ANY in named else sources:
            if path.endswith(".txt") and path not in named:
                self.diagnostics.append(
                    Origin(Document(path, ""), 0).diagnostic(
                        Code.SOURCE_UNUSED,
                        "No reading.yml names this source, so it is not published",
                        "Add `annotations/readings/<id>/reading.yml` with `title`, `source` "
                        "and `language`.",
                    )
                )

    def collection(self) -> Collection:
        return assemble(self.settings, self.readings, self.items, self.terms)


def _no_words(language: str, origin: Origin, known: Iterable[str]) -> Diagnostic:
    return origin.diagnostic(
        Code.WRONG_VALUE,
        f"The interface has no words in the language `{language}`",
        f"Known: {', '.join(known)}. To add it, write `annotations/words/{language}.ftl`.",
    )


def _empty_file(document: Document, needed: str) -> Diagnostic:
    return Origin(document, 0).diagnostic(
        Code.MISSING_KEY, "The file is empty", f"It needs {needed}; or remove the file."
    )


def read_project(
    root: Path, proposed: Mapping[str, bytes] | None = None
) -> tuple[Project, tuple[Diagnostic, ...]]:
    """Read all sources and annotations of a project.

    Args:
        root: the folder that holds ``seeds/`` and ``annotations/``.
        proposed: contents of files that are read as if they lay there, by their paths.

    Returns:
        What could be read, and every fault that a single file shows.
    """
    folder = ProjectFolder(root, proposed or {})
    reader = _Reader(folder)
    annotations, sources = folder.listing("annotations"), folder.listing("seeds")
    reader.diagnostics.extend((*annotations.diagnostics, *sources.diagnostics))
    if not (annotations.is_usable and sources.is_usable):
        return Project(reader.collection(), frozenset()), tuple(reader.diagnostics)
    names = check_names(
        (*annotations.files, *annotations.folders, *sources.files, *sources.folders)
    )
    reader.diagnostics.extend(names.diagnostics)
    reader.faulty_names = names.faulty
    if annotations.unreadable:
        reader.note(FOLDER)
    paths, misnamed, found = annotation_files(annotations)
    reader.diagnostics.extend(found)
    for path in misnamed:
        reader.note(pass_over(folder, path))
    for path in paths:
        if names.forbid_reading(path):
            reader.note(pass_over(folder, path))
        else:
            reader.read_file(path)
    for path in filter(is_words_file, annotations.files):
        if not names.forbid_reading(path):
            reader.read_words(path)
    reader.finish_words()
    reader.check_folders(sources.files)
    collection = reader.collection()
    reader.diagnostics.extend(duplicate_ids(collection))
    return Project(collection, frozenset(reader.unreadable)), tuple(reader.diagnostics)
