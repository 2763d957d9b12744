"""The map as a picture and as a list."""

import json
import re
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st
from selectolax.lexbor import LexborHTMLParser

from build_scripts.model.annotation import CaseRule, Provenance, Term
from build_scripts.model.collection import Settings
from build_scripts.model.coordinates import Coordinates
from build_scripts.model.placed import AnnotatedCollection
from build_scripts.render.addresses import GLOSSARY_PAGE, MAP_PAGE
from build_scripts.render.lists.glossary_pages import render_glossary_page
from build_scripts.render.maps.graticule import graticule, scale_of
from build_scripts.render.maps.map_page import render_map
from build_scripts.render.maps.map_picture import WIDTHS
from build_scripts.render.maps.names_on_map import DOT_SIZE, MOST_NAMES, Dot, place_names, surfaces
from build_scripts.render.maps.views import view_of
from build_scripts.render.pictures.svg import NARROW, WIDE
from build_scripts.render.site import Site
from tests.profiles import cases
from tests.render.annotated_readings import (
    BODY,
    NOWHERE,
    annotated,
    in_order,
    reading,
    site_of_collection,
    source_text,
)
from tests.render.nasty_strings import NAMES
from tests.render.pictures import Box, links_of_picture, outside, overlapping
from tests.render.published import publish


def place(name: str, latitude: float, longitude: float, kind: str = "place") -> Term:
    identifier = re.sub(r"\W", "", name.lower()) or "x"
    where = Coordinates(latitude, longitude)
    return Term(
        *(identifier, name, kind, (name,), CaseRule.EXACT, None, (), (), {}, BODY),
        *(Provenance(), NOWHERE),
        coordinates=where,
    )


def site(*terms: Term, language: str = "en") -> Site:
    """A site with one reading in which no place is named."""
    placed = (annotated(reading(source_text("A text."))),)
    settings = Settings(language=language, catalogues={language: ""})
    collection = AnnotatedCollection(settings, placed, terms, (), (), in_order(placed))
    return site_of_collection(collection)


def map_page(*terms: Term, language: str = "en") -> str:
    """The page of such a site."""
    return render_map(site(*terms, language=language), MAP_PAGE).file.content.decode()


DOTS = st.lists(
    st.builds(Dot, st.floats(5, 283), st.floats(5, 255), NAMES), min_size=1, max_size=25
)
TAKEN = st.lists(
    st.tuples(st.integers(0, 200), st.integers(0, 200)).map(
        lambda at: (at[0], at[1], at[0] + 40.0, at[1] + 12.0)
    ),
    max_size=4,
)


@given(DOTS, TAKEN)
def test_no_names_overlap_and_all_are_in_the_frame(dots: list[Dot], taken: list[Box]) -> None:
    names = place_names(dots, 288, 260, taken)

    boxes: list[Box] = [name.box for name in names]
    assert overlapping(boxes) == []
    assert outside(boxes, 288, 260) == []
    for name in names:
        assert not [box for box in taken if overlapping([name.box, box])]
        assert name.is_whole(dots[name.dot].name) or name.lines[-1].endswith("…")
        for dot in dots:
            own = dots[name.dot]
            if abs(dot.x - own.x) + abs(dot.y - own.y) >= 2 * DOT_SIZE:
                assert not overlapping([name.box, (dot.x, dot.y, dot.x + 0.1, dot.y + 0.1)])


def test_a_name_alone_stands_beside_its_dot_and_at_the_edge_on_the_other_side() -> None:
    (name,) = place_names([Dot(100, 100, "Minsk")], 288, 260)
    assert (name.anchor.which, name.leader) == ("start", None)
    (name,) = place_names([Dot(280, 100, "Minsk")], 288, 260)
    assert name.anchor.which == "end"


def test_a_finger_has_room_for_a_name_but_not_on_its_neighbour() -> None:
    names = place_names([Dot(100, 100, "Minsk"), Dot(200, 100, "A"), Dot(200, 117, "B")], 288, 260)
    heights = [bottom - top for _, top, _, bottom in surfaces(names)]
    assert heights[0] == 24
    assert all(14 < height <= 20 for height in heights[1:])
    for name, surface in zip(names, surfaces(names), strict=True):
        assert overlapping([surface, *(other.box for other in names if other != name)]) == []


def test_a_name_above_its_dot_is_moved_into_the_frame() -> None:
    at_the_right = (26.0, 98.0, 288.0, 104.0)
    (name,) = place_names([Dot(20, 100, "Vytautas Magnus University")], 288, 260, [at_the_right])
    assert name.box[0] == 2
    assert (name.leader, name.box[3] < 100) == (None, True)


def test_two_places_at_one_point_both_have_their_names() -> None:
    names = place_names([Dot(100, 100, "Moscow"), Dot(100, 100, "Kremlin")], 288, 260)
    assert [name.anchor.which for name in names] == ["start", "end"]


def test_where_it_is_crowded_names_stand_farther_away_at_lines() -> None:
    dots = [Dot(100 + at % 4 * 14, 100 + at // 4 * 14, f"Place {at}") for at in range(16)]
    names = place_names(dots, 288, 260)
    assert 8 < len(names) < 16
    assert [name.leader is not None for name in names].count(True) >= 2


@pytest.mark.parametrize("width", WIDTHS.values())
@given(
    st.lists(
        st.builds(Coordinates, st.floats(-90, 90), st.floats(-180, 180)), min_size=1, max_size=4
    )
)
def test_degrees_and_scale_are_in_the_frame_and_apart(
    width: int, places: list[Coordinates]
) -> None:
    view = view_of(places, width, is_wide=width == WIDTHS[WIDE])
    lines, degrees = graticule(view, lambda north: f"{north:g}° N", lambda east: f"{east:g}° E")
    boxes = [written.box for written in degrees]
    bar = scale_of(view, [view.pixel(where) for where in places], boxes, lambda km: f"{km} km")
    boxes += [bar.box] if bar else []
    assert overlapping(boxes) == []
    assert outside(boxes, view.width, view.height) == []
    assert lines
    points = [point for line in lines for point in line]
    assert all(-0.1 <= x <= width + 0.1 and -0.1 <= y <= view.height + 0.1 for x, y in points)
    assert view.is_of_earth or bar is None or bar.length <= width * 0.28


def test_each_place_is_a_link_to_its_entry_and_the_entry_one_to_the_glossary() -> None:
    page = map_page(place("Minsk", 53.9, 27.57), place("Brest", 52.13, 23.66))
    for form in (NARROW, WIDE):
        assert links_of_picture(page, form) == {"#place-minsk": "Minsk", "#place-brest": "Brest"}
    tree = LexborHTMLParser(page)
    entries = tree.css("article.entry")
    assert [entry.id for entry in entries] == ["place-brest", "place-minsk"]
    assert [a.attributes["href"] for a in tree.css("article h3 a")] == [
        "../glossary/#term-brest",
        "../glossary/#term-minsk",
    ]
    assert [p.text() for p in tree.css("article .coordinates")] == [
        "52.13° N, 23.66° E",
        "53.9° N, 27.57° E",
    ]


def test_south_and_west_are_said_and_not_written_as_negative_numbers() -> None:
    page = map_page(place("Lima", -12.05, -77.04))
    assert "12.05° S, 77.04° W" in page
    assert "-12" not in LexborHTMLParser(page).css("article")[0].text()


def test_what_kind_a_term_is_does_not_matter() -> None:
    page = map_page(place("Mutiny", 47.2, 39.7, "event"), place("University", 54.9, 23.9, "seat"))
    assert len(links_of_picture(page)) == 2
    plain = replace(place("Idea", 0, 0), coordinates=None)
    assert "Idea" not in map_page(place("Minsk", 53.9, 27.57), plain)


def test_without_a_place_there_is_no_map() -> None:
    nowhere = replace(place("Idea", 0, 0), coordinates=None)
    assert MAP_PAGE not in site(nowhere).list_pages
    assert MAP_PAGE in site(nowhere, place("Null Island", 0, 0)).list_pages


def test_search_engines_are_told_where_a_place_is_but_of_nothing_else() -> None:
    terms = (place("Minsk", 53.9, 27.57), place("Mutiny", 47.2, 39.7, "event"))
    head = render_glossary_page(site(*terms), GLOSSARY_PAGE).information.head
    told = json.loads(str(head).partition(">")[2].partition("</script>")[0])
    minsk, mutiny = told["hasDefinedTerm"]
    assert minsk["@type"] == ["DefinedTerm", "Place"]
    assert minsk["geo"] == {"@type": "GeoCoordinates", "latitude": 53.9, "longitude": 27.57}
    assert (mutiny["@type"], "geo" in mutiny) == ("DefinedTerm", False)


def test_the_map_says_that_it_shows_no_borders_and_where_its_outlines_come_from() -> None:
    caption = LexborHTMLParser(map_page(place("Minsk", 53.9, 27.57))).css("figcaption")[0].text()
    assert "no political borders" in caption
    assert "Natural Earth" in caption
    assert "Lambert" in caption
    of_earth = map_page(place("Minsk", 53.9, 27.57), place("Sydney", -33.9, 151.2))
    assert "Equal Earth" in of_earth
    assert " km<" not in of_earth, "lengths differ from place to place"


def test_a_thousand_places_are_dots_and_the_first_have_names() -> None:
    terms = [
        place(f"Place {at}", 40 + at * 7919 % 1000 / 60, -5 + at * 104729 % 997 / 33)
        for at in range(1000)
    ]
    page = map_page(*terms)
    tree = LexborHTMLParser(page)
    assert 20 < len(links_of_picture(page)) <= MOST_NAMES
    assert "has only a dot" in page
    assert "has only a dot" not in map_page(*terms[:2])
    assert len(str(tree.css("figure")[0].html)) < 130_000


def test_the_map_is_not_mirrored() -> None:
    def places(language: str) -> list[str | None]:
        tree = LexborHTMLParser(map_page(place("Minsk", 53.9, 27.57), language=language))
        return [circle.attributes["cx"] for circle in tree.css("circle")]

    assert places("he") == places("en")


def test_a_picture_has_no_style_of_its_own_and_no_id() -> None:
    picture = re.search(r"<figure.*</figure>", map_page(place("Minsk", 53.9, 27.57)))
    assert picture
    assert not re.search(r"\s(style|id|on\w+)=", picture.group())


@cases(normal=15, long=500)
@given(NAMES)
def test_whatever_a_place_is_called_the_picture_says_so(name: str) -> None:
    published = publish(map_page(place(name, 53.9, 27.57)).encode()).html
    for form in (NARROW, WIDE):
        (link,) = LexborHTMLParser(published).css(f"svg.picture-{form} a")
        assert "".join(name.split()) in "".join(link.text().split())
