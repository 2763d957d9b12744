"""Compare words more loosely, where nothing is found otherwise.

These differences can be seen, but typing and copying make them, too:

- marks that a language has only for learners, and strokes that only lengthen a word;
- guillemets and corner brackets, and the pairs of characters that typewriters have for quotation
  marks: two apostrophes, two commas;
- spaces between characters of Chinese and Japanese;
- a hyphen at a line end: present, absent, or with a space after it.

Whatever is equal by `normalise` is found first, so nothing found there gets a rival here.
"""

import re
from collections.abc import Iterator
from functools import cache
from unicodedata import normalize
from weakref import WeakKeyDictionary

import regex

from build_scripts.model.line_end import LineEnd, LineEndHyphens
from build_scripts.text.learners_marks import (
    LearnersMarks,
    has_learners_marks,
    learners_marks,
    without_learners_marks,
)
from build_scripts.text.normalise import (
    COMPOSING,
    Composing,
    fold,
    left_out,
    normalise,
    normalise_by,
)
from build_scripts.text.normalised_text import Change, NormalisedText
from build_scripts.text.scripts_without_spaces import IDEOGRAPHIC

_QUOTES = {
    **dict.fromkeys("«»「」『』\ufe41\ufe42\ufe43\ufe44\uff62\uff63", '"'),
    **dict.fromkeys("‹›", "'"),
}
_PAIRS = re.compile("''|,,|<<|>>")
_STRETCHES = re.compile("[\u0640\u07fa]")
_QUOTE = re.compile(f"[{''.join(_QUOTES)}]")
_SIGNS = re.compile("|".join(one.pattern for one in (_PAIRS, _STRETCHES, _QUOTE)))
_BETWEEN_IDEOGRAPHS = regex.compile(f"(?<={IDEOGRAPHIC}) +(?={IDEOGRAPHIC})")

# All of them are from here on; the standard library's re finds them faster.
_IDEOGRAPH = re.compile("[\u2e80-\U0010ffff]")

_FORMS: WeakKeyDictionary[NormalisedText, tuple[NormalisedText, ...]] = WeakKeyDictionary()


def looser_forms(text: NormalisedText) -> tuple[NormalisedText, ...]:
    """The further forms in which a text is compared; none where they would be the same."""
    if not text.line_ends:
        folded = text.text if text.has_same_offsets else fold(text.source)
        if not _may_differ(folded, learners_marks(text.language)):
            return ()
    forms = _FORMS.get(text)
    if forms is None:
        forms = _FORMS[text] = tuple(_forms(text))
    return forms


def loosened(quotation: str, language: str) -> str:
    """A normalised quotation or form in the form in which looser forms are searched."""
    marks = learners_marks(language)
    if not _may_differ(fold(quotation), marks):
        return normalise(quotation).text
    return _loose(quotation, (), marks).text


def _may_differ(folded: str, marks: tuple[LearnersMarks, ...]) -> bool:
    """Whether a folded text has any of the signs, marks or spaces that do not count here."""
    if folded.isascii():
        return _PAIRS.search(folded) is not None
    return (
        _SIGNS.search(folded) is not None
        or (
            _IDEOGRAPH.search(folded) is not None and _BETWEEN_IDEOGRAPHS.search(folded) is not None
        )
        or (bool(marks) and has_learners_marks(marks).search(normalize("NFD", folded)) is not None)
    )


def _forms(text: NormalisedText) -> Iterator[NormalisedText]:
    marks = learners_marks(text.language)
    seen = {text.text}
    for line_ends in _ways(text.line_ends):
        form = _loose(text.source, line_ends, marks)
        if form.text not in seen:
            seen.add(form.text)
            yield form


def _ways(line_ends: tuple[LineEnd, ...]) -> Iterator[tuple[LineEnd, ...]]:
    yield line_ends
    if line_ends:
        for choice in (LineEndHyphens.JOIN, LineEndHyphens.KEEP, None):
            yield tuple(end._replace(choice=choice) for end in line_ends)


def _loose(
    text: str, line_ends: tuple[LineEnd, ...], marks: tuple[LearnersMarks, ...]
) -> NormalisedText:
    folded = fold(text)
    for character in {*_QUOTE.findall(folded)}:
        folded = folded.replace(character, _QUOTES[character])
    settled: list[Change] = left_out(line_ends)
    settled += [(*match.span(), '"') for match in _PAIRS.finditer(folded)]
    if not folded.isascii():
        settled += [(*match.span(), "") for match in _BETWEEN_IDEOGRAPHS.finditer(folded)]
    return normalise_by(_composing(marks), text, folded, _without_overlaps(sorted(settled)))


def _without_overlaps(changes: list[Change]) -> list[Change]:
    kept: list[Change] = []
    for change in changes:
        if not kept or kept[-1][1] <= change[0]:
            kept.append(change)
    return kept


@cache
def _composing(marks: tuple[LearnersMarks, ...]) -> Composing:
    """What stands for a grapheme cluster where marks do not count."""
    any_mark = has_learners_marks(marks)

    def may_change(word: str) -> bool:
        return (
            COMPOSING.may_change(word)
            or _STRETCHES.search(word) is not None
            or any_mark.search(normalize("NFD", word)) is not None
        )

    def composed(cluster: str) -> str:
        seen = COMPOSING.composed(_STRETCHES.sub("", cluster))
        return without_learners_marks(seen, marks) if seen else seen

    return Composing(may_change, composed)
