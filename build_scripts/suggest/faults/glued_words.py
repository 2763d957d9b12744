"""Two words that have run together: `wordWord`, or a name and the word after it."""

from collections.abc import Iterator
from typing import NamedTuple

import regex

from build_scripts.model.annotation import Certainty
from build_scripts.model.span import Span
from build_scripts.suggest.proposal import CorrectionProposal
from build_scripts.suggest.reading_words import Word, is_capital
from build_scripts.suggest.subject import Subject

_INNER_CAPITAL = regex.compile(r"(?<=\p{Ll})(?=\p{Lu}\p{Ll})")
_ADDRESS = regex.compile(r"[/@\\_#=]|www\.")
_LEAST_PART, _LEAST_NAME, _LEAST_REST = 3, 4, 5
_FREQUENT = 2
_COMPOUNDING = (
    *("af", "da", "de", "et", "fi", "fo", "fy", "gsw", "hu", "is", "kl", "lb", "nb", "nds", "nl"),
    *("nn", "no", "se", "sv", "tr"),
)
"""Languages that make compounds of words and names, such as `Berlinreise`."""


class Glued(NamedTuple):
    """Two words that are written as one.

    Attributes:
        cut: the beginning of the second, as an offset of the source.
        is_known: whether the texts have both as separate words.
    """

    span: Span
    cut: int
    is_known: bool


def glued_words(subject: Subject) -> Iterator[CorrectionProposal]:
    """A correction for each pair of words that have run together."""
    for found in find_glued(subject):
        first = subject.words_at(Span(found.span.start, found.cut))
        second = subject.words_at(Span(found.cut, found.span.end))
        yield CorrectionProposal(
            found.span,
            f"{first} {second}",
            Certainty.CERTAIN if found.is_known else Certainty.LIKELY,
            "run-together",
            "Two words have run together. What was lost between them may be more than a space.",
        )


def find_glued(subject: Subject) -> Iterator[Glued]:
    """Words that stand only once, and begin or end with another word of the texts."""
    counts = subject.vocabulary.counts
    for word in subject.words:
        if counts.get(word.text, 0) > 1 or _is_in_address(word, subject):
            continue
        start = word.span.start
        cuts = [match.start() for match in _INNER_CAPITAL.finditer(word.text)]
        if len(cuts) == 1:
            parts = word.text[: cuts[0]], word.text[cuts[0] :]
            if min(map(len, parts)) >= _LEAST_PART and not _is_brand(parts[0], word, subject):
                first, second = (_is_known(part, subject) for part in parts)
                if second or (first and parts[0].islower()):
                    yield Glued(word.span, start + cuts[0], first and second)
        elif not cuts and subject.language not in _COMPOUNDING:
            cut = _after_name(word.text, subject)
            if cut:
                rest = word.text[cut:]
                yield Glued(word.span, start + cut, rest in subject.vocabulary.small)


def _is_brand(first: str, word: Word, subject: Subject) -> bool:
    """Whether a word begins with a common word that would have no capital here: `PowerPoint`."""
    is_common = first.casefold() in subject.vocabulary.small
    return is_common and not first.islower() and not word.begins


def _is_known(part: str, subject: Subject) -> bool:
    vocabulary = subject.vocabulary
    return part in vocabulary.counts or part.casefold() in vocabulary.small


def _after_name(word: str, subject: Subject) -> int:
    """The length of the name that a word begins with; 0 if there is none.

    The rest must look like a word and not like an ending: it begins with the letters of another
    word.
    """
    if not is_capital(word[0]):
        return 0
    names = subject.vocabulary.names
    for cut in range(len(word) - _LEAST_REST, _LEAST_NAME - 1, -1):
        rest = word[cut:]
        if (
            names.get(word[:cut], 0) >= _FREQUENT
            and rest.islower()
            and subject.vocabulary.begins_like_a_word(rest)
        ):
            return cut
    return 0


def _is_in_address(word: Word, subject: Subject) -> bool:
    """Whether a word is part of a web address, a file name or something similar."""
    text = subject.source.text
    start, end = word.span
    while start > 0 and not text[start - 1].isspace():
        start -= 1
    while end < len(text) and not text[end].isspace():
        end += 1
    return _ADDRESS.search(text, start, end) is not None
