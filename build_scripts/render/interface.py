"""The interface in one language: its words, and everything else that depends on the language."""

from collections.abc import Mapping
from dataclasses import dataclass

from build_scripts.model.annotation import Body
from build_scripts.model.memory import Memory
from build_scripts.model.placed import AnnotatedCollection
from build_scripts.render.bodies.body_pieces import Pieces
from build_scripts.render.citation.short_citations import ShortCitation, short_citations
from build_scripts.render.citation.sources import FullCitations
from build_scripts.render.language.interface_words import Words, words_of
from build_scripts.render.language.languages import language_attributes
from build_scripts.render.markdown_safe_html import Html, attributes_html
from build_scripts.render.term_contents import term_contents


def in_annotators_language(annotates: Html, shown: Html) -> Html:
    """Words of annotators inside words of the interface; see `Interface.annotates`."""
    return Html(f"<span{annotates}>{shown}</span>") if annotates else shown


@dataclass(frozen=True, slots=True, eq=False)
class Interface:
    """The interface in one language.

    Attributes:
        words: the messages.
        speaks: `lang` and `dir` of an element that holds words of the interface, if they differ
            from those of the page.
        annotates: `lang` and `dir` of annotators' text inside such an element.
        short: the short form of each source, by source id.
        full: writes sources in full.
        term_contents: what every page says about a term, by term id.
    """

    words: Words
    speaks: Mapping[str, str | None]
    annotates: Html
    short: Mapping[str, ShortCitation]
    full: FullCitations
    term_contents: Mapping[str, Pieces]


def interface_of(
    language: str,
    collection: AnnotatedCollection,
    bodies: Mapping[Body, Pieces],
    language_around: str,
    memory: Memory,
) -> Interface:
    """The interface in a language, or in English if there are no words in that language.

    The theme declares `language_around` for all pages.
    """
    settings = collection.settings
    words = words_of(language, settings.catalogues)
    annotates = attributes_html(language_attributes(settings.language, words.language))
    short = short_citations(collection.references, words)
    return Interface(
        words,
        language_attributes(words.language, language_around),
        annotates,
        short,
        FullCitations(words),
        term_contents(collection.terms, bodies, short, words, annotates, memory),
    )
