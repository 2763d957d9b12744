"""What a reader sees and does on the page of a reading, in Firefox and in WebKit."""

import io
import re
from collections.abc import Callable
from itertools import islice
from typing import Any

import pypdf
from selenium.webdriver import ActionChains
from selenium.webdriver.common.by import By
from selenium.webdriver.common.keys import Keys
from selenium.webdriver.remote.webdriver import WebDriver
from selenium.webdriver.remote.webelement import WebElement

from tests.browser.engines.collection import NOTES, remark
from tests.browser.engines.engine import Visitor, wait_until
from tests.browser.engines.pixels import Colour, pixels
from tests.browser.places import PLACES

LINES = {"note": "solid", "term": "dotted", "cross-reference": "dashed", "correction": "wavy"}
DRAWN = """
    const style = getComputedStyle(arguments[0]);
    const { left, right, top, bottom } = arguments[0].getClientRects()[0];
    return {
        line: style.textDecorationLine,
        shape: style.textDecorationStyle,
        colour: style.textDecorationColor.match(/\\d+/g).slice(0, 3).map(Number),
        box: [left, right, top, bottom + 8].map(Math.round),
    };
"""
HOW_FAR_FROM_MARKS = """
    return ["note-long-0", "note-long-1", "note-long-2"].map(id =>
        Math.abs(document.getElementById(id).getBoundingClientRect().top -
            document.getElementById(`at-${id}`).getBoundingClientRect().top));
"""
SCROLL_LATER = """
    const words = document.getElementById("at-note-long-1");
    const frames = (count, then) =>
        count ? requestAnimationFrame(() => frames(count - 1, then)) : then();
    return new Promise(done => frames(20, () => {
        words.scrollIntoView({ block: "center" });
        done();
    }));
"""
MARK = ".reading a[href='#note-year']"


WITH_AND_WITHOUT_MARKS = """
    const copy = document.body.cloneNode(true);
    for (const mark of copy.querySelectorAll("sup.mark")) mark.remove();
    return [document.body.textContent, copy.textContent];
"""


def letters_of(text: str) -> str:
    """A text without blanks, because a printed line may end inside a word, and without signs."""
    return re.sub(r"\W", "", text)


def found(driver: WebDriver, selector: str) -> WebElement:
    return driver.find_element(By.CSS_SELECTOR, selector)


def is_tint(pixel: Colour, colour: Colour) -> bool:
    """Whether a pixel is a colour on white, as at the edge of a line: at least a third of it."""
    share = max((255 - mine) / (255 - full) for mine, full in zip(pixel, colour, strict=True))
    tint = [255 - min(share, 1) * (255 - full) for full in colour]
    return share > 0.33 and all(abs(a - b) < 25 for a, b in zip(pixel, tint, strict=True))


def share_of(colour: Colour, box: list[int], window: list[list[Colour]]) -> float:
    """How many pixels of a colour there are in a part of the window, by its width in pixels."""
    left, right, top, bottom = box
    near = sum(is_tint(one, colour) for line in window[top:bottom] for one in line[left:right])
    return near / (right - left)


def drawn(driver: WebDriver) -> dict[str, dict[str, Any]]:
    """By layer, what is drawn below some words of it, and how much of that is in its colour."""
    styles = {
        kind: driver.execute_script(DRAWN, found(driver, PLACES[kind].words)) for kind in LINES
    }
    lowest = max(style["box"][3] for style in styles.values())
    window = list(islice(pixels(driver.get_screenshot_as_png()), lowest))
    return {
        kind: style | {"share": share_of(style["colour"], style["box"], window)}
        for kind, style in styles.items()
    }


def test_each_layer_has_its_line_until_it_is_hidden(
    wide: Visitor, pages: Callable[[str], str]
) -> None:
    driver = wide.driver
    driver.get(pages("places"))
    shown = drawn(driver)

    found(driver, "[popovertarget=tools-layers]").click()
    for kind in LINES:
        found(driver, f"#tools-layers [value='{kind}s']").click()
    found(driver, "h1").click()
    hidden = drawn(driver)

    for kind, shape in LINES.items():
        assert (shown[kind]["line"], shown[kind]["shape"]) == ("underline", shape)
        assert hidden[kind]["line"] == "none"
        assert shown[kind]["share"] > hidden[kind]["share"] + 0.3, kind


def test_the_popover_opens_by_mouse_and_by_keys(wide: Visitor, pages: Callable[[str], str]) -> None:
    driver = wide.driver
    driver.get(pages("places"))
    popover, mark = found(driver, ".annotations-popover"), found(driver, MARK)

    ActionChains(driver).move_to_element(found(driver, PLACES["note"].words)).perform()
    wait_until(popover.is_displayed)
    assert "See the year." in popover.text
    ActionChains(driver).move_to_element(found(driver, "h1")).perform()
    wait_until(lambda: not popover.is_displayed())

    mark.click()
    wait_until(popover.is_displayed)
    found(driver, "h1").click()
    wait_until(lambda: not popover.is_displayed())

    driver.execute_script("arguments[0].focus()", mark)
    ActionChains(driver).send_keys(Keys.ENTER).perform()
    wait_until(popover.is_displayed)
    assert driver.switch_to.active_element == popover
    ActionChains(driver).send_keys(Keys.ESCAPE).perform()
    wait_until(lambda: not popover.is_displayed())
    assert driver.switch_to.active_element == mark


def test_notes_of_a_long_reading_are_beside_their_words(
    wide: Visitor, pages: Callable[[str], str]
) -> None:
    """Wherever they are in a paragraph that is higher than the window.

    A reader scrolls there when all notes have their first places.
    """
    driver = wide.driver
    driver.get(pages("long"))
    assert driver.execute_script("return 'long' in document.querySelector('.reading').dataset")
    driver.execute_script(SCROLL_LATER)

    wait_until(lambda: max(driver.execute_script(HOW_FAR_FROM_MARKS)) < 40)


def test_a_printed_reading_is_whole(wide: Visitor, pages: Callable[[str], str]) -> None:
    """Of a line that is cut in two, the next page begins with the feet of its letters."""
    driver = wide.driver
    driver.get(pages("long"))

    # Raised marks are lines of their own in a PDF document.
    shown = " ".join(map(letters_of, driver.execute_script(WITH_AND_WITHOUT_MARKS)))

    printed = [page.extract_text() for page in pypdf.PdfReader(io.BytesIO(wide.on_paper())).pages]

    words = [remark(note, line) for note in range(NOTES) for line in range(20)]
    whole = letters_of("".join(printed))
    assert {word: whole.count(word) for word in words} == dict.fromkeys(words, 1)
    first_lines = [letters_of(page.strip().split("\n")[0]) for page in printed]
    assert [line for line in first_lines if line not in shown] == []


def test_the_offline_edition_is_searched_from_a_second_page(
    wide: Visitor, pages: Callable[[str], str]
) -> None:
    driver = wide.driver
    hits = ".md-search-result__link[href*='harbour/index.html']"
    for reading in ("letter", "harbour"):
        driver.get(pages(reading))
        field = found(driver, ".md-search__input")
        field.click()
        field.send_keys("minutes")
        wait_until(lambda: bool(driver.find_elements(By.CSS_SELECTOR, hits)))
