"""From the text to a note and back with nothing but Tab and Enter."""

from playwright.sync_api import Page, expect

from tests.browser.journeys import expect_to_be_at, popover

STEPS_AT_MOST = 60


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
