"""Words in pictures: how wide they are at most, and where they are cut."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from build_scripts.render.pictures.text_width import text_width, wrapped
from tests.render.nasty_strings import NAMES

SIZE = 10.0


@given(NAMES, st.integers(30, 300), st.integers(1, 3), st.integers(0, 300))
def test_no_line_is_too_wide_and_nothing_is_lost_unless_it_is_cut(
    name: str, width: int, lines: int, first_width: int
) -> None:
    found = wrapped(name, SIZE, width, lines, min(first_width, width))

    assert 1 <= len(found) <= lines
    if len(found) > 1 or first_width >= 30:
        for line, room in zip(found, [min(first_width, width), *[width] * lines], strict=False):
            assert text_width(line, SIZE) <= room or len(line) <= 2  # at least a character and …
    shown = "".join("".join(found).split(" "))
    whole = "".join(name.split())
    assert "".join(shown.split()) == whole or shown.endswith("…")


@pytest.mark.parametrize(
    ("name", "lines"),
    [
        ("Summit in Moscow", ("Summit in", "Moscow")),
        ("Summit in Moscow and elsewhere", ("Summit in", "Moscow…")),
        ("Antidisestablishmentarianism", ("Antidisestabli", "shmentaria…")),
        ("אחת שתים שלוש ארבע", ("אחת שתים", "שלוש ארבע")),
    ],
)
def test_lines_are_cut_at_words_where_they_can_be(name: str, lines: tuple[str, ...]) -> None:
    assert wrapped(name, SIZE, 75, 2) == lines


def test_where_nothing_fits_beside_something_the_first_line_is_empty() -> None:
    assert wrapped("Summit in Moscow", SIZE, 200, 2, first_width=20) == ("", "Summit in Moscow")
