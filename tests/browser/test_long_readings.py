"""A long page: what is far from the window is left out until it comes near, and nothing is lost."""

from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from build_scripts.render.reading.paragraphs import LONG_PAGE
from tests.browser.journeys import expect_to_be_at
from tests.mkdocs_runs import mkdocs_build, small_project, write

NOTES = 20
COUNT = LONG_PAGE - NOTES
"""Paragraphs that make a page long together with the marks of its notes."""
FAR = 300
NOTE_EACH = COUNT // NOTES


def _paragraphs(count: int) -> list[str]:
    return [f"Here is place {number} of many. " + "More words. " * 30 for number in range(count)]


def _reading(name: str, count: int) -> dict[str, str]:
    """A text whose notes stand far from one another."""
    return {
        f"seeds/{name}.txt": "\n\n".join(text.strip() for text in _paragraphs(count)) + "\n",
        f"annotations/readings/{name}/reading.yml": f"title: {name}\nlanguage: en\n"
        f"source: {{file: seeds/{name}.txt}}\n",
        f"annotations/readings/{name}/notes.yml": "notes:\n"
        + "".join(
            f"  - {{id: note-{number}, target: {{exact: place {number * NOTE_EACH} of}}, "
            f"body: {'A remark. ' * 12}}}\n"
            for number in range(NOTES)
        ),
    }


@pytest.fixture(scope="module")
def long_site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A site with a page that is just long, and one that has a paragraph less."""
    project = small_project(tmp_path_factory.mktemp("long"))
    for path, content in (_reading("long", COUNT) | _reading("shorter", COUNT - 1)).items():
        write(project / path, content)
    built = mkdocs_build(project)
    assert built.returncode == 0, built.stderr
    return project / "site"


@pytest.fixture
def wide(
    long_site: Path, serve_folder: Callable[[Path], str], open_page: Callable[..., Page]
) -> Page:
    """The long page in a window with notes in the margin."""
    page = open_page(viewport={"width": 1440, "height": 900})
    page.goto(f"{serve_folder(long_site)}/readings/long/")
    return page


def is_laid_out(page: Page, paragraph: int) -> bool:
    """Whether the browser has lines for the words of a paragraph."""
    found: bool = page.locator(f"#p{paragraph} > :first-child").evaluate(
        "element => element.checkVisibility({ contentVisibilityAuto: true })"
    )
    return found


def test_what_is_far_is_left_out_of_a_long_page_and_of_no_other(wide: Page) -> None:
    expect(wide.locator("#p1")).to_be_in_viewport()
    assert is_laid_out(wide, 1)
    assert not is_laid_out(wide, FAR)

    wide.emulate_media(media="print")
    assert is_laid_out(wide, FAR)

    wide.emulate_media(media="screen")
    wide.goto(wide.url.replace("/long/", "/shorter/"))
    assert is_laid_out(wide, FAR)


def test_what_is_far_can_be_selected_found_and_gone_to(wide: Page) -> None:
    number = FAR + 7
    words = wide.locator(f"#p{number}").evaluate(
        """paragraph => {
            getSelection().selectAllChildren(paragraph);
            const words = getSelection().toString();
            getSelection().removeAllRanges();
            return words;
        }"""
    )
    assert words == _paragraphs(number)[-1].strip()

    assert wide.evaluate(f"find('place {number - 1} of')")
    expect(wide.locator(f"#p{number}")).to_be_in_viewport()

    wide.goto(f"{wide.url}#p{FAR}")
    expect_to_be_at(wide, wide.locator(f"#p{FAR}"))
    assert is_laid_out(wide, FAR)


def test_numbers_in_the_margin_are_not_cut_off(wide: Page) -> None:
    number = wide.locator("#p2 .paragraph-number")
    box = number.bounding_box()
    text = wide.locator("#p2").bounding_box()
    assert box
    assert text
    assert box["x"] + box["width"] <= text["x"]
    number.click()  # what is cut off takes no click
    expect_to_be_at(wide, wide.locator("#p2"))


def test_notes_stand_beside_their_words_wherever_one_reads(wide: Page) -> None:
    for number in (12, 19, 3):
        mark = wide.locator(f"#at-note-note-{number}")
        mark.evaluate("mark => mark.scrollIntoView({ block: 'center', behavior: 'instant' })")
        note = wide.locator(f"#note-note-{number}")
        expect(note).to_be_in_viewport()
        wide.wait_for_function(
            """number => {
                const mark = document.getElementById(`at-note-note-${number}`);
                const note = document.getElementById(`note-note-${number}`);
                const { top, bottom } = mark.getBoundingClientRect();
                return Math.abs(note.getBoundingClientRect().top - (top + bottom) / 2 + 6) <= 1;
            }""",
            arg=number,
        )
