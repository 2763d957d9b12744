"""What a page says of a term, wherever it stands; the same on every page, so written once."""

from collections.abc import Iterable, Mapping

from build_scripts.model.annotation import Body, Reference, Term
from build_scripts.render.body_pieces import Pieces
from build_scripts.render.citations import BODY_END, BODY_START, provenance_html, sources_html
from build_scripts.render.html import Html, attribute, element, text
from build_scripts.render.languages import language_name
from build_scripts.render.page import one_line


def term_lemma_html(term: Term, address: str) -> Html:
    """The name of a term, linked to its entry in the glossary, and its kind."""
    return Html(
        f'<a href="{attribute(address)}">{text(one_line(term.label))}</a>'
        f' <span class="kind">{text(term.kind)}</span>'
    )


def translations_html(term: Term) -> Html:
    """The names of a term in other languages; empty where there are none."""
    items: list[Html] = []
    for tag, name in sorted(term.translations.items()):
        if items:
            items.append(text("; "))
        items.append(text(f"{language_name(tag)}: "))
        items.append(element("bdi", {"lang": tag}, text(one_line(name))))
    return element("p", {"class": "translations"}, *items) if items else Html("")


def term_contents(
    terms: Iterable[Term], bodies: Mapping[Body, Pieces], references: Mapping[str, Reference]
) -> dict[str, Pieces]:
    """For each term by its id: definition, translations, sources and provenance."""
    return {term.id: _contents(term, bodies[term.definition], references) for term in terms}


def _contents(term: Term, definition: Pieces, references: Mapping[str, Reference]) -> Pieces:
    rest = Html(
        f"{translations_html(term)}{sources_html(references, term.provenance)}"
        f"{provenance_html(term.provenance)}"
    )
    return (BODY_START, *definition, BODY_END, rest)
