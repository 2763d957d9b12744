"""How pages look, as far as it can be measured: widths, lines, contrast, paper."""

import gzip
import re
from collections.abc import Callable
from itertools import combinations, pairwise
from pathlib import Path
from statistics import mean
from typing import NamedTuple

import pytest
from mkdocs.utils import get_theme_dir
from playwright.sync_api import Page, expect

from build_scripts.pages.joined_assets import PUBLISHED_SCRIPTS, PUBLISHED_STYLE_SHEETS, assets
from tests.browser.journeys import readings_of
from tests.made_once import MadeOnce
from tests.mkdocs_runs import PROJECT, build_with

ASSETS = PROJECT / "build_scripts" / "pages" / "assets"
STYLE_AT_MOST = 19 * 1024
SCRIPT_AT_MOST = 19 * 1024
"""Bytes of all that readers load, each file compressed as a server sends it. A kilobyte of the
styles names the files of typefaces: many small ones, of which a page fetches few."""
FOR_ANNOTATING = ("annotate.js", "annotate.css", "selecting.js")
ANNOTATING_AT_MOST = 23 * 1024
"""Likewise of what annotates, with the form; the names of sources and terms come on top."""
FOR_HANDOUTS = ("handout.js", "handout.css")
HANDOUTS_AT_MOST = 9 * 1024
"""Likewise of what fills sheets of paper for a class."""
FOR_SEARCHING = ("search.js", "search-panel.js", "found-words.js")
SEARCHING_AT_MOST = 19 * 1024
"""Likewise of what searches, and of what marks the words on the page of a hit."""
STYLES_OF_THEME = tuple(
    next(Path(get_theme_dir("material"), "assets", "stylesheets").glob(f"{name}.*.css"))
    for name in ("main", "palette")
)
TEXT_CONTRAST, LINE_CONTRAST = 4.5, 3
"""WCAG 2.2, 1.4.3 and 1.4.11."""

KINDS = ("correction", "term", "note", "cross-reference")
HEIGHT_OF_WAVE = 4.5
"""Pixels from crest to trough, as Chromium draws it in this size."""
LAYERS = {
    "seeds/layers.txt": "One alone, two alone, three alone, four alone.\n\n"
    "Five and six and seven and eight and nine together.\n\nA whole paragraph.\n",
    "annotations/readings/layers/reading.yml": "title: Layers\n"
    "source: {file: seeds/layers.txt, sha256: "
    "1d296f1feb7714a080bee41ebfbec7c0bdaeaa0689d1ff4abf4f02a5fff0e490}\nlanguage: en\n"
    "rights: Free\n",
    "annotations/glossary/two.yml": "term: Two\nforms: [two alone]\ndefinition: A number.\n",
    "annotations/glossary/six.yml": "term: Six\nforms: [six]\ndefinition: A number.\n",
    "annotations/readings/layers/all.yml": """
notes:
  - {id: alone, target: {exact: three alone}, sources: [paper],
     body: "[One](https://example.org/1), <https://example.org/2>"}
  - {id: together, target: {exact: and six and seven and eight and}, body: A note.}
  - {id: draft, target: {exact: whole}, body: Not all agree., status: disputed}
  - {id: paragraph, target: {paragraphs: 3}, body: On all of it.}
cross_references:
  - {id: alone, target: {exact: four alone}, refers_to: {term: two}, relation: same-subject}
  - {id: together, target: {exact: six and seven}, refers_to: {term: two}, relation: explains}
corrections:
  - {id: alone, target: {exact: One alone}, reading: Once alone, certainty: likely}
  - {id: together, target: {exact: six and}, reading: sixth and, certainty: likely}
references:
  - {id: paper, type: book, title: A Paper, URL: "https://example.org/paper", issued: 2001}
""",
    "seeds/verse.txt": "Short\n" + "and then a line of many words " * 9 + "\nshort again\n",
    "annotations/readings/verse/reading.yml": "title: Verse\nsource: {file: seeds/verse.txt}\n"
    "language: en\nline_breaks: keep\nparagraphs: [{from: 1, to: 1, role: verse}]\n",
    "seeds/indented.txt": "none"
    + " more words" * 5
    + "\n    four"
    + " more words" * 5
    + "\n\ttab"
    + " more words" * 5
    + "\n",
    "annotations/readings/indented/reading.yml": "title: Indented\nlanguage: en\n"
    "source: {file: seeds/indented.txt}\nline_breaks: keep\n",
    "annotations/readings/indented/all.yml": "notes: "
    '[{id: over, target: {exact: "four", prefix: "words\\n    "}, body: A note.}, '
    '{id: lines, target: {exact: "words\\n    four more"}, body: A note.}]\n',
    "seeds/hebrew.txt": "בראשית ברא אלהים את השמים ואת הארץ " * 9 + "\n",
    "annotations/readings/hebrew/reading.yml": "title: Hebrew\nsource: {file: seeds/hebrew.txt}\n"
    "language: he\n",
    "seeds/wide.txt": "W" * 300 + "\n\nhttps://example.org/" + "a/" * 200 + "\n",
    "annotations/readings/wide/reading.yml": f"title: {'W' * 80}\n"
    "source: {file: seeds/wide.txt}\nlanguage: en\n",
    "annotations/readings/wide/all.yml": "notes: [{id: wide, target: {exact: example.org}, "
    f"body: {'W' * 200}}}]\n",
}
"""A project that tries the style sheets: every layer alone, all together, verse, wide words."""

# Colours come in several notations; a canvas gives the channels of each.
CONTRAST = """
const canvas = new OffscreenCanvas(1, 1).getContext("2d", {willReadFrequently: true});
const over = (colour, ground) => {
    canvas.clearRect(0, 0, 1, 1);
    canvas.fillStyle = colour;
    canvas.fillRect(0, 0, 1, 1);
    const [red, green, blue, alpha] = canvas.getImageData(0, 0, 1, 1).data;
    return [red, green, blue].map((c, i) => (c * alpha + ground[i] * (255 - alpha)) / 255);
};
const groundOf = element => element
    ? over(getComputedStyle(element).backgroundColor, groundOf(element.parentElement))
    : [255, 255, 255];
const luminance = colour => {
    const [red, green, blue] = colour.map(c => c / 255)
        .map(c => c <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4);
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
};
const contrast = (colour, element) => {
    const ground = groundOf(element);
    const [dark, light] = [over(colour, ground), ground].map(luminance).sort((a, b) => a - b);
    return (light + 0.05) / (dark + 0.05);
};
"""


class Line(NamedTuple):
    """The line below the words of a layer."""

    shape: str
    distance: float
    contrast: float


def line_of(page: Page, selector: str) -> Line:
    """The line that the first element of a selector draws."""
    drawn = page.evaluate(
        f"""selector => {{ {CONTRAST}
            const element = document.querySelector(selector), style = getComputedStyle(element);
            if (style.textDecorationLine !== "underline") throw `${{selector}} has no line`;
            return [style.textDecorationStyle, parseFloat(style.textUnderlineOffset),
                    contrast(style.textDecorationColor, element)];
        }}""",
        selector,
    )
    return Line(*drawn)


def faint_words(page: Page) -> list[str]:
    """What kinds of words stand on a page with less contrast than words need."""
    faint: list[str] = page.evaluate(
        f"""least => {{ {CONTRAST}
            const found = new Set();
            for (const element of document.querySelectorAll("article :not(.headerlink)")) {{
                const words = [...element.childNodes].some(
                    node => node.nodeType === Node.TEXT_NODE && node.data.trim());
                if (!words || !element.checkVisibility()) continue;
                const ratio = contrast(getComputedStyle(element).color, element);
                if (ratio < least) found.add(
                    `${{element.tagName}}.${{element.className}} ${{ratio.toFixed(2)}}`);
            }}
            return [...found];
        }}""",
        TEXT_CONTRAST,
    )
    return faint


def line_lengths(page: Page) -> list[int]:
    """The number of characters of each full line of the running text."""
    lengths: list[int] = page.evaluate(
        """() => [...document.querySelectorAll(".reading :is(.answer, .paragraph)")].flatMap(p => {
            const walker = document.createTreeWalker(p, NodeFilter.SHOW_TEXT);
            const range = document.createRange(), lengths = [0];
            let right = 0;
            for (let node; (node = walker.nextNode());) {
                if (node.parentElement.closest("[data-apparatus]")) continue;
                for (let i = 0; i < node.length; i++) {
                    range.setStart(node, i);
                    range.setEnd(node, i + 1);
                    const box = range.getBoundingClientRect();
                    if (!box.width) continue;
                    if (box.right < right - 50) lengths.push(0);
                    right = box.right;
                    lengths[lengths.length - 1]++;
                }
            }
            return lengths.slice(0, -1);
        })"""
    )
    return lengths


@pytest.fixture(scope="module")
def layered_site(made_once: MadeOnce) -> Path:
    """The site of the project above."""
    return made_once("look", lambda folder: build_with(folder, LAYERS)) / "site"


@pytest.fixture
def layered(layered_site: Path, serve_folder: Callable[[Path], str]) -> str:
    """The origin at which that site is served."""
    return serve_folder(layered_site)


@pytest.mark.parametrize("made", ["site", "layered"])
def test_no_page_scrolls_sideways(
    open_page: Callable[..., Page],
    request: pytest.FixtureRequest,
    made: str,
    built_site: Path,
    layered_site: Path,
) -> None:
    folder = built_site if made == "site" else layered_site
    origin = request.getfixturevalue(made)
    page = open_page(java_script_enabled=False)
    too_wide = []
    for path in sorted(folder.rglob("index.html")):
        if 'http-equiv="refresh"' in path.read_text(encoding="utf-8"):
            continue  # it only forwards to a page that is looked at
        page.goto(f"{origin}/{path.relative_to(folder).parent.as_posix()}/")
        for width in (320, 768, 1920):
            page.set_viewport_size({"width": width, "height": 800})
            if page.evaluate("document.documentElement.scrollWidth") > width:
                too_wide.append(f"{path.relative_to(folder)} at {width}")
    assert too_wide == []


@pytest.mark.parametrize("width", [768, 1280, 1920])
def test_a_line_of_text_holds_about_65_characters(
    page: Page, site: str, built_site: Path, width: int
) -> None:
    page.set_viewport_size({"width": width, "height": 800})
    page.goto(f"{site}/{readings_of(built_site)[0]}/")

    lengths = line_lengths(page)
    assert len(lengths) > 20
    assert 55 <= mean(lengths) <= 75, lengths


def test_no_bar_strikes_the_number_of_a_paragraph(page: Page, layered: str) -> None:
    for width in (320, 800, 1280):
        page.set_viewport_size({"width": width, "height": 800})
        page.goto(f"{layered}/readings/layers/")
        paragraph = page.locator("#p3[data-annotation]")
        for target in ("", "#p3"):
            page.goto(f"{layered}/readings/layers/{target}")
            bar = paragraph.bounding_box()
            number = paragraph.locator(".paragraph-number").bounding_box()
            assert bar and number
            right = number["x"] + number["width"]
            assert right < bar["x"] or number["x"] > bar["x"] + 2, width


def test_verse_is_indented_on_a_phone_and_its_blanks_have_no_line(page: Page, layered: str) -> None:
    for width in (320, 390):
        page.set_viewport_size({"width": width, "height": 800})
        page.goto(f"{layered}/readings/indented/")
        words = page.evaluate(
            """() => {
                const range = document.createRange(), lines = [];
                const walker = document.createTreeWalker(
                    document.getElementById("p1"), NodeFilter.SHOW_TEXT);
                for (let node; (node = walker.nextNode());) {
                    for (const word of node.data.matchAll(/[a-z]+/g)) {
                        range.setStart(node, word.index);
                        range.setEnd(node, word.index + word[0].length);
                        const box = range.getBoundingClientRect();
                        if (!lines.length || box.top > lines.at(-1)[0] + 9)
                            lines.push([box.top, word[0], box.left]);
                    }
                }
                return lines.map(([top, word, left]) => [word, left]);
            }"""
        )
        left = dict(reversed(words))
        assert left["none"] < left["four"] < left["tab"]
        begins = {left[word] for word in ("none", "four", "tab")}
        goes_on = {at for word, at in words if word not in ("none", "four", "tab")}
        assert goes_on and min(goes_on) > max(begins)
    expect(page.locator(".annotated .indent").first).to_have_css("display", "inline-block")
    expect(page.locator(".reading [data-paragraph]")).to_have_css("white-space", "pre-line")


def test_numbers_of_paragraphs_never_stand_on_the_text(page: Page, layered: str) -> None:
    page.set_viewport_size({"width": 320, "height": 800})
    for reading in ("layers", "verse", "hebrew", "wide"):
        page.goto(f"{layered}/readings/{reading}/")
        clear = page.evaluate(
            """() => [...document.querySelectorAll(".paragraph-number")].every(number => {
                const own = number.getBoundingClientRect(), range = document.createRange();
                range.setStartAfter(number);
                range.setEndAfter(number.parentElement.lastChild);
                if (own.left < 0 || own.right > innerWidth) return false;
                return [...range.getClientRects()].every(
                    box => box.right <= own.left || box.left >= own.right
                        || box.bottom <= own.top || box.top >= own.bottom);
            })"""
        )
        assert clear, reading


@pytest.mark.parametrize("colours", ["light", "dark"])
def test_each_layer_has_a_line_of_its_own(
    open_page: Callable[..., Page], layered: str, colours: str
) -> None:
    page = open_page(color_scheme=colours)
    page.goto(f"{layered}/readings/layers/")

    lines = [line_of(page, f".reading [class='annotated {kind}']") for kind in KINDS]

    for one, other in combinations(lines, 2):
        assert one.shape != other.shape
    assert [line for line in lines if line.contrast < LINE_CONTRAST] == []


def test_where_four_layers_overlap_their_words_have_four_lines(page: Page, layered: str) -> None:
    page.goto(f"{layered}/readings/layers/")
    alone = {kind: line_of(page, f".reading [class='annotated {kind}']").shape for kind in KINDS}

    piece = ".reading .annotated.correction.cross-reference.note.term"
    lines = {kind: line_of(page, f"{piece} .line-{kind}") for kind in KINDS[1:]}
    lines["correction"] = line_of(page, piece)
    assert {kind: line.shape for kind, line in lines.items()} == alone
    wave, *others = sorted(line.distance for line in lines.values())
    assert others[0] - wave >= HEIGHT_OF_WAVE
    assert all(below - above >= 2 for above, below in pairwise(others))
    expect(page.locator(piece).first).to_have_text("six")


def test_shapes_stay_where_the_system_forces_its_colours(
    open_page: Callable[..., Page], layered: str
) -> None:
    page = open_page(forced_colors="active")
    page.goto(f"{layered}/readings/layers/#note-alone")

    shapes = {line_of(page, f".reading [class='annotated {kind}']").shape for kind in KINDS}
    assert len(shapes) == len(KINDS)
    expect(page.locator("#note-alone")).to_have_css("outline-style", "solid")
    page.goto(f"{layered}/cross-references/")
    # Else a colour of ours, or half of the theme's yellow, would lie below the system's ink.
    expect(page.locator("mark").first).to_have_css("background-color", "rgb(255, 255, 0)")


@pytest.mark.parametrize("colours", ["light", "dark"])
def test_words_and_marks_have_the_contrast_that_reading_takes(
    open_page: Callable[..., Page], layered: str, site: str, colours: str
) -> None:
    page = open_page(color_scheme=colours)
    reading = f"{layered}/readings/layers/"
    targets = ("", "#note-draft", "#p1", "#at-note-alone", "#at-term-two", "#at-corr-alone")
    pages = (f"{layered}/glossary/", f"{layered}/timeline/", f"{site}/", f"{site}/#term-example")
    for address in (*(reading + target for target in targets), *pages):
        page.goto(address)
        for places in page.locator(".places summary").all():
            places.click()
        assert faint_words(page) == [], address


def test_more_contrast_is_given_to_those_who_ask_for_it(
    open_page: Callable[..., Page], layered: str
) -> None:
    page = open_page(contrast="more")
    page.goto(f"{layered}/readings/layers/")
    for kind in KINDS:
        assert line_of(page, f".reading [class='annotated {kind}']").contrast > 10


def test_a_line_of_verse_that_is_too_long_hangs(page: Page, layered: str) -> None:
    page.set_viewport_size({"width": 320, "height": 800})
    page.goto(f"{layered}/readings/verse/")
    edges = page.evaluate(
        """() => {
            const range = document.createRange();
            range.selectNodeContents(document.querySelector(".verse").lastChild);
            const lines = Map.groupBy(range.getClientRects(), box => box.top).values();
            return [...lines].map(boxes => Math.round(boxes[0].left));
        }"""
    )
    _, begins, *goes_on, begins_again = edges
    assert begins == begins_again
    assert {edge > begins for edge in goes_on} == {True}


def test_hebrew_runs_from_right_to_left_in_a_face_of_its_own(page: Page, layered: str) -> None:
    page.goto(f"{layered}/readings/hebrew/")
    text = page.locator(".reading")
    number = page.locator("#p1 .paragraph-number").bounding_box()
    words = page.locator("#p1").bounding_box()

    assert "Hebrew" in text.evaluate("element => getComputedStyle(element).fontFamily")
    assert number and words and number["x"] > words["x"] + words["width"] / 2


def test_a_typeface_at_hand_takes_about_the_room_of_one_that_comes_later(
    open_page: Callable[..., Page], built_site: Path, serve_folder: Callable[[Path], str]
) -> None:
    reading = min(path.name for path in (built_site / "readings").iterdir() if path.is_dir())
    address = f"{serve_folder(built_site)}/readings/{reading}/"
    heights = []
    for comes in (True, False):
        page = open_page(viewport={"width": 390, "height": 800})
        if not comes:
            page.route("**/*.woff2", lambda route: route.abort())
        page.goto(address)
        page.evaluate("document.fonts.ready")
        loaded = page.evaluate("document.fonts.check('16px \"Readings Serif\"')")
        assert loaded is comes
        heights.append(page.locator(".reading").evaluate("text => text.offsetHeight"))

    ours, at_hand = heights
    assert at_hand == pytest.approx(ours, rel=0.03)


def test_the_theme_s_shorter_style_sheet_shows_a_page_as_its_own_do(
    page: Page, layered: str
) -> None:
    page.goto(f"{layered}/readings/layers/")
    page.wait_for_load_state("networkidle")
    same = page.evaluate(
        """async () => {
            const styles = () => [...document.querySelectorAll("body, body *")].flatMap(element =>
                [null, "::before", "::after"].map(part => {
                    const style = getComputedStyle(element, part);
                    return [...style].filter(name => !name.startsWith("--"))
                        .map(name => style.getPropertyValue(name)).join(";");
                }));
            const short = document.querySelector("link[href*='/short.']");
            const before = styles();
            for (const name of THEIRS) {
                const whole = document.createElement("link");
                whole.rel = "stylesheet";
                whole.href = new URL(name, short.href);
                await new Promise(loaded => { whole.onload = loaded; short.before(whole); });
            }
            short.remove();
            const after = styles();
            return after.length === before.length && after.every((one, i) => one === before[i]);
        }""".replace("THEIRS", str([path.name for path in STYLES_OF_THEME]))
    )
    assert same


def test_paper_has_the_notes_and_nothing_to_click(page: Page, layered: str) -> None:
    page.emulate_media(media="print")
    page.goto(f"{layered}/readings/layers/")

    head = ".md-header__inner > :not(.md-header__title), [data-md-component=header-topic]"
    for chrome in (head, ".md-sidebar", ".md-footer", ".headerlink", ".about-text summary"):
        for found in page.locator(chrome).all():
            expect(found).to_be_hidden()
    expect(page.locator(".wordmark")).to_have_text("Annotated Readings")
    expect(page.locator(".wordmark")).to_be_visible()
    # Else a dark page would have dark margins, where browsers print backgrounds.
    expect(page.locator(":root")).to_have_css("color-scheme", re.compile("light"))
    expect(page.locator("#note-alone .body")).to_be_visible()
    expect(page.locator(".about-text > :not(summary)").first).to_be_visible()
    links = page.locator("#source-paper a, #note-alone .body a").all()
    one, two, source = (
        link.evaluate("link => getComputedStyle(link, '::after').content") for link in links
    )
    assert (one, source) == ('" <https://example.org/1>"', '" <https://example.org/paper>"')
    assert two == "none"  # its words are the address
    black = {line_of(page, f".reading [class='annotated {kind}']").contrast for kind in KINDS}
    assert black == {21}

    page.goto(f"{layered}/glossary/")
    expect(page.locator("#term-two .places li").first).to_be_visible()


@pytest.mark.parametrize("paper", ["A4", "Letter"])
def test_nothing_is_cut_off_on_paper(page: Page, layered: str, paper: str) -> None:
    """Chromium shrinks a page that is too wide: then it would have fewer, not more."""
    inches = {"A4": 8.27, "Letter": 8.5}[paper]
    page.emulate_media(media="print")
    page.set_viewport_size({"width": round((inches - 2 * 18 / 25.4) * 96), "height": 900})
    for reading in ("layers", "wide"):
        page.goto(f"{layered}/readings/{reading}/")
        assert page.evaluate("document.documentElement.scrollWidth <= innerWidth"), reading


@pytest.mark.parametrize(("ending", "at_most"), [(".css", STYLE_AT_MOST), (".js", SCRIPT_AT_MOST)])
def test_style_sheets_and_scripts_are_small_all_together(ending: str, at_most: int) -> None:
    sizes = {file.path: len(gzip.compress(file.content)) for file in assets("")}
    on_demand = FOR_ANNOTATING + FOR_HANDOUTS + FOR_SEARCHING
    for_readers = {path: size for path, size in sizes.items() if not path.endswith(on_demand)}
    published = [size for path, size in for_readers.items() if path.endswith(ending)]
    assert published and sum(published) < at_most
    assert sum(sizes[f"/{name}"] for name in FOR_SEARCHING) < SEARCHING_AT_MOST
    assert sum(sizes[f"/{name}"] for name in FOR_HANDOUTS) < HANDOUTS_AT_MOST


def test_what_one_annotates_with_is_small(small_site: Path) -> None:
    folder = small_site / "assets/readings"
    (form,) = folder.glob("contributing-*.js")
    files = [form, *(folder / name for name in FOR_ANNOTATING)]
    assert sum(len(gzip.compress(file.read_bytes())) for file in files) < ANNOTATING_AT_MOST


def test_every_part_of_style_sheet_and_script_is_published() -> None:
    style_sheets = [part for parts in PUBLISHED_STYLE_SHEETS.values() for part in parts]
    scripts = [part for parts in PUBLISHED_SCRIPTS.values() for part in parts]
    assert sorted(path.name for path in (ASSETS / "styles").iterdir()) == sorted(style_sheets)
    assert sorted(path.name for path in (ASSETS / "scripts").iterdir()) == sorted(set(scripts))
