"""What the tests of pictures have in common."""

from collections.abc import Iterable
from itertools import combinations

from selectolax.lexbor import LexborHTMLParser

from build_scripts.render.pictures.text_width import text_width

Box = tuple[float, float, float, float]
"""Left, top, right, bottom."""


def line_box(x: float, y: float, size: float, words: str) -> Box:
    """The place of words that run from left to right, with their beginning and their baseline."""
    return x, y - size, x + text_width(words, size), y + size * 0.25


def overlapping(boxes: Iterable[Box]) -> list[tuple[Box, Box]]:
    """Those that share a part of the plane."""
    return [
        (one, other)
        for one, other in combinations(boxes, 2)
        if one[0] < other[2] - 0.01
        and other[0] < one[2] - 0.01
        and one[1] < other[3] - 0.01
        and other[1] < one[3] - 0.01
    ]


def outside(boxes: Iterable[Box], width: float, height: float) -> list[Box]:
    """Those that are not all in the frame."""
    return [
        box
        for box in boxes
        if box[0] < 0 or box[1] < 0 or box[2] > width + 0.01 or box[3] > height + 0.01
    ]


def links_of_picture(html: str, form: str = "wide") -> dict[str, str]:
    """The links of one form of a picture: from addresses to what they are called."""
    links = LexborHTMLParser(html).css(f"svg.picture-{form} a")
    return {a.attributes["href"] or "": " ".join(a.text(separator=" ").split()) for a in links}
