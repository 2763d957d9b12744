"""The typefaces of the site: what is in each file, and what a browser is told of it."""

import re
from collections import Counter
from importlib.resources import files
from io import BytesIO
from itertools import chain
from pathlib import Path

import pytest
import uharfbuzz
from fontTools.ttLib import TTFont

from build_scripts.pages.layout import fonts_at_once
from build_scripts.typefaces import font_files as kept
from build_scripts.typefaces.faces import CHARACTERS, SANS, SERIF, Cut, cuts, font_faces
from build_scripts.typefaces.font_files import font_files

MARKS = range(0x0300, 0x0370)


def opened(name: str) -> TTFont:
    return TTFont(BytesIO(dict(font_files())[name]))


def files_for(words: str) -> list[str]:
    """The names of the files that a browser fetches for words in the upright serif."""
    codes = {ord(letter) for letter in words} - set(MARKS)
    return [
        cut.name
        for cut in cuts()
        if (cut.typeface.family, cut.typeface.style) == (SERIF, "normal")
        and not codes.isdisjoint(cut.characters.codes())
    ]


@pytest.mark.parametrize(
    ("words", "files"),
    [
        ("Plain words, “quoted” – 1 €.", ["latin"]),
        ("Alyaksandr Łukašenka", ["latin", "latin-extended"]),
        ("Аляксандр\u00a0Лукашэнка", ["latin", "cyrillic"]),
        ("Москва́", ["cyrillic"]),
        ("Tiếng Việt", ["latin", "vietnamese"]),
        ("ʿAlī, ḥadīṯ", ["latin", "latin-extended", "latin-further"]),
        ("ˈlɑndən", ["latin", "phonetic"]),
        ("Қазақ", ["cyrillic", "cyrillic-further"]),
        ("Αριστοτέλης", ["greek"]),
        ("עברית", []),
    ],
)
def test_a_browser_fetches_what_the_words_need(words: str, files: list[str]) -> None:
    assert files_for(words) == [f"serif-{name}.woff2" for name in files]
    letters = {ord(letter) for letter in words} if files else set()
    known = chain.from_iterable(opened(name).getBestCmap() for name in files_for(words))
    assert letters <= set(known)


def test_no_character_is_in_two_files_but_marks_are_in_all() -> None:
    counted = Counter(chain.from_iterable(one.codes() for one in CHARACTERS))
    assert {count for code, count in counted.items() if code not in MARKS} == {1}
    assert {counted[code] for code in MARKS} == {len(CHARACTERS)}


@pytest.mark.parametrize("cut", list(cuts()), ids=lambda cut: cut.name)
def test_a_file_has_its_characters_the_weights_and_the_licence(cut: Cut) -> None:
    font = opened(cut.name)
    assert set(font.getBestCmap()) <= set(cut.characters.codes())
    axes = [(axis.axisTag, axis.minValue, axis.maxValue) for axis in font["fvar"].axes]
    assert axes == [("wght", 400, 700)]
    names = {record.nameID: str(record) for record in font["name"].names}
    assert names[1] == cut.typeface.family  # the designer reserves the original one
    assert "SIL Open Font License" in names[13]
    assert "©" in names[0]


def shaped(font: bytes, words: str, language: str) -> list[object]:
    """What a shaper makes of words: the outline of each shape and where it stands."""
    face = uharfbuzz.Font(uharfbuzz.Face(font))
    face.set_variations({"wght": 400})
    buffer = uharfbuzz.Buffer()
    buffer.add_str(words)
    buffer.guess_segment_properties()
    buffer.language = language
    uharfbuzz.shape(face, buffer, {})
    shapes = zip(buffer.glyph_infos, buffer.glyph_positions, strict=True)
    return [(face.get_glyph_extents(info.codepoint), *place.position) for info, place in shapes]


@pytest.mark.parametrize(
    ("name", "language", "words"),
    [
        # Kerning, ligatures, a mark in place of a dot.
        ("serif-latin", "en", "fi ffl AVATAR i\u030b j\u0308"),
        ("sans-italic-latin", "en", "fi ffl AVATAR i\u030b j\u0308 r\u0325"),
        ("sans-latin-extended", "lt", "\u0117\u0301"),
        ("sans-cyrillic", "ru", "б\u0301ы\u0301"),
        ("serif-italic-cyrillic", "sr", "бгдпт"),  # other shapes than in Russian
        ("sans-greek", "grc", "Ἀριστοτέλης"),
    ],
)
def test_words_look_as_in_the_whole_font(name: str, language: str, words: str) -> None:
    face = next(cut.typeface for cut in cuts() if cut.name == f"{name}.woff2")
    font = opened(f"{name}.woff2")
    font.flavor = None
    file = BytesIO()
    font.save(file)
    whole = (files(face.package) / face.file).read_bytes()
    assert shaped(file.getvalue(), words, language) == shaped(whole, words, language)


def test_the_rules_name_the_files_of_each_family() -> None:
    rules = font_faces("fonts")
    assert re.findall(r'url\("fonts/([^"]+)"\)', rules) == [name for name, _ in font_files()]
    assert set(re.findall(r'font-family:"([^"]+)"', rules)) == {SERIF, SANS}


@pytest.mark.parametrize(
    ("page", "files"),
    [
        ('<html lang="en">', ["serif-latin", "sans-latin"]),
        ('<html lang="en"><em>x</em>', ["serif-latin", "sans-latin", "sans-italic-latin"]),
        (
            '<html lang="en"><div class="reading" data-reading="a" lang="be">',
            ["serif-latin", "serif-cyrillic", "sans-latin", "sans-cyrillic"],
        ),
        # A few words of another language: their letters come when they are drawn.
        ('<html lang="en"><q lang="ru">Да</q>', ["serif-latin", "sans-latin"]),
        ('<html lang="he"><div class="reading" lang="he">', ["serif-latin", "sans-latin"]),
    ],
)
def test_a_page_fetches_the_typefaces_of_its_text_at_once(page: str, files: list[str]) -> None:
    assert list(fonts_at_once(page)) == [f"fonts/{name}.woff2" for name in files]


def test_a_kept_file_is_used_and_a_damaged_one_is_not(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    made: list[Cut] = []

    def cut_font(_font: bytes, cut: Cut) -> bytes:
        made.append(cut)
        return cut.name.encode()

    monkeypatch.setattr(kept, "cut_font", cut_font)
    monkeypatch.setattr(kept, "user_cache_path", lambda _name: tmp_path)
    files = [kept.font_files.__wrapped__() for _ in range(2)]
    assert files == [tuple((cut.name, cut.name.encode()) for cut in made)] * 2

    damaged = next(path for path in (tmp_path / "typefaces").iterdir())
    damaged.write_bytes(damaged.read_bytes()[:-1])
    assert kept.font_files.__wrapped__() == files[0]
    assert len(made) == len(list(cuts())) + 1


def test_without_a_folder_to_keep_them_the_files_are_cut_all_the_same(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(kept, "cut_font", lambda _font, cut: cut.name.encode())
    (tmp_path / "file").touch()
    monkeypatch.setattr(kept, "user_cache_path", lambda _name: tmp_path / "file")
    assert dict(kept.font_files.__wrapped__()).keys() == {cut.name for cut in cuts()}
