"""Say which pages with lists a site has: those with something to list."""

from build_scripts.model.annotation import CrossReference
from build_scripts.model.placed import AnnotatedCollection
from build_scripts.render.addresses import (
    ANNOTATIONS_PAGE,
    BIBLIOGRAPHY_PAGE,
    CROSS_REFERENCES_PAGE,
    GLOSSARY_PAGE,
    LIST_PAGES,
    MAP_PAGE,
    OVERVIEW_PAGE,
    PEOPLE_PAGE,
    TIMELINE_PAGE,
)
from build_scripts.render.lookups.corpus_relations import CorpusRelations
from build_scripts.render.lookups.voices import KINDS_OF_PEOPLE, voices_of


def list_pages(collection: AnnotatedCollection, relations: CorpusRelations) -> tuple[str, ...]:
    """The Markdown files of the pages that list something, in their order on the site.

    An empty page is not made. The list of readings is always there, and is not among these.
    """
    has_entries = {
        GLOSSARY_PAGE: bool(collection.terms),
        PEOPLE_PAGE: _has_people(collection),
        CROSS_REFERENCES_PAGE: _has_cross_references(collection),
        TIMELINE_PAGE: bool(collection.events),
        MAP_PAGE: any(term.coordinates for term in collection.terms),
        OVERVIEW_PAGE: relations.has_connections(),
        ANNOTATIONS_PAGE: _has_annotations(collection),
        BIBLIOGRAPHY_PAGE: bool(collection.references),
    }
    return tuple(page for page in LIST_PAGES if has_entries[page])


def _has_people(collection: AnnotatedCollection) -> bool:
    """Whether anybody is named, in the glossary or as a voice of a reading."""
    return any(term.kind in KINDS_OF_PEOPLE for term in collection.terms) or any(
        True for annotated in collection.readings for _ in voices_of(annotated.reading)
    )


def _has_cross_references(collection: AnnotatedCollection) -> bool:
    return any(
        isinstance(placed.annotation, CrossReference)
        for annotated in collection.readings
        for placed in annotated.annotations
    )


def _has_annotations(collection: AnnotatedCollection) -> bool:
    declared = any(not one.is_implied for one in collection.comparisons)
    return bool(collection.terms or collection.events or declared) or any(
        annotated.annotations or annotated.questions or annotated.reading.introduction
        for annotated in collection.readings
    )
