"""Every way of reading reaches the content of every kind of annotation."""

from collections.abc import Callable, Iterator, Mapping
from contextlib import ExitStack
from pathlib import Path
from types import MappingProxyType
from typing import Any, NamedTuple

import pytest
from playwright.sync_api import Browser, Locator, Page, expect

from tests.browser.conftest import TIMEOUT_MILLISECONDS, serving_folder
from tests.browser.journeys import entry, popover
from tests.browser.places import PLACES, Place


class Way(NamedTuple):
    """A way of reading.

    Attributes:
        reach: does what a reader does at a place.
        is_file: whether the page is opened as a file.
        options: of the browser's profile.
    """

    reach: Callable[[Page, Place], None]
    is_file: bool = False
    options: Mapping[str, Any] = MappingProxyType({})


def expect_popover(page: Page, place: Place) -> None:
    for said in place.said.values():
        expect(popover(page)).to_contain_text(said)
    expect(popover(page)).to_be_in_viewport()


def marks_of(page: Page, place: Place) -> list[Locator]:
    return [page.locator(f".reading a[href='#{entry_id}']") for entry_id in place.said]


def by_hover(page: Page, place: Place) -> None:
    page.locator(place.words).hover()
    expect_popover(page, place)


def by_keyboard(page: Page, place: Place) -> None:
    """From each mark of the place to what its own entry says, and back to the mark."""
    for mark, (entry_id, said) in zip(marks_of(page, place), place.said.items(), strict=True):
        mark.focus()
        page.keyboard.press("Enter")
        expect(popover(page)).to_contain_text(said)
        link = f".permalink[href='#{entry_id}']"
        for _ in range(12):
            page.keyboard.press("Tab")
            if page.locator(f"{link}:focus").count():
                break
        expect(popover(page).locator(link)).to_be_focused()
        page.keyboard.press("Escape")
        expect(mark).to_be_focused()


def by_touch(page: Page, place: Place) -> None:
    page.locator(place.words).tap()
    expect_popover(page, place)


def without_scripts(page: Page, place: Place) -> None:
    for mark, (entry_id, said) in zip(marks_of(page, place), place.said.items(), strict=True):
        mark.click()
        there = entry(page, entry_id)
        expect(there).to_be_in_viewport()
        if there.locator(".preview").count():
            there.locator(".preview summary").click()
        expect(there).to_contain_text(said, use_inner_text=True)


def on_paper(page: Page, place: Place) -> None:
    """The popover is screen only; what it would say stands below the text."""
    page.locator(place.words).scroll_into_view_if_needed()
    expect(popover(page)).to_be_hidden()
    for entry_id, said in place.said.items():
        there = entry(page, entry_id)
        expect(there).to_be_visible()
        # A passage is quoted there without what stands around it.
        seen = "seven thousand crowns" if entry_id == "xref-price" else said
        expect(there).to_contain_text(seen, use_inner_text=True)


WAYS = {
    "hover": Way(by_hover),
    "keyboard": Way(by_keyboard),
    "touch": Way(by_touch, options={"has_touch": True, "viewport": {"width": 320, "height": 600}}),
    "no script": Way(without_scripts, options={"java_script_enabled": False}),
    "file": Way(by_hover, is_file=True),
    "print": Way(on_paper),
}


@pytest.fixture(scope="module")
def page_of(browser: Browser, places_page: Path) -> Iterator[Callable[[str], Page]]:
    """The page of a way of reading: each is loaded once."""
    loaded: dict[str, Page] = {}
    with ExitStack() as stack:
        edition = places_page.parents[2]
        origin = stack.enter_context(serving_folder(edition))

        def load(name: str) -> Page:
            if name not in loaded:
                context = browser.new_context(**WAYS[name].options)
                stack.callback(context.close)
                context.set_default_timeout(TIMEOUT_MILLISECONDS)
                loaded[name] = context.new_page()
            page = loaded[name]
            path = places_page.relative_to(edition).as_posix()
            page.goto(places_page.as_uri() if WAYS[name].is_file else f"{origin}/{path}")
            if name == "print":
                page.emulate_media(media="print")
            return page

        yield load


@pytest.mark.parametrize("kind", PLACES)
@pytest.mark.parametrize("way", WAYS)
def test_the_content_is_reached(page_of: Callable[[str], Page], way: str, kind: str) -> None:
    WAYS[way].reach(page_of(way), PLACES[kind])


def test_the_example_on_the_home_page_opens_like_a_reading(page: Page, site: str) -> None:
    page.goto(f"{site}/")

    page.locator("#at-note-example").click()

    expect(popover(page)).to_contain_text("A solid line and a raised number")
