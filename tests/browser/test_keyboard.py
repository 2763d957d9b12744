"""Everything can be reached with Tab, and seen; from the text to a note and back with Enter."""

from collections.abc import Callable, Iterator, Mapping
from typing import Any

import pytest
from playwright.sync_api import Page, expect

from tests.browser.journeys import expect_to_be_at, popover

STEPS_AT_MOST = 60
STEPS_THROUGH_A_PAGE = 120


def tab_to(page: Page, selector: str) -> None:
    for _ in range(STEPS_AT_MOST):
        page.keyboard.press("Tab")
        if page.locator(f"{selector}:focus").count():
            return
    raise AssertionError(f"{selector} was not reached in {STEPS_AT_MOST} steps")


def test_a_note_is_reached_and_left_by_keyboard(page: Page, small: str) -> None:
    page.goto(f"{small}/readings/harbour/")

    tab_to(page, "a[href='#note-year']")
    page.keyboard.press("Enter")
    expect(popover(page)).to_contain_text("The council’s minutes")
    tab_to(page, ".permalink[href='#note-year']")
    page.keyboard.press("Enter")
    expect_to_be_at(page, page.locator("#note-year"))

    page.keyboard.press("Tab")
    back = page.locator("#note-year a:focus")
    assert back.get_attribute("href") == "#at-note-year"
    page.keyboard.press("Enter")
    expect_to_be_at(page, page.locator("#at-note-year"))


REACHED = """() => {
  const reached = document.activeElement;
  if (reached === document.body) return null;
  const name = reached.outerHTML.slice(0, 120);
  // The theme opens the search above everything else, a moment later.
  if (reached.matches(".md-search__input")) return { name, framed: true, inside: true };
  // A box to tick that nobody sees lends its frame to the label behind it.
  const shown = getComputedStyle(reached).opacity === "0" ? reached.nextElementSibling : reached;
  const framed = getComputedStyle(shown).outlineStyle !== "none";
  const inside = [...shown.getClientRects()].some(({ left, right, top, bottom }) => {
    const [x, y] = [(left + right) / 2, (top + bottom) / 2];
    const there = document.elementFromPoint(x, y); // null outside the window
    return there && (shown.contains(there) || there.contains(shown));
  });
  return { name, framed, inside };
}"""


def reached_by(page: Page, key: str) -> Iterator[Mapping[str, Any]]:
    """What a key reaches, one by one, until it has left the page or reached much."""
    for _ in range(STEPS_THROUGH_A_PAGE):
        page.keyboard.press(key)
        reached = page.evaluate(REACHED)
        if reached is None:
            return
        yield reached


@pytest.mark.parametrize(("width", "path"), [(1280, "readings/harbour/"), (390, "people/")])
def test_what_the_keyboard_reaches_has_a_frame_and_is_in_sight(
    open_page: Callable[..., Page], small: str, width: int, path: str
) -> None:
    """On the way back, too, where header and tools could be above it (WCAG 2.4.7 and 2.4.11).

    In a narrow window, the drawer is opened by what is reached in it.
    """
    page = open_page(viewport={"width": width, "height": 500}, reduced_motion="reduce")
    page.goto(f"{small}/{path}")
    expect(page.locator(".reading-tools, .filter").first).to_be_visible()

    forth = list(reached_by(page, "Tab"))
    back = list(reached_by(page, "Shift+Tab"))

    assert len(forth) > 20
    assert len(back) > 20
    assert [one["name"] for one in forth + back if not one["framed"]] == []
    assert [one["name"] for one in forth + back if not one["inside"]] == []
