"""A large index of the search is kept in pieces, where that is possible."""

import json
from pathlib import Path
from typing import Any

import pytest

from tests.mkdocs_runs import mkdocs_build, replace, small_project, write

COLLECTIONS = """collections:
  - {id: town, title: The Town, readings: [harbour]}
  - {id: letters, title: Letters, part_of: town, readings: [letter]}
"""


def index_of(site: Path) -> Any:
    return json.loads((site / "search/search_index.json").read_bytes())


def project_with_limit(folder: Path, limit: str) -> Path:
    project = small_project(folder)
    option = f"  - readings: {{largest_search_index: {limit}}}\n"
    replace(project / "mkdocs.yml", "  - readings\n", option)
    write(project / "annotations/collections.yml", COLLECTIONS)
    return project


def test_above_the_limit_the_index_says_where_its_pieces_are(tmp_path: Path) -> None:
    outcome = mkdocs_build(project_with_limit(tmp_path, ".5"), "--strict")

    assert outcome.returncode == 0, outcome.stderr
    index = index_of(tmp_path / "site")
    config = index["config"]
    pieces = tmp_path / "site/search/pieces"
    assert index["docs"] == []
    assert config["bundles"] == ["pieces/"]
    assert config["pieces"] == len([*pieces.glob("fragment/*")])
    assert {one["id"]: one["depth"] for one in config["collections"]} == {"town": 0, "letters": 1}
    assert config["collections"][0]["entries"] > config["collections"][1]["entries"] > 0


@pytest.mark.parametrize(
    ("limit", "variables"),
    [("100", {}), (".inf", {}), ("0", {"OFFLINE": "true"})],
    ids=["small", "no limit", "offline"],
)
def test_it_stays_whole(tmp_path: Path, limit: str, variables: dict[str, str]) -> None:
    """Up to the limit, and in the offline edition, where Pagefind cannot run."""
    outcome = mkdocs_build(project_with_limit(tmp_path, limit), "--strict", **variables)

    assert outcome.returncode == 0, outcome.stderr
    (site,) = tmp_path.glob("dist/*/") if variables else (tmp_path / "site",)
    index = index_of(site)
    assert "bundles" not in index["config"]
    assert not (site / "search/pieces").exists()
    collections = {
        doc["location"]: doc["collections"] for doc in index["docs"] if "collections" in doc
    }
    ending = "index.html" if variables else ""
    assert collections == {
        f"collections/letters/{ending}": "town letters",
        f"collections/town/{ending}": "town",
        f"readings/harbour/{ending}": "town",
        f"readings/letter/{ending}": "town letters",
    }


def test_without_pagefind_it_stays_whole_and_a_message_says_why(tmp_path: Path) -> None:
    outcome = mkdocs_build(
        project_with_limit(tmp_path, "0"), "--strict", PAGEFIND_BINARY_PATH="nowhere"
    )

    assert outcome.returncode == 0, outcome.stderr
    assert (
        "The index of the search is larger than `largest_search_index`, but stays whole: Pagefind "
        "does not start" in outcome.stderr
    )
    assert "Harbour" in str(index_of(tmp_path / "site")["docs"])
    assert not (tmp_path / "site/search/pieces").exists()
