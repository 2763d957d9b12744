"""Make the banner in which `mkdocs serve` shows errors on the pages themselves."""

import html
from importlib.resources import files
from typing import NamedTuple

STYLE_SHEET = "assets/readings-banner.css"
"""Its address on the site. The generated style sheets may not exist yet, so it is separate."""
SCRIPT = "assets/readings-banner.js"
"""The address of the script that reloads pages that MkDocs itself does not reload."""

LINES_SHOWN = 60


class State(NamedTuple):
    """What the errors mean for the page: in a few words, and in a sentence."""

    heading: str
    explanation: str


NOT_UP_TO_DATE = State(
    "Not up to date",
    "This is the last version without errors. It is renewed as soon as they are corrected.",
)
NOT_FIT_TO_PUBLISH = State(
    "Not fit to be published", "Readers’ browsers would not run the scripts listed here."
)


def assets() -> dict[str, bytes]:
    """The files that the banner needs, by address on the site."""
    package = files("build_scripts.pages")
    return {
        STYLE_SHEET: (package / "banner.css").read_bytes(),
        SCRIPT: (package / "banner.js").read_bytes(),
    }


class Banner(NamedTuple):
    """What a banner says, and where its style sheet and script are.

    Attributes:
        summary: the errors in a few words.
        details: the errors in full, on several lines. If they are long, only the first are shown;
            the console has all.
        style_sheet: an address.
        script: the address of `SCRIPT`; empty for a page without it.
        state: what the errors mean.
    """

    summary: str
    details: str
    style_sheet: str
    script: str = ""
    state: State = NOT_UP_TO_DATE


def with_banner(page: str, banner: Banner) -> str:
    """The page with the banner.

    The banner is at the end of the page and sticks to the bottom of the window. There it is always
    visible, and covers neither the header nor the targets of links.
    """
    before, end, after = page.rpartition("</body>")
    return before + _html(banner) + end + after if end else page + _html(banner)


def without_banner(page: str, banner: Banner) -> str:
    """The page as it was before `with_banner`; as it is if it does not have this banner."""
    before, found, after = page.rpartition(_html(banner))
    return before + after if found else page


def _html(banner: Banner) -> str:
    lines = banner.details.split("\n")
    more = len(lines) - LINES_SHOWN
    if more > 0:
        lines[LINES_SHOWN:] = [f"… and {more} more lines in the console"]
    written = (
        f'<link rel="stylesheet" href="{html.escape(banner.style_sheet)}">'
        '<details class="readings-banner" role="alert" open>'
        f"<summary><strong>{banner.state.heading}: {html.escape(banner.summary)}.</strong> "
        f"{banner.state.explanation}</summary>"
        f'<pre tabindex="0">{html.escape(chr(10).join(lines))}</pre></details>'
    )
    if banner.script:
        written += f'<script src="{html.escape(banner.script)}"></script>'
    return written
