"""Write what pages say about a term, once for all pages."""

from collections.abc import Iterable, Mapping

from build_scripts.model.annotation import Body, Term
from build_scripts.model.memory import Memory
from build_scripts.render.bodies.body_pieces import Pieces
from build_scripts.render.citation.citations import (
    BODY_END,
    body_start,
    provenance_html,
    sources_html,
)
from build_scripts.render.citation.short_citations import ShortCitation
from build_scripts.render.language.interface_words import Words
from build_scripts.render.markdown_safe_html import NO_HTML, Html, attribute, element, text
from build_scripts.render.page import one_line


def term_lemma_html(term: Term, address: str, words: Words, language: Html = NO_HTML) -> Html:
    """The name of a term, linked to its entry in the glossary, and its kind.

    `language`: the `lang` and `dir` attributes for text written by annotators.
    """
    return Html(
        f'<a href="{attribute(address)}"{language}>{text(one_line(term.label))}</a>'
        f' <span class="kind">{text(kind_of_term(term, words))}</span>'
    )


def kind_of_term(term: Term, words: Words) -> str:
    """The name of a term's kind; if no catalogue has one, the word in the term's file."""
    message = f"kind-{term.kind}"
    return words.text(message) if message in words else term.kind


def other_forms_html(term: Term, words: Words) -> Html:
    """The other spellings of a term; empty if there are none."""
    others = (one_line(form) for form in term.forms if form != term.label)
    return Html(words.html("semicolon").join(element("bdi", None, text(o)) for o in others))


def translations_html(term: Term, words: Words) -> Html:
    """The names of a term in other languages; empty if there are none."""
    items: list[Html] = []
    for tag, name in sorted(term.translations.items()):
        if items:
            items.append(words.html("semicolon"))
        language = text(words.language_name(tag))
        translated = element("bdi", {"lang": tag}, text(one_line(name)))
        items.append(words.html("translation", language=language, name=translated))
    return element("p", {"class": "translations"}, *items) if items else NO_HTML


def term_contents(
    terms: Iterable[Term],
    bodies: Mapping[Body, Pieces],
    short: Mapping[str, ShortCitation],
    words: Words,
    language: Html,
    memory: Memory,
) -> dict[str, Pieces]:
    """The definition, translations, sources and provenance of each term, by term id.

    `language`: the `lang` and `dir` attributes for text written by annotators.
    """

    def contents(
        term: Term, body: Pieces, _cited: tuple[ShortCitation, ...], words: Words, language: Html
    ) -> Pieces:
        rest = Html(
            f"{translations_html(term, words)}{sources_html(short, term.provenance.sources, words)}"
            + provenance_html(term.provenance, words, f"term-{term.id}")
        )
        return (body_start(language), *body, BODY_END, rest)

    def remembered(term: Term) -> Pieces:
        body = bodies[term.definition]
        cited = tuple(short[source.reference] for source in term.provenance.sources)
        key = "term contents", words.language, term.id
        return memory.recall(key, contents, term, body, cited, words, language)

    return {term.id: remembered(term) for term in terms}
