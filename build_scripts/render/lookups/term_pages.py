"""The page of the glossary that defines each term."""

from collections.abc import Iterable, Mapping

from build_scripts.model.annotation import Term
from build_scripts.model.collection import GlossaryPages, Settings
from build_scripts.render.addresses import GLOSSARY_PAGE
from build_scripts.render.term_order import in_order, sorted_by
from build_scripts.text.collation import initial


def initial_of(term: Term, language: str) -> str:
    """The letter under which a term stands; ``0-9`` for digits."""
    return initial(sorted_by(term), language)


def page_of_term(term: Term, settings: Settings) -> str:
    """The page that defines a term: the glossary itself, or the page of the term's letter."""
    if settings.glossary_pages is GlossaryPages.ONE:
        return GLOSSARY_PAGE
    letter = initial_of(term, settings.language).casefold()
    name = letter if letter.isascii() else "-".join(f"u{ord(part):04x}" for part in letter)
    return f"glossary/{name}.md"


def terms_by_page(
    terms: Iterable[Term], pages: Mapping[str, str], language: str
) -> dict[str, tuple[Term, ...]]:
    """The terms that each page defines, both in alphabetical order.

    `pages` are those of the terms, by their ids.
    """
    members: dict[str, list[Term]] = {}
    for term in in_order(terms, language):
        members.setdefault(pages[term.id], []).append(term)
    return {page: tuple(of_page) for page, of_page in members.items()}
