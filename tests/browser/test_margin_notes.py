"""Notes beside the text: near their places, clear of one another, and below the text elsewhere."""

from collections.abc import Callable, Sequence
from hashlib import sha256
from itertools import accumulate, pairwise
from pathlib import Path
from random import Random
from time import sleep
from typing import Any, NamedTuple

import pytest
from playwright.sync_api import Page, Route, expect

from tests.browser.journeys import expect_to_be_at
from tests.made_once import MadeOnce
from tests.mkdocs_runs import build_with

WIDTHS = (1240, 1440, 1920)
"""Without a table of contents, with both sidebars, and with the theme's larger letters."""
GAP = 10
SHORT_GAP = 4
"""After a note that is shown on one line."""
LEAST_END = 640
"""Pixels that notes may take beside a text, however short it is."""
ROUNDING = 1

PLACES = [f"place {number}" for number in range(1, 41)]
CROWDED = ("ten", "eleven", "twelve", "thirteen", "fourteen")
STRESS = {
    # Forty notes on some twenty lines.
    "seeds/stress.txt": "\n\n".join(
        " ".join(f"Here is {place} among words that nobody annotates." for place in places)
        for places in (PLACES[:20], PLACES[20:])
    )
    + "\n\nThe last paragraph.\n",
    "annotations/readings/stress/reading.yml": "title: Stress\nlanguage: en\n"
    "source: {file: seeds/stress.txt}\n",
    "annotations/readings/stress/notes.yml": "notes:\n"
    + "".join(
        f"  - {{id: note-{number}, target: {{exact: {place} among}}, "
        f"body: {'A remark. ' * length}}}\n"
        for number, (place, length) in enumerate(zip(PLACES, [1, 4, 2, 9] * 10, strict=True), 1)
    )
    + "  - {id: all, target: {reading: true}, body: On everything.}\n"
    "cross_references:\n"
    "  - {id: last, target: {exact: last paragraph}, refers_to: {reading: stress, exact: place 40},"
    " relation: same-subject}\n",
    "seeds/calm.txt": "\n\n".join(f"Paragraph {n} has words. " + "More words. " * 90 for n in "123")
    + "\n",
    "annotations/readings/calm/reading.yml": "title: Calm\nlanguage: en\n"
    "source: {file: seeds/calm.txt, sha256: SHA}\nrights: Free.\n",
    "annotations/readings/calm/notes.yml": "notes:\n"
    "  - {id: first, target: {exact: Paragraph 1}, body: A remark.}\n"
    "  - {id: whole, target: {paragraphs: 2}, body: A remark on all of it.}\n"
    "  - {id: third, target: {exact: Paragraph 3}, body: A remark.}\n",
    "seeds/hebrew.txt": "בראשית ברא אלהים את השמים ואת הארץ " * 9 + "סוף\n",
    "annotations/readings/hebrew/reading.yml": "title: Hebrew\nsource: {file: seeds/hebrew.txt}\n"
    "language: he\n",
    "annotations/readings/hebrew/notes.yml": "notes:\n"
    "  - {id: end, target: {exact: סוף}, body: End.}\n",
    # Fourteen notes on two lines, five on another, and ten that have all the room they want.
    "seeds/mixed.txt": "\n\n".join(
        (
            " and ".join(PLACES[:14]) + " and",
            "Calm words. " * 60,
            f"And then {' '.join(CROWDED)}.",
            *(f"Paragraph {number} is calm. " + "Words. " * 80 for number in range(1, 11)),
        )
    )
    + "\n",
    "annotations/readings/mixed/reading.yml": "title: Mixed\nlanguage: en\n"
    "source: {file: seeds/mixed.txt}\n",
    "annotations/readings/mixed/notes.yml": "notes:\n"
    + "".join(
        f"  - {{id: place-{n}, target: {{exact: place {n} and}}, body: A remark.}}\n"
        for n in range(1, 15)
    )
    + "".join(
        f"  - {{id: {word}, target: {{exact: {word}}}, body: {'A long remark. ' * 20}}}\n"
        for word in CROWDED
    )
    + "".join(
        f"  - {{id: calm-{n}, target: {{exact: Paragraph {n} is}}, body: A remark.}}\n"
        for n in range(1, 11)
    ),
    "seeds/crowded.txt": " ".join(PLACES) + "\n",
    "annotations/readings/crowded/reading.yml": "title: Crowded\nlanguage: en\n"
    "source: {file: seeds/crowded.txt}\n",
    "annotations/readings/crowded/notes.yml": "notes:\n"
    + "".join(
        f"  - {{id: place-{n}, target: {{exact: 'place {n} p'}}, body: A remark.}}\n"
        for n in range(1, 40)
    ),
    "seeds/plain.txt": "A text without notes.\n",
    "annotations/readings/plain/reading.yml": "title: Plain\nsource: {file: seeds/plain.txt}\n"
    "language: en\n",
}


class Note(NamedTuple):
    """A note as it is drawn, in pixels of the page.

    `wanted` is where it would stand alone, and `room` its height with the gap after it.
    """

    wanted: float
    room: float
    left: float
    top: float
    right: float
    bottom: float


def notes_of(page: Page) -> list[Note]:
    """All notes, from the top."""
    drawn: list[Sequence[float]] = page.evaluate(
        """gaps => [...document.querySelectorAll(".apparatus-note .entry")].map(entry => {
            const mark = document.getElementById(`at-${entry.id}`).getBoundingClientRect();
            const {left, top, right, bottom} = entry.getBoundingClientRect();
            const wanted = (mark.top + mark.bottom) / 2 - 6;
            const room = bottom - top + gaps[Number(entry.dataset.beside === "1")];
            return [wanted + scrollY, room, left, top + scrollY, right, bottom + scrollY];
        })""",
        [GAP, SHORT_GAP],
    )
    return sorted((Note(*note) for note in drawn), key=lambda note: note.top)


def drawn_notes_of(page: Page) -> list[Note]:
    """All notes, from the top, when the browser has drawn what was changed."""
    page.evaluate("() => new Promise(drawn => requestAnimationFrame(() => setTimeout(drawn)))")
    return notes_of(page)


def boxes(page: Page, selector: str) -> Any:
    """Left, top, right and bottom of the first element of a selector, in pixels of the page."""
    return page.locator(selector).first.evaluate(
        """element => {
            const {left, top, right, bottom} = element.getBoundingClientRect();
            return {left, top: top + scrollY, right, bottom: bottom + scrollY};
        }"""
    )


def expect_as_near_as_can_be(
    wanted: Sequence[float],
    heights: Sequence[float],
    tops: Sequence[float],
    gap: float,
    first: float,
    last: float,
    rounding: float,
) -> None:
    """The tops that have the least sum of squared distances from those wanted, and no others.

    None is above `first`, and none ends below `last` if they have room.

    Least squares in a fixed order is a convex problem: a solution that no small movement improves
    is the best one. What can move is the end of a run of notes that touch, downwards, and the
    beginning of one, upwards.
    """
    assert tops[0] >= first - rounding
    free = [True]
    for (top, below), height in zip(pairwise(tops), heights, strict=False):
        assert below >= top + height + gap - rounding, "two notes overlap"
        free.append(below > top + height + gap + rounding)
    starts = [index for index, is_free in enumerate(free) if is_free]
    for start, end in pairwise([*starts, len(tops)]):
        off = [tops[index] - wanted[index] for index in range(start, end)]
        allowed = rounding * len(off)
        if tops[start] > first + rounding:
            assert max(accumulate(off)) <= allowed, "the beginning of a run could move up"
        if end < len(tops) or tops[-1] + heights[-1] < last - rounding:
            assert min(accumulate(reversed(off))) >= -allowed, "the end of a run could move down"


SUM_UP_SHIFTS = """
    window.shifted = 0;
    new PerformanceObserver(list => {
        for (const { value } of list.getEntries()) window.shifted += value;
    }).observe({ type: "layout-shift", buffered: true });
"""


def layout_shift(page: Page) -> float:
    """The sum of what moved by itself, on a page with the script above."""
    page.evaluate("() => new Promise(drawn => setTimeout(drawn, 100))")
    shift: float = page.evaluate("window.shifted")
    return shift


@pytest.fixture(scope="module")
def stress_site(made_once: MadeOnce) -> Path:
    """The site of the project above."""
    digest = sha256(STRESS["seeds/calm.txt"].encode()).hexdigest()
    files = {path: content.replace("SHA", digest) for path, content in STRESS.items()}
    return made_once("margin", lambda folder: build_with(folder, files)) / "site"


@pytest.fixture
def stress(stress_site: Path, serve_folder: Callable[[Path], str]) -> str:
    """The address of its readings."""
    return f"{serve_folder(stress_site)}/readings"


@pytest.fixture
def wide(open_page: Callable[..., Page]) -> Page:
    """An empty page in a wide window."""
    return open_page(viewport={"width": 1440, "height": 900})


def test_the_places_of_notes_are_the_best_ones(wide: Page, stress: str) -> None:
    wide.goto(f"{stress}/calm/")
    random = Random(5)
    cases = []
    for _ in range(400):
        count = random.randint(1, 30)
        wanted = sorted(random.uniform(-50, 40 * count) for _ in range(count))
        heights = [random.choice((0, 5, 20, 60, 300)) for _ in range(count)]
        gap, first = random.choice((0, 7)), random.choice((0, 25))
        needed = sum(heights) + gap * (count - 1)
        last = first + needed + random.choice((0, 1, 40, 1000, -1))
        cases.append((wanted, heights, gap, first, last))

    found = wide.evaluate("cases => cases.map(it => readings.marginPlaces(...it))", cases)

    for (wanted, heights, gap, first, last), tops in zip(cases, found, strict=True):
        has_room = first + sum(heights) + gap * (len(heights) - 1) <= last
        assert not has_room or tops[-1] + heights[-1] <= last + 1e-6
        lowest = last if has_room else float("inf")
        expect_as_near_as_can_be(wanted, heights, tops, gap, first, lowest, 1e-6)


@pytest.mark.parametrize("size", [1, 1.4])
def test_forty_notes_on_twenty_lines_stand_clear_and_near(
    wide: Page, stress: str, size: float
) -> None:
    page = wide
    page.goto(f"{stress}/stress/")
    page.locator("article").evaluate(
        "(article, size) => article.style.setProperty('--reading-size', size)", size
    )
    for width in WIDTHS:
        page.set_viewport_size({"width": width, "height": 800})
        notes = drawn_notes_of(page)
        text, article = boxes(page, ".reading"), boxes(page, "article")

        assert len(notes) == len(PLACES) + 1
        expect_as_near_as_can_be(
            [note.wanted for note in notes],
            [note.room - GAP for note in notes],
            [note.top for note in notes],
            GAP,
            boxes(page, ".whole-reading")["top"],
            max(text["bottom"], text["top"] + LEAST_END),
            ROUNDING,
        )
        assert min(note.left for note in notes) > text["right"]
        assert max(note.right for note in notes) <= article["right"] <= width
        assert notes[-1].bottom <= article["bottom"] <= boxes(page, ".md-footer")["top"]
        assert boxes(page, "#xref-last")["right"] < notes[0].left
        if page.locator(".md-sidebar--secondary").is_visible():
            assert notes[0].right <= boxes(page, ".md-sidebar--secondary")["left"]
        assert page.evaluate("document.documentElement.scrollWidth") <= width


def test_notes_without_room_are_shortened_or_below_the_text(wide: Page, stress: str) -> None:
    page = wide
    page.goto(f"{stress}/mixed/")
    text = boxes(page, ".reading")
    notes = drawn_notes_of(page)
    beside = [note for note in notes if note.left > text["right"]]
    assert [len(beside), len(notes)] == [15, 29]
    assert all(note.top > text["bottom"] for note in notes if note not in beside)
    assert max(abs(note.top - note.wanted) for note in beside) < 240
    assert beside[-1].bottom <= text["bottom"]
    left_below = page.locator(".left-below")
    expect(left_below).to_have_text("Notes 1–14: below the text")
    assert boxes(page, ".left-below")["left"] == beside[0].left
    assert abs(boxes(page, ".left-below")["top"] - boxes(page, "#p1")["top"]) < 20
    left_below.get_by_role("link").click()
    expect(page.locator("#note-place-1")).to_be_in_viewport()

    # By mouse and by keyboard it is unfolded, and no other moves.
    note = page.locator("#note-eleven")
    folded = boxes(page, "#note-eleven")
    note.scroll_into_view_if_needed()
    before = drawn_notes_of(page)
    for unfolds in (note.hover, note.locator(".way-back").focus):
        page.mouse.move(0, 0)
        assert boxes(page, "#note-eleven") == folded
        expect(note.locator(".permalink")).to_be_hidden()
        unfolds()
        expect(note.locator(".permalink")).to_be_visible()
        unfolded = drawn_notes_of(page)
        assert [one.top for one in unfolded] == [one.top for one in before]
        assert boxes(page, "#note-eleven")["bottom"] > folded["bottom"] + 100

    page.goto(f"{stress}/crowded/")
    expect(page.get_by_role("heading", name="Notes", exact=True)).to_be_visible()
    assert drawn_notes_of(page)[0].top > boxes(page, ".reading")["bottom"]
    page.get_by_role("button", name="Text").click()
    expect(page.locator(".margin-notes")).to_contain_text("below the text")


def test_notes_with_room_stand_at_their_lines_and_paragraphs(wide: Page, stress: str) -> None:
    wide.goto(f"{stress}/calm/")
    first, whole, third = drawn_notes_of(wide)
    assert first.top == pytest.approx(first.wanted, abs=ROUNDING)
    assert whole.top == pytest.approx(boxes(wide, "#p2")["top"], abs=ROUNDING)
    assert third.top == pytest.approx(third.wanted, abs=ROUNDING)


def test_notes_follow_what_moves_the_text(wide: Page, stress: str) -> None:
    wide.goto(f"{stress}/calm/")
    before = drawn_notes_of(wide)

    wide.locator(".about-text summary").click()
    unfolded = drawn_notes_of(wide)
    assert unfolded[0].top > before[0].top + 20
    assert unfolded[0].top == pytest.approx(unfolded[0].wanted, abs=ROUNDING)

    # Something that changes lines without changing the height of any box that is watched.
    wide.evaluate(
        """() => {
            document.getElementById("p1").style.translate = "0 40px";
            document.dispatchEvent(new Event("readings:layout"));
        }"""
    )
    moved = drawn_notes_of(wide)
    assert moved[0].top == pytest.approx(unfolded[0].top + 40, abs=ROUNDING)
    assert moved[2].top == pytest.approx(unfolded[2].top, abs=ROUNDING)


@pytest.mark.parametrize("where", ["narrow", "paper", "without scripts"])
def test_elsewhere_notes_are_a_list_below_the_text(
    open_page: Callable[..., Page], stress: str, where: str
) -> None:
    page = open_page(
        viewport={"width": 1440, "height": 900}, java_script_enabled=where != "without scripts"
    )
    page.goto(f"{stress}/stress/")
    if where == "paper":
        page.emulate_media(media="print")
    elif where == "narrow":
        page.set_viewport_size({"width": 1200, "height": 900})
        expect(page.locator(".margin-notes")).to_be_hidden()

    expect(page.get_by_role("heading", name="Notes", exact=True)).to_be_visible()
    notes = notes_of(page) if where == "without scripts" else drawn_notes_of(page)
    assert len(notes) == len(PLACES) + 1
    assert notes[0].top > boxes(page, ".reading")["bottom"]
    if where != "paper":  # which has columns
        assert all(above.bottom <= below.top for above, below in pairwise(notes))
        assert notes[-1].bottom < boxes(page, "#xref-last")["top"]


def test_a_reader_may_have_them_below_the_text(wide: Page, stress: str) -> None:
    page = wide
    page.set_viewport_size({"width": 1240, "height": 900})
    page.goto(f"{stress}/stress/")
    contents, switch = page.locator(".md-sidebar--secondary"), page.get_by_label("in the margin")
    expect(contents).to_be_hidden()

    page.get_by_role("button", name="Text").click()
    switch.uncheck()
    expect(page.locator("html")).to_have_attribute("data-margin-notes", "off")
    expect(contents).to_be_visible()
    assert drawn_notes_of(page)[0].top > boxes(page, ".reading")["bottom"]

    page.reload()
    expect(switch).not_to_be_checked()
    expect(contents).to_be_visible()

    page.get_by_role("button", name="Text").click()
    switch.check()
    expect(contents).to_be_hidden()
    assert drawn_notes_of(page)[0].left > boxes(page, ".reading")["right"]


def test_a_text_without_notes_has_no_margin(wide: Page, stress: str) -> None:
    wide.set_viewport_size({"width": 1240, "height": 900})
    wide.goto(f"{stress}/plain/")
    expect(wide.locator(".md-sidebar--secondary")).to_be_visible()
    expect(wide.locator(".margin-notes")).to_have_count(0)


def test_an_address_leads_to_a_note_and_to_its_words(wide: Page, stress: str) -> None:
    page = wide
    page.goto(f"{stress}/calm/#note-third")
    note = page.locator("#note-third")
    expect(note).to_be_in_viewport()
    expect(page.locator("#at-note-third")).to_be_in_viewport()
    expect_to_be_at(page, note)

    note.locator(".way-back").click()
    expect_to_be_at(page, page.locator("#at-note-third"))
    expect(note).to_be_in_viewport()


def test_a_mark_and_its_note_show_that_they_belong_together(wide: Page, stress: str) -> None:
    page = wide
    page.goto(f"{stress}/calm/")
    mark, note = page.locator("#at-note-first"), page.locator("#note-first")
    words = page.locator(".reading .annotated[data-annotation='note-first']")
    paired = page.locator(".paired")

    for points in (mark.hover, words.hover, note.hover, note.locator(".way-back").focus):
        page.mouse.move(0, 0)
        expect(paired).to_have_count(0)
        points()
        for element in (mark, note, words):
            expect(element).to_contain_class("paired")
        page.locator("h1").hover()


def test_the_margin_is_where_lines_end(wide: Page, stress: str) -> None:
    wide.goto(f"{stress}/hebrew/")
    (note,) = drawn_notes_of(wide)
    sidebar, text = boxes(wide, ".md-sidebar--primary"), boxes(wide, ".reading")
    assert sidebar["right"] < note.left < note.right < text["left"]


@pytest.mark.parametrize("width", [1240, 1920])
@pytest.mark.parametrize("reading", ["stress", "hebrew", "mixed"])
def test_nothing_moves_when_the_script_comes_late(
    open_page: Callable[..., Page], stress: str, width: int, reading: str
) -> None:
    page = open_page(viewport={"width": width, "height": 900})

    def hold_back(route: Route) -> None:
        sleep(0.4)
        route.continue_()

    page.add_init_script(SUM_UP_SHIFTS)
    page.route("**/*.woff2", lambda route: route.abort())  # typefaces: `test_look.py`
    page.route("**/readings.js", hold_back)
    page.goto(f"{stress}/{reading}/")
    expect(page.locator(".apparatus-note .entry").first).to_be_visible()
    assert layout_shift(page) == 0
