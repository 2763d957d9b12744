"""What is chosen for paper is printed, and nothing else."""

import io
import re
from collections.abc import Callable
from pathlib import Path
from random import Random

import pypdf
import pytest
from playwright.sync_api import Page, expect

from tests.made_once import MadeOnce
from tests.mkdocs_runs import build_with

WORDS = ("alpha", "beta", "gamma", "delta", "epsilon", "zeta", "eta", "theta", "iota", "kappa")
LENGTHS = (1, 2, 40, 3, 320, 1, 0, 25, 60, 2)
SITE = {
    "seeds/fable.txt": "The quick fox saw the graeps.\n\nA crow came.\n",
    "seeds/other.txt": "Another fable about a crow.\n",
    "annotations/readings/fable/reading.yml": "title: A Fable\nlanguage: en\n"
    "authors: [Phaedrus]\n"
    "source: {file: seeds/fable.txt}\nrights: Nobody owns it.\n"
    "introduction: {body: Foxes eat fruit., sources: [{ref: zoology}]}\n"
    "further_reading: [{ref: birds}]\n",
    "annotations/readings/fable/all.yml": """
notes:
  - {id: fox, target: {exact: quick fox}, body: It was red., creator: Aesop,
     sources: [{ref: zoology}]}
corrections:
  - {id: grapes, target: {exact: graeps}, reading: grapes, certainty: certain, body: A misprint.}
cross_references:
  - {id: crow, target: {exact: A crow}, refers_to: {reading: other, exact: a crow},
     relation: same-subject}
questions:
  - {id: colour, body: Why is it red?, passages: [{exact: quick fox}], hint: Its fur is.}
  - {id: none, body: What is *not* said?, formerly: [silence]}
  - {id: birds, body: "Якія птушкі", passages: [{exact: A crow came},
     {reading: other, exact: a crow}]}
""",
    # Notes of all lengths, one of them longer than a page, some on a few words of one line.
    "seeds/many.txt": "\n\n".join(f"Here is {one}. " + "Many words follow. " * 30 for one in WORDS)
    + "\n",
    "annotations/readings/many/reading.yml": "title: Many Notes\nlanguage: en\n"
    "source: {file: seeds/many.txt}\n",
    "annotations/readings/many/notes.yml": "notes:\n"
    + "".join(
        f"  - {{id: n-{number}, target: {{exact: is {word}}}, "
        f"body: 'B{number}. {text * length}'}}\n"
        for number, (word, length) in enumerate(zip(WORDS, LENGTHS, strict=True))
        for text in ("A remark that goes on. ",)
    )
    + "  - {id: first, target: {exact: Here is alpha.}, body: One line.}\n"
    + "  - {id: all, target: {reading: true}, body: On everything.}\n",
    "seeds/poem.txt": f"A line of verse\n    an indented line\n{'A long line of verse ' * 9}\n"
    + "A last line\n" * 3,
    "annotations/readings/poem/reading.yml": "title: A Poem\nlanguage: en\nline_breaks: keep\n"
    "source: {file: seeds/poem.txt}\n",
    "annotations/comparisons.yml": "comparisons:\n  - {id: two, title: Two Crows, "
    "readings: [fable, other]}\n",
    "annotations/readings/other/reading.yml": "title: Other\nlanguage: en\n"
    "source: {file: seeds/other.txt}\n",
    "annotations/glossary/crow.yml": "term: crow\ndefinition: A black bird.\n",
    "annotations/events.yml": "events: [{id: lunch, title: A lunch, date: '0600', "
    "passages: [{reading: fable, exact: A crow came}]}]\n",
    "annotations/bibliography.yml": "references: [{id: zoology, type: book, title: On Foxes, "
    "author: [{family: Rey}], issued: '1999', publisher: P}, "
    "{id: birds, type: book, title: On Birds, author: [{family: Ray}], issued: '1678', "
    "publisher: P}]\n",
}
AT_FOOT = "print-notes=foot&print-lines=on&preview=on"
SHEETS = """() => {
    const bare = (element, others) => {
        const copy = element.cloneNode(true);
        for (const other of copy.querySelectorAll(others)) other.remove();
        return copy.textContent;
    };
    const all = (element, name) => [...element.querySelectorAll(name)];
    const text = element => all(element, "[data-paragraph]")
        .map(paragraph => bare(paragraph, "[data-apparatus]")).join("");
    const sheets = all(document, ".sheet");
    return {
        source: text(document.querySelector("[data-reading]")),
        copied: sheets.map(text).join(""),
        ids: all(document, ".handout [id]").map(({ id }) => id),
        sheets: sheets.map(sheet => {
            const [body, foot] = [sheet.firstElementChild, sheet.querySelector(".foot")];
            const end = sheet.querySelector(".folio").getBoundingClientRect().top;
            const bottom = element => element.getBoundingClientRect().bottom;
            return {
                marks: all(sheet, ".mark-note a").map(({ hash }) => hash.slice(1)),
                notes: all(sheet, ".foot .entry").map(({ id }) => id),
                words: foot?.textContent.match(/B\\d|remark/g)?.length ?? 0,
                room: (foot?.getBoundingClientRect().top ?? end) - bottom(body),
                left: end - bottom(foot ?? body),
                plain: all(sheet, ".reading .line")
                    .filter(line => !line.querySelector("[data-apparatus]"))
                    .map(({ textContent }) => textContent),
                lines: all(sheet, "[data-number]").map(line => [
                    line.dataset.number, bare(line, "[data-apparatus]")]),
            };
        }),
    };
}"""
"""What stands on the sheets on the screen."""
FILLED = """cases => cases.map(([heights, keeps, notes, room]) => {
    let top = 0, note = 0;
    const lines = heights.map(([height, count], index) => ({
        top, bottom: (top += height), isFirst: index % 3 === 0, isLast: index % 3 === 2,
        staysWithNext: keeps[index], notes: Array.from({ length: count }, () => note++),
    }));
    return window.readings.fillPages(lines, notes, room, 5);
})"""
PARTS = {
    "print-introduction=off": "Foxes eat fruit.",
    "print-questions=": "Why is it red?",
    "print-further-reading=off": "On Birds",
    "print-notes=none": "It was red.",
    "print-corrections=none": "A misprint.",
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
    assert "Its fur is." not in whole

    page.goto(f"{fable}?{'&'.join(PARTS)}")
    least = printed(page)
    assert [part for part in PARTS.values() if part in least] == []
    assert "The quick fox saw the graeps." in least  # without a mark
    expect(page.locator("#note-fox")).to_be_visible()

    for layout in ("", "&print-notes=foot"):
        page.goto(f"{fable}?print-hints=on{layout}")
        page.wait_for_function("!readings.wantsSheets() || Boolean(readings.showHandout)")
        of_teacher = printed(page)
        assert "Its fur is." in of_teacher, layout
        assert [part for part in PARTS.values() if part not in of_teacher] == [], layout

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


def test_questions_and_lines_for_answers_are_chosen(page: Page, fable: str) -> None:
    page.goto(f"{fable}?print-name=on")
    page.get_by_role("button", name="Print", exact=True).click()
    panel = page.locator(".asked-questions")
    boxes = panel.locator("[name=print-questions]")
    expect(panel.locator("div > label")).to_have_text(
        ["1Why is it red?", "2What is not said?", "3Якія птушкі"]
    )
    panel.get_by_role("button", name="None").click()
    expect(page).to_have_url(f"{fable}?print-name=on&print-questions=")
    page.reload()
    expect(boxes.first).not_to_be_checked()
    assert "not said" not in printed(page)

    # By keyboard alone.
    page.get_by_role("button", name="Print", exact=True).press("Enter")
    boxes.first.press("Space")
    panel.get_by_label("Lines").press("End")
    page.keyboard.type("5")  # 05
    page.keyboard.press("Tab")
    expect(page).to_have_url(f"{fable}?print-name=on&print-questions=colour&print-answers=5")
    panel.get_by_label("Lines").fill("1000")
    panel.get_by_label("Lines").press("Tab")
    expect(page).to_have_url(f"{fable}?print-name=on&print-questions=colour&print-answers=40")
    expect(page.locator("#question-colour .answer-lines")).to_be_hidden()

    # An old name counts, one that is unknown does not, and what one page prints another does not.
    page.goto(f"{fable}?print-questions=silence,nobody&print-answers=3")
    page.emulate_media(media="print")
    expect(page.locator("article .entry-question:visible")).to_have_text(re.compile("not said"))
    assert page.locator("article .answer-lines > i:visible").count() == 3
    page.goto(fable)
    expect(page.locator("article .entry-question:visible")).to_have_count(3)
    expect(page.locator(".name-line:visible")).to_have_count(0)

    page.emulate_media(media="screen")
    page.goto(f"{fable}?print-questions=colour,birds&print-answers=2&print-name=on&preview=on")
    expect(page.locator(".sheet .entry-question:visible")).to_have_count(2)
    expect(page.locator(".sheet .answer-lines > i:visible")).to_have_count(4)
    expect(page.locator(".sheet .name-line")).to_have_text("Name Date")
    page.goto(f"{fable}?print-answers=13&preview=on")  # more than one page has room for
    expect(page.locator(".sheet .answer-lines > i:visible")).to_have_count(39)
    expect(page.locator(".sheet .entry-question").first).to_be_visible()
    expect(
        page.locator(".sheet :is(.entry-question.cut-end, summary:empty:visible)")
    ).to_have_count(0)


def test_corrections_are_printed_without_their_list(page: Page, fable: str) -> None:
    page.goto(f"{fable}?print-corrections=text&corrections=corrected")
    as_corrected = printed(page)
    assert "A misprint." not in as_corrected
    assert "[grapes]" in as_corrected
    assert "graeps" not in as_corrected
    assert "words in [brackets] are the editors’" in as_corrected
    page.goto(f"{fable}?print-corrections=none&corrections=corrected")
    as_printed = printed(page)
    assert "graeps" in as_printed
    assert "brackets" not in as_printed


def test_a_comparison_is_a_handout_too(page: Page, fable: str) -> None:
    address = f"{fable}../../comparisons/two/"
    page.goto(address)
    whole = printed(page)
    assert [one for one in ("Passage beside", "The same people", "Якія") if one not in whole] == []
    assert "Name" not in whole
    page.goto(f"{address}?print-passages=off&print-common-terms=off&print-name=on&print-answers=2")
    page.emulate_media(media="print")
    for name in ("passages", "terms"):
        expect(page.locator(f".compared-{name}")).to_be_hidden()
    expect(page.locator(".name-line, .answer-lines > i")).to_have_count(3)
    expect(page.locator("#question\\.fable\\.birds .answer-lines")).to_be_visible()
    page.goto(f"{address}?print-questions=none")
    expect(page.locator(".compared-questions")).to_be_hidden()


def test_keys_and_the_form_are_not_about_sheets(page: Page, fable: str) -> None:
    page.goto(f"{fable}?preview=on")
    page.locator(".sheet").first.wait_for()
    page.keyboard.press("j")
    page.keyboard.press("?")
    expect(page.get_by_role("dialog")).to_be_visible()
    page.keyboard.press("Escape")
    expect(page.locator(".annotations-popover:visible")).to_have_count(0)
    page.keyboard.press("a")
    expect(page.get_by_role("dialog")).to_be_visible()
    expect(page.locator(".handout")).to_have_count(0)
    expect(page).to_have_url(fable)


@pytest.mark.parametrize(
    "options", ["", "&print-type=large&print-margin=on", "&print-type=small&print-paper=letter"]
)
def test_sheets_have_all_of_the_text_and_its_notes_at_their_foot(
    page: Page, fable: str, options: str
) -> None:
    page.goto(f"{fable}../many/?{AT_FOOT}{options}")
    page.locator(".sheet").last.wait_for()
    shown = page.evaluate(SHEETS)

    assert shown["copied"] == shown["source"]
    assert len(shown["ids"]) == len(set(shown["ids"]))
    sheets = shown["sheets"]
    assert sum(sheet["words"] for sheet in sheets) == sum(LENGTHS) + len(LENGTHS)
    assert min(sheet["room"] for sheet in sheets) >= 0
    assert min(sheet["left"] for sheet in sheets) >= 0
    where = {mark: number for number, sheet in enumerate(sheets) for mark in sheet["marks"]}
    begin = {note: number for number, sheet in enumerate(sheets) for note in sheet["notes"] if note}
    assert len(begin) == len(WORDS) + 2
    # After the note that is longer than a page, others may begin later than their marks.
    assert all(begin[f"sheet-note-{one}"] == where[f"sheet-note-{one}"] for one in ("first", "all"))
    assert all(begin[note] >= where[note] for note in begin)
    late = [note for note in begin if begin[note] > where[note]]
    assert len(late) <= 2, late

    printed_pages = pypdf.PdfReader(io.BytesIO(page.pdf(prefer_css_page_size=True))).pages
    assert len(printed_pages) == len(sheets)
    width = {"": 595, "&print-type=small&print-paper=letter": 612}.get(options, 595)
    assert round(float(printed_pages[0].mediabox.width)) == width
    for printed_page, sheet in zip(printed_pages, sheets, strict=True):
        words = printed_page.extract_text().replace(" ", "")
        assert [line for line in sheet["plain"] if line.replace(" ", "") not in words] == []


def test_lines_have_the_same_numbers_on_all_paper(page: Page, fable: str) -> None:
    numbered = []
    for paper in ("a4", "letter"):
        page.goto(f"{fable}../many/?{AT_FOOT}&print-paper={paper}")
        page.locator(".sheet").last.wait_for()
        numbered.append(
            [line for sheet in page.evaluate(SHEETS)["sheets"] for line in sheet["lines"]]
        )
    assert numbered[0] == numbered[1]
    assert [number for number, _ in numbered[0][:3]] == ["5", "10", "15"]

    # In verse, the rest of a long line is none of its own.
    page.goto(f"{fable}../poem/?print-lines=on&print-type=large&preview=on")
    expect(page.locator("[data-number]")).to_have_text("A last line")
    expect(page.locator(".line.goes-on")).not_to_have_count(0)


def test_sheets_are_gone_when_nobody_wants_them(page: Page, fable: str) -> None:
    page.goto(f"{fable}?print-notes=foot")
    page.wait_for_function("() => Boolean(window.readings.showHandout)")
    whole = printed(page)
    assert "1 / 1" in whole or "1 / 2" in whole
    assert "It was red." in whole
    expect(page.locator(".handout")).to_have_count(0)
    expect(page.locator("#note-fox")).to_be_visible()

    page.get_by_role("button", name="Print", exact=True).click()
    page.get_by_label("Show the pages").check()
    expect(page.locator(".sheet .foot")).to_contain_text("It was red.")
    expect(page.locator("#note-fox")).to_be_hidden()
    sheets = page.locator(".sheet").count()
    assert len(pypdf.PdfReader(io.BytesIO(page.pdf(prefer_css_page_size=True))).pages) == sheets
    assert "Its fur is." not in printed(page)
    page.locator("[name=print-notes]").select_option("None")
    expect(page.locator(".sheet .foot, .sheet .mark-note:visible")).to_have_count(0)
    page.get_by_label("Show the pages").uncheck()
    expect(page.locator("#note-fox")).to_be_visible()


def test_pages_are_filled_with_every_line_once(page: Page, fable: str) -> None:
    page.goto(f"{fable}?print-notes=foot")
    page.wait_for_function("() => Boolean(window.readings.fillPages)")
    random = Random(17)
    cases = []
    for _ in range(300):
        counts = [random.choice((0, 0, 0, 1, 2)) for _ in range(random.randint(0, 40))]
        lines = [(random.choice((3, 5, 10)), count) for count in counts]
        keeps = [random.random() < 0.1 for _ in counts]
        lengths = [random.choice((1, 2, 5, 40)) for _ in range(sum(counts))]
        notes = [[0, *(random.choice((2, 3)) for _ in range(length))] for length in lengths]
        cases.append((lines, keeps, notes, random.choice((4, 30, 100))))

    for (lines, _, notes, room), pages in zip(cases, page.evaluate(FILLED, cases), strict=True):
        assert [line for one in pages for line in range(one["from"], one["to"])] == [
            *range(len(lines))
        ]
        found: dict[int, list[int]] = {}
        seen_before: dict[int, int] = {}
        for one in pages:
            for piece in one["pieces"]:
                here = notes[piece["note"]][piece["from"] : piece["to"]]
                if piece["from"] == len(notes[piece["note"]]) - 1:
                    assert seen_before[piece["note"]] <= 2
                seen_before[piece["note"]] = len([*filter(None, here)])
                found.setdefault(piece["note"], []).extend(range(piece["from"], piece["to"]))
        assert found == {number: [*range(len(note))] for number, note in enumerate(notes)}
        for one in pages:
            height = sum(lines[line][0] for line in range(one["from"], one["to"]))
            at_foot = [
                notes[piece["note"]][line]
                for piece in one["pieces"]
                for line in range(piece["from"], piece["to"])
            ]
            is_forced = one["to"] - one["from"] <= 3 and len(at_foot) <= 1
            assert height + sum(at_foot) + 5 * bool(at_foot) <= room or is_forced
