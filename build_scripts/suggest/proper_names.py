"""Proper names: words with capitals inside sentences, in scripts that have capitals."""

from collections import Counter
from collections.abc import Iterator, Sequence
from functools import cache
from itertools import pairwise
from typing import NamedTuple

import regex

from build_scripts.model.span import Span
from build_scripts.render.language.languages import locale_of
from build_scripts.suggest.faults.glued_words import find_glued
from build_scripts.suggest.particles import PARTICLES
from build_scripts.suggest.reading_words import Word
from build_scripts.suggest.subject import Subject
from build_scripts.suggest.vocabulary import Vocabulary
from build_scripts.text.abbreviations import abbreviations

_RUN_TOGETHER = regex.compile(r"\p{Ll}\p{Lu}")
_NO_NAME = regex.compile(r"\p{L}(?:['’ʼ]\p{Ll}.*)?|[IVXLCDM]+")
"""`I`, `I’m`; any initial; Roman numbers."""

LONGEST_NAME = 60
"""Letters of a word that may be a name. Longer ones are not words, and slow to compare."""

_SAINT = frozenset(("s", "st", "ste", "sv", "św", "св", "sta", "sto"))

_MOST = 0.8
"""The share of the places of a name that must be inside a longer name to make them one."""


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
    names = tuple(_joined(tuple(_names(subject)), subject.words))
    alone = Counter(name.text for name in names)
    return tuple(_without_titles(name, subject.vocabulary, alone) for name in names)


def may_be_name(word: Word, language: str) -> bool:
    """Whether a word looks like a name: a capital, and not a date, a language or a title."""
    return (
        word.is_capitalised
        and len(word.text) <= LONGEST_NAME
        and not _NO_NAME.fullmatch(word.text)
        and not _RUN_TOGETHER.search(word.text)
        and word.folded not in _words_with_capitals(language)
    )


@cache
def _words_with_capitals(language: str) -> frozenset[str]:
    """Words that are not names, but that some languages write with capitals.

    These are months, days and languages, from the CLDR, and abbreviations before names.
    """
    locale = locale_of(language)
    dates = (
        name
        for names in (locale.months, locale.days)
        for context in names.values()
        for width in context.values()
        for name in width.values()
    )
    return abbreviations(language) | {
        name.casefold().rstrip(".") for name in (*dates, *locale.languages.values())
    }


def _names(subject: Subject) -> Iterator[Name]:
    """Runs of capitalised words; the first word of a sentence must be known as a name."""
    glued = {found.span for found in find_glued(subject)}
    run: list[Word] = []
    before = ""
    for word in subject.words:
        is_part = (
            may_be_name(word, subject.language)
            and word.span not in glued
            # Without its `St.`, the name of a saint is another name.
            and before not in _SAINT
        )
        before = word.folded
        if run and not (is_part and word.is_joined and not word.begins):
            yield from _run(run, subject.vocabulary)
            run = []
        if is_part:
            run.append(word)
    yield from _run(run, subject.vocabulary)


def _run(run: Sequence[Word], vocabulary: Vocabulary) -> Iterator[Name]:
    if run and run[0].begins and not vocabulary.is_name(run[0].text):
        run = run[1:]
    # A single word that is common elsewhere is not a name, whatever its capital means.
    if len(run) > 1 or (run and vocabulary.is_name(run[0].text)):
        yield Name(tuple(run))


def _joined(names: Sequence[Name], words: Sequence[Word]) -> Iterator[Name]:
    """The names; two with particles between them are one, if they nearly always stand so."""
    numbers = {word.span: number for number, word in enumerate(words)}
    between = [_between(one, other, words, numbers) for one, other in pairwise(names)]
    alone = Counter(name.text for name in names)
    together = Counter(
        (one.text, *(word.text for word in inside), other.text)
        for inside, (one, other) in zip(between, pairwise(names), strict=True)
        if inside
    )
    waiting: Name | None = None
    before: Sequence[Word] = ()
    for name, after in zip(names, [*between, ()], strict=False):
        if waiting is not None and before:
            last = waiting.words[-1:] if len(waiting.words) == 1 else waiting.words
            key = (
                " ".join(word.text for word in last),
                *(word.text for word in before),
                name.text,
            )
            times = together[key]
            if times > 1 and times >= _MOST * min(alone[key[0]], alone[key[-1]]):
                waiting = Name((*waiting.words, *before, *name.words))
                before = after
                continue
        if waiting is not None:
            yield waiting
        waiting, before = name, after
    if waiting is not None:
        yield waiting


def _between(
    one: Name, other: Name, words: Sequence[Word], numbers: dict[Span, int]
) -> Sequence[Word]:
    """The particles between two names; empty where there is something else."""
    between = words[numbers[one.words[-1].span] + 1 : numbers[other.words[0].span]]
    is_near = 0 < len(between) <= 2 and all(
        word.is_joined and not word.begins for word in (*between, other.words[0])
    )
    return between if is_near and all(word.text in PARTICLES for word in between) else ()


def _without_titles(name: Name, vocabulary: Vocabulary, alone: Counter[str]) -> Name:
    """`President Ada Quill` becomes `Ada Quill`, if `Quill` stands alone as often.

    A title is a word that the texts also write with a small letter. Words before it go, too.
    """
    if len(name.words) == 1 or alone[name.words[-1].text] < alone[name.text]:
        return name
    titles = [
        number
        for number, word in enumerate(name.words[:-1])
        if word.is_capitalised and word.folded in vocabulary.small
    ]
    return Name(name.words[titles[-1] + 1 :]) if titles else name
