"""Two words that have run together: `wordWord`."""

from collections.abc import Iterator
from typing import NamedTuple

import regex

from build_scripts.model.annotation import Certainty
from build_scripts.model.span import Span
from build_scripts.suggest.proposal import CorrectionProposal
from build_scripts.suggest.reading_words import Word
from build_scripts.suggest.subject import Subject

_INNER_CAPITAL = regex.compile(r"(?<=\p{Ll})(?=\p{Lu}\p{Ll})")
_LEAST_PART, _LONG_NAME = 3, 6


class Glued(NamedTuple):
    """Two words that are written as one.

    Attributes:
        cut: the beginning of the second, as an offset of the source.
    """

    span: Span
    cut: int


def glued_words(subject: Subject) -> Iterator[CorrectionProposal]:
    """A correction for each pair of words that have run together."""
    for found in find_glued(subject):
        first = subject.words_at(Span(found.span.start, found.cut))
        second = subject.words_at(Span(found.cut, found.span.end))
        yield CorrectionProposal(
            found.span,
            f"{first} {second}",
            Certainty.CERTAIN,
            "run-together",
            "Two words have run together. What was lost between them may be more than a space.",
        )


def find_glued(subject: Subject) -> Iterator[Glued]:
    """Words that stand only once, with a capital inside, and whose parts look like words.

    Without the capital, nobody could tell `Landscape` from two words.
    """
    counts = subject.vocabulary.counts
    for word in subject.words:
        if counts.get(word.text, 0) > 1:
            continue
        cuts = [match.start() for match in _INNER_CAPITAL.finditer(word.text)]
        if len(cuts) == 1:
            parts = word.text[: cuts[0]], word.text[cuts[0] :]
            if (
                min(map(len, parts)) >= _LEAST_PART
                and _are_words(*parts, subject)
                and not _is_brand(parts[0], word, subject)
            ):
                yield Glued(word.span, word.span.start + cuts[0])


def _are_words(first: str, second: str, subject: Subject) -> bool:
    """Whether two parts are words; a long name may stand there only once. Not `MacDonald`."""
    if _is_known(first, subject):
        return first.islower() or _is_known(second, subject)
    return len(first) >= _LONG_NAME and _is_known(second, subject)


def _is_brand(first: str, word: Word, subject: Subject) -> bool:
    """Whether a word begins with a common word that would have no capital here: `PowerPoint`."""
    is_common = first.casefold() in subject.vocabulary.small
    return is_common and not first.islower() and not word.begins


def _is_known(part: str, subject: Subject) -> bool:
    vocabulary = subject.vocabulary
    return part in vocabulary.counts or part.casefold() in vocabulary.small
