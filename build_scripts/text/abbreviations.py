"""Abbreviations whose full stop does not end a sentence, by language.

Only those are listed that come before a name or a number. After any other abbreviation a small
letter follows, which is enough to show that the sentence goes on.
"""

from functools import cache

_KNOWN = {
    "be": "акад г гг гл дац праф с св стар т ул вул",
    "cs": "č čp dr ing mgr nám pan prof sv ul",
    "de": "abb bd bsp ca dr fr hr hrsg jh nr prof s sog st str tel vgl",
    "en": "adm approx art ca capt cf ch col dr ed eds fig gen gov hon lt maj messrs mr mrs ms mt no"
    " nos op p pp pres prof rep rev sen sgt st vol vols vs",
    "es": "art av cap dr dra ed fig gral lic núm pág prof sr sra srta ud vol",
    "fr": "art av bd ch dr éd fig m me mgr mlle mm mme p pr st ste vol",
    "it": "art avv cap dott dr ecc fig gen ing on pag prof sig ss vol",
    "lt": "dr g gen pan pr prof str šv",
    "lv": "dr prof sv",
    "nl": "blz dhr dr drs fig ir mevr mr nr prof st",
    "pl": "dr gen im inż ks mgr np nr prof red s str św ul",
    "pt": "art av cap dr dra ed eng fig pág prof sr sra vol",
    "ru": "акад г гг гл гр доц им проф с св см стр т ул",
    "uk": "акад вул гл доц ім м проф рр с св см ст т",
}


@cache
def abbreviations(language: str) -> frozenset[str]:
    """The abbreviations of a language (BCP 47), in lower case and without their full stops."""
    return frozenset(_KNOWN.get(language.partition("-")[0].lower(), "").split())
