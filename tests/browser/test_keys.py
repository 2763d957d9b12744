"""From annotation to annotation by key, and the list of keys."""

from pathlib import Path

import pytest
from playwright.sync_api import Locator, Page, expect

from tests.browser.conftest import Traffic
from tests.browser.journeys import popover


@pytest.fixture
def places(page: Page, places_page: Path, traffic: Traffic) -> Page:
    """The page with annotations of all kinds, from its folder."""
    traffic.allowed.add("file://")
    page.goto(places_page.as_uri())
    return page


def help_on_keys(page: Page) -> Locator:
    return page.get_by_role("dialog", name="Keys")


def focused(page: Page) -> str:
    """The entry to which the mark that has the focus leads."""
    return str(page.evaluate("document.activeElement.hash ?? ''"))


def test_next_and_previous_annotation(places: Page) -> None:
    page = places
    found = []
    for _ in range(5):
        page.keyboard.press("j")
        found.append(focused(page))
    assert found == ["#note-all", "#note-whole", "#term-harbour-board", "#note-year", "#note-old"]
    expect(popover(page)).to_contain_text("The older of two.")
    expect(popover(page)).to_be_in_viewport()
    header = page.locator(".md-header").bounding_box()
    mark = page.locator("a:focus").bounding_box()
    assert header is not None and mark is not None
    assert mark["y"] > header["height"]

    page.keyboard.press("k")
    assert focused(page) == "#note-year"
    expect(popover(page)).to_contain_text("See the year.")


def test_after_the_last_comes_the_first_and_it_is_said(places: Page) -> None:
    page = places
    page.keyboard.press("j")
    page.keyboard.press("k")

    expect(page.get_by_role("status")).to_have_text("From the last annotation again")
    assert focused(page) == "#note-one"

    page.keyboard.press("j")
    expect(page.get_by_role("status")).to_have_text("From the first annotation again")
    assert focused(page) == "#note-all"


def test_hidden_layers_are_passed_over(places: Page) -> None:
    page = places
    page.evaluate("document.documentElement.dataset.hiddenLayers = 'note correction'")
    found = []
    for _ in range(3):
        page.keyboard.press("j")
        found.append(focused(page))

    assert found == ["#term-harbour-board", "#xref-price", "#term-harbour-board"]


def test_keys_with_others_and_in_fields_are_not_ours(places: Page) -> None:
    page = places
    page.keyboard.press("Alt+j")
    assert focused(page) == ""

    page.locator(".md-search__input").click()
    page.keyboard.type("j?")

    expect(page.locator(".md-search__input")).to_have_value("j?")
    expect(help_on_keys(page)).to_be_hidden()
    expect(popover(page)).to_be_hidden()


def test_the_list_of_keys_and_its_switch(places: Page) -> None:
    page = places
    page.keyboard.press("?")
    expect(help_on_keys(page)).to_contain_text("Next annotation")
    page.get_by_role("checkbox").uncheck()
    page.keyboard.press("Escape")
    expect(help_on_keys(page)).to_be_hidden()

    page.reload()
    page.keyboard.press("j")
    page.keyboard.press("f")  # of the theme
    page.keyboard.press("?")
    expect(popover(page)).to_be_hidden()
    expect(help_on_keys(page)).to_be_hidden()
    expect(page.locator(".md-search__input")).not_to_be_focused()

    page.get_by_role("button", name="Keys").click()
    page.get_by_role("checkbox").check()
    help_on_keys(page).get_by_role("button", name="Close").click()
    expect(help_on_keys(page)).to_be_hidden()
    page.keyboard.press("j")
    expect(popover(page)).to_be_visible()
