"""From annotation to annotation by key, and the list of keys."""

import re
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


def press(page: Page, key: str, *, leads_to: str) -> None:
    """Press a key, whose script may still have to come, and await the mark that it goes to."""
    page.keyboard.press(key)
    expect(page.locator(":focus")).to_have_attribute("href", re.compile(f"{leads_to}$"))


def test_next_and_previous_annotation(places: Page) -> None:
    page = places
    for entry in ("#note-all", "#note-whole", "#term-harbour-board", "#note-year", "#note-old"):
        press(page, "j", leads_to=entry)
    expect(popover(page)).to_contain_text("The older of two.")
    expect(popover(page)).to_be_in_viewport()
    header = page.locator(".md-header").bounding_box()
    mark = page.locator("a:focus").bounding_box()
    assert header is not None and mark is not None
    assert mark["y"] > header["height"]

    press(page, "k", leads_to="#note-year")
    expect(popover(page)).to_contain_text("See the year.")


def test_after_the_last_comes_the_first_and_it_is_said(places: Page) -> None:
    page = places
    press(page, "j", leads_to="#note-all")
    press(page, "k", leads_to="#note-one")
    expect(page.get_by_role("status")).to_have_text("Continuing from the last annotation")

    press(page, "j", leads_to="#note-all")
    expect(page.get_by_role("status")).to_have_text("Continuing from the first annotation")


def test_hidden_layers_are_passed_over(places: Page) -> None:
    page = places
    page.evaluate("document.documentElement.dataset.hiddenLayers = 'note correction'")
    for entry in ("#term-harbour-board", "#xref-price", "#term-harbour-board"):
        press(page, "j", leads_to=entry)


def test_keys_with_others_and_in_fields_are_not_ours(places: Page) -> None:
    page = places
    press(page, "j", leads_to="#note-all")
    page.keyboard.press("Alt+j")
    expect(page.locator(":focus")).to_have_attribute("href", re.compile("#note-all$"))
    page.keyboard.press("Escape")

    page.locator(".md-search__input").click()
    page.keyboard.type("j?")

    expect(page.locator(".md-search__input")).to_have_value("j?")
    expect(help_on_keys(page)).to_be_hidden()
    expect(popover(page)).to_be_hidden()


def test_next_and_previous_page(places: Page) -> None:
    page, here = places, places.url
    for there, back in ("np", ".,"):
        page.keyboard.press(there)
        page.wait_for_url(lambda url: url != here)
        page.keyboard.press(back)
        page.wait_for_url(here)


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
