"""Notes in the margin have no more lines than there is room beside their words."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from build_scripts.render.reading.margin_room import (
    BELOW,
    FAR,
    MOST_LINES,
    WHOLE,
    Beside,
    TextHeights,
    lines_beside,
    lines_of_note,
)
from tests.profiles import cases
from tests.render.annotated_readings import source_text

LINE = 20.5
END = 10_000.0

PLACES = st.lists(
    st.tuples(st.integers(0, 40), st.integers(0, 190), st.integers(2, 40)), min_size=1, max_size=80
)


def notes_at(places: list[tuple[int, int, int]]) -> list[Beside]:
    """Notes in paragraphs of 200 pixels, in the order of the text."""
    return [Beside(200.0 * paragraph + top, paragraph, n) for paragraph, top, n in sorted(places)]


@given(PLACES)
@cases(300, 3000)
def test_all_that_stand_beside_the_text_are_near_and_end_with_it(
    places: list[tuple[int, int, int]],
) -> None:
    notes = notes_at(places)
    lines = lines_beside(notes, 8200.0)
    assert len(lines) == len(notes)
    bottom = 0.0
    below = set()
    for note, number in zip(notes, lines, strict=True):
        assert number == WHOLE or BELOW <= number <= MOST_LINES
        if number == BELOW:
            below.add(note.paragraph)
            continue
        height = LINE * (note.lines if number == WHOLE else number)
        top = max(bottom, min(note.wanted, 8200 - height))
        assert abs(top - note.wanted) <= FAR
        assert top + height <= 8200
        bottom = top + height
    # A paragraph's notes are not torn apart, and a page is not torn where most would be below.
    for one, other in pairwise(zip(notes, lines, strict=True)):
        if one[0].paragraph == other[0].paragraph:
            assert (one[1] == BELOW) == (other[1] == BELOW)
    assert lines.count(BELOW) in {len(lines), *range(len(lines) // 2 + 1)}


@pytest.mark.parametrize(
    ("notes", "expected"),
    [
        ([], []),
        ([Beside(0, 1, 5), Beside(400, 2, 5)], [WHOLE, WHOLE]),
        # The first would push the second too far.
        ([Beside(0, 1, 20), Beside(60, 1, 5)], [9, WHOLE]),
        # On one line of the text: they share the room, and the last has what is left.
        ([Beside(0, 1, 12)] * 4 + [Beside(900, 9, 4)], [2, 2, 2, WHOLE, WHOLE]),
        # At the end of the text a note stands above its line.
        ([Beside(END - 30, 1, 5)], [WHOLE]),
        ([Beside(END - 30, 1, 20)], [9]),
        # Thirty on a line have no room, and others are not concerned.
        (
            [Beside(0, 1, 3)] * 30 + [Beside(200.0 * n, n, 3) for n in range(2, 40)],
            [BELOW] * 30 + [WHOLE] * 38,
        ),
        ([Beside(0, 1, 3)] * 30, [BELOW] * 30),
        # Below one line there is less room than below two; so ten lines are near their words.
        ([Beside(0, 1, 3)] * 10, [1] * 9 + [WHOLE]),
        ([Beside(200, 1, 2), Beside(200, 1, 5), Beside(200, 1, 3)], [WHOLE, 3, WHOLE]),
    ],
)
def test_lines(notes: list[Beside], expected: list[int]) -> None:
    assert list(lines_beside(notes, END)) == expected


def test_four_thousand_notes_are_below_the_text() -> None:
    notes = [Beside(13.0 * n, n // 20, 3 + n % 7) for n in range(4000)]
    assert set(lines_beside(notes, 52_000)) == {BELOW}


@pytest.mark.parametrize(
    ("content", "expected"),
    [
        ("<p>Short.</p>", 2),
        (f"<p>{'word ' * 20}</p><p>Short.</p>", 5),
        ("<p>Short.</p><details><summary>Folded</summary>" + "<p>a</p>" * 9 + "</details>", 3),
        (f"<p>{'漢' * 30}</p>", 3),
        (f"<p>{'&amp;' * 40}</p>", 2),
    ],
)
def test_lines_of_a_note(content: str, expected: int) -> None:
    assert lines_of_note(content) == expected


def test_places_in_a_text() -> None:
    source = source_text("word " * 127 + "word\n\nOne.\n\nTwo\nthree.\n")
    heights = TextHeights(source.text, source.paragraphs, keeps=True)
    assert heights.place(4, at_top=False) == (1, 0.0)
    assert heights.place(639, at_top=False)[1] == pytest.approx(9 * 32.2)
    assert heights.place(639, at_top=True) == (1, 0.0)
    two = heights.place(source.text.index("three"), at_top=True)
    assert two[0] == 3
    assert two[1] == pytest.approx(11 * 32.2 + 2 * 20.2)
    assert heights.end == pytest.approx(13 * 32.2 + 3 * 20.2)
