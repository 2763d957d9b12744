"""Sources that nothing cites, and sources without a date or publisher."""

from collections.abc import Iterable, Iterator

from build_scripts.merge.entries_with_ids import called, entries
from build_scripts.model.annotation import NO_DATE, TYPES_WITHOUT_PUBLISHER, Reference
from build_scripts.model.codes import Code
from build_scripts.model.collection import Collection
from build_scripts.model.diagnostic import Diagnostic
from build_scripts.text.did_you_mean import names_meant

_GLOSSARY = "annotations/glossary/"


def unused_references(collection: Collection) -> Iterator[Diagnostic]:
    """A diagnostic for each source that no `sources:` names.

    A source that is described in a shared glossary may be cited in another project.
    """
    known = {reference.id for reference in collection.references}
    cited = names_meant(
        (citation.reference for entry in entries(collection) for citation in entry.sources),
        known,
    )
    shared = collection.settings.glossary_is_shared
    for reference in collection.references:
        if shared and reference.origin.document.path.startswith(_GLOSSARY):
            continue
        if reference.id and reference.id not in cited:
            yield reference.origin.diagnostic(
                Code.REFERENCE_UNUSED,
                f"No entry cites the source `{reference.id}`",
                f"Write `sources: [{reference.id}]` in the entries that rest on it, or delete it.",
            )


def incomplete_references(references: Iterable[Reference]) -> Iterator[Diagnostic]:
    """A diagnostic for each source without a date or a publisher."""
    for reference in references:
        faulty = reference.origin.faulty
        missing, hints = [], []
        if not reference.issued and "issued" not in faulty:
            missing.append("date")
            hints.append(f"Add `issued:` with its date, or `issued: {NO_DATE}` if it has none.")
        published = reference.publisher or reference.container_title
        if not (
            published
            or faulty & {"publisher", "container-title", "type"}
            or reference.type in TYPES_WITHOUT_PUBLISHER
        ):
            missing.append("publisher")
            hints.append(
                "Add `publisher:`; or add `container-title:` with the newspaper, journal or book "
                "that it is in."
            )
        if missing:
            yield reference.origin.diagnostic(
                Code.REFERENCE_INCOMPLETE,
                f"{called('references', reference.id)} has no {' and no '.join(missing)}",
                "\n".join(hints),
            )
