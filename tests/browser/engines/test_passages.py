"""What a reader does with words: cite, select and annotate them, in all engines."""

from collections.abc import Callable

import pytest
from playwright.sync_api import Page

from tests.browser.conftest import Traffic
from tests.browser.engines.collection import PASSAGES
from tests.browser.engines.engine import Visitor, wait_until
from tests.browser.places import TEXT
from tests.browser.test_annotating_round_trip import ANNOTATE

# The range from the beginning of the first words to the end of the last ones.
RANGE = """
    const walker = document.createTreeWalker(
        document.querySelector(".reading"), NodeFilter.SHOW_TEXT);
    const nodes = [];
    let text = "";
    while (walker.nextNode()) {
        if (walker.currentNode.parentElement.closest("[data-apparatus]")) continue;
        nodes.push([text.length, walker.currentNode]);
        text += walker.currentNode.data;
    }
    const place = (at, isEnd) => {
        const [start, node] = nodes.findLast(([start]) => (isEnd ? start < at : start <= at));
        return [node, at - start];
    };
    const start = text.indexOf(first);
    const end = text.indexOf(last || first, start) + (last || first).length;
    const range = document.createRange();
    range.setStart(...place(start, false));
    range.setEnd(...place(end, true));
"""
ADDRESS = f"""{RANGE}
    return readings.load("citing.js").then(() =>
        readings.passageOf(document.querySelector(".reading"), range).fragment);
"""
HOW_FAR_DOWN = f"""{RANGE}
    return range.getClientRects()[0].top / innerHeight;
"""
WITH_WORDS = "const [first, last] = arguments;"
SELECTED = """
    return [...document.querySelectorAll("[data-paragraph]")].map(paragraph => {
        getSelection().selectAllChildren(paragraph);
        return getSelection().toString();
    });
"""


@pytest.fixture(scope="session")
def fragments(running: Visitor, pages: Callable[[str], str]) -> dict[str, str]:
    """By name of a passage, the end of its address; the page of each reading is opened once."""
    found = {}
    for name, (reading, *words) in sorted(PASSAGES.items(), key=lambda item: item[1]):
        if running.driver.current_url != pages(reading):
            running.driver.get(pages(reading))
        found[name] = running.driver.execute_script(WITH_WORDS + ADDRESS, *words)
    return found


@pytest.mark.parametrize("name", PASSAGES)
def test_the_address_of_a_passage_leads_to_its_words(
    wide: Visitor, pages: Callable[[str], str], fragments: dict[str, str], name: str
) -> None:
    """Browsers put words in the middle of the window, but a paragraph at its top."""
    reading, *words = PASSAGES[name]
    wide.driver.get("about:blank")
    wide.driver.get(pages(reading) + fragments[name])

    wait_until(
        lambda: bool(0.3 < wide.driver.execute_script(WITH_WORDS + HOW_FAR_DOWN, *words) < 0.7)
    )


@pytest.fixture
def chromium(open_page: Callable[..., Page], traffic: Traffic) -> Page:
    """An empty page of Chromium that may open files."""
    traffic.allowed.add("file://")
    return open_page(viewport={"width": 1280, "height": 800})


def test_addresses_of_passages_lead_to_their_words_in_chromium_too(
    chromium: Page, pages: Callable[[str], str]
) -> None:
    by_reading: dict[str, list[list[str]]] = {}
    for reading, *words in PASSAGES.values():
        by_reading.setdefault(reading, []).append(words)
    address, where = (f"([first, last]) => {{ {what} }}" for what in (ADDRESS, HOW_FAR_DOWN))
    for reading, passages in by_reading.items():
        chromium.goto(pages(reading))
        for words, fragment in [(words, chromium.evaluate(address, words)) for words in passages]:
            chromium.goto("about:blank")
            chromium.goto(pages(reading) + fragment)

            wait_until(lambda: bool(0.3 < chromium.evaluate(where, words) < 0.7))  # noqa: B023


def test_what_is_selected_is_the_source(wide: Visitor, pages: Callable[[str], str]) -> None:
    wide.driver.get(pages("places"))

    assert wide.driver.execute_script(SELECTED) == TEXT.split("\n\n")


def test_the_form_makes_the_file_that_it_makes_in_chromium(
    wide: Visitor, chromium: Page, pages: Callable[[str], str]
) -> None:
    ends = [(1, 4, 1, 31), (2, 3, 2, 39), (2, 85, 3, 9), (4, 0, 4, 14)]
    passages = [
        {"from": [first, start], "to": [last, end], "id": f"engine-{number}"}
        for number, (first, start, last, end) in enumerate(ends)
    ]
    chromium.goto(pages("places"))
    expected = chromium.evaluate(ANNOTATE, passages)
    assert len(expected) == len(ends)

    wide.driver.get(pages("places"))
    made = wide.driver.execute_script(f"return ({ANNOTATE})(arguments[0])", passages)

    assert made == expected
