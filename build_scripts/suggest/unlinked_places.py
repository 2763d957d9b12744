"""Places of terms that no form can match, because another word has run together with them."""

from collections.abc import Iterator

from build_scripts.merge.glossary.linking import stretch_with_one_link
from build_scripts.model.annotation import Linking
from build_scripts.model.span import Span
from build_scripts.suggest.faults.glued_words import find_glued
from build_scripts.suggest.proposal import MentionProposal
from build_scripts.suggest.subject import Subject


def unlinked_places(subject: Subject) -> Iterator[MentionProposal]:
    """A mention for each name of a term that has run together with another word.

    No mention is proposed if the term has a link near by and one link is enough there.
    """
    terms = {form: known for known in subject.open_terms for form in known.term.forms}
    for found in find_glued(subject):
        for span in (Span(found.span.start, found.cut), Span(found.cut, found.span.end)):
            known = terms.get(subject.words_at(span))
            if (
                known is not None
                and not subject.is_excluded(known.term.id, span)
                and not _is_linked_near_by(known.term.id, known.term.linking, span, subject)
            ):
                why = "It has run together with another word."
                yield MentionProposal(span, known.term.id, why)


def _is_linked_near_by(term: str, linking: Linking | None, span: Span, subject: Subject) -> bool:
    """Whether a link to the term at this place would be one too many."""
    starts = [paragraph.span.start for paragraph in subject.source.paragraphs]
    sections = [starts[number - 1] for number in subject.annotated.section_starts]

    def stretch(place: Span) -> int:
        return stretch_with_one_link(place.start, linking or subject.linking, starts, sections)

    return any(
        occurrence.span.overlaps(span) or stretch(occurrence.span) == stretch(span)
        for occurrence in subject.annotated.occurrences
        if occurrence.term == term
    )
