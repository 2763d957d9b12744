"""Citing a reading, a passage or an entry: what the dialog offers is right, and can be copied."""

import re
from collections.abc import Callable
from pathlib import Path
from urllib.parse import unquote

import pytest
import rispy
from bibtexparser.entrypoint import parse_string
from playwright.sync_api import Locator, Page, expect

from tests.browser.conftest import Traffic
from tests.browser.journeys import readings_of

ADDRESS = "https://example.org/collection/readings/harbour/"
SELECT = """
([from, start, to, end]) => {
  const texts = id => {
    const walker = document.createTreeWalker(document.getElementById(id), NodeFilter.SHOW_TEXT);
    const found = [];
    while (walker.nextNode()) {
      if (!walker.currentNode.parentElement.closest("[data-apparatus]")) {
        found.push(walker.currentNode);
      }
    }
    return found;
  };
  const place = (id, words, isEnd) => {
    const node = texts(id).find(one => one.data.includes(words));
    return [node, node.data.indexOf(words) + (isEnd ? words.length : 0)];
  };
  const range = document.createRange();
  range.setStart(...place(from, start, false));
  range.setEnd(...place(to, end, true));
  getSelection().removeAllRanges();
  getSelection().addRange(range);
}
"""


@pytest.fixture
def harbour(small: str, page: Page) -> Page:
    """The page of a reading on a site that knows its address."""
    page.goto(f"{small}/readings/harbour/")
    return page


def select(page: Page, from_: str, start: str, to: str, end: str) -> None:
    """Select from the beginning of words in one paragraph to the end of words in another."""
    page.evaluate(SELECT, [from_, start, to, end])


def dialog(page: Page) -> Locator:
    return page.locator("dialog.citing")


def citation(page: Page, style: str) -> str:
    dialog(page).get_by_role("combobox").select_option(style)
    return dialog(page).get_by_role("textbox").input_value()


def cite_reading(page: Page) -> None:
    page.locator(".reading-tools > .cite").click()


def test_a_reading_is_cited_in_each_style(harbour: Page) -> None:
    cite_reading(harbour)

    for style in ("APA", "MLA", "Chicago"):
        shown = citation(harbour, style)
        assert ADDRESS in shown and "Harbour" in shown.title(), shown
    assert citation(harbour, "Link") == ADDRESS
    (entry,) = parse_string(citation(harbour, "BibTeX")).entries
    assert entry["url"] == ADDRESS
    (record,) = rispy.loads(citation(harbour, "RIS"))
    assert record["urls"] == [ADDRESS]
    assert re.fullmatch(r"\d{4}/\d\d/\d\d", record["access_date"])


def test_a_selected_passage_is_quoted_with_its_paragraph_and_led_to(
    harbour: Page, small: str
) -> None:
    words = harbour.locator("#p1").evaluate(
        "p => [...p.childNodes].filter(n => n.nodeType === 3 && n.data.trim())[0].data.trim()"
    )
    select(harbour, "p1", words, "p1", words)
    cite_reading(harbour)

    assert words[:40] in citation(harbour, "APA")
    assert "para. 1)" in citation(harbour, "APA")
    assert "Paragraph 1" in citation(harbour, "BibTeX")
    link = citation(harbour, "Link")
    assert link.startswith(f"{ADDRESS}#p1:~:text=")
    assert words.split()[0] in unquote(link)


def test_the_address_of_a_passage_across_marks_finds_it(harbour: Page, small: str) -> None:
    """Chromium itself scrolls to it: a fragment that finds nothing would leave it at `#pN`."""
    paragraphs = harbour.locator("[data-paragraph]")
    last = paragraphs.last.get_attribute("id") or ""
    first = "p2"
    harbour.evaluate(
        """([first, last]) => {
          const range = document.createRange();
          range.setStartBefore(document.getElementById(first));
          range.setEndAfter(document.getElementById(last));
          getSelection().removeAllRanges();
          getSelection().addRange(range);
        }""",
        [first, last],
    )
    cite_reading(harbour)

    assert f"paras. 2–{last[1:]})" in citation(harbour, "APA")
    quoted = citation(harbour, "MLA").partition("”")[0].removeprefix("“")
    source = harbour.evaluate(
        """([first]) => [...document.querySelectorAll("[data-paragraph]")]
          .filter(p => Number(p.dataset.paragraph) >= Number(first.slice(1)))
          .map(p => {
            const copy = p.cloneNode(true);
            for (const mark of copy.querySelectorAll("[data-apparatus]")) mark.remove();
            return copy.textContent.replace(/\\s+/g, " ").trim();
          }).join(" ")""",
        [first],
    )
    assert source.startswith(quoted[:60].rstrip())


def test_a_note_is_cited_by_keyboard_with_its_author_and_what_it_is_on(harbour: Page) -> None:
    note = harbour.locator(".entry-note").first
    identifier = note.get_attribute("id")
    note.get_by_role("button", name="Cite").focus()
    harbour.keyboard.press("Enter")

    assert citation(harbour, "Link") == f"{ADDRESS}#{identifier}"
    assert "Note 1: " in citation(harbour, "MLA")
    (record,) = rispy.loads(citation(harbour, "RIS"))
    assert record["title"].startswith("Note 1: ")
    harbour.keyboard.press("Escape")
    expect(dialog(harbour)).to_be_hidden()
    expect(note.get_by_role("button", name="Cite")).to_be_focused()


def test_the_style_is_kept_and_a_citation_copied(
    small: str, open_page: Callable[..., Page]
) -> None:
    page = open_page(permissions=["clipboard-read", "clipboard-write"])
    page.goto(f"{small}/readings/harbour/")
    cite_reading(page)
    shown = citation(page, "Chicago")
    dialog(page).get_by_role("button", name="Copy").click()
    expect(dialog(page).get_by_role("status")).to_have_text("Copied")
    assert page.evaluate("navigator.clipboard.readText()") == shown

    dialog(page).get_by_role("button", name="Close").click()
    cite_reading(page)
    assert dialog(page).get_by_role("textbox").input_value() == shown


def test_without_an_address_a_citation_says_that_it_has_none(
    built_site: Path, page: Page, traffic: Traffic
) -> None:
    traffic.allowed.add("file://")
    reading = readings_of(built_site)[0]
    page.goto((built_site / reading / "index.html").as_uri())
    cite_reading(page)

    expect(dialog(page)).to_contain_text("does not know its public address")
    assert "http" not in citation(page, "APA")
    assert dialog(page).get_by_role("option", name="Link").count() == 0
    dialog(page).get_by_role("button", name="Copy").click()
    expect(dialog(page).get_by_role("status")).to_have_text("Copied")
