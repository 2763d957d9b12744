"""The order of words in lists: CLDR's, which knows the alphabet of each language."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from build_scripts.text.collation import initial, sort_key

IN_ORDER = {
    "sv": "Apple Ost Zebra Ål Äpple Öl",
    "fi": "ahven Zebra Åland äiti öljy",
    "de": "Ahorn Ähre Ofen Öl Strasse Straße Zug",
    "de-u-co-phonebk": "Ad Ärger Af",
    "da": "Zebra Æble Øl Ål Aarhus",
    "nb": "Zebra Ære Øy Ås",
    "cs": "cesta Čáp hora chata Ida Ženich Žid",
    "sk": "hora chata Ida",
    "hu": "cukor cz csak Dom dzéta dzsungel",
    "lt": "Ina Ypas Jonas",
    "et": "Sa Šõu Zoo Žurnaal Tee Õun Ära",
    "tr": "hız ırmak ip İzmir jale",
    "az": "el əl fil",
    "es": "nube nzz ñu oso",
    "pl": "Lublin Łódź Mława",
    "hr": "dzi džep lz ljeto",
    "cy": "ga nga ha lz ll ma",
    "be": "ежа ёлка жук ігра йод клён",
    "uk": "гора ґава дім єдність жук",
    "ru": "Ёж Ель Жук Minsk Αθήνα",
    "sr": "љето њива ћуп чаша Zagreb",
    "el": "Άλφα άρμα Ωδή Zebra",
    "grc": "Ἄρης ᾠδή Zebra",
    "hbo": "אָדָם שָׁלוֹם Zebra",
    "az-Arab": "آب پا zebra",
    "kk-Latn": "zebra Алма",
    "zh": "安徽 北京 重庆 广州 Apple",
    "zh-Hant": "一 中 北京 龍",
    "ja": "A あい カキ かな 日本",
    "th": "เก ไก่ ไทย",
    "en": "“aisle” Évora Faro Łódź Zagreb Афины ספר",
    "qaa": "a é z",
    "mul": "a é z",
    "en-Zmth": "a é z",
    "ur-Aran": "آب پا zebra",
    "ja-Hrkt": "あい か",
}


@pytest.mark.parametrize("language", IN_ORDER)
def test_each_language_has_its_order(language: str) -> None:
    words = IN_ORDER[language].split()
    backwards = words[::-1]
    assert sorted(backwards, key=lambda word: sort_key(word, language)) == words


def test_numbers_have_their_values() -> None:
    titles = ["Psalm 2", "Psalm 10", "Psalms"]
    assert (
        sorted(["Psalms", "Psalm 10", "Psalm 2"], key=lambda title: sort_key(title, "en")) == titles
    )


@pytest.mark.parametrize(
    ("language", "word", "letter"),
    [
        ("sv", "Ål", "Å"),
        ("en", "Ål", "A"),
        ("cs", "chata", "CH"),
        ("en", "chata", "C"),
        ("da", "Aarhus", "Å"),
        ("hr", "Džep", "DŽ"),
        ("tr", "ırmak", "I"),
        ("tr", "izmir", "İ"),
        ("es", "“ñandú”", "Ñ"),
        ("uk", "ґава", "Ґ"),
        ("zh", "重庆", "C"),
        ("ja", "がく", "か"),
        ("el", "ᾠδή", "Ω"),
        ("grc", "ᾠδή", "Ω"),
        ("en", "Царь", "Ц"),
        ("he", "Zebra", "Z"),
        ("en", "1984", "0-9"),
        ("en", "…", "0-9"),
        ("en", "", "0-9"),
        ("no tag", "é", "E"),
    ],
)
def test_the_letter_is_that_of_the_alphabet(language: str, word: str, letter: str) -> None:
    assert initial(word, language) == letter


@given(
    st.sampled_from(["en", "sv", "cs", "ja", "hbo", "qaa"]),
    st.lists(st.text(st.characters(exclude_categories=["Cs"]), max_size=6), unique=True),
)
def test_there_is_one_order_of_all_words(language: str, words: list[str]) -> None:
    ordered = sorted(words, key=lambda word: sort_key(word, language))
    backwards = words[::-1]
    assert ordered == sorted(backwards, key=lambda word: sort_key(word, language))
    assert all(sort_key(a, language) < sort_key(b, language) for a, b in pairwise(ordered))
    assert all(initial(word, language) for word in words)
