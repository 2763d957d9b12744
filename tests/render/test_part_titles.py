"""The title of a part in tabs and bookmarks, where nothing else names its reading."""

import pytest

from build_scripts.render.language.interface_words import words_of
from build_scripts.render.reading.part_titles import title_in_tab

WORDS = words_of("en", {})


@pytest.mark.parametrize(
    ("part", "reading", "shown"),
    [
        ("How it began", "The Harbour", "How it began – The Harbour"),
        ("Genesis 12", "Genesis", "Genesis 12"),
        ("GENESIS, the first chapter", "Genesis", "GENESIS, the first chapter"),
        ("Chapters of Genesis", "Genesis", "Chapters of Genesis"),
        ("Nehemiah 1", "Nehemia", "Nehemiah 1 – Nehemia"),
        ("Regenesis, Genesis", "Genesis", "Regenesis, Genesis"),
        ("Страшная месть. I", "Страшная месть", "Страшная месть. I"),
        ("创世记第一章", "创世记", "创世记第一章"),
        ("第一章", "创世记", "第一章 – 创世记"),
        ("Straße 1", "STRASSE", "Straße 1"),
        ("Act 1 (of 5)", "(of 5)", "Act 1 (of 5)"),
    ],
)
def test_the_title_of_the_reading_is_named_once(part: str, reading: str, shown: str) -> None:
    assert title_in_tab(WORDS, part, reading) == shown
