"""Sources that are described twice."""

from collections.abc import Iterable, Iterator

from build_scripts.model.annotation import Reference
from build_scripts.model.codes import Code
from build_scripts.model.csl_variables import WITHIN_OTHERS
from build_scripts.model.diagnostic import Diagnostic
from build_scripts.text.publication_numbers import same_publication


def repeated_references(references: Iterable[Reference]) -> Iterator[Diagnostic]:
    """A diagnostic for each source with the DOI or the ISBN of another one.

    The parts of a book have its ISBN in common, and so may its volumes.
    """
    first: dict[tuple[str, ...], Reference] = {}
    for reference in references:
        for name, key in _keys(reference):
            other = first.setdefault(key, reference)
            if other is not reference:
                yield reference.origin.at(name).diagnostic(
                    Code.REFERENCE_REPEATED,
                    f"The source `{other.id}` has the same {name}",
                    f"If both are one source, cite `{other.id}` and delete this entry. Otherwise "
                    f"correct the {name}.",
                )
                break


def _keys(reference: Reference) -> Iterator[tuple[str, tuple[str, ...]]]:
    more = reference.more
    if doi := more.get("DOI"):
        yield "DOI", ("DOI", same_publication(doi))
    if (isbn := more.get("ISBN")) and reference.type not in WITHIN_OTHERS:
        yield "ISBN", ("ISBN", same_publication(isbn), more.get("volume", ""))
