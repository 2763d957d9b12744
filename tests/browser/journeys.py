"""What a reader does on a page: go from a mark to its entry, and back to where one was."""

import re
from pathlib import Path

from playwright.sync_api import Locator, Page, expect

PREFIXES = {"note": "note", "term": "term", "cross-reference": "xref", "correction": "corr"}
"""By kind, how the ids of its entries begin."""


def marks(page: Page, kind: str) -> Locator:
    """The links from the text to entries of a kind."""
    return page.locator(f".reading a[href^='#{PREFIXES[kind]}-']")


def entry(page: Page, entry_id: str) -> Locator:
    """An entry of the apparatus, which stands outside the text."""
    return page.locator(f"[id='{entry_id}']:not(.reading *)")


def fragment(link: Locator) -> str:
    """The id that a link leads to."""
    return (link.get_attribute("href") or "").partition("#")[2]


_IS_SEEN = """id => {
    const [place, header] = [document.getElementById(id), document.querySelector(".md-header")];
    const { top } = place.getBoundingClientRect();
    return header.getBoundingClientRect().bottom <= top && top < innerHeight;
}"""
"""The theme scrolls a page some time after it has the address."""


def expect_to_be_at(page: Page, target: Locator) -> None:
    """The address names an element, and it is to be seen, not hidden by the theme's header."""
    target_id = target.get_attribute("id")
    expect(page).to_have_url(re.compile(rf"#{re.escape(target_id or '')}$"))
    expect(page.locator(":target")).to_have_attribute("id", target_id or "")
    page.wait_for_function(_IS_SEEN, arg=target_id)


_IS_STILL = """() => new Promise(done => {
    let [before, frames] = [scrollY, 0];
    const look = () => {
        frames = scrollY === before ? frames + 1 : 0;
        before = scrollY;
        if (frames > 20) done(true);
        else requestAnimationFrame(look);
    };
    look();
})"""
"""A page that scrolls between the press of a button and its release has no click there."""


def popover(page: Page) -> Locator:
    """What shows annotations at their place, where scripts run."""
    return page.locator(".annotations-popover")


def go_there_and_back(page: Page, mark: Locator, *, has_scripts: bool = True) -> None:
    """Click a mark, arrive at its entry, and click the way back.

    With scripts the mark opens the popover, and a link in that leads to the entry.
    """
    mark_id = mark.get_attribute("id") or ""
    there = entry(page, fragment(mark))

    mark.click()
    if has_scripts:
        popover(page).locator(f".permalink[href='#{fragment(mark)}']").click()
        expect(popover(page)).to_be_hidden()
    expect_to_be_at(page, there)
    there.locator(f"a[href='#{mark_id}']").click()

    expect_to_be_at(page, page.locator(f".reading [id='{mark_id}']"))


def walk_through_from_a_folder(page: Page, folder: Path, *, has_scripts: bool = True) -> None:
    """From the home page of the small project's site, opened as a file, to the other reading.

    On the way: a mark of each kind and its entry, and a cross-reference followed to its far end.
    """
    page.goto((folder / "index.html").as_uri())

    page.locator("article").get_by_role("link", name="harbour").click()
    expect(page).to_have_url((folder / "readings/harbour/index.html").as_uri())
    for kind in PREFIXES:
        go_there_and_back(page, marks(page, kind).first, has_scripts=has_scripts)

    if has_scripts:
        page.wait_for_function(_IS_STILL)
    page.locator("#p5 a[href='#xref-price']").click()
    shown = popover(page) if has_scripts else page.locator("#xref-price")
    follow(shown.locator("a[href*='letter']"))
    expect(page).to_have_url((folder / "readings/letter/index.html").as_uri() + "#p2")


def readings_of(site: Path) -> list[str]:
    """The folders of a site's pages that hold the text of a reading, or of a part of one."""
    return sorted(
        path.parent.relative_to(site).as_posix()
        for path in (site / "readings").rglob("index.html")
        if 'class="reading"' in path.read_text(encoding="utf-8")
    )


def follow(link: Locator) -> None:
    """Click a link at its very beginning, which may be a quotation mark, or in mid-line."""
    line, box = "link.getClientRects()[0]", "link.getBoundingClientRect()"
    x, y = link.evaluate(f"link => [{line}.x - {box}.x, {line}.y - {box}.y]")
    link.click(position={"x": x + 2, "y": y + 8})
