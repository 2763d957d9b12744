"""Join the small source files of style sheets and scripts into the few that pages load.

A browser requests each file separately, so the parts are joined in order, without comments and
spaces. Styles and scripts that not every reading or reader needs are in further files, so that
readings open fast.
"""

from collections.abc import Callable, Iterable, Iterator
from importlib.resources import files
from importlib.resources.abc import Traversable

import rcssmin
import rjsmin

from build_scripts.model.site_plan import PlannedFile
from build_scripts.pages.print_rules import print_rules
from build_scripts.pages.search_letters import search_letters
from build_scripts.typefaces.faces import font_faces
from build_scripts.typefaces.font_files import font_files

STYLE_SHEET = "readings.css"
STYLE_SHEET_OF_PAGES = "pages.css"
"""For all pages except the readings."""
STYLE_SHEET_OF_WRITING_SYSTEMS = "writing-systems.css"
"""For pages with words in non-Latin writing systems."""
STYLE_SHEET_OF_HANDOUTS = "handout.css"
"""For sheets of paper, on paper and on the screen; it begins with the rules for paper."""
SCRIPT = "readings.js"
ICON = "icon.svg"
"""What browsers show beside the title of a page."""
SEARCH_SCRIPT = "search.js"
"""The worker of the search."""

FONTS = "fonts"
"""The folder of the font files."""

_SEARCHED_TEXT = ("search-letters.js", "search-matching.js", "search-query.js")

PUBLISHED_STYLE_SHEETS = {
    STYLE_SHEET: (
        "face.css",
        "keyboard.css",
        "theme.css",
        "readings.css",
        "roles.css",
        "layers.css",
        "marks.css",
        "apparatus.css",
        "before-text.css",
        "sources.css",
        "after-text.css",
        "reading-tools.css",
        "icons.css",
        "shown-layers.css",
        "titles.css",
        "search.css",
        "mentions.css",
        "popover.css",
        "contrast.css",
        "margin.css",
        "long-readings.css",
        "print.css",
        "print-choices.css",
    ),
    STYLE_SHEET_OF_PAGES: (
        "pages.css",
        "lists.css",
        "pictures.css",
        "comparison.css",
        "side-by-side.css",
        "front.css",
    ),
    STYLE_SHEET_OF_WRITING_SYSTEMS: ("writing-systems.css",),
    # Scripts load these when a reader needs them.
    "annotate.css": ("annotate.css",),
    "citing.css": ("citing.css",),
    STYLE_SHEET_OF_HANDOUTS: ("sheets.css",),
}
"""The parts of each style sheet. Later parts override earlier ones."""

PUBLISHED_SCRIPTS = {
    SCRIPT: (
        "page.js",
        "view.js",
        "on-demand.js",
        "found-place.js",
        "long-readings.js",
        "introduction.js",
        "layers.js",
        "hints.js",
        "answer-lines.js",
        "text-settings.js",
        "progress.js",
        "margin-places.js",
        "margin-notes.js",
        "placement.js",
        "popover.js",
        "leaving-search.js",
        "search-start.js",
    ),
    # The main script loads these when a page or a reader needs them.
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
    "citing.js": ("text-fragment.js", "clipboard.js", "quotation-marks.js", "citing.js"),
    "copy-view.js": ("clipboard.js", "copy-view.js"),
    "filter.js": ("filter.js",),
    "handout.js": ("line-breaking.js", "page-filling.js", "sheets.js"),
    "found-words.js": (*_SEARCHED_TEXT, "found-words.js"),
    "list-parts.js": ("list-parts.js",),
    "keys.js": ("next-annotation.js", "keys.js"),
    "margin-pairs.js": ("margin-pairs.js",),
    SEARCH_SCRIPT: (
        *_SEARCHED_TEXT,
        "search-fields.js",
        "search-near.js",
        "search-ranking.js",
        "search-hits.js",
        "search-pagefind.js",
        "search-pieces.js",
        "search-worker.js",
    ),
    "search-panel.js": ("search-panel.js",),
    "selecting.js": ("selecting.js",),
    "theme.js": ("theme.js",),
}
"""The parts of each script. Later parts of the main script use its first one.

A part may be in several scripts, so that no script waits for another.
"""


def assets(folder: str) -> Iterator[PlannedFile]:
    """The style sheets and scripts to publish in a folder of the documentation folder."""
    package = files("build_scripts.pages") / "assets"
    for name, parts in PUBLISHED_STYLE_SHEETS.items():
        style_sheet = _joined(package / "styles", parts, rcssmin.cssmin)
        yield PlannedFile(f"{folder}/{name}", _before(name, package) + style_sheet)
    for name, content in font_files():
        yield PlannedFile(f"{folder}/{FONTS}/{name}", content)
    for name, parts in PUBLISHED_SCRIPTS.items():
        script = _joined(package / "scripts", parts, rjsmin.jsmin)
        tables = search_letters() if parts[0] == _SEARCHED_TEXT[0] else b""
        yield PlannedFile(f"{folder}/{name}", tables + script)
    for entry in package.iterdir():
        if entry.is_file() and not entry.name.startswith("."):
            yield PlannedFile(f"{folder}/{entry.name}", entry.read_bytes())


def _before(name: str, package: Traversable) -> bytes:
    """What stands in a style sheet before its parts."""
    if name == STYLE_SHEET:
        return f"{font_faces(FONTS)}\n".encode()
    if name == STYLE_SHEET_OF_HANDOUTS:
        parts = PUBLISHED_STYLE_SHEETS[STYLE_SHEET]
        readings = _joined(package / "styles", parts, rcssmin.cssmin).decode()
        return f"{print_rules(readings, '.handout')}\n".encode()
    return b""


def _joined(folder: Traversable, names: Iterable[str], shorten: Callable[[str], str]) -> bytes:
    """The shortened parts, each starting on a new line."""
    parts = (shorten((folder / name).read_text(encoding="utf-8")) for name in names)
    return "".join(f"{part}\n" for part in parts).encode()
