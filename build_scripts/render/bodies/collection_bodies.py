"""Render the bodies of all annotations of a collection."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from build_scripts.model.annotation import Body, all_bodies
from build_scripts.model.body_link import BodyLink
from build_scripts.model.collection import Collection
from build_scripts.model.diagnostic import Diagnostic
from build_scripts.render.bodies.body import render_body
from build_scripts.render.bodies.body_link_names import link_names
from build_scripts.render.bodies.body_pieces import Pieces

if TYPE_CHECKING:
    from build_scripts.render.language.interface_words import Words


def render_bodies(
    collection: Collection,
) -> tuple[dict[Body, Pieces], tuple[BodyLink, ...], tuple[Diagnostic, ...]]:
    """Render every body; return them with their links to entries and the findings."""
    rendered: dict[Body, Pieces] = {}
    links: list[BodyLink] = []
    diagnostics: list[Diagnostic] = []
    settings = collection.settings

    def words() -> "Words":
        # Few collections need them here, and the libraries behind them take long to load.
        from build_scripts.render.language.interface_words import words_of  # noqa: PLC0415

        return words_of(settings.language, settings.catalogues)

    naming = link_names(collection, words)
    for body, reading in _bodies_of(collection):
        located = render_body(body, reading, naming)
        rendered[body] = located.pieces
        links.extend(located.links)
        diagnostics.extend(located.diagnostics)
    return rendered, tuple(links), tuple(diagnostics)


def _bodies_of(collection: Collection) -> Iterator[tuple[Body, str]]:
    """Each body with the id of its reading; the id is empty outside readings."""
    for reading in collection.readings:
        bodies = (
            *((reading.notice,) if reading.notice is not None else ()),
            *((reading.introduction.body,) if reading.introduction is not None else ()),
            *(one.body for one in reading.further_reading if one.body is not None),
            *(body for question in reading.questions for body in all_bodies(question)),
            *(note.body for note in reading.notes),
            *(body for entry in reading.cross_references for body in all_bodies(entry)),
            *(body for entry in reading.corrections for body in all_bodies(entry)),
        )
        yield from ((body, reading.id) for body in bodies)
    for term in collection.terms:
        yield term.definition, ""
    for event in collection.events:
        if event.body is not None:
            yield event.body, ""
    for comparison in collection.comparisons:
        if comparison.body is not None:
            yield comparison.body, ""
