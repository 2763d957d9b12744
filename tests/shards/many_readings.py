"""A small project with everything that one part of a site needs to know of another."""

import json
import os
from collections.abc import Iterable
from hashlib import sha256
from pathlib import Path
from typing import Any

from tests.mkdocs_runs import settings_of_project

NAMES = tuple(f"{kind}-{number}" for kind in ("letter", "speech", "tale") for number in range(1, 5))
"""The ids of the readings, four in each collection."""
KEPT_BACK = {"letter-2": "passages", "speech-3": "notes", "tale-2": "passages", "tale-4": "notes"}
"""The readings of which not all is published; tale-2 has parts."""
VARIABLES = {
    **{name: value for name, value in os.environ.items() if name not in {"OFFLINE", "REPOSITORY"}},
    "NO_COLOR": "1",
    "NO_MKDOCS_2_WARNING": "1",
    "SITE_URL": "https://example.org/texts/",
    "SOURCE_DATE_EPOCH": "1700000000",
}


HIDDEN_CHINESE = "那只青蛙从来没有见过这样的国王"


def secrets_of(name: str) -> list[str]:
    """Words that only one text has, and that nothing refers to."""
    return [f"{word}{name[0]}{name[-1]}" for word in ("Wilber", "murkle", "plinth", "corvan")]


def text_of(name: str) -> str:
    """The text of a reading. Only `tale-3` has the basilisk.

    Where not all is published, there are words that are nowhere else.
    """
    paragraphs = [
        f"Words at the beginning of {name}.",
        "A king met the Frog at the pond.",
        "The basilisk was there." if name == "tale-3" else "Nobody else was there.",
        f"Words at the end of {name}, where the king went home.",
    ]
    if name in KEPT_BACK:
        paragraphs[2] += f" {' '.join(secrets_of(name))}"
        paragraphs.append(f"השועל השומר {' '.join(secrets_of(name))}. {HIDDEN_CHINESE}")
    return "\n\n".join(paragraphs) + "\n"


def files() -> dict[str, Any]:
    """The files of the project; what is no text is written as JSON, which is YAML."""
    content: dict[str, Any] = {}
    for place, name in enumerate(NAMES):
        content |= _reading(name, *(NAMES[(place + step) % len(NAMES)] for step in (5, 7, 10)))
    of_one = "annotations/readings/{}/reading.yml"
    content[of_one.format("tale-2")]["parts"] = [
        {"id": "one", "title": "One & all", "from": 1, "to": 2},
        {"id": "index-of-two", "title": "Two", "from": 3, "to": 5},
    ]
    for name, publish in KEPT_BACK.items():
        content[of_one.format(name)] |= {"publish": publish, "url": "https://example.org/whole"}
    content[of_one.format("letter-4")] |= {"formerly": ["old-letter"]}
    content[of_one.format("speech-1")] |= {
        "title": 'שלום "<b>" & Co',
        "version_of": "tale-4",
        "alignment": "1",
        "authors": [{"family": "Grimm", "given": "Jacob"}],
    }
    return content | {
        "annotations/collections.yml": {
            "collections": [
                {"id": "tales", "title": "Tales", "readings": ["tale-*"]},
                {"id": "talk", "title": "Talk", "description": "What was said."},
                {"id": "letters", "title": "Letters", "part_of": "talk", "readings": ["letter-*"]},
                {"id": "speeches", "title": "Speeches", "readings": ["speech-1", "speech-2"]},
            ]
        },
        "annotations/comparisons.yml": {
            "comparisons": [
                {
                    "id": "ends",
                    "title": "From one end to the other",
                    "readings": ["letter-1", "tale-4", "speech-2"],
                    "body": "See [[reading:letter-3]], [[note:speech-4/who]], "
                    "[[question:tale-1/who]] and [[frog]].",
                    "sources": ["grimm"],
                    "formerly": ["edges"],
                }
            ]
        },
        "annotations/site.yml": {"language": "en", "contact": "mailto:a@example.org"},
        "annotations/sources.yml": {
            "references": [
                {
                    "id": "grimm",
                    "type": "book",
                    "title": "Tales",
                    "author": [{"literal": "A writer", "term": "frog"}],
                    "publisher": "Realschulbuchhandlung",
                    "issued": "1812",
                }
            ]
        },
        "annotations/timeline.yml": {
            "events": [
                {
                    "id": "meeting",
                    "date": "1812",
                    "title": "The meeting",
                    "body": "See [[reading:speech-3]] and [[comparison:ends]].",
                    "passages": [
                        {"reading": name, "exact": "A king met"} for name in (NAMES[0], NAMES[11])
                    ],
                }
            ]
        },
        "docs/index.md": "# Home\n\n"
        "[The end of a tale](readings/tale-3/index.md#p4), [a part](readings/tale-2/one.md), "
        "[a collection](collections/letters/index.md), [how it is made](made/index.md).\n\n"
        '<div data-readings="comparisons"></div>\n\n<div data-readings="list"></div>\n',
        "docs/made/index.md": "# How it is made\n\nBy hand. [Up](../index.md)\n",
        "docs/made/picture.svg": '<svg xmlns="http://www.w3.org/2000/svg"/>\n',
        **_glossary(),
    }


def _reading(name: str, other: str, third: str, fourth: str) -> dict[str, Any]:
    text = text_of(name)
    folder = f"annotations/readings/{name}"
    return {
        f"seeds/{name}.txt": text,
        f"{folder}/reading.yml": {
            "title": f"The {name}",
            "language": "en",
            "date": "1820",
            "source": {"file": f"seeds/{name}.txt", "sha256": sha256(text.encode()).hexdigest()},
            "notice": f"Beside [[reading:{fourth}]].",
            "speakers": [{"id": "frog", "name": "A voice", "term": "frog"}],
            "introduction": {
                "body": f"Before [[note:{other}/who]] and [[frog]].",
                "sources": ["grimm"],
                "creator": "Ben",
            },
            "further_reading": [{"ref": "grimm", "body": f"Like [[reading:{third}]]."}],
        },
        f"{folder}/questions.yml": {
            "questions": [
                {
                    "id": "who",
                    "body": f"Who? See [[note:{fourth}/who]], [[question:{fourth}/who]].",
                    "passages": [
                        {"exact": "A king"},
                        {"reading": third, "exact": f"the beginning of {third}"},
                    ],
                    "hint": "[[frog]]",
                    "sources": ["grimm"],
                },
                {"id": "draft", "body": "[[frog]]?", "status": "draft"},
            ]
        },
        f"{folder}/notes.yml": {
            "notes": [
                {
                    "id": "who",
                    "target": {"exact": "A king"},
                    "body": f"See [[note:{other}/who]], [[question:{other}/who|who]], "
                    f"[[question:{other}/draft]], [[reading:{other}]] and [[frog]].",
                    "sources": ["grimm"],
                    "creator": "Ada",
                },
                {"id": "draft", "target": {"exact": "home"}, "body": "[[frog]]", "status": "draft"},
            ],
            "corrections": [
                {
                    "id": "went",
                    "target": {"exact": "went home"},
                    "reading": "goes home",
                    "certainty": "likely",
                    "body": f"As in [[note:{fourth}/who]].",
                }
            ],
            "cross_references": [
                {
                    "id": "to-frog",
                    "target": {"exact": "the Frog"},
                    "refers_to": {"term": "frog"},
                    "relation": "explains",
                },
                {
                    "id": "next",
                    "target": {"exact": f"the end of {name}"},
                    "refers_to": {"reading": other, "exact": f"the beginning of {other}"},
                    "relation": "explains",
                    "body": f"There it begins: [[reading:{third}]], [[note:{other}/who]].",
                },
            ],
        },
    }


def _glossary() -> dict[str, Any]:
    return {
        f"annotations/glossary/{identifier}.yml": {"definition": definition, **more}
        for identifier, definition, more in (
            (
                "frog",
                "He sits in a pond: [[note:letter-2/who]].",
                {"term": "Frog", "kind": "person"},
            ),
            (
                "pond",
                "Water, with a Frog in it.",
                {"term": "pond", "kind": "place", "coordinates": "51.3, 9.5"},
            ),
            ("basilisk", "It is in one text.", {"term": "basilisk", "kind": "concept"}),
            ("home", "A draft.", {"term": "home", "kind": "concept", "status": "draft"}),
        )
    }


def write(root: Path, content: dict[str, Any] | None = None) -> Path:
    """Write the project, or other files of it."""
    for path, value in (files() if content is None else content).items():
        (root / path).parent.mkdir(parents=True, exist_ok=True)
        written = value if isinstance(value, str) else json.dumps(value)
        (root / path).write_text(written, encoding="utf-8")
    (root / "mkdocs.yml").write_text(settings_of_project(), encoding="utf-8")
    return root


def below(folder: Path, without: Iterable[str] = ()) -> dict[str, bytes]:
    """All files of a folder, by their paths in it."""
    return {
        name: path.read_bytes()
        for path in sorted(folder.rglob("*"))
        if path.is_file() and (name := path.relative_to(folder).as_posix()) not in without
    }
