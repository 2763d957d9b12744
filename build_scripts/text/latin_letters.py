"""Words in the letters a to z, as far as they have an equivalent there."""

import unicodedata

from build_scripts.text.plain_letters import plain_letter


def _pairs(written: str) -> dict[str, str]:
    """Letters, each with what stands for it behind it."""
    return {pair[0]: pair[1:] for pair in written.split()}


_CYRILLIC = _pairs(
    "аa бb вv гg ґg дd еe ёe єye жzh зz иi іi їyi йy кk лl мm нn оo пp рr сs тt уu ўu фf хkh цts "
    "чch шsh щshch ъ ыy ь эe юyu яya ѐe ѓg ѕdz јj љlj њnj ќk ѝi џdz ђdj ћc"
)
_GREEK = _pairs("αa βv γg δd εe ζz ηi θth ιi κk λl μm νn ξx οo πp ρr ςs σs τt υy φf χch ψps ωo")
_LATIN = _pairs("æae œoe þth ðd ıi ŋng əe")
_EQUIVALENTS = {**_CYRILLIC, **_GREEK, **_LATIN}
"""Of small letters. For names in addresses, so without signs: none of the scholarly standards."""


def in_latin_letters(words: str) -> str:
    """Words in small letters a to z; what has no equivalent there stays as it is.

    Accents, strokes and hooks are left out. Cyrillic and Greek letters are written as they sound to
    English ears; other scripts are not written in Latin letters.
    """
    small = unicodedata.normalize("NFC", words.casefold())
    letters = "".join(_EQUIVALENTS.get(letter, letter) for letter in small)
    apart = unicodedata.normalize("NFKD", letters)
    plain = (plain_letter(letter) for letter in apart if not unicodedata.combining(letter))
    # A letter that was Greek with an accent is a Greek letter only now.
    return "".join(_EQUIVALENTS.get(letter, letter) for letter in plain)
