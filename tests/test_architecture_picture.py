"""The drawn picture of the architecture shows the imports as they are."""

import re

from tests.architecture_picture import FLOW, PICTURE, imports_of, picture
from tests.test_architecture import FLOORS, PROJECT

ROOMS = [room for floor in FLOORS[""] for room in floor]


def test_the_picture_is_current() -> None:
    drawn = picture(imports_of(PROJECT), FLOORS[""])

    assert PICTURE.read_text(encoding="utf-8") == drawn, "renew it: make picture"


def test_it_shows_every_room_and_the_way_of_a_text() -> None:
    words = re.findall(r"<text[^>]*>([^<]+)</text>", picture(imports_of(PROJECT), FLOORS[""]))

    assert sorted(words) == sorted([*ROOMS, *FLOW, "The way of a text"])


def test_an_import_is_a_line_with_a_turn() -> None:
    floors = ({"ground"}, {"roof"})

    without = picture({"roof": set(), "ground": set()}, floors)
    with_arrow = picture({"roof": {"ground"}, "ground": set()}, floors)

    assert (without.count('class="turn"'), with_arrow.count('class="turn"')) == (0, 1)
    assert (without.count('class="head"'), with_arrow.count('class="head"')) == (0, 1)


def test_the_page_beside_the_picture_says_what_each_room_is_for() -> None:
    page = (PROJECT / "docs" / "guide" / "architecture.md").read_text(encoding="utf-8")

    first_cells = re.findall(r"^\| (`.+?`) \|", page, flags=re.MULTILINE)
    named = re.findall(r"`(\w+)(?:/|\.py)`", " ".join(first_cells))

    assert sorted(named) == sorted(set(ROOMS) - {"__main__"})
