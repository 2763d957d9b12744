"""Check that texts which stand side by side on a finished site are exactly those of the sources.

Like `fidelity.py`, this relies only on the contract of the HTML: `data-beside`, `data-text`,
`data-paragraph` and `data-apparatus`.
"""

import re
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from typing import NamedTuple

from build_scripts.model.codes import Code
from build_scripts.model.diagnostic import Diagnostic
from build_scripts.model.line_and_column import Document, Origin
from build_scripts.model.reading import Reading
from build_scripts.model.side_by_side import original_of
from build_scripts.model.source_text import SourceText
from build_scripts.verify.built_page import BuiltPage, ParsedPage, read_beside
from build_scripts.verify.fidelity import REBUILD, verify_paragraphs, verify_rest
from build_scripts.verify.shown_path import shown_path

_FOLDER = "comparisons"
_BESIDE = re.compile(rb'data-beside=["\']?([a-z0-9-]+)')


class PairToFind(NamedTuple):
    """A text and its original, by their ids, with what is published of them.

    Attributes:
        other: the translation or later version, after which the pair is named.
        pages: the files in which it stands beside its original.
    """

    other: str
    texts: Mapping[str, SourceText]
    pages: tuple[Path, ...]


def pairs_to_find(site: Path, readings: Mapping[str, Reading]) -> Iterator[PairToFind]:
    """The texts that must stand side by side."""
    pairs = {
        reading.id: (original, reading)
        for reading in readings.values()
        if (original := original_of(reading, readings)) and original is not reading
    }
    pages = _pages_by_pair(site) if pairs else {}
    for name, pair in pairs.items():
        texts = {one.id: one.source for one in pair}
        yield PairToFind(name, texts, tuple(pages.get(name, ())))


def _pages_by_pair(site: Path) -> dict[str, list[Path]]:
    pages: dict[str, list[Path]] = {}
    for path in (site / _FOLDER).rglob("*.html"):
        for name in {*_BESIDE.findall(path.read_bytes())}:
            pages.setdefault(name.decode(), []).append(path)
    return pages


def verify_pair(
    root: Path, site: Path, pair: PairToFind, parse: Callable[[Path, Path], ParsedPage]
) -> Iterator[Diagnostic]:
    """Compare both texts, wherever they stand side by side, with the sources.

    There are no findings if each paragraph of both is there once, in order and exactly.
    """
    pages = [parse(path, root) for path in pair.pages]
    for name, source in pair.texts.items():
        found = (read_beside(page, pair.other, name) for page in pages)
        built = sorted((page for page in found if page.has_reading), key=_first_number)
        if not built:
            place = Origin(Document(shown_path(site / _FOLDER, root), ""), 0)
            yield place.diagnostic(
                Code.READING_NOT_BUILT,
                f"No page shows the text of “{name}” where “{pair.other}” stands beside its "
                "original",
                REBUILD,
            )
            continue
        for page in built:
            yield from verify_rest(page)
        numbers = range(1, len(source.paragraphs) + 1)
        yield from verify_paragraphs(source, built, dict.fromkeys(numbers, built[0].file))


def _first_number(page: BuiltPage) -> tuple[int, str]:
    """Where the text of a page begins: the pages of a long one are named after their rows."""
    labels = (paragraph.label for paragraph in page.paragraphs)
    number = next((int(label) for label in labels if label.isdecimal()), 0)
    return number, str(page.file.path)
