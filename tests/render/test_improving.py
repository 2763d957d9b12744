"""“Improve this note”: from what stands on a page to its line in its file."""

from pathlib import Path

import pytest
from selectolax.lexbor import LexborHTMLParser, LexborNode

from build_scripts.model.repository_addresses import RepositoryAddresses
from build_scripts.model.site_configuration import SiteConfiguration
from build_scripts.pipeline import check, plan
from tests.render.published import publish
from tests.words.project import write_project

REPOSITORY = "https://example.org/our/project"
FILES = "annotations/readings/first"

NOTES = """notes:
  - id: on-words
    target: {exact: Вось адзін}
    body: Нешта.

  # A remark.
  - target: {exact: Вось два}
    id: second
    body: Нешта.
corrections: [{id: only, target: {exact: Вось тры}, reading: Тры}]
"""


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """A project of which one reading has annotations in a file with an unusual name."""
    root = write_project(tmp_path, glossary_pages="one")
    (root / f"{FILES}/notes.yml").unlink()
    (root / f"{FILES}/my notes #1 é.yml").write_text(NOTES, encoding="utf-8")
    return root


def links(root: Path, page: str, addresses: RepositoryAddresses) -> dict[str, LexborNode]:
    """The links of a page to what may be improved, by the id of the entry they stand in."""
    site = plan(check(root), SiteConfiguration(repository=addresses)).rendered()
    content = next(file.content for file in site.files if file.path == page)
    tree = LexborHTMLParser(publish(content).html)
    found = {}
    for link in tree.css("a.improve"):
        entry = link.parent
        while entry is not None and "entry" not in (entry.attributes.get("class") or "").split():
            entry = entry.parent
        assert entry is not None
        found[entry.attributes["id"] or ""] = link
    return found


def test_a_note_leads_to_its_line_in_its_file(project: Path) -> None:
    found = links(project, "readings/first/index.md", RepositoryAddresses(REPOSITORY))

    file = f"{REPOSITORY}/edit/main/{FILES}/my%20notes%20%231%20%C3%A9.yml"
    assert {entry: link.attributes["href"] for entry, link in found.items()} == {
        "note-on-words": f"{file}#L2",
        "note-second": f"{file}#L7",
        "corr-only": f"{file}#L10",
    }


def test_links_that_say_the_same_have_names_of_their_own(project: Path) -> None:
    found = links(project, "readings/first/index.md", RepositoryAddresses(REPOSITORY))

    assert {(link.text(), link.attributes["aria-label"]) for link in found.values()} == {
        ("Improve this note", "Improve this note: 1"),
        ("Improve this note", "Improve this note: 2"),
        ("Improve this correction", "Improve this correction: Тры"),
    }


def test_an_entry_of_the_glossary_leads_to_its_file(project: Path) -> None:
    found = links(project, "glossary/index.md", RepositoryAddresses(REPOSITORY, "trunk"))

    assert found["term-person"].attributes["href"] == (
        f"{REPOSITORY}/edit/trunk/annotations/glossary/person.yml"
    )
    assert found["term-person"].attributes["aria-label"] == "Improve this entry: Слова0"


def test_an_event_leads_to_its_line(tmp_path: Path) -> None:
    root = write_project(tmp_path)
    events = (
        "events:\n  - {id: old, date: 1900, title: Друк}\n  - {id: new, date: 1901, title: Кніга}\n"
    )
    (root / "annotations/timeline.yml").write_text(events, encoding="utf-8")

    found = links(root, "timeline/index.md", RepositoryAddresses(REPOSITORY))

    assert {entry: link.attributes["href"] for entry, link in found.items()} == {
        "event-old": f"{REPOSITORY}/edit/main/annotations/timeline.yml#L2",
        "event-new": f"{REPOSITORY}/edit/main/annotations/timeline.yml#L3",
    }


@pytest.mark.parametrize(
    "addresses",
    [RepositoryAddresses(), RepositoryAddresses(REPOSITORY, entry_address="")],
    ids=["no repository", "a host without such a page"],
)
def test_where_nothing_can_be_changed_nothing_is_offered(
    project: Path, addresses: RepositoryAddresses
) -> None:
    assert links(project, "readings/first/index.md", addresses) == {}


def test_an_address_with_markup_in_it_stays_an_address(project: Path) -> None:
    addresses = RepositoryAddresses(
        'https://example.org/"><b>', entry_address="{repository}`{path}"
    )

    found = links(project, "readings/first/index.md", addresses)

    assert (found["note-second"].attributes["href"] or "").startswith('https://example.org/"><b>`')
