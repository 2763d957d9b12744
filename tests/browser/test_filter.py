"""Choosing from the readings, the glossary and the list of all annotations."""

import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Locator, Page, expect

from tests.made_once import MadeOnce
from tests.mkdocs_runs import mkdocs_build, settings_of_project, write
from tests.render import where_used


@pytest.fixture(scope="module")
def built(made_once: MadeOnce) -> Path:
    """The site of a project with two persons and a place in its glossary, and ten more readings."""
    tales: dict[str, Any] = {
        path: content
        for number in range(10)
        for path, content in {
            f"seeds/tale-{number}.txt": "Once.\n",
            f"annotations/readings/tale-{number}/reading.yml": (
                f"title: Tale {number}\nlanguage: en\nauthors: Ann {number % 2}\n"
                f"source: {{file: seeds/tale-{number}.txt}}\n"
            ),
        }.items()
    }

    pond = "annotations/glossary/pond.yml"
    tales[pond] = where_used.files()[pond] | {"aliases": ["Mere"]}

    def build(root: Path) -> None:
        where_used.write(root, where_used.files() | tales | {"docs/index.md": "# Home\n"})
        write(root / "mkdocs.yml", settings_of_project())
        outcome = mkdocs_build(root)
        assert outcome.returncode == 0, outcome.stderr

    return made_once("used", build) / "site"


@pytest.fixture
def used(built: Path, serve_folder: Callable[[Path], str]) -> str:
    """The origin at which it is served."""
    return serve_folder(built)


def status(page: Page) -> Locator:
    return page.locator(".filter").get_by_role("status")


def test_the_readings_by_words_and_authors(page: Page, used: str) -> None:
    page.goto(f"{used}/readings/")
    titles = page.locator(".readings .title:visible")

    page.get_by_label("Find").fill("tale 7")
    expect(titles).to_have_text(["Tale 7"])
    expect(status(page)).to_contain_text("Showing 1 of")
    page.get_by_label("Find").fill("tale")
    page.get_by_label("Author").select_option("Ann 1")
    expect(titles).to_have_text([f"Tale {number}" for number in (1, 3, 5, 7, 9)])


def test_the_glossary_by_words_and_kinds(page: Page, used: str) -> None:
    page.goto(f"{used}/glossary/")
    names = page.locator(".entry-term:visible h3")
    headings = page.locator(".glossary > h2:visible")
    expect(status(page)).to_have_text("Showing 3 of 3")

    expect(page.locator(".see-term")).to_have_text(["Mere: see pond"])
    page.get_by_label("Find").fill("mere")
    expect(names).to_have_text(["pond"])
    expect(page.locator(".see-term")).to_be_hidden()
    page.get_by_label("Find").fill("")
    expect(page.locator(".see-term")).to_be_visible()

    page.get_by_label("Find").press_sequentially("ZABA")  # the Polish name is Żaba
    expect(names).to_have_text(["Frog"])
    expect(headings).to_have_text(["People"])
    expect(status(page)).to_have_text("Showing 1 of 3")
    page.get_by_label("Find").fill("woda mala")
    expect(names).to_have_text(["pond"])
    page.get_by_label("Find").fill("water")  # stands in a definition
    expect(status(page)).to_have_text("Showing 0 of 3")

    page.get_by_label("Find").fill("")
    page.get_by_role("checkbox", name="Places").check()
    expect(headings).to_have_text(["Places"])
    assert page.url.endswith("/glossary/?kind=place")
    page.reload()
    expect(headings).to_have_text(["Places"])

    # A link to an entry that was not chosen shows it.
    page.evaluate("location.hash = 'term-frog'")
    expect(page.locator("#term-frog")).to_be_in_viewport()
    expect(status(page)).to_have_text("Showing 3 of 3")
    assert page.url.endswith("/glossary/#term-frog")


def test_the_people_by_role(page: Page, used: str) -> None:
    page.goto(f"{used}/people/")
    names = page.locator(".person:visible h3")
    page.get_by_role("checkbox", name="Speaks in a text").check()
    expect(names).to_have_text(["Frog"])
    page.get_by_role("checkbox", name="Translated a text").check()
    expect(names).to_have_text(["Frog", "Nobody"])

    # The names by role stay, and lead to everybody.
    page.locator(".who-is-who a", has_text="Jacob Grimm").first.click()
    expect(page.locator("#person-grimm")).to_be_in_viewport()


def test_the_list_of_annotations_by_its_columns(page: Page, used: str) -> None:
    page.goto(f"{used}/annotations/?kind=note&of=tale")
    rows = page.locator(".annotations tbody tr:visible td:nth-child(2)")
    expect(rows).to_have_text(["the whole text", "a king"])
    expect(page.get_by_label("Kind")).to_have_value("note")

    page.get_by_label("Status").select_option("Disputed")
    expect(rows).to_have_text(["a king"])
    expect(page.get_by_role("heading", level=2).locator("visible=true")).to_have_text("The tale")
    page.get_by_label("Status").select_option("all")
    page.locator("select[name=author]").select_option("Bea")
    expect(rows).to_have_text(["the whole text"])
    page.get_by_label("Find").fill("crown")
    expect(status(page)).to_have_text("Showing 0 of 9")
    page.get_by_label("Find").press("Enter")
    expect(page).to_have_url(re.compile(r"/annotations/\?q=crown&kind=note&of=tale&author=Bea$"))


def test_without_scripts_everything_is_listed_and_no_control_is_dead(
    open_page: Callable[..., Page], used: str
) -> None:
    page = open_page(java_script_enabled=False)
    page.goto(f"{used}/annotations/?kind=correction")
    expect(page.locator(".filter")).to_be_hidden()
    expect(page.locator(".annotations tbody tr:visible")).to_have_count(9)


def test_the_lists_fit_on_a_phone_and_stand_side_by_side_elsewhere(
    open_page: Callable[..., Page], used: str
) -> None:
    page = open_page(viewport={"width": 320, "height": 640})
    for path in ("glossary", "people", "annotations", "cross-references"):
        page.goto(f"{used}/{path}/")
        assert page.evaluate("document.documentElement.scrollWidth") <= 320, path

    def sides() -> list[tuple[float, float]]:
        return [
            (box["x"], box["y"])
            for side in page.locator("[id='letter.ball'] .sides > div").all()
            if (box := side.bounding_box())
        ]

    (one_x, one_y), (other_x, other_y) = sides()
    assert one_x == other_x and one_y < other_y
    page.set_viewport_size({"width": 1440, "height": 900})
    (one_x, one_y), (other_x, other_y) = sides()
    assert one_x < other_x and one_y == other_y
