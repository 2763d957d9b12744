"""Sources as a search finds them: in full, as the bibliography shows them."""

from build_scripts.model.annotation import Reference
from build_scripts.model.search_entry import SearchEntry
from build_scripts.render.citation.sources import full_citation_html
from build_scripts.render.context import SiteContext
from build_scripts.render.language.plain_text import blocks_of
from build_scripts.render.search.search_blocks import shown_block
from build_scripts.render.search.search_words import further_words


def source_entry(context: SiteContext, reference: Reference) -> SearchEntry:
    """The entry of a source in the bibliography."""
    words = context.words
    short = context.short[reference.id]
    lines = blocks_of(full_citation_html(reference, short, words))
    return SearchEntry(
        f"source-{reference.id}",
        words.text("hit-source"),
        "",
        tuple(shown_block(context, line, words.language) for line in lines),
        (),
        further_words(lines),
    )
