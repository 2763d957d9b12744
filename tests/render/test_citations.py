"""Sources: in short with an entry, in full once on its page and in the bibliography."""

import re
from collections.abc import Mapping
from pathlib import Path

import pytest

from build_scripts.model.site_configuration import SiteConfiguration
from build_scripts.pipeline import check, plan
from tests.read.projects import write_project

NOTE = """notes:
  - {id: king, target: {exact: a king}, body: A king., sources: [{ref: a, locator: p. 4}]}
"""
OTHERS = """
  - {id: b, type: book, title: Other tales, publisher: Reimer, issued: 1812-03}
  - {id: c, type: book, title: More tales, publisher: Reimer}
  - {id: d, type: book, title: Yet more, publisher: Reimer}
"""


def pages(root: Path, references: str) -> Mapping[str, str]:
    """The pages of a project with a note that cites the source `a`."""
    files = {
        "annotations/sources.yml": f"references:\n{references}",
        "annotations/readings/tale/notes.yml": NOTE,
    }
    planned = plan(check(write_project(root, dict(files))), SiteConfiguration()).rendered().files
    return {file.path: file.content.decode() for file in planned if file.path.endswith(".md")}


def item(page: str, key: str) -> str:
    """The words of a work in full."""
    found = re.search(rf'<li id="source-{key}"[^>]*>(.*?)(<p class="cited-by">|</li>)', page)
    assert found is not None
    return re.sub(r"<[^>]*>", "", found[1])


@pytest.mark.parametrize(
    ("keys", "line"),
    [
        ("type: book, title: Tales, publisher: Reimer, issued: 1812-12", "Reimer. (1812). Tales."),
        ("type: book, title: Tales, publisher: Reimer, issued: n.d.", "Reimer. (n.d.). Tales."),
        ("type: book, title: Tales, publisher: Reimer", "Reimer. (n.d.). Tales."),
        ("type: book, title: Who?, publisher: Reimer, issued: 1812", "Reimer. (1812). Who?"),
        ("type: book, title: Tales", "Tales. (n.d.)."),
        ("type: interview, title: Tales, author: [Frog]", "Frog. (n.d.). Tales."),
        (
            (
                "type: book, title: Tales, issued: 1812, "
                "author: [{family: Grimm, given: Jacob Ludwig}, The Board]"
            ),
            "Grimm, J. L., &amp; The Board. (1812). Tales.",
        ),
        (
            'type: book, title: "<b>&amp; {x} `y`", publisher: "R & S", issued: 1812',
            "R &amp; S. (1812). &lt;b&gt;&amp;amp; &#123;x} &#96;y&#96;.",
        ),
        (
            "type: book, title: Tales, publisher: Reimer, note: A copy, accessed: 2024-05-06",
            "Reimer. (n.d.). Tales. (A copy; accessed 6 May 2024)",
        ),
    ],
)
def test_a_work_in_full_says_what_is_known_and_nothing_twice(
    tmp_path: Path, keys: str, line: str
) -> None:
    reading = pages(tmp_path, f"  - {{id: a, {keys}}}\n")["readings/tale/index.md"]
    assert item(reading, "a") == line


def test_works_of_one_publisher_and_year_are_told_apart_by_letters(tmp_path: Path) -> None:
    first = "  - {id: a, type: book, title: Tales, publisher: Reimer, issued: 1812-12}"
    found = pages(tmp_path, first + OTHERS)
    bibliography = found["bibliography/index.md"]

    assert '<a href="#source-a">Reimer 1812b</a>, p. 4' in found["readings/tale/index.md"]
    assert item(bibliography, "a").startswith("Reimer. (1812b).")
    assert item(bibliography, "b").startswith("Reimer. (1812a).")
    assert item(bibliography, "c").startswith("Reimer. (n.d.-a)")
    assert item(bibliography, "d").startswith("Reimer. (n.d.-b)")


def test_a_page_has_only_the_works_that_it_cites_and_the_bibliography_says_who_cites_them(
    tmp_path: Path,
) -> None:
    first = "  - {id: a, type: book, title: Tales, publisher: Reimer}"
    found = pages(tmp_path, first + OTHERS)

    assert 'id="source-b"' not in found["readings/tale/index.md"]
    bibliography = found["bibliography/index.md"]
    assert '<a href="../readings/tale/#note-king">' in bibliography
    assert bibliography.count('class="cited-by"') == 1
