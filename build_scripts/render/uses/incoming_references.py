"""Show cross-references at the term or event to which they lead."""

from collections.abc import Iterable, Iterator

from build_scripts.render.lookups.incoming import IncomingReference
from build_scripts.render.markdown_safe_html import Html, element
from build_scripts.render.page_context import PageContext
from build_scripts.render.passages import passage_html
from build_scripts.render.uses.entry_names import relation_in_words


def incoming_items(context: PageContext, references: Iterable[IncomingReference]) -> Iterator[Html]:
    """A list item for each reference: its relation, seen from the far end, and its passage."""
    for reference in references:
        relation = relation_in_words(context.words, reference.relation, from_far_end=True)
        passage = passage_html(context, reference.passage, in_sentence=True)
        yield element("li", None, context.words.html("related", relation=relation, passage=passage))
