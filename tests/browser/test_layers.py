"""A reader chooses which layers of annotations to see, and corrections as printed or corrected."""

import re
from collections.abc import Callable
from hashlib import sha256
from pathlib import Path

import pytest
from playwright.sync_api import Locator, Page, expect

from tests.made_once import MadeOnce
from tests.mkdocs_runs import build_with

FABLE = (
    "The quick fox saw the graeps and jumpd over the Old Wall at noon.\n\n"
    "A whole paragraph.\n\nTwo errros overlap hear.\n"
)
LAYERED = {
    "seeds/fable.txt": FABLE,
    "annotations/readings/fable/reading.yml": "title: A Fable\n"
    f"source: {{file: seeds/fable.txt, sha256: {sha256(FABLE.encode()).hexdigest()}}}\n"
    "language: en\n",
    "annotations/glossary/wall.yml": "term: Old Wall\ndefinition: A wall.\n",
    "seeds/levels.txt": "An owl, a coelacanth and an elk by the sea near the elk hills.\n",
    "annotations/readings/levels/reading.yml": "title: Levels\n"
    "source: {file: seeds/levels.txt}\nlanguage: en\n",
    "annotations/readings/levels/notes.yml": "notes:\n"
    "  - {id: hills, target: {exact: elk hills}, body: They are low.}\n",
    "annotations/glossary/owl.yml": "term: owl\nlevel: basic\ndefinition: An animal.\n",
    "annotations/glossary/fish.yml": "term: coelacanth\nlevel: expert\ndefinition: A fish.\n",
    "annotations/glossary/elk.yml": "term: elk\nlevel: basic\nlinking: all\ndefinition: Tall.\n",
    "annotations/readings/fable/all.yml": """
notes:
  - {id: jump, target: {exact: "jumpd over the Old Wall"}, body: It was high.}
  - {id: paragraph, target: {paragraphs: 2}, body: On all of it.}
  - {id: reading, target: {reading: true}, body: By nobody.}
cross_references:
  - {id: time, target: {exact: Wall at noon}, refers_to: {term: wall}, relation: explains}
  - {id: paragraph, target: {paragraphs: 2}, refers_to: {term: wall}, relation: explains}
corrections:
  - id: fox
    target: {exact: quick fox saw the graeps and jumpd}
    reading: quick fox saw the grapes and jumped
    certainty: certain
  - {id: errors, target: {exact: Two errros}, reading: Two errors, certainty: likely}
  - id: here
    target: {exact: errros overlap hear}
    reading: errors overlap here
    certainty: certain
""",
}
LINES = {"note": "solid", "term": "dotted", "cross-reference": "dashed", "correction": "wavy"}
"""By kind, the shape of its line."""


@pytest.fixture(scope="module")
def fable_site(made_once: MadeOnce) -> Path:
    """A site with a reading in which annotations of all kinds cross one another."""
    return made_once("layers", lambda folder: build_with(folder, LAYERED)) / "site"


@pytest.fixture
def fable(fable_site: Path, serve_folder: Callable[[Path], str]) -> str:
    """The address of that reading."""
    return f"{serve_folder(fable_site)}/readings/fable/"


def lines_drawn(page: Page) -> set[str]:
    """The shapes of all lines below words of the text."""
    return set(
        page.locator(".reading :is(.annotated, [class^=line-])").evaluate_all(
            """pieces => pieces.map(piece => getComputedStyle(piece))
                .filter(style => style.textDecorationLine === "underline")
                .map(style => style.textDecorationStyle)"""
        )
    )


def bar_beside(paragraph: Locator) -> str:
    """The bar beside a paragraph: its style, or nothing."""
    shown: str = paragraph.evaluate(
        """element => {
            const style = getComputedStyle(element), clear = "rgba(0, 0, 0, 0)";
            return style.borderLeftColor === clear ? "" : style.borderLeftStyle;
        }"""
    )
    return shown


def selected(page: Page, selector: str) -> str:
    """What a selection of an element yields."""
    words: str = page.evaluate(
        """selector => {
            getSelection().selectAllChildren(document.querySelector(selector));
            return getSelection().toString();
        }""",
        selector,
    )
    return words


@pytest.fixture
def page(open_page: Callable[..., Page]) -> Page:
    """An empty page in a window with room for notes and for the table of contents."""
    return open_page(viewport={"width": 1440, "height": 800})


def notes(page: Page) -> Locator:
    """A note, in the margin or below the text."""
    return page.locator(".apparatus-note .entry").first


@pytest.mark.parametrize("kind", LINES)
def test_a_hidden_layer_leaves_nothing_of_itself_and_all_of_the_others(
    page: Page, fable: str, kind: str
) -> None:
    shown = [f"{other}s" for other in LINES if other != kind]
    page.goto(f"{fable}?layers={','.join(shown)}")

    assert lines_drawn(page) == set(LINES.values()) - {LINES[kind]}
    for other in LINES:
        entry = page.locator(f".apparatus-{other} .entry").first
        expect(entry).to_be_visible(visible=other != kind)
        line_of_contents = page.locator(f".md-sidebar--secondary [href='#apparatus-{other}']")
        expect(line_of_contents).to_be_visible(visible=other != kind)
        for mark in page.locator(f":is(.reading, .whole-reading) .mark-{other}").all():
            expect(mark).to_be_visible(visible=other != kind)


def test_the_clean_text_has_nothing_but_its_words(page: Page, fable: str) -> None:
    page.goto(f"{fable}?layers=none")

    assert lines_drawn(page) == set()
    expect(page.locator(".apparatus, .mark, .whole-reading").filter(visible=True)).to_have_count(0)
    assert [bar_beside(page.locator(f"#p{number}")) for number in (1, 2, 3)] == ["none", "", "none"]


def test_the_bar_beside_a_paragraph_is_that_of_the_kinds_shown(page: Page, fable: str) -> None:
    for layers, bar in (("notes,cross-references", "solid"), ("cross-references", "dashed")):
        page.goto(f"{fable}?layers={layers}")
        assert bar_beside(page.locator("#p2")) == bar


def test_a_term_that_looks_like_plain_text_is_no_stop_of_the_tab_key(
    page: Page, small: str
) -> None:
    page.goto(f"{small}/readings/harbour/")
    term = page.locator(".reading a.annotated.term").first
    page.get_by_role("button", name="Layers").click()

    page.get_by_role("checkbox", name="Glossary terms").uncheck()
    term.focus()
    expect(term).not_to_be_focused()
    expect(page.locator(".reading").get_by_role("link", name="Harbour Board")).to_have_count(0)

    page.get_by_role("checkbox", name="Glossary terms").check()
    expect(term).to_have_attribute("href", "#term-harbour-board")


def test_layers_are_chosen_by_keyboard_kept_and_written_into_the_address(
    page: Page, fable: str
) -> None:
    page.goto(f"{fable}?h=fox#p2")
    button = page.get_by_role("button", name="Layers")
    button.focus()
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    expect(page.get_by_role("checkbox", name="Notes")).to_be_focused()

    page.keyboard.press("Space")

    expect(page).to_have_url(f"{fable}?h=fox&layers=cross-references,corrections,terms#p2")
    expect(notes(page)).to_be_hidden()
    page.keyboard.press("Escape")
    expect(page.get_by_role("checkbox", name="Notes")).to_be_hidden()
    expect(button).to_be_focused()

    page.goto(fable)
    expect(notes(page)).to_be_hidden()
    button.click()
    expect(page.get_by_role("checkbox", name="Notes")).not_to_be_checked()
    page.get_by_role("button", name="All").click()
    expect(page).to_have_url(fable)
    expect(notes(page)).to_be_visible()


def test_the_address_wins_over_what_was_kept(page: Page, fable: str) -> None:
    page.goto(fable)
    page.get_by_role("button", name="Layers").click()
    page.get_by_role("button", name="Clean text").click()
    expect(page).to_have_url(f"{fable}?layers=none")

    page.goto(f"{fable}?layers=notes")

    expect(notes(page)).to_be_visible()
    expect(page.locator(".apparatus-term")).to_be_hidden()


def test_an_entry_that_the_address_names_is_shown_alone(page: Page, fable: str) -> None:
    page.goto(f"{fable}?layers=none#note-jump")

    expect(page.locator("#note-jump")).to_be_in_viewport()
    expect(page.locator("#note-paragraph")).to_be_hidden()


def test_pages_that_are_no_readings_hide_nothing(page: Page, fable: str, fable_site: Path) -> None:
    page.goto(f"{fable}?layers=none")
    page.get_by_role("button", name="Layers").click()
    page.get_by_role("checkbox", name="Notes").check()

    page.goto(re.sub("readings/fable/", "glossary/", fable))
    expect(page.locator("html:not([data-hidden-layers])")).to_have_count(1)


def test_corrections_are_shown_as_printed_or_as_corrected(page: Page, fable: str) -> None:
    page.goto(fable)
    first, crossing = page.locator("#p1"), page.locator("#p3")
    printed = FABLE.split("\n\n")
    assert selected(page, "#p1") == printed[0]
    page.get_by_role("button", name="Layers").click()

    page.get_by_role("radio", name="As corrected").check()

    expect(page).to_have_url(f"{fable}?corrections=corrected")
    assert re.sub(r"\d|°|→a", "", first.inner_text()) == (
        "The [quick fox saw the grapes and jumped] over the Old Wall at noon."
    )
    assert "[quick fox saw the grapes and jumped]" in selected(page, "#p1")
    assert "Two [Two errors]" not in crossing.inner_text()
    assert selected(page, "#p3") == printed[2].strip()  # two that overlap replace nothing
    expect(first.get_by_role("link", name="Probable reading: quick fox")).to_be_visible()
    expect(page.locator("#p1 .mark-correction a")).to_have_css("text-decoration-style", "wavy")

    page.get_by_role("checkbox", name="Corrections").uncheck()
    assert selected(page, "#p1") == printed[0]
    expect(page.get_by_role("radio", name="As corrected")).to_be_disabled()


def test_layers_are_chosen_in_a_site_opened_from_a_folder(
    page: Page, fable_site: Path, traffic: object
) -> None:
    address = (fable_site / "readings/fable/index.html").as_uri()
    traffic.allowed.add("file://")  # type: ignore[attr-defined]
    page.goto(f"{address}?layers=terms#p2")
    expect(notes(page)).to_be_hidden()
    page.get_by_role("button", name="Layers").click()

    page.get_by_role("checkbox", name="Notes").check()

    expect(page).to_have_url(f"{address}?layers=notes,terms#p2")
    expect(notes(page)).to_be_visible()


def test_paper_has_the_layers_that_were_chosen(page: Page, fable: str) -> None:
    page.goto(f"{fable}?layers=terms")
    page.emulate_media(media="print")

    assert lines_drawn(page) == {"dotted"}
    expect(notes(page)).to_be_hidden()
    expect(page.locator(".apparatus-term")).to_be_visible()


def test_terms_of_a_level_are_hidden_everywhere_and_the_text_stays(
    page: Page, fable_site: Path, serve_folder: Callable[[Path], str]
) -> None:
    origin = serve_folder(fable_site)
    page.goto(f"{origin}/readings/levels/")
    text = page.locator(".reading").inner_text()
    page.locator("[popovertarget=tools-layers]").click()
    basic = page.locator("#tools-layers [name=levels][value=basic]")
    basic.uncheck()

    # The line of the note over one of the words stays, and so do the words.
    assert lines_drawn(page) == {"dotted", "solid"}
    entries = page.locator(".apparatus-term .entry:visible")
    expect(entries).to_have_count(1)
    expect(entries).to_contain_text("coelacanth")
    expect(page.locator(".reading a.annotated[href]")).to_have_text(["coelacanth"])
    assert page.locator(".reading").inner_text().replace("°", "") == text.replace("°", "")
    page.keyboard.press("Escape")
    page.keyboard.press("j")
    page.keyboard.press("j")
    expect(page.locator(".annotations-popover h2")).to_have_text(["Note 1"])
    page.emulate_media(media="print")
    expect(entries).to_have_count(1)
    page.emulate_media(media="screen")

    # The choice is kept; an entry that the address names is shown all the same.
    page.goto(f"{origin}/readings/levels/#term-owl")
    expect(entries).to_have_count(2)
    page.locator("[popovertarget=tools-layers]").click()
    expect(basic).not_to_be_checked()
    page.locator("#tools-layers [name=levels][value=expert]").uncheck()
    # No term is left, so the heading of the terms goes as well.
    expect(page.locator("html[data-hidden-layers=term]")).to_have_count(1)
    page.locator("#tools-layers [data-show=all]").click()
    expect(page.locator("html:not([data-hidden-levels], [data-hidden-layers])")).to_have_count(1)
    expect(page.locator(".apparatus-term .entry:visible")).to_have_count(3)
    page.goto(f"{origin}/readings/fable/")
    expect(page.locator("#tools-layers")).to_be_attached()
    expect(page.locator("#tools-layers [name=levels]")).to_have_count(0)
