"""Annotating what is selected: the form makes a file that is right, and hands it on."""

import re
from collections.abc import Callable
from datetime import date
from pathlib import Path
from urllib.parse import parse_qs, urlsplit

import pytest
import yaml
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Locator, Page, expect

from build_scripts.cli import main
from tests.browser.axe_pages import STANDARDS
from tests.browser.conftest import Traffic
from tests.browser.test_citing import select
from tests.mkdocs_runs import small_project

REPOSITORY = "https://example.org/repository"


@pytest.fixture
def harbour(small: str, open_page: Callable[..., Page]) -> Page:
    """The page of a reading on a site that knows its repository."""
    page = open_page(permissions=["clipboard-read", "clipboard-write"])
    page.goto(f"{small}/readings/harbour/")
    return page


def form(page: Page) -> Locator:
    return page.get_by_role("dialog", name=re.compile("^Annotate (these words|the whole text)$"))


def field(page: Page, label: str) -> Locator:
    """The field that is called so, and is shown."""
    labels = form(page).locator("label:visible", has=page.get_by_text(label, exact=True))
    return labels.locator("input, select, textarea")


def annotate(page: Page, words: str = "the river", paragraph: str = "p3") -> None:
    """Select words of a paragraph, and open the form."""
    select(page, paragraph, words, paragraph, words)
    page.locator(".annotate.floating").click()
    expect(form(page)).to_be_visible()


def await_selected(page: Page, words: str) -> None:
    """Wait until words are selected again, as they are when the form is closed."""
    expect(form(page)).to_be_hidden()
    page.wait_for_function("words => String(getSelection()) === words", arg=words)


def finished(page: Page) -> tuple[str, str]:
    """The path and the text of the file that the form has made."""
    path = form(page).locator(".file code").inner_text()
    return path, form(page).get_by_label("The finished file").input_value()


def findings(page: Page) -> list[str]:
    return form(page).locator(".findings li").all_inner_texts()


def choose(page: Page, kind: str) -> None:
    field(page, "What you are adding").select_option(label=kind)


def name_source(page: Page) -> None:
    """Describe a source that is not on the list."""
    form(page).get_by_text("A source that is not on the list").click()
    field(page, "Title").fill("The Minutes: 1901")
    field(page, "Authors, separated by semicolons").fill("Quill, Ada; The Council")
    field(page, "Publisher").fill("The Town")
    field(page, "Date of publication").fill("1902")
    form(page).locator(".add-new").click()
    expect(form(page).locator(".chosen li")).to_have_count(1)


def note(page: Page) -> None:
    field(page, "The note").fill("It was the *Alde*; see [[harbour-board]].")
    name_source(page)


def correction(page: Page) -> None:
    choose(page, "A correction of a misprint")
    field(page, "What was probably meant").fill("the River")
    field(page, "How certain this is").select_option("likely")


def term(page: Page) -> None:
    choose(page, "A glossary term")
    field(page, "Kind: person, place, concept …").fill("place")
    field(page, "Spellings in the texts, one per line").fill("the river\nno ship\n")
    field(page, "Other names that are not in the texts, one per line").fill("Alde\n Ald ")
    field(page, "The same in phonetic letters (IPA)").fill("ɔːld")
    field(page, "For the map: latitude, longitude").fill("52.15, 1.6")
    field(page, "Definition").fill("Where boats came from.")
    name_source(page)


def mention(page: Page) -> None:
    choose(page, "A link to a glossary term")
    field(page, "Glossary term").fill("Harbour Board")


def cross_reference(page: Page) -> None:
    choose(page, "A cross-reference")
    field(page, "How the other passage relates to this one").select_option("contrasts")
    field(page, "Text").fill("letter")
    field(page, "Words of that text; leave empty for all of it").fill("seven  thousand crowns")
    field(page, "Reason, in one sentence").fill("The letter says more.")


def question(page: Page) -> None:
    choose(page, "A question for discussion")
    field(page, "The question").fill("The river: who crossed it?")
    field(page, "For teachers: what to look for, or an answer").fill("The *herring*.")


def event(page: Page) -> None:
    choose(page, "An event for the timeline")
    field(page, "Date").fill("1901-05")
    field(page, "What happened, in a few words").fill("The river floods")
    name_source(page)


KINDS: dict[Callable[[Page], None], str] = {
    note: "annotations/readings/harbour/note-the-river.yml",
    correction: "annotations/readings/harbour/correction-the-river.yml",
    term: "annotations/glossary/the-river.yml",
    mention: "annotations/readings/harbour/mention-harbour-board-the-river.yml",
    cross_reference: "annotations/readings/harbour/cross-reference-the-river.yml",
    question: "annotations/readings/harbour/question-the-river-who-crossed-it.yml",
    event: "annotations/events/the-river-floods.yml",
}


@pytest.mark.parametrize("fill", KINDS, ids=lambda kind: kind.__name__)
def test_each_kind_makes_a_file_without_faults(
    fill: Callable[[Page], None],
    harbour: Page,
    tmp_path: Path,
    capsys: pytest.CaptureFixture[str],
) -> None:
    page = harbour
    annotate(page)
    fill(page)
    if fill is not mention:
        field(page, "Your name, as it will be shown (between several, a semicolon)").fill(
            "Ada Quill"
        )
    expect(form(page).locator(".findings .error")).to_have_count(0)
    path, text = finished(page)

    assert path == KINDS[fill]
    content = yaml.safe_load(text)
    if fill is not mention:
        assert 'creator: "Ada Quill"\n' in text
        assert f"created: {date.today().isoformat()}" in text
    if fill is term:
        assert content["forms"] == ["the river", "no ship"]
        assert content["aliases"] == ["Alde", "Ald"]
        assert (content["pronunciation"], content["coordinates"]) == ({"ipa": "ɔːld"}, "52.15, 1.6")
        assert content["sources"] == [content["references"][0]["id"]] == ["quill-1902"]
    project = small_project(tmp_path)
    before = _check(project, capsys)
    (project / path).parent.mkdir(exist_ok=True)
    (project / path).write_text(text, encoding="utf-8")
    assert _check(project, capsys) == before


def _check(project: Path, capsys: pytest.CaptureFixture[str]) -> str:
    main(["check", "--root", str(project)])
    printed = capsys.readouterr()
    return printed.out + printed.err


def test_a_pull_request_is_opened_with_name_and_content_filled_in(
    harbour: Page, traffic: Traffic
) -> None:
    page = harbour
    traffic.allowed.add("https://example.org")
    annotate(page)
    field(page, "The note").fill("Größe & 50 % + #1? “So”: ja.")
    path, text = finished(page)
    with page.context.expect_page(), page.context.expect_event("request") as asked:
        form(page).get_by_role("button", name="Open a pull request").click()
    address = urlsplit(asked.value.url)

    assert f"{address.scheme}://{address.netloc}{address.path}" == f"{REPOSITORY}/new/main"
    assert parse_qs(address.query, strict_parsing=True) == {"filename": [path], "value": [text]}
    expect(form(page)).to_contain_text("The project’s page opens in a new tab")


def test_what_is_too_long_for_an_address_is_copied_instead(harbour: Page, traffic: Traffic) -> None:
    page = harbour
    traffic.allowed.add("https://example.org")
    annotate(page)
    field(page, "The note").fill("Слова " * 700)
    path, text = finished(page)
    with page.context.expect_page() as opened, page.context.expect_event("request") as asked:
        form(page).get_by_role("button", name="Open a pull request").click()
    opened.value.close()

    assert parse_qs(urlsplit(asked.value.url).query) == {"filename": [path]}
    expect(form(page)).to_contain_text("too long to be sent in an address")
    assert page.evaluate("navigator.clipboard.readText()") == text


def test_copy_and_download(harbour: Page) -> None:
    page = harbour
    annotate(page)
    field(page, "The note").fill("It was the Alde.")
    field(page, "Your name, as it will be shown (between several, a semicolon)").fill("Ada Quill")
    path, text = finished(page)

    form(page).get_by_role("button", name="Copy").click()
    expect(form(page)).to_contain_text("Copied")
    assert page.evaluate("navigator.clipboard.readText()") == text
    with page.expect_download() as downloaded:
        form(page).get_by_role("button", name="Download").click()
    assert downloaded.value.suggested_filename == Path(path).name
    assert downloaded.value.path().read_text(encoding="utf-8") == text

    page.reload()
    annotate(page)
    expect(
        field(page, "Your name, as it will be shown (between several, a semicolon)")
    ).to_have_value("Ada Quill")


def test_in_a_folder_there_is_no_pull_request_but_copy_and_download(
    page: Page, places_page: Path, traffic: Traffic
) -> None:
    traffic.allowed.add("file://")
    page.goto(places_page.as_uri())
    select(page, "p2", "The town", "p2", "crowns")
    page.locator(".annotate.floating").click()
    field(page, "The note").fill("Nearly half of what it had.")
    _, text = finished(page)

    assert "The town paid seven thousand crowns" in text
    expect(form(page).get_by_role("button", name="Open a pull request")).to_be_hidden()
    form(page).get_by_role("button", name="Copy").click()
    expect(form(page)).to_contain_text("Copied")
    with page.expect_download() as downloaded:
        form(page).get_by_role("button", name="Download").click()
    assert downloaded.value.path().read_text(encoding="utf-8") == text


def test_the_other_text_is_read_and_its_places_are_offered(harbour: Page) -> None:
    page = harbour
    annotate(page)
    choose(page, "A cross-reference")
    words = field(page, "Words of that text; leave empty for all of it")
    expect(form(page)).to_contain_text("Say what it refers to.")
    field(page, "Text").fill("letters")
    expect(form(page)).to_contain_text("There is no text letters.")
    field(page, "Text").fill("A Letter")
    words.fill("nowhere in it")
    expect(form(page)).to_contain_text("These words are not in that text.")
    words.fill("e")
    expect(form(page)).to_contain_text("Choose which of the")
    field(page, "These words occur several times. Which place do you mean?").select_option(index=2)
    expect(form(page).locator(".findings .error")).to_have_count(0)
    _, text = finished(page)
    far = yaml.safe_load(text)["cross_references"][0]["refers_to"]
    assert far["reading"] == "letter"
    assert far["exact"] == "e"
    assert far.keys() & {"prefix", "suffix"}


def test_what_is_wrong_is_said_all_at_once_and_nothing_is_handed_on(harbour: Page) -> None:
    page = harbour
    annotate(page)
    field(page, "The note").fill("# Rivers\n\n<b>See</b> [it](javascript:x) and [[rivers]].")
    field(page, "Short name, used in addresses").fill("The River")

    bad_id = "A short name contains only lower-case letters (a–z), digits and hyphens, and begins"
    bad_id += " with a letter. This one does not: The River"

    assert findings(page) == [
        "HTML is not allowed: <b>",
        "Headings are not allowed: #",
        "Links must begin with https://, http:// or mailto:. This one does not: javascript:x",
        "This link leads nowhere: [[rivers]]",
        bad_id,
        "No source is given. Reviewers will ask for one.",
    ]
    page.evaluate("navigator.clipboard.writeText('as before')")
    form(page).get_by_role("button", name="Copy").click()
    expect(field(page, "The note")).to_be_focused()
    expect(field(page, "The note")).to_have_attribute("aria-invalid", "true")
    assert page.evaluate("navigator.clipboard.readText()") == "as before"

    field(page, "Short name, used in addresses").fill("year")
    assert "This short name is already taken: year" in findings(page)


def test_a_source_that_is_typed_and_not_added_is_not_lost(harbour: Page) -> None:
    page = harbour
    annotate(page)
    field(page, "The note").fill("It was the Alde.")
    field(page, "A source already on this site").fill("The Minutes")

    assert findings(page)[0].startswith("You have typed a source but not added it")
    field(page, "A source already on this site").press("Enter")
    expect(form(page)).to_contain_text("The list has no source The Minutes.")
    form(page).get_by_role("button", name="Copy").click()
    expect(field(page, "A source already on this site")).to_be_focused()


def test_what_the_site_demands_is_demanded_here(harbour: Page) -> None:
    page = harbour
    annotate(page)
    page.evaluate("readings.known.required = { corrections: ['body'], references: ['language'] }")
    choose(page, "A correction of a misprint")
    field(page, "What was probably meant").fill("the River")
    assert findings(page) == ["This site requires: Reason"]

    field(page, "Reason").fill("It is a name.")
    form(page).get_by_text("A source that is not on the list").click()
    field(page, "Title").fill("The Minutes")
    form(page).locator(".add-new").click()
    expect(form(page).locator(".source-report")).to_have_text(
        re.compile(r"This site requires: Language.*Give the date.*Give the publisher", re.DOTALL)
    )


def test_a_term_that_is_there_already_is_not_proposed_again(harbour: Page) -> None:
    page = harbour
    annotate(page, "Harbour Board")
    choose(page, "A glossary term")
    expect(form(page)).to_contain_text("The glossary already has this term: Harbour Board")


def test_a_selection_that_leaves_the_text_is_cut_and_it_is_said(harbour: Page) -> None:
    page = harbour
    page.evaluate("""() => {
        const paragraph = document.getElementById("p5");
        const texts = document.createTreeWalker(paragraph, NodeFilter.SHOW_TEXT);
        let last = null;
        while (texts.nextNode()) last = texts.currentNode;
        const after = document.querySelector(".apparatus .entry");
        getSelection().setBaseAndExtent(last, last.data.length - 5, after, 1);
    }""")
    chosen = page.evaluate("getSelection().toString()")
    page.locator(".annotate.floating").click()

    expect(form(page)).to_contain_text("the rest of your selection is left out")
    exact = yaml.safe_load(finished(page)[1])["notes"][0]["target"]["exact"]
    assert chosen.startswith(exact[:5])
    assert page.locator("#p5").inner_text().endswith(exact[-5:])


def test_with_nothing_selected_it_is_about_the_whole_text(harbour: Page) -> None:
    page = harbour
    page.get_by_role("button", name="Annotate").click()

    expect(form(page)).to_contain_text("so this is about the whole text")
    assert yaml.safe_load(finished(page)[1])["notes"][0]["target"] == {"reading": True}
    assert "A correction of a misprint" not in field(page, "What you are adding").inner_text()


def test_what_was_begun_on_other_words_is_still_there(harbour: Page) -> None:
    page = harbour
    for words, note in (("the river", "One."), ("the sea", "Two.")):
        annotate(page, words)
        field(page, "The note").fill(note)
        form(page).get_by_role("button", name="Close").click()
        await_selected(page, words)
    annotate(page, "the river")

    expect(field(page, "The note")).to_have_value("One.")


def test_the_short_name_can_be_typed_anew(harbour: Page) -> None:
    page = harbour
    annotate(page)
    name = field(page, "Short name, used in addresses")
    name.fill("")
    name.press_sequentially("alde")
    expect(name).to_have_value("alde")
    name.fill("")
    field(page, "The note").fill("One.")
    expect(name).to_have_value("the-river")


def test_by_keyboard_alone(harbour: Page) -> None:
    page = harbour
    select(page, "p3", "no ship", "p3", "that time")
    page.keyboard.press("a")
    expect(form(page)).to_be_visible()
    expect(field(page, "What you are adding")).to_be_focused()
    page.keyboard.press("Tab")
    page.keyboard.type("Of 1901.")
    page.keyboard.press("Escape")
    await_selected(page, "no ship of that time")

    page.keyboard.press("a")  # what was begun is still there
    expect(field(page, "The note")).to_have_value("Of 1901.")
    page.keyboard.press("Escape")
    await_selected(page, "no ship of that time")
    select(page, "p3", "the river", "p3", "the river")
    page.keyboard.press("a")
    expect(field(page, "The note")).to_have_value("")


def test_by_touch(small: str, open_page: Callable[..., Page]) -> None:
    page = open_page(viewport={"width": 390, "height": 800}, has_touch=True, is_mobile=True)
    page.goto(f"{small}/readings/harbour/")
    select(page, "p3", "the river", "p3", "the river")
    page.locator(".annotate.floating").tap()
    expect(form(page)).to_contain_text("the river")
    box = form(page).bounding_box()
    assert box is not None
    assert box["x"] >= 0
    assert box["x"] + box["width"] <= 390
    assert form(page).evaluate("form => form.scrollWidth <= form.clientWidth")


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_it_is_accessible(scheme: str, small: str, open_page: Callable[..., Page]) -> None:
    page = open_page(color_scheme=scheme)
    page.goto(f"{small}/readings/harbour/")
    annotate(page)
    cross_reference(page)
    form(page).locator("details").evaluate("details => details.open = true")
    form(page).get_by_role("button", name="Copy").click()
    options = {"runOnly": {"type": "tag", "values": list(STANDARDS)}}
    found = Axe().run(page, context="dialog[open]", options=options)

    assert [f"{one['id']}: {one['nodes'][0]['html']}" for one in found.response["violations"]] == []
