"""Relative links between pages, in both forms that MkDocs knows."""

import pytest

from build_scripts.render.addresses import Addresses

CASES = [
    # from, to, with folders in addresses, with files in addresses
    ("readings/a/index.md", "readings/b/index.md", "../b/#x", "../b/index.html#x"),
    ("readings/a/one.md", "readings/a/two.md", "../two/#x", "two.html#x"),
    ("readings/a/one.md", "readings/a/index.md", "../#x", "index.html#x"),
    ("readings/a/index.md", "readings/a/one.md", "one/#x", "one.html#x"),
    ("readings/a/index.md", "glossary/u.md", "../../glossary/u/#x", "../../glossary/u.html#x"),
    ("glossary/index.md", "glossary/u.md", "u/#x", "u.html#x"),
    ("glossary/u.md", "glossary/u.md", "#x", "#x"),
    ("readings/a/index.md", "index.md", "../../#x", "../../index.html#x"),
    ("index.md", "readings/a/index.md", "readings/a/#x", "readings/a/index.html#x"),
]


@pytest.mark.parametrize(("from_page", "to_page", "folders", "files"), CASES)
def test_links_are_relative(from_page: str, to_page: str, folders: str, files: str) -> None:
    assert Addresses(use_directory_urls=True).link(from_page, to_page, "x") == folders
    assert Addresses(use_directory_urls=False).link(from_page, to_page, "x") == files


def test_a_link_to_the_page_itself_is_never_empty() -> None:
    assert Addresses().link("glossary/index.md", "glossary/index.md") == "."
