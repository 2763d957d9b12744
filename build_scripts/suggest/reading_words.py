"""The words of a reading, with signs that tell names from other words."""

from collections.abc import Iterator, Sequence
from itertools import groupby
from typing import NamedTuple

import regex

from build_scripts.merge.speaker_labels import speaker_labels
from build_scripts.model.reading import LineBreaks, Reading, Role
from build_scripts.model.source_text import Paragraph
from build_scripts.model.span import Span
from build_scripts.text.plain_letters import without_marks
from build_scripts.text.sentences import sentence_around
from build_scripts.text.word_boundary import has_elision

WORD = regex.compile(
    r"\p{L}[\p{L}\p{M}\p{Nd}\u00ad]*(?:['’ʼ׳״\u00b7-]\p{L}[\p{L}\p{M}\p{Nd}]*)*|\p{Nd}+"
)
"""A number, or letters with their marks, with apostrophes and hyphens only inside."""

_POSSESSIVE = regex.compile(r"['’ʼ][sS]$")
_ELIDED = regex.compile(r"^\p{Ll}{1,5}['’ʼ](?=\p{L}{2})")
_LETTER = regex.compile(r"\p{L}")
_OPENING = regex.compile(r"[\p{Ps}\p{Pi}\"'„‚:–—-]\s*$")
"""Marks that may open a sentence inside a sentence: of quotations, colons and dashes."""

_LONGEST_TITLE, _SHARE_IN_TITLES = 14, 0.7
_LEAST_SHOUTED = 3


class Word(NamedTuple):
    """A word, without parts that grammar joins to it with an apostrophe (`l’`, `’s`).

    Attributes:
        paragraph: the number of its paragraph.
        begins: whether its capital says nothing, because it may begin a sentence or a line of
            verse, or stands in a title or among words in capitals.
        is_joined: whether only white space separates it from the word before.
    """

    span: Span
    text: str
    paragraph: int
    begins: bool
    is_joined: bool

    @property
    def is_capitalised(self) -> bool:
        """Whether its first letter is a capital."""
        return is_capital(self.text[0])

    @property
    def folded(self) -> str:
        """Its small letters, for looking it up."""
        return self.text.casefold()


def is_capital(letter: str) -> bool:
    """Whether a letter is a capital."""
    return letter != letter.lower()


def words_of(reading: Reading) -> tuple[Word, ...]:
    """All words of a reading in order, without the labels of speakers."""
    labels = {placed.span.start: placed.span.end for placed in speaker_labels(reading)}
    starts = {paragraph.number: paragraph.span.start for paragraph in reading.source.paragraphs}
    return tuple(
        word for word in _words(reading) if word.span.start >= labels.get(starts[word.paragraph], 0)
    )


def _words(reading: Reading) -> Iterator[Word]:
    """All words; those whose capitals say nothing in titles and rows of capitals are marked."""
    for paragraph in reading.source.paragraphs:
        words = [*_words_of_paragraph(reading, paragraph)]
        is_heading = reading.styles[paragraph.number - 1].role is Role.HEADING
        if is_heading or _has_capitals_throughout(words):
            yield from (word._replace(begins=True) for word in words)
        else:
            shouted = _shouted(words)
            for number, word in enumerate(words):
                yield word._replace(begins=True) if number in shouted else word


def _has_capitals_throughout(words: Sequence[Word]) -> bool:
    """Whether a paragraph is short and looks like a title: `How to Mend a Boat`."""
    capitals = sum(is_capital(word.text[0]) for word in words)
    return 1 < len(words) <= _LONGEST_TITLE and capitals >= _SHARE_IN_TITLES * len(words)


def _shouted(words: Sequence[Word]) -> set[int]:
    """The indexes of words in rows of several words that are all in capitals."""
    shouted: set[int] = set()
    for shouts, row in groupby(enumerate(words), lambda one: one[1].text.isupper()):
        numbers = [number for number, _ in row]
        if shouts and len(numbers) >= _LEAST_SHOUTED:
            shouted.update(numbers)
    return shouted


def _words_of_paragraph(reading: Reading, paragraph: Paragraph) -> Iterator[Word]:
    language = reading.metadata.language
    has_lines = reading.line_breaks is LineBreaks.KEEP
    elision = has_elision(language)
    text = reading.source.paragraph_text(paragraph.number)
    offset = paragraph.span.start
    end_before = 0
    for match in WORD.finditer(text):
        start, end = match.span()
        word = match.group()
        between = text[end_before:start]
        if elision and (elided := _ELIDED.match(word)):
            start += elided.end()
            word = word[elided.end() :]
            between = "’"
        if possessive := _POSSESSIVE.search(word):
            end -= len(possessive.group())
            word = word[: possessive.start()]
        yield Word(
            Span(offset + start, offset + end),
            word,
            paragraph.number,
            _begins(text, Span(start, end), language, has_lines),
            end_before > 0 and between.isspace(),
        )
        end_before = end


def _begins(text: str, word: Span, language: str, has_lines: bool) -> bool:
    before = text[: word.start]
    if _OPENING.search(before[-4:]) or (has_lines and before.rpartition("\n")[2].strip() == ""):
        return True
    start = sentence_around(text, word, language).start
    return not _LETTER.search(text, start, word.start)


def plain(text: str) -> str:
    """A text in small letters without marks."""
    return without_marks(text).casefold()
