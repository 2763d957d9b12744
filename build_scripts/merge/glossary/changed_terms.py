"""Find out where two states of a glossary may find different terms.

After a save, only few terms have other forms. A text without any word of these, old or new, has the
same terms as before, and need not be searched again.
"""

import re
from collections.abc import Iterable
from functools import cached_property
from typing import NamedTuple
from unicodedata import normalize

from build_scripts.model.annotation import CaseRule, Term
from build_scripts.text.fold_case import case_key, keyed
from build_scripts.text.looser import loosened, looser_forms
from build_scripts.text.normalise import comparable, normalise_quotation
from build_scripts.text.normalised_text import NormalisedText

_MANY = 200
"""With more words than these, searching again costs no more than looking for them."""
_NO_LETTERS = re.compile("[\\W_\u0640\u07fa]+")
"""Also those that only lengthen a word in Arabic and N’Ko."""


class MatchedTerm(NamedTuple):
    """What of a term decides where it is found; its name and definition do not."""

    id: str
    forms: tuple[str, ...]
    case: CaseRule
    except_phrases: tuple[str, ...]
    except_readings: tuple[str, ...]

    @classmethod
    def of(cls, term: Term) -> "MatchedTerm":
        """What of a term decides where it is found."""
        return cls(term.id, term.forms, term.case, term.except_phrases, term.except_readings)


Matched = tuple[MatchedTerm, ...]
"""What decides where the terms of a glossary are found."""


class ChangedTerms:
    """The words by which what two states of a glossary find in a text may differ."""

    def __init__(self, before: Matched, now: Matched) -> None:
        """Compare two states."""
        changed = {*before} ^ {*now}
        has_same_order = [t for t in before if t not in changed] == [
            t for t in now if t not in changed
        ]
        words = {word for term in changed for word in (*term.forms, *term.except_phrases)}
        self._words = tuple(sorted(words))
        self._may_stand_anywhere = not has_same_order or len(words) > _MANY
        self._keys: dict[str, tuple[str, ...]] = {}

    def may_stand_in(self, compared: Iterable[str], language: str) -> bool:
        """Whether one of the words may be in a text; `compared` are its `compared_keys`."""
        if self._may_stand_anywhere:
            return True
        keys = self._keys_in(language)
        return any(key in text for text in compared for key in keys)

    def may_stand_in_plain_text(self, text: str, language: str) -> bool:
        """Whether one of the words may be in a text that is not a reading."""
        if self._may_stand_anywhere:
            return True
        letters = _letters(text)
        if not any(map(letters.__contains__, self._letters)):
            return False
        return self.may_stand_in(compared_keys(comparable(text, language)), language)

    def _keys_in(self, language: str) -> tuple[str, ...]:
        """What is looked for in the keys of texts in a language."""
        if language not in self._keys:
            forms = [*map(normalise_quotation, self._words)]
            forms += [loosened(form, language) for form in forms if form]
            self._keys[language] = tuple({case_key(form) for form in forms if form})
        return self._keys[language]

    @cached_property
    def _letters(self) -> tuple[str, ...]:
        """The letters of each word."""
        return tuple({_letters(word) for word in self._words})


class Since:
    """How a state of a glossary differs from earlier ones."""

    def __init__(self, now: Matched) -> None:
        """Begin with the state that others are compared with."""
        self.now = now
        self._changes: dict[int, tuple[Matched, ChangedTerms]] = {}

    def changes(self, before: Matched) -> ChangedTerms:
        """What differs from an earlier state."""
        if id(before) not in self._changes:
            self._changes[id(before)] = before, ChangedTerms(before, self.now)
        return self._changes[id(before)][1]


def compared_keys(text: NormalisedText) -> tuple[str, ...]:
    """The letters of a text in all forms in which terms are sought in it."""
    return tuple(keyed(form.text).text for form in (text, *looser_forms(text)))


def _letters(text: str) -> str:
    """The letters and digits of a text, without marks and capitals.

    Where two texts are equal when they are compared, so are these, and they are quickly found.
    """
    return _NO_LETTERS.sub("", normalize("NFKD", text).casefold().replace("ı", "i"))
