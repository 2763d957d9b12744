"""Each page is given the style sheets that it needs, and no other."""

import re
from importlib.resources import files

import pytest

from build_scripts.pages.layout import further_style_sheets

STYLES = files("build_scripts.pages") / "assets/styles"
NAMED = re.findall(r":lang\(([a-z]+)", (STYLES / "writing-systems.css").read_text("utf-8"))


@pytest.mark.parametrize("language", sorted(set(NAMED)))
def test_a_language_of_another_writing_system_brings_its_style_sheet(language: str) -> None:
    page = f'<html lang="en"><q lang="{language}">x</q>'

    assert list(further_style_sheets(page, shows_text=True)) == ["writing-systems.css"]


def test_a_text_in_latin_letters_needs_none() -> None:
    assert list(further_style_sheets('<html lang="en"><i lang="arn">x</i>', shows_text=True)) == []


def test_a_list_needs_those_of_lists() -> None:
    assert list(further_style_sheets('<html lang="en">', shows_text=False)) == ["pages.css"]
