"""A word that is repeated by mistake: `the the`."""

from collections import Counter
from collections.abc import Iterator

import regex

from build_scripts.model.annotation import Certainty
from build_scripts.model.reading import LineBreaks
from build_scripts.suggest.proposal import CorrectionProposal
from build_scripts.suggest.subject import Subject

_TWICE = regex.compile(r"(?i)(?<![\w'’-])([\p{L}\p{M}]{2,6}+)(\s+)\1(?![\w'’-]|\s+-)")

_NEVER_TWICE = {
    "be": "на для да",
    "bg": "на за от",
    "ca": "el els les de amb per una",
    "cs": "na ve od pro",
    "da": "og en et af med",
    "de": "und oder ein eine einem einen eines von vom zum zur",
    "el": "και του της των",
    "en": "the an and of with from his their its our",
    "es": "el los las de con por una un",
    "et": "ja et",
    "fi": "ja että",
    "fr": "le les des du et un une dans avec pour",
    "hu": "és egy hogy",
    "it": "il lo gli di con per una un del della",
    "lt": "ir su iš",
    "lv": "un ar no",
    "nb": "og en et av med",
    "nl": "het de een van met voor",
    "nn": "og ein eit av med",
    "pl": "na do od dla",
    "pt": "os as de do da com por uma um",
    "ro": "și pe cu din pentru",
    "ru": "на от для из",
    "sk": "na vo od pre",
    "sv": "och en ett av med",
    "tr": "ve ile",
    "uk": "та на до від для",
}
"""Articles, conjunctions and prepositions that grammar never puts side by side with themselves.

Other words may stand twice: *that that*, *very very*, German *die die*, French *nous nous*.
"""


def repeated_words(subject: Subject) -> Iterator[CorrectionProposal]:
    """A correction for each small word that is written twice in a row and never is on purpose.

    Pairs that the text has again are left alone, and so are pairs across the lines of a poem.
    """
    words = frozenset(_NEVER_TWICE.get(subject.language, "").split())
    has_lines = subject.reading.line_breaks is LineBreaks.KEEP
    pairs = [
        (span, match)
        for span, match in subject.matches(_TWICE)
        if match[1].lower() in words and not (has_lines and "\n" in match[2])
    ]
    said = Counter(match[1].lower() for _, match in pairs)
    for span, match in pairs:
        if said[match[1].lower()] <= _OFTEN:
            yield CorrectionProposal(
                span,
                match[1],
                Certainty.LIKELY,
                "word-twice",
                "A word that stands there twice.",
            )


_OFTEN = 3
"""A text that has a pair more often means it, as one about grammar may."""
