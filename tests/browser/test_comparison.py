"""A comparison in a browser without scripts: its columns, and the order of its passages."""

from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import Locator, Page, expect

from build_scripts.model.site_configuration import SiteConfiguration
from build_scripts.pages.joined_assets import STYLE_SHEET, STYLE_SHEET_OF_PAGES, assets
from build_scripts.pipeline import check, plan
from tests.render.golden import load, write_project
from tests.render.published import publish

CASES = Path(__file__).parents[1] / "cases" / "render"


@pytest.fixture
def compared(open_page: Callable[..., Page], tmp_path: Path) -> Page:
    return comparison(open_page, tmp_path, "comparison.yml", "both")


def comparison(open_page: Callable[..., Page], root: Path, case: str, name: str) -> Page:
    """A page of a case in tests/cases/render, with the style sheets of the site."""
    write_project(load(CASES / case), root)
    site = plan(check(root), SiteConfiguration()).rendered()
    (content,) = (f.content for f in site.files if f.path == f"comparisons/{name}/index.md")
    sheets = {
        file.path.removeprefix("/"): file.content.decode()
        for file in assets("")
        if file.path.endswith(".css")
    }
    style = sheets[STYLE_SHEET] + sheets[STYLE_SHEET_OF_PAGES]
    page = open_page(java_script_enabled=False)
    body = f'<body data-md-color-scheme="default" class="md-typeset">{publish(content).html}'
    page.set_content(f"<!doctype html><html lang=en><style>{style}</style>{body}")
    return page


def test_readers_choose_the_order_of_the_passages_by_keyboard(compared: Page) -> None:
    shown = compared.locator(".pair:visible .relation")
    expect(shown).to_have_text(["Quoted by", "Later development"])

    compared.get_by_role("radio").first.focus()
    # The button is not seen, but a browser scrolls to it: it lies beside its label.
    tops = [
        place.evaluate("place => place.getBoundingClientRect().top")
        for place in compared.locator(".orders > :is(input, label)").all()[:2]
    ]
    assert abs(tops[0] - tops[1]) < 20
    compared.keyboard.press("ArrowRight")

    expect(shown).to_have_text(["Later development", "Quoted by"])
    expect(compared.get_by_role("radio", name="Ben, 1910")).to_be_checked()


def test_the_page_stays_where_it_is_when_the_order_is_chosen(compared: Page) -> None:
    compared.set_viewport_size({"width": 360, "height": 400})
    label = compared.locator("label", has_text="Ben, 1910")
    label.scroll_into_view_if_needed()
    before = compared.evaluate("scrollY")

    label.click()

    expect(compared.get_by_role("radio", name="Ben, 1910")).to_be_checked()
    assert compared.evaluate("scrollY") == before
    radio, box = compared.get_by_role("radio").last.bounding_box(), label.bounding_box()
    assert radio and box and abs(radio["y"] - box["y"]) < 2 * box["height"]


def test_the_sides_stand_beside_each_other_or_below_where_space_is_short(compared: Page) -> None:
    stands_beside_or_below(compared, compared.locator(".pair:visible").first.locator(".side"))


def test_so_do_the_paragraphs_of_a_text_and_its_translation(
    open_page: Callable[..., Page], tmp_path: Path
) -> None:
    page = comparison(open_page, tmp_path, "side-by-side.yml", "yam.text")

    stands_beside_or_below(page, page.locator(".row").nth(1).locator(".beside > p"))


def stands_beside_or_below(page: Page, sides: Locator) -> None:
    def tops() -> list[float]:
        return [box["y"] for side in sides.all() if (box := side.bounding_box())]

    page.set_viewport_size({"width": 1280, "height": 800})
    first, second = tops()
    assert first == second
    page.set_viewport_size({"width": 360, "height": 800})
    first, second = tops()
    assert first < second
    assert page.evaluate("document.documentElement.scrollWidth") <= 360
