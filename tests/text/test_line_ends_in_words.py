"""Which line ends are inside words, and what the hyphens before them are."""

import pytest

from build_scripts.model.line_end import LineEndHyphens
from build_scripts.text.line_ends_in_words import line_ends_in_words


def joined(text: str, language: str, rule: LineEndHyphens | None = None) -> str:
    """The text without what does not count at its line ends; others are shown as ``|``."""
    for line_end in reversed(line_ends_in_words(text, language, rule)):
        if line_end.hidden:
            text = text[: line_end.hidden.start] + text[line_end.hidden.end :]
    return text.replace("\n", "|")


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        ("en", "the parlia-\n  ment", "the parliament"),
        ("en", "twenty-\none, twenty-one", "twenty-one, twenty-one"),
        ("en", "to-\nday", "today"),
        ("en", "well-\nknown: well and known", "well-known: well and known"),
        ("en", "some-\nthing: some thing something", "something: some thing something"),
        ("en", "Anglo-\nSaxon, X-\nray, 20-\nyear", "Anglo-Saxon, X-ray, 20-year"),
        ("en", "PARLIA-\nMENT, mother-in-\nlaw", "PARLIAMENT, mother-in-law"),
        ("en", "pre-\nand post-war", "pre-|and post-war"),
        ("en", "a--\nb, c -\nd, e-\n\nf", "a--|b, c -|d, e-||f"),
        ("de", "Ein-\nund Ausgang", "Ein-|und Ausgang"),
        ("de", "Haus-\nhalt: Haus, halt", "Haushalt: Haus, halt"),
        ("de", "Parla¬\nment, Buͤ⸗\ncher, soft\u00ad\nware", "Parlament, Buͤcher, software"),
        ("fi", "ja-\nlka, työ-\nja", "jalka, työ-|ja"),
        ("ru", "пар-\nламент, кто-\nто, кто-то", "парламент, кто-то, кто-то"),
        ("el", "αγά-\nπη", "αγάπη"),
        ("hy", "խոր\u058a\nհուրդ", "խորհուրդ"),
        ("he", "בית\u05be\nספר", "בית\u05beספר"),
        ("zh", "白俄\n罗斯，\n好", "白俄罗斯，好"),
        ("ja", "カタ\nカナ 東\nEU", "カタカナ 東|EU"),
        ("th", "ประเทศ\nไทย", "ประเทศไทย"),
        ("lo", "ປະ\nເທດ", "ປະເທດ"),
        ("bo", "བོད་\nཡིག", "བོད་ཡིག"),
        ("ko", "한국\n어, ᄒ-\nᅡ", "한국|어, ᄒ-|ᅡ"),
        ("", "one\ntwo", "one|two"),
    ],
)
def test_each_word_is_judged_by_the_text(language: str, text: str, expected: str) -> None:
    assert joined(text, language) == expected


def test_reading_yml_decides_for_all_words() -> None:
    text = "parlia-\nment, Anglo-\nSaxon, soft\u00ad\nware, בית\u05be\nספר"
    fixed = "software, בית\u05beספר"
    assert joined(text, "en", LineEndHyphens.JOIN) == f"parliament, AngloSaxon, {fixed}"
    assert joined(text, "en", LineEndHyphens.KEEP) == f"parlia-ment, Anglo-Saxon, {fixed}"


def test_verses_end_where_their_lines_end() -> None:
    assert line_ends_in_words("白俄\n罗斯", "zh", keeps_lines=True) == ()
