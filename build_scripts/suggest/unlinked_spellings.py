"""Places that name a known term in words that are not among its forms, but plainly of it."""

from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

from build_scripts.merge.anchors.describe import one_line
from build_scripts.model.span import Span
from build_scripts.suggest.inflection import is_derived, is_inflected
from build_scripts.suggest.names import may_be_name
from build_scripts.suggest.proposal import FormsProposal, Kind
from build_scripts.suggest.same_name import is_variant
from build_scripts.suggest.spellings import Found, as_forms
from build_scripts.suggest.subject import Subject
from build_scripts.suggest.words import WORD, Word, is_capital, plain

_KEY = 3
_LEAST_PART = 3


class _Name(NamedTuple):
    term: str
    text: str
    words: tuple[str, ...]


def unlinked_spellings(subject: Subject) -> Iterator[FormsProposal]:
    """New forms of terms: other endings, capitals and marks; other languages; parts of names."""
    found = (
        *_with_other_endings(subject),
        *_in_other_languages(subject),
        *_parts_of_names(subject),
    )
    yield from as_forms(found, Kind.LINK, subject)


def _names(subject: Subject) -> Iterator[_Name]:
    for known in subject.open_terms:
        for name in known.names:
            if words := tuple(WORD.findall(name)):
                yield _Name(known.term.id, name, words)


def _with_other_endings(subject: Subject) -> Iterator[Found]:
    by_key: dict[str, list[_Name]] = {}
    for name in _names(subject):
        # A name with figures or signs in it is more than its words.
        if one_line(WORD.sub("", name.text)).strip("-'’. ") == "":
            by_key.setdefault(plain(name.words[0])[:_KEY], []).append(name)
    words = subject.free_words
    for number, word in enumerate(words):
        for name in by_key.get(plain(word.text)[:_KEY], ()):
            stretch = words[number : number + len(name.words)]
            if len(stretch) == len(name.words) and _in_a_row(stretch):
                why = _why(stretch, name, subject)
                if why:
                    span = Span(stretch[0].span.start, stretch[-1].span.end)
                    yield Found(name.term, one_line(subject.words_at(span)), span, why)


def _in_a_row(words: Sequence[Word]) -> bool:
    return all(
        word.is_joined and word.paragraph == before.paragraph for before, word in pairwise(words)
    )


def _why(words: Sequence[Word], name: _Name, subject: Subject) -> str:
    """What makes words a spelling of a name; empty where they are none."""
    why = ""
    for word, of_name in zip(words, name.words, strict=True):
        if word.text == of_name:
            continue
        if is_capital(of_name[0]) and not is_capital(word.text[0]):
            return ""
        ours, theirs = plain(word.text), plain(of_name)
        if ours != theirs:
            if not is_inflected(ours, theirs, subject.language):
                return ""
            why = why or f"Another form of “{name.text}”."
        elif word.folded == of_name.casefold():
            why = why or f"“{name.text}” with other capitals."
        else:
            why = why or f"“{name.text}” with other marks on its letters."
    return why


def _in_other_languages(subject: Subject) -> Iterator[Found]:
    by_first: dict[str, list[_Name]] = {}
    for known in subject.open_terms:
        for name in known.translations:
            if words := tuple(WORD.findall(name)):
                by_first.setdefault(words[0], []).append(_Name(known.term.id, name, words))
    words = subject.free_words
    for number, word in enumerate(words):
        for name in by_first.get(word.text, ()):
            stretch = words[number : number + len(name.words)]
            if tuple(one.text for one in stretch) == name.words and _in_a_row(stretch):
                span = Span(stretch[0].span.start, stretch[-1].span.end)
                why = f"“{name.text}” is the name in another language."
                yield Found(name.term, one_line(subject.words_at(span)), span, why)


def _parts_of_names(subject: Subject) -> Iterator[Found]:
    """A surname, or another part of a name that stands for nothing else here.

    A part is a word with a capital that is never written without one, is part of one term's names
    only and no other name with an ending.
    """
    parts: dict[str, dict[str, str]] = {}
    for name in _names(subject):
        for word in name.words if len(name.words) > 1 else ():
            parts.setdefault(word, {}).setdefault(name.term, name.text)
    others = {word for name in _names(subject) if len(name.words) == 1 for word in name.words}
    person = {known.term.id for known in subject.terms if known.term.kind == "person"}
    for word in subject.free_words:
        terms = parts.get(word.text, {})
        if len(terms) != 1 or word.text in others or not may_be_name(word, subject.language):
            continue
        ((term, name),) = terms.items()
        is_last = name.split()[-1] == word.text
        if (
            len(word.text) >= _LEAST_PART
            and subject.vocabulary.is_name(word.text)
            and (is_last or term not in person)
            and not any(
                is_derived(word.text, other) and not is_variant(word.text, other)
                for other in subject.vocabulary.names
            )
        ):
            which = "The last part" if is_last else "A part"
            yield Found(term, word.text, word.span, f"{which} of “{name}”.")
