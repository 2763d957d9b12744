"""An old address on a list that is divided now leads on, also in a folder and without scripts."""

from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from tests.browser.conftest import Traffic
from tests.made_once import MadeOnce
from tests.mkdocs_runs import mkdocs_build, settings_of_project
from tests.render import where_used

LONG = "A person of whom much is known. " * 280
FAMILIES = ("Bauer", "Cohen", "Дар")


@pytest.fixture(scope="module")
def built(made_once: MadeOnce) -> str:
    """The address of the folder of a site with 36 persons, of whom much is said."""

    def build(root: Path) -> None:
        people = {
            f"annotations/glossary/p{number}.yml": {
                "term": f"{FAMILIES[number % 3]} {number}",
                "kind": "person",
                "definition": LONG,
                "forms": [],
            }
            for number in range(36)
        }
        where_used.write(root, people | {"docs/index.md": "# Home\n"})
        settings = settings_of_project()
        (root / "mkdocs.yml").write_text(f"{settings}\nuse_directory_urls: false\n")
        outcome = mkdocs_build(root)
        assert outcome.returncode == 0, outcome.stderr

    return (made_once("much known", build) / "site").as_uri()


def test_an_old_address_leads_to_the_part(page: Page, built: str, traffic: Traffic) -> None:
    traffic.allowed.add("file://")
    page.goto(f"{built}/people/index.html?from=mail#person-p3")

    expect(page).to_have_url(f"{built}/people/b.html#person-p3")
    expect(page.locator(":target h3")).to_have_text("Bauer 3")

    # What was on one page before is found from any part.
    page.goto(f"{built}/people/b.html#person-p35")
    expect(page).to_have_url(f"{built}/people/u0434.html#person-p35")
    page.evaluate("location.hash = 'person-p34'")
    expect(page.locator(":target h3")).to_have_text("Cohen 34")

    # The next part and the whole list are one step away.
    page.get_by_role("link", name="→ Д").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("People and organisations: Д")
    page.get_by_role("link", name="People and organisations").locator("visible=true").first.click()
    expect(page).to_have_url(f"{built}/people/index.html")


def test_an_address_of_nothing_stays(page: Page, built: str, traffic: Traffic) -> None:
    traffic.allowed.add("file://")
    page.goto(f"{built}/people/index.html#person-nobody")
    page.wait_for_function("Object.keys(window.readings.places).length")
    expect(page).to_have_url(f"{built}/people/index.html#person-nobody")


def test_without_scripts_links_lead_on(
    open_page: Callable[..., Page], built: str, traffic: Traffic
) -> None:
    traffic.allowed.add("file://")
    page = open_page(java_script_enabled=False)
    page.goto(f"{built}/people/index.html#person-p3")
    parts = page.locator(".list-parts li")
    assert len(parts.all()) == 3
    expect(parts.first).to_have_text("B 12 entries")
    parts.first.get_by_role("link").click()
    expect(page.locator("#person-p3 h3")).to_have_text("Bauer 3")
    # The glossary points to each of its terms.
    page.goto(f"{built}/glossary/index.html#term-p5")
    page.locator(":target a").click()
    expect(page.locator(":target h3")).to_have_text("Дар 5")
