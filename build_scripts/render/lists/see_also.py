"""Say which pages with lists exist, and link each of them to the others."""

from build_scripts.model.annotation import CrossReference
from build_scripts.render.addresses import (
    ANNOTATIONS_PAGE,
    BIBLIOGRAPHY_PAGE,
    CROSS_REFERENCES_PAGE,
    GLOSSARY_PAGE,
    OVERVIEW_PAGE,
    PEOPLE_PAGE,
    TIMELINE_PAGE,
)
from build_scripts.render.lists.voices import voices_of
from build_scripts.render.markdown_safe_html import Html, element
from build_scripts.render.page_context import PageContext
from build_scripts.render.site import Site

KINDS_OF_PEOPLE = ("person", "organisation")
"""The kinds of terms on the page of people and organisations."""


def has_people(site: Site) -> bool:
    """Whether anybody is named, in the glossary or as a voice of a reading."""
    return any(term.kind in KINDS_OF_PEOPLE for term in site.collection.terms) or any(
        True for annotated in site.collection.readings for _ in voices_of(annotated.reading)
    )


def has_cross_references(site: Site) -> bool:
    """Whether there is a cross-reference to list."""
    return any(
        isinstance(placed.annotation, CrossReference)
        for annotated in site.collection.readings
        for placed in annotated.annotations
    )


def has_annotations(site: Site) -> bool:
    """Whether there is an annotation to list."""
    collection = site.collection
    return bool(collection.terms or collection.events) or any(
        annotated.annotations for annotated in collection.readings
    )


def see_also_html(context: PageContext) -> Html:
    """Links from one of these pages to those of the others that exist."""
    pages = (
        (GLOSSARY_PAGE, "glossary-title", True),
        (PEOPLE_PAGE, "people-title", has_people(context.site)),
        (CROSS_REFERENCES_PAGE, "cross-references-title", has_cross_references(context.site)),
        (TIMELINE_PAGE, "timeline-title", True),
        (OVERVIEW_PAGE, "overview-title", True),
        (ANNOTATIONS_PAGE, "annotations-title", has_annotations(context.site)),
        (BIBLIOGRAPHY_PAGE, "bibliography-title", True),
    )
    links = (
        element("a", {"href": context.link(other)}, context.words.html(title))
        for other, title, exists in pages
        if exists and other != context.page
    )
    shown = Html(context.words.html("comma").join(links))
    return element(
        "p", {"class": "see-also", **context.speaks}, context.words.html("see-also", pages=shown)
    )
