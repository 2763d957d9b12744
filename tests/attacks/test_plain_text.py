"""What is not refused is plain text on every page: see `tests.attacks.suite`.

Two sites are compared: one with hostile words in all places where anything may stand, in notes, in
source texts, in titles and names; and its twin, with harmless words in the same places. They have
the same elements with the same attributes, and the hostile words stand there to the letter.
"""

import json
import re
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from selectolax.lexbor import LexborHTMLParser

from tests.attacks.fields import Field
from tests.attacks.sites import (
    free_fields,
    harmless_site,
    hostile_site,
    hostile_words,
    inert_attacks,
)
from tests.attacks.suite import Attack
from tests.made_once import MadeOnce
from tests.render.dom import one, read_reading, skeleton, without_name_hashes

ATTACKS = inert_attacks()
HOLD_WORDS = {"alt", "aria-label", "content", "data-author", "data-type", "title"}
"""Attributes that hold words for readers and machines."""
DATA = "application/ld+json"
CHOICE = ("option", "value")
"""Words as well: those of a choice, where a list is filtered."""
SHOWN_NOWHERE = {
    *("sort_key", "except/phrase", "reading.yml: speakers/label"),
    *("references/author/given", "references/editor/given"),
    *(
        f"references/{key}"
        for key in (
            *("chapter-number", "collection-editor", "collection-number", "collection-title"),
            *("container-author", "original-publisher-place", "publisher-place", "recipient"),
            "section",
        )
    ),
}
"""Fields that only say something to the program, names of which only the initial is shown, and keys
that the style of the pages has no place for: other styles do, and the files for other programs."""


@pytest.fixture(scope="module")
def hostile(made_once: MadeOnce) -> Path:
    return hostile_site(made_once)


@pytest.fixture(scope="module")
def harmless(made_once: MadeOnce) -> Path:
    return harmless_site(made_once)


@cache
def pages(site: Path) -> dict[str, LexborHTMLParser]:
    return {
        path.relative_to(site).as_posix(): LexborHTMLParser(path.read_text(encoding="utf-8"))
        for path in sorted(site.rglob("*.html"))
    }


def test_no_page_has_an_element_or_attribute_more(hostile: Path, harmless: Path) -> None:
    twins = pages(harmless)
    assert len(twins) > 20
    for path, tree in pages(hostile).items():
        twin = twins.pop(path)
        assert kinds_in_pictures(tree) <= kinds_in_pictures(twin) | WHOLE_NAME, path
        tree, twin = without_pictures(tree), without_pictures(twin)  # noqa: PLW2901
        assert skeleton(tree) == skeleton(twin), path
        for node, other in zip(tree.css("*"), twin.css("*"), strict=True):
            if node.attributes.get("type") == DATA:
                assert without_words(node.text()) == without_words(other.text()), path
            elif node.tag == "script":
                assert node.text() == other.text(), path
            for name, value in node.attributes.items():
                holds_words = name in HOLD_WORDS or (node.tag, name) == CHOICE
                values = (value or "", other.attributes[name] or "")
                same = len({*map(without_name_hashes, values)}) == 1
                assert holds_words or same, (path, node.html)
    assert not twins


WHOLE_NAME = {("title",)}
"""What a picture says besides where it has no room for all of a name."""


def kinds_in_pictures(tree: LexborHTMLParser) -> set[tuple[str, ...]]:
    """The elements of pictures, each with the names of its attributes.

    How much room a name takes changes in what order they stand, and how many lines it has.
    """
    return {(node.tag or "", *node.attributes) for node in tree.css("figure.picture *")}


def without_pictures(tree: LexborHTMLParser) -> LexborHTMLParser:
    """A copy without pictures, and without the direction of what stands inside a text.

    Numbers and marks have one where the characters beside them would turn them round.
    """
    copy = LexborHTMLParser(tree.html or "")
    for picture in copy.css("figure.picture"):
        picture.decompose()
    for node in copy.css("[data-paragraph] [data-apparatus][dir]"):
        del node.attrs["dir"]
    return copy


def without_words(data: str) -> Any:
    """Data for search engines, with nothing in place of each of its words."""

    def emptied(value: Any) -> Any:
        if isinstance(value, dict):
            return {key: emptied(inner) for key, inner in value.items()}
        return [*map(emptied, value)] if isinstance(value, list) else type(value)()

    return emptied(json.loads(data))


def test_files_for_machines_differ_in_words_alone(hostile: Path, harmless: Path) -> None:
    assert (hostile / "sitemap.xml").read_bytes() == (harmless / "sitemap.xml").read_bytes()
    found, expected = (
        json.loads((site / "search" / "search_index.json").read_text(encoding="utf-8"))
        for site in (hostile, harmless)
    )
    for index in (found, expected):
        # The search puts titles of collections into the page as text.
        titles = [collection.pop("title") for collection in index["config"]["collections"]]
        assert len(titles) > 1
    assert found["config"] == expected["config"]
    assert [entry["location"] for entry in found["docs"]] == [
        entry["location"] for entry in expected["docs"]
    ]
    for entry, twin in zip(found["docs"], expected["docs"], strict=True):
        # The search puts both into the page as HTML.
        for key in ("title", "text"):
            assert tags(entry[key]) == tags(twin[key]), entry


def tags(markup: str) -> list[str]:
    return re.findall(r"<[^>]*>?", markup)


@pytest.mark.parametrize("field", free_fields(), ids=lambda field: f"{field.path}:{field.keys}")
def test_a_field_is_shown_as_it_was_written(field: Field, hostile: Path) -> None:
    shown = on_one_line(hostile_words()[field])
    found = {path for path, words in words_of_pages(hostile).items() if shown in words}

    assert bool(found) != (field.name in SHOWN_NOWHERE)


@cache
def words_of_pages(site: Path) -> dict[str, str]:
    return {path: on_one_line(one(tree, "body").text()) for path, tree in pages(site).items()}


def on_one_line(words: str) -> str:
    return " ".join(words.split())


@pytest.mark.parametrize("attack", ATTACKS, ids=lambda attack: attack.name)
def test_an_attack_is_shown_as_it_was_written(attack: Attack, hostile: Path) -> None:
    if attack.text is not None:
        tree = LexborHTMLParser((hostile / "readings" / attack.name / "index.html").read_text())
        shown = [paragraph.text for paragraph in read_reading(one(tree, ".reading")).paragraphs]
        assert "\n\n".join(shown) == attack.text
    elif attack.body is not None:
        tree = LexborHTMLParser((hostile / "readings/letter/index.html").read_text())
        assert on_one_line(one(tree, f"#note-{attack.name} .body").text()) == on_one_line(
            attack.shown
        )
    else:
        shown_on = [
            path
            for path, words in words_of_pages(hostile).items()
            if on_one_line(attack.shown) in words
        ]
        assert shown_on


def test_titles_stand_in_the_head_to_the_letter(hostile: Path) -> None:
    words = {field.name: text for field, text in hostile_words().items() if "letter" in field.path}
    tree = pages(hostile)["readings/letter/index.html"]

    title = words["reading.yml: title"]
    assert one(tree, "h1").text() == title
    assert one(tree, "head title").text().startswith(title)
    description = one(tree, "meta[name=description]").attributes["content"]
    assert description == words["reading.yml: description"]
