"""The words of a reading, with signs that tell names from other words."""

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from itertools import groupby
from typing import NamedTuple

import regex

from build_scripts.merge.speaker_labels import speaker_labels
from build_scripts.model.reading import LineBreaks, Reading, Role
from build_scripts.model.source_text import Paragraph
from build_scripts.model.span import Span
from build_scripts.text.addresses_in_text import addresses, is_part
from build_scripts.text.plain_letters import without_marks
from build_scripts.text.quotes_and_spaces import SINGLE_QUOTES
from build_scripts.text.sentences import sentence_ends
from build_scripts.text.word_boundary import without_attached, word_rules

WORD = regex.compile(
    r"\p{L}[\p{L}\p{M}\p{Nd}\u00ad]*(?:['’ʼ׳״\u00b7-]\p{L}[\p{L}\p{M}\p{Nd}]*)*|\p{Nd}+"
)
"""A number, or letters with their marks, with apostrophes and hyphens only inside."""

_OPENED = regex.compile(r"(?<=[\p{Ps}\p{Pi}\"'„‚:–—-]\s{0,3})[\p{L}\p{Nd}]")
"""After marks that may open a sentence inside a sentence: of quotations, colons and dashes."""

_LINE_END = regex.compile("\n")
_LINE_BEGINNING = regex.compile(r"(?<=[^\n]\n)[^\p{L}\n]*(\p{L})")
_LEAST_LINES, _SHARE_OF_VERSE = 12, 0.8

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
    has_lines = _has_verse_lines(reading)
    for paragraph in reading.source.paragraphs:
        words = [*_words_of_paragraph(reading, paragraph, has_lines)]
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


def _words_of_paragraph(reading: Reading, paragraph: Paragraph, has_lines: bool) -> Iterator[Word]:
    """Its words in one walk, since a paragraph may be a book."""
    language = reading.metadata.language
    rules = word_rules(language)
    text = reading.source.paragraph_text(paragraph.number)
    straight = _straight(text)
    in_addresses = addresses(straight)
    begins = _beginnings(text, language, has_lines)
    end_before = 0
    for match in WORD.finditer(text):
        if is_part(match.start(), match.end(), in_addresses):
            continue
        first, last = without_attached(straight[match.start() : match.end()], rules)
        start, end = match.start() + first, match.start() + last
        yield Word(
            Span(paragraph.span.start + start, paragraph.span.start + end),
            text[start:end],
            paragraph.number,
            match.start() in begins and first == 0,
            first == 0 and end_before > 0 and text[end_before:start].isspace(),
        )
        end_before = end


def _has_verse_lines(reading: Reading) -> bool:
    """Whether lines are verse: as declared, or because nearly all of them begin with a capital."""
    if reading.line_breaks is LineBreaks.KEEP:
        return True
    first = [match.group(1) for match in _LINE_BEGINNING.finditer(reading.source.text)]
    capitals = sum(map(is_capital, first))
    return len(first) >= _LEAST_LINES and capitals >= _SHARE_OF_VERSE * len(first)


def _straight(text: str) -> str:
    """The text with straight apostrophes, character for character."""
    for apostrophe in SINGLE_QUOTES:
        text = text.replace(apostrophe, "'")
    return text


def _beginnings(text: str, language: str, has_lines: bool) -> frozenset[int]:
    """Where words begin a sentence, a line of verse, or follow a mark that may open a sentence."""
    starts = [match.start() for match in WORD.finditer(text)]
    borders = [0, *sentence_ends(text, language)]
    if has_lines:
        borders += [match.end() for match in _LINE_END.finditer(text)]
    after = (bisect_left(starts, border) for border in borders)
    opened = (match.start() for match in _OPENED.finditer(text))
    return frozenset((*(starts[number] for number in after if number < len(starts)), *opened))


def plain(text: str) -> str:
    """A text in small letters without marks."""
    return without_marks(text).casefold()
