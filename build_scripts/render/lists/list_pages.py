"""Say which pages with lists a site has: those with something to list."""

from functools import lru_cache

from build_scripts.model.annotation import CrossReference
from build_scripts.render.addresses import (
    ANNOTATIONS_PAGE,
    BIBLIOGRAPHY_PAGE,
    CROSS_REFERENCES_PAGE,
    GLOSSARY_PAGE,
    LIST_PAGES,
    OVERVIEW_PAGE,
    PEOPLE_PAGE,
    TIMELINE_PAGE,
)
from build_scripts.render.lists.voices import voices_of
from build_scripts.render.site import Site
from build_scripts.render.uses.corpus_relations import corpus_relations

KINDS_OF_PEOPLE = ("person", "organisation")
"""The kinds of terms on the page of people and organisations."""


@lru_cache(maxsize=1)
def list_pages(site: Site) -> tuple[str, ...]:
    """The Markdown files of the pages that list something, in their order on the site.

    An empty page is not made. The list of readings is always there, and is not among these.
    """
    has_entries = {
        GLOSSARY_PAGE: bool(site.terms),
        PEOPLE_PAGE: _has_people(site),
        CROSS_REFERENCES_PAGE: _has_cross_references(site),
        TIMELINE_PAGE: bool(site.events),
        OVERVIEW_PAGE: corpus_relations(site.collection.readings).has_connections(),
        ANNOTATIONS_PAGE: _has_annotations(site),
        BIBLIOGRAPHY_PAGE: bool(site.references),
    }
    return tuple(page for page in LIST_PAGES if has_entries[page])


def _has_people(site: Site) -> bool:
    """Whether anybody is named, in the glossary or as a voice of a reading."""
    return any(term.kind in KINDS_OF_PEOPLE for term in site.collection.terms) or any(
        True for annotated in site.collection.readings for _ in voices_of(annotated.reading)
    )


def _has_cross_references(site: Site) -> bool:
    return any(
        isinstance(placed.annotation, CrossReference)
        for annotated in site.collection.readings
        for placed in annotated.annotations
    )


def _has_annotations(site: Site) -> bool:
    return bool(site.terms or site.events) or any(
        annotated.annotations for annotated in site.collection.readings
    )
