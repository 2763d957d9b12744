"""What languages attach to a word without changing it: endings and beginnings, as data.

Only what the writing itself sets off is here: by a sign, or by the change from small letters to a
capital. Two kinds have no sign, but follow an unchanged word by rule: the particles of Korean and
the genitive of Tibetan. Everything else is grammar, and needs forms in the glossary: `Ankaralı`,
`boats`, the Hebrew and Arabic prefixes.

The guide shows this table (docs/guide/glossary.md); a test keeps the two the same.
"""

from collections.abc import Iterator
from enum import Enum, auto
from typing import Final, NamedTuple


class Side(Enum):
    """Where a part is attached."""

    BEFORE = auto()
    AFTER = auto()


class Attached(NamedTuple):
    """What some languages attach to a word.

    Attributes:
        languages: subtags of BCP 47, with blanks between.
        names: of these languages, in English, for the guide.
        sign: how the part is set off, for the guide.
        pattern: the sign and the part, for `regex`; small letters stand for capitals, too. Straight
            apostrophes stand for all kinds.
        of_names: whether only words without a small first letter take it: names and numbers.
        examples: the words that are found, in brackets, with what is attached.
        source: the standard or grammar with the rule.
    """

    languages: str
    names: str
    side: Side
    sign: str
    pattern: str
    of_names: bool
    examples: str
    source: str


def attached_to(language: str) -> Iterator[Attached]:
    """What a language (BCP 47) attaches."""
    subtag = language.partition("-")[0].lower()
    return (part for part in ATTACHED if subtag in part.languages.split())


_TURKISH = (
    # Derived words and plural; possessive; case; -ki and its endings; copula.
    r"(?:l[ıiuü][kğ]?|c[ıiuü]|s[ıiuü]z|[ıiuü]?nc[ıiuü]|ş?[ae]r)?(?:l[ae]r)?"
    r"(?:[ıiuü]?m(?:[ıiuü]z)?|[ıiuü]n(?:[ıiuü]z)?|s?[ıiuü])?"
    r"(?:n?[dt][ae]n?|[yn]?[ae]|[yn]?[ıiuü]|n?[ıiuü]n|n?c[ae]|y?l[ae])?"
    r"(?:ki(?:l[ae]r)?(?:n?[ıiuü]n?|n?[ae]|nd[ae]n?)?)?"
    r"(?:[dt][ıiuü]r|y?[dt][ıiuü]|y?m[ıiuü]ş|y?s[ae]|yken|y?[ıiuü]m|s[ıiuü]n|y?[ıiuü]z)?"
)
_FINNISH = (
    # Case; possessive; clitic.
    r"(?:i?(?:n|t|[aä]|t[aä]|ss[aä]|st[aä]|ll[aä]|lt[aä]|lle|ksi|n[aä]|tt[aä]|tten|den|hin)"
    r"|h[aeiouyäö]n|[aeiouyäö]{2}n|[ij]en|j[aä]|ine)?"
    r"(?:ni|si|ns[aä]|mme|nne|[aeiouyäö]n)?(?:k[oö]|kin|k[aä]{2}n|h[aä]n|p[aä])?"
)
_ESTONIAN = r"(?:[dt]e|id|i)?(?:[aeiu]|t|d|ks|st|sse|s|ga|ni|na|ta|le?|lt|it|de|te|sid)?(?:gi|ki)?"
_BASQUE = (
    r"(?:e?k|e?n|e?r[ei]n?|e?ko|e?tik|e?ra|e?rako|e?rantz|z|e?kin|e?rekin|e?rentzat|a|ak|ari|aren"
    r"|ek|ei|en|etan|eta(?:ko|tik|ra)|t[ai]k)"
)

# The particles of Korean depend on the last syllable: whether it ends in a vowel, and in ㄹ.
# Syllables are in the order of Unicode, 28 for each pair of consonant and vowel.
_OPEN = "".join(map(chr, range(0xAC00, 0xD7A4, 28)))
_IN_L = "".join(map(chr, range(0xAC08, 0xD7A4, 28)))
_MORE = "(?:[는은도만의]|까지|부터|조차|마저)?"
_KOREAN = (
    r"(?<=[가-힣][가-힣])(?:"
    rf"(?<=[{_OPEN}])(?:[는가를]|와{_MORE}|(?:나|라도|라는|라고|였다|였던|랑){_MORE})"
    rf"|(?<![{_OPEN}])(?:[은이을]|과{_MORE}|이(?:나|라도|라는|라고|었다|었던|랑){_MORE})"
    rf"|(?<=[{_OPEN}{_IN_L}])로(?:서|써)?{_MORE}|(?<![{_OPEN}{_IN_L}])으로(?:서|써)?{_MORE}"
    rf"|(?:에|에서|에게|에게서|께|께서|한테|한테서|하고|까지|부터){_MORE}"
    r"|의|도|만(?:이|은|을|의)?|보다|처럼|같이|만큼|마다|조차|마저|밖에|대로|이다|입니다|이며|이고)"
)

ATTACHED: Final = (
    Attached(
        "en",
        "English",
        Side.AFTER,
        "apostrophe",
        r"'(?:ll|ve|re)",
        False,
        "[Quill]'ll, [they]'ve",
        "The Cambridge Grammar of the English Language (2002), chapter 18",
    ),
    Attached(
        "tr",
        "Turkish",
        Side.AFTER,
        "apostrophe",
        f"'{_TURKISH}",
        True,
        "[Ankara]'ya, [Ankara]'nın, [Ankara]'dakiler, [1923]'te",
        "Türk Dil Kurumu, Yazım Kılavuzu: kesme işareti",
    ),
    Attached(
        "fi",
        "Finnish",
        Side.AFTER,
        "colon",
        f":{_FINNISH}",
        False,
        "[EU]:n, [USA]:ssa, [1990]:een",
        "Kielitoimiston ohjepankki: lyhenteiden taivutus",
    ),
    Attached(
        "fi",
        "Finnish",
        Side.AFTER,
        "apostrophe",
        f"'{_FINNISH}",
        True,
        "[Bordeaux]'ssa, [Calais]'n",
        "Kielitoimiston ohjepankki: heittomerkki",
    ),
    Attached(
        "fi",
        "Finnish",
        Side.AFTER,
        "none, after capitals",
        rf"(?<=\p{{Lu}}\p{{Lu}})(?=\p{{Ll}}){_FINNISH}",
        True,
        "[NATO]n, [AKAVA]ssa, [UNICEF]ia",
        "Kielitoimiston ohjepankki: lyhenteiden taivutus",
    ),
    Attached(
        "sv",
        "Swedish",
        Side.AFTER,
        "colon",
        r":(?:s|e?n|e?t|[ae]|de|na|[aeo]r(?:na)?)s?",
        False,
        "[NATO]:s, [tv]:n, [cd]:arna",
        "Språkrådet, Svenska skrivregler: kolon",
    ),
    Attached(
        "da",
        "Danish",
        Side.AFTER,
        "apostrophe",
        r"'(?:s|e[nt]s?|e?r(?:ne)?s?|enes?|[ent]|ske?)",
        False,
        "[EU]'s, [tv]'et, [1930]'erne",
        "Dansk Sprognævn, Retskrivningsordbogen, § 6",
    ),
    Attached(
        "nb nn no",
        "Norwegian",
        Side.AFTER,
        "none, after capitals",
        r"(?<=\p{Lu}\p{Lu})s",
        True,
        "[NATO]s, [EU]s",
        "Språkrådet, Skriveregler: genitiv",
    ),
    Attached(
        "nl af",
        "Dutch, Afrikaans",
        Side.AFTER,
        "apostrophe",
        r"'(?:s|en|[tpk]?jes?|[tpk]?(?:j?ie|jie)s?)",
        False,
        "[Anna]'s, [sms]'en, [baby]'tje, [foto]'tjie",
        "Nederlandse Taalunie, Leidraad: apostrof; Afrikaanse woordelys en spelreëls",
    ),
    Attached(
        "pl",
        "Polish",
        Side.AFTER,
        "apostrophe",
        r"'(?:a|ach|ami|e|ego|em|emu|go|i|ich|ie|im|m|mi|mu|om|owi|owie|ów|u|y|ych|ym|ymi)",
        True,
        "[Google]'a, [Kennedy]'ego, [Remarque]'owi",
        "Wielki słownik ortograficzny PWN: apostrof",
    ),
    Attached(
        "lt",
        "Lithuanian",
        Side.AFTER,
        "apostrophe",
        r"'i?(?:a[si]?|ą|ais?|ams|aus|e|ei|i?s|į|o|oms?|omis|os|u|ui|umi|us|uose|uje|ų|yje|ys)",
        True,
        "[Verlaine]'as, [Larousse]'o, [Craxi]'ui",
        "Lietuvių kalbos rašyba (2022): apostrofas",
    ),
    Attached(
        "et",
        "Estonian",
        Side.AFTER,
        "apostrophe",
        f"'{_ESTONIAN}",
        True,
        "[Shakespeare]'i, [Bordeaux]'sse",
        "Eesti õigekeelsuskäsiraamat: ülakoma",
    ),
    Attached(
        "et",
        "Estonian",
        Side.AFTER,
        "none, after capitals",
        rf"(?<=\p{{Lu}}\p{{Lu}})(?=\p{{Ll}}){_ESTONIAN}",
        True,
        "[ÜRO]sse, [NATO]le",
        "Eesti õigekeelsuskäsiraamat: lühendite käänamine",
    ),
    Attached(
        "eu",
        "Basque",
        Side.AFTER,
        "none, after capitals",
        rf"(?<=\p{{Lu}}\p{{Lu}})(?=\p{{Ll}}){_BASQUE}",
        True,
        "[NATO]ren, [EEBB]etan",
        "Euskaltzaindia, Hiztegi Batua: siglen deklinabidea",
    ),
    Attached(
        "fil tl",
        "Filipino",
        Side.AFTER,
        "apostrophe",
        r"(?<=[aeiou])'[ynt]",
        False,
        "[Maria]'y, [Luna]'t",
        "Komisyon sa Wikang Filipino, Ortograpiyang Pambansa: kudlit",
    ),
    Attached(
        "fa",
        "Persian",
        Side.AFTER,
        "zero-width non-joiner; none before ها",
        # Older books write ها without the joiner: کتابها. After short words it may be another word.
        r"(?:\u200c|(?<=\p{L}{4}))ها(?:ی(?:ی|م|ت|ش|مان|تان|شان)?)?"
        r"|\u200c(?:ی|ای|ام|ات|اش|مان|تان|شان|ایم|اید|اند)",
        False,
        "[کتاب]\u200cها, [خانه]\u200cای",
        "Academy of Persian Language and Literature, Dastur-e Khatt-e Farsi",
    ),
    Attached(
        "ko",
        "Korean",
        Side.AFTER,
        "none: particles after two syllables or more",
        _KOREAN,
        False,
        "[서울]은, [서울]에서는, [파리]가, [파리]로",
        "Hangul Orthography (한글 맞춤법), article 41",
    ),
    Attached(
        "bo dz",
        "Tibetan, Dzongkha",
        Side.AFTER,
        "none: འི, འོ, འང, འམ",
        r"འ(?:ི|ོ|ང|མ)",
        False,
        "[ལྷ་ས]འི",
        "Beyer, The Classical Tibetan Language (1992)",
    ),
    Attached(
        "ga",
        "Irish",
        Side.BEFORE,
        "a small letter before a capital",
        r"\b(?:m(?=B)|g(?=C)|n(?=[DGAÁEÉIÍOÓUÚ])|bh(?=F)|b(?=P)|d(?=T)|t(?=[SAÁEÉIÍOÓUÚ])"
        r"|h(?=[AÁEÉIÍOÓUÚ]))",
        True,
        "g[Corcaigh], bh[Frainc], h[Éireann], t[Sionainn]",
        "An Caighdeán Oifigiúil (2017): urú, h, t",
    ),
    Attached(
        "zu xh ss nr",
        "Zulu, Xhosa, Swati, Southern Ndebele",
        Side.BEFORE,
        "small letters before a capital",
        r"\b\p{Ll}{1,6}(?=\p{Lu})",
        True,
        "u[Mandela], ku[Mandela], e[Thekwini]",
        "Pan South African Language Board, IsiZulu Spelling and Orthography Rules (2008)",
    ),
    Attached(
        "ca co eo fr frp fur ga gd gsw it lb lij lmo mt nap nrf oc pcd pms rm sc scn vec wa",
        "French, Italian, Catalan, Occitan, Corsican, Sardinian, Maltese and others",
        Side.BEFORE,
        "apostrophe",
        "'",
        False,
        "l'[Union], dell'[Unione], d'[Éirinn]",
        "Grevisse, Le bon usage: l’élision; the grammars of these languages",
    ),
)
