"""Measure how fast a long reading answers in a browser: to scrolling, opening, settings."""

from collections.abc import Sequence
from dataclasses import asdict, dataclass
from pathlib import Path
from statistics import median, quantiles

from playwright.sync_api import sync_playwright

from benchmarks.long_reading import READING, LongReadingSize, write_long_reading
from benchmarks.processes import run_python
from benchmarks.table import table
from tests.browser import chromium
from tests.browser.conftest import ARGUMENTS, AS_ROOT, serving_folder

TIMES, QUICK_TIMES = 20, 2
AT_MOST = 100
"""Milliseconds within which an answer seems immediate."""
WIDTH, HEIGHT = 1440, 900
"""A window wide enough for notes in the margin."""


@dataclass(frozen=True, slots=True)
class Action:
    """What a reader does.

    Attributes:
        name: for the table.
        script: does it, with `turn`, which counts from 0, and `marks`, the marks in the window.
        before: a script that runs first and is not measured.
    """

    name: str
    script: str
    before: str = ""


def _click(name: str, selector: str) -> Action:
    """A click on one control of the reading tools."""
    return Action(name, f"document.querySelector(`.reading-tools {selector}`).click()")


ACTIONS = (
    Action("scroll by a window", "scrollBy({ top: innerHeight * 0.9, behavior: 'instant' })"),
    Action(
        "open the annotations of a mark",
        "marks[turn % marks.length].click()",
        before="readings.hideAnnotations()",
    ),
    *(
        _click(f"{layer}s: hide or show", f"[value={layer}s]")
        for layer in ("note", "term", "cross-reference", "correction")
    ),
    _click("clean text, or all layers", "[data-show=${turn % 2 ? 'all' : 'none'}]"),
    _click("as corrected, or as printed", "[value=${turn % 2 ? 'printed' : 'corrected'}]"),
    _click("larger or smaller text", "[name=size] ~ [data-step='${turn % 2 ? -1 : 1}']"),
    _click("more or less space", "[name=leading] ~ [data-step='${turn % 2 ? -1 : 1}']"),
    _click("notes out of the margin, or back", "[name=margin-notes]"),
)

# Measures from the call to the end of the frame that shows its effect: tasks run after a frame is
# drawn. This is done in the middle of the text, with as much above the window as below it.
MEASURE = """
    async ({ script, before, times }) => {
        const act = new Function("turn", "marks", script), prepare = new Function(before);
        const drawn = () => new Promise(done => requestAnimationFrame(() => setTimeout(done)));
        const rest = () => new Promise(rested => setTimeout(rested, 300)).then(drawn);
        const paragraphs = document.querySelectorAll("[data-paragraph]");
        paragraphs[paragraphs.length >> 1].scrollIntoView({ behavior: "instant" });
        await rest();
        const marks = [...document.querySelectorAll(".reading .mark a")].filter(mark => {
            const { top, bottom } = mark.getBoundingClientRect();
            return top > 100 && bottom < innerHeight;
        });
        const taken = [];
        for (let turn = 0; turn < times; turn++) {
            prepare();
            await rest();
            const start = performance.now();
            act(turn, marks);
            await drawn();
            taken.push(performance.now() - start);
        }
        return taken;
    }
"""


@dataclass(frozen=True, slots=True)
class Answer:
    """How many milliseconds an action took, each time."""

    action: str
    taken: Sequence[float]

    def row(self) -> Sequence[str]:
        """The row of a table: the median, the quartiles, the longest."""
        low, _, high = quantiles(self.taken, n=4, method="inclusive")
        figures = (median(self.taken), low, high, max(self.taken))
        return (self.action, *(f"{figure:.0f}" for figure in figures))


def answers(site: Path, times: int = TIMES) -> Sequence[Answer]:
    """How long each action takes on the page of the long reading in a built site."""
    with sync_playwright() as playwright, serving_folder(site) as origin:
        browser = playwright.chromium.launch(
            executable_path=chromium.find(), args=[*ARGUMENTS, *AS_ROOT]
        )
        page = browser.new_page(viewport={"width": WIDTH, "height": HEIGHT})
        page.goto(f"{origin}/readings/{READING}/")
        measured = [
            Answer(action.name, page.evaluate(MEASURE, {**asdict(action), "times": times}))
            for action in ACTIONS
        ]
        browser.close()
    return measured


def browser_report(root: Path, size: LongReadingSize, times: int = TIMES) -> str:
    """Write a long reading, build its site, and measure how its page answers, in Markdown."""
    write_long_reading(root, size)
    configuration = str(root / "mkdocs.yml")
    run_python("-m", "mkdocs", "build", "--quiet", "--strict", "--config-file", configuration)
    return "\n\n".join(
        (
            "## A long reading in a browser",
            _summary(size, times),
            table(
                ("action", "median", "lower quartile", "upper quartile", "longest"),
                (answer.row() for answer in answers(root / "site", times)),
            ),
        )
    )


def _summary(size: LongReadingSize, times: int) -> str:
    return (
        f"One text of {size.words:,} words on one page with {size.annotations:,} annotations, in "
        f"headless Chromium, {times} times each. Milliseconds from the action to the end of the "
        f"frame that shows it; {AT_MOST} or less seems immediate."
    )
