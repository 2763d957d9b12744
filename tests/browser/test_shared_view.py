"""What is chosen in a reading's panels is in the address, for whoever is sent it."""

from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from tests.made_once import MadeOnce
from tests.mkdocs_runs import build_with

SITE = {
    "seeds/fable.txt": "The fox saw the graeps.\n\n" + "A crow came.\n\n" * 5 + "The end.\n",
    "annotations/readings/fable/reading.yml": "title: A Fable\nlanguage: en\n"
    "source: {file: seeds/fable.txt}\n"
    "parts: [{id: one, title: One, from: 1, to: 3}, {id: two, title: Two, from: 4, to: 7}]\n",
    "annotations/readings/fable/all.yml": """
notes:
  - {id: fox, target: {exact: The fox}, body: A fox.}
  - {id: end, target: {exact: The end}, body: An end.}
corrections:
  - {id: grapes, target: {exact: graeps}, reading: grapes, certainty: certain}
""",
}
KEPT = "Object.entries(localStorage).filter(([name]) => name.startsWith('readings.'))"


@pytest.fixture(scope="module")
def parts_site(made_once: MadeOnce) -> Path:
    return made_once("shared-view", lambda folder: build_with(folder, SITE)) / "site"


@pytest.fixture
def fable(parts_site: Path, serve_folder: Callable[[Path], str]) -> str:
    """The address of a reading in two parts."""
    return f"{serve_folder(parts_site)}/readings/fable/"


def size(page: Page) -> float:
    found: float = page.locator(".reading").evaluate(
        "it => parseFloat(getComputedStyle(it).fontSize)"
    )
    return found


def test_an_address_opens_the_text_as_wanted_and_is_not_remembered(page: Page, fable: str) -> None:
    page.goto(f"{fable}one/")
    normal = size(page)
    page.goto(f"{fable}one/?layers=corrections&size=150&corrections=corrected&h=fox#p2")

    assert size(page) == pytest.approx(1.5 * normal)
    expect(page.locator("#p1")).to_contain_text("grapes")
    expect(page.locator(".apparatus-note")).to_be_hidden()
    page.get_by_role("button", name="Text").click()
    expect(page.get_by_role("status").first).to_have_text("150%")
    assert page.evaluate(KEPT) == []
    page.goto(f"{fable}one/")
    assert size(page) == normal
    expect(page.locator("html:not([data-corrections], [data-hidden-layers])")).to_have_count(1)


def test_what_no_control_offers_is_passed_over(page: Page, fable: str) -> None:
    complaints: list[str] = []
    page.on("console", lambda said: complaints.append(said.text if said.type == "error" else ""))
    page.on("pageerror", lambda error: complaints.append(str(error)))
    page.goto(f"{fable}one/")
    normal = size(page)
    for query in (
        "size=9999&margin-notes=maybe",
        "size=1e2&layers=everything",
        "size=-150&corrections=none",
        "constructor=1&__proto__=on&layers[]=notes",
        "size=%3Cb%3E&layers=%00",
    ):
        page.goto(f"{fable}one/?{query}#p2")
        assert size(page) == normal, query
        said = set(page.evaluate("Object.keys(document.documentElement.dataset)"))
        assert said <= {"notes", "jsFocusVisible"}, query
    assert set(complaints) <= {""}


def test_a_choice_is_kept_alone_beside_what_the_address_says(page: Page, fable: str) -> None:
    page.goto(f"{fable}one/?layers=notes&h=fox#p2")
    page.get_by_role("button", name="Text").click()
    page.get_by_role("button", name="Larger").click()
    expect(page).to_have_url(f"{fable}one/?layers=notes&h=fox&size=110#p2")
    assert page.evaluate(KEPT) == [["readings.size", "110"]]
    page.get_by_role("button", name="Reset").click()
    expect(page).to_have_url(f"{fable}one/?layers=notes&h=fox#p2")


def test_other_parts_of_the_reading_are_shown_alike(page: Page, fable: str) -> None:
    page.goto(f"{fable}?layers=none&h=fox")
    page.get_by_role("link", name="Two", exact=True).last.click()
    expect(page).to_have_url(f"{fable}two/?layers=none")
    expect(page.locator(".apparatus-note")).to_be_hidden()

    page.get_by_role("button", name="Layers").click()
    page.get_by_role("checkbox", name="Notes").check()
    page.locator(".part-neighbours a").click()
    expect(page).to_have_url(f"{fable}one/")
    # A kind that this part alone has is not hidden by what was chosen in the other one.
    expect(page.locator(".apparatus-correction")).to_be_visible()


def test_a_button_copies_the_address_of_what_is_shown(
    page: Page, fable: str, parts_site: Path, traffic: object
) -> None:
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    page.goto(f"{fable}one/#p2")
    page.get_by_role("button", name="Layers").click()
    page.get_by_role("checkbox", name="Corrections").uncheck()
    page.goto(f"{fable}one/#p2")  # kept, but not in the address
    page.reload()
    page.get_by_role("button", name="Layers").click()
    page.get_by_role("button", name="Copy link to this view").click()

    expect(page.locator("#tools-layers .sharing")).to_contain_text("Copied")
    copied = page.evaluate("navigator.clipboard.readText()")
    assert copied == f"{fable}one/?layers=notes#p2"

    traffic.allowed.add("file://")  # type: ignore[attr-defined]
    folder = (parts_site / "readings/fable/one/index.html").as_uri()
    page.goto(f"{folder}?layers=none#p2")
    page.get_by_role("button", name="Layers").click()
    page.get_by_role("button", name="Copy link to this view").click()
    expect(page.locator("#tools-layers .sharing")).to_contain_text("Copied")
    page.goto(f"{fable}one/")
    assert page.evaluate("navigator.clipboard.readText()") == f"{folder}?layers=none#p2"
