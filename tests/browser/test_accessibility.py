"""axe finds nothing wrong with pages, the theme's part included.

Wide and on a phone, light and dark, with what a reader opens closed and open.
"""

from collections.abc import Callable, Iterator
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page, expect

from tests.browser.axe_pages import (
    CIRCUMSTANCES,
    STANDARDS,
    WITH_ALL_RULES,
    Circumstances,
    SitePage,
    addresses,
    pages_by_circumstances,
)
from tests.browser.journeys import PREFIXES, marks
from tests.profiles import NAME

SHOW_ANNOTATIONS = """mark => {
    mark.scrollIntoView({block: "center"}); // the popover closes when its words are not in sight
    window.readings.showAnnotations(mark);
}"""
# axe measures first, and looks later at what stands there: meanwhile nothing may move.
LAY_OUT_ALL = """() => {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync("article * { content-visibility: visible !important }");
    document.adoptedStyleSheets.push(sheet);
}"""
OPENED = (
    ("[popovertarget=tools-layers]", "#tools-layers"),
    ("[popovertarget=tools-print]", "#tools-print"),
    ("[popovertarget=tools-text]", "#tools-text"),
    (".keys-button", ".key-help"),
    (".reading-tools .cite", "dialog.citing"),
    ("label.md-header__button[for=__search]", ".md-search__inner"),
    ("label.md-header__button[for=__drawer]", ".md-sidebar--primary"),
)
"""What opens something on the page of a reading, and what that is."""
SELECT_A_LONG_PARAGRAPH = """() => {
  const paragraphs = [...document.querySelectorAll("[data-paragraph]")];
  const longest = paragraphs.sort((a, b) => b.textContent.length - a.textContent.length)[0];
  getSelection().selectAllChildren(longest);
}"""
CLOSE_THE_DRAWER = "() => { document.querySelector('#__drawer').checked = false; }"
OPENS_POPOVER = "typeof window.readings?.showAnnotations === 'function'"


@cache
def axe() -> Axe:
    return Axe()


def violations(
    page: Page, rules: tuple[str, ...] = STANDARDS, inside: str | None = None
) -> Iterator[str]:
    """What axe finds wrong with a page, or with what is inside an element of it."""
    options: dict[str, Any] = {
        "resultTypes": ["violations"],
        "runOnly": list(rules),
        "preload": False,  # it would fetch all style sheets again, for rules that are not asked
    }
    for violation in axe().run(page, context=inside, options=options).response["violations"]:
        for node in violation["nodes"]:
            yield f"{violation['id']}: {node['target']}: {node['failureSummary']}"


def violations_in_popovers(page: Page, rules: tuple[str, ...]) -> Iterator[str]:
    """The same with the annotations of a place shown beside it, for each kind of them."""
    if not page.evaluate(OPENS_POPOVER):
        return
    for kind in PREFIXES:
        if marks(page, kind).count():
            marks(page, kind).first.evaluate(SHOW_ANNOTATIONS)
            assert page.locator(":popover-open").count()
            yield from violations(page, rules, ":popover-open")
            page.evaluate("() => window.readings.hideAnnotations()")


@pytest.mark.parametrize(
    "circumstances",
    [one for one in CIRCUMSTANCES if NAME == "long" or not one.forced],
    ids=lambda one: one.name,
)
def test_no_page_has_a_fault(
    open_page: Callable[..., Page],
    serve_folder: Callable[[Path], str],
    built_site: Path,
    small_site: Path,
    circumstances: Circumstances,
) -> None:
    page, rules = open_page(**circumstances.options()), circumstances.rules
    origins = {site: serve_folder(site) for site in (built_site, small_site)}
    chosen = pages_by_circumstances(built_site, small_site, every=NAME == "long")
    found = []
    for site, address in chosen[circumstances]:
        page.goto(f"{origins[site]}/{address}")
        page.evaluate(LAY_OUT_ALL)
        found += [f"{address}: {fault}" for fault in violations(page, rules)]
        found += [f"{address}: popover: {fault}" for fault in violations_in_popovers(page, rules)]

    assert found == []


@pytest.mark.parametrize("circumstances", WITH_ALL_RULES, ids=lambda one: one.name)
def test_what_opens_on_a_reading_has_no_fault(
    open_page: Callable[..., Page], small: str, circumstances: Circumstances
) -> None:
    page, rules = open_page(**circumstances.options()), circumstances.rules
    page.goto(f"{small}/readings/harbour/")
    page.evaluate(SELECT_A_LONG_PARAGRAPH)
    found = []
    tried = [each for each in OPENED if page.locator(each[0]).is_visible()]
    assert len(tried) >= len(OPENED) - 2, "the drawer and the search are not opened everywhere"
    for opener, opened in tried:
        if page.locator(opener).is_visible():
            page.locator(opener).click()
            expect(page.locator(opened)).to_be_visible()
            found += [f"{opened}: {fault}" for fault in violations(page, rules, opened)]
            page.keyboard.press("Escape")
            page.evaluate(CLOSE_THE_DRAWER)

    assert found == []


def test_each_kind_is_read_in_all_circumstances_and_every_page_in_the_long_run(
    built_site: Path, small_site: Path
) -> None:
    chosen, every = (
        pages_by_circumstances(built_site, small_site, every=every) for every in (False, True)
    )

    kinds = {page.kind for pages in every.values() for page in pages}
    assert len(kinds) >= 12
    for circumstances, pages in chosen.items():
        assert {page.kind for page in pages} == kinds
        assert len(pages) == len(kinds)
        assert set(pages) <= set(every[circumstances])
    read = {page for circumstances in WITH_ALL_RULES for page in every[circumstances]}
    assert {SitePage(built_site, address) for address in addresses(built_site)} <= read


def test_a_fault_is_found_where_there_is_one(page: Page) -> None:
    page.set_content("<html lang=en><title>A page</title><main><h1>Title</h1><input></main>")

    assert any(fault.startswith("label: ") for fault in violations(page))
