"""The names under which terms are found."""

from collections.abc import Iterable

from build_scripts.model.annotation import Term


def names_of_terms(terms: Iterable[Term]) -> dict[str, tuple[str, ...]]:
    """By id of a term, each of its names once: label, forms, aliases and translations."""
    return {
        term.id: tuple(
            dict.fromkeys(
                (term.label, *term.forms, *term.aliases, *sorted(term.translations.values()))
            )
        )
        for term in terms
    }
