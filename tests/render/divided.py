"""A collection whose lists are divided where little stands on a page."""

from hashlib import sha256
from typing import Any

READINGS, TERMS, EVENTS = 12, 60, 30
NAMES = ("Ash", "Ahorn", "Ель", "אלון", "松", "Élan", "Zeder", "7 oaks")
SHELVES = ("hills", "shores")


def files(readings: int = READINGS, terms: int = TERMS, events: int = EVENTS) -> dict[str, Any]:
    """The files of its project; what is no text is written as JSON, which is YAML.

    Every term stands in some reading; each reading has notes, and refers to the next one, to a term
    and to an event. Some names are in other scripts.
    """
    made: dict[str, Any] = {
        "annotations/timeline.yml": {"events": [_event(number) for number in range(events)]},
        "annotations/sources.yml": {"references": [_source(number) for number in range(readings)]},
        "annotations/collections.yml": {
            "collections": [
                {"id": shelf, "title": f"The {shelf}", "readings": f"{shelf}-*"}
                for shelf in SHELVES
            ]
        },
    }
    for number in range(terms):
        made[f"annotations/glossary/t{number}.yml"] = {
            "term": name(number),
            "kind": ("person", "place")[number % 2],
            "definition": f"Number {number} of [[t{(number + 1) % terms}]].",
            "sources": [f"s{number % readings}"],
            **({"formerly": ["old"]} if number == 7 else {}),
            **({"coordinates": f"{number}, {2 * number}"} if number % 2 else {}),
        }
    for number in range(readings):
        text = "".join(
            f"Here stands {name(term)}, the tree.\n\n" for term in range(number, terms, readings)
        )
        here, there = reading_id(number), reading_id((number + 1) % readings)
        folder = f"annotations/readings/{here}"
        made[f"seeds/{here}.txt"] = text
        made[f"{folder}/reading.yml"] = {
            "title": f"Reading {number}",
            "language": "en",
            "source": {
                "file": f"seeds/{here}.txt",
                "sha256": sha256(text.encode()).hexdigest(),
            },
            "authors": [f"Author {number}"],
            "date": f"18{number % 100:02}",
        }
        quoted = {"exact": "Here stands", "paragraph": 1}
        made[f"{folder}/all.yml"] = {
            "notes": [
                {"id": f"n{n}", "target": {"paragraphs": str(n + 1)}, "body": f"A note {n}."}
                for n in range(3)
            ],
            "cross_references": [
                {"id": f"x{n}", "target": quoted, "refers_to": target, "relation": "agrees"}
                for n, target in enumerate(
                    (
                        {"reading": there, "paragraphs": "1"},
                        {"term": f"t{number}"},
                        {"event": f"e{number % events}"},
                    )
                )
            ],
        }
    return made


def reading_id(number: int) -> str:
    """The id of a reading; the last three are in no collection."""
    return f"{(*SHELVES, 'loose')[number % 4 % 3]}-{number}"


def name(number: int) -> str:
    """The name of a term."""
    return f"{NAMES[number % len(NAMES)]} {number}"


def _event(number: int) -> dict[str, Any]:
    year, day = f"{1790 + number % 200}", f"19{number % 100:02}-05-01"
    date = ("-0450", "0079-08-24", "18XX", year, day)[number % 5]
    return {"id": f"e{number}", "date": date, "title": f"Event {number}", "body": "A day."}


def _source(number: int) -> dict[str, Any]:
    return {
        "id": f"s{number}",
        "type": "book",
        "title": f"Book {number}",
        "author": [{"family": f"{NAMES[number % len(NAMES)]}", "given": "A."}],
        "issued": f"19{number % 100:02}",
    }
