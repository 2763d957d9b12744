"""Find the places in a project where a save is measured: a note, a term, a title, a plain page."""

import re
from collections import Counter
from collections.abc import Iterable
from pathlib import Path
from typing import NamedTuple

from build_scripts.model.line_and_column import Origin
from build_scripts.model.reading import Reading
from build_scripts.model.scalar_place import place_in_scalar
from build_scripts.read.project import read_project

TERM_FILE = Path("annotations/glossary/term-of-the-benchmark.yml")
TERM = f"term-{TERM_FILE.stem}"
"""The id of the term's entry on a page."""
_DEFINITION = "Put here by the benchmark."
_WORD = re.compile(r"[^\W\d_]{5,}")
_SHARE = 10


class Place(NamedTuple):
    """Where a word is put, and where a reader sees it.

    Attributes:
        file: what is saved.
        text: all that is in it.
        offset: of the new word in it, in code points.
        address: of a page that shows the word, with a slash at its end.
    """

    file: Path
    text: str
    offset: int
    address: str

    def save(self, word: str) -> None:
        """Save the file with a word put in."""
        changed = f"{self.text[: self.offset]}{word} {self.text[self.offset :]}"
        self.file.write_bytes(changed.encode())

    def restore(self) -> None:
        """Save it as it was."""
        self.file.write_bytes(self.text.encode())


def add_term(root: Path) -> None:
    """Add a term that stands in about a tenth of the readings: one of their ordinary words.

    Raises:
        ValueError: there is no word that could be one.
    """
    project, _ = read_project(root)
    readings = project.collection.readings
    # At the beginning of a sentence, a word is found as well.
    texts = [
        {word.lower() for word in _WORD.findall(reading.source.text) if word[1:].islower()}
        for reading in readings
    ]
    counts = Counter(word for text in texts for word in text)
    forms = {form for term in project.collection.terms for form in term.forms}
    known = {part.lower() for form in forms for part in _WORD.findall(form)}
    wanted = max(1, round(len(readings) / _SHARE))
    words = (word for word in counts if word not in known)
    word = min(words, key=lambda word: (abs(counts[word] - wanted), word), default="")
    if not word:
        raise ValueError(f"{root} has no word that could be a term")
    path = root / TERM_FILE
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(f"term: {word}\ndefinition: {_DEFINITION}\n", encoding="utf-8")


def places(root: Path) -> dict[str, Place]:
    """The places by kind, in a project that was built with the term of `add_term`.

    Raises:
        ValueError: there is no reading with a note that begins with a letter.
    """
    project, _ = read_project(root)
    readings = sorted(project.collection.readings, key=lambda reading: reading.id)
    middle = len(readings) // 2
    by_nearness = sorted(readings, key=lambda reading: abs(readings.index(reading) - middle))
    found = {"note": _note(root, by_nearness)}
    if (root / TERM_FILE).is_file():
        text = (root / TERM_FILE).read_text(encoding="utf-8")
        first, *_ = pages_with(root, TERM)
        offset = text.index(_DEFINITION)
        found["term"] = Place(root / TERM_FILE, text, offset, first)
    reading = by_nearness[0]
    title = reading.metadata.title
    found["title"] = _place(root, reading.origin.at("title"), title, f"readings/{reading.id}/")
    return found


def pages_with(root: Path, entry: str) -> list[str]:
    """The addresses of the pages of readings that have an entry, as they were generated last."""
    docs = root / "docs"
    return [
        _address(path.relative_to(docs))
        for path in sorted((docs / "readings").rglob("*.md"))
        if f'id="{entry}"' in path.read_text(encoding="utf-8")
    ]


def plain_place(plain: Path) -> Place:
    """The place in a project of plain texts: below the heading of the page in the middle."""
    pages = sorted(path for path in (plain / "docs").glob("*.md") if path.stem != "index")
    page = pages[len(pages) // 2]
    text = page.read_text(encoding="utf-8")
    return Place(page, text, text.index("\n\n") + 2, f"{page.stem}/")


def _note(root: Path, readings: Iterable[Reading]) -> Place:
    notes = (
        (reading, note)
        for reading in readings
        for note in reading.notes
        if note.body.markdown.lstrip()[:1].isalpha()
    )
    for reading, note in notes:
        for address in pages_with(root, f"note-{note.id}"):
            if address.startswith(f"readings/{reading.id}/"):
                return _place(root, note.body.origin, note.body.markdown, address)
    raise ValueError(f"{root} has no note whose body begins with a letter")


def _place(root: Path, origin: Origin, value: str, address: str) -> Place:
    """The place before the first character of a value."""
    place = place_in_scalar(origin, value, 0)
    return Place(root / place.document.path, place.document.text, place.offset, address)


def _address(page: Path) -> str:
    folder = page.parent if page.stem == "index" else page.with_suffix("")
    return f"{folder.as_posix()}/"
