"""Normalise a text, so that words are equal that a reader takes for the same.

Copying and typing change a text in ways that are easily overlooked. Only these differences are
removed:

- quotation marks and apostrophes are straight, and hyphens are plain (guillemets and dashes stay);
- a run of white space is one space;
- what nobody sees is left out: soft hyphens, spaces without width, joiners, marks of direction;
- letters are composed (Unicode normalisation form C);
- a line end inside a word is left out, with the hyphen before it if that only stands there for the
  line end (see `line_ends_in_words`).

`looser` has the differences that count only where nothing else is found.
"""

import re
import unicodedata
from collections.abc import Callable, Iterator, Sequence
from typing import NamedTuple

import regex

from build_scripts.model.line_end import LineEnd, LineEndHyphens
from build_scripts.text.graphemes import clusters
from build_scripts.text.line_ends_in_words import line_ends_in_words
from build_scripts.text.normalised_text import Change, NormalisedText, changed
from build_scripts.text.quotes_and_spaces import (
    DOUBLE_QUOTES,
    HYPHENS,
    SINGLE_QUOTES,
    WHITE_SPACE,
)
from build_scripts.text.unseen_characters import ATTACHED, STANDING, VARIATION_SELECTORS

FOLDED = {
    **dict.fromkeys(SINGLE_QUOTES, "'"),
    **dict.fromkeys(DOUBLE_QUOTES, '"'),
    **dict.fromkeys(HYPHENS, "-"),
    **dict.fromkeys(WHITE_SPACE, " "),
}
"""What stands for a character in the normalised text, wherever it stands."""

# The standard library's re is three times as fast as regex where it can do the same.
_FOLDED = re.compile(f"[{re.escape(''.join(FOLDED.keys() - {' '}))}]")
_UNSEEN = re.compile(f"[{STANDING}{ATTACHED}]")
_BETWEEN_WORDS = re.compile(f"[ {STANDING}{ATTACHED}]*")
_WORD = regex.compile(f"[^ {STANDING}{ATTACHED}][^ {STANDING}]*")
_ATTACHED = re.compile(f"[{ATTACHED}]")
_VARIATION_SELECTORS = re.compile(f"[{VARIATION_SELECTORS}]")
_PICTURE = regex.compile(r"\p{Extended_Pictographic}")


class Composing(NamedTuple):
    """What stands for a grapheme cluster.

    Attributes:
        may_change: whether something else stands for any cluster of a word.
        composed: what stands for a cluster.
    """

    may_change: Callable[[str], bool]
    composed: Callable[[str], str]


def normalise(text: str, line_ends: tuple[LineEnd, ...] = (), language: str = "") -> NormalisedText:
    """Normalise a text; white space at its ends is kept.

    Args:
        text: the text.
        line_ends: those inside words, in order.
        language: its language (BCP 47), which matters where words are compared more loosely.
    """
    return normalise_by(COMPOSING, text, fold(text), left_out(line_ends), language, line_ends)


def comparable(
    text: str, language: str = "", rule: LineEndHyphens | None = None, keeps_lines: bool = False
) -> NormalisedText:
    """The form of a text in a language in which its words are compared, with the way back.

    The arguments are those of `line_ends_in_words`.
    """
    return normalise(text, line_ends_in_words(text, language, rule, keeps_lines), language)


def fold(text: str) -> str:
    """The text with straight quotes, plain hyphens and plain spaces, character for character.

    It chains `str.replace`, because `str.translate` takes twenty times as long.
    """
    text = text.replace("\n", " ").replace("`", "'")
    if not (text.isascii() and text.isprintable()):
        for character in {*_FOLDED.findall(text)}:
            text = text.replace(character, FOLDED[character])
    return text


def seen(cluster: str) -> str:
    """A grapheme cluster in form C, without what is not seen in it."""
    unseen = _VARIATION_SELECTORS if _PICTURE.search(cluster) else _ATTACHED
    return unicodedata.normalize("NFC", unseen.sub("", cluster))


def _may_be_composed(word: str) -> bool:
    return not unicodedata.is_normalized("NFC", word) or _ATTACHED.search(word) is not None


COMPOSING = Composing(_may_be_composed, seen)


def left_out(line_ends: Sequence[LineEnd]) -> list[Change]:
    """What becomes of line ends inside words."""
    return [(*end.hidden, "") for end in line_ends if end.hidden]


def normalise_by(
    composing: Composing,
    text: str,
    folded: str,
    settled: Sequence[Change],
    language: str = "",
    line_ends: tuple[LineEnd, ...] = (),
) -> NormalisedText:
    """Normalise a text of which some pieces are settled.

    Args:
        composing: what stands for its grapheme clusters.
        text: the text.
        folded: the same, folded.
        settled: what stands for pieces in which words end, in order.
        language: its language (BCP 47), which becomes part of the result, as do the next.
        line_ends: those inside words, in order.
    """
    if not settled and _is_normalised(folded, composing):  # nearly all short texts
        return NormalisedText(text, folded, language=language, line_ends=line_ends)
    changes = [*_runs_of_spaces(folded), *_compositions(folded, composing)]
    if settled:
        changes = _without_overlaps(sorted(changes), settled)
    return changed(text, folded, sorted(changes), language, line_ends)


def _is_normalised(folded: str, composing: Composing) -> bool:
    """Whether a text has no runs of spaces, nothing unseen, and nothing to compose."""
    if "  " in folded:
        return False
    return folded.isascii() or not (_UNSEEN.search(folded) or composing.may_change(folded))


def _without_overlaps(changes: list[Change], settled: Sequence[Change]) -> list[Change]:
    """The settled changes, and the others that overlap none of them; both are in order."""
    kept = [*settled]
    place = 0
    for change in changes:
        while place < len(settled) and settled[place][1] <= change[0]:
            place += 1
        if place == len(settled) or change[1] <= settled[place][0]:
            kept.append(change)
    return kept


def _runs_of_spaces(folded: str) -> Iterator[Change]:
    """Runs of two or more spaces, and characters between words that nobody sees.

    What is attached to white space, or to nothing, does not begin a word.
    """
    places = [*_two_spaces(folded)]
    if not folded.isascii():
        places = sorted([*places, *(match.start() for match in _UNSEEN.finditer(folded))])
    end = 0
    for place in places:
        if place < end:
            continue
        start = place - 1 if place > end and folded[place - 1] == " " else place
        if 0 < start == place and _ATTACHED.match(folded, place):
            continue
        match = _BETWEEN_WORDS.match(folded, start)
        end = match.end() if match else place
        yield start, end, " " if " " in folded[start:end] else ""


def _two_spaces(folded: str) -> Iterator[int]:
    place = folded.find("  ")
    while place >= 0:
        yield place
        while folded.startswith(" ", place):
            place += 1
        place = folded.find("  ", place)


def _compositions(folded: str, composing: Composing) -> Iterator[Change]:
    """Grapheme clusters for which something else stands.

    Each word is searched separately, because a space never combines with what follows. Therefore
    the clusters are the same whatever white space precedes the word, and a passage that begins and
    ends at cluster boundaries has the same normalised form by itself as inside its text.
    """
    if folded.isascii() or not composing.may_change(folded):
        return
    for match in _WORD.finditer(folded):
        word = match.group()
        if word.isascii() or not composing.may_change(word):
            continue
        for start, end in clusters(word):
            cluster = word[start:end]
            composed = composing.composed(cluster)
            if composed != cluster:
                yield match.start() + start, match.start() + end, composed


def normalise_quotation(text: str) -> str:
    """A quotation, normalised like the text that it quotes, without white space at its ends."""
    if text.isascii():
        return " ".join(text.replace("`", "'").split())
    return normalise(text).text.strip(" ")
