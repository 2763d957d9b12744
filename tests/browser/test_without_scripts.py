"""Annotations of all kinds are reached by link in a browser that runs no script at all."""

from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from tests.browser.journeys import (
    PREFIXES,
    entry,
    follow,
    fragment,
    go_there_and_back,
    marks,
    readings_of,
)


@pytest.fixture
def plain_page(open_page: Callable[..., Page]) -> Page:
    """An empty page in a browser without JavaScript."""
    return open_page(java_script_enabled=False)


@pytest.mark.parametrize("kind", PREFIXES)
def test_a_mark_leads_to_its_entry_and_the_entry_back(
    plain_page: Page, small: str, kind: str
) -> None:
    plain_page.goto(f"{small}/readings/harbour/")

    go_there_and_back(plain_page, marks(plain_page, kind).first, has_scripts=False)


def test_every_paragraph_is_shown_on_the_screen_and_on_paper(plain_page: Page, small: str) -> None:
    plain_page.goto(f"{small}/readings/harbour/")
    paragraphs = plain_page.locator(".reading [data-paragraph]")
    expect(plain_page.locator(".reading .answer").first).to_be_visible()
    plain_page.emulate_media(media="print")
    expect(plain_page.locator(".reading [data-paragraph]:visible")).to_have_count(
        paragraphs.count()
    )


def test_a_cross_reference_leads_to_the_other_reading_and_back(
    plain_page: Page, small: str
) -> None:
    page = plain_page
    page.goto(f"{small}/readings/harbour/#p5")

    page.locator("#p5 a[href='#xref-price']").click()
    follow(page.locator("#xref-price").get_by_role("link", name="seven thousand crowns"))
    expect(page).to_have_url(f"{small}/readings/letter/#p2")
    expect(page.locator(":target")).to_contain_text("The town will not see its seven")

    page.locator("#p2 a[href='#xref-price']").click()
    follow(page.locator("#xref-price").get_by_role("link", name="seven thousand crowns"))
    expect(page).to_have_url(f"{small}/readings/harbour/#p5")


def test_a_term_leads_on_to_the_glossary_and_the_glossary_to_its_places(
    plain_page: Page, small: str
) -> None:
    page = plain_page
    page.goto(f"{small}/readings/harbour/")

    page.locator("#p3 a[href='#term-harbour-board']").click()
    page.locator("#term-harbour-board").get_by_role("link", name="Harbour Board").click()
    expect(page).to_have_url(f"{small}/glossary/#term-harbour-board")

    page.locator("#term-harbour-board summary").click()
    page.locator("#term-harbour-board a[href$='readings/letter/#p1']").first.click()
    expect(page.locator(":target")).to_contain_text("To the Harbour Board.")


def test_every_kind_in_every_reading_of_this_project(
    plain_page: Page, site: str, built_site: Path
) -> None:
    page = plain_page
    readings = readings_of(built_site)
    assert readings
    for reading in readings:
        page.goto(f"{site}/{reading}/")
        for kind in PREFIXES:
            if marks(page, kind).count():
                go_there_and_back(page, marks(page, kind).first, has_scripts=False)


def test_cross_references_between_the_readings_of_this_project(
    plain_page: Page, site: str, built_site: Path
) -> None:
    page = plain_page
    for reading in readings_of(built_site):
        here = f"{site}/{reading}/"
        page.goto(here)
        to_another_page = page.locator("a[href^='../'][href*='#p']")
        entries = page.locator("[id^='xref-']").filter(has=to_another_page)
        if not entries.count():
            continue
        entry_id = entries.first.get_attribute("id") or ""
        link = entries.first.locator(to_another_page).first
        paragraph = fragment(link)

        follow(link)
        assert not page.url.startswith(here)
        expect(page.locator(f".reading [id='{paragraph}']")).to_be_in_viewport()

        follow(entry(page, entry_id).locator(f"a[href*='/{reading.rpartition('/')[2]}/#p']").first)
        assert page.url.startswith(f"{here}#p")
