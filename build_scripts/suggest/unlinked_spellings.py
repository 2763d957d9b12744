"""Places that clearly name a known term, in words that are not among its forms."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

import regex

from build_scripts.merge.anchors.describe_span import one_line
from build_scripts.model.span import Span
from build_scripts.suggest.inflection import is_inflected
from build_scripts.suggest.new_forms import Found, as_forms
from build_scripts.suggest.proper_names import names_of_reading
from build_scripts.suggest.proposal import FormsProposal, Kind
from build_scripts.suggest.reading_words import WORD, Word, is_capital, plain
from build_scripts.suggest.subject import Subject

_KEY = 3
_LEAST_PART = 3
_BETWEEN_WORDS = " -'’.“”"


class _Name(NamedTuple):
    term: str
    text: str
    words: tuple[str, ...]


def unlinked_spellings(subject: Subject) -> Iterator[FormsProposal]:
    """New forms of terms: other endings, capitals or marks; other languages; parts of names."""
    found = (
        *_with_other_endings(subject),
        *_in_other_languages(subject),
        *_parts_of_names(subject),
        *_with_attached_beginnings(subject),
    )
    yield from as_forms(found, Kind.LINK, subject)


def _names(subject: Subject, *, translated: bool = False) -> Iterator[_Name]:
    for known in subject.open_terms:
        for name in known.translations if translated else known.names:
            if words := tuple(WORD.findall(name)):
                yield _Name(known.term.id, name, words)


def _with_other_endings(subject: Subject) -> Iterator[Found]:
    names = (
        name
        for name in _names(subject)
        # The words of a name with signs in it do not make the name.
        if not WORD.sub("", name.text).strip(_BETWEEN_WORDS)
    )
    for name, words in _stretches(names, lambda word: plain(word)[:_KEY], subject):
        if why := _why(words, name, subject):
            yield _found(name, words, why, subject)


def _stretches(
    names: Iterable[_Name], key: Callable[[str], str], subject: Subject
) -> Iterator[tuple[_Name, Sequence[Word]]]:
    """Free words in a row, as many as a name has, if the first words of both have the same key."""
    by_key: dict[str, list[_Name]] = defaultdict(list)
    for name in names:
        by_key[key(name.words[0])].append(name)
    words = subject.free_words
    for number, word in enumerate(words):
        for name in by_key.get(key(word.text), ()):
            stretch = words[number : number + len(name.words)]
            if len(stretch) == len(name.words) and _in_a_row(stretch, subject):
                yield name, stretch


def _found(name: _Name, words: Sequence[Word], why: str, subject: Subject) -> Found:
    span = Span(words[0].span.start, words[-1].span.end)
    return Found(name.term, one_line(subject.words_at(span)), span, why)


def _in_a_row(words: Sequence[Word], subject: Subject) -> bool:
    """Whether words are in one paragraph, with only white space between them."""
    return all(
        word.paragraph == before.paragraph
        and subject.words_at(Span(before.span.end, word.span.start)).isspace()
        for before, word in pairwise(words)
    )


def _why(words: Sequence[Word], name: _Name, subject: Subject) -> str:
    """The reason why words are a spelling of a name; empty if they are not."""
    why = f"The entry is called “{name.text}”."
    capital_means_nothing = _may_be_small(name, subject)
    for number, (word, of_name) in enumerate(zip(words, name.words, strict=True)):
        if word.text == of_name:
            continue
        is_small = is_capital(of_name[0]) and not is_capital(word.text[0])
        if is_small and (number > 0 or not capital_means_nothing):
            return ""
        ours, theirs = plain(word.text), plain(of_name)
        if ours != theirs:
            # A capital at the beginning of a sentence does not make a name.
            is_name = len(words) > 1 or not word.begins or subject.vocabulary.is_name(word.text)
            if not is_inflected(ours, theirs, subject.language) or not is_name:
                return ""
            why = f"Another form of “{name.text}”."
        elif word.folded == of_name.casefold():
            why = f"“{name.text}” with other capitals."
        else:
            why = f"“{name.text}” with other marks on its letters."
    return why


def _may_be_small(name: _Name, subject: Subject) -> bool:
    """Whether a name has its capital only because entries begin with one."""
    first, *others = name.words
    if others:
        return not any(is_capital(word[0]) for word in others)
    return first not in subject.vocabulary.names


def _in_other_languages(subject: Subject) -> Iterator[Found]:
    for name, words in _stretches(_names(subject, translated=True), str, subject):
        if tuple(word.text for word in words) == name.words:
            yield _found(name, words, f"“{name.text}” is the name in another language.", subject)


def _with_attached_beginnings(subject: Subject) -> Iterator[Found]:
    """Names after articles and prepositions of one letter, in languages that attach them."""
    beginning = _BEGINNINGS.get(subject.language)
    if beginning is None:
        return
    terms: dict[str, set[str]] = defaultdict(set)
    for name in _names(subject):
        if len(name.words) == 1 and len(name.text) >= _LEAST_AFTER_BEGINNING:
            terms[name.text].add(name.term)
    for word in subject.free_words:
        for end in range(1, _LONGEST_BEGINNING + 1):
            rest = terms.get(word.text[end:], set())
            if len(rest) == 1 and beginning.fullmatch(word.text, 0, end):
                (term,) = rest
                why = f"“{word.text[end:]}” with “{word.text[:end]}” before it."
                yield Found(term, word.text, word.span, why)


_BEGINNINGS = {
    "ar": regex.compile("[وف]?[بكل]?(?:ال)?"),
    "he": regex.compile("ו?(?:כש|מש|[שכ])?[הבכלמ]?"),
}
"""And, in, like, to, from, which, the: the letters that Hebrew and Arabic attach to a word."""

_LEAST_AFTER_BEGINNING, _LONGEST_BEGINNING = 4, 4
"""Before fewer letters the whole is often another word: `כלב` is a dog and `לב` a heart."""


def _parts_of_names(subject: Subject) -> Iterator[Found]:
    """Surnames, and other parts of names, that stand alone.

    A part is a word that always has its capital. It belongs to the names of one term only, and is
    not derived from another name. Next to another name it may be part of that name.
    """
    parts: dict[str, dict[str, str]] = {}
    for name in _names(subject):
        # A name with a small word in it is rather a description.
        if len(name.words) > 1 and all(is_capital(word[0]) for word in name.words):
            for part in name.words:
                is_last = part == name.words[-1]
                known = parts.setdefault(part, {})
                if is_last or name.term not in known:
                    known[name.term] = name.text
    others = {name.words[0] for name in _names(subject) if len(name.words) == 1}
    person = {known.term.id for known in subject.terms if known.term.kind == "person"}
    free = {word.span for word in subject.free_words}
    for name_here in names_of_reading(subject):
        word = name_here.words[0]
        terms = parts.get(word.text, {})
        if (
            len(name_here.words) > 1
            or len(terms) != 1
            or word.text in others
            or word.span not in free
        ):
            continue
        ((term, whole),) = terms.items()
        is_last = WORD.findall(whole)[-1] == word.text
        if (
            len(word.text) >= _LEAST_PART
            and (is_last or term not in person)
            and not subject.vocabulary.is_derived_from_name(word.text)
        ):
            which = "The last part" if is_last else "A part"
            yield Found(term, word.text, word.span, f"{which} of “{whole}”.")
