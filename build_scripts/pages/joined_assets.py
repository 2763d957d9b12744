"""The style sheets and scripts of the pages: written in small files, published as a few.

A browser asks for each file by itself, and comments are for those who read the sources: so the
parts are joined in their order, and what a browser does not need is left out. What a reading does
without, or a reader may never ask for, is in files of its own, so that a reading opens fast.
"""

from collections.abc import Callable, Iterable, Iterator
from importlib.resources import files
from importlib.resources.abc import Traversable

import rcssmin
import rjsmin

from build_scripts.model.site_plan import PlannedFile

STYLE_SHEETS = (
    "theme.css",
    "readings.css",
    "roles.css",
    "layers.css",
    "marks.css",
    "apparatus.css",
    "sources.css",
    "reading-tools.css",
    "shown-layers.css",
    "titles.css",
    "search.css",
    "mentions.css",
    "popover.css",
    "contrast.css",
    "margin.css",
    "long-readings.css",
    "print.css",
)
"""The parts of the style sheet, in the order in which one may overrule another."""

STYLE_SHEETS_OF_PAGES = ("pages.css", "lists.css", "pictures.css", "front.css")
"""The parts of the second one, for all pages but the readings themselves."""

STYLE_SHEETS_OF_WRITING_SYSTEMS = ("writing-systems.css",)
"""The parts of the third one, for pages with words in writing systems other than the Latin."""

STYLE_SHEETS_ON_DEMAND = {"annotate.css": ("annotate.css",), "citing.css": ("citing.css",)}
"""Fetched by the script where a reader needs them, with their parts."""

SCRIPTS = (
    "page.js",
    "on-demand.js",
    "layers.js",
    "text-settings.js",
    "progress.js",
    "margin-places.js",
    "margin-notes.js",
    "placement.js",
    "popover.js",
)
"""The parts of the script; the first is what the others stand on."""

SCRIPTS_ON_DEMAND = {
    "annotate.js": (
        "normalised-text.js",
        "quotation.js",
        "selected-passage.js",
        "annotation-yaml.js",
        "body-rules.js",
        "contribution.js",
        "contribution-faults.js",
        "form-view.js",
        "far-end.js",
        "chosen-sources.js",
        "clipboard.js",
        "ways-out.js",
        "annotate.js",
    ),
    "citing.js": ("text-fragment.js", "clipboard.js", "citing.js"),
    "filter.js": ("filter.js",),
    "keys.js": ("next-annotation.js", "keys.js"),
    "long-readings.js": ("long-readings.js",),
    "margin-pairs.js": ("margin-pairs.js",),
    "selecting.js": ("selecting.js",),
    "theme.js": ("theme.js",),
}
"""Fetched by the first script where a page or a reader needs them, with their parts.

A part may be in several of them, so that none waits for another.
"""

STYLE_SHEET = "readings.css"
STYLE_SHEET_OF_PAGES = "pages.css"
STYLE_SHEET_OF_WRITING_SYSTEMS = "writing-systems.css"
SCRIPT = "readings.js"

PUBLISHED_STYLE_SHEETS = {
    STYLE_SHEET: STYLE_SHEETS,
    STYLE_SHEET_OF_PAGES: STYLE_SHEETS_OF_PAGES,
    STYLE_SHEET_OF_WRITING_SYSTEMS: STYLE_SHEETS_OF_WRITING_SYSTEMS,
    **STYLE_SHEETS_ON_DEMAND,
}
PUBLISHED_SCRIPTS = {SCRIPT: SCRIPTS, **SCRIPTS_ON_DEMAND}
"""The files that are published, with their parts."""


def assets(folder: str) -> Iterator[PlannedFile]:
    """The files that the pages load.

    Args:
        folder: where they are published, relative to the documentation folder.
    """
    package = files("build_scripts.pages") / "assets"
    for name, parts in PUBLISHED_STYLE_SHEETS.items():
        yield PlannedFile(f"{folder}/{name}", _joined(package / "styles", parts, rcssmin.cssmin))
    for name, parts in PUBLISHED_SCRIPTS.items():
        yield PlannedFile(f"{folder}/{name}", _joined(package / "scripts", parts, rjsmin.jsmin))
    for entry in package.iterdir():
        if entry.is_file() and not entry.name.startswith("."):
            yield PlannedFile(f"{folder}/{entry.name}", entry.read_bytes())


def _joined(folder: Traversable, names: Iterable[str], shorten: Callable[[str], str]) -> bytes:
    """The parts, each on lines of its own."""
    parts = (shorten((folder / name).read_text(encoding="utf-8")) for name in names)
    return "".join(f"{part}\n" for part in parts).encode()
