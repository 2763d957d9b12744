"""Show cross-references at the term or event to which they lead."""

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from build_scripts.model.annotation import CrossReference, EventReference, Relation, TermReference
from build_scripts.model.placed import Passage
from build_scripts.render.markdown_safe_html import Html, element
from build_scripts.render.page_context import PageContext
from build_scripts.render.passages import passage_html
from build_scripts.render.site import Site
from build_scripts.render.uses.entry_names import relation_in_words


class IncomingReference(NamedTuple):
    """A cross-reference: its relation as stated, and the passage that refers."""

    relation: Relation
    passage: Passage


def incoming_references(site: Site) -> dict[str, list[IncomingReference]]:
    """All cross-references to terms and events, by ``term-ID`` and ``event-ID``."""
    incoming: dict[str, list[IncomingReference]] = {}
    for annotated in site.collection.readings:
        for placed in annotated.annotations:
            match placed.annotation:
                case CrossReference(refers_to=TermReference(term=term), relation=relation):
                    target = f"term-{term}"
                case CrossReference(refers_to=EventReference(event=event), relation=relation):
                    target = f"event-{event}"
                case _:
                    continue
            passage = Passage(annotated.reading.id, placed.span)
            incoming.setdefault(target, []).append(IncomingReference(relation, passage))
    return incoming


def incoming_items(context: PageContext, references: Iterable[IncomingReference]) -> Iterator[Html]:
    """A list item for each reference: its relation, seen from the far end, and its passage."""
    for reference in references:
        relation = relation_in_words(context.words, reference.relation, from_far_end=True)
        passage = passage_html(context, reference.passage, in_sentence=True)
        yield element("li", None, context.words.html("related", relation=relation, passage=passage))
