"""The order of the navigation: readers first, and what a project lists by itself after that."""

from collections.abc import Sequence
from typing import Any

import pytest
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files, InclusionLevel
from mkdocs.structure.nav import Navigation, Section, get_navigation
from mkdocs.structure.pages import Page

from build_scripts.mkdocs_plugin.navigation import (
    completed_nav,
    is_ordered_here,
    named_by,
    put_in_order,
)

GENERATED = (
    "annotations/index.md",
    "bibliography/index.md",
    "cross-references/index.md",
    "glossary/index.md",
    "overview/index.md",
    "people/index.md",
    "readings/index.md",
    "readings/a/index.md",
    "readings/b/index.md",
    "timeline/index.md",
)
BY_HAND = ("about.md", "guide/index.md", "guide/code.md", "guide/notes.md", "index.md")


def ordered(pages: Sequence[str], nav: Any = None, further: str = "Further") -> Navigation:
    """The navigation of a site with these pages."""
    config = MkDocsConfig()
    config.load_dict({"site_name": "Site", "nav": nav})
    config.validate()
    files = Files([File(page, "docs", "site", use_directory_urls=True) for page in pages])
    if nav is not None:
        config.nav = completed_nav(nav, files)
    navigation = get_navigation(files, config)
    if is_ordered_here(config.nav):
        order = ("readings/index.md", "readings/b/index.md", "readings/a/index.md")
        put_in_order(navigation, order, further_lists=further)
    return navigation


def shown(items: Sequence[Any]) -> list[Any]:
    """Pages by their files, and sections as lists behind their titles."""
    return [
        [item.title, *shown(item.children)] if isinstance(item, Section) else item.file.src_uri
        for item in items
    ]


FOR_READERS = [
    ["Readings", "readings/index.md", "readings/b/index.md", "readings/a/index.md"],
    "glossary/index.md",
    "people/index.md",
    "timeline/index.md",
    [
        "Further",
        "overview/index.md",
        "cross-references/index.md",
        "annotations/index.md",
        "bibliography/index.md",
    ],
]


def test_readers_come_first_and_lists_that_few_need_are_behind_one_entry() -> None:
    navigation = ordered((*BY_HAND, *GENERATED))

    guide = ["Guide", "guide/index.md", "guide/code.md", "guide/notes.md"]
    assert shown(navigation.items) == ["index.md", *FOR_READERS, "about.md", guide]


def test_a_nav_of_pages_written_by_hand_gets_the_generated_ones_in_front() -> None:
    guide = {"Manual": [{"Notes": "guide/notes.md"}, {"Code": ["guide/code.md"]}]}
    nav = [{"Home": "index.md"}, guide, "guide/index.md", {"Far": "https://example.org/"}]

    navigation = ordered((*BY_HAND, *GENERATED), nav)

    written = ["Manual", "guide/notes.md", ["Code", "guide/code.md"]]
    *items, link = navigation.items
    assert shown(items) == ["index.md", *FOR_READERS, written, "guide/index.md"]
    assert link.title == "Far"


def test_a_completed_nav_is_made_again_from_what_was_written() -> None:
    """A server asks at each save, and there may be a reading more."""
    files = Files([File(page, "docs", "site", use_directory_urls=True) for page in GENERATED])
    first = completed_nav(["index.md"], Files([]))

    assert is_ordered_here(first)
    assert completed_nav(first, files) == completed_nav(["index.md"], files)


@pytest.mark.parametrize(
    "nav",
    [
        ["index.md", "readings/a/index.md"],
        [{"All": [{"Words": "glossary/index.md"}]}, "index.md"],
    ],
)
def test_a_nav_that_names_a_generated_page_is_left_alone(nav: list[Any]) -> None:
    assert completed_nav(nav, Files([])) is nav
    assert not is_ordered_here(nav)


def test_what_only_forwards_is_not_added_to_a_nav() -> None:
    moved = File("readings/old/index.md", "docs", "site", use_directory_urls=True)
    moved.inclusion = InclusionLevel.NOT_IN_NAV

    assert completed_nav(["index.md"], Files([moved])) == ["index.md"]


@pytest.mark.parametrize("further", ["", "Further"])
def test_a_single_further_list_needs_no_entry_before_it(further: str) -> None:
    pages = ("index.md", "readings/index.md", "bibliography/index.md", "about.md")
    navigation = ordered(pages, further=further)

    assert shown(navigation.items) == [
        "index.md",
        "readings/index.md",
        "bibliography/index.md",
        "about.md",
    ]


def test_no_section_written_by_hand_is_next_to_what_readers_read() -> None:
    navigation = ordered((*BY_HAND, *GENERATED))

    ends = [page for page in navigation.pages if page.next_page is None]
    begins = [page for page in navigation.pages if page.previous_page is None]
    assert [page.file.src_uri for page in ends] == ["about.md", "guide/notes.md"]
    assert [page.file.src_uri for page in begins] == ["index.md", "guide/index.md"]
    for page in navigation.pages:
        if page.next_page is not None:
            assert page.next_page.previous_page is page


def test_a_generated_section_is_named_by_its_first_page_and_the_further_lists_are_not() -> None:
    navigation = ordered((*BY_HAND, *GENERATED))
    by_file: dict[str, Page] = {page.file.src_uri: page for page in navigation.pages}

    readings = named_by(by_file["readings/index.md"])
    assert readings is not None and readings.title == "Readings"
    others = ("readings/b/index.md", "overview/index.md", "glossary/index.md", "guide/index.md")
    assert [named_by(by_file[page]) for page in others] == [None] * 4
