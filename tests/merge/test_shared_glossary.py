"""A glossary that several projects have: what nothing uses here may be used elsewhere."""

from collections.abc import Mapping
from pathlib import Path

import pytest

from build_scripts.pipeline import check
from tests.render import where_used

GLOSSARY = {
    "toad.yml": {"term": "Toad", "definition": "Used nowhere here. See [[frog]]."},
    "king.yml": {"term": "King", "forms": ["king", "emperors"], "definition": "One form is used."},
    "ball.yml": {
        "term": "ball",
        "except": ["a ball", "my ball", "crystal ball", {"reading": "opera"}],
        "definition": "Excluded everywhere; one phrase and the reading are of another project.",
    },
    "heron.yml": {
        "term": "Heron",
        "definition": "With a source that only others cite.",
        "references": [
            {"id": "brehm", "type": "book", "title": "Birds", "issued": "1864", "publisher": "B"}
        ],
    },
}
BY_OTHERS = {
    ("G004", "grimm.yml"),
    ("G004", "toad.yml"),
    ("G004", "heron.yml"),
    ("G005", "king.yml"),
    ("G006", "ball.yml"),
    ("R002", "heron.yml"),
    ("X001", "ball.yml"),
}
OWN = {
    "seeds/other.txt": "Unused.",
    "annotations/own.yml": {
        "references": [
            {"id": "own", "type": "book", "title": "Own", "issued": "1900", "publisher": "P"}
        ]
    },
    "annotations/glossary/bad.yml": {"term": "bad", "definition": "[[opera]] <b>"},
}


def found(root: Path, settings: str, more: Mapping[str, object]) -> set[tuple[str, str]]:
    files = {**where_used.files(), **more, "annotations/site.yml": settings}
    files |= {f"annotations/glossary/{name}": term for name, term in GLOSSARY.items()}
    diagnostics = check(where_used.write(root, files)).diagnostics
    return {(d.code, d.path.rpartition("/")[2]) for d in diagnostics}


@pytest.mark.parametrize(
    ("settings", "reported"),
    [("glossary: own\n", BY_OTHERS), ("language: en\n", BY_OTHERS), ("glossary: shared\n", set())],
)
def test_only_a_glossary_of_ones_own_is_blamed_for_what_nothing_uses(
    tmp_path: Path, settings: str, reported: set[tuple[str, str]]
) -> None:
    assert found(tmp_path, settings, {}) == reported


def test_everything_else_is_reported_all_the_same(tmp_path: Path) -> None:
    assert found(tmp_path, "glossary: shared\n", OWN) == {
        ("B001", "bad.yml"),
        ("S006", "other.txt"),
        ("G002", "bad.yml"),
        ("R002", "own.yml"),
    }


def test_the_folder_may_be_a_submodule(tmp_path: Path) -> None:
    """Such a folder has a file `.git`, and usually a page about it and a licence."""
    beside = {
        "annotations/glossary/.git": "gitdir: ../../.git/modules/glossary\n",
        "annotations/glossary/README.md": "# Terms\n",
        "annotations/glossary/LICENSE": "CC BY 4.0\n",
    }
    assert found(tmp_path, "glossary: shared\n", beside) == set()
