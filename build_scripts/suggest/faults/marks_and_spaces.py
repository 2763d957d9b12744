"""A space that is missing behind a punctuation mark, or stands before one."""

from collections import Counter
from collections.abc import Iterator

import regex

from build_scripts.model.annotation import Certainty
from build_scripts.model.span import Span
from build_scripts.suggest.proposal import CorrectionProposal, Kind
from build_scripts.suggest.subject import Subject
from build_scripts.text.scripts_without_spaces import WITHOUT_SPACES

_SPACED_LETTER = rf"(?:(?!{WITHOUT_SPACES})[\p{{L}}\p{{M}}])"
_MARKS = ".,;:!?،؛؟।"
_BEGINNING = r"(?<![^\s\p{Ps}\p{Pi}\"'])"
"""Nothing but a blank or an opening mark stands before: so much is no part of an address."""
_CLOSE_UP = regex.compile(
    rf"{_BEGINNING}(?P<before>{_SPACED_LETTER}{{2,}})(?P<mark>[{_MARKS}])"
    rf"(?P<after>{_SPACED_LETTER}{{2,}}|{_SPACED_LETTER}(?=\s))"
    rf"(?=[\s{_MARKS}\p{{Pe}}\p{{Pf}}'\"-]|$)"
)
_SPACE_BEFORE = regex.compile(
    rf"{_BEGINNING}(?P<before>{_SPACED_LETTER}+)[ \t\u00a0\u202f]+(?P<mark>[{_MARKS}])"
    rf"(?=\s|$|[\"”»])"
)
_AS_USUAL = regex.compile(rf"{_SPACED_LETTER}(?P<mark>[{_MARKS}])(?=\s|$|[\"”»])")
_HABIT = 3


def missing_spaces(subject: Subject) -> Iterator[CorrectionProposal]:
    """A correction for each mark between two words that has no space behind it.

    Behind a full stop the next word must have a capital, if its script has any: `example.org` and
    `e.g.` are no ends of sentences. Of other marks, neither must stand in an address.
    """
    usual = _usual(subject)
    found = [
        (paragraph.span.start, match)
        for paragraph, text in subject.paragraphs()
        for match in _CLOSE_UP.finditer(text)
        if match["mark"] != "." or _is_end_of_sentence(match["before"], match["after"])
    ]
    cases = Counter(match["mark"] for _, match in found)
    for start, match in found:
        mark = match["mark"]
        if cases[mark] >= _HABIT and _is_habit(cases[mark], usual.get(mark, 0)):
            continue
        yield CorrectionProposal(
            Kind.FAULT,
            Span(start + match.start(), start + match.end()),
            f"{match['before']}{mark} {match['after']}",
            Certainty.CERTAIN if mark != "." else Certainty.LIKELY,
            "lost-space",
            "The space behind a punctuation mark was lost.",
        )


def spaces_before_marks(subject: Subject) -> Iterator[CorrectionProposal]:
    """A correction for each space before a mark, where the text has none as a rule.

    In French, and in old prints of other languages, there is a space before some marks: what a text
    does is seen from the text.
    """
    usual = _usual(subject)
    found = [
        (paragraph.span.start, match)
        for paragraph, text in subject.paragraphs()
        for match in _SPACE_BEFORE.finditer(text)
    ]
    cases = Counter(match["mark"] for _, match in found)
    for start, match in found:
        mark = match["mark"]
        if _is_habit(cases[mark], usual.get(mark, 0)):
            continue
        yield CorrectionProposal(
            Kind.FAULT,
            Span(start + match.start(), start + match.end()),
            f"{match['before']}{mark}",
            Certainty.CERTAIN,
            "space-before-mark",
            "Elsewhere this text has no space before this mark.",
        )


def _is_habit(cases: int, otherwise: int) -> bool:
    """Whether a text does something too often for a fault."""
    return _HABIT * cases > otherwise


def _is_end_of_sentence(before: str, after: str) -> bool:
    if after == after.lower() == after.upper():  # a script without capitals
        return True
    return before[-1].islower() and after[0].isupper() and not after[1:].isupper()


def _usual(subject: Subject) -> dict[str, int]:
    """How often each mark stands close behind a letter and before a space."""
    counts: dict[str, int] = {}
    for _, text in subject.paragraphs():
        for match in _AS_USUAL.finditer(text):
            counts[match["mark"]] = counts.get(match["mark"], 0) + 1
    return counts
