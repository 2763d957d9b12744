"""What is known of the places of terms in one text: told by contributors, and found."""

from typing import NamedTuple

from build_scripts.model.span import Span


class ForcedMention(NamedTuple):
    """A passage, of whatever words, that is linked to this term in any case."""

    term: str
    span: Span


class ForbiddenMention(NamedTuple):
    """A passage where this term is not meant."""

    term: str
    span: Span


class TermMatch(NamedTuple):
    """A term's place in a text, and whether a contributor put it there."""

    term: str
    span: Span
    forced: bool


class ContestedPlace(NamedTuple):
    """A place where several terms have the same right to a form.

    Attributes:
        reading: the reading's id.
        paragraph: the number of the paragraph.
        span: the place.
        text: what stands there, normalised.
        terms: ids of the terms, in the glossary's order.
        settled: whether mentions or exceptions leave at most one of them, so that nothing has to
            be guessed.
    """

    reading: str
    paragraph: int
    span: Span
    text: str
    terms: tuple[str, ...]
    settled: bool


class PassedOver(NamedTuple):
    """A place where a form of a term stands, but is not matched.

    Attributes:
        term: the term's id.
        span: the place.
        is_excluded: whether contributors ruled it out there; otherwise a longer form, or another
            term with a better right to this one, displaces it.
    """

    term: str
    span: Span
    is_excluded: bool


class MatchResult(NamedTuple):
    """What was found in one text.

    Attributes:
        matches: by position; two of them overlap only where both are forced.
        contested: places that several terms claim, by position; where they are not settled, there
            is no match.
        passed_over: for each term without any match whose forms do stand in the text, the first
            of these places; one that is displaced before one that is excluded.
        words: all that stands in the text with the letters of a form or an excepted phrase,
            normalised; whether its capitals are the right ones is not said.
        idle_prohibitions: forbidden places at which no form of the term stands.
    """

    matches: tuple[TermMatch, ...]
    contested: tuple[ContestedPlace, ...]
    passed_over: tuple[PassedOver, ...] = ()
    words: frozenset[str] = frozenset()
    idle_prohibitions: tuple[ForbiddenMention, ...] = ()
