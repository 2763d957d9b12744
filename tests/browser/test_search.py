"""What a reader finds by the search, what hits say, and where they lead."""

from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from tests.browser.journeys import expect_to_be_at
from tests.browser.searches import SPELLINGS, expect_hits, hit, search, with_a_visitor
from tests.made_once import MadeOnce
from tests.mkdocs_runs import mkdocs_build, small_project

KINDS = {
    ("town paid", "harbour/#p5"): "Paragraph 5",
    ("spring", "visit/#p1"): "Paragraph 1 · The Clerk",
    ("minutes", "harbour/#note-year"): "Note · Paragraph 3",
    ("later", "harbour/#xref-price"): "Cross-reference · Paragraph 5",
    ("finished", "harbour/#corr-finished"): "Correction · Paragraph 5",
    ("owned", "glossary/#term-harbour-board"): "Glossary · organisation Harbour Board",
    ("price", "readings/harbour/"): "Reading The Harbour & Its Price",
}
"""By what is searched and where a hit leads, how the hit begins."""


TYPED = {
    "אלהים": "genesis/#p1",
    "минск": "visit/#p2",
    "елка": "visit/#p2",
    "it's": "visit/#p2",
    "it’s": "visit/#p2",
    "arte": "visit/#p2",
    "well-known": "visit/#p3",
    "known": "visit/#p3",
    "北京": "genesis/#p2",
    "finnished": "harbour/#p5",
    "finished": "harbour/#p5",
    "Gull:": "phrases/#p1",
    "The Gull: In": "phrases/#p1",
    "+gull* ~": "phrases/#p1",
    "The Who": "phrases/#p1",
    "parliament": "phrases/#p1",
    "“To be, or not to be”": "phrases/#p2",
    "batumi": "phrases/#p2",
    "TIẾNG VIỆT": "phrases/#p2",
    "λόγος": "phrases/#p2",
    "バナナ": "phrases/#p2",
    "北京大学": "phrases/#p3",
    "paliament": "phrases/#p1",
    "pralimaent": "phrases/#p1",
    "Lukashanka": "glossary/#term-lukashenka",
}
"""By what is typed, where it is to be found."""

MARKED = {
    "the parliament of": ("phrases/#p1", "the parlia-\nment of"),
    "tieng viet": ("phrases/#p2", "Tiê\u0301ng Viê\u0323t"),
    "BATUMI": ("phrases/#p2", "Ba\u00adtumi"),
    "北京": ("phrases/#p3", "北\n京"),
    "harbour seals": ("animals/#seals", "harbour seals"),
    "lukasenkas": ("visit/#p3", "Łukašenka’s"),
    "council's minutes": ("harbour/#note-year", "council’s minutes"),
    "paliament": ("phrases/#p1", "parlia-\nment"),
}
"""By what is typed, where a hit leads, and which words are marked there."""

MARKS = """() => [...CSS.highlights.get("found") ?? []].map(String).join("")"""


@pytest.fixture(scope="module")
def searched_site(made_once: MadeOnce) -> Path:
    def build(folder: Path) -> None:
        outcome = mkdocs_build(with_a_visitor(small_project(folder)))
        assert outcome.returncode == 0, outcome.stderr

    return made_once("searched", build) / "site"


@pytest.fixture
def searched(searched_site: Path, serve_folder: Callable[[Path], str], page: Page) -> Page:
    """The home page of a site with much to be found."""
    page.goto(f"{serve_folder(searched_site)}/")
    return page


def test_a_long_title_leaves_room_for_what_is_found(searched: Page) -> None:
    title = searched.locator(".md-header__topic").last.locator(".md-ellipsis")
    title.evaluate("title => { title.textContent = 'A long title '.repeat(30); }")

    searched.keyboard.press("/")

    expect(searched.locator(".md-search__inner")).to_be_in_viewport(ratio=1)


def test_how_many_hits_there_are_is_announced(searched: Page) -> None:
    search(searched, "harbour")

    expect(searched.locator(".md-search [role=status]").first).to_contain_text("matching")


def test_a_hit_says_what_it_is(searched: Page) -> None:
    for (words, place), beginning in KINDS.items():
        search(searched, words)
        expect_hits(searched, place)
        expect(hit(searched, place)).to_contain_text(beginning)


def test_people_are_found_under_every_spelling(searched: Page) -> None:
    """As a term, and where a text mentions them in yet another spelling."""
    for spelling in SPELLINGS:
        search(searched, spelling)
        expect_hits(searched, "glossary/#term-lukashenka", "visit/#p1", "visit/#p3")


def test_words_are_found_as_they_may_be_typed(searched: Page) -> None:
    for words, place in TYPED.items():
        search(searched, words)
        expect_hits(searched, place)


def test_a_hit_for_a_near_word_says_that_it_lacks_what_was_typed(searched: Page) -> None:
    search(searched, "paliament gull")
    expect(hit(searched, "phrases/#p1")).to_contain_text("Missing: paliament")
    for words in ("“paliament”", "1913", "gall"):  # exactly this; another number; too short
        search(searched, words)
        expect(searched.locator(".md-search-result__meta")).to_contain_text("Nothing found")


def test_a_hit_leads_to_its_very_place(searched: Page) -> None:
    search(searched, "town paid")
    hit(searched, "harbour/#p5").click()
    expect_to_be_at(searched, searched.locator("#p5"))

    search(searched, "A visitor")  # from a page that lies deeper
    hit(searched, "glossary/#term-lukashenka").click()
    expect_to_be_at(searched, searched.locator("#term-lukashenka"))


def test_the_words_for_kinds_are_not_searched(searched: Page) -> None:
    """Else nobody would find these words where a text has them."""
    search(searched, "paragraph")
    expect(searched.locator(".md-search-result__meta")).to_contain_text("Nothing found")
    expect(searched.locator(".md-search-result__link[href*='readings/']")).to_have_count(0)


def test_of_a_long_paragraph_the_sentences_are_shown_in_which_something_was_found(
    searched: Page,
) -> None:
    search(searched, "wife")
    expect(hit(searched, "visit/#p3").locator("p")).to_have_text(
        "Of his wife nothing is said in any of the letters."
    )


def test_a_text_in_another_language_is_marked_as_such(searched: Page) -> None:
    search(searched, "אלהים")
    shown = hit(searched, "genesis/#p1").locator("p")
    expect(shown).to_have_attribute("lang", "he")
    expect(shown).to_have_css("direction", "rtl")


def test_words_are_marked_where_a_hit_leads(searched: Page) -> None:
    """On this page and on others; the page itself stays as it was."""
    for words, (place, marked) in MARKED.items():
        search(searched, words)
        hit(searched, place).click()
        target = searched.locator(f"[id='{place.partition('#')[2]}']")
        expect_to_be_at(searched, target)
        searched.wait_for_function(f"(marked) => ({MARKS})() === marked", arg=marked)
        assert target.locator("mark").count() == 0
        assert searched.url.endswith(place)

    searched.reload()
    assert searched.evaluate(MARKS) == ""
