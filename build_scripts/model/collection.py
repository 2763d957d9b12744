"""A collection: everything that was read from a project."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from build_scripts.model.annotation import Event, Linking, Reference, Term
from build_scripts.model.arrangement import DeclaredCollection
from build_scripts.model.comparison import Comparison
from build_scripts.model.licence import Licence
from build_scripts.model.line_and_column import Origin
from build_scripts.model.reading import Reading


class GlossaryPages(StrEnum):
    """One page for the whole glossary, or one for each initial letter (large glossaries)."""

    ONE = "one"
    BY_INITIAL = "by-initial"


@dataclass(frozen=True, slots=True)
class Settings:
    """Settings of the collection, from ``annotations/site.yml``.

    Attributes:
        linking: which occurrences of a term become links, unless a reading or a term overrides it.
        glossary_is_shared: whether other projects have the same glossary, so that what nothing uses
            in this one is no fault.
        first_year, last_year: the years of the timeline; None if not given.
        required_keys: optional keys of the format that the maintainers require, by kind of entry
            (`readings`, `notes` …).
        language: the language of the interface and of the annotations, as a tag.
        editors: who the editors are; empty if not given.
        contact: the address at which readers object; empty if not given.
        annotations_licence: None if not given.
        catalogues: texts of the project's own catalogues of words, by language tag.
        origin: the place of the settings in site.yml; None if there is no such file.
    """

    publish_drafts: bool = False
    linking: Linking = Linking.FIRST
    glossary_is_shared: bool = False
    glossary_pages: GlossaryPages = GlossaryPages.ONE
    first_year: int | None = None
    last_year: int | None = None
    required_keys: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    language: str = "en"
    editors: str = ""
    contact: str = ""
    annotations_licence: Licence | None = None
    catalogues: Mapping[str, str] = field(default_factory=dict)
    origin: Origin | None = field(default=None, compare=False)


@dataclass(frozen=True, slots=True, eq=False)
class Collection:
    """The project as values; tuples are sorted by id, so that the order of files has no effect.

    Attributes:
        collections, comparisons: in the order in which they are declared; files in the order of
            their names.
    """

    settings: Settings
    readings: tuple[Reading, ...]
    terms: tuple[Term, ...]
    events: tuple[Event, ...]
    references: tuple[Reference, ...]
    collections: tuple[DeclaredCollection, ...] = ()
    comparisons: tuple[Comparison, ...] = ()
