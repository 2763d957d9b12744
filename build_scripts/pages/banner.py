"""The banner with which `mkdocs serve` says on pages what is wrong with them."""

import html
from importlib.resources import files
from typing import NamedTuple

STYLE_SHEET = "assets/readings-banner.css"
"""Its address on the site; of its own, for the generated style sheets may not be there yet."""
SCRIPT = "assets/readings-banner.js"
"""The address of the script that reloads pages which MkDocs itself does not."""

LINES_SHOWN = 60


class State(NamedTuple):
    """What is the matter with the page that is seen: in a few words, and in a sentence."""

    heading: str
    explanation: str


NOT_UP_TO_DATE = State(
    "Not up to date", "This is the last good state; it is renewed when what is wrong is mended."
)
NOT_FIT_TO_PUBLISH = State(
    "Not fit to be published", "Browsers of readers would not run what is named here."
)


def assets() -> dict[str, bytes]:
    """The files that the banner needs, by their address on the site."""
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
    """A page with the banner.

    It stands at the end of the page and stays at the lower edge of the window: there it is seen
    wherever one reads, covers no header, and nothing a link leads to.

    Args:
        page: a whole HTML page.
        summary: what is wrong in a few words.
        details: what is wrong in full, over several lines; long ones are cut, for the console has
            everything.
        style_sheet_address: of `STYLE_SHEET`, seen from the page.
        script_address: of `SCRIPT`, where the page needs it.
        state: what the faults mean for the page.
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
