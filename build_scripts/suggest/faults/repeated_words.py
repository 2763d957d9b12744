"""A word that is repeated by mistake: `the the`."""

from collections import Counter
from collections.abc import Iterator

import regex

from build_scripts.model.annotation import Certainty
from build_scripts.model.reading import LineBreaks
from build_scripts.suggest.proposal import CorrectionProposal
from build_scripts.suggest.subject import Subject

_TWICE = regex.compile(r"(?i)(?<![\w'’-])([\p{L}\p{M}]+)(\s+)\1(?![\w'’-])")
_COMMON = 3
"""Places elsewhere that make a word common, as particles are. Others are repeated for effect."""


def repeated_words(subject: Subject) -> Iterator[CorrectionProposal]:
    """A correction for each common word that is written twice in a row.

    Names are left alone (`Pago Pago`), and so are pairs that the text has again, and pairs across
    the lines of a poem.
    """
    has_lines = subject.reading.line_breaks is LineBreaks.KEEP
    pairs = tuple(subject.matches(_TWICE))
    counts = Counter(match[1].casefold() for _, match in pairs)
    for span, match in pairs:
        if has_lines and "\n" in match[2]:
            continue
        folded = match[1].casefold()
        elsewhere = subject.vocabulary.small.get(folded, 0) - 2
        if elsewhere >= _COMMON and counts[folded] == 1:
            yield CorrectionProposal(
                span,
                match[1],
                Certainty.LIKELY,
                "word-twice",
                "A word that stands there twice.",
            )
