"""What is chosen for paper is printed, and nothing else."""

import io
from collections.abc import Callable
from pathlib import Path

import pypdf
import pytest
from playwright.sync_api import Page, expect

from tests.made_once import MadeOnce
from tests.mkdocs_runs import build_with

SITE = {
    "seeds/fable.txt": "The quick fox saw the graeps.\n\nA crow came.\n",
    "seeds/other.txt": "Another fable about a crow.\n",
    "annotations/readings/fable/reading.yml": "title: A Fable\nlanguage: en\n"
    "source: {file: seeds/fable.txt}\nrights: Nobody owns it.\n"
    "introduction: {body: Foxes eat fruit., sources: [{ref: zoology}]}\n",
    "annotations/readings/fable/all.yml": """
notes:
  - {id: fox, target: {exact: quick fox}, body: It was red., creator: Aesop,
     sources: [{ref: zoology}]}
corrections:
  - {id: grapes, target: {exact: graeps}, reading: grapes, certainty: certain, body: A misprint.}
cross_references:
  - {id: crow, target: {exact: A crow}, refers_to: {reading: other, exact: a crow},
     relation: same-subject}
""",
    "annotations/readings/other/reading.yml": "title: Other\nlanguage: en\n"
    "source: {file: seeds/other.txt}\n",
    "annotations/glossary/crow.yml": "term: crow\ndefinition: A black bird.\n",
    "annotations/events.yml": "events: [{id: lunch, title: A lunch, date: '0600', "
    "passages: [{reading: fable, exact: A crow came}]}]\n",
    "annotations/bibliography.yml": "references: [{id: zoology, type: book, title: On Foxes, "
    "author: [{family: Rey}], issued: '1999', publisher: P}]\n",
}
PARTS = {
    "print-introduction=off": "Foxes eat fruit.",
    "print-notes=none": "It was red.",
    "print-corrections=off": "A misprint.",
    "print-cross-references=off": "Same subject",
    "print-terms=off": "A black bird.",
    "print-references=off": "A lunch",
    "print-sources=short": "On Foxes",
}
"""What is printed unless the address says this."""


@pytest.fixture(scope="module")
def fable_site(made_once: MadeOnce) -> Path:
    return made_once("handouts", lambda folder: build_with(folder, SITE)) / "site"


@pytest.fixture
def fable(fable_site: Path, serve_folder: Callable[[Path], str]) -> str:
    """The address of the reading."""
    return f"{serve_folder(fable_site)}/readings/fable/"


def printed(page: Page) -> str:
    """The words on paper, with single blanks."""
    pages = pypdf.PdfReader(io.BytesIO(page.pdf(prefer_css_page_size=True))).pages
    return " ".join(" ".join(page.extract_text() for page in pages).split())


def test_paper_has_the_parts_that_were_chosen(page: Page, fable: str) -> None:
    page.goto(fable)
    whole = printed(page)
    assert [part for part in PARTS.values() if part not in whole] == []
    assert "Rey 1999" in whole
    assert "Nobody owns it." in whole
    assert "sha256" not in whole

    page.goto(f"{fable}?{'&'.join(PARTS)}")
    least = printed(page)
    assert [part for part in PARTS.values() if part in least] == []
    assert "The quick fox saw the graeps." in least  # without a mark
    expect(page.locator("#note-fox")).to_be_visible()

    page.goto(f"{fable}?print-sources=none&print-about=on&layers=notes")
    noted = printed(page)
    assert "It was red." in noted
    assert "sha256" in noted
    assert [said for said in ("Rey", "Aesop", "A black bird.") if said in noted] == []


def test_what_is_printed_is_chosen_in_a_panel(page: Page, fable: str) -> None:
    page.add_init_script("window.print = () => (document.title = 'printed')")
    page.goto(fable)
    page.get_by_role("button", name="Print", exact=True).click()
    panel = page.locator("#tools-print")
    panel.get_by_label("Notes").select_option("None")
    panel.get_by_label("Type size").select_option("Large")
    panel.get_by_label("Wide margin").check()
    panel.get_by_label("Before you read").uncheck()
    expect(page).to_have_url(
        f"{fable}?print-notes=none&print-type=large&print-margin=on&print-introduction=off"
    )
    panel.get_by_role("button", name="Print").click()
    expect(page).to_have_title("printed")

    page.emulate_media(media="print")
    text = page.locator(".reading")
    assert text.evaluate("it => parseFloat(getComputedStyle(it).fontSize) * 72 / 96") > 13
    assert text.evaluate("it => parseFloat(getComputedStyle(it).marginRight)") > 200
