"""Words written with the letters a to z, as far as those have an equivalent."""

import unicodedata


def _pairs(written: str) -> dict[str, str]:
    """Letters, each followed by its spelling."""
    return {pair[0]: pair[1:] for pair in written.split()}


LETTERS = {
    **_pairs(  # Cyrillic, as English ears hear it; then the letters of Central Asia
        "аa бb вv гg ґg дd еe ёe єye жzh зz иi іi їyi йy кk лl мm нn оo пp рr сs тt уu ўu фf хkh "
        "цts чch шsh щshch ъ ыy ь эe юyu яya ѐe ѓg ѕdz јj љlj њnj ќk ѝi џdz ђdj ћc ѣe ѳf ѵi "
        "ғg ҕg қk ҝk ҟk ҡk ӄk ңn ҥng ӈn өo ҫs ҙz җzh үu ұu ҳkh һh ҷch ҹch ӏ әa"
    ),
    **_pairs("αa βv γg δd εe ζz ηi θth ιi κk λl μm νn ξx οo πp ρr ςs σs τt υy φf χch ψps ωo"),
    **_pairs(  # Latin letters that Unicode does not take apart
        "æae œoe ßss þth ðd łl øo đd ħh ŧt ıi ȷj ŋng ĸq əe ǝe ɛe ɔo ɑa ɣg ɩi ʊu ʃsh ʒz "
        "ƀb ɓb ƈc ɖd ɗd ƒf ǥg ɠg ɨi ɉj ƙk ƚl ɫl ɬl ƞn ɲn ɵo ƥp ɍr ʂs ƫt ƭt ʈt ʉu ʋv ƴy ɏy ȥz ƶz ʐz"
    ),
}
"""By small letter. They serve addresses, so they are plain: no scholarly transliteration."""


def in_latin_letters(words: str) -> str:
    """Words in small letters without marks; letters without an equivalent stay as they are."""
    # Composed first, because й and ї are letters of their own and not и and і with marks.
    small = _spelt(unicodedata.normalize("NFKC", words).lower())
    apart = unicodedata.normalize("NFKD", small)
    # Without their marks, letters such as ά and ǿ are in the table, too.
    return _spelt("".join(c for c in apart if not unicodedata.category(c).startswith("M")))


def _spelt(words: str) -> str:
    return "".join(LETTERS.get(letter, letter) for letter in words)
