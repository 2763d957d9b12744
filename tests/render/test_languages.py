"""Names and directions of languages, by their BCP 47 tags."""

import pytest

from build_scripts.render.languages import direction
from build_scripts.render.words import words_of


@pytest.mark.parametrize(
    ("tag", "name"),
    [
        ("be", "Belarusian"),
        ("be-Latn", "Belarusian (Latin)"),
        ("be-tarask", "Belarusian (Taraskievica orthography)"),
        ("pt-BR", "Portuguese (Brazil)"),
        ("zh-Hant-TW", "Chinese (Traditional, Taiwan)"),
        ("en-x-mine", "English (x, mine)"),
        ("qqq", "qqq"),
    ],
)
def test_a_language_is_named_with_its_script_region_and_variants(tag: str, name: str) -> None:
    assert words_of("en", {}).language_name(tag) == name


@pytest.mark.parametrize(
    ("tag", "expected"),
    [("he", "rtl"), ("ar-EG", "rtl"), ("az-Arab", "rtl"), ("en", "ltr"), ("qqq", "ltr")],
)
def test_the_direction_follows_the_script(tag: str, expected: str) -> None:
    assert direction(tag) == expected
