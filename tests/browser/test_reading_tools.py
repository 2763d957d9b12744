"""The line of tools above a text: where it stands, what it says, and how it sets the text."""

import re
from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect

SIZE, SPACING = "Text size", "Line spacing"
WATCH_SHIFTS = """
window.shifted = 0;
new PerformanceObserver(list => {
    for (const entry of list.getEntries()) window.shifted += entry.value;
}).observe({type: "layout-shift", buffered: true});
"""


@pytest.fixture
def harbour(small: str) -> str:
    """The address of a reading."""
    return f"{small}/readings/harbour/"


def height_of_line(page: Page) -> float:
    """The height of a line of the text in pixels."""
    height: float = page.locator("#p3").evaluate(
        "element => parseFloat(getComputedStyle(element).lineHeight)"
    )
    return height


def size_of_text(page: Page) -> float:
    """The size of the text in pixels."""
    size: float = page.locator("#p3").evaluate(
        "element => parseFloat(getComputedStyle(element).fontSize)"
    )
    return size


def test_without_scripts_there_are_no_tools_and_the_reading_time(
    open_page: Callable[..., Page], harbour: str
) -> None:
    page = open_page(java_script_enabled=False)
    page.goto(harbour)

    expect(page.locator(".reading-tools")).to_be_hidden()
    expect(page.locator(".byline")).to_contain_text("about 1 minute")


@pytest.mark.parametrize(
    "window",
    [{"viewport": {"width": 1440, "height": 500}}, {"viewport": {"width": 320, "height": 500}}],
    ids=["wide", "narrow"],
)
def test_the_tools_stay_below_the_header_and_cover_nothing_that_one_goes_to(
    open_page: Callable[..., Page], harbour: str, window: dict[str, object]
) -> None:
    page = open_page(**window, has_touch=True)
    for target in ("p5", "note-year", "apparatus-term"):
        page.goto(f"{harbour}#{target}")
        expect(page.locator(f"#{target}")).to_be_in_viewport()

        header = page.locator(".md-header").bounding_box()
        tools = page.locator(".reading-tools").bounding_box()
        there = page.locator(f"#{target}").bounding_box()
        assert header and tools and there
        assert tools["y"] >= header["y"] + header["height"] - 1
        assert there["y"] >= tools["y"] + tools["height"]


def test_nothing_moves_while_a_page_opens(page: Page, harbour: str) -> None:
    page.add_init_script(WATCH_SHIFTS)
    page.route("**/*.woff2", lambda route: route.abort())  # typefaces: `test_look.py`
    page.goto(harbour)
    page.wait_for_load_state("networkidle")

    assert page.evaluate("window.shifted") == 0


def test_buttons_are_large_enough_for_fingers(open_page: Callable[..., Page], harbour: str) -> None:
    page = open_page(viewport={"width": 390, "height": 800}, has_touch=True, is_mobile=True)
    page.goto(harbour)
    expect(page.locator(".keys-button")).to_be_hidden()
    progress = page.locator(".reading-tools .progress")
    assert progress.evaluate("it => it.scrollWidth <= it.clientWidth && it.scrollHeight <= 48")
    for name in ("Layers", "Text"):
        page.get_by_role("button", name=name).tap()
        panel = page.locator(".panel:popover-open")
        expect(panel).to_be_visible()
        for control in (
            *page.locator(".reading-tools > button").filter(visible=True).all(),
            *panel.locator("button, label").filter(visible=True).all(),
        ):
            box = control.bounding_box()
            assert box and box["height"] >= 44 and box["width"] >= 44, control
        box = panel.bounding_box()
        assert box and box["x"] >= 0 and box["x"] + box["width"] <= 390
        page.keyboard.press("Escape")


def test_size_and_spacing_of_the_text_are_set_said_kept_and_reset(page: Page, harbour: str) -> None:
    page.goto(harbour)
    size, height = size_of_text(page), height_of_line(page)
    page.get_by_role("button", name="Text").click()

    page.get_by_role("group", name=SIZE).get_by_role("button", name="Larger").click()
    assert size_of_text(page) == pytest.approx(1.1 * size)
    expect(page.get_by_role("group", name=SIZE).get_by_role("status")).to_have_text("110%")
    page.get_by_role("group", name=SPACING).get_by_role("button", name="More").click()
    assert height_of_line(page) == pytest.approx(1.21 * height)

    page.reload()
    assert height_of_line(page) == pytest.approx(1.21 * height)
    page.get_by_role("button", name="Text").click()
    expect(page.get_by_role("group", name=SPACING).get_by_role("status")).to_have_text("110%")
    page.get_by_role("button", name="Reset").click()
    assert (size_of_text(page), height_of_line(page)) == (size, height)
    for _ in range(12):
        page.get_by_role("button", name="Smaller").click()
    assert size_of_text(page) == pytest.approx(0.8 * size)


def test_progress_is_counted_to_the_end_of_the_text(page: Page, site: str) -> None:
    page.goto(f"{site}/readings/")
    page.locator(".readings h2 a").first.click()
    progress = page.locator(".reading-tools .progress")
    expect(progress).to_have_text(re.compile(r"^0% · \d+ min left$"))

    page.locator("[data-paragraph]").last.evaluate("element => element.scrollIntoView(false)")
    expect(progress).to_have_text("100% · 0 min left")


def test_readings_lead_on_to_one_another_in_the_order_of_their_list(page: Page, site: str) -> None:
    page.goto(f"{site}/readings/")
    titles = page.locator(".readings h2").all_inner_texts()
    assert len(titles) > 1

    for title in titles:
        page.locator(".md-footer__link--next").click()
        expect(page.locator("h1")).to_have_text(title)
    # Firefox would fetch the next page in advance, which the policy forbids.
    expect(page.locator("link[rel=next]")).to_have_count(0)


def test_tools_are_not_printed(page: Page, harbour: str) -> None:
    page.emulate_media(media="print")
    page.goto(harbour)
    expect(page.locator(".reading-tools")).to_be_hidden()
