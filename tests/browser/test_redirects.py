"""The former address of a reading forwards, in browsers with scripts and without."""

from collections.abc import Callable

from playwright.sync_api import Page, expect


def test_with_scripts_the_passage_is_kept(page: Page, small: str) -> None:
    page.goto(f"{small}/readings/port/?from=mail#p5")

    expect(page).to_have_url(f"{small}/readings/harbour/?from=mail#p5")
    expect(page.locator(":target")).to_contain_text("The town paid")


def test_the_way_back_in_the_history_does_not_lead_into_a_loop(page: Page, small: str) -> None:
    page.goto(f"{small}/guide/")
    page.goto(f"{small}/readings/port/")
    expect(page).to_have_url(f"{small}/readings/harbour/")

    page.go_back()

    expect(page).to_have_url(f"{small}/guide/")


def test_without_scripts_the_reading_is_reached(open_page: Callable[..., Page], small: str) -> None:
    page = open_page(java_script_enabled=False)

    page.goto(f"{small}/readings/port/")

    expect(page).to_have_url(f"{small}/readings/harbour/")
    expect(page.locator("h1")).to_contain_text("The Harbour & Its Price")
