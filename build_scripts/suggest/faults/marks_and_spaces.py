"""A space that is missing after a punctuation mark, or that stands before it."""

from collections import Counter
from collections.abc import Iterator

import regex

from build_scripts.model.annotation import Certainty
from build_scripts.suggest.proposal import CorrectionProposal
from build_scripts.suggest.subject import Subject
from build_scripts.text.scripts_without_spaces import WITHOUT_SPACES

_SPACED_LETTER = rf"(?:(?!{WITHOUT_SPACES})[\p{{L}}\p{{M}}])"
_MARKS = ".,;:!?،؛؟।"
_BEGINNING = r"(?<![^\s\p{Ps}\p{Pi}\"'])"
"""Only a space or an opening mark stands before the word, so it is not part of an address."""
_CLOSE_UP = regex.compile(
    rf"{_BEGINNING}(?P<before>{_SPACED_LETTER}{{2,}})(?P<mark>[{_MARKS}])"
    rf"(?P<after>{_SPACED_LETTER}{{2,}}|{_SPACED_LETTER}(?=\s))"
    rf"(?=[\s{_MARKS}\p{{Pe}}\p{{Pf}}'\"-]|$)"
)
_SPACE_BEFORE = regex.compile(
    rf"(?<![\w.'’-])(?P<before>{_SPACED_LETTER}+(?:['’]{_SPACED_LETTER}+)?)[ \t\u00a0\u202f]+"
    # Not a spaced ellipsis, nor a mark that belongs to the next word: .txt
    rf"(?P<mark>[{_MARKS}])(?!\s*\.)(?=\s|$|[\"”»])"
)
_AS_USUAL = regex.compile(rf"{_SPACED_LETTER}(?P<mark>[{_MARKS}])(?=\s|$|[\"”»])")
_HABIT = 3
_MOST = 5
"""More such places are a habit of whoever made the text, and are better mended in the source."""


def missing_spaces(subject: Subject) -> Iterator[CorrectionProposal]:
    """A correction for each mark between two words that has no space after it.

    After the end of a sentence the next word must have a capital, if its script has capitals:
    `e.g.` does not end a sentence. Marks in addresses are left alone.
    """
    usual = _usual(subject)
    close_up = [
        (span, match)
        for span, match in subject.matches(_CLOSE_UP)
        if match["mark"] not in ".?!" or _is_end_of_sentence(match["before"], match["after"])
    ]
    cases = Counter(match["mark"] for _, match in close_up)
    for span, match in close_up:
        mark = match["mark"]
        if cases[mark] >= _HABIT and _is_habit(cases[mark], usual[mark]):
            continue
        yield CorrectionProposal(
            span,
            f"{match['before']}{mark} {match['after']}",
            Certainty.CERTAIN if mark != "." else Certainty.LIKELY,
            "lost-space",
            "The space after a punctuation mark was lost.",
        )


def spaces_before_marks(subject: Subject) -> Iterator[CorrectionProposal]:
    """A correction for each space before a mark, unless the text has such spaces as a rule.

    French, and old prints in other languages, have a space before some marks.
    """
    usual = _usual(subject)
    spaced = tuple(subject.matches(_SPACE_BEFORE))
    cases = Counter(match["mark"] for _, match in spaced)
    slips = {mark for mark in cases if not _is_habit(cases[mark], usual[mark])}
    if sum(cases[mark] for mark in slips) > _MOST:
        return
    for span, match in spaced:
        mark = match["mark"]
        if mark not in slips:
            continue
        yield CorrectionProposal(
            span,
            f"{match['before']}{mark}",
            Certainty.CERTAIN,
            "space-before-mark",
            "Elsewhere this text has no space before this mark.",
        )


def _is_habit(cases: int, otherwise: int) -> bool:
    """Whether a text does something so often that it cannot be a fault."""
    return _HABIT * cases > otherwise


def _is_end_of_sentence(before: str, after: str) -> bool:
    if after == after.lower() == after.upper():  # a script without capitals
        return True
    return before[-1].islower() and after[0].isupper() and not after[1:].isupper()


def _usual(subject: Subject) -> Counter[str]:
    """How many times each mark stands directly after a letter, and before a space."""
    return Counter(match["mark"] for _, match in subject.matches(_AS_USUAL))
