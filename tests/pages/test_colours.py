"""The colours of the site: each pair that words stand in has the contrast that reading takes."""

import re
from importlib.resources import files

import pytest

FACE = (files("build_scripts.pages") / "assets/styles/face.css").read_text(encoding="utf-8")
LIGHT, DARK = (
    dict(re.findall(r"--site-(\w+): (#[0-9a-f]{6});", block))
    for block in re.findall(r":where\([^{]*\) \{(.*?)\}", FACE, re.DOTALL)[:2]
)
AA, AAA = 4.5, 7  # WCAG 2.2, 1.4.3 and 1.4.6


def luminance(colour: str) -> float:
    """The relative luminance of a colour, as WCAG 2.2 defines it."""
    channels = (int(colour[place : place + 2], 16) / 255 for place in (1, 3, 5))
    linear = [c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in channels]
    return sum(part * c for part, c in zip((0.2126, 0.7152, 0.0722), linear, strict=True))


def contrast(one: str, other: str) -> float:
    """The contrast ratio of two colours."""
    dark, light = sorted((luminance(one), luminance(other)))
    return (light + 0.05) / (dark + 0.05)


def test_black_and_white_have_the_greatest_contrast() -> None:
    assert contrast("#ffffff", "#000000") == pytest.approx(21)
    assert contrast("#777777", "#ffffff") == pytest.approx(4.48, abs=0.01)


@pytest.mark.parametrize("colours", [LIGHT, DARK], ids=["light", "dark"])
@pytest.mark.parametrize("ground", ["paper", "shade"])
@pytest.mark.parametrize(
    ("words", "least"), [("ink", AAA), ("link", AAA), ("accent", AAA), ("soft", AA)]
)
def test_words_stand_out(colours: dict[str, str], ground: str, words: str, least: float) -> None:
    assert contrast(colours[words], colours[ground]) >= least
