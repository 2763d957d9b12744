"""Make the parts of search entries."""

from collections.abc import Iterable, Mapping

from build_scripts.model.annotation import Body, Provenance
from build_scripts.model.search_entry import SearchBlock
from build_scripts.render.citation.citations import UNSETTLED
from build_scripts.render.language.interface_words import Words
from build_scripts.render.language.languages import language_attributes
from build_scripts.render.language.text_of_markup import blocks_of
from build_scripts.render.language.text_pieces import in_sentences
from build_scripts.render.search.search_words import further_words
from build_scripts.render.site import Site
from build_scripts.render.uses.body_links import words_of_link

_BETWEEN_BLOCKS = "\n\0\n"
"""No term reaches over this character, which YAML does not allow in a name."""


def kind_in_words(
    words: Words, kind: str, detail: str = "", provenance: Provenance | None = None
) -> str:
    """What a hit is: its kind, its place or speaker, and a warning if its status is unsettled."""
    status = provenance.status if provenance else None
    warning = words.text(status.value) if status in UNSETTLED and status else ""
    for further in filter(None, (detail, warning)):
        kind = words.text("hit", kind=kind, detail=further)
    return kind


def shown_block(site: Site, text: str, language: str, runs: str = "") -> SearchBlock:
    """A piece of text, with its language and direction where they differ from the theme's.

    `runs` is its direction, if more than its language is known of it.
    """
    speaks = language_attributes(language, site.configuration.language, runs)
    return SearchBlock(text, speaks.get("lang") or "", speaks.get("dir") or "")


def body_blocks(site: Site, body: Body | None) -> tuple[SearchBlock, ...]:
    """The text of a body, which annotators write in the language of the collection."""
    blocks = blocks_of(site.body(body, words_of_link))
    language = site.settings.language
    return tuple(
        shown_block(site, piece, language) for block in blocks for piece in in_sentences(block)
    )


def words_for(
    site: Site,
    blocks: Iterable[SearchBlock],
    names: Mapping[str, tuple[str, ...]],
    *meant: str,
) -> tuple[str, ...]:
    """Words by which a search finds the text of an annotation, besides the words of the text.

    They are those of `meant`, and of all names of the terms that the text mentions. `names` holds
    the names of each term by its id.
    """
    shown = [block.text for block in blocks]
    terms = site.find_terms(_BETWEEN_BLOCKS.join(shown), "")
    return further_words(shown, (*meant, *(name for t, _ in terms for name in names.get(t, ()))))
