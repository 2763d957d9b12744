"""`mkdocs serve` in a browser: the page follows what is saved, and says when it cannot."""

from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from tests.mkdocs_runs import Server, mkdocs_build, replace, small_project

NOTES = "annotations/readings/harbour/notes.yml"
BANNER = ".readings-banner"


def test_the_page_follows_an_edit_a_broken_one_and_its_repair(
    page: Page, mkdocs_serve: Callable[[Path], Server], tmp_path: Path
) -> None:
    project = small_project(tmp_path)
    server = mkdocs_serve(project)
    page.goto(f"{server.origin}/readings/harbour/#note-year")
    note = page.locator("#note-year")
    expect(note).to_contain_text("name the same year")

    replace(project / NOTES, "the same year", "that very year")
    expect(note).to_contain_text("name that very year")
    expect(page.locator(BANNER)).to_have_count(0)

    replace(project / NOTES, "body: The council’s", "bdoy: The council’s")
    expect(page.locator(BANNER)).to_be_in_viewport()
    expect(page.locator(BANNER)).to_contain_text(f"{NOTES}:4:5: error F001 ")
    expect(note).to_contain_text("name that very year")

    replace(project / NOTES, "bdoy: The council’s", "body: The harbour’s")
    expect(page.locator(BANNER)).to_have_count(0)
    expect(note).to_contain_text("The harbour’s minutes")


def test_a_project_that_was_broken_before_the_start_is_mended_on_the_page(
    page: Page, mkdocs_serve: Callable[[Path], Server], tmp_path: Path
) -> None:
    project = small_project(tmp_path)
    replace(project / NOTES, "notes:", "notes")
    server = mkdocs_serve(project)
    page.goto(f"{server.origin}/readings/harbour/")
    expect(page.locator("h1")).to_contain_text("404")
    expect(page.locator(BANNER)).to_be_in_viewport()

    replace(project / NOTES, "notes", "notes:")

    expect(page.locator(BANNER)).to_have_count(0)
    expect(page.locator("h1")).to_contain_text("The Harbour")


@pytest.fixture
def broken(mkdocs_serve: Callable[[Path], Server], tmp_path: Path) -> str:
    """Where a project is served that has pages from earlier, and an error now."""
    project = small_project(tmp_path)
    assert mkdocs_build(project).returncode == 0
    replace(project / NOTES, "exact: finnished", "exact: finished")
    return mkdocs_serve(project).origin


CONTRAST = """element => {
    const luminance = colour => {
        const [r, g, b] = colour.match(/[\\d.]+/g).slice(0, 3).map(Number).map(
            c => (c /= 255) <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4);
        return 0.2126 * r + 0.7152 * g + 0.0722 * b;
    };
    const style = getComputedStyle(element);
    const background = getComputedStyle(element.closest('.readings-banner')).backgroundColor;
    const [dark, light] = [style.color, background].map(luminance).sort((a, b) => a - b);
    return (light + 0.05) / (dark + 0.05);
}"""
ON_TOP = """element => {
    const box = element.getBoundingClientRect();
    const at = document.elementFromPoint(box.x + box.width / 2, box.y + box.height / 2);
    return element.contains(at);
}"""


def test_the_banner_is_seen_wherever_one_is_and_covers_no_header(
    open_page: Callable[..., Page], broken: str
) -> None:
    for scheme in ("light", "dark"):
        for width in (360, 1280):
            page = open_page(color_scheme=scheme, viewport={"width": width, "height": 700})
            for address in ("", "readings/harbour/", "readings/harbour/#note-year", "nowhere/"):
                page.goto(f"{broken}/{address}")
                banner = page.locator(BANNER)
                expect(banner).to_be_in_viewport(ratio=1)
                for part in (banner.locator("summary"), banner.locator("pre")):
                    assert part.evaluate(ON_TOP), (scheme, width, address)
                    assert part.evaluate(CONTRAST) >= 4.5, scheme
                header = page.locator(".md-header").bounding_box()
                box = banner.bounding_box()
                assert header is not None and box is not None
                assert header["y"] + header["height"] <= box["y"]
                assert box["width"] == width


def test_the_banner_can_be_folded_and_never_covers_the_end_of_a_page(
    page: Page, broken: str
) -> None:
    page.goto(f"{broken}/readings/harbour/")
    page.evaluate("scrollTo(0, document.documentElement.scrollHeight)")
    last = page.locator(".md-footer").bounding_box()
    banner = page.locator(BANNER).bounding_box()
    assert last is not None and banner is not None
    assert last["y"] + last["height"] <= banner["y"] + 1

    page.locator(f"{BANNER} summary").click()

    expect(page.locator(f"{BANNER} pre")).to_be_hidden()
    expect(page.locator(f"{BANNER} summary")).to_be_visible()
