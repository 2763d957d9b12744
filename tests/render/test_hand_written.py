"""Pages written by hand, with places that the generator fills."""

from pathlib import Path

import pytest
from selectolax.lexbor import LexborHTMLParser

from build_scripts.model.site_configuration import SiteConfiguration
from build_scripts.pipeline import check, plan
from build_scripts.render.addresses import FURTHER_LISTS, LIST_PAGES
from build_scripts.render.hand_written import fill_places
from build_scripts.words.catalogues import shipped_catalogues
from tests.render import divided, where_used
from tests.render.annotated_readings import annotated, reading, site_with, source_text

SITE = site_with(annotated(reading(source_text("A text."), title="Its <title>")))
LINK = '<a href="elsewhere/">Else</a>'
PLACE = f'<p>Before.</p><div class="wide" data-readings="list">{LINK}</div><p>After.</p>'


def test_the_list_of_readings_takes_the_place_of_what_is_there_for_others() -> None:
    filled = fill_places(SITE, "index.md", PLACE)
    assert filled.startswith('<p>Before.</p><div class="wide" data-readings="list"><ul class="')
    assert filled.endswith("</ul></div><p>After.</p>")
    assert "Else" not in filled
    assert '<a href="readings/text/">Its &lt;title&gt;</a>' in filled


def test_links_are_those_of_the_page() -> None:
    assert 'href="../../readings/text/"' in fill_places(SITE, "guide/start.md", PLACE)


def test_an_example_of_marks_has_what_opens_beside_them() -> None:
    filled = fill_places(SITE, "index.md", '<div data-readings="dialogs"></div>')
    assert filled.startswith('<div data-readings="dialogs"><div class="annotations-popover"')


def test_each_place_is_filled_and_nothing_else_is_touched() -> None:
    twice = PLACE * 2 + '<div data-readings="other"></div><div></div>'
    filled = fill_places(SITE, "index.md", twice)
    assert filled.count("<ul") == 2
    assert filled.endswith('<div data-readings="other"></div><div></div>')
    without = "<p>data-readings=&quot;list&quot;</p>"
    assert fill_places(SITE, "index.md", without) == without


def home(root: Path, readings: int, *, has_collections: bool) -> LexborHTMLParser:
    """The places of a home page, filled from a collection of this size."""
    files = divided.files(readings, terms=3 * readings)
    if not has_collections:
        del files["annotations/collections.yml"]
    where_used.write(root, files)
    page = '<div data-readings="list"></div><div data-readings="ways-in"></div>'
    return LexborHTMLParser(plan(check(root), SiteConfiguration()).fill("index.md", page))


@pytest.mark.parametrize("has_collections", [False, True])
def test_a_home_page_names_few_readings_one_by_one(tmp_path: Path, has_collections: bool) -> None:
    shown = home(tmp_path, 9, has_collections=has_collections)

    titles = [link.attributes["href"] or "" for link in shown.css(".readings .title a")]
    assert len(titles) == 9
    assert all(title.startswith("readings/") for title in titles)
    assert not shown.css(".all-readings, form")


def test_of_a_long_list_a_home_page_shows_the_beginning(tmp_path: Path) -> None:
    shown = home(tmp_path, 30, has_collections=False)

    assert len(shown.css(".readings .title")) == 9
    (link,) = shown.css(".all-readings a")
    assert (link.text(), link.attributes["href"]) == ("All 30 readings", "readings/")
    assert not shown.css("form")


def test_of_many_readings_in_collections_a_home_page_shows_the_collections(tmp_path: Path) -> None:
    shown = home(tmp_path, 30, has_collections=True)

    titles = [link.attributes["href"] for link in shown.css(".readings .title a")]
    assert titles == ["collections/hills/", "collections/shores/"]
    assert [node.text() for node in shown.css(".readings .facts")] == ["15 readings", "8 readings"]
    assert [link.text() for link in shown.css(".all-readings a")] == ["All 30 readings"]


def test_the_ways_in_are_the_lists_that_explain_the_texts(tmp_path: Path) -> None:
    shown = home(tmp_path, 3, has_collections=False)

    ways = [link.attributes["href"] for link in shown.css(".ways-in a")]
    assert ways == ["glossary/", "people/", "timeline/", "map/"]
    without_lists = fill_places(SITE, "index.md", '<div data-readings="ways-in"></div>')
    links = LexborHTMLParser(without_lists).css(".ways-in a")
    assert [link.attributes["href"] for link in links] == ["readings/"]


def test_each_list_for_readers_says_on_a_home_page_what_it_is_good_for() -> None:
    for page in LIST_PAGES:
        message = f"way-in-{page.partition('/')[0]} ="
        assert (message in shipped_catalogues()["en"]) == (page not in FURTHER_LISTS)
