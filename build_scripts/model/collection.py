"""Everything that was read from a project."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from build_scripts.model.annotation import Event, Linking, Reference, Term
from build_scripts.model.file_position import Origin
from build_scripts.model.reading import Reading


class GlossaryPages(StrEnum):
    """One page for the whole glossary, or one for each initial letter (large glossaries)."""

    ONE = "one"
    BY_INITIAL = "by-initial"


@dataclass(frozen=True, slots=True)
class Settings:
    """Settings of the collection, from ``annotations/site.yml``.

    Attributes:
        publish_drafts: whether drafts are part of the published site.
        linking: which places of a term become links, unless a reading or a term says otherwise.
        glossary_pages: how the glossary is laid out.
        first_year, last_year: the years that events lie in; None where nothing is said.
        language: in which the interface speaks and annotations are written, as a tag.
        catalogues: the project's own words of the interface: by language tag, a file's text.
        required_keys: by kind of entry (`readings`, `notes` …), optional keys of the format that
            the maintainers want to see all the same.
        origin: of the settings in site.yml; None where there is no such file.
    """

    publish_drafts: bool = False
    linking: Linking = Linking.FIRST
    glossary_pages: GlossaryPages = GlossaryPages.ONE
    first_year: int | None = None
    last_year: int | None = None
    required_keys: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    language: str = "en"
    catalogues: Mapping[str, str] = field(default_factory=dict)
    origin: Origin | None = field(default=None, compare=False)


@dataclass(frozen=True, slots=True, eq=False)
class Collection:
    """The project as values, each tuple sorted by id, so that the order of files has no effect."""

    settings: Settings
    readings: tuple[Reading, ...]
    terms: tuple[Term, ...]
    events: tuple[Event, ...]
    references: tuple[Reference, ...]
