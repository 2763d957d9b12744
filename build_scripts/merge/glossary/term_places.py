"""Places of terms in a text: those that contributors state, and those that are found."""

from typing import NamedTuple

from build_scripts.merge.glossary.index import Claim
from build_scripts.model.span import Span


class ForcedMention(NamedTuple):
    """A passage that is linked to this term, whatever its words."""

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
    """A place that several terms claim with equal right.

    Attributes:
        text: its words, as they were compared.
        terms: ids of the terms, in the glossary's order.
        settled: whether mentions or exceptions leave at most one of the terms, so that nothing has
            to be guessed.
        claims: the forms of any terms that have the letters of these words.
        turkic: whether its language has a dotless i.
    """

    reading: str
    paragraph: int
    span: Span
    text: str
    terms: tuple[str, ...]
    settled: bool
    claims: tuple[Claim, ...]
    turkic: bool


class PassedOver(NamedTuple):
    """A place where the text has a form of a term, but the term is not matched.

    Attributes:
        is_excluded: whether contributors ruled the term out there; otherwise a longer form, or a
            term whose form agrees better, displaces it.
    """

    term: str
    span: Span
    is_excluded: bool


class MatchResult(NamedTuple):
    """The places of terms in one text.

    Attributes:
        matches: by position; two of them overlap only if both are forced.
        contested: places that several terms claim, by position; where they are not settled, there
            is no match.
        passed_over: for each term that occurs in the text but has no match, its first place; a
            place where it is displaced goes before one where it is excluded.
        words: the words of the text that have the letters of a form or an excepted phrase,
            normalised, whether or not their capitals agree.
        idle_prohibitions: forbidden places where no form of the term occurs.
    """

    matches: tuple[TermMatch, ...]
    contested: tuple[ContestedPlace, ...]
    passed_over: tuple[PassedOver, ...] = ()
    words: frozenset[str] = frozenset()
    idle_prohibitions: tuple[ForbiddenMention, ...] = ()
