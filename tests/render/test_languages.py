"""Names and directions of languages, by their BCP 47 tags."""

from dataclasses import replace

import pytest

from build_scripts.render.language.interface_words import words_of
from build_scripts.render.language.languages import title_language
from tests.render.annotated_readings import reading, source_text


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
    ("title", "language", "by", "expected"),
    [
        ("A text", "en", "", {}),
        ("בראשית", "he", "", {"lang": "he", "dir": "rtl"}),
        ("בראשית", "he", "editor", {"lang": "he", "dir": "rtl"}),
        ("“בראשית” 1", "he", "", {"lang": "he", "dir": "rtl"}),
        ("Genesis, in Hebrew", "he", "editor", {}),
        ("Genesis, in Hebrew", "he", "", {}),
        ("شعر", "qaa", "", {}),
        ("Союз", "ru", "", {"lang": "ru", "dir": None}),
        ("The union, in Russian", "ru", "editor", {}),
    ],
)
def test_a_title_says_its_language_where_it_differs(
    title: str, language: str, by: str, expected: dict[str, str | None]
) -> None:
    of = reading(source_text("x"), title=title, language=language)
    titled = replace(of, metadata=replace(of.metadata, title_by=by))
    assert title_language(titled, "en") == expected
