"""Which collection has which readings, and in what order."""

from pathlib import Path

import pytest

from build_scripts import pipeline
from build_scripts.model.arrangement import Shelf

DATES = {"letter-a": "1900", "letter-b": "1899", "letter-bee": "", "quay": "1931", "walk": "1932"}


def _shown(shelf: Shelf) -> str:
    parts = "".join(f" ({_shown(part)})" for part in shelf.parts)
    return f"{shelf.collection.id}: {' '.join(shelf.readings)}{parts}"


@pytest.mark.parametrize(
    ("collections", "expected"),
    [
        pytest.param("", ["letter-bee letter-b letter-a quay walk"], id="none: the oldest first"),
        pytest.param(
            "- {id: town, title: T, readings: [walk, quay]}",
            ["town: walk quay", "letter-bee letter-b letter-a"],
            id="in the order of the names",
        ),
        pytest.param(
            '- {id: letters, title: L, readings: "letter-*"}',
            ["letters: letter-bee letter-b letter-a", "quay walk"],
            id="those of one beginning: the oldest first",
        ),
        pytest.param(
            '- {id: letters, title: L, readings: ["letter-b*", "letter-*"]}\n'
            "- {id: best, title: B, readings: letter-b}",
            ["letters: letter-bee letter-a", "best: letter-b", "quay walk"],
            id="the most exact name wins",
        ),
        pytest.param(
            "- {id: sea, title: S, part_of: all, readings: quay}\n"
            "- {id: all, title: A, readings: walk}\n"
            "- {id: town, title: T, part_of: all}",
            ["all: walk (sea: quay) (town: )", "letter-bee letter-b letter-a"],
            id="collections in collections, wherever they are written",
        ),
    ],
)
def test_readings_stand_where_the_collections_say(
    tmp_path: Path, collections: str, expected: list[str]
) -> None:
    _write(tmp_path, collections)
    checked = pipeline.check(tmp_path)
    assert checked.diagnostics == ()
    arrangement = checked.merged.collection.arrangement
    shown = [*map(_shown, arrangement.shelves), " ".join(arrangement.others)]
    assert [line for line in shown if line] == expected


def test_a_circle_still_shows_every_reading(tmp_path: Path) -> None:
    _write(
        tmp_path,
        "- {id: a, title: A, part_of: b, readings: quay}\n"
        "- {id: b, title: B, part_of: a, readings: walk}",
    )
    checked = pipeline.check(tmp_path)
    assert {found.code for found in checked.diagnostics} == {"K003"}
    shelves = checked.merged.collection.arrangement.shelves
    assert [*map(_shown, shelves)] == ["a: quay", "b: walk"]


def _write(root: Path, collections: str) -> None:
    for name, date in DATES.items():
        folder = root / "annotations/readings" / name
        folder.mkdir(parents=True)
        dated = f'date: "{date}"\n' if date else ""
        text = f"title: {name}\nsource: {{file: seeds/{name}.txt}}\nlanguage: en\n{dated}"
        (folder / "reading.yml").write_text(text, "utf-8")
        (root / "seeds").mkdir(exist_ok=True)
        (root / f"seeds/{name}.txt").write_text("A text.\n", "utf-8")
    if collections:
        file = root / "annotations/collections.yml"
        file.write_text(f"collections:\n{collections}\n", "utf-8")
