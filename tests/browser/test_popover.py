"""Annotations at their place: how the popover opens and closes, where it stands, what it holds."""

from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

import pytest
from playwright.sync_api import Page, expect

from tests.browser.conftest import Traffic
from tests.browser.journeys import popover
from tests.browser.places import PLACES

MARK = ".reading a[href='#note-year']"
AFTER_MARK = ".reading a[href='#p2']"
"""What the Tab key reaches after that mark."""
LONG_ENOUGH = 1_000
"""Milliseconds after which a pointer has opened what it rests on, and closed what it has left."""

# Wherever the words stand in the window, in both directions.
_BOXES = """places => places.flatMap(selector => ["ltr", "rtl"].flatMap(direction =>
    ["start", "center", "end"].map(block => {
        document.documentElement.dir = direction;
        const words = document.querySelector(selector);
        words.scrollIntoView({block});
        readings.showAnnotations(words);
        const box = document.querySelector(".annotations-popover").getBoundingClientRect();
        const line = words.getClientRects()[0];
        return {left: box.left, top: box.top, right: box.right, bottom: box.bottom,
            window: document.documentElement.clientWidth,
            is_clear: box.bottom <= line.top + 1 || box.top >= line.bottom - 1};
    })))"""
HEIGHT = 500


class Shown(NamedTuple):
    """Where the popover stands in a window of a width, and whether it leaves its words clear."""

    left: float
    top: float
    right: float
    bottom: float
    window: float
    is_clear: bool


@pytest.fixture
def open_places(
    open_page: Callable[..., Page], places_page: Path, traffic: Traffic
) -> Callable[..., Page]:
    """A function that opens the page with annotations of all kinds, from its folder."""
    traffic.allowed.add("file://")

    def open_one(**options: object) -> Page:
        page = open_page(**options)
        page.goto(places_page.as_uri())
        return page

    return open_one


@pytest.fixture
def page(open_places: Callable[..., Page]) -> Page:
    return open_places()


@pytest.fixture
def timed(page: Page) -> Page:
    """That page with a clock that stands still, so that a slow machine changes nothing."""
    page.clock.install(time=0)
    page.reload()
    page.clock.pause_at(60)
    return page


def test_the_pointer_can_enter_it_and_leaving_closes_it(timed: Page) -> None:
    page = timed
    page.locator(PLACES["note"].words).hover()
    page.clock.run_for(LONG_ENOUGH)
    expect(popover(page)).to_be_visible()

    popover(page).locator(".body").hover()
    page.clock.run_for(LONG_ENOUGH)
    expect(popover(page)).to_be_visible()

    page.locator(".md-header__title").hover()
    expect(popover(page)).to_be_visible()
    page.clock.run_for(LONG_ENOUGH)
    expect(popover(page)).to_be_hidden()


def test_a_pointer_that_only_passes_opens_nothing(timed: Page) -> None:
    page = timed
    page.locator(PLACES["note"].words).hover()
    page.clock.run_for(100)
    page.locator(".md-header__title").hover()
    page.clock.run_for(LONG_ENOUGH)

    expect(popover(page)).to_be_hidden()


@pytest.fixture
def timed_phone(open_places: Callable[..., Page]) -> Page:
    """The page in a narrow window, where the popover is a sheet, with that clock."""
    page = open_places(viewport={"width": 390, "height": 600})
    page.clock.install(time=0)
    page.reload()
    page.clock.pause_at(60)
    return page


def test_a_press_soon_after_arriving_opens_it_for_good(timed_phone: Page) -> None:
    """Though the pointer has rested long enough before the button is up again."""
    page = timed_phone
    mark = page.locator(f"{PLACES['two that overlap'].words} + .mark a")
    mark.evaluate("mark => mark.scrollIntoView({ block: 'end', behavior: 'instant' })")
    box = mark.bounding_box()
    assert box is not None
    page.mouse.move(box["x"] + box["width"] / 2, box["y"] + box["height"] / 2)
    page.clock.run_for(200)
    page.mouse.down()
    page.clock.run_for(100)
    page.mouse.up()
    page.clock.run_for(LONG_ENOUGH)

    expect(popover(page)).to_be_visible()
    page.mouse.move(1, 1)
    page.clock.run_for(LONG_ENOUGH)
    expect(popover(page)).to_be_visible()


def test_a_press_on_words_only_delays_it_and_selecting_them_prevents_it(timed: Page) -> None:
    page = timed
    words = page.locator(PLACES["note"].words)
    words.hover()
    page.clock.run_for(200)
    page.mouse.down()
    page.clock.run_for(LONG_ENOUGH)
    expect(popover(page)).to_be_hidden()
    page.mouse.up()
    page.clock.run_for(LONG_ENOUGH)
    expect(popover(page)).to_be_visible()

    page.locator(".md-header__title").hover()
    page.clock.run_for(LONG_ENOUGH)
    expect(popover(page)).to_be_hidden()
    words.dblclick()
    page.clock.run_for(LONG_ENOUGH)
    expect(popover(page)).to_be_hidden()


def test_the_tab_key_leads_into_it_and_back(page: Page) -> None:
    mark = page.locator(MARK)
    mark.focus()
    page.keyboard.press("Space")
    expect(popover(page)).to_be_focused()

    page.keyboard.press("Tab")
    expect(popover(page).get_by_role("link", name="Note 3")).to_be_focused()
    page.keyboard.press("Shift+Tab")
    expect(mark).to_be_focused()
    page.keyboard.press("Tab")
    expect(popover(page).get_by_role("link", name="Note 3")).to_be_focused()

    popover(page).get_by_role("button", name="Close").focus()
    page.keyboard.press("Tab")
    expect(popover(page)).to_be_hidden()
    expect(page.locator(AFTER_MARK)).to_be_focused()


def test_resting_on_a_mark_with_the_tab_key_shows_it_and_the_key_goes_on(page: Page) -> None:
    page.locator(".reading a[href='#term-harbour-board']").focus()
    page.keyboard.press("Tab")
    expect(page.locator(MARK)).to_be_focused()
    expect(popover(page)).to_contain_text("See the year.")

    page.keyboard.press("Tab")

    expect(page.locator(AFTER_MARK)).to_be_focused()


def test_what_closes_it(page: Page) -> None:
    mark = page.locator(MARK)
    mark.click()
    expect(popover(page)).to_be_visible()
    page.keyboard.press("Escape")
    expect(popover(page)).to_be_hidden()
    expect(mark).to_be_focused()

    mark.click()
    page.locator("h1").click()
    expect(popover(page)).to_be_hidden()

    mark.click()
    mark.click()
    expect(popover(page)).to_be_hidden()

    mark.click()
    popover(page).get_by_role("button", name="Close").click()
    expect(popover(page)).to_be_hidden()

    mark.click()
    page.evaluate("document.querySelector('#apparatus-term').scrollIntoView()")
    expect(popover(page)).to_be_hidden()


def test_a_click_with_a_key_does_what_links_do(page: Page) -> None:
    with page.context.expect_page() as opened:
        page.locator(MARK).click(modifiers=["Control"])

    assert opened.value.url.endswith("#note-year")
    expect(popover(page)).not_to_be_focused()


def test_what_is_said_at_one_place_is_shown_in_the_order_of_the_apparatus(page: Page) -> None:
    """Without an id that another element has, and without links to the place one is at."""
    page.locator("a[href='#xref-price']").first.click()
    expect(popover(page).locator("mark")).to_have_text("seven thousand crowns")

    page.locator(".reading a[href='#note-old']").click()

    expect(popover(page).locator("h2")).to_have_text(["Note 4", "Note 5"])
    expect(popover(page).locator("[id], .way-back")).to_have_count(0)


def test_hidden_layers_are_left_out(timed: Page) -> None:
    page = timed
    page.evaluate("document.documentElement.dataset.hiddenLayers = 'term correction'")
    page.locator(PLACES["correction"].words).hover()
    page.clock.run_for(LONG_ENOUGH)
    expect(popover(page)).to_be_hidden()

    page.locator(PLACES["note"].words).hover()
    page.clock.run_for(LONG_ENOUGH)
    expect(popover(page)).to_be_visible()


@pytest.mark.parametrize("width", [320, 800, 1440])
def test_it_is_in_the_window_wherever_the_words_are(
    open_places: Callable[..., Page], width: int
) -> None:
    page = open_places(viewport={"width": width, "height": HEIGHT})

    seen = page.evaluate(_BOXES, [place.words for place in PLACES.values()])

    assert len(seen) == len(PLACES) * 6
    for shown in (Shown(**one) for one in seen):
        assert shown.left >= 0 and shown.top >= 0, shown
        assert shown.right <= shown.window and shown.bottom <= HEIGHT, shown
        assert shown.is_clear, shown
        if width == 320:  # a sheet
            assert (shown.left, shown.right) == (0, shown.window)
            assert shown.bottom - shown.top <= 0.6 * HEIGHT


def test_after_a_sheet_the_reader_is_where_they_were(open_places: Callable[..., Page]) -> None:
    page = open_places(viewport={"width": 320, "height": 568})
    mark = page.locator(f"{PLACES['two that overlap'].words} + .mark a")
    above = "mark => Math.round(mark.getBoundingClientRect().top)"
    mark.evaluate("mark => scrollBy(0, mark.getBoundingClientRect().top - innerHeight + 60)")
    before = mark.evaluate(above)

    mark.click()
    expect(popover(page)).to_be_visible()
    assert mark.evaluate(above) < before - 50
    page.keyboard.press("Escape")
    assert mark.evaluate(above) == before

    mark.click()
    page.evaluate("scrollBy(0, 30)")
    gone_on = mark.evaluate(above)
    popover(page).locator(".close").click()
    assert mark.evaluate(above) == gone_on < before
