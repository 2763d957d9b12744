"""Makes all proposals for a reading."""

from collections.abc import Callable, Collection, Iterator
from dataclasses import replace
from itertools import chain

from build_scripts.model.placed import AnnotatedCollection, AnnotatedReading
from build_scripts.suggest.faults.glued_words import glued_words
from build_scripts.suggest.faults.marks_and_spaces import missing_spaces, spaces_before_marks
from build_scripts.suggest.faults.mixed_scripts import mixed_scripts
from build_scripts.suggest.faults.repeated_marks import repeated_marks
from build_scripts.suggest.faults.repeated_words import repeated_words
from build_scripts.suggest.faults.unmatched_brackets import unmatched_brackets
from build_scripts.suggest.faults.wrong_encoding import wrong_encoding
from build_scripts.suggest.known_terms import known_terms
from build_scripts.suggest.new_terms import new_terms
from build_scripts.suggest.proposal import CorrectionProposal, FormsProposal, Kind, Proposal
from build_scripts.suggest.reading_words import words_of
from build_scripts.suggest.ready import ReadyProposal, ready
from build_scripts.suggest.spelling_variants import misspelt_names, other_spellings
from build_scripts.suggest.subject import Subject, language_of
from build_scripts.suggest.taken_places import Places
from build_scripts.suggest.unlinked_places import unlinked_places
from build_scripts.suggest.unlinked_spellings import unlinked_spellings
from build_scripts.suggest.vocabulary import vocabulary_of

FAULTS: tuple[Callable[[Subject], Iterator[CorrectionProposal]], ...] = (
    wrong_encoding,
    mixed_scripts,
    glued_words,
    missing_spaces,
    repeated_words,
    repeated_marks,
    spaces_before_marks,
    unmatched_brackets,
)
"""The surest first: if two proposals overlap, the first is kept."""


def suggest(
    collection: AnnotatedCollection,
    reading: AnnotatedReading,
    kinds: Collection[Kind] = tuple(Kind),
) -> tuple[ReadyProposal, ...]:
    """Propose entries for a reading, by kind of entry and then by place.

    The collection must have all drafts, so that no draft is proposed again. The reading must have a
    text. The entries can all be pasted together.
    """
    subject = _subject_of(collection, reading)
    corrections, forms = tuple(_corrections(subject)), tuple(_new_forms(subject))
    misspelt = (one.span for one in corrections if one.kind is Kind.SPELLING)
    spelt = (place for one in forms for place in one.places)
    proposals: tuple[Proposal, ...] = (
        *corrections,
        *unlinked_places(subject),
        *forms,
        *new_terms(subject, (*misspelt, *spelt)),
    )
    wanted = (proposal for proposal in proposals if proposal.kind in kinds)
    return ready(wanted, subject)


def _subject_of(collection: AnnotatedCollection, reading: AnnotatedReading) -> Subject:
    language = language_of(reading.reading)
    readings = (annotated.reading for annotated in collection.readings)
    alike = [one for one in readings if language_of(one) == language]
    words = {one.id: words_of(one) for one in alike}
    return Subject(
        reading,
        words[reading.reading.id],
        vocabulary_of(words.values()),
        known_terms(collection.terms),
        reading.reading.linking or collection.settings.linking,
    )


def _corrections(subject: Subject) -> Iterator[CorrectionProposal]:
    """Corrections that overlap neither one another nor an existing correction."""
    taken = sorted(subject.corrected)
    for source in (*FAULTS, misspelt_names):
        before = Places(taken)
        found = sorted(
            (one for one in source(subject) if not before.overlap(one.span)),
            key=lambda one: one.span,
        )
        end = 0
        for proposal in found:
            if proposal.span.start >= end:
                end = proposal.span.end
                taken.append(proposal.span)
                yield proposal


def _new_forms(subject: Subject) -> Iterator[FormsProposal]:
    """One proposal for each term, with the spellings that were found in several ways."""
    by_term: dict[str, FormsProposal] = {}
    claimed: dict[str, str] = {}
    for proposal in chain(unlinked_spellings(subject), other_spellings(subject)):
        for spelling in proposal.spellings:
            term = claimed.setdefault(spelling.form, proposal.term)
            if term != proposal.term:
                continue
            known = by_term.get(term)
            if known is None:
                old = proposal.forms[: len(proposal.forms) - len(proposal.spellings)]
                known = replace(proposal, forms=old, spellings=())
            if spelling.form not in known.forms:
                by_term[term] = replace(
                    known,
                    forms=(*known.forms, spelling.form),
                    spellings=(*known.spellings, spelling),
                )
    yield from by_term.values()
