"""A text that opens as corrected, its switch to what is printed, and what stands above a text."""

import re
from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import Page, ViewportSize, expect

from tests.made_once import MadeOnce
from tests.mkdocs_runs import build_with

FABLE = "The fox saw the graeps and jumpd.\n\nA second paragraph.\n"
NOTICE = "Do not quote this fable."
INTRODUCTION = "Foxes eat fruit."
SITE = {
    "seeds/fable.txt": FABLE,
    "annotations/readings/fable/reading.yml": (
        "title: A Fable\nsource: {file: seeds/fable.txt}\nlanguage: en\n"
        f"first_view: corrected\nnotice: '**{NOTICE}**'\nversion: From memory\n"
        f"introduction: {{body: {INTRODUCTION} {'Often. ' * 300}}}\n"
    ),
    "annotations/readings/fable/questions.yml": (
        "questions:\n"
        "  - {id: why, body: 'Why did it jump?', hint: Look at its name.}\n"
        "  - {id: who, body: 'Who saw it?', hint: Nobody.}\n"
    ),
    "annotations/readings/fable/corrections.yml": (
        "corrections:\n"
        "  - {id: g, target: {exact: graeps}, reading: grapes, certainty: certain}\n"
        "  - {id: j, target: {exact: jumpd}, reading: jumped, certainty: certain}\n"
        "notes:\n"
        "  - {id: fox, target: {exact: fox}, body: A fox.}\n"
    ),
    "seeds/other.txt": "An othr fable.\n",
    "annotations/readings/other/reading.yml": (
        "title: Other\nsource: {file: seeds/other.txt}\nlanguage: en\n"
    ),
    "annotations/readings/other/corrections.yml": (
        "corrections: [{id: o, target: {exact: othr}, reading: other, certainty: certain}]\n"
    ),
}
CORRECTED = "The fox saw the [grapes] and [jumped]."
PRINTED = "The fox saw the graeps[grapes] and jumpd[jumped]."


def _build(folder: Path) -> None:
    build_with(folder, SITE, SITE_URL="https://fables.example/")


@pytest.fixture(scope="module")
def site(made_once: MadeOnce) -> Path:
    return made_once("first-view", _build) / "site"


@pytest.fixture
def fable(site: Path, serve_folder: Callable[[Path], str]) -> str:
    """The address of the reading."""
    return f"{serve_folder(site)}/readings/fable/"


@pytest.fixture
def page(open_page: Callable[..., Page]) -> Page:
    return open_page(viewport={"width": 1440, "height": 800})


def shown(page: Page) -> str:
    """The first paragraph as a reader sees it, without numbers of paragraphs and notes."""
    return re.sub(r"\d", "", page.locator("#p1").inner_text())


def test_it_opens_as_corrected_and_what_is_printed_is_one_click_away(
    page: Page, fable: str
) -> None:
    page.goto(fable)
    assert shown(page) == CORRECTED
    expect(page.locator(".first-view")).to_contain_text("Shown as corrected")
    page.get_by_role("button", name="Layers").click()
    expect(page.get_by_role("radio", name="As corrected")).to_be_checked()
    page.keyboard.press("Escape")

    page.get_by_role("button", name="Show as printed").click()

    assert shown(page) == PRINTED
    expect(page).to_have_url(f"{fable}?corrections=printed")
    expect(page.locator(".first-view")).to_contain_text("Shown as printed")
    expect(page.get_by_role("radio", name="As printed", include_hidden=True)).to_be_checked()

    page.get_by_role("button", name="Show as corrected").press("Enter")
    assert shown(page) == CORRECTED
    expect(page).to_have_url(fable)


def test_the_choice_is_kept_and_the_address_takes_precedence(page: Page, fable: str) -> None:
    page.goto(fable)
    page.get_by_role("button", name="Show as printed").click()

    page.goto(fable)
    assert shown(page) == PRINTED
    page.goto(f"{fable}?corrections=corrected")
    assert shown(page) == CORRECTED
    page.goto(f"{fable}?corrections=nonsense")
    assert shown(page) == PRINTED


def test_another_reading_opens_as_printed_until_the_reader_chooses(page: Page, fable: str) -> None:
    page.goto(f"{fable}../other/")
    expect(page.locator(".first-view")).to_have_count(0)
    assert "othr" in page.locator("#p1").inner_text()

    page.goto(fable)
    page.get_by_role("button", name="Show as printed").click()
    page.get_by_role("button", name="Show as corrected").click()
    page.goto(f"{fable}../other/")
    assert "othr" not in page.locator("#p1").inner_text()


@pytest.mark.parametrize("view", ["corrected", "printed"])
def test_the_words_are_chosen_before_the_main_script_has_come(
    page: Page, fable: str, view: str
) -> None:
    page.route("**/readings.js", lambda route: route.abort())
    page.goto(f"{fable}?corrections={view}")
    assert shown(page) == (CORRECTED if view == "corrected" else PRINTED)


PHONE: ViewportSize = {"width": 390, "height": 844}


@pytest.mark.parametrize("size", [PHONE, {"width": 1280, "height": 720}], ids=["phone", "wide"])
def test_nothing_moves_while_the_page_opens(page: Page, fable: str, size: ViewportSize) -> None:
    page.set_viewport_size(size)
    page.add_init_script(
        "window.moved = 0; new PerformanceObserver(list => list.getEntries().forEach("
        "entry => { window.moved += entry.value })).observe({type: 'layout-shift', buffered: true})"
    )
    page.goto(fable, wait_until="networkidle")
    assert page.evaluate("window.moved") < 0.01


def test_on_a_phone_the_text_is_in_sight_and_the_introduction_unfolds(
    page: Page, fable: str
) -> None:
    page.set_viewport_size(PHONE)
    page.goto(fable)
    introduction, body = page.locator("#introduction"), page.locator("#introduction .body")
    lines = "body => body.clientHeight / parseFloat(getComputedStyle(body).lineHeight)"
    expect(page.locator("#p1")).to_be_in_viewport()
    expect(body).to_be_visible()
    assert 2 < body.evaluate(lines) < 4

    body.evaluate("body => (body.scrollTop = 200)")  # as a browser does that finds words there
    expect(introduction).to_have_attribute("open", "")
    assert body.evaluate(lines) > 20
    page.get_by_role("heading", name="Before you read").click()
    expect(introduction).not_to_have_attribute("open", "")

    page.goto(f"{fable}#introduction")
    expect(introduction).to_have_attribute("open", "")
    page.get_by_role("link", name="To the text", exact=True).click()
    expect(page).to_have_url(f"{fable}#p1")
    expect(page.locator("#p1")).to_be_in_viewport()


def test_without_its_script_the_introduction_is_whole_after_a_while(page: Page, fable: str) -> None:
    page.set_viewport_size(PHONE)
    page.route("**/readings.js", lambda route: route.abort())
    page.goto(fable)
    page.evaluate("document.getAnimations().forEach(animation => animation.finish())")
    assert page.locator("#introduction .body").evaluate("body => body.clientHeight") > 500


def test_a_hidden_layer_of_corrections_shows_what_is_printed(page: Page, fable: str) -> None:
    page.goto(f"{fable}?layers=notes")
    assert shown(page) == "The fox saw the graeps and jumpd."
    expect(page.locator(".first-view")).to_be_hidden()


def test_without_scripts_both_forms_are_there(open_page: Callable[..., Page], fable: str) -> None:
    page = open_page(java_script_enabled=False)
    page.goto(fable)
    assert shown(page) == PRINTED
    expect(page.locator(".first-view")).to_be_hidden()
    expect(page.get_by_role("note", name="Notice")).to_have_text(NOTICE)


@pytest.mark.parametrize("size", [PHONE, None], ids=["phone", "wide"])
def test_an_introduction_is_folded_without_scripts_and_printed_in_full(
    open_page: Callable[..., Page], fable: str, size: ViewportSize | None
) -> None:
    page = open_page(java_script_enabled=False, **({"viewport": size} if size else {}))
    page.goto(fable)
    body = page.locator("#introduction .body")
    assert body.evaluate("body => body.clientHeight") > 200
    page.get_by_role("heading", name="Before you read").click()
    expect(body).to_be_hidden()
    page.emulate_media(media="print")
    expect(body).to_be_visible()
    expect(page.locator(".reading")).not_to_contain_text(INTRODUCTION)
    expect(page.locator(".byline")).to_contain_text("about 1 minute")


@pytest.mark.parametrize("has_scripts", [True, False], ids=["scripts", "no-scripts"])
def test_paper_has_the_questions_and_only_hints_that_are_unfolded(
    open_page: Callable[..., Page], fable: str, has_scripts: bool
) -> None:
    page = open_page(java_script_enabled=has_scripts)
    page.goto(fable)
    asked, hints = page.locator(".entry-question > .body"), page.locator(".hint")
    hints.first.get_by_text("For teachers").click()
    expect(hints.first.locator(".body")).to_be_visible()
    page.get_by_role("heading", name="Questions").click()
    expect(asked.first).to_be_hidden()
    if has_scripts:
        page.evaluate("window.dispatchEvent(new Event('beforeprint'))")
    page.emulate_media(media="print")
    expect(asked.first).to_be_visible()
    expect(hints.first.locator(".body")).to_be_visible()
    expect(hints.last).to_be_hidden()


def test_paper_has_the_notice_and_says_which_words_it_shows(page: Page, fable: str) -> None:
    page.goto(fable)
    page.emulate_media(media="print")
    expect(page.get_by_role("note", name="Notice")).to_be_visible()
    expect(page.locator(".first-view")).to_contain_text("Shown as corrected")
    expect(page.locator(".first-view button")).to_be_hidden()
    assert shown(page) == CORRECTED
    expect(page.locator("#corr-g")).to_contain_text("graeps")


def test_who_cites_the_text_sees_the_notice_and_cites_it_as_printed(page: Page, fable: str) -> None:
    page.goto(fable)
    page.locator(".reading-tools").get_by_role("button", name="Cite").click()
    dialog = page.locator("dialog.citing")
    expect(dialog).to_contain_text(NOTICE)
    expect(dialog.locator("textarea")).to_have_value(re.compile(r"A Fable \[From memory\]\."))
    dialog.get_by_role("button", name="Close").click()

    page.evaluate("getSelection().selectAllChildren(document.querySelector('#p2'))")
    page.locator(".reading-tools").get_by_role("button", name="Cite").click()
    expect(dialog.locator("textarea")).to_have_value(
        re.compile(r"readings/fable/\?corrections=printed#.*:~:text=")
    )
    dialog.get_by_role("button", name="Close").click()

    page.locator("#note-fox").get_by_role("button", name="Cite").click()
    expect(dialog).not_to_contain_text(NOTICE)
