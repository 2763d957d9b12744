"""The result of reading one file of ``annotations/``."""

from dataclasses import dataclass, replace

from build_scripts.model.annotation import Term
from build_scripts.model.collection import Settings
from build_scripts.model.diagnostic import Diagnostic
from build_scripts.model.line_and_column import Document, Origin
from build_scripts.model.reading import Reading
from build_scripts.read.convert_models import AnnotationItem

NO_READING = "/"
"""The id of the reading for annotations outside every reading; no folder can have this name."""


@dataclass(frozen=True, slots=True)
class FileResult:
    """What one file holds and what is wrong with it, whatever the other annotation files say.

    Attributes:
        document: the file; without its text where that could not be read.
        reading_id: the name of the reading's folder; `NO_READING` for files outside of these.
        settings: from site.yml.
        reading: from reading.yml, without annotations.
        term: from a file of the glossary.
        items: annotations, events and references in their order; of a faulty one, its sound parts.
        interface_languages: languages whose words the interface needs, and where each is set.
        unreadable: ids that the file may define although they could not be read, as ``kind:ID``;
            the id may be `ANY`.
        sources_named: paths of sources that the file names or may mean, or `ANY`.
    """

    document: Document
    reading_id: str = NO_READING
    settings: Settings | None = None
    reading: Reading | None = None
    term: Term | None = None
    items: tuple[AnnotationItem, ...] = ()
    interface_languages: tuple[tuple[str, Origin], ...] = ()
    unreadable: frozenset[str] = frozenset()
    sources_named: frozenset[str] = frozenset()
    diagnostics: tuple[Diagnostic, ...] = ()

    def joined(self, other: "FileResult") -> "FileResult":
        """This result with the items, ids, sources and diagnostics of another one as well."""
        return replace(
            self,
            items=self.items + other.items,
            unreadable=self.unreadable | other.unreadable,
            sources_named=self.sources_named | other.sources_named,
            diagnostics=self.diagnostics + other.diagnostics,
        )
