"""What a reader selects, and copies, is the source: no mark, number or symbol comes with it."""

import re
from collections.abc import Callable
from pathlib import Path

from playwright.sync_api import Page

from build_scripts.model.reading import LineBreaks, Publish
from build_scripts.read.project import read_project

NO_BREAK_SPACE = "\N{NO-BREAK SPACE}"

SELECT_AND_COPY = """async paragraphs => {
    const read = [];
    for (const paragraph of paragraphs) {
        getSelection().selectAllChildren(paragraph);
        document.execCommand("copy");
        read.push({
            number: Number(paragraph.dataset.paragraph),
            selected: getSelection().toString(),
            copied: await navigator.clipboard.readText(),
        });
    }
    return read;
}"""


def as_shown(paragraph: str, keeps_line_breaks: bool) -> str:
    """A paragraph of the source as HTML lays it out: where lines flow, blanks are one blank."""
    return paragraph if keeps_line_breaks else re.sub(r"[ \t\n\f]+", " ", paragraph).strip(" ")


def test_every_paragraph_selected_is_its_source(
    open_page: Callable[..., Page],
    serve_folder: Callable[[Path], str],
    built_site: Path,
    example_sites: list[Path],
) -> None:
    """The clipboard too, where Chromium makes a plain blank of one that does not break."""
    page = open_page(permissions=["clipboard-read", "clipboard-write"])
    compared = 0
    for site in (built_site, *example_sites):
        origin = serve_folder(site)
        project, _ = read_project(site.parent)
        for reading in project.collection.readings:
            if reading.publish is not Publish.FULL:
                continue
            keeps = reading.line_breaks is LineBreaks.KEEP
            shown = {
                number: as_shown(reading.source.paragraph_text(number), keeps)
                for number in range(1, len(reading.source.paragraphs) + 1)
            }
            read = []
            for path in sorted((site / "readings" / reading.id).rglob("index.html")):
                page.goto(f"{origin}/{path.relative_to(site).as_posix()}?corrections=printed")
                read += page.locator("[data-paragraph]").evaluate_all(SELECT_AND_COPY)

            assert {one["number"]: one["selected"] for one in read} == shown
            assert {one["number"]: one["copied"] for one in read} == {
                number: text.replace(NO_BREAK_SPACE, " ") for number, text in shown.items()
            }
            compared += len(read)

    assert compared > 50
