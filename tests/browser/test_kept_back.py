"""A page with passages of a text: what is selected there is quoted rightly."""

import re
from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from tests.browser.test_annotating import annotate, finished, form
from tests.browser.test_citing import select


@pytest.fixture
def journey(
    example_sites: list[Path],
    serve_folder: Callable[[Path], str],
    open_page: Callable[..., Page],
) -> Page:
    """The page of a text in Japanese of which only passages are published."""
    (site,) = (site for site in example_sites if site.parent.name == "short-texts")
    page = open_page()
    page.goto(f"{serve_folder(site)}/readings/oku-no-hosomichi/")
    return page


def test_words_behind_a_gap_are_quoted_with_their_paragraph(journey: Page) -> None:
    """Nobody knows there whether the whole text has them once; its check does."""
    annotate(journey, "霞の空", "p2")

    _, file = finished(journey)
    assert 'exact: "霞の空"' in file
    assert re.search(r"paragraph: \"?2\"?[,}]", file)
    assert "fix:" not in file


def test_a_selection_ends_where_words_are_left_out(journey: Page) -> None:
    select(journey, "p1", "百代", "p2", "白川")
    journey.locator(".annotate.floating").click()

    expect(form(journey)).to_be_visible()
    quoted = form(journey).locator(".quoted").inner_text()
    assert quoted.startswith("百代の過客にして、行か")
    assert "\ufdd0" not in quoted
    assert "白川" not in quoted
    expect(form(journey).locator(".remark")).not_to_be_empty()
