"""New entries, each in a file of its own, so that two contributions never change the same file."""

from collections.abc import Mapping
from typing import NamedTuple

from build_scripts.export.annotation_yaml import Yaml, annotation_file


class NewFile(NamedTuple):
    """A file that is to be added; its path is relative to the project's root, with ``/``."""

    path: str
    content: bytes


class Kind(NamedTuple):
    """A kind of entry, and where entries of it are written.

    Attributes:
        name: as it is typed, and as the names of files in the folder of a reading begin.
        list: the key of the list that the entry stands in; empty where it is the whole file.
        folder: relative to the project's root; empty for the folder of a reading.
        has_id: whether the entry has the key `id`. Otherwise only the name of the file tells it
            from others.
    """

    name: str
    list: str
    folder: str = ""
    has_id: bool = True

    @property
    def prefix(self) -> str:
        """The part of the name of a file that stands before the id."""
        return "" if self.folder else f"{self.name}-"

    def folder_in(self, reading: str) -> str:
        """The folder for entries of this kind, given the id of the reading that they are about."""
        return self.folder or f"annotations/readings/{reading}"


NOTE = Kind("note", "notes")
CROSS_REFERENCE = Kind("cross-reference", "cross_references")
CORRECTION = Kind("correction", "corrections")
QUESTION = Kind("question", "questions")
MENTION = Kind("mention", "mentions", has_id=False)
TERM = Kind("term", "", "annotations/glossary", has_id=False)
EVENT = Kind("event", "events", "annotations/events")
COMPARISON = Kind("comparison", "comparisons", "annotations/comparisons")
REFERENCE = Kind("reference", "references", "annotations/references")


def entry_file(kind: Kind, id_: str, keys: Mapping[str, Yaml | None], reading: str = "") -> NewFile:
    """The file of a new entry, which may be about a reading.

    The keys are written in their order. Keys without a value are left out; an empty text is kept,
    because the check of the file complains about it.
    """
    entry = {key: value for key, value in keys.items() if value == "" or value}
    if kind.has_id:
        entry = {"id": id_, **entry}
    content: Mapping[str, Yaml] = {kind.list: [entry]} if kind.list else entry
    path = f"{kind.folder_in(reading)}/{kind.prefix}{id_}.yml"
    return NewFile(path, annotation_file(content).encode())
