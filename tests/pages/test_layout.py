"""Each page is given the style sheets that it needs, and no other."""

import re
from importlib.resources import files

import pytest

from build_scripts.pages.layout import further_style_sheets
from build_scripts.text.language_scripts import script_of

STYLES = files("build_scripts.pages") / "assets/styles"
RULES = re.split(r"\}", (STYLES / "writing-systems.css").read_text("utf-8"))
NAMED = re.compile(r":lang\(([A-Za-z-]+)\)")
SUBTAGS = re.compile(r'lang\*="-([A-Z][a-z]{3})"')
TAGS = {tag for rule in RULES for tag in NAMED.findall(rule)}
IN_SCRIPTS = {f"en-{script}" for rule in RULES for script in SUBTAGS.findall(rule)} - {"en-Latn"}
VARIANTS = {
    "Aran": "Arab",
    "Syre": "Syrc",
    "Syrj": "Syrc",
    "Syrn": "Syrc",
    "Hani": "Hans",
    "Cyrs": "Cyrl",
}
"""ISO 15924's codes for a style of a script, and the script."""


@pytest.mark.parametrize("language", sorted(TAGS | IN_SCRIPTS | {"kmr-Arab", "qaa-Hebr"}))
def test_a_language_of_another_writing_system_brings_its_style_sheet(language: str) -> None:
    page = f'<html lang="en"><q lang="{language}">x</q>'

    assert list(further_style_sheets(page, shows_text=True)) == ["writing-systems.css"]


@pytest.mark.parametrize("language", ["arn", "ru", "he-Latn", "qaa", "x-mine", "und"])
def test_a_text_in_usual_letters_needs_none(language: str) -> None:
    page = f'<html lang="en"><i lang="{language}">x</i>'

    assert list(further_style_sheets(page, shows_text=True)) == []


def test_the_language_of_another_page_needs_none() -> None:
    page = '<html lang="en"><link rel="alternate" href="../he/" hreflang="he">'

    assert list(further_style_sheets(page, shows_text=True)) == []
    assert list(further_style_sheets('lang="he"', shows_text=True)) == ["writing-systems.css"]


@pytest.mark.parametrize("rule", [rule for rule in RULES if "--reading-serif" in rule])
def test_a_rule_for_typefaces_is_for_one_script(rule: str) -> None:
    scripts = {script_of(tag) for tag in NAMED.findall(rule)} | {*SUBTAGS.findall(rule)}

    assert len({VARIANTS.get(script, script) for script in scripts}) == 1


def test_a_list_needs_those_of_lists() -> None:
    assert list(further_style_sheets('<html lang="en">', shows_text=False)) == ["pages.css"]
