"""Proper names: words with capitals inside sentences, in scripts that have capitals."""

from collections import Counter
from collections.abc import Iterator, Sequence
from functools import cache
from typing import NamedTuple

import regex

from build_scripts.model.span import Span
from build_scripts.render.language.languages import locale_of
from build_scripts.suggest.faults.glued_words import find_glued
from build_scripts.suggest.particles import ARTICLES, OF_PEOPLE, conjunctions, particles
from build_scripts.suggest.reading_words import Word
from build_scripts.suggest.subject import Subject
from build_scripts.suggest.vocabulary import Vocabulary

_RUN_TOGETHER = regex.compile(r"\p{Ll}\p{Lu}")
_PRONOUN = regex.compile(r"\p{L}(?:['’ʼ]\p{Ll}.*)?")
"""`I`, `I’m`; any initial."""


class Name(NamedTuple):
    """A name at one place: one or several words."""

    words: tuple[Word, ...]

    @property
    def span(self) -> Span:
        """Its place in the source."""
        return Span(self.words[0].span.start, self.words[-1].span.end)

    @property
    def text(self) -> str:
        """Its words, with one space between."""
        return " ".join(word.text for word in self.words)


def names_of_reading(subject: Subject) -> tuple[Name, ...]:
    """All names of a reading, in order, without words that have run together with others."""
    names = tuple(_names(subject))
    alone = Counter(name.text for name in names)
    joined = tuple(_joined(names, subject, alone))
    established = {name.text for name in joined if len(name.words) == 1}
    return tuple(_without_titles(name, subject.vocabulary, established) for name in joined)


def may_be_name(word: Word, language: str) -> bool:
    """Whether a word looks like a name: a capital, not just an initial, not a month or day."""
    return (
        word.is_capitalised
        and not _PRONOUN.fullmatch(word.text)
        and not _RUN_TOGETHER.search(word.text)
        and word.folded not in _dates(language)
    )


@cache
def _dates(language: str) -> frozenset[str]:
    """Names of months and days, because some languages write them with capitals."""
    locale = locale_of(language)
    return frozenset(
        name.casefold().rstrip(".")
        for names in (locale.months, locale.days)
        for context in names.values()
        for width in context.values()
        for name in width.values()
    )


def _names(subject: Subject) -> Iterator[Name]:
    """Runs of capitalised words; the first word of a sentence must be known as a name."""
    glued = {found.span for found in find_glued(subject)}
    run: list[Word] = []
    for word in subject.words:
        is_part = may_be_name(word, subject.language) and word.span not in glued
        if run and not (is_part and word.is_joined and not word.begins):
            yield from _run(run, subject.vocabulary)
            run = []
        if is_part:
            run.append(word)
    yield from _run(run, subject.vocabulary)


def _run(run: Sequence[Word], vocabulary: Vocabulary) -> Iterator[Name]:
    if run and run[0].begins and not vocabulary.is_name(run[0].text):
        is_doubtful = len(run) == 1 or run[0].folded in vocabulary.small
        if is_doubtful or (len(run) == 2 and vocabulary.names[run[1].text] > 1):
            run = run[1:]
    # A single word that is common elsewhere is not a name, whatever its capital means.
    if len(run) > 1 or (run and vocabulary.is_name(run[0].text)):
        yield Name(tuple(run))


def _joined(names: Sequence[Name], subject: Subject, alone: Counter[str]) -> Iterator[Name]:
    """The names; those with only particles between them are joined."""
    numbers = {word.span: number for number, word in enumerate(subject.words)}
    waiting: Name | None = None
    for name in names:
        if waiting is not None:
            between = _between(waiting, name, subject.words, numbers)
            if _is_one_name(waiting, between, name, subject.language, alone):
                waiting = Name((*waiting.words, *between, *name.words))
                continue
            yield waiting
        waiting = name
    if waiting is not None:
        yield waiting


def _between(
    one: Name, other: Name, words: Sequence[Word], numbers: dict[Span, int]
) -> Sequence[Word]:
    first = numbers[one.words[-1].span] + 1
    between = words[first : numbers[other.words[0].span]]
    is_near = 0 < len(between) <= 2 and all(
        word.is_joined and not word.begins for word in (*between, other.words[0])
    )
    return between if is_near else ()


def _is_one_name(
    one: Name, between: Sequence[Word], other: Name, language: str, alone: Counter[str]
) -> bool:
    if not between or between[0].text in ARTICLES:
        return False
    inside, ands = particles(language), conjunctions(language)
    if any(word.text in inside and word.text not in OF_PEOPLE for word in one.words):
        # The counts include the name itself if it is one word.
        itself = int(len(other.words) == 1)
        others = {other.words[0].text: itself, other.words[-1].text: itself, other.text: 1}
        is_new = any(alone[text] > count for text, count in others.items())
        return not is_new and all(word.text in inside | ands for word in between)
    # A name that also stands alone is a name of its own: `Norway` in `the kings of Norway of …`.
    return alone[one.text] == 1 and all(word.text in inside for word in between)


def _without_titles(name: Name, vocabulary: Vocabulary, established: set[str]) -> Name:
    """`President Ada Quill` becomes `Ada Quill`, if `Quill` stands alone elsewhere.

    A title is a word that the texts also write with a small letter. Words before it go, too.
    """
    if name.words[-1].text not in established:
        return name
    titles = [
        number
        for number, word in enumerate(name.words[:-1])
        if word.is_capitalised and word.folded in vocabulary.small
    ]
    return Name(name.words[titles[-1] + 1 :]) if titles else name
