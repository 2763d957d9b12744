"""A reading with each way in which annotations lie on a text, and how each is found on its page."""

import hashlib
import json
from pathlib import Path
from typing import Any, NamedTuple

from tests.mkdocs_runs import build_with

TEXT = """The Harbour Board built the mole in 1901, and nobody knew what it had cost until later.

Of the old mole and the lighthouse nothing is left. The town paid seven thousand crowns, and the \
work was finnished in 1905.

The boats went out at night.

In the morning they came back."""

FILES: dict[str, Any] = {
    "annotations/readings/places/reading.yml": {
        "title": "Places",
        "source": {
            "file": "seeds/places.txt",
            "sha256": hashlib.sha256(TEXT.encode()).hexdigest(),
        },
        "language": "en",
    },
    "annotations/readings/places/all.yml": {
        "notes": [
            {"id": "year", "target": {"exact": "1901"}, "body": "See the [year](https://a.test)."},
            {"id": "old", "target": {"exact": "the old mole"}, "body": "The older of two."},
            {"id": "left", "target": {"exact": "mole and the lighthouse"}, "body": "In 1899."},
            {"id": "border", "target": {"exact": "at night. In the morning"}, "body": "By lamps."},
            {"id": "whole", "target": {"reading": True}, "body": "All of it is doubtful."},
            {"id": "all", "target": {"reading": True}, "body": "All of it is told elsewhere."},
            {"id": "two", "target": {"paragraphs": "3-4"}, "body": "A song has both."},
            {"id": "one", "target": {"paragraphs": "4"}, "body": "A song ends like this."},
        ],
        "cross_references": [
            {
                "id": "price",
                "target": {"exact": "seven thousand crowns"},
                "refers_to": {"reading": "letter", "exact": "seven thousand crowns"},
                "relation": "later-development",
            }
        ],
        "corrections": [
            {
                "id": "finished",
                "target": {"exact": "finnished"},
                "reading": "finished",
                "certainty": "certain",
            }
        ],
    },
}


class Place(NamedTuple):
    """Where annotations lie.

    Attributes:
        words: the selector of an annotated piece.
        said: by entry, words that only its entry says.
    """

    words: str
    said: dict[str, str]


PLACES = {
    "term": Place("a.annotated.term", {"term-harbour-board": "The body that owned the harbour."}),
    "note": Place("[data-annotation='note-year']", {"note-year": "See the year."}),
    "cross-reference": Place(".annotated.cross-reference", {"xref-price": "will not see its"}),
    "correction": Place(".annotated.correction", {"corr-finished": "Probable reading"}),
    "two that overlap": Place(
        "[data-annotation='note-left note-old']",
        {"note-old": "The older of two.", "note-left": "In 1899."},
    ),
    "across a border": Place("#p4 [data-annotation='note-border']", {"note-border": "By lamps."}),
}


def make_edition(folder: Path) -> None:
    """Build the offline edition of the small project with this reading."""
    files = {path: json.dumps(content) for path, content in FILES.items()}
    build_with(folder, {"seeds/places.txt": TEXT} | files, "--strict", OFFLINE="true")
