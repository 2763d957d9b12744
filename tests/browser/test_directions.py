"""Marks and numbers stand on the right side of words, whichever way words and sentences run."""

import json
from collections.abc import Callable, Iterator, Mapping
from hashlib import sha256
from pathlib import Path
from typing import NamedTuple

import pytest
from playwright.sync_api import Page

from tests.made_once import MadeOnce
from tests.mkdocs_runs import build_with


class Line(NamedTuple):
    """A paragraph, the words in it with a mark, and the side of them where the mark stands."""

    text: str
    words: str
    side: str
    kind: str = "notes"


ENGLISH = (
    Line("He said שלום עולם and left.", "שלום עולם", "right"),
    Line("He said שלום עולם and left.", "שלום", "left"),
    Line("He said שלום עולם.", "שלום עולם", "right"),
    Line("שלום opens this sentence.", "שלום", "right"),
    Line("In تاريخ 1948 it began.", "تاريخ", "left"),
    Line("In تاريخ 1948 it began.", "تاريخ 1948", "right"),
    Line("He read “אמר Moshe שלום” there.", "Moshe", "right"),
    Line("He said ܫܠܡܐ ܥܡܟܘܢ to them.", "ܫܠܡܐ ܥܡܟܘܢ", "right"),
    Line("He said 𞤀𞤣𞤤𞤢𞤥 to them.", "𞤀𞤣𞤤𞤢𞤥", "right", "cross_references"),
    Line("He wrote שלון twice.", "שלון", "right", "corrections"),
    Line("שלום לכולם, כך נאמר.", "שלום לכולם", "left"),
    Line("He said peace and left.", "peace", "right"),
)
HEBREW = (
    Line("הוא אמר Hello World ויצא.", "Hello World", "left"),
    Line("הוא אמר Hello World ויצא.", "Hello", "right"),
    Line("הוא אמר שלום ויצא.", "שלום", "left"),
    Line("Moshe אמר שלום.", "Moshe", "left"),
    Line("ביום 12/05/2020 יצא.", "12/05/2020", "left"),
    Line("ביום 12/05/2020 יצא.", "12", "right"),
    Line("גרסה Windows 11 יצאה.", "Windows 11", "left"),
    Line("הוא קרא ספר (Genesis) שם.", "Genesis", "left", "cross_references"),
    Line("הוא כתב Helo פעמיים.", "Helo", "left", "corrections"),
    Line("Only English words here.", "English", "right"),
    Line("מחיר 5% יותר.", "5%", "left"),
)
READINGS = {
    "english": ("en", ENGLISH),
    "german": ("de", ENGLISH),
    "hebrew": ("he", HEBREW),
    "unknown": ("qaa", HEBREW),
}
"""Their languages and lines. The interface is in English for the first, else in Hebrew."""

OF_KINDS: Mapping[str, Mapping[str, object]] = {
    "notes": {"body": "A note."},
    "cross_references": {"refers_to": {"term": "two"}, "relation": "explains"},
    "corrections": {"reading": "שלום", "certainty": "likely"},
}

ALL_THE_OTHER_WAY = {"שלום לכולם, כך נאמר.", "Only English words here."}
"""Paragraphs that run in another direction than their text."""


def _files() -> Iterator[tuple[str, str]]:
    yield "annotations/site.yml", "language: he\n"
    yield "annotations/words/he.ftl", "note-mark = הערה { $number }\n"
    for name, (language, lines) in READINGS.items():
        text = "\n\n".join(line.text for line in lines) + "\n"
        yield f"seeds/{name}.txt", text
        source = {"file": f"seeds/{name}.txt", "sha256": sha256(text.encode()).hexdigest()}
        title = "שלום, עולם!" if language == "he" else name
        reading = {"title": title, "language": language, "source": source}
        yield f"annotations/readings/{name}/reading.yml", json.dumps(reading)
        entries: dict[str, list[dict[str, object]]] = {}
        for number, line in enumerate(lines, 1):
            target = {"exact": line.words, "paragraph": number}
            entry = {"id": f"e{number}", "target": target, **OF_KINDS[line.kind]}
            entries.setdefault(line.kind, []).append(entry)
        yield f"annotations/readings/{name}/all.yml", json.dumps(entries)
    yield "annotations/glossary/two.yml", "term: two\nforms: [zwei]\ndefinition: A number.\n"


@pytest.fixture(scope="session")
def directions_site(made_once: MadeOnce) -> Path:
    return made_once("directions", lambda folder: build_with(folder, dict(_files()))) / "site"


@pytest.fixture
def directions(directions_site: Path, serve_folder: Callable[[Path], str]) -> str:
    return serve_folder(directions_site)


PLACES = """
() => [...document.querySelectorAll(".reading [data-paragraph]")].map(paragraph => {
    const drawn = () => {
        const walker = document.createTreeWalker(paragraph, NodeFilter.SHOW_TEXT, node =>
            node.parentElement.closest("[data-apparatus]") ? 2 : 1);
        const places = [];
        const range = document.createRange();
        while (walker.nextNode())
            for (let at = 0; at < walker.currentNode.length; at++) {
                range.setStart(walker.currentNode, at);
                range.setEnd(walker.currentNode, at + 1);
                places.push(range.getBoundingClientRect().left);
            }
        const order = [...places.keys()].sort((a, b) => places[a] - places[b] || a - b);
        return JSON.stringify(order);
    };
    const box = element => {
        const {left, right} = element.getBoundingClientRect();
        return [left, right];
    };
    const mark = paragraph.querySelector(".mark");
    const range = document.createRange();
    range.selectNodeContents(paragraph);
    const number = paragraph.querySelector(".paragraph-number");
    const result = {
        words: box(paragraph.querySelector(".annotated")), mark: box(mark), number: box(number),
    };
    range.setStartAfter(number);
    result.text = box(range);
    const withMarks = drawn();
    paragraph.querySelectorAll("[data-apparatus]").forEach(element => element.remove());
    result.inOrder = withMarks === drawn();
    return result;
})
"""


@pytest.mark.parametrize("width", [1280, 390])
def test_marks_and_numbers_stand_on_the_right_side(page: Page, directions: str, width: int) -> None:
    page.set_viewport_size({"width": width, "height": 900})
    for name, (_, lines) in READINGS.items():
        page.goto(f"{directions}/readings/{name}/")
        found = page.evaluate(PLACES)
        for line, place in zip(lines, found, strict=True):
            what = (name, line, place)
            assert place["inOrder"], what
            (left, right), (mark_left, mark_right) = place["words"], place["mark"]
            if line.side == "right":
                assert right - 1 <= mark_left <= right + 12, what
            else:
                assert left + 1 >= mark_right >= left - 12, what
            (begin, end), (number_begin, number_end) = place["text"], place["number"]
            # Narrow windows have no margin for it: it stands where the first line begins.
            from_right = name in {"hebrew", "unknown"}
            from_right ^= width < 500 and line.text in ALL_THE_OTHER_WAY
            assert number_begin >= end - 1 if from_right else number_end <= begin + 1, what


def test_a_title_runs_its_own_way_beside_other_titles(page: Page, directions: str) -> None:
    page.goto(f"{directions}/readings/hebrew/")
    assert page.title() == "\u2068שלום, עולם!\u2069 - Annotated Readings"
    first, last = page.evaluate(
        """() => {
            const titles = [...document.querySelectorAll(".md-nav--primary .md-ellipsis")];
            const shown = titles.filter(title => title.getClientRects().length > 0);
            const node = shown.find(title => title.textContent.includes("עולם")).firstChild;
            const range = document.createRange();
            return ["ש", "!"].map(letter => {
                range.setStart(node, node.data.indexOf(letter));
                range.setEnd(node, node.data.indexOf(letter) + 1);
                return range.getBoundingClientRect().left;
            });
        }"""
    )
    assert last < first
