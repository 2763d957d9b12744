"""Names that are spelt nearly like a known name: slips, and variants of the same name."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from typing import NamedTuple

from build_scripts.model.annotation import Certainty
from build_scripts.suggest.inflection import is_inflected
from build_scripts.suggest.new_forms import Found, as_forms
from build_scripts.suggest.new_terms import NOUNS_HAVE_CAPITALS
from build_scripts.suggest.proper_names import LONGEST_NAME, may_be_name
from build_scripts.suggest.proposal import CorrectionProposal, FormsProposal, Kind
from build_scripts.suggest.reading_words import WORD, Word, is_capital, plain
from build_scripts.suggest.same_name import is_variant, sound, sounds_alike, spellings_nearby
from build_scripts.suggest.subject import Subject

_SO_OFTEN_USUAL, _SO_SELDOM_SLIP = 4, 2
_LONGEST_ENDING = 2
_LONG, _SO_OFTEN_LONG = 8, 8
"""Two long names are seldom alike by accident, so these need no words around them."""


class _Known(NamedTuple):
    """A word of a known name, and the terms with that word; none if the name has no entry."""

    word: str
    terms: frozenset[str]


def misspelt_names(subject: Subject) -> Iterator[CorrectionProposal]:
    """A correction for each rare name that is spelt nearly like a frequent one in the same words.

    `Upsallata range` is `Uspallata range`; but `the town of Arica` is not Africa. Names that differ
    only at their ends are left alone, because that may be grammar.
    """
    for word, usual in _pairs(subject):
        if _is_slip(word.text, usual.word, subject):
            yield CorrectionProposal(
                word.span,
                usual.word,
                Certainty.LIKELY,
                word.text,
                f"Elsewhere this text has “{usual.word}”.",
                Kind.SPELLING,
            )


def other_spellings(subject: Subject) -> Iterator[FormsProposal]:
    """New forms of terms, for names that sound like a term."""
    found = []
    for word, usual in _pairs(subject):
        if (
            len(usual.terms) == 1
            and (plain(word.text) == plain(usual.word) or sounds_alike(word.text, usual.word))
            and not _is_slip(word.text, usual.word, subject)
        ):
            (term,) = usual.terms
            why = f"Likely another spelling of “{usual.word}”."
            found.append(Found(term, word.text, word.span, why))
    yield from as_forms(found, Kind.SPELLING, subject)


def _is_slip(word: str, usual: str, subject: Subject) -> bool:
    seldom = subject.vocabulary.counts.get(word, 0)
    is_rare = seldom <= _SO_SELDOM_SLIP and subject.counts[usual] >= _SO_OFTEN_USUAL * seldom
    is_long = len(word) >= _LONG and subject.counts[usual] >= _SO_OFTEN_LONG * seldom
    return (
        is_rare
        and not _differs_in_ending(word, usual)
        and (is_long or not subject.frames[word].isdisjoint(subject.frames[usual]))
    )


def _pairs(subject: Subject) -> Iterator[tuple[Word, _Known]]:
    """Words that look like names, each with the known name that is spelt most nearly alike."""
    if subject.language in NOUNS_HAVE_CAPITALS:
        return
    known = _known_words(subject)
    by_spelling: dict[str, list[_Known]] = defaultdict(list)
    for one in known.values():
        for key in _keys(one.word):
            by_spelling[key].append(one)
    nearest: dict[str, _Known | None] = {}
    for word in subject.free_words:
        if not may_be_name(word, subject.language) or word.folded in subject.vocabulary.small:
            continue
        if word.text not in nearest:
            near = {one.word: one for key in _keys(word.text) for one in by_spelling.get(key, ())}
            nearest[word.text] = _nearest(word.text, near.values(), known, subject)
        usual = nearest[word.text]
        if usual is not None:
            yield word, usual


def _keys(word: str) -> Iterator[str]:
    """What words that are nearly alike have in common, so that not each is compared with each."""
    yield from spellings_nearby(plain(word))
    yield f" {sound(word)}"


def _nearest(
    word: str, near: Iterable[_Known], known: Mapping[str, _Known], subject: Subject
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
                if is_capital(word[0]) and len(word) <= LONGEST_NAME:
                    terms.setdefault(word, set()).add(known.term.id)
    for word, count in subject.counts.items():
        is_name = len(word) <= LONGEST_NAME and subject.vocabulary.is_name(word)
        if is_name and count >= _SO_OFTEN_USUAL:
            terms.setdefault(word, set())
    return {word: _Known(word, frozenset(ids)) for word, ids in terms.items()}
