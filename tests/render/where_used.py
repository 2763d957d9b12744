"""A project in which everything is used somewhere else, and its pages as trees."""

import json
from hashlib import sha256
from pathlib import Path
from typing import Any

from selectolax.lexbor import LexborHTMLParser

from build_scripts.model.site_configuration import SiteConfiguration
from build_scripts.pipeline import check, plan
from tests.render.dom import parse
from tests.render.published import publish

TALE = "Once there was a king. Dr. Frog met him.\n\nThe king had a daughter. She had a ball."
LETTER = "Dear king! Your daughter has my ball. Sincerely, Frog."


def _reading(name: str, text: str, **more: Any) -> dict[str, Any]:
    source = {"file": f"seeds/{name}.txt", "sha256": sha256(text.encode()).hexdigest()}
    return {"title": f"The {name}", "language": "en", "source": source, **more}


def files() -> dict[str, Any]:
    """The project's files; what is no text is written as JSON, which is YAML."""
    letter = {"id": "ball", "target": {"exact": "my ball"}, "relation": "later-development"}
    return {
        "seeds/tale.txt": TALE,
        "seeds/letter.txt": LETTER,
        "annotations/readings/tale/reading.yml": _reading(
            "tale", TALE, authors=["J. Grimm", "Nobody"], translator="Nobody"
        ),
        "annotations/readings/letter/reading.yml": _reading(
            "letter", LETTER, speakers=[{"id": "frog", "name": "Frog"}]
        ),
        "annotations/readings/tale/notes.yml": {
            "notes": [
                {
                    "id": "who",
                    "target": {"exact": "a king"},
                    "body": "Unknown.",
                    "creator": "Ada",
                    "status": "disputed",
                },
                {
                    "id": "all",
                    "target": {"reading": True},
                    "body": "First. See [[note:who|the king]], e.g. his crown. Then more.",
                    "creator": "Bea",
                    "reviewed_by": ["Ada"],
                },
                {"id": "hidden", "target": {"exact": "him"}, "body": "[[frog]]", "status": "draft"},
            ]
        },
        "annotations/readings/letter/notes.yml": {
            "notes": [
                {
                    "id": "frog",
                    "target": {"exact": "Sincerely"},
                    "body": "Read [[reading:tale]], [[note:tale/who]]; a [[frog]], [[event:ball]].",
                }
            ],
            "cross_references": [
                {
                    **letter,
                    "refers_to": {"reading": "tale", "exact": "a ball"},
                    "body": "The same ball.",
                },
                {
                    "id": "writer",
                    "target": {"exact": "Frog"},
                    "refers_to": {"term": "frog"},
                    "relation": "explains",
                },
            ],
        },
        "annotations/glossary/frog.yml": {
            "term": "Frog",
            "kind": "person",
            "definition": "He sits in a pond.",
            "translations": {"pl": "Żaba"},
        },
        "annotations/glossary/grimm.yml": {
            "term": "Jacob Grimm",
            "kind": "person",
            "forms": ["Grimm", "J. Grimm"],
            "definition": "Wrote of kings. Of Frog he wrote as well.",
        },
        "annotations/glossary/pond.yml": {
            "term": "pond",
            "kind": "place",
            "definition": "Water.",
            "translations": {"pl": "mała woda"},
        },
        "annotations/timeline.yml": {
            "events": [
                {
                    "id": "ball",
                    "date": "1812",
                    "title": "The ball",
                    "passages": [{"reading": "tale", "exact": "had a daughter"}],
                }
            ]
        },
    }


def write(root: Path, content: dict[str, Any]) -> Path:
    """Write a project."""
    for path, value in content.items():
        (root / path).parent.mkdir(parents=True, exist_ok=True)
        written = value if isinstance(value, str) else json.dumps(value)
        (root / path).write_text(written, encoding="utf-8")
    return root


def pages(root: Path) -> dict[str, LexborHTMLParser]:
    """The pages of a project, by the path of their Markdown file, as browsers get them."""
    checked = check(root)
    assert not [found for found in checked.diagnostics if found.severity == "error"]
    planned = plan(checked, SiteConfiguration()).rendered().files
    return {
        file.path: parse(publish(file.content).html) for file in planned if file.path.endswith("md")
    }


def lines(tree: LexborHTMLParser, selector: str) -> list[str]:
    """What the elements of a selector say, each on one line; marked words in square brackets."""
    found = []
    for element in tree.css(selector):
        for mark in element.css("mark"):
            mark.replace_with(f"[{mark.text()}]")
        found.append(" ".join(element.text().split()))
    return found
