"""The style sheets and scripts of the pages: written in small files, published as two.

A browser asks for each file by itself, and comments are for those who read the sources: so the
parts are joined in their order, and what a browser does not need is left out.
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
    "writing-systems.css",
    "roles.css",
    "layers.css",
    "marks.css",
    "apparatus.css",
    "citing.css",
    "reading-tools.css",
    "shown-layers.css",
    "pages.css",
    "search.css",
    "lists.css",
    "popover.css",
    "pictures.css",
    "front.css",
    "contrast.css",
    "margin.css",
    "long-readings.css",
    "print.css",
)
"""The parts of the style sheet, in the order in which one may overrule another."""

SCRIPTS = (
    "page.js",
    "text-fragment.js",
    "citing.js",
    "filter.js",
    "layers.js",
    "text-settings.js",
    "progress.js",
    "margin-places.js",
    "margin-notes.js",
    "margin-pairs.js",
    "long-readings.js",
    "theme.js",
    "placement.js",
    "popover.js",
    "keys.js",
)
"""The parts of the script; the first is what the others stand on."""

STYLE_SHEET = "readings.css"
SCRIPT = "readings.js"


def assets(folder: str) -> Iterator[PlannedFile]:
    """The files that the pages load.

    Args:
        folder: where they are published, relative to the documentation folder.
    """
    package = files("build_scripts") / "assets"
    styles = _joined(package / "styles", STYLE_SHEETS, rcssmin.cssmin)
    yield PlannedFile(f"{folder}/{STYLE_SHEET}", styles)
    yield PlannedFile(f"{folder}/{SCRIPT}", _joined(package / "scripts", SCRIPTS, rjsmin.jsmin))
    for entry in package.iterdir():
        if entry.is_file() and not entry.name.startswith("."):
            yield PlannedFile(f"{folder}/{entry.name}", entry.read_bytes())


def _joined(folder: Traversable, names: Iterable[str], shorten: Callable[[str], str]) -> bytes:
    """The parts, each on lines of its own."""
    parts = (shorten((folder / name).read_text(encoding="utf-8")) for name in names)
    return "".join(f"{part}\n" for part in parts).encode()
