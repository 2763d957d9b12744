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


def with_banner(
    page: str,
    summary: str,
    details: str,
    style_sheet_address: str,
    script_address: str = "",
    state: State = NOT_UP_TO_DATE,
) -> str:
    """A page with the banner: the errors in a few words and in full, on several lines.

    The banner is at the end of the page and sticks to the bottom of the window. There it is always
    visible, and covers neither the header nor the targets of links. Long details are cut; the
    console has all. Without an address, the page does not get `SCRIPT`.
    """
    lines = details.split("\n")
    more = len(lines) - LINES_SHOWN
    if more > 0:
        lines[LINES_SHOWN:] = [f"… and {more} more lines in the console"]
    banner = (
        f'<link rel="stylesheet" href="{html.escape(style_sheet_address)}">'
        '<details class="readings-banner" role="alert" open>'
        f"<summary><strong>{state.heading}: {html.escape(summary)}.</strong> "
        f"{state.explanation}</summary>"
        f'<pre tabindex="0">{html.escape(chr(10).join(lines))}</pre></details>'
    )
    if script_address:
        banner += f'<script src="{html.escape(script_address)}"></script>'
    before, end, after = page.rpartition("</body>")
    return before + banner + end + after if end else page + banner
