"""Names that are spelt nearly like a known name: slips, and variants of the same name."""

from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from build_scripts.model.annotation import Certainty
from build_scripts.suggest.inflection import is_inflected
from build_scripts.suggest.new_forms import Found, as_forms
from build_scripts.suggest.proper_names import may_be_name
from build_scripts.suggest.proposal import CorrectionProposal, FormsProposal, Kind
from build_scripts.suggest.reading_words import WORD, Word, is_capital, plain
from build_scripts.suggest.same_name import is_variant, sound
from build_scripts.suggest.subject import Subject

_SO_OFTEN_USUAL, _SO_SELDOM_SLIP = 4, 2
_LONGEST_ENDING = 2


class _Known(NamedTuple):
    """A word of a known name, and the terms with that word; none if the name has no entry."""

    word: str
    terms: frozenset[str]


def misspelt_names(subject: Subject) -> Iterator[CorrectionProposal]:
    """A correction for each rare name that is spelt nearly like a frequent name.

    Names that differ only at their ends are left alone, because that may be grammar.
    """
    for word, usual in _pairs(subject):
        if _is_slip(word.text, usual.word, subject.counts):
            yield CorrectionProposal(
                word.span,
                usual.word,
                Certainty.LIKELY,
                word.text,
                f"Elsewhere this text has “{usual.word}”.",
                Kind.SPELLING,
            )


def other_spellings(subject: Subject) -> Iterator[FormsProposal]:
    """New forms of terms, for names that are spelt nearly like a term, and not by a slip."""
    found = []
    for word, usual in _pairs(subject):
        if len(usual.terms) == 1 and not _is_slip(word.text, usual.word, subject.counts):
            (term,) = usual.terms
            why = f"Likely another spelling of “{usual.word}”."
            found.append(Found(term, word.text, word.span, why))
    yield from as_forms(found, Kind.SPELLING, subject)


def _is_slip(word: str, usual: str, counts: Mapping[str, int]) -> bool:
    seldom = counts[word]
    is_rare = seldom <= _SO_SELDOM_SLIP and counts[usual] >= _SO_OFTEN_USUAL * seldom
    return is_rare and not _differs_in_ending(word, usual)


def _pairs(subject: Subject) -> Iterator[tuple[Word, _Known]]:
    """Words that look like names, each with the known name that is spelt most nearly alike."""
    known = _known_words(subject)
    by_letter: dict[str, list[_Known]] = {}
    by_sound: dict[str, list[_Known]] = {}
    for one in known.values():
        by_letter.setdefault(plain(one.word)[:1], []).append(one)
        by_sound.setdefault(sound(one.word), []).append(one)
    nearest: dict[str, _Known | None] = {}
    for word in subject.free_words:
        if not may_be_name(word, subject.language) or word.folded in subject.vocabulary.small:
            continue
        if word.text not in nearest:
            near = (*by_letter.get(plain(word.text)[:1], ()), *by_sound.get(sound(word.text), ()))
            nearest[word.text] = _nearest(word.text, near, known, subject)
        usual = nearest[word.text]
        if usual is not None:
            yield word, usual


def _nearest(
    word: str, near: Sequence[_Known], known: Mapping[str, _Known], subject: Subject
) -> _Known | None:
    """The known name that is spelt nearly like a word; of several, the most frequent."""
    counts = subject.counts
    if word in known and known[word].terms:
        return None
    variants = [
        one
        for one in near
        if one.word != word
        and is_variant(word, one.word)
        and (one.terms or counts[one.word] > counts[word])
        and not is_inflected(plain(word), plain(one.word), subject.language)
    ]
    if not variants or subject.vocabulary.is_derived_from_name(word):
        return None
    return max(variants, key=lambda one: (counts[one.word], bool(one.terms), one.word))


def _differs_in_ending(word: str, usual: str) -> bool:
    ours, theirs = plain(word), plain(usual)
    stem = max(len(ours), len(theirs)) - _LONGEST_ENDING
    return ours[:stem] == theirs[:stem]


def _known_words(subject: Subject) -> dict[str, _Known]:
    """The last words of names of terms, and the names that recur in the text."""
    terms: dict[str, set[str]] = {}
    for known in subject.open_terms:
        for name in known.names:
            # The last word of a name is used alone, as a surname is.
            for word in WORD.findall(name)[-1:]:
                if is_capital(word[0]):
                    terms.setdefault(word, set()).add(known.term.id)
    for word, count in subject.counts.items():
        if count >= _SO_OFTEN_USUAL and subject.vocabulary.is_name(word):
            terms.setdefault(word, set())
    return {word: _Known(word, frozenset(ids)) for word, ids in terms.items()}
