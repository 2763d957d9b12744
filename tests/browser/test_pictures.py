"""The timeline, the map and the overview as pictures, in a real browser."""

import pytest
from playwright.sync_api import Page, expect

from tests.render.pictures import Box, outside, overlapping

WORDS = """svg => [...svg.querySelectorAll("text")].map(text => {
    const words = text.getBoundingClientRect(), frame = svg.getBoundingClientRect();
    const scale = frame.width / svg.viewBox.baseVal.width;
    return [words.left - frame.left, words.top - frame.top,
            words.right - frame.left, words.bottom - frame.top].map(place => place / scale);
})"""
"""The boxes of all words, in the measure of the picture, which is as wide as its column."""
SIZES = """svg => [...svg.querySelectorAll("text")].map(text =>
    text.getAttribute("font-size") * svg.getBoundingClientRect().width / svg.viewBox.baseVal.width
)"""
"""How large all words are on the screen."""
LINE_SPACING = 3
"""Pixels that the boxes of lines, not their letters, may share: Chromium counts the leading."""


@pytest.mark.parametrize("address", ["timeline", "map", "overview"])
def test_no_words_of_a_picture_overlap(page: Page, site: str, address: str) -> None:
    page.goto(f"{site}/{address}/")
    for width in (320, 1280):
        page.set_viewport_size({"width": width, "height": 800})
        pictures = page.locator(".picture > svg").locator("visible=true")
        expect(pictures).to_have_count(1)
        frame = pictures.bounding_box()
        assert frame and frame["x"] >= 0 and frame["x"] + frame["width"] <= width
        found: list[Box] = pictures.evaluate(WORDS)
        assert len(found) > 8
        boxes = [(left, top + LINE_SPACING, right, bottom) for left, top, right, bottom in found]
        assert overlapping(boxes) == []
        size = pictures.evaluate("svg => [svg.viewBox.baseVal.width, svg.viewBox.baseVal.height]")
        assert outside(boxes, *size) == []
        sizes = pictures.evaluate(SIZES)
        assert min(sizes) >= 11, width


def test_each_event_is_reached_once_by_key(page: Page, site: str) -> None:
    page.goto(f"{site}/timeline/")
    links = page.locator(".picture a").locator("visible=true")
    addresses = [link.get_attribute("href") for link in links.all()]
    assert len(set(addresses)) == len(addresses)

    links.first.focus()
    page.keyboard.press("Enter")

    expect(page.locator(f"{addresses[0]}:target")).to_be_in_viewport()


def test_the_number_of_references_opens_the_table(page: Page, site: str) -> None:
    page.goto(f"{site}/overview/")
    links = page.locator(".picture a[href^='#references-']").locator("visible=true")
    row = page.locator(links.first.get_attribute("href") or "")
    expect(row).to_be_hidden()

    links.first.click()

    expect(row).to_be_visible()


@pytest.mark.parametrize(("width", "height"), [(1280, 720), (390, 844)])
def test_the_first_screen_says_what_this_is_and_shows_a_reading(
    page: Page, site: str, width: int, height: int
) -> None:
    page.set_viewport_size({"width": width, "height": height})
    page.goto(f"{site}/")
    for shown in ("h1 + p", "[data-readings] .title a"):
        expect(page.locator(shown).first).to_be_in_viewport(ratio=1)
    marks = page.locator(".four-marks").bounding_box()
    assert marks is not None and marks["height"] < height  # at one glance


def test_marks_of_the_example_lead_to_their_entries_and_back(page: Page, site: str) -> None:
    page.goto(f"{site}/")
    for name in ("note", "xref", "corr", "term"):
        entry = page.locator(f".apparatus .entry#{name}-example")
        expect(entry).to_have_count(1)
        expect(page.locator(f"#at-{name}-example")).to_have_attribute("href", f"#{name}-example")
        back = entry.locator(".way-back")
        expect(back).to_have_attribute("href", f"#at-{name}-example")
