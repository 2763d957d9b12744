"""Check that texts which stand side by side on a finished site are exactly those of the sources.

Like `fidelity.py`, this relies only on the contract of the HTML: `data-beside`, `data-text`,
`data-paragraph` and `data-apparatus`.
"""

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


class PairToFind(NamedTuple):
    """A text and its original, by their ids, with what is published of them.

    Attributes:
        other: the translation or later version, after which the pair is named.
    """

    other: str
    texts: Mapping[str, SourceText]


def pairs_to_find(readings: Mapping[str, Reading]) -> Iterator[PairToFind]:
    """The texts that must stand side by side."""
    for reading in readings.values():
        original = original_of(reading, readings)
        if original is not None and original is not reading:
            texts = {one.id: one.source for one in (original, reading)}
            yield PairToFind(reading.id, texts)


def verify_pair(
    root: Path, site: Path, pair: PairToFind, parse: Callable[[Path, Path], ParsedPage]
) -> Iterator[Diagnostic]:
    """Compare both texts, wherever they stand side by side, with the sources.

    There are no findings if each paragraph of both is there once, in order and exactly.
    """
    mark = f'data-beside="{pair.other}"'.encode()
    files = sorted((site / _FOLDER).rglob("*.html"))
    pages = [parse(path, root) for path in files if mark in path.read_bytes()]
    for name, source in pair.texts.items():
        found = (read_beside(page, pair.other, name) for page in pages)
        built: list[BuiltPage] = [page for page in found if page.has_reading]
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
