"""A source in one line, as readers see it."""

import re
from pathlib import Path

import pytest

from build_scripts.pipeline import check, plan
from build_scripts.read.site_configuration import SiteConfiguration
from tests.read.projects import write_project

NOTE = "notes:\n  - {id: king, target: {exact: a king}, body: A king., sources: [a]}\n"


@pytest.mark.parametrize(
    ("keys", "line"),
    [
        ("title: Tales, publisher: Reimer, issued: 1812-12", "“Tales”, Reimer, December 1812"),
        ("title: Tales, publisher: Reimer, issued: n.d.", "“Tales”, Reimer, n.d."),
        ("title: Tales, publisher: Reimer", "“Tales”, Reimer"),
    ],
)
def test_a_source_without_a_date_may_say_so(tmp_path: Path, keys: str, line: str) -> None:
    references = f"references:\n  - {{id: a, type: book, {keys}}}\n"
    files = {
        "annotations/sources.yml": references,
        "annotations/readings/tale/notes.yml": NOTE,
    }
    planned = plan(check(write_project(tmp_path, dict(files))), SiteConfiguration()).files
    page = next(f.content.decode() for f in planned if f.path == "readings/tale/index.md")
    found = re.search(r'<li data-type="book">(.*?)</li>', page)
    assert found is not None
    assert re.sub(r"<[^>]*>", "", found[1]) == line
