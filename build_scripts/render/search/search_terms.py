"""Make the search entries of the glossary: a search finds a term under each of its names."""

from collections.abc import Mapping

from build_scripts.model.annotation import Term
from build_scripts.model.pronunciation import Pronunciation
from build_scripts.model.search_entry import SearchBlock, SearchEntry
from build_scripts.render.language.interface_words import Words
from build_scripts.render.language.text_of_markup import blocks_of
from build_scripts.render.page import one_line
from build_scripts.render.search.search_blocks import (
    body_blocks,
    kind_in_words,
    shown_block,
    words_for,
)
from build_scripts.render.site import Site
from build_scripts.render.term_contents import aliases_html, kind_of_term, translations_html


def term_entry(site: Site, term: Term, names: Mapping[str, tuple[str, ...]]) -> SearchEntry:
    """The entry of a term: its kind, definition, other names and pronunciation."""
    words = site.interface().words
    label = one_line(term.label)
    kind = kind_of_term(term, words)
    forms = words.text("semicolon").join(form for form in term.forms if form != term.label)
    lines = [words.text("other-forms", forms=forms)] if forms else []
    lines += blocks_of(aliases_html(term, words))
    lines += blocks_of(translations_html(term, words))
    lines += [_pronounced(one, words) for one in term.pronunciations]
    blocks = (
        *body_blocks(site, term.definition),
        *(shown_block(site, one_line(line), words.language) for line in lines),
    )
    others = tuple(name for name in names[term.id] if name != term.label)
    return SearchEntry(
        f"term-{term.id}",
        kind_in_words(words, words.text("hit-term"), kind, term.provenance),
        label,
        blocks,
        others,
        words_for(site, (SearchBlock(label), *blocks), names),
    )


def _pronounced(one: Pronunciation, words: Words) -> str:
    """How the name is pronounced, in words that are searched and shown under a hit."""
    spoken = words.text("comma").join(filter(None, (one.respelling, one.bracketed_ipa)))
    if one.language not in ("", words.language):
        language = words.language_name(one.language)
        spoken = words.text("pronunciation-in", language=language, pronunciation=spoken)
    return words.text("pronounced-as", pronunciation=spoken)
