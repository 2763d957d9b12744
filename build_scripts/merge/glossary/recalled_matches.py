"""Search texts for terms again only where the words of changed terms may stand."""

import zlib
from collections.abc import Callable
from typing import Any, NamedTuple

from build_scripts.merge.anchors.quotable_text import QuotableText
from build_scripts.merge.glossary.changed_terms import Matched, Since, compared_keys
from build_scripts.merge.glossary.index import GlossaryIndex
from build_scripts.merge.glossary.match import words_of_terms
from build_scripts.merge.glossary.term_places import MatchResult
from build_scripts.model.annotation import Term
from build_scripts.model.memory import Memory
from build_scripts.model.reading import Reading


class _Matches(NamedTuple):
    """What was found in a reading.

    Attributes:
        arguments: all that it depends on besides the glossary.
        matched: the state of the glossary.
        keys: those of the text, packed.
    """

    arguments: tuple[Any, ...]
    matched: Matched
    keys: bytes
    result: MatchResult


def recall_matches(
    place: tuple[Reading, str],
    arguments: tuple[Any, ...],
    since: Since,
    text: Callable[[], QuotableText],
    find: Callable[[QuotableText], MatchResult],
    memory: Memory,
) -> MatchResult:
    """Where the terms of a glossary stand in a reading.

    Args:
        place: the reading, and which glossary it is.
        arguments: all that the result depends on besides the glossary.
        since: the glossary now.
        text: gives the text of the reading.
        find: finds the terms in it.
        memory: of a series of builds.
    """
    reading, name = place
    key = "matches", reading.id, name
    known: _Matches | None = memory.last(key)
    if known is None or known.arguments != arguments or _may_differ(known, since, reading):
        given = text()
        keys = _pack(compared_keys(given.normalised)) if memory.is_kept else b""
        known = _Matches(arguments, since.now, keys, find(given))
    memory.keep(key, known._replace(matched=since.now))
    return known.result


def _may_differ(known: _Matches, since: Since, reading: Reading) -> bool:
    if known.matched is since.now:
        return False
    language = reading.metadata.language
    return since.changes(known.matched).may_stand_in(_unpack(known.keys), language)


def _pack(keys: tuple[str, ...]) -> bytes:
    return zlib.compress("\0".join(keys).encode("utf-8", "surrogatepass"), 1)


def _unpack(packed: bytes) -> tuple[str, ...]:
    return (zlib.decompress(packed).decode("utf-8", "surrogatepass"),)


class _Words(NamedTuple):
    """The words of terms in a definition, and the state of the glossary that found them."""

    text: str
    matched: Matched
    words: frozenset[str]


def recalled_words(
    index: GlossaryIndex, since: Since, memory: Memory
) -> Callable[[Term, str], frozenset[str]]:
    """`words_of_terms` for the definitions of terms, given the language that they are taken for."""

    def words(term: Term, language: str) -> frozenset[str]:
        key, text = ("words in definition", term.id, language), term.definition.markdown
        known: _Words | None = memory.last(key)
        if known is None or known.text != text or _may_have_others(known, since, language):
            known = _Words(text, since.now, words_of_terms(index, text, language))
        memory.keep(key, known._replace(matched=since.now))
        return known.words

    return words


def _may_have_others(known: _Words, since: Since, language: str) -> bool:
    if known.matched is since.now:
        return False
    return since.changes(known.matched).may_stand_in_plain_text(known.text, language)
