"""Write what pages say about a term, once for all pages."""

from collections.abc import Iterable, Mapping

from build_scripts.model.annotation import Body, Term
from build_scripts.model.memory import Memory
from build_scripts.model.pronunciation import Pronunciation
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
    """The name of a term, linked to its entry in the glossary, how it is pronounced, and its kind.

    `language`: the `lang` and `dir` attributes for text written by annotators.
    """
    spoken = pronunciation_html(term, words, language)
    return Html(
        f'<a href="{attribute(address)}"{language}>{text(one_line(term.label))}</a>'
        f"{' ' if spoken else ''}{spoken}"
        f' <span class="kind">{text(kind_of_term(term, words))}</span>'
    )


def pronunciation_html(term: Term, words: Words, language: Html = NO_HTML) -> Html:
    """How the name of a term is pronounced, in brackets; empty if nothing says so.

    A screen reader says before it what it is. A transcription is marked as such by its language
    tag (the variant `fonipa` of BCP 47), so that programs do not take it for ordinary words.
    """
    if not term.pronunciations:
        return NO_HTML
    spoken = words.html("semicolon").join(
        _spoken(one, words, language) for one in term.pronunciations
    )
    shown = words.html("pronounced", pronunciation=Html(spoken))
    said = element("span", {"class": "said"}, words.html("pronounced-said"))
    return element("span", {"class": "pronunciation"}, said, Html(" "), shown)


def _spoken(one: Pronunciation, words: Words, language: Html) -> Html:
    """One pronunciation: in ordinary letters, then in phonetic ones."""
    shown = []
    if one.respelling:
        shown.append(Html(f"<bdi{language}>{text(one_line(one.respelling))}</bdi>"))
    if one.ipa:
        attributes = {"class": "ipa", "lang": f"{one.language or 'und'}-fonipa", "dir": "ltr"}
        shown.append(element("span", attributes, text(one_line(one.bracketed_ipa))))
    spoken = Html(words.html("comma").join(shown))
    if one.language in ("", words.language):  # readers take it for their own language
        return spoken
    name = text(words.language_name(one.language))
    return words.html("pronunciation-in", language=name, pronunciation=spoken)


def kind_of_term(term: Term, words: Words) -> str:
    """The name of a term's kind; if no catalogue has one, the word in the term's file."""
    message = f"kind-{term.kind}"
    return words.text(message) if message in words else term.kind


def other_forms_html(term: Term, words: Words) -> Html:
    """The other spellings of a term in the texts; empty if there are none."""
    others = (one_line(form) for form in term.forms if form != term.label)
    return Html(words.html("semicolon").join(element("bdi", None, text(o)) for o in others))


def aliases_html(term: Term, words: Words) -> Html:
    """The other names of a term that the texts need not have; empty if there are none."""
    if not term.aliases:
        return NO_HTML
    names = (element("bdi", None, text(name)) for name in _aliases(term))
    shown = Html(words.html("semicolon").join(names))
    return element("p", {"class": "aliases"}, words.html("aliases", names=shown))


def _aliases(term: Term) -> dict[str, None]:
    return dict.fromkeys(one_line(alias) for alias in term.aliases)


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
    """The definition, other names, sources and provenance of each term, by term id.

    `language`: the `lang` and `dir` attributes for text written by annotators.
    """

    def contents(
        term: Term, body: Pieces, _cited: tuple[ShortCitation, ...], words: Words, language: Html
    ) -> Pieces:
        rest = Html(
            f"{aliases_html(term, words)}{translations_html(term, words)}"
            + sources_html(short, term.provenance.sources, words)
            + provenance_html(term.provenance, words, f"term-{term.id}")
        )
        return (body_start(language), *body, BODY_END, rest)

    def remembered(term: Term) -> Pieces:
        body = bodies[term.definition]
        cited = tuple(short[source.reference] for source in term.provenance.sources)
        key = "term contents", words.language, term.id
        return memory.recall(key, contents, term, body, cited, words, language)

    return {term.id: remembered(term) for term in terms}
