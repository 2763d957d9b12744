"""Letters of another script in a word that look like its own: a Latin `a` in `мaть`."""

from collections.abc import Iterator

import regex

from build_scripts.model.annotation import Certainty
from build_scripts.suggest.proposal import CorrectionProposal
from build_scripts.suggest.subject import Subject

# Letters that look alike in print: Latin, Cyrillic, Greek; a dot if a script has none.
_ALIKE = (
    *("AАΑ", "BВΒ", "CС.", "EЕΕ", "HНΗ", "IІΙ", "JЈ.", "KКΚ", "MМΜ", "N.Ν", "OОΟ", "PРΡ", "SЅ."),
    *("TТΤ", "XХΧ", "Y.Υ", "Z.Ζ", "aа.", "cс.", "eе.", "iі.", "jј.", "oоο", "pр.", "sѕ.", "xх."),
    *("yу.", "v.ν"),
)
_SCRIPTS = tuple(regex.compile(rf"\p{{Script={name}}}") for name in ("Latin", "Cyrillic", "Greek"))
_PART = regex.compile(r"[\p{L}\p{M}]+")


def mixed_scripts(subject: Subject) -> Iterator[CorrectionProposal]:
    """A correction for each word with letters of another script that look like its own."""
    for word in subject.words:
        if word.text.isascii():
            continue
        # The parts of a compound may be in different scripts: `IT-служба`.
        reading = _PART.sub(lambda part: _in_one_script(part.group()) or part.group(), word.text)
        if reading != word.text:
            yield CorrectionProposal(
                word.span,
                reading,
                Certainty.CERTAIN,
                "mixed-scripts",
                "Some letters belong to another script, in which they look the same.",
            )


def _in_one_script(word: str) -> str:
    """The word in the script of most of its letters; empty if it needs or allows no change."""
    numbers = [
        next((number for number, script in enumerate(_SCRIPTS) if script.match(letter)), -1)
        for letter in word
    ]
    present = sorted({number for number in numbers if number >= 0}, key=numbers.count)
    if len(present) < 2 or numbers.count(present[-1]) == numbers.count(present[-2]):
        return ""
    home = present[-1]
    letters = []
    for letter, number in zip(word, numbers, strict=True):
        if number in {home, -1}:
            letters.append(letter)
            continue
        same = next((alike[home] for alike in _ALIKE if alike[number] == letter), ".")
        if same == ".":
            return ""
        letters.append(same)
    return "".join(letters)
