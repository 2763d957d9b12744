"""What is selected on a page, and annotated in its form, is found again: that passage, no other."""

import random
import re
import shutil
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import Any

import pytest
import yaml
from playwright.sync_api import Page

from build_scripts import pipeline
from build_scripts.merge.anchors.describe_span import describe
from build_scripts.model.reading import Publish, Reading
from build_scripts.model.span import Span
from build_scripts.read.project import read_project
from build_scripts.text.graphemes import clusters
from build_scripts.text.normalise import normalise
from tests.browser import scripts_of_the_world
from tests.made_once import MadeOnce
from tests.profiles import NAME

SELECTIONS = 500 if NAME == "long" else 250

# Select each passage as a reader does, from a place in the page's own text to another, and write a
# note on it in the form.
ANNOTATE = """
async passages => {
  const paragraphs = new Map();
  for (const block of document.querySelectorAll("[data-paragraph]")) {
    const walker = document.createTreeWalker(block, NodeFilter.SHOW_TEXT);
    const nodes = [];
    while (walker.nextNode()) {
      const isText = !walker.currentNode.parentElement.closest("[data-apparatus]");
      if (isText) nodes.push(walker.currentNode);
    }
    paragraphs.set(Number(block.dataset.paragraph), nodes);
  }
  const place = ([paragraph, offset], isEnd) => {
    for (const node of paragraphs.get(paragraph)) {
      if (isEnd ? offset <= node.data.length : offset < node.data.length) return [node, offset];
      offset -= node.data.length;
    }
  };
  const soon = () => new Promise(resolve => setTimeout(resolve));
  const made = [];
  for (const { from, to, id } of passages) {
    getSelection().setBaseAndExtent(...place(from, false), ...place(to, true));
    document.querySelector(".reading-tools .annotate").click();
    let dialog = null;
    while (!(dialog = document.querySelector("dialog.annotating[open]"))) await soon();
    const fields = dialog.querySelector("form").elements;
    for (const [name, value] of [["body", "Here."], ["id", id]]) {
      fields[name].value = value;
      fields[name].dispatchEvent(new Event("input", { bubbles: true }));
    }
    const path = dialog.querySelector(".file code").textContent;
    made.push([path, dialog.querySelector(".yaml").value]);
    dialog.querySelector(".close").click();
    while (dialog.isConnected) await soon();
  }
  getSelection().removeAllRanges();
  return made;
}
"""


def random_span(text: str, places: Sequence[int], chance: random.Random) -> Span:
    """A passage: a few characters, some words, or from one paragraph into another.

    Args:
        text: that it is of.
        places: where it may begin and end.
        chance: decides.
    """
    while True:
        first = chance.randrange(len(places) - 1)
        length = chance.choice((1, 3, 8, 20, 60, 400))
        last = min(first + chance.randint(1, length), len(places) - 1)
        passage = text[places[first] : places[last]]
        start = places[first] + len(passage) - len(passage.lstrip())
        end = places[last] - (len(passage) - len(passage.rstrip()))
        if start < end:
            return Span(start, end)


def spans(reading: Reading, number: int, chance: random.Random) -> Iterator[Span]:
    """So many passages; a part of them are words that stand in several places."""
    text = reading.source.text
    boundaries = [*(start for start, _ in clusters(text)), len(text)]
    ends = frozenset(boundaries)
    counted = Counter(text.split())
    words = sorted(word for word in counted if counted[word] > 1 or text.count(word) > 1)
    words = words or sorted(counted)
    for index in range(number):
        if index % 4:
            yield random_span(text, boundaries, chance)
            continue
        word = chance.choice(words)
        places = [match.start() for match in re.finditer(f"(?={re.escape(word)})", text)]
        start = chance.choice(places)
        span = Span(start, start + len(word))
        yield span if {span.start, span.end} <= ends else random_span(text, boundaries, chance)


def place_in_page(reading: Reading, offset: int, *, is_end: bool) -> tuple[int, int]:
    """The paragraph that an offset lies in, and how far in it, in UTF-16 code units."""
    for paragraph in reading.source.paragraphs:
        start, end = paragraph.span
        if start <= offset < end or (is_end and start < offset <= end):
            units = reading.source.text[start:offset].encode("utf-16-le")
            return paragraph.number, len(units) // 2
    raise AssertionError(offset)


@pytest.fixture(scope="session")
def sites(built_site: Path, example_sites: list[Path], made_once: MadeOnce) -> list[Path]:
    """This project's own, the examples', and one with texts from elsewhere."""
    world = made_once("scripts-of-the-world", scripts_of_the_world.build)
    return [built_site, *example_sites, world / "site"]


def test_what_is_selected_is_found_again(
    open_page: Callable[..., Page],
    serve_folder: Callable[[Path], str],
    sites: list[Path],
    tmp_path: Path,
) -> None:
    page = open_page()
    whole = [(site, published_whole(site.parent)) for site in sites]
    readings = sum(len(found) for _, found in whole)
    each = -(-SELECTIONS // readings)
    chance = random.Random(1)
    done = 0
    for number, (site, found) in enumerate(whole):
        project = tmp_path / str(number)
        for folder in ("annotations", "seeds"):
            shutil.copytree(site.parent / folder, project / folder)
        origin = serve_folder(site)
        wanted: dict[str, Span] = {}
        for reading in found:
            wanted |= annotated(
                page, origin, site, reading, list(spans(reading, each, chance)), project
            )
        checked = pipeline.check(project)
        found_again = {
            placed.annotation.id: placed.span
            for one in checked.merged.collection.readings
            for placed in one.annotations
            if placed.entry.startswith("note-sel-")
        }

        assert [str(d) for d in checked.diagnostics if d.severity == "error"] == []
        assert found_again == wanted
        done += len(wanted)

    assert done >= SELECTIONS


def published_whole(root: Path) -> list[Reading]:
    """The readings of a project without those of which the site shows only a part."""
    readings = read_project(root)[0].collection.readings
    return [reading for reading in readings if reading.publish is Publish.FULL]


def annotated(
    page: Page, origin: str, site: Path, reading: Reading, chosen: list[Span], project: Path
) -> dict[str, Span]:
    """Annotate passages of a reading on its pages, and put the files into a project.

    Returns:
        The passages, by the id of the note.
    """
    normalised = normalise(reading.source.text)
    wanted = {f"sel-{reading.id}-{number}": span for number, span in enumerate(chosen)}
    left = dict(wanted)
    for path in sorted((site / "readings" / reading.id).rglob("index.html")):
        page.goto(f"{origin}/{path.relative_to(site).as_posix()}")
        on_page = set(
            page.locator("[data-paragraph]").evaluate_all(
                "all => all.map(p => +p.dataset.paragraph)"
            )
        )
        passages: list[dict[str, Any]] = []
        for identifier, span in list(left.items()):
            start = place_in_page(reading, span.start, is_end=False)
            end = place_in_page(reading, span.end, is_end=True)
            if {start[0], end[0]} <= on_page:
                passages.append({"from": start, "to": end, "id": identifier})
                left.pop(identifier)
        for passage, (name, content) in zip(
            passages, page.evaluate(ANNOTATE, passages), strict=True
        ):
            target = yaml.load(content, yaml.BaseLoader)["notes"][0]["target"]
            described = describe(wanted[passage["id"]], normalised)
            expected = {
                "exact": described.exact,
                "prefix": described.prefix,
                "suffix": described.suffix,
            }
            assert target == {key: value for key, value in expected.items() if value}
            (project / name).write_text(content, encoding="utf-8")
    assert not left, "some passages lie on two pages"
    return wanted
