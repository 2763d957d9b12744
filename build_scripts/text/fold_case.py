"""Fold the case of a text without changing its length."""

from functools import cache


def fold_case(text: str) -> str:
    """The text without differences of case, of the same length, so that offsets stay valid.

    Unicode's full case folding turns some letters (ß, İ, ligatures) into two or three characters.
    These are replaced by a single small letter if there is one, and left alone otherwise.
    """
    folded = text.casefold()
    return folded if len(folded) == len(text) else "".join(map(_fold_character, text))


@cache
def _fold_character(character: str) -> str:
    for folded in (character.casefold(), character.lower()):
        if len(folded) == 1:
            return folded
    return character
