"""A word that stands there twice: `the the`."""

from collections.abc import Iterator

import regex

from build_scripts.model.annotation import Certainty
from build_scripts.model.reading import LineBreaks
from build_scripts.model.span import Span
from build_scripts.suggest.proposal import CorrectionProposal, Kind
from build_scripts.suggest.subject import Subject

_TWICE = regex.compile(r"(?i)(?<![\w'’-])([\p{L}\p{M}]+)(\s+)\1(?![\w'’-])")
_COMMON = 3
"""Of a word that is common in the text, as particles are; others are repeated for effect."""


def repeated_words(subject: Subject) -> Iterator[CorrectionProposal]:
    """A correction for each common word that stands there twice.

    Not of a name (`Pago Pago`), nor where the text has the same pair again, nor across the lines of
    a poem.
    """
    has_lines = subject.reading.line_breaks is LineBreaks.KEEP
    found = []
    pairs: dict[str, int] = {}
    for paragraph, text in subject.paragraphs():
        for match in _TWICE.finditer(text):
            word = match[1]
            pairs[word.casefold()] = pairs.get(word.casefold(), 0) + 1
            if not (has_lines and "\n" in match[2]):
                found.append((paragraph.span.start, match))
    for start, match in found:
        folded = match[1].casefold()
        elsewhere = subject.vocabulary.small.get(folded, 0) - 2
        if elsewhere >= _COMMON and pairs[folded] == 1:
            yield CorrectionProposal(
                Kind.FAULT,
                Span(start + match.start(), start + match.end()),
                match[1],
                Certainty.LIKELY,
                "word-twice",
                "A word that stands there twice.",
            )
