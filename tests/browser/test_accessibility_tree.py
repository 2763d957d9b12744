"""What assistive technology is told of a reading, read out from Chromium's accessibility tree."""

from collections import Counter
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any, NamedTuple

import pytest
from playwright.sync_api import Page

from tests.browser.conftest import Traffic

_PIECES = """() => [...document.querySelectorAll(".reading .annotated")].map(
    piece => [piece.textContent, piece.dataset.annotation.split(" ")])"""
_MARKS = """() => [...document.querySelectorAll(".reading .mark a, .whole-reading .mark a")].map(
    mark => mark.hash.slice(1))"""


class Node(NamedTuple):
    """A node of the tree.

    Attributes:
        role: as Chromium computed it.
        name: likewise.
        text: all that is read out inside it.
        details: the id of what `aria-details` ties it to.
        url: where a link leads to.
    """

    role: str
    name: str
    text: str
    details: str
    url: str


class Tree:
    """The accessibility tree of a page."""

    def __init__(self, page: Page) -> None:
        session = page.context.new_cdp_session(page)
        found = session.send("Accessibility.getFullAXTree")["nodes"]
        self._nodes: Mapping[str, Any] = {node["nodeId"]: node for node in found}

    def __iter__(self) -> Iterator[Node]:
        """What is not ignored, in no order that matters."""
        for node in self._nodes.values():
            if node["ignored"]:
                continue
            properties = {one["name"]: one["value"] for one in node.get("properties", ())}
            related = properties.get("details", {}).get("relatedNodes", ())
            assert len(related) <= 1, "ARIA 1.2 has one id in aria-details"
            yield Node(
                node["role"]["value"],
                node.get("name", {}).get("value", ""),
                self._text(node).strip(),
                "".join(one.get("idref", "") for one in related),
                properties.get("url", {}).get("value", ""),
            )

    def _text(self, node: Any) -> str:
        if node["role"]["value"] == "StaticText":
            return str(node["name"]["value"])
        return "".join(
            self._text(self._nodes[child])
            for child in node.get("childIds", ())
            if child in self._nodes
        )


@pytest.fixture
def page(page: Page, places_page: Path, traffic: Traffic) -> Page:
    traffic.allowed.add("file://")
    page.goto(places_page.as_uri())
    return page


def test_every_annotated_piece_has_its_words_and_each_of_its_entries(page: Page) -> None:
    """Those where annotations cross, and those on both sides of a paragraph's border, as well."""
    expected = Counter(
        (words.strip(), entry) for words, entries in page.evaluate(_PIECES) for entry in entries
    )
    assert len(expected) > 8

    told = Counter((node.text, node.details) for node in Tree(page) if node.details)

    assert expected - told == Counter()


def test_so_have_whole_paragraphs_and_the_whole_text(page: Page) -> None:
    told = {(node.details, node.text) for node in Tree(page) if node.details}

    assert any(entry == "note-two" and "By lamps" not in text for entry, text in told)
    assert any(entry == "note-one" and "In the morning" in text for entry, text in told)
    assert any(entry == "note-two" and "In the morning" in text for entry, text in told)
    assert any(entry == "whole-reading" and "The Harbour Board" in text for entry, text in told)


def test_every_mark_is_a_link_with_a_name(page: Page) -> None:
    links = {
        node.url.partition("#")[2]: node
        for node in Tree(page)
        if node.role in {"link", "doc-noteref"} and node.name and "#" in node.url
    }

    entries = page.evaluate(_MARKS)

    assert entries
    assert [entry for entry in entries if entry not in links] == []
    assert links["note-year"].role == "doc-noteref"
    assert links["note-year"].name == "Note 3"


def test_the_lists_of_annotations_are_landmarks(page: Page) -> None:
    landmarks = {(node.role, node.name) for node in Tree(page)}

    assert ("doc-endnotes", "Notes") in landmarks
    for name in ("Cross-references", "Corrections", "Glossary terms on this page"):
        assert ("region", name) in landmarks
